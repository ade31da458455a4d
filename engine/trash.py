"""The desktop's trash, through Qt: a person can take back what was put there."""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import QFile, QStandardPaths

_DATA = QStandardPaths.StandardLocation.GenericDataLocation


def move_to_trash(path: Path) -> bool:
    """Put the file into the trash of its drive; False, and the file stays, where there is none."""
    with contextlib.suppress(OSError):
        # Qt makes the trash in it, but not the folder of the person's data itself.
        Path(QStandardPaths.writableLocation(_DATA)).mkdir(mode=0o700, parents=True, exist_ok=True)
    return QFile(str(path)).moveToTrash()
