"""Other programs: whether those that know aria2 may ask, and what they have to be told."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.aria2.service import HOST, PATH, address
from gui.aria2.visitors import parse_origins, problem_with_origins
from gui.fields import CountField, SwitchField, indented
from gui.preferences_dialog.desk import Desk
from gui.preferences_dialog.page import Page
from gui.proxy_field import AddressLine
from gui.secret_field import SecretField

_ORIGIN_EXAMPLE = "http://localhost:8080"
_MOST_PORTS = 65535
_SECRET_MARK = "x-kde-passwordManagerHint"
"""Has the lists of what was copied leave it out; several desktops heed it."""


class OtherProgramsPage(Page):
    """A switch, what to enter elsewhere, and the pages that may ask."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._add_switch()
        self._add_what_to_enter()
        self._add_pages()
        self.end()
        desk.door.changed.connect(self.look)
        self.look()

    def look(self) -> None:
        super().look()
        door = self.desk.door
        is_wanted = self.desk.preferences.hear_programs
        self._problem.say(door.problem if is_wanted else "")
        state = self._state()
        self._is_heard.setText(state)
        self._is_heard.setVisible(bool(state))
        self._address.setText(address(self.desk.preferences.programs_port))
        self._show_secret()
        for part in (self._address, self.copy_address, self._host, self._path, self.renew):
            part.setEnabled(is_wanted)

    def showEvent(self, event: QShowEvent) -> None:
        self.look()
        self.desk.door.try_again()
        super().showEvent(event)

    # --- how it is made --------------------------------------------------------------------------

    def _add_switch(self) -> None:
        self.begin_section(
            self.tr("Programs that know aria2"),
            self.tr(
                "AriaNg, Aria2-Explorer, aria2p and others can add downloads here and watch them, "
                "as they do with aria2. Only this computer is heard, and only who shows the secret."
            ),
        )
        field = SwitchField(self.tr("&Let other programs use Holdfast"), self)
        self._problem = self.add_tick(field)
        self.bind(
            field,
            self._problem,
            lambda: self.desk.preferences.hear_programs,
            lambda is_wanted: self.desk.change_preferences(hear_programs=is_wanted),
        )
        indented(self._problem)
        self._is_heard = indented(self.add_hint())

    def _state(self) -> str:
        if not self.desk.preferences.hear_programs:
            return self.tr("No other program is heard.")
        if self.desk.door.is_open:
            return self.tr("They are heard now.")
        return "" if self.desk.door.problem else self.tr("One moment…")

    def _add_what_to_enter(self) -> None:
        self.begin_section(
            self.tr("What to enter in the other program"),
            self.tr("Some ask for the whole address, others for its parts."),
        )
        self._address = _shown(self)
        self.copy_address = self._button(self.tr("Copy a&ddress"))
        self.copy_address.clicked.connect(lambda: _copy(self._address.text()))
        self._address.setMinimumHeight(self.copy_address.sizeHint().height())
        self.add_field(self.tr("Address"), self._row(self._address, self.copy_address))
        self._host = _shown(self, HOST)
        self.add_field(self.tr("Host"), self._host)
        port = CountField(self.tr("Port"), _MOST_PORTS, self)
        self.bind(
            port,
            self.add_field(self.tr("P&ort"), port),
            lambda: float(self.desk.preferences.programs_port),
            lambda number: self.desk.change_preferences(programs_port=int(number)),
        )
        self._path = _shown(self, PATH)
        self.add_field(self.tr("Path"), self._path)
        self._add_secret()

    def _add_secret(self) -> None:
        self.secret = SecretField(self.tr("Secret"), self)
        self.secret.line.setReadOnly(True)
        self.secret.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.copy_secret = self._button(self.tr("Cop&y secret"))
        self.copy_secret.clicked.connect(lambda: _copy(self.desk.door.secret, is_secret=True))
        self.renew = self._button(self.tr("&New secret…"))
        self.renew.clicked.connect(self._ask_to_renew)
        self.add_field(self.tr("Secret"), self._with_buttons())
        self._keeping = self.add_hint()

    def _with_buttons(self) -> QWidget:
        """Below the field: beside it there is no room where letters are large."""
        box = QWidget(self)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self.secret)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GAP)
        buttons.addWidget(self.copy_secret)
        buttons.addWidget(self.renew)
        buttons.addStretch()
        layout.addLayout(buttons)
        box.setFocusProxy(self.secret)
        return box

    def _add_pages(self) -> None:
        self.begin_section(
            self.tr("Pages that may ask"),
            self.tr(
                "Programs and browser extensions need no entry. All other pages get nothing, so "
                "name those that you trust, with commas between them: an AriaNg on a server of "
                "your own, say."
            ),
        )
        field = AddressLine(self.tr("Pages that may ask"), self, _ORIGIN_EXAMPLE)
        self.bind(
            field,
            self.add_field(self.tr("P&ages"), field),
            lambda: ", ".join(self.desk.preferences.programs_origins),
            lambda text: self.desk.change_preferences(programs_origins=parse_origins(text)),
            problem_with_origins,
        )

    def _row(self, field: QWidget, *buttons: QPushButton) -> QWidget:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(field, 1)
        for button in buttons:
            layout.addWidget(button)
        row.setFocusProxy(field)
        return row

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        return button

    # --- the secret ------------------------------------------------------------------------------

    def _show_secret(self) -> None:
        door = self.desk.door
        is_wanted = self.desk.preferences.hear_programs
        if self.secret.text != door.secret:
            self.secret.line.setText(door.secret)
            self.secret.line.setCursorPosition(0)
        self.secret.setEnabled(is_wanted and bool(door.secret))
        self.copy_secret.setEnabled(is_wanted and bool(door.secret))
        if not door.secret:
            words = "" if is_wanted else self.tr("There is one as soon as other programs may ask.")
        elif door.secret_lasts:
            words = self.tr("It is kept in the keyring of this computer.")
        else:
            words = self.tr(
                "There is no keyring on this computer: it holds until Holdfast ends, and the next "
                "start has another one."
            )
        self._keeping.setText(words)
        self._keeping.setVisible(bool(words))

    def _ask_to_renew(self) -> None:
        """Who has the old one is shut out, and that cannot be taken back."""
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("New secret"))
        box.setText(self.tr("Make a new secret?"))
        box.setInformativeText(
            self.tr("Programs that have the old one are heard again once they have the new one.")
        )
        renew = box.addButton(self.tr("New secret"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        renew.clicked.connect(self.desk.door.renew_secret)
        box.open()


def _shown(parent: QWidget, text: str = "") -> QLabel:
    """What can be marked and copied."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    flag = Qt.TextInteractionFlag
    label.setTextInteractionFlags(flag.TextSelectableByMouse | flag.TextSelectableByKeyboard)
    if label.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        # What has no letters of its own would stand at the far end.
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label


def _copy(text: str, *, is_secret: bool = False) -> None:
    copied = QMimeData()
    copied.setText(text)
    if is_secret:
        copied.setData(_SECRET_MARK, b"secret")
    QGuiApplication.clipboard().setMimeData(copied)
