"""Speed limits of a job and of the whole program: where they come from, and that they are live."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import RefusedError
from engine.manager import NoSuchJobError
from engine.settings import Settings, save_settings
from engine.states import InvalidStateError, JobState
from engine.timeline import TimelineKind
from engine.wire.limiter import Limiter
from fake_fetch import Try
from manager_bench import OTHER, URL, Bench, eventually

# What may be received at once says which rate is in force, of the job's and that over all.
SHARE = 20


async def begin(bench: Bench, url: str = URL, **options: object) -> tuple[str, Limiter]:
    """A job whose file hangs, and the limiter that its transfer got."""
    bench.wire.script[url].append(Try(reach=10, hangs=True))
    job_id = await bench.manager.add(bench.spec(url, **options))
    await bench.until(job_id, JobState.TRANSFERRING)
    return job_id, bench.wire.limiters[-1]


async def test_a_job_is_held_to_its_own_limit_and_shows_it(bench: Bench) -> None:
    job_id, limiter = await begin(bench, rate_limit=100_000)
    assert limiter.rate == 100_000
    assert bench.manager.job(job_id).rate_limit == 100_000


async def test_another_limit_is_felt_by_the_run_under_way(bench: Bench) -> None:
    job_id, limiter = await begin(bench)
    assert limiter.quantum == 0
    bench.manager.set_rate_limit(job_id, 100_000)
    assert limiter.quantum == 100_000 // SHARE
    bench.manager.set_rate_limit(job_id, 0)
    assert limiter.quantum == 0


async def test_the_limit_of_a_job_that_waits_holds_when_it_runs(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec(), start=False)
    bench.manager.set_rate_limit(job_id, 100_000)
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert bench.wire.limiters[-1].rate == 100_000


async def test_a_limit_is_told_noted_and_outlives_a_restart(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec(), start=False)
    told: list[str] = []
    bench.manager.subscribe(told.append)
    bench.manager.set_rate_limit(job_id, 100_000)
    bench.manager.set_rate_limit(job_id, 0)
    bench.manager.set_rate_limit(job_id, 200_000)
    assert told == [job_id] * 3
    notes = [
        entry.text
        for entry in await bench.manager.timeline(job_id)
        if entry.kind is TimelineKind.SETTING
    ]
    assert notes == [
        "speed limit: 100000 bytes/s",
        "speed limit: none",
        "speed limit: 200000 bytes/s",
    ]
    await bench.manager.close()
    await bench.open()
    assert bench.manager.job(job_id).rate_limit == 200_000


async def test_a_limit_that_makes_no_sense_is_refused_and_changes_nothing(bench: Bench) -> None:
    job_id, limiter = await begin(bench, rate_limit=100_000)
    with pytest.raises(RefusedError, match="cannot be negative"):
        bench.manager.set_rate_limit(job_id, -1)
    with pytest.raises(NoSuchJobError):
        bench.manager.set_rate_limit("nope", 1)
    bench.manager.cancel(job_id)
    with pytest.raises(InvalidStateError):
        bench.manager.set_rate_limit(job_id, 1)
    assert bench.manager.job(job_id).rate_limit == limiter.rate == 100_000


async def test_the_limit_over_all_holds_at_once_for_every_job(bench: Bench) -> None:
    _, one = await begin(bench)
    _, other = await begin(bench, OTHER, rate_limit=40_000)
    bench.manager.change_settings(Settings(rate_limit=100_000))
    assert (one.quantum, other.quantum) == (100_000 // SHARE, 40_000 // SHARE)
    bench.manager.change_settings(Settings(rate_limit=20_000))
    assert (one.quantum, other.quantum) == (20_000 // SHARE, 20_000 // SHARE)
    bench.manager.change_settings(Settings())
    assert (one.quantum, other.quantum) == (0, 40_000 // SHARE)


async def test_the_limit_over_all_holds_from_the_start(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.home.mkdir()
    save_settings(bench.home, Settings(rate_limit=100_000))
    await bench.open(run=False)
    _, limiter = await begin(bench)
    assert limiter.quantum == 100_000 // SHARE
    await bench.manager.close()


async def test_the_same_link_with_another_limit_takes_it_over(bench: Bench) -> None:
    job_id, limiter = await begin(bench, rate_limit=100_000)
    assert await bench.manager.add_or_resume(bench.spec(rate_limit=300_000)) == job_id
    assert limiter.rate == bench.manager.job(job_id).rate_limit == 300_000
    assert await bench.manager.add_or_resume(bench.spec()) == job_id
    assert limiter.rate == bench.manager.job(job_id).rate_limit == 0


async def test_the_same_link_with_another_limit_takes_it_over_when_it_stood_still(
    bench: Bench,
) -> None:
    job_id, _ = await begin(bench, rate_limit=100_000)
    bench.manager.suspend(job_id)
    await eventually(lambda: not bench.wire.running)
    await bench.manager.add_or_resume(bench.spec(rate_limit=300_000))
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert bench.wire.limiters[-1].rate == 300_000


async def test_the_number_of_connections_to_a_host_is_that_of_all_jobs_and_live(
    bench: Bench,
) -> None:
    await begin(bench)
    await begin(bench, OTHER)
    first, second = bench.wire.hosts
    bench.manager.change_settings(Settings(connections_per_host=2))
    assert [first.take("h:80", 1), second.take("h:80", 1), first.take("h:80", 1)] == [
        True,
        True,
        False,
    ]
    bench.manager.change_settings(Settings(connections_per_host=3))
    assert second.take("h:80", 1)
