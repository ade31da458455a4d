"""One link that is about to be added, and what all of them together become."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from engine import FileSpec, Headers, JobSpec, Metalink, Probe, is_metalink_name
from gui.adding.duplicates import Choice, Duplicate, possible, suggested
from gui.adding.judging import Wanted
from gui.browsers.handover import Handover


@dataclass(slots=True)
class Row:
    """A link, what the server told of it, what is here of it, and what the person wants."""

    link: Wanted
    told: FileSpec | None = None
    """What a Metalink says of it."""
    given: Handover | None = None
    """What a browser sent with it."""
    is_wanted: bool = True
    chosen_name: str | None = None
    probe: Probe | None = None
    is_asked: bool = False
    """The server is being asked at the moment."""
    folder: Path = field(default_factory=Path)
    duplicate: Duplicate | None = None
    wish: Choice | None = None

    @property
    def name(self) -> str:
        """What the file will be called, as far as it is known."""
        told = (self.told and self.told.name) or (self.given and self.given.name)
        return self.chosen_name or told or (self.probe and _name_in(self.probe)) or self.link.name

    @property
    def size(self) -> int | None:
        """In bytes, where a Metalink or the server told it."""
        if self.told and self.told.mirrors and self.told.mirrors.size is not None:
            return self.told.mirrors.size
        if self.metalink:
            return self.metalink.size
        return self.probe.size if self.probe else None

    @property
    def metalink(self) -> Metalink | None:
        """The document whose files come instead of it, unless it is to be kept itself."""
        is_itself = is_metalink_name(self.chosen_name or "")
        return self.probe.metalink if self.probe and not is_itself else None

    @property
    def choice(self) -> Choice | None:
        """What becomes of it; None where nothing is here of it yet."""
        if self.duplicate is None:
            return None
        if self.wish in possible(self.duplicate):
            return self.wish
        return suggested(self.duplicate, self.probe)

    @property
    def is_added(self) -> bool:
        """Whether it will bring a file of its own."""
        return self.choice in (None, Choice.NUMBER, Choice.REPLACE)


def _name_in(probe: Probe) -> str | None:
    """That of the file that comes; a Metalink of several is called as it is."""
    files = probe.metalink.files if probe.metalink else ()
    return files[0].name if len(files) == 1 else probe.name


class Mould(NamedTuple):
    """What the person chose for all links; what is made of each is filled in."""

    job: JobSpec
    file: FileSpec
    as_one_job: bool = False


class Update(NamedTuple):
    """A job's id, the number of one of its files, and the link it goes on with. `headers` come with
    the link; None where none came.
    """

    job_id: str
    number: int
    link: str
    headers: Headers | None = None


class Orders(NamedTuple):
    """What is to be done, once the person says so."""

    jobs: list[JobSpec]
    replacements: list[tuple[str, JobSpec]]
    """A job's id, and what comes instead of it."""
    updates: list[Update]
    shown: list[Duplicate]


def orders(rows: Iterable[Row], mould: Mould) -> Orders:
    """What the rows come to. A job is replaced or updated once; what else asks for it is added."""
    result = Orders([], [], [], [])
    plain: list[Row] = []
    taken: set[tuple[str, int | None]] = set()
    for row in rows:
        if not row.is_wanted:
            continue
        job = row.duplicate.job if row.duplicate else None
        if row.choice is Choice.SHOW and row.duplicate:
            result.shown.append(row.duplicate)
        elif row.choice is Choice.REPLACE and job and (job.id, None) not in taken:
            taken.add((job.id, None))
            result.replacements.append((job.id, _job(row, mould)))
        elif row.choice is Choice.UPDATE and row.duplicate and job:
            place = (job.id, row.duplicate.number)
            if place in taken:
                plain.append(row)
            else:
                taken.add(place)
                headers = row.given.headers if row.given else None
                result.updates.append(Update(*place, row.link.text, headers))
        else:
            plain.append(row)
    result.jobs.extend(_jobs(plain, mould))
    return result


def _jobs(rows: Sequence[Row], mould: Mould) -> list[JobSpec]:
    if mould.as_one_job and rows:
        return [replace(mould.job, files=tuple(_file(row, mould) for row in rows))]
    return [_job(row, mould) for row in rows]


def _job(row: Row, mould: Mould) -> JobSpec:
    return replace(mould.job, files=(_file(row, mould),), folder=row.folder, name=None)


def _file(row: Row, mould: Mould) -> FileSpec:
    file = replace(mould.file, url=row.link.text, name=row.chosen_name)
    if row.given is not None:
        file = replace(file, proposed_name=row.given.name, headers=row.given.headers)
    if row.told is None:
        return file
    checksum = file.checksum or (None if file.checksum_file else row.told.checksum)
    name = file.name or row.told.name
    return replace(file, name=name, checksum=checksum, mirrors=row.told.mirrors)


class Tally(NamedTuple):
    """The rows in numbers."""

    links: int = 0
    added: int = 0
    """Those that bring a file."""
    updates: int = 0
    here: int = 0
    """Those of which something is here already."""
    size: int = 0
    """Bytes of those that are added, as far as they are known."""
    unknown: int = 0
    """How many of those that are added have no known size."""
    needs: Mapping[Path, int] = MappingProxyType({})
    """Bytes that go into each folder."""


def tally(rows: Sequence[Row]) -> Tally:
    """In one pass: there may be ten thousand, and sizes arrive one by one. Those that were left out
    do not count.
    """
    links = added = updates = here = unknown = 0
    needs: dict[Path, int] = {}
    for row in rows:
        if not row.is_wanted:
            continue
        links += 1
        if row.duplicate is not None:
            here += 1
            updates += row.choice is Choice.UPDATE
            if not row.is_added:
                continue
        added += 1
        size = row.size
        needs[row.folder] = needs.get(row.folder, 0) + (size or 0)
        unknown += size is None
    return Tally(links, added, updates, here, sum(needs.values()), unknown, needs)
