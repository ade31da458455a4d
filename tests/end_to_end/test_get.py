"""`holdfast get` as a new user would try it: good servers, bad servers, interruptions."""

from __future__ import annotations

import contextlib
import itertools
import os
import pty
import shlex
import signal
import subprocess
import time
from pathlib import Path

import pytest

from fault_server import Fault, FaultServer, some_content
from program import PROGRAM, ROOT, Holdfast, Outcome, one_line

pytestmark = pytest.mark.end_to_end

BUSY = Fault(status=503)
PROMPTLY = 5.0
"""Seconds; a start on a busy machine takes one of them."""


# --- good servers --------------------------------------------------------------------------------


def test_the_bytes_are_right_and_the_lines_tell_the_story(
    holdfast: Holdfast, nginx: str, served: Path, to: Path
) -> None:
    content = some_content(50_000_000)
    (served / "fifty.bin").write_bytes(content)

    outcome = holdfast("get", f"{nginx}/fifty.bin", "--to", to, "--json")

    assert outcome.code == 0
    assert outcome.err == ""
    assert (to / "fifty.bin").read_bytes() == content
    first, *_, last = outcome.events
    assert first == {"event": "added", "job": first["job"], "urls": [f"{nginx}/fifty.bin"]}
    assert last == {"event": "done", "job": first["job"], "state": "ACKNOWLEDGED"}
    assert outcome.states == [
        "QUEUED",
        "CONNECTING",
        "TRANSFERRING",
        "TRANSFERRED",
        "ACKNOWLEDGED",
    ]
    assert outcome.file["path"] == str(to / "fifty.bin")
    assert outcome.file["bytes"] == len(content)
    assert outcome.file["resumed_from"] == 0


