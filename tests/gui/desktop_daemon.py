"""A screen of the test's own with dunst on it, and a hand with a mouse."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

NEEDED = ("dbus-daemon", "Xvfb", "dunst", "dunstctl", "xdotool")
SIZE = "1280x800"

CONFIGURATION = """\
[global]
    origin = top-right
    offset = 20x20
    width = 420
    idle_threshold = 0
    dmenu = {chooser}
    mouse_left_click = do_action, close_current
    mouse_middle_click = context
    mouse_right_click = close_current
"""
# dunst's menu of actions has lines like "#Open (name.iso) [2,open]".
CHOOSER = """\
#!/bin/sh
tee -a {folder}/offered | grep ",$(cat {folder}/wanted)\\]"
"""


def missing() -> list[str]:
    """Which programs are not installed."""
    return [name for name in NEEDED if shutil.which(name) is None]


@contextlib.contextmanager
def screen() -> Iterator[str]:
    """A running X server's display."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{SIZE}x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        with open(reader) as answer:
            number = answer.readline().strip()
        yield f":{number}"
        server.terminate()


class Dunst:
    """The daemon, and the person in front of it."""

    def __init__(self, folder: Path, display: str, address: str) -> None:
        self._folder = folder
        self._environment = os.environ | {
            "DISPLAY": display,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "HOME": str(folder),
        }
        chooser = folder / "choose"
        chooser.write_text(CHOOSER.format(folder=folder))
        chooser.chmod(0o700)
        (folder / "dunstrc").write_text(CONFIGURATION.format(chooser=chooser))
        (folder / "wanted").touch()
        self._process: subprocess.Popen[bytes] | None = None

    async def start(self) -> None:
        self._process = subprocess.Popen(
            ["dunst", "-conf", str(self._folder / "dunstrc")],
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        await self._until(lambda: self._control("count").returncode == 0)

    def kill(self) -> None:
        if self._process is not None:
            self._process.send_signal(signal.SIGCONT)
            self._process.kill()
            self._process.wait()
            self._process = None

    def freeze(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    async def until_shown(self, count: int) -> None:
        """Until so many popups are to be seen."""
        await self._until(lambda: self._control("count", "displayed").stdout.strip() == str(count))

    async def press(self, action: str) -> None:
        """Choose this action from the menu of what is shown, with the mouse."""
        (self._folder / "wanted").write_text(action)
        await self._click(2)

    async def click(self) -> None:
        """Click on the popup itself."""
        await self._click(1)

    async def put_away(self) -> None:
        """Close the popup."""
        await self._click(3)

    @property
    def offered(self) -> str:
        """All lines of all menus so far."""
        path = self._folder / "offered"
        return path.read_text() if path.exists() else ""

    def look(self, picture: Path) -> None:
        """Photograph the screen, where that is possible."""
        if shutil.which("import"):
            self._run("import", "-window", "root", str(picture))

    def shown(self) -> list[dict[str, str]]:
        """Title and body of what was shown and went, the last first."""
        import json

        history = json.loads(self._control("history").stdout)["data"][0]
        return [{key: one[key]["data"] for key in ("summary", "body")} for one in history]

    async def _click(self, button: int) -> None:
        def window() -> str:
            found = self._run("xdotool", "search", "--onlyvisible", "--class", "dunst").stdout
            return found.split()[0] if found.split() else ""

        await self._until(lambda: bool(window()))
        self._run(
            *("xdotool", "mousemove", "--window", window(), "60", "20", "click", str(button)),
            # Away again, or the next popup is pointed at from the beginning.
            *("mousemove", "5", "700"),
        )

    async def _until(self, condition) -> None:
        deadline = time.monotonic() + 15
        while not condition():
            assert time.monotonic() < deadline, "the desktop does not do what was expected"
            await asyncio.sleep(0.05)

    def _control(self, *words: str) -> subprocess.CompletedProcess[str]:
        return self._run("dunstctl", *words)

    def _run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, env=self._environment, capture_output=True, text=True, timeout=20, check=False
        )
