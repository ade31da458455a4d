"""What the tables of the details share: a flat list of rows under heads that are translated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

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
