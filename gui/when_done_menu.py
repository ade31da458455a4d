"""Where the person chooses what is done when all is done: a menu, and a reminder."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gui import theme
from gui.choice_menu import ChoiceMenu
from gui.power.ending import Deed
from gui.translation import translate
from gui.when_done import WhenDone, short_words


def _tr(text: str) -> str:
    return translate("when_done_menu", text)


class WhenDoneMenu(ChoiceMenu):
    """Ticks what is chosen, and chooses something else; `custom_asked`: a command is to run."""

    def __init__(self, when_done: WhenDone) -> None:
        choices = (
            (_tr("Do &nothing"), Deed.NOTHING),
            (_tr("&Quit Holdfast"), Deed.QUIT),
            (_tr("&Suspend the computer"), Deed.SUSPEND),
            (_tr("Shut &down the computer"), Deed.SHUT_DOWN),
        )
        super().__init__(_tr("When all is &done"), choices, _tr("&Run a command…"), "power")
        self._when_done = when_done
        self.chosen.connect(when_done.choose)
        when_done.changed.connect(self._look)
        self._look()

    def _look(self) -> None:
        self.tick({self._when_done.deed})


class WhenDoneButton(QToolButton):
    """Reminds the person of the choice as long as there is one, and opens the same menu."""

    def __init__(self, when_done: WhenDone, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._when_done = when_done
        self.setFont(theme.secondary_font())
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(_tr("Chosen for this run of Holdfast only"))
        self.setAccessibleName(_tr("What is done when all is done"))
        self.setMenu(menu)
        when_done.changed.connect(self.look)
        self.look()

    def look(self) -> None:
        """Show what is chosen now."""
        words = short_words(self._when_done.deed)
        if words != self.text():
            self.setText(words)
            self.setAccessibleDescription(words)
        self.setVisible(bool(words))
