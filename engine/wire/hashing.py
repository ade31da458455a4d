"""The digest of a file while it still comes in: its beginning is read back as it grows.

What was just written is in the page cache, so reading it costs little; at the end only the rest
remains to be hashed.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable

from engine.errors import TransferStopped
from engine.part import ByteRange
from engine.wire.checksum import Hash, new_hash

# Fits the processor's cache; the lock of the interpreter is free while so much is hashed.
_BLOCK_SIZE = 1 << 18
_LOOK_SECONDS = 0.1
# A shorter file is hashed at the end in the time that a thread takes to start and to end.
_WORTH_A_THREAD = 1 << 20


class Hashing:
    """The digest of one version of one file, computed on a thread of its own until `finish`.

    `read` gives the bytes at an offset, fewer than asked for at the end of the file. `present` are
    the ranges that are written, in order. `size` is the file's, None while it is unknown.
    """

    def __init__(
        self,
        algorithm: str,
        read: Callable[[int, int], bytes],
        present: Callable[[], Iterable[ByteRange]],
        size: int | None = None,
    ) -> None:
        self.algorithm = algorithm
        self.position = 0
        """How many bytes are hashed."""
        self._hash: Hash = new_hash(algorithm)
        self._read = read
        self._present = present
        self._left = threading.Event()
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None
        if size is None or size >= _WORTH_A_THREAD:
            self._thread = threading.Thread(target=self._follow, name="holdfast-hash", daemon=True)
            self._thread.start()

    def __repr__(self) -> str:
        return f"<Hashing {self.algorithm} at {self.position}>"

    def stop(self) -> None:
        """Hash no more; returns at once."""
        self._stopped.set()
        self._left.set()

    def finish(self, size: int) -> str:
        """The digest of the first `size` bytes, the rest of them hashed on this thread.

        Raises `TransferStopped` as soon as `stop` is called, and OSError.
        """
        self._left.set()
        if self._thread:
            self._thread.join()
        while self.position < size:
            if self._stopped.is_set():
                raise TransferStopped
            if not self._take(size):
                break
        return self._hash.hexdigest()

    def _follow(self) -> None:
        # What cannot be read now is read again, and told, at the end.
        with contextlib.suppress(OSError):
            while not self._left.is_set():
                self._catch_up(self._reached())
                self._left.wait(_LOOK_SECONDS)

    def _catch_up(self, reached: int) -> None:
        while self.position < reached and not self._left.is_set():
            if not self._take(reached):
                return

    def _reached(self) -> int:
        """Up to where everything is written."""
        first = next(iter(self._present()), ByteRange(0, 0))
        return first.stop if first.start == 0 else 0

    def _take(self, reached: int) -> bool:
        """Hash the next block before `reached`; False if there is none."""
        block = self._read(self.position, min(_BLOCK_SIZE, reached - self.position))
        self._hash.update(block)
        self.position += len(block)
        return bool(block)
