"""Disks that fill up, go away or refuse: the job holds, nothing is lost, it goes on by itself.

The whole engine with its real wire, on real disks, against a real server; only its clock is moved
by hand.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from disks import MIB, NO_FALLOCATE, Drive, drive, immutable, need_marks, remount, small_disk
from engine.errors import ErrorKind
from engine.holds import POLL_SECONDS
from engine.snapshot import JobSnapshot
from engine.states import JobState
from engine.wire.transfer import Transfer
from fault_server import Fault, FaultServer, some_content
from manager_bench import Bench, eventually

CONTENT = some_content(2_000_000)
SLOW = Fault(rate=1_000_000)
LOOK_SECONDS = 0.05
"""Time for a thread to look at the disk, and for what would come of it."""
HELD_FOR = 1.0
"""A no-progress timeout in seconds, short enough to show that no hold counts against it."""


class RealBench(Bench):
    """The bench with the real wire, and the moves that the tests below share."""

    def __init__(self, place: Path, server: FaultServer) -> None:
        super().__init__(place)
        self.wire = Transfer  # type: ignore[assignment]
        self.server = server

    async def add(self, **options: object) -> str:
        spec = self.spec(self.server.url, no_progress_timeout=HELD_FOR, **options)
        return await self.manager.add(spec)

    async def pause_in_the_middle(self, job_id: str) -> None:
        await self._until_moving(job_id)
        self.manager.suspend(job_id)
        await eventually(lambda: not self.manager._floor._runs)

    async def _until_moving(self, job_id: str) -> None:
        await self.while_time_passes(lambda: self.manager.job(job_id).bytes_present > 300_000)

    async def add_and_pause(self) -> str:
        self.server.fault = SLOW
        job_id = await self.add()
        await self.pause_in_the_middle(job_id)
        self.server.fault = Fault()
        return job_id

    async def until_held(self, job_id: str, kind: ErrorKind) -> JobSnapshot:
        """Held for this reason, and not tried again though there are more looks at the disk."""
        job = await self.until(job_id, JobState.TRANSIENT_ERROR)
        assert job.error is not None
        assert (job.error.kind, job.is_held, job.error_count) == (kind, True, 0)
        states = list(self.states[job_id])
        for _ in range(2):
            await self.clock.advance(POLL_SECONDS)
            await asyncio.sleep(LOOK_SECONDS)
        assert self.states[job_id] == states
        return job

    async def until_whole(self, job_id: str) -> None:
        """After one more look the job goes on to its end, and its file is the server's."""
        await self.clock.advance(POLL_SECONDS)
        job = await self.until(job_id, JobState.ACKNOWLEDGED)
        (file,) = job.files
        assert file.path is not None
        assert file.path.read_bytes() == self.server.content
        assert os.listdir(self.folder) == [file.path.name]


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer(CONTENT) as server:
        yield server


@pytest.fixture
async def real(tmp_path: Path, server: FaultServer) -> AsyncIterator[RealBench]:
    bench = RealBench(tmp_path, server)
    await bench.open()
    yield bench
    await bench.manager.close()


@pytest.fixture
def usb(real: RealBench) -> Iterator[Drive]:
    """A drive whose mount point is the job's folder."""
    with drive(real.folder) as it:
        yield it


async def test_a_disk_that_fills_up_in_the_middle(real: RealBench, server: FaultServer) -> None:
    server.faults.append(Fault(chunked=True, ignore_range=True))
    with small_disk(real.folder, "1m") as disk:
        job_id = await real.add()
        held = await real.until_held(job_id, ErrorKind.DISK_FULL)
        assert held.bytes_present > 500_000
        remount(disk, "size=64m")
        await real.until_whole(job_id)
    assert server.bytes_sent < 1.75 * len(CONTENT)


