"""The arguments of `browsers`."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from gui.cli.parser import Grammar, Parser, UsageError, add_json, home_of

ALL = "all"


@dataclass(frozen=True, slots=True)
class BrowsersCommand:
    """`holdfast browsers`: which are there, and whether they know of Holdfast.

    `forget` takes away what names this copy, as for `--uninstall-desktop`.
    """

    home: Path
    connect: tuple[str, ...] = ()
    disconnect: tuple[str, ...] = ()
    forget: bool = False
    json: bool = False


def _add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "--connect",
        metavar="NAME",
        action="append",
        default=[],
        help="let this browser hand downloads over to this copy of Holdfast; `all` for those that "
        "are there",
    )
    parser.add_argument(
        "--disconnect",
        metavar="NAME",
        action="append",
        default=[],
        help="take that back; `all` for every browser",
    )
    parser.add_argument(
        "--forget",
        action="store_true",
        help="take back what leads to this copy of Holdfast, or to none, before it is removed",
    )
    add_json(parser)


def _build(program: str, words: argparse.Namespace) -> BrowsersCommand:
    if sum(map(bool, (words.connect, words.disconnect, words.forget))) > 1:
        raise UsageError(f"{program}: --connect, --disconnect and --forget exclude each other")
    return BrowsersCommand(
        home_of(words), tuple(words.connect), tuple(words.disconnect), words.forget, words.json
    )


GRAMMARS = {
    "browsers": Grammar(
        "show which web browsers are there, and connect them",
        _add_arguments,
        _build,
        "A browser that is connected starts Holdfast when its extension has a download for it. "
        "NAME is what stands first in the line of a browser.",
    ),
}
