"""What is chosen for jobs that are there: shown, and changed for one or for many at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from engine import JobEvent, JobSnapshot, MeteredPolicy, Priority
from gui import formatting, theme
from gui.bridge import EngineBridge
from gui.details import words
from gui.fact_line import FactLine, begin_where_lines_do
from gui.fields import (
    MIXED,
    ChoiceField,
    CountField,
    DurationField,
    Option,
    ProblemLabel,
    RateField,
    SwitchField,
    hint,
    plain_label,
)
from gui.formatting import DAY
from gui.forms import MARGIN, Form
from gui.give_up import GiveUpChooser, elapsed_sentence, outcome_sentence, problem_with_delay
from gui.properties_trust import TrustSection

_WIDTH, _HEIGHT = 560, 740
_SHARE_OF_SCREEN = 0.9


@dataclass(slots=True)
class Property:
    """One thing that may be changed: how a job has it, its field, and the command for one job."""

    of: Callable[[JobSnapshot], Any]
    field: Any
    change: Callable[[str, Any], None]
    shown: Any = None
    """What the field was given; the person chose something where it holds another value."""

    @property
    def is_chosen(self) -> bool:
        """Whether the person decided here."""
        return bool(self.field.value != self.shown)

    def look(self, jobs: Sequence[JobSnapshot]) -> None:
        """Show how these jobs have it, unless the person decided already."""
        now = common([self.of(job) for job in jobs])
        if now != self.shown and not self.is_chosen:
            self.field.set_value(now)
            self.shown = self.field.value

    def apply(self, jobs: Sequence[JobSnapshot]) -> None:
        """Give these jobs what was chosen; those that have it already are left alone."""
        value = self.field.value
        if self.is_chosen and value is not MIXED:
            for job in jobs:
                if self.of(job) != value:
                    self.change(job.id, value)


def common(values: Sequence[Any]) -> Any:
    """The value that all have, or `MIXED`."""
    return values[0] if all(value == values[0] for value in values) else MIXED


class PropertiesDialog(QDialog):
    """OK changes what was touched and nothing else; jobs that are over only show what they had.

    Sign-ins and accepted certificates are removed at once.
    """

    sign_in_asked = Signal(object)
    """A job that is to have a sign-in."""

    def __init__(
        self, jobs: Sequence[JobSnapshot], bridge: EngineBridge, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Properties"))
        self._bridge = bridge
        self._jobs = {job.id: job for job in jobs}
        self._properties: list[Property] = []
        self._form = Form(self)
        self._facts = self._make_facts() if len(jobs) == 1 else {}
        self._add_patience()
        self._add_pace()
        self._add_network()
        self._trust = TrustSection(self._form, bridge, jobs, self._add)
        self._trust.sign_in_asked.connect(self.sign_in_asked)
        self._trust.learnt.connect(self._judge)
        self._form.end()
        self._rest = hint("", self)
        self._buttons = QDialogButtonBox(self)
        self._cancel = self._buttons.addButton(
            self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self._ok = self._buttons.addButton(self.tr("OK"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._ok.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out(jobs)
        self._look()
        for one in self._properties:
            one.field.changed.connect(self._judge)

    def follow(self, changed: Sequence[JobSnapshot], gone: Sequence[str]) -> None:
        """The jobs move on while the person thinks."""
        self._jobs.update({job.id: job for job in changed if job.id in self._jobs})
        for job_id in gone:
            self._jobs.pop(job_id, None)
        if self._jobs:
            self._look()
        else:
            self.reject()

    def accept(self) -> None:
        self._judge()
        if not self._ok.isEnabled():
            return
        changing = self._changing
        for one in self._properties:
            one.apply(changing)
        self._trust.apply(changing)
        if self._anyway.isEnabled() and self._anyway.isChecked():
            for job in changing:
                if not job.run_anyway:
                    self._bridge.run_anyway(job.id)
        super().accept()

    def done(self, result: int) -> None:
        # Its parts go one after the other, and a field that loses the focus would still speak.
        for one in self._properties:
            one.field.blockSignals(True)
        super().done(result)

    # --- how it is made --------------------------------------------------------------------------

    def _make_facts(self) -> dict[str, FactLine]:
        return {
            "link": FactLine(self.tr("Link"), self),
            "folder": FactLine(self.tr("Folder"), self),
            "added": FactLine(self.tr("Added"), self),
            "size": FactLine(self.tr("Size"), self),
            "checked": FactLine(self.tr("Checks"), self),
        }

    def _add_patience(self) -> None:
        self._form.begin_section(self.tr("Give up and retries"))
        self._give_up = GiveUpChooser(None, self)
        self._give_up.tell_while_typing()
        self._form.add_field(self.tr("&Give up after"), self._give_up)
        self._elapsed = self._form.add_hint()
        self._outcome = self._form.add_hint()
        self._add(
            lambda job: job.no_progress_timeout,
            self._give_up,
            self._bridge.set_no_progress_timeout,
        )
        self._delay = DurationField(self.tr("Wait before a retry"), parent=self)
        self._problem: ProblemLabel = self._form.add_field(
            self.tr("&Wait before a retry"),
            self._delay,
            self.tr("At least this long; it doubles with each further failure, up to 5 minutes."),
        )
        self._add(
            lambda job: job.minimum_retry_delay, self._delay, self._bridge.set_minimum_retry_delay
        )
        longest = DurationField(
            self.tr("Longest download time"),
            self.tr("No limit"),
            self.tr("At most"),
            at_first=DAY,
            parent=self,
        )
        self._form.add_field(self.tr("&Longest download time"), longest)
        self._add(
            lambda job: job.maximum_download_time, longest, self._bridge.set_maximum_download_time
        )

    def _add_pace(self) -> None:
        self._form.begin_section(self.tr("Speed"))
        options = (
            Option(self.tr("Foreground"), Priority.FOREGROUND),
            Option(self.tr("High"), Priority.HIGH),
            Option(self.tr("Normal"), Priority.NORMAL),
            Option(self.tr("Low"), Priority.LOW),
        )
        priority = ChoiceField(self.tr("Priority"), options, self)
        self._form.add_field(self.tr("&Priority"), priority)
        self._add(lambda job: job.priority, priority, self._bridge.set_priority)
        rate = RateField(self.tr("Speed limit"), parent=self)
        self._form.add_field(self.tr("&Speed limit"), rate)
        self._add(lambda job: job.rate_limit, rate, _whole(self._bridge.set_rate_limit))
        connections = CountField(self.tr("Connections per file"), parent=self)
        self._form.add_field(self.tr("&Connections per file"), connections)
        self._add(
            lambda job: job.most_connections, connections, _whole(self._bridge.set_connections)
        )

    def _add_network(self) -> None:
        self._form.begin_section(self.tr("Network"))
        options = (
            Option(self.tr("Run there too"), MeteredPolicy.ALWAYS),
            Option(self.tr("Wait for another network"), MeteredPolicy.NEVER),
            Option(self.tr("Ask first"), MeteredPolicy.ASK),
        )
        metered = ChoiceField(self.tr("On a metered network"), options, self)
        self._form.add_field(self.tr("On a &metered network"), metered)
        self._add(lambda job: job.metered, metered, self._bridge.set_metered)
        self._anyway = SwitchField(self.tr("&Run anyway: no network holds it any more"), self)
        self._form.add_tick(self._anyway)

    def _add(
        self,
        of: Callable[[JobSnapshot], Any],
        field: Any,
        change: Callable[[str, Any], None],
    ) -> None:
        self._properties.append(Property(of, field, change, field.value))

    def _lay_out(self, jobs: Sequence[JobSnapshot]) -> None:
        heading = plain_label(
            formatting.title(jobs[0])
            if len(jobs) == 1
            else formatting.counted(len(jobs), "1 job", "{n} jobs"),
            self,
        )
        heading.setFont(theme.name_font())
        begin_where_lines_do(heading)
        heading.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setBackgroundRole(QPalette.ColorRole.Base)
        area.setWidget(self._form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(_padded(heading, *self._facts_in_rows(), self._rest))
        layout.addWidget(area, 1)
        layout.addWidget(_padded(self._buttons))
        wanted = QSize(_WIDTH, _HEIGHT) * theme.font_scale()
        self.resize(wanted.boundedTo(self.screen().availableSize() * _SHARE_OF_SCREEN))

    def _facts_in_rows(self) -> list[QWidget]:
        if not self._facts:
            return []
        box = QWidget(self)
        rows = QFormLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(theme.PADDING + 4)
        rows.setVerticalSpacing(2)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeading)
        for fact in self._facts.values():
            label = hint(fact.accessibleName(), box)
            label.setBuddy(fact)
            rows.addRow(label, fact)
        return [box]

    # --- what happens ----------------------------------------------------------------------------

    @property
    def _changing(self) -> list[JobSnapshot]:
        """The jobs of which anything can be changed."""
        return [job for job in self._jobs.values() if job.accepts(JobEvent.CHANGE)]

    def _look(self) -> None:
        changing = self._changing
        jobs = changing or list(self._jobs.values())
        for one in self._properties:
            one.look(jobs)
            one.field.setEnabled(bool(changing))
        self._look_at_anyway(jobs, bool(changing))
        self._trust.look(jobs)
        if self._facts:
            self._show_facts(jobs[0])
        over = len(self._jobs) - len(changing)
        self._rest.setVisible(bool(over))
        self._rest.setText(
            formatting.counted(
                over,
                "1 job is over and keeps what it has.",
                "{n} jobs are over and keep what they have.",
            )
        )
        self._judge()

    def _look_at_anyway(self, jobs: Sequence[JobSnapshot], may_change: bool) -> None:
        """Once no network holds a job, there is no way back: so it is ticked for good then."""
        have_it = all(job.run_anyway for job in jobs)
        if have_it or not may_change:
            self._anyway.set_value(have_it)
        self._anyway.setEnabled(may_change and not have_it)

    def _judge(self) -> None:
        """Say what follows from what is chosen now, and what cannot be."""
        jobs = list(self._jobs.values())
        changing = self._changing
        self._elapsed.setText(elapsed_sentence(jobs))
        self._outcome.setText(outcome_sentence(jobs, self._give_up.value))
        for label in (self._elapsed, self._outcome):
            label.setVisible(bool(changing))
        problem = problem_with_delay(self._delay.value) if changing else ""
        self._problem.say(problem)
        is_right = self._trust.judge() and not problem
        self._ok.setEnabled(bool(changing) and is_right)

    def _show_facts(self, job: JobSnapshot) -> None:
        size = self.tr("not known yet") if job.size is None else formatting.size(job.size)
        self._facts["link"].say(words.link(job))
        self._facts["folder"].say(formatting.one_line(str(job.folder)))
        self._facts["added"].say(words.date(job.created, words.wall_time()))
        self._facts["size"].say(size)
        self._facts["checked"].say(words.checked(job))


def _whole(change: Callable[[str, int], None]) -> Callable[[str, Any], None]:
    return lambda job_id, number: change(job_id, int(number))


def _padded(*widgets: QWidget) -> QWidget:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(MARGIN, theme.PADDING, MARGIN, theme.PADDING)
    layout.setSpacing(theme.GAP // 2)
    for widget in widgets:
        layout.addWidget(widget)
    return box