async def test_a_disk_that_others_fill_up_while_several_connections_write(
    real: RealBench, server: FaultServer
) -> None:
    server.content = some_content(8_000_000)
    server.fault = Fault(rate=2_000_000)
    with drive(real.folder, 16 * MIB, *NO_FALLOCATE):
        job_id = await real.add()
        await real.while_time_passes(lambda: real.manager.job(job_id).bytes_present > 1_000_000)
        ballast = real.folder / "ballast"
        with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
            while file.write(bytes(1 << 16)):
                pass
        held = await real.until_held(job_id, ErrorKind.DISK_FULL)
        assert held.bytes_present > 1_000_000
        ballast.unlink()
        await real.until_whole(job_id)
    assert server.bytes_sent < 1.75 * len(server.content)


async def test_a_disk_that_is_read_only_for_a_while(real: RealBench, server: FaultServer) -> None:
    with small_disk(real.folder, "8m") as disk:
        job_id = await real.add_and_pause()
        remount(disk, "ro")
        asked = len(server.requests)
        real.manager.resume(job_id)
        await real.until_held(job_id, ErrorKind.FOLDER_NOT_WRITABLE)
        assert len(server.requests) == asked
        remount(disk, "rw")
        await real.until_whole(job_id)


async def test_a_folder_in_which_nothing_can_be_made(real: RealBench, server: FaultServer) -> None:
    job_id = await real.manager.add(real.spec(server.url), start=False)
    with immutable(real.folder):
        real.manager.resume(job_id)
        await real.until_held(job_id, ErrorKind.FOLDER_NOT_WRITABLE)
    await real.until_whole(job_id)


async def test_a_folder_in_which_nothing_can_be_renamed(real: RealBench) -> None:
    job_id = await real.add(auto_complete=False)
    await real.until(job_id, JobState.TRANSFERRED)
    with immutable(real.folder):
        await real.manager.complete(job_id)
        job = real.manager.job(job_id)
        assert job.error is not None
        assert (job.state, job.error.kind) == (JobState.TRANSFERRED, ErrorKind.FOLDER_NOT_WRITABLE)
    await real.manager.complete(job_id)
    await real.until_whole(job_id)


async def test_a_drive_that_is_away_at_the_next_try(real: RealBench, usb: Drive) -> None:
    job_id = await real.add_and_pause()
    usb.pull_out()
    real.manager.resume(job_id)
    await real.until_held(job_id, ErrorKind.DISK_AWAY)
    assert os.listdir(real.folder) == []
    usb.plug_in()
    await real.until_whole(job_id)
    assert real.manager.job(job_id).files[0].resumed_from > 0


async def test_a_drive_that_went_away_before_the_first_try(
    real: RealBench, server: FaultServer, usb: Drive
) -> None:
    job_id = await real.manager.add(real.spec(server.url), start=False)
    await real.manager.close()
    usb.pull_out()
    await real.open()
    real.manager.resume(job_id)
    await real.until_held(job_id, ErrorKind.DISK_AWAY)
    assert (server.requests, os.listdir(real.folder)) == ([], [])
    usb.plug_in()
    await real.until_whole(job_id)


async def test_a_drive_that_goes_away_in_the_middle(
    real: RealBench, server: FaultServer, usb: Drive
) -> None:
    server.fault = Fault(rate=200_000)
    job_id = await real.add()
    await real.while_time_passes(lambda: real.manager.job(job_id).bytes_present > 300_000)
    usb.pull_out()
    await real.until_held(job_id, ErrorKind.DISK_AWAY)
    assert os.listdir(real.folder) == []
    server.fault = Fault()
    usb.plug_in()
    await real.until_whole(job_id)


async def test_a_drive_that_is_away_when_a_whole_file_is_to_be_named(
    real: RealBench, usb: Drive
) -> None:
    job_id = await real.add(auto_complete=False)
    await real.until(job_id, JobState.TRANSFERRED)
    usb.pull_out()
    await real.manager.complete(job_id)
    job = real.manager.job(job_id)
    assert job.error is not None
    assert (job.state, job.error.kind) == (JobState.TRANSFERRED, ErrorKind.DISK_AWAY)
    usb.plug_in()
    await real.manager.complete(job_id)
    await real.until_whole(job_id)


