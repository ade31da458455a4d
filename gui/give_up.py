"""How long a job may go without progress: chosen for a new job, changed for one under way."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from engine import GIVE_UP_PRESETS, JobSnapshot
from gui import formatting, theme
from gui.fields import (
    MIXED,
    Amount,
    AmountField,
    Mixed,
    Option,
    hint,
    one,
    plain_label,
    time_units,
)
from gui.translation import translate

PRESETS = tuple(GIVE_UP_PRESETS.values())
_REMARKS = {
    "Watched": str(QT_TRANSLATE_NOOP("GiveUpChooser", "watched")),
    "BITS": str(QT_TRANSLATE_NOOP("GiveUpChooser", "as BITS")),
}
_CUSTOM_AT_FIRST = 2 * 3600.0
SHORTEST_DELAY = 5.0
"""Between two tries of a job; the engine raises what is less."""


def preset_label(name: str) -> str:
    """A preset in words: its duration, and for whom it is where the number does not say it."""
    words = formatting.duration_in_words(GIVE_UP_PRESETS[name])
    remark = _REMARKS.get(name)
    return f"{words} ({translate('GiveUpChooser', remark)})" if remark else words


class GiveUpChooser(AmountField):
    """A list of presets with "Custom…" at its end, which opens a number and a unit.

    `before` is offered before the presets.
    """

    def __init__(
        self, seconds: Amount, parent: QWidget | None = None, before: Sequence[Option] = ()
    ) -> None:
        presets = [
            *before,
            *(Option(preset_label(name), value) for name, value in GIVE_UP_PRESETS.items()),
        ]
        name = translate("GiveUpChooser", "Give up after")
        own = translate("GiveUpChooser", "Custom…")
        super().__init__(name, time_units(), presets, own, parent)
        self.suggest(_CUSTOM_AT_FIRST)
        self.set_value(seconds)

    @property
    def seconds(self) -> float | None:
        """What is chosen; None is "never give up"."""
        return one(self.value)

    def set_seconds(self, seconds: float | None) -> None:
        """Show this choice: as a preset where it is one."""
        self.set_value(seconds)


class GiveUpDialog(QDialog):
    """Changes the choice for jobs under way, and says what that means for their clocks."""

    chosen = Signal(object)
    """Seconds, or None for "never"."""

    def __init__(self, jobs: Sequence[JobSnapshot], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = {job.id: job for job in jobs}
        self.setWindowTitle(self.tr("Give up after"))
        timeouts = {job.no_progress_timeout for job in jobs}
        self._chooser = GiveUpChooser(MIXED if len(timeouts) > 1 else timeouts.pop(), self)
        self._chooser.tell_while_typing()
        self._chooser.changed.connect(self._say_what_follows)
        self._elapsed = hint("", self)
        self._outcome = hint("", self)
        self._buttons = QDialogButtonBox(self)
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._change = self._buttons.addButton(
            self.tr("Change"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._change.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out(self._heading(jobs))
        self.setMinimumWidth(440)
        self._say_what_follows()
        self._chooser.setFocus()

    def follow(self, changed: Sequence[JobSnapshot], gone: Sequence[str]) -> None:
        """The jobs move on while the person thinks."""
        for job in changed:
            if job.id in self._jobs:
                self._jobs[job.id] = job
        for job_id in gone:
            self._jobs.pop(job_id, None)
        if self._jobs:
            self._say_what_follows()
        else:
            self.reject()

    def accept(self) -> None:
        chosen = self._chooser.value
        super().accept()
        if not isinstance(chosen, Mixed):
            self.chosen.emit(chosen)

    def _lay_out(self, heading: str) -> None:
        name = plain_label(heading, self)
        name.setFont(theme.name_font())
        question = plain_label(self.tr("&Give up after this long without progress:"), self)
        question.setBuddy(self._chooser)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(theme.GAP)
        layout.addWidget(name)
        layout.addWidget(self._elapsed)
        layout.addSpacing(theme.GAP)
        layout.addWidget(question)
        layout.addWidget(self._chooser, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self._outcome)
        layout.addSpacing(theme.GAP)
        layout.addWidget(self._buttons)

    def _heading(self, jobs: Sequence[JobSnapshot]) -> str:
        if len(jobs) > 1:
            return formatting.counted(len(jobs), "1 job", "{n} jobs")
        width = 400
        metrics = self.fontMetrics()
        return metrics.elidedText(formatting.title(jobs[0]), Qt.TextElideMode.ElideMiddle, width)

    def _say_what_follows(self) -> None:
        jobs = self._jobs.values()
        chosen = self._chooser.value
        self._change.setEnabled(chosen is not MIXED)
        self._elapsed.setText(elapsed_sentence(jobs))
        self._outcome.setText(outcome_sentence(jobs, chosen))


def problem_with_delay(seconds: Amount) -> str:
    """Why the engine would not wait just so long before a retry; empty when it would."""
    if isinstance(seconds, float | int) and seconds < SHORTEST_DELAY:
        return formatting.counted(
            int(SHORTEST_DELAY), "1 second at least.", "{n} seconds at least."
        )
    return ""


def elapsed_sentence(jobs: Collection[JobSnapshot]) -> str:
    """How long these jobs have gone without progress; of several, the one that is worst off."""
    elapsed = _longest(jobs)
    if len(jobs) == 1 or elapsed <= 0:
        return formatting.no_progress_so_far(elapsed)
    return _tr("{time} without progress so far, where it is longest").format(
        time=formatting.duration(elapsed)
    )


def outcome_sentence(jobs: Collection[JobSnapshot], chosen: Amount) -> str:
    """What this choice means for these jobs; of several, for the first that gives up."""
    if isinstance(chosen, Mixed):
        return _tr("Each job keeps its own.")
    elapsed = _longest(jobs)
    if len(jobs) == 1 or not chosen or elapsed <= 0:
        return formatting.outcome_of_timeout(chosen, elapsed)
    late = sum(1 for job in jobs if (job.without_progress or 0.0) >= chosen)
    if late:
        return formatting.counted(
            late,
            "For 1 job that time has already passed: it gives up at once.",
            "For {n} jobs that time has already passed: they give up at once.",
        )
    return _tr("The first of them then gives up in {time}.").format(
        time=formatting.countdown(chosen - elapsed)
    )


def _longest(jobs: Collection[JobSnapshot]) -> float:
    return max((job.without_progress or 0.0 for job in jobs), default=0.0)


def _tr(text: str) -> str:
    return translate("GiveUpDialog", text)
