"""How many connections one host gets from all transfers together, and how many it lets us have."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from engine.errors import TransferStopped
from engine.wire.growth import SPARED_SECONDS

CONNECTIONS_PER_HOST = 8
_NAP_SECONDS = 0.1


@dataclass(slots=True)
class _Host:
    open: int = 0
    waiting: int = 0
    allowed: int | None = None
    allowed_until: float = 0.0


class Hosts:
    """The connections of all transfers, counted by host; any thread may ask.

    A transfer's first connection waits for its turn; further ones are taken only where there is
    room and nobody waits. `most` is the limit per host unless a caller brings a larger one, which a
    person chose for a job.
    """

    def __init__(
        self, most: int = CONNECTIONS_PER_HOST, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most = most
        self._clock = clock
        self._hosts: dict[str, _Host] = {}
        self._changed = threading.Condition()

    def allow(self, most: int) -> None:
        """Another limit, from now on; nobody is cut."""
        with self._changed:
            self._most = most
            self._changed.notify_all()

    def __repr__(self) -> str:
        return f"<Hosts { ({name: host.open for name, host in self._hosts.items()}) }>"

    @contextlib.contextmanager
    def connection(self, name: str, most: int, should_stop: Callable[[], bool]) -> Iterator[None]:
        """Hold a transfer's first connection to `name`; blocks while the host has no more to give.

        Raises `TransferStopped` as soon as `should_stop` says so.
        """
        with self._changed:
            host = self._host(name)
            host.waiting += 1
            try:
                while host.open >= self._limit(host, most):
                    if should_stop():
                        raise TransferStopped
                    self._changed.wait(_NAP_SECONDS)
                host.open += 1
            finally:
                host.waiting -= 1
        try:
            yield
        finally:
            self.give_back(name)

    def take(self, name: str, most: int) -> bool:
        """Take one connection more, if there is room for it; give it back in any case."""
        with self._changed:
            host = self._host(name)
            if host.waiting or host.open >= self._limit(host, most):
                return False
            host.open += 1
            return True

    def give_back(self, name: str) -> None:
        """One connection to `name` is closed."""
        with self._changed:
            host = self._host(name)
            host.open -= 1
            if not host.open and not host.waiting and host.allowed is None:
                del self._hosts[name]
            self._changed.notify()

    def refused(self, name: str, others: int) -> None:
        """The host let nobody have a connection beside `others`: no more than those for a while."""
        with self._changed:
            host = self._host(name)
            host.allowed = max(others, 1)
            host.allowed_until = self._clock() + SPARED_SECONDS

    def is_wanted(self, name: str) -> bool:
        """A transfer waits for its first connection to `name`: whoever has several gives one up."""
        host = self._hosts.get(name)
        return host is not None and host.waiting > 0

    def _host(self, name: str) -> _Host:
        return self._hosts.setdefault(name, _Host())

    def _limit(self, host: _Host, most: int) -> int:
        limit = max(self._most, most)
        if host.allowed is not None and self._clock() >= host.allowed_until:
            host.allowed = None
        return limit if host.allowed is None else min(limit, host.allowed)
