"""Metalink files that were dropped or opened, read beside the window: one may be megabytes long."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from engine import FileSpec, RefusedError, metalink_specs, read_metalink
from gui import engine_words, formatting
from gui.aside import aside
from gui.translation import about

MOST_DOCUMENTS = 20


class Document(NamedTuple):
    """What one of them came to: files, or why there are none."""

    name: str
    files: tuple[FileSpec, ...] = ()
    problem: str = ""


class Documents(QObject):
    """Reads them one after the other, and keeps what they told of each link."""

    read = Signal(object)
    """A `Document`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: dict[str, FileSpec] = {}
        self._problems: list[str] = []

    @property
    def told(self) -> Mapping[str, FileSpec]:
        """The files by their links."""
        return self._told

    @property
    def problems(self) -> list[str]:
        """What could not be read, and why."""
        return self._problems

    def open(self, paths: Iterable[Path]) -> None:
        """Read these; what was wrong with earlier ones has been seen."""
        self._problems = []
        for path in list(paths)[:MOST_DOCUMENTS]:
            aside(partial(document_at, path), self._take)

    def _take(self, document: Document) -> None:
        if document.problem:
            self._problems.append(document.problem)
        for file in document.files:
            self._told.setdefault(file.url, file)
        self.read.emit(document)


def document_at(path: Path) -> Document:
    """The file as it is; never raises."""
    try:
        return Document(path.stem, metalink_specs(read_metalink(path)))
    except RefusedError as refusal:
        why = engine_words.told(str(refusal))
        return Document(path.stem, problem=about(formatting.one_line(path.name), why))
