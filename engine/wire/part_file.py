"""A file on its way in: created so that nothing is lost, written by offset, synced, given its name.

Works on descriptors. Links are never followed; nothing that was there before is overwritten or
removed. What the disk refuses is raised as the plain OSError.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import functools
import os
import shutil
import stat
import sys
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from engine.part import PART_SUFFIX, ByteRange, PartState
from engine.wire.fingerprint import fingerprint, is_intact
from engine.wire.naming import numbered, safe_name, shortened
from engine.wire.ownership import is_owned_by, mark_owner, unmark_owner

# O_NONBLOCK: opening a pipe somebody planted must not wait for its other end.
_FLAGS = (
    os.O_RDWR
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)
_PRIVATE = 0o600
_CLOSED = -1
_SHORT_NAME = 120
"""Bytes for a name where 255 are too many: eCryptfs allows 143, number and suffix included."""

# Asking for the umask means setting it; while nothing else runs yet, and to the strictest, is safe.
_UMASK = os.umask(0o077)
os.umask(_UMASK)

_NO_PART = (errno.ENOENT, errno.ELOOP, errno.EISDIR, errno.ENXIO, errno.ENODEV)
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_UNSUPPORTED = (
    errno.EPERM,
    errno.EINVAL,
    errno.ENOSYS,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.EMLINK,
)
_FALLOC_FL_KEEP_SIZE = 1
# sync_file_range(2): offset, length (0: to the end), SYNC_FILE_RANGE_WRITE.
_FROM_START, _TO_END, _BEGIN_TO_WRITE = ctypes.c_int64(0), ctypes.c_int64(0), ctypes.c_uint(2)
_ENTRIES_SYNCED: dict[Path, float] = {}
"""When the last sync of each folder that succeeded began, on the monotonic clock."""
_AT_FDCWD = -100
_RENAME_NOREPLACE = 1
_RENAME_EXCL = 4


class PartFile:
    """The open part file of one transfer; many threads may use it, until one closes it."""

    def __init__(self, descriptor: int, folder: Path, name: str) -> None:
        self._descriptor = descriptor
        self._folder = folder
        self._seeking = threading.Lock()
        self._made_at = time.monotonic()
        self._entry_synced = False
        self.name = name
        """The final name that was free when the part file was created."""

    def __repr__(self) -> str:
        return f"<PartFile {self.path}>"

    @property
    def path(self) -> Path:
        """Where the part file is."""
        return _part_path(self._folder, self.name)

    @classmethod
    def create(cls, folder: Path, name: str, owner: str = "") -> PartFile:
        """A new, empty part file under the first number for which name and part name are free.

        One that `owner` made before counts as free: it is what a crash left behind before the store
        knew of it, and is emptied.
        """
        try:
            return cls._create(folder, safe_name(name), owner)
        except OSError as exc:
            if exc.errno != errno.ENAMETOOLONG:
                raise
            return cls._create(folder, shortened(safe_name(name), _SHORT_NAME), owner)

    @classmethod
    def _create(cls, folder: Path, name: str, owner: str) -> PartFile:
        number = 1
        while (descriptor := _create_if_free(folder, numbered(name, number), owner)) is None:
            number += 1
        return cls(descriptor, folder, numbered(name, number))

    @classmethod
    def reopen(cls, folder: Path, state: PartState) -> PartFile | None:
        """The part file of `state`; None if it is gone, was replaced or is shorter than promised.

        Bytes beyond the promise do no harm: they are written again. A missing folder is an error.
        """
        descriptor = _open_part(folder, state.name)
        if descriptor is None:
            return None
        file = cls(descriptor, folder, state.name)
        with contextlib.ExitStack() as unless_intact:
            unless_intact.callback(file.close)
            if not is_intact(os.fstat(descriptor).st_size, file.read, state):
                return None
            unless_intact.pop_all()
        return file

    def fingerprint(self, present: Iterable[ByteRange]) -> int:
        """What `reopen` will know the file by, as long as nobody else changes these bytes."""
        return fingerprint(self.read, present)

    def write(self, data: bytes | memoryview, offset: int) -> None:
        """Write all of `data` at `offset`."""
        rest = memoryview(data)
        while rest:
            written = self._write_some(rest, offset)
            rest = rest[written:]
            offset += written

    def read(self, offset: int, length: int) -> bytes:
        """The bytes at `offset`: `length` of them, fewer only at the end of the file."""
        pieces = []
        while length and (piece := self._read_some(offset, length)):
            pieces.append(piece)
            offset += len(piece)
            length -= len(piece)
        return b"".join(pieces)

    def reserve(self, size: int) -> None:
        """Make sure that a file of `size` bytes fits; raises ENOSPC before the disk is filled."""
        missing = size - _allocated(self._descriptor)
        disk = shutil.disk_usage(self._folder)
        # Some network file systems do not know their size and say 0.
        if disk.total and missing > disk.free:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self._folder))
        if missing > 0 and sys.platform == "linux":
            _preallocate(self._descriptor, size)

    def begin_sync(self) -> None:
        """Have the disk begin to write: a `sync` later on has less to wait for.

        Of a hundred files of 20 KB, each takes a third of the time then (measured on ext4).
        """
        if sys.platform == "linux":
            _libc().sync_file_range(self._descriptor, _FROM_START, _TO_END, _BEGIN_TO_WRITE)

    def sync(self) -> None:
        """What was written before survives a power cut, the file's entry in its folder included.

        Raises FileNotFoundError when the file was taken away, alone or with its disk.
        """
        os.lstat(self.path)
        if not self._entry_synced:
            _sync_entries(self._folder, self._made_at)
            self._entry_synced = True
        _sync_data(self._descriptor)

    def truncate(self, size: int) -> None:
        """Cut the file off after `size` bytes, or fill it up with zeros."""
        os.ftruncate(self._descriptor, size)

    def close(self) -> None:
        """Close the descriptor, once; the file stays."""
        # A thread that comes late must not write into the file that gets this number next.
        descriptor, self._descriptor = self._descriptor, _CLOSED
        if descriptor != _CLOSED:
            os.close(descriptor)

    def discard(self) -> None:
        """Close and remove the file, unless its name belongs to another by now."""
        own = os.fstat(self._descriptor)
        self.close()
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(own, os.lstat(self.path)):
                os.unlink(self.path)

    def _write_some(self, data: memoryview, offset: int) -> int:
        if hasattr(os, "pwrite"):
            return os.pwrite(self._descriptor, data, offset)
        with self._seeking:
            os.lseek(self._descriptor, offset, os.SEEK_SET)
            return os.write(self._descriptor, data)

    def _read_some(self, offset: int, length: int) -> bytes:
        if hasattr(os, "pread"):
            return os.pread(self._descriptor, length, offset)
        with self._seeking:
            os.lseek(self._descriptor, offset, os.SEEK_SET)
            return os.read(self._descriptor, length)


def deliver(
    folder: Path, name: str, *, modified: float | None, new_name: str | None = None
) -> Path:
    """Give the part file of `name` its final name, or the next free number; returns where it is.

    The final name is `new_name` if there is one. `modified` is its new modification time in seconds
    since 1970. The data was synced before; the name is on disk after `sync_folder`. May be called
    again after a crash in the middle.
    """
    part = _part_path(folder, name)
    descriptor = _open_part(folder, name)
    if descriptor is None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(part))
    try:
        _dress(descriptor, part, modified)
    finally:
        os.close(descriptor)
    final, number = new_name or name, 1
    while not _named(part, folder / numbered(final, number)):
        number += 1
    return folder / numbered(final, number)


def rename(path: Path, name: str) -> Path:
    """Give a finished file another name in its folder, on disk when this returns.

    Raises FileExistsError where something has the name, and never overwrites it.
    """
    target = path.with_name(name)
    _rename_to_free(path, target)
    sync_folder(path.parent)
    return target


def _sync_entries(folder: Path, made_at: float) -> None:
    """What was created in `folder` until `made_at` survives a power cut; one sync does for many."""
    if _ENTRIES_SYNCED.get(folder, 0.0) <= made_at:
        began = time.monotonic()
        sync_folder(folder)
        _ENTRIES_SYNCED[folder] = began


def sync_folder(folder: Path) -> None:
    """What was created and renamed in `folder` survives a power cut.

    Not every file system can do it, and Windows opens no folders.
    """
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def discard_part(folder: Path, name: str) -> None:
    """Remove the part file of `name`, if there is one and it is a file."""
    part = _part_path(folder, name)
    with contextlib.suppress(FileNotFoundError):
        if stat.S_ISREG(os.lstat(part).st_mode):
            os.unlink(part)


def _part_path(folder: Path, name: str) -> Path:
    return folder / (name + PART_SUFFIX)


def _create_if_free(folder: Path, name: str, owner: str) -> int | None:
    if os.path.lexists(folder / name):
        return None
    part = _part_path(folder, name)
    try:
        if owner and sys.platform == "linux":
            return _created_with_mark(part, owner)
        return os.open(part, _FLAGS | os.O_CREAT | os.O_EXCL, _PRIVATE)
    except FileExistsError:
        return _emptied(folder, name, owner) if owner else None


def _created_with_mark(part: Path, owner: str) -> int:
    """A new file that has its mark before it has its name: a crash must not come between the two.

    Where a file cannot be without a name (NFS, FAT) it gets the name first.
    """
    try:
        return _marked_and_named(part, owner)
    except FileExistsError:
        raise
    except OSError:
        descriptor = os.open(part, _FLAGS | os.O_CREAT | os.O_EXCL, _PRIVATE)
        mark_owner(descriptor, owner)
        return descriptor


def _marked_and_named(part: Path, owner: str) -> int:
    descriptor = os.open(part.parent, _FLAGS | os.O_TMPFILE, _PRIVATE)
    try:
        mark_owner(descriptor, owner)
        # A folder for the source has Python follow the link to the file, as linkat(2) says.
        os.link(f"/proc/self/fd/{descriptor}", part, src_dir_fd=descriptor)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _emptied(folder: Path, name: str, owner: str) -> int | None:
    """The part file of `name` that `owner` made earlier; None if it is somebody else's."""
    try:
        descriptor = _open_part(folder, name)
    except PermissionError:
        return None
    if descriptor is None:
        return None
    if not is_owned_by(descriptor, owner):
        os.close(descriptor)
        return None
    os.ftruncate(descriptor, 0)
    return descriptor


