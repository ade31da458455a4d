"""What is to be seen in a taskbar, and the way to show it there."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Look(NamedTuple):
    """Progress in whole percent, None for no bar; a number, 0 for none; whether it calls."""

    percent: int | None = None
    jobs: int = 0
    is_urgent: bool = False

    def with_progress(self, progress: float | None, jobs: int) -> Look:
        """The same with these; what is not finished is never shown as whole."""
        percent = None if progress is None else min(max(int(progress * 100), 0), 100)
        return self._replace(percent=percent, jobs=jobs)


NOTHING = Look()


class Shelf(Protocol):
    """Where the program's entry is."""

    async def show(self, look: Look) -> None:
        """Show this from now on; raises OSError."""

    async def close(self) -> None:
        """Let go of it."""
