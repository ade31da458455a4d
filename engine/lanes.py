"""A few threads that bring one file after the other, without a word to the main thread between."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable

from engine.errors import TransferFailed, TransferStopped
from engine.fetch import Fetch
from engine.job import JobFile
from engine.settler import Outcome, Settler, Try


class _Lane:
    """What one thread brings at the moment."""

    def __init__(self) -> None:
        self.file: JobFile | None = None
        self.fetch: Fetch | None = None


class Lanes:
    """Brings files, at most `most` at a time; `put`, `stop` and `moving` are the main thread's.

    `begin` makes the fetch of a file; `report` hears what came of files, in groups. Both are called
    in threads. Each file that is put is reported once, unless `stop` returns it.
    """

    def __init__(
        self,
        name: str,
        most: int,
        begin: Callable[[JobFile], Fetch],
        report: Callable[[list[Try]], None],
    ) -> None:
        self._name = name
        self._most = most
        self._begin = begin
        self._lock = threading.Lock()
        self._queue: deque[JobFile] = deque()
        self._lanes: list[_Lane] = []
        self._settler = Settler(report, f"sync {name}")
        self._is_stopped = False

    def __repr__(self) -> str:
        return f"<Lanes {self._name}: {len(self._lanes)} busy, {len(self._queue)} files to come>"

    def put(self, files: Iterable[JobFile]) -> None:
        """Bring these too, in this order."""
        with self._lock:
            self._queue.extend(files)
            new = [_Lane() for _ in range(min(self._most - len(self._lanes), len(self._queue)))]
            self._lanes += new
            self._settler.expect(company=bool(self._lanes))
        for lane in new:
            threading.Thread(
                target=self._work, args=(lane,), name=f"wire {self._name}", daemon=True
            ).start()

    def stop(self) -> list[JobFile]:
        """End every fetch soon, and begin none; returns the files that were not begun."""
        with self._lock:
            self._is_stopped = True
            left = list(self._queue)
            self._queue.clear()
        for _, fetch in self.moving():
            fetch.stop()
        return left

    def moving(self) -> list[tuple[JobFile, Fetch]]:
        """The files that are being brought, and by what."""
        with self._lock:
            return [(lane.file, lane.fetch) for lane in self._lanes if lane.file and lane.fetch]

    def _work(self, lane: _Lane) -> None:
        while file := self._next(lane):
            one = self._tried(lane, file)
            with self._lock:
                company = len(self._lanes) > 1 or bool(self._queue)
            self._settler.add(one, company=company)

    def _next(self, lane: _Lane) -> JobFile | None:
        """The file to bring next; None, and the lane is closed, when there is none."""
        with self._lock:
            lane.file = lane.fetch = None
            if self._queue:
                return self._queue.popleft()
            self._lanes.remove(lane)
            self._settler.expect(company=bool(self._lanes))
            return None

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