def _open_part(folder: Path, name: str) -> int | None:
    """A descriptor of the part file; None if there is none, or something that is no file."""
    try:
        descriptor = os.open(_part_path(folder, name), _FLAGS)
    except OSError as exc:
        # A folder that is gone with its drive will be back, and the part file with it.
        if exc.errno in _NO_PART and folder.is_dir():
            return None
        raise
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    return None


@functools.cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _allocated(descriptor: int) -> int:
    status = os.fstat(descriptor)
    return status.st_blocks * 512 if hasattr(status, "st_blocks") else status.st_size


def _preallocate(descriptor: int, size: int) -> None:
    """Claim the space without changing the file's size, which still shows how far writing got.

    fallocate(2) itself, for posix_fallocate would write zeros where the file system cannot do it.
    Half a millisecond for 512 MiB on ext4, and the writes after it are no slower.
    """
    fallocate = _libc().fallocate
    fallocate.argtypes = (ctypes.c_int, ctypes.c_int, ctypes.c_int64, ctypes.c_int64)
    if fallocate(descriptor, _FALLOC_FL_KEEP_SIZE, 0, size) == 0:
        return
    # Anything else than a lack of room means: not on this file system.
    if (number := ctypes.get_errno()) in _NO_ROOM:
        # Gives back what was claimed before room ran out.
        os.ftruncate(descriptor, os.fstat(descriptor).st_size)
        raise OSError(number, os.strerror(number))


