"""Short requests: which job is meant, what is done to it, and what is told of it."""

from __future__ import annotations

import json
from contextlib import aclosing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from engine import (
    ErrorContext,
    ErrorKind,
    FileSpec,
    FileState,
    JobError,
    JobSpec,
    JobState,
    MeteredPolicy,
    Move,
    Priority,
    TimelineEntry,
    TimelineKind,
)
from fake_engine import (
    FakeEngine,
    active,
    done,
    failed,
    make_error,
    make_file,
    make_job,
    paused,
    retrying,
)
from gui.answers import MOST_NAMED, answers, sets_going
from gui.cli import details
from gui.protocol import (
    Add,
    Added,
    Answered,
    Cancel,
    Complete,
    Event,
    Info,
    InfoLine,
    JobLine,
    List,
    MoveTo,
    Order,
    Pause,
    Refused,
    Resume,
    Retry,
    Set,
    Skip,
)

pytestmark = pytest.mark.anyio

SPEC = JobSpec((FileSpec("http://host/file"),), Path("/d"))


async def heard(engine: FakeEngine, request: Any) -> list[Event]:
    async with aclosing(answers(engine, request)) as events:  # type: ignore[arg-type]
        return [event async for event in events]


async def ordered(engine: FakeEngine, deed: Any, *jobs: str) -> Any:
    """The one line about the one job."""
    event, end = await heard(engine, Order(deed, jobs))
    assert end == Answered()
    return event


def refusal(event: Event) -> Refused:
    assert isinstance(event, Refused)
    return event


# --- which job ---


@pytest.mark.parametrize("word", ["ab12cd34ef56", "ab12", "AB12c"])
async def test_a_job_is_named_by_its_id_or_the_beginning_of_it(word: str) -> None:
    engine = FakeEngine(active(id="ab12cd34ef56"), active(id="ab99cd34ef56"))

    await ordered(engine, Pause(), word)

    assert [job.state for job in engine.jobs()] == [JobState.SUSPENDED, JobState.TRANSFERRING]


async def test_a_beginning_that_several_jobs_share_names_them_and_touches_none() -> None:
    engine = FakeEngine(*[active(id=f"abcd{number}") for number in range(MOST_NAMED + 2)])

    event = refusal(await ordered(engine, Cancel(), "abcd"))

    assert "abcd0, abcd1, abcd2, abcd3, abcd4 and 2 more" in event.text
    assert event.job == "abcd"
    assert {job.state for job in engine.jobs()} == {JobState.TRANSFERRING}


async def test_an_id_that_others_begin_with_is_still_one_job() -> None:
    engine = FakeEngine(active(id="abcd"), active(id="abcde"))

    assert (await ordered(engine, Pause(), "abcd")).job == "abcd"


async def test_less_than_four_characters_name_no_job() -> None:
    engine = FakeEngine(active(id="abcdef"))

    assert "at least 4 characters" in refusal(await ordered(engine, Pause(), "abc")).text


@pytest.mark.parametrize("request_", [Order(Pause(), ("nope",)), Info("nope")], ids=str)
async def test_a_job_that_is_not_there_has_the_code_of_bits(request_: Any) -> None:
    event, end = await heard(FakeEngine(active()), request_)

    assert event == Refused(job="nope", text="There is no such job.", code="0x80200001")
    assert end == Answered()


async def test_what_is_refused_keeps_nothing_else_from_being_done() -> None:
    one, over, two = active("one"), done("over"), active("two")
    engine = FakeEngine(one, over, two)

    lines = await heard(engine, Order(Pause(), (one.id, over.id, "nope", two.id)))

    assert [type(line) for line in lines] == [JobLine, Refused, Refused, JobLine, Answered]
    assert refusal(lines[1]).code == "0x80200002"
    assert engine.job(two.id).state is JobState.SUSPENDED


# --- all jobs ---


async def test_all_that_move_or_wait_are_paused_and_no_others() -> None:
    engine = FakeEngine(active(), retrying(), make_job(), failed(), done(), paused())

    lines = await heard(engine, Order(Pause(), None))

    assert len(lines) == 4
    states = [job.state.name for job in engine.jobs()]
    assert states == ["SUSPENDED"] * 3 + ["ERROR", "ACKNOWLEDGED", "SUSPENDED"]


async def test_all_that_are_paused_go_on_and_what_failed_does_not() -> None:
    engine = FakeEngine(paused(), failed(), paused(), done())

    await heard(engine, Order(Resume(), None))

    assert [job.state.name for job in engine.jobs()] == [
        "QUEUED",
        "ERROR",
        "QUEUED",
        "ACKNOWLEDGED",
    ]


# --- what is done ---


async def test_an_order_tells_how_the_job_is_after_it() -> None:
    job = active("big.iso")

    line = await ordered(FakeEngine(job), Pause(), job.id)

    assert (line.job, line.name, line.state, line.words) == (
        job.id,
        "big.iso",
        "SUSPENDED",
        "Paused",
    )


