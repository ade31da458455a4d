"""The arguments of `serve`: an engine without a window that other programs can ask."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from gui.cli.parser import Grammar, Parser, UsageError, add_json, home_of, reads
from gui.cli.trust_arguments import readable_file

_MORE = (
    "For programs that know aria2, such as AriaNg, Aria2-Explorer or aria2p, on this computer. "
    "Runs until it is told to end (SIGTERM, Ctrl+C); the jobs go on at the next start. Steps "
    "aside while the window is open on the same jobs, and comes back afterwards. The secret is "
    "that of --secret-file, else $HOLDFAST_RPC_SECRET, else the keyring's; without a keyring one "
    "is made for this run, and shown if there is a terminal.\n"
    "Exit: 0 ended as told, 1 it could not begin, 2 wrong usage."
)


@dataclass(frozen=True, slots=True)
class ServeCommand:
    """`holdfast serve`; `port` is None for that of the preferences."""

    home: Path
    port: int | None = None
    origins: tuple[str, ...] = ()
    secret_file: Path | None = None
    is_new_secret: bool = False
    shows_secret: bool = False
    json: bool = False


def _add_arguments(parser: Parser) -> None:
    add = parser.add_argument
    add(
        "--port",
        metavar="N",
        type=reads(_port),
        help="listen at this port of 127.0.0.1 and ::1 (default: as in Preferences, at first 6800)",
    )
    add(
        "--allow-origin",
        metavar="ORIGIN",
        dest="origins",
        action="append",
        default=[],
        type=reads(_origin),
        help="let pages of this origin ask as well, such as http://localhost:8080; may be repeated "
        "(default: as in Preferences, at first none)",
    )
    add(
        "--secret-file",
        metavar="FILE",
        type=reads(readable_file),
        help="read the secret from the first line of FILE, which nobody else may read (chmod 600)",
    )
    add("--new-secret", action="store_true", help="make a new secret for the keyring")
    add("--show-secret", action="store_true", help="print the secret of the keyring and exit")
    add_json(parser)


def _build(program: str, words: argparse.Namespace) -> ServeCommand:
    if words.secret_file and (words.new_secret or words.show_secret):
        raise UsageError(f"{program}: with --secret-file, the keyring has no part in it")
    if words.show_secret and (words.new_secret or words.port or words.origins):
        raise UsageError(f"{program}: --show-secret only shows, and excludes the others")
    return ServeCommand(
        home_of(words),
        words.port,
        tuple(dict.fromkeys(words.origins)),
        words.secret_file,
        words.new_secret,
        words.show_secret,
        words.json,
    )


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:6]) <= 65535:
        raise ValueError(f"a port is a number from 1 to 65535, not {text!r}")
    return int(text)


def _origin(text: str) -> str:
    # It speaks the window's language, too, and so it knows Qt.
    from gui.aria2.visitors import parse_origin

    return parse_origin(text)


GRAMMARS = {
    "serve": Grammar(
        "run the jobs without a window, and let other programs ask (aria2's JSON-RPC)",
        _add_arguments,
        _build,
        _MORE,
    ),
}
