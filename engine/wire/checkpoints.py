"""Checkpoints: data is synced before it is promised, and receiving does not wait for the disk."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable

_INTERVAL = 1.0
_LARGEST_RISK = 64 << 20
# However fast the bytes come: a checkpoint costs a disk flush here and a commit in the store.
_SHORTEST_INTERVAL = 0.25


class Checkpoints:
    """Calls `checkpoint` about once a second, or every 64 MiB, on a thread of its own.

    Once the disk has failed there are no more checkpoints: after a failed sync the next one may
    succeed although data is lost. The `OSError` is raised from `wrote`, on the receiving thread.
    """

    def __init__(self, checkpoint: Callable[[], None]) -> None:
        self._checkpoint = checkpoint
        self._due = threading.Event()
        self._ended = threading.Event()
        self._unsynced = 0
        self._error: OSError | None = None
        self._thread = threading.Thread(target=self._run, name="holdfast-sync", daemon=True)

    def start(self) -> None:
        """Begin to keep time."""
        self._thread.start()

    def wrote(self, count: int) -> None:
        """`count` more bytes are written; raises `OSError` if earlier ones could not be synced."""
        if self._error:
            raise self._error
        self._unsynced += count
        if self._unsynced >= _LARGEST_RISK:
            self._due.set()

    def stop(self) -> None:
        """Wait for a checkpoint that is under way; there will be no further one unasked."""
        self._ended.set()
        self._due.set()
        if self._thread.is_alive():
            self._thread.join()

    def now(self) -> None:
        """A checkpoint on this thread; raises `OSError` if this or an earlier one failed."""
        if self._error:
            raise self._error
        self._unsynced = 0
        try:
            self._checkpoint()
        except OSError as exc:
            self._error = exc
            raise

    def _run(self) -> None:
        while not self._ended.wait(_SHORTEST_INTERVAL):
            self._due.wait(_INTERVAL - _SHORTEST_INTERVAL)
            self._due.clear()
            if self._unsynced and not self._ended.is_set():
                with contextlib.suppress(OSError):
                    self.now()
