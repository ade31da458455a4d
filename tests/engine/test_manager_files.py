"""Jobs of many files: each can be left out, fetched again, and joined by others."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from engine.errors import RefusedError
from engine.job import FileState, Priority
from engine.news import NewsKind
from engine.part import Mirrors
from engine.scheduling import Move
from engine.settings import Settings
from engine.spec import FileSpec
from engine.states import InvalidStateError, JobState
from fake_fetch import BUSY, GONE, Try
from manager_bench import OTHER, URL, Bench, eventually

THIRD = "http://files.example/three.bin"


def states(bench: Bench, job_id: str) -> list[FileState]:
    return [file.state for file in bench.manager.job(job_id).files]


async def test_a_job_goes_on_without_the_file_that_held_it_up(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=0, error=GONE))
    job_id = await bench.manager.add(bench.spec(URL, OTHER))
    await bench.until(job_id, JobState.ERROR)
    bench.manager.skip_file(job_id, 0)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert states(bench, job_id) == [FileState.SKIPPED, FileState.DELIVERED]
    assert bench.wire.tries_of(URL) == 1
    assert [path.name for path in bench.folder.iterdir()] == ["two.bin"]


async def test_a_job_waiting_for_a_file_need_not_wait_once_it_is_skipped(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=0, error=BUSY))
    job_id = await bench.manager.add(bench.spec(URL, OTHER))
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    bench.manager.skip_file(job_id, 0)
    await bench.until(job_id, JobState.ACKNOWLEDGED)


async def test_a_file_under_way_is_stopped_and_what_is_here_of_it_goes(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=100, hangs=True))
    bench.wire.script[OTHER].append(Try(reach=100, hangs=True))
    job_id = await bench.manager.add(bench.spec(URL, OTHER))
    await eventually(lambda: set(bench.wire.hanging) == {URL, OTHER})
    bench.manager.skip_file(job_id, 0)
    await eventually(lambda: bench.wire.running == [OTHER])
    bench.wire.release(OTHER)
    job = await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert job.size == job.bytes_present == 1000
    assert [path.name for path in bench.folder.iterdir()] == ["two.bin"]


async def test_a_file_that_was_not_begun_is_left_out_of_a_run(bench: Bench) -> None:
    urls = [f"http://files.example/{n}.bin" for n in range(6)]
    for url in urls:
        bench.wire.script[url].append(Try(reach=100, hangs=True))
    job_id = await bench.manager.add(bench.spec(*urls))
    await eventually(lambda: set(bench.wire.hanging) == set(urls[:4]))
    bench.manager.skip_file(job_id, 5)
    for url in urls[:4]:
        bench.wire.release(url)
    await bench.while_time_passes(lambda: bool(bench.wire.hanging[urls[4]]))
    bench.wire.release(urls[4])
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert bench.wire.tries_of(urls[5]) == 0


async def test_the_last_file_cannot_be_skipped_nor_one_that_is_here(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=0, error=GONE))
    job_id = await bench.manager.add(bench.spec(URL, OTHER, auto_complete=False))
    await bench.until(job_id, JobState.ERROR)
    with pytest.raises(RefusedError):
        bench.manager.skip_file(job_id, 1)
    single = await bench.manager.add(bench.spec(THIRD), start=False)
    with pytest.raises(RefusedError):
        bench.manager.skip_file(single, 0)
    with pytest.raises(RefusedError):
        bench.manager.skip_file(single, 7)


async def test_only_the_file_that_is_asked_for_is_tried_again(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=0, error=GONE))
    bench.wire.script[OTHER].append(Try(reach=0, error=GONE))
    job_id = await bench.manager.add(bench.spec(URL, OTHER, THIRD))
    await bench.until(job_id, JobState.ERROR)
    bench.manager.retry_file(job_id, 1)
    await eventually(lambda: states(bench, job_id)[1] is FileState.TRANSFERRED)
    await bench.until(job_id, JobState.ERROR)
    assert states(bench, job_id)[0] is FileState.FAILED
    assert (bench.wire.tries_of(URL), bench.wire.tries_of(OTHER)) == (1, 2)


async def test_a_skipped_file_can_be_wanted_again_while_the_job_runs(bench: Bench) -> None:
    bench.wire.script[OTHER].append(Try(reach=100, hangs=True))
    job_id = await bench.manager.add(bench.spec(URL, OTHER), start=False)
    bench.manager.skip_file(job_id, 0)
    bench.manager.resume(job_id)
    await eventually(lambda: bench.wire.running == [OTHER])
    bench.manager.retry_file(job_id, 0)
    await eventually(lambda: states(bench, job_id)[0] is FileState.TRANSFERRED)
    bench.wire.release(OTHER)
    await bench.until(job_id, JobState.ACKNOWLEDGED)


async def test_a_file_that_is_just_being_stopped_can_be_wanted_again(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=100, hangs=True))
    bench.wire.script[OTHER].append(Try(reach=100, hangs=True))
    job_id = await bench.manager.add(bench.spec(URL, OTHER))
    await eventually(lambda: set(bench.wire.hanging) == {URL, OTHER})
    bench.manager.skip_file(job_id, 0)
    bench.manager.retry_file(job_id, 0)
    await bench.while_time_passes(lambda: states(bench, job_id)[0] is FileState.TRANSFERRED)
    bench.wire.release(OTHER)
    await bench.until(job_id, JobState.ACKNOWLEDGED)


async def test_a_paused_job_stays_paused_when_a_file_is_wanted_again(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec(URL, OTHER), start=False)
    bench.manager.skip_file(job_id, 0)
    bench.manager.retry_file(job_id, 0)
    assert bench.manager.job(job_id).state is JobState.SUSPENDED
    assert states(bench, job_id) == [FileState.PENDING] * 2


async def test_what_was_skipped_is_skipped_after_a_restart(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec(URL, OTHER), start=False)
    bench.manager.skip_file(job_id, 0)
    await bench.manager.close()
    await bench.open()
    assert states(bench, job_id) == [FileState.SKIPPED, FileState.PENDING]


async def test_files_join_a_job_that_runs(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=100, hangs=True))
    job_id = await bench.manager.add(bench.spec(URL))
    await eventually(lambda: bench.wire.running == [URL])
    await bench.manager.add_files(job_id, [FileSpec(OTHER), FileSpec(THIRD)])
    await eventually(lambda: states(bench, job_id)[1:] == [FileState.TRANSFERRED] * 2)
    bench.wire.release(URL)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert [file.number for file in bench.manager.job(job_id).files] == [0, 1, 2]


async def test_files_join_a_finished_job_and_come_after_resume(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec(URL, auto_complete=False))
    await bench.until(job_id, JobState.TRANSFERRED)
    await bench.manager.add_files(job_id, [FileSpec(OTHER)])
    assert bench.manager.job(job_id).state is JobState.TRANSFERRED
    bench.manager.resume(job_id)
    await eventually(lambda: states(bench, job_id) == [FileState.TRANSFERRED] * 2)
    await bench.until(job_id, JobState.TRANSFERRED)
    assert bench.wire.tries_of(URL) == 1


async def test_files_that_joined_are_durable(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec(), start=False)
    await bench.manager.add_files(job_id, [FileSpec(OTHER)])
    await bench.manager.close()
    await bench.open()
    assert [file.url for file in bench.manager.job(job_id).files] == [URL, OTHER]


async def test_nobody_joins_a_job_that_is_over(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    with pytest.raises(InvalidStateError):
        await bench.manager.add_files(job_id, [FileSpec(OTHER)])


async def test_there_are_limits_with_a_code_of_their_own(bench: Bench) -> None:
    bench.manager.change_settings(Settings(max_jobs=2, max_files_per_job=2))
    with pytest.raises(RefusedError) as too_many_files:
        await bench.manager.add(bench.spec(URL, OTHER, THIRD))
    assert too_many_files.value.code == 0x80200051
    job_id = await bench.manager.add(bench.spec(URL, OTHER), start=False)
    with pytest.raises(RefusedError):
        await bench.manager.add_files(job_id, [FileSpec(THIRD)])
    await bench.manager.add(bench.spec(), start=False)
    with pytest.raises(RefusedError) as too_many_jobs:
        await bench.manager.add(bench.spec(), start=False)
    assert too_many_jobs.value.code == 0x80200049


@pytest.mark.parametrize("bad", [{"max_jobs": 0}, {"rate_limit": -1}, {"inactivity_limit": 0.0}])
async def test_settings_that_make_no_sense_are_refused(bench: Bench, bad) -> None:
    with pytest.raises(RefusedError):
        bench.manager.change_settings(Settings(**bad))
    assert bench.manager.settings == Settings()


@pytest.mark.parametrize("bad", [{"rate_limit": -1}, {"maximum_download_time": 0.0}])
async def test_a_job_that_makes_no_sense_is_refused(bench: Bench, bad) -> None:
    with pytest.raises(RefusedError):
        await bench.manager.add(bench.spec(**bad))


async def test_a_file_that_holds_no_certificates_is_refused(bench: Bench, tmp_path: Path) -> None:
    no_pem = tmp_path / "ca.pem"
    for content in (None, b"", b"-----BEGIN nonsense"):
        if content is not None:
            no_pem.write_bytes(content)
        with pytest.raises(RefusedError, match=r"ca\.pem"):
            await bench.manager.add(bench.spec(ca_file=no_pem))


async def test_a_moved_job_runs_first_also_after_a_restart(bench: Bench) -> None:
    urls = [f"http://files.example/{n}.bin" for n in range(3)]
    jobs = [await bench.manager.add(bench.spec(url), start=False) for url in urls]
    bench.manager.move(jobs[2], Move.TOP)
    await bench.manager.close()
    await bench.open()
    assert bench.manager.job_ids() == [jobs[2], jobs[0], jobs[1]]
    bench.manager.change_settings(Settings(max_active_jobs=1))
    for job in jobs:
        bench.manager.resume(job)
    for job in jobs:
        await bench.until(job, JobState.ACKNOWLEDGED)
    assert [spec.url for spec in bench.wire.specs] == [urls[2], urls[0], urls[1]]


async def test_a_job_is_put_before_another_also_after_a_restart(bench: Bench) -> None:
    urls = [f"http://files.example/{n}.bin" for n in range(3)]
    jobs = [await bench.manager.add(bench.spec(url), start=False) for url in urls]
    bench.manager.move_before(jobs[2], jobs[1])
    await bench.manager.close()
    await bench.open(run=False)
    assert bench.manager.job_ids() == [jobs[0], jobs[2], jobs[1]]
    assert bench.manager.state(jobs[0]) is JobState.SUSPENDED


async def test_a_snapshot_tells_where_else_a_file_can_be_had(bench: Bench) -> None:
    elsewhere = Mirrors(("http://other.example/one.bin",))
    spec = replace(bench.spec(), files=(FileSpec(URL, mirrors=elsewhere),))
    job = await bench.manager.add(spec, start=False)
    assert bench.manager.job(job).files[0].mirrors == elsewhere.links


async def test_other_mirrors_of_a_file_that_is_begun_last_beyond_a_restart(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=300, hangs=True))
    job = await bench.manager.add(bench.spec())
    await bench.until(job, JobState.TRANSFERRING)
    elsewhere = "http://other.example/one.bin"
    with pytest.raises(RefusedError):
        await bench.manager.change_mirrors(job, 0, ["gopher://no"])
    await bench.manager.change_mirrors(job, 0, [elsewhere])
    done = await bench.until(job, JobState.ACKNOWLEDGED)
    assert [spec.mirrors and spec.mirrors.links for spec in bench.wire.specs] == [
        None,
        (elsewhere,),
    ]
    assert done.files[0].mirrors == (elsewhere,)
    await bench.manager.close()
    await bench.open()
    assert bench.manager.job(job).files[0].mirrors == (elsewhere,)
    with pytest.raises(InvalidStateError):
        await bench.manager.change_mirrors(job, 0, [])


async def test_a_better_job_takes_the_slot_and_nothing_is_lost(bench: Bench) -> None:
    bench.manager.change_settings(Settings(max_active_jobs=1))
    bench.wire.script[URL].append(Try(reach=600, hangs=True))
    low = await bench.manager.add(bench.spec(URL))
    await bench.until(low, JobState.TRANSFERRING)
    high = await bench.manager.add(bench.spec(OTHER, priority=Priority.HIGH))
    await bench.until(high, JobState.ACKNOWLEDGED)
    await bench.until(low, JobState.ACKNOWLEDGED)
    assert JobState.QUEUED in bench.states[low][2:]
    part = bench.wire.specs[-1].part
    assert part is not None
    assert part.bytes_present == 600
    assert bench.news.count(NewsKind.JOB_ERROR) == 0


async def test_a_whole_job_that_is_resumed_was_transferred_when_it_was(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec(auto_complete=False))
    before = (await bench.until(job_id, JobState.TRANSFERRED)).transferred
    assert before is not None
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.QUEUED)
    after = (await bench.until(job_id, JobState.TRANSFERRED)).transferred
    assert after == before


async def test_a_job_with_another_bad_file_stays_in_error_when_one_is_skipped(
    bench: Bench,
) -> None:
    for url in (URL, OTHER):
        bench.wire.script[url].append(Try(reach=0, error=GONE))
    job_id = await bench.manager.add(bench.spec(URL, OTHER, THIRD))
    await bench.until(job_id, JobState.ERROR)
    bench.manager.skip_file(job_id, 0)
    assert bench.manager.job(job_id).state is JobState.ERROR
    assert bench.manager.job(job_id).files[1].state is FileState.FAILED


async def test_a_file_that_is_wanted_again_has_no_error(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=0, error=GONE))
    bench.wire.script[OTHER].append(Try(reach=100, hangs=True))
    job_id = await bench.manager.add(bench.spec(URL, OTHER))
    await eventually(lambda: bench.manager.job(job_id).files[0].state is FileState.FAILED)
    bench.manager.suspend(job_id)
    bench.manager.retry_file(job_id, 0)
    file = bench.manager.job(job_id).files[0]
    assert (file.state, file.error) == (FileState.PENDING, None)


async def test_nobody_joins_a_job_that_ended_while_the_links_were_read(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec(), start=False)
    adding = asyncio.create_task(bench.manager.add_files(job_id, [FileSpec(OTHER)]))
    await asyncio.sleep(0)
    bench.manager.cancel(job_id)
    with pytest.raises(InvalidStateError):
        await adding
    assert len(bench.manager.job(job_id).files) == 1


async def test_a_file_is_not_begun_again_while_its_try_is_being_stopped(bench: Bench) -> None:
    for url in (URL, OTHER):
        bench.wire.script[url].append(Try(reach=100, hangs=True))
    job_id = await bench.manager.add(bench.spec(URL, OTHER))
    await eventually(lambda: set(bench.wire.hanging) == {URL, OTHER})
    bench.manager.skip_file(job_id, 0)
    bench.manager.retry_file(job_id, 0)
    await eventually(lambda: bench.wire.running == [OTHER])
    await asyncio.sleep(0.1)
    assert bench.wire.tries_of(URL) == 1
    await bench.while_time_passes(lambda: bench.wire.tries_of(URL) == 2)


async def test_a_name_that_cannot_be_given_is_told_once(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec(auto_complete=False))
    await bench.until(job_id, JobState.TRANSFERRED)
    bench.folder.rename(bench.folder.with_name("away"))
    bench.folder.symlink_to(bench.folder)
    for _ in range(2):
        await bench.manager.complete(job_id)
        await bench.clock.advance(1)
    job = bench.manager.job(job_id)
    assert job.state is JobState.TRANSFERRED
    assert job.error is not None
    assert not job.error.is_hold
    await bench.manager.timeline(job_id)
    await bench.clock.advance(1)
    assert bench.news.count(NewsKind.JOB_ERROR) == 1