def _sync_data(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # fsync leaves the data in the drive's own cache there.
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    elif sys.platform == "win32":
        os.fsync(descriptor)
    else:
        os.fdatasync(descriptor)


def _dress(descriptor: int, part: Path, modified: float | None) -> None:
    """Mode and time of a normal file; FAT and network shares may refuse, and it matters little."""
    unmark_owner(descriptor)
    file = descriptor if os.utime in os.supports_fd else part
    with contextlib.suppress(OSError):
        os.chmod(file, 0o666 & ~_UMASK)
    if modified is not None:
        with contextlib.suppress(OSError, OverflowError):
            os.utime(file, (modified, modified))


def _named(part: Path, target: Path) -> bool:
    """Whether the part file has the name now; False if another file has it."""
    try:
        _rename_to_free(part, target)
    except FileExistsError:
        if not os.path.samestat(os.lstat(part), os.lstat(target)):
            return False
        # A crash came between the two halves of `_link`.
        os.unlink(part)
    return True


def _rename_to_free(part: Path, target: Path) -> None:
    """Rename by the first way this file system knows; raises FileExistsError, never overwrites."""
    for rename in _RENAMES:
        try:
            rename(part, target)
        except OSError as exc:
            if exc.errno not in _UNSUPPORTED or rename is _RENAMES[-1]:
                raise
        else:
            return


def _rename(part: Path, target: Path) -> None:
    """One step, atomic; not on NFS and some FUSE file systems."""
    libc = _libc()
    source, destination = os.fsencode(part), os.fsencode(target)
    if sys.platform == "darwin":
        failed = libc.renamex_np(source, destination, _RENAME_EXCL)
    elif hasattr(libc, "renameat2"):
        failed = libc.renameat2(_AT_FDCWD, source, _AT_FDCWD, destination, _RENAME_NOREPLACE)
    else:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(part), None, str(target))


def _link(part: Path, target: Path) -> None:
    """Two steps, each atomic; not on FAT."""
    os.link(part, target, follow_symlinks=False)
    os.unlink(part)


def _replace_own(part: Path, target: Path) -> None:
    """Over an empty file of our own: works everywhere, but a crash leaves the empty file behind."""
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE))
    try:
        os.replace(part, target)
    except OSError:
        os.unlink(target)
        raise


# Windows' own rename refuses to overwrite.
_RENAMES: tuple[Callable[[Path, Path], None], ...] = (
    (os.rename,) if sys.platform == "win32" else (_rename, _link, _replace_own)
)
