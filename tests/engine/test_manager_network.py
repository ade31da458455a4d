"""Jobs and the network: away, costly, behind a portal."""

from __future__ import annotations

import pytest

from engine.errors import ErrorContext, ErrorKind, JobError
from engine.job import MeteredPolicy
from engine.news import NewsKind
from engine.settings import Settings
from engine.states import JobState
from fake_fetch import BUSY, Try
from fake_network import METERED, OFFLINE, PORTAL, FakeNetwork
from manager_bench import OTHER, URL, Bench, eventually

LOGIN = JobError(ErrorKind.CAPTIVE_PORTAL, ErrorContext.REMOTE_FILE, http_status=511)
PAGE = JobError(ErrorKind.WEB_PAGE_INSTEAD, ErrorContext.REMOTE_FILE, subject="h")


async def test_a_job_that_runs_is_held_while_the_network_is_away(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=100, hangs=True))
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.TRANSFERRING)
    bench.network.become(OFFLINE)
    job = bench.manager.job(job_id)
    assert (job.state, job.is_held, job.error_count) == (JobState.TRANSIENT_ERROR, True, 0)
    assert job.error is not None
    assert job.error.kind is ErrorKind.OFFLINE
    await eventually(lambda: not bench.wire.running)
    bench.network.become()
    await bench.while_time_passes(lambda: bench.manager.job(job_id).state.is_final)
    assert bench.wire.specs[-1].part is not None
    assert bench.wire.specs[-1].part.bytes_present == 100


async def test_the_window_stands_still_while_the_network_is_away(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=0, error=BUSY))
    job_id = await bench.manager.add(bench.spec(no_progress_timeout=60.0))
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    await bench.clock.advance(3)
    bench.network.become(OFFLINE)
    before = bench.manager.job(job_id)
    await bench.clock.advance(3600)
    job = bench.manager.job(job_id)
    assert job.gives_up_in == before.gives_up_in == pytest.approx(57)
    assert (job.is_held, job.error_count, job.retry_in) == (True, 1, None)
    assert bench.wire.tries_of(URL) == 1


async def test_the_network_that_comes_back_starts_every_waiting_job_at_once(bench: Bench) -> None:
    urls = [f"http://host-{n}.example/{n}.bin" for n in range(6)]
    for url in urls:
        bench.wire.script[url].append(Try(reach=0, error=BUSY))
    jobs = [await bench.manager.add(bench.spec(url, minimum_retry_delay=600.0)) for url in urls]
    for job in jobs:
        await bench.until(job, JobState.TRANSIENT_ERROR)
    bench.network.become(OFFLINE)
    bench.network.become()
    await bench.clock.advance(1.0)
    for job in jobs:
        await bench.until(job, JobState.ACKNOWLEDGED)


async def test_a_new_job_waits_for_the_network(bench: Bench) -> None:
    bench.network.become(OFFLINE)
    job_id = await bench.manager.add(bench.spec())
    job = await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert job.is_held
    assert bench.wire.specs == []
    assert NewsKind.JOB_ERROR not in bench.news


async def test_a_paused_job_stays_paused_when_the_network_comes_back(bench: Bench) -> None:
    bench.network.become(OFFLINE)
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    bench.manager.suspend(job_id)
    bench.network.become()
    await bench.clock.advance(10)
    assert bench.manager.job(job_id).state is JobState.SUSPENDED


async def test_a_job_may_be_told_to_run_anyway(bench: Bench) -> None:
    bench.network.become(OFFLINE)
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    bench.manager.run_anyway(job_id)
    await bench.while_time_passes(lambda: bench.manager.job(job_id).state.is_final)
    assert bench.manager.job(job_id).run_anyway


async def test_a_job_that_runs_anyway_is_not_held_and_its_failures_count(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=100, hangs=True, error=BUSY))
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.TRANSFERRING)
    bench.manager.run_anyway(job_id)
    bench.network.become(OFFLINE)
    assert bench.manager.job(job_id).state is JobState.TRANSFERRING
    bench.wire.release(URL)
    job = await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert not job.is_held
    assert job.error_count == 1


@pytest.mark.parametrize("policy", [MeteredPolicy.NEVER, MeteredPolicy.ASK])
async def test_a_costly_network_holds_the_jobs_that_say_so(
    bench: Bench, policy: MeteredPolicy
) -> None:
    bench.network.become(METERED)
    job_id = await bench.manager.add(bench.spec(metered=policy))
    other = await bench.manager.add(bench.spec(OTHER))
    await bench.until(other, JobState.ACKNOWLEDGED)
    job = await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert job.error is not None
    assert job.error.kind is ErrorKind.METERED
    bench.manager.set_metered(job_id, MeteredPolicy.ALWAYS)
    await bench.while_time_passes(lambda: bench.manager.job(job_id).state.is_final)


async def test_new_jobs_follow_the_settings(bench: Bench) -> None:
    bench.manager.change_settings(Settings(metered=MeteredPolicy.NEVER))
    bench.network.become(METERED)
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert bench.manager.job(job_id).metered is MeteredPolicy.NEVER


async def test_a_portal_is_a_hold_with_its_own_name(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=0, error=PAGE, hangs=True))
    job_id = await bench.manager.add(bench.spec())
    await eventually(lambda: URL in bench.wire.hanging)
    bench.network.become(PORTAL)
    bench.wire.release(URL)
    job = await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert job.error is not None
    assert job.error.kind is ErrorKind.CAPTIVE_PORTAL
    bench.network.become()
    await bench.while_time_passes(lambda: bench.manager.job(job_id).state.is_final)


async def test_a_portal_that_only_the_answer_tells_of_is_tried_again_in_a_minute(
    bench: Bench,
) -> None:
    bench.wire.script[URL].extend([Try(reach=0, error=LOGIN)] * 2)
    job_id = await bench.manager.add(bench.spec(no_progress_timeout=10.0))
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    await bench.clock.advance(59)
    assert bench.wire.tries_of(URL) == 1
    await bench.clock.advance(1)
    await eventually(lambda: bench.wire.tries_of(URL) == 2)
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    await bench.clock.advance(60)
    job = await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert job.error_count == 0


async def test_what_was_on_hold_at_the_end_is_on_hold_at_the_start(bench: Bench) -> None:
    bench.network.become(OFFLINE)
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    await bench.manager.close()
    bench.network = FakeNetwork(OFFLINE)
    await bench.open()
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert bench.wire.specs == []


async def test_another_network_makes_the_pauses_of_hosts_void(
    bench: Bench,
) -> None:
    bench.wire.down = BUSY
    first = await bench.manager.add(bench.spec())
    await bench.until(first, JobState.TRANSIENT_ERROR)
    bench.network.become(OFFLINE)
    bench.wire.down = None
    bench.network.become()
    await bench.clock.advance(1)
    await bench.until(first, JobState.ACKNOWLEDGED)


async def test_a_network_that_is_only_there_for_a_moment_starts_nothing(bench: Bench) -> None:
    bench.network.become(OFFLINE)
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    before = list(bench.states[job_id])
    bench.network.become()
    bench.network.become(OFFLINE)
    await bench.clock.advance(2)
    assert bench.states[job_id] == before


async def test_a_held_job_says_what_holds_it_now(bench: Bench) -> None:
    bench.network.become(OFFLINE)
    job_id = await bench.manager.add(bench.spec(metered=MeteredPolicy.NEVER))
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    bench.network.become(METERED)
    job = bench.manager.job(job_id)
    assert job.is_held
    assert job.error is not None
    assert job.error.kind is ErrorKind.METERED
