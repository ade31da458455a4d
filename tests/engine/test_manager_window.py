"""The retry window, seen from the front door: when a job tries again and when it gives up."""

from __future__ import annotations

import pytest

from engine.errors import RefusedError
from engine.news import NewsKind
from engine.states import InvalidStateError, JobState
from fake_fetch import BUSY, CHANGED, Try
from manager_bench import URL, Bench, eventually


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
