"""A job of many files: every one of them told, kept and named, whatever happens in between."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.finisher import DELIVERED_AT_ONCE
from engine.job import FileState
from engine.manager import JobManager
from engine.news import NewsKind
from engine.spec import FileSpec, JobSpec
from engine.states import JobState
from engine.timeline import TimelineKind
from fake_fetch import BUSY, FULL, GONE, SIZE, Try
from fakes import FakeClock
from keep_alive_server import KeepAliveServer
from manager_bench import Bench, eventually

MANY = DELIVERED_AT_ONCE + 50
FINISHED = {JobState.ACKNOWLEDGED}


def links(count: int = MANY) -> list[str]:
    return [f"http://files.example/{number:04}.bin" for number in range(count)]


async def test_many_files_get_their_names_and_are_told_one_by_one(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec(*links()))
    job = await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert len(list(bench.folder.iterdir())) == MANY
    assert {file.state for file in job.files} == {FileState.DELIVERED}
    assert job.bytes_present == MANY * SIZE
    await eventually(lambda: len(bench.news) == MANY + 1)
    assert bench.news == [NewsKind.FILE_TRANSFERRED] * MANY + [NewsKind.JOB_TRANSFERRED]


async def test_many_files_are_remembered_after_a_restart(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec(*links(), auto_complete=False))
    await bench.until(job_id, JobState.TRANSFERRED)
    await bench.manager.close()
    await bench.open(run=False)
    job = bench.manager.job(job_id)
    assert {file.state for file in job.files} == {FileState.TRANSFERRED}
    await bench.manager.complete(job_id)
    assert len(list(bench.folder.iterdir())) == MANY
    assert sum(spec.url == links()[0] for spec in bench.wire.specs) == 1


async def test_pause_keeps_what_came_and_resume_brings_the_rest(bench: Bench) -> None:
    urls = links(40)
    for url in urls[20:24]:
        bench.wire.script[url].append(Try(reach=10, hangs=True))
    job_id = await bench.manager.add(bench.spec(*urls))
    await eventually(lambda: len(bench.wire.settled) == 20)
    await eventually(lambda: len(bench.wire.running) == 4)
    bench.manager.suspend(job_id)
    await eventually(lambda: not bench.wire.running)
    assert len(bench.wire.specs) == 24
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert len(bench.wire.specs) == 24 + 20


async def test_a_bad_file_in_the_middle_stops_no_other(bench: Bench) -> None:
    urls = links(40)
    bench.wire.script[urls[17]].append(Try(reach=0, error=GONE))
    job = await bench.until(await bench.manager.add(bench.spec(*urls)), JobState.ERROR)
    states = [file.state for file in job.files]
    assert states.count(FileState.TRANSFERRED) == 39
    assert states[17] is FileState.FAILED


async def test_a_file_that_the_disk_did_not_keep_is_not_told_as_transferred(bench: Bench) -> None:
    urls = links(8)
    bench.wire.script[urls[3]].append(Try(unsettled=FULL))
    job = await bench.until(await bench.manager.add(bench.spec(*urls)), JobState.TRANSIENT_ERROR)
    assert job.is_held
    assert [file.state for file in job.files].count(FileState.TRANSFERRED) == 7
    assert job.files[3].state is FileState.PENDING
    await bench.clock.advance(5.0)
    await bench.until(job.id, JobState.ACKNOWLEDGED)
    assert bench.wire.tries_of(urls[3]) == 2


async def test_a_fetch_that_breaks_unexpectedly_is_an_error_of_the_job(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    urls = links(8)
    bench.wire.script[urls[0]].append(Try(hangs=True, breaks=True))
    job_id = await bench.manager.add(bench.spec(*urls))
    await eventually(lambda: urls[0] in bench.wire.hanging)
    bench.wire.release(urls[0])
    job = await bench.until(job_id, JobState.ERROR)
    assert job.error is not None
    assert job.error.detail == "ZeroDivisionError"
    assert "ZeroDivisionError" in caplog.text


async def test_the_story_says_once_where_a_run_was_connected(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec(*links(20)))
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    kinds = [entry.kind for entry in await bench.manager.timeline(job_id)]
    assert kinds.count(TimelineKind.CONNECTED) == 1
    assert kinds.count(TimelineKind.DELIVERED) == 20


async def test_a_file_that_waits_is_tried_again_while_many_move(bench: Bench) -> None:
    urls = links(12)
    bench.wire.script[urls[0]].append(Try(reach=0, error=BUSY))
    bench.wire.script[urls[11]].append(Try(reach=10, hangs=True))
    job_id = await bench.manager.add(bench.spec(*urls))
    await eventually(lambda: bench.wire.running == [urls[11]])
    await eventually(lambda: bench.manager.job(job_id).files[0].error is not None)
    await bench.clock.advance(6.1)
    await eventually(lambda: bench.wire.tries_of(urls[0]) == 2)
    bench.wire.release(urls[11])
    await bench.until(job_id, JobState.ACKNOWLEDGED)


async def test_a_part_file_that_was_taken_away_among_many_is_fetched_again(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec(*links(), auto_complete=False))
    await bench.until(job_id, JobState.TRANSFERRED)
    (bench.folder / "0007.bin.part").unlink()
    await bench.manager.complete(job_id)
    job = bench.manager.job(job_id)
    assert [number for number, file in enumerate(job.files) if not file.path] == [7]
    await bench.until(job_id, JobState.TRANSFERRED)
    await bench.manager.complete(job_id)
    assert bench.manager.job(job_id).state is JobState.ACKNOWLEDGED
    assert bench.wire.tries_of(links()[7]) == 2


async def test_jobs_share_connections_and_let_them_go_when_nothing_moves(tmp_path: Path) -> None:
    clock = FakeClock()
    manager = await JobManager.open(tmp_path / "home", clock=clock)
    with KeepAliveServer() as server:
        for number in range(3):
            spec = JobSpec((FileSpec(f"{server.url}/{number}"),), tmp_path)
            await manager.add(spec)
            await eventually(lambda: {job.state for job in manager.jobs()} == FINISHED)
        assert server.connections == [1, 1, 1]
        assert server.open_connections == 1
        await clock.advance(30.0)
        await eventually(lambda: server.open_connections == 0)
    await manager.close()
