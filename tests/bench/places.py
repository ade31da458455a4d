"""Where the bench works: scratch folders that are gone afterwards, and content that can be checked.

A folder carries the number of the process that made it. What a bench that was killed left behind is
removed by the next one.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

MEMORY = Path("/dev/shm")
MEBIBYTE = 1 << 20

_PREFIX = "holdfast-bench-"
_PIECE = 1 << 16
_STRIDE = 8 * MEBIBYTE


@contextlib.contextmanager
def scratch(where: Path) -> Iterator[Path]:
    """A new folder in `where` that anybody may read; removed at the end."""
    _remove_leftovers(where)
    folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=where))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _remove_leftovers(where: Path) -> None:
    for folder in where.glob(f"{_PREFIX}*-*"):
        owner = folder.name.removeprefix(_PREFIX).split("-")[0]
        if owner.isdigit() and not is_running(int(owner)):
            shutil.rmtree(folder, ignore_errors=True)


def is_running(pid: int) -> bool:
    """Whether a process of that number exists."""
    return Path(f"/proc/{pid}").exists()


def make_file(path: Path, size: int) -> Path:
    """Content of `size` bytes in which no two pieces of 64 KiB are alike: one that lands in the
    wrong place shows.
    """
    block = bytearray(os.urandom(min(size, MEBIBYTE)))
    with path.open("wb") as file:
        for start in range(0, size, MEBIBYTE):
            for at in range(0, len(block), _PIECE):
                block[at : at + 8] = (start + at).to_bytes(8, "big")
            file.write(block[: size - start])
    return path


def same_bytes(one: Path, other: Path) -> bool:
    """Whether both files hold the same."""
    if one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb", buffering=0) as first, other.open("rb", buffering=0) as second:
        while block := first.read(_STRIDE):
            if block != second.read(_STRIDE):
                return False
    return True


def size_that_fits(wanted: int, copies_in_memory: int = 1) -> int:
    """`wanted` bytes, or less where the memory cannot hold the source and its copies.

    A gibibyte is left for the programs, and the page cache has to hold a copy on the real disk.
    """
    room = min(_available_memory(), shutil.disk_usage(MEMORY).free) - (1 << 30)
    most = max(room // (copies_in_memory + 1), 64 * MEBIBYTE)
    return min(wanted, most // MEBIBYTE * MEBIBYTE)


def _available_memory() -> int:
    for line in Path("/proc/meminfo").read_text().splitlines():
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * 1024
    return 1 << 62
