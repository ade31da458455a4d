"""Starts an instance that goes on by itself: a hidden window, or none where no display is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from engine import open_private
from gui import display

LOG_FILE = "background.log"

_ROOT = Path(__file__).resolve().parent.parent


def start(home: Path) -> None:
    """Start it and return at once; what it has to complain about goes to a file in the home."""
    mode = "--no-window" if display.obstacle() else "--hidden"
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "gui"]
    with os.fdopen(open_private(home / LOG_FILE, os.O_TRUNC), "wb") as log:
        subprocess.Popen(
            [*program, "--home", str(home), mode],
            # `-m` looks into the working folder first: let it find us there and nobody else.
            cwd=_ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=log,
            start_new_session=True,
        )
