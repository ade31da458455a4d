"""The other clocks of a job: how long nobody may look after it, how long it may take."""

from __future__ import annotations

import pytest

from engine.errors import ErrorKind, RefusedError
from engine.job import Priority
from engine.news import NewsKind
from engine.settings import Settings
from engine.states import InvalidStateError, JobState
from fake_fetch import BUSY, GONE, Try
from manager_bench import URL, Bench, eventually

DAY = 86_400.0


@pytest.fixture
def trash(monkeypatch: pytest.MonkeyPatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "Trash" / "files"


async def test_a_job_that_is_forgotten_ends_and_its_part_file_is_in_the_trash(
    bench: Bench, trash
) -> None:
    bench.wire.script[URL].append(Try(reach=100, error=GONE))
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.ERROR)
    await bench.clock.advance(90 * DAY - 2)
    assert bench.manager.job(job_id).state is JobState.ERROR
    await bench.clock.advance(3)
    await bench.until(job_id, JobState.CANCELLED)
    await eventually(lambda: bench.news == [NewsKind.JOB_ERROR, NewsKind.JOB_EXPIRED])
    await eventually(lambda: not list(bench.folder.iterdir()))
    assert [part.name for part in trash.iterdir()] == ["one.bin.part"]


async def test_a_longer_give_up_time_does_not_outlive_the_limit(bench: Bench, trash) -> None:
    bench.manager.change_settings(Settings(inactivity_limit=3600.0))
    bench.wire.down = BUSY
    job_id = await bench.manager.add(bench.spec(no_progress_timeout=None))
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    for _ in range(120):
        await bench.clock.advance(60)
        await eventually(lambda: not bench.wire.running)
    await bench.until(job_id, JobState.CANCELLED)
    assert bench.wire.tries_of(URL) > 5


@pytest.mark.parametrize(
    "care",
    [
        lambda manager, job: manager.set_priority(job, Priority.LOW),
        lambda manager, job: manager.set_rate_limit(job, 1000),
        lambda manager, job: manager.set_no_progress_timeout(job, 60.0),
        lambda manager, job: manager.suspend(job),
    ],
)
async def test_whatever_a_person_does_to_it_begins_the_time_anew(bench: Bench, care) -> None:
    bench.manager.change_settings(Settings(inactivity_limit=100.0))
    job_id = await bench.manager.add(bench.spec(), start=False)
    await bench.clock.advance(90)
    care(bench.manager, job_id)
    await bench.clock.advance(90)
    assert bench.manager.job(job_id).state is JobState.SUSPENDED
    await bench.clock.advance(12)
    assert bench.manager.job(job_id).state is JobState.CANCELLED


async def test_the_time_without_care_goes_on_after_a_restart(bench: Bench) -> None:
    bench.manager.change_settings(Settings(inactivity_limit=100.0))
    job_id = await bench.manager.add(bench.spec(), start=False)
    await bench.clock.advance(60)
    await bench.manager.close()
    await bench.open()
    await bench.clock.advance(42)
    assert bench.manager.job(job_id).state is JobState.CANCELLED


async def test_without_a_limit_nothing_ends(bench: Bench) -> None:
    bench.manager.change_settings(Settings(inactivity_limit=None))
    job_id = await bench.manager.add(bench.spec(), start=False)
    await bench.clock.advance(400 * DAY)
    assert bench.manager.job(job_id).state is JobState.SUSPENDED


async def test_the_maximum_download_time_stops_a_job_that_runs(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=100, hangs=True))
    job_id = await bench.manager.add(bench.spec(maximum_download_time=30.0))
    await bench.until(job_id, JobState.TRANSFERRING)
    await bench.clock.advance(29.5)
    assert bench.manager.job(job_id).state is JobState.TRANSFERRING
    await bench.clock.advance(0.5)
    job = bench.manager.job(job_id)
    assert job.state is JobState.ERROR
    assert job.error is not None
    assert (job.error.kind, job.error.hresult) == (ErrorKind.DOWNLOAD_TIME_OVER, 0x80200054)
    await eventually(lambda: bench.news == [NewsKind.JOB_ERROR])
    await eventually(lambda: not bench.wire.running)


async def test_it_counts_only_while_the_job_connects_and_transfers(bench: Bench) -> None:
    bench.wire.script[URL].extend(
        [Try(reach=100, hangs=True), Try(reach=100, error=BUSY), Try(reach=200, hangs=True)]
    )
    job_id = await bench.manager.add(bench.spec(maximum_download_time=30.0))
    await bench.until(job_id, JobState.TRANSFERRING)
    await bench.clock.advance(20)
    bench.manager.suspend(job_id)
    await bench.clock.advance(1000)
    await eventually(lambda: not bench.wire.running)
    await bench.manager.close()
    await bench.open()
    assert bench.manager.job(job_id).state is JobState.SUSPENDED
    bench.manager.set_maximum_download_time(job_id, 25.0)
    assert bench.manager.maximum_download_time(job_id) == 25.0


async def test_resume_begins_the_maximum_download_time_anew(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=100, hangs=True))
    job_id = await bench.manager.add(bench.spec(maximum_download_time=30.0))
    await bench.until(job_id, JobState.TRANSFERRING)
    await bench.clock.advance(20)
    bench.manager.resume(job_id)
    await bench.clock.advance(20)
    assert bench.manager.job(job_id).state is JobState.TRANSFERRING
    await bench.clock.advance(10)
    assert bench.manager.job(job_id).state is JobState.ERROR
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ACKNOWLEDGED)


async def test_a_shorter_maximum_acts_at_once(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=100, hangs=True))
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.TRANSFERRING)
    await bench.clock.advance(20)
    bench.manager.set_maximum_download_time(job_id, 10.0)
    await bench.clock.advance(0.1)
    assert bench.manager.job(job_id).state is JobState.ERROR


async def test_a_maximum_must_be_more_than_nothing(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec(), start=False)
    with pytest.raises(RefusedError):
        bench.manager.set_maximum_download_time(job_id, 0.0)
    assert bench.manager.maximum_download_time(job_id) is None


async def test_a_job_that_is_over_expires_no_more(bench: Bench) -> None:
    bench.manager.change_settings(Settings(inactivity_limit=100.0))
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    await bench.clock.advance(5000)
    assert bench.manager.job(job_id).state is JobState.ACKNOWLEDGED
    with pytest.raises(InvalidStateError):
        bench.manager.cancel(job_id)


async def test_a_shorter_limit_for_jobs_that_nobody_looks_after_acts_at_once(
    bench: Bench,
) -> None:
    job_id = await bench.manager.add(bench.spec(), start=False)
    await bench.clock.advance(1)
    bench.manager.change_settings(Settings(inactivity_limit=100.0))
    await bench.clock.advance(101)
    assert bench.manager.job(job_id).state is JobState.CANCELLED
