"""Makes the program known to one person's desktop on Linux, and takes all of it away again.

For installations with pipx or uv and for unpacked bundles; a package of the system brings its own.
Knows no Qt.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from engine import RefusedError
from gui import desktop_entry
from gui.autostart import XdgAutostart
from gui.browsers.registration import Registrations
from gui.sandbox import is_flatpak
from resources import completion_path, icon_path, man_page_path

_CACHE = "mimeinfo.cache"
_LONGEST_WAIT = 30
"""Seconds for the desktop's own tool."""


def install(environment: Mapping[str, str]) -> list[Path]:
    """Put everything there; returns what was written. Raises `RefusedError` and OSError."""
    _require_linux()
    base = _data_folder(environment)
    written = []
    for path, text in _files(base):
        desktop_entry.write_entry(path, text)
        written.append(path)
    _refresh(base)
    return written


def uninstall(environment: Mapping[str, str]) -> list[Path]:
    """Take everything away, also the start with the session and what browsers were told.

    Returns what was there. Jobs and settings stay. Raises `RefusedError` and OSError.
    """
    _require_linux()
    base = _data_folder(environment)
    removed = [path for path, _ in _files(base) if path.exists()]
    for path in removed:
        path.unlink()
    autostart = XdgAutostart(desktop_entry.program(), environment)
    if autostart.is_on():
        autostart.turn(False)
    removed += Registrations.here(environment).forget()
    _refresh(base)
    for path, _ in _files(base):
        _drop_empty(path.parent, base)
    return removed


def _files(base: Path) -> Iterator[tuple[Path, str]]:
    """What goes where, below the person's folder of data."""
    name = desktop_entry.DESKTOP_ID
    yield _applications(base) / f"{name}.desktop", desktop_entry.launcher(desktop_entry.program())
    pictures = base / "icons" / "hicolor" / "scalable" / "apps"
    yield pictures / f"{name}.svg", icon_path(name).read_text("utf-8")
    yield base / "man" / "man1" / f"{name}.1", man_page_path().read_text("utf-8")
    bash = base / "bash-completion" / "completions" / name
    yield bash, completion_path("bash").read_text("utf-8")
    fish = base / "fish" / "vendor_completions.d" / f"{name}.fish"
    yield fish, completion_path("fish").read_text("utf-8")


def _require_linux() -> None:
    if sys.platform != "linux":
        raise RefusedError("Desktop entries are for Linux; this system does without.")
    if is_flatpak():
        raise RefusedError("Flatpak has told the desktop already.")


def _data_folder(environment: Mapping[str, str]) -> Path:
    told = Path(environment.get("XDG_DATA_HOME") or "")
    # The specification wants a path in full, and others ignored.
    return told if told.is_absolute() else Path.home() / ".local" / "share"


def _applications(base: Path) -> Path:
    return base / "applications"


def _refresh(base: Path) -> None:
    """Where the desktop keeps a list of who opens what, it is made anew; it works without."""
    folder, tool = _applications(base), shutil.which("update-desktop-database")
    if tool is not None and folder.is_dir():
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            subprocess.run(
                [tool, "-q", str(folder)], check=False, timeout=_LONGEST_WAIT, capture_output=True
            )
    if folder.is_dir() and [path.name for path in folder.iterdir()] == [_CACHE]:
        # It lists nothing any more.
        (folder / _CACHE).unlink()


def _drop_empty(folder: Path, base: Path) -> None:
    """Folders that were only there for us."""
    while folder != base and folder.is_dir():
        try:
            folder.rmdir()
        except OSError:
            # Others have something in it.
            return
        folder = folder.parent
