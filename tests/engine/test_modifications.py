"""Which job was modified: told of each only so often, and never what is told as news."""

from __future__ import annotations

from engine.states import JobState
from fake_fetch import GONE, Try
from manager_bench import URL, Bench, eventually


async def test_who_no_longer_listens_hears_nothing_that_was_to_be_told_later(
    bench: Bench,
) -> None:
    job_id = await bench.manager.add(bench.spec(), start=False)
    heard: list[str] = []
    leave = bench.manager.subscribe_modified(heard.append)
    bench.manager.set_rate_limit(job_id, 1000)
    bench.manager.set_rate_limit(job_id, 2000)
    leave()
    await bench.clock.advance(10)
    assert heard == [job_id]


async def test_a_change_that_is_yet_to_be_told_is_not_told_of_a_job_in_error(
    bench: Bench,
) -> None:
    bench.wire.script[URL].append(Try(reach=0, hangs=True, error=GONE))
    job_id = await bench.manager.add(bench.spec())
    await eventually(lambda: URL in bench.wire.hanging)
    await bench.clock.advance(2)
    heard: list[JobState] = []
    bench.manager.subscribe_modified(lambda about: heard.append(bench.manager.job(about).state))
    bench.manager.set_rate_limit(job_id, 1000)
    bench.manager.set_rate_limit(job_id, 2000)
    bench.wire.release(URL)
    await bench.until(job_id, JobState.ERROR)
    await bench.clock.advance(5)
    assert heard == [JobState.CONNECTING]
