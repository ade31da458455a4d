"""Asks for one kind of files: its name, its endings, its folder."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.categories import (
    Category,
    endings_in,
    problem_with_endings,
    problem_with_title,
    shown_title,
)
from gui.fields import ProblemLabel, hint
from gui.folder_field import FolderField
from gui.folders import problem_with_folder
from gui.forms import FieldLabel


class KindDialog(QDialog):
    """What is wrong is said beside its field, once a person was there; until then OK is off."""

    chosen = Signal(object)
    """A `Category`."""

    def __init__(
        self, kind: Category | None, others: Sequence[Category], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Change kind") if kind else self.tr("Add kind"))
        self._kind = kind
        self._others = tuple(others)
        self._title = QLineEdit(shown_title(kind) if kind else "", self)
        self._title.setAccessibleName(self.tr("Name"))
        self._endings = QLineEdit(", ".join(kind.endings) if kind else "", self)
        self._endings.setAccessibleName(self.tr("Endings"))
        self._endings.setPlaceholderText("iso, img")
        self._folder = FolderField(self.tr("Folder"), self)
        self._folder.set_value((kind.folder or "") if kind else "")
        self._folder.set_placeholder(self.tr("Where all others go"))
        self._problems = [ProblemLabel(self) for _ in range(3)]
        self._buttons = QDialogButtonBox(self)
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._accept = self._buttons.addButton(
            self.tr("OK"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._accept.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._title.textEdited.connect(lambda _text: self._judge(0))
        self._endings.textEdited.connect(lambda _text: self._judge(1))
        self._folder.edited.connect(lambda: self._judge(2))
        self._judge()

    @property
    def kind(self) -> Category:
        """What is written."""
        title = self._title.text().strip()
        if self._kind and title == shown_title(self._kind):
            title = self._kind.title
        return Category(title, endings_in(self._endings.text()), self._folder.value or None)

    def accept(self) -> None:
        if any(self._what_is_wrong()):
            for field in range(3):
                self._judge(field)
            return
        super().accept()
        self.chosen.emit(self.kind)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(theme.PADDING)
        form.setVerticalSpacing(theme.GAP + 2)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        about = hint(self.tr("Without dots, with commas between them."), self)
        rows = (
            (self.tr("&Name"), self._title, None),
            (self.tr("&Endings"), self._endings, about),
            (self.tr("&Folder"), self._folder, None),
        )
        for (text, field, explained), problem in zip(rows, self._problems, strict=True):
            box = QVBoxLayout()
            box.setSpacing(4)
            box.addWidget(field)
            box.addWidget(problem)
            if explained:
                box.addWidget(explained)
            form.addRow(FieldLabel(text, field, self), box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(theme.PADDING)
        layout.addLayout(form)
        layout.addStretch(1)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(460)

    def _what_is_wrong(self) -> tuple[str, str, str]:
        kind = self.kind
        return (
            problem_with_title(kind.title, self._others),
            problem_with_endings(kind.endings, self._others),
            problem_with_folder(kind.folder) if kind.folder else "",
        )

    def _judge(self, edited: int | None = None) -> None:
        """Say what is wrong with the field a person is at; and only take back what is said else."""
        wrong = self._what_is_wrong()
        for number, (label, words) in enumerate(zip(self._problems, wrong, strict=True)):
            if number == edited or not words:
                label.say(words)
        self._accept.setEnabled(not any(wrong))
