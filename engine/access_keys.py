"""Keys that other programs show when they want something of us: random words of our own making.

The keyring keeps them, for each home its own. Where there is none, a key lasts until the program
ends.
"""

from __future__ import annotations

import hashlib
import logging
import os
import secrets
import threading
from dataclasses import dataclass, field
from pathlib import Path

from engine import redaction
from engine.keychain import Keychain, NoAnswer
from engine.threads import in_thread

log = logging.getLogger(__name__)

_BYTES = 20
"""Of chance in a key; in hexadecimal digits, for it is typed into other people's forms."""


class KeyringSilentError(Exception):
    """There is a keyring, and it does not say which key it keeps."""


@dataclass(frozen=True, slots=True)
class AccessKey:
    """What has to be shown, and whether it outlives the program."""

    text: str = field(repr=False)
    lasts: bool


class AccessKeys:
    """By the name of the door that they open. For use from any thread."""

    def __init__(self, home: Path, keychain: Keychain | None = None) -> None:
        self._mark = hashlib.sha256(os.fsencode(home.absolute())).hexdigest()[:16]
        self._keychain = keychain or Keychain()
        self._of_this_run: dict[str, str] = {}
        self._lock = threading.Lock()

    async def get(self, door: str) -> AccessKey:
        """The key of the door, made when there is none; raises `KeyringSilentError`."""
        return await in_thread("keyring", self._find_or_make, door)

    async def renew(self, door: str) -> AccessKey:
        """Another key, instead of the one there was."""
        return await in_thread("keyring", self._renew, door)

    def use(self, door: str, text: str) -> None:
        """Take this one, in this run only: somebody gave it to us. Before anybody asks for it."""
        redaction.secrets.learn((text,))
        # No lock, which whoever waits for the keyring holds.
        self._of_this_run[door] = text

    def kept(self, door: str) -> str | None:
        """What the keyring keeps; None where there is nothing. Blocks; raises
        `KeyringSilentError`.
        """
        try:
            text = self._keychain.read(self._name_of(door))
        except NoAnswer as why:
            if self._keychain.name():
                log.warning("the keyring does not say a key: %s", why)
                raise KeyringSilentError from None
            return None
        if text:
            redaction.secrets.learn((text,))
        return text or None

    def _find_or_make(self, door: str) -> AccessKey:
        # Of two who ask at once, the second has to find what the first has made.
        with self._lock:
            if door in self._of_this_run:
                return AccessKey(self._of_this_run[door], lasts=False)
            text = self.kept(door)
            return self._made(door) if text is None else AccessKey(text, lasts=True)

    def _renew(self, door: str) -> AccessKey:
        with self._lock:
            return self._made(door)

    def _made(self, door: str) -> AccessKey:
        text = secrets.token_hex(_BYTES)
        redaction.secrets.learn((text,))
        try:
            self._keychain.write(self._name_of(door), text)
        except NoAnswer as why:
            log.warning("no keyring keeps a key, which lasts until we end: %s", why)
            self._of_this_run[door] = text
            return AccessKey(text, lasts=False)
        self._of_this_run.pop(door, None)
        return AccessKey(text, lasts=True)

    def _name_of(self, door: str) -> str:
        return f"{door} {self._mark}"
