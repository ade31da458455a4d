"""A tick box whose words take several lines where one has no room for them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from gui.translation import without_mnemonic

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic
_HIGH = 10_000
_MOST_LETTERS = 24


def label_indent(style: QStyle) -> int:
    """Where the words of a tick box or radio button begin."""
    metric = QStyle.PixelMetric
    return style.pixelMetric(metric.PM_IndicatorWidth) + style.pixelMetric(
        metric.PM_CheckBoxLabelSpacing
    )


class TickBox(QCheckBox):
    """Qt's own cuts what has no room in one line."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word, unless that is a name without a gap."""
        words = without_mnemonic(self.text()).split()
        metrics = self.fontMetrics()
        longest = max(map(metrics.horizontalAdvance, words), default=0)
        needed = min(longest + 2, _MOST_LETTERS * metrics.averageCharWidth())
        whole = super().sizeHint()
        return QSize(min(whole.width(), self._indent + needed), whole.height())

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words take."""
        one_line = super().sizeHint()
        if width >= one_line.width():
            return one_line.height()
        text = self._text_area(QRect(0, 0, width, _HIGH))
        return max(one_line.height(), text.height() + one_line.height() - self._line)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_one_line:
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        first = super().sizeHint().height()
        option.rect = QRect(0, 0, self.width(), first)
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)
        top = (first - self._line) // 2
        area = self._text_area(self.rect().adjusted(0, top, 0, 0))
        painter.drawItemText(
            QStyle.visualRect(self.layoutDirection(), self.rect(), area),
            QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft) | _WRAPPED,
            self.palette(),
            self.isEnabled(),
            self.text(),
            self.foregroundRole(),
        )

    def hitButton(self, place: QPoint) -> bool:
        """Words on every line take a click."""
        return super().hitButton(place) if self._is_one_line else self.rect().contains(place)

    @property
    def _is_one_line(self) -> bool:
        return self.width() >= super().sizeHint().width()

    @property
    def _indent(self) -> int:
        return label_indent(self.style())

    @property
    def _line(self) -> int:
        return self.fontMetrics().height()

    def _text_area(self, within: QRect) -> QRect:
        """Where the words stand if reading begins at the left."""
        room = within.adjusted(self._indent, 0, 0, 0)
        needed = self.fontMetrics().boundingRect(room, int(_WRAPPED), self.text())
        return QRect(room.topLeft(), QSize(room.width(), needed.height()))
