"""A part file loses nothing, clobbers nothing, follows no link, and fills no disk."""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

import disks
from engine.part import ByteRange, PartState
from engine.wire import part_file
from engine.wire.part_file import PartFile, deliver, discard_part
from part_files import LINUX, POSIX, made, names_in, no_descriptor_leaks

__all__ = ["no_descriptor_leaks"]

MIB = 1 << 20
UNKNOWN_SIZE = SimpleNamespace(total=0, used=0, free=0)
NO_SPACE = os.strerror(errno.ENOSPC)


@pytest.fixture
def part(tmp_path: Path) -> Iterator[PartFile]:
    file = PartFile.create(tmp_path, "file.iso")
    yield file
    file.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 4 MiB in memory."""
    with disks.small_disk(tmp_path / "disk", "4m") as disk:
        yield disk


@pytest.fixture
def small_ext4(tmp_path: Path) -> Iterator[Path]:
    """A disk of less than 4 MiB, which keeps what a failed reservation got hold of."""
    with disks.drive(tmp_path / "disk", 4 * MIB) as drive:
        yield drive.place


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder that we may read but not write, and a file that we may not open.

    Root may do everything, and has to be somebody else here.
    """
    # Not below a folder that is root's alone: its own mode has to be what refuses.
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        path = Path(folder)
        (path / "file.iso.part").touch(mode=0)
        path.chmod(0o555)
        is_root = os.geteuid() == 0
        if is_root:
            os.seteuid(65534)
        yield path
        if is_root:
            os.seteuid(0)
        path.chmod(0o755)


def test_a_part_file_is_created_beside_its_name_and_for_us_only(
    tmp_path: Path, part: PartFile
) -> None:
    assert part.name == "file.iso"
    assert part.path == tmp_path / "file.iso.part"
    assert names_in(tmp_path) == {"file.iso.part"}
    assert repr(part) == f"<PartFile {tmp_path / 'file.iso.part'}>"
    if sys.platform != "win32":
        assert stat.S_IMODE(part.path.stat().st_mode) == 0o600


def test_a_taken_name_or_part_name_is_numbered(tmp_path: Path, part: PartFile) -> None:
    (tmp_path / "file (2).iso").touch()
    os.symlink("nowhere", tmp_path / "file (3).iso")
    os.symlink("nowhere", tmp_path / "file (4).iso.part")
    other = PartFile.create(tmp_path, "file.iso")
    other.close()
    assert other.name == "file (5).iso"
    assert not (tmp_path / "nowhere").exists()


