"""Sign-ins from a netrc file, which is read only where a person asks for it."""

from __future__ import annotations

import netrc
import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

from engine.errors import RefusedError
from engine.sign_in import SignIn
from engine.wire.links import origin_of


def default_netrc() -> Path:
    """Where people keep it."""
    name = os.environ.get("NETRC")
    if name:
        return Path(name).expanduser().absolute()
    home = Path.home()
    windows = home / "_netrc"
    return windows if sys.platform == "win32" and windows.exists() else home / ".netrc"


def sign_ins_in(path: Path, links: Iterable[str]) -> dict[str, SignIn]:
    """By link, what the file says of its host; raises `RefusedError`, which quotes no line."""
    entries = _entries(path)
    found = {}
    for link in links:
        entry = entries.authenticators(origin_of(link)[1])
        if entry is not None and entry[2]:
            found[link] = SignIn(entry[0] or "", entry[2])
    return found


def _entries(path: Path) -> netrc.netrc:
    try:
        _require_private(path)
        return netrc.netrc(path)
    except netrc.NetrcParseError as mistake:
        raise RefusedError(f"Line {mistake.lineno} of {path} cannot be read.") from None
    except UnicodeDecodeError:
        raise RefusedError(f"{path} is no text.") from None
    except OSError as failure:
        raise RefusedError(f"Cannot read {path}: {failure.strerror}.") from failure


def _require_private(path: Path) -> None:
    if sys.platform == "win32":
        return
    found = path.stat()
    if found.st_uid != os.getuid():
        raise RefusedError(f"{path} belongs to another user, and its passwords are not used.")
    if found.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise RefusedError(
            f"Others can read {path}, and its passwords are not used; `chmod 600` mends that."
        )
