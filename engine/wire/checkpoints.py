"""Checkpoints: data is synced before it is promised, and receiving does not wait for the disk."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable

# What the receive buffers hold and what a sync takes come on top: a kill costs about a second.
_INTERVAL = 0.75
_LARGEST_RISK = 64 << 20
# However fast the bytes come: a checkpoint costs a disk flush here and a commit in the store.
_SHORTEST_INTERVAL = 0.25
_SHORT_BODY = 1 << 20


class Checkpoints:
    """Calls `checkpoint` about once a second, or every 64 MiB, on a thread of its own.

    Once the disk has failed there are no more checkpoints: after a failed sync the next one may
    succeed although data is lost. The `OSError` is raised from `wrote`, on the receiving thread.
    """

    def __init__(self, checkpoint: Callable[[], None]) -> None:
        self._checkpoint = checkpoint
        self._due = threading.Event()
        self._ended = threading.Event()
        self._lock = threading.Lock()
        self._unsynced = 0
        self._wrote_first_at = 0.0
        self._error: OSError | None = None
        self._thread: threading.Thread | None = None

    def wrote(self, count: int) -> None:
        """`count` more bytes are written; raises `OSError` if earlier ones could not be synced.

        Any connection may call it; a body that is soon at its end gets no thread.
        """
        self._raise_failure()
        with self._lock:
            self._unsynced += count
            if self._thread is None and self._is_worth_a_thread():
                self._thread = threading.Thread(target=self._run, name="holdfast-sync", daemon=True)
                self._thread.start()
        if self._unsynced >= _LARGEST_RISK:
            self._due.set()

    def stop(self) -> None:
        """Wait for a checkpoint that is under way; there will be no further one unasked."""
        self._ended.set()
        self._due.set()
        if self._thread:
            self._thread.join()

    def now(self) -> None:
        """A checkpoint on this thread; raises `OSError` if this or an earlier one failed."""
        self.last(self._checkpoint)

    def last(self, sync: Callable[[], None]) -> None:
        """`sync` in the place of a checkpoint, on this thread; raises `OSError` likewise."""
        self._raise_failure()
        self._unsynced = 0
        try:
            sync()
        except OSError as exc:
            self._error = exc
            raise

    def _raise_failure(self) -> None:
        if self._error:
            raise self._error

    def _is_worth_a_thread(self) -> bool:
        now = time.monotonic()
        self._wrote_first_at = self._wrote_first_at or now
        return self._unsynced > _SHORT_BODY or now - self._wrote_first_at >= _SHORTEST_INTERVAL

    def _run(self) -> None:
        while not self._ended.wait(_SHORTEST_INTERVAL):
            self._due.wait(_INTERVAL - _SHORTEST_INTERVAL)
            self._due.clear()
            if self._unsynced and not self._ended.is_set():
                with contextlib.suppress(OSError):
                    self.now()
