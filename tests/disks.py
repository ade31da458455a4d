"""Small disks for tests to fill, to take away and to bring back, made by root only; and what the
disk under the tests can do.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

MIB = 1 << 20
NO_FALLOCATE = ("-O", "^extent,^64bit")


class Drive:
    """A file system in an image, which keeps what is on it while it is not mounted."""

    def __init__(self, image: Path, place: Path) -> None:
        self._image = image
        self.place = place

    def plug_in(self) -> None:
        """Mount it at its place."""
        _run("mount", "-o", "loop", str(self._image), str(self.place))

    def pull_out(self) -> None:
        """Unmount it, whoever uses it; the empty mount point stays."""
        _run("umount", "--lazy", str(self.place))


@contextlib.contextmanager
def drive(place: Path, size: int = 16 * MIB, *features: str) -> Iterator[Drive]:
    """A drive that is plugged in at `place`; skips where there can be none.

    `features` are options of mkfs.ext4: `NO_FALLOCATE` for one that cannot set space aside.
    """
    image = place.with_name(f"{place.name}.image")
    with image.open("wb") as file:
        file.truncate(size)
    place.mkdir()
    it = Drive(image, place)
    try:
        _run("mkfs.ext4", "-q", *features, str(image))
        it.plug_in()
        (place / "lost+found").rmdir()
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only root can mount an image: a drive that goes away is NOT tested here")
    try:
        yield it
    finally:
        if os.path.ismount(place):
            it.pull_out()


@contextlib.contextmanager
def small_disk(place: Path, size: str) -> Iterator[Path]:
    """A disk in memory, mounted at `place`; `size` as mount(8) takes it."""
    place.mkdir()
    try:
        _run("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place))
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only root can mount a small disk: a full disk is NOT tested here")
    try:
        yield place
    finally:
        _run("umount", "--lazy", str(place))


def remount(place: Path, options: str) -> None:
    """Change how the disk at `place` is mounted."""
    _run("mount", "-o", f"remount,{options}", str(place))


@contextlib.contextmanager
def immutable(folder: Path) -> Iterator[None]:
    """Nobody, not even root, can change what is in `folder`; skips where there is no such thing."""
    try:
        _run("chattr", "+i", str(folder))
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no chattr here: a folder that even root cannot write to is NOT tested")
    try:
        yield
    finally:
        _run("chattr", "-i", str(folder))


def can_mark(folder: Path) -> bool:
    """Whether files in `folder` can have attributes of ours: tmpfs has them since Linux 6.6."""
    if not hasattr(os, "setxattr"):
        return False
    with tempfile.NamedTemporaryFile(dir=folder) as file:
        try:
            os.setxattr(file.fileno(), "user.holdfast.test", b"")
        except OSError:
            return False
        return True


@contextlib.contextmanager
def quick_place() -> Iterator[Path]:
    """An empty folder where no sync waits for what other programs write, if there can be one."""
    memory = Path("/dev/shm")
    is_good = os.access(memory, os.W_OK) and can_mark(memory)
    with tempfile.TemporaryDirectory(prefix="holdfast-", dir=memory if is_good else None) as name:
        yield Path(name)


def need_marks(folder: Path) -> None:
    """Skip where files cannot be marked as ours."""
    if not can_mark(folder):
        pytest.skip("no extended attributes here: leftovers of a crash are NOT tested")


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
