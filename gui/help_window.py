"""The help: its pages on one side, the one that is read on the other. Opened with F1."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
)

from gui import help_pages, theme
from gui.icons import icon
from gui.shortcuts import help_key
from gui.style_sheet import pages_sheet, style_sheet
from resources import help_path

_WIDTH, _HEIGHT = 900, 680
_ITEM_HEIGHT = 30
_MARGIN = 24
_SHARE_OF_SCREEN = 0.9
_LIST_AT_MOST = 2.5
"""How many times as wide as its list the window has to be."""


class HelpWindow(QDialog):
    """A window of its own, so that it can be read beside a dialog that waits for an answer."""

    def __init__(self, appearance: theme.Appearance) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Holdfast help"))
        self._appearance = appearance
        self.page = ""
        """The one that is read at the moment."""
        self._list = self._make_list()
        self.text = _Text(appearance, self)
        self._back = self._tool(self.tr("Back"), "back", self.text.backward)
        self._forward = self._tool(self.tr("Forward"), "forward", self.text.forward)
        self.search = self._make_search()
        self._missing = QLabel(self)
        self._lay_out()
        self._add_keys()
        self._list.currentRowChanged.connect(self._show_row)
        # Told before `source` knows it.
        self.text.sourceChanged.connect(self._follow)
        self.text.backwardAvailable.connect(self._back.setEnabled)
        self.text.forwardAvailable.connect(self._forward.setEnabled)
        appearance.changed.connect(self._take_theme)
        self._take_theme()
        self._take_size()

    def show_topic(self, topic: str = help_pages.FIRST) -> None:
        """Come to the front with this page, or this part of a page."""
        page, _, part = topic.partition("#")
        place = QUrl.fromLocalFile(str(help_path(page)))
        if part:
            place.setFragment(part)
        self.show()
        if (layout := self.layout()) is not None:
            # The place of a part depends on the width of the page.
            layout.activate()
        self.text.setSource(place)
        self.text.setFocus()
        self.raise_()
        self.activateWindow()

    # --- how it is made --------------------------------------------------------------------------

    def _make_list(self) -> QListWidget:
        pages = QListWidget(self)
        pages.setObjectName("pages")
        pages.setAccessibleName(self.tr("Pages"))
        pages.setFrameShape(QFrame.Shape.NoFrame)
        pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        height = max(_ITEM_HEIGHT, self.fontMetrics().height() + 12)
        for page in help_pages.PAGES:
            item = QListWidgetItem(help_pages.title_of(page))
            item.setSizeHint(QSize(0, height))
            pages.addItem(item)
        return pages

    def _make_search(self) -> QLineEdit:
        box = QLineEdit(self)
        box.setObjectName("filter")
        box.setClearButtonEnabled(True)
        box.setAccessibleName(self.tr("Search"))
        box.setPlaceholderText(self.tr("Search the help"))
        box.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        box.setMaximumWidth(theme.grown(240))
        box.setMinimumHeight(theme.button_height())
        box.returnPressed.connect(self._find)
        box.textEdited.connect(lambda _words: self._missing.clear())
        return box

    def _tool(self, name: str, picture: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(picture))
        button.setIconSize(QSize(18, 18) * theme.font_scale())
        button.setAutoRaise(True)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setEnabled(False)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.PADDING, theme.GAP, theme.PADDING, theme.GAP)
        head.setSpacing(theme.GAP)
        for part in (self._back, self._forward, self._missing):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.search, 4)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._list)
        body.addWidget(self.text, 1)
        line = QFrame(self)
        line.setObjectName("line")
        line.setFixedHeight(theme.HAIRLINE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(line)
        layout.addLayout(body, 1)
        words = max(map(self.fontMetrics().horizontalAdvance, self._titles()))
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self._list.setFixedWidth(words + 4 * theme.PADDING + bar)

    def _titles(self) -> list[str]:
        return [help_pages.title_of(page) for page in help_pages.PAGES]

    def _add_keys(self) -> None:
        key = QKeySequence.StandardKey
        for keys, act in (
            (key.Back, self.text.backward),
            (key.Forward, self.text.forward),
            (key.Find, self._begin_search),
            (key.FindNext, self._find),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        help_key(self, partial(self.show_topic, help_pages.FIRST))

    def _take_size(self) -> None:
        wanted = QSize(_WIDTH, _HEIGHT) * theme.font_scale()
        self.resize(wanted.boundedTo(self.screen().availableSize() * _SHARE_OF_SCREEN))

    def _take_theme(self) -> None:
        colours = self._appearance.theme
        self.setStyleSheet(style_sheet(colours) + pages_sheet(colours))
        self.text.look_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where both do not fit beside each other, the first page has all of them, too."""
        super().resizeEvent(event)
        self._list.setVisible(self.width() >= _LIST_AT_MOST * self._list.width())

    # --- what happens ----------------------------------------------------------------------------

    def _show_row(self, row: int) -> None:
        page = help_pages.PAGES[row]
        if page != self.page:
            self.text.setSource(QUrl.fromLocalFile(str(help_path(page))))

    def _follow(self, place: QUrl) -> None:
        """Links lead elsewhere; the list goes with them."""
        self.page = place.fileName().removesuffix(".html")
        if self.page in help_pages.PAGES:
            self._list.setCurrentRow(help_pages.PAGES.index(self.page))

    def _begin_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _find(self) -> None:
        """The next place with these words: on this page, then on those after it."""
        words = self.search.text().strip()
        if not words or self.text.find(words):
            return
        pages = help_pages.pages_with(words)
        if not pages:
            self._missing.setText(self.tr("Nothing found"))
            return
        here = help_pages.PAGES.index(self.page)
        after = [page for page in pages if help_pages.PAGES.index(page) > here]
        self._show_row(help_pages.PAGES.index((after or pages)[0]))
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.text.find(words)


