"""Whether the machine runs on its battery: what Linux, Windows and macOS say of it.

Where nothing is said, as on a desktop computer, it runs on mains.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SUPPLIES = Path("/sys/class/power_supply")
_LONGEST_WAIT = 5.0


def is_on_battery() -> bool:
    """Ask the system; may take a moment, so not on the main thread."""
    if sys.platform == "win32":
        return _windows_is_on_battery()
    if sys.platform == "darwin":
        return pmset_says_battery(_pmset())
    return supplies_say_battery(SUPPLIES)


def supplies_say_battery(folder: Path) -> bool:
    """By what Linux shows in /sys/class/power_supply.

    Mains and chargers over USB say whether they are connected. Where none of them does, a battery
    of the machine itself that is being used up decides; those of mice and headsets say nothing.
    """
    try:
        supplies = [_facts(supply) for supply in sorted(folder.iterdir())]
    except OSError:
        return False
    if any(facts["type"] != "Battery" and facts["online"] not in ("", "0") for facts in supplies):
        return False
    batteries = [
        facts for facts in supplies if facts["type"] == "Battery" and facts["scope"] != "Device"
    ]
    return any(facts["status"] == "Discharging" for facts in batteries)


def _facts(supply: Path) -> dict[str, str]:
    return {name: _read(supply / name) for name in ("type", "online", "scope", "status")}


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def pmset_says_battery(text: str) -> bool:
    """By what `pmset -g batt` prints on macOS."""
    return "'Battery Power'" in text.partition("\n")[0]


def _pmset() -> str:  # pragma: no cover - macOS only, NOT run here
    try:
        return subprocess.run(
            ["/usr/bin/pmset", "-g", "batt"],
            capture_output=True,
            text=True,
            timeout=_LONGEST_WAIT,
            check=False,
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return ""


def status_says_battery(line_status: int) -> bool:
    """By `ACLineStatus` of Windows' SYSTEM_POWER_STATUS: 0 offline, 1 online, 255 unknown."""
    return line_status == 0


def _windows_is_on_battery() -> bool:  # pragma: no cover - Windows only, NOT run here
    import ctypes

    # ACLineStatus is the first of SYSTEM_POWER_STATUS' twelve bytes.
    status = (ctypes.c_ubyte * 12)()
    kernel: object = getattr(ctypes, "windll").kernel32  # noqa: B009 - there on Windows only
    if not getattr(kernel, "GetSystemPowerStatus")(ctypes.byref(status)):  # noqa: B009
        return False
    return status_says_battery(status[0])
