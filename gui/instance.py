"""One engine for each home: who holds the lock, and where the others find him.

The lock decides, the socket only carries messages. `QLocalServer.listen` takes a live socket over
from its owner without a word, so listening first makes everybody the first (measured: six of six).
Whoever holds the lock writes the address of his socket into the lock file, and only he removes a
stale one.
"""

from __future__ import annotations

import hashlib
import logging
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from engine import open_private, prepare_home
from gui.whereabouts import LOCK_FILE, address_of

if TYPE_CHECKING:
    from engine import JobManager
    from gui.browsers.taking import Desk
    from gui.control import ControlServer

log = logging.getLogger(__name__)

__all__ = ["LONGEST_ADDRESS", "Instance", "address_of"]

LONGEST_ADDRESS = 100
"""Bytes of a socket's path; the kernel takes 104 to 108, and Qt names no reason beyond that."""


class Instance:
    """The right to open the engine on a home, held until `release` or the end of the process.

    A context manager: leaving it releases.
    """

    def __init__(self, home: Path, lock: int) -> None:
        self.home = home
        self._lock = lock
        self._server: ControlServer | None = None

    @classmethod
    def acquire(cls, home: Path) -> Instance | None:
        """Take the home, made where it is missing; None when another process has it.

        Raises `RefusedError` when others can write to it, OSError when it cannot be made or locked.
        """
        prepare_home(home)
        lock = open_private(home / LOCK_FILE)
        try:
            _lock_at_once(lock)
        except BlockingIOError:
            os.close(lock)
            return None
        except OSError:
            os.close(lock)
            raise
        os.ftruncate(lock, 0)
        return cls(home, lock)

    def __enter__(self) -> Instance:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()

    @property
    def accepted(self) -> set[str]:
        """The jobs that others have brought here, by their ids."""
        return self._server.accepted if self._server else set()

    @property
    def set_going(self) -> set[str]:
        """The jobs that others have ordered to go on, by their ids."""
        return self._server.set_going if self._server else set()

    def serve(
        self,
        manager: JobManager,
        raise_window: Callable[[str], None] | None = None,
        make_way: Callable[[], None] | None = None,
        offer: Callable[[Sequence[str], Sequence[str]], None] | None = None,
        desk: Desk | None = None,
    ) -> None:
        """Answer on the control socket until `stop_serving`; without a socket, go on and log it.

        `raise_window` brings the window to the front, given the desktop's activation token, and
        `offer` lets the person decide about links, and about Metalink files. `desk` takes what
        browsers hand over; without it nobody is asked about that. An engine without a window passes
        `make_way` instead of what needs one: it is to close and release the home soon.
        """
        from gui.browsers.taking import Desk
        from gui.control import ControlServer
        from gui.preferences import stored_preferences

        desk = desk or Desk(manager, lambda: stored_preferences(self.home))
        server = ControlServer(manager, desk, raise_window, make_way, offer)
        for address in _addresses(self.home):
            if server.listen(address):
                os.lseek(self._lock, 0, os.SEEK_SET)
                os.write(self._lock, address.encode())
                self._server = server
                return
        log.warning("there is no control socket: nothing can speak to this instance")

    async def finish_answers(self) -> None:
        """Hear nobody new, and give the answers under way a moment; then `stop_serving`."""
        if self._server is not None:
            os.ftruncate(self._lock, 0)
            await self._server.finish()

    def stop_serving(self) -> None:
        """Hang up on everybody, and answer nobody any more; do so before the manager closes."""
        if self._server is not None:
            os.ftruncate(self._lock, 0)
            self._server.close()

    def release(self) -> None:
        """Let go of the home. The lock file stays: a deleted one could be locked twice."""
        self.stop_serving()
        os.close(self._lock)


def _lock_at_once(descriptor: int) -> None:
    """Lock the file or raise BlockingIOError; however the process ends, the kernel unlocks it."""
    if sys.platform == "win32":
        import msvcrt

        # Far behind the address, which others must be able to read.
        os.lseek(descriptor, 1 << 30, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError as held:
            raise BlockingIOError from held
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _addresses(home: Path) -> Iterator[str]:
    """Where the control socket may live, the best place first."""
    key = hashlib.sha256(os.fsencode(home.resolve())).hexdigest()[:16]
    if sys.platform == "win32":
        yield f"holdfast-{key}"
        return
    for folder in _socket_folders(home):
        address = str(folder / f"{key}.socket")
        if len(os.fsencode(address)) <= LONGEST_ADDRESS and _is_private(folder):
            yield address


def _socket_folders(home: Path) -> Iterator[Path]:
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    # After `su` it is still another person's.
    if runtime.is_absolute() and _is_ours(runtime):
        sandbox = os.environ.get("FLATPAK_ID")
        yield Path(runtime, "app", sandbox) if sandbox else Path(runtime, "holdfast")
    yield home.resolve()
    yield Path(tempfile.gettempdir(), f"holdfast-{os.getuid()}")


def _is_private(folder: Path) -> bool:
    """Whether only we can put things into the folder, which is made where it is missing."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        return False
    return _is_ours(folder)


def _is_ours(folder: Path) -> bool:
    """Whether it is there, belongs to us, and nobody else can write to it."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    is_ours = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid()
    return is_ours and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
