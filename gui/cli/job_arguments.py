"""The arguments of the commands about jobs that are there already, and of the whole list."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from msgspec import UNSET

from engine import Move, Priority
from gui.cli.link_arguments import (
    add_give_up_after,
    add_limit,
    add_max_time,
    add_metered,
    add_priority,
    add_retry_delay,
    text_in,
)
from gui.cli.parser import Grammar, Parser, UsageError, add_json, folder_of, home_of, reads
from gui.cli.trust_arguments import add_sign_in, sign_in_of
from gui.protocol import Cancel, Complete, Deed, MoveTo, Pause, Resume, Retry, Set, SignInTo, Skip

MOST_FILES = 1_000_000

_JOB = "the job's id, or the beginning of it (4 characters or more)"


@dataclass(frozen=True, slots=True)
class ListCommand:
    """`holdfast list`: all jobs of the home."""

    home: Path
    json: bool = False


@dataclass(frozen=True, slots=True)
class InfoCommand:
    """`holdfast info`: everything about jobs."""

    home: Path
    jobs: tuple[str, ...]
    json: bool = False


@dataclass(frozen=True, slots=True)
class OrderCommand:
    """`holdfast pause` and its kin: do something with jobs; None for all."""

    home: Path
    deed: Deed
    jobs: tuple[str, ...] | None
    json: bool = False


@dataclass(frozen=True, slots=True)
class ExportCommand:
    """`holdfast export`: write the list of jobs to a file, or to standard output."""

    home: Path
    output: Path | None = None
    json: bool = False
    whole_links: bool = False


@dataclass(frozen=True, slots=True)
class ImportCommand:
    """`holdfast import`: add the jobs of a list; `name` is what to call it in complaints."""

    home: Path
    name: str
    text: str
    folder: Path
    paused: bool = False
    json: bool = False


# --- which jobs ----------------------------------------------------------------------------------


def _add_job(parser: Parser) -> None:
    parser.add_argument("job", metavar="JOB", help=_JOB)
    add_json(parser)


def _add_jobs(parser: Parser) -> None:
    parser.add_argument("jobs", metavar="JOB", nargs="+", help=_JOB)
    add_json(parser)


def _add_jobs_or_all(parser: Parser, which: str) -> None:
    parser.add_argument("jobs", metavar="JOB", nargs="*", help=_JOB)
    parser.add_argument("--all", action="store_true", help=which)
    add_json(parser)


def _some_or_all(program: str, words: argparse.Namespace) -> tuple[str, ...] | None:
    if words.all and words.jobs:
        raise UsageError(f"{program}: --all and single jobs exclude each other")
    if not words.all and not words.jobs:
        raise UsageError(f"{program}: no job was named (see {program} --help)")
    return None if words.all else tuple(words.jobs)


# --- look ----------------------------------------------------------------------------------------


def _list(_program: str, words: argparse.Namespace) -> ListCommand:
    return ListCommand(home_of(words), words.json)


def _info(_program: str, words: argparse.Namespace) -> InfoCommand:
    return InfoCommand(home_of(words), tuple(words.jobs), words.json)


# --- act -----------------------------------------------------------------------------------------


def _add_pause(parser: Parser) -> None:
    _add_jobs_or_all(parser, "all jobs that move or wait")


def _pause(program: str, words: argparse.Namespace) -> OrderCommand:
    return OrderCommand(home_of(words), Pause(), _some_or_all(program, words), words.json)


def _add_resume(parser: Parser) -> None:
    _add_jobs_or_all(parser, "all jobs that are paused")
    parser.add_argument(
        "--anyway",
        action="store_true",
        help="let it run whatever the network is like: offline, metered, behind a sign-in page",
    )


def _resume(program: str, words: argparse.Namespace) -> OrderCommand:
    deed = Resume(anyway=words.anyway)
    return OrderCommand(home_of(words), deed, _some_or_all(program, words), words.json)


def _add_retry(parser: Parser) -> None:
    _add_jobs(parser)
    parser.add_argument(
        "--file", metavar="N", type=reads(_file_number), help="only this file, as `info` counts"
    )


def _retry(program: str, words: argparse.Namespace) -> OrderCommand:
    if words.file is not None and len(words.jobs) > 1:
        raise UsageError(f"{program}: --file is for one job, and here are {len(words.jobs)}")
    return OrderCommand(home_of(words), Retry(words.file), tuple(words.jobs), words.json)


def _cancel(_program: str, words: argparse.Namespace) -> OrderCommand:
    return OrderCommand(home_of(words), Cancel(), tuple(words.jobs), words.json)


def _complete(_program: str, words: argparse.Namespace) -> OrderCommand:
    return OrderCommand(home_of(words), Complete(), tuple(words.jobs), words.json)


def _add_set(parser: Parser) -> None:
    _add_jobs(parser)
    add_give_up_after(parser)
    add_retry_delay(parser)
    add_priority(parser)
    add_limit(parser)
    add_max_time(parser)
    add_metered(parser)
    parser.set_defaults(
        give_up_after=UNSET,
        retry_delay=UNSET,
        priority=UNSET,
        limit=UNSET,
        max_time=UNSET,
        metered=UNSET,
    )


def _set(program: str, words: argparse.Namespace) -> OrderCommand:
    deed = Set(
        give_up_after=words.give_up_after,
        retry_delay=words.retry_delay,
        priority=UNSET if words.priority is UNSET else Priority[words.priority.upper()],
        limit=words.limit,
        max_time=words.max_time,
        metered=words.metered,
    )
    if deed == Set():
        raise UsageError(f"{program}: nothing to set was given (see {program} --help)")
    return OrderCommand(home_of(words), deed, tuple(words.jobs), words.json)


def _add_sign_in(parser: Parser) -> None:
    _add_jobs(parser)
    add_sign_in(parser)


def _sign_in(program: str, words: argparse.Namespace) -> OrderCommand:
    deed = SignInTo(sign_in_of(program, words), words.for_host)
    return OrderCommand(home_of(words), deed, tuple(words.jobs), words.json)


def _add_move(parser: Parser) -> None:
    _add_job(parser)
    parser.add_argument(
        "place",
        choices=[place.value for place in Move],
        help="one up or down, or to the top or the bottom, among the jobs of its priority",
    )


def _move(_program: str, words: argparse.Namespace) -> OrderCommand:
    return OrderCommand(home_of(words), MoveTo(Move(words.place)), (words.job,), words.json)


def _add_skip(parser: Parser) -> None:
    _add_job(parser)
    parser.add_argument(
        "files", metavar="N", nargs="+", type=reads(_file_number), help="a file, as `info` counts"
    )


def _skip(_program: str, words: argparse.Namespace) -> OrderCommand:
    return OrderCommand(home_of(words), Skip(tuple(words.files)), (words.job,), words.json)


def _file_number(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_FILES:
        raise ValueError(f"not the number of a file: {text!r} (`holdfast info` shows them)")
    return int(text)


# --- the whole list ------------------------------------------------------------------------------


def _add_export(parser: Parser) -> None:
    parser.add_argument("--output", metavar="FILE", help="write to FILE, not to standard output")
    parser.add_argument(
        "--whole-links",
        action="store_true",
        help="with the tokens and signatures that links have",
    )
    add_json(parser)


def _export(_program: str, words: argparse.Namespace) -> ExportCommand:
    output = Path(words.output).expanduser() if words.output else None
    return ExportCommand(home_of(words), output, words.json, words.whole_links)


def _add_import(parser: Parser) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        help="what `export` wrote, an input file of aria2, or links, one a line (-: standard "
        "input)",
    )
    parser.add_argument(
        "--to", metavar="DIR", default=".", help="folder for what names none (default: this one)"
    )
    parser.add_argument("--paused", action="store_true", help="add the jobs, but start none")
    add_json(parser)


def _import(program: str, words: argparse.Namespace) -> ImportCommand:
    return ImportCommand(
        home_of(words),
        "standard input" if words.file == "-" else words.file,
        text_in(program, words.file),
        folder_of(program, words.to),
        words.paused,
        words.json,
    )


GRAMMARS = {
    "list": Grammar("show all jobs", add_json, _list, "Starts nothing."),
    "info": Grammar(
        "show everything about jobs: their files, settings, errors and timelines",
        _add_jobs,
        _info,
        "Starts nothing, and shows no secrets: fit for a bug report.",
    ),
    "pause": Grammar("stop jobs and keep what is here", _add_pause, _pause),
    "resume": Grammar("let jobs go on, or begin again after they failed", _add_resume, _resume),
    "retry": Grammar("try again now; what has elapsed without progress stays", _add_retry, _retry),
    "cancel": Grammar("end jobs and delete what is half done", _add_jobs, _cancel),
    "complete": Grammar("end jobs and keep their finished files", _add_jobs, _complete),
    "set": Grammar("change when jobs give up, their priority and more", _add_set, _set),
    "sign-in": Grammar(
        "give jobs the sign-in that a server or a proxy asks for, and let them go on",
        _add_sign_in,
        _sign_in,
    ),
    "move": Grammar("let a job run earlier or later", _add_move, _move),
    "skip": Grammar("leave files of a job out", _add_skip, _skip),
    "export": Grammar(
        "write the list of jobs, without secrets",
        _add_export,
        _export,
        "Starts nothing. `holdfast import` reads it back.",
    ),
    "import": Grammar(
        "add the jobs of a list: from `export`, aria2, or plain links", _add_import, _import
    ),
}
