"""After a standstill: what was under way begins anew, who waits tries now, no clock has moved."""

from __future__ import annotations

import pytest

from engine.network import NetworkState
from engine.settings import Settings
from engine.states import JobState
from engine.tasks import SPREAD_SECONDS
from engine.timeline import TimelineKind
from fake_fetch import BUSY, Try
from fake_network import OFFLINE
from manager_bench import OTHER, URL, Bench, eventually

NIGHT = 8 * 3600.0


async def transferring(bench: Bench, url: str = URL, **options: object) -> str:
    """A job whose connection brought something and says no more."""
    bench.wire.script[url].append(Try(reach=100, hangs=True))
    job_id = await bench.manager.add(bench.spec(url, **options))
    await bench.until(job_id, JobState.TRANSFERRING)
    return job_id


async def waiting(bench: Bench, url: str = URL, **options: object) -> str:
    """A job that failed and waits ten minutes."""
    bench.wire.script[url].append(Try(reach=0, error=BUSY))
    job_id = await bench.manager.add(bench.spec(url, minimum_retry_delay=600.0, **options))
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    return job_id


async def test_what_was_under_way_goes_on_over_a_new_connection_and_that_is_no_error(
    bench: Bench,
) -> None:
    job_id = await transferring(bench)
    bench.clock.stand_still(NIGHT)
    await bench.clock.advance(SPREAD_SECONDS)
    job = await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert bench.wire.tries_of(URL) == 2
    assert bench.wire.specs[-1].part is not None
    assert bench.wire.specs[-1].part.bytes_present == 100
    assert job.error_count == 0
    assert JobState.TRANSIENT_ERROR not in bench.states[job_id]
    told = [entry.text for entry in await bench.manager.timeline(job_id) if _is_about_it(entry)]
    assert told == ["the computer slept, or Holdfast stood still, for 28800 s"]


def _is_about_it(entry: object) -> bool:
    return getattr(entry, "kind", None) is TimelineKind.RECONNECTED


async def test_who_waits_tries_now_and_the_window_keeps_what_it_had(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=0, error=BUSY))
    bench.wire.script[URL].append(Try(reach=0, error=BUSY))
    job_id = await waiting(bench, no_progress_timeout=7200.0)
    await bench.clock.advance(60)
    before = bench.manager.job(job_id)
    bench.clock.stand_still(NIGHT)
    assert bench.manager.job(job_id).gives_up_in == before.gives_up_in
    await bench.clock.advance(SPREAD_SECONDS)
    await eventually(lambda: bench.wire.tries_of(URL) == 2)
    job = await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert job.error_count == 2
    assert before.gives_up_in is not None
    assert job.gives_up_in == pytest.approx(before.gives_up_in, abs=SPREAD_SECONDS)


async def test_pauses_of_hosts_are_over(bench: Bench) -> None:
    jobs = [await waiting(bench, f"http://busy.example/{n}.bin") for n in range(3)]
    bench.wire.script.clear()
    bench.clock.stand_still(NIGHT)
    await bench.clock.advance(SPREAD_SECONDS)
    for job_id in jobs:
        await bench.until(job_id, JobState.ACKNOWLEDGED)


async def test_not_all_begin_in_the_same_moment(bench: Bench) -> None:
    urls = [f"http://host-{n}.example/{n}.bin" for n in range(20)]
    for url in urls:
        await waiting(bench, url)
    bench.manager.change_settings(Settings(max_active_jobs=50))
    before = len(bench.wire.specs)
    bench.clock.stand_still(NIGHT)
    await bench.clock.advance(0.0)
    assert len(bench.wire.specs) - before < 20
    await bench.clock.advance(SPREAD_SECONDS)
    await eventually(lambda: len(bench.wire.specs) == before + 20)


async def test_who_is_paused_or_held_stays_so(bench: Bench) -> None:
    paused = await transferring(bench)
    bench.manager.suspend(paused)
    bench.network.become(OFFLINE)
    held = await bench.manager.add(bench.spec(OTHER))
    await bench.until(held, JobState.TRANSIENT_ERROR)
    bench.clock.stand_still(NIGHT)
    await bench.clock.advance(SPREAD_SECONDS + 1)
    assert bench.manager.job(paused).state is JobState.SUSPENDED
    assert bench.manager.job(held).is_held
    assert bench.wire.tries_of(OTHER) == 0
    bench.network.become(NetworkState())
    await bench.clock.advance(SPREAD_SECONDS)
    await bench.until(held, JobState.ACKNOWLEDGED)


async def test_what_is_only_checked_is_not_begun_anew(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(hangs=True))
    job_id = await bench.manager.add(bench.spec())
    await bench.while_time_passes(
        lambda: bench.manager.job(job_id).bytes_present == bench.manager.job(job_id).size
    )
    bench.clock.stand_still(NIGHT)
    await bench.clock.advance(SPREAD_SECONDS)
    assert bench.manager.job(job_id).state is JobState.TRANSFERRING
    bench.wire.release(URL)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert bench.wire.tries_of(URL) == 1


async def test_what_is_left_alone_stays_so(bench: Bench) -> None:
    job_id = await waiting(bench)
    await bench.manager.close()
    await bench.open(run=False)
    before = bench.manager.job(job_id).state
    bench.clock.stand_still(NIGHT)
    await bench.clock.advance(SPREAD_SECONDS)
    assert bench.manager.job(job_id).state is before
    assert bench.wire.tries_of(URL) == 1


async def test_after_the_end_nothing_is_begun(bench: Bench) -> None:
    await transferring(bench)
    await bench.manager.close()
    bench.clock.stand_still(NIGHT)
    await bench.clock.advance(SPREAD_SECONDS)
    assert bench.wire.tries_of(URL) == 1
    await bench.open(run=False)
