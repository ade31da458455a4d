"""The report of a problem, to be read before it goes anywhere. It goes nowhere by itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from engine import write_private
from gui import formatting, theme
from gui.adding.clipboard_watch import copied_by_us
from gui.fields import ProblemLabel, plain_label
from gui.problem_report import FILE_NAME

_WIDTH, _HEIGHT = 760, 600
_SHARE_OF_SCREEN = 0.9

Ask = Callable[[Callable[[str], None]], Callable[[], None]]
"""Asks for the report and tells it; returns the way to stop asking."""


class ProblemReportDialog(QDialog):
    """Not modal: who reads it may want to look at the list behind it."""

    def __init__(self, ask: Ask, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Report a problem"))
        self._folder = folder
        self.report = self._make_report()
        self._problem = ProblemLabel(self)
        self._make_buttons()
        self._lay_out()
        self._stop_asking = ask(self._show)

    def done(self, result: int) -> None:
        self._stop_asking()
        super().done(result)

    # --- how it is made --------------------------------------------------------------------------

    def _make_report(self) -> QPlainTextEdit:
        box = QPlainTextEdit(self)
        box.setAccessibleName(self.tr("The report"))
        box.setPlaceholderText(self.tr("It is being put together…"))
        box.setReadOnly(True)
        box.setTabChangesFocus(True)
        box.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        # English, and in columns.
        box.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(theme.secondary_font().pixelSize())
        box.setFont(font)
        box.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return box

    def _make_buttons(self) -> None:
        self._buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self._copy = self._buttons.addButton(self.tr("&Copy"), role.ActionRole)
        self._save = self._buttons.addButton(self.tr("&Save…"), role.ActionRole)
        close = self._buttons.addButton(self.tr("Close"), role.RejectRole)
        for button in (self._copy, self._save):
            button.setAutoDefault(False)
            button.setEnabled(False)
        close.setDefault(True)
        self._copy.clicked.connect(self._take_along)
        self._save.clicked.connect(self._ask_where)
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        about = self.tr(
            "This tells those who mend Holdfast what they need to know. It goes nowhere by itself. "
            "Passwords, tokens and cookies are taken out; names of files, folders and servers are "
            "not. Read it before you give it to anybody."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(theme.GAP)
        layout.addWidget(plain_label(about, self))
        layout.addWidget(self.report, 1)
        layout.addWidget(self._problem)
        layout.addWidget(self._buttons)
        self.setAccessibleDescription(about)
        room = self.screen().availableSize() * _SHARE_OF_SCREEN
        self.resize(theme.grown(_WIDTH), theme.grown(_HEIGHT))
        self.resize(self.size().boundedTo(room))

    # --- what happens ----------------------------------------------------------------------------

    def _show(self, text: str) -> None:
        self.report.setPlainText(text)
        for button in (self._copy, self._save):
            button.setEnabled(True)

    def _take_along(self) -> None:
        text = self.report.toPlainText()
        QGuiApplication.clipboard().setMimeData(copied_by_us(text))

    def _ask_where(self) -> None:
        chooser = QFileDialog(self, self.tr("Save the report"), str(self._folder))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilters([self.tr("Text (*.txt)"), self.tr("All files (*)")])
        chooser.setDefaultSuffix("txt")
        chooser.selectFile(FILE_NAME)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.save)
        chooser.open()

    def save(self, path: str) -> None:
        """Write it there; nobody else may read it."""
        try:
            write_private(Path(path), self.report.toPlainText().encode())
        except OSError as failure:
            self._problem.say(formatting.refusal(failure))
        else:
            self._problem.say("")
