"""The list of jobs as Qt's views read it: rows of snapshots, columns of words.

`apply` is the only entrance for jobs, `set_filter` decides which of them have a row. Rows stay
where they are while jobs move on; only a person's wish puts them in order again. What is new finds
its place among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from engine import JobSnapshot
from gui import formatting
from gui.categories import DEFAULT_CATEGORIES, Category, category_of_job
from gui.columns import COLUMNS, NAME
from gui.job_filter import Entry, JobFilter
from gui.job_groups import Counts
from gui.translation import translate

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
# Rows alone change places: without the hint a selection would be kept cell by cell.
_HINTED = ("QList<QPersistentModelIndex>", "QAbstractItemModel::LayoutChangeHint")
_SORTED = QAbstractItemModel.LayoutChangeHint.VerticalSortHint
# Views take a few changes of their rows well; more are told as one.
_MOST_SPANS = 8
# For more rows than these, sorting all is faster than finding a place for each.
_MOST_PLACED = 200

JOB_ROLE = Qt.ItemDataRole.UserRole
"""The `JobSnapshot` of a row, for commands."""


class JobTable(QAbstractTableModel):
    """All jobs, and rows for those that pass the filter, in the line's order or as sorted.

    `countsChanged`: how many jobs there are of some sort. `filterChanged`: other jobs are wanted.
    """

    countsChanged = Signal()  # noqa: N815
    filterChanged = Signal()  # noqa: N815

    def __init__(
        self,
        categories: Callable[[], Sequence[Category]] = lambda: DEFAULT_CATEGORIES,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._categories = categories
        self._entries: dict[str, Entry] = {}
        self._rows: list[Entry] = []
        self._filter = JobFilter()
        self._passes = self._filter.test()
        self._sort_key: Callable[[JobSnapshot], Any] = _position
        self._runs_down = False
        self._seen_rows: Callable[[], range] | None = None
        self._counts_differ = False
        self.counts = Counts()

    # --- the entrance ----------------------------------------------------------------------------

    def apply(self, changed: Iterable[JobSnapshot], removed: Iterable[str]) -> None:
        """Take over what the engine says: jobs that are new or have changed, jobs that went."""
        leaving = {row for job_id in removed if (row := self._forget(job_id)) >= 0}
        before = {job.id: self._take(job) for job in changed}
        entering: list[Entry] = []
        touched: list[int] = []
        has_moved = False
        for job_id, old in before.items():
            entry = self._entries[job_id]
            is_shown = entry.row >= 0
            if self._passes(entry) is not is_shown:
                if is_shown:
                    leaving.add(entry.row)
                else:
                    entering.append(entry)
            elif is_shown and old is not None:
                touched.append(entry.row)
                has_moved |= self._sort_key is _position and entry.job.position != entry.key
        self._announce(touched, before)
        self._take_out(leaving)
        self._put_in(entering)
        if has_moved:
            self._arrange()
        self._tell_counts()

    def _take(self, job: JobSnapshot) -> JobSnapshot | None:
        """The job is like this from now on; returns how it was, None for a new one."""
        entry = self._entries.get(job.id)
        if entry is None:
            entry = self._entries[job.id] = Entry(job, self._kind_of(job))
            self._count(1, entry)
            return None
        old, group, kind = entry.job, entry.group, entry.kind
        entry.replace(job)
        if _name_of(old) != _name_of(job):
            entry.kind = self._kind_of(job)
        if (group, kind, old.folder) != (entry.group, entry.kind, job.folder):
            self.counts.note(-1, group, kind, old.folder)
            self._count(1, entry)
        return old

    def _forget(self, job_id: str) -> int:
        """The row that the job leaves; -1 if it had none."""
        entry = self._entries.pop(job_id, None)
        if entry is None:
            return -1
        self._count(-1, entry)
        return entry.row

    def _kind_of(self, job: JobSnapshot) -> str | None:
        category = category_of_job(job, self._categories())
        return None if category is None else category.title

    def _count(self, by: int, entry: Entry) -> None:
        self.counts.note(by, entry.group, entry.kind, entry.job.folder)
        self._counts_differ = True

    def _tell_counts(self) -> None:
        if self._counts_differ:
            self._counts_differ = False
            self.countsChanged.emit()

    def _announce(self, rows: list[int], before: Mapping[str, JobSnapshot | None]) -> None:
        """Views paint again what they show of these rows; what they do not show costs nothing."""
        if self._seen_rows is not None and rows:
            seen = self._seen_rows()
            rows = [row for row in rows if row in seen]
        jobs = [(row, self._rows[row].job) for row in sorted(rows)]
        # Neighbours together: at each signal Qt asks some thirty times for the size of the table,
        # and lets the threads that wait for the interpreter go first every time.
        for first, last in _spans(row for row, job in jobs if job != before[job.id]):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))

    # --- rows come and go ------------------------------------------------------------------------

    def _take_out(self, rows: set[int]) -> None:
        spans = _spans(sorted(rows))
        if len(spans) > _MOST_SPANS:
            staying = [entry for entry in self._rows if entry.row not in rows]
            self._put_in_order([*staying, *(self._rows[row] for row in sorted(rows))])
            spans = [(len(staying), len(self._rows) - 1)]
        for first, last in reversed(spans):
            self.beginRemoveRows(_ROOT, first, last)
            for entry in self._rows[first : last + 1]:
                entry.row = -1
            del self._rows[first : last + 1]
            self._number_rows(first)
            self.endRemoveRows()

    def _put_in(self, entries: list[Entry]) -> None:
        """Give these a row each, where they belong in the present order."""
        if not entries:
            return
        for entry in entries:
            entry.key = self._sort_key(entry.job)
        entries = self._in_order(entries)
        if self._place_for(entries[0]) == len(self._rows):
            self._insert(len(self._rows), entries)
            return
        places = list(map(self._place_for, entries[:_MOST_PLACED]))
        if len(entries) > _MOST_PLACED or len(set(places)) > _MOST_SPANS:
            self._insert(len(self._rows), entries)
            self._put_in_order(self._in_order(self._rows))
            return
        placed = zip(places, entries, strict=True)
        groups = [(place, list(group)) for place, group in groupby(placed, key=itemgetter(0))]
        for place, group in reversed(groups):
            self._insert(place, [entry for _, entry in group])

    def _insert(self, place: int, entries: list[Entry]) -> None:
        self.beginInsertRows(_ROOT, place, place + len(entries) - 1)
        self._rows[place:place] = entries
        self._number_rows(place)
        self.endInsertRows()

    def _place_for(self, entry: Entry) -> int:
        """The first row that comes after it; after those that are alike."""
        low, high = 0, len(self._rows)
        key: Any = entry.key
        while low < high:
            middle = (low + high) // 2
            other: Any = self._rows[middle].key
            if (other < key) if self._runs_down else (key < other):
                high = middle
            else:
                low = middle + 1
        return low

    def _in_order(self, entries: Iterable[Entry]) -> list[Entry]:
        """By their keys; those that are alike in the line's order."""
        in_line = sorted(entries, key=lambda entry: entry.job.position)
        return sorted(in_line, key=attrgetter("key"), reverse=self._runs_down)

    def _number_rows(self, first: int) -> None:
        for row, entry in enumerate(self._rows[first:], first):
            entry.row = row

    def _put_in_order(self, entries: list[Entry]) -> None:
        """The same rows in another order; what is selected stays selected."""
        if entries == self._rows:
            return
        begins: Any = self.layoutAboutToBeChanged
        begins[_HINTED].emit([], _SORTED)
        before = self.persistentIndexList()
        kept = [self._rows[index.row()] for index in before]
        self._rows = entries
        self._number_rows(0)
        after = [
            self.createIndex(entry.row, index.column())
            for entry, index in zip(kept, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        ends: Any = self.layoutChanged
        ends[_HINTED].emit([], _SORTED)

    # --- what is asked from outside --------------------------------------------------------------

    def jobs(self) -> list[JobSnapshot]:
        """All jobs, whether they have a row or not."""
        return [entry.job for entry in self._entries.values()]

    def shown_jobs(self) -> list[JobSnapshot]:
        """Those that have a row, in the order of the rows."""
        return [entry.job for entry in self._rows]

    def job_at(self, row: int) -> JobSnapshot:
        """The job of a row."""
        return self._rows[row].job

    def job(self, job_id: str) -> JobSnapshot | None:
        """The job as it was told last; None for one that is not here."""
        entry = self._entries.get(job_id)
        return None if entry is None else entry.job

    def row_of(self, job_id: str) -> int | None:
        """Where a job is; None for one that is not here, or not shown."""
        entry = self._entries.get(job_id)
        return None if entry is None or entry.row < 0 else entry.row

    @property
    def filter(self) -> JobFilter:
        """What has to hold for a job to have a row."""
        return self._filter

    def set_filter(self, wanted: JobFilter) -> None:
        """Show these jobs only; rows that stay do not move, and stay selected."""
        if wanted == self._filter:
            return
        self._filter, self._passes = wanted, wanted.test()
        self._sift()
        self.filterChanged.emit()

    def look_at_kinds(self) -> None:
        """The person changed what kinds of files there are."""
        self.counts.kinds.clear()
        for entry in self._entries.values():
            entry.kind = self._kind_of(entry.job)
            if entry.kind is not None:
                self.counts.kinds[entry.kind] += 1
        self._sift()
        self.countsChanged.emit()

    def watch(self, seen_rows: Callable[[], range]) -> None:
        """Announce changes of these rows alone: the ones that the only view has on the screen."""
        self._seen_rows = seen_rows

    def _sift(self) -> None:
        passes = self._passes
        entering, leaving = [], set()
        for entry in self._entries.values():
            if passes(entry):
                if entry.row < 0:
                    entering.append(entry)
            elif entry.row >= 0:
                leaving.add(entry.row)
        self._take_out(leaving)
        self._put_in(entering)

    # --- QAbstractTableModel ---------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        job, column = self._rows[index.row()].job, COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(job)
            case Qt.ItemDataRole.UserRole:
                return job
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.alignment
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(job) if index.column() == NAME else column.text(job)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return whereabouts(job) if index.column() == NAME else column.shown_title
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
            return COLUMNS[section].shown_title
        return COLUMNS[section].alignment if role == Qt.ItemDataRole.TextAlignmentRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By raw values, in Python; column -1 is the order of the line."""
        self._sort_key = COLUMNS[column].sort_key if column >= 0 else _position
        self._runs_down = column >= 0 and order is Qt.SortOrder.DescendingOrder
        self._arrange()

    def _arrange(self) -> None:
        for entry in self._rows:
            entry.key = self._sort_key(entry.job)
        self._put_in_order(self._in_order(self._rows))


def spoken(job: JobSnapshot) -> str:
    """A row as a screen reader says it: name, share, sentence."""
    share = "" if job.fraction is None else formatting.percent(job.fraction)
    return formatting.listed((formatting.title(job), share, formatting.state_sentence(job)))


def whereabouts(job: JobSnapshot) -> str:
    """What a screen reader adds to it."""
    folder = formatting.one_line(str(job.folder))
    return translate("job_table", "In {folder}").format(folder=folder)


def _spans(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Rows in their order as runs: the first and the last of each."""
    spans: list[tuple[int, int]] = []
    for row in rows:
        if spans and spans[-1][1] == row - 1:
            spans[-1] = (spans[-1][0], row)
        else:
            spans.append((row, row))
    return spans


def _name_of(job: JobSnapshot) -> tuple[str, str | None]:
    """What the kind of a job goes by."""
    return job.name, job.files[0].name if job.files else None


def _position(job: JobSnapshot) -> int:
    return job.position
