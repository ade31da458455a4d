"""A line of text that can be marked and copied; names and links begin where other lines do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from gui import theme


class FactLine(QLineEdit):
    """A line that can be marked and copied, and is not mistaken for a field."""

    def __init__(self, name: str, parent: QWidget | None = None, font: QFont | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setObjectName("fact")
        self.setReadOnly(True)
        self.setFrame(False)
        self.setFont(font or theme.secondary_font())
        begin_where_lines_do(self)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.CLEAR)
        self.setPalette(palette)

    def say(self, text: str) -> None:
        """Show this from its beginning; a mark that somebody set stays while nothing changes."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
            self.setToolTip(text)


def begin_where_lines_do(words: QLabel | QLineEdit) -> None:
    """Names and links read from left to right everywhere, and still stand beside their labels."""
    if words.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
