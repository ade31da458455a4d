"""The door to the system's keyring: one question at a time, and none that keeps us for ever.

A keyring that is locked may ask the person and wait; one that is broken may hang. Whoever asks is
told in good time that there was no answer.
"""

from __future__ import annotations

import logging
import secrets
import sys
import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")

log = logging.getLogger(__name__)

SERVICE = "holdfast"
LONGEST_WAIT = 30.0
SECONDS_OF_PEACE = 60.0
"""How long nothing is asked after it said no: a hundred jobs must not bring a hundred prompts."""
LONGEST_ENTRY = 1200
"""Characters, all ASCII. Windows takes 2560 bytes an entry, and keeps two for each character."""
# They keep nothing, or keep it in a file. What is derived from them is no better.
_NO_KEYRINGS = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt.")
_IN_PIECES = "pieces:"


class NoAnswer(Exception):
    """There is no keyring, or it said no, or nothing. The text is for the log."""


class StillSilent(NoAnswer):
    """It was not asked again, so soon after it gave no answer."""


class Keychain:
    """Entries by name. All methods but `name` block; for use from any thread."""

    def __init__(self, longest_wait: float = LONGEST_WAIT) -> None:
        self._longest_wait = longest_wait
        self._turn = threading.Lock()
        self._is_stuck = False
        self._peace_until = 0.0

    def __repr__(self) -> str:
        return "<Keychain, stuck>" if self._is_stuck else "<Keychain>"

    def read(self, name: str) -> str | None:
        """What is kept under the name; None where there is nothing. Raises `NoAnswer`."""
        return self._ask(lambda keyring: _read(keyring, name))

    def write(self, name: str, text: str) -> None:
        """Keep it, instead of what was there. Raises `NoAnswer`."""
        self._ask(lambda keyring: _write(keyring, name, text))

    def erase(self, name: str) -> None:
        """Keep it no longer; nothing there is fine as well. Raises `NoAnswer`."""
        self._ask(lambda keyring: _erase(keyring, name))

    def name(self) -> str:
        """What the person calls the keyring; empty where there is none. Looks, and asks nothing."""
        try:
            return _name_of(_backend())
        except NoAnswer:
            return ""

    @property
    def is_silent(self) -> bool:
        """It was asked, gave no answer, and is left in peace for now."""
        return self._is_stuck or time.monotonic() < self._peace_until

    def check(self) -> str:
        """The keyring's name, once it has answered. Raises `NoAnswer`."""
        self.read("is anybody there?")
        return self.name()

    def _ask(self, question: Callable[[Any], T]) -> T:
        if self.is_silent:
            raise StillSilent("it gave no answer a moment ago")
        with self._turn:
            return self._ask_in_time(question)

    def _ask_in_time(self, question: Callable[[Any], T]) -> T:
        answers: list[T] = []
        failures: list[BaseException] = []
        answered = threading.Event()

        def work() -> None:
            try:
                answers.append(question(_backend()))
            except BaseException as failure:  # noqa: BLE001 - backends raise what they like
                failures.append(failure)
            self._is_stuck = False
            answered.set()

        threading.Thread(target=work, name="keyring", daemon=True).start()
        if not answered.wait(self._longest_wait):
            self._is_stuck = not answered.is_set()
            raise NoAnswer(f"no answer within {self._longest_wait:g} s")
        if failures:
            if not isinstance(failures[0], NoAnswer):
                self._peace_until = time.monotonic() + SECONDS_OF_PEACE
            raise NoAnswer(type(failures[0]).__name__) from None
        return answers[0]


# keyring looks for its backends when it is imported, which takes 50 ms: only jobs with secrets pay
# for it.
def _backend() -> Any:
    import keyring
    from keyring.backends.chainer import ChainerBackend

    found = keyring.get_keyring()
    several = found.backends if isinstance(found, ChainerBackend) else [found]
    for backend in several:
        if _keeps_secrets(backend):
            return backend
    raise NoAnswer("there is no keyring")


def _keeps_secrets(backend: object) -> bool:
    kinds = [f"{kind.__module__}." for kind in type(backend).__mro__]
    return not any(kind.startswith(_NO_KEYRINGS) for kind in kinds)


def _name_of(backend: object) -> str:
    module = type(backend).__module__
    if module.endswith(("SecretService", "libsecret")):
        return "Secret Service"
    if module.endswith("kwallet"):
        return "KWallet"
    if module.endswith("Windows"):
        return "Windows Credential Manager"
    if module.endswith("macOS"):
        return "macOS Keychain" if sys.platform == "darwin" else "Keychain"
    return str(getattr(backend, "name", module))


# A long text lies in pieces under names of its own; what the entry says changes last, so that it is
# whole before and after.
def _read(keyring: Any, name: str) -> str | None:
    head: str | None = keyring.get_password(SERVICE, name)
    pieces = [keyring.get_password(SERVICE, piece) for piece in _pieces_of(name, head)]
    if not pieces:
        return head
    return None if None in pieces else "".join(pieces)


def _write(keyring: Any, name: str, text: str) -> None:
    before = _pieces_of(name, keyring.get_password(SERVICE, name))
    if len(text) <= LONGEST_ENTRY:
        head = text
    else:
        cuts = range(0, len(text), LONGEST_ENTRY)
        head = f"{_IN_PIECES}{len(cuts)}:{secrets.token_hex(4)}"
        for piece, start in zip(_pieces_of(name, head), cuts, strict=True):
            keyring.set_password(SERVICE, piece, text[start : start + LONGEST_ENTRY])
    keyring.set_password(SERVICE, name, head)
    for piece in before:
        _delete(keyring, piece)


def _erase(keyring: Any, name: str) -> None:
    head = keyring.get_password(SERVICE, name)
    if head is None:
        return
    for entry in (*_pieces_of(name, head), name):
        _delete(keyring, entry)


def _delete(keyring: Any, entry: str) -> None:
    from keyring.errors import PasswordDeleteError

    try:
        keyring.delete_password(SERVICE, entry)
    except PasswordDeleteError:
        log.debug("an entry of the keyring was gone")


def _pieces_of(name: str, head: str | None) -> list[str]:
    if head is None or not head.startswith(_IN_PIECES):
        return []
    count, mark = head.removeprefix(_IN_PIECES).split(":")
    return [f"{name}.{mark}.{number}" for number in range(int(count))]
