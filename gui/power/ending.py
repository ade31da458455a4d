"""When all is done, and what is done then, if the person asked for anything: decided by pure rules.

All is done when nothing moves any more and nothing will by itself, after something has moved since
the person chose; jobs that failed for good are done too. It must have come so by itself: who pauses
or removes the last job sits at the machine, and has not asked for its end.

A countdown lets the person object. It is only counted while the program runs: after a standstill it
begins anew, for a machine that was just woken must not go down at once.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable

from engine import JobSnapshot, JobState
from gui.tally import UNDER_WAY

COUNTDOWN = 30.0
STANDSTILL = 5.0
"""Seconds between two ticks in which nobody could have read the countdown."""


class Deed(enum.Enum):
    """What is done when all is done."""

    NOTHING = "nothing"
    QUIT = "quit"
    SUSPEND = "suspend"
    SHUT_DOWN = "shut down"
    COMMAND = "run a command"


class Ending:
    """Hears of jobs and of time; nothing of it is stored, so no choice outlives the program."""

    def __init__(self) -> None:
        self.deed = Deed.NOTHING
        # How often each job was begun, as far as it was told.
        self._known: dict[str, int] = {}
        self._under_way: set[str] = set()
        self._running: set[str] = set()
        self._failed: set[str] = set()
        self._has_worked = False
        self._left: float | None = None
        self._ticked_at = 0.0

    def __repr__(self) -> str:
        return f"<Ending: {self.deed.value}, {len(self._under_way)} under way, left {self._left}>"

    @property
    def left(self) -> float | None:
        """Seconds until the deed is done, None while nothing is counted."""
        return self._left

    @property
    def failed(self) -> int:
        """How many jobs failed for good since the person chose."""
        return len(self._failed)

    def begin(self, jobs: Iterable[JobSnapshot]) -> None:
        """These jobs are there already; whatever they did was before."""
        for job in jobs:
            self._known[job.id] = job.tries
            self._note(job)

    def choose(self, deed: Deed) -> None:
        """Do this once all is done; a countdown ends. What was done before does not count."""
        self.deed = deed
        self._left = None
        self._failed.clear()
        self._has_worked = bool(self._running)

    def follow(self, changed: Iterable[JobSnapshot], gone: Iterable[str], now: float) -> None:
        """These jobs are different now; one that came, or goes on, ends a countdown."""
        was_under_way = bool(self._under_way)
        by_itself = True
        for job in changed:
            # Small files come in between two looks.
            has_run = job.tries > self._known.get(job.id, 0)
            if job.id not in self._known or _is_under_way(job):
                self._left = None
            if (has_run or job.id in self._under_way) and not _is_under_way(job):
                by_itself = by_itself and _ended_by_itself(job)
            self._known[job.id] = job.tries
            was_under_way = was_under_way or has_run
            self._has_worked = self._has_worked or has_run
            self._note(job)
        for job_id in gone:
            by_itself = by_itself and job_id not in self._under_way
            self._known.pop(job_id, None)
            for jobs in (self._under_way, self._running, self._failed):
                jobs.discard(job_id)
        is_done = was_under_way and not self._under_way and by_itself
        if is_done and self._has_worked and self.deed is not Deed.NOTHING:
            self._left, self._ticked_at = COUNTDOWN, now

    def tick(self, now: float) -> Deed | None:
        """Time has passed; the deed, at the moment when it is to be done, and only once."""
        if self._left is None:
            return None
        passed, self._ticked_at = now - self._ticked_at, now
        self._left = COUNTDOWN if passed > STANDSTILL else self._left - passed
        return self.hurry() if self._left <= 0 else None

    def hurry(self) -> Deed:
        """The deed is to be done now; afterwards none is chosen any more."""
        deed = self.deed
        self.choose(Deed.NOTHING)
        return deed

    def _note(self, job: JobSnapshot) -> None:
        _keep(self._under_way, job, is_so=_is_under_way(job))
        _keep(self._running, job, is_so=job.state.is_running)
        _keep(self._failed, job, is_so=job.state is JobState.ERROR and self._has_worked)
        self._has_worked = self._has_worked or job.state.is_running


def _is_under_way(job: JobSnapshot) -> bool:
    """Whether it moves, or will by itself; one on hold goes on when what holds it is over."""
    is_completing = job.state is JobState.TRANSFERRED and job.auto_complete and job.error is None
    return job.state in UNDER_WAY or is_completing


def _ended_by_itself(job: JobSnapshot) -> bool:
    """Nobody paused or cancelled it; what nobody looked after is cancelled with an error."""
    if job.state is JobState.CANCELLED:
        return job.error is not None
    return job.state is not JobState.SUSPENDED


def _keep(jobs: set[str], job: JobSnapshot, *, is_so: bool) -> None:
    if is_so:
        jobs.add(job.id)
    else:
        jobs.discard(job.id)
