"""The desktop's trash, through Qt: a person can take back what was put there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFile


def move_to_trash(path: Path) -> bool:
    """Put the file into the trash of its drive; False, and the file stays, where there is none."""
    return QFile(str(path)).moveToTrash()
