"""A network that is as it is told to be."""

from __future__ import annotations

from collections.abc import Callable

from engine.network import NetworkState

OFFLINE = NetworkState(is_online=False)
METERED = NetworkState(is_metered=True)
PORTAL = NetworkState(is_behind_portal=True)


class FakeNetwork:
    def __init__(self, state: NetworkState | None = None) -> None:
        self.state = state or NetworkState()
        self._listeners: list[Callable[[], None]] = []

    def subscribe(self, on_change: Callable[[], None]) -> Callable[[], None]:
        self._listeners.append(on_change)
        return lambda: self._listeners.remove(on_change)

    def become(self, state: NetworkState | None = None) -> None:
        self.state = state or NetworkState()
        for listener in list(self._listeners):
            listener()
