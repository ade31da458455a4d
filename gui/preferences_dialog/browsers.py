"""Browsers: which hand their downloads over, and how the extension gets into them."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui import desktop, theme
from gui.adding.clipboard_watch import copied_by_us
from gui.browsers.catalogue import Browser, Family
from gui.browsers.extension import extension_folder
from gui.browsers.manifests import RegistrationError
from gui.browsers.registration import FLATPAK_PERMISSION, Look, Registrations, State
from gui.browsers.words import boxed_words, state_words, trouble_words
from gui.fact_line import FactLine, begin_where_lines_do
from gui.fields import ProblemLabel, hint, plain_label
from gui.preferences_dialog.desk import Desk
from gui.preferences_dialog.page import Page
from gui.sandbox import is_flatpak

_CAN_CONNECT = frozenset({State.OFF, State.OTHER_COPY, State.BROKEN, State.OUTDATED})
_IS_TROUBLE = frozenset({State.BROKEN, State.OUTDATED, State.FOREIGN})
_BETWEEN_BUTTONS = theme.GAP
_LINE = 8
"""Above and below each row of the list."""


class BrowsersPage(Page):
    """A list of the browsers with buttons; steps for the extension; what is sent."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._add_list()
        self._add_extension()
        self._add_what_is_sent()
        self.end()

    def look(self) -> None:
        super().look()
        # Others may have changed it; whoever does not see it needs not know.
        if self.isVisible():
            self.list.look()
            self.extension.look(self.list.families)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.look()

    # --- how it is made --------------------------------------------------------------------------

    def _add_list(self) -> None:
        self.begin_section(
            self.tr("Browsers that hand over downloads"),
            self.tr(
                "A browser that is connected, and has the extension, gives its downloads to "
                "Holdfast and starts it where it does not run."
            ),
        )
        self.list = BrowserList(Registrations.here(), self)
        self.add_wide(self.list)
        self.add_switch(
            "ask_before_taking", self.tr("&Ask before a download from the browser is added")
        )

    def _add_extension(self) -> None:
        self.begin_section(
            self.tr("The extension"),
            self.tr(
                "It is not in the stores of the browsers yet. It came with Holdfast and is in this "
                "folder; load it from there, once for each browser."
            ),
        )
        self.extension = ExtensionSteps(self)
        self.add_wide(self.extension)

    def _add_what_is_sent(self) -> None:
        self.begin_section(
            self.tr("What is sent to Holdfast"),
            self.tr(
                "Of a download that it offers: the link, the page that it is on, name, kind "
                "and size, how the browser calls itself, and the cookies for that very link. "
                "Holdfast keeps the cookies in the keyring like a password and shows them to that "
                "server only. From private windows nothing comes unless you allow it in the "
                "extension. Nothing is sent to anybody else."
            ),
        )


