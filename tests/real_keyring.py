"""A real gnome-keyring on a message bus of the test's own, with a home of its own."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from message_bus import private_bus

_SECONDS_TO_START = 10.0

needs_gnome_keyring = pytest.mark.skipif(
    not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-daemon")),
    reason="needs gnome-keyring and dbus",
)


class RealKeyring:
    """`environment` leads a process to it."""

    def __init__(self, folder: Path, address: str) -> None:
        self._folder = folder
        self._daemon: subprocess.Popen[bytes] | None = None
        for name in ("home", "run"):
            (folder / name).mkdir(mode=0o700, exist_ok=True)
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DISPLAY")}
        for name in ("WAYLAND_DISPLAY", "PYTHON_KEYRING_BACKEND"):
            kept.pop(name, None)
        self.environment = {
            **kept,
            "HOME": str(folder / "home"),
            "XDG_DATA_HOME": str(folder / "home" / ".local" / "share"),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "DBUS_SESSION_BUS_ADDRESS": address,
        }

    @property
    def files(self) -> Path:
        """Where the daemon keeps what it was given, encrypted."""
        return self._folder / "home" / ".local" / "share" / "keyrings"

    def start(self, password: str | None) -> None:
        """With its keyring unlocked by the password; None leaves it locked, or without one."""
        how = "--start" if password is None else "--unlock"
        self._daemon = subprocess.Popen(
            ["gnome-keyring-daemon", how, "--components=secrets", "--foreground"],
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        assert self._daemon.stdin is not None
        self._daemon.stdin.write((password or "").encode())
        self._daemon.stdin.close()
        self._wait_until_it_is_on_the_bus()

    def stop(self) -> None:
        """End it; what it keeps stays on the disk."""
        if self._daemon is not None:
            self._daemon.terminate()
            self._daemon.wait()
            self._daemon = None
        # The next one could not listen there.
        shutil.rmtree(self._folder / "run" / "keyring", ignore_errors=True)

    def _wait_until_it_is_on_the_bus(self) -> None:
        question = [
            *("dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/"),
            *("org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"),
        ]
        deadline = time.monotonic() + _SECONDS_TO_START
        while time.monotonic() < deadline:
            answer = subprocess.run(
                question, env=self.environment, capture_output=True, text=True, check=False
            )
            if "boolean true" in answer.stdout:
                return
            time.sleep(0.02)
        pytest.fail("gnome-keyring never came to the bus")


@contextlib.contextmanager
def real_keyring(folder: Path) -> Iterator[RealKeyring]:
    """A bus for one; `start` begins it."""
    with private_bus(folder) as (address, _process):
        keyring = RealKeyring(folder, address)
        try:
            yield keyring
        finally:
            keyring.stop()
