"""A whole file gets its name, and nothing that is there is ever replaced."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.wire import part_file
from engine.wire.part_file import deliver, discard_part
from part_files import POSIX, made, names_in, no_descriptor_leaks

__all__ = ["no_descriptor_leaks"]


def test_a_part_file_is_discarded_by_name(tmp_path: Path) -> None:
    made(tmp_path, "file.iso")
    discard_part(tmp_path, "file.iso")
    assert names_in(tmp_path) == set()


def test_a_whole_file_gets_its_name_time_and_mode(tmp_path: Path) -> None:
    made(tmp_path, "file.iso", b"whole")
    path = deliver(tmp_path, "file.iso", modified=1_000_000_000.0)
    assert path == tmp_path / "file.iso"
    assert names_in(tmp_path) == {"file.iso"}
    assert path.read_bytes() == b"whole"
    assert path.stat().st_mtime == 1_000_000_000


@POSIX
@pytest.mark.parametrize(("umask", "mode"), [("022", "644"), ("077", "600"), ("002", "664")])
def test_a_whole_file_has_the_mode_of_any_new_file(tmp_path: Path, umask: str, mode: str) -> None:
    made(tmp_path, "file.iso")
    code = (
        "import pathlib, sys; from engine.wire.part_file import deliver;"
        "path = deliver(pathlib.Path(sys.argv[1]), 'file.iso', modified=None);"
        "print(oct(path.stat().st_mode)[-3:])"
    )
    command = [
        "sh",
        "-c",
        f'umask {umask}; exec "$@"',
        "sh",
        sys.executable,
        "-c",
        code,
        str(tmp_path),
    ]
    root = Path(part_file.__file__).parents[2]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=root)
    assert done.stdout.strip() == mode


@pytest.mark.parametrize("modified", [-(10.0**30), 10.0**30, 10.0**300])
def test_an_impossible_time_does_not_spoil_the_file(tmp_path: Path, modified: float) -> None:
    made(tmp_path, "file.iso")
    assert deliver(tmp_path, "file.iso", modified=modified).exists()


RENAMES = [rename for rename in part_file._RENAMES if rename is not os.rename]


@pytest.mark.parametrize("rename", RENAMES, ids=lambda rename: rename.__name__)
def test_a_taken_name_is_never_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rename: Callable[[Path, Path], None]
) -> None:
    monkeypatch.setattr(part_file, "_RENAMES", (rename,))
    made(tmp_path, "file.iso", b"ours")
    (tmp_path / "file.iso").write_bytes(b"theirs")
    (tmp_path / "file (2).iso").symlink_to("file.iso.part")
    path = deliver(tmp_path, "file.iso", modified=None)
    assert path == tmp_path / "file (3).iso"
    assert path.read_bytes() == b"ours"
    assert (tmp_path / "file.iso").read_bytes() == b"theirs"
    assert names_in(tmp_path) == {"file.iso", "file (2).iso", "file (3).iso"}


def unsupported(number: int) -> Callable[[Path, Path], None]:
    def rename(part: Path, target: Path) -> None:
        raise OSError(number, os.strerror(number))

    return rename


@pytest.mark.parametrize("number", [errno.EINVAL, errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP])
def test_a_file_system_that_knows_no_such_rename_gets_the_next_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(part_file, "_RENAMES", (unsupported(number), part_file._link))
    made(tmp_path, "file.iso")
    assert deliver(tmp_path, "file.iso", modified=None).read_bytes() == b"content"
    assert names_in(tmp_path) == {"file.iso"}


def test_a_disk_that_fails_at_the_rename_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(part_file, "_RENAMES", (unsupported(errno.EIO), part_file._link))
    made(tmp_path, "file.iso")
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        deliver(tmp_path, "file.iso", modified=None)
    assert names_in(tmp_path) == {"file.iso.part"}


def test_the_last_way_leaves_no_empty_file_when_it_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path, "file.iso")
    monkeypatch.setattr(os, "replace", unsupported(errno.EIO))
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        part_file._replace_own(tmp_path / "file.iso.part", tmp_path / "file.iso")
    assert names_in(tmp_path) == {"file.iso.part"}


def test_a_crash_between_link_and_unlink_is_healed(tmp_path: Path) -> None:
    made(tmp_path, "file.iso", b"whole")
    os.link(tmp_path / "file.iso.part", tmp_path / "file.iso")
    assert deliver(tmp_path, "file.iso", modified=None) == tmp_path / "file.iso"
    assert names_in(tmp_path) == {"file.iso"}
    assert (tmp_path / "file.iso").read_bytes() == b"whole"


def test_what_was_never_fetched_cannot_be_delivered(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        deliver(tmp_path, "file.iso", modified=None)
