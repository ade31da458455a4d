"""The curve of a speed over time, with its axis, and the limit as a dashed line."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import formatting, theme
from gui.details import speed_scale
from gui.details.page import Page
from gui.formatting import Tone

_AIR = 8
_LINE = 1.6
_FILL = 0.14
_GRID_LINES = 2


class Curve(NamedTuple):
    """Speeds in equal steps, the newest last; `slots` of them are the whole time shown."""

    samples: tuple[float, ...]
    slots: int
    seconds: float
    limit: float = 0.0


class SpeedGraph(QWidget):
    """Time runs in the direction of reading: the newest is where a line of text ends."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._appearance = page.around.appearance
        self._curve = Curve((), 2, 1.0)
        self.setAccessibleName(self.tr("Speed over time"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_curve(self, curve: Curve) -> None:
        """Draw this from now on."""
        if curve != self._curve:
            self._curve = curve
            self.update()

    @property
    def top(self) -> int:
        """What the upper end of the axis stands for; a limit near the curve is still on it."""
        highest = max(self._curve.samples, default=0.0)
        limit = self._curve.limit
        return speed_scale.top_of_axis(max(highest, limit if limit <= 4 * highest else 0.0))

    # --- QWidget ---------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(480, 160)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 4 * QFontMetrics(theme.header_font()).height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.header_font())
        top = self.top
        parts = range(1, _GRID_LINES + 1)
        marks = [
            formatting.number(0),
            *(formatting.rate(top * part / _GRID_LINES) for part in parts),
        ]
        metrics = painter.fontMetrics()
        margin = max(map(metrics.horizontalAdvance, marks)) + _AIR
        plot = QRectF(self.rect()).adjusted(
            margin, metrics.height() / 2, -1, -metrics.height() - _AIR / 2
        )
        self._paint_axis(painter, plot, marks)
        self._paint_times(painter, plot)
        self._paint_curve(painter, plot, top)
        self._paint_limit(painter, plot, top)

    def _placed(self, area: QRectF) -> QRectF:
        """The other way round where people read from right to left."""
        placed = QRectF(area)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            placed.moveRight(self.width() - area.left())
        return placed

    def _paint_axis(self, painter: QPainter, plot: QRectF, marks: list[str]) -> None:
        colours = self._appearance.theme
        height = painter.fontMetrics().height()
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignLeft if is_mirrored else Qt.AlignmentFlag.AlignRight
        for number, mark in enumerate(marks):
            y = plot.bottom() - plot.height() * number / _GRID_LINES
            line = self._placed(QRectF(plot.left(), round(y), plot.width(), theme.HAIRLINE))
            painter.fillRect(line, colours.hairline)
            words = self._placed(QRectF(0, y - height / 2, plot.left() - _AIR, height))
            painter.setPen(colours.dim)
            flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(words, flags, mark)

    def _paint_times(self, painter: QPainter, plot: QRectF) -> None:
        painter.setPen(self._appearance.theme.dim)
        seconds = self._curve.seconds
        begin = self.tr("{time} ago").format(time=formatting.duration(seconds))
        middle = self.tr("{time} ago").format(time=formatting.duration(seconds / 2))
        line = QRectF(plot.left(), plot.bottom() + _AIR / 2, plot.width(), self.height())
        line.setBottom(self.height())
        # Left is where reading begins: painters turn it round as layouts do.
        for text, side in (
            (begin, Qt.AlignmentFlag.AlignLeft),
            (self.tr("now"), Qt.AlignmentFlag.AlignRight),
        ):
            painter.drawText(self._placed(line), side | Qt.AlignmentFlag.AlignTop, text)
        metrics = painter.fontMetrics()
        if 3 * metrics.horizontalAdvance(f"{begin}   ") < plot.width():
            centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(self._placed(line), centre, middle)

    def _paint_curve(self, painter: QPainter, plot: QRectF, top: int) -> None:
        colours = self._appearance.theme
        spots = speed_scale.curve(self._curve.samples, self._curve.slots, top)
        if not spots:
            return
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        area = self._placed(plot)

        def at(x: float, y: float) -> QPointF:
            across = area.width() * (1 - x if is_mirrored else x)
            return QPointF(area.left() + across, area.bottom() - area.height() * y)

        line = [at(x, y) for x, y in spots]
        ink = colours.tones[Tone.ACTIVE].bar
        fill = QColor(ink)
        fill.setAlphaF(_FILL)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.blended(fill, colours.surface))
        painter.drawPolygon(QPolygonF([at(spots[0][0], 0), *line, at(spots[-1][0], 0)]))
        painter.setPen(QPen(ink, _LINE, j=Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline(QPolygonF(line))

    def _paint_limit(self, painter: QPainter, plot: QRectF, top: int) -> None:
        limit = self._curve.limit
        if not 0 < limit <= top:
            return
        colours = self._appearance.theme
        # Half-way between two rows of pixels, a line of one pixel is crisp.
        y = round(plot.bottom() - plot.height() * limit / top) + 0.5
        line = self._placed(QRectF(plot.left(), y, plot.width(), 0))
        painter.setPen(QPen(colours.tones[Tone.RETRYING].text, 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(line.left(), y), QPointF(line.right(), y))
        height = painter.fontMetrics().height()
        words = QRectF(line.left(), y - height, line.width() - 4, height)
        if words.top() < 0:
            words.moveTop(y)
        painter.drawText(words, Qt.AlignmentFlag.AlignTrailing, self.tr("limit"))
