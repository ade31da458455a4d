"""Threads on a clock that moves only when all of them sleep, so that nothing is left to chance."""

from __future__ import annotations

import heapq
import itertools
import random
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


class Lockstep:
    """One thread runs at a time; when it sleeps or ends, that one goes on whose time comes first.

    With a `seed`, sleeps last too long, as on a busy machine: mostly by up to 2 ms, at times by 60.
    """

    def __init__(self, seed: int | None = None) -> None:
        self.now = 100.0
        self._dice = None if seed is None else random.Random(seed)
        self._order = itertools.count()
        self._parked: list[tuple[float, int, threading.Event]] = []

    def read(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        turn = self._park(self.now + seconds + self._lateness())
        self._let_the_next_go_on()
        assert turn.wait(60), "the others went to sleep for good"

    def run(self, *bodies: Callable[[], None]) -> None:
        """Run each in a thread of its own, from now on, until all have ended; raises as they do."""
        with ThreadPoolExecutor(len(bodies)) as threads:
            runs = [threads.submit(self._run, body, self._park(self.now)) for body in bodies]
            self._let_the_next_go_on()
        for run in runs:
            run.result()

    def _run(self, body: Callable[[], None], turn: threading.Event) -> None:
        try:
            assert turn.wait(60)
            body()
        finally:
            self._let_the_next_go_on()

    def _park(self, until: float) -> threading.Event:
        turn = threading.Event()
        heapq.heappush(self._parked, (until, next(self._order), turn))
        return turn

    def _let_the_next_go_on(self) -> None:
        if self._parked:
            until, _, turn = heapq.heappop(self._parked)
            self.now = max(self.now, until)
            turn.set()

    def _lateness(self) -> float:
        if self._dice is None:
            return 0.0
        return self._dice.uniform(0, 0.06 if self._dice.random() < 0.02 else 0.002)
