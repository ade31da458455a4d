"""The command line: what a person typed, checked and taken apart. Knows no Qt.

Every mistake is a `UsageError` with one line for people.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

from engine import (
    DEFAULT,
    FileSpec,
    JobSpec,
    Priority,
    __version__,
    parse_checksum,
    parse_delay,
    parse_duration,
    parse_rate,
)

MOST_CONNECTIONS = 32

_HEADER = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\x00-\x08\x0a-\x1f\x7f]*)")


class UsageError(Exception):
    """What was typed makes no command. The text is one line for people."""


@dataclass(frozen=True, slots=True)
class JobRequest:
    """The links of `get` and `add`; `file` and `job` are the moulds for what is made of them."""

    links: tuple[str, ...]
    file: FileSpec
    job: JobSpec
    as_one_job: bool = False

    def specs(self) -> list[JobSpec]:
        """The jobs to make: one for each link, or one for all."""
        files = tuple(replace(self.file, url=link) for link in self.links)
        groups = [files] if self.as_one_job else [(file,) for file in files]
        return [replace(self.job, files=group) for group in groups]


@dataclass(frozen=True, slots=True)
class OpenWindow:
    """`holdfast`: the window, or with `windowless` the same engine without one."""

    home: Path
    links: tuple[str, ...] = ()
    hidden: bool = False
    windowless: bool = False


@dataclass(frozen=True, slots=True)
class GetCommand:
    """`holdfast get`: transfer in the foreground."""

    home: Path
    request: JobRequest
    json: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class AddCommand:
    """`holdfast add`: hand jobs to the running instance, or start one."""

    home: Path
    request: JobRequest
    json: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class ListCommand:
    """`holdfast list`: all jobs of the home."""

    home: Path
    json: bool = False


Command: TypeAlias = OpenWindow | GetCommand | AddCommand | ListCommand


def parse(arguments: Sequence[str]) -> Command:
    """The command; raises `UsageError`, and `SystemExit` when help was asked for and printed."""
    words = list(arguments)
    if not all(map(_is_unicode, words)):
        raise UsageError("holdfast: an argument is no UTF-8")
    where = _index_of_command(words)
    if where is None:
        return _window(_window_parser().parse_intermixed_args(words))
    read, make = _COMMANDS[words.pop(where)]
    return make(read().parse_intermixed_args(words))


def _index_of_command(words: Sequence[str]) -> int | None:
    """Where the command stands: the first word that is no option and no option's value."""
    is_value = False
    for index, word in enumerate(words):
        if not is_value and not word.startswith("-"):
            return index if word in _COMMANDS else None
        is_value = word == "--home"
    return None


# --- the parsers ---------------------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line and leaves it to others to end the program."""

    def __init__(self, program: str, description: str) -> None:
        super().__init__(program, description=description, allow_abbrev=False)
        self.add_argument(
            "--home",
            metavar="DIR",
            default=os.environ.get("HOLDFAST_HOME") or None,
            help="where jobs and settings are kept (default: $HOLDFAST_HOME, "
            "else the platform's data folder)",
        )

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.prog}: {message} (see {self.prog} --help)")


def _window_parser() -> _Parser:
    parser = _Parser(
        "holdfast",
        "Opens the window, or raises the one that runs, and adds the links. "
        "Commands: get, add, list; see `holdfast get --help` and so on.",
    )
    parser.add_argument("links", metavar="URL", nargs="*", help="a link to add")
    parser.add_argument("--hidden", action="store_true", help="start in the tray")
    parser.add_argument(
        "--no-window",
        dest="windowless",
        action="store_true",
        help="run the jobs without a window and end when none is left to run",
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"holdfast {__version__}",
        help="print the version and exit",
    )
    return parser


def _get_parser() -> _Parser:
    parser = _Parser(
        "holdfast get",
        "Transfers in the foreground. The same command again goes on with the same job. "
        "Exit: 0 all done, 1 a job failed, 2 wrong usage, 130 interrupted.",
    )
    _add_job_arguments(parser)
    return parser


