"""The tile in the dock of macOS: Qt for the number; a bar over the icon where pyobjc is installed.

Written by the documentation; macOS was not at hand.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from gui.taskbar import badge
from gui.taskbar.look import Look

log = logging.getLogger(__name__)

_BAR_HEIGHT = 15
_BAR_STYLE = 0


class Dock:
    """Shows the look on the tile."""

    def __init__(self, show_number: Callable[[int], None] | None = None) -> None:
        self._show_number = show_number or badge.show_number
        self._tile: Any = None
        self._bar: Any = None
        self._can_draw = True

    async def show(self, look: Look) -> None:
        """Show this from now on."""
        self._show_number(look.jobs)
        if self._can_draw and (look.percent is not None or self._bar is not None):
            self._draw(look.percent)

    async def close(self) -> None:
        """Let go of the tile."""
        self._tile = self._bar = None

    def _draw(self, percent: int | None) -> None:
        if self._bar is None:
            try:
                self._make_bar()
            except ImportError:
                log.debug("no bar in the dock: pyobjc is not installed")
                self._can_draw = False
                return
        self._bar.setHidden_(percent is None)
        self._bar.setDoubleValue_(float(percent or 0))
        self._tile.display()

    def _make_bar(self) -> None:
        from AppKit import NSApp, NSImageView, NSMakeRect, NSProgressIndicator

        self._tile = NSApp.dockTile()
        picture = NSImageView.alloc().init()
        picture.setImage_(NSApp.applicationIconImage())
        self._tile.setContentView_(picture)
        place = NSMakeRect(0, 0, self._tile.size().width, _BAR_HEIGHT)
        self._bar = NSProgressIndicator.alloc().initWithFrame_(place)
        self._bar.setStyle_(_BAR_STYLE)
        self._bar.setIndeterminate_(False)
        self._bar.setMinValue_(0.0)
        self._bar.setMaxValue_(100.0)
        picture.addSubview_(self._bar)