async def test_a_job_that_was_just_paused_brings_nothing_any_more() -> None:
    job = active(rate=5.0)

    assert (await ordered(FakeEngine(job), Pause(), job.id)).rate == 0.0


async def test_to_resume_anyway_tells_the_engine_so() -> None:
    job = paused()
    engine = FakeEngine(job)

    await ordered(engine, Resume(anyway=True), job.id)

    assert engine.job(job.id).run_anyway
    assert engine.job(job.id).state is JobState.QUEUED


async def test_only_what_waits_or_failed_can_be_retried() -> None:
    waiting, moving = retrying(), active()
    engine = FakeEngine(waiting, moving)

    assert (await ordered(engine, Retry(), waiting.id)).state == "QUEUED"
    event = refusal(await ordered(engine, Retry(), moving.id))

    assert event.text == "This job is active: there is nothing to retry."
    assert event.code == "0x80200002"


async def test_everything_that_can_be_set_is_set_and_told() -> None:
    job = retrying()
    engine = FakeEngine(job)
    deed = Set(
        give_up_after=None,
        retry_delay=1.0,
        priority=Priority.HIGH,
        limit=1 << 20,
        max_time=3600.0,
        metered=MeteredPolicy.NEVER,
    )

    line = await ordered(engine, deed, job.id)

    now = engine.job(job.id)
    assert (now.no_progress_timeout, now.minimum_retry_delay) == (None, 5.0)
    assert (now.priority, now.rate_limit) == (Priority.HIGH, 1 << 20)
    assert (now.maximum_download_time, now.metered) == (3600.0, MeteredPolicy.NEVER)
    assert "gives up after: never" in line.words
    assert "retry delay: 5 seconds" in line.words, "as the engine has it, not as it was asked for"


async def test_what_is_not_given_stays_as_it_is() -> None:
    job = retrying()
    engine = FakeEngine(job)

    line = await ordered(engine, Set(limit=0), job.id)

    assert engine.job(job.id) == replace(job, rate_limit=0)
    assert line.words.endswith(" · speed limit: none")


async def test_a_job_is_moved() -> None:
    job = make_job()
    engine = FakeEngine(job)

    await ordered(engine, MoveTo(Move.TOP), job.id)

    assert engine.commands == [("move", job.id, Move.TOP)]


async def test_files_are_counted_from_one_as_people_do() -> None:
    job = make_job(files=tuple(make_file(number=number) for number in range(3)))
    engine = FakeEngine(job)

    await ordered(engine, Skip((1, 3)), job.id)
    await ordered(engine, Retry(2), job.id)

    assert engine.commands == [("skip", job.id, 0), ("skip", job.id, 2), ("retry", job.id, 1)]


async def test_a_file_that_is_not_there_is_refused_and_none_is_skipped() -> None:
    job = make_job()
    engine = FakeEngine(job)

    event = refusal(await ordered(engine, Skip((1, 2)), job.id))

    assert event.text == "There is no file 2: the job has 1 file."
    assert engine.commands == []


class Stuck(FakeEngine):
    """An engine that cannot give a file its name."""

    async def complete(self, job_id: str) -> None:
        error = make_error(ErrorKind.FOLDER_NOT_WRITABLE, "/d")
        self.put(replace(self.job(job_id), state=JobState.TRANSFERRED, error=error))


async def test_files_that_cannot_be_named_are_not_told_as_a_success() -> None:
    job = active()

    event = refusal(await ordered(Stuck(job), Complete(), job.id))

    assert "cannot be named yet" in event.text
    assert event.code == "0x80070005"


async def test_a_job_may_be_added_without_being_started() -> None:
    engine = FakeEngine()

    (added,) = await heard(engine, Add(SPEC, start=False))

    assert isinstance(added, Added)
    assert engine.job(added.job).state is JobState.SUSPENDED


async def test_a_job_that_goes_while_all_are_listed_is_left_out() -> None:
    engine = FakeEngine(active("one"), active("two"), active("three"))
    events = answers(engine, List())  # type: ignore[arg-type]
    names = []
    async for event in events:
        if isinstance(event, JobLine):
            names.append(event.name)
            if event.name == "one":
                await engine.remove(engine.job_ids()[1])

    assert names == ["one", "three"]


# --- who must go on ---


