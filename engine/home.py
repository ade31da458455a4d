"""The folder that everything of ours lives in, and the files there: for their owner's eyes only."""

from __future__ import annotations

import os
import re
import stat
import sys
from pathlib import Path

from engine.errors import RefusedError

FOR_US = 0o700
OURS = 0o600

_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_OTHERS_ENTER = stat.S_IXGRP | stat.S_IXOTH
# Whatever else lies there is nobody's business.
_OUR_NAMES = re.compile(r"jobs\.db.*|[\w-]+\.json(?:\.new)?|window\.ini|lock|[\w-]+\.log|logs")


def prepare_home(home: Path) -> None:
    """Make the folder where it is missing, and let nobody else into it.

    Raises `RefusedError` where it, or a file of ours in it, is another's or can be written by
    others, and OSError where it cannot be made.
    """
    home.mkdir(mode=FOR_US, parents=True, exist_ok=True)
    if sys.platform == "win32":
        # The access list of the person's profile does it.
        return
    place = home.resolve()
    found = place.stat()
    _require_ours(place, found)
    if found.st_mode & _OTHERS_WRITE:
        raise RefusedError(_others_can_write(place))
    _require_safe_way(place)
    with os.scandir(place) as entries:
        for entry in entries:
            if _OUR_NAMES.fullmatch(entry.name):
                _look_at(Path(entry.path), could_be_reached=bool(found.st_mode & _OTHERS_ENTER))
    _tighten(place, found)


def open_private(path: Path, flags: int = 0) -> int:
    """The file, made for us alone where it is missing, open to write; never through a link."""
    # Windows has a text mode, and nothing of the rest.
    for name in ("O_CLOEXEC", "O_NOFOLLOW", "O_BINARY"):
        flags |= getattr(os, name, 0)
    flags |= os.O_CREAT | os.O_RDWR
    return os.open(path, flags, OURS)


def write_private(path: Path, content: bytes) -> None:
    """Write the file whole or not at all, for us alone; raises OSError."""
    draft = path.with_name(path.name + ".new")
    draft.unlink(missing_ok=True)
    with open(open_private(draft, os.O_EXCL), "wb") as file:
        file.write(content)
    draft.replace(path)


def _look_at(path: Path, *, could_be_reached: bool) -> None:
    try:
        found = path.stat()
    except OSError:
        # Gone just now, or a link to nowhere: whoever opens it will tell.
        return
    _require_ours(path, found)
    # With a umask of 002 earlier versions made files that a group may write, where no other came.
    if found.st_mode & stat.S_IWOTH or (could_be_reached and found.st_mode & _OTHERS_WRITE):
        raise RefusedError(_others_can_write(path))
    _tighten(path, found)


def _tighten(path: Path, found: os.stat_result) -> None:
    mode = stat.S_IMODE(found.st_mode)
    if mode & 0o077:
        path.chmod(mode & 0o700)


def _require_ours(path: Path, found: os.stat_result) -> None:
    if found.st_uid != os.getuid():
        raise RefusedError(f"{path} belongs to another user ({_user(found.st_uid)}).")


def _require_safe_way(place: Path) -> None:
    """Who can rename a folder above it can put another in its place."""
    for folder in place.parents:
        mode = folder.stat().st_mode
        if mode & stat.S_IWOTH and not mode & stat.S_ISVTX:
            raise RefusedError(
                f"Everybody can put another folder in the place of {place}: "
                f"{folder} can be written by all."
            )


def _others_can_write(path: Path) -> str:
    return f"Others can write to {path}; `chmod go-w` takes that from them."


def _user(number: int) -> str:
    import pwd

    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return str(number)
