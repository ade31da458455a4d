"""Line icons in the colour of the words beside them.

An icon takes its colour from the palette while it is painted, so it follows light and dark without
being made anew; it is drawn as shapes, so it is crisp at every size and scale.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QImage,
    QPainter,
    QPalette,
    QPixmap,
)

from resources import icon_path

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

SIZE = 18
"""Beside words of the usual size, in logical pixels."""

# Those that point somewhere along the line of reading.
_MIRRORED = frozenset({"back", "details", "forward", "help", "quit", "sidebar", "undo"})
_MOST_RENDERERS = 128

Role = QPalette.ColorRole
Group = QPalette.ColorGroup


@lru_cache(maxsize=128)
def icon(name: str, ink: QPalette.ColorRole = Role.ButtonText) -> QIcon:
    """The icon `name` of the resources, in the palette's colour for `ink`."""
    return QIcon(_LineIcon(name, ink))


class _LineIcon(QIconEngine):
    """Paints one icon in the palette's colour of the moment."""

    def __init__(self, name: str, ink: QPalette.ColorRole) -> None:
        super().__init__()
        self._name = name
        self._ink = ink

    def paint(
        self,
        painter: QPainter,
        rect: QRect,
        mode: QIcon.Mode,
        state: QIcon.State,  # noqa: ARG002
    ) -> None:
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        painter.save()
        if self._name in _MIRRORED and painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(2 * square.center().x(), 0)
            painter.scale(-1, 1)
        _renderer(self._name, self._colour(mode).name()).render(painter, square)
        painter.restore()

    def _colour(self, mode: QIcon.Mode) -> QColor:
        palette = QGuiApplication.palette()
        match mode:
            case QIcon.Mode.Disabled:
                return palette.color(Group.Disabled, self._ink)
            case QIcon.Mode.Selected:
                return palette.color(Role.HighlightedText)
            case _:
                return palette.color(self._ink)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """`size` is in the pixels of the screen."""
        picture = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(0)
        painter = QPainter(picture)
        painter.setLayoutDirection(QGuiApplication.layoutDirection())
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return QPixmap.fromImage(picture)

    def clone(self) -> QIconEngine:
        return _LineIcon(self._name, self._ink)

    def key(self) -> str:
        return "holdfast-line"

    def iconName(self) -> str:
        return self._name


@lru_cache(maxsize=_MOST_RENDERERS)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    # Only needed once something is painted.
    from PySide6.QtSvg import QSvgRenderer

    drawing = icon_path(name).read_bytes().replace(b"currentColor", colour.encode())
    return QSvgRenderer(drawing)
