"""Where the files go: a path with the folders of earlier jobs behind it, and a button to browse."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from gui import theme

_MOST_FOLDERS = 12
_SHORTEST = 24


class FolderBox(QWidget):
    """`changed` at every key, `picked` when the person decided for a folder."""

    changed = Signal()
    picked = Signal()

    def __init__(self, folders: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box, path = QComboBox(self), QLineEdit(self)
        self._box.setEditable(True)
        self._box.setLineEdit(path)
        self._box.setAccessibleName(self.tr("Save in"))
        self._box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._box.setMinimumContentsLength(_SHORTEST)
        self._box.addItems([str(folder) for folder in folders[:_MOST_FOLDERS]])
        # A path reads from left to right in every language.
        path.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._browse = QPushButton(self.tr("&Browse…"), self)
        self._browse.setAutoDefault(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self._box, 1)
        layout.addWidget(self._browse)
        self.setFocusProxy(self._box)
        self._box.editTextChanged.connect(self.changed)
        path.textEdited.connect(self.picked)
        self._box.activated.connect(self.picked)
        self._browse.clicked.connect(self._open_chooser)

    @property
    def folder(self) -> Path:
        """What is written there, `~` made whole."""
        path = Path(self._box.currentText().strip().replace("\0", ""))
        try:
            return path.expanduser()
        except RuntimeError:
            # Nobody of this name has a home here.
            return path

    def pick(self, folder: Path | str) -> None:
        """The person decides for this one."""
        self._box.setEditText(str(folder))
        self.picked.emit()

    def _open_chooser(self) -> None:
        chooser = QFileDialog(self, self.tr("Save in"), self.folder.as_posix())
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.pick)
        chooser.open()
