"""The columns of the list, as data: what each is called, shows, sorts by, and how it gives way."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDateTime, Qt

from engine import JobSnapshot, Priority, host_of
from gui import formatting
from gui.translation import translate

START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
"""Where reading begins: left, or right in a window that is laid out from right to left."""
END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

_MEGABYTE = 1 << 20
_AN_EVENING = 23 * formatting.HOUR + 59 * formatting.MINUTE
_A_DAY_IN_NOVEMBER = 1_700_000_000.0


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `key` names it in what is remembered, so it never changes.

    `samples` are the widest texts that it expects; `stays` tells which columns a narrow window
    keeps: the higher, the longer. One that `is_extra` makes room as soon as the sentences below the
    names lack some. `is_shown` is how it is at first.
    """

    key: str
    title: str
    text: Callable[[JobSnapshot], str]
    sort_key: Callable[[JobSnapshot], Any]
    samples: Callable[[], tuple[str, ...]] = tuple
    alignment: Qt.AlignmentFlag = END
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    stays: int = 50
    is_extra: bool = False
    is_shown: bool = False

    @property
    def shown_title(self) -> str:
        """The title in the person's language."""
        return QCoreApplication.translate("columns", self.title)


def _title(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("columns", text))


def _tr(text: str) -> str:
    return translate("columns", text)


_PRIORITIES: Mapping[Priority, str] = {
    Priority.FOREGROUND: _title("Foreground"),
    Priority.HIGH: _title("High"),
    Priority.NORMAL: _title("Normal"),
    Priority.LOW: _title("Low"),
}


@lru_cache(maxsize=20_000)
def natural_key(name: str) -> tuple[str | int, ...]:
    """Sorts "part 2" before "part 10" and "Ä" beside "a"."""
    pieces = re.split(r"([0-9]+)", unicodedata.normalize("NFKD", name.casefold()))
    return tuple(int(piece) if at % 2 else piece for at, piece in enumerate(pieces))


def _progress(job: JobSnapshot) -> str:
    return "" if job.fraction is None else formatting.percent(job.fraction)


def _size(job: JobSnapshot) -> str:
    return "" if job.size is None else formatting.size(job.size)


def _speed(job: JobSnapshot) -> str:
    return formatting.rate(job.rate) if job.state.is_running and job.rate >= 1 else ""


def _time_left(job: JobSnapshot) -> str:
    return "" if job.time_left is None else formatting.time_left(job.time_left)


def _next_try(job: JobSnapshot) -> str:
    return "" if job.retry_in is None else formatting.countdown(job.retry_in)


def _attempts(job: JobSnapshot) -> str:
    return formatting.number(job.tries) if job.tries else ""


def _host(job: JobSnapshot) -> str:
    return formatting.one_line(host_of(job.url))


def _host_and_path(job: JobSnapshot) -> str:
    """To sort by; to find the host itself in ten thousand links takes too long."""
    return job.url.partition("//")[2]


def _priority(job: JobSnapshot) -> str:
    return _tr(_PRIORITIES[job.priority])


def _downloaded(job: JobSnapshot) -> str:
    return formatting.size(job.bytes_present) if job.bytes_present else ""


def _checksum(job: JobSnapshot) -> str:
    """What the files were checked with, or are to be."""
    verified = {file.verified for file in job.files}
    if len(verified) == 1 and (algorithm := verified.pop()):
        return formatting.checksum_name(algorithm)
    promised = {file.checksum.algorithm for file in job.files if file.checksum}
    if len(promised) != 1:
        return ""
    return _tr("{name}, not checked yet").format(name=formatting.checksum_name(promised.pop()))


def _date(when: float | None) -> str:
    return "" if when is None else formatting.date(when, _now())


def _last_progress(job: JobSnapshot) -> str:
    return "" if job.last_progress is None else formatting.ago(job.last_progress, _now())


def _now() -> float:
    return QDateTime.currentMSecsSinceEpoch() / 1000


