"""Appearance: light or dark, roomy or dense."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.fields import Option, RadioField
from gui.preferences import Density, Scheme
from gui.preferences_dialog.desk import Desk
from gui.preferences_dialog.page import Page


class LooksPage(Page):
    """What the window looks like."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.begin_section(self.tr("Colours"))
        colours = RadioField(
            self.tr("Colours"),
            (
                Option(self.tr("As the &system has it"), Scheme.SYSTEM),
                Option(self.tr("&Light"), Scheme.LIGHT),
                Option(self.tr("&Dark"), Scheme.DARK),
            ),
            (self.tr("High contrast is always the system's own."),),
            self,
        )
        self.bind(
            colours,
            self.add_wide(colours),
            lambda: self.desk.preferences.scheme,
            lambda scheme: self.desk.change_preferences(scheme=scheme),
        )
        self.begin_section(self.tr("Rows of the list"))
        rows = RadioField(
            self.tr("Rows of the list"),
            (
                Option(self.tr("Co&mfortable"), Density.COMFORTABLE),
                Option(self.tr("C&ompact"), Density.COMPACT),
            ),
            (self.tr("The name, and below it what the job does."), self.tr("One line a job.")),
            self,
        )
        self.bind(
            rows,
            self.add_wide(rows),
            lambda: self.desk.preferences.density,
            lambda density: self.desk.change_preferences(density=density),
        )
        self.end()