@pytest.mark.parametrize(
    ("job", "request_of", "goes_on"),
    [
        (paused(), lambda job: Order(Resume(), (job,)), True),
        (paused(), lambda _job: Order(Resume(), None), True),
        (failed(), lambda job: Order(Retry(), (job,)), True),
        (active(), lambda job: Order(Retry(), (job,)), False),
        (failed(), lambda _job: Order(Resume(), None), False),
        (done(), lambda job: Order(Resume(), (job,)), False),
        (paused(), lambda _job: Order(Resume(), ("nope",)), False),
        (active(), lambda job: Order(Pause(), (job,)), False),
        (paused(), lambda job: Order(Set(limit=1), (job,)), False),
        (failed(), lambda job: Order(Skip((1,)), (job,)), True),
        (paused(), lambda job: Order(Skip((1,)), (job,)), False),
        (failed(), lambda job: Order(Retry(1), (job,)), True),
        (paused(), lambda job: Order(Retry(1), (job,)), False),
        (done(), lambda job: Order(Retry(1), (job,)), False),
        (paused(), lambda _job: List(), False),
        (paused(), lambda _job: Add(SPEC), True),
        (paused(), lambda _job: Add(SPEC, start=False), False),
    ],
)
def test_an_engine_must_go_on_only_where_a_job_runs_afterwards(
    job: Any, request_of: Any, goes_on: bool
) -> None:
    assert sets_going(FakeEngine(job), request_of(job.id)) is goes_on  # type: ignore[arg-type]


# --- everything about a job ---

LINK = "https://me:secret@host/a.iso?token=secret"


def talkative() -> FakeEngine:
    error = JobError(
        ErrorKind.SERVER_BUSY, ErrorContext.REMOTE_FILE, "HTTP 503 today", "host", http_status=503
    )
    files = (
        make_file(url=LINK, name=None, error=error, size=None),
        make_file(
            number=1,
            url="https://host/b.iso",
            name="b.iso",
            state=FileState.DELIVERED,
            path=Path("/d/b.iso"),
            bytes_present=100,
            size=100,
            resumed_from=40,
            verified="sha256",
        ),
    )
    job = retrying("two", id="abcdef", files=files, error=error, priority=Priority.HIGH)
    engine = FakeEngine(job)
    engine.timelines[job.id] = [
        TimelineEntry(1_800_000_000.25, TimelineKind.CREATED, "two"),
        TimelineEntry(1_800_000_001.0, TimelineKind.ERROR, "server-busy: HTTP 503\x1b[31m"),
    ]
    return engine


async def test_info_is_one_object_on_one_line() -> None:
    lines = await heard(talkative(), Info("abcdef"))

    text = details.as_object(lines)
    told = json.loads(text)

    assert "\n" not in text
    assert (told["event"], told["job"], told["state"]) == ("info", "abcdef", "TRANSIENT_ERROR")
    assert told["error"]["hresult"] == "0x801901F7"
    assert told["error_detail"] == "HTTP 503 today"
    assert (told["give_up_after"], told["gives_up_in"]) == (3600.0, 3108.0)
    assert (told["without_progress"], told["retry_in"]) == (492.0, 250.0)
    assert (told["priority"], told["limit"], told["max_time"]) == ("high", 0, None)
    assert [file["number"] for file in told["files"]] == [1, 2]
    assert told["files"][0]["error"]["code"] == "server-busy"
    assert (told["files"][1]["path"], told["files"][1]["verified"]) == ("/d/b.iso", "sha256")
    assert [entry["kind"] for entry in told["timeline"]] == ["created", "error"]
    assert datetime.fromisoformat(told["timeline"][0]["at"]).timestamp() == 1_800_000_000.25


async def test_info_has_the_same_names_for_every_job() -> None:
    jobs = [make_job(id="plain"), done(id="over"), paused(id="waits", no_progress_timeout=None)]
    names = set()
    for job in jobs:
        told = json.loads(details.as_object(await heard(FakeEngine(job), Info(job.id))))
        names.add(tuple(told))

    assert len(names) == 1


async def test_info_reads_well() -> None:
    text = details.as_text(await heard(talkative(), Info("abcd")))

    lines = text.splitlines()
    assert lines[0] == "two (2 files)"
    assert lines[1].startswith("Retry in 4:10 · gives up in 51:48 · ")
    assert "  Job               abcdef (TRANSIENT_ERROR)" in lines
    assert "  No progress for   8 min 12 s" in lines
    assert "  Gives up after    1 hour" in lines
    assert "  Error code        server-busy · transient · REMOTE_FILE · 0x801901F7" in lines
    assert "  2. /d/b.iso" in lines
    assert any("resumed at 40 bytes · checked with sha256" in line for line in lines)
    assert lines[-2].endswith("created: two")


async def test_info_shows_no_secrets_and_no_control_characters() -> None:
    lines = await heard(talkative(), Info("abcd"))

    for text in (details.as_text(lines), details.as_object(lines)):
        assert "me:secret" not in text
        assert "\x1b" not in text


async def test_a_finished_job_has_no_error_any_more() -> None:
    job = done(error=make_error(ErrorKind.TIMED_OUT))

    (line, *_) = await heard(FakeEngine(job), Info(job.id))

    assert isinstance(line, InfoLine)
    assert line.error is None
