"""The files of a job in rows: what a file is called, how large, how far, and how it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Qt, Signal

from engine import FileSnapshot, FileState, JobSnapshot, redacted
from gui import formatting
from gui.details.fact_table import NOWHERE, FactTable, Index
from gui.details.lists import DIM, ELIDE_ROLE, INK_ROLE, LEFT, RIGHT
from gui.formatting import Tone, one_line
from gui.translation import translate

FILE_ROLE = Qt.ItemDataRole.UserRole + 10
NAME, PROGRESS, SIZE, STATE = range(4)


def _noop(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("FileTable", text))


def _tr(text: str) -> str:
    return translate("FileTable", text)


def shown_name(file: FileSnapshot) -> str:
    """The name it has, or will have; until that is known its link."""
    if file.path is not None:
        return one_line(file.path.name)
    return one_line(file.requested_name or file.name or redacted(file.url))


def share(file: FileSnapshot) -> float | None:
    """How much of it is here, 0 to 1; None while nobody knows its size."""
    if file.size is None:
        return None
    return min(1.0, file.bytes_present / file.size) if file.size else 1.0


def tone(file: FileSnapshot, job: JobSnapshot) -> Tone:
    """Which colour the file has."""
    if file.state in (FileState.DELIVERED, FileState.TRANSFERRED):
        return Tone.DONE
    if file.state is FileState.FAILED:
        return Tone.GAVE_UP
    if file.state is FileState.SKIPPED:
        return Tone.QUIET
    if file.error is not None and job.state.is_running:
        return Tone.RETRYING
    return formatting.tone(job)


def state_sentence(file: FileSnapshot) -> str:
    """How the file is, and why."""
    if file.error is not None and file.state is FileState.FAILED:
        return formatting.error_sentence(file.error)
    if file.error is not None and file.state is FileState.PENDING:
        reason = formatting.reason(file.error)
        return _tr("Is tried again: {reason}").format(reason=reason)
    return _SENTENCES[file.state](file)


def _pending(file: FileSnapshot) -> str:
    if not file.bytes_present:
        return _tr("Not begun yet")
    if file.size is not None and file.bytes_present >= file.size:
        return _tr("All here, being checked")
    return _tr("{size} are here").format(size=formatting.size(file.bytes_present))


def _delivered(file: FileSnapshot) -> str:
    if file.unchanged:
        return _tr("Already here, and unchanged on the server")
    if file.verified:
        name = formatting.checksum_name(file.verified)
        return _tr("Done, checked with {name}").format(name=name)
    return _tr("Done")


_SENTENCES: dict[FileState, Callable[[FileSnapshot], str]] = {
    FileState.PENDING: _pending,
    FileState.TRANSFERRED: lambda _file: _tr("All here, kept as a part file"),
    FileState.DELIVERED: _delivered,
    FileState.FAILED: lambda _file: _tr("Failed, and the reason was lost"),
    FileState.SKIPPED: lambda _file: _tr("Skipped"),
}


def _size(file: FileSnapshot) -> str:
    return "" if file.size is None else formatting.size(file.size)


def _percent(file: FileSnapshot) -> str:
    part = share(file)
    return "" if part is None else formatting.percent(part)


class Column(NamedTuple):
    """What a column is called and what it says of a file."""

    title: str
    text: Callable[[FileSnapshot], str]
    alignment: Qt.AlignmentFlag = LEFT


COLUMNS = (
    Column(_noop("Name"), shown_name),
    Column(_noop("Progress"), _percent),
    Column(_noop("Size"), _size, RIGHT),
    Column(_noop("State"), state_sentence),
)


class FileTable(FactTable):
    """The files as they are in the job; a file that did not change is not told again."""

    heads = COLUMNS

    renamed = Signal(int, str)
    """The person gave the file with this number another name."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: JobSnapshot | None = None
        self._files: Sequence[FileSnapshot] = ()

    def show_job(self, job: JobSnapshot) -> None:
        """The job as it is now, the same as before or another one."""
        before = self._job
        if before is None or before.id != job.id or len(before.files) > len(job.files):
            self.beginResetModel()
            self._job, self._files = job, job.files
            self.endResetModel()
            return
        old, known = self._files, len(self._files)
        self._job = job
        self._files = job.files[:known]
        all_change = before.state is not job.state
        for first, last in _stretches(old, self._files, all_change=all_change):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))
        if len(job.files) > known:
            self.beginInsertRows(NOWHERE, known, len(job.files) - 1)
            self._files = job.files
            self.endInsertRows()

    def file_at(self, row: int) -> FileSnapshot:
        """The file in this row."""
        return self._files[row]

    @property
    def job(self) -> JobSnapshot | None:
        """Whose files these are."""
        return self._job

    # --- QAbstractTableModel ---------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._files)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_name = index.isValid() and index.column() == NAME
        return flags | Qt.ItemFlag.ItemIsEditable if is_name else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._job is None:
            return None
        file, column = self._files[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return COLUMNS[column].text(file)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return COLUMNS[column].alignment
        if role == FILE_ROLE:
            return file
        if role == INK_ROLE:
            return self._ink(file, column)
        if role == ELIDE_ROLE and column == NAME:
            return Qt.TextElideMode.ElideMiddle
        return None

    def _ink(self, file: FileSnapshot, column: int) -> Tone | str | None:
        assert self._job is not None
        if column == PROGRESS:
            return tone(file, self._job)
        if column != STATE:
            return None
        colour = tone(file, self._job)
        return colour if colour in (Tone.RETRYING, Tone.GAVE_UP) else DIM

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() != NAME:
            return False
        file = self._files[index.row()]
        if not name or name == shown_name(file):
            return False
        # It shows once the engine has done it.
        self.renamed.emit(file.number, name)
        return True


def _stretches(
    old: Sequence[FileSnapshot], new: Sequence[FileSnapshot], *, all_change: bool
) -> list[tuple[int, int]]:
    """First and last row of each stretch of files that changed: one, where they are many."""
    if all_change and new:
        return [(0, len(new) - 1)]
    # The engine keeps a snapshot until the file changes: to be the same object is enough.
    rows = [row for row, (was, now) in enumerate(zip(old, new, strict=True)) if was is not now]
    if not rows:
        return []
    return [(row, row) for row in rows] if len(rows) <= 16 else [(rows[0], rows[-1])]
