"""A wall clock that goes wrong under the running program, and a program that stands still.

`wall_clock.c` is preloaded into it: a jump in the middle of a retry window reaches the program's
next look at the wall clock, and nothing else. What it says is compared with a clock nobody moved.
"""

from __future__ import annotations

import itertools
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import formatdate
from pathlib import Path

import pytest

from fault_server import Fault, FaultServer
from program import Event, Holdfast, Run

pytestmark = [
    pytest.mark.end_to_end,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="LD_PRELOAD: Linux only, NOT tested here"),
]

SOURCE = Path(__file__).with_name("wall_clock.c")
BUSY = Fault(status=503)
DAY = 86_400
JUMP = 30 * DAY
TOLERANCE = 2.0
"""Seconds that a line may come late from a program on a busy machine."""
LONGEST_BEAT = 2.0
"""Seconds that count of a time in which the program stood still."""
LONGEST_LOSS = 2.0
"""Seconds of a window that a kill may cost."""


class WallClock:
    """The wall clock of programs that have the library preloaded."""

    def __init__(self, library: Path, file: Path) -> None:
        self._file = file
        self.show(0)
        self.environment = {"LD_PRELOAD": str(library), "WALL_CLOCK_FILE": str(file)}

    def show(self, wrong_by: int) -> None:
        """Be wrong by so many seconds from now on."""
        # Written in place: the programs have mapped it.
        with self._file.open("r+b" if self._file.exists() else "wb") as file:
            file.write(wrong_by.to_bytes(8, sys.byteorder, signed=True))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`wall_clock.c`, built."""
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("no C compiler (cc): a wall clock that jumps is NOT tested here")
    library = tmp_path_factory.mktemp("library") / "wall_clock.so"
    options = ("-shared", "-fPIC", "-Wall", "-Werror", "-o", str(library))
    built = subprocess.run([compiler, *options, SOURCE, "-ldl"], capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    return library


@pytest.fixture
def wall_clock(library: Path, holdfast: Holdfast, tmp_path: Path) -> WallClock:
    """The wall clock that `holdfast` sees."""
    clock = WallClock(library, tmp_path / "wrong-by")
    holdfast.environment.update(clock.environment)
    return clock


@dataclass(frozen=True)
class Look:
    """What a waiting job said; moments are by our own clock, which nobody moves."""

    event: Event
    at: float

    @property
    def retry_at(self) -> float:
        return self.at + float(self.event["retry_in"])

    @property
    def gives_up_at(self) -> float:
        return self.at + float(self.event["gives_up_in"])


def looks(run: Run) -> Iterator[Look]:
    """Each state line of a job that waits, when it comes; ask for the next before it is said."""
    for wanted in itertools.count():
        count = itertools.count()
        event = run.until(
            lambda event, count=count, wanted=wanted: (
                event.get("state") == "TRANSIENT_ERROR" and next(count) == wanted
            )
        )
        yield Look(event, time.monotonic())


def dates_of_jobs(home: Path) -> dict[str, float]:
    """When the program thinks that it made each job; looks at a copy of the job list."""
    with tempfile.TemporaryDirectory() as name:
        for path in home.glob("jobs.db*"):
            shutil.copy(path, name)
        connection = sqlite3.connect(Path(name) / "jobs.db")
        rows = connection.execute("SELECT name, created FROM jobs").fetchall()
        connection.close()
    return dict(rows)


def is_near(moment: float, expected: float) -> bool:
    return abs(moment - expected) <= TOLERANCE


def test_a_wall_clock_that_jumps_by_thirty_days_moves_no_deadline(
    holdfast: Holdfast, wall_clock: WallClock, server: FaultServer, to: Path
) -> None:
    asked: list[float] = []
    server.choose = lambda request: asked.append(time.monotonic())
    server.fault = BUSY
    run = holdfast.start(
        *("get", server.url, "--to", to, "--json"),
        *("--give-up-after", "1m", "--retry-delay", "10s"),
    )
    waiting = looks(run)
    first, later = next(waiting), []

    with FaultServer(b"bytes") as other:
        for name, wrong_by in (("forward", JUMP), ("back", -JUMP)):
            wall_clock.show(wrong_by)
            # The date of a job that the program makes now shows which clock it sees.
            add = holdfast.start("add", other.url_for(f"/{name}"), "--to", to)
            later.append(next(waiting))
            while add.process.poll() is None:
                later.append(next(waiting))
    later.append(next(waiting))
    server.fault = Fault()
    outcome = run.outcome()

    dates = dates_of_jobs(holdfast.home)
    assert dates["forward"] == pytest.approx(time.time() + JUMP, abs=DAY)
    assert dates["back"] == pytest.approx(time.time() - JUMP, abs=DAY)
    assert {look.event["error_count"] for look in (first, *later)} == {1}
    for look in later:
        assert is_near(look.retry_at, first.retry_at)
        assert is_near(look.gives_up_at, first.gives_up_at)
    assert len(asked) == 2
    assert is_near(asked[1], first.retry_at)
    assert outcome.code == 0
    assert (to / "file.bin").read_bytes() == server.content


def test_a_clock_that_was_set_back_does_not_put_giving_up_off(
    holdfast: Holdfast, wall_clock: WallClock, server: FaultServer, to: Path
) -> None:
    server.fault = BUSY
    run = holdfast.start("get", server.url, "--to", to, "--json", "--give-up-after", "6s")
    first = next(looks(run))
    wall_clock.show(-JUMP)

    run.until(lambda event: event.get("state") == "ERROR")

    assert is_near(time.monotonic(), first.gives_up_at)
    outcome = run.outcome()
    assert outcome.code == 1
    assert len(outcome.of_kind("done")) == 1


def test_the_time_that_a_program_was_stopped_does_not_count(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    server.fault = BUSY
    run = holdfast.start("get", server.url, "--to", to, "--json", "--give-up-after", "6s")
    waiting = looks(run)
    before = next(waiting)
    run.signal(signal.SIGSTOP)
    time.sleep(8)
    run.signal(signal.SIGCONT)
    went_on = time.monotonic()

    after = next(waiting)

    assert after.event["error_count"] == 1
    had_left = before.event["gives_up_in"]
    assert had_left - LONGEST_BEAT - TOLERANCE <= after.event["gives_up_in"] < had_left
    server.fault = Fault()
    outcome = run.outcome()
    assert outcome.code == 0
    assert time.monotonic() - went_on < before.event["retry_in"] + 2 * TOLERANCE


def test_a_window_goes_on_after_a_kill_whatever_the_clock_showed_in_between(
    holdfast: Holdfast, wall_clock: WallClock, server: FaultServer, to: Path
) -> None:
    server.fault = BUSY
    command = (
        *("get", server.url, "--to", to, "--json"),
        *("--give-up-after", "1m", "--retry-delay", "15s"),
    )
    run = holdfast.start(*command)
    last = next(look for look in looks(run) if look.event["gives_up_in"] <= 54)
    run.signal(signal.SIGKILL)
    run.outcome()
    wall_clock.show(JUMP)

    again = next(looks(holdfast.start(*command)))

    had_left = last.event["gives_up_in"]
    assert had_left - 2 * TOLERANCE <= again.event["gives_up_in"] <= had_left + LONGEST_LOSS
    assert again.event["error_count"] == 2
    assert again.event["retry_in"] >= 14


@pytest.mark.parametrize("wrong_by", [JUMP, -JUMP], ids=["fast", "slow"])
def test_a_date_to_come_back_at_is_by_the_clock_of_the_server(
    holdfast: Holdfast, wall_clock: WallClock, server: FaultServer, to: Path, wrong_by: int
) -> None:
    wall_clock.show(wrong_by)
    back_at = formatdate(time.time() + 30, usegmt=True)
    server.fault = Fault(status=503, fields={"Retry-After": back_at})

    run = holdfast.start("get", server.url, "--to", to, "--json", "--give-up-after", "10m")

    # Up to a fifth more than was asked for.
    assert 30 - 2 * TOLERANCE <= next(looks(run)).event["retry_in"] <= 36
