"""A part file is gone on with only if it is ours, and what it was when the store heard of it."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from disks import need_marks
from engine.part import ByteRange, PartState
from engine.wire.part_file import PartFile, deliver
from fault_server import some_content
from part_files import LINUX, names_in, no_descriptor_leaks

__all__ = ["no_descriptor_leaks"]

CONTENT = some_content(400_000)
PIECES = (ByteRange(0, 100_000), ByteRange(200_000, 200_010), ByteRange(250_000, 400_000))
OWNER = "0123456789ab/0"


def promised(folder: Path, present: tuple[ByteRange, ...] = PIECES) -> PartState:
    """A part file of `CONTENT` with the pieces the store knows of."""
    file = PartFile.create(folder, "file.iso", OWNER)
    file.write(CONTENT, 0)
    file.sync()
    part = PartState(file.name, len(CONTENT), present=present)
    part = replace(part, fingerprint=file.fingerprint(present))
    file.close()
    return part


def is_trusted(folder: Path, part: PartState) -> bool:
    file = PartFile.reopen(folder, part)
    if file is not None:
        file.close()
    return file is not None


def change(path: Path, offset: int) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        byte = file.read(1)[0]
        file.seek(offset)
        file.write(bytes([byte ^ 1]))


def replace_by_equally_long(path: Path) -> None:
    path.unlink()
    path.write_bytes(some_content(len(CONTENT), "B"))


def replace_by_longer(path: Path) -> None:
    path.write_bytes(some_content(2 * len(CONTENT), "B"))


def cut_and_fill_up(path: Path) -> None:
    os.truncate(path, 300_000)
    os.truncate(path, len(CONTENT))


def overwrite_with_zeros(path: Path) -> None:
    path.write_bytes(bytes(len(CONTENT)))


def test_what_was_left_alone_is_trusted(tmp_path: Path) -> None:
    assert is_trusted(tmp_path, promised(tmp_path))


@pytest.mark.parametrize(
    "meddle", [replace_by_equally_long, replace_by_longer, cut_and_fill_up, overwrite_with_zeros]
)
def test_another_file_in_its_place_is_not_trusted(
    tmp_path: Path, meddle: Callable[[Path], None]
) -> None:
    part = promised(tmp_path)
    meddle(tmp_path / part.part_name)
    assert not is_trusted(tmp_path, part)


@pytest.mark.parametrize("offset", [99_999, 35_000, 200_000, 200_009, 399_999])
def test_the_end_of_every_piece_is_looked_at(tmp_path: Path, offset: int) -> None:
    part = promised(tmp_path)
    change(tmp_path / part.part_name, offset)
    assert not is_trusted(tmp_path, part)


@pytest.mark.parametrize("offset", [100_000, 199_999, 200_010, 249_999])
def test_what_was_not_promised_may_change(tmp_path: Path, offset: int) -> None:
    part = promised(tmp_path)
    change(tmp_path / part.part_name, offset)
    assert is_trusted(tmp_path, part)


def test_a_copy_of_the_same_bytes_is_as_good(tmp_path: Path) -> None:
    part = promised(tmp_path)
    path = tmp_path / part.part_name
    shutil.copy(path, tmp_path / "copy")
    (tmp_path / "copy").replace(path)
    assert is_trusted(tmp_path, part)


def test_a_promise_of_an_older_version_is_trusted_by_size(tmp_path: Path) -> None:
    part = replace(promised(tmp_path), fingerprint=None)
    replace_by_equally_long(tmp_path / part.part_name)
    assert is_trusted(tmp_path, part)


def test_a_file_that_promises_nothing_yet_is_trusted(tmp_path: Path) -> None:
    part = promised(tmp_path, present=())
    replace_by_equally_long(tmp_path / part.part_name)
    assert is_trusted(tmp_path, part)


def test_what_was_taken_away_is_not_promised(tmp_path: Path) -> None:
    file = PartFile.create(tmp_path, "file.iso")
    file.write(CONTENT, 0)
    file.path.unlink()
    with pytest.raises(FileNotFoundError):
        file.sync()
    file.close()


# --- what a crash left behind before the store knew of it ----------------------------------------


@LINUX
def test_the_owner_takes_over_what_he_left_behind(tmp_path: Path) -> None:
    need_marks(tmp_path)
    promised(tmp_path)
    file = PartFile.create(tmp_path, "file.iso", OWNER)
    assert file.name == "file.iso"
    assert file.path.stat().st_size == 0
    file.close()
    assert names_in(tmp_path) == {"file.iso.part"}


@LINUX
def test_also_under_a_number(tmp_path: Path) -> None:
    need_marks(tmp_path)
    (tmp_path / "file.iso").touch()
    PartFile.create(tmp_path, "file.iso", OWNER).close()
    PartFile.create(tmp_path, "file.iso", OWNER).close()
    assert names_in(tmp_path) == {"file.iso", "file (2).iso.part"}


@pytest.mark.parametrize("owner", ["", "0123456789ab/1", "0123456789ab/00", "0123456789ab"])
def test_what_another_left_behind_is_not_touched(tmp_path: Path, owner: str) -> None:
    promised(tmp_path)
    file = PartFile.create(tmp_path, "file.iso", owner)
    file.close()
    assert file.name == "file (2).iso"
    assert (tmp_path / "file.iso.part").read_bytes() == CONTENT


@pytest.mark.parametrize("owner", ["", OWNER])
def test_what_has_no_mark_is_not_touched(tmp_path: Path, owner: str) -> None:
    (tmp_path / "file.iso.part").write_bytes(b"precious")
    file = PartFile.create(tmp_path, "file.iso", owner)
    file.close()
    assert file.name == "file (2).iso"
    assert (tmp_path / "file.iso.part").read_bytes() == b"precious"


@LINUX
def test_a_file_with_a_second_name_is_not_touched(tmp_path: Path) -> None:
    promised(tmp_path)
    os.link(tmp_path / "file.iso.part", tmp_path / "kept")
    file = PartFile.create(tmp_path, "file.iso", OWNER)
    file.close()
    assert file.name == "file (2).iso"
    assert (tmp_path / "kept").read_bytes() == CONTENT


@LINUX
def test_a_link_to_an_owned_file_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    promised(tmp_path)
    (folder / "file.iso.part").symlink_to(tmp_path / "file.iso.part")
    file = PartFile.create(folder, "file.iso", OWNER)
    file.close()
    assert file.name == "file (2).iso"
    assert (tmp_path / "file.iso.part").read_bytes() == CONTENT


@LINUX
def test_a_delivered_file_has_no_owner(tmp_path: Path) -> None:
    promised(tmp_path)
    path = deliver(tmp_path, "file.iso", modified=None)
    assert "user.holdfast.job" not in os.listxattr(path)


@LINUX
def test_a_file_has_its_mark_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there_at_the_mark: list[set[str]] = []
    monkeypatch.setattr(os, "setxattr", lambda *_: there_at_the_mark.append(names_in(tmp_path)))
    PartFile.create(tmp_path, "file.iso", OWNER).close()
    assert there_at_the_mark == [set()]
    assert names_in(tmp_path) == {"file.iso.part"}


@LINUX
def test_where_a_file_needs_a_name_it_is_marked_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(*_: object, **__: object) -> None:
        raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))

    monkeypatch.setattr(os, "link", unsupported)
    PartFile.create(tmp_path, "file.iso", OWNER).close()
    again = PartFile.create(tmp_path, "file.iso", OWNER)
    again.close()
    assert again.name == "file.iso"


@LINUX
def test_a_file_system_without_marks_numbers_as_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(*_: object) -> bytes:
        raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))

    for name in ("setxattr", "getxattr", "removexattr"):
        monkeypatch.setattr(os, name, unsupported)
    promised(tmp_path)
    PartFile.create(tmp_path, "file.iso", OWNER).close()
    assert names_in(tmp_path) == {"file.iso.part", "file (2).iso.part"}
    assert deliver(tmp_path, "file.iso", modified=None).read_bytes() == CONTENT
