"""The command line: what a person typed, checked and taken apart. Knows no Qt.

Every mistake is a `UsageError` with one line for people. The commands' own arguments are in
`link_arguments` and `job_arguments`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from engine import __version__
from gui.cli import (
    browser_arguments,
    job_arguments,
    link_arguments,
    serve_arguments,
    trust_arguments,
)
from gui.cli.browser_arguments import BrowsersCommand
from gui.cli.job_arguments import (
    ExportCommand,
    ImportCommand,
    InfoCommand,
    ListCommand,
    OrderCommand,
)
from gui.cli.link_arguments import AddCommand, GetCommand, JobRequest
from gui.cli.metalinks import is_metalink, path_of
from gui.cli.parser import Grammar, Parser, UsageError, home_of, is_unicode
from gui.cli.serve_arguments import ServeCommand
from gui.cli.trust_arguments import ReportCommand
from gui.holdfast_links import is_holdfast_link, links_in
from gui.protocol import Offer

__all__ = [
    "AddCommand",
    "BrowsersCommand",
    "Command",
    "DesktopCommand",
    "ExportCommand",
    "GetCommand",
    "ImportCommand",
    "InfoCommand",
    "JobRequest",
    "ListCommand",
    "OpenWindow",
    "OrderCommand",
    "ReportCommand",
    "ServeCommand",
    "ShortCommand",
    "UsageError",
    "parse",
]

PROGRAM = "holdfast"


@dataclass(frozen=True, slots=True)
class OpenWindow:
    """`holdfast`: the window, or with `windowless` the same engine without one."""

    home: Path
    links: tuple[str, ...] = ()
    hidden: bool = False
    windowless: bool = False
    offer: Offer | None = None
    """What came by a link of our own scheme, or as a file: the person is asked first."""


@dataclass(frozen=True, slots=True)
class DesktopCommand:
    """`--install-desktop` and `--uninstall-desktop`: tell the person's desktop of the program."""

    home: Path
    is_wanted: bool


ShortCommand: TypeAlias = (
    AddCommand
    | ListCommand
    | InfoCommand
    | OrderCommand
    | ExportCommand
    | ImportCommand
    | ReportCommand
)
Command: TypeAlias = (
    OpenWindow | GetCommand | DesktopCommand | BrowsersCommand | ServeCommand | ShortCommand
)

GRAMMARS: Mapping[str, Grammar] = {
    **link_arguments.GRAMMARS,
    **job_arguments.GRAMMARS,
    **browser_arguments.GRAMMARS,
    **trust_arguments.GRAMMARS,
    **serve_arguments.GRAMMARS,
}


def parse(arguments: Sequence[str]) -> Command:
    """The command; raises `UsageError`, and `SystemExit` when help was asked for and printed."""
    words = list(arguments)
    if not all(map(is_unicode, words)):
        raise UsageError(f"{PROGRAM}: an argument is no UTF-8")
    where = _index_of_command(words)
    if where is None:
        return _window(window_parser().parse_intermixed_args(words))
    name = words.pop(where)
    command: Command = GRAMMARS[name].read(f"{PROGRAM} {name}", words)
    return command


def _index_of_command(words: Sequence[str]) -> int | None:
    """Where the command stands: the first word that is no option and no option's value."""
    is_value = False
    for index, word in enumerate(words):
        if not is_value and not word.startswith("-"):
            return index if word in GRAMMARS else None
        is_value = word == "--home"
    return None


def window_parser() -> Parser:
    """What may be said without a command."""
    parser = Parser(
        PROGRAM, "Opens the window, or raises the one that runs, and adds the links.\n\n" + _list()
    )
    parser.add_argument(
        "links",
        metavar="URL",
        nargs="*",
        help="a link to add; what a holdfast: link brings is asked about first",
    )
    parser.add_argument("--hidden", action="store_true", help="start in the tray")
    parser.add_argument(
        "--no-window",
        dest="windowless",
        action="store_true",
        help="run the jobs without a window and end when none is left to run",
    )
    parser.add_argument(
        "--install-desktop",
        dest="desktop",
        action="store_const",
        const=True,
        help="put the program into the menus of your desktop (Linux; a package does it by itself)",
    )
    parser.add_argument(
        "--uninstall-desktop",
        dest="desktop",
        action="store_const",
        const=False,
        help="take it out again, out of what starts with the session, and out of web browsers",
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"{PROGRAM} {__version__}",
        help="print the version and exit",
    )
    return parser


def _list() -> str:
    """All commands, a line each."""
    lines = [f"  {name:9} {grammar.summary}" for name, grammar in GRAMMARS.items()]
    return "\n".join([f"commands (see `{PROGRAM} get --help` and so on):", *lines])


def _window(words: argparse.Namespace) -> OpenWindow | DesktopCommand:
    if words.desktop is None:
        return _links(words)
    if words.links or words.hidden or words.windowless:
        raise UsageError(f"{PROGRAM}: the menus of the desktop are no place for anything else")
    return DesktopCommand(home_of(words), words.desktop)


def _links(words: argparse.Namespace) -> OpenWindow:
    ours = [word for word in words.links if is_holdfast_link(word)]
    files = [word for word in words.links if word not in ours and is_metalink(word)]
    links = [word for word in words.links if word not in ours and word not in files]
    for link in links:
        _check_link(link)
    offer = None
    if ours or files:
        offer = Offer(_offered(ours), tuple(str(path_of(PROGRAM, file)) for file in files))
        if words.windowless:
            raise UsageError(f"{PROGRAM}: {(ours + files)[0]!r} needs a window")
    return OpenWindow(home_of(words), tuple(links), words.hidden, words.windowless, offer)


def _offered(words: Iterable[str]) -> tuple[str, ...]:
    from engine import RefusedError

    try:
        return tuple(dict.fromkeys(link for word in words for link in links_in(word)))
    except RefusedError as refusal:
        raise UsageError(f"{PROGRAM}: {refusal}") from None


def _check_link(link: str) -> None:
    """Refuse here what a window would have to refuse, to somebody who looks elsewhere."""
    from engine import RefusedError, parse_link

    if "://" not in link:
        raise UsageError(
            f"{PROGRAM}: {link!r} is neither a command nor a link (see {PROGRAM} --help)"
        )
    try:
        parse_link(link)
    except RefusedError as refusal:
        raise UsageError(f"{PROGRAM}: {refusal}") from None
