"""Contract, acceptance checks 1 to 6: a job's life, Complete and Cancel."""

from __future__ import annotations

import contextlib
import inspect
import os
import subprocess
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from contract_bench import BG_E_INVALID_STATE, ContractBench, eventually, refusal_of
from engine import (
    FileSpec,
    FileState,
    InvalidStateError,
    JobManager,
    JobState,
    MeteredPolicy,
    Move,
    NewsKind,
    Priority,
    RefusedError,
)
from fault_server import Fault, FaultServer, Request

BG_E_EMPTY = 0x80200003


async def test_01_a_new_job_is_suspended_and_resume_without_files_says_empty(
    bench: ContractBench,
) -> None:
    """New job SUSPENDED; Resume without files -> "empty", still SUSPENDED.

    Ours: `add` begins a job unless told not to (`start=False`), and only such a job may be empty.
    """
    job_id = await bench.manager.add(bench.spec(), start=False)
    assert bench.job(job_id).state is JobState.SUSPENDED
    with pytest.raises(RefusedError) as refused:
        bench.manager.resume(job_id)
    assert refused.value.code == BG_E_EMPTY
    assert bench.job(job_id).state is JobState.SUSPENDED
    assert bench.states[job_id] == [JobState.SUSPENDED]


async def test_01_a_new_job_with_files_moves_nothing_until_it_is_resumed(
    bench: ContractBench, server: FaultServer
) -> None:
    """New job SUSPENDED (and nothing moves until Resume)."""
    job_id = await bench.add(start=False)
    await bench.clock.advance(3600)
    assert bench.job(job_id).state is JobState.SUSPENDED
    assert server.requests == []
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ACKNOWLEDGED)


async def test_02_resume_leads_by_the_states_to_transferred_and_the_file_is_absent_until_complete(
    bench: ContractBench, server: FaultServer
) -> None:
    """Resume -> QUEUED -> CONNECTING -> TRANSFERRING -> TRANSFERRED; destination absent until
    Complete.

    Ours: that is a job with `auto_complete` off; on, which is the default, it is completed as soon
    as it is TRANSFERRED.
    """
    job_id = await bench.add(start=False, auto_complete=False)
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.TRANSFERRED)
    assert bench.states[job_id] == [
        JobState.SUSPENDED,
        JobState.QUEUED,
        JobState.CONNECTING,
        JobState.TRANSFERRING,
        JobState.TRANSFERRED,
    ]
    await bench.clock.advance(3600)
    assert bench.job(job_id).state is JobState.TRANSFERRED
    assert bench.files_here() == ["file.bin.part"]
    await bench.manager.complete(job_id)
    assert bench.job(job_id).state is JobState.ACKNOWLEDGED
    assert bench.files_here() == ["file.bin"]
    assert (bench.folder / "file.bin").read_bytes() == server.content
    told = await bench.all_kinds(job_id)
    assert told == [NewsKind.FILE_TRANSFERRED, NewsKind.JOB_TRANSFERRED]


async def test_03_a_failing_rename_leaves_transferred_and_a_second_complete_succeeds(
    bench: ContractBench, server: FaultServer
) -> None:
    """Complete renames; failing rename leaves TRANSFERRED, other files usable, second Complete
    succeeds.
    """
    job_id = await bench.add("/one.bin", "/two.bin", auto_complete=False)
    await bench.until(job_id, JobState.TRANSFERRED)
    with nobody_can_rename(bench.folder / "two.bin.part"):
        await bench.manager.complete(job_id)
        job = bench.job(job_id)
        assert job.state is JobState.TRANSFERRED
        assert job.error is not None
        assert [file.state for file in job.files] == [FileState.DELIVERED, FileState.TRANSFERRED]
        assert bench.files_here() == ["one.bin", "two.bin.part"]
        assert (bench.folder / "one.bin").read_bytes() == server.content
    await bench.manager.complete(job_id)
    assert bench.job(job_id).state is JobState.ACKNOWLEDGED
    assert bench.job(job_id).error is None
    assert bench.files_here() == ["one.bin", "two.bin"]
    assert (bench.folder / "two.bin").read_bytes() == server.content
    assert len(server.requests) == 2


