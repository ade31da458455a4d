"""What is wrong with a file of certificates, found out beside the window while it is chosen.

To open one takes a while: what locks it is made to cost time.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from engine import (
    ClientCertificate,
    RefusedError,
    check_authorities,
    check_client_certificate,
)
from gui import engine_words
from gui.aside import aside
from gui.fields import Mixed
from gui.file_field import problem_with_file

_TYPING_MS = 400


class _Question(NamedTuple):
    path: Path
    password: str = ""
    is_ours: bool = True
    """One that we show; else of those whom we trust."""


class CertificateLook(QObject):
    """Judges the file of one field at a time; `known` tells that there is something to say."""

    known = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._question: _Question | None = None
        self._words = ""
        self._typing = QTimer(self, interval=_TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self._look)

    def problem_with_ours(self, path: Path | Mixed | None, password: str) -> str:
        """Why no server can be shown this certificate; empty while that is not known."""
        return self._problem(path, partial(_Question, password=password))

    def problem_with_theirs(self, path: Path | Mixed | None) -> str:
        """Why nobody can be trusted by what is in the file; empty while that is not known."""
        return self._problem(path, partial(_Question, is_ours=False))

    def _problem(self, path: Path | Mixed | None, ask: partial[_Question]) -> str:
        words = problem_with_file(path)
        question = ask(path) if isinstance(path, Path) and not words else None
        if question != self._question:
            self._question, self._words = question, ""
            self._typing.start() if question else self._typing.stop()
        return words or self._words

    def _look(self) -> None:
        if self._question is not None:
            aside(partial(_answered, self._question), self._take)

    def _take(self, answer: tuple[_Question, str]) -> None:
        question, words = answer
        if question == self._question and words:
            self._words = words
            self.known.emit()


def _answered(question: _Question) -> tuple[_Question, str]:
    try:
        if question.is_ours:
            check_client_certificate(ClientCertificate(question.path, question.password))
        else:
            check_authorities(question.path)
    except RefusedError as refusal:
        return question, engine_words.told(str(refusal))
    return question, ""
