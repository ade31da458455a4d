"""Mistakes that the model of the contract and the real clock have found, each as its own test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from engine import JobState, NewsKind
from fake_fetch import BUSY, Try
from fakes import FakeClock
from manager_bench import URL, Bench, eventually


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    bench = Bench(tmp_path)
    await bench.open()
    yield bench
    await bench.manager.close()


async def transferred(bench: Bench) -> str:
    """A job that waits to be completed, and was told of."""
    job_id = await bench.manager.add(bench.spec(auto_complete=False))
    await bench.until(job_id, JobState.TRANSFERRED)
    await eventually(lambda: NewsKind.JOB_TRANSFERRED in bench.news)
    return job_id


async def told(bench: Bench, job_id: str) -> int:
    """How often it was told that the job is transferred; the store works in order."""
    await bench.manager.timeline(job_id)
    await bench.clock.advance(1.0)
    return bench.news.count(NewsKind.JOB_TRANSFERRED)


async def test_a_restart_does_not_tell_again_that_a_job_is_transferred(bench: Bench) -> None:
    job_id = await transferred(bench)
    await bench.manager.close()
    await bench.open()
    assert await told(bench, job_id) == 1


async def test_completing_a_transferred_job_does_not_tell_of_it_again(bench: Bench) -> None:
    job_id = await transferred(bench)
    await bench.manager.complete(job_id)
    assert bench.manager.job(job_id).state is JobState.ACKNOWLEDGED
    assert await told(bench, job_id) == 1


async def test_resuming_a_transferred_job_does_not_tell_of_it_again(bench: Bench) -> None:
    job_id = await transferred(bench)
    bench.manager.resume(job_id)
    assert bench.manager.job(job_id).state is JobState.QUEUED
    await bench.until(job_id, JobState.TRANSFERRED)
    assert await told(bench, job_id) == 1


@pytest.mark.parametrize("auto_complete", [True, False])
async def test_completing_a_job_that_lacks_its_file_does_not_tell_that_it_is_transferred(
    bench: Bench, auto_complete: bool
) -> None:
    bench.wire.script[URL].append(Try(reach=500, error=BUSY))
    job_id = await bench.manager.add(bench.spec(auto_complete=auto_complete))
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    await bench.manager.complete(job_id)
    assert bench.manager.job(job_id).state is JobState.ACKNOWLEDGED
    assert await told(bench, job_id) == 0


class MovingClock(FakeClock):
    """As any real clock, it shows another time at each look."""

    def now(self) -> float:
        self._now += 1e-5
        return self._now


async def test_a_job_gives_up_by_a_clock_that_moves_between_two_looks(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.clock = MovingClock()
    await bench.open()
    bench.wire.script[URL].extend([Try(reach=0, error=BUSY)] * 10)
    job_id = await bench.manager.add(bench.spec(no_progress_timeout=7.0))
    waiting = await bench.until(job_id, JobState.TRANSIENT_ERROR)
    # No more than that: the window must not run out while a thread waits for its turn.
    await bench.clock.advance(waiting.retry_in or 0.0)
    await eventually(lambda: bench.wire.tries_of(URL) == 2)
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert bench.manager.job(job_id).retry_in is None

    await bench.while_time_passes(lambda: bench.manager.job(job_id).state is JobState.ERROR)

    await eventually(lambda: bench.news == [NewsKind.JOB_ERROR])
    await bench.manager.close()
