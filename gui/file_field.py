"""A field for a file that is there: a certificate, a list of those who are trusted."""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from gui import formatting, theme
from gui.fields import MIXED, Mixed
from gui.translation import translate


def _tr(text: str) -> str:
    return translate("file_field", text)


def problem_with_file(path: Path | Mixed | None) -> str:
    """Why this file cannot be read, in words; empty where it can, or where none is named."""
    if path is None or isinstance(path, Mixed):
        return ""
    # What is too long for a name, or cannot be looked at, is no file either.
    with contextlib.suppress(OSError, ValueError):
        if path.is_absolute() and path.is_file():
            return ""
    return _tr("There is no file {path}.").format(path=formatting.one_line(str(path)))


def _whole(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError:
        # The home of somebody whom nobody knows.
        return Path(text)


class FileField(QWidget):
    """The path of a file, written or chosen; like the fields of `gui.fields`, its value a `Path`.

    `kinds` is the filter of the file chooser.
    """

    changed = Signal()

    def __init__(self, name: str, kinds: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._kinds = name, kinds
        self._is_mixed = False
        self.line = QLineEdit(self)
        self.line.setAccessibleName(name)
        # A path reads from left to right in every language.
        self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.browse = QPushButton(self.tr("Choose…"), self)
        self.browse.setAutoDefault(False)
        self.browse.setAccessibleName(self.tr("Choose: {name}").format(name=name))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.browse)
        self.setFocusProxy(self.line)
        self.browse.clicked.connect(self._choose)
        self.line.textEdited.connect(self._follow_words)

    @property
    def value(self) -> Path | Mixed | None:
        """The file; None where none is named."""
        if self._is_mixed:
            return MIXED
        text = self.line.text().strip()
        return _whole(text) if text else None

    def set_value(self, path: Path | Mixed | None) -> None:
        """Show this; tells nobody."""
        self._is_mixed = isinstance(path, Mixed)
        self.line.setText("" if path is None or isinstance(path, Mixed) else str(path))
        self.line.setCursorPosition(0)
        self.line.setPlaceholderText(self.tr("different") if self._is_mixed else "")

    def _follow_words(self) -> None:
        self._is_mixed = False
        self.line.setPlaceholderText("")
        self.changed.emit()

    def _choose(self) -> None:
        start = self.line.text() or str(Path.home())
        chooser = QFileDialog(self, self._name, start, self._kinds)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self._take)
        chooser.open()

    def _take(self, path: str) -> None:
        self.line.setText(path)
        self._follow_words()