def test_a_file_whose_end_nothing_proves_is_labelled(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    server.fault = Fault(close_delimited=True, ignore_range=True)

    assert holdfast("get", server.url_for("/a"), "--to", to, "--quiet").code == 0

    assert "the server did not say how large it is" in holdfast("list").out


def test_several_links_are_several_jobs(holdfast: Holdfast, server: FaultServer, to: Path) -> None:
    links = [server.url_for(f"/{name}") for name in ("one", "two", "three")]

    outcome = holdfast("get", *links, "--to", to, "--json")

    assert outcome.code == 0
    assert len({event["job"] for event in outcome.of_kind("done")}) == 3
    assert sorted(path.name for path in to.iterdir()) == ["one", "three", "two"]


def test_links_can_be_the_files_of_one_job(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    links = [server.url_for(f"/{name}") for name in ("one", "two")]

    outcome = holdfast("get", "--as-one-job", *links, "--to", to, "--json")

    assert outcome.code == 0
    assert len(outcome.of_kind("added")) == len(outcome.of_kind("done")) == 1
    assert len(outcome.of_kind("file")) == 2


def test_what_is_here_already_is_not_fetched_again(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    command = ("get", server.url_for("/file.bin"), "--to", to, "--json")
    holdfast(*command)
    sent = server.bytes_sent

    again = holdfast(*command)

    assert again.code == 0
    assert again.file["path"] == str(to / "file.bin")
    assert server.bytes_sent == sent


def test_a_newer_version_on_the_server_is_fetched(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    command = ("get", server.url_for("/file.bin"), "--to", to, "--json")
    holdfast(*command)
    newer = some_content(2_000_000, "B")
    server.replace(newer)

    again = holdfast(*command)

    assert again.code == 0
    assert Path(again.file["path"]).read_bytes() == newer


# --- interruptions -------------------------------------------------------------------------------


def test_killed_in_the_middle_it_goes_on_where_it_was(
    holdfast: Holdfast, nginx: str, served: Path, to: Path
) -> None:
    rate = 8 * 1024 * 1024
    content = some_content(4 * rate)
    (served / "killed.bin").write_bytes(content)
    command = ("get", f"{nginx}/killed.bin", "--to", to, "--json")
    run = holdfast.start(*command, "--limit", "8M")
    progress = run.until(lambda event: event.get("bytes", 0) > 2 * rate)
    run.signal(signal.SIGKILL)
    assert run.outcome().code == -signal.SIGKILL

    again = holdfast(*command, "--limit", "0")

    assert again.code == 0
    assert (to / "killed.bin").read_bytes() == content
    assert again.file["resumed_from"] >= progress["bytes"] - 1.5 * rate


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupted_it_ends_at_once_and_goes_on_the_next_time(
    holdfast: Holdfast, server: FaultServer, to: Path, number: signal.Signals, code: int
) -> None:
    server.fault = Fault(rate=400_000)
    command = ("get", server.url_for("/slow.bin"), "--to", to, "--json")
    run = holdfast.start(*command)
    run.until(lambda event: event.get("bytes", 0) > 200_000)
    asked = time.monotonic()
    run.signal(number)
    outcome = run.outcome()
    assert (outcome.code, outcome.states[-1]) == (code, "SUSPENDED")
    assert time.monotonic() - asked < PROMPTLY
    assert "Traceback" not in outcome.err

    server.fault = Fault()
    again = holdfast(*command)

    assert again.code == 0
    assert again.file["resumed_from"] > 0
    assert (to / "slow.bin").read_bytes() == server.content


# --- a server that is busy for ever ---


def test_a_delay_longer_than_the_window_is_an_error_at_once(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    server.fault = BUSY

    outcome = holdfast(
        *("get", server.url, "--to", to, "--json"),
        *("--give-up-after", "3s", "--retry-delay", "5s"),
    )

    assert outcome.code == 1
    assert outcome.took < PROMPTLY
    assert "TRANSIENT_ERROR" not in outcome.states
    assert outcome.states[-1] == "ERROR"
    error = outcome.of_kind("state")[-1]["error"]
    assert error["code"] == "server-busy"
    assert error["kind"] == "transient"
    assert error["context"] == "REMOTE_FILE"
    assert error["hresult"] == "0x801901F7"
    assert outcome.of_kind("done")[0]["state"] == "ERROR"


def test_a_timeout_of_zero_asks_once(holdfast: Holdfast, server: FaultServer, to: Path) -> None:
    server.fault = BUSY

    outcome = holdfast("get", server.url, "--to", to, "--json", "--give-up-after", "0")

    assert (outcome.code, outcome.states[-1]) == (1, "ERROR")
    assert len(server.requests) == 1


class Patience:
    """Two runs against a busy server, side by side: one gives up, one would never."""

    def __init__(self, place: Path) -> None:
        limited, endless = Holdfast(place / "a"), Holdfast(place / "b")
        try:
            with FaultServer(fault=BUSY) as server:
                url = server.url
                limited_run = limited.start(
                    *("get", url, "--to", place / "d", "--json", "--give-up-after", "12s")
                )
                endless_run = endless.start(
                    *("get", url, "--to", place / "e", "--json", "--give-up-after", "never")
                )
                self.limited: Outcome = limited_run.outcome()
                self.asked = len(server.requests)
                self.endless_was_running = endless_run.process.poll() is None
                self.interrupted_at = time.monotonic()
                endless_run.signal(signal.SIGINT)
                self.endless: Outcome = endless_run.outcome()
                self.ended_at = time.monotonic()
        finally:
            limited.end_all()
            endless.end_all()


@pytest.fixture(scope="module")
def patience(tmp_path_factory: pytest.TempPathFactory) -> Patience:
    return Patience(tmp_path_factory.mktemp("patience"))


def test_it_tries_again_until_the_window_has_run_out(patience: Patience) -> None:
    outcome = patience.limited

    assert outcome.code == 1
    assert outcome.states.count("ERROR") == len(outcome.of_kind("done")) == 1
    assert outcome.states.count("TRANSIENT_ERROR") >= 2
    assert outcome.of_kind("state")[-1]["error_count"] >= 2
    assert 12 <= outcome.took < 20


def test_while_it_waits_both_numbers_count_down(patience: Patience) -> None:
    waiting = [
        (event["retry_in"], event["gives_up_in"])
        for event in patience.limited.of_kind("state")
        if event["state"] == "TRANSIENT_ERROR" and event["error_count"] == 1
    ]

    assert len(waiting) >= 3
    for (retry, giving_up), (later_retry, later_giving_up) in itertools.pairwise(waiting):
        assert later_retry < retry
        assert later_giving_up < giving_up


def test_told_never_to_give_up_it_still_tries_and_heeds_ctrl_c(patience: Patience) -> None:
    assert patience.endless_was_running
    assert patience.endless.code == 130
    assert patience.ended_at - patience.interrupted_at < PROMPTLY
    waiting = [
        event for event in patience.endless.of_kind("state") if event["state"] == "TRANSIENT_ERROR"
    ]
    assert waiting
    assert {event["gives_up_in"] for event in waiting} == {None}


def test_a_job_in_error_begins_anew_with_what_is_told_this_time(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    server.fault = BUSY
    command = ("get", server.url_for("/file.bin"), "--to", to, "--json")
    assert holdfast(*command, "--give-up-after", "0").code == 1
    server.faults.append(BUSY)
    server.fault = Fault()

    again = holdfast(*command, "--give-up-after", "1m")

    assert again.code == 0
    assert "TRANSIENT_ERROR" in again.states
    assert (to / "file.bin").read_bytes() == server.content


# --- servers that misbehave ---


def test_a_server_that_drops_every_200_kb_is_outlasted(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    server.fault = Fault(drop_after=200_000)

    outcome = holdfast("get", server.url_for("/file.bin"), "--to", to, "--json")

    assert outcome.code == 0
    assert (to / "file.bin").read_bytes() == server.content


def test_a_file_replaced_half_way_comes_in_whole_and_new(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    newer = some_content(2_000_000, "B")
    server.faults.append(Fault(drop_after=1_000_000))
    server.fault = Fault(before=lambda server: server.replace(newer))

    outcome = holdfast("get", server.url_for("/file.bin"), "--to", to, "--json")

    assert outcome.code == 0
    assert (to / "file.bin").read_bytes() == newer


def test_a_missing_file_is_an_error_at_once(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    server.fault = Fault(status=404)

    outcome = holdfast("get", server.url_for("/file.bin"), "--to", to, "--json")

    assert outcome.code == 1
    assert outcome.took < PROMPTLY
    error = outcome.of_kind("state")[-1]["error"]
    assert error["kind"] == "fatal"
    assert "404" in error["text"]
    assert len(server.requests) == 1
    assert list(to.iterdir()) == []


def test_without_json_the_reason_stands_in_plain_words(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    server.fault = Fault(status=404)

    outcome = holdfast("get", server.url_for("/file.bin"), "--to", to, "--quiet")

    assert outcome.code == 1
    assert outcome.out == ""
    assert one_line(outcome.err)
    assert "file.bin" in outcome.err


# --- readers ---


def test_a_reader_who_has_heard_enough_does_no_harm(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    server.fault = Fault(rate=2_000_000)
    command = f"{shlex.join(PROGRAM)} get {server.url_for('/file.bin')} --to {to} --json"

    run = subprocess.run(
        ["bash", "-o", "pipefail", "-c", f"{command} | head -1"],
        cwd=ROOT,
        env=holdfast.environment,
        capture_output=True,
        text=True,
    )

    assert (run.returncode, run.stderr) == (0, "")
    assert (to / "file.bin").read_bytes() == server.content


def test_on_a_terminal_a_bar_is_drawn_and_the_path_stays(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    server.fault = Fault(rate=1_000_000)
    keeper, terminal = pty.openpty()
    run = subprocess.Popen(
        [*PROGRAM, "get", server.url_for("/file.bin"), "--to", to],
        cwd=ROOT,
        env={**holdfast.environment, "TERM": "xterm", "COLUMNS": "100"},
        stderr=terminal,
    )
    os.close(terminal)

    shown = _read_to_the_end(keeper)

    assert run.wait() == 0
    assert "file.bin" in shown
    assert "%" in shown
    assert "MB/s" in shown or "kB/s" in shown
    assert f"{to / 'file.bin'}: 1.9 MB in" in shown


def _read_to_the_end(terminal: int) -> str:
    pieces = []
    with contextlib.suppress(OSError):
        while piece := os.read(terminal, 4096):
            pieces.append(piece)
    os.close(terminal)
    return b"".join(pieces).decode()


# --- what cannot be done ---


@pytest.mark.parametrize("link", ["http://", "http://host:99999/x", "ftp://host/file", "nonsense"])
def test_a_link_that_is_none_is_refused_in_one_line(
    holdfast: Holdfast, to: Path, link: str
) -> None:
    outcome = holdfast("get", link, "--to", to, "--json")

    assert outcome.code == 1
    assert outcome.out == ""
    assert one_line(outcome.err)


def test_a_bad_link_does_not_stop_the_good_ones(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    outcome = holdfast("get", "ftp://host/file", server.url_for("/good"), "--to", to, "--json")

    assert outcome.code == 1
    assert one_line(outcome.err)
    assert (to / "good").read_bytes() == server.content


def test_a_folder_that_is_missing_is_made(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    outcome = holdfast("get", server.url_for("/file.bin"), "--to", to / "deep" / "down")

    assert outcome.code == 0
    assert (to / "deep" / "down" / "file.bin").exists()


def test_a_folder_that_is_a_file_is_refused(
    holdfast: Holdfast, server: FaultServer, tmp_path: Path
) -> None:
    (tmp_path / "plain").write_text("")

    outcome = holdfast("get", server.url, "--to", tmp_path / "plain" / "folder")

    assert outcome.code == 1
    assert one_line(outcome.err)
    assert server.requests == []


@pytest.mark.parametrize(
    "words",
    [
        ("get",),
        ("get", "http://host/file", "--unknown"),
        ("get", "http://host/file", "--give-up-after", "soon"),
        ("list", "--unknown"),
        ("nonsense",),
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(holdfast: Holdfast, words: tuple[str, ...]) -> None:
    outcome = holdfast(*words)

    assert outcome.code == 2
    assert outcome.out == ""
    assert one_line(outcome.err)
    assert not holdfast.home.exists()


def test_a_home_that_cannot_be_made_is_said_in_one_line(holdfast: Holdfast, tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("")

    outcome = holdfast("get", "http://host/file", "--home", tmp_path / "plain" / "home")

    assert outcome.code == 2
    assert one_line(outcome.err)
