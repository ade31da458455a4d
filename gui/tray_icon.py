"""The picture in the tray: grey at rest, blue when something comes, with a bar for how far it is.

A dot tells of what asks for a look: amber retries, red failed and has an exclamation mark. The
picture has a ground of its own, because nobody knows the colour of the panel. It is painted anew
for each size, with edges on whole pixels, so it is crisp from 16 pixels on.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QImage, QPainter, QPen, QPixmap

from gui.formatting import Tone
from gui.theme import LIGHT

STEPS = 24
"""How many pictures there are between nothing and all: no more than can be told apart."""
SIZES = (16, 22, 24, 32, 44, 48, 64, 96)

_GRID = 64.0
_INK = LIGHT.on_accent
_GROUND = QRectF(3, 3, 58, 58)
_RADIUS = 14.0
_PEN = 7.0
_SHAFT = (QPointF(32, 13), QPointF(32, 37))
_HEAD = (QPointF(21, 27), QPointF(32, 38), QPointF(43, 27))
_BASIN = (QPointF(14, 45), QPointF(18, 51), QPointF(46, 51), QPointF(50, 45))
_LIFT = 3.0
_BAR = QRectF(11, 44, 42, 10)
_TRACK_OPACITY = 0.38
_DOT = QPointF(50, 14)
_DOT_RADIUS, _RIM_RADIUS = 10.5, 14.0


class Look(NamedTuple):
    """What can be told apart in the picture.

    `steps` of `STEPS` are here, None where that is not known; `dot` is RETRYING, GAVE_UP or None.
    """

    is_active: bool = False
    steps: int | None = None
    dot: Tone | None = None


def look_of(is_active: bool, progress: float | None, dot: Tone | None) -> Look:
    """Rounded down, so that a full bar means all of it."""
    return Look(is_active, None if progress is None else int(progress * STEPS), dot)


def tray_icon(look: Look) -> QIcon:
    """An icon that looks like this."""
    return QIcon(_TrayIcon(look))


class _TrayIcon(QIconEngine):
    """Paints a look at whatever size is asked for."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def paint(
        self,
        painter: QPainter,
        rect: QRect,
        mode: QIcon.Mode,  # noqa: ARG002
        state: QIcon.State,  # noqa: ARG002
    ) -> None:
        side = min(rect.width(), rect.height())
        square = QRect(0, 0, side, side)
        square.moveCenter(rect.center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(square.topLeft())
        _paint(painter, side / _GRID, self._look)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """`size` is in the pixels of the screen."""
        picture = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(0)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return QPixmap.fromImage(picture)

    def availableSizes(
        self,
        mode: QIcon.Mode = QIcon.Mode.Normal,  # noqa: ARG002
        state: QIcon.State = QIcon.State.Off,  # noqa: ARG002
    ) -> list[QSize]:
        return [QSize(side, side) for side in SIZES]

    def clone(self) -> QIconEngine:
        return _TrayIcon(self._look)

    def key(self) -> str:
        return "holdfast-tray"


def _paint(painter: QPainter, scale: float, look: Look) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    ground = LIGHT.tones[Tone.ACTIVE].text if look.is_active else LIGHT.dim
    painter.setBrush(ground)
    painter.drawRoundedRect(_on_pixels(_GROUND, scale), _RADIUS * scale, _RADIUS * scale)
    _paint_arrow(painter, scale, has_bar=look.steps is not None)
    if look.steps is not None:
        _paint_bar(painter, scale, look.steps / STEPS)
    if look.dot is not None:
        _paint_dot(painter, scale, look.dot)


def _paint_arrow(painter: QPainter, scale: float, *, has_bar: bool) -> None:
    pen = QPen(_INK, max(1.5, _PEN * scale))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    lift = QPointF(0, _LIFT if has_bar else 0)
    for line in (_SHAFT, _HEAD) if has_bar else (_SHAFT, _HEAD, _BASIN):
        painter.drawPolyline([(point - lift) * scale for point in line])


def _paint_bar(painter: QPainter, scale: float, share: float) -> None:
    bar = _on_pixels(_BAR, scale)
    radius = bar.height() / 4
    painter.setPen(Qt.PenStyle.NoPen)
    track = QColor(_INK)
    track.setAlphaF(_TRACK_OPACITY)
    painter.setBrush(track)
    painter.drawRoundedRect(bar, radius, radius)
    done = QRectF(bar)
    done.setWidth(round(bar.width() * share))
    painter.setBrush(_INK)
    painter.drawRoundedRect(done, radius, radius)


def _paint_dot(painter: QPainter, scale: float, tone: Tone) -> None:
    centre = _DOT * scale
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_INK)
    painter.drawEllipse(centre, _RIM_RADIUS * scale, _RIM_RADIUS * scale)
    painter.setBrush(LIGHT.tones[tone].bar)
    painter.drawEllipse(centre, _DOT_RADIUS * scale, _DOT_RADIUS * scale)
    if tone is Tone.GAVE_UP:
        painter.setPen(QPen(_INK, 3.5 * scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(centre - QPointF(0, 7) * scale, centre + QPointF(0, 1.5) * scale)
        painter.drawLine(centre + QPointF(0, 3.5) * scale, centre + QPointF(0, 7) * scale)


def _on_pixels(rect: QRectF, scale: float) -> QRectF:
    """Where the rectangle is at this scale, with its edges between pixels."""
    left, top = round(rect.left() * scale), round(rect.top() * scale)
    right, bottom = round(rect.right() * scale), round(rect.bottom() * scale)
    return QRectF(left, top, right - left, max(3, bottom - top))
