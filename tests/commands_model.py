"""All commands and options, taken from the parsers themselves, for those that write about them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import NamedTuple

from gui.cli.arguments import GRAMMARS, PROGRAM, window_parser
from gui.cli.parser import Parser

FILES = frozenset({"FILE", "PEM", "FILE_OR_LINK"})
FOLDERS = frozenset({"DIR"})


class Argument(NamedTuple):
    """An option, or a word that stands alone; then `flags` is empty."""

    flags: tuple[str, ...]
    values: str
    """What follows, as people write it: "DIR", "[NAME]"; empty for a switch."""
    choices: tuple[str, ...]
    help: str

    @property
    def head(self) -> str:
        """As it is typed: `--to DIR`."""
        return " ".join(filter(None, (", ".join(self.flags), self.values)))

    @property
    def wants_file(self) -> bool:
        """Whether a file of this computer may follow."""
        return self.values in FILES

    @property
    def wants_folder(self) -> bool:
        """Whether a folder of this computer follows."""
        return self.values in FOLDERS


class Command(NamedTuple):
    """One command; the one without a name opens the window."""

    name: str
    summary: str
    more: str
    words: tuple[Argument, ...]
    options: tuple[Argument, ...]

    @property
    def usage(self) -> str:
        """In one line."""
        parts = (PROGRAM, self.name, *(word.values for word in self.words), "[OPTION]…")
        return " ".join(filter(None, parts))


def commands() -> list[Command]:
    """All of them, the window first."""
    window = _command("", "open the window, or raise the one that runs, and add the links", "",
                      window_parser())  # fmt: skip
    return [window, *map(_of_grammar, GRAMMARS)]


def _of_grammar(name: str) -> Command:
    grammar = GRAMMARS[name]
    parser = Parser(f"{PROGRAM} {name}", "")
    grammar.add_arguments(parser)
    return _command(name, grammar.summary, grammar.more, parser)


def _command(name: str, summary: str, more: str, parser: Parser) -> Command:
    found = list(_arguments(parser))
    words = tuple(argument for argument in found if not argument.flags)
    options = tuple(argument for argument in found if argument.flags)
    return Command(name, summary, more, words, options)


def _arguments(parser: Parser) -> Iterator[Argument]:
    for action in parser._actions:
        if action.help is not argparse.SUPPRESS:
            choices = tuple(map(str, action.choices or _listed(action.metavar)))
            text = (action.help or "").replace("%%", "%")
            yield Argument(tuple(action.option_strings), _values(action), choices, text)


def _listed(metavar: object) -> list[str]:
    """Choices that are read by a function of their own are only named."""
    is_list = isinstance(metavar, str) and metavar.startswith("{")
    return str(metavar).strip("{}").split(",") if is_list else []


def _values(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    choices = "{" + ",".join(map(str, action.choices)) + "}" if action.choices else ""
    value = str(action.metavar or choices or action.dest.upper())
    return {"?": f"[{value}]", "*": f"[{value}…]", "+": f"{value}…"}.get(str(action.nargs), value)
