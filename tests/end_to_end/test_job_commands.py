"""The commands about jobs, on a `get` that runs: it does what others say, and tells of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from commanding import (
    BUSY,
    SLOW,
    added,
    bad_links,
    is_state,
    job_of,
    only,
    state_of,
    until,
    waiting,
)
from fault_server import Fault, FaultServer
from gui.background import LOG_FILE
from gui.instance import address_of
from program import Holdfast

pytestmark = pytest.mark.end_to_end


@pytest.fixture
def holdfast(holdfast: Holdfast) -> Holdfast:
    """As on a server: what is started in the background has no window."""
    del holdfast.environment["QT_QPA_PLATFORM"]
    return holdfast


def test_a_pause_stands_the_window_still_and_the_get_waits_for_the_resume(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    run, job = waiting(holdfast, server, to, "--give-up-after", "10m")

    line = only(holdfast("pause", job[:5], "--json"))
    paused = run.until(is_state("SUSPENDED"))
    time.sleep(1)
    assert run.process.poll() is None
    server.fault = Fault()
    resumed = only(holdfast("resume", job, "--json"))

    assert (line["event"], line["job"], line["state"]) == ("job", job, "SUSPENDED")
    assert resumed["gives_up_in"] == pytest.approx(paused["gives_up_in"], abs=0.2)
    outcome = run.outcome()
    assert outcome.code == 0
    assert outcome.states[-1] == "ACKNOWLEDGED"


def test_a_get_whose_job_is_paused_can_be_interrupted(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    run, job = waiting(holdfast, server, to)
    assert holdfast("pause", job).code == 0
    run.until(is_state("SUSPENDED"))

    run.signal(signal.SIGINT)

    assert run.outcome().code == 130


def test_what_others_paused_and_resumed_still_stops_with_its_get(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    run, job = waiting(holdfast, server, to)
    assert holdfast("pause", job).code == 0
    assert holdfast("resume", job).code == 0
    run.until(is_state("TRANSIENT_ERROR", error_count=2))

    run.signal(signal.SIGINT)

    assert run.outcome().code == 130
    assert state_of(holdfast, job) == "SUSPENDED"
    assert not (holdfast.home / LOG_FILE).exists(), "nothing was started to go on with it"


def test_a_window_is_lengthened_and_shortened_while_it_runs(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    run, job = waiting(holdfast, server, to, "--give-up-after", "10m")

    longer = only(holdfast("set", job, "--give-up-after", "2h", "--json"))
    run.until(lambda event: event.get("gives_up_in") is not None and event["gives_up_in"] > 7000)
    shorter = holdfast("set", job, "--give-up-after", "1h")
    run.until(lambda event: 3000 < (event.get("gives_up_in") or 0) <= 3600)
    ended = only(holdfast("set", job, "--give-up-after", "0", "--json"))

    assert 7100 < longer["gives_up_in"] <= 7200
    assert shorter.out.rstrip().endswith("gives up after: 1 hour")
    assert ended["state"] == "ERROR"
    outcome = run.outcome()
    assert outcome.code == 1
    assert outcome.states[-1] == "ERROR"


def test_a_retry_knocks_at_once_and_keeps_what_has_elapsed(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    run, job = waiting(holdfast, server, to, "--give-up-after", "10m")
    before = run.until(lambda event: event.get("gives_up_in") and event["gives_up_in"] < 599)

    only(holdfast("retry", job, "--json"))
    after = run.until(is_state("TRANSIENT_ERROR", error_count=2))

    assert len(server.requests) == 2
    assert after["gives_up_in"] <= before["gives_up_in"]


def test_a_cancel_ends_the_get_and_deletes_what_is_half_done(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    server.fault = SLOW
    run = holdfast.start("get", server.url, "--to", to)
    until(lambda: any(to.glob("*.part")) and address_of(holdfast.home) is not None, "a part file")
    (job,) = holdfast("list", "--json").events

    line = only(holdfast("cancel", job["job"], "--json"))

    assert line["state"] == "CANCELLED"
    outcome = run.outcome()
    assert outcome.code == 1
    assert outcome.err.splitlines()[-1] == "file.bin: Cancelled"
    assert list(to.iterdir()) == []


def test_a_get_whose_job_is_completed_with_one_link_missing_ends_well(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    server.choose = bad_links(BUSY)
    links = [server.url_for("/good"), server.url_for("/bad")]
    run = holdfast.start("get", *links, "--as-one-job", "--to", to, "--json")
    job = job_of(run)
    run.until(is_state("TRANSIENT_ERROR"))
    until(lambda: address_of(holdfast.home) is not None, "the control socket")

    line = only(holdfast("complete", job, "--json"))

    assert line["state"] == "ACKNOWLEDGED"
    assert run.outcome().code == 0
    assert [path.name for path in to.iterdir()] == ["good"]


def test_all_jobs_are_paused_and_go_on_again(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    server.fault = SLOW
    run = holdfast.start("get", server.url_for("/1"), server.url_for("/2"), "--to", to, "--json")
    begun = set[str]()
    run.until(lambda event: "bytes" in event and (begun.add(event["job"]) or len(begun) == 2))
    until(lambda: address_of(holdfast.home) is not None, "the control socket")

    paused = holdfast("pause", "--all", "--json")
    again = holdfast("pause", "--all")
    server.fault = Fault()
    resumed = holdfast("resume", "--all", "--json")

    assert [event["state"] for event in paused.events] == ["SUSPENDED"] * 2
    assert (again.code, again.out) == (0, "There is nothing to pause.\n")
    assert len(resumed.events) == 2
    assert run.outcome().code == 0


def test_a_job_that_is_moved_runs_earlier(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    holdfast.home.mkdir(mode=0o700)
    (holdfast.home / "settings.json").write_text('{"max_active_jobs":1}')
    server.fault = SLOW
    links = [server.url_for(f"/{name}") for name in ("first", "second", "third")]
    run = holdfast.start("get", *links, "--to", to, "--json")
    jobs = [event["job"] for event in added(run, 3)]
    until(lambda: address_of(holdfast.home) is not None, "the control socket")

    only(holdfast("move", jobs[2], "up", "--json"))
    server.fault = Fault()
    # The first goes on slowly, as it began.
    only(holdfast("pause", jobs[0], "--json"))
    run.until(lambda event: event["event"] == "file" and event["job"] == jobs[1])
    only(holdfast("resume", jobs[0], "--json"))

    outcome = run.outcome()
    names = [Path(event["path"]).name for event in outcome.of_kind("file")]
    assert names == ["third", "second", "first"]


def test_a_follower_that_takes_over_leaves_paused_what_was_paused(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    first, _ = waiting(holdfast, server, to)
    second = holdfast.start("get", server.url_for("/second"), "--to", to, "--json")
    job = job_of(second)
    assert holdfast("pause", job).code == 0
    second.until(is_state("SUSPENDED"))
    asked = len(server.requests)

    first.signal(signal.SIGKILL)
    first.outcome()
    until(lambda: state_of(holdfast, job) == "SUSPENDED", "the new engine")
    assert len(server.requests) == asked
    server.fault = Fault()
    only(holdfast("resume", job, "--json"))

    assert second.outcome().code == 0
    assert (to / "second").read_bytes() == server.content


# --- who may speak ---

STRANGER = """
import os, socket, sys
os.chdir(os.path.dirname(sys.argv[1]))
os.setgid(65534)
os.setuid(65534)
with socket.socket(socket.AF_UNIX) as line:
    line.settimeout(10)
    try:
        line.connect(os.path.basename(sys.argv[1]))
        line.sendall(b'{"request":"list"}\\n')
        print("heard:", line.recv(4096))
    except (BrokenPipeError, ConnectionResetError):
        print("heard:", b"")
    except PermissionError:
        print("kept out")
"""


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody else")
@pytest.mark.parametrize(("mode", "answer"), [(0o700, "kept out"), (0o777, "heard: b''")])
def test_another_user_is_kept_out_and_not_heard_where_the_door_is_open(
    holdfast: Holdfast, server: FaultServer, to: Path, mode: int, answer: str
) -> None:
    waiting(holdfast, server, to)
    address = Path(address_of(holdfast.home) or "")
    address.parent.chmod(0o755)
    address.chmod(mode)
    stranger = [sys.executable, "-c", STRANGER, str(address)]

    said = subprocess.run(stranger, capture_output=True, text=True, timeout=30)

    assert said.stdout.strip() == answer, said.stderr
    address.parent.chmod(0o700)
    assert len(holdfast("list", "--json").events) == 1
