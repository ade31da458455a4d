"""Folders and kinds: where files go."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMessageBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui import desktop, formatting, theme
from gui.categories import DEFAULT_CATEGORIES, Category, shown_title
from gui.folder_field import FolderField
from gui.folders import problem_with_folder
from gui.preferences_dialog.desk import Desk
from gui.preferences_dialog.kind_dialog import KindDialog
from gui.preferences_dialog.page import Page

_ROWS_IN_SIGHT = 8
_FOLDER = 2
_FOLDER_WIDTH = 160


class PlacesPage(Page):
    """The folder of all files, and the kinds that have one of their own."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._add_folder()
        self.begin_section(
            self.tr("Kinds of files"),
            self.tr("Told by the endings of their names. A kind may have a folder of its own."),
        )
        kinds = KindsField(self.tr("Kinds of files"), self)
        self.bind(
            kinds,
            self.add_wide(kinds),
            lambda: self.desk.preferences.categories,
            lambda categories: self.desk.change_preferences(categories=categories),
        )
        self.end()

    def _add_folder(self) -> None:
        field = FolderField(self.tr("Put files into"), self)
        without = desktop.default_folder(type(self.desk.settings)())
        field.set_placeholder(str(without))
        self.bind(
            field,
            self.add_field(
                self.tr("&Put files into"),
                field,
                self.tr("Where nothing is written here, they go to the folder of downloads."),
            ),
            lambda: self.desk.settings.folder or "",
            lambda path: self.desk.change_settings(folder=path or None),
            lambda path: problem_with_folder(path) if path else "",
        )


class KindsField(QWidget):
    """A table of kinds, and buttons that change it."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: tuple[Category, ...] = ()
        self.table = self._make_table(name)
        self.add = self._button(self.tr("A&dd…"), self._ask_for_one)
        self.change = self._button(self.tr("C&hange…"), self._ask_for_change)
        self.remove = self._button(self.tr("&Remove"), self._remove)
        self.reset = self._button(self.tr("Rese&t…"), self._ask_for_reset)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GAP)
        for button in (self.add, self.change, self.remove):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.reset)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self.table)
        layout.addLayout(buttons)
        self.setFocusProxy(self.table)
        self._follow_selection()

    @property
    def value(self) -> tuple[Category, ...]:
        """The kinds, in their order."""
        return self._kinds

    def set_value(self, kinds: Any) -> None:
        """Show these; tells nobody."""
        row = self._row
        self._kinds = tuple(kinds)
        self.table.clear()
        for kind in self._kinds:
            self.table.addTopLevelItem(_item(kind))
        self.table.setColumnHidden(_FOLDER, not any(kind.folder for kind in self._kinds))
        self._select(min(row, len(self._kinds) - 1))
        self._follow_selection()

    # --- how it is made --------------------------------------------------------------------------

    def _make_table(self, name: str) -> QTreeWidget:
        table = QTreeWidget(self)
        table.setObjectName("kinds")
        table.setAccessibleName(name)
        table.setHeaderLabels([self.tr("Kind"), self.tr("Endings"), self.tr("Folder")])
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setAllColumnsShowFocus(True)
        table.setTextElideMode(Qt.TextElideMode.ElideRight)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_FOLDER, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(_FOLDER, theme.grown(_FOLDER_WIDTH))
        row = table.fontMetrics().height() + 10
        table.setMinimumHeight(row * (_ROWS_IN_SIGHT + 1) + 4)
        table.currentItemChanged.connect(self._follow_selection)
        table.itemActivated.connect(self._ask_for_change)
        return table

    def _button(self, text: str, act: Any) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        return button

    # --- what happens ----------------------------------------------------------------------------

    @property
    def _row(self) -> int:
        return self.table.currentIndex().row()

    def _select(self, row: int) -> None:
        if row >= 0:
            self.table.setCurrentIndex(self.table.model().index(row, 0))

    def _follow_selection(self) -> None:
        is_one = self.table.currentItem() is not None
        self.change.setEnabled(is_one)
        self.remove.setEnabled(is_one)
        self.reset.setEnabled(self._kinds != DEFAULT_CATEGORIES)

    def _take(self, kinds: tuple[Category, ...], row: int) -> None:
        self.set_value(kinds)
        self._select(row)
        self.changed.emit()

    def _ask_for_one(self) -> None:
        dialog = KindDialog(None, self._kinds, self)
        dialog.chosen.connect(lambda kind: self._take((*self._kinds, kind), len(self._kinds)))
        dialog.open()

    def _ask_for_change(self) -> None:
        if self._row < 0:
            return
        old = self._kinds[self._row]
        dialog = KindDialog(old, [kind for kind in self._kinds if kind is not old], self)
        dialog.chosen.connect(lambda kind: self._exchange(old, kind))
        dialog.open()

    def _exchange(self, old: Category, new: Category) -> None:
        kinds = tuple(new if kind == old else kind for kind in self._kinds)
        self._take(kinds, self._row)

    def _remove(self) -> None:
        row = self._row
        self._take(self._kinds[:row] + self._kinds[row + 1 :], row)

    def _ask_for_reset(self) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Kinds of files"))
        box.setText(self.tr("Put back the kinds that came with Holdfast?"))
        box.setInformativeText(self.tr("Yours and their folders are forgotten; no file is moved."))
        reset = box.addButton(self.tr("Reset"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        reset.clicked.connect(lambda: self._take(DEFAULT_CATEGORIES, 0))
        box.open()


def _item(kind: Category) -> QTreeWidgetItem:
    endings = ", ".join(kind.endings)
    folder = formatting.one_line(kind.folder or "")
    item = QTreeWidgetItem([formatting.one_line(shown_title(kind)), endings, folder])
    item.setToolTip(1, endings)
    item.setToolTip(_FOLDER, folder)
    return item
