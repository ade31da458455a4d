"""General: the language, the tray, the start, and what happens to links."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from gui.autostart import system_autostart
from gui.fields import ChoiceField, Option, SwitchField
from gui.preferences_dialog.desk import Desk
from gui.preferences_dialog.page import Page

# Each in its own words: who looks for a language may not read the present one.
LANGUAGES = (
    Option("English", "en"),
    Option("Deutsch", "de"),
    Option("Español", "es"),
    Option("简体中文", "zh_CN"),
    Option("العربية", "ar"),
)


class GeneralPage(Page):
    """Choices about the program as a whole."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._add_language()
        self.begin_section(self.tr("Window"))
        self.add_switch(
            "keep_in_tray",
            self.tr("&Keep running in the tray when the window is closed"),
            self.tr("Transfers go on, and a click on the icon brings the window back."),
        )
        self._add_autostart()
        self.begin_section(self.tr("Links"))
        self.add_switch(
            "watch_clipboard",
            self.tr("&Offer links as soon as they are copied"),
            self.tr("Nothing is fetched before you say so."),
        )
        self.add_switch(
            "look_at_links",
            self.tr("&Ask the server for name and size while a link is being added"),
            self.tr("When this is off, the server hears of a link only when its job begins."),
        )
        self.end()

    def showEvent(self, event: QShowEvent) -> None:
        # The desktop's own tools may have changed what only the system knows.
        self.look()
        super().showEvent(event)

    def _add_autostart(self) -> None:
        field = SwitchField(self.tr("&Start with the session, hidden in the tray"), self)
        self._autostart = system_autostart()
        if self._autostart is None:
            words = self.tr("Inside Flatpak, the settings of the system decide about this.")
            self.add_tick(field, words)
            field.setEnabled(False)
            return
        self.bind(field, self.add_tick(field), self._starts_itself, self._start_itself)

    def _starts_itself(self) -> bool:
        try:
            return self._autostart is not None and self._autostart.is_on()
        except OSError:
            return False

    def _start_itself(self, on: bool) -> str:
        try:
            if self._autostart is not None:
                self._autostart.turn(on)
        except OSError as failure:
            return self.tr("This cannot be kept: {reason}.").format(
                reason=failure.strerror or failure
            )
        return ""

    def _add_language(self) -> None:
        options = (Option(self.tr("As the system has it"), None), *LANGUAGES)
        field = ChoiceField(self.tr("Language"), options, self)
        self.bind(
            field,
            self.add_field(
                self.tr("&Language"),
                field,
                self.tr("Another language is spoken from the next start on."),
            ),
            lambda: self.desk.preferences.language,
            lambda tag: self.desk.change_preferences(language=tag),
        )
