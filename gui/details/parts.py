"""Small parts that several tabs share: text to be selected, a quiet button, a page that scrolls."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QPalette,
)
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from gui import theme
from gui.details.page import Page, came_by_key, takes_key_about_text, to_clipboard
from gui.painting import as_plain_tooltip
from gui.translation import without_mnemonic

# A text keeps room for a cursor, and for what its measure is short of its layout.
_CURSOR = 6
_LONG = 30
_LEAST_LETTERS = 8


class Words(QLabel):
    """Plain text; selectable by mouse and keys where it is a value that somebody may want."""

    def __init__(self, parent: QWidget, *, can_be_copied: bool = False) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._is_trailing = False
        self._font: Callable[[], QFont] = theme.body_font
        if can_be_copied:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lean()

    def trail(self, is_trailing: bool) -> None:
        """Lean to the other side: where a line ends."""
        self._is_trailing = is_trailing
        self._lean()

    def _lean(self) -> None:
        """To the side where people begin to read, whatever letters the text is in."""
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if self._is_trailing:
            is_mirrored = not is_mirrored
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def say(self, text: str) -> None:
        """Show this; what is selected stays so while nothing changes."""
        if text != self.text():
            self.setText(text)
            self.setToolTip(as_plain_tooltip(text) if len(text) > _LONG else "")

    def be_dim(self, *, small: bool = False) -> None:
        """Say it quietly."""
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        if small:
            self.be_in(theme.secondary_font)

    def be_in(self, font: Callable[[], QFont]) -> None:
        """Use this font, also after the system's has changed."""
        self._font = font
        self.take_font()

    def take_font(self) -> None:
        """As the system has it now: a label with a font of its own is told of no change."""
        self.setFont(self._font())

    def copy(self) -> None:
        """The selected part to the clipboard, or all of it."""
        to_clipboard(self.selectedText() or self.text())

    # --- QLabel ----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Lines break where there is no more room, not sooner, as QLabel would have it."""
        if not self.wordWrap():
            return super().sizeHint()
        metrics = self.fontMetrics()
        lines = self.text().split("\n")
        width = max(map(metrics.horizontalAdvance, lines)) + _CURSOR
        return QSize(width, len(lines) * metrics.lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """A name without a gap must not make the whole pane wider than it is."""
        least = super().minimumSizeHint()
        letters = _LEAST_LETTERS * self.fontMetrics().averageCharWidth()
        return QSize(min(least.width(), letters), least.height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lean()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """The window's own Ctrl+C is about jobs; in here it is about these words."""
        return takes_key_about_text(event) or super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes by key sees where the keys are: the words are marked, as in a field."""
        super().focusInEvent(event)
        if came_by_key(event):
            self.setSelection(0, len(self.text()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if came_by_key(event):
            self.setSelection(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copies = self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        if copies:
            copy = menu.addAction(self.tr("&Copy"), self.copy)
            copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        if page := page_of(self):
            page.add_copy_all(menu)
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(event.globalPos())


class QuietButton(QPushButton):
    """Does something small: looks like a link, is a button."""

    def __init__(self, text: str, page: Page) -> None:
        super().__init__(text, page)
        self._page = page
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        page.around.appearance.changed.connect(self._take_colours)
        self._take_colours()

    def _take_colours(self) -> None:
        colours = self._page.around.appearance.theme
        self.setStyleSheet("" if colours.is_native else _LINK % {"accent": colours.accent.name()})


_LINK = """
QPushButton { border: 1px solid transparent; border-radius: 3px; padding: 0 3px; color: %(accent)s;
    background: transparent; }
QPushButton:hover { text-decoration: underline; }
QPushButton:focus { border-color: %(accent)s; }
"""


class Chip(QToolButton):
    """A small button of a row of such: quiet, outlined only under the pointer."""

    def __init__(self, text: str, page: Page) -> None:
        super().__init__(page)
        self._page = page
        # No mnemonic: the letters with Alt belong to the menus of the window.
        self.setText(without_mnemonic(text))
        self.setAutoRaise(True)
        page.around.appearance.changed.connect(self._take_colours)
        self._take_colours()

    def _take_colours(self) -> None:
        colours = self._page.around.appearance.theme
        values = {
            "text": colours.text.name(),
            "dim": colours.dim.name(),
            "side": colours.side.name(),
            "hairline": colours.hairline.name(),
            "selection": colours.selection.name(),
            "accent": colours.accent.name(),
        }
        self.setStyleSheet("" if colours.is_native else _CHIP % values)


_CHIP = """
QToolButton { border: 1px solid %(hairline)s; border-radius: 5px; padding: 2px 9px;
    color: %(text)s; background: transparent; }
QToolButton:hover { background: %(side)s; }
QToolButton:pressed, QToolButton:checked { background: %(selection)s; }
QToolButton:disabled { color: %(dim)s; }
QToolButton:focus { border-color: %(accent)s; }
"""


class Scroller(QScrollArea):
    """Room for more than fits: scrolls up and down, never sideways."""

    def __init__(self, page: Page, inside: QWidget) -> None:
        super().__init__(page)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        ground(self)


def page_of(widget: QWidget) -> Page | None:
    """The tab on which the widget stands."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, Page):
        parent = parent.parentWidget()
    return parent


def ground(widget: QWidget) -> None:
    """Stand on the surface of lists, not on the ground of dialogs."""
    widget.setBackgroundRole(QPalette.ColorRole.Base)
    widget.setAutoFillBackground(True)
