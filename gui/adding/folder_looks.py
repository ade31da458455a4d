"""What folders hold and how much still fits, looked up beside the window: a disk may be slow."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gui import desktop
from gui.aside import aside

_MOST_NAMES = 200_000


@dataclass(frozen=True, slots=True)
class Look:
    """One folder. `drive` is the same for folders that share their space."""

    names: frozenset[str] = frozenset()
    free: int | None = None
    drive: int | None = None


class FolderLooks(QObject):
    """Looks at each folder once; `seen` tells that one more is known."""

    seen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[Path, Look | None] = {}

    def of(self, folder: Path) -> Look | None:
        """What is known of it; None while it is being looked at."""
        return self._known.get(folder)

    def want(self, folders: Iterable[Path]) -> None:
        """Look at these, unless that was done."""
        for folder in set(folders) - self._known.keys():
            self._known[folder] = None
            aside(partial(_found, folder), self._take)

    def _take(self, found: tuple[Path, Look]) -> None:
        folder, look = found
        self._known[folder] = look
        self.seen.emit()


def _found(folder: Path) -> tuple[Path, Look]:
    return folder, look_at(folder)


def look_at(folder: Path) -> Look:
    """The folder as it is; one that is not there yet has the space of where it will be."""
    return Look(_names_in(folder), desktop.free_space(folder), _drive_of(folder))


def shortage(needs: Mapping[Path, int], looks: FolderLooks) -> Path | None:
    """A folder that cannot take what it is to get, together with what goes to the same drive."""
    on_drive: dict[int | None, int] = {}
    for folder, needed in needs.items():
        look = looks.of(folder)
        if look is None or look.free is None:
            continue
        on_drive[look.drive] = on_drive.get(look.drive, 0) + needed
        if on_drive[look.drive] > look.free:
            return folder
    return None


def _names_in(folder: Path) -> frozenset[str]:
    try:
        with os.scandir(folder) as entries:
            return frozenset(entry.name for entry in islice(entries, _MOST_NAMES))
    except (OSError, ValueError):
        return frozenset()


def _drive_of(folder: Path) -> int | None:
    for place in (folder, *folder.parents):
        try:
            return place.stat().st_dev
        except (OSError, ValueError):
            continue
    return None