def test_threads_never_share_a_name(tmp_path: Path) -> None:
    files: list[PartFile] = []

    def create() -> None:
        files.append(PartFile.create(tmp_path, "same"))

    threads = [threading.Thread(target=create) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for file in files:
        file.close()
    assert len({file.name for file in files}) == 16


def test_no_name_leads_out_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    file = PartFile.create(folder, "../../etc/.evil")
    file.close()
    assert names_in(folder) == {"evil.part"}


def test_the_longest_name_fits_with_its_suffix(tmp_path: Path) -> None:
    for _ in range(3):
        PartFile.create(tmp_path, "ä" * 300 + ".tar.gz").close()
    assert all(name.endswith(".tar.gz.part") for name in names_in(tmp_path))


def test_a_name_is_shortened_where_the_file_system_allows_less(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_open = os.open

    def open_on_ecryptfs(path: Path, *args: int) -> int:
        if len(os.fsencode(Path(path).name)) > 143:
            raise OSError(errno.ENAMETOOLONG, "File name too long", str(path))
        return real_open(path, *args)

    monkeypatch.setattr(os, "open", open_on_ecryptfs)
    file = PartFile.create(tmp_path, "x" * 200 + ".iso")
    file.close()
    assert file.name == "x" * 116 + ".iso"


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        PartFile.create(tmp_path / "gone", "x")


def test_bytes_are_written_and_read_by_offset(part: PartFile) -> None:
    part.write(b"world", 6)
    part.write(memoryview(b"hello "), 0)
    part.write(b"", 3)
    assert part.path.read_bytes() == b"hello world"
    assert part.read(6, 5) == b"world"
    assert part.read(6, 100) == b"world"
    assert part.read(100, 5) == b""


def test_a_short_write_is_continued(part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    real_pwrite, real_pread = os.pwrite, os.pread
    monkeypatch.setattr(os, "pwrite", lambda fd, data, offset: real_pwrite(fd, data[:3], offset))
    monkeypatch.setattr(
        os, "pread", lambda fd, length, offset: real_pread(fd, min(length, 3), offset)
    )
    part.write(b"0123456789", 0)
    assert part.read(1, 8) == b"12345678"


def test_a_system_without_pwrite_seeks_under_a_lock(
    part: PartFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "pwrite")
    monkeypatch.delattr(os, "pread")

    def fill(number: int) -> None:
        for position in range(100):
            part.write(bytes([number]) * 64, (position * 8 + number) * 64)

    threads = [threading.Thread(target=fill, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert part.read(0, 8 * 64) == b"".join(bytes([number]) * 64 for number in range(8))
    assert part.path.stat().st_size == 100 * 8 * 64


def test_a_part_file_is_reopened_where_it_was(tmp_path: Path) -> None:
    state = made(tmp_path, "file.iso", b"0123456789")
    file = PartFile.reopen(tmp_path, state)
    assert file is not None
    file.write(b"X", 10)
    assert file.read(0, 20) == b"0123456789X"
    file.close()


def test_bytes_beyond_the_promise_do_no_harm(tmp_path: Path) -> None:
    made(tmp_path, "file.iso", b"0123456789")
    file = PartFile.reopen(tmp_path, PartState("file.iso", present=(ByteRange(0, 4),)))
    assert file is not None
    file.close()


def test_a_file_shorter_than_promised_is_not_reopened(tmp_path: Path) -> None:
    made(tmp_path, "file.iso", b"0123")
    promised = (ByteRange(0, 2), ByteRange(3, 5))
    assert PartFile.reopen(tmp_path, PartState("file.iso", present=promised)) is None
    assert names_in(tmp_path) == {"file.iso.part"}


def test_a_missing_file_is_not_reopened(tmp_path: Path) -> None:
    assert PartFile.reopen(tmp_path, PartState("file.iso")) is None


def test_a_folder_that_is_away_is_an_error_and_not_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        PartFile.reopen(tmp_path / "unmounted", PartState("file.iso"))


def plant_symlink(path: Path) -> None:
    (path.parent / "victim").write_bytes(b"precious")
    path.symlink_to("victim")


@POSIX
@pytest.mark.parametrize("plant", [plant_symlink, os.mkfifo, Path.mkdir])
def test_what_is_no_file_is_not_touched(tmp_path: Path, plant: Callable[[Path], None]) -> None:
    path = tmp_path / "file.iso.part"
    plant(path)
    before = path.lstat()
    assert PartFile.reopen(tmp_path, PartState("file.iso")) is None
    with pytest.raises(FileNotFoundError):
        deliver(tmp_path, "file.iso", modified=None)
    discard_part(tmp_path, "file.iso")
    assert os.path.samestat(before, path.lstat())


@POSIX
def test_a_file_that_may_not_be_opened_is_an_error(locked_folder: Path) -> None:
    with pytest.raises(PermissionError):
        PartFile.reopen(locked_folder, PartState("file.iso"))


@POSIX
def test_a_folder_that_may_not_be_written_is_an_error(locked_folder: Path) -> None:
    with pytest.raises(PermissionError):
        PartFile.create(locked_folder, "other")
    with pytest.raises(PermissionError):
        deliver(locked_folder, "file.iso", modified=None)
    with pytest.raises(PermissionError):
        discard_part(locked_folder, "file.iso")


def test_a_file_is_cut_off_where_it_ends(part: PartFile) -> None:
    part.write(b"0123456789", 0)
    part.truncate(4)
    assert part.path.read_bytes() == b"0123"


@LINUX
def test_reserved_space_does_not_look_like_bytes_that_are_there(part: PartFile) -> None:
    part.write(b"0123", 0)
    part.reserve(MIB)
    assert part.path.stat().st_size == 4
    assert part.path.stat().st_blocks * 512 >= MIB


def test_a_preposterous_size_is_refused_and_nothing_is_filled(part: PartFile) -> None:
    with pytest.raises(OSError, match=NO_SPACE):
        part.reserve(10**18)
    assert part.path.stat().st_size == 0


def test_a_disk_that_does_not_know_its_size_is_not_full(
    part: PartFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(part_file.shutil, "disk_usage", lambda _: UNKNOWN_SIZE)
    part.reserve(1000)


@LINUX
def test_a_full_disk_refuses_a_file_before_it_is_fetched(small_disk: Path) -> None:
    file = PartFile.create(small_disk, "x")
    with pytest.raises(OSError, match=NO_SPACE):
        file.reserve(5 * MIB)
    file.reserve(3 * MIB)
    assert os.statvfs(small_disk).f_bavail * 4096 < 2 * MIB
    file.close()


@LINUX
def test_what_is_on_disk_already_needs_no_room_twice(small_disk: Path) -> None:
    file = PartFile.create(small_disk, "x")
    file.write(b"x" * (3 * MIB), 0)
    file.reserve(3 * MIB)
    file.reserve(4 * MIB - 65536)
    file.close()


@LINUX
def test_a_reservation_that_fails_halfway_gives_its_space_back(
    small_ext4: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(part_file.shutil, "disk_usage", lambda _: UNKNOWN_SIZE)
    file = PartFile.create(small_ext4, "x")
    free = os.statvfs(small_ext4).f_bfree
    with pytest.raises(OSError, match=NO_SPACE):
        file.reserve(5 * MIB)
    assert os.statvfs(small_ext4).f_bfree == free
    file.close()


@LINUX
def test_a_disk_that_fills_up_while_writing_is_an_error(small_disk: Path) -> None:
    file = PartFile.create(small_disk, "x")
    with pytest.raises(OSError, match=NO_SPACE):
        file.write(b"x" * (5 * MIB), 0)
    file.close()


def test_the_first_sync_makes_the_files_entry_durable_too(
    part: PartFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(part_file, "sync_folder", synced.append)
    part.write(b"x", 0)
    part.sync()
    part.sync()
    assert synced == [part.path.parent]


@LINUX
def test_syncing_waits_for_the_disk(part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[str] = []
    monkeypatch.setattr(
        os, "fdatasync", lambda fd: synced.append(os.readlink(f"/proc/self/fd/{fd}"))
    )
    monkeypatch.setattr(os, "fsync", lambda fd: synced.append(os.readlink(f"/proc/self/fd/{fd}")))
    part.sync()
    assert synced == [str(part.path.parent), str(part.path)]


def test_discarding_closes_and_removes_the_file(tmp_path: Path) -> None:
    PartFile.create(tmp_path, "file.iso").discard()
    assert names_in(tmp_path) == set()


def test_a_late_thread_cannot_write_into_the_next_file(tmp_path: Path, part: PartFile) -> None:
    part.close()
    other = PartFile.create(tmp_path, "other")
    with pytest.raises(OSError, match=os.strerror(errno.EBADF)):
        part.write(b"late", 0)
    part.close()
    other.write(b"still open", 0)
    other.close()


def test_discarding_spares_what_took_its_place(tmp_path: Path, part: PartFile) -> None:
    part.path.unlink()
    part.path.write_bytes(b"somebody else's")
    part.discard()
    assert names_in(tmp_path) == {"file.iso.part"}


def test_discarding_what_is_gone_is_fine(tmp_path: Path, part: PartFile) -> None:
    part.path.unlink()
    part.discard()
    discard_part(tmp_path, "file.iso")
