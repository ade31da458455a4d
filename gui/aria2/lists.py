"""aria2's three lists of jobs: active, waiting and stopped, kept up to date by what changes.

Programs ask for them every second, and of ten thousand jobs most are over: so nothing here walks
over all jobs, neither for a change nor for an answer.
"""

from __future__ import annotations

import asyncio
import bisect
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import NamedTuple, TypeAlias

from engine import JobManager, NoSuchJobError, Priority
from gui.aria2.status import ACTIVE, ERROR, IN_LINE, PLAIN, STOPPED, status_of

AT_ONCE = 50
"""So many jobs are looked at before others get their turn."""
_MANY = 64

Moved: TypeAlias = Callable[[str, str | None, str | None], None]
"""Told of a job that went from one status to another; None: it was not there, or is gone."""


class _Place(NamedTuple):
    """Where a job stands in the line."""

    priority: Priority
    position: int
    job_id: str


class Lists:
    """`follow` is to be called for each change of a job; `moved` hears what that means."""

    def __init__(self, manager: JobManager, moved: Moved) -> None:
        """Jobs that ended before this stand in the order in which they came."""
        self._manager = manager
        self._moved = moved
        self._statuses: dict[str, str] = {}
        self._active: dict[str, None] = {}
        self._stopped: dict[str, None] = {}
        self._failed: dict[str, None] = {}
        self._in_line: dict[str, None] = {}
        self._hidden: set[str] = set()
        # Those whose place is known, and who has to be looked at before it is.
        self._line: list[_Place] = []
        self._places: dict[str, _Place] = {}
        self._unplaced: dict[str, None] = {}
        for job_id in manager.job_ids():
            self._enter(job_id, self._look(job_id))

    def __repr__(self) -> str:
        return (
            f"<Lists: {len(self._active)} active, {len(self._in_line)} waiting, "
            f"{len(self._stopped)} stopped>"
        )

    # What changes.

    def follow(self, job_id: str) -> None:
        """The job changed, or is gone."""
        before = self._statuses.get(job_id)
        try:
            now = self._look(job_id)
        except NoSuchJobError:
            self._hidden.discard(job_id)
            if before is not None:
                self._leave(job_id, before)
                self._moved(job_id, before, None)
            return
        if now == before:
            if now in IN_LINE:
                # It may have been given another place.
                self._unplaced[job_id] = None
            return
        if before is not None:
            self._leave(job_id, before)
        self._hidden.discard(job_id)
        self._enter(job_id, now)
        self._moved(job_id, before, now)

    def hide(self, job_id: str) -> None:
        """Show a stopped job no longer, until something happens to it."""
        self._hidden.add(job_id)
        self._stopped.pop(job_id, None)

    def is_hidden(self, job_id: str) -> bool:
        """Whether the job is one that nobody wants to see."""
        return job_id in self._hidden

    # What there is.

    def status(self, job_id: str) -> str | None:
        """The job's status; None for one that is not there."""
        return self._statuses.get(job_id)

    @property
    def active(self) -> Sequence[str]:
        """The jobs that run."""
        return tuple(self._active)

    @property
    def waiting_count(self) -> int:
        """How many wait or are paused."""
        return len(self._in_line)

    @property
    def stopped_count(self) -> int:
        """How many are over."""
        return len(self._stopped)

    @property
    def stopped(self) -> Sequence[str]:
        """All jobs that are over, in the order in which they ended."""
        return tuple(self._stopped)

    @property
    def failed(self) -> Sequence[str]:
        """The jobs that ended with an error, also those that are hidden."""
        return tuple(self._failed)

    async def waiting(self) -> Sequence[str]:
        """The jobs that wait or are paused, in the order of the line."""
        await self._settle()
        return [place.job_id for place in self._line]

    async def some_waiting(self, offset: int, count: int) -> Sequence[str]:
        """A piece of the same; a negative offset counts from the end, where the piece begins."""
        await self._settle()
        return [place.job_id for place in _some(self._line, offset, count)]

    def some_stopped(self, offset: int, count: int) -> Sequence[str]:
        """A piece of those that are over."""
        if offset >= 0:
            return list(islice(self._stopped, offset, offset + count))
        return list(islice(reversed(self._stopped), -offset - 1, -offset - 1 + count))

    async def place(self, job_id: str) -> int | None:
        """The job's place among those that wait, from 0; None if it does not."""
        await self._settle()
        found = self._places.get(job_id)
        return None if found is None else bisect.bisect_left(self._line, found)

    async def successor(self, job_id: str, target: int) -> str | None:
        """Before whom the job has to stand to get to the place `target` among those that wait.

        A job does not leave those of its priority, so it may not get so far; None: behind all.
        """
        await self._settle()
        own = self._places[job_id]
        others = [place for place in self._line if place is not own]
        behind = (one for one in islice(others, target, None) if one.priority is own.priority)
        found = next(behind, None)
        return found.job_id if found else None

    # Inside.

    def _look(self, job_id: str) -> str:
        plain = PLAIN.get(self._manager.state(job_id))
        return plain or status_of(self._manager.job(job_id))

    def _enter(self, job_id: str, status: str) -> None:
        self._statuses[job_id] = status
        if status == ACTIVE:
            self._active[job_id] = None
        elif status in STOPPED:
            self._stopped[job_id] = None
            if status == ERROR:
                self._failed[job_id] = None
        else:
            self._in_line[job_id] = None
            self._unplaced[job_id] = None

    def _leave(self, job_id: str, status: str) -> None:
        del self._statuses[job_id]
        if status in IN_LINE:
            self._unplaced.pop(job_id, None)
            self._take_out(job_id)
        for jobs in (self._active, self._stopped, self._failed, self._in_line):
            jobs.pop(job_id, None)

    def _take_out(self, job_id: str) -> None:
        place = self._places.pop(job_id, None)
        if place is not None:
            del self._line[bisect.bisect_left(self._line, place)]

    async def _settle(self) -> None:
        """Give every job that waits its place; after a move those of thousands may have changed."""
        while self._unplaced:
            some = tuple(islice(self._unplaced, AT_ONCE))
            self._put(some)
            if self._unplaced:
                await asyncio.sleep(0)

    def _put(self, job_ids: Iterable[str]) -> None:
        new = []
        for job_id in job_ids:
            self._unplaced.pop(job_id)
            job = self._manager.job(job_id)
            place = _Place(job.priority, job.position, job_id)
            if self._places.get(job_id) != place:
                self._take_out(job_id)
                self._places[job_id] = place
                new.append(place)
        if len(new) > _MANY:
            self._line += new
            self._line.sort()
        else:
            for place in new:
                bisect.insort(self._line, place)


def _some(line: Sequence[_Place], offset: int, count: int) -> Sequence[_Place]:
    if offset >= 0:
        return line[offset : offset + count]
    last = len(line) + offset
    return line[max(0, last - count + 1) : last + 1][::-1] if last >= 0 else ()
