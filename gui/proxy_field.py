"""A field for the way to servers: as in the preferences, straight, or through some proxy."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from engine import RefusedError, SignIn, parse_proxy
from gui import engine_words, theme
from gui.fields import MIXED, ChoiceField, Option
from gui.translation import translate

DIRECT: Final = "none"
_OWN: Final = "own"
PROXY_EXAMPLE = "http://proxy.example:3128"


def _tr(text: str) -> str:
    return translate("proxy_field", text)


def problem_with_proxy(text: Any) -> str:
    """What is wrong with a proxy's address, in words; empty for what is none, such as `DIRECT`."""
    if not isinstance(text, str) or text == DIRECT:
        return ""
    if not text.strip():
        return _tr("Write the address of the proxy, such as {example}.").format(
            example=PROXY_EXAMPLE
        )
    try:
        parse_proxy(text)
    except RefusedError as refusal:
        return engine_words.told(str(refusal))
    return ""


def address_of(text: str) -> tuple[str, SignIn | None]:
    """The address that may be stored, and the sign-in that stood in it; as it is if it is wrong."""
    try:
        return parse_proxy(text)
    except RefusedError:
        return text, None


class AddressLine(QLineEdit):
    """Addresses, written from left to right in every language; `changed` when that is done."""

    changed = Signal()

    def __init__(
        self, name: str, parent: QWidget | None = None, example: str = PROXY_EXAMPLE
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(example)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._told = ""
        self.editingFinished.connect(self._finish)

    @property
    def value(self) -> str:
        """What is written."""
        return self.text().strip()

    def set_value(self, address: str) -> None:
        """Show this; tells nobody."""
        self._told = address
        self.setText(address)
        self.setCursorPosition(0)

    def _finish(self) -> None:
        if self.value != self._told:
            self._told = self.value
            self.changed.emit()


class ProxyField(QWidget):
    """None: as in the preferences; `DIRECT`: without a proxy; else the address that is written."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = ChoiceField(
            name,
            (
                Option(_tr("As in Preferences"), None),
                Option(_tr("No proxy"), DIRECT),
                Option(_tr("Through this proxy"), _OWN),
            ),
            self,
        )
        self.line = AddressLine(_tr("Address of the proxy"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP // 2)
        layout.addWidget(self.choice)
        layout.addWidget(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.choice)
        self._show_parts()
        self.choice.changed.connect(self._follow_choice)
        self.line.textEdited.connect(lambda _text: self.changed.emit())

    @property
    def value(self) -> Any:
        """What is chosen; `MIXED` where jobs differ."""
        chosen = self.choice.value
        if chosen != _OWN:
            return chosen
        return address_of(self.line.value)[0]

    @property
    def written(self) -> Any:
        """The same, with the sign-in that may stand in the address."""
        chosen = self.choice.value
        return self.line.value if chosen == _OWN else chosen

    @property
    def sign_in(self) -> SignIn | None:
        """What stood in the address besides: it belongs to the keyring."""
        return address_of(self.line.value)[1] if self.choice.value == _OWN else None

    def set_value(self, value: Any) -> None:
        """Show this; tells nobody."""
        is_own = isinstance(value, str) and value != DIRECT
        self.choice.set_value(_OWN if is_own else value)
        if is_own:
            self.line.set_value(value)
        self._show_parts()

    @property
    def is_mixed(self) -> bool:
        """Whether jobs differ here, and nobody has decided."""
        return self.choice.value is MIXED

    def _show_parts(self) -> None:
        self.line.setVisible(self.choice.value == _OWN)

    def _follow_choice(self) -> None:
        self._show_parts()
        if self.choice.value == _OWN and self.choice.hasFocus():
            self.line.setFocus()
        self.changed.emit()
