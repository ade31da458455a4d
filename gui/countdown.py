"""Says what is about to be done, and lets the person object.

A window of its own, over all others: the main window may be hidden, or a dialog may lie over it.
What the keyboard hits first is Cancel, for whoever is typing elsewhere did not mean this.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from gui import formatting, theme
from gui.fields import plain_label
from gui.power.ending import COUNTDOWN, Deed
from gui.translation import translate
from gui.when_done import WhenDone

_WIDTH = 400
_BAR = 4
_LONGEST_COMMAND = 200


def _tr(text: str) -> str:
    return translate("countdown", text)


def sentence(deed: Deed, seconds: int, command: str = "") -> str:
    """What happens, and in how long."""
    time = formatting.counted(seconds, "1 second", "{n} seconds")
    match deed:
        case Deed.QUIT:
            words = _tr("Holdfast quits in {time}.")
        case Deed.SUSPEND:
            words = _tr("The computer is suspended in {time}.")
        case Deed.SHUT_DOWN:
            words = _tr("The computer shuts down in {time}.")
        case _:
            words = _tr("In {time} this runs: {command}")
    shown = formatting.one_line(command)
    if len(shown) > _LONGEST_COMMAND:
        shown = shown[:_LONGEST_COMMAND] + "…"
    return words.format(time=time, command=shown)


def deed_now(deed: Deed) -> str:
    """The button of those who do not want to wait."""
    match deed:
        case Deed.QUIT:
            return _tr("&Quit now")
        case Deed.SUSPEND:
            return _tr("&Suspend now")
        case Deed.SHUT_DOWN:
            return _tr("Shut &down now")
        case _:
            return _tr("&Run now")


class Countdown(QDialog):
    """Shown while `when_done` counts, and gone when it does not. `begun` says in two sentences, how
    it went and what happens, what a person who looks elsewhere should know.
    """

    begun = Signal(str, str)

    def __init__(self, when_done: WhenDone, appearance: theme.Appearance) -> None:
        super().__init__()
        self._when_done = when_done
        self.setWindowTitle("Holdfast")
        self.setWindowIcon(QApplication.windowIcon())
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self._summary = plain_label("", self)
        self._summary.setFont(theme.name_font())
        self._words = plain_label("", self)
        self._words.setWordWrap(True)
        self._rest = _Rest(appearance, self)
        buttons = QDialogButtonBox(self)
        cancel = buttons.addButton(self.tr("&Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._now = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        for button in (cancel, self._now):
            button.setAutoDefault(False)
            button.setIcon(QIcon())
        cancel.setDefault(True)
        self._cancel = cancel
        buttons.rejected.connect(self.reject)
        buttons.accepted.connect(when_done.hurry)
        self._lay_out(self._summary, self._words, self._rest, buttons)
        when_done.changed.connect(self._look)

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def reject(self) -> None:
        """Escape, the button, or the cross of the window: the person objects."""
        self._when_done.cancel()

    def _lay_out(self, summary: QLabel, words: QLabel, rest: QWidget, buttons: QWidget) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(theme.GAP)
        for part in (summary, words):
            layout.addWidget(part)
        layout.addSpacing(4)
        layout.addWidget(rest)
        layout.addSpacing(theme.GAP)
        layout.addWidget(buttons)
        self.setMinimumWidth(theme.grown(_WIDTH))

    def _look(self) -> None:
        left = self._when_done.left
        if left is None:
            self.hide()
            return
        deed = self._when_done.deed
        self._words.setText(sentence(deed, math.ceil(left), self._when_done.command))
        self._rest.show_share(left / COUNTDOWN)
        if self.isHidden():
            self._summary.setText(self._when_done.summary)
            self._now.setText(deed_now(deed))
            self._come_forward()

    def _come_forward(self) -> None:
        words = f"{self._summary.text()} {self._words.text()}"
        self.setAccessibleName(words)
        self._cancel.setAccessibleDescription(words)
        self._cancel.setFocus()
        self.adjustSize()
        self.show()
        self.raise_()
        self.activateWindow()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.begun.emit(self._summary.text(), self._words.text())


class _Rest(QWidget):
    """A line that grows shorter: so much time is left."""

    def __init__(self, appearance: theme.Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._share = 1.0
        self.setFixedHeight(_BAR)

    def show_share(self, share: float) -> None:
        """From 1, when all of it is left, to 0."""
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QRectF(self.rect())
        painter.setBrush(colours.hairline)
        painter.drawRoundedRect(ground, _BAR / 2, _BAR / 2)
        length = ground.width() * self._share
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        begin = ground.right() - length if is_mirrored else ground.left()
        painter.setBrush(colours.accent)
        painter.drawRoundedRect(QRectF(begin, ground.top(), length, _BAR), _BAR / 2, _BAR / 2)