async def test_04_complete_while_suspended_with_two_of_five_done_keeps_two_and_no_part_files(
    bench: ContractBench, server: FaultServer
) -> None:
    """Complete while SUSPENDED with 2 of 5 done -> two files, partial result, no temporary files
    left.

    Ours: the partial result is told by the files' states, not by a code of its own. JobTransferred
    is for jobs that are whole.
    """
    server.choose = stalls_except("/1.bin", "/2.bin")
    job_id = await bench.add(*(f"/{number}.bin" for number in range(1, 6)))
    # The fifth comes when one of four side by side is done.
    await bench.until_here(job_id, 2 * len(server.content) + 3 * 300_000)
    await eventually(lambda: states_of(bench, job_id).count(FileState.TRANSFERRED) == 2)
    bench.manager.suspend(job_id)
    assert bench.job(job_id).state is JobState.SUSPENDED
    assert bench.files_here() == [f"{number}.bin.part" for number in range(1, 6)]
    await bench.manager.complete(job_id)
    assert bench.job(job_id).state is JobState.ACKNOWLEDGED
    assert states_of(bench, job_id) == [FileState.DELIVERED] * 2 + [FileState.PENDING] * 3
    assert bench.files_here() == ["1.bin", "2.bin"]
    assert (bench.folder / "2.bin").read_bytes() == server.content
    assert await bench.all_kinds(job_id) == [NewsKind.FILE_TRANSFERRED] * 2


async def test_05_cancel_removes_finished_and_partial_files_and_a_second_cancel_is_invalid(
    bench: ContractBench, server: FaultServer
) -> None:
    """Cancel removes finished and partial files; second Cancel -> invalid state."""
    server.choose = stalls_except("/whole.bin")
    job_id = await bench.add("/whole.bin", "/partial.bin", auto_complete=False)
    await bench.until_here(job_id, len(server.content) + 300_000)
    await eventually(lambda: FileState.TRANSFERRED in states_of(bench, job_id))
    assert bench.files_here() == ["partial.bin.part", "whole.bin.part"]
    bench.manager.cancel(job_id)
    assert bench.job(job_id).state is JobState.CANCELLED
    await eventually(lambda: bench.files_here() == [])
    with pytest.raises(InvalidStateError) as refused:
        bench.manager.cancel(job_id)
    assert refused.value.code == BG_E_INVALID_STATE
    assert bench.job(job_id).state is JobState.CANCELLED


async def test_05_cancel_leaves_what_was_delivered_to_the_person(bench: ContractBench) -> None:
    """Cancel removes finished and partial files.

    Ours: a file that has got its name is the person's; one that is whole but has none goes.
    """
    job_id = await bench.add("/one.bin", "/two.bin", auto_complete=False)
    await bench.until(job_id, JobState.TRANSFERRED)
    with nobody_can_rename(bench.folder / "two.bin.part"):
        await bench.manager.complete(job_id)
    assert bench.files_here() == ["one.bin", "two.bin.part"]
    bench.manager.cancel(job_id)
    await eventually(lambda: bench.files_here() == ["one.bin"])


