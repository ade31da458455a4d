"""What is wrong with a folder that a person named, before anything is put there."""

from __future__ import annotations

import os
from pathlib import Path

from gui.translation import translate


def _tr(text: str) -> str:
    return translate("folders", text)


def problem_with_folder(path: str | Path) -> str:
    """Why files cannot go there, in words; empty when they can, or the folder can be made."""
    folder = Path(path)
    if not folder.is_absolute():
        return _tr("The folder needs its whole path.")
    if "\0" in str(path):
        return _tr("There can be no such folder.")
    try:
        there = next(place for place in (folder, *folder.parents) if place.exists())
        if not there.is_dir():
            return _tr("{path} is a file, not a folder.").format(path=there)
        is_open = os.access(there, os.W_OK | os.X_OK)
    except (OSError, StopIteration):
        # A drive that is not there, a path that cannot be one.
        return _tr("There can be no such folder.")
    if is_open:
        return ""
    if there == folder:
        return _tr("Nothing may be put into this folder.")
    return _tr("The folder cannot be made: nothing may be put into {path}.").format(path=there)
