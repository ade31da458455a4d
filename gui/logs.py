"""The log of a home: what happens, readable, without secrets, in a few files that stay small.

Whoever has the home writes it. One filter cleans every line, whoever logs it.
"""

from __future__ import annotations

import contextlib
import io
import logging
import logging.handlers
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

from engine import RedactingFilter, open_private

FOLDER = "logs"
FILE = "holdfast.log"
LARGEST = 1 << 20
OLDER_ONES = 3
LONGEST_ENTRY = 16 * 1024
"""Characters."""

_FOR_US = 0o700
# What libraries tell about their work is much, and httpx tells whole links.
_CHATTY = ("httpx", "httpcore", "qasync", "asyncio", "keyring", "hpack", "dbus_fast")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

log = logging.getLogger(__name__)


@contextlib.contextmanager
def written(home: Path) -> Iterator[None]:
    """Everything that is logged meanwhile goes to the home's log; without a place, nowhere."""
    handler = _handler(home)
    root = logging.getLogger()
    level, levels = root.level, {name: logging.getLogger(name).level for name in _CHATTY}
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.captureWarnings(True)
    try:
        yield
    finally:
        logging.captureWarnings(False)
        for name, before in levels.items():
            logging.getLogger(name).setLevel(before)
        root.setLevel(level)
        root.removeHandler(handler)
        handler.close()


def folder(home: Path) -> Path:
    """Where the log is, made where it is missing; raises OSError."""
    place = home / FOLDER
    place.mkdir(mode=_FOR_US, exist_ok=True)
    return place


def last_lines(home: Path, count: int) -> list[str]:
    """The end of the log, oldest first."""
    lines: list[str] = []
    for name in (FILE, *(f"{FILE}.{number}" for number in range(1, OLDER_ONES + 1))):
        with contextlib.suppress(OSError):
            text = (home / FOLDER / name).read_text("utf-8", "replace")
            lines = text.splitlines()[-(count - len(lines)) :] + lines
        if len(lines) >= count:
            break
    return lines


def moment(seconds: float, milliseconds: float = 0.0) -> str:
    """A date of the log, in seconds since 1970."""
    local = time.localtime(seconds)
    clock, zone = time.strftime("%Y-%m-%d %H:%M:%S", local), time.strftime("%z", local)
    return f"{clock}.{int(milliseconds):03d}{zone}"


def _handler(home: Path) -> logging.Handler:
    try:
        handler: logging.Handler = _File(folder(home) / FILE)
    except OSError as failure:
        log.warning("there is no log: %s", failure.strerror)
        handler = logging.NullHandler()
    handler.addFilter(RedactingFilter())
    handler.setFormatter(_Formatter())
    return handler


class _File(logging.handlers.RotatingFileHandler):
    """Bounded, for our eyes only, and quiet where the disk is full."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            maxBytes=LARGEST,
            backupCount=OLDER_ONES,
            encoding="utf-8",
            errors="backslashreplace",
        )

    def _open(self) -> io.TextIOWrapper:
        descriptor = open_private(Path(self.baseFilename), os.O_APPEND)
        return os.fdopen(descriptor, "a", encoding=self.encoding, errors=self.errors)

    def handleError(self, record: logging.LogRecord) -> None:
        """Nobody is there whom it could be told."""


class _Formatter(logging.Formatter):
    """One line for each entry; what has more lines is indented, so that none passes for another."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s")

    def formatTime(self, record: logging.LogRecord, _datefmt: str | None = None) -> str:
        """As people write it, with the zone: a report may be read elsewhere."""
        return moment(record.created, record.msecs)

    def format(self, record: logging.LogRecord) -> str:
        """As it is, made harmless and not too long."""
        text = super().format(record)
        if len(text) > LONGEST_ENTRY:
            text = f"{text[: LONGEST_ENTRY // 2]} … {text[-LONGEST_ENTRY // 2 :]}"
        lines = re.split(r"\r\n|\r|\n", text)
        return "\n    ".join(_CONTROLS.sub("\N{REPLACEMENT CHARACTER}", line) for line in lines)
