"""What is written when something breaks that nobody expected: for the log, and for a report.

Python's own hooks, Qt's messages, and faulthandler for what takes the interpreter down with it.
"""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import os
import platform
import sys
import threading
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from engine import __version__, open_private, without_secrets
from gui import logs

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

FILE = "crashes.log"
LARGEST = 256 * 1024
"""Bytes; of a longer file the end is kept."""

_HEAD = "=== "
log = logging.getLogger(__name__)
_qt = logging.getLogger("qt")


@contextlib.contextmanager
def recorded(home: Path) -> Iterator[None]:
    """The log is written, and what breaks; for whoever has the home."""
    with logs.written(home), told(home):
        log.info("Holdfast %s has the home, process %d", __version__, os.getpid())
        yield


@contextlib.contextmanager
def told(home: Path) -> Iterator[None]:
    """What breaks meanwhile is written into the home, secrets removed."""
    # PySide6 looks into the source of every module that comes after it (35 ms).
    from PySide6.QtCore import qInstallMessageHandler

    file = _file(home)
    witness = _Witness(file)
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook = witness.end
    threading.excepthook = witness.end_of_thread
    sys.unraisablehook = witness.unraisable
    qInstallMessageHandler(_qt_says)
    if file is not None:
        faulthandler.enable(file)
    try:
        yield
    finally:
        if file is not None:
            faulthandler.disable()
            file.close()
        qInstallMessageHandler(None)
        sys.excepthook, threading.excepthook, sys.unraisablehook = before


def read(home: Path) -> str:
    """What was written, oldest first; headings of runs that ended well are left out."""
    try:
        text = (home / logs.FOLDER / FILE).read_text("utf-8", "replace")
    except OSError:
        return ""
    runs = f"\n{text}".split(f"\n{_HEAD}")
    return "\n".join(f"{_HEAD}{run}".rstrip() for run in runs if "\n" in run.strip())


def place_of(failure: BaseException) -> str:
    """Where it happened, and nothing of what it says: that may quote a link with a password."""
    return "".join(traceback.format_tb(failure.__traceback__))


class _Witness:
    """Tells of exceptions that nobody caught."""

    def __init__(self, file: TextIO | None) -> None:
        self._file = file

    def end(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Python's `sys.excepthook`."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = self._tell("an exception that nobody caught", error)
        if sys.stderr is not None:
            sys.stderr.write(text)

    def end_of_thread(self, what: threading.ExceptHookArgs) -> None:
        """Python's `threading.excepthook`."""
        name = what.thread.name if what.thread else "?"
        if what.exc_value is not None and what.exc_type is not SystemExit:
            self._tell(f"the thread {name} broke", what.exc_value)

    def unraisable(self, what: sys.UnraisableHookArgs) -> None:
        """Python's `sys.unraisablehook`."""
        if what.exc_value is not None:
            self._tell(what.err_msg or "an exception that could not be raised", what.exc_value)

    def _tell(self, what: str, error: BaseException) -> str:
        log.critical("%s", what, exc_info=error)
        text = without_secrets("".join(traceback.format_exception(error)))
        if self._file is not None:
            with contextlib.suppress(OSError, ValueError):
                self._file.write(f"{what}:\n{text}")
                self._file.flush()
        return text


def _qt_says(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    level = {"QtDebugMsg": logging.DEBUG, "QtInfoMsg": logging.INFO, "QtFatalMsg": logging.CRITICAL}
    category = f"{context.category}: " if context.category else ""
    _qt.log(level.get(kind.name, logging.WARNING), "%s%s", category, text)


def _file(home: Path) -> TextIO | None:
    """Open at its end, with a heading for this run; None where that cannot be."""
    try:
        descriptor = open_private(logs.folder(home) / FILE)
        file = os.fdopen(descriptor, "r+", encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    text = _kept(file.read())
    file.seek(0)
    file.truncate()
    now = logs.moment(logging.makeLogRecord({}).created)
    who = f"Holdfast {__version__}, Python {platform.python_version()}, process {os.getpid()}"
    file.write(f"{text}{_HEAD}{now} {who}\n")
    file.flush()
    return file


def _kept(text: str) -> str:
    """The end of it, without the heading of a run that wrote nothing."""
    text = text[-LARGEST:]
    start = text.rfind(f"\n{_HEAD}") + 1
    return text[:start] if "\n" not in text[start:].rstrip("\n") else text
