"""The commands about jobs, where nothing runs: looks start nothing, and what must go on does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commanding import bad_links, killed, only, state_of, until
from fault_server import Fault, FaultServer
from gui.background import LOG_FILE
from program import Holdfast, one_line

pytestmark = pytest.mark.end_to_end


@pytest.fixture
def holdfast(holdfast: Holdfast) -> Holdfast:
    """As on a server: what is started in the background has no window."""
    del holdfast.environment["QT_QPA_PLATFORM"]
    return holdfast


def test_where_nothing_runs_a_job_is_paused_and_changed_without_starting_anything(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    job = killed(holdfast, server, to)
    asked = len(server.requests)

    assert only(holdfast("pause", job, "--json"))["state"] == "SUSPENDED"
    only(holdfast("set", job, "--give-up-after", "1h", "--limit", "1M", "--json"))

    told = only(holdfast("info", job, "--json"))
    assert (told["state"], told["give_up_after"], told["limit"]) == ("SUSPENDED", 3600.0, 1 << 20)
    assert len(server.requests) == asked
    assert not (holdfast.home / LOG_FILE).exists()


def test_to_look_at_a_home_that_is_not_there_makes_none(holdfast: Holdfast) -> None:
    assert holdfast("list").out == "There are no jobs.\n"
    refused = holdfast("info", "285365c14f11")
    assert (refused.code, one_line(refused.err)) == (1, True)
    assert not holdfast.home.exists()


def test_where_nothing_runs_a_resume_starts_an_instance_that_goes_on(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    job = killed(holdfast, server, to)
    assert holdfast("pause", job).code == 0
    server.fault = Fault()

    only(holdfast("resume", job, "--json"))

    until(lambda: (to / "file.bin").exists(), "the file")
    assert (to / "file.bin").read_bytes() == server.content


def test_where_nothing_runs_a_job_that_cannot_be_resumed_starts_nothing(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    done = holdfast("get", server.url, "--to", to, "--json").of_kind("done")[0]["job"]

    assert holdfast("resume", done).code == 1
    assert holdfast("retry", "nope").code == 1
    assert holdfast("resume", "--all").out == "There is nothing to resume.\n"
    assert not (holdfast.home / LOG_FILE).exists()


def test_where_nothing_runs_a_cancel_deletes_what_is_half_done(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    job = killed(holdfast, server, to)
    assert len(list(to.iterdir())) == 1

    assert only(holdfast("cancel", job, "--json"))["state"] == "CANCELLED"

    assert list(to.iterdir()) == []


def failed_by_one(holdfast: Holdfast, server: FaultServer, to: Path) -> str:
    """A job in ERROR: one of its two files is here, the link of the other is dead."""
    server.choose = bad_links(Fault(status=404))
    links = [server.url_for("/good"), server.url_for("/bad")]
    outcome = holdfast("get", *links, "--as-one-job", "--to", to, "--json")
    assert outcome.code == 1
    return str(outcome.of_kind("done")[0]["job"])


def test_a_job_with_a_dead_link_is_completed_with_the_files_that_are_here(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    job = failed_by_one(holdfast, server, to)

    outcome = holdfast("complete", job)

    assert (outcome.code, outcome.err) == (0, "")
    assert "1 of 2 files kept" in outcome.out
    assert [path.name for path in to.iterdir()] == ["good"]
    assert (to / "good").read_bytes() == server.content


def test_a_job_goes_on_without_the_file_that_is_skipped(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    job = failed_by_one(holdfast, server, to)
    files = only(holdfast("info", job, "--json"))["files"]
    (number,) = [file["number"] for file in files if file["state"] == "failed"]

    only(holdfast("skip", job, number, "--json"))

    until(lambda: state_of(holdfast, job) == "ACKNOWLEDGED", "the end of the job")
    assert [path.name for path in to.iterdir()] == ["good"]


def test_a_file_that_failed_is_fetched_again(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    job = failed_by_one(holdfast, server, to)
    server.choose = lambda _request: None

    only(holdfast("retry", job, "--file", "2", "--json"))

    until(lambda: state_of(holdfast, job) == "ACKNOWLEDGED", "the end of the job")
    assert (to / "bad").read_bytes() == server.content


# --- looks ---


def test_info_tells_all_about_a_job_and_nothing_secret(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    server.fault = Fault(status=404)
    link = server.url_for("/file.bin?x=1").replace("//", "//me:hunter2@")
    run = holdfast("get", link, "--to", to, "--json", "--header", "X-Key: hunter2")
    job = run.of_kind("done")[0]["job"]

    text, told = holdfast("info", job[:4]), only(holdfast("info", job, "--json"))

    assert (text.code, text.err) == (0, "")
    assert text.out.startswith("file.bin\n")
    assert "0x80190194" in text.out
    assert (told["job"], told["state"], told["error"]["code"]) == (job, "ERROR", "not-found")
    assert told["files"][0]["error"]["hresult"] == "0x80190194"
    kinds = [entry["kind"] for entry in told["timeline"]]
    assert kinds[0] == "created"
    assert "error" in kinds
    assert "hunter2" not in text.out + json.dumps(told)


def test_info_tells_of_several_jobs_and_of_those_that_are_there_if_one_is_not(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    server.fault = Fault(status=404)
    run = holdfast("get", server.url_for("/a.bin"), server.url_for("/b.bin"), "--to", to, "--json")
    first, second = (event["job"] for event in run.of_kind("done"))

    told = holdfast("info", first, "no-such-job", second, "--json")
    text = holdfast("info", first, second)

    assert told.code == 1
    assert [event["job"] for event in told.of_kind("info")] == [first, second]
    assert [len(event["files"]) for event in told.of_kind("info")] == [1, 1]
    assert text.code == 0
    assert text.out.count("\n\n\n") == 0
    assert text.out.index(first) < text.out.index("Timeline") < text.out.index(second)


def test_the_list_is_written_and_read_back(
    holdfast: Holdfast, server: FaultServer, to: Path, tmp_path: Path
) -> None:
    holdfast("pause", killed(holdfast, server, to))
    written = tmp_path / "jobs.json"
    assert holdfast("export", "--output", written).code == 0
    assert holdfast("export").out == written.read_text()
    other = Holdfast(tmp_path / "other")

    outcome = other("import", written, "--paused", "--json")

    assert outcome.code == 0
    assert [event["event"] for event in outcome.events] == ["added"]
    (job,) = other("list", "--json").events
    assert (job["state"], job["urls"]) == ("SUSPENDED", [server.url])
    assert (job["folder"], job["name"]) == (str(to), "file.bin")
    assert not (other.home / LOG_FILE).exists()


def test_a_list_that_makes_no_sense_is_refused_in_one_line(
    holdfast: Holdfast, tmp_path: Path
) -> None:
    (tmp_path / "list").write_text("http://host/fine\nnonsense\n")

    outcome = holdfast("import", tmp_path / "list", "--json")

    assert outcome.code == 1
    assert one_line(outcome.err)
    assert "2" in outcome.err
    (refused,) = outcome.events
    assert (refused["event"], refused["job"]) == ("refused", None)
    assert holdfast("list", "--json").out == ""


# --- mistakes ---


def test_what_is_refused_is_named_with_its_code_and_the_rest_is_done(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    done = holdfast("get", server.url, "--to", to, "--json").of_kind("done")[0]["job"]
    job = killed(holdfast, server, to / "other")

    outcome = holdfast("pause", "nope", done, job, "--json")

    assert outcome.code == 1
    unknown, over, paused = outcome.events
    assert unknown == {
        "event": "refused",
        "job": "nope",
        "text": "There is no such job.",
        "code": "0x80200001",
    }
    assert (over["event"], over["job"], over["code"]) == ("refused", done, "0x80200002")
    assert (paused["event"], paused["state"]) == ("job", "SUSPENDED")
    assert outcome.err.splitlines() == [
        "holdfast: nope: There is no such job.",
        f"holdfast: {done}: {over['text']}",
    ]


@pytest.mark.parametrize("words", [["pause"], ["set", "abcd"], ["move", "abcd", "aside"]])
def test_wrong_usage_is_told_from_a_refusal(holdfast: Holdfast, words: list[str]) -> None:
    outcome = holdfast(*words)

    assert (outcome.code, outcome.out) == (2, "")
    assert one_line(outcome.err)
    assert not holdfast.home.exists()
