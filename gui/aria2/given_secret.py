"""The secret that a person gives to `holdfast serve`, where there is no keyring to keep one."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import MutableMapping
from pathlib import Path

from engine import RefusedError

VARIABLE = "HOLDFAST_RPC_SECRET"
SHORTEST = 16
"""Characters; what is shorter may be guessed in the long run."""
_MOST_READ = 4096
_WORD = re.compile(r"[!-~]{1,1000}")


def given(file: Path | None, environment: MutableMapping[str, str]) -> str | None:
    """What the file says, else the environment, which loses it; None where nobody gave one.

    Raises `RefusedError`, OSError.
    """
    variable = environment.pop(VARIABLE, None)
    if file is not None:
        return _checked(_read(file), f"the file {file}")
    return None if variable is None else _checked(variable, f"${VARIABLE}")


def _read(path: Path) -> str:
    with path.open("rb") as file:
        _require_private(os.fstat(file.fileno()), path)
        lines = file.read(_MOST_READ).splitlines()
    return lines[0].decode("ascii", "replace").strip() if lines else ""


def _require_private(found: os.stat_result, path: Path) -> None:
    if sys.platform == "win32":
        return
    # systemd's credentials may belong to root.
    if found.st_uid not in (os.getuid(), 0):
        raise RefusedError(f"The file {path} belongs to somebody else.")
    if not stat.S_ISREG(found.st_mode) or found.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise RefusedError(f"Others may read the file {path}: chmod 600 keeps them out.")


def _checked(text: str, place: str) -> str:
    if not _WORD.fullmatch(text):
        raise RefusedError(f"The secret in {place} has to be one word of ASCII.")
    if len(text) < SHORTEST:
        raise RefusedError(f"The secret in {place} is shorter than {SHORTEST} characters.")
    return text
