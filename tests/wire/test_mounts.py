"""The place of a drive that is away is told from the drive."""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.errors import ErrorContext, ErrorKind, JobError
from engine.holds import Need, is_lifted
from engine.wire import mounts
from engine.wire.classify import classify
from engine.wire.mounts import is_mounted, is_pulled_out, mount_of, require_mount

IN_MEMORY = os.path.ismount("/dev/shm")


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[Path]:
    """A mount point with something mounted on it; unmounted at the end, if it still is."""
    place = tmp_path / "drive"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root can mount a drive: one that goes away is NOT tested here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], capture_output=True, check=False)


def test_the_nearest_mount_point_is_found_through_links(drive: Path, tmp_path: Path) -> None:
    (drive / "folder").mkdir()
    (tmp_path / "link").symlink_to(drive / "folder")
    assert mount_of(drive) == str(drive)
    assert mount_of(drive / "folder") == str(drive)
    assert mount_of(tmp_path / "link") == str(drive)


def test_a_drive_that_went_away_is_missed_and_found_again(drive: Path) -> None:
    mount = mount_of(drive)
    require_mount(mount)
    subprocess.run(["umount", str(drive)], check=True)
    assert drive.is_dir()
    assert not is_mounted(mount)
    with pytest.raises(OSError, match=os.strerror(errno.ENODEV)):
        require_mount(mount)


def test_the_root_file_system_does_not_go_away() -> None:
    assert mount_of(Path("/")) is None
    require_mount(None)


@pytest.mark.skipif(not IN_MEMORY, reason="no /dev/shm")
def test_a_place_in_memory_is_a_mount_point_too() -> None:
    assert mount_of(Path("/dev/shm")) == "/dev/shm"


# --- a drive that is pulled out while it is mounted ----------------------------------------------

IO_ERROR = OSError(errno.EIO, os.strerror(errno.EIO))
AWAY = JobError(ErrorKind.DISK_AWAY, ErrorContext.LOCAL_FILE)


@pytest.fixture
def on_disk(tmp_path: Path) -> Path:
    """A folder on a disk that Linux lists."""
    device = tmp_path.stat().st_dev
    if not os.path.exists(f"/sys/dev/block/{os.major(device)}:{os.minor(device)}"):
        pytest.skip("the tests run on no disk of their own: a pulled drive is NOT tested here")
    return tmp_path


def test_a_disk_that_is_there_has_failed(on_disk: Path) -> None:
    assert not is_pulled_out(on_disk)
    assert classify(IO_ERROR, folder=str(on_disk)).kind is ErrorKind.DISK_FAILED
    assert is_lifted(AWAY, Need(on_disk, 0, None))


def test_a_disk_that_was_pulled_out_is_away(
    on_disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_disks = tmp_path / "sys"
    no_disks.mkdir()
    monkeypatch.setattr(mounts, "_BLOCK_DEVICES", no_disks)
    assert is_pulled_out(on_disk)
    assert classify(IO_ERROR, folder=str(on_disk)).kind is ErrorKind.DISK_AWAY
    assert not is_lifted(AWAY, Need(on_disk, 0, None))


def test_what_has_no_disk_of_its_own_is_not_pulled_out(drive: Path) -> None:
    assert not is_pulled_out(drive)


def test_a_folder_that_is_gone_is_not_pulled_out(tmp_path: Path) -> None:
    assert not is_pulled_out(tmp_path / "gone")


def test_a_system_that_lists_no_disks_does_not_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mounts, "_BLOCK_DEVICES", tmp_path / "none")
    assert not is_pulled_out(tmp_path)
