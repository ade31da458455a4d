"""Where a program may have files put, and what it may call them.

A program that knows the secret acts for the person, and may use any folder that they can write to,
with one exception: places from which something is run or read as settings. A file there would not
be a download but an order, and a page that got hold of a program's secret could give it.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path, PurePath

from gui.aria2.arguments import CallRefused

_LONGEST_NAME = 255
_DRIVE = re.compile(r"[A-Za-z]:")

# Only root and services could write there; but they do run download managers.
_SYSTEM = (
    *("/bin", "/boot", "/dev", "/etc", "/lib", "/lib32", "/lib64", "/libx32", "/opt", "/proc"),
    *("/run", "/sbin", "/sys", "/usr", "/var"),
    *("/Applications", "/Library", "/System", "/private/etc", "/private/var"),
)
_SYSTEM_BUT = ("/run/media", "/var/tmp", "/private/var/folders", "/private/var/tmp")
_WINDOWS = frozenset({"windows", "program files", "program files (x86)", "programdata"})
_OF_PROGRAMS = frozenset({"appdata"} if sys.platform == "win32" else {"library"})


def checked_folder(text: str, usual: Path, home: Path) -> Path:
    """The folder that a program names; raises `CallRefused`. Touches the disk.

    Below `usual`, where new jobs put their files anyway, only hidden folders are refused. `home` is
    where Holdfast keeps its own.
    """
    if "\0" in text or not Path(text).is_absolute() or ".." in PurePath(text).parts:
        raise CallRefused("The folder (dir) has to be an absolute path.")
    folder = Path(text)
    try:
        real, usual, home = folder.resolve(), usual.resolve(), home.resolve()
    except (OSError, RuntimeError, ValueError):
        raise CallRefused("The folder (dir) cannot be looked at.") from None
    if real.is_relative_to(home):
        raise CallRefused("Holdfast keeps its own files in that folder (dir).")
    is_inside = real.is_relative_to(usual)
    below = real.relative_to(usual) if is_inside else real
    if any(part.startswith(".") for part in below.parts):
        raise CallRefused("Programs may not put files into hidden folders (dir).")
    if not is_inside and _is_of_system(real):
        raise CallRefused("Programs may not put files into folders of the system (dir).")
    return folder


def checked_name(text: str) -> str:
    """What a program calls a file; raises `CallRefused`. The engine makes it safe as well."""
    leads_away = any(mark in text for mark in ("/", "\\", "\0")) or _DRIVE.match(text)
    if leads_away or text.strip() in ("", ".", "..") or len(os.fsencode(text)) > _LONGEST_NAME:
        raise CallRefused("The name (out) has to be that of a file, without folders.")
    return text


def _is_of_system(folder: Path) -> bool:
    if sys.platform == "win32":
        parts = [part.lower() for part in folder.parts[1:]]
        return bool(parts) and (parts[0] in _WINDOWS or not _OF_PROGRAMS.isdisjoint(parts))
    if any(folder.is_relative_to(place) for place in _SYSTEM_BUT):
        return False
    # What is above them all has them below: as the usual folder, it would let every one in.
    if folder == Path("/") or any(folder.is_relative_to(place) for place in _SYSTEM):
        return True
    own = Path.home()
    if sys.platform == "darwin" and folder.is_relative_to(own):
        below = folder.relative_to(own).parts
        return bool(below) and below[0].lower() in _OF_PROGRAMS
    return False
