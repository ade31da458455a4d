"""`holdfast add` and `holdfast list`, with and without an instance that runs."""

from __future__ import annotations

import contextlib
import signal
import socket
import time
from pathlib import Path
from typing import Any

import pytest

from fault_server import Fault, FaultServer
from gui.control import MOST_CLIENTS
from gui.instance import address_of
from program import Holdfast

pytestmark = pytest.mark.end_to_end


@pytest.fixture
def without_display(holdfast: Holdfast) -> Holdfast:
    """As on a server: what `add` starts has no window."""
    del holdfast.environment["QT_QPA_PLATFORM"]
    return holdfast


def listed(holdfast: Holdfast) -> list[dict[str, Any]]:
    outcome = holdfast("list", "--json")
    assert (outcome.code, outcome.err) == (0, "")
    return outcome.events


def until_acknowledged(holdfast: Holdfast, count: int = 1) -> list[dict[str, Any]]:
    """Ask until so many jobs are finished."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        jobs = listed(holdfast)
        if [job["state"] for job in jobs] == ["ACKNOWLEDGED"] * count:
            return jobs
    pytest.fail(f"not finished: {jobs}")


def test_an_empty_list_says_so(holdfast: Holdfast) -> None:
    outcome = holdfast("list")

    assert (outcome.code, outcome.out) == (0, "There are no jobs.\n")
    assert listed(holdfast) == []


def test_list_reads_the_store_when_nothing_runs_and_starts_nothing(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    server.fault = Fault(rate=400_000)
    run = holdfast.start("get", server.url_for("/file.bin"), "--to", to, "--json")
    run.until(lambda event: event.get("bytes", 0) > 200_000)
    run.signal(signal.SIGKILL)
    run.outcome()
    asked = len(server.requests)

    (job,) = listed(holdfast)
    table = holdfast("list").out.splitlines()

    assert job["event"] == "job"
    assert job["state"] == "QUEUED"
    assert job["urls"] == [server.url_for("/file.bin")]
    assert job["folder"] == str(to)
    assert [line.split()[0] for line in table] == ["JOB", job["job"]]
    assert len(server.requests) == asked


def test_add_starts_an_instance_that_ends_when_nothing_is_left(
    without_display: Holdfast, server: FaultServer, to: Path
) -> None:
    holdfast = without_display

    outcome = holdfast("add", server.url_for("/one"), server.url_for("/two"), "--to", to, "--json")

    assert (outcome.code, outcome.err) == (0, "")
    assert [event["event"] for event in outcome.events] == ["added", "added"]
    until_acknowledged(holdfast, 2)
    assert (to / "one").read_bytes() == (to / "two").read_bytes() == server.content


def test_what_is_refused_is_said_and_the_rest_is_added(
    without_display: Holdfast, server: FaultServer, to: Path
) -> None:
    outcome = without_display("add", "ftp://host/x", server.url_for("/good"), "--to", to)

    assert outcome.code == 1
    assert "http" in outcome.err
    assert [job["name"] for job in until_acknowledged(without_display)] == ["good"]


def test_add_speaks_to_the_instance_that_runs(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    server.fault = Fault(rate=500_000)
    run = holdfast.start("get", server.url_for("/mine"), "--to", to, "--json")
    run.until(lambda event: event["event"] == "progress")
    server.fault = Fault()

    assert holdfast("add", server.url_for("/theirs"), "--to", to).code == 0

    assert run.outcome().code == 0
    assert (to / "theirs").read_bytes() == server.content


def test_what_was_added_to_a_get_goes_on_when_the_get_ends(
    without_display: Holdfast, server: FaultServer, to: Path
) -> None:
    holdfast = without_display
    server.fault = Fault(rate=500_000)
    run = holdfast.start("get", server.url_for("/mine"), "--to", to, "--json")
    run.until(lambda event: event["event"] == "progress")
    assert holdfast("add", server.url_for("/theirs"), "--to", to).code == 0
    run.signal(signal.SIGINT)
    assert run.outcome().code == 130
    server.fault = Fault()

    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and not (to / "theirs").exists():
        time.sleep(0.1)

    assert (to / "theirs").read_bytes() == server.content
    states = {job["name"]: job["state"] for job in listed(holdfast)}
    assert states["mine"] == "SUSPENDED"


def test_whoever_asks_an_instance_with_its_hands_full_waits_until_it_has_time(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    server.fault = Fault(rate=100_000)
    run = holdfast.start("get", server.url, "--to", to, "--json")
    run.until(lambda event: event.get("bytes", 0) > 0)
    address = address_of(holdfast.home)
    assert address, "by now it listens"
    with contextlib.ExitStack() as lines:
        for _ in range(MOST_CLIENTS):
            lines.enter_context(socket.socket(socket.AF_UNIX)).connect(address)
        jobs = listed(holdfast)

    assert [job["state"] for job in jobs] == ["TRANSFERRING"]
