"""A field for a folder; like those of `gui.fields`, with what is said of it in `gui.folders`."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from gui import theme


class FolderField(QWidget):
    """The path of a folder, written or chosen; `changed` when it is done."""

    changed = Signal()
    edited = Signal()
    """At every key, and when one was chosen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._path = QLineEdit(self)
        self._path.setAccessibleName(name)
        self._path.setClearButtonEnabled(True)
        # A path reads from left to right in every language.
        self._path.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.browse = QPushButton(self.tr("&Browse…"), self)
        self.browse.setAutoDefault(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        self._path.setMinimumHeight(self.browse.sizeHint().height())
        layout.addWidget(self._path, 1)
        layout.addWidget(self.browse)
        self.setFocusProxy(self._path)
        self.browse.clicked.connect(self._choose)
        self._path.editingFinished.connect(self._finish)
        self._path.textEdited.connect(lambda _text: self.edited.emit())
        self._told = ""

    @property
    def value(self) -> str:
        """The path as it is written, `~` made whole; empty for none."""
        text = self._path.text().strip()
        return str(Path(text).expanduser()) if text else ""

    def set_value(self, path: str) -> None:
        """Show this; tells nobody."""
        self._path.setText(path)
        self._told = self.value

    def set_placeholder(self, text: str) -> None:
        """What is said while it is empty."""
        self._path.setPlaceholderText(text)

    def _finish(self) -> None:
        if self.value != self._told:
            self._told = self.value
            self.changed.emit()

    def _choose(self) -> None:
        chooser = QFileDialog(self, self._name, self.value or str(Path.home()))
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self._take)
        chooser.open()

    def _take(self, path: str) -> None:
        self._path.setText(path)
        self.edited.emit()
        self._finish()
