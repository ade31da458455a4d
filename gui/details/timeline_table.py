"""The story of a job in rows: when, how long ago, what, and the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Qt

from engine import TimelineEntry, TimelineKind
from gui import formatting, timeline_words
from gui.details import words
from gui.details.fact_table import NOWHERE, FactTable, Index
from gui.details.lists import COPY_ROLE, DIM, INK_ROLE, LEFT
from gui.formatting import Tone

TIME, AGO, WHAT, WHY = range(4)


def _noop(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("TimelineTable", text))


_TONES: Mapping[TimelineKind, Tone] = {
    TimelineKind.ERROR: Tone.GAVE_UP,
    TimelineKind.REFUSED: Tone.RETRYING,
    TimelineKind.STARTED_OVER: Tone.RETRYING,
    TimelineKind.WAIT: Tone.RETRYING,
    TimelineKind.HOLD: Tone.HELD,
    TimelineKind.DELIVERED: Tone.DONE,
    TimelineKind.FINISHED: Tone.DONE,
}


class _Column(NamedTuple):
    title: str
    text: Callable[[TimelineEntry, float], str]
    alignment: Qt.AlignmentFlag = LEFT


_COLUMNS = (
    _Column(_noop("Time"), lambda entry, _now: words.time_of_day(entry.at)),
    _Column("", lambda entry, now: formatting.ago(entry.at, now)),
    _Column(_noop("What"), lambda entry, _now: timeline_words.kind_word(entry.kind)),
    _Column(_noop("More"), lambda entry, _now: timeline_words.told(entry)),
)


def _in_full(entry: TimelineEntry, column: int) -> str | None:
    """For a report: the date, the words, and what the engine wrote, with its codes."""
    if column == TIME:
        return words.moment(entry.at, 0.0)
    if column != WHY:
        return None
    told, written = timeline_words.told(entry), formatting.one_line(entry.text)
    return told if told == written else f"{told} [{written}]"


class TimelineTable(FactTable):
    """The entries, oldest first. New ones come at the end; what is told never changes."""

    heads = _COLUMNS

    def __init__(self, parent: QObject, clock: Callable[[], float] = words.wall_time) -> None:
        super().__init__(parent)
        self._clock = clock
        self._entries: Sequence[TimelineEntry] = ()

    def show_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """The story so far: what goes on is added, anything else is shown anew."""
        known = len(self._entries)
        goes_on = (
            0 < known <= len(entries)
            and entries[0] == self._entries[0]
            and entries[known - 1] == self._entries[-1]
        )
        if not goes_on:
            self.beginResetModel()
            self._entries = list(entries)
            self.endResetModel()
        elif len(entries) > known:
            self.beginInsertRows(NOWHERE, known, len(entries) - 1)
            self._entries = list(entries)
            self.endInsertRows()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _COLUMNS[index.column()].text(entry, self._clock())
        if role == COPY_ROLE:
            return _in_full(entry, index.column())
        if role == INK_ROLE:
            return _TONES.get(entry.kind) if index.column() == WHAT else self._quiet(index)
        return None

    def _quiet(self, index: Index) -> str | None:
        return DIM if index.column() in (TIME, AGO) else None
