"""Where `holdfast-native` of this copy of Holdfast is, as a browser can start it at any time.

An AppImage is mounted anew each time, and a Flatpak is started by another program: for them a small
script is put where it can stay. Knows no Qt.
"""

from __future__ import annotations

import os
import shlex
import shutil
import stat
import sys
import sysconfig
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from gui import starting
from gui.browsers import identity
from gui.browsers.manifests import RegistrationError, Why, kind_of
from gui.sandbox import is_flatpak
from gui.whereabouts import own_folder

NATIVE_HOST = "--native-host"
"""As the first word, it makes `holdfast` do what `holdfast-native` does."""

_NAME = "holdfast-native" + (".exe" if sys.platform == "win32" else "")
_FLATPAK = ("flatpak", "run", identity.HOST_NAME)
_FIRST_LINES = "#!/bin/sh\n# Browsers start Holdfast with this; Holdfast has written it.\n"
_LONGEST = 16 * 1024
_TRANSLOCATED = "AppTranslocation"
"""Where macOS runs an application that nobody has moved into its folder yet."""


class HostProgram(NamedTuple):
    """What a registration names. With `script`, that is what the file has to say."""

    path: Path
    script: str = ""

    @property
    def is_written(self) -> bool:
        """Whether a browser finds it as it has to be."""
        return not self.script or _content(self.path) == self.script


def host_program(environment: Mapping[str, str]) -> HostProgram:
    """That of this copy; raises `RegistrationError` where there is none to rely on."""
    if is_flatpak():
        return _by_script(_FLATPAK, environment)
    if (image := starting.image()) is not None:
        return _by_script((str(image),), environment)
    for place in _places():
        if _can_run(place):
            if _TRANSLOCATED in place.parts:
                raise RegistrationError(Why.NOT_INSTALLED, place)
            return HostProgram(place)
    raise RegistrationError(Why.NO_HOST)


def is_usable(program: str) -> bool:
    """Whether a browser could start what a registration names, as far as can be seen from here."""
    path = Path(program)
    if not path.is_absolute() or not _can_run(path):
        return False
    called = Path(_called_by(path) or "")
    return not called.is_absolute() or _can_run(called)


def _can_run(path: Path) -> bool:
    return kind_of(path) == stat.S_IFREG and os.access(path, os.X_OK)


def _places() -> Iterator[Path]:
    # Not resolved: the Python of a virtual environment is a link out of it.
    yield Path(sys.executable).absolute().with_name(_NAME)
    started = Path(sys.argv[0])
    if started.name.startswith("holdfast"):
        yield started.absolute().with_name(_NAME)
    yield Path(sysconfig.get_path("scripts"), _NAME)
    if (found := shutil.which(_NAME)) is not None:
        yield Path(found).absolute()


# --- by a script ---------------------------------------------------------------------------------


def _by_script(command: Sequence[str], environment: Mapping[str, str]) -> HostProgram:
    line = f'exec {shlex.join((*command, NATIVE_HOST))} "$@"\n'
    return HostProgram(own_folder(environment) / _NAME, _FIRST_LINES + line)


def _called_by(path: Path) -> str | None:
    """The program that a script of ours calls; None for any other file."""
    text = _content(path)
    if not text.startswith(_FIRST_LINES):
        return None
    try:
        words = shlex.split(text.removeprefix(_FIRST_LINES))
    except ValueError:
        return None
    return words[1] if len(words) > 1 else None


def _content(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_LONGEST).decode(errors="replace")
    except OSError:
        return ""
