"""What the tables of the details share: a flat list of rows under heads that are translated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Protocol

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

Index = QModelIndex | QPersistentModelIndex

NOWHERE = QModelIndex()


class Head(Protocol):
    """What a column is called, marked as a word of its table's class, and how it stands."""

    @property
    def title(self) -> str: ...
    @property
    def alignment(self) -> Qt.AlignmentFlag: ...


class FactTable(QAbstractTableModel):
    """A table whose columns are `heads`."""

    heads: ClassVar[Sequence[Head]]

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.heads)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        head = self.heads[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tr(head.title) if head.title else ""
        return head.alignment if role == Qt.ItemDataRole.TextAlignmentRole else None


class ValueTable(FactTable):
    """Its rows are values, and each head's `text` is what stands of one in its column."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._values: Sequence[Any] = ()

    def show_values(self, values: Sequence[Any]) -> None:
        """These are the rows now."""
        before, after = len(self._values), len(values)
        if after > before:
            self.beginInsertRows(NOWHERE, before, after - 1)
        elif after < before:
            self.beginRemoveRows(NOWHERE, after, before - 1)
        self._values = values
        if after > before:
            self.endInsertRows()
        elif after < before:
            self.endRemoveRows()
        if after:
            self.dataChanged.emit(self.index(0, 0), self.index(after - 1, len(self.heads) - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._values)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        head: Any = self.heads[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return head.text(self._values[index.row()])
        return head.alignment if role == Qt.ItemDataRole.TextAlignmentRole else None
