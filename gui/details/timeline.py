"""The tab of the timeline: everything that happened to the job, the newest at the end."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from engine import JobSnapshot, TimelineEntry, TimelineKind
from gui import theme, timeline_words
from gui.details.lists import SIDE, FactList
from gui.details.page import Page, Surroundings
from gui.details.parts import ground
from gui.details.timeline_table import AGO, TIME, WHAT, WHY, TimelineTable

_MARGIN = 4
_SPARE = 6
_WIDE_IN_LETTERS = 85
_REST = 20
"""Between two looks lies at least this many times what a look takes."""


class Timeline(Page):
    """Follows what happens while its end is in sight; stays where the person reads."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        ground(self)
        self._shown: str | None = None
        self._is_stale = False
        self._asked: str | None = None
        self._since = QElapsedTimer()
        self._took = 0
        self._table = TimelineTable(self)
        self._list = FactList(self, self.tr("Timeline"))
        self._list.setModel(self._table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 4, _MARGIN, 0)
        layout.addWidget(self._list)
        self._size_columns()

    def _size_columns(self) -> None:
        metrics = QFontMetrics(theme.body_font())
        kinds = [timeline_words.kind_word(kind) for kind in TimelineKind]
        widest = max(map(metrics.horizontalAdvance, kinds))
        self._list.setColumnWidth(
            TIME, metrics.horizontalAdvance("88 MMM 8888") + 2 * SIDE + _SPARE
        )
        self._list.setColumnWidth(AGO, metrics.horizontalAdvance("88 MMM 8888") + 2 * SIDE + _SPARE)
        self._list.setColumnWidth(WHAT, widest + 2 * SIDE + _SPARE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        letter = QFontMetrics(theme.body_font()).averageCharWidth()
        is_wide = self.width() > _WIDE_IN_LETTERS * letter
        self._list.put_below({} if is_wide else {TIME: AGO, WHAT: WHY})

    # --- what it shows ---------------------------------------------------------------------------

    def show_job(self, job: JobSnapshot) -> None:
        if job.id != self._shown:
            self._shown = job.id
            self._table.show_entries(())
            self._since.invalidate()
        self._is_stale = True
        if not self._since.isValid():
            self._ask()

    def tick(self) -> None:
        self._list.viewport().update()
        if self._is_stale and self._since.elapsed() >= _REST * self._took:
            self._ask()

    def _ask(self) -> None:
        # Of a job that is gone there is no answer: another one is asked about all the same.
        if self._shown is None or self._asked == self._shown:
            return
        self._asked, self._is_stale = self._shown, False
        self._since.start()
        self.around.bridge.read_timeline(self._shown, partial(self._take, self._shown))

    def _take(self, job_id: str, entries: list[TimelineEntry]) -> None:
        if not isValid(self) or job_id != self._shown:
            return
        self._asked = None
        self._took = self._since.elapsed()
        bar = self._list.verticalScrollBar()
        is_at_end = bar.value() >= bar.maximum()
        self._table.show_entries(entries)
        if is_at_end:
            self._list.scrollToBottom()

    def plain_text(self) -> str:
        return self._list.all_text()

    def take_colours(self) -> None:
        super().take_colours()
        self._list.take_colours()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._size_columns()
