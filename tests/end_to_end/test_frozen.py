"""An instance that has the home and does not answer: stopped, dead in the middle, or shut out."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from disks import immutable
from fault_server import Fault, FaultServer
from program import Holdfast, one_line, until_it_answers

pytestmark = pytest.mark.end_to_end

LONGEST = 30.0
"""Seconds that a command may wait for one who does not answer, on a busy machine."""


def test_with_a_stopped_instance_every_command_ends_with_one_line(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    window = holdfast.start("--hidden")
    until_it_answers(holdfast.home)
    window.signal(signal.SIGSTOP)
    url = server.url_for("/file.bin")
    runs = {
        "window": holdfast.start(),
        "link": holdfast.start(url),
        "get": holdfast.start("get", url, "--to", to),
        "add": holdfast.start("add", url, "--to", to),
        "list": holdfast.start("list"),
        "pause": holdfast.start("pause", "--all"),
    }

    outcomes = {name: run.outcome() for name, run in runs.items()}

    assert {name: outcome.code for name, outcome in outcomes.items()} == {
        **dict.fromkeys(("window", "link"), 2),
        **dict.fromkeys(("get", "add", "list", "pause"), 1),
    }, outcomes
    for name, outcome in outcomes.items():
        assert one_line(outcome.err), (name, outcome)
        assert "does not answer" in outcome.err, (name, outcome)
        assert outcome.took < LONGEST, (name, outcome)

    # Nobody was promised anything, and nothing was done twice.
    window.signal(signal.SIGCONT)
    assert [job["name"] for job in holdfast("list", "--json").events] in ([], ["file.bin"])


def test_a_get_that_follows_tells_of_an_instance_that_was_stopped_and_waits_for_it(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    window = holdfast.start("--hidden")
    until_it_answers(holdfast.home)
    server.fault = Fault(rate=400_000)
    get = holdfast.start("get", server.url_for("/file.bin"), "--to", to, "--json", "--quiet")
    get.until(lambda event: event.get("bytes", 0) > 100_000)

    window.signal(signal.SIGSTOP)
    get.until_error("does not answer")
    server.fault = Fault()
    window.signal(signal.SIGCONT)
    outcome = get.outcome()

    assert outcome.code == 0
    assert one_line(outcome.err)
    assert (to / "file.bin").read_bytes() == server.content


def test_a_get_goes_on_when_the_instance_dies_in_the_middle_of_an_answer(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    window = holdfast.start("--hidden")
    until_it_answers(holdfast.home)
    server.fault = Fault(rate=400_000)
    get = holdfast.start("get", server.url_for("/file.bin"), "--to", to, "--json")
    get.until(lambda event: event.get("bytes", 0) > 100_000)

    window.signal(signal.SIGKILL)
    server.fault = Fault()
    outcome = get.outcome()

    assert (outcome.code, outcome.err) == (0, "")
    assert (to / "file.bin").read_bytes() == server.content


def test_a_home_that_cannot_be_written_is_named(holdfast: Holdfast) -> None:
    holdfast.home.mkdir()
    with immutable(holdfast.home):
        outcomes = [holdfast("--hidden"), holdfast("add", "http://host/", "--to", "/tmp")]

    for outcome in outcomes:
        assert outcome.code == 2
        assert one_line(outcome.err)
        assert str(holdfast.home) in outcome.err


@pytest.mark.parametrize("lock", ["directory", "fifo"])
def test_a_lock_that_is_no_file_is_named(holdfast: Holdfast, lock: str) -> None:
    holdfast.home.mkdir()
    if lock == "fifo":
        os.mkfifo(holdfast.home / "lock")
    else:
        (holdfast.home / "lock").mkdir()

    outcome = holdfast("--hidden")

    assert outcome.code == 2
    assert one_line(outcome.err)
    assert str(holdfast.home) in outcome.err


def test_what_a_dead_instance_left_is_no_obstacle(holdfast: Holdfast) -> None:
    """An address that is a folder, a file, or one that nobody could listen at."""
    holdfast.home.mkdir()
    for address in ("x" * 5000, str(holdfast.home), "/dev/null"):
        (holdfast.home / "lock").write_text(address)
        window = holdfast.start("--hidden")
        until_it_answers(holdfast.home)
        window.signal(signal.SIGKILL)
        window.outcome()
