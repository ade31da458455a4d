"""Rows of facts: what it is on one side, how it is on the other, sometimes with a button."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from gui.details.page import Page
from gui.details.parts import Words

_ROW_GAP = 6
_COLUMN_GAP = 16


class Facts(QWidget):
    """A row for each fact. A fact that has nothing to say takes no room."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_COLUMN_GAP)
        self._grid.setVerticalSpacing(_ROW_GAP)
        self._grid.setColumnStretch(1, 1)
        self._rows: dict[str, _Row] = {}
        self._is_stacked = False
        self._last_stop: QWidget | None = None

    def add(self, label: str, *buttons: QPushButton, is_small: bool = False) -> None:
        """Make room for a fact; `buttons` stand behind what it says."""
        row = _Row(self, label, buttons, is_small=is_small)
        self._rows[label] = row
        for stop in (row.value, *buttons):
            if self._last_stop is not None:
                QWidget.setTabOrder(self._last_stop, stop)
            self._last_stop = stop
        self._place(len(self._rows) - 1, row)
        row.say("")

    def stack(self, is_narrow: bool) -> None:
        """What it is over how it is, where both do not fit into a line."""
        if is_narrow != self._is_stacked:
            self._is_stacked = is_narrow
            for number, row in enumerate(self._rows.values()):
                self._place(number, row)

    def _place(self, number: int, row: _Row) -> None:
        top = Qt.AlignmentFlag.AlignTop
        if self._is_stacked:
            self._grid.addWidget(row.label, 2 * number, 0, 1, 2, top)
            self._grid.addWidget(row.box, 2 * number + 1, 0, 1, 2, top)
        else:
            self._grid.addWidget(row.label, 2 * number, 0, top)
            self._grid.addWidget(row.box, 2 * number, 1, top)

    def say(self, label: str, text: str) -> None:
        """How it is; empty where there is nothing to say."""
        self._rows[label].say(text)

    def say_all(self, facts: Iterable[tuple[str, str]]) -> None:
        """Exactly these facts; the others have nothing to say."""
        told = dict(facts)
        for label in told:
            if label not in self._rows:
                self.add(label)
        for label, row in self._rows.items():
            row.say(told.get(label, ""))

    def lines(self) -> list[str]:
        """What is said, a line each."""
        said = ((label, row.value.text()) for label, row in self._rows.items())
        return [f"{label}: {text}" for label, text in said if text]


class _Row:
    def __init__(
        self, facts: Facts, label: str, buttons: Iterable[QPushButton], *, is_small: bool
    ) -> None:
        self.label = Words(facts)
        self.label.setText(label)
        self.label.be_dim()
        self.label.setWordWrap(False)
        self.box = QWidget(facts)
        self.value = Words(self.box, can_be_copied=True)
        self.value.setAccessibleName(label)
        if is_small:
            self.value.be_dim(small=True)
        line = QHBoxLayout(self.box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.value)
        for button in buttons:
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self.value.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        if buttons:
            line.addStretch(1)

    def say(self, text: str) -> None:
        self.value.say(text)
        for part in (self.label, self.box):
            if part.isHidden() == bool(text):
                part.setVisible(bool(text))
