"""What tests of the commands share: jobs in a certain state, and waiting for another."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fault_server import Fault, FaultServer, Request
from gui.instance import address_of
from program import Event, Holdfast, Outcome, Run

BUSY = Fault(status=503, fields={"Retry-After": "60"})
SLOW = Fault(rate=100_000)


def only(outcome: Outcome) -> Event:
    """What a command that went well said of its one job."""
    assert (outcome.code, outcome.err) == (0, "")
    (event,) = outcome.events
    return event


def job_of(run: Run) -> str:
    return str(run.until(lambda event: event["event"] == "added")["job"])


def is_state(state: str, **more: Any) -> Callable[[Event], bool]:
    wanted = {"event": "state", "state": state, **more}
    return lambda event: wanted.items() <= event.items()


def until(is_so: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + 30
    while not is_so():
        if time.monotonic() > deadline:
            pytest.fail(f"it never came: {what}")
        time.sleep(0.05)


def state_of(holdfast: Holdfast, job: str) -> str:
    jobs = {event["job"]: event for event in holdfast("list", "--json").events}
    return str(jobs[job]["state"])


def waiting(holdfast: Holdfast, server: FaultServer, to: Path, *options: str) -> tuple[Run, str]:
    """A `get` whose server is busy and asks for a minute."""
    server.fault = BUSY
    run = holdfast.start("get", server.url, "--to", to, "--json", *options)
    job = job_of(run)
    run.until(is_state("TRANSIENT_ERROR", error_count=1))
    until(lambda: address_of(holdfast.home) is not None, "the control socket")
    return run, job


def killed(holdfast: Holdfast, server: FaultServer, to: Path) -> str:
    """What a `get` that was killed left in the store: a job that is half done."""
    server.fault = SLOW
    run = holdfast.start("get", server.url, "--to", to, "--json")
    run.until(lambda event: event.get("bytes", 0) > 0)
    run.signal(signal.SIGKILL)
    run.outcome()
    return job_of(run)


def bad_links(fault: Fault) -> Callable[[Request], Fault | None]:
    return lambda request: fault if "bad" in request.path else None


def added(run: Run, count: int) -> list[Event]:
    """The first events that tell of a job."""
    found: dict[str, Event] = {}

    def take(event: Event) -> bool:
        if event["event"] == "added":
            found[event["job"]] = event
        return len(found) == count

    run.until(take)
    return list(found.values())
