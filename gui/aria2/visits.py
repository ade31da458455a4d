"""The connections of other programs: how long each may stay, and who goes when they are many."""

from __future__ import annotations

import asyncio

from aiohttp import web

from gui.aria2.patience import Clock

SECONDS_TO_SPEAK = 0.5
"""Which everybody has, also where others wait."""
_SECONDS_BETWEEN_TRIES = 0.02


class Visit(web.RequestHandler):
    """One connection. It is hung up on at `until`, unless it gets on before."""

    began = 0.0
    until: float | None = None
    is_trusted = False
    """Whether the secret was shown on it."""
    visits: Visits | None = None

    def expect(self, seconds: float | None) -> None:
        """Let it stay so long from now on; None is for as long as it likes."""
        self.until = None if seconds is None else self._loop.time() + seconds

    def end(self) -> None:
        """Hang up without a word."""
        if isinstance(self.transport, asyncio.Transport):
            self.transport.abort()

    def connection_lost(self, exc: BaseException | None) -> None:
        if self.visits is not None:
            self.visits.forget(self)
        super().connection_lost(exc)


class Visits:
    """All that are here; the order is that of their coming."""

    def __init__(self, clock: Clock, most: int) -> None:
        self._clock = clock
        self._most = most
        self._here: dict[Visit, None] = {}
        self.anyone = asyncio.Event()
        """Set while somebody is here."""

    def __len__(self) -> int:
        return len(self._here)

    def __repr__(self) -> str:
        trusted = sum(visit.is_trusted for visit in self._here)
        return f"{len(self)} connections, {trusted} of them trusted"

    def begin(self, visit: Visit, seconds: float) -> None:
        """Somebody came, and may be silent for so long."""
        visit.visits = self
        visit.began = self._clock()
        visit.expect(seconds)
        self._here[visit] = None
        self.anyone.set()

    def forget(self, visit: Visit) -> None:
        """It went."""
        self._here.pop(visit, None)
        if not self._here:
            self.anyone.clear()

    async def make_room(self) -> None:
        """For one more: the oldest that has shown no secret goes, once it had its time to speak;
        else wait until one goes.
        """
        while len(self._here) >= self._most:
            stranger = next((visit for visit in self._here if not visit.is_trusted), None)
            if stranger is None or self._clock() < stranger.began + SECONDS_TO_SPEAK:
                await asyncio.sleep(_SECONDS_BETWEEN_TRIES)
            else:
                self.forget(stranger)
                stranger.end()

    def end_late_ones(self) -> None:
        """Hang up on those whose time is over."""
        now = self._clock()
        for visit in [one for one in self._here if one.until is not None and one.until < now]:
            self.forget(visit)
            visit.end()
