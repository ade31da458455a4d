"""Notifications: what the desktop is told."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.preferences_dialog.desk import Desk
from gui.preferences_dialog.page import Page


class NoticesPage(Page):
    """Which events are worth a notification."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.begin_section(self.tr("On the desktop"))
        self.add_switch(
            "tell_when_done",
            self.tr("Tell me when a job is &done"),
            self.tr("With buttons that open the file or show it in its folder."),
        )
        self.add_switch(
            "tell_when_given_up",
            self.tr("Tell me when a job &gave up or failed"),
            self.tr("It stays on the screen until someone has seen it, with a button to retry."),
        )
        self.end()
