"""What is already here of a link, in the list of jobs or on the disk, and what can be done then."""

from __future__ import annotations

import enum
import os
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from engine import FileSnapshot, JobSnapshot, JobState, Probe
from gui.adding.judging import Wanted
from gui.browsers.expired import waiting_for
from gui.browsers.handover import Handover
from gui.link_verdict import is_other_version


class Same(enum.Enum):
    """What there is twice."""

    LINK = "link"
    """A job of the list has it."""
    NAME = "name"
    """A job of the list has or will have a file of this name in this folder."""
    WAITING = "waiting"
    """A job that waits or failed has this file; what a browser sends may be its new link."""
    FILE = "file"
    """The folder has a file of this name, of which no job knows."""


class Choice(enum.Enum):
    """What becomes of a link of which something is here already."""

    NUMBER = "number"
    """It is added; where its name is taken, its file gets a number."""
    REPLACE = "replace"
    """What is here goes, and it begins anew."""
    UPDATE = "update"
    """The job that is here goes on with this link."""
    SHOW = "show"
    """It is left out, and what is here is shown."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """What was found. A job is as it was when it was last looked at; `path` is that of a FILE."""

    same: Same
    job: JobSnapshot | None = None
    number: int = 0
    """Which file of the job."""
    path: Path | None = None

    @property
    def file(self) -> FileSnapshot | None:
        """The file of the job."""
        files = self.job.files if self.job else ()
        return next((file for file in files if file.number == self.number), None)


def possible(duplicate: Duplicate) -> tuple[Choice, ...]:
    """What may be chosen, in the order of a menu."""
    job = duplicate.job
    if job is None:
        return Choice.NUMBER, Choice.SHOW
    choices = [Choice.NUMBER]
    if len(job.files) == 1:
        # A job of many files is not thrown away for one of them.
        choices.append(Choice.REPLACE)
    if duplicate.same is not Same.LINK and not job.state.is_final:
        choices.append(Choice.UPDATE)
    return *choices, Choice.SHOW


def fits(duplicate: Duplicate, size: int | None) -> bool | None:
    """Whether a link leads to the same file, by its size; None where a size is not known."""
    here = duplicate.file
    if here is None or here.size is None or size is None:
        return None
    return here.size == size


def suggested(duplicate: Duplicate, probe: Probe | None) -> Choice:
    """What is done unless the person says otherwise; never anything that costs bytes."""
    job = duplicate.job
    if job is None or job.state.is_final:
        return Choice.NUMBER
    if duplicate.same is Same.LINK:
        return Choice.SHOW
    if probe is None or probe.error is not None:
        return Choice.NUMBER
    here = duplicate.file
    if here is not None and is_other_version(here.validator, probe):
        return Choice.NUMBER
    fitting = fits(duplicate, probe.size)
    # A job that failed is waiting for a link that works.
    helps = fitting or (fitting is None and job.state is JobState.ERROR)
    return Choice.UPDATE if helps else Choice.NUMBER


class KnownJobs:
    """All jobs by the links and the names of their files."""

    def __init__(self, jobs: Iterable[JobSnapshot] = ()) -> None:
        self._jobs: dict[str, JobSnapshot] = {}
        self._by_link: defaultdict[str, dict[str, int]] = defaultdict(dict)
        self._by_place: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(dict)
        for job in jobs:
            self.take(job)

    def __repr__(self) -> str:
        return f"<KnownJobs {len(self._jobs)} jobs, {len(self._by_link)} links>"

    def take(self, job: JobSnapshot) -> bool:
        """A job that is new, or is like this now; True if its links or names are news."""
        before = self._jobs.get(job.id)
        self._jobs[job.id] = job
        if before is not None and before.folder == job.folder and _is_alike(before, job):
            return before.state.is_final is not job.state.is_final
        if before is not None:
            self._forget(before)
        for file in job.files:
            self._by_link[file.url].setdefault(job.id, file.number)
            self._by_place[_place(job.folder, _name(file))].setdefault(job.id, file.number)
        return True

    def drop(self, job_id: str) -> None:
        """A job that is gone."""
        job = self._jobs.pop(job_id, None)
        if job is not None:
            self._forget(job)

    def waiting_for(self, given: Handover) -> Duplicate | None:
        """The job that may wait for what a browser sends."""
        found = waiting_for(given, self._jobs.values())
        return found and Duplicate(Same.WAITING, found.job, found.file.number)

    def find(
        self, url: str, folder: Path, name: str, names: Collection[str] | None
    ) -> Duplicate | None:
        """What is here of the link `url`, whose file will be `name` in `folder`.

        `names` are those that the folder holds, None while that is not known.
        """
        by_link = self._best(self._by_link.get(url))
        if by_link:
            return Duplicate(Same.LINK, *by_link)
        by_name = self._best(self._by_place.get(_place(folder, name)))
        if by_name and not (by_name[0].state.is_final and names is not None and name not in names):
            return Duplicate(Same.NAME, *by_name)
        if names is not None and name in names:
            return Duplicate(Same.FILE, path=folder / name)
        return None

    def _best(self, found: dict[str, int] | None) -> tuple[JobSnapshot, int] | None:
        """Of several the one that can still go on, else the newest."""
        if not found:
            return None
        jobs = [
            (job, number)
            for job_id, number in found.items()
            if (job := self._jobs[job_id]).state is not JobState.CANCELLED
        ]
        return max(jobs, key=lambda one: (not one[0].state.is_final, one[0].position), default=None)

    def _forget(self, job: JobSnapshot) -> None:
        for file in job.files:
            self._by_link[file.url].pop(job.id, None)
            self._by_place[_place(job.folder, _name(file))].pop(job.id, None)


def _is_alike(one: JobSnapshot, other: JobSnapshot) -> bool:
    """Links and names are as they were: news come ten times a second."""
    if one.files is other.files:
        return True
    return len(one.files) == len(other.files) and all(
        a is b or (a.url == b.url and a.name == b.name)
        for a, b in zip(one.files, other.files, strict=True)
    )


def _name(file: FileSnapshot) -> str:
    """What it is or will be called; of one that was never answered only the link tells it."""
    return file.name or Wanted(file.url, file.url).name


def _place(folder: Path, name: str) -> tuple[str, str]:
    return os.path.normcase(folder), os.path.normcase(name)
