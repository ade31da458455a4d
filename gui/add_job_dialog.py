"""Asks for one or many links, where their files go, and how long to hold on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine import FileSpec, JobSpec, RefusedError, find_links, parse_link
from gui import formatting, theme
from gui.formatting import Tone
from gui.give_up import GiveUpChooser

_MOST_PROBLEMS = 3
_MOST_FOLDERS = 12
_LONGEST_QUOTE = 48
_JUDGE_MS = 150


class Choices(NamedTuple):
    """What the dialog begins with."""

    folders: Sequence[Path]
    """The first one is chosen, the others are offered."""
    no_progress_timeout: float | None


class Judged(NamedTuple):
    """The lines of the text box: links that can be fetched, and what is wrong with the others."""

    links: tuple[str, ...]
    problems: tuple[str, ...]


def links_of(mime: QMimeData) -> list[str]:
    """The links in what was copied or dropped."""
    if mime.hasUrls():
        links = [url.toString() for url in mime.urls() if url.scheme() in ("http", "https")]
        if links:
            return links
    return find_links(mime.text()) if mime.hasText() else []


def judge(text: str) -> Judged:
    """One link a line; empty lines and repetitions count for nothing."""
    links: dict[str, None] = {}
    problems: list[str] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        try:
            parse_link(line)
        except RefusedError as refusal:
            problems.append(f"{_quoted(line)}: {refusal}")
        else:
            links[line] = None
    return Judged(tuple(links), tuple(problems))


def _quoted(line: str) -> str:
    line = formatting.one_line(line)
    return line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1] + "…"


class AddJobDialog(QDialog):
    """Each link becomes a job of its own."""

    jobs_chosen = Signal(list, bool)
    """The `JobSpec`s, and whether they start at once."""

    def __init__(
        self, choices: Choices, appearance: theme.Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add links"))
        self._appearance = appearance
        self._links = self._make_text_box()
        self._problems = self._make_problems()
        self._folder = self._make_folder(choices.folders)
        self._give_up = GiveUpChooser(choices.no_progress_timeout, self)
        self._starts = QCheckBox(self.tr("&Start at once"), self)
        self._starts.setChecked(True)
        self._buttons = QDialogButtonBox(self)
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._add = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._add.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        # Judging thousands of lines at every key would make typing slow.
        self._judging = QTimer(self, interval=_JUDGE_MS, singleShot=True)
        self._judging.timeout.connect(self._judge)
        self._links.textChanged.connect(self._judging.start)
        self._folder.editTextChanged.connect(self._judge)
        self._judged = Judged((), ())
        self._judge()

    def offer(self, links: Sequence[str]) -> None:
        """Put these links into the text box, after those that are there."""
        there = self._links.toPlainText().strip()
        self._links.setPlainText("\n".join([there, *links] if there else links))
        self._links.moveCursor(QTextCursor.MoveOperation.End)
        self._judge()

    @property
    def folder(self) -> Path:
        """Where the files go."""
        return Path(self._folder.currentText().strip()).expanduser()

    # --- how it is made --------------------------------------------------------------------------

    def _make_text_box(self) -> QPlainTextEdit:
        box = QPlainTextEdit(self)
        box.setAccessibleName(self.tr("Links, one per line"))
        box.setPlaceholderText(self.tr("https://…"))
        box.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        box.setTabChangesFocus(True)
        box.installEventFilter(self)
        return box

    def _make_problems(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFont(theme.secondary_font())
        palette = label.palette()
        palette.setColor(label.foregroundRole(), self._appearance.theme.tones[Tone.GAVE_UP].text)
        label.setPalette(palette)
        label.setAccessibleName(self.tr("What is wrong with the links"))
        return label

    def _make_folder(self, folders: Sequence[Path]) -> QComboBox:
        box = QComboBox(self)
        box.setEditable(True)
        box.setAccessibleName(self.tr("Save in"))
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.addItems([str(folder) for folder in folders[:_MOST_FOLDERS]])
        return box

    def _label(self, text: str, buddy: QWidget) -> QLabel:
        label = QLabel(text, self)
        label.setBuddy(buddy)
        return label

    def _lay_out(self) -> None:
        browse = QPushButton(self.tr("&Browse…"), self)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        where = QHBoxLayout()
        where.setSpacing(theme.GAP)
        where.addWidget(self._folder, 1)
        where.addWidget(browse)
        form = QFormLayout()
        form.setHorizontalSpacing(theme.PADDING)
        form.setVerticalSpacing(theme.GAP + 2)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        how_long = QHBoxLayout()
        how_long.setSpacing(theme.GAP)
        how_long.addWidget(self._give_up)
        how_long.addWidget(QLabel(self.tr("without progress"), self))
        how_long.addStretch()
        form.addRow(self._label(self.tr("Save &in"), self._folder), where)
        form.addRow(self._label(self.tr("&Give up after"), self._give_up), how_long)
        form.addRow("", self._starts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self._label(self.tr("&Links, one per line"), self._links))
        layout.addWidget(self._links, 1)
        layout.addWidget(self._problems)
        layout.addSpacing(theme.GAP)
        layout.addLayout(form)
        layout.addSpacing(theme.GAP)
        layout.addWidget(self._buttons)
        self.resize(600, 420)

    # --- what happens ----------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter in the text box adds; Enter alone begins a new line there."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.accept()
            return True
        return super().eventFilter(watched, event)

    def accept(self) -> None:
        self._judge()
        if not self._add.isEnabled():
            return
        specs = [
            JobSpec(
                files=(FileSpec(link),),
                folder=self.folder,
                no_progress_timeout=self._give_up.seconds,
            )
            for link in self._judged.links
        ]
        super().accept()
        self.jobs_chosen.emit(specs, self._starts.isChecked())

    def _judge(self) -> None:
        self._judging.stop()
        self._judged = judge(self._links.toPlainText())
        problems = list(self._judged.problems[:_MOST_PROBLEMS])
        rest = len(self._judged.problems) - len(problems)
        if rest:
            problems.append(formatting.counted(rest, "and one line more", "and {n} lines more"))
        if not self.folder.is_absolute():
            problems.append(self.tr("The folder needs its whole path."))
        self._problems.setText("\n".join(problems))
        self._problems.setVisible(bool(problems))
        count = len(self._judged.links)
        self._add.setText(
            formatting.counted(count, "&Add link", "&Add {n} links")
            if count
            else self.tr("&Add links")
        )
        self._add.setEnabled(bool(count) and self.folder.is_absolute())

    def _browse(self) -> None:
        chooser = QFileDialog(self, self.tr("Save in"), self.folder.as_posix())
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self._folder.setEditText)
        chooser.open()
