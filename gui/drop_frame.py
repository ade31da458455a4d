"""What the window looks like while links are held over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.icons import icon

_EDGE = 10
_RADIUS = 10
_BORDER = 2
_VEIL = 0.88
_ICON = 32


class DropFrame(QWidget):
    """Lies over `pane` and lets everything through but the sight of it."""

    def __init__(self, appearance: theme.Appearance, pane: QWidget) -> None:
        super().__init__(pane)
        self._appearance = appearance
        self._words = self.tr("Drop to add the links")
        self.setAccessibleName(self._words)
        self._pane = pane
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        pane.installEventFilter(self)
        self.hide()

    def show_invitation(self) -> None:
        """Something with links in it is held over the window."""
        self.setGeometry(self._pane.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._pane.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(colours.surface)
        veil.setAlphaF(_VEIL)
        painter.fillRect(self.rect(), veil)
        frame = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        painter.setPen(QPen(colours.accent, _BORDER, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
        side = theme.grown(_ICON)
        line = painter.fontMetrics().height()
        picture = QRectF(0, 0, side, side)
        picture.moveCenter(frame.center())
        picture.translate(0, -line)
        icon("add").paint(painter, picture.toRect())
        painter.setFont(theme.name_font())
        painter.setPen(colours.text)
        words = QRectF(frame.left(), picture.bottom() + theme.GAP, frame.width(), 2 * line)
        painter.drawText(
            words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self._words
        )
