"""The one door to the catalogue: words in the window's language, English for the command line.

The command line speaks English to everyone, so that its words can be looked up and compared. Where
the window answers it, `in_english` holds.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from contextvars import ContextVar

from PySide6.QtCore import QCoreApplication

_speaks_english: ContextVar[bool] = ContextVar("speaks_english", default=False)


def translate(context: str, text: str, number: int = -1) -> str:
    """What the catalogue has for `text`, in the form that goes with `number`; else `text`."""
    if _speaks_english.get():
        return text
    return QCoreApplication.translate(context, text, None, number)


def about(subject: str, words: str) -> str:
    """Of what, and what: "files.example.org: the server is busy"."""
    return translate("translation", "{subject}: {words}").format(subject=subject, words=words)


def without_mnemonic(text: str) -> str:
    """The words of a menu entry alone. Chinese has no letter to mark and adds one in brackets."""
    return re.sub(r"\s*\(&[^&]\)|&(?=[^&])", "", text).rstrip("…")


def in_english() -> contextlib.AbstractContextManager[None]:
    """What this task puts into words meanwhile is English."""
    return _speaking(english=True)


def as_the_window_speaks() -> contextlib.AbstractContextManager[None]:
    """The other way round: for what people see elsewhere, say in their browser."""
    return _speaking(english=False)


@contextlib.contextmanager
def _speaking(*, english: bool) -> Iterator[None]:
    before = _speaks_english.get()
    _speaks_english.set(english)
    try:
        yield
    finally:
        _speaks_english.set(before)