class BrowserList(QWidget):
    """A row for each browser that is there, and a sentence for each that cannot be connected."""

    def __init__(self, registrations: Registrations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._registrations = registrations
        self.rows: list[BrowserRow] = []
        self._remarks: list[QLabel] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    @property
    def families(self) -> set[Family]:
        """Of the browsers that are there."""
        return {row.browser.family for row in self.rows}

    def look(self) -> None:
        """Show how everything is now."""
        found = self._registrations.browsers()
        remarks = [boxed_words(boxed) for boxed in self._registrations.boxed()]
        if not found:
            remarks.insert(0, self._nothing())
        is_same = [row.browser for row in self.rows] == found
        if not is_same or [label.text() for label in self._remarks] != remarks:
            self._make_anew(found, remarks)
        for row in self.rows:
            row.show_state(self._registrations.look(row.browser))

    def _nothing(self) -> str:
        if is_flatpak():
            return self.tr(
                "This Holdfast is a Flatpak and may not write where browsers look. Allow it for "
                "one of them, and start Holdfast again; for Chromium for example: {command}"
            ).format(command=FLATPAK_PERMISSION)
        return self.tr("There is no browser here that could be connected.")

    def _make_anew(self, found: list[Browser], remarks: list[str]) -> None:
        for old in (*self.rows, *self._remarks):
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [BrowserRow(browser, self) for browser in found]
        self._remarks = [hint(words, self) for words in remarks]
        for row in self.rows:
            row.connect_asked.connect(self._connect)
            row.disconnect_asked.connect(self._disconnect)
        for label in self._remarks:
            label.setContentsMargins(0, _LINE, 0, 0)
        for one in (*self.rows, *self._remarks):
            self._layout.addWidget(one)
            one.show()

    def _connect(self, row: BrowserRow) -> None:
        trouble = ""
        try:
            self._registrations.connect(row.browser)
        except RegistrationError as failure:
            trouble = trouble_words(failure)
        self._follow(row, trouble)

    def _disconnect(self, row: BrowserRow) -> None:
        trouble = ""
        try:
            self._registrations.disconnect(row.browser)
        except RegistrationError as failure:
            trouble = trouble_words(failure)
        self._follow(row, trouble)

    def _follow(self, row: BrowserRow, trouble: str) -> None:
        # On Windows some browsers share what they look at.
        for each in self.rows:
            each.show_state(self._registrations.look(each.browser))
        row.problem.say(trouble)
        row.keep_focus()


class BrowserRow(QFrame):
    """The name, the state in words, and what can be done."""

    connect_asked = Signal(object)
    disconnect_asked = Signal(object)

    def __init__(self, browser: Browser, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.browser = browser
        self._state = State.OFF
        self.name = plain_label(browser.title, self)
        begin_where_lines_do(self.name)
        self.state = hint("", self)
        self.trouble = ProblemLabel(self)
        self.problem = ProblemLabel(self)
        self.connect_button = self._button(
            self.tr("Connect"), self.tr("Connect {browser}").format(browser=browser.title)
        )
        self.disconnect_button = self._button(
            self.tr("Disconnect"), self.tr("Disconnect {browser}").format(browser=browser.title)
        )
        self.connect_button.clicked.connect(lambda: self.connect_asked.emit(self))
        self.disconnect_button.clicked.connect(lambda: self.disconnect_asked.emit(self))
        self._lay_out()

    def show_state(self, look: Look) -> None:
        """Say how it is, and offer what fits."""
        words = state_words(look)
        is_trouble = look.state in _IS_TROUBLE
        self.state.setText(words)
        self.state.setVisible(not is_trouble)
        self.trouble.say(words if is_trouble else "")
        if look.state is not self._state:
            self._state = look.state
            self.problem.say("")
        self.connect_button.setVisible(look.state in _CAN_CONNECT)
        self.disconnect_button.setVisible(look.is_own)
        for button in (self.connect_button, self.disconnect_button):
            button.setAccessibleDescription(words)

    def keep_focus(self) -> None:
        """The button that was pressed may be gone; the other one is next to it."""
        for button in (self.connect_button, self.disconnect_button):
            if button.isVisible():
                button.setFocus()
                return

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.setAccessibleName(name)
        return button

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(self.state)
        row = QHBoxLayout()
        row.setSpacing(_BETWEEN_BUTTONS)
        row.addLayout(words, 1)
        for button in (self.connect_button, self.disconnect_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _LINE, 0, _LINE)
        column.setSpacing(2)
        column.addLayout(row)
        # What has to be explained wants room.
        column.addWidget(self.trouble)
        column.addWidget(self.problem)


class ExtensionSteps(QWidget):
    """The folder, and the steps by which a browser takes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self.path = FactLine(self.tr("Folder of the extension"), self)
        self.problem = ProblemLabel(self)
        self.copy = self._button(self.tr("Co&py path"))
        self.copy.clicked.connect(self._copy)
        self.open = self._button(self.tr("&Show in folder"))
        self.open.clicked.connect(self._show)
        self._steps = {
            Family.CHROMIUM: (plain_label(self._in_chromium(), self), self._about_chromium()),
            Family.FIREFOX: (plain_label(self._in_firefox(), self), self._about_firefox()),
        }
        self._lay_out()

    def look(self, families: set[Family]) -> None:
        """Show the folder, and the steps for these; for all where there is none."""
        try:
            self._folder = extension_folder(os.environ)
            self.problem.say("")
        except OSError as failure:
            self._folder = None
            self.problem.say(
                self.tr("The extension cannot be put where browsers see it: {reason}.").format(
                    reason=failure.strerror or failure
                )
            )
        self.path.say(str(self._folder or ""))
        for button in (self.copy, self.open):
            button.setEnabled(self._folder is not None)
        for family, box in self._boxes.items():
            box.setVisible(not families or family in families)

    # --- how it is made --------------------------------------------------------------------------

    def _in_chromium(self) -> str:
        return self.tr(
            "1. Open the page chrome://extensions\n"
            "2. Switch on “Developer mode”\n"
            "3. Press “Load unpacked” and choose the folder"
        )

    def _about_chromium(self) -> str:
        return self.tr("It stays there. The browser may ask now and then whether you want it.")

    def _in_firefox(self) -> str:
        return self.tr(
            "1. Open the page about:debugging#/runtime/this-firefox\n"
            "2. Press “Load Temporary Add-on…”\n"
            "3. Choose the file manifest.json in the folder"
        )

    def _about_firefox(self) -> str:
        return self.tr(
            "Until Firefox is closed: it keeps only what Mozilla has signed, and this is not yet."
        )

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(_BETWEEN_BUTTONS)
        row.addWidget(self.copy)
        row.addWidget(self.open)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self.path)
        layout.addLayout(row)
        layout.addWidget(self.problem)
        titles = {
            Family.CHROMIUM: self.tr("In Chromium, Chrome, Edge, Brave, Vivaldi and Opera"),
            Family.FIREFOX: self.tr("In Firefox and LibreWolf"),
        }
        self._boxes: dict[Family, QWidget] = {}
        for family, (steps, about) in self._steps.items():
            box = QWidget(self)
            column = QVBoxLayout(box)
            column.setContentsMargins(0, theme.GAP, 0, 0)
            column.setSpacing(4)
            column.addWidget(plain_label(titles[family], box))
            steps.setForegroundRole(self.path.foregroundRole())
            steps.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            column.addWidget(steps)
            column.addWidget(hint(about, box))
            layout.addWidget(box)
            self._boxes[family] = box

    # --- what happens ----------------------------------------------------------------------------

    def _copy(self) -> None:
        QGuiApplication.clipboard().setMimeData(copied_by_us(str(self._folder or "")))

    def _show(self) -> None:
        if self._folder is not None:
            desktop.show_in_folder(self._folder / "manifest.json", self._say_unseen)

    def _say_unseen(self) -> None:
        self.problem.say(self.tr("Nothing on this computer shows folders; copy the path instead."))
