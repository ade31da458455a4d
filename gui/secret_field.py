"""A field for what nobody else should read, with a switch that shows it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from gui import icons, theme

_HINTS = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class SecretField(QWidget):
    """Dots, until the person wants to see the words; hidden again as soon as it is emptied."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setAccessibleName(name)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(_HINTS)
        self.reveal = self._make_reveal(name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.reveal)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._follow_words)

    @property
    def text(self) -> str:
        """What is written."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what is written."""
        self.line.clear()

    def _make_reveal(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        side = theme.grown(icons.SIZE)
        button.setIconSize(QSize(side, side))
        button.setIcon(icons.icon("eye"))
        button.setAccessibleName(self.tr("Show: {name}").format(name=name))
        button.setToolTip(self.tr("Show what is written"))
        button.toggled.connect(self._show_words)
        return button

    def _show_words(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self.reveal.setIcon(icons.icon("eye-off" if shown else "eye"))

    def _follow_words(self, text: str) -> None:
        if not text:
            self.reveal.setChecked(False)
        self.changed.emit()