def _or(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value


_WIDE_SIZES = (999 << 10, int(99.9 * _MEGABYTE), 1023 * _MEGABYTE)
"""Bytes whose words are wide in some language: Arabic writes the smaller units out."""


def _widest_size() -> tuple[str, ...]:
    return tuple(map(formatting.size, _WIDE_SIZES))


def _widest_rate() -> tuple[str, ...]:
    return tuple(map(formatting.rate, _WIDE_SIZES))


def _widest_date() -> tuple[str, ...]:
    return (formatting.date(_A_DAY_IN_NOVEMBER, _now()),)


COLUMNS = (
    Column(
        "name",
        _title("Name"),
        formatting.title,
        lambda job: natural_key(job.name),
        alignment=START,
        elide=Qt.TextElideMode.ElideMiddle,
        stays=100,
        is_shown=True,
    ),
    Column(
        "progress",
        _title("Progress"),
        _progress,
        lambda job: _or(job.fraction, -1.0),
        alignment=START,
        stays=99,
        is_shown=True,
    ),
    Column(
        "size",
        _title("Size"),
        _size,
        lambda job: _or(job.size, -1),
        _widest_size,
        stays=90,
        is_shown=True,
    ),
    Column(
        "speed",
        _title("Speed"),
        _speed,
        lambda job: job.rate,
        _widest_rate,
        stays=70,
        is_shown=True,
    ),
    Column(
        "time-left",
        _title("Time left"),
        _time_left,
        lambda job: _or(job.time_left, math.inf),
        lambda: (formatting.time_left(0), formatting.time_left(599)),
        stays=80,
        is_shown=True,
    ),
    Column(
        "gives-up-in",
        _title("Gives up in"),
        formatting.gives_up_in,
        lambda job: _or(job.gives_up_in, math.inf),
        lambda: (formatting.paused_clock(2 * formatting.HOUR), formatting.countdown(_AN_EVENING)),
        stays=60,
        is_shown=True,
    ),
    Column(
        "added",
        _title("Added"),
        lambda job: _date(job.created),
        lambda job: job.created,
        _widest_date,
        stays=40,
        is_extra=True,
        is_shown=True,
    ),
    Column(
        "last-progress",
        _title("Last progress"),
        _last_progress,
        lambda job: _or(job.last_progress, 0.0),
        lambda: (formatting.ago(_now() - 59 * formatting.MINUTE, _now()),),
    ),
    Column(
        "next-try",
        _title("Next try"),
        _next_try,
        lambda job: _or(job.retry_in, math.inf),
        lambda: (formatting.countdown(3599),),
    ),
    Column(
        "attempts",
        _title("Attempts"),
        _attempts,
        lambda job: job.tries,
        lambda: (formatting.number(999),),
    ),
    Column(
        "host",
        _title("Host"),
        _host,
        _host_and_path,
        lambda: ("cdimage.example.org",),
        alignment=START,
    ),
    Column(
        "folder",
        _title("Folder"),
        lambda job: formatting.one_line(str(job.folder)),
        lambda job: natural_key(str(job.folder)),
        lambda: ("/home/someone/Downloads",),
        alignment=START,
        elide=Qt.TextElideMode.ElideMiddle,
    ),
    Column(
        "priority",
        _title("Priority"),
        _priority,
        lambda job: job.priority,
        lambda: tuple(map(_tr, _PRIORITIES.values())),
        alignment=START,
    ),
    Column(
        "downloaded",
        _title("Downloaded"),
        _downloaded,
        lambda job: job.bytes_present,
        _widest_size,
    ),
    Column(
        "completed-on",
        _title("Completed on"),
        lambda job: _date(job.transferred),
        lambda job: _or(job.transferred, math.inf),
        _widest_date,
    ),
    Column(
        "checksum", _title("Checksum"), _checksum, _checksum, lambda: ("SHA-256",), alignment=START
    ),
)
NAME, PROGRESS, SIZE, SPEED, TIME_LEFT, GIVES_UP_IN, ADDED = range(7)

COLUMN_OF = {column.key: place for place, column in enumerate(COLUMNS)}
