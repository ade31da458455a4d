"""What all commands' arguments have in common: how they are read, and how a mistake is told."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn


class UsageError(Exception):
    """What was typed makes no command. The text is one line for people."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line and leaves it to others to end the program."""

    def __init__(self, program: str, description: str) -> None:
        super().__init__(
            program,
            description=description,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        self.add_argument(
            "--home",
            metavar="DIR",
            default=os.environ.get("HOLDFAST_HOME") or None,
            help="where jobs and settings are kept (default: $HOLDFAST_HOME, "
            "else the platform's data folder)",
        )

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.prog}: {message} (see {self.prog} --help)")


@dataclass(frozen=True, slots=True)
class Grammar:
    """One command: its arguments, and what becomes of them.

    `summary` stands in the list of commands, and with `more` in the command's own help. `build` is
    given the program's name and what was typed, and may raise `UsageError`.
    """

    summary: str
    add_arguments: Callable[[Parser], None]
    build: Callable[[str, argparse.Namespace], Any]
    more: str = "Exit: 0 done, 1 refused (the others are still carried out), 2 wrong usage."

    def read(self, program: str, words: Sequence[str]) -> Any:
        """The command that was typed."""
        parser = Parser(program, f"{self.summary[0].upper()}{self.summary[1:]}.\n{self.more}")
        self.add_arguments(parser)
        return self.build(program, parser.parse_intermixed_args(words))


def home_of(words: argparse.Namespace) -> Path:
    """The home that was chosen, else the platform's."""
    if words.home:
        return Path(words.home).expanduser().absolute()
    import platformdirs

    return platformdirs.user_data_path("holdfast", appauthor=False)


def folder_of(program: str, name: str) -> Path:
    """The folder in full; raises `UsageError`."""
    # Not `resolve`: the folder is shown, and found again, as the person named it.
    folder = os.path.abspath(Path(name).expanduser())  # noqa: PTH100
    if not is_unicode(folder):
        raise UsageError(f"{program}: the name of the folder {folder!r} is no UTF-8")
    return Path(folder)


def is_unicode(text: str) -> bool:
    """Whether `text` can be stored and sent; bytes that are no UTF-8 arrive as lone surrogates."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def reads(read: Callable[[str], Any]) -> Callable[[str], Any]:
    """`read` for argparse, which shows a ValueError's own words only when it is told to."""

    def type_of_argument(text: str) -> Any:
        try:
            return read(text)
        except ValueError as mistake:
            raise argparse.ArgumentTypeError(str(mistake)) from None

    return type_of_argument


def add_json(parser: Parser) -> None:
    """The option that all commands have."""
    parser.add_argument("--json", action="store_true", help="print one object a line")
