"""The list of jobs as Qt's views read it: rows of snapshots, columns of words.

`apply` is the only entrance. Rows stay where they are while jobs move on; only a person's wish, or
a new job in a sorted list, puts them in order again.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from engine import JobSnapshot
from gui import formatting

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

JOB_ROLE = Qt.ItemDataRole.UserRole
"""The `JobSnapshot` of a row, for the delegate and for commands."""

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Column(NamedTuple):
    """One column: head, words, the raw value it sorts by, the widest words it expects."""

    title: str
    text: Callable[[JobSnapshot], str]
    sort_key: Callable[[JobSnapshot], Any]
    alignment: Qt.AlignmentFlag
    sample: str


def _title(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("JobTable", text))


def _progress(job: JobSnapshot) -> str:
    return "" if job.fraction is None else formatting.percent(job.fraction)


def _size(job: JobSnapshot) -> str:
    return "" if job.size is None else formatting.size(job.size)


def _speed(job: JobSnapshot) -> str:
    return formatting.rate(job.rate) if job.state.is_running and job.rate >= 1 else ""


def _time_left(job: JobSnapshot) -> str:
    return "" if job.time_left is None else formatting.time_left(job.time_left)


def _or(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value


COLUMNS = (
    Column(_title("Name"), formatting.title, lambda job: job.name.casefold(), LEFT, ""),
    Column(_title("Progress"), _progress, lambda job: _or(job.fraction, -1.0), LEFT, ""),
    Column(_title("Size"), _size, lambda job: _or(job.size, -1), RIGHT, "999.9 MB"),
    Column(_title("Speed"), _speed, lambda job: job.rate, RIGHT, "999.9 MB/s"),
    Column(
        _title("Time left"),
        _time_left,
        lambda job: _or(job.time_left, math.inf),
        RIGHT,
        "a few seconds",
    ),
    Column(
        _title("Gives up in"),
        formatting.gives_up_in,
        lambda job: _or(job.gives_up_in, math.inf),
        RIGHT,
        "22 h (paused clock)",
    ),
)
NAME, PROGRESS, SIZE, SPEED, TIME_LEFT, GIVES_UP_IN = range(len(COLUMNS))


class JobTable(QAbstractTableModel):
    """Jobs in the order of their arrival, or as the person sorted them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[JobSnapshot] = []
        self._row_of: dict[str, int] = {}
        self._sort_column = -1
        self._sort_order = Qt.SortOrder.AscendingOrder

    # --- the entrance ----------------------------------------------------------------------------

    def apply(self, changed: Iterable[JobSnapshot], removed: Iterable[str]) -> None:
        """Take over what the engine says: jobs that are new or have changed, jobs that went."""
        self._remove(removed)
        new = [job for job in changed if not self._replace(job)]
        if new:
            self._append(new)
            self.sort(self._sort_column, self._sort_order)

    def _replace(self, job: JobSnapshot) -> bool:
        row = self._row_of.get(job.id)
        if row is None:
            return False
        if self._jobs[row] != job:
            self._jobs[row] = job
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))
        return True

    def _append(self, jobs: Sequence[JobSnapshot]) -> None:
        first = len(self._jobs)
        self.beginInsertRows(_ROOT, first, first + len(jobs) - 1)
        self._jobs.extend(jobs)
        self._number_rows(first)
        self.endInsertRows()

    def _remove(self, ids: Iterable[str]) -> None:
        rows = {self._row_of[job_id] for job_id in ids if job_id in self._row_of}
        if not rows:
            return
        first, count = min(rows), len(rows)
        if max(rows) - first >= count:
            # Views take one removal of many rows well, and many removals of one row very badly.
            staying = [job for row, job in enumerate(self._jobs) if row not in rows]
            self._put_in_order([*staying, *(self._jobs[row] for row in sorted(rows))])
            first = len(staying)
        self.beginRemoveRows(_ROOT, first, first + count - 1)
        for job in self._jobs[first : first + count]:
            del self._row_of[job.id]
        del self._jobs[first : first + count]
        self._number_rows(first)
        self.endRemoveRows()

    def _number_rows(self, first: int) -> None:
        for row in range(first, len(self._jobs)):
            self._row_of[self._jobs[row].id] = row

    # --- what is asked from outside --------------------------------------------------------------

    def jobs(self) -> list[JobSnapshot]:
        """All jobs, in the order of the rows."""
        return list(self._jobs)

    def job_at(self, row: int) -> JobSnapshot:
        """The job of a row."""
        return self._jobs[row]

    def row_of(self, job_id: str) -> int | None:
        """Where a job is, None for one that is not here."""
        return self._row_of.get(job_id)

    # --- QAbstractTableModel ---------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._jobs)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        job, column = self._jobs[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(job)
            case Qt.ItemDataRole.UserRole:
                return job
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.alignment
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == NAME:
                return f"{formatting.title(job)}, {formatting.state_sentence(job)}"
            case _:
                return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("JobTable", COLUMNS[section].title)
        return COLUMNS[section].alignment if role == Qt.ItemDataRole.TextAlignmentRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By raw values, in Python; column -1 is the order of arrival."""
        self._sort_column, self._sort_order = column, order
        key = COLUMNS[column].sort_key if column >= 0 else _position
        is_descending = column >= 0 and order is Qt.SortOrder.DescendingOrder
        in_order = sorted(self._jobs, key=key, reverse=is_descending)
        if in_order != self._jobs:
            self._put_in_order(in_order)

    def _put_in_order(self, jobs: list[JobSnapshot]) -> None:
        """The same jobs in another order; what is selected stays selected."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._jobs[index.row()].id for index in before]
        self._jobs = jobs
        self._number_rows(0)
        after = [
            self.index(self._row_of[job_id], index.column())
            for job_id, index in zip(ids, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


def _position(job: JobSnapshot) -> int:
    return job.position
