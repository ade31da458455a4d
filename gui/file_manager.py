"""The file manager of a Linux desktop: it shows a file among its neighbours, or a folder.

https://www.freedesktop.org/wiki/Specifications/file-manager-interface/; Nautilus, Dolphin, Nemo,
Caja, Thunar and others answer it.
"""

from __future__ import annotations

import asyncio
import logging
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from engine import in_thread
from gui import sandbox
from gui.session_bus import Bus, BusError, Place

log = logging.getLogger(__name__)

FILE_MANAGER = Place(
    "org.freedesktop.FileManager1",
    "/org/freedesktop/FileManager1",
    "org.freedesktop.FileManager1",
)
ANSWER_TIMEOUT = 10.0
"""Seconds: it may have to be started first."""

OPENING_TIMEOUT = 10.0
"""Seconds: whatever still runs then is the file manager itself."""

_under_way: set[asyncio.Task[None]] = set()


def show(path: Path, otherwise: Callable[[], object]) -> None:
    """Let the file or folder be shown soon; `otherwise` is called where nothing does that."""
    showing = _show_file if path.is_file() else _show_folder
    task = asyncio.get_running_loop().create_task(showing(path.absolute(), otherwise))
    _under_way.add(task)
    task.add_done_callback(_under_way.discard)


async def _show_file(file: Path, otherwise: Callable[[], object]) -> None:
    if not await _is_selected(file):
        await _show_folder(file.parent, otherwise)


async def _show_folder(folder: Path, otherwise: Callable[[], object]) -> None:
    if not await _is_opened(folder):
        otherwise()


async def _is_selected(file: Path) -> bool:
    bus = Bus()
    try:
        item = file.as_uri()
        await bus.call(FILE_MANAGER, "ShowItems", "ass", [item], "", timeout=ANSWER_TIMEOUT)
    except BusError as failure:
        log.debug("no file manager selects %s: %s", file, failure)
        return False
    finally:
        await bus.close()
    return True


async def _is_opened(folder: Path) -> bool:
    """Qt starts xdg-open too, but does not look at whether it found anything to open folders."""
    opener = None if sandbox.is_flatpak() else shutil.which("xdg-open")
    if opener is None:
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
    try:
        async with asyncio.timeout(OPENING_TIMEOUT):
            return await in_thread("xdg-open", _has_opened, opener, folder)
    except TimeoutError:
        return True


def _has_opened(opener: str, folder: Path) -> bool:
    nowhere = subprocess.DEVNULL
    try:
        done = subprocess.run(
            [opener, str(folder)],
            stdin=nowhere,
            stdout=nowhere,
            stderr=nowhere,
            start_new_session=True,
            check=False,
        )
    except OSError as failure:
        log.debug("xdg-open cannot be started: %s", failure)
        return False
    return done.returncode == 0
