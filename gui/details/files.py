"""The tab of files: how each one is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from engine import FileSnapshot, FileState, JobEvent, JobSnapshot
from gui import formatting, theme
from gui.details import file_table
from gui.details.file_table import FILE_ROLE, NAME, PROGRESS, SIZE, STATE, FileTable
from gui.details.lists import INK_ROLE, SIDE, FactDelegate, FactList
from gui.details.page import Page, Surroundings, to_clipboard
from gui.details.parts import Chip, Words, ground

Index = QModelIndex | QPersistentModelIndex

_BAR = 7
_BAR_WIDTH, _SHORT_BAR = 92, 48
_LEAST_NAME = 120
_WIDE_IN_LETTERS = 85
_MARGIN = 4


class Files(Page):
    """A row for each file, buttons above for those that are selected."""

    ranges_asked = Signal(str, int)
    """The person wants to see the map of this file of this job."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        ground(self)
        self._table = FileTable(self)
        self._table.renamed.connect(self._rename)
        self._list = FactList(self, self.tr("Files"))
        self._list.setItemDelegate(_FileDelegate(around.appearance, self._list))
        self._list.setModel(self._table)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self._list.doubleClicked.connect(self._open_or_rename)
        self._list.selectionModel().selectionChanged.connect(self._follow_selection)
        self._count = Words(self)
        self._count.be_dim(small=True)
        self._make_actions()
        self._lay_out()
        self._follow_selection()

    def _make_actions(self) -> None:
        def action(text: str, key: str, act: Callable[[], None]) -> QAction:
            made = QAction(text, self)
            made.setShortcut(key)
            made.triggered.connect(lambda _checked=False: act())
            return made

        self.retry = action(self.tr("&Fetch again"), "", self._retry)
        self.skip = action(self.tr("&Skip"), "", self._skip)
        self.rename = action(self.tr("Re&name"), "F2", self._edit)
        self.open = action(self.tr("&Open"), "Return", self._open)
        self.show_in_folder = action(self.tr("Show in f&older"), "", self._show_in_folder)
        self.show_ranges = action(self.tr("Show its &ranges"), "", self._show_ranges)
        self.copy_link = action(self.tr("Copy &link"), "", self._copy_links)
        self._list.offer(
            [
                self.open,
                self.show_in_folder,
                self.retry,
                self.skip,
                self.rename,
                self.show_ranges,
                self.copy_link,
            ]
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(SIDE, 0, SIDE, 0)
        row.setSpacing(4)
        self._buttons = []
        for act in (self.retry, self.skip, self.rename, self.open):
            button = _button(act, self)
            self._buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._count)
        self._count.setWordWrap(False)
        header = self._list.header()
        header.setSectionResizeMode(SIZE, QHeaderView.ResizeMode.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 6, _MARGIN, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self._list, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        metrics = QFontMetrics(theme.body_font())
        is_wide = self.width() > _WIDE_IN_LETTERS * metrics.averageCharWidth()
        self._list.put_below({} if is_wide else {NAME: STATE})
        header, mode = self._list.header(), QHeaderView.ResizeMode
        header.setStretchLastSection(is_wide)
        header.setSectionResizeMode(NAME, mode.Interactive if is_wide else mode.Stretch)
        bar = _BAR_WIDTH if is_wide else _SHORT_BAR
        progress = bar + metrics.horizontalAdvance(formatting.percent(1)) + 3 * SIDE
        size = metrics.horizontalAdvance(formatting.size(888 << 20)) + 3 * SIDE
        rest = self.width() - 2 * _MARGIN - progress - size
        self._list.setColumnWidth(PROGRESS, progress)
        self._list.setColumnWidth(SIZE, size)
        if is_wide:
            self._list.setColumnWidth(NAME, max(_LEAST_NAME, rest * 11 // 20))
        self._count.setVisible(is_wide)
        # The key and the double click do it too.
        self._buttons[-1].setVisible(is_wide)

    # --- what it shows ---------------------------------------------------------------------------

    def show_job(self, job: JobSnapshot) -> None:
        self._table.show_job(job)
        total = len(job.files)
        done = sum(file.state is FileState.DELIVERED for file in job.files)
        count = formatting.counted(total, "1 file", "{n} files")
        self._count.say(self.tr("{count}, {done} done").format(count=count, done=done))
        self._follow_selection()

    def plain_text(self) -> str:
        return self._list.all_text()

    def take_colours(self) -> None:
        super().take_colours()
        self._list.take_colours()

    # --- what it does ----------------------------------------------------------------------------

    def _selected(self) -> list[FileSnapshot]:
        return [self._table.file_at(row) for row in sorted(self._list.selected_rows())]

    def _follow_selection(self) -> None:
        job, chosen = self._table.job, self._selected()
        may_change = job is not None and job.accepts(JobEvent.CHANGE)
        self.retry.setEnabled(may_change and any(map(_may_be_fetched, chosen)))
        self.skip.setEnabled(may_change and any(map(_may_be_skipped, chosen)))
        self.rename.setEnabled(len(chosen) == 1)
        for act in (self.open, self.show_in_folder):
            act.setEnabled(any(file.path is not None for file in chosen))
        self.show_ranges.setEnabled(len(chosen) == 1)
        self.copy_link.setEnabled(bool(chosen))

    def _each(self, fits: Callable[[FileSnapshot], bool], act: Callable[[str, int], None]) -> None:
        job = self._table.job
        if job is not None:
            for file in filter(fits, self._selected()):
                act(job.id, file.number)

    def _retry(self) -> None:
        self._each(_may_be_fetched, self.around.bridge.retry_file)

    def _skip(self) -> None:
        self._each(_may_be_skipped, self.around.bridge.skip_file)

    def _edit(self) -> None:
        rows = self._list.selected_rows()
        is_editing = self._list.state() is QAbstractItemView.State.EditingState
        if len(rows) == 1 and not is_editing:
            self._list.edit(self._table.index(rows.pop(), NAME))

    def _rename(self, number: int, name: str) -> None:
        job = self._table.job
        if job is not None:
            self.around.bridge.rename_file(job.id, number, name)

    def _open(self) -> None:
        for file in self._selected():
            if file.path is not None:
                self.open_asked.emit(file.path)

    def _open_or_rename(self, index: QModelIndex) -> None:
        if self._table.file_at(index.row()).path is not None:
            self._open()
        elif index.column() == NAME:
            self._edit()

    def _show_in_folder(self) -> None:
        paths = {file.path.parent: file.path for file in self._selected() if file.path is not None}
        for path in paths.values():
            self.show_in_folder_asked.emit(path)

    def _show_ranges(self) -> None:
        job, chosen = self._table.job, self._selected()
        if job is not None and chosen:
            self.ranges_asked.emit(job.id, chosen[0].number)

    def _copy_links(self) -> None:
        to_clipboard("\n".join(file.url for file in self._selected()))


class _FileDelegate(FactDelegate):
    """Draws the progress as a bar with its number."""

    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.column() != PROGRESS:
            super().paint_cell(painter, option, index)
            return
        colours = self._appearance.theme
        cell = option.rect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.secondary_font())
        number = painter.fontMetrics().horizontalAdvance(formatting.percent(1))
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        track = QRectF(cell).adjusted(SIDE, 0, -number - 2 * SIDE, 0)
        track.setHeight(_BAR)
        track.moveTop(cell.top() + (cell.height() - _BAR) / 2)
        words = QRectF(cell).adjusted(SIDE, 0, -SIDE, 0)
        part = file_table.share(index.data(FILE_ROLE))
        fill = QRectF(track)
        fill.setWidth(max(float(_BAR), track.width() * (part or 0.0)))
        if is_mirrored:
            for area in (track, fill):
                area.moveRight(cell.left() + cell.right() + 1 - area.left())
        painter.setPen(colours.hairline if colours.is_native else Qt.PenStyle.NoPen)
        painter.setBrush(colours.track)
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        if part:
            painter.setBrush(colours.tones[index.data(INK_ROLE)].bar)
            painter.drawRoundedRect(fill, _BAR / 2, _BAR / 2)
        painter.setPen(self.ink(option, index) if colours.is_native else colours.dim)
        side = Qt.AlignmentFlag.AlignLeft if is_mirrored else Qt.AlignmentFlag.AlignRight
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, flags, str(index.data()))


def _button(action: QAction, page: Page) -> Chip:
    button = Chip(action.text(), page)
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    return button


def _may_be_fetched(file: FileSnapshot) -> bool:
    waits = file.state is FileState.PENDING and file.error is not None
    return waits or file.state in (FileState.FAILED, FileState.SKIPPED)


def _may_be_skipped(file: FileSnapshot) -> bool:
    return file.state in (FileState.PENDING, FileState.FAILED)
