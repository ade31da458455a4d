"""The list of pages and the pages themselves; what is chosen is in force at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QModelIndex, QPersistentModelIndex, QSize, Qt
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
from gui.preferences_dialog.desk import Desk
from gui.preferences_dialog.page import Page
from gui.style_sheet import pages_sheet
from gui.translation import translate


class Entry(NamedTuple):
    """A page before it is made: the module and the class that make it, its title and its icon."""

    module: str
    kind: str
    title: str
    icon: str

    @property
    def heading(self) -> str:
        """What the page is called."""
        return translate(self.kind, self.title)

    def make(self, desk: Desk, parent: QWidget) -> Page:
        """The page. Its module is imported now: those of all take as long as to make them."""
        module = import_module(f"gui.preferences_dialog.{self.module}")
        page: Page = getattr(module, self.kind)(desk, parent)
        return page


PAGES: Mapping[str, Entry] = {
    "general": Entry(
        "general", "GeneralPage", str(QT_TRANSLATE_NOOP("GeneralPage", "General")), "settings"
    ),
    "folders": Entry(
        "places", "PlacesPage", str(QT_TRANSLATE_NOOP("PlacesPage", "Folders and kinds")), "folder"
    ),
    "retries": Entry(
        "retries",
        "RetriesPage",
        str(QT_TRANSLATE_NOOP("RetriesPage", "Give up and retries")),
        "clock",
    ),
    "connections": Entry(
        "connections",
        "ConnectionsPage",
        str(QT_TRANSLATE_NOOP("ConnectionsPage", "Connections and speed")),
        "speed",
    ),
    "network": Entry(
        "network", "NetworkPage", str(QT_TRANSLATE_NOOP("NetworkPage", "Network")), "globe"
    ),
    "sign-ins": Entry(
        "sign_ins", "SignInsPage", str(QT_TRANSLATE_NOOP("SignInsPage", "Sign-ins")), "key"
    ),
    "browsers": Entry(
        "browsers", "BrowsersPage", str(QT_TRANSLATE_NOOP("BrowsersPage", "Browsers")), "browser"
    ),
    "other-programs": Entry(
        "other_programs",
        "OtherProgramsPage",
        str(QT_TRANSLATE_NOOP("OtherProgramsPage", "Other programs")),
        "plug",
    ),
    "power": Entry("power", "PowerPage", str(QT_TRANSLATE_NOOP("PowerPage", "Power")), "power"),
    "notifications": Entry(
        "notices", "NoticesPage", str(QT_TRANSLATE_NOOP("NoticesPage", "Notifications")), "bell"
    ),
    "appearance": Entry(
        "looks", "LooksPage", str(QT_TRANSLATE_NOOP("LooksPage", "Appearance")), "sun"
    ),
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
        self._areas: dict[Page, QScrollArea] = {}
        self._desk = Desk(bridge, preferences, self)
        self.pages = _Pages(self._make_page)
        for entry in PAGES.values():
            self._add_item(entry)
        self._lay_out()
        self._list.currentRowChanged.connect(self._turn_to)
        self._list.setCurrentRow(0)
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

    def _add_item(self, entry: Entry) -> None:
        item = QListWidgetItem(icons.icon(entry.icon, QPalette.ColorRole.Text), entry.heading)
        height = max(_ITEM_HEIGHT, self.fontMetrics().height() + 14)
        item.setSizeHint(QSize(0, height))
        self._list.addItem(item)

    def _make_page(self, name: str) -> Page:
        page = PAGES[name].make(self._desk, self)
        page.setAccessibleName(PAGES[name].heading)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setBackgroundRole(QPalette.ColorRole.Base)
        area.setWidget(page)
        self._stack.addWidget(area)
        self._areas[page] = area
        return page

    def _turn_to(self, row: int) -> None:
        self._stack.setCurrentWidget(self._areas[self.pages[list(PAGES)[row]]])

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
        metrics = self.fontMetrics()
        words = max(metrics.horizontalAdvance(entry.heading) for entry in PAGES.values())
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


class _Pages(Mapping[str, Page]):
    """By name; each is made when it is looked at first: to make all of them takes a tenth of a
    second, and to import what they are made of another.
    """

    def __init__(self, make: Callable[[str], Page]) -> None:
        self._make = make
        self._made: dict[str, Page] = {}

    def __getitem__(self, name: str) -> Page:
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(PAGES)

    def __len__(self) -> int:
        return len(PAGES)


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
