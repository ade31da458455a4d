"""What is said where there is not exactly one job: a hint for none, a summary of several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine import JobSnapshot
from gui import formatting, theme
from gui.details import words
from gui.details.facts import Facts
from gui.details.page import Page, Surroundings
from gui.details.parts import Scroller, Words, ground

_MARGIN = 12


class Hint(Page):
    """Nothing is selected."""

    FOR_MANY = True

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        ground(self)
        self._words = Words(self)
        self._words.be_dim()
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setText(self.tr("Select a job to see why it moves or does not."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.addWidget(self._words)

    def plain_text(self) -> str:
        return self._words.text()


class Summary(Page):
    """Several jobs: how many, in which states, what they bring."""

    FOR_MANY = True

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._jobs: Sequence[JobSnapshot] = ()
        self._heading = Words(self, can_be_copied=True)
        self._heading.be_in(theme.name_font)
        self._facts = Facts(self)
        inside = QWidget(self)
        ground(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(_MARGIN, theme.PADDING, _MARGIN, theme.PADDING)
        column.setSpacing(theme.GAP)
        column.addWidget(self._heading)
        column.addWidget(self._facts)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Scroller(self, inside))

    def show_many(self, jobs: Sequence[JobSnapshot]) -> None:
        self._jobs = jobs
        self._heading.say(formatting.counted(len(jobs), "1 job", "{n} jobs"))
        self._facts.say_all(words.together(jobs))

    def plain_text(self) -> str:
        return "\n".join([self._heading.text(), *self._facts.lines()])
