"""Many windows that are started at once on one home, each with a link of its own."""

from __future__ import annotations

import os
import signal
import socket
import struct
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from fault_server import FaultServer
from gui.instance import address_of
from program import Holdfast, Run

STARTERS = 8
LONGEST_START = 60.0
"""Seconds until all but one must have ended, on a machine that has other things to do."""


@dataclass
class Race:
    """One home for all rounds, so that each begins with what the last one left there."""

    holdfast: Holdfast
    server: FaultServer
    _rounds: int = 0
    _expected: set[str] = field(default_factory=set)
    """The jobs that have to be in the list."""
    _unsure: set[str] = field(default_factory=set)
    """Jobs of windows that were killed before they had ended by themselves."""
    _killed_in_between: bool = False

    def run(self, *, then: signal.Signals) -> None:
        """Start them, look for every link, and end the one that stays with the signal."""
        runs = self._start()
        first = self._the_one_that_stays(runs)
        self._check_list()
        first.signal(then)
        code = first.outcome().code
        assert code == (-then if then is signal.SIGKILL else 128 + then), code

    def run_with_kills(self, kills: int = 2) -> None:
        """The same, but whoever has the home is killed, and then the next one."""
        runs = self._start()
        self._killed_in_between = True
        for _ in range(kills):
            if (pid := _until_one_listens(self.holdfast.home, runs)) is None:
                break
            (victim,) = (name for name, run in runs.items() if run.process.pid == pid)
            run = runs.pop(victim)
            run.signal(signal.SIGKILL)
            assert run.outcome().code == -signal.SIGKILL
            self._expected.remove(victim)
            self._unsure.add(victim)
        first = self._the_one_that_stays(runs)
        self._check_list()
        first.signal(signal.SIGKILL)
        first.outcome()

    def _start(self) -> dict[str, Run]:
        self._rounds += 1
        names = [f"{self._rounds}-{number}.bin" for number in range(STARTERS)]
        self._expected.update(names)
        return {
            name: self.holdfast.start("--home", self.holdfast.home, self.server.url_for(f"/{name}"))
            for name in names
        }

    def _the_one_that_stays(self, runs: dict[str, Run]) -> Run:
        deadline = time.monotonic() + LONGEST_START
        while len(alive := [run for run in runs.values() if run.process.poll() is None]) > 1:
            assert time.monotonic() < deadline, f"{len(alive)} of them still run"
            time.sleep(0.05)
        assert alive, [run.outcome() for run in runs.values()]
        ended = [run.outcome() for run in runs.values() if run is not alive[0]]
        assert {(outcome.code, outcome.err) for outcome in ended} <= {(0, "")}, ended
        return alive[0]

    def _check_list(self) -> None:
        """Every link is there, and once: twice only where somebody was killed before it answered.

        The window's own link may not be there yet when the others have ended.
        """
        deadline = time.monotonic() + 20
        while True:
            found = Counter(job["name"] for job in self.holdfast("list", "--json").events)
            missing = self._expected - found.keys()
            if not missing:
                break
            assert time.monotonic() < deadline, f"lost: {sorted(missing)}"
        assert not (strange := found.keys() - self._expected - self._unsure), strange
        if not self._killed_in_between:
            assert set(found.values()) == {1}, found


def _until_one_listens(home: Path, runs: dict[str, Run]) -> int | None:
    """The process that has the home and says so; None when only one is left."""
    deadline = time.monotonic() + LONGEST_START
    while time.monotonic() < deadline:
        alive = {run.process.pid for run in runs.values() if run.process.poll() is None}
        if len(alive) < 2:
            return None
        pid = listener(home)
        if pid in alive:
            return pid
        time.sleep(0.01)
    raise AssertionError("nobody listens")


def listener(home: Path) -> int | None:
    """The process that listens where the lock file says."""
    with socket.socket(socket.AF_UNIX) as line:
        try:
            line.connect(address_of(home) or "/nonexistent")
        except OSError:
            return None
        credentials = line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)
    pid: int = struct.unpack("3i", credentials)[0]
    return pid if pid != os.getpid() else None