def _add_parser() -> _Parser:
    parser = _Parser(
        "holdfast add", "Hands links to the running instance; starts one if none runs."
    )
    _add_job_arguments(parser)
    return parser


def _list_parser() -> _Parser:
    parser = _Parser("holdfast list", "Lists all jobs.")
    parser.add_argument("--json", action="store_true", help="print one object a line")
    return parser


def _add_job_arguments(parser: _Parser) -> None:
    add = parser.add_argument
    add("links", metavar="URL", nargs="*", help="a link (http or https)")
    add("--input", metavar="FILE", help="read more links from FILE, one a line (-: standard input)")
    add("--to", metavar="DIR", default=".", help="folder for the files (default: this one)")
    add("--name", type=_file_name, help="name of the file (default: the server's)")
    add(
        "--as-one-job",
        metavar="NAME",
        nargs="?",
        const="",
        help="make the links the files of one job",
    )
    add(
        "--give-up-after",
        metavar="DURATION",
        type=_reads(parse_duration),
        default=DEFAULT,
        help="how long the job may go without progress: 0, 90, 30s, 10m, 2h, 14d or never",
    )
    add(
        "--retry-delay",
        metavar="DURATION",
        type=_reads(parse_delay),
        default=DEFAULT,
        help="shortest wait before another try (at least 5s)",
    )
    add(
        "--connections",
        metavar="N",
        type=_reads(_connections),
        help=f"connections for a file, 1 to {MOST_CONNECTIONS}",
    )
    add(
        "--limit",
        metavar="RATE",
        type=_reads(parse_rate),
        default=0,
        help="bytes a second: 500K, 2M; 0 is no limit",
    )
    add(
        "--checksum",
        metavar="ALGO:HEX",
        type=_reads(parse_checksum),
        help="digest the file must have",
    )
    add(
        "--checksum-file",
        metavar="FILE_OR_LINK",
        type=_reads(_checksum_file),
        help="file with the digests, like SHA256SUMS or x.iso.md5; the line with the file's name "
        "counts",
    )
    add(
        "--header",
        dest="headers",
        metavar="'K: V'",
        type=_reads(_header),
        action="append",
        default=[],
        help="send this header too",
    )
    add(
        "--priority",
        choices=[level.name.lower() for level in Priority],
        default="normal",
        help="who may run first",
    )
    add(
        "--ca-file",
        metavar="PEM",
        type=_reads(_readable_file),
        help="trust these certificates for the job",
    )
    add("--json", action="store_true", help="print one object a line")
    add("--quiet", action="store_true", help="print nothing but errors")


# --- from words to commands ----------------------------------------------------------------------


def _window(words: argparse.Namespace) -> OpenWindow:
    for link in words.links:
        _check_link(link)
    return OpenWindow(_home(words), tuple(words.links), words.hidden, words.windowless)


def _check_link(link: str) -> None:
    """Refuse here what a window would have to refuse, to somebody who looks elsewhere."""
    from engine import RefusedError, parse_link

    if "://" not in link:
        raise UsageError(
            f"holdfast: {link!r} is neither a command nor a link (see holdfast --help)"
        )
    try:
        parse_link(link)
    except RefusedError as refusal:
        raise UsageError(f"holdfast: {refusal}") from None


def _get(words: argparse.Namespace) -> GetCommand:
    return GetCommand(_home(words), _request("holdfast get", words), words.json, words.quiet)


def _add(words: argparse.Namespace) -> AddCommand:
    return AddCommand(_home(words), _request("holdfast add", words), words.json, words.quiet)


def _list(words: argparse.Namespace) -> ListCommand:
    return ListCommand(_home(words), words.json)


_COMMANDS: dict[str, tuple[Callable[[], _Parser], Callable[[argparse.Namespace], Command]]] = {
    "get": (_get_parser, _get),
    "add": (_add_parser, _add),
    "list": (_list_parser, _list),
}


