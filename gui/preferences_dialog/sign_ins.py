"""Sign-ins: for which servers and proxies they are kept, and where. What they say is not shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from engine import KeyringState, SavedSignIn
from gui import formatting, hosts, theme
from gui.fields import hint
from gui.preferences_dialog.desk import Desk
from gui.preferences_dialog.page import Page

_ROWS_IN_SIGHT = 8


class SignInsPage(Page):
    """A list with a button that forgets the chosen ones."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._saved: list[SavedSignIn] = []
        self._stop_asking: Callable[[], None] = lambda: None
        self.begin_section(
            self.tr("For all downloads from a server, or through a proxy"),
            self.tr(
                "They come here when you sign in and choose so. Each is shown only to the server "
                "or the proxy that it was made for."
            ),
        )
        self.table = self._make_table()
        self.remove = QPushButton(self.tr("&Remove"), self)
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self._remove)
        self.add_wide(self._with_buttons())
        self._keeping = hint("\N{NO-BREAK SPACE}", self)
        self.add_wide(self._keeping)
        self.end()
        desk.trust.changed.connect(self.look)

    def look(self) -> None:
        super().look()
        if self.isVisible():
            self._show(self.desk.trust.saved())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show(self.desk.trust.saved())
        self._stop_asking = self.desk.trust.keyring_state(self._say_where_they_are_kept)

    def hideEvent(self, event: QHideEvent) -> None:
        self._stop_asking()
        super().hideEvent(event)

    # --- how it is made --------------------------------------------------------------------------

    def _make_table(self) -> QTreeWidget:
        table = QTreeWidget(self)
        table.setObjectName("kinds")
        table.setAccessibleName(self.tr("Sign-ins"))
        table.setHeaderLabels([self.tr("For"), self.tr("User name")])
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setAllColumnsShowFocus(True)
        table.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header = table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        row = table.fontMetrics().height() + 10
        table.setMinimumHeight(row * (_ROWS_IN_SIGHT + 1) + 4)
        table.itemSelectionChanged.connect(self._follow_selection)
        return table

    def _with_buttons(self) -> QWidget:
        box = QWidget(self)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self.table)
        row = QHBoxLayout()
        row.addWidget(self.remove)
        row.addStretch()
        layout.addLayout(row)
        return box

    # --- what happens ----------------------------------------------------------------------------

    def _show(self, saved: list[SavedSignIn]) -> None:
        if saved != self._saved:
            self._saved = saved
            self.table.clear()
            for one in saved:
                self.table.addTopLevelItem(self._item(one))
        self._follow_selection()

    def _item(self, one: SavedSignIn) -> QTreeWidgetItem:
        address = formatting.one_line(one.address)
        words = address
        scheme, mark, host = address.partition("://")
        if mark:
            words = f"{scheme}://{hosts.in_letters(host.rstrip('/'))}"
        if one.is_proxy:
            words = self.tr("Proxy {address}").replace("{address}", words)
        item = QTreeWidgetItem([words, formatting.one_line(one.user or "")])
        item.setToolTip(0, address)
        return item

    def _follow_selection(self) -> None:
        self.remove.setEnabled(bool(self.table.selectedIndexes()))

    def _remove(self) -> None:
        rows = {index.row() for index in self.table.selectedIndexes()}
        for row in sorted(rows):
            self.desk.trust.forget(self._saved[row].address)

    def _say_where_they_are_kept(self, state: KeyringState) -> None:
        if not state.is_there:
            words = self.tr(
                "There is no keyring on this computer: sign-ins are kept until Holdfast ends, and "
                "are never written to a file."
            )
        elif state.name:
            words = self.tr("They are kept in the keyring of this computer ({keyring}).")
            words = words.replace("{keyring}", state.name)
        else:
            words = self.tr("They are kept in the keyring of this computer.")
        self._keeping.setText(words)
