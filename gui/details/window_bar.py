"""The retry window drawn as a bar that runs: how much of the time without progress is used up."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QProgressBar, QSizePolicy, QWidget

from engine import JobSnapshot
from gui import formatting, theme
from gui.details import words
from gui.details.page import Page
from gui.details.parts import Words
from gui.details.words import Clock
from gui.formatting import Tone
from gui.painting import pill

_HEIGHT = 9
_STEPS = 1000
_DASH = 12


class Bar(QProgressBar):
    """Only the bar. To a screen reader it is a progress bar with the words beside it."""

    def __init__(self, appearance: theme.Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._tone = Tone.QUIET
        self._is_endless = False
        self.setRange(0, _STEPS)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_clock(self, clock: Clock) -> None:
        """How much is used; of a clock without an end only that it runs."""
        self._tone, self._is_endless = clock.tone, clock.used is None
        self.setValue(round((clock.used or 0.0) * _STEPS))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, theme.grown(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, theme.grown(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        colours = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        track = QRectF(self.rect())
        pill(painter, track, colours.track)
        ink = colours.tones[self._tone].bar
        if self._is_endless:
            painter.setOpacity(0.6)
            dash = QRectF(_DASH / 2, 0, _DASH, track.height())
            while dash.right() < track.right():
                pill(painter, dash, ink)
                dash.translate(2 * _DASH, 0)
            painter.setOpacity(1)
        elif self.value():
            used = QRectF(track)
            used.setWidth(max(track.height(), track.width() * self.value() / _STEPS))
            pill(painter, used, ink)
        if colours.is_native:
            painter.setPen(colours.hairline)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = track.height() / 2
            painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class RetryWindow(QWidget):
    """The bar with what it means: how long without progress, and until when it holds on."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._heading, self._remark = Words(self, can_be_copied=True), Words(self)
        self._heading.setAccessibleName(self.tr("Retry window"))
        self._heading.be_in(theme.name_font)
        self._remark.be_dim(small=True)
        self._remark.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._bar = Bar(page.around.appearance, self)
        self._bar.setAccessibleName(self.tr("Time without progress that is used up"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.PADDING)
        self._grid.setVerticalSpacing(6)
        self._grid.addWidget(self._heading, 0, 0)
        self._grid.addWidget(self._remark, 0, 1)
        self._grid.addWidget(self._bar, 1, 0, 1, 2)
        self._grid.setColumnStretch(0, 1)
        self._is_beside = True
        self._remark.trail(True)

    def show_job(self, job: JobSnapshot) -> None:
        """The job's clock, as it is now."""
        clock = words.clock(job)
        self._heading.say(clock.heading)
        self._remark.say(clock.remark)
        self._remark.setVisible(bool(clock.remark))
        self._place_remark()
        self._bar.setAccessibleDescription(self.text())
        self._bar.show_clock(clock)
        self._bar.setVisible(not words.is_over(job))

    def _place_remark(self) -> None:
        """Beside the heading; below the bar where both do not fit into a line."""
        wanted = self._heading.sizeHint().width() + self._remark.sizeHint().width()
        is_beside = wanted + theme.PADDING <= self.width()
        if is_beside != self._is_beside:
            self._is_beside = is_beside
            self._remark.trail(is_beside)
            self._grid.removeWidget(self._remark)
            place = (0, 1, 1, 1) if is_beside else (2, 0, 1, 2)
            self._grid.addWidget(self._remark, *place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_remark()

    def text(self) -> str:
        """What it says, in one line."""
        return formatting.listed((self._heading.text(), self._remark.text()))
