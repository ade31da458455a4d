"""Files come side by side in a few threads, and are told of when the disk has them."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable

import pytest

from engine.errors import TransferFailed, TransferStopped
from engine.job import JobFile
from engine.lanes import Lanes, Pace
from engine.part import PartState
from engine.settler import Try
from engine.wire.spec import TransferResult
from fake_fetch import BUSY, FULL

LONG = 20.0


def never(one: Try) -> bool:
    return False


class Wire:
    """Fetches by file number: which wait for a word, which fail; what happened, in order."""

    def __init__(self) -> None:
        self.gates: dict[int, threading.Event] = {}
        self.failures: dict[int, Exception] = {}
        self.settling: dict[int, Callable[[], None]] = {}
        self.events: list[tuple[str, int]] = []
        self.threads: dict[str, set[str]] = {"run": set(), "settle": set()}
        self.busy: Callable[[int], None] = lambda number: None
        self.running = 0
        self.most_at_once = 0
        self.lock = threading.Lock()

    def begin(self, file: JobFile) -> Fetch:
        return Fetch(self, file.number)

    def took(self, event: str, number: int) -> None:
        with self.lock:
            self.events.append((event, number))
            self.threads[event].add(threading.current_thread().name)

    def numbers(self, event: str) -> list[int]:
        with self.lock:
            return [number for happened, number in self.events if happened == event]


class Fetch:
    """One try of one file, as its wire says."""

    bytes_present = 0
    total = None
    connections = 1

    def __init__(self, wire: Wire, number: int) -> None:
        self._wire, self._number = wire, number
        self._is_stopped = False

    def run(self) -> TransferResult:
        wire, number = self._wire, self._number
        with wire.lock:
            wire.running += 1
            wire.most_at_once = max(wire.most_at_once, wire.running)
        try:
            assert wire.gates.get(number, OPEN).wait(LONG)
            wire.busy(number)
        finally:
            with wire.lock:
                wire.running -= 1
        if self._is_stopped:
            raise TransferStopped
        if number in wire.failures:
            raise wire.failures[number]
        wire.took("run", number)
        return TransferResult(PartState(str(number)), 1, 0.0)

    def settle(self) -> None:
        self._wire.settling.get(self._number, lambda: None)()
        self._wire.took("settle", self._number)

    def stop(self) -> None:
        self._is_stopped = True
        self._wire.gates.get(self._number, OPEN).set()


OPEN = threading.Event()
OPEN.set()


class Reports:
    """What was reported, in groups, and what was on disk by then."""

    def __init__(self, wire: Wire) -> None:
        self.groups: list[list[Try]] = []
        self.settled: list[list[int]] = []
        self._wire = wire

    def __call__(self, tries: list[Try]) -> None:
        self.settled.append(self._wire.numbers("settle"))
        self.groups.append(tries)

    @property
    def tries(self) -> list[Try]:
        return [one for group in self.groups for one in group]

    def wait_for(self, count: int) -> None:
        until = time.monotonic() + LONG
        while len(self.tries) < count:
            assert time.monotonic() < until, f"{len(self.tries)} of {count} were reported"
            time.sleep(0.001)


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
def reports(wire: Wire) -> Reports:
    return Reports(wire)


def files(numbers: Iterable[int]) -> list[JobFile]:
    return [JobFile(number, f"http://h/{number}") for number in numbers]


def make(wire: Wire, reports: Reports, most: int) -> Lanes:
    return Lanes("job", most, wire.begin, reports, never)


def until_empty(lanes: Lanes) -> None:
    """A lane learns that there is nothing more a moment after its last file was reported."""
    until = time.monotonic() + LONG
    while lanes.moving():
        assert time.monotonic() < until


def test_every_file_comes_once_and_in_order(wire: Wire, reports: Reports) -> None:
    make(wire, reports, 1).put(files(range(200)))
    reports.wait_for(200)
    assert wire.numbers("run") == list(range(200))
    assert [one.file.number for one in reports.tries] == list(range(200))


def test_no_more_files_come_at_once_than_there_are_lanes(wire: Wire, reports: Reports) -> None:
    wire.gates = {number: threading.Event() for number in range(9)}
    lanes = make(wire, reports, 3)
    lanes.put(files(range(9)))
    for number in range(9):
        wire.gates[number].set()
    reports.wait_for(9)
    assert wire.most_at_once <= 3
    until_empty(lanes)


def test_one_slow_file_holds_up_no_other(wire: Wire, reports: Reports) -> None:
    wire.gates[0] = threading.Event()
    lanes = make(wire, reports, 2)
    lanes.put(files(range(50)))
    reports.wait_for(49)
    assert [file.number for file, _ in lanes.moving()] == [0]
    wire.gates[0].set()
    reports.wait_for(50)


def test_nothing_is_told_before_the_disk_has_it(wire: Wire, reports: Reports) -> None:
    make(wire, reports, 4).put(files(range(100)))
    reports.wait_for(100)
    for group, settled in zip(reports.groups, reports.settled, strict=True):
        assert {one.file.number for one in group} <= set(settled)


def test_what_comes_during_a_sync_is_synced_and_told_together(wire: Wire, reports: Reports) -> None:
    def until_all_others_are_here() -> None:
        until = time.monotonic() + LONG
        while len(wire.numbers("run")) < 100:
            assert time.monotonic() < until
            time.sleep(0.001)

    wire.settling[0] = until_all_others_are_here
    make(wire, reports, 1).put(files(range(100)))
    reports.wait_for(100)
    assert [len(group) for group in reports.groups] == [1, 99]


def test_a_file_alone_needs_no_second_thread(wire: Wire, reports: Reports) -> None:
    make(wire, reports, 4).put(files([0]))
    reports.wait_for(1)
    assert wire.threads["run"] == wire.threads["settle"]


def test_a_failure_is_told_and_the_next_file_comes(wire: Wire, reports: Reports) -> None:
    broken = RuntimeError("nobody expected this")
    wire.failures = {0: TransferFailed(BUSY), 1: broken}
    make(wire, reports, 1).put(files(range(3)))
    reports.wait_for(3)
    assert [one.outcome for one in reports.tries][:2] == [BUSY, broken]
    assert isinstance(reports.tries[2].outcome, TransferResult)


def test_a_file_that_the_disk_does_not_keep_has_failed(wire: Wire, reports: Reports) -> None:
    def fail() -> None:
        raise TransferFailed(FULL)

    wire.settling[1] = fail
    make(wire, reports, 1).put(files(range(3)))
    reports.wait_for(3)
    outcomes = {one.file.number: one.outcome for one in reports.tries}
    assert outcomes[1] == FULL
    assert isinstance(outcomes[2], TransferResult)


def test_stop_ends_what_moves_and_returns_what_has_not_begun(wire: Wire, reports: Reports) -> None:
    wire.gates = {number: threading.Event() for number in range(2)}
    lanes = make(wire, reports, 2)
    lanes.put(files(range(10)))
    until = time.monotonic() + LONG
    while len(lanes.moving()) < 2:
        assert time.monotonic() < until
        time.sleep(0.001)
    assert [file.number for file in lanes.stop()] == list(range(2, 10))
    reports.wait_for(2)
    assert [(one.file.number, one.outcome) for one in reports.tries] in (
        [(0, None), (1, None)],
        [(1, None), (0, None)],
    )
    assert repr(lanes).endswith("0 files to come>")


def test_stop_returns_before_connections_are_shut_down(wire: Wire, reports: Reports) -> None:
    wire.gates[0], may_stop = threading.Event(), threading.Event()
    stopping: list[str] = []

    class SlowToStop(Fetch):
        def stop(self) -> None:
            stopping.append(threading.current_thread().name)
            may_stop.wait(LONG)
            super().stop()

    lanes = Lanes("job", 1, lambda file: SlowToStop(wire, file.number), reports, never)
    lanes.put(files(range(1)))
    until = time.monotonic() + LONG
    while not lanes.moving():
        assert time.monotonic() < until
        time.sleep(0.001)
    lanes.stop()
    may_stop.set()
    reports.wait_for(1)
    assert stopping == ["stop job"]


def test_a_fetch_that_begins_as_it_is_stopped_ends_too(reports: Reports, wire: Wire) -> None:
    wire.gates[0] = threading.Event()
    made: list[Lanes] = []

    def begin(file: JobFile) -> Fetch:
        # Stopped while nobody knows of the fetch yet.
        made[0].stop()
        return wire.begin(file)

    made.append(Lanes("job", 1, begin, reports, never))
    made[0].put(files([0]))
    reports.wait_for(1)
    assert reports.tries[0].outcome is None


def test_a_fetch_that_cannot_be_made_is_told(reports: Reports) -> None:
    failure = ValueError("no such thing")

    def begin(_file: JobFile) -> Fetch:
        raise failure

    Lanes("job", 1, begin, reports, never).put(files([0]))
    reports.wait_for(1)
    assert (reports.tries[0].fetch, reports.tries[0].outcome) == (None, failure)


def test_lanes_that_ran_empty_take_more(wire: Wire, reports: Reports) -> None:
    lanes = make(wire, reports, 2)
    for round_number in range(20):
        lanes.put(files(range(5)))
        reports.wait_for(5 * (round_number + 1))


def keep_busy(number: int) -> None:
    """Use the processor for a while, as a small file does that comes from near."""
    until = time.thread_time() + 0.004
    while time.thread_time() < until:
        pass


class OneProcessor:
    """Only one thread works at a time; time passes by work and by waiting, and by nothing else,
    however busy the machine is with other things.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._passed = 0.0
        self._worked: Counter[int] = Counter()
        self.pace = Pace(lambda: self._passed, lambda: self._worked[threading.get_ident()])

    def work(self, seconds: float) -> None:
        with self._lock:
            self._passed += seconds
            self._worked[threading.get_ident()] += seconds

    def wait(self, seconds: float) -> None:
        with self._lock:
            self._passed += seconds


