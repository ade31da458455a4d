"""The file manager of a Linux desktop: it shows a file among its neighbours, selected.

https://www.freedesktop.org/wiki/Specifications/file-manager-interface/; Nautilus, Dolphin, Nemo,
Caja, Thunar and others answer it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

from gui.session_bus import Bus, BusError, Place

log = logging.getLogger(__name__)

FILE_MANAGER = Place(
    "org.freedesktop.FileManager1",
    "/org/freedesktop/FileManager1",
    "org.freedesktop.FileManager1",
)
ANSWER_TIMEOUT = 10.0
"""Seconds: it may have to be started first."""

_under_way: set[asyncio.Task[None]] = set()


def show_item(path: Path, otherwise: Callable[[], object]) -> None:
    """Let the file be shown soon; `otherwise` is called where no file manager does that."""
    task = asyncio.get_running_loop().create_task(_show(path.absolute().as_uri(), otherwise))
    _under_way.add(task)
    task.add_done_callback(_under_way.discard)


async def _show(item: str, otherwise: Callable[[], object]) -> None:
    bus = Bus()
    try:
        await bus.call(FILE_MANAGER, "ShowItems", "ass", [item], "", timeout=ANSWER_TIMEOUT)
    except BusError as failure:
        log.debug("no file manager selects %s: %s", item, failure)
        otherwise()
    finally:
        await bus.close()
