"""Desktop entries: the files by which a Linux desktop knows how to start a program.

The one that comes with the program says `holdfast`; `launcher` makes one for a program that is
somewhere else. Knows no Qt.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from gui import starting
from resources import desktop_entry_path

DESKTOP_ID = "holdfast"
"""The name of the file without its ending, as it is installed and written by us."""

_NAME = "holdfast"
_GROUP = "[Desktop Entry]"
_LONGEST = 64 * 1024
_ESCAPED_IN_QUOTES = '"`$\\'
_AS_A_VALUE = {"\\": "\\\\", "%": "%%", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def desktop_id() -> str:
    """The name of our entry on this desktop: docks, notifications and portals know us by it.

    A Flatpak's entry is named after the application, whatever the file is called in it.
    """
    return os.environ.get("FLATPAK_ID") or DESKTOP_ID


def program() -> list[str]:
    """How this very program is started again, by its full path."""
    if (image := starting.image()) is not None:
        return [str(image)]
    if getattr(sys, "frozen", False):
        return [sys.executable]
    for script in (Path(sys.argv[0]), Path(sys.executable).parent / _NAME):
        if script.name == _NAME and script.is_file() and os.access(script, os.X_OK):
            return [str(script.absolute())]
    found = shutil.which(_NAME)
    return [found] if found else [sys.executable, "-m", "gui"]


def exec_quote(argument: str) -> str:
    """One argument for `Exec`: in quotes as the specification wants, then as a value of the file.

    Raises ValueError for one with a zero, which no program can be given.
    """
    if "\0" in argument:
        raise ValueError("an argument cannot have a zero in it")
    quoted = "".join("\\" + sign if sign in _ESCAPED_IN_QUOTES else sign for sign in argument)
    return "".join(_AS_A_VALUE.get(sign, sign) for sign in f'"{quoted}"')


def exec_line(command: Sequence[str]) -> str:
    """A whole command for `Exec`; what needs no quotes has none."""
    return " ".join(word if _is_plain(word) else exec_quote(word) for word in command)


def _is_plain(word: str) -> bool:
    return word != "" and all(
        sign.isascii() and (sign.isalnum() or sign in "/._-") for sign in word
    )


def launcher(command: Sequence[str]) -> str:
    """The entry of the program for this command instead of `holdfast`."""
    lines = desktop_entry_path().read_text("utf-8").splitlines()
    begins = f"Exec={_NAME}"
    words = exec_line(command)
    lines = [
        f"Exec={words}{line[len(begins) :]}" if line.startswith(begins) else line for line in lines
    ]
    return "\n".join([*lines, ""])


def autostart_entry(command: Sequence[str]) -> str:
    """The entry that starts this command with the session."""
    lines = (
        _GROUP,
        "Type=Application",
        "Name=Holdfast",
        f"Exec={exec_line(command)}",
        f"Icon={DESKTOP_ID}",
        "X-GNOME-Autostart-enabled=true",
    )
    return "\n".join([*lines, ""])


def hidden_entry() -> str:
    """An entry that says: as if there were none, here and in the system's folders."""
    return "\n".join([_GROUP, "Type=Application", "Name=Holdfast", "Hidden=true", ""])


def read_entry(path: Path) -> Mapping[str, str] | None:
    """The keys and raw values of the entry; None where there is none. Raises OSError."""
    try:
        with path.open("rb") as file:
            text = file.read(_LONGEST).decode("utf-8", errors="replace")
    except FileNotFoundError:
        return None
    fields: dict[str, str] = {}
    is_ours = False
    for line in text.splitlines():
        if line.startswith("["):
            is_ours = line.strip() == _GROUP
        elif is_ours and "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            fields[key.strip()] = value.strip()
    return fields


def write_entry(path: Path, text: str, mode: int | None = None) -> None:
    """Put the file there whole or not at all; raises OSError. `mode` counts whatever the umask."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    try:
        # Never through a link that somebody has put there.
        with draft.open("x", encoding="utf-8") as file:
            file.write(text)
        if mode is not None:
            draft.chmod(mode)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
