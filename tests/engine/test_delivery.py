"""A file gets its name only if it is the one that was fetched."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from engine.delivery import PartMissing, deliver, deliver_together
from engine.errors import ErrorKind, TransferFailed
from engine.job import FileState, JobFile
from engine.part import ByteRange, PartState
from engine.wire.part_file import PartFile

CONTENT = b"what was fetched" * 1000


@pytest.fixture
def file(tmp_path: Path) -> JobFile:
    """A file that was transferred into `tmp_path`, and has no name yet."""
    part_file = PartFile.create(tmp_path, "file.bin")
    part_file.write(CONTENT, 0)
    present = (ByteRange(0, len(CONTENT)),)
    mark = part_file.fingerprint(present)
    part_file.close()
    part = PartState("file.bin", len(CONTENT), present=present, fingerprint=mark)
    state = FileState.TRANSFERRED
    return JobFile(0, "http://h/file.bin", state=state, part=part, size=len(CONTENT))


def test_the_file_that_was_fetched_gets_its_name(tmp_path: Path, file: JobFile) -> None:
    assert deliver(tmp_path, file).read_bytes() == CONTENT


@pytest.mark.parametrize("other", [CONTENT[::-1], CONTENT[:-1], b""])
def test_another_file_in_its_place_does_not(tmp_path: Path, file: JobFile, other: bytes) -> None:
    (tmp_path / "file.bin.part").write_bytes(other)
    with pytest.raises(PartMissing):
        deliver(tmp_path, file)
    assert not (tmp_path / "file.bin").exists()


def test_nor_does_what_is_no_file(tmp_path: Path, file: JobFile) -> None:
    (tmp_path / "file.bin.part").rename(tmp_path / "elsewhere")
    (tmp_path / "file.bin.part").symlink_to("elsewhere")
    with pytest.raises(PartMissing):
        deliver(tmp_path, file)


def test_a_file_that_got_its_name_before_a_crash_is_known_again(
    tmp_path: Path, file: JobFile
) -> None:
    assert deliver(tmp_path, file) == deliver(tmp_path, file) == tmp_path / "file.bin"


def test_another_file_of_that_name_and_size_is_not_taken_for_it(
    tmp_path: Path, file: JobFile
) -> None:
    (tmp_path / "file.bin.part").unlink()
    (tmp_path / "file.bin").write_bytes(CONTENT[::-1])
    with pytest.raises(PartMissing):
        deliver(tmp_path, file)


def test_a_file_on_a_drive_that_is_away_is_not_missing(tmp_path: Path, file: JobFile) -> None:
    assert file.part is not None
    name, size, present = file.part.name, file.part.size, file.part.present
    # An empty folder is what is left of a mount point.
    file.part = PartState(name, size, present=present, mount=str(tmp_path / "drive"))
    (tmp_path / "drive").mkdir()
    with pytest.raises(TransferFailed) as failed:
        deliver(tmp_path / "drive", file)
    assert failed.value.error.kind is ErrorKind.DISK_AWAY


def transferred(folder: Path, name: str) -> JobFile:
    """A file of `folder` that has no name yet."""
    PartFile.create(folder, name).close()
    return JobFile(0, f"http://h/{name}", state=FileState.TRANSFERRED, part=PartState(name), size=0)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_all_names_are_on_disk_before_they_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [transferred(tmp_path, name) for name in ("a", "b", "c")]
    synced: list[tuple[str, list[str]]] = []

    def fsync(descriptor: int) -> None:
        names = sorted(path.name for path in tmp_path.iterdir())
        synced.append((os.readlink(f"/proc/self/fd/{descriptor}"), names))

    monkeypatch.setattr(os, "fsync", fsync)
    assert deliver_together(tmp_path, files).paths == [tmp_path / name for name in "abc"]
    assert synced == [(str(tmp_path), ["a", "b", "c"])]


def test_a_missing_part_file_holds_up_no_other(tmp_path: Path) -> None:
    files = [transferred(tmp_path, name) for name in ("a", "b", "c")]
    (tmp_path / "b.part").unlink()
    assert deliver_together(tmp_path, files) == ([tmp_path / "a", None, tmp_path / "c"], None)


def test_what_has_a_name_keeps_it_when_the_disk_fails(tmp_path: Path) -> None:
    files = [transferred(tmp_path, name) for name in ("a", "b", "c")]
    assert files[1].part is not None
    (tmp_path / "drive").mkdir()
    files[1].part = PartState("gone", mount=str(tmp_path / "drive"))
    done = deliver_together(tmp_path, files)
    assert done.paths == [tmp_path / "a"]
    assert done.error is not None
    assert done.error.kind is ErrorKind.DISK_AWAY
    assert (tmp_path / "c.part").exists()
