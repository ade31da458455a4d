"""When the machine should stay awake: while bytes move, or a try is due within minutes.

Looks only at jobs that changed: a list of ten thousand others costs nothing.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable

from engine import JobSnapshot, JobState

SOON = 180.0
"""A try that is due within so many seconds is waited for awake."""
LINGER = 30.0
"""Seconds that the machine is kept awake after the last byte: often more follows."""
_OVERDUE = 60.0
"""A try that has not come so long after it was due is waited for no longer."""
_SAME = 1.0
"""Seconds by which a due time may differ and still be the one that is known."""


class AwakePolicy:
    """Hears of jobs and says whether the machine is needed; `now` is any clock's, in seconds."""

    def __init__(self) -> None:
        self._running: set[str] = set()
        self._due: dict[str, float] = {}
        # In order; an entry that is not in `_due` any more is void.
        self._line: list[tuple[float, str]] = []
        self._was_needed = False
        self._until = float("-inf")

    def __repr__(self) -> str:
        return f"<AwakePolicy: {len(self._running)} running, {len(self._due)} waiting>"

    def follow(self, changed: Iterable[JobSnapshot], gone: Iterable[str], now: float) -> None:
        """These jobs are different now."""
        for job in changed:
            if job.state.is_running:
                self._running.add(job.id)
            else:
                self._running.discard(job.id)
            self._expect(job, now)
        for job_id in gone:
            self._running.discard(job_id)
            self._due.pop(job_id, None)
        if len(self._line) > 2 * len(self._due) + 64:
            self._line = [(due, job_id) for job_id, due in self._due.items()]
            heapq.heapify(self._line)

    def wants(self, now: float) -> bool:
        """Whether the machine should stay awake."""
        is_needed = bool(self._running) or self._soonest(now) - now <= SOON
        if self._was_needed and not is_needed:
            self._until = now + LINGER
        self._was_needed = is_needed
        return is_needed or now < self._until

    def next_look(self, now: float) -> float | None:
        """Seconds until `wants` may say something else though no job changed; None: never."""
        if self._running:
            return None
        looks = [self._until] if now < self._until else []
        soonest = self._soonest(now)
        if soonest < float("inf"):
            looks.append(soonest + (_OVERDUE if soonest - now <= SOON else -SOON))
        return max(min(looks) - now, 0.0) if looks else None

    def _expect(self, job: JobSnapshot, now: float) -> None:
        # One that waits for others' tries has no time of its own, and they have.
        waits = job.state is JobState.TRANSIENT_ERROR and not job.waits_for_host
        if not waits or job.retry_in is None:
            self._due.pop(job.id, None)
            return
        due = now + job.retry_in
        if abs(due - self._due.get(job.id, float("-inf"))) > _SAME:
            self._due[job.id] = due
            heapq.heappush(self._line, (due, job.id))

    def _soonest(self, now: float) -> float:
        """When the next try is due; infinite if there is none."""
        while self._line:
            due, job_id = self._line[0]
            is_known = self._due.get(job_id) == due
            if is_known and due >= now - _OVERDUE:
                return due
            heapq.heappop(self._line)
            if is_known:
                del self._due[job_id]
        return float("inf")
