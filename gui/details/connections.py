"""The tab of connections: the map of a file, and a row for each connection that brings it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHeaderView, QVBoxLayout, QWidget

from engine import FileSnapshot, JobSnapshot
from gui import formatting, theme
from gui.details.fact_table import ValueTable
from gui.details.file_map import FileMap, moving_file, summary
from gui.details.lists import LEFT, RIGHT, FactList
from gui.details.page import Page, Surroundings
from gui.details.parts import Words, ground
from gui.details.sources import SourceList

_MARGIN = 12
_MAP_ROWS = 3
_WIDE_IN_LETTERS = 90


class Connection(NamedTuple):
    """Where one connection is and where it stops."""

    number: int
    position: int
    stop: int


class _Column(NamedTuple):
    title: str
    text: Callable[[Connection], str]
    alignment: Qt.AlignmentFlag = RIGHT


def _noop(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("ConnectionTable", text))


_COLUMNS = (
    _Column(_noop("Connection"), lambda line: str(line.number), LEFT),
    _Column(_noop("Is at"), lambda line: formatting.size(line.position)),
    _Column(_noop("Goes on to"), lambda line: formatting.size(line.stop)),
    _Column(_noop("Still to bring"), lambda line: formatting.size(line.stop - line.position)),
)


class ConnectionTable(ValueTable):
    """A row for each connection."""

    heads = _COLUMNS

    def show_lines(self, lines: tuple[tuple[int, int], ...]) -> None:
        """These are the connections now: (position, stop) each."""
        self.show_values([Connection(number, *line) for number, line in enumerate(lines, 1)])


class Connections(Page):
    """Of a job of several files, the one that moves, or the one that was chosen among the files."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        ground(self)
        self._chosen: tuple[str, int] | None = None
        self._map = FileMap(self, _MAP_ROWS, grows=True)
        self._told = Words(self)
        self._table = ConnectionTable(self)
        self._list = FactList(self, self.tr("Connections"))
        self._list.setModel(self._table)
        header = self._list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lines = QWidget(self)
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self._told)
        column.addWidget(self._list, 1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(_MARGIN, theme.PADDING, _MARGIN, theme.GAP)
        self._halves.setSpacing(2 * _MARGIN)
        self._sources = SourceList(self)
        self._halves.addWidget(self._map, 1)
        self._halves.addWidget(self._sources, 1)
        self._halves.addWidget(lines, 1)

    def choose(self, job_id: str, number: int) -> None:
        """Show this file of the job, until another one is chosen."""
        self._chosen = (job_id, number)

    def show_job(self, job: JobSnapshot) -> None:
        file = self._file(job)
        self._map.show_file(job, file)
        bridge = self.around.bridge
        self._sources.show_sources(job, bridge.sources(job.id, file.number) if file else ())
        ranges = self._map.ranges
        self._table.show_lines(ranges.on_the_wire)
        self._list.setVisible(bool(ranges.on_the_wire))
        said = summary(ranges)
        none = self.tr("{so_far}, no connection at the moment").format(so_far=said)
        self._told.say(said if ranges.on_the_wire else none)

    def plain_text(self) -> str:
        told = list(filter(None, (self._map.text(), self._sources.text())))
        if self._table.rowCount():
            told.append(self._list.all_text())
        return "\n".join(told)

    def take_colours(self) -> None:
        super().take_colours()
        self._list.take_colours()
        self._sources.take_colours()

    def _file(self, job: JobSnapshot) -> FileSnapshot | None:
        if self._chosen is not None and self._chosen[0] == job.id:
            for file in job.files:
                if file.number == self._chosen[1]:
                    return file
        return moving_file(job)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        letter = QFontMetrics(theme.body_font()).averageCharWidth()
        is_wide = self.width() >= _WIDE_IN_LETTERS * letter
        direction = QBoxLayout.Direction
        self._halves.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
