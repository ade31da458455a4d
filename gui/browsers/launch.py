"""Starts Holdfast for a browser: once, in an environment without what the browser has put there."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from gui import starting

SECONDS_TO_FAIL = 1.0
"""A window that cannot open has ended by then."""

# What browsers, their starters and ours put around the programs that they start.
_PREFIXES = ("MOZ_", "XPCOM_", "CHROME_", "_PYI_", "GIO_LAUNCHED_DESKTOP_FILE", "BAMF_DESKTOP_")
_NAMES = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID", "LD_PRELOAD")
_LIBRARIES = "LD_LIBRARY_PATH"
_BROWSERS = ("chrom", "firefox", "mozilla", "brave", "msedge", "microsoft", "opera", "vivaldi")


class Launch:
    """What is tried, one after the other, until something lasts."""

    def __init__(
        self, home: Path, environment: Mapping[str, str], ways: Sequence[Sequence[str]]
    ) -> None:
        self._home = home
        self._environment = environment
        self._ways = list(ways)
        self._process: subprocess.Popen[bytes] | None = None

    @classmethod
    def hidden(cls, home: Path, environment: Mapping[str, str]) -> Launch:
        """In the tray; where no window can be, without one."""
        ways = [["--hidden"], ["--no-window"]]
        return cls(home, environment, ways if may_have_display(environment) else ways[1:])

    @classmethod
    def shown(cls, home: Path, environment: Mapping[str, str]) -> Launch:
        """With its window."""
        return cls(home, environment, [[]])

    def goes_on(self) -> bool:
        """Begin, or see that it has not failed; False when nothing is left to try."""
        # One that ends well has left it to another, which is there or about to be.
        while self._process is None or (self._process.poll() or 0) != 0:
            if not self._ways or not self._begin(self._ways.pop(0)):
                return False
        return True

    def lasts(self) -> bool:
        """Begin, and wait for whether it fails."""
        if not self.goes_on() or self._process is None:
            return False
        try:
            return self._process.wait(SECONDS_TO_FAIL) == 0
        except subprocess.TimeoutExpired:
            return True

    def _begin(self, way: Sequence[str]) -> bool:
        arguments = ["--home", str(self._home), *way]
        try:
            self._process = starting.start(arguments, environment=cleaned(self._environment))
        except OSError:
            return False
        return True


def may_have_display(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether it is worth trying; Qt's own word is asked by the program itself."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform != "linux" or any(environment.get(name) for name in names)


def cleaned(environment: Mapping[str, str]) -> dict[str, str]:
    """The person's own environment, as far as it can be told from the browser's."""
    kept = {
        name: value
        for name, value in environment.items()
        if not name.startswith(_PREFIXES) and name not in _NAMES
    }
    libraries = [
        folder
        for folder in kept.pop(_LIBRARIES, "").split(":")
        if folder and not any(word in folder.lower() for word in _BROWSERS)
    ]
    return {**kept, _LIBRARIES: ":".join(libraries)} if libraries else kept
