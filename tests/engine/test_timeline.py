"""The story of a job: complete, in words, bounded, and without secrets."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest

from engine import story
from engine.errors import ErrorContext, ErrorKind, JobError
from engine.job import Job, JobFile
from engine.ledger import Ledger
from engine.manager import JobManager
from engine.news import NewsKind
from engine.part import Checksum, PartState
from engine.retry import RetryPolicy, Wait
from engine.spec import FileSpec, JobSpec
from engine.states import JobState
from engine.store import Store
from engine.timeline import MOST_ALIKE, TimelineEntry, TimelineKind
from fake_fetch import BUSY, FULL, Try
from fakes import FakeClock
from fault_server import Fault, FaultServer, some_content
from jobs import error, make_job
from manager_bench import OTHER, URL, Bench, eventually

SECRET = "opensesame"


def told(entries: list[TimelineEntry]) -> list[str]:
    return [f"{entry.kind.value}: {entry.text}" for entry in entries]


async def story_of(bench: Bench, job_id: str) -> list[str]:
    return told(await bench.manager.timeline(job_id))


# The words.


def test_an_error_is_told_with_kind_context_code_and_text() -> None:
    assert story.failed(BUSY) == "server-busy (REMOTE_FILE, 0x801901F7): h: busy today"
    assert story.failed(error(ErrorKind.UNEXPECTED)) == "unexpected (REMOTE_FILE)"


def test_a_wait_is_told_with_its_end_and_its_reason() -> None:
    job = make_job(JobState.CONNECTING, timeout=3600.0)
    job.fail(error(), jitter=0.0)
    assert story.waits(job) == "5 s to the next try after server-busy; gives up in 3600 s"


def test_a_wait_that_the_server_makes_too_long_is_told_as_such() -> None:
    job = make_job(JobState.CONNECTING, timeout=60.0)
    job.fail(error(retry_after=7200.0), jitter=0.0)
    words = "no further try after server-busy: the server asks for 7200 s; gives up in 60 s"
    assert story.waits(job) == words


def test_what_a_person_chose_is_told_in_seconds_or_as_never() -> None:
    assert story.retries(RetryPolicy(600.0, 5.0)) == (
        "gives up: after 600 s; at least 5 s between tries"
    )
    assert story.retries(RetryPolicy(None, 60.0)) == "gives up: never; at least 60 s between tries"


def test_a_finished_file_is_told_with_size_time_speed_and_what_was_checked() -> None:
    file = JobFile(0, URL, size=1000, seconds=2.0, verified="sha256")
    assert story.finished(file) == "1000 bytes in 2.0 s, 500 bytes/s"
    file.verified, file.size_verified = None, False
    assert story.finished(file).endswith(
        "; nothing to check it against; only the end of the connection told that this is all"
    )
    file.unchanged = True
    assert story.finished(file).startswith("not fetched")


def test_of_several_files_the_one_that_is_meant_is_named() -> None:
    one = make_job()
    assert story.of_file(one, one.files[0], "x") == "x"
    two = make_job(files=[JobFile(0, URL, "first"), JobFile(1, OTHER)])
    assert story.of_file(two, two.files[0], "x") == "first: x"
    assert story.of_file(two, two.files[1], "x") == "file 2: x"
    two.files[1].part = PartState("from-the-server")
    assert story.of_file(two, two.files[1], "x") == "from-the-server: x"


def test_a_new_job_is_told_with_what_was_asked_for() -> None:
    job = make_job(files=[JobFile(0, f"http://h/a?token={SECRET}"), JobFile(1, OTHER)])
    assert story.created(job) == "name.iso: http://h/a?token=… and 1 more, to /downloads"
    job.files.clear()
    assert story.created(job) == "name.iso, no files yet, to /downloads"


# What is told when.


async def test_a_whole_life_is_told(bench: Bench) -> None:
    bench.wire.script[URL] += [Try(reach=400, error=BUSY), Try(reach=400, error=FULL), Try()]
    job_id = await bench.manager.add(bench.spec(), start=False)
    bench.manager.set_no_progress_timeout(job_id, 600)
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    bench.manager.retry(job_id)
    await eventually(lambda: bench.manager.job(job_id).is_held)
    await bench.while_time_passes(lambda: bench.manager.job(job_id).state is JobState.ACKNOWLEDGED)
    lines = await story_of(bench, job_id)
    wanted = [
        f"created: one.bin: {URL}, to {bench.folder}",
        "setting changed: gives up: after 600 s; at least 5 s between tries",
        "state: queued: resume",
        "state: connecting: slot granted",
        "connected: h HTTP/1.1",
        "error: server-busy (REMOTE_FILE, 0x801901F7): h: busy today",
        "state: queued: retry now",
        "error: disk-full (LOCAL_FILE, 0x80070070): /d",
        "hold: until disk-full is over",
        "hold: disk-full is over",
        "state: queued: hold lifted",
        "delivered: one.bin",
        "state: acknowledged: complete",
    ]
    assert [line for line in lines if line in wanted and lines.count(line) == 1] == [
        line for line in wanted if lines.count(line) == 1
    ]
    assert set(wanted) <= set(lines)
    (wait,) = [line for line in lines if line.startswith("wait: ")]
    assert wait.endswith("s to the next try after server-busy; gives up in 600 s")
    (finished,) = [line for line in lines if line.startswith("finished: ")]
    assert finished.startswith("finished: 1000 bytes in ")


async def test_each_file_that_fails_is_told_by_its_name(bench: Bench) -> None:
    gone = error(ErrorKind.NOT_FOUND, subject="h", http_status=404)
    bench.wire.script[URL].append(Try(reach=0, error=gone))
    job_id = await bench.manager.add(bench.spec(URL, OTHER))
    await bench.until(job_id, JobState.ERROR)
    lines = await story_of(bench, job_id)
    assert "error: file 1: not-found (REMOTE_FILE, 0x80190194): h" in lines


# Its bounds.


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "jobs.db"


def large_job(count: int) -> Job:
    return make_job(files=[JobFile(number, f"http://h/{number}") for number in range(count)])


async def test_ten_thousand_files_do_not_push_out_the_story_of_their_job(place: Path) -> None:
    store = Store(place)
    job = large_job(10_000)
    ledger = Ledger(store, FakeClock())
    ledger.note(job, TimelineKind.CREATED, "many")
    for state in ("transferring", "queued", "transferring again", "acknowledged"):
        for file in job.files:
            ledger.note(job, TimelineKind.RESUMED, f"{file.number}: 1 byte")
            ledger.note(job, TimelineKind.ERROR, f"{file.number}: busy")
        ledger.note(job, TimelineKind.SETTING, "a change")
        ledger.note(job, TimelineKind.STATE, state)
    await ledger.close()
    entries = await asyncio.wrap_future(store.timeline(job.id))
    store.close()
    kinds = [entry.kind for entry in entries]
    assert entries[0].text == "many"
    assert kinds.count(TimelineKind.STATE) == kinds.count(TimelineKind.SETTING) == 4
    assert kinds.count(TimelineKind.ERROR) == 4 * (MOST_ALIKE + 1)
    more = "error: 9980 more, which are not told one by one"
    assert told(entries).count(more) == 4
    assert entries[-1].text == "acknowledged"


async def test_what_was_only_counted_is_told_to_whoever_looks_and_at_the_end(place: Path) -> None:
    store = Store(place)
    job = large_job(50)
    ledger = Ledger(store, FakeClock())
    for file in job.files:
        ledger.note(job, TimelineKind.DELIVERED, f"{file.number}")
    more = "delivered: 30 more, which are not told one by one"
    assert told(ledger.untold(job)) == [more]
    await ledger.close([job])
    entries = await asyncio.wrap_future(store.timeline(job.id))
    store.close()
    assert told(entries)[-1] == more
    assert ledger.untold(job) == []


async def test_a_job_of_few_files_is_told_of_in_full(place: Path) -> None:
    store = Store(place)
    job = large_job(MOST_ALIKE)
    ledger = Ledger(store, FakeClock())
    for number in range(200):
        ledger.note(job, TimelineKind.RECONNECTED, f"{number}")
    await ledger.close([job])
    entries = await asyncio.wrap_future(store.timeline(job.id))
    store.close()
    assert [entry.text for entry in entries] == [str(number) for number in range(200)]


async def test_a_large_job_tells_its_end_after_its_files(bench: Bench) -> None:
    links = [f"http://files.example/{number}.bin" for number in range(60)]
    job_id = await bench.manager.add(bench.spec(*links))
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    lines = await story_of(bench, job_id)
    assert "delivered: 40 more, which are not told one by one" in lines
    assert lines[-1] == "state: acknowledged: complete"
    assert len([line for line in lines if line.startswith("finished: ")]) == MOST_ALIKE + 1


async def test_kinds_that_a_newer_version_has_written_are_passed_over(place: Path) -> None:
    store = Store(place)
    job = make_job()
    ledger = Ledger(store, FakeClock())
    ledger.note(job, TimelineKind.CREATED, "known")
    await ledger.close()
    with sqlite3.connect(place) as connection:
        connection.execute(
            "INSERT INTO timeline (job_id, at, kind, text) VALUES (?, 1, 'SUBLIMATED', '')",
            (job.id,),
        )
    connection.close()
    assert told(await asyncio.wrap_future(store.timeline(job.id))) == ["created: known"]
    store.close()


# Its secrets.

_REDIRECT = f"/elsewhere?x=1&X-Amz-Signature={SECRET}#{SECRET}"
_FAULTS = {
    "good": Fault(),
    "refused": Fault(status=403, page=SECRET.encode()),
    "gone": Fault(status=404),
    "sign-in": Fault(status=401, fields={"WWW-Authenticate": f'Basic realm="{SECRET}"'}),
    "busy": Fault(status=503, fields={"Retry-After": SECRET}),
    "page": Fault(html=True),
    "hang up": Fault(hang_up=True),
    "another scheme": Fault(redirect=f"ftp://ann:{SECRET}@h/f?token={SECRET}"),
    "unusable": Fault(redirect=f"http://ann:{SECRET}@h:99999/?token={SECRET}"),
    "loop": Fault(redirect=f"/loop?token={SECRET}"),
    "coded": Fault(gzip=True),
    "wrong range": Fault(start_shift=7),
    "wrong total": Fault(content_range=f"bytes {SECRET}"),
}


def timeline_in(home: Path) -> str:
    with sqlite3.connect(home / "jobs.db") as connection:
        rows = connection.execute("SELECT kind, text FROM timeline").fetchall()
    connection.close()
    return "\n".join(f"{kind} {text}" for kind, text in rows)


@pytest.mark.parametrize("name", _FAULTS)
@pytest.mark.parametrize("by_redirect", [False, True])
async def test_no_secret_gets_into_the_timeline(
    tmp_path: Path, name: str, by_redirect: bool
) -> None:
    manager = await JobManager.open(tmp_path / "home", clock=FakeClock())
    ends: list[NewsKind] = []
    manager.subscribe_news(lambda news: ends.append(news.kind))
    with FaultServer(some_content(50_000), fault=_FAULTS[name]) as server:
        if by_redirect:
            server.faults.append(Fault(redirect=_REDIRECT))
        link = f"{server.url}?token={SECRET}&sig={SECRET}#{SECRET}"
        spec = JobSpec(
            (
                FileSpec(link.replace("://", f"://ann:{SECRET}@")),
                FileSpec(server.url_for(f"/2?api_key={SECRET}"), None, Checksum("md5", "0" * 32)),
                FileSpec(
                    server.url_for(f"/3?password={SECRET}"),
                    checksum_file=server.url_for(f"/SUMS?token={SECRET}"),
                ),
            ),
            tmp_path / "downloads",
            no_progress_timeout=0,
            headers=(("Cookie", SECRET), ("Authorization", f"Bearer {SECRET}")),
        )
        await manager.add(spec)
        await eventually(lambda: NewsKind.JOB_ERROR in ends or NewsKind.JOB_TRANSFERRED in ends)
    await manager.close()
    text = timeline_in(tmp_path / "home")
    assert "STATE" in text
    assert "ERROR" in text
    assert SECRET not in text


async def test_whatever_a_note_says_its_links_lose_their_secrets(place: Path) -> None:
    store = Store(place)
    job = make_job()
    ledger = Ledger(store, FakeClock())
    ledger.note(
        job,
        TimelineKind.ERROR,
        f"at HTTP://ann:{SECRET}@h/f?token={SECRET}&x=1 and socks5://u:{SECRET}@proxy:1080",
    )
    await ledger.close([job])
    (entry,) = await asyncio.wrap_future(store.timeline(job.id))
    store.close()
    assert entry.text == "at HTTP://h/f?token=…&x=1 and socks5://proxy:1080"


def test_a_wait_says_when_no_try_fits_before_the_end() -> None:
    job = make_job(JobState.CONNECTING, timeout=60.0)
    job.fail(JobError(ErrorKind.SERVER_BUSY, ErrorContext.REMOTE_FILE, retry_after=None))
    job.change_policy(RetryPolicy(60.0, 50.0))
    job.wait = Wait(job.clock.now(), 20.0, 1)
    assert story.waits(job).startswith("no further try after server-busy: none fits")


def test_a_wait_says_when_others_try_the_host_first() -> None:
    job = make_job(JobState.CONNECTING)
    job.fail(JobError(ErrorKind.CONNECTION_REFUSED, ErrorContext.GENERAL_TRANSPORT))
    job.pause.failed(JobError(ErrorKind.CONNECTION_REFUSED, ErrorContext.GENERAL_TRANSPORT))
    assert "s to the next try" in story.waits(job)
    job.pause.lift()
    assert job.pause.take_ticket("another")
    assert story.waits(job).startswith("until the host is tried again after connection-refused")