def _home(words: argparse.Namespace) -> Path:
    if words.home:
        return Path(words.home).expanduser().absolute()
    import platformdirs

    return platformdirs.user_data_path("holdfast", appauthor=False)


def _request(program: str, words: argparse.Namespace) -> JobRequest:
    links, job_name = list(words.links), words.as_one_job
    if job_name is not None and "://" in job_name:
        # `--as-one-job URL URL`: the name was left out, and argparse took the first link for it.
        links.insert(0, job_name)
        job_name = ""
    links += _links_in(program, words.input)
    if not links:
        raise UsageError(f"{program}: no link was given (see {program} --help)")
    if len(links) > 1 and (words.name or words.checksum):
        option = "--name" if words.name else "--checksum"
        raise UsageError(f"{program}: {option} is for one link, and here are {len(links)}")
    if words.checksum and words.checksum_file:
        raise UsageError(f"{program}: --checksum and --checksum-file exclude each other")
    job = JobSpec(
        files=(),
        folder=_folder(program, words.to),
        name=job_name or None,
        no_progress_timeout=words.give_up_after,
        minimum_retry_delay=words.retry_delay,
        priority=Priority[words.priority.upper()],
        connections=words.connections,
        rate_limit=words.limit,
        headers=tuple(words.headers),
        ca_file=words.ca_file,
    )
    file = FileSpec("", words.name, words.checksum, words.checksum_file)
    return JobRequest(tuple(links), file, job, as_one_job=job_name is not None)


def _links_in(program: str, source: str | None) -> list[str]:
    """The links of `--input`; blank lines and those that begin with # are passed over."""
    if source is None:
        return []
    try:
        content = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        lines = [line.strip() for line in content.decode("utf-8-sig").splitlines()]
    except (OSError, UnicodeDecodeError) as failure:
        why = failure.strerror if isinstance(failure, OSError) else "it is no UTF-8 text"
        raise UsageError(f"{program}: cannot read {source!r}: {why}") from None
    return [line for line in lines if line and not line.startswith("#")]


def _folder(program: str, name: str) -> Path:
    # Not `resolve`: the folder is shown, and found again, as the person named it.
    folder = os.path.abspath(Path(name).expanduser())  # noqa: PTH100
    if not _is_unicode(folder):
        raise UsageError(f"{program}: the name of the folder {folder!r} is no UTF-8")
    return Path(folder)


# --- single values -------------------------------------------------------------------------------


def _is_unicode(text: str) -> bool:
    """Whether `text` can be stored and sent; bytes that are no UTF-8 arrive as lone surrogates."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _reads(read: Callable[[str], Any]) -> Callable[[str], Any]:
    """`read` for argparse, which shows a ValueError's own words only when it is told to."""

    def type_of_argument(text: str) -> Any:
        try:
            return read(text)
        except ValueError as mistake:
            raise argparse.ArgumentTypeError(str(mistake)) from None

    return type_of_argument


def _connections(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_CONNECTIONS:
        raise ValueError(f"not a number from 1 to {MOST_CONNECTIONS}: {text!r}")
    return int(text)


def _header(text: str) -> tuple[str, str]:
    match = _HEADER.fullmatch(text)
    if match is None:
        # Not the text itself: it may hold a password.
        raise ValueError("not a header (write 'Name: value')")
    return match[1], match[2].strip()


def _checksum_file(text: str) -> str:
    """A link as it is, a path in full: the engine may run in another folder."""
    if "://" not in text:
        return str(_readable_file(text))
    from engine import parse_link

    parse_link(text)
    return text


def _readable_file(text: str) -> Path:
    path = Path(text).expanduser().absolute()
    if not os.access(path, os.R_OK) or not path.is_file():
        raise ValueError(f"cannot read the file {text!r}")
    return path


def _file_name(text: str) -> str:
    if not text.strip() or "/" in text or text in (".", ".."):
        raise argparse.ArgumentTypeError(f"not a file name: {text!r} (the folder goes with --to)")
    return text
