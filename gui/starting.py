"""Starts this program once more, on its own. The standard library only: the quick ones need it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

_ROOT = Path(__file__).resolve().parent.parent
_PROGRAM = "holdfast"
_WITHOUT_CONSOLE = "holdfastw"
"""On Windows; the other one would open a console."""
# A browser puts what it starts into a job of Windows, and ends the job when it ends.
_WINDOWS_FLAGS = getattr(subprocess, "DETACHED_PROCESS", 0) | getattr(
    subprocess, "CREATE_BREAKAWAY_FROM_JOB", 0
)


def program() -> list[str]:
    """The words that start the program of which this one is a part."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", "gui"]
    here = Path(sys.executable)
    if (ours := image()) is not None:
        return [str(ours)]
    # `holdfast-native` lies beside it.
    for name in (_WITHOUT_CONSOLE, _PROGRAM):
        sibling = here.with_name(name + here.suffix)
        if sibling.is_file():
            return [str(sibling)]
    return [sys.executable]


def image() -> Path | None:
    """The AppImage that we are in; what it has mounted goes when the first of us ends."""
    file, place = (os.environ.get(name, "") for name in ("APPIMAGE", "APPDIR"))
    # A browser may be an AppImage as well.
    is_ours = bool(file and place) and Path(sys.executable).is_relative_to(place)
    return Path(file) if is_ours else None


def start(
    arguments: Sequence[str],
    *,
    complaints: int | IO[bytes] = subprocess.DEVNULL,
    environment: Mapping[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    """Start it in a session of its own, which outlives whoever started us, and return at once."""
    return subprocess.Popen(
        [*program(), *arguments],
        # `-m` looks into the working folder first: let it find us there and nobody else.
        cwd=_ROOT,
        env=None if environment is None else dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=complaints,
        start_new_session=True,
        creationflags=_WINDOWS_FLAGS,
    )
