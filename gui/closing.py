"""What closing the window means: on in the tray, or the end, or first a question.

Nothing is lost either way: jobs that are under way go on at the next start. The question is there
because somebody who closes a window may not think of them.
"""

from __future__ import annotations

import enum
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from gui import formatting
from gui.preferences import PreferenceKeeper


class Meaning(enum.Enum):
    """What follows when the person closes the window."""

    HIDE = "hide"
    QUIT = "quit"
    ASK = "ask"


def meaning(*, has_tray: bool, keeps_running: bool, under_way: int) -> Meaning:
    """`keeps_running` is the person's wish, `under_way` how many jobs go on by themselves."""
    if has_tray and keeps_running:
        return Meaning.HIDE
    return Meaning.ASK if under_way else Meaning.QUIT


class Closing(QObject):
    """`may_close` is asked when the person closes the window, and answers at once.

    `hidden`: the window goes, and the tray is the way back. `quit_asked`: it is the end.
    """

    hidden = Signal()
    quit_asked = Signal()

    def __init__(
        self,
        window: QWidget,
        preferences: PreferenceKeeper,
        has_tray: Callable[[], bool],
        under_way: Callable[[], int],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._has_tray = has_tray
        self._under_way = under_way
        self.question: ClosingQuestion | None = None

    def may_close(self) -> bool:
        """Whether the window may go now; what follows is on its way."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication) and app.isSavingSession():
            self.quit_asked.emit()
            return True
        match self._meaning():
            case Meaning.HIDE:
                self.hidden.emit()
            case Meaning.QUIT:
                self.quit_asked.emit()
            case Meaning.ASK:
                self._ask()
                return False
        return True

    def _meaning(self) -> Meaning:
        return meaning(
            has_tray=self._has_tray(),
            keeps_running=self._preferences.now.keep_in_tray,
            under_way=self._under_way(),
        )

    def _ask(self) -> None:
        if self.question is None:
            question = ClosingQuestion(self._under_way(), self._has_tray(), self._window)
            question.quit_chosen.connect(self.quit_asked)
            question.stay_chosen.connect(self._stay)
            question.finished.connect(self._forget)
            self.question = question
        self.question.show()
        self.question.raise_()
        self.question.activateWindow()

    def _forget(self) -> None:
        self.question = None

    def _stay(self) -> None:
        """Out of the way without an end: into the tray, or where windows without one go."""
        if self._has_tray():
            self.hidden.emit()
            self._window.hide()
        else:
            self._window.showMinimized()


class ClosingQuestion(QMessageBox):
    """Asks without being in the way; `stay_chosen`: go on without the window."""

    quit_chosen = Signal()
    stay_chosen = Signal()

    def __init__(self, under_way: int, has_tray: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.setIcon(QMessageBox.Icon.Question)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(self.tr("Quit Holdfast?"))
        self.setText(
            formatting.counted(under_way, "1 job is under way.", "{n} jobs are under way.")
        )
        self.setInformativeText(
            self.tr("After you quit nothing moves until the next start; then it goes on by itself.")
        )
        stay = self.tr("&Keep running in the tray") if has_tray else self.tr("&Minimise")
        role = QMessageBox.ButtonRole
        self._stay = self.addButton(stay, role.AcceptRole)
        self._quit = self.addButton(self.tr("&Quit"), role.DestructiveRole)
        cancel = self.addButton(self.tr("Cancel"), role.RejectRole)
        self.setDefaultButton(self._stay)
        self.setEscapeButton(cancel)
        self.finished.connect(self._tell)

    def _tell(self) -> None:
        if self.clickedButton() is self._quit:
            self.quit_chosen.emit()
        elif self.clickedButton() is self._stay:
            self.stay_chosen.emit()
