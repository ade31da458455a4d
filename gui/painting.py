"""Words and shapes that delegates paint: made to fit, mirrored for who reads from the right."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle

from gui.columns import START

CELL_SIDE = 10
"""What a cell of a table leaves free to the left and right."""
_DASH = 12


@dataclass(slots=True)
class Pen:
    """A font with its measures, which are asked for at every stroke."""

    font: QFont
    metrics: QFontMetrics

    @classmethod
    def of(cls, font: QFont) -> Pen:
        """For this font."""
        return cls(font, QFontMetrics(font))

    @property
    def height(self) -> int:
        """Of one line."""
        return self.metrics.height()

    def width(self, text: str) -> int:
        """Of `text` in one line."""
        return self.metrics.horizontalAdvance(text)

    def fitting(self, text: str, room: float) -> Pen:
        """This pen, or a finer one for wide letters."""
        width = self.width(text)
        if width <= room:
            return self
        font = QFont(self.font)
        font.setPixelSize(max(1, int(font.pixelSize() * room / width)))
        return Pen.of(font)

    def longest_fitting(self, texts: Sequence[str], room: float) -> str:
        """The first of these, the longest first, for which there is room; else the last."""
        return next((text for text in texts if self.width(text) < room), texts[-1])


def write(
    painter: QPainter,
    area: QRectF,
    text: str,
    pen: Pen,
    ink: QColor,
    align: Qt.AlignmentFlag = START,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    """One line of `text`, shortened to `area`. `align` is meant from where reading begins."""
    painter.setFont(pen.font)
    painter.setPen(ink)
    # A name has the direction of its letters, not that of the window: "1.iso" is not ".iso1".
    direction = painter.layoutDirection()
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    fitting = pen.metrics.elidedText(text, elide, int(area.width()))
    side = QStyle.visualAlignment(direction, align) | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(area, side | Qt.TextFlag.TextSingleLine, fitting)
    painter.setLayoutDirection(direction)


def mirrored(area: QRectF, within: QRectF, direction: Qt.LayoutDirection) -> QRectF:
    """`area` where it belongs: at the other side of `within` for those who read from the right."""
    if direction is not Qt.LayoutDirection.RightToLeft:
        return area
    left = within.left() + within.right() - area.right()
    return QRectF(left, area.top(), area.width(), area.height())


def pill(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """A bar with round ends."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    radius = area.height() / 2
    painter.drawRoundedRect(area, radius, radius)


def dashes(painter: QPainter, track: QRectF, colour: QColor, phase: int) -> None:
    """It moves, and nobody knows how far it is: `phase` moves the dashes on."""
    painter.save()
    painter.setOpacity(0.6)
    painter.setClipRect(track)
    dash = QRectF(
        track.left() - 2 * _DASH + phase % (2 * _DASH), track.top(), _DASH, track.height()
    )
    while dash.left() < track.right():
        pill(painter, dash, colour)
        dash.translate(2 * _DASH, 0)
    painter.restore()


def as_plain_tooltip(text: str) -> str:
    """`text` with its mark-up shown, not obeyed: Qt guesses whether a tool tip is rich text."""
    return f"<p style='white-space: pre-wrap'>{html.escape(text)}</p>"
