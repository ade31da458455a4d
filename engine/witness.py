"""What was seen of the jobs that ran since the program started: what was said, how fast it went.

In memory only, and of so many jobs at most; those that ran last are kept.
"""

from __future__ import annotations

from collections import OrderedDict, deque

from engine.speed_history import SpeedHistory, SpeedRecorder
from engine.wire.spec import Exchange

EXCHANGES_KEPT = 20
MOST_TALKS = 500
MOST_HISTORIES = 5000


class Witness:
    """Everything happens on the main thread. Times are engine time, in seconds."""

    def __init__(self) -> None:
        self._talks: OrderedDict[str, deque[Exchange]] = OrderedDict()
        self._histories: OrderedDict[str, SpeedRecorder] = OrderedDict()
        self._all: SpeedRecorder | None = None
        self._counted: dict[str, tuple[int, float]] = {}

    def __repr__(self) -> str:
        return f"<Witness of {len(self._histories)} jobs>"

    def exchanged(self, job_id: str, exchange: Exchange) -> None:
        """The job asked a server for something."""
        talk = self._talks.get(job_id)
        if talk is None:
            talk = self._talks[job_id] = deque(maxlen=EXCHANGES_KEPT)
            if len(self._talks) > MOST_TALKS:
                self._talks.popitem(last=False)
        talk.append(exchange)

    def run_begins(self, job_id: str, count: int, now: float) -> None:
        """The job has `count` bytes and is about to fetch more."""
        self._counted[job_id] = count, now
        if job_id not in self._histories:
            self._histories[job_id] = SpeedRecorder(now)
            if len(self._histories) > MOST_HISTORIES:
                self._histories.popitem(last=False)
        self._histories.move_to_end(job_id)
        if job_id in self._talks:
            self._talks.move_to_end(job_id)

    def sampled(self, job_id: str, count: int, now: float) -> None:
        """The job has `count` bytes now; fewer than before: it began from zero."""
        if job_id not in self._counted:
            return
        before, since = self._counted[job_id]
        self._counted[job_id] = count, now
        self._all = self._all or SpeedRecorder(since)
        self._all.add(count - before, since, now)
        if job_id in self._histories:
            self._histories[job_id].add(count - before, since, now)

    def run_ends(self, job_id: str, count: int, now: float) -> None:
        """The job's run is over, with so many bytes."""
        self.sampled(job_id, count, now)
        self._counted.pop(job_id, None)

    def forget(self, job_id: str) -> None:
        """The job is gone."""
        for seen in (self._talks, self._histories, self._counted):
            seen.pop(job_id, None)

    def exchanges(self, job_id: str) -> list[Exchange]:
        """The job's last requests, oldest first."""
        return list(self._talks.get(job_id, ()))

    def history(self, job_id: str | None, now: float) -> SpeedHistory:
        """How fast the job was, or all of them together; empty if nothing ever ran."""
        recorder = self._all if job_id is None else self._histories.get(job_id)
        return recorder.history(now) if recorder else SpeedHistory()
