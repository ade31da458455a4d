"""The tab of speeds: of a job, or of all jobs together; the last minutes, hour or day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from engine import JobSnapshot, SpeedHistory
from gui import formatting, theme
from gui.details import speed_scale
from gui.details.page import Page, Surroundings
from gui.details.parts import Chip, Words, ground
from gui.details.speed_graph import Curve, SpeedGraph

_MARGIN = 12
_SPAN = "details/speed"


def _noop(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("SpeedPage", text))


class _Span(NamedTuple):
    """A choice of time: which ring of the history, how many steps of how many seconds."""

    ring: str
    label: str
    slots: int
    step: float


_SPANS = (
    _Span("minutes", _noop("5 minutes"), 300, 1.0),
    _Span("hour", _noop("1 hour"), 360, 10.0),
    _Span("day", _noop("1 day"), 360, 240.0),
)


class SpeedPage(Page):
    """How fast it was. With several jobs selected, or none, it is about all jobs."""

    FOR_MANY = True

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        ground(self)
        self._job: JobSnapshot | None = None
        self._history = SpeedHistory()
        self._graph = SpeedGraph(self)
        self._said = Words(self, can_be_copied=True)
        self._said.setAccessibleName(self.tr("Speed in figures"))
        self._choices = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(4)
        for number, span in enumerate(_SPANS):
            row.addWidget(self._choice(number, span))
        row.addStretch(1)
        self._choices.idClicked.connect(self._choose)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(theme.GAP)
        self._top.addLayout(row)
        self._top.addWidget(self._said, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, theme.GAP, _MARGIN, theme.GAP)
        layout.setSpacing(theme.GAP)
        layout.addLayout(self._top)
        layout.addWidget(self._graph, 1)

    def _choice(self, number: int, span: _Span) -> Chip:
        button = Chip(self.tr(span.label), self)
        button.setAccessibleDescription(self.tr("The time that the graph shows"))
        button.setCheckable(True)
        button.setChecked(span.ring == self._remembered())
        self._choices.addButton(button, number)
        return button

    def _remembered(self) -> str:
        ring = str(self.around.memory.value(_SPAN) or "")
        return ring if ring in {span.ring for span in _SPANS} else _SPANS[0].ring

    @property
    def _span(self) -> _Span:
        return _SPANS[max(0, self._choices.checkedId())]

    def _choose(self) -> None:
        self.around.memory.setValue(_SPAN, self._span.ring)
        self._draw()

    # --- what it shows ---------------------------------------------------------------------------

    def show_job(self, job: JobSnapshot) -> None:
        is_other = self._job is None or self._job.id != job.id
        self._job = job
        if is_other:
            self.tick()

    def show_many(self, jobs: Sequence[JobSnapshot]) -> None:  # noqa: ARG002
        self._job = None
        self.tick()

    def tick(self) -> None:
        job_id = None if self._job is None else self._job.id
        self._history = self.around.bridge.speed_history(job_id)
        self._draw()

    def _samples(self) -> tuple[float, ...]:
        samples: tuple[float, ...] = getattr(self._history, self._span.ring)
        return samples[-self._span.slots :]

    def _draw(self) -> None:
        span, samples = self._span, self._samples()
        curve = Curve(samples, span.slots, span.slots * span.step, self._limit())
        self._graph.show_curve(curve)
        self._said.say(self._in_words(samples))
        self._graph.setAccessibleDescription(self._said.text())
        self._turn()

    def _limit(self) -> float:
        if self._job is not None:
            return self._job.rate_limit or self.around.bridge.settings.rate_limit
        return self.around.bridge.settings.rate_limit

    def _in_words(self, samples: Sequence[float]) -> str:
        of_all = self.tr("All jobs together: {figures}") if self._job is None else "{figures}"
        if not any(samples):
            return of_all.format(figures=self.tr("nothing has come in this time"))
        now, average, highest = map(formatting.rate, speed_scale.figures(samples))
        words = self.tr("now {now}, {average} on average, {highest} at most")
        return of_all.format(figures=words.format(now=now, average=average, highest=highest))

    def plain_text(self) -> str:
        span, samples = self._span, self._samples()
        step = formatting.duration(span.step)
        name = formatting.title(self._job) if self._job else self.tr("All jobs")
        head = self.tr("{name}, the last {span}, every {step} a row, the oldest first")
        rows = [formatting.rate(sample) for sample in samples]
        title = head.format(name=name, span=self.tr(span.label), step=step)
        return "\n".join([title, self._said.text(), *rows])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """The figures beside the choices, or below them where both do not fit."""
        choices = sum(button.sizeHint().width() + 4 for button in self._choices.buttons())
        said = self._said.fontMetrics().horizontalAdvance(self._said.text())
        fits = choices + said + 4 * _MARGIN <= self.width()
        direction = QBoxLayout.Direction
        self._top.setDirection(direction.LeftToRight if fits else direction.TopToBottom)
