"""The network as the system sees it, through `QNetworkInformation`.

On Linux that is NetworkManager or, without it, GLib. QtNetwork and QtDBus are imported when they
are needed: they cost a short `get` too much of its start.
"""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from engine.network import NetworkState, has_default_route, is_online

if TYPE_CHECKING:
    from PySide6.QtNetwork import QNetworkInformation

log = logging.getLogger(__name__)

ANSWER_MS = 5000
# Nobody tells when a route comes or goes that the system's network service does not manage.
ROUTE_POLL_MS = 3000

_ROUTE_TABLES = (Path("/proc/net/route"), Path("/proc/net/ipv6_route"))
_NETWORK_MANAGER = "org.freedesktop.NetworkManager"
_NO_ANSWER = "org.freedesktop.DBus.Error.NoReply"


class QtNetwork:
    """What the system tells; online, free and open until it is asked, and where it tells nothing.

    `is_routed` says whether there is a way to everywhere whatever the system tells; None when it
    cannot know.
    """

    def __init__(self, is_routed: Callable[[], bool | None] | None = None) -> None:
        self._is_routed = is_routed or is_routed_by_system
        self._state = NetworkState()
        self._information: QNetworkInformation | None = None
        self._route_poll: QTimer | None = None
        self._listeners: dict[object, Callable[[], None]] = {}

    def __repr__(self) -> str:
        source = self._information.backendName() if self._information else "nobody"
        return f"<QtNetwork, told by {source}: {self._state}>"

    @property
    def state(self) -> NetworkState:
        """What is known now."""
        return self._state

    def subscribe(self, on_change: Callable[[], None]) -> Callable[[], None]:
        """Call `on_change` on the main thread after every change; returns the way out."""
        key = object()
        self._listeners[key] = on_change

        def leave() -> None:
            self._listeners.pop(key, None)

        return leave

    async def start(self) -> bool:
        """Ask the system from now on; False when it tells nothing, or there is no application.

        Takes up to `ANSWER_MS` where the system's network service hangs; use on Qt's event loop. A
        second call changes nothing.
        """
        if self._information is None and QCoreApplication.instance() is not None:
            answers = await _network_manager_answers()
            if answers and self._information is None:
                self._information = _load()
                self._follow()
        return self._information is not None

    def _follow(self) -> None:
        if self._information is None:
            return
        self._route_poll = QTimer(interval=ROUTE_POLL_MS)
        for signal in (
            self._route_poll.timeout,
            self._information.reachabilityChanged,
            self._information.isMeteredChanged,
            self._information.isBehindCaptivePortalChanged,
        ):
            signal.connect(self._look)
        log.debug("the network is told by %s", self._information.backendName())
        self._look()

    def _look(self) -> None:
        if self._information is None or self._route_poll is None:
            return
        told = _is_there(self._information)
        is_routed = None if told else self._is_routed()
        state = NetworkState(
            is_online=is_online(told, is_routed, self._state.is_online),
            is_metered=_is_metered(self._information),
            is_behind_portal=_is_behind_portal(self._information),
        )
        if is_routed is None or (told is None and state.is_online):
            self._route_poll.stop()
        elif not self._route_poll.isActive():
            self._route_poll.start()
        if state != self._state:
            self._state = state
            for tell in tuple(self._listeners.values()):
                tell()


def is_routed_by_system() -> bool | None:
    """Whether Linux has a default route; None where routes cannot be seen."""
    tables = [_text_of(table) for table in _ROUTE_TABLES] if sys.platform == "linux" else [None]
    # A system without IPv6 has only the first, which is empty while there is no route.
    return None if tables[0] is None else has_default_route(*(table or "" for table in tables))


async def _network_manager_answers() -> bool:
    """False when it is there and hangs: Qt would wait for it for 75 s, and we with it."""
    if sys.platform != "linux":
        return True
    try:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
    except ImportError:
        # Without libdbus, as in slim containers, Qt cannot ask NetworkManager either.
        return True
    question = QDBusMessage.createMethodCall(
        _NETWORK_MANAGER,
        f"/{_NETWORK_MANAGER.replace('.', '/')}",
        "org.freedesktop.DBus.Properties",
        "Get",
    )
    question.setArguments([_NETWORK_MANAGER, "State"])
    question.setAutoStartService(False)
    answered = asyncio.Event()
    call = QDBusPendingCallWatcher(QDBusConnection.systemBus().asyncCall(question, ANSWER_MS))
    call.finished.connect(answered.set)
    if not call.isFinished():
        await answered.wait()
    if call.isError() and call.error().name() == _NO_ANSWER:
        log.warning("NetworkManager does not answer; nothing is known of the network")
        return False
    return True


def _load() -> QNetworkInformation | None:
    from PySide6.QtNetwork import QNetworkInformation

    if QNetworkInformation.instance() is None and not QNetworkInformation.loadDefaultBackend():
        return None
    return QNetworkInformation.instance()


def _is_there(information: QNetworkInformation) -> bool | None:
    """Only the plain word counts: a network that is merely local may do."""
    reachability = information.reachability()
    if reachability is information.Reachability.Unknown or not information.supports(
        information.Feature.Reachability
    ):
        return None
    return reachability is not information.Reachability.Disconnected


def _is_metered(information: QNetworkInformation) -> bool:
    return information.supports(information.Feature.Metered) and information.isMetered()


def _is_behind_portal(information: QNetworkInformation) -> bool:
    supported = information.supports(information.Feature.CaptivePortal)
    return supported and information.isBehindCaptivePortal()


def _text_of(table: Path) -> str | None:
    try:
        return table.read_text(encoding="ascii", errors="replace")
    except OSError:
        return None
