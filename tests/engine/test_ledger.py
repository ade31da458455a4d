"""What changes in a turn of the loop is written together, and news come with what they tell of."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.job import FileState, Job, JobFile
from engine.ledger import Ledger
from engine.news import News, NewsKind
from engine.store import Loaded, Store
from engine.timeline import TimelineKind
from fakes import FakeClock
from jobs import make_job
from manager_bench import eventually


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "jobs.db"


@pytest.fixture
def store(place: Path) -> Iterator[Store]:
    store = Store(place)
    yield store
    store.close()


@pytest.fixture
def job() -> Job:
    return make_job(files=[JobFile(number, f"http://h/{number}") for number in range(3)])


async def loaded(store: Store) -> Loaded:
    return await asyncio.wrap_future(store.load(FakeClock()))


async def test_what_changed_in_a_turn_is_on_disk_soon_after(store: Store, job: Job) -> None:
    ledger = Ledger(store, FakeClock())
    for file in job.files:
        ledger.file(job, file)
    ledger.note(job, TimelineKind.CREATED, "first")
    job.name = "as it is at the end of the turn"
    ledger.note(job, TimelineKind.SETTING, "second")
    await asyncio.sleep(0)
    (found,) = (await loaded(store)).jobs
    assert (found.name, len(found.files)) == (job.name, 3)
    notes = await asyncio.wrap_future(store.timeline(job.id))
    assert [note.text for note in notes] == ["first", "second"]


async def test_flush_writes_at_once_and_only_once(store: Store, job: Job) -> None:
    ledger = Ledger(store, FakeClock())
    ledger.file(job, job.files[0])
    ledger.note(job, TimelineKind.CREATED, "once")
    ledger.flush()
    assert repr(ledger) == "<Ledger: 0 jobs changed>"
    await asyncio.sleep(0)
    assert len(await asyncio.wrap_future(store.timeline(job.id))) == 1


async def test_news_are_told_when_the_disk_has_them_and_what_they_tell_of(
    store: Store, place: Path, job: Job
) -> None:
    ledger, on_disk = Ledger(store, FakeClock()), list[tuple[str, int]]()

    def look(_news: News) -> None:
        with sqlite3.connect(place) as connection:
            on_disk.extend(
                connection.execute("SELECT state, (SELECT count(*) FROM news) FROM files")
            )
        connection.close()

    ledger.news.subscribe(look)
    job.files[0].state = FileState.TRANSFERRED
    ledger.file(job, job.files[0])
    ledger.publish(NewsKind.FILE_TRANSFERRED, job)
    await eventually(lambda: bool(on_disk))
    assert on_disk == [("TRANSFERRED", 1)]


async def test_news_that_were_taken_do_not_come_again(store: Store, job: Job) -> None:
    ledger, told = Ledger(store, FakeClock()), list[News]()
    ledger.news.subscribe(told.append)
    ledger.file(job, job.files[0])
    for _ in range(50):
        ledger.publish(NewsKind.FILE_TRANSFERRED, job)
    await eventually(lambda: len(told) == 50)
    ledger.flush()
    assert (await loaded(store)).news == []


async def test_news_that_cannot_be_stored_are_told_once(
    store: Store, place: Path, job: Job
) -> None:
    ledger, told = Ledger(store, FakeClock()), list[News]()
    ledger.news.subscribe(told.append)
    with sqlite3.connect(place) as connection:
        connection.execute("DROP TABLE news")
    connection.close()
    ledger.publish(NewsKind.JOB_ERROR, job)
    await eventually(lambda: bool(told))
    assert told == [News(NewsKind.JOB_ERROR, job.id)]


async def test_a_job_that_is_gone_is_not_written_again(store: Store, job: Job) -> None:
    ledger, told = Ledger(store, FakeClock()), list[News]()
    ledger.file(job, job.files[0])
    ledger.flush()
    ledger.note(job, TimelineKind.SETTING, "too late")
    ledger.publish(NewsKind.JOB_ERROR, job)
    ledger.delete(job)
    ledger.news.subscribe(told.append)
    await asyncio.sleep(0)
    assert (await loaded(store)).jobs == []
    assert told == []