COMMANDS: dict[str, Callable[[JobManager, str], Awaitable[None] | None]] = {
    "resume": lambda manager, job_id: manager.resume(job_id),
    "retry": lambda manager, job_id: manager.retry(job_id),
    "suspend": lambda manager, job_id: manager.suspend(job_id),
    "cancel": lambda manager, job_id: manager.cancel(job_id),
    "complete": lambda manager, job_id: manager.complete(job_id),
    "add_files": lambda manager, job_id: manager.add_files(job_id, [FileSpec("http://h/f")]),
    "skip_file": lambda manager, job_id: manager.skip_file(job_id, 0),
    "retry_file": lambda manager, job_id: manager.retry_file(job_id, 0),
    "change_link": lambda manager, job_id: manager.change_link(job_id, 0, "http://h/other"),
    "change_mirrors": lambda manager, job_id: manager.change_mirrors(job_id, 0, ["http://h/also"]),
    "move": lambda manager, job_id: manager.move(job_id, Move.TOP),
    "move_before": lambda manager, job_id: manager.move_before(job_id, job_id),
    "run_anyway": lambda manager, job_id: manager.run_anyway(job_id),
    "set_metered": lambda manager, job_id: manager.set_metered(job_id, MeteredPolicy.ASK),
    "set_priority": lambda manager, job_id: manager.set_priority(job_id, Priority.LOW),
    "set_connections": lambda manager, job_id: manager.set_connections(job_id, 2),
    "set_rate_limit": lambda manager, job_id: manager.set_rate_limit(job_id, 1000),
    "set_no_progress_timeout": lambda manager, job_id: manager.set_no_progress_timeout(job_id, 1.0),
    "set_minimum_retry_delay": lambda manager, job_id: manager.set_minimum_retry_delay(job_id, 9.0),
    "set_maximum_download_time": lambda manager, job_id: manager.set_maximum_download_time(
        job_id, 9.0
    ),
}
LOOKS = {
    "job",
    "state",
    "sources",
    "timeline",
    "no_progress_timeout",
    "minimum_retry_delay",
    "maximum_download_time",
    "ranges",
    "exchanges",
    "speed_history",
}
# What takes a job out of the list, and what is done to a file that is the person's by now.
LEFT = {"remove", "rename_file"}


@pytest.mark.parametrize("state", [JobState.ACKNOWLEDGED, JobState.CANCELLED])
async def test_06_every_setter_on_a_final_job_is_an_invalid_state_and_changes_nothing(
    bench: ContractBench, state: JobState
) -> None:
    """Every setter on a final job -> invalid state.

    Ours: every command, that is; only the looks are left, `remove`, which takes the job out of the
    list, and `rename_file` for files that were delivered. Nothing changes.
    """
    job_id = await bench.add(start=state is JobState.ACKNOWLEDGED)
    if state is JobState.CANCELLED:
        bench.manager.cancel(job_id)
    before = await bench.until(job_id, state)
    manager = bench.manager
    codes = {
        name: await refusal_of(partial(command, manager, job_id))
        for name, command in COMMANDS.items()
    }
    assert codes == dict.fromkeys(COMMANDS, BG_E_INVALID_STATE)
    assert bench.job(job_id) == before
    assert manager.no_progress_timeout(job_id) == before.no_progress_timeout
    assert manager.minimum_retry_delay(job_id) == before.minimum_retry_delay
    assert manager.maximum_download_time(job_id) == before.maximum_download_time
    assert await manager.timeline(job_id)
    await manager.remove(job_id)
    assert manager.jobs() == []


def test_06_no_command_of_the_engine_is_left_out_above() -> None:
    """Every setter on a final job -> invalid state."""
    about_a_job = {
        name
        for name, method in inspect.getmembers(JobManager, inspect.isfunction)
        if not name.startswith("_") and "job_id" in inspect.signature(method).parameters
    }
    assert about_a_job - LOOKS - LEFT == set(COMMANDS)


def stalls_except(*paths: str) -> Callable[[Request], Fault | None]:
    """A server that falls silent in the middle of every file but these."""
    stalled = Fault(stall_after=300_000)
    return lambda request: None if request.path in paths else stalled


def states_of(bench: ContractBench, job_id: str) -> list[FileState]:
    return [file.state for file in bench.job(job_id).files]


@contextlib.contextmanager
def nobody_can_rename(part: Path) -> Iterator[None]:
    """As when another program has the file, on systems where that is enough."""
    if os.geteuid():
        mode = part.stat().st_mode
        part.chmod(0)
        try:
            yield
        finally:
            part.chmod(mode)
        return
    try:
        subprocess.run(["chattr", "+i", part], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("root, and no chattr here: a rename that fails is NOT tested")
    try:
        yield
    finally:
        subprocess.run(["chattr", "-i", part], check=True)
