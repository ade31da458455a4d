"""Power: whether the computer is kept awake while jobs run."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.fields import Option, RadioField
from gui.preferences import KeepAwake
from gui.preferences_dialog.desk import Desk
from gui.preferences_dialog.page import Page


class PowerPage(Page):
    """What becomes of the computer's sleep."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.begin_section(
            self.tr("Keep awake while jobs run"),
            self.tr("The computer does not fall asleep by itself. Its screen goes dark as usual."),
        )
        field = RadioField(
            self.tr("Keep awake while jobs run"),
            (
                Option(self.tr("&When it is plugged in"), KeepAwake.ON_MAINS),
                Option(self.tr("On &battery as well"), KeepAwake.ALWAYS),
                Option(self.tr("&Never"), KeepAwake.NEVER),
            ),
            (
                "",
                "",
                self.tr("When it wakes up, jobs go on at once where they were."),
            ),
            self,
        )
        self.bind(
            field,
            self.add_wide(field),
            lambda: self.desk.preferences.keep_awake,
            lambda wish: self.desk.change_preferences(keep_awake=wish),
        )
        self.end()
