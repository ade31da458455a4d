"""A few threads that bring one file after the other, without a word to the main thread between.

Where files wait for the network, several lanes bring more than one. Where they are small and the
server is near, the interpreter is what all wait for, and one lane brings more than several: those
that have too much company step aside, and come back when it is the network again.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from engine.errors import TransferFailed, TransferStopped
from engine.fetch import Fetch
from engine.job import JobFile
from engine.settler import Outcome, Settler, Try
from engine.threads import begin

_LOOK_SECONDS = 0.1
# Of one processor's time, used by all lanes together: the interpreter has no more to give, or much.
_BUSY, _IDLE = 0.6, 0.3
# No file came to its end for so long: those under way hold the others up.
_HELD_UP_SECONDS = 0.2


class Pace(NamedTuple):
    """Seconds that pass, and seconds of a processor that the thread which asks has used."""

    now: Callable[[], float] = time.monotonic
    worked: Callable[[], float] = time.thread_time


class _Lane:
    """What one thread brings at the moment."""

    def __init__(self) -> None:
        self.file: JobFile | None = None
        self.fetch: Fetch | None = None
        self._worked = 0.0

    def worked(self, so_far: float) -> float:
        """Seconds of processor time its thread has used since the last call, of `so_far` in all."""
        before, self._worked = self._worked, so_far
        return so_far - before


class Lanes:
    """Brings files, at most `most` at a time; `put`, `stop` and `moving` are the main thread's.

    `begin` makes the fetch of a file; `report` hears what came of files, in groups; when so many
    tries in a row as there may be lanes were in vain, as `was_in_vain` says, no file is begun
    before the next `put`. All three are called in threads. Each file that is put is reported once,
    unless `stop` or `take_back` returns it.
    """

    def __init__(
        self,
        name: str,
        most: int,
        begin: Callable[[JobFile], Fetch],
        report: Callable[[list[Try]], None],
        was_in_vain: Callable[[Try], bool],
        pace: Pace = Pace(),  # noqa: B008 - a value, that nobody changes
    ) -> None:
        self._name = name
        self._most = most
        self._begin = begin
        self._was_in_vain = was_in_vain
        self._lock = threading.Lock()
        self._queue: deque[JobFile] = deque()
        self._in_vain = 0
        self._lanes: list[_Lane] = []
        self._settler = Settler(report, f"sync {name}")
        self._is_stopped = False
        self._pace = pace
        self._finished_at = self._looked_at = pace.now()
        self._worked = 0.0
        self._load = 0.0

    def __repr__(self) -> str:
        return f"<Lanes {self._name}: {len(self._lanes)} busy, {len(self._queue)} files to come>"

    @property
    def is_broken_off(self) -> bool:
        """Whether too much was in vain, so that no more files are begun."""
        return self._in_vain >= self._most

    def put(self, files: Iterable[JobFile]) -> None:
        """Bring these too, in this order."""
        with self._lock:
            self._queue.extend(files)
            self._in_vain = 0
            self._open(min(self._most - len(self._lanes), len(self._queue)))

    def widen(self) -> None:
        """Open another lane where files wait in vain; to be called now and then."""
        now = self._pace.now()
        with self._lock:
            held_up = now - self._finished_at > _HELD_UP_SECONDS
            wanted = self._queue and not self.is_broken_off and len(self._lanes) < self._most
            if wanted and (held_up or self._load < _IDLE):
                self._open(1)

    def stop(self) -> list[JobFile]:
        """End every fetch soon, and begin none; returns the files that were not begun."""
        with self._lock:
            self._is_stopped = True
        left = self.take_back()
        self._cut([fetch for _, fetch in self.moving()])
        return left

    def take_back(self) -> list[JobFile]:
        """The files that were not begun; they are put no longer."""
        with self._lock:
            left = list(self._queue)
            self._queue.clear()
        return left

    def drop(self, file: JobFile) -> bool:
        """Do without the file: True if it was not begun, else it is reported once it stopped."""
        with self._lock:
            left = [one for one in self._queue if one is not file]
            was_there = len(left) < len(self._queue)
            self._queue = deque(left)
        if was_there:
            return True
        self._cut([fetch for moving, fetch in self.moving() if moving is file])
        return False

    def moving(self) -> list[tuple[JobFile, Fetch]]:
        """The files that are being brought, and by what."""
        with self._lock:
            return [(lane.file, lane.fetch) for lane in self._lanes if lane.file and lane.fetch]

    def _cut(self, fetches: list[Fetch]) -> None:
        """End these soon. Not here: each connection that is shut down lets go of the interpreter,
        which the main thread then has to wait for among all that still move.
        """
        if fetches:
            begin(f"stop {self._name}", partial(_stop_each, fetches))

    def _open(self, count: int) -> None:
        """So many lanes more; the lock is held."""
        new = [_Lane() for _ in range(count)]
        self._lanes += new
        self._settler.expect(company=bool(self._lanes))
        for lane in new:
            begin(f"wire {self._name}", partial(self._work, lane))

    def _work(self, lane: _Lane) -> None:
        while file := self._next(lane):
            one = self._tried(lane, file)
            in_vain = self._was_in_vain(one)
            with self._lock:
                self._in_vain = self._in_vain + 1 if in_vain else 0
                company = len(self._lanes) > 1 or bool(self._queue)
            self._settler.add(one, company=company)

    def _next(self, lane: _Lane) -> JobFile | None:
        """The file to bring next; None, and the lane is closed, when there is none for it."""
        with self._lock:
            lane.file = lane.fetch = None
            self._finished_at = self._pace.now()
            self._worked += lane.worked(self._pace.worked())
            may_go_on = self._queue and not self.is_broken_off
            if may_go_on and not self._is_too_much_company():
                return self._queue.popleft()
            self._lanes.remove(lane)
            self._settler.expect(company=bool(self._lanes))
            return None

    def _is_too_much_company(self) -> bool:
        """The lanes wait for each other more than for the network; the lock is held."""
        passed = self._finished_at - self._looked_at
        if passed < _LOOK_SECONDS:
            return False
        self._load = self._worked / passed
        self._looked_at, self._worked = self._finished_at, 0.0
        return self._load > _BUSY and len(self._lanes) > 1

    def _tried(self, lane: _Lane, file: JobFile) -> Try:
        outcome: Outcome
        fetch = None
        began = time.monotonic()
        try:
            fetch = self._begin(file)
            self._hold(lane, file, fetch)
            outcome = fetch.run()
        except TransferStopped:
            outcome = None
        except TransferFailed as failure:
            outcome = failure.error
        except Exception as failure:  # noqa: BLE001 - raised again where the run is awaited
            outcome = failure
        return Try(file, fetch, outcome, time.monotonic() - began)

    def _hold(self, lane: _Lane, file: JobFile, fetch: Fetch) -> None:
        with self._lock:
            lane.file, lane.fetch = file, fetch
            is_stopped = self._is_stopped
        if is_stopped:
            fetch.stop()


def _stop_each(fetches: Iterable[Fetch]) -> None:
    for fetch in fetches:
        fetch.stop()
