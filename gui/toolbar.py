"""The commands that are used most, and the filter; with as many words as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolBar, QToolButton, QWidget

from gui import theme
from gui.filter_box import FilterBox
from gui.icons import SIZE

_WIDEST_FILTER = 220
_NARROWEST_FILTER = 132
_AIR = 6

Style = Qt.ToolButtonStyle


class Toolbar(QToolBar):
    """The first command stands out. Words give way to icons before anything disappears."""

    def __init__(self, title: str, actions: Sequence[QAction], box: FilterBox) -> None:
        super().__init__(title)
        self.setObjectName("commands")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._actions = tuple(actions)
        self._buttons = [self._add(action) for action in actions]
        self._buttons[0].setObjectName("primary")
        self._box = box
        self.addWidget(_at_the_end(box))
        self._widths: list[tuple[int, int]] = []
        for action in actions:
            action.visibleChanged.connect(self._refit)
        self._take_fonts()

    def _add(self, action: QAction) -> QToolButton:
        self.addAction(action)
        button = self.widgetForAction(action)
        assert isinstance(button, QToolButton)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.iconText())
        return button

    def _take_fonts(self) -> None:
        self._widths = []
        side = theme.grown(SIZE)
        # Air beside the picture, which is square and stays in the middle.
        self.setIconSize(QSize(side + _AIR, side))
        for part in (*self._buttons, self._box):
            part.setFixedHeight(theme.button_height())

    def _measure(self) -> None:
        """How wide each button is with words, and without."""
        for button in self._buttons:
            sizes = []
            for style in (Style.ToolButtonTextBesideIcon, Style.ToolButtonIconOnly):
                button.setToolButtonStyle(style)
                sizes.append(button.sizeHint().width())
            self._widths.append((sizes[0], sizes[1]))

    def _fit(self, width: int) -> None:
        """All words, else those of the first button, else none."""
        if not self._widths:
            self._measure()
        shown = [place for place, action in enumerate(self._actions) if action.isVisible()]
        gaps = theme.GAP * len(shown) + 2 * theme.PADDING
        room = width - gaps - theme.grown(_NARROWEST_FILTER)
        used = 0
        for with_words in (len(self._buttons), 1, 0):
            used = sum(self._widths[place][place >= with_words] for place in shown)
            if used <= room:
                break
        for place, button in enumerate(self._buttons):
            is_told = place < with_words
            style = Style.ToolButtonTextBesideIcon if is_told else Style.ToolButtonIconOnly
            button.setToolButtonStyle(style)
        left = width - gaps - used
        self._box.setFixedWidth(max(theme.GAP * 8, min(theme.grown(_WIDEST_FILTER), left)))

    def _refit(self) -> None:
        if self.isVisible():
            self._fit(self.width())

    # --- QToolBar --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit(event.size().width())
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._take_fonts()
            self._refit()


def _at_the_end(widget: QWidget) -> QWidget:
    room = QWidget()
    layout = QHBoxLayout(room)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addStretch()
    layout.addWidget(widget)
    room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return room
