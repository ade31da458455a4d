"""Where the extension's folder is, for people who load it into a browser by hand.

A browser reads it there at each start. What an AppImage has mounted, or a Flatpak has inside, does
not stay or is not seen: there is a copy then. Knows no Qt.
"""

from __future__ import annotations

import contextlib
import filecmp
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from gui import starting
from gui.sandbox import is_flatpak
from gui.whereabouts import own_folder
from resources import browser_extension_folder


def extension_folder(environment: Mapping[str, str]) -> Path:
    """The folder to load; where that is a copy it is made, and made anew when it is an older one.

    Raises OSError.
    """
    source = browser_extension_folder()
    if not (is_flatpak() or starting.image()):
        return source
    copy = own_folder(environment) / "extension"
    if not _is_same(source, copy):
        _put(source, copy)
    return copy


def drop_copy(environment: Mapping[str, str]) -> None:
    """Delete the copy, if there is one."""
    copy = own_folder(environment) / "extension"
    if (copy / "manifest.json").is_file():
        shutil.rmtree(copy, ignore_errors=True)
        with contextlib.suppress(OSError):
            copy.parent.rmdir()


def _is_same(source: Path, copy: Path) -> bool:
    names = _files_in(source)
    if names != _files_in(copy):
        return False
    _, different, unreadable = filecmp.cmpfiles(source, copy, names, shallow=False)
    return not different and not unreadable


def _files_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def _put(source: Path, copy: Path) -> None:
    draft = copy.with_name(f".{copy.name}.{os.getpid()}")
    draft.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    shutil.rmtree(draft, ignore_errors=True)
    try:
        # Files of the mount may not be written to; copies may.
        shutil.copytree(source, draft, copy_function=shutil.copyfile)
        shutil.rmtree(copy, ignore_errors=True)
        draft.replace(copy)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
