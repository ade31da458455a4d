"""Whether the program runs in a sandbox, where some services are reached through portals only."""

from __future__ import annotations

from pathlib import Path

_FLATPAK = Path("/.flatpak-info")


def is_flatpak() -> bool:
    """Whether this is a Flatpak."""
    return _FLATPAK.exists()
