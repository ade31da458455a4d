"""Connections and speed: how much at once, and how fast."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.fields import CountField, RateField
from gui.preferences_dialog.desk import Desk
from gui.preferences_dialog.page import Page


class ConnectionsPage(Page):
    """Limits for all jobs together, and the default for new ones."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.begin_section(self.tr("All jobs together"))
        self._add_rate()
        self._add_count("max_active_jobs", self.tr("&Jobs at once"), self.tr("Jobs at once"))
        self._add_count(
            "max_active_jobs_per_host",
            self.tr("Jobs at once, &per host"),
            self.tr("Jobs at once, per host"),
        )
        self._add_count(
            "connections_per_host",
            self.tr("Connections per &host"),
            self.tr("Connections per host"),
            self.tr("A job that was given more by hand may have them."),
        )
        self.begin_section(self.tr("New jobs"))
        self._add_count(
            "connections",
            self.tr("Connections per &file"),
            self.tr("Connections per file"),
            self.tr("At most so many: another one is opened only while it makes the file faster."),
        )
        self.end()

    def _add_rate(self) -> None:
        field = RateField(self.tr("Speed limit"), parent=self)
        self.bind(
            field,
            self.add_field(
                self.tr("&Speed limit"),
                field,
                self.tr("Each job can have a limit of its own besides, in its Properties."),
            ),
            lambda: self.desk.settings.rate_limit,
            lambda rate: self.desk.change_settings(rate_limit=int(rate)),
        )

    def _add_count(self, setting: str, label: str, name: str, about: str = "") -> None:
        field = CountField(name, parent=self)
        self.bind(
            field,
            self.add_field(label, field, about),
            lambda: getattr(self.desk.settings, setting),
            lambda count: self.desk.change_settings(**{setting: int(count)}),
        )
