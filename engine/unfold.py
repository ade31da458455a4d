"""What becomes of a Metalink: the files that it tells of, to be fetched in its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from engine.errors import RefusedError
from engine.job import Job, JobFile
from engine.metalink import Metalink
from engine.part import FileSource, Mirrors
from engine.spec import FileSpec
from engine.wire.checksum import digits_of, is_computable
from engine.wire.links import host_of, parse_link
from engine.wire.metalink import LARGEST, is_metalink_name, parse_metalink
from engine.wire.naming import name_promised


def read_metalink(path: Path) -> Metalink:
    """A Metalink file that the person has here; raises `RefusedError`. Touches the disk."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as failure:
        reason = getattr(failure, "strerror", None) or failure
        raise RefusedError(f"Cannot read {path}: {reason}.") from failure
    return parse_metalink(content)


def metalink_specs(document: Metalink, told_by: str = "") -> tuple[FileSpec, ...]:
    """Its files, as somebody would ask for them. `told_by` is the link it came from."""
    return tuple(
        FileSpec(
            file.url,
            file.name,
            file.checksum,
            mirrors=replace(file.mirrors, told_by=told_by),
        )
        for file in document.files
    )


def may_be_read(file: JobFile) -> bool:
    """Whether a Metalink is not what the person wants, but what it tells of.

    Whoever gives a checksum, or a name that ends like one, wants the document itself. What one
    document tells of is not read as another.
    """
    is_itself = file.checksum or file.checksum_file or is_metalink_name(file.requested_name or "")
    return file.mirrors is None and not is_itself


def unfold(job: Job, file: JobFile, document: Metalink) -> list[JobFile]:
    """Put the document's files in the place of `file`; returns those that are more than one."""
    told_by, chosen = file.url, file.requested_name
    first, *others = metalink_specs(document, told_by)
    file.url, file.checksum, file.mirrors = first.url, first.checksum, first.mirrors
    file.requested_name = chosen if chosen and not others else first.name
    if job.name == name_promised(told_by):
        job.name = first.name or job.name
        if others:
            job.name = name_promised(told_by).rpartition(".")[0] or job.name
    number = max(one.number for one in job.files) + 1
    added = [
        JobFile(at, spec.url, spec.name, spec.checksum, mirrors=spec.mirrors)
        for at, spec in enumerate(others, start=number)
    ]
    job.files += added
    return added


def sources_told(file: JobFile) -> tuple[FileSource, ...]:
    """Who is said to have the file."""
    mirrors = file.mirrors.links if file.mirrors else ()
    return tuple(FileSource(url, host_of(url)) for url in dict.fromkeys((file.url, *mirrors)))


def links_asked_for(files: Iterable[JobFile]) -> list[tuple[str, str | None]]:
    """The links that the person gave for these files, and the names; a document's have none."""
    asked: dict[tuple[str, str | None], None] = {}
    for file in files:
        told_by = file.mirrors.told_by if file.mirrors else ""
        asked[(told_by, None) if told_by else (file.url, file.requested_name)] = None
    return list(asked)


def checked_mirrors(mirrors: Mirrors | None) -> Mirrors | None:
    """The same with links as they may be stored; raises `RefusedError`."""
    if mirrors is None:
        return None
    pieces = mirrors.pieces
    if pieces and not (
        is_computable(pieces.algorithm)
        and pieces.digits == digits_of(pieces.algorithm)
        and pieces.length > 0
        and len(pieces.digests) % pieces.digits == 0
    ):
        raise RefusedError("The digests of the file's pieces are not whole.")
    links = (parse_link(link).url for link in mirrors.links)
    return replace(mirrors, links=tuple(dict.fromkeys(links)))
