"""The arguments of `get` and `add`: links, and how they are to be fetched."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from engine import (
    DEFAULT,
    FileSpec,
    JobSpec,
    MeteredPolicy,
    Priority,
    parse_checksum,
    parse_delay,
    parse_duration,
    parse_rate,
)
from gui.cli.metalinks import files_in, is_metalink
from gui.cli.parser import Grammar, Parser, UsageError, add_json, folder_of, home_of, reads
from gui.cli.trust_arguments import add_trust_options, readable_file, trust_of
from gui.header_fields import read_header

MOST_CONNECTIONS = 32
PRIORITIES = [level.name.lower() for level in Priority]


@dataclass(frozen=True, slots=True)
class JobRequest:
    """The links of `get` and `add`; `file` and `job` are the moulds for what is made of them.

    `documents` are the files that Metalink files tell of.
    """

    links: tuple[str, ...]
    file: FileSpec
    job: JobSpec
    as_one_job: bool = False
    documents: tuple[tuple[FileSpec, ...], ...] = ()

    def specs(self) -> list[JobSpec]:
        """The jobs to make: one for each link and each document, or one for all."""
        groups: list[tuple[FileSpec, ...]] = []
        groups += [(replace(self.file, url=link),) for link in self.links]
        groups += [tuple(map(self._moulded, files)) for files in self.documents]
        if self.as_one_job:
            groups = [tuple(chain.from_iterable(groups))]
        return [replace(self.job, files=group) for group in groups]

    def _moulded(self, file: FileSpec) -> FileSpec:
        """What a document tells of a file, where the person says nothing else."""
        return replace(
            file,
            name=self.file.name or file.name,
            checksum=self.file.checksum or (None if self.file.checksum_file else file.checksum),
            checksum_file=self.file.checksum_file,
        )


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


# --- the arguments -------------------------------------------------------------------------------


def _add_arguments(parser: Parser) -> None:
    add = parser.add_argument
    add(
        "links",
        metavar="URL",
        nargs="*",
        help="a link (http or https), or a Metalink file (.meta4, .metalink)",
    )
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
    add_give_up_after(parser)
    add_retry_delay(parser)
    add(
        "--connections",
        metavar="N",
        type=reads(_connections),
        help=f"connections for a file, 1 to {MOST_CONNECTIONS}",
    )
    add_limit(parser)
    add(
        "--checksum",
        metavar="ALGO:HEX",
        type=reads(parse_checksum),
        help="digest the file must have",
    )
    add(
        "--checksum-file",
        metavar="FILE_OR_LINK",
        type=reads(_checksum_file),
        help="file with the digests, like SHA256SUMS or x.iso.md5; the line with the file's name "
        "counts",
    )
    add(
        "--header",
        dest="headers",
        metavar="'K: V'",
        type=reads(read_header),
        action="append",
        default=[],
        help="send this header too",
    )
    add_priority(parser)
    add_max_time(parser)
    add_metered(parser)
    add(
        "--ca-file",
        metavar="PEM",
        type=reads(readable_file),
        help="trust these certificates for the job",
    )
    add_trust_options(parser)
    add_json(parser)
    add("--quiet", action="store_true", help="print nothing but errors")


def add_give_up_after(parser: Parser) -> None:
    """How long a job may go without progress."""
    parser.add_argument(
        "--give-up-after",
        metavar="DURATION",
        type=reads(parse_duration),
        default=DEFAULT,
        help="how long the job may go without progress: 0, 90, 30s, 10m, 2h, 14d or never",
    )


def add_retry_delay(parser: Parser) -> None:
    """How long it waits at least."""
    parser.add_argument(
        "--retry-delay",
        metavar="DURATION",
        type=reads(parse_delay),
        default=DEFAULT,
        help="shortest wait before another try (at least 5s)",
    )


def add_priority(parser: Parser) -> None:
    """Who runs first."""
    parser.add_argument("--priority", choices=PRIORITIES, help="who may run first")


def add_limit(parser: Parser) -> None:
    """How fast at most."""
    parser.add_argument(
        "--limit",
        metavar="RATE",
        type=reads(parse_rate),
        help="bytes a second: 500K, 2M; 0 is no limit",
    )


def add_max_time(parser: Parser) -> None:
    """How long it may take in all."""
    parser.add_argument(
        "--max-time",
        metavar="DURATION",
        type=reads(_longest_time),
        default=DEFAULT,
        help="how long the job may connect and transfer in all before it fails, or never",
    )


def add_metered(parser: Parser) -> None:
    """What it does where bytes cost money."""
    parser.add_argument(
        "--metered",
        type=reads(_metered),
        metavar="{always,never,ask}",
        help="whether the job may run on a network where bytes cost money",
    )


# --- from words to commands ----------------------------------------------------------------------


def _get(program: str, words: argparse.Namespace) -> GetCommand:
    return GetCommand(home_of(words), _request(program, words), words.json, words.quiet)


def _add(program: str, words: argparse.Namespace) -> AddCommand:
    return AddCommand(home_of(words), _request(program, words), words.json, words.quiet)


GRAMMARS = {
    "get": Grammar(
        "transfer here and now, with a progress bar",
        _add_arguments,
        _get,
        "The same command again goes on with the same job.\n"
        "Exit: 0 all done, 1 a job failed, 2 wrong usage, 130 interrupted.",
    ),
    "add": Grammar(
        "hand links to the instance that runs; starts one if none does",
        _add_arguments,
        _add,
    ),
}


def _request(program: str, words: argparse.Namespace) -> JobRequest:
    links, job_name = list(words.links), words.as_one_job
    if job_name is not None and "://" in job_name:
        # `--as-one-job URL URL`: the name was left out, and argparse took the first link for it.
        links.insert(0, job_name)
        job_name = ""
    links += _links_in(program, words.input)
    documents = [files_in(program, link) for link in links if is_metalink(link)]
    links = [link for link in links if not is_metalink(link)]
    count = len(links) + sum(map(len, documents))
    if not count:
        raise UsageError(f"{program}: no link was given (see {program} --help)")
    if count > 1 and (words.name or words.checksum):
        option = "--name" if words.name else "--checksum"
        raise UsageError(f"{program}: {option} is for one link, and here are {count}")
    if words.checksum and words.checksum_file:
        raise UsageError(f"{program}: --checksum and --checksum-file exclude each other")
    job = JobSpec(
        files=(),
        folder=folder_of(program, words.to),
        name=job_name or None,
        no_progress_timeout=words.give_up_after,
        minimum_retry_delay=words.retry_delay,
        priority=Priority[(words.priority or "normal").upper()],
        connections=words.connections,
        rate_limit=words.limit or 0,
        headers=tuple(words.headers),
        ca_file=words.ca_file,
        metered=words.metered,
        maximum_download_time=words.max_time,
        **trust_of(program, words),
    )
    file = FileSpec("", words.name, words.checksum, words.checksum_file)
    as_one_job = job_name is not None
    return JobRequest(tuple(links), file, job, as_one_job, tuple(documents))


def _links_in(program: str, source: str | None) -> list[str]:
    """The links of `--input`; blank lines and those that begin with # are passed over."""
    if source is None:
        return []
    lines = [line.strip() for line in text_in(program, source).splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def text_in(program: str, source: str) -> str:
    """What stands in the file, or on standard input for "-"; raises `UsageError`."""
    try:
        content = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        return content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as failure:
        why = failure.strerror if isinstance(failure, OSError) else "it is no UTF-8 text"
        raise UsageError(f"{program}: cannot read {source!r}: {why}") from None


# --- single values -------------------------------------------------------------------------------


def _connections(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_CONNECTIONS:
        raise ValueError(f"not a number from 1 to {MOST_CONNECTIONS}: {text!r}")
    return int(text)


def _longest_time(text: str) -> float | None:
    seconds = parse_duration(text)
    if seconds == 0:
        raise ValueError("no time at all to transfer in (write never for no limit)")
    return seconds


def _metered(text: str) -> MeteredPolicy:
    try:
        return MeteredPolicy(text)
    except ValueError:
        raise ValueError(f"{text!r} is none of always, never, ask") from None


def _checksum_file(text: str) -> str:
    """A link as it is, a path in full: the engine may run in another folder."""
    if "://" not in text:
        return str(readable_file(text))
    from engine import parse_link

    parse_link(text)
    return text


def _file_name(text: str) -> str:
    if not text.strip() or "/" in text or text in (".", ".."):
        raise argparse.ArgumentTypeError(f"not a file name: {text!r} (the folder goes with --to)")
    return text
