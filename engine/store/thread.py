"""The one thread that talks to SQLite: works in the order they came, committed together.

Everything that has gathered while the last commit waited for the disk goes into the next one, so a
burst of a thousand changes costs a few syncs, and the main thread waits for none of them.
"""

from __future__ import annotations

import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeAlias, TypeVar

from engine.store.database import StoreError

T = TypeVar("T")
Work: TypeAlias = Callable[[sqlite3.Connection], Any]
_Order: TypeAlias = tuple[Work, "Future[Any]"]

LARGEST_BATCH = 5000


class StoreThread:
    """Owns the connection; `submit` from any thread, results through futures."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._orders: queue.SimpleQueue[_Order | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name="store", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[sqlite3.Connection], T]) -> Future[T]:
        """Run `work` in the next transaction; the future is done when that is on disk."""
        future: Future[T] = Future()
        self._orders.put((work, future))
        return future

    def close(self) -> None:
        """Finish what was submitted, close the connection, and wait for it."""
        self._orders.put(None)
        self._thread.join()

    def _serve(self) -> None:
        open_for_orders = True
        while open_for_orders:
            batch, open_for_orders = self._next_batch()
            if batch:
                self._commit(batch)
        self._connection.close()

    def _next_batch(self) -> tuple[list[_Order], bool]:
        """What has gathered, and whether more may come."""
        batch: list[_Order] = []
        order = self._orders.get()
        while order is not None:
            batch.append(order)
            if len(batch) == LARGEST_BATCH or self._orders.empty():
                return batch, True
            order = self._orders.get()
        return batch, False

    def _commit(self, batch: list[_Order]) -> None:
        # Who no longer waits may have cancelled; from here on nobody can.
        wanted = [order for order in batch if order[1].set_running_or_notify_cancel()]
        settled: list[tuple[Future[Any], Any]] = []
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            for work, future in wanted:
                try:
                    settled.append((future, work(self._connection)))
                except sqlite3.IntegrityError as failure:
                    # One refused statement takes nothing from its neighbours.
                    future.set_exception(StoreError(str(failure)))
            self._connection.execute("COMMIT")
        except Exception as failure:  # noqa: BLE001 - handed on to whoever waits for the futures
            self._roll_back()
            for _, future in wanted:
                if not future.done():
                    future.set_exception(StoreError(str(failure)))
        else:
            for future, result in settled:
                future.set_result(result)

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
