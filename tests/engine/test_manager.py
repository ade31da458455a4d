"""The front door, with a real store, real runners, a fake wire and a clock that moves when told."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from engine.errors import RefusedError
from engine.job import FileState, Priority
from engine.manager import JobManager, NoSuchJobError
from engine.news import News, NewsKind
from engine.settings import Settings
from engine.snapshot import JobSnapshot
from engine.spec import FileSpec, JobSpec
from engine.states import InvalidStateError, JobState
from fake_fetch import BUSY, CHANGED, FULL, GONE, SIZE, FakeWire, Try
from fakes import FakeClock

URL = "http://files.example/one.bin"
OTHER = "http://files.example/two.bin"


class Bench:
    """A manager on a home of its own, its clock, its wire, and what it told."""

    def __init__(self, place: Path) -> None:
        self.home, self.folder = place / "home", place / "downloads"
        self.clock, self.wire = FakeClock(), FakeWire()
        self.news: list[NewsKind] = []
        self.states: dict[str, list[JobState]] = {}
        self.manager: JobManager

    async def open(self, *, run: bool = True) -> None:
        self.manager = await JobManager.open(
            self.home, clock=self.clock, run=run, begin_fetch=self.wire
        )
        self.manager.subscribe(self._note_state)
        self.manager.subscribe_news(self._note_news)

    def _note_state(self, job_id: str) -> None:
        with contextlib.suppress(NoSuchJobError):
            state = self.manager.job(job_id).state
            told = self.states.setdefault(job_id, [])
            if not told or told[-1] is not state:
                told.append(state)

    def _note_news(self, news: News) -> None:
        self.news.append(news.kind)

    def spec(self, *urls: str, **options: object) -> JobSpec:
        files = tuple(FileSpec(url) for url in urls or (URL,))
        return JobSpec(files, self.folder, **options)  # type: ignore[arg-type]

    async def until(self, job_id: str, state: JobState) -> JobSnapshot:
        """Wait for real threads; engine time stands still meanwhile."""
        await eventually(lambda: self.manager.job(job_id).state is state)
        return self.manager.job(job_id)

    async def while_time_passes(self, is_so: Callable[[], bool]) -> None:
        """Wait for what a look at the counters, four times a second, will show."""
        async with asyncio.timeout(10):
            while not is_so():
                await self.clock.advance(0.25)
                await asyncio.sleep(0.002)


async def eventually(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not is_so():
            await asyncio.sleep(0.002)


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    bench = Bench(tmp_path)
    await bench.open()
    yield bench
    await bench.manager.close()


# The main road.


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


# The retry window.


async def test_a_busy_server_is_asked_again_after_the_delay(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=0, error=BUSY))
    job_id = await bench.manager.add(bench.spec())
    job = await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert job.error == BUSY
    assert job.error_count == 1
    assert 5.0 <= (job.retry_in or 0) <= 6.0
    assert job.gives_up_in == 1_209_600.0
    await bench.clock.advance(4.9)
    assert bench.wire.tries_of(URL) == 1
    await bench.clock.advance(1.2)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    await eventually(lambda: len(bench.news) == 2)
    assert bench.news == [NewsKind.FILE_TRANSFERRED, NewsKind.JOB_TRANSFERRED]


async def test_it_gives_up_when_the_window_has_run_out_once(bench: Bench) -> None:
    bench.wire.script[URL].extend([Try(reach=0, error=BUSY)] * 10)
    job_id = await bench.manager.add(bench.spec(no_progress_timeout=12.0))
    for tries in (1, 2):
        await bench.until(job_id, JobState.TRANSIENT_ERROR)
        assert bench.wire.tries_of(URL) == tries
        await bench.clock.advance(bench.manager.job(job_id).retry_in or 0.0)
        await eventually(lambda seen=tries: bench.wire.tries_of(URL) == seen + 1)
    job = await bench.until(job_id, JobState.ERROR)
    assert job.gave_up
    assert bench.states[job_id][-2:] == [JobState.TRANSIENT_ERROR, JobState.ERROR]
    await bench.clock.advance(100)
    await eventually(lambda: bench.news == [NewsKind.JOB_ERROR])
    assert bench.wire.tries_of(URL) == 3


async def test_a_delay_longer_than_the_window_goes_straight_to_error(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=0, error=BUSY))
    job_id = await bench.manager.add(bench.spec(no_progress_timeout=3.0))
    job = await bench.until(job_id, JobState.ERROR)
    assert JobState.TRANSIENT_ERROR not in bench.states[job_id]
    assert job.gave_up


async def test_timeout_zero_asks_once(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=0, error=BUSY))
    job_id = await bench.manager.add(bench.spec(no_progress_timeout=0.0))
    await bench.until(job_id, JobState.ERROR)
    await bench.clock.advance(10_000)
    assert bench.wire.tries_of(URL) == 1


async def test_never_means_never(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=0, error=BUSY))
    job_id = await bench.manager.add(bench.spec(no_progress_timeout=None))
    job = await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert job.gives_up_in is None
    assert job.retry_in is not None


async def test_new_bytes_close_the_window_and_clear_the_error(bench: Bench) -> None:
    bench.wire.script[URL].extend([Try(reach=0, error=BUSY), Try(reach=600, hangs=True)])
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    await bench.clock.advance(6.1)
    await bench.until(job_id, JobState.TRANSFERRING)
    await bench.while_time_passes(lambda: bench.manager.job(job_id).without_progress is None)
    assert bench.manager.job(job_id).error is None
    assert bench.manager.job(job_id).error_count == 1


async def test_bytes_fetched_again_are_no_progress(bench: Bench) -> None:
    bench.wire.script[URL].extend(
        [Try(reach=500, error=CHANGED), Try(reach=400, error=CHANGED), Try(reach=0, hangs=True)]
    )
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    await bench.clock.advance(6.1)
    await eventually(lambda: bench.wire.tries_of(URL) == 2 and not bench.wire.running)
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert (bench.manager.job(job_id).without_progress or 0) >= 5.0


async def test_pause_lets_the_window_stand_still(bench: Bench) -> None:
    bench.wire.script[URL].extend([Try(reach=0, error=BUSY)] * 3)
    job_id = await bench.manager.add(bench.spec(no_progress_timeout=60.0))
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    await bench.clock.advance(3.0)
    bench.manager.suspend(job_id)
    await bench.clock.advance(10_000)
    job = bench.manager.job(job_id)
    assert job.state is JobState.SUSPENDED
    assert job.without_progress == pytest.approx(3.0)
    bench.manager.resume(job_id)
    job = await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert job.gives_up_in == pytest.approx(57.0)


async def test_retry_now_keeps_what_has_elapsed(bench: Bench) -> None:
    bench.wire.script[URL].extend([Try(reach=0, error=BUSY)] * 2)
    job_id = await bench.manager.add(bench.spec(no_progress_timeout=60.0))
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    await bench.clock.advance(2.0)
    bench.manager.resume(job_id)
    await eventually(lambda: bench.wire.tries_of(URL) == 2)
    job = await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert job.without_progress == pytest.approx(2.0)


async def test_resume_after_giving_up_begins_a_new_window(bench: Bench) -> None:
    bench.wire.script[URL].extend([Try(reach=0, error=BUSY)] * 2)
    job_id = await bench.manager.add(bench.spec(no_progress_timeout=5.0))
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    await bench.clock.advance(5.0)
    await bench.until(job_id, JobState.ERROR)
    bench.manager.set_no_progress_timeout(job_id, 3600.0)
    bench.manager.resume(job_id)
    await eventually(lambda: bench.manager.job(job_id).state is not JobState.ERROR)
    await bench.until(job_id, JobState.ACKNOWLEDGED)


async def test_a_shorter_timeout_acts_at_once(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=0, error=BUSY))
    job_id = await bench.manager.add(bench.spec(no_progress_timeout=3600.0))
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    await bench.clock.advance(4.0)
    bench.manager.set_no_progress_timeout(job_id, 1.0)
    assert bench.manager.job(job_id).state is JobState.ERROR
    await eventually(lambda: bench.news == [NewsKind.JOB_ERROR])


async def test_a_longer_timeout_acts_at_once(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=0, error=BUSY))
    job_id = await bench.manager.add(bench.spec(no_progress_timeout=5.0))
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    bench.manager.set_no_progress_timeout(job_id, 3600.0)
    assert bench.manager.job(job_id).gives_up_in == pytest.approx(3600.0)
    await bench.clock.advance(6.1)
    await bench.until(job_id, JobState.ACKNOWLEDGED)


async def test_a_negative_timeout_is_refused(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec(), start=False)
    with pytest.raises(RefusedError, match="negative"):
        bench.manager.set_no_progress_timeout(job_id, -1.0)


async def test_setters_are_refused_and_getters_answer_in_a_final_state(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec(no_progress_timeout=77.0))
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    with pytest.raises(InvalidStateError):
        bench.manager.set_no_progress_timeout(job_id, 5.0)
    assert bench.manager.no_progress_timeout(job_id) == 77.0


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
    assert bench.manager.job(low).bytes_present == 10


# Restarts.


async def test_jobs_survive_a_restart_and_go_on_where_they_were(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=500, hangs=True))
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.TRANSFERRING)
    await eventually(lambda: (bench.folder / "one.bin.part").exists())
    await bench.manager.close()
    await bench.open()
    job = await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert job.files[0].resumed_from == 500


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
    await eventually(lambda: bench.news.count(NewsKind.FILE_TRANSFERRED) == 2)


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
    (bench.folder / "one.bin.part").rename(bench.folder / "aside")
    await bench.manager.complete(job_id)
    job = bench.manager.job(job_id)
    assert job.state is JobState.TRANSFERRED
    assert job.error is not None
    (bench.folder / "aside").rename(bench.folder / "one.bin.part")
    await bench.manager.complete(job_id)
    assert bench.manager.job(job_id).state is JobState.ACKNOWLEDGED


async def test_a_rename_that_a_hold_prevents_is_done_when_it_is_lifted(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(hangs=True))
    job_id = await bench.manager.add(bench.spec(URL, OTHER))
    await eventually(lambda: (bench.folder / "two.bin.part").exists())
    (bench.folder / "two.bin.part").rename(bench.folder / "aside")
    bench.wire.release(URL)
    await eventually(lambda: bench.manager.job(job_id).error is not None)
    assert bench.manager.job(job_id).state is JobState.TRANSFERRED
    (bench.folder / "aside").rename(bench.folder / "two.bin.part")
    await bench.while_time_passes(lambda: bench.manager.job(job_id).state is JobState.ACKNOWLEDGED)
    assert sorted(path.name for path in bench.folder.iterdir()) == ["one.bin", "two.bin"]


async def test_the_story_of_a_job_is_kept(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=0, error=BUSY))
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    told = [f"{entry.kind.value}: {entry.text}" for entry in await bench.manager.timeline(job_id)]
    assert told[0] == "created: one.bin"
    assert "state: transient error: server-busy" in told
