"""Keeps a Linux machine awake, by whichever service of its desktop does that.

In a Flatpak the portal is asked first. Then the session manager of GNOME, Cinnamon and MATE, the
power manager of KDE and XFCE, and at last logind, which also refuses a person's own wish to
suspend. Never org.freedesktop.ScreenSaver: it would keep the screen on, and unlocked.

What a service granted ends with the connection that asked for it, so that stays open; and a
service that was restarted knows nothing of it.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from gui.sandbox import is_flatpak
from gui.session_bus import Bus, BusError, Kind, Place, Rule, Signal, owner_changes, variant
from gui.translation import translate

log = logging.getLogger(__name__)

TIMEOUT = 3.0
LAST_TIMEOUT = 1.0
"""For giving back: hanging up does that as well, and at the end of the program somebody waits."""

PORTAL = Place(
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Inhibit",
)
REQUEST = "org.freedesktop.portal.Request"
GNOME = Place("org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager")
POWER = Place(
    "org.freedesktop.PowerManagement",
    "/org/freedesktop/PowerManagement/Inhibit",
    "org.freedesktop.PowerManagement.Inhibit",
)
LOGIND = Place(
    "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager"
)

NAME = "Holdfast"
_SUSPENDING = 4  # of GNOME's flags and of the portal's


def _why() -> str:
    return translate("bus_inhibitor", "Transfers are running")


@dataclass(frozen=True, slots=True)
class _Grant:
    """What a service gave: it ends with a last call, or as soon as the descriptor is closed."""

    service: str
    last_call: Callable[[], Awaitable[object]] | None = None
    descriptor: int | None = None

    def close(self) -> None:
        """Let go of what is ours of it."""
        if self.descriptor is not None:
            os.close(self.descriptor)


class BusInhibitor:
    """See `Inhibitor`. `on_lost` is also called when a service appears that could hold."""

    def __init__(self, on_lost: Callable[[], None]) -> None:
        self._on_lost = on_lost
        self._grant: _Grant | None = None
        self._responses: dict[str, asyncio.Future[int]] = {}
        services = (PORTAL, GNOME, POWER)
        listeners = {owner_changes(place.service): self._owner_changed for place in services}
        listeners[Rule(REQUEST, "Response")] = self._responded
        self._session = Bus(Kind.SESSION, listeners, self._session_lost)
        self._system = Bus(Kind.SYSTEM, {owner_changes(LOGIND.service): self._owner_changed})

    async def hold(self) -> str:
        """Go along the services until one grants it; its name."""
        if self._grant is None:
            for ask, bus in self._steps():
                try:
                    self._grant = await ask()
                except BusError as failure:
                    log.debug("not kept awake by this one: %s", failure)
                    if not failure.name:
                        # A frozen service may yet do it, long after: then the connection is gone.
                        bus.drop()
                else:
                    break
        return self._grant.service if self._grant else ""

    async def let_go(self) -> None:
        """Give back what was granted, and hang up: that ends it in any case."""
        grant, self._grant = self._grant, None
        if grant is not None:
            grant.close()
            if grant.last_call is not None:
                with contextlib.suppress(BusError):
                    await grant.last_call()
        await self._session.close()
        await self._system.close()

    def _steps(self) -> list[tuple[Callable[[], Awaitable[_Grant]], Bus]]:
        portal = [(self._ask_portal, self._session)] if is_flatpak() else []
        return [
            *portal,
            (self._ask_gnome, self._session),
            (self._ask_power, self._session),
            (self._ask_logind, self._system),
        ]

    # --- the services ----------------------------------------------------------------------------

    async def _ask_portal(self) -> _Grant:
        """The call succeeds at once; whether it was granted is told by a signal."""
        reason = {"reason": variant("s", _why())}
        path = await self._call(PORTAL, "Inhibit", "sua{sv}", "", _SUSPENDING, reason)
        request = Place(PORTAL.service, path, REQUEST)
        response = self._responses.setdefault(path, asyncio.get_running_loop().create_future())
        try:
            async with asyncio.timeout(TIMEOUT):
                code = await response
        except TimeoutError as failure:
            raise BusError(
                "the portal does not say whether it keeps the machine awake"
            ) from failure
        finally:
            self._responses.clear()
        if code:
            raise BusError(f"the portal refused: {code}", "refused")
        return _Grant(
            PORTAL.service, lambda: self._session.call(request, "Close", timeout=LAST_TIMEOUT)
        )

    async def _ask_gnome(self) -> _Grant:
        cookie = await self._call(GNOME, "Inhibit", "susu", NAME, 0, _why(), _SUSPENDING)
        return _Grant(GNOME.service, lambda: self._undo(GNOME, "Uninhibit", cookie))

    async def _ask_power(self) -> _Grant:
        cookie = await self._call(POWER, "Inhibit", "ss", NAME, _why())
        return _Grant(POWER.service, lambda: self._undo(POWER, "UnInhibit", cookie))

    async def _ask_logind(self) -> _Grant:
        body = ("sleep", NAME, _why(), "block")
        answer = await self._system.call(LOGIND, "Inhibit", "ssss", *body, timeout=TIMEOUT)
        if not answer.files:
            raise BusError("logind gave no descriptor")
        first, *others = answer.files
        for descriptor in others:
            os.close(descriptor)
        return _Grant(LOGIND.service, descriptor=first)

    async def _call(self, place: Place, member: str, signature: str, *body: Any) -> Any:
        """The one thing that the session's service answers."""
        answer = await self._session.call(place, member, signature, *body, timeout=TIMEOUT)
        if len(answer.body) != 1:
            raise BusError(f"{place.service} answers {len(answer.body)} things")
        return answer.body[0]

    async def _undo(self, place: Place, member: str, cookie: int) -> None:
        await self._session.call(place, member, "u", cookie, timeout=LAST_TIMEOUT)

    # --- services that come and go ---------------------------------------------------------------

    def _responded(self, signal: Signal) -> None:
        loop = asyncio.get_running_loop()
        response = self._responses.setdefault(signal.path, loop.create_future())
        if not response.done():
            response.set_result(signal.body[0])

    def _owner_changed(self, signal: Signal) -> None:
        service, _, owner = signal.body
        if self._grant is None and owner:
            self._on_lost()
        elif self._grant is not None and service == self._grant.service:
            self._lose()

    def _session_lost(self) -> None:
        # logind's grant is a descriptor, which lives on without any bus.
        if self._grant is not None and self._grant.descriptor is None:
            self._lose()

    def _lose(self) -> None:
        grant, self._grant = self._grant, None
        if grant is not None:
            grant.close()
        self._on_lost()
