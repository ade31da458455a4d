"""Many jobs on one host: one knock at its door, not a hundred."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.errors import ErrorContext, ErrorKind, JobError
from engine.job import FileState
from engine.news import NewsKind
from engine.settings import Settings
from engine.states import JobState
from fake_fetch import BUSY, GONE, Try
from manager_bench import URL, Bench, eventually

HOST = "http://dead.example"
REFUSED = JobError(ErrorKind.CONNECTION_REFUSED, ErrorContext.GENERAL_TRANSPORT, subject="h")


@pytest.fixture
async def crowd(bench: Bench) -> list[str]:
    """Thirty jobs on a host that is down; all have heard of it, and few have knocked."""
    bench.wire.down = REFUSED
    jobs = [await bench.manager.add(bench.spec(f"{HOST}/{n}.bin")) for n in range(30)]
    await eventually(lambda: states(bench, jobs) == {JobState.TRANSIENT_ERROR})
    return jobs


def states(bench: Bench, jobs: list[str]) -> set[JobState]:
    return {bench.manager.job(job).state for job in jobs}


async def knocks_in(bench: Bench, seconds: float) -> int:
    before = len(bench.wire.specs)
    for _ in range(int(seconds / 0.25)):
        await bench.clock.advance(0.25)
        await eventually(lambda: not bench.wire.running)
    return len(bench.wire.specs) - before


async def test_a_failing_host_is_knocked_at_by_few_and_all_wait_with_them(
    bench: Bench, crowd: list[str]
) -> None:
    assert len(bench.wire.specs) <= 4
    for job in map(bench.manager.job, crowd):
        assert job.error == REFUSED
        assert job.gives_up_in == pytest.approx(1_209_600)
    assert sum(bench.manager.job(job).error_count for job in crowd) == len(bench.wire.specs)


async def test_those_who_were_let_in_and_have_not_begun_wait_as_well(bench: Bench) -> None:
    urls = [f"{HOST}/{n}.bin" for n in range(30)]
    for url in urls[:4]:
        bench.wire.script[url].append(Try(reach=0, hangs=True, error=REFUSED))
    jobs = [await bench.manager.add(bench.spec(url)) for url in urls]
    await eventually(lambda: len(bench.wire.running) == 4)
    bench.wire.down = REFUSED
    for url in urls[:4]:
        bench.wire.release(url)
    await eventually(lambda: states(bench, jobs) == {JobState.TRANSIENT_ERROR})
    assert len(bench.wire.specs) <= 8


async def test_a_dead_host_is_tried_as_by_a_single_job(bench: Bench, crowd: list[str]) -> None:
    # 5, 10, 20, 40, 80, 160 s and some jitter: as if one job were alone with it.
    assert 4 <= await knocks_in(bench, 320) <= 7


async def test_when_it_answers_everybody_comes_in(bench: Bench, crowd: list[str]) -> None:
    await knocks_in(bench, 30)
    bench.wire.down = None
    await bench.while_time_passes(lambda: states(bench, crowd) == {JobState.ACKNOWLEDGED})
    assert NewsKind.JOB_ERROR not in bench.news


async def test_each_gives_up_at_its_own_time(bench: Bench, crowd: list[str]) -> None:
    for number, job in enumerate(crowd):
        bench.manager.set_no_progress_timeout(job, 60.0 + number)
    await knocks_in(bench, 59)
    assert states(bench, crowd) == {JobState.TRANSIENT_ERROR}
    await knocks_in(bench, 31)
    await eventually(lambda: states(bench, crowd) == {JobState.ERROR})
    await eventually(lambda: bench.news == [NewsKind.JOB_ERROR] * len(crowd))


async def test_other_hosts_are_not_held_up(bench: Bench, crowd: list[str]) -> None:
    bench.wire.down = None
    other = await bench.manager.add(bench.spec(URL))
    await bench.until(other, JobState.ACKNOWLEDGED)
    assert states(bench, crowd) == {JobState.TRANSIENT_ERROR}


async def test_a_new_job_on_it_waits_with_the_others(bench: Bench, crowd: list[str]) -> None:
    knocks = len(bench.wire.specs)
    job = await bench.until(
        await bench.manager.add(bench.spec(f"{HOST}/new.bin")), JobState.TRANSIENT_ERROR
    )
    assert job.error_count == 0
    assert len(bench.wire.specs) == knocks


async def test_a_person_who_retries_knocks_at_once_and_lets_the_others_in(
    bench: Bench, crowd: list[str]
) -> None:
    bench.wire.down = None
    bench.manager.retry(crowd[7])
    await bench.until(crowd[7], JobState.ACKNOWLEDGED)
    await bench.while_time_passes(lambda: states(bench, crowd) == {JobState.ACKNOWLEDGED})


async def test_a_job_from_an_earlier_start_that_is_resumed_knocks_at_once(
    bench: Bench, crowd: list[str]
) -> None:
    job_id = await bench.manager.add(bench.spec(f"{HOST}/new.bin"), start=False)
    bench.wire.down = None
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ACKNOWLEDGED)


async def test_a_knock_that_is_paused_lets_another_knock(bench: Bench, crowd: list[str]) -> None:
    bench.wire.down = None
    for job in crowd:
        bench.wire.script[bench.manager.job(job).url].append(Try(reach=0, hangs=True))
    await bench.while_time_passes(lambda: len(bench.wire.running) == 1)
    (url,) = bench.wire.running
    knocking = next(job for job in crowd if bench.manager.job(job).url == url)
    await bench.clock.advance(1)
    assert len(bench.wire.running) == 1
    bench.manager.suspend(knocking)
    await eventually(lambda: len(bench.wire.running) == 1 and bench.wire.running != [url])


async def test_a_job_that_never_retries_has_its_own_try(bench: Bench, crowd: list[str]) -> None:
    job_id = await bench.manager.add(bench.spec(f"{HOST}/once.bin", no_progress_timeout=0.0))
    await bench.until(job_id, JobState.ERROR)
    assert bench.wire.tries_of(f"{HOST}/once.bin") == 1


async def test_a_file_that_is_not_there_says_that_the_host_is(bench: Bench) -> None:
    for n in range(8):
        bench.wire.script[f"{HOST}/{n}.bin"].append(Try(reach=0, error=GONE))
    jobs = [await bench.manager.add(bench.spec(f"{HOST}/{n}.bin")) for n in range(10)]
    await eventually(lambda: states(bench, jobs) == {JobState.ERROR, JobState.ACKNOWLEDGED})


async def test_one_job_that_is_always_turned_away_holds_the_others_up_for_moments_only(
    bench: Bench,
) -> None:
    bench.wire.script[f"{HOST}/bad.bin"].extend([Try(reach=0, error=BUSY)] * 100)
    await bench.manager.add(bench.spec(f"{HOST}/bad.bin"))
    jobs = [await bench.manager.add(bench.spec(f"{HOST}/{n}.bin")) for n in range(20)]
    began = bench.clock.now()
    await bench.while_time_passes(lambda: states(bench, jobs) == {JobState.ACKNOWLEDGED})
    assert bench.clock.now() - began < 60


async def test_files_of_one_job_do_not_all_knock(bench: Bench) -> None:
    bench.wire.down = replace(BUSY, retry_after=2.0)
    job_id = await bench.manager.add(bench.spec(*[f"{HOST}/{n}.bin" for n in range(50)]))
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert len(bench.wire.specs) <= 8
    assert await knocks_in(bench, 20) <= 8
    bench.wire.down = None
    await bench.while_time_passes(lambda: bench.manager.job(job_id).state is JobState.ACKNOWLEDGED)


async def test_one_host_gets_no_more_than_its_share_of_the_slots(bench: Bench) -> None:
    bench.manager.change_settings(Settings(max_active_jobs=4, max_active_jobs_per_host=2))
    urls = [f"{HOST}/{n}.bin" for n in range(4)] + [URL]
    for url in urls:
        bench.wire.script[url].append(Try(reach=100, hangs=True))
        await bench.manager.add(bench.spec(url))
    await eventually(lambda: sorted(bench.wire.running) == sorted([*urls[:2], URL]))


async def test_a_host_that_says_not_found_lets_more_and_more_in(bench: Bench) -> None:
    urls = [f"{HOST}/{n}.bin" for n in range(8)]
    bench.wire.down = REFUSED
    jobs = [await bench.manager.add(bench.spec(url)) for url in urls]
    await eventually(lambda: states(bench, jobs) == {JobState.TRANSIENT_ERROR})
    bench.wire.down = None
    for url in urls:
        bench.wire.script[url].append(Try(reach=0, hangs=True, error=GONE))
    await bench.while_time_passes(lambda: len(bench.wire.running) == 1)
    await bench.clock.advance(10)
    bench.wire.release(bench.wire.running[0])
    await eventually(lambda: len(bench.wire.running) == 2)


async def test_files_that_were_kept_back_wait_as_long_as_the_server_wishes(
    bench: Bench,
) -> None:
    urls = [f"{HOST}/{n}.bin" for n in range(20)]
    bench.wire.script[URL].append(Try(reach=0, hangs=True))
    job_id = await bench.manager.add(bench.spec(URL, *urls), start=False)
    wish = replace(BUSY, retry_after=100.0)
    for url in urls:
        bench.wire.script[url].append(Try(reach=0, error=wish))
    bench.manager.resume(job_id)
    await eventually(lambda: bench.wire.running == [URL] and len(bench.wire.specs) >= 5)
    await bench.clock.advance(0.25)
    tried = len(bench.wire.specs)
    assert tried < len(urls)
    for _ in range(90):
        await bench.clock.advance(1)
    assert len(bench.wire.specs) == tried


async def test_a_file_skipped_before_the_host_has_answered_is_not_begun(bench: Bench) -> None:
    urls = [f"{HOST}/{n}.bin" for n in range(3)]
    bench.wire.down = REFUSED
    job_id = await bench.manager.add(bench.spec(*urls))
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    bench.wire.down = None
    tries = bench.wire.tries_of(urls[2])
    bench.wire.script[urls[0]].append(Try(reach=0, hangs=True, error=GONE))
    await bench.while_time_passes(lambda: urls[0] in bench.wire.hanging)
    bench.manager.skip_file(job_id, 2)
    bench.wire.release(urls[0])
    await bench.until(job_id, JobState.ERROR)
    assert bench.wire.tries_of(urls[2]) == tries
    assert bench.manager.job(job_id).files[1].state is FileState.TRANSFERRED


async def test_a_first_file_that_is_not_there_does_not_keep_the_others_from_coming(
    bench: Bench,
) -> None:
    urls = [f"{HOST}/{n}.bin" for n in range(3)]
    bench.wire.down = REFUSED
    first = await bench.manager.add(bench.spec(f"{HOST}/first.bin"))
    await bench.until(first, JobState.TRANSIENT_ERROR)
    bench.manager.cancel(first)
    job_id = await bench.manager.add(bench.spec(*urls), start=False)
    bench.wire.down = None
    bench.wire.script[urls[0]].append(Try(reach=0, error=GONE))
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ERROR)
    assert [file.state for file in bench.manager.job(job_id).files] == [
        FileState.FAILED,
        FileState.TRANSFERRED,
        FileState.TRANSFERRED,
    ]
