"""Whether Holdfast starts with the session; the system knows, and nobody else keeps it.

On Linux a desktop entry in the autostart folder, which the desktop's own tools change too; on
macOS a launch agent; on Windows a value in the registry, which the task manager can overrule.
"""

from __future__ import annotations

import os
import plistlib
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol
from xml.parsers.expat import ExpatError

from gui import desktop_entry
from gui.sandbox import is_flatpak

FILE_NAME = f"{desktop_entry.DESKTOP_ID}.desktop"
AGENT = "org.holdfast.holdfast"


class Autostart(Protocol):
    """Both raise OSError."""

    def is_on(self) -> bool:
        """What the system has, at this moment."""

    def turn(self, on: bool) -> None:
        """Start with the session from the next one on, or no longer."""


def system_autostart() -> Autostart | None:
    """The one of this system; None in a sandbox, where the system's settings decide."""
    if is_flatpak():
        return None
    command = [*desktop_entry.program(), "--hidden"]
    if sys.platform == "win32":
        return RegistryAutostart(command)
    if sys.platform == "darwin":
        return LaunchAgent(command, Path.home() / "Library" / "LaunchAgents")
    return XdgAutostart(command, os.environ)


class XdgAutostart:
    """An entry of the person's own comes before one of the system with the same name."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._command = command
        config = environment.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
        self._own = Path(config, "autostart", FILE_NAME)
        shared = environment.get("XDG_CONFIG_DIRS") or "/etc/xdg"
        self._shared = [
            Path(folder, "autostart", FILE_NAME) for folder in shared.split(":") if folder
        ]

    def is_on(self) -> bool:
        """What the first entry says that there is."""
        for place in (self._own, *self._shared):
            entry = desktop_entry.read_entry(place)
            if entry is not None:
                return _starts(entry)
        return False

    def turn(self, on: bool) -> None:
        """An entry of the system's cannot be deleted, only overruled."""
        if on:
            desktop_entry.write_entry(self._own, desktop_entry.autostart_entry(self._command))
        elif any(map(Path.exists, self._shared)):
            desktop_entry.write_entry(self._own, desktop_entry.hidden_entry())
        else:
            self._own.unlink(missing_ok=True)


def _starts(entry: Mapping[str, str]) -> bool:
    is_hidden = entry.get("Hidden", "false").lower() == "true"
    is_off = entry.get("X-GNOME-Autostart-enabled", "true").lower() == "false"
    return not is_hidden and not is_off and "Exec" in entry


class LaunchAgent:
    """A property list in the person's own folder for such."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._command = list(command)
        self._file = folder / f"{AGENT}.plist"

    def is_on(self) -> bool:
        """Whether there is one that runs at the login."""
        try:
            agent = plistlib.loads(self._file.read_bytes())
        except FileNotFoundError:
            return False
        except (plistlib.InvalidFileException, ExpatError, ValueError):
            return False
        is_agent = isinstance(agent, dict)
        return is_agent and bool(agent.get("RunAtLoad")) and not agent.get("Disabled")

    def turn(self, on: bool) -> None:
        """Write it, or delete it."""
        if not on:
            self._file.unlink(missing_ok=True)
            return
        agent = {"Label": AGENT, "ProgramArguments": self._command, "RunAtLoad": True}
        desktop_entry.write_entry(self._file, plistlib.dumps(agent).decode())


class RegistryAutostart:
    """A value under Run; what the person said in the task manager stands under StartupApproved."""

    _RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
    _APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
    _NAME = "Holdfast"

    def __init__(self, command: Sequence[str]) -> None:
        self._command = subprocess.list2cmdline(command)

    def is_on(self) -> bool:
        """The first byte of an approval is even while the program may start."""
        if self._value(self._RUN) is None:
            return False
        approval = self._value(self._APPROVED)
        return not isinstance(approval, bytes) or not approval or approval[0] % 2 == 0

    def turn(self, on: bool) -> None:
        """Write the value, or delete it; an approval that forbids it goes either way."""
        if sys.platform == "win32":
            import winreg

            self._delete(self._APPROVED)
            if on:
                with winreg.CreateKey(winreg.HKEY_CURRENT_USER, self._RUN) as key:
                    winreg.SetValueEx(key, self._NAME, 0, winreg.REG_SZ, self._command)
            else:
                self._delete(self._RUN)

    def _value(self, place: str) -> object:
        if sys.platform == "win32":
            import winreg

            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, place) as key:
                    return winreg.QueryValueEx(key, self._NAME)[0]
            except FileNotFoundError:
                return None
        return None

    def _delete(self, place: str) -> None:
        if sys.platform == "win32":
            import contextlib
            import winreg

            with (
                contextlib.suppress(FileNotFoundError),
                winreg.OpenKey(winreg.HKEY_CURRENT_USER, place, 0, winreg.KEY_SET_VALUE) as key,
            ):
                winreg.DeleteValue(key, self._NAME)