def test_lanes_that_only_wait_for_each_other_become_one(wire: Wire, reports: Reports) -> None:
    who: list[int] = []
    processor, all_there = OneProcessor(), threading.Barrier(3)

    def work(number: int) -> None:
        if number < 3:
            all_there.wait(LONG)
        processor.work(0.001)
        who.append(threading.get_ident())

    wire.busy = work
    Lanes("job", 3, wire.begin, reports, never, processor.pace).put(files(range(400)))
    reports.wait_for(400)
    assert len(set(who)) == 3
    assert len(set(who[-50:])) == 1


def test_lanes_that_wait_for_the_network_stay(wire: Wire, reports: Reports) -> None:
    who: list[int] = []
    processor, all_there = OneProcessor(), threading.Barrier(3)

    def work(number: int) -> None:
        # Three at a time, each of which waits for a server.
        if all_there.wait(LONG) == 0:
            processor.wait(0.004)
        who.append(threading.get_ident())

    wire.busy = work
    Lanes("job", 3, wire.begin, reports, never, processor.pace).put(files(range(300)))
    reports.wait_for(300)
    assert len(set(who[-50:])) == 3


def test_a_lane_is_opened_again_for_files_that_are_held_up(wire: Wire, reports: Reports) -> None:
    wire.busy = keep_busy
    wire.gates = {number: threading.Event() for number in range(300, 303)}
    lanes = make(wire, reports, 3)
    lanes.put(files(range(303)))
    until = time.monotonic() + LONG
    while len(wire.numbers("run")) < 300 or len(lanes.moving()) < 3:
        assert time.monotonic() < until
        lanes.widen()
    for gate in wire.gates.values():
        gate.set()
    reports.wait_for(303)


