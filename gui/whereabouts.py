"""Where an instance is to be found. For the quick ones: the standard library only, and no Qt."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

LOCK_FILE = "lock"
HOME_VARIABLE = "HOLDFAST_HOME"

_NAME = "holdfast"
_MOST_READ = 4096


def address_of(home: Path) -> str | None:
    """Where the instance that holds the home listens; None while it does not say."""
    try:
        with (home / LOCK_FILE).open("rb") as file:
            return file.read(_MOST_READ).decode() or None
    except (OSError, UnicodeDecodeError):
        return None


def usual_home(environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    """The home of a program that was told of no other, as platformdirs has it."""
    if chosen := environment.get(HOME_VARIABLE):
        return Path(chosen).expanduser().absolute()
    if platform == "win32":
        local = environment.get("LOCALAPPDATA", "")
        return Path(local or Path.home() / "AppData" / "Local", _NAME)
    chosen = environment.get("XDG_DATA_HOME", "")
    if os.path.isabs(chosen):  # noqa: PTH117 - of Unix, whatever this system is
        return Path(chosen, _NAME)
    usual = "Library/Application Support" if platform == "darwin" else ".local/share"
    return Path.home() / usual / _NAME


def own_folder(environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Where what browsers need is put: in the usual home, also while another one is chosen."""
    others = {name: value for name, value in environment.items() if name != HOME_VARIABLE}
    return usual_home(others, platform) / "browsers"