async def test_a_second_file_is_not_begun_beside_the_drive_of_the_first(
    real: RealBench, server: FaultServer, usb: Drive
) -> None:
    server.scenes = {"one": SLOW, "two": Fault(status=503)}
    spec = real.spec(server.url_for("/one/file.bin"), server.url_for("/two/file.bin"))
    job_id = await real.manager.add(spec)
    await real.pause_in_the_middle(job_id)
    usb.pull_out()
    server.scenes = {}
    asked = len(server.requests)
    real.manager.resume(job_id)
    await real.until_held(job_id, ErrorKind.DISK_AWAY)
    assert (len(server.requests), os.listdir(real.folder)) == (asked, [])


# --- part files that others meddle with ----------------------------------------------------------


def delete(part: Path) -> None:
    part.unlink()


def cut(part: Path) -> None:
    os.truncate(part, 1000)


def cut_and_fill_up(part: Path) -> None:
    size = part.stat().st_size
    os.truncate(part, 1000)
    os.truncate(part, size)


def overwrite(part: Path) -> None:
    part.write_bytes(some_content(len(CONTENT), "B"))


@pytest.mark.parametrize("meddle", [delete, cut, cut_and_fill_up, overwrite])
async def test_a_part_file_that_is_not_what_it_was_is_fetched_again(
    real: RealBench, meddle: Callable[[Path], None]
) -> None:
    need_marks(real.folder.parent)
    job_id = await real.add_and_pause()
    meddle(real.folder / "file.bin.part")
    real.manager.resume(job_id)
    await real.until_whole(job_id)
    assert real.manager.job(job_id).files[0].resumed_from == 0


async def test_a_strange_file_in_its_place_is_spared(real: RealBench) -> None:
    job_id = await real.add_and_pause()
    part = real.folder / "file.bin.part"
    part.unlink()
    part.write_bytes(b"precious" * 1_000_000)
    real.manager.resume(job_id)
    job = await real.until(job_id, JobState.ACKNOWLEDGED)
    assert job.files[0].path == real.folder / "file (2).bin"
    assert job.name == "file (2).bin"
    assert job.files[0].path.read_bytes() == CONTENT
    assert part.read_bytes() == b"precious" * 1_000_000


async def test_a_part_file_that_is_deleted_under_way_is_fetched_again(
    real: RealBench, server: FaultServer
) -> None:
    server.fault = Fault(rate=200_000)
    job_id = await real.add()
    await real.while_time_passes(lambda: real.manager.job(job_id).bytes_present > 300_000)
    server.fault = Fault()
    (real.folder / "file.bin.part").unlink()
    await real.while_time_passes(lambda: real.manager.job(job_id).state.is_final)
    await real.until_whole(job_id)
    assert JobState.TRANSIENT_ERROR in real.states[job_id]


async def test_a_whole_part_file_that_was_changed_before_it_was_named_is_fetched_again(
    real: RealBench,
) -> None:
    need_marks(real.folder.parent)
    job_id = await real.add(auto_complete=False)
    await real.until(job_id, JobState.TRANSFERRED)
    (real.folder / "file.bin.part").write_bytes(CONTENT[::-1])
    await real.manager.complete(job_id)
    await real.until(job_id, JobState.TRANSFERRED)
    await real.manager.complete(job_id)
    await real.until_whole(job_id)


async def test_what_a_crash_left_behind_before_the_store_knew_of_it_is_taken_over(
    real: RealBench, server: FaultServer
) -> None:
    need_marks(real.folder.parent)
    job_id = await real.manager.add(real.spec(server.url), start=False)
    left = real.folder / "file.bin.part"
    left.write_bytes(b"left behind")
    os.setxattr(left, "user.holdfast.job", f"{job_id}/0".encode())
    real.manager.resume(job_id)
    await real.until_whole(job_id)
