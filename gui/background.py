"""Starts an instance that goes on by itself: a hidden window, or none where no display is."""

from __future__ import annotations

import os
from pathlib import Path

from engine import open_private
from gui import display, starting

LOG_FILE = "background.log"


def start(home: Path) -> None:
    """Start it and return at once; what it has to complain about goes to a file in the home."""
    mode = "--no-window" if display.obstacle() else "--hidden"
    with os.fdopen(open_private(home / LOG_FILE, os.O_TRUNC), "wb") as log:
        starting.start(["--home", str(home), mode], complaints=log)
