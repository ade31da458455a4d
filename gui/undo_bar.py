"""A bar over the foot of the list that says what was removed, and takes it back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QFontMetrics,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from gui import formatting, theme
from gui.removal import SECONDS, Removal, Removals
from gui.style_sheet import raised_sheet
from gui.translation import translate

_FRAME_MS = 100
_LINE = 2
_RADIUS = 8
_EDGE = 16
_NARROWEST = 280
_WIDEST_NAME = 300


def _tr(text: str) -> str:
    return translate("undo_bar", text)


def sentence(removal: Removal) -> str:
    """What was removed, and what becomes of the files."""
    jobs = list(removal.jobs.values())
    has_files = any(file.path is not None for job in jobs for file in job.files)
    with_files = removal.with_files and has_files
    if len(jobs) == 1:
        words = (
            _tr("{name} removed; its file goes to the trash")
            if with_files
            else _tr("{name} removed")
        )
        return words.format(name=_shortened(formatting.title(jobs[0])))
    if with_files:
        return formatting.counted(
            len(jobs),
            "1 job removed; its files go to the trash",
            "{n} jobs removed; their files go to the trash",
        )
    return formatting.counted(len(jobs), "1 job removed", "{n} jobs removed")


def _shortened(name: str) -> str:
    metrics = QFontMetrics(theme.body_font())
    return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, theme.grown(_WIDEST_NAME))


class UndoBar(QFrame):
    """Lies over `pane` while something can be undone; no time passes while it is pointed at."""

    def __init__(self, removals: Removals, appearance: theme.Appearance, pane: QWidget) -> None:
        super().__init__(pane)
        self.setObjectName("undo")
        self._removals = removals
        self._appearance = appearance
        self._share = 1.0
        self._sentence = ""
        self._pane = pane
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._undo = QPushButton(self.tr("Undo"), self)
        self._undo.setFlat(True)
        self._undo.clicked.connect(removals.undo)
        self._undo.installEventFilter(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.PADDING, 6, theme.PADDING, 6 + _LINE)
        layout.setSpacing(theme.PADDING)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._undo)
        self._clock = QTimer(self, interval=_FRAME_MS)
        self._clock.timeout.connect(self._run)
        removals.changed.connect(self._look)
        appearance.changed.connect(self._take_colours)
        self._take_colours()
        pane.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._sentence

    def _take_colours(self) -> None:
        self.setStyleSheet(raised_sheet(self._appearance.theme))

    def _look(self) -> None:
        """Show the last removal that can be undone, or nothing."""
        removal = self._removals.latest
        if removal is None:
            self.hide()
            return
        words = sentence(removal)
        if words != self.text or self.isHidden():
            self._sentence = words
            self.setAccessibleName(words)
            self._undo.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self._run()
        self._place()
        self.show()
        self.raise_()

    def _run(self) -> None:
        removal = self._removals.latest
        share = 0.0 if removal is None else removal.left / SECONDS
        if share != self._share:
            self._share = share
            self.update()

    def _place(self) -> None:
        """Over the foot of the pane, in its middle."""
        room = self._pane.rect()
        self._words.setText(self._sentence)
        wanted = self.sizeHint()
        width = min(max(wanted.width(), theme.grown(_NARROWEST)), room.width() - 2 * _EDGE)
        if width < wanted.width():
            left = self._words.sizeHint().width() - (wanted.width() - width)
            metrics = self._words.fontMetrics()
            self._words.setText(
                metrics.elidedText(self._sentence, Qt.TextElideMode.ElideMiddle, left)
            )
        x = room.left() + (room.width() - width) // 2
        self.setGeometry(x, room.bottom() - wanted.height() - _EDGE, width, wanted.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._pane and event.type() == QEvent.Type.Resize:
            if self.isVisible():
                self._place()
        elif watched is self._undo and event.type() in (
            QEvent.Type.FocusIn,
            QEvent.Type.FocusOut,
        ):
            self._removals.pause(event.type() == QEvent.Type.FocusIn or self.underMouse())
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._removals.pause(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._removals.pause(self._undo.hasFocus())
        super().leaveEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self._clock.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._clock.stop()
        self._removals.pause(False)
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, and a line below that grows shorter: so much time is left."""
        colours = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colours.hairline) if colours.is_native else Qt.PenStyle.NoPen)
        painter.setBrush(colours.raised)
        painter.drawRoundedRect(ground, _RADIUS, _RADIUS)
        line = ground.adjusted(_RADIUS, 0, -_RADIUS, -_LINE)
        length = line.width() * self._share
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        begin = line.right() - length if is_mirrored else line.left()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.accent_on_raised)
        painter.drawRoundedRect(QRectF(begin, line.bottom() - _LINE, length, _LINE), 1, 1)
