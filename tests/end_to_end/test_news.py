"""What a job came to is told once, also when the program dies before anybody could be told."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest

from engine import JobManager, News, NewsKind
from fault_server import Fault, FaultServer
from program import Event, Holdfast, Run

pytestmark = pytest.mark.end_to_end


async def told(home: Path) -> list[News]:
    """What a front end hears that opens the engine on `home`, listens, and closes it again."""
    news: list[News] = []
    manager = await JobManager.open(home, run=False)
    manager.subscribe_news(news.append)
    await manager.close()
    return news


def until_all_are(state: str, jobs: int, holdfast: Holdfast) -> list[Event]:
    """Wait for so many jobs in `holdfast list`; returns them."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        listed = holdfast("list", "--json").events
        if len(listed) == jobs and {job["state"] for job in listed} == {state}:
            return listed
        time.sleep(0.05)
    return pytest.fail(f"{listed}")


def headless(holdfast: Holdfast) -> Run:
    """An engine that nobody listens to."""
    return holdfast.start("--home", holdfast.home, "--no-window")


def kill(run: Run) -> None:
    run.signal(signal.SIGKILL)
    run.process.wait(10)


@pytest.mark.parametrize(
    ("fault", "state", "expected"),
    [
        (Fault(), "ACKNOWLEDGED", [NewsKind.FILE_TRANSFERRED, NewsKind.JOB_TRANSFERRED]),
        (Fault(status=404), "ERROR", [NewsKind.JOB_ERROR]),
    ],
)
async def test_news_that_nobody_took_before_a_kill_is_told_after_it_and_only_once(
    holdfast: Holdfast,
    server: FaultServer,
    to: Path,
    fault: Fault,
    state: str,
    expected: list[NewsKind],
) -> None:
    server.fault = fault
    engine = headless(holdfast)
    added = holdfast("add", server.url, "--to", to, "--json").of_kind("added")
    until_all_are(state, 1, holdfast)
    kill(engine)

    # An engine that has nobody to tell changes nothing about that.
    again = headless(holdfast)
    until_all_are(state, 1, holdfast)
    kill(again)

    job_id = added[0]["job"]
    assert await told(holdfast.home) == [News(kind, job_id) for kind in expected]
    assert await told(holdfast.home) == []


async def test_a_get_takes_the_news_of_its_own_job_and_leaves_that_of_others(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    engine = headless(holdfast)
    added = holdfast("add", server.url_for("/theirs"), "--to", to, "--json").of_kind("added")
    until_all_are("ACKNOWLEDGED", 1, holdfast)
    kill(engine)

    own = holdfast("get", server.url_for("/own"), "--to", to)

    assert own.code == 0
    theirs = added[0]["job"]
    kinds = [NewsKind.FILE_TRANSFERRED, NewsKind.JOB_TRANSFERRED]
    assert await told(holdfast.home) == [News(kind, theirs) for kind in kinds]


@pytest.mark.parametrize("fault", [Fault(), Fault(status=404)])
async def test_a_get_that_ran_to_its_end_leaves_nothing_to_tell(
    holdfast: Holdfast, server: FaultServer, to: Path, fault: Fault
) -> None:
    server.fault = fault
    links = [server.url_for(f"/{number}") for number in range(5)]

    assert holdfast("get", *links, "--to", to).code == (1 if fault.status else 0)

    assert await told(holdfast.home) == []
