"""The program stands still for a while: dead connections are left, and jobs go on at once."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest

from fault_server import Fault, FaultServer
from program import Holdfast, Run

pytestmark = [
    pytest.mark.end_to_end,
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no SIGSTOP: NOT tested here"),
]

STANDSTILL = 11.0
SOON = 12.0
"""Seconds; without news of the standstill it would take 19 and 600."""


def stand_still(run: Run) -> float:
    """Stop the program for a while; when it went on."""
    run.signal(signal.SIGSTOP)
    time.sleep(STANDSTILL)
    run.signal(signal.SIGCONT)
    return time.monotonic()


def test_a_connection_that_says_no_more_is_left_at_once(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    server.fault = Fault(stall_after=500_000)
    run = holdfast.start("get", server.url, "--to", to, "--json")
    run.until(lambda event: event["event"] == "progress" and event["bytes"] >= 500_000)
    server.fault = Fault()

    went_on = stand_still(run)

    outcome = run.outcome()
    assert time.monotonic() - went_on < SOON
    assert outcome.code == 0
    assert outcome.file["bytes"] == len(server.content)
    assert (to / "file.bin").read_bytes() == server.content
    assert server.ranges == ["bytes=0-", "bytes=500000-"]
    assert {event["error_count"] for event in outcome.of_kind("state")} == {0}


def test_a_job_that_waits_tries_at_once(holdfast: Holdfast, server: FaultServer, to: Path) -> None:
    server.fault = Fault(status=503)
    run = holdfast.start("get", server.url, "--to", to, "--json", "--retry-delay", "10m")
    run.until(lambda event: event.get("state") == "TRANSIENT_ERROR")
    server.fault = Fault()

    went_on = stand_still(run)

    outcome = run.outcome()
    assert time.monotonic() - went_on < SOON
    assert outcome.code == 0
    assert len(server.requests) == 2