class _Text(QTextBrowser):
    """One page, in the colours of the theme: the style sheet that it names is for the web."""

    def __init__(self, appearance: theme.Appearance, parent: QDialog) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenExternalLinks(True)
        self.setAccessibleName(self.tr("Text of the page"))
        # English, whatever the window speaks.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.document().setDocumentMargin(_MARGIN)

    def look_again(self) -> None:
        """The colours are others now; the place on the page stays."""
        place = self.verticalScrollBar().value()
        self.document().setDefaultStyleSheet(_page_sheet(self._appearance.theme))
        if not self.source().isEmpty():
            self.reload()
        self.verticalScrollBar().setValue(place)


def _page_sheet(colours: theme.Theme) -> str:
    values = {
        "text": colours.text.name(),
        "link": colours.accent.name(),
        "dim": colours.dim.name(),
        "code": "" if colours.is_native else f"background-color: {colours.side.name()};",
        **{f"px{size}": theme.grown(size) for size in (13, 14, 16, 22)},
    }
    if colours.is_native:
        values["link"] = colours.text.name()
    return _PAGE_SHEET % values


_PAGE_SHEET = """
body { color: %(text)s; font-size: %(px14)dpx; }
h1 { font-size: %(px22)dpx; font-weight: 600; margin-top: 0; margin-bottom: 12px; }
h2 { font-size: %(px16)dpx; font-weight: 600; margin-top: 24px; margin-bottom: 6px; }
h3 { font-size: %(px14)dpx; font-weight: 600; margin-top: 16px; margin-bottom: 0; }
p, li, dd { line-height: 115%%; }
p { margin-top: 6px; margin-bottom: 6px; }
li { margin-bottom: 4px; }
dt { font-weight: 600; margin-top: 8px; }
dd { margin-bottom: 4px; }
a { color: %(link)s; }
code, kbd, pre { font-family: monospace; font-size: %(px13)dpx; %(code)s }
pre { margin-top: 6px; margin-bottom: 6px; }
th { font-weight: 600; text-align: left; color: %(dim)s; }
td, th { padding: 3px 16px 3px 0; }
.foot { margin-top: 24px; }
"""
