"""The front door: jobs go their way, fail, are held, and share the slots."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from engine.errors import RefusedError
from engine.job import FileState, Priority
from engine.manager import NoSuchJobError
from engine.news import NewsKind
from engine.settings import Settings
from engine.states import InvalidStateError, JobState
from fake_fetch import BUSY, CHANGED, FULL, GONE, SIZE, Try
from manager_bench import OTHER, URL, Bench, eventually


async def test_a_job_goes_its_way_and_its_file_gets_its_name(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec())
    job = await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert (bench.folder / "one.bin").stat().st_size == SIZE
    assert not (bench.folder / "one.bin.part").exists()
    assert job.files[0].path == bench.folder / "one.bin"
    assert bench.states[job_id] == [
        JobState.SUSPENDED,
        JobState.QUEUED,
        JobState.CONNECTING,
        JobState.TRANSFERRING,
        JobState.TRANSFERRED,
        JobState.ACKNOWLEDGED,
    ]
    await eventually(lambda: len(bench.news) == 2)
    assert bench.news == [NewsKind.FILE_TRANSFERRED, NewsKind.JOB_TRANSFERRED]


async def test_without_auto_complete_the_name_waits_for_complete(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec(auto_complete=False))
    await bench.until(job_id, JobState.TRANSFERRED)
    assert not (bench.folder / "one.bin").exists()
    await bench.manager.complete(job_id)
    assert bench.manager.job(job_id).state is JobState.ACKNOWLEDGED
    assert (bench.folder / "one.bin").exists()


async def test_a_job_that_is_not_started_stays_suspended(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec(), start=False)
    assert bench.manager.job(job_id).state is JobState.SUSPENDED
    assert bench.wire.specs == []


async def test_cancel_deletes_the_part_file_and_a_second_cancel_is_refused(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=500, hangs=True))
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.TRANSFERRING)
    bench.manager.cancel(job_id)
    await eventually(lambda: not (bench.folder / "one.bin.part").exists())
    with pytest.raises(InvalidStateError) as refused:
        bench.manager.cancel(job_id)
    assert refused.value.code == 0x80200002


async def test_an_unknown_job_is_named(bench: Bench) -> None:
    with pytest.raises(NoSuchJobError, match="there is no job nope"):
        bench.manager.resume("nope")


@pytest.mark.parametrize("url", ["ftp://h/x", "http://", "nonsense", "http://h:99999/"])
async def test_an_unusable_link_is_refused_and_leaves_no_job(bench: Bench, url: str) -> None:
    with pytest.raises(RefusedError):
        await bench.manager.add(bench.spec(url))
    assert bench.manager.jobs() == []


async def test_a_folder_that_cannot_be_made_is_refused(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RefusedError, match="cannot make the folder"):
        await bench.manager.add(replace(bench.spec(), folder=tmp_path / "file" / "below"))


# Fatal errors and holds.


async def test_a_fatal_error_is_told_once_and_not_retried(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=0, error=GONE))
    job_id = await bench.manager.add(bench.spec())
    job = await bench.until(job_id, JobState.ERROR)
    assert not job.gave_up
    assert job.error == GONE
    await bench.clock.advance(10_000)
    assert bench.wire.tries_of(URL) == 1
    await eventually(lambda: bench.news == [NewsKind.JOB_ERROR])


async def test_the_size_is_known_of_a_file_that_the_disk_has_no_room_for(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=0, error=FULL))
    job = await bench.until(await bench.manager.add(bench.spec()), JobState.TRANSIENT_ERROR)
    assert job.is_held
    assert job.size == SIZE


async def test_a_file_that_starts_over_shows_no_bytes_until_some_come(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=500, error=CHANGED))
    job = await bench.until(await bench.manager.add(bench.spec()), JobState.TRANSIENT_ERROR)
    assert job.bytes_present == 0


async def test_a_hold_stops_the_window_and_is_lifted_by_itself(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=100, error=FULL))
    job_id = await bench.manager.add(bench.spec(no_progress_timeout=1.0))
    job = await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert job.is_held
    assert job.error_count == 0
    assert job.retry_in is None
    assert job.gives_up_in is None
    await bench.clock.advance(5.0)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert NewsKind.JOB_ERROR not in bench.news


# Many files, many jobs.


async def test_a_bad_file_does_not_block_the_good_one(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=0, error=GONE))
    job_id = await bench.manager.add(bench.spec(URL, OTHER))
    job = await bench.until(job_id, JobState.ERROR)
    assert [file.state for file in job.files] == [FileState.FAILED, FileState.TRANSFERRED]


async def test_complete_keeps_the_finished_files(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=300, error=GONE))
    job_id = await bench.manager.add(bench.spec(URL, OTHER))
    await bench.until(job_id, JobState.ERROR)
    await bench.manager.complete(job_id)
    assert bench.manager.job(job_id).state is JobState.ACKNOWLEDGED
    assert sorted(path.name for path in bench.folder.iterdir()) == ["two.bin"]


async def test_a_file_that_failed_for_a_while_is_tried_again_while_others_move(
    bench: Bench,
) -> None:
    bench.wire.script[URL].append(Try(reach=0, error=BUSY))
    bench.wire.script[OTHER].append(Try(reach=500, hangs=True))
    job_id = await bench.manager.add(bench.spec(URL, OTHER))
    await eventually(lambda: bench.wire.running == [OTHER])
    await bench.until(job_id, JobState.TRANSFERRING)
    await eventually(lambda: bench.manager.job(job_id).files[0].error is not None)
    await bench.clock.advance(6.1)
    await eventually(lambda: bench.wire.tries_of(URL) == 2)
    await eventually(lambda: bench.manager.job(job_id).files[0].state is FileState.TRANSFERRED)
    assert JobState.TRANSIENT_ERROR not in bench.states[job_id]


async def test_no_more_jobs_run_than_the_settings_say(bench: Bench) -> None:
    bench.manager.change_settings(Settings(max_active_jobs=2))
    urls = [f"http://files.example/{number}" for number in range(6)]
    for url in urls:
        bench.wire.script[url].append(Try(reach=10, hangs=True))
    ids = [await bench.manager.add(bench.spec(url)) for url in urls]
    await eventually(lambda: len(bench.wire.running) == 2)
    for job_id in ids:
        bench.manager.cancel(job_id)
    await eventually(lambda: not bench.wire.running)
    assert bench.wire.most_at_once == 2


async def test_a_foreground_job_needs_no_slot_and_a_high_one_takes_one(bench: Bench) -> None:
    bench.manager.change_settings(Settings(max_active_jobs=1))
    for url in (URL, OTHER):
        bench.wire.script[url].append(Try(reach=10, hangs=True))
    low = await bench.manager.add(bench.spec(URL, priority=Priority.LOW))
    await bench.until(low, JobState.TRANSFERRING)
    high = await bench.manager.add(bench.spec(OTHER, priority=Priority.HIGH))
    await bench.until(high, JobState.TRANSFERRING)
    await bench.until(low, JobState.QUEUED)
    await eventually(lambda: bench.manager.job(low).bytes_present == 10)


async def test_a_hold_is_looked_at_after_a_while_and_not_at_once(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=0, error=FULL))
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    await bench.clock.advance(4.9)
    await asyncio.sleep(0.2)
    assert bench.manager.job(job_id).is_held
    assert bench.wire.tries_of(URL) == 1
    await bench.clock.advance(0.2)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
