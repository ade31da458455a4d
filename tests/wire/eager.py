"""A growth for tests that are about many connections, not about when there should be many."""

from __future__ import annotations

from engine.wire.growth import Growth, Reading


class Eager(Growth):
    """Wants all connections that are allowed, at once."""

    def consider(self, now: Reading) -> int:
        super().consider(now)
        self.wanted = self._allowed
        return self.wanted
