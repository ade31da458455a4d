"""Tells the machine to suspend or to shut down, and runs a command; why not is said in words."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QProcess

from engine import in_thread
from gui.power.ending import Deed
from gui.session_bus import Bus, BusError, Kind, Place
from gui.translation import translate

LOGIND = Place(
    "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager"
)
_MEMBERS = {Deed.SUSPEND: "Suspend", Deed.SHUT_DOWN: "PowerOff"}

LONGEST_QUESTION = 120.0
"""Seconds for the person, whom the system may ask for a password."""
_LONGEST_WAIT = 30.0


def _tr(text: str) -> str:
    return translate("orders", text)


class OrderError(Exception):
    """It cannot be done; a sentence for people."""


async def check(deed: Deed, command: str = "") -> None:
    """See whether the deed could be done now; raises `OrderError`."""
    if deed is Deed.COMMAND:
        split(command)
    elif deed in _MEMBERS and sys.platform == "linux":
        answer = await _ask_logind(deed, "Can" + _MEMBERS[deed])
        # "yes", "challenge": the person is asked for a password, "no", "na": not on this machine
        if answer[:1] == ["na"]:
            raise _impossible(deed, _tr("this computer cannot do it"))
        if answer[:1] == ["no"]:
            raise _impossible(deed, _tr("it is not allowed here"))


async def carry_out(deed: Deed, command: str = "") -> None:
    """Do it; raises `OrderError`. Quitting is not our business."""
    if deed is Deed.COMMAND:
        run(command)
    elif deed in _MEMBERS:
        if sys.platform == "linux":
            await _ask_logind(deed, _MEMBERS[deed], "b", True)
        else:
            await in_thread("order", _order_elsewhere, deed, sys.platform)


# --- a command --------------------------------------------------------------------------------


def split(command: str) -> list[str]:
    """The program, as a path, and its arguments; no shell looks at them. Raises `OrderError`."""
    try:
        # A Windows path has backslashes, which quote nothing there.
        words = shlex.split(command, posix=os.name != "nt")
    except ValueError as failure:
        raise OrderError(_tr("A quotation mark in the command has no partner.")) from failure
    if not words:
        raise OrderError(_tr("There is no command."))
    program, *arguments = words
    found = shutil.which(str(Path(program).expanduser()))
    if found is None:
        raise OrderError(_tr("There is no program {name}.").format(name=program))
    return [found, *arguments]


def run(command: str) -> None:
    """Start the command, which lives on by itself; raises `OrderError`."""
    program, *arguments = split(command)
    process = QProcess()
    process.setProgram(program)
    process.setArguments(arguments)
    process.setWorkingDirectory(str(Path.home()))
    nowhere = QProcess.nullDevice()
    process.setStandardInputFile(nowhere)
    process.setStandardOutputFile(nowhere)
    process.setStandardErrorFile(nowhere)
    # PySide6 promises a pair here and gives a truth value.
    started: object = process.startDetached()
    if started in (False, (False, 0)):
        raise OrderError(_tr("{name} cannot be started.").format(name=program))


# --- the machine ------------------------------------------------------------------------------


async def _ask_logind(deed: Deed, member: str, signature: str = "", *body: bool) -> list[object]:
    bus = Bus(Kind.SYSTEM)
    try:
        answer = await bus.call(LOGIND, member, signature, *body, timeout=LONGEST_QUESTION)
    except BusError as failure:
        raise _impossible(deed, str(failure).removeprefix(f"{failure.name}: ")) from failure
    finally:
        await bus.close()
    return answer.body


def _impossible(deed: Deed, reason: str) -> OrderError:
    words = (
        _tr("The computer cannot be suspended: {reason}")
        if deed is Deed.SUSPEND
        else _tr("The computer cannot be shut down: {reason}")
    )
    return OrderError(words.format(reason=reason))


def command_elsewhere(deed: Deed, platform: str) -> list[str]:
    """What does it on Windows and macOS; empty where it is no program."""
    if platform == "darwin":
        verb = "sleep" if deed is Deed.SUSPEND else "shut down"
        return ["/usr/bin/osascript", "-e", f'tell application "System Events" to {verb}']
    if platform == "win32" and deed is Deed.SHUT_DOWN:
        return ["shutdown", "/s", "/t", "0"]
    return []


def _order_elsewhere(deed: Deed, platform: str) -> None:  # pragma: no cover - NOT run here
    command = command_elsewhere(deed, platform)
    try:
        if command:
            subprocess.run(command, check=True, timeout=_LONGEST_WAIT, capture_output=True)
        elif platform == "win32":
            _suspend_windows()
        else:
            raise _impossible(deed, _tr("this computer cannot do it"))
    except (OSError, subprocess.SubprocessError) as failure:
        raise _impossible(deed, str(failure)) from failure


def _suspend_windows() -> None:  # pragma: no cover - Windows only, NOT run here
    import ctypes

    library = getattr(ctypes, "WinDLL")("powrprof")  # noqa: B009 - there on Windows only
    # Not hibernate, not by force, and wake-up events stay.
    if not library.SetSuspendState(0, 0, 0):
        raise OSError(getattr(ctypes, "WinError")())  # noqa: B009
