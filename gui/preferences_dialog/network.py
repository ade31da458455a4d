"""Network: whether jobs run where bytes cost money."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine import MeteredPolicy
from gui.fields import Option, RadioField
from gui.preferences_dialog.desk import Desk
from gui.preferences_dialog.page import Page


class NetworkPage(Page):
    """What new jobs do on a metered network."""

    icon = "globe"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title = self.tr("Network")
        self.begin_section(
            self.tr("New jobs on a metered network"),
            self.tr("Jobs in the list keep what they have; Properties changes them."),
        )
        field = RadioField(
            self.tr("New jobs on a metered network"),
            (
                Option(self.tr("&Transfer as on any other"), MeteredPolicy.ALWAYS),
                Option(self.tr("&Wait for another network"), MeteredPolicy.NEVER),
                Option(self.tr("As&k for each job"), MeteredPolicy.ASK),
            ),
            (
                "",
                self.tr("Their clocks stand still meanwhile."),
                self.tr("A job waits on hold until you choose “Run anyway” for it."),
            ),
            self,
        )
        self.bind(
            field,
            self.add_wide(field),
            lambda: self.desk.settings.metered,
            lambda policy: self.desk.change_settings(metered=policy),
        )
        self.end()
