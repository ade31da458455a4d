"""The list of pages and the pages themselves; what is chosen is in force at once."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui import icons, theme
from gui.bridge import EngineBridge
from gui.preferences import PreferenceKeeper
from gui.preferences_dialog.browsers import BrowsersPage
from gui.preferences_dialog.connections import ConnectionsPage
from gui.preferences_dialog.desk import Desk
from gui.preferences_dialog.general import GeneralPage
from gui.preferences_dialog.looks import LooksPage
from gui.preferences_dialog.network import NetworkPage
from gui.preferences_dialog.notices import NoticesPage
from gui.preferences_dialog.other_programs import OtherProgramsPage
from gui.preferences_dialog.page import Page
from gui.preferences_dialog.places import PlacesPage
from gui.preferences_dialog.power import PowerPage
from gui.preferences_dialog.retries import RetriesPage
from gui.preferences_dialog.sign_ins import SignInsPage
from gui.style_sheet import pages_sheet

PAGES: Mapping[str, type[Page]] = {
    "general": GeneralPage,
    "folders": PlacesPage,
    "retries": RetriesPage,
    "connections": ConnectionsPage,
    "network": NetworkPage,
    "sign-ins": SignInsPage,
    "browsers": BrowsersPage,
    "other-programs": OtherProgramsPage,
    "power": PowerPage,
    "notifications": NoticesPage,
    "appearance": LooksPage,
}

_ITEM_HEIGHT = 32
_WIDTH, _HEIGHT = 800, 640
_SHARE_OF_SCREEN = 0.9


class PreferencesDialog(QDialog):
    """Not modal: the list behind it shows what a choice does. Close is its only button."""

    def __init__(
        self,
        bridge: EngineBridge,
        preferences: PreferenceKeeper,
        appearance: theme.Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Preferences"))
        self._appearance = appearance
        self._list = self._make_list()
        self._stack = QStackedWidget(self)
        self.pages: dict[str, Page] = {}
        desk = Desk(bridge, preferences, self)
        for name, kind in PAGES.items():
            self._add_page(name, kind(desk, self))
        self._list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._list.setCurrentRow(0)
        self._lay_out()
        appearance.changed.connect(self._take_theme)
        self._take_theme()
        self.resize(self._size_for_text())

    def show_page(self, name: str) -> None:
        """Come to the front with the page of this name: one of `PAGES`."""
        self._list.setCurrentRow(list(PAGES).index(name))
        self.show()
        self.raise_()
        self.activateWindow()

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return list(PAGES)[self._list.currentRow()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends the writing of a number or presses the button it is at, and closes nothing."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(button := self.focusWidget(), QPushButton):
            button.click()

    # --- how it is made --------------------------------------------------------------------------

    def _make_list(self) -> QListWidget:
        pages = QListWidget(self)
        pages.setObjectName("pages")
        pages.setAccessibleName(self.tr("Pages"))
        pages.setFrameShape(QFrame.Shape.NoFrame)
        pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        pages.setIconSize(QSize(icons.SIZE, icons.SIZE) * theme.font_scale())
        pages.setItemDelegate(_PageDelegate(self._appearance, pages))
        return pages

    def _add_page(self, name: str, page: Page) -> None:
        item = QListWidgetItem(icons.icon(page.icon, QPalette.ColorRole.Text), page.title)
        height = max(_ITEM_HEIGHT, self.fontMetrics().height() + 14)
        item.setSizeHint(QSize(0, height))
        self._list.addItem(item)
        page.setAccessibleName(page.title)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setBackgroundRole(QPalette.ColorRole.Base)
        area.setWidget(page)
        self._stack.addWidget(area)
        self.pages[name] = page

    def _lay_out(self) -> None:
        self._list.setFixedWidth(self._list_width())
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(self.tr("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.PADDING, theme.PADDING, theme.PADDING, theme.PADDING)
        foot.addWidget(buttons)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._list)
        body.addWidget(self._stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        line = QFrame(self)
        line.setObjectName("line")
        line.setFixedHeight(theme.HAIRLINE)
        layout.addWidget(line)
        layout.addLayout(foot)

    def _size_for_text(self) -> QSize:
        """As large as the text needs, as far as the screen goes."""
        wanted = QSize(_WIDTH, _HEIGHT) * theme.font_scale()
        room = self.screen().availableSize() * _SHARE_OF_SCREEN
        return wanted.boundedTo(room)

    def _list_width(self) -> int:
        words = max(
            self.fontMetrics().horizontalAdvance(page.title) for page in self.pages.values()
        )
        return words + self._list.iconSize().width() + 5 * theme.PADDING

    def _take_theme(self) -> None:
        colours = self._appearance.theme
        self.setStyleSheet(
            ""
            if colours.is_native
            else pages_sheet(colours)
            + _KINDS_SHEET
            % {
                "surface": colours.surface.name(),
                "dim": colours.dim.name(),
                "hairline": colours.hairline.name(),
            }
        )


class _PageDelegate(QStyledItemDelegate):
    """Ours is a light selection, on which an icon keeps the colour of the words."""

    def __init__(self, appearance: theme.Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if not self._appearance.theme.is_native:
            ratio = option.widget.devicePixelRatioF()
            drawn = option.icon.pixmap(option.decorationSize, ratio, QIcon.Mode.Normal)
            icon = QIcon(drawn)
            icon.addPixmap(drawn, QIcon.Mode.Selected)
            option.icon = icon


_KINDS_SHEET = """
QTreeWidget#kinds { border: 1px solid %(hairline)s; }
QTreeWidget#kinds::item { padding: 4px; }
QTreeWidget#kinds QHeaderView::section {
    background: %(surface)s; color: %(dim)s; border: 0; border-bottom: 1px solid %(hairline)s;
    padding: 6px;
}
"""
