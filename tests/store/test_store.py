"""The job database: what is saved comes back equal, and damage is never fatal."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from engine.errors import ErrorContext, ErrorKind, JobError
from engine.job import FileState, Job, JobFile, JobOptions, JobTimes, Priority, Profile
from engine.part import ByteRange, Checksum, KnownFile, Mirrors, PartState, Pieces, Validator
from engine.retry import RetryPolicy
from engine.states import JobState
from engine.store import Loaded, Store, StoreError, StoreTooNewError, schema
from engine.store.rows import file_row, job_row
from engine.timeline import TimelineEntry, TimelineKind
from fakes import FakeClock

ERROR = JobError(
    ErrorKind.SERVER_BUSY, ErrorContext.REMOTE_FILE, "503", "h", http_status=503, retry_after=2.5
)

MIRRORS = Mirrors(("http://m/2", "http://n/2"), 900, Pieces("sha1", 1024, 40, "ab" * 20))


def a_job(number: int = 1) -> Job:
    """A job with every field away from its default."""
    part = PartState("name.iso", 900, Validator('"e"', "lm", "d"), "http://h/x", (ByteRange(0, 7),))
    file = JobFile(
        0, "http://h/1", "name.iso", Checksum("sha256", "ab"), KnownFile("/f", 3, Validator("w"))
    )
    file.part, file.high_water, file.bytes_present, file.size = part, 70, 7, 900
    file.seconds, file.resumed_from, file.verified, file.modified = 1.5, 3, "sha256", 12.0
    file.path, file.error, file.unchanged = Path("/downloads/name.iso"), ERROR, True
    file.size_verified, file.checksum_file = False, "http://h/SHA256SUMS"
    file.new_name = "better.iso"
    file.part = replace(part, digests=(Checksum("md5", "cd", "Digest"),))
    job = Job(
        id=f"job{number}",
        name="a name – ünï",
        folder=Path("/downloads"),
        files=[file, JobFile(1, "http://h/2", state=FileState.FAILED, mirrors=MIRRORS)],
        times=JobTimes(10.0, 11.0, 12.0, 13.0),
        clock=FakeClock(),
        position=number,
        priority=Priority.HIGH,
        profile=Profile.DO,
        policy=RetryPolicy(None, 33.0),
        options=JobOptions(3, 4096, Path("/ca.pem"), "reference"),
        auto_complete=False,
        error=ERROR,
        error_count=4,
        failures=2,
        tries=9,
    )
    job.restore(JobState.SUSPENDED, 17.5)
    return job


def a_note(number: int) -> TimelineEntry:
    return TimelineEntry(float(number), TimelineKind.SETTING, str(number))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "jobs.db"


@pytest.fixture
def store(place: Path) -> Iterator[Store]:
    store = Store(place)
    yield store
    store.close()


def loaded(store: Store) -> Loaded:
    return store.load(FakeClock()).result(30)


def test_a_job_comes_back_equal(store: Store) -> None:
    job = a_job()
    store.save(job, job.files).result(30)
    (back,) = loaded(store).jobs
    assert job_row(back) == job_row(job)
    assert [file_row(back, file) for file in back.files] == [
        file_row(job, file) for file in job.files
    ]
    assert back.files[0].part == job.files[0].part
    assert back.options == job.options


@pytest.mark.parametrize("under_way", ["CONNECTING", "TRANSFERRING", "TRANSIENT_ERROR", "QUEUED"])
def test_nothing_is_loaded_as_running(store: Store, place: Path, under_way: str) -> None:
    job = a_job()
    store.save(job, job.files).result(30)
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE jobs SET state = ?", (under_way,))
    connection.close()
    (back,) = loaded(store).jobs
    assert back.state is JobState.QUEUED
    assert back.window.is_open
    assert not back.window.is_running
    assert back.window.elapsed == 17.5


def test_a_row_that_cannot_be_read_is_set_aside_and_stays(store: Store, place: Path) -> None:
    for number in (1, 2):
        job = a_job(number)
        store.save(job, job.files).result(30)
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE jobs SET state = 'NO SUCH STATE' WHERE id = 'job1'")
    connection.close()
    found = loaded(store)
    assert [job.id for job in found.jobs] == ["job2"]
    assert found.set_aside == ["a name – ünï"]
    with sqlite3.connect(place) as connection:
        (count,) = connection.execute("SELECT count(*) FROM jobs").fetchone()
    connection.close()
    assert count == 2


def test_a_file_that_is_no_database_is_moved_aside(place: Path) -> None:
    place.write_bytes(b"this is no database" * 100)
    store = Store(place)
    assert loaded(store).jobs == []
    store.close()
    (aside,) = place.parent.glob("jobs.db.damaged-*")
    assert aside.read_bytes().startswith(b"this is no database")


def test_a_database_of_a_newer_program_is_refused_and_left_alone(place: Path) -> None:
    Store(place).close()
    with sqlite3.connect(place) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    before = place.read_bytes()
    with pytest.raises(StoreTooNewError, match="newer Holdfast"):
        Store(place)
    assert place.read_bytes() == before


def test_nobody_else_may_read_the_list(place: Path) -> None:
    Store(place).close()
    assert place.stat().st_mode & 0o077 == 0


def test_what_was_submitted_before_close_is_there_afterwards(place: Path) -> None:
    store = Store(place)
    for number in range(300):
        job = a_job(number)
        store.save(job, job.files)
    store.close()
    again = Store(place)
    assert len(loaded(again).jobs) == 300
    again.close()


def test_jobs_come_back_in_order_of_arrival(store: Store) -> None:
    for number in (3, 1, 2):
        job = a_job(number)
        store.save(job, job.files)
    assert [job.id for job in loaded(store).jobs] == ["job1", "job2", "job3"]


def test_a_deleted_job_takes_everything_with_it(store: Store, place: Path) -> None:
    job = a_job()
    store.save(job, job.files, [a_note(1)], ["JOB_ERROR"])
    store.delete(job.id).result(30)
    with sqlite3.connect(place) as connection:
        for table in ("jobs", "files", "timeline", "news"):
            query = f"SELECT count(*) FROM {table}"  # noqa: S608 - a name from the line above
            assert connection.execute(query).fetchone() == (0,)
    connection.close()


def test_one_refused_statement_takes_nothing_from_its_neighbours(store: Store) -> None:
    job = a_job()
    saved = store.save(job, job.files)
    nameless = a_job(2)
    nameless.name = None  # type: ignore[assignment]
    refused = store.save(nameless)
    news = store.save(job, news=["JOB_ERROR"])
    with pytest.raises(StoreError):
        refused.result(30)
    assert saved.result(30) == []
    assert loaded(store).news == [(news.result(30)[0], job.id, "JOB_ERROR")]


def test_news_come_in_order_and_with_the_files_that_they_are_about(store: Store) -> None:
    job = a_job()
    ids = store.save(job, job.files, [], ["FILE_TRANSFERRED", "JOB_TRANSFERRED"]).result(30)
    found = loaded(store)
    kinds = ["FILE_TRANSFERRED", "JOB_TRANSFERRED"]
    assert found.news == [(key, job.id, kind) for key, kind in zip(ids, kinds, strict=True)]
    assert [file.state for file in found.jobs[0].files] == [file.state for file in job.files]
    store.delete_news(ids[:1]).result(30)
    assert loaded(store).news == found.news[1:]


def test_work_that_nobody_waits_for_any_more_harms_nothing(store: Store) -> None:
    job = a_job()
    busy = store.save(job, job.files)
    for number in range(50):
        store.save(job, notes=[a_note(number)]).cancel()
    busy.result(30)
    assert [found.id for found in loaded(store).jobs] == [job.id]


@pytest.mark.parametrize("size", [1, 50, 250])
def test_the_timeline_keeps_its_beginning_and_its_recent_past(store: Store, size: int) -> None:
    job = a_job()
    store.save(job, job.files)
    for number in range(0, 2500, size):
        store.save(job, notes=[a_note(number + more) for more in range(size)])
    kept = [int(entry.text) for entry in store.timeline(job.id).result(30)]
    first, last = schema.TIMELINE_FIRST, schema.TIMELINE_LAST
    assert kept == list(range(first)) + list(range(2500 - last, 2500))


def test_the_clocks_of_jobs_are_saved_by_themselves(store: Store) -> None:
    job = a_job()
    store.save(job, job.files)
    job.window.reopen(99.0)
    job.download_time.set(7.0)
    job.idle.set(8.0)
    store.save_clocks([job]).result(30)
    (found,) = loaded(store).jobs
    assert found.window.is_open
    clocks = (found.window, found.download_time, found.idle)
    assert [clock.elapsed for clock in clocks] == [99.0, 7.0, 8.0]


def test_a_closed_window_stays_closed(store: Store) -> None:
    job = a_job()
    store.save(job, job.files)
    job.window.close()
    store.save_clocks([job]).result(30)
    assert not loaded(store).jobs[0].window.is_open


def test_the_mirrors_of_a_file_that_is_begun_are_not_written_again(tmp_path: Path) -> None:
    store = Store(tmp_path / "jobs.db")
    job = a_job()
    store.save(job, job.files).result(30)
    job.files[1].part = PartState("name.iso", 900)
    job.files[1].mirrors = None
    store.save(job, job.files).result(30)
    assert store.load(FakeClock()).result(30).jobs[0].files[1].mirrors == MIRRORS
    store.close()


def test_the_mirrors_go_with_their_job(tmp_path: Path) -> None:
    store = Store(tmp_path / "jobs.db")
    job = a_job()
    store.save(job, job.files).result(30)
    store.delete(job.id).result(30)
    store.close()
    connection = sqlite3.connect(tmp_path / "jobs.db")
    assert connection.execute("SELECT count(*) FROM mirrors").fetchone() == (0,)
    connection.close()
