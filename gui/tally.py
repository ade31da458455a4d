"""All jobs in a few numbers, kept up to date by what changed: nothing walks over ten thousand jobs.

The overall progress is that of a batch: what is under way, and what came to its end since nothing
was. So it does not fall back when one of several jobs is done.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from heapq import nlargest
from typing import NamedTuple

from engine import JobSnapshot, JobState
from gui import formatting
from gui.formatting import Tone

UNDER_WAY = frozenset(
    {JobState.QUEUED, JobState.CONNECTING, JobState.TRANSFERRING, JobState.TRANSIENT_ERROR}
)
"""States of a job that goes on by itself."""
_ENDED_WELL = frozenset({JobState.TRANSFERRED, JobState.ACKNOWLEDGED})
MOST_RECENT = 5


class _Share(NamedTuple):
    """What one job of the batch adds to it, in bytes."""

    present: int
    size: int


class Tally:
    """`follow` is its only entrance."""

    def __init__(self) -> None:
        self._jobs: dict[str, JobSnapshot] = {}
        self._tones: Counter[Tone] = Counter()
        self._states: Counter[JobState] = Counter()
        self._rates: dict[str, float] = {}
        self._batch: dict[str, _Share] = {}
        self._present = self._size = 0
        self._recent: list[JobSnapshot] = []

    def follow(self, changed: Iterable[JobSnapshot], gone: Iterable[str]) -> None:
        """Count these jobs as they are now."""
        for job in changed:
            before = self._jobs.get(job.id)
            self._jobs[job.id] = job
            self._count(before, job)
            self._share(job)
            self._rank(before, job)
        for job_id in gone:
            if (job_before := self._jobs.pop(job_id, None)) is not None:
                self._count(job_before, None)
                self._take_out(job_id)
                if any(job.id == job_id for job in self._recent):
                    self._recent = nlargest(MOST_RECENT, self._jobs.values(), key=_age)
        if not self.under_way:
            self._batch.clear()
            self._present = self._size = 0

    def _count(self, before: JobSnapshot | None, now: JobSnapshot | None) -> None:
        if before is not None:
            self._tones[formatting.tone(before)] -= 1
            self._states[before.state] -= 1
            self._rates.pop(before.id, None)
        if now is not None:
            self._tones[formatting.tone(now)] += 1
            self._states[now.state] += 1
            if now.state.is_running and now.rate >= 1:
                self._rates[now.id] = now.rate

    def _share(self, now: JobSnapshot) -> None:
        """What was paused or failed is no part of the batch: it does not come by itself."""
        has_part = now.state in UNDER_WAY or (now.state in _ENDED_WELL and now.id in self._batch)
        self._take_out(now.id)
        if has_part and now.size:
            share = _Share(min(now.bytes_present, now.size), now.size)
            if now.state in _ENDED_WELL:
                share = _Share(now.size, now.size)
            self._batch[now.id] = share
            self._present += share.present
            self._size += share.size

    def _take_out(self, job_id: str) -> None:
        share = self._batch.pop(job_id, None)
        if share is not None:
            self._present -= share.present
            self._size -= share.size

    def _rank(self, before: JobSnapshot | None, now: JobSnapshot) -> None:
        if before is None:
            if len(self._recent) < MOST_RECENT or _age(now) > _age(self._recent[-1]):
                self._recent = nlargest(MOST_RECENT, [*self._recent, now], key=_age)
            return
        self._recent = [now if job.id == now.id else job for job in self._recent]

    # --- what it says ----------------------------------------------------------------------------

    def of_tone(self, tone: Tone) -> int:
        """How many jobs have this colour."""
        return self._tones[tone]

    @property
    def under_way(self) -> int:
        """How many jobs run, wait for their turn or try again by themselves."""
        return sum(self._states[state] for state in UNDER_WAY)

    @property
    def paused(self) -> int:
        """How many jobs wait for the person to resume them."""
        return self._states[JobState.SUSPENDED]

    @property
    def rate(self) -> float:
        """Bytes a second of all jobs together."""
        return sum(self._rates.values())

    @property
    def progress(self) -> float | None:
        """The share of the batch that is here; None when nothing runs, or no size is known."""
        if not self._tones[Tone.ACTIVE] or not self._size:
            return None
        return self._present / self._size

    @property
    def recent(self) -> list[JobSnapshot]:
        """The jobs that came last, the newest first."""
        return list(self._recent)

    def job(self, job_id: str) -> JobSnapshot | None:
        """The job as it was told last."""
        return self._jobs.get(job_id)

    def in_words(self) -> str:
        """The state of things in two lines at most."""
        return formatting.totals(self._tones, self.progress, self.rate)


def _age(job: JobSnapshot) -> tuple[float, int]:
    return job.created, job.position
