"""Asks whom to come as: a user name and a password, or a token, at a server or at a proxy."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from engine import KeyringState, SignIn
from gui import engine_words, formatting, hosts, theme
from gui.fact_line import begin_where_lines_do
from gui.fields import ChoiceField, Option, ProblemLabel, hint, plain_label
from gui.needs import Asked
from gui.secret_field import SecretField
from gui.translation import translate
from gui.trust_bridge import TrustBridge

_WIDTH = 460
_TOKEN, _PASSWORD = "token", "password"


def _tr(text: str) -> str:
    return translate("sign_in", text)


def keeping_sentence(state: KeyringState) -> str:
    """Where a sign-in is kept, and for how long."""
    if not state.is_there and state.name:
        words = _tr("The keyring ({keyring}) gave no answer: it is kept until Holdfast ends.")
        return words.replace("{keyring}", state.name)
    if not state.is_there:
        return _tr("There is no keyring on this computer: it is kept until Holdfast ends.")
    if state.name:
        words = _tr("It is kept in the keyring of this computer ({keyring}).")
        return words.replace("{keyring}", state.name)
    return _tr("It is kept in the keyring of this computer.")


def wrong_user(name: str) -> str:
    """What is wrong with a user name, in words."""
    return _tr("A user name cannot contain a colon.") if ":" in name else ""


class SignInDialog(QDialog):
    """Enter signs in. `count` jobs wait for it."""

    signed_in = Signal(object, bool)
    """The `SignIn`, and whether it is for all jobs of the server."""

    def __init__(
        self, asked: Asked, count: int, trust: TrustBridge, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.asked = asked
        self.setWindowTitle(
            self.tr("Sign in to the proxy") if asked.is_proxy else self.tr("Sign in")
        )
        self.kind = ChoiceField(
            self.tr("Sign in with"),
            (
                Option(self.tr("User name and password"), _PASSWORD),
                Option(self.tr("Token"), _TOKEN),
            ),
            self,
        )
        self.user = QLineEdit(self)
        self.user.setAccessibleName(self.tr("User name"))
        self.password = SecretField(self.tr("Password"), self)
        self.token = SecretField(self.tr("Token"), self)
        self.for_all = QCheckBox(self)
        self.for_all.setText(
            self.tr("&For all downloads from {host}").replace(
                "{host}", hosts.in_letters(asked.host)
            )
        )
        self.for_all.setChecked(count > 1)
        self._problem = ProblemLabel(self)
        # A line that is empty at first: nothing moves when it is known.
        self._keeping = hint("\N{NO-BREAK SPACE}", self)
        self._make_buttons()
        self._lay_out(count)
        self._wire()
        self._show_fields()
        self._stop_asking = trust.keyring_state(self._say_where_it_is_kept)

    @property
    def sign_in(self) -> SignIn:
        """What is written."""
        if self._is_token:
            return SignIn(token=self.token.text.strip())
        return SignIn(self.user.text(), self.password.text)

    def accept(self) -> None:
        self._judge()
        if not self._accept.isEnabled():
            return
        sign_in, for_all = self.sign_in, self.for_all.isChecked()
        super().accept()
        self.signed_in.emit(sign_in, for_all)

    def done(self, result: int) -> None:
        self._stop_asking()
        super().done(result)

    # --- how it is made --------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self._buttons = QDialogButtonBox(self)
        cancel = self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAutoDefault(False)
        self._accept = self._buttons.addButton(
            self.tr("Sign in"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._accept.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self, count: int) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(theme.GAP)
        for label in self._told(count):
            layout.addWidget(label)
        layout.addSpacing(4)
        layout.addLayout(self._make_form())
        layout.addWidget(self.for_all)
        layout.addWidget(self._keeping)
        layout.addStretch(1)
        layout.addSpacing(theme.GAP)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(theme.grown(_WIDTH))

    def _told(self, count: int) -> list[QLabel]:
        """Who asks, what for, and what is to be known before one answers."""
        asked = self.asked
        letters, shown = hosts.in_letters(asked.host), formatting.one_line(asked.host)
        heading = plain_label(letters, self)
        heading.setFont(theme.name_font())
        labels = [heading]
        if letters != shown:
            labels.append(hint(shown, self))
        for label in labels:
            begin_where_lines_do(label)
        words = []
        if asked.realm:
            said = (
                self.tr("It says: {realm}")
                if asked.is_proxy
                else self.tr("The server says: {realm}")
            )
            words.append(said.replace("{realm}", asked.realm))
        if count > 1:
            words.append(
                formatting.counted(count, "1 download waits for it.", "{n} downloads wait for it.")
            )
        if asked.is_plain:
            words.append(_unencrypted(asked))
        labels += [plain_label(sentence, self) for sentence in words]
        self.setAccessibleDescription("\n".join([letters, *words]))
        if asked.was_refused or asked.why:
            problem = ProblemLabel(self)
            problem.say(self._what_went_wrong())
            labels.append(problem)
        return labels

    def _what_went_wrong(self) -> str:
        if self.asked.was_refused:
            return self.tr("The last sign-in was refused.")
        return self.tr("The last sign-in did not work: {reason}.").replace(
            "{reason}", engine_words.told(self.asked.why).rstrip(".")
        )

    def _make_form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(theme.PADDING)
        form.setVerticalSpacing(theme.GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        user = self._user_row = QWidget(self)
        column = QVBoxLayout(user)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.user)
        column.addWidget(self._problem)
        self._form = form
        form.addRow(self._label(self.tr("Sign in &with"), self.kind), self.kind)
        form.addRow(self._label(self.tr("&User name"), self.user), user)
        form.addRow(self._label(self.tr("&Password"), self.password), self.password)
        form.addRow(self._label(self.tr("&Token"), self.token), self.token)
        return form

    def _label(self, text: str, buddy: QWidget) -> QLabel:
        label = QLabel(text, self)
        label.setBuddy(buddy)
        return label

    def _wire(self) -> None:
        self.kind.changed.connect(self._change_kind)
        self.user.textChanged.connect(self._judge)
        for field in (self.password, self.token):
            field.changed.connect(self._judge)

    # --- what happens ----------------------------------------------------------------------------

    @property
    def _is_token(self) -> bool:
        return bool(self.kind.value == _TOKEN)

    def _change_kind(self) -> None:
        self._show_fields()
        (self.token if self._is_token else self.user).setFocus()

    def _show_fields(self) -> None:
        # No proxy is known that takes a token.
        self._form.setRowVisible(self.kind, not self.asked.is_proxy)
        self._form.setRowVisible(self._user_row, not self._is_token)
        self._form.setRowVisible(self.password, not self._is_token)
        self._form.setRowVisible(self.token, self._is_token)
        self.for_all.setVisible(not self.asked.is_proxy)
        (self.token if self._is_token else self.user).setFocus()
        self._judge()

    def _judge(self) -> None:
        problem = "" if self._is_token else wrong_user(self.user.text())
        self._problem.say(problem)
        self._accept.setEnabled(any(self.sign_in) and not problem)

    def _say_where_it_is_kept(self, state: KeyringState) -> None:
        self._keeping.setText(keeping_sentence(state))


def _unencrypted(asked: Asked) -> str:
    if asked.is_proxy:
        return _tr("The way to this proxy is not encrypted: others on it may read the sign-in.")
    return _tr("The way to this server is not encrypted: others on it may read the sign-in.")
