"""Windows: one for a home, however many are started; and what is said where none can open."""

from __future__ import annotations

import itertools
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from fault_server import Fault, FaultServer
from program import Holdfast, until_it_answers
from screen import screen

pytestmark = pytest.mark.end_to_end

STARTERS = 6


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A real X server of our own."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed (make test does it: apt-get install xvfb)")
    with screen() as name:
        yield name


def names_of_jobs(holdfast: Holdfast) -> list[str]:
    return [job["name"] for job in holdfast("list", "--json").events]


# --- one window ---


def test_of_many_started_at_once_one_stays_and_the_others_exit_0(holdfast: Holdfast) -> None:
    runs = [holdfast.start() for _ in range(STARTERS)]
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        alive = [run for run in runs if run.process.poll() is None]
        if len(alive) <= 1:
            break
        time.sleep(0.05)

    assert len(alive) == 1
    assert [run.outcome().code for run in runs if run not in alive] == [0] * (STARTERS - 1)
    until_it_answers(holdfast.home)

    alive[0].signal(signal.SIGTERM)
    ended = alive[0].outcome()

    assert ended.code == 128 + signal.SIGTERM
    assert "Traceback" not in ended.err


def test_the_links_of_the_second_are_added_to_the_first(
    holdfast: Holdfast, server: FaultServer
) -> None:
    holdfast.start("--hidden")
    until_it_answers(holdfast.home)

    second = holdfast(server.url_for("/one"), server.url_for("/two"))

    assert (second.code, second.err) == (0, "")
    assert names_of_jobs(holdfast) == ["one", "two"]


def test_after_a_kill_the_next_one_opens_the_home(holdfast: Holdfast) -> None:
    first = holdfast.start("--hidden")
    until_it_answers(holdfast.home)
    first.signal(signal.SIGKILL)
    first.outcome()

    second = holdfast.start("--hidden")
    until_it_answers(holdfast.home)

    assert second.process.poll() is None


# --- a window and a get ---


def test_a_get_hands_its_job_to_the_window_that_runs(
    holdfast: Holdfast, server: FaultServer, tmp_path: Path
) -> None:
    holdfast.start("--hidden")
    until_it_answers(holdfast.home)

    outcome = holdfast("get", server.url_for("/file.bin"), "--to", tmp_path / "to", "--json")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.states[-1] == "ACKNOWLEDGED"
    assert (tmp_path / "to" / "file.bin").read_bytes() == server.content
    assert names_of_jobs(holdfast) == ["file.bin"]


def test_a_window_that_opens_takes_the_job_of_a_get_over(
    holdfast: Holdfast, server: FaultServer, tmp_path: Path
) -> None:
    server.fault = Fault(rate=400_000)
    get = holdfast.start("get", server.url_for("/file.bin"), "--to", tmp_path / "to", "--json")
    get.until(lambda event: event.get("bytes", 0) > 400_000)

    window = holdfast.start()
    # After queued, connecting and transferring comes what the window's engine says.
    states = itertools.count(1)
    get.until(lambda event: event["event"] == "state" and next(states) == 4)
    server.fault = Fault()
    outcome = get.outcome()

    assert outcome.code == 0
    assert outcome.file["resumed_from"] > 0
    assert (tmp_path / "to" / "file.bin").read_bytes() == server.content
    assert window.process.poll() is None


def test_when_the_window_goes_the_get_goes_on_alone(
    holdfast: Holdfast, server: FaultServer, tmp_path: Path
) -> None:
    window = holdfast.start("--hidden")
    until_it_answers(holdfast.home)
    server.fault = Fault(rate=400_000)
    get = holdfast.start("get", server.url_for("/file.bin"), "--to", tmp_path / "to", "--json")
    get.until(lambda event: event.get("bytes", 0) > 400_000)

    window.signal(signal.SIGTERM)
    window.outcome()
    server.fault = Fault()
    outcome = get.outcome()

    assert outcome.code == 0
    assert outcome.file["resumed_from"] > 0
    assert (tmp_path / "to" / "file.bin").read_bytes() == server.content


# --- the display ---


def on_display(holdfast: Holdfast, **environment: str) -> Holdfast:
    del holdfast.environment["QT_QPA_PLATFORM"]
    holdfast.environment.update(environment)
    return holdfast


def test_on_a_real_display_the_window_opens(holdfast: Holdfast, display: str) -> None:
    run = on_display(holdfast, DISPLAY=display).start()

    until_it_answers(holdfast.home)

    assert run.process.poll() is None


def test_without_a_display_it_says_so_and_names_get(holdfast: Holdfast) -> None:
    outcome = on_display(holdfast)()

    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 1
    assert "no display" in outcome.err
    assert "holdfast get" in outcome.err
    assert not holdfast.home.exists()


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_display_that_does_not_answer_is_named(holdfast: Holdfast, variable: str) -> None:
    outcome = on_display(holdfast, **{variable: ":987"})()

    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 1
    assert "':987' cannot be opened" in outcome.err
    assert "holdfast get" in outcome.err