def test_no_lane_is_opened_beyond_the_most(wire: Wire, reports: Reports) -> None:
    wire.gates = {number: threading.Event() for number in range(3)}
    lanes = make(wire, reports, 2)
    lanes.put(files(range(3)))
    for _ in range(100):
        lanes.widen()
    assert len(lanes.moving()) <= 2
    for gate in wire.gates.values():
        gate.set()
    reports.wait_for(3)
    assert wire.most_at_once <= 2


def test_when_all_lanes_are_turned_away_the_rest_is_not_begun(wire, reports):
    wire.failures = {number: TransferFailed(BUSY) for number in range(2)}
    lanes = Lanes("job", 2, wire.begin, reports, lambda one: one.outcome == BUSY)
    lanes.put(files(range(8)))
    reports.wait_for(2)
    assert lanes.is_broken_off
    left = lanes.take_back()
    # One may have begun while the second was on its way.
    assert 5 <= len(left) <= 6
    lanes.put(left)
    reports.wait_for(8)


def test_files_that_come_between_those_turned_away_keep_the_lanes_going(wire, reports):
    wire.gates = {number: threading.Event() for number in range(4)}
    wire.failures = {0: TransferFailed(BUSY), 2: TransferFailed(BUSY)}
    lanes = Lanes("job", 2, wire.begin, reports, lambda one: one.outcome == BUSY)
    lanes.put(files(range(6)))
    for number in range(4):
        wire.gates[number].set()
        reports.wait_for(number + 1)
    reports.wait_for(6)
