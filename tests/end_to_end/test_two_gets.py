"""Several `holdfast get` on one home: one of them has the engine, the others follow."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from fault_server import Fault, FaultServer
from program import Holdfast

# Slow enough for another one to start meanwhile, on a busy machine too.
ONE_LINE = ("--connections", "1")

pytestmark = pytest.mark.end_to_end


def test_two_gets_on_one_home_share_an_engine_and_both_arrive(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    server.fault = Fault(rate=1_000_000)
    first = holdfast.start("get", server.url_for("/first"), "--to", to, "--json")
    first.until(lambda event: event["event"] == "progress")
    second = holdfast.start("get", server.url_for("/second"), "--to", to, "--json")

    outcomes = [first.outcome(), second.outcome()]

    assert [outcome.code for outcome in outcomes] == [0, 0]
    assert [Path(outcome.file["path"]).name for outcome in outcomes] == ["first", "second"]
    assert (to / "second").read_bytes() == server.content


def test_a_follower_takes_over_when_the_engine_is_killed(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    server.fault = Fault(rate=200_000)
    first = holdfast.start("get", server.url_for("/first"), "--to", to, "--json", *ONE_LINE)
    first.until(lambda event: event["event"] == "progress")
    second = holdfast.start("get", server.url_for("/second"), "--to", to, "--json")
    second.until(lambda event: event.get("bytes", 0) > 400_000)
    server.fault = Fault()
    first.signal(signal.SIGKILL)

    outcome = second.outcome()

    assert outcome.code == 0
    assert (to / "second").read_bytes() == server.content
    assert outcome.file["resumed_from"] > 0


def test_a_follower_that_is_interrupted_lets_the_job_go_on(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    server.fault = Fault(rate=200_000)
    first = holdfast.start("get", server.url_for("/first"), "--to", to, "--json", *ONE_LINE)
    first.until(lambda event: event["event"] == "progress")
    second = holdfast.start("get", server.url_for("/first"), "--to", to, "--json")
    second.until(lambda event: event["event"] == "progress")
    second.signal(signal.SIGINT)

    followed = second.outcome()

    assert followed.code == 130
    assert "goes on" in followed.err
    assert first.outcome().code == 0
