"""What survives a restart, and what the same request means the second time."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from engine.manager import JobManager
from engine.news import News, NewsKind
from engine.states import JobState
from fake_fetch import BUSY, GONE, SIZE, Try
from fakes import FakeClock
from manager_bench import OTHER, URL, Bench, eventually


async def test_jobs_survive_a_restart_and_go_on_where_they_were(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=500, hangs=True))
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.TRANSFERRING)
    await eventually(lambda: (bench.folder / "one.bin.part").exists())
    await bench.manager.close()
    await bench.open()
    job = await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert job.files[0].resumed_from == 500
    assert job.files[0].after_restart


async def test_only_the_first_try_after_a_restart_is_said_to_follow_one(bench: Bench) -> None:
    bench.wire.script[URL].extend([Try(reach=500, hangs=True), Try(reach=600, error=BUSY)])
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.TRANSFERRING)
    await eventually(lambda: (bench.folder / "one.bin.part").exists())
    await bench.manager.close()
    await bench.open()
    assert (await bench.until(job_id, JobState.TRANSIENT_ERROR)).files[0].after_restart
    bench.manager.retry(job_id)
    job = await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert (job.files[0].resumed_from, job.files[0].after_restart) == (600, False)


async def test_says_why_it_started_over_until_it_is_as_far_as_before(bench: Bench) -> None:
    why = "the file changed on the server"
    bench.wire.script[URL].extend(
        [
            Try(reach=600, error=BUSY),
            Try(reach=200, hangs=True, why_from_zero=why),
        ]
    )
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    bench.manager.retry(job_id)
    await eventually(lambda: bench.manager.job(job_id).files[0].started_over == why)
    bench.wire.release(URL)
    job = await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert job.files[0].started_over == ""


async def test_the_window_goes_on_after_a_restart(bench: Bench) -> None:
    bench.wire.script[URL].extend([Try(reach=0, error=BUSY)] * 2)
    job_id = await bench.manager.add(bench.spec(no_progress_timeout=60.0))
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    await bench.clock.advance(4.0)
    await bench.manager.close()
    bench.clock = FakeClock(now=5.0)
    await bench.open()
    job = await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert job.without_progress == pytest.approx(4.0)


async def test_a_window_that_ran_out_before_the_restart_gets_one_try(bench: Bench) -> None:
    bench.wire.script[URL].extend([Try(reach=0, error=BUSY)] * 2)
    job_id = await bench.manager.add(bench.spec(no_progress_timeout=60.0))
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    await bench.clock.advance(4.0)
    bench.manager.suspend(job_id)
    bench.manager.set_no_progress_timeout(job_id, 4.0)
    await bench.manager.close()
    await bench.open()
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ERROR)
    assert bench.wire.tries_of(URL) == 2


async def test_jobs_left_alone_run_only_when_told(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=500, hangs=True))
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.TRANSFERRING)
    await bench.manager.close()
    await bench.open(run=False)
    await bench.clock.advance(100)
    assert bench.manager.job(job_id).state is JobState.QUEUED
    assert bench.wire.tries_of(URL) == 1
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ACKNOWLEDGED)


async def test_news_that_nobody_heard_comes_after_the_restart(bench: Bench) -> None:
    await bench.manager.close()
    bench.manager = await JobManager.open(bench.home, clock=bench.clock, begin_fetch=bench.wire)
    bench.wire.script[URL].append(Try(reach=0, error=GONE))
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.ERROR)
    await bench.manager.close()
    await bench.open()
    assert bench.news == [NewsKind.JOB_ERROR]
    await bench.manager.close()
    await bench.open()
    assert bench.news == [NewsKind.JOB_ERROR]


async def test_news_that_a_handler_did_not_take_comes_again(bench: Bench) -> None:
    refusals = [RuntimeError("not now")]

    def reluctant(news: News) -> None:
        if refusals:
            raise refusals.pop()

    bench.manager.subscribe_news(reluctant)
    await bench.manager.add(bench.spec())
    await eventually(lambda: not refusals)
    await bench.while_time_passes(lambda: NewsKind.JOB_TRANSFERRED in bench.news)
    assert bench.news == [NewsKind.FILE_TRANSFERRED, NewsKind.JOB_TRANSFERRED]


# The same again.


async def test_the_same_link_and_folder_is_the_same_job(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=500, error=GONE))
    first = await bench.manager.add_or_resume(bench.spec())
    await bench.until(first, JobState.ERROR)
    again = await bench.manager.add_or_resume(bench.spec(no_progress_timeout=42.0))
    assert again == first
    job = await bench.until(first, JobState.ACKNOWLEDGED)
    assert job.no_progress_timeout == 42.0
    assert job.files[0].resumed_from == 500


async def test_two_who_ask_at_once_share_the_job(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(hangs=True))
    ids = await asyncio.gather(*(bench.manager.add_or_resume(bench.spec()) for _ in range(5)))
    assert len(set(ids)) == 1


async def test_a_job_that_ends_while_it_is_asked_for_again_is_begun_again(bench: Bench) -> None:
    first = await bench.manager.add_or_resume(bench.spec())
    again = asyncio.create_task(bench.manager.add_or_resume(bench.spec()))
    bench.manager.cancel(first)
    assert await again != first
    await bench.until(again.result(), JobState.ACKNOWLEDGED)


async def test_jobs_that_are_added_at_once_keep_their_order(bench: Bench) -> None:
    urls = [f"http://files.example/{number}" for number in range(20)]
    ids = await asyncio.gather(*(bench.manager.add(bench.spec(url), start=False) for url in urls))
    assert len({job.position for job in bench.manager.jobs()}) == 20
    await bench.manager.close()
    await bench.open()
    assert {job.id for job in bench.manager.jobs()} == set(ids)


async def test_another_folder_is_another_job(bench: Bench, tmp_path: Path) -> None:
    first = await bench.manager.add_or_resume(bench.spec())
    other = await bench.manager.add_or_resume(replace(bench.spec(), folder=tmp_path / "there"))
    assert first != other
    await bench.until(other, JobState.ACKNOWLEDGED)


async def test_a_finished_file_that_is_still_there_is_only_compared(bench: Bench) -> None:
    first = await bench.manager.add_or_resume(bench.spec())
    await bench.until(first, JobState.ACKNOWLEDGED)
    bench.wire.script[URL].append(Try(unchanged=True))
    again = await bench.manager.add_or_resume(bench.spec())
    job = await bench.until(again, JobState.ACKNOWLEDGED)
    assert job.files[0].unchanged
    assert [path.name for path in bench.folder.iterdir()] == ["one.bin"]
    assert [job.id for job in bench.manager.jobs()] == [again]


async def test_a_finished_file_that_was_deleted_is_fetched_again(bench: Bench) -> None:
    first = await bench.manager.add_or_resume(bench.spec())
    await bench.until(first, JobState.ACKNOWLEDGED)
    (bench.folder / "one.bin").unlink()
    again = await bench.manager.add_or_resume(bench.spec())
    await bench.until(again, JobState.ACKNOWLEDGED)
    assert bench.wire.specs[-1].known is None
    assert (bench.folder / "one.bin").exists()


async def test_remove_takes_the_job_out_and_leaves_the_file(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    await bench.manager.remove(job_id)
    assert bench.manager.jobs() == []
    assert (bench.folder / "one.bin").exists()
    await bench.manager.close()
    await bench.open()
    assert bench.manager.jobs() == []


async def test_a_rename_that_fails_leaves_the_job_transferred(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec(auto_complete=False))
    await bench.until(job_id, JobState.TRANSFERRED)
    away = bench.folder.rename(bench.folder.with_name("away"))
    await bench.manager.complete(job_id)
    job = bench.manager.job(job_id)
    assert job.state is JobState.TRANSFERRED
    assert job.error is not None
    away.rename(bench.folder)
    await bench.manager.complete(job_id)
    assert bench.manager.job(job_id).state is JobState.ACKNOWLEDGED


async def test_a_rename_that_a_hold_prevents_is_done_when_it_is_lifted(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(hangs=True))
    job_id = await bench.manager.add(bench.spec())
    await eventually(lambda: bool(bench.wire.hanging[URL]))
    away = bench.folder.rename(bench.folder.with_name("away"))
    bench.wire.release(URL)
    await eventually(lambda: bench.manager.job(job_id).error is not None)
    assert bench.manager.job(job_id).state is JobState.TRANSFERRED
    away.rename(bench.folder)
    await bench.while_time_passes(lambda: bench.manager.job(job_id).state is JobState.ACKNOWLEDGED)
    assert [path.name for path in bench.folder.iterdir()] == ["one.bin"]


async def test_a_file_that_got_its_name_before_a_crash_is_recognised(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec(auto_complete=False))
    await bench.until(job_id, JobState.TRANSFERRED)
    (bench.folder / "one.bin.part").rename(bench.folder / "one.bin")
    await bench.manager.close()
    await bench.open()
    await bench.manager.complete(job_id)
    assert bench.manager.job(job_id).state is JobState.ACKNOWLEDGED
    assert bench.manager.job(job_id).files[0].path == bench.folder / "one.bin"


async def test_a_part_file_that_was_taken_away_before_it_was_named_is_fetched_again(
    bench: Bench,
) -> None:
    job_id = await bench.manager.add(bench.spec(auto_complete=False))
    await bench.until(job_id, JobState.TRANSFERRED)
    (bench.folder / "one.bin.part").unlink()
    await bench.manager.complete(job_id)
    await bench.until(job_id, JobState.TRANSFERRED)
    assert bench.wire.tries_of(URL) == 2
    await bench.manager.complete(job_id)
    assert (bench.folder / "one.bin").stat().st_size == SIZE


async def test_completing_what_is_there_fetches_nothing_again(bench: Bench) -> None:
    bench.wire.script[OTHER].append(Try(reach=0, error=GONE))
    job_id = await bench.manager.add(bench.spec(URL, OTHER))
    await bench.until(job_id, JobState.ERROR)
    (bench.folder / "one.bin.part").unlink()
    await bench.manager.complete(job_id)
    assert bench.manager.job(job_id).state is JobState.ACKNOWLEDGED
    assert bench.wire.tries_of(URL) == 1


async def test_the_story_of_a_job_is_kept(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=0, error=BUSY))
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    told = [f"{entry.kind.value}: {entry.text}" for entry in await bench.manager.timeline(job_id)]
    assert told[0] == f"created: one.bin: {URL}, to {bench.folder}"
    assert told[-4:-1] == [
        "state: connecting: slot granted",
        "error: server-busy (REMOTE_FILE, 0x801901F7): h: busy today",
        f"wait: {bench.manager.job(job_id).retry_in:.0f} s to the next try after server-busy;"
        " gives up in 1209600 s",
    ]
    assert told[-1] == "state: transient error: server-busy"
