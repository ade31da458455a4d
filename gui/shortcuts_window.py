"""All keys at a glance, in the order of the menus."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui import formatting, theme
from gui.translation import without_mnemonic

_HEIGHT = 640
_COLUMN_GAP = 40


def keys_of(menus: Iterable[QMenu]) -> list[tuple[str, list[tuple[str, str]]]]:
    """For each menu its title, and the names and keys of those entries that have any."""
    found = []
    seen: set[QAction] = set()
    for menu in menus:
        rows = []
        for action in _actions(menu):
            if action.shortcuts() and action not in seen:
                seen.add(action)
                rows.append((without_mnemonic(action.text()), _written(action.shortcuts())))
        if rows:
            found.append((without_mnemonic(menu.title()), rows))
    return found


def _actions(menu: QMenu) -> Iterable[QAction]:
    for action in menu.actions():
        # `action.menu()` would hand the menu over to the action where PySide is older.
        submenu: QMenu | None = QMenu.menuInAction(action)
        if submenu is not None:
            yield from _actions(submenu)
        else:
            yield action


def _written(keys: Iterable[QKeySequence]) -> str:
    """Without the keys that only some keyboards have, such as "Copy" and "Find"."""
    texts = [
        key.toString(QKeySequence.SequenceFormat.NativeText)
        for key in keys
        if key[0].key() < Qt.Key.Key_Back  # type: ignore[index]
    ]
    return formatting.listed(dict.fromkeys(texts))


class ShortcutsWindow(QDialog):
    """Not modal: it can stay beside the window while hands learn."""

    def __init__(self, menus: Iterable[QMenu], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        table = self._table(keys_of(menus))
        area.setWidget(table)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addWidget(area)
        layout.addWidget(buttons)
        width = table.sizeHint().width() + 3 * 20
        self.resize(width, theme.grown(_HEIGHT))

    def _table(self, menus: Iterable[tuple[str, list[tuple[str, str]]]]) -> QWidget:
        table = QWidget(self)
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme.GAP - 2)
        grid.setHorizontalSpacing(theme.grown(_COLUMN_GAP))
        grid.setColumnStretch(0, 1)
        for title, rows in menus:
            heading = QLabel(title, table)
            heading.setFont(theme.name_font())
            heading.setContentsMargins(0, theme.GAP if grid.count() else 0, 0, 0)
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            for name, keys in rows:
                row = grid.rowCount()
                grid.addWidget(QLabel(name, table), row, 0)
                shown = QLabel(keys, table)
                shown.setForegroundRole(table.foregroundRole())
                grid.addWidget(shown, row, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        return table
