"""A line in the window that says what did not work, until the person has read it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from gui import theme

Deed = tuple[str, Callable[[], None]]
"""What a button says, and what it does."""


class MessageBar(QFrame):
    """Hidden until `show_message`; Escape in the window or its button hides it again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons: list[QPushButton] = []
        close = QPushButton(self.tr("Dismiss"), self)
        close.setFlat(True)
        close.clicked.connect(self.hide)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(theme.PADDING, 6, theme.PADDING, 6)
        self._layout.setSpacing(theme.GAP)
        self._layout.addWidget(self._words)
        self._layout.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def show_message(self, sentence: str, deeds: Sequence[Deed] = ()) -> None:
        """Say this, beneath what is already there if that is something else.

        `deeds` are what can be done about it; only the latest message has buttons for that.
        """
        said = self._words.text().splitlines() if not self.isHidden() else []
        lines = [line for line in said if line != sentence][-2:]
        self._words.setText("\n".join([*lines, sentence]))
        self.setAccessibleName(sentence)
        self._offer(deeds, sentence)
        self.show()

    def _offer(self, deeds: Sequence[Deed], sentence: str) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(*deed, sentence) for deed in deeds]
        for place, button in enumerate(self._buttons, 1):
            self._layout.insertWidget(place, button)

    def _button(self, words: str, act: Callable[[], None], sentence: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setFlat(True)
        button.setAccessibleDescription(sentence)
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda _checked=False: act())
        return button
