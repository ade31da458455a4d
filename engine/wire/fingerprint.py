"""What tells the file that the store remembers from another one that has its name and size.

A checksum of the last bytes of every range that is present: reading them costs little, and it works
on every file system, which inode numbers and times do not.
"""

from __future__ import annotations

import stat
import zlib
from collections.abc import Callable, Iterable
from io import FileIO
from pathlib import Path

from engine.part import ByteRange, PartState

_TAIL = 1 << 16


def fingerprint(read: Callable[[int, int], bytes], present: Iterable[ByteRange]) -> int:
    """The checksum over the ends of `present`; `read` gives the bytes at an offset, so many."""
    checksum = 0
    for piece in present:
        length = min(piece.length, _TAIL)
        checksum = zlib.crc32(read(piece.stop - length, length), checksum)
    return checksum


def is_intact(size: int, read: Callable[[int, int], bytes], part: PartState) -> bool:
    """Whether a file of `size` bytes still holds what `part` promises."""
    if size < max((piece.stop for piece in part.present), default=0):
        return False
    return part.fingerprint is None or part.fingerprint == fingerprint(read, part.present)


def is_intact_at(path: Path, part: PartState) -> bool:
    """Whether a plain file at `path` holds what `part` promises; raises OSError if unreadable."""
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        return False
    with path.open("rb", buffering=0) as file:
        return is_intact(status.st_size, _reader_of(file), part)


def _reader_of(file: FileIO) -> Callable[[int, int], bytes]:
    def read(offset: int, length: int) -> bytes:
        file.seek(offset)
        return file.read(length)

    return read
