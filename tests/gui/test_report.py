"""The lines that report on a job: their contract, their measure, their dress."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engine import ErrorKind, FileSpec, FileState, JobSnapshot, JobSpec, JobState
from fake_engine import (
    FakeEngine,
    active,
    done,
    failed,
    held,
    make_error,
    make_file,
    make_job,
    paused,
    retrying,
)
from gui import formatting
from gui.cli.printing import JsonPrinter, PlainPrinter, bare
from gui.cli.report import Reporter, added_event, job_line, state_event
from gui.cli.watch import Watch
from gui.protocol import Added, Done, Event, File, State

SPEC = JobSpec((FileSpec("http://host/file"),), Path("/d"))


def as_json(event: Event) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(bare(event))
    return value


def only(events: list[Event], kind: type[Event]) -> Any:
    (event,) = [event for event in events if isinstance(event, kind)]
    return event


# --- the contract (section 7 of the design) ---


def test_added_names_the_links_without_what_is_secret_in_them() -> None:
    job = make_job(file={"url": "https://me:secret@host/a.iso?token=secret"})

    event = as_json(added_event(job))

    assert event.keys() == {"event", "job", "urls"}
    assert (event["event"], event["job"]) == ("added", job.id)
    assert "host/a.iso" in event["urls"][0]
    assert "me:secret" not in event["urls"][0]


def test_a_state_line_holds_the_error_and_both_countdowns() -> None:
    error = make_error(ErrorKind.SERVER_BUSY, "host", http_status=503)
    job = retrying(error=error, error_count=2, retry_in=4.24, gives_up_in=3596.04)

    event = as_json(state_event(job))

    assert event["error"].pop("text") == formatting.error_sentence(error)
    assert event == {
        "event": "state",
        "job": job.id,
        "state": "TRANSIENT_ERROR",
        "error": {
            "code": "server-busy",
            "kind": "transient",
            "context": "REMOTE_FILE",
            "hresult": "0x801901F7",
        },
        "error_count": 2,
        "retry_in": 4.2,
        "gives_up_in": 3596.0,
    }


@pytest.mark.parametrize(
    ("job", "kind"),
    [
        (retrying(), "transient"),
        (held(), "hold"),
        (failed(error=make_error(ErrorKind.NOT_FOUND, http_status=404)), "fatal"),
    ],
)
def test_the_kind_of_an_error_says_who_must_act(job: JobSnapshot, kind: str) -> None:
    assert as_json(state_event(job))["error"]["kind"] == kind


def test_what_does_not_apply_is_null() -> None:
    event = as_json(state_event(retrying(gives_up_in=None, retry_in=None)))

    assert (event["retry_in"], event["gives_up_in"]) == (None, None)


def test_an_error_that_was_overcome_is_not_told_again() -> None:
    assert as_json(state_event(active(error=make_error(ErrorKind.TIMED_OUT))))["error"] is None


def test_progress_has_no_total_while_nobody_knows_it() -> None:
    (event,) = Reporter(JobState.TRANSFERRING).events(active(size=None, bytes_present=5), 0.0)

    assert as_json(event) == {
        "event": "progress",
        "job": event.job,
        "bytes": 5,
        "total": None,
        "rate": 1048576.0,
        "connections": 1,
    }


def test_a_finished_job_tells_its_file_its_state_and_that_it_is_done() -> None:
    job = done("a.iso", size=456, file={"seconds": 1.2345, "resumed_from": 100})

    events = [as_json(event) for event in Reporter().events(job, 0.0)]

    assert [event["event"] for event in events] == ["file", "state", "done"]
    assert events[0] == {
        "event": "file",
        "job": job.id,
        "path": str(job.folder / "a.iso"),
        "bytes": 456,
        "seconds": 1.234,
        "resumed_from": 100,
        "verified": "sha256",
    }
    assert events[2] == {"event": "done", "job": job.id, "state": "ACKNOWLEDGED"}


def test_a_path_that_is_no_utf8_can_still_be_told() -> None:
    job = done(file={"path": Path("/d/\udcff.iso")})

    (file, *_) = Reporter().events(job, 0.0)

    assert as_json(file)["path"] == "/d/\\xff.iso"


def test_list_shows_a_job_in_one_line() -> None:
    event = as_json(job_line(retrying("planet.pbf", bytes_present=10, size=100)))

    assert event["name"] == "planet.pbf"
    assert (event["bytes"], event["total"]) == (10, 100)
    assert (event["state"], event["gives_up_in"]) == ("TRANSIENT_ERROR", 3108.0)


# --- in measure ---


def test_a_state_is_told_when_it_changes_and_not_again() -> None:
    reporter, job = Reporter(), make_job()

    assert only(list(reporter.events(job, 0.0)), State).state == "QUEUED"
    assert list(reporter.events(job, 60.0)) == []
    job = replace(job, state=JobState.CONNECTING)
    assert only(list(reporter.events(job, 60.1)), State).state == "CONNECTING"


def test_a_job_that_waits_is_told_once_a_second() -> None:
    reporter, job = Reporter(), retrying()
    moments = [tenth / 10 for tenth in range(51)]

    told = [moment for moment in moments for _ in reporter.events(job, moment)]

    assert len(told) == 6
    assert all(0.85 < later - earlier < 2 for earlier, later in itertools.pairwise(told))


def test_progress_is_told_at_most_four_times_a_second() -> None:
    reporter = Reporter(JobState.TRANSFERRING)
    job = active()
    told = 0
    for moment in range(1000):
        job = replace(job, bytes_present=moment + 1)
        told += len(list(reporter.events(job, moment / 100)))

    assert 36 <= told <= 41


def test_bytes_that_did_not_grow_are_no_progress() -> None:
    reporter, job = Reporter(JobState.TRANSFERRING), active(bytes_present=7)

    assert len(list(reporter.events(job, 0.0))) == 1
    assert list(reporter.events(job, 10.0)) == []


def test_each_file_is_told_once_and_when_it_is_delivered() -> None:
    here = make_file(state=FileState.DELIVERED, path=Path("/d/one"))
    coming = make_file(state=FileState.TRANSFERRED)
    reporter, job = Reporter(JobState.TRANSFERRING), active(files=(here, coming))

    assert only(list(reporter.events(job, 0.0)), File).path == "/d/one"
    job = replace(job, files=(here, replace(here, path=Path("/d/two"))))
    assert only(list(reporter.events(job, 0.1)), File).path == "/d/two"


@pytest.mark.parametrize(
    ("job", "is_over"),
    [
        (done(), True),
        (failed(), True),
        (make_job(state=JobState.CANCELLED), True),
        (make_job(state=JobState.TRANSFERRED, auto_complete=False), True),
        (make_job(state=JobState.TRANSFERRED), False),
        (retrying(), False),
        (paused(), False),
    ],
)
def test_a_job_is_done_when_nothing_more_happens_by_itself(job: JobSnapshot, is_over: bool) -> None:
    assert any(isinstance(event, Done) for event in Reporter().events(job, 0.0)) is is_over


# --- watching an engine ---


class Engine(FakeEngine):
    """Takes a job as the real one does: first it is made, then it begins."""

    async def add_or_resume(self, spec: Any) -> str:
        job_id = await self.add(spec, start=False)
        self.resume(job_id)
        self.put(replace(self.job(job_id), state=JobState.CONNECTING))
        return job_id


@pytest.mark.anyio
async def test_a_watch_misses_no_state_from_the_first_on() -> None:
    engine, said = Engine(), []
    watch = Watch(engine, said.append)  # type: ignore[arg-type]

    job_id = await watch.take(engine.add_or_resume(SPEC))
    engine.put(replace(engine.job(job_id), state=JobState.TRANSFERRING))
    engine.put(replace(engine.job(job_id), state=JobState.ACKNOWLEDGED))
    await watch.until_over()
    watch.close()

    assert isinstance(said[0], Added)
    states = [event.state for event in said if isinstance(event, State)]
    assert states == ["QUEUED", "CONNECTING", "TRANSFERRING", "ACKNOWLEDGED"]
    assert isinstance(said[-1], Done)
    assert engine.listeners == 0


@pytest.mark.anyio
async def test_a_watch_tells_only_of_the_jobs_it_follows() -> None:
    stranger, followed = retrying(), retrying()
    engine, said = FakeEngine(stranger, followed), []
    watch = Watch(engine, said.append)  # type: ignore[arg-type]
    watch.follow(followed.id)

    engine.put(replace(stranger, state=JobState.QUEUED))
    watch.close()

    assert {event.job for event in said} == {followed.id}


@pytest.mark.anyio
async def test_a_job_that_is_taken_out_of_the_list_is_over() -> None:
    job = active()
    engine, said = FakeEngine(job), []
    watch = Watch(engine, said.append)  # type: ignore[arg-type]
    watch.follow(job.id)

    await engine.remove(job.id)
    await watch.until_over()
    watch.close()

    assert said[-1] == Done(job=job.id, state="CANCELLED")


# --- for people ---


def test_plain_lines_say_what_changes_and_not_what_counts_down(
    capsys: pytest.CaptureFixture[str],
) -> None:
    printer, job = PlainPrinter(), retrying("a.iso")
    printer.show(added_event(job))
    for second in range(10):
        printer.show(state_event(replace(job, retry_in=10.0 - second)))
    printer.show(state_event(failed("a.iso", id=job.id)))

    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 2
    assert all(line.startswith("a.iso: ") for line in said.err.splitlines())


def test_programs_read_json_and_people_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    JsonPrinter().show(state_event(failed()))

    said = capsys.readouterr()
    assert json.loads(said.out)["state"] == "ERROR"
    assert said.err == ""


@pytest.mark.parametrize("quiet", [False, True])
def test_quiet_says_errors_only(capsys: pytest.CaptureFixture[str], quiet: bool) -> None:
    printer = PlainPrinter(quiet)
    for event in Reporter().events(done("a.iso"), 0.0):
        printer.show(event)
    printer.show(state_event(failed("b.iso")))
    printer.remark("Worth knowing.")
    printer.complain("went wrong")

    lines = capsys.readouterr().err.splitlines()
    assert any("went wrong" in line for line in lines)
    assert any("resolve" in line for line in lines)
    assert any("a.iso" in line for line in lines) is not quiet
    assert any("Worth knowing" in line for line in lines) is not quiet
