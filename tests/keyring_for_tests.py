"""Keyrings for tests: one that keeps what it is given in memory, and behaves as badly as asked."""

from __future__ import annotations

import contextlib
import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringLocked, PasswordDeleteError


class MemoryKeyring(KeyringBackend):
    """`mood` is what it does when asked: nothing special, or one of the methods below."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[str, str] = {}
        self.mood = "well"
        self.woken = threading.Event()
        self.asked = 0
        self.longest = 1 << 30
        """Bytes in UTF-16, of one entry; Windows takes 2560."""

    def get_password(self, service: str, username: str) -> str | None:
        self._show_mood()
        return self.entries.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._show_mood()
        if len(password.encode("utf-16-le")) > self.longest:
            raise OSError(1783, "CredWrite", "The stub received bad data")
        self.entries[username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._show_mood()
        if username not in self.entries:
            raise PasswordDeleteError("not found")
        del self.entries[username]

    def _show_mood(self) -> None:
        self.asked += 1
        match self.mood:
            case "locked":
                raise KeyringLocked("Failed to unlock the collection!")
            case "dismissed":
                raise InitError("Failed to create the collection: Prompt dismissed..")
            case "broken":
                raise RuntimeError("D-Bus is on fire, and so is hunter2")
            case "hanging":
                self.woken.wait()


class FileKeyring(KeyringBackend):
    """For processes: keeps what it is given in the file that $KEYRING_FILE names."""

    priority = 1  # type: ignore[assignment]

    @property
    def _path(self) -> Path:
        return Path(os.environ["KEYRING_FILE"])

    def _entries(self) -> dict[str, str]:
        entries: dict[str, str] = json.loads(self._path.read_text()) if self._path.exists() else {}
        return entries

    def get_password(self, service: str, username: str) -> str | None:
        return self._entries().get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._path.write_text(json.dumps({**self._entries(), username: password}))

    def delete_password(self, service: str, username: str) -> None:
        entries = self._entries()
        if entries.pop(username, None) is None:
            raise PasswordDeleteError("not found")
        self._path.write_text(json.dumps(entries))


@contextlib.contextmanager
def in_use(backend: KeyringBackend) -> Iterator[None]:
    """`backend` is the machine's keyring meanwhile."""
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    try:
        yield
    finally:
        keyring.set_keyring(before)
