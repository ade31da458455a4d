"""The bar of tabs: quiet words, the chosen one strong and underlined."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from gui import theme
from gui.details.page import came_by_key

_LEAST_AIR, _MOST_AIR = 4, 12
_ABOVE, _BELOW = 9, 10
_LINE = 2


class Tabs(QTabBar):
    """Words over a hairline. Arrow keys walk through them, as in any bar of tabs."""

    def __init__(self, appearance: theme.Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setAccessibleName(self.tr("Details"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.take_font()
        self._has_keys = False
        appearance.changed.connect(self._take_colours)
        self._take_colours()

    def _take_colours(self) -> None:
        colours = self._appearance.theme
        sheet = _ARROWS % {"surface": colours.surface.name(), "hairline": colours.hairline.name()}
        self.setStyleSheet("" if colours.is_native else sheet)
        self.update()

    def _strong(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def tabSizeHint(self, index: int) -> QSize:
        metrics = QFontMetrics(self._strong())
        width = metrics.horizontalAdvance(self.tabText(index)) + 2 * self._air(metrics)
        return QSize(width, metrics.height() + _ABOVE + _BELOW)

    def _air(self, metrics: QFontMetrics) -> int:
        """Beside the words: less where all tabs would not fit otherwise."""
        words = sum(metrics.horizontalAdvance(self.tabText(place)) for place in range(self.count()))
        room = (self.width() - words) // (2 * max(1, self.count()))
        return min(_MOST_AIR, max(_LEAST_AIR, room))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        colours = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.surface)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), colours.hairline)
        for index in range(self.count()):
            self._paint_tab(painter, index)

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        colours = self._appearance.theme
        is_chosen = index == self.currentIndex()
        area = QRectF(self.tabRect(index))
        painter.setFont(self._strong() if is_chosen else self.font())
        painter.setPen(colours.text if is_chosen else colours.dim)
        words = area.adjusted(0, _ABOVE, 0, -_BELOW)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.tabText(index))
        if not is_chosen:
            return
        width = painter.fontMetrics().horizontalAdvance(self.tabText(index))
        line = QRectF(0, area.bottom() - _LINE, width, _LINE)
        line.moveCenter(QRectF(area).center())
        line.moveBottom(area.bottom())
        painter.fillRect(line, colours.accent)
        if self._has_keys:
            painter.setPen(colours.accent)
            painter.drawRect(area.adjusted(4.5, 4.5, -4.5, -_LINE - 3.5))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Only who came by key needs to be shown where the keys go."""
        self._has_keys = came_by_key(event)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._has_keys = False
        super().focusOutEvent(event)

    def take_font(self) -> None:
        """As the system has it now."""
        self.setFont(theme.body_font())


# Where not even the narrowest tabs fit, arrows walk through them.
_ARROWS = """
QTabBar QToolButton { background: %(surface)s; border: 0; border-bottom: 1px solid %(hairline)s; }
"""
