"""Dialogs that ask for one thing: a speed limit, or a name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from engine import JobSnapshot, __version__
from gui import formatting, theme
from gui.fields import ProblemLabel, RateField, hint, plain_label
from gui.power import orders
from gui.translation import translate
from resources import icon_path

_WIDTH = 440
_FIRST_OFFER = 1 << 20


class _Question(QDialog):
    """A heading, a label over its field, a line below it, and two buttons."""

    def __init__(self, title: str, answer: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._buttons = QDialogButtonBox(self)
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._accept = self._buttons.addButton(answer, QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.setMinimumWidth(theme.grown(_WIDTH))

    def _lay_out(self, heading: str, question: str, field: QWidget, below: QWidget) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(theme.GAP)
        if heading:
            name = plain_label(self._shortened(heading), self)
            name.setFont(theme.name_font())
            layout.addWidget(name)
            layout.addSpacing(4)
        label = QLabel(question, self)
        label.setBuddy(field)
        layout.addWidget(label)
        layout.addWidget(field)
        layout.addWidget(below)
        layout.addStretch()
        layout.addSpacing(theme.GAP)
        layout.addWidget(self._buttons)
        field.setFocus()

    def _shortened(self, heading: str) -> str:
        width = theme.grown(_WIDTH) - 48
        return self.fontMetrics().elidedText(heading, Qt.TextElideMode.ElideMiddle, width)


class LimitDialog(_Question):
    """A speed limit for jobs, or for all of them together when none is named."""

    chosen = Signal(int)
    """Bytes a second; 0 is no limit."""

    def __init__(
        self, jobs: Sequence[JobSnapshot], present: int, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Speed limit"))
        self._accept.setText(self.tr("Change"))
        self._rate = RateField(self.tr("Speed limit"), parent=self)
        self._rate.set_value(present or _FIRST_OFFER)
        question = self.tr("Bring at &most:") if jobs else self.tr("All jobs &together bring:")
        explanation = (
            self.tr("The limit for all jobs together holds as well.")
            if jobs
            else self.tr("A job's own limit holds as well.")
        )
        self._lay_out(_heading(jobs), question, self._rate, hint(explanation, self))

    def accept(self) -> None:
        self.chosen.emit(self._rate.rate)
        super().accept()


class RenameDialog(_Question):
    """Another name for the one file of a job; the ending is not selected, as everywhere."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Rename"))
        self._accept.setText(self.tr("Rename"))
        self._before = name
        self._name = QLineEdit(name, self)
        self._name.setAccessibleName(self.tr("Name of the file"))
        self._problem = ProblemLabel(self)
        self._lay_out("", self.tr("&Name of the file"), self._name, self._problem)
        self._name.textChanged.connect(self._judge)
        stem = PurePath(name).stem
        self._name.setSelection(0, len(stem))
        self._judge()

    def accept(self) -> None:
        if self._accept.isEnabled():
            self.chosen.emit(self._name.text().strip())
            super().accept()

    def _judge(self) -> None:
        name = self._name.text().strip()
        has_folder = "/" in name or "\\" in name
        self._problem.say(self.tr("A name has no slashes in it.") if has_folder else "")
        self._accept.setEnabled(bool(name) and not has_folder and name != self._before)


class CommandDialog(_Question):
    """Which command runs when all is done. It runs as it stands; no shell looks at it."""

    chosen = Signal(str)

    def __init__(self, command: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("When all is done"))
        self._accept.setText(self.tr("Run when done"))
        self._command = QLineEdit(command, self)
        self._command.setAccessibleName(self.tr("Command"))
        self._problem = ProblemLabel(self)
        below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._problem)
        explanation = self.tr(
            "A program and its arguments. Quotation marks keep words together; there is no shell."
        )
        self._explanation = hint(explanation, below)
        column.addWidget(self._explanation)
        self._command.setAccessibleDescription(explanation)
        self._lay_out("", self.tr("&Run this command:"), self._command, below)
        self._command.textChanged.connect(self._judge)
        self._command.selectAll()
        self._judge()

    def accept(self) -> None:
        words = self._complaint()
        self._say(words)
        if not words:
            self.chosen.emit(self._command.text().strip())
            super().accept()

    def _judge(self) -> None:
        """While it is written, what is unfinished is no mistake."""
        self._say("")
        self._accept.setEnabled(bool(self._command.text().strip()))

    def _say(self, problem: str) -> None:
        """What is wrong stands where the explanation was: there is room for one of them."""
        self._explanation.setVisible(not problem)
        self._problem.say(problem)

    def _complaint(self) -> str:
        try:
            orders.split(self._command.text())
        except orders.OrderError as failure:
            return str(failure)
        return ""


def _heading(jobs: Sequence[JobSnapshot]) -> str:
    if len(jobs) == 1:
        return formatting.title(jobs[0])
    return formatting.counted(len(jobs), "1 job", "{n} jobs") if jobs else ""


def about_box(parent: QWidget) -> QMessageBox:
    """Which program this is, and what it is for."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIconPixmap(QIcon(str(icon_path("holdfast"))).pixmap(64, 64))
    box.setWindowTitle(_tr("About Holdfast"))
    box.setText(f"Holdfast {__version__}")
    what_for = _tr("Brings files home, and holds on while the network does not.")
    licence = _tr("Free software under the GNU General Public License, version 3 or later.")
    box.setInformativeText(f"{what_for}\n\n{licence}")
    return box


def _tr(text: str) -> str:
    return translate("small_dialogs", text)
