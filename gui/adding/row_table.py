"""The links that are about to be added, as Qt's views read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from gui import formatting
from gui.adding import words
from gui.adding.duplicates import Choice, possible
from gui.adding.judging import Wanted
from gui.adding.rows import Row
from gui.painting import as_plain_tooltip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The `Row`, for the delegate."""

NAME, CHOICE, SIZE = range(3)
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_EDITABLE = _PLAIN | Qt.ItemFlag.ItemIsEditable
_TITLES = (
    str(QT_TRANSLATE_NOOP("RowTable", "Name")),
    str(QT_TRANSLATE_NOOP("RowTable", "If it is already here")),
    str(QT_TRANSLATE_NOOP("RowTable", "Size")),
)


class RowTable(QAbstractTableModel):
    """Rows in the order of the text box; one keeps its name and its choice while its link stays."""

    edited = Signal()
    """The person chose another name, or what becomes of a duplicate."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._place: dict[str, int] = {}

    @property
    def rows(self) -> Sequence[Row]:
        """All of them, in order."""
        return self._rows

    def row(self, url: str) -> Row | None:
        """The one of this link."""
        at = self._place.get(url)
        return None if at is None else self._rows[at]

    def show_links(self, links: Sequence[Wanted]) -> None:
        """Have a row for each of these and no other; rows at both ends that stay are left alone."""
        old, front, back = self._rows, 0, 0
        most = min(len(old), len(links))
        while front < most and old[front].link.url == links[front].url:
            front += 1
        while back < most - front and old[-1 - back].link.url == links[-1 - back].url:
            back += 1
        kept = {row.link.url: row for row in old}
        rows = [kept.get(link.url) or Row(link) for link in links]
        for row, link in zip(rows, links, strict=True):
            row.link = link
        self._take_out(front, len(old) - back)
        self._put_in(front, rows[front : len(rows) - back])
        self._place = {row.link.url: at for at, row in enumerate(self._rows)}

    def refresh(self, urls: Iterable[str] | None = None) -> None:
        """These rows say something else now; None is all of them."""
        if urls is None:
            places = [0, len(self._rows) - 1] if self._rows else []
        else:
            places = [self._place[url] for url in urls if url in self._place]
        if places:
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), SIZE))

    def choose(self, at: Iterable[int], choice: Choice) -> None:
        """This becomes of the duplicates among these rows, where it is possible."""
        for place in at:
            row = self._rows[place]
            if row.duplicate is not None and choice in possible(row.duplicate):
                row.wish = choice
        self.refresh()
        self.edited.emit()

    def want(self, at: Iterable[int], wanted: bool) -> None:
        """Have these files or leave them out, of those that a Metalink told of."""
        for place in at:
            if self._rows[place].told is not None:
                self._rows[place].is_wanted = wanted
        self.refresh()
        self.edited.emit()

    def rename(self, at: int, name: str) -> None:
        """The file gets this name; none, or the one it has anyway, leaves that to the server."""
        row = self._rows[at]
        row.chosen_name = None
        safe = formatting.one_line(name.strip()).replace("/", "_").replace("\\", "_")
        if safe and safe != row.name:
            row.chosen_name = safe
        self.refresh([row.link.url])
        self.edited.emit()

    def _take_out(self, first: int, stop: int) -> None:
        if first < stop:
            self.beginRemoveRows(_ROOT, first, stop - 1)
            del self._rows[first:stop]
            self.endRemoveRows()

    def _put_in(self, first: int, rows: Sequence[Row]) -> None:
        if rows:
            self.beginInsertRows(_ROOT, first, first + len(rows) - 1)
            self._rows[first:first] = rows
            self.endInsertRows()

    # --- QAbstractTableModel ---------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        # Asked of every row when there are new ones.
        column = index.column()
        if column == NAME and self._rows[index.row()].told is not None:
            return _EDITABLE | Qt.ItemFlag.ItemIsUserCheckable
        is_editable = column == NAME or (
            column == CHOICE and self._rows[index.row()].duplicate is not None
        )
        return _EDITABLE if is_editable else _PLAIN

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(row, index.column())
        if role == Qt.ItemDataRole.EditRole:
            return row.name if index.column() == NAME else row.choice
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == NAME and row.told:
            return Qt.CheckState.Checked if row.is_wanted else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == NAME:
            return formatting.joined(row.name, words.sentence(row)[0])
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tool_tip(row)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid():
            return False
        if role == Qt.ItemDataRole.CheckStateRole:
            self.want([index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
            return True
        if role != Qt.ItemDataRole.EditRole:
            return False
        if index.column() == NAME:
            self.rename(index.row(), str(value))
        elif isinstance(value, Choice):
            self.choose([index.row()], value)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        is_title = role == Qt.ItemDataRole.DisplayRole
        if is_title and orientation is Qt.Orientation.Horizontal and 0 <= section < len(_TITLES):
            return QCoreApplication.translate("RowTable", _TITLES[section])
        return None


def _text(row: Row, column: int) -> str:
    if column == NAME:
        return row.name
    if column == CHOICE:
        return words.choice(row.choice) if row.choice else ""
    return words.size(row)


def _tool_tip(row: Row) -> str:
    sentence, _tone = words.sentence(row)
    link = formatting.one_line(row.probe.final_url or row.link.url if row.probe else row.link.url)
    return as_plain_tooltip(f"{row.name}\n{sentence}\n{link}")
