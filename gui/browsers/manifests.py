"""The file that tells a browser of `holdfast-native`: what stands in it, read and written.

Browsers call it the manifest of a native messaging host. Knows no Qt and imports the standard
library only.
"""

from __future__ import annotations

import contextlib
import enum
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from gui.browsers import identity
from gui.browsers.catalogue import Family
from gui.desktop_entry import write_entry

FOR_PERSON = 0o700
"""Of folders that are missing; browsers make theirs so, too."""
FOR_EVERYONE = 0o755
TO_READ = 0o644
TO_RUN = 0o755
_LONGEST = 64 * 1024
_ALLOWED = {Family.CHROMIUM: "allowed_origins", Family.FIREFOX: "allowed_extensions"}


class Why(enum.Enum):
    """Why something about a registration cannot be done."""

    NO_HOST = "there is no holdfast-native"
    NOT_INSTALLED = "the program is where it cannot stay"
    FOREIGN = "something else is in the way"
    LINKED_FILE = "the file is a link"
    LINK_TO_NOWHERE = "the folder is a link to nowhere"
    NO_FOLDER = "there is no folder where one has to be"
    NOT_ALLOWED = "the folder may not be written to"
    FAILED = "the system refused"


class RegistrationError(Exception):
    """`path` is what it is about; `reason` the system's own words. Others put it into sentences."""

    def __init__(self, why: Why, path: Path | None = None, reason: str = "") -> None:
        super().__init__(f"{why.value}: {path}")
        self.why = why
        self.path = path
        self.reason = reason


class Registration(NamedTuple):
    """What a file says; a browser needs `program` in full and its extension among `allowed`."""

    program: str
    allowed: tuple[str, ...]


class Foreign(NamedTuple):
    """A file of our name that is none of ours, or cannot be read."""

    file: Path


def text_of(family: Family, program: Path) -> str:
    """What a registration says. Raises `RegistrationError` for a path that JSON cannot have."""
    fields = {
        "name": identity.HOST_NAME,
        "description": "Hands downloads of the browser over to Holdfast",
        "path": str(program),
        "type": "stdio",
        _ALLOWED[family]: [who_may(family)],
    }
    text = json.dumps(fields, indent=2, ensure_ascii=False) + "\n"
    try:
        text.encode()
    except UnicodeEncodeError:
        raise RegistrationError(Why.NOT_INSTALLED, program) from None
    return text


def who_may(family: Family) -> str:
    """Our extension, as these browsers name it."""
    if family is Family.CHROMIUM:
        return identity.chromium_origin()
    return identity.firefox_id()


def kind_of(path: Path, *, follow: bool = True) -> int:
    """What is there, as `stat.S_IFMT` has it; 0 where nothing is, or nothing can be seen."""
    try:
        return stat.S_IFMT(path.stat(follow_symlinks=follow).st_mode)
    except OSError:
        return 0


def is_link(path: Path) -> bool:
    """Whether it is a symbolic link."""
    return kind_of(path, follow=False) == stat.S_IFLNK


def read(file: Path, family: Family) -> Registration | Foreign | None:
    """What lies there; None where nothing does."""
    try:
        # What is no plain file, a pipe for example, might keep us waiting.
        if not stat.S_ISREG(file.stat().st_mode):
            return Foreign(file)
        with file.open("rb") as opened:
            fields = json.loads(opened.read(_LONGEST))
    except (FileNotFoundError, NotADirectoryError):
        return Foreign(file) if is_link(file) else None
    except (OSError, ValueError, RecursionError):
        return Foreign(file)
    if not isinstance(fields, dict) or fields.get("name") != identity.HOST_NAME:
        return Foreign(file)
    allowed = fields.get(_ALLOWED[family])
    return Registration(
        str(fields.get("path", "")),
        tuple(map(str, allowed)) if isinstance(allowed, list) else (),
    )


def write(file: Path, text: str, folder_mode: int = FOR_PERSON, file_mode: int = TO_READ) -> None:
    """Put it there whole or not at all; raises `RegistrationError`."""
    with _failures_told(file.parent):
        _make_folder(file.parent, folder_mode)
        if is_link(file):
            # Somebody keeps such files elsewhere, and would wonder.
            raise RegistrationError(Why.LINKED_FILE, file)
        write_entry(file, text, file_mode)


def remove(file: Path) -> None:
    """Delete it, and the folders that nothing else is in; raises `RegistrationError`."""
    if is_link(file):
        raise RegistrationError(Why.LINKED_FILE, file)
    with _failures_told(file.parent):
        file.unlink(missing_ok=True)
    for folder in (file.parent, file.parent.parent):
        # Others have something in it, or it is a link.
        with contextlib.suppress(OSError):
            folder.rmdir()


def _make_folder(folder: Path, mode: int) -> None:
    for each in reversed((folder, *folder.parents)):
        if kind_of(each) == stat.S_IFDIR:
            continue
        if is_link(each):
            raise RegistrationError(Why.LINK_TO_NOWHERE, each)
        # Another of us may be quicker.
        each.mkdir(mode, exist_ok=True)
        if mode == FOR_EVERYONE:
            # Whatever the umask of who builds a package.
            each.chmod(mode)


@contextlib.contextmanager
def _failures_told(folder: Path) -> Iterator[None]:
    try:
        yield
    except (FileExistsError, NotADirectoryError, IsADirectoryError) as failure:
        raise RegistrationError(Why.NO_FOLDER, _path_of(failure, folder)) from failure
    except PermissionError as failure:
        raise RegistrationError(Why.NOT_ALLOWED, folder) from failure
    except OSError as failure:
        raise RegistrationError(Why.FAILED, folder, failure.strerror or str(failure)) from failure


def _path_of(failure: OSError, folder: Path) -> Path:
    return Path(os.fsdecode(failure.filename)) if failure.filename else folder
