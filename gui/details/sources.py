"""Who has a file: a row for each place, with what it does at the moment or why it was dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from engine import FileSource, JobSnapshot, JobState
from gui import formatting, theme
from gui.details.fact_table import ValueTable
from gui.details.lists import LEFT, RIGHT, FactList
from gui.details.page import Page
from gui.details.parts import Words
from gui.translation import translate


class Place(NamedTuple):
    """One row: who it is, and whether the job brings bytes at the moment."""

    source: FileSource
    is_moving: bool


class _Column(NamedTuple):
    title: str
    text: Callable[[Place], str]
    alignment: Qt.AlignmentFlag = LEFT


def _tr(text: str) -> str:
    return translate("details_sources", text)


def _noop(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("SourceTable", text))


def doing(place: Place) -> str:
    """What a place does now, or why it is used no more."""
    source = place.source
    if source.failure is not None:
        return _tr("used no more: {reason}").format(reason=formatting.reason(source.failure))
    if source.connections:
        return formatting.counted(source.connections, "1 connection", "{n} connections")
    return _tr("in reserve") if place.is_moving else ""


def _brought(place: Place) -> str:
    return formatting.size(place.source.brought) if place.source.brought else ""


_COLUMNS = (
    _Column(_noop("Server"), lambda place: formatting.one_line(place.source.host)),
    _Column(_noop("Now"), doing),
    _Column(_noop("Brought"), _brought, RIGHT),
)


class SourceTable(ValueTable):
    """A row for each place, in the order in which they are asked."""

    heads = _COLUMNS


class SourceList(QWidget):
    """Not there for a file that only one server has."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._told = Words(self)
        self._table = SourceTable(self)
        self._list = FactList(page, self.tr("Servers that have the file"))
        self._list.setModel(self._table)
        header = self._list.header()
        header.setStretchLastSection(False)
        resize = QHeaderView.ResizeMode
        for column, mode in enumerate((resize.ResizeToContents, resize.Stretch)):
            header.setSectionResizeMode(column, mode)
        header.setSectionResizeMode(2, resize.ResizeToContents)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self._told)
        layout.addWidget(self._list, 1)
        self.hide()

    def show_sources(self, job: JobSnapshot, sources: Sequence[FileSource]) -> None:
        """These have the file."""
        self.setVisible(len(sources) > 1)
        is_moving = job.state is JobState.TRANSFERRING
        self._table.show_values([Place(source, is_moving) for source in sources])
        count = len(sources)
        self._told.say(
            formatting.counted(count, "1 server has the file", "{n} servers have the file")
        )

    def text(self) -> str:
        """All of it in words; empty where there is only one."""
        if self.isHidden():
            return ""
        return "\n".join([self._told.text(), self._list.all_text()])

    def take_colours(self) -> None:
        """As the theme has them."""
        self._list.take_colours()
