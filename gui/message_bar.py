"""A line in the window that says what did not work, until the person has read it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from gui import theme


class MessageBar(QFrame):
    """Hidden until `show_message`; Escape in the window or its button hides it again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        close = QPushButton(self.tr("Dismiss"), self)
        close.setFlat(True)
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.PADDING, 6, theme.PADDING, 6)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self._words)
        layout.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def show_message(self, sentence: str) -> None:
        """Say this, beneath what is already there if that is something else."""
        said = self._words.text().splitlines() if not self.isHidden() else []
        lines = [line for line in said if line != sentence][-2:]
        self._words.setText("\n".join([*lines, sentence]))
        self.setAccessibleName(sentence)
        self.show()
