"""Hands files and folders over to the desktop."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import platformdirs
from PySide6.QtCore import QProcess, QStorageInfo, QUrl
from PySide6.QtGui import QDesktopServices

from engine import Settings
from gui import file_manager


def open_file(path: Path) -> bool:
    """Open the file with what the person chose for its type; False where that is not possible."""
    return path.exists() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_in_folder(path: Path, otherwise: Callable[[], object]) -> bool:
    """Show the file among its neighbours, or the nearest folder that is still there.

    False where there is none. `otherwise` is called, perhaps later, where nothing shows folders.
    """
    place = path if path.exists() else path.parent
    if not place.exists():
        return False
    if sys.platform == "linux":
        file_manager.show(place, otherwise)
    elif not _show_elsewhere(place):
        otherwise()
    return True


def _show_elsewhere(place: Path) -> bool:
    if place.is_file() and sys.platform == "darwin":
        return bool(QProcess.startDetached("open", ["-R", str(place)])[0])
    if place.is_file() and sys.platform == "win32":
        return bool(QProcess.startDetached("explorer", ["/select,", str(place)])[0])
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))


def default_folder(settings: Settings) -> Path:
    """Where new jobs put their files unless the person says otherwise."""
    return Path(settings.folder) if settings.folder else platformdirs.user_downloads_path()


def free_space(folder: Path) -> int | None:
    """Bytes that still fit on the drive of `folder`; None where that cannot be known."""
    there = next(filter(_is_folder, (folder, *folder.parents)), None)
    drive = QStorageInfo(str(there)) if there else QStorageInfo()
    return drive.bytesAvailable() if drive.isValid() and drive.isReady() else None


def _is_folder(place: Path) -> bool:
    """False also for what cannot be looked at, such as a name that is too long for any folder."""
    try:
        return place.is_dir()
    except (OSError, ValueError):
        return False
