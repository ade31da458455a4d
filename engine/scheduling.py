"""Who may run now: a pure decision over all jobs, made anew whenever something changed."""

from __future__ import annotations

import bisect
import enum
import heapq
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from engine.errors import RefusedError
from engine.job import Job, Priority
from engine.states import JobState


@dataclass(frozen=True, slots=True)
class Slots:
    """How many background jobs may run at once, and how many of them on one host."""

    everywhere: int
    per_host: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The jobs to stop (pre-empted by better ones) and the jobs to give a slot."""

    stop: tuple[Job, ...]
    start: tuple[Job, ...]


class Move(enum.Enum):
    """To which place among the jobs of its priority a person moves a job."""

    UP = "up"
    DOWN = "down"
    TOP = "top"
    BOTTOM = "bottom"


_Place: TypeAlias = tuple[Priority, int, str]


def is_in_line(job: Job) -> bool:
    """Whether the job has a slot or wants one."""
    return job.state is JobState.QUEUED or job.state.is_running


class Line:
    """The jobs that have a slot or want one; thousands that wait cost a plan nothing."""

    def __init__(self) -> None:
        self.running: dict[str, Job] = {}
        """Those that have a slot."""
        self._places: list[_Place] = []
        self._waiting: dict[str, tuple[_Place, Job]] = {}
        self._arrived: dict[str, Job] = {}

    def __repr__(self) -> str:
        return f"<Line: {len(self.running)} jobs run, {len(self._waiting)} wait>"

    def __iter__(self) -> Iterator[Job]:
        """Those that wait, in their order."""
        for place in self._places:
            known = self._waiting.get(place[2])
            # Those that left, and those that were moved, are still where they were.
            if known is not None and known[0] == place:
                yield known[1]

    def put(self, job: Job) -> None:
        """The job has a slot, or wants one: at the place that is right for it now."""
        if job.state.is_running:
            self.drop(job)
            self.running[job.id] = job
            return
        self.running.pop(job.id, None)
        self._arrived[job.id] = job
        place = (job.priority, job.position, job.id)
        self._waiting[job.id] = (place, job)
        index = bisect.bisect_left(self._places, place)
        if index == len(self._places) or self._places[index] != place:
            self._places.insert(index, place)
        if len(self._places) > 2 * len(self._waiting) + 64:
            self._places = sorted(place for place, _ in self._waiting.values())

    def drop(self, job: Job) -> None:
        """The job has no slot and wants none."""
        for jobs in (self.running, self._waiting, self._arrived):
            jobs.pop(job.id, None)

    def take_arrived(self) -> list[Job]:
        """Those that began to wait, or changed while they did, since the last call."""
        arrived = list(self._arrived.values())
        self._arrived.clear()
        return arrived


def plan(running: Collection[Job], waiting: Iterable[Job], slots: Slots) -> Plan:
    """Foreground jobs always run; others by priority, then by arrival, while slots last.

    `waiting` comes in this order, as from a `Line`. A job that runs is not stopped for an equal
    one. A job that waits to retry holds no slot, and one whose host lets no more tries in takes
    none from others.
    """
    tickets: dict[str, float] = {}
    by_host: Counter[str] = Counter()
    chosen: list[Job] = []
    free = slots.everywhere
    for job in heapq.merge(sorted(running, key=_rank), waiting, key=_rank):
        host = job.pause.host
        is_foreground = job.priority is Priority.FOREGROUND
        if not is_foreground and not free:
            break
        has_room = is_foreground or by_host[host] < slots.per_host
        if not has_room or not _lets_in(job, tickets):
            continue
        chosen.append(job)
        if not is_foreground:
            free -= 1
            by_host[host] += 1
    wanted = {job.id for job in chosen}
    return Plan(
        stop=tuple(job for job in running if job.id not in wanted),
        start=tuple(job for job in chosen if not job.state.is_running),
    )


def _rank(job: Job) -> tuple[Priority, bool, int, str]:
    return (job.priority, not job.state.is_running, job.position, job.id)


def _lets_in(job: Job, tickets: dict[str, float]) -> bool:
    """Whether the job runs, or its host lets it go; takes one of the host's `tickets` for it."""
    pause = job.pause
    if job.state.is_running or pause.has_ticket(job.id) or job.policy.never_retries:
        return True
    left = tickets.setdefault(pause.host, pause.tickets_left)
    tickets[pause.host] = max(0, left - 1)
    return left > 0


def moved(job: Job, jobs: Iterable[Job], move: Move) -> list[Job]:
    """The jobs of the line in the order that the move makes; only those that change their place.

    Their positions are to be exchanged among them: the first gets the smallest. Jobs of another
    priority, and those that are over, are passed over: the move would not be seen.
    """
    line = _line_of(job, jobs)
    here = line.index(job)
    there = {
        Move.UP: max(here - 1, 0),
        Move.DOWN: min(here + 1, len(line) - 1),
        Move.TOP: 0,
        Move.BOTTOM: len(line) - 1,
    }[move]
    return _shifted(line, here, there)


def moved_before(job: Job, jobs: Iterable[Job], other: Job) -> list[Job]:
    """The same for a move to just before `other`; raises `RefusedError` if it stands elsewhere."""
    line = _line_of(job, jobs)
    if other not in line:
        raise RefusedError("That job stands in another line.")
    here, there = line.index(job), line.index(other)
    return _shifted(line, here, there - 1 if here < there else there)


def _line_of(job: Job, jobs: Iterable[Job]) -> list[Job]:
    return sorted(
        (one for one in jobs if one.priority is job.priority and not one.state.is_final),
        key=lambda one: one.position,
    )


def _shifted(line: Sequence[Job], here: int, there: int) -> list[Job]:
    between = list(line[min(here, there) : max(here, there) + 1])
    between.insert(there - min(here, there), between.pop(here - min(here, there)))
    return between if here != there else []
