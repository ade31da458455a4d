"""How long a job may go without progress: chosen for a new job, changed for one under way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from engine import GIVE_UP_PRESETS, JobSnapshot
from gui import formatting, theme

PRESETS = tuple(GIVE_UP_PRESETS.values())
_REMARKS = {
    "Watched": str(QT_TRANSLATE_NOOP("GiveUpChooser", "watched")),
    "BITS": str(QT_TRANSLATE_NOOP("GiveUpChooser", "as BITS")),
}
_UNITS = (1, 60, 3600, 86_400)
_MOST_UNITS = 9999
_CUSTOM_AT_FIRST = 2 * 3600.0


def preset_label(name: str) -> str:
    """A preset in words: its duration, and for whom it is where the number does not say it."""
    words = formatting.duration_in_words(GIVE_UP_PRESETS[name])
    remark = _REMARKS.get(name)
    return f"{words} ({QCoreApplication.translate('GiveUpChooser', remark)})" if remark else words


class GiveUpChooser(QWidget):
    """A list of presets with "Custom…" at its end, which opens a number and a unit."""

    changed = Signal()

    def __init__(self, seconds: float | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preset = QComboBox(self)
        self._preset.setAccessibleName(self.tr("Give up after"))
        self._preset.addItems([preset_label(name) for name in GIVE_UP_PRESETS])
        self._preset.addItem(self.tr("Custom…"))
        self._number = QSpinBox(self, minimum=1, maximum=_MOST_UNITS)
        self._number.setAccessibleName(self.tr("Give up after: number"))
        self._unit = QComboBox(self)
        self._unit.setAccessibleName(self.tr("Give up after: unit"))
        self._unit.addItems(
            [self.tr("seconds"), self.tr("minutes"), self.tr("hours"), self.tr("days")]
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        for part in (self._preset, self._number, self._unit):
            layout.addWidget(part)
        self.setFocusProxy(self._preset)
        self.set_seconds(seconds)
        self._preset.currentIndexChanged.connect(self._follow_preset)
        self._number.valueChanged.connect(self.changed)
        self._unit.currentIndexChanged.connect(self.changed)

    @property
    def seconds(self) -> float | None:
        """What is chosen; None is "never give up"."""
        if self._is_custom:
            return float(self._number.value() * _UNITS[self._unit.currentIndex()])
        return PRESETS[self._preset.currentIndex()]

    def set_seconds(self, seconds: float | None) -> None:
        """Show this choice: as a preset where it is one."""
        if seconds in PRESETS:
            self._preset.setCurrentIndex(PRESETS.index(seconds))
            self._show_number(_CUSTOM_AT_FIRST)
        elif seconds is not None:
            self._preset.setCurrentIndex(len(PRESETS))
            self._show_number(seconds)
        self._show_custom_parts()

    @property
    def _is_custom(self) -> bool:
        return self._preset.currentIndex() == len(PRESETS)

    def _show_number(self, seconds: float) -> None:
        fitting = [
            index
            for index, unit in enumerate(_UNITS)
            if seconds % unit == 0 or seconds / unit > _MOST_UNITS
        ]
        index = max(fitting, default=0)
        self._unit.setCurrentIndex(index)
        self._number.setValue(round(seconds / _UNITS[index]))

    def _show_custom_parts(self) -> None:
        self._number.setVisible(self._is_custom)
        self._unit.setVisible(self._is_custom)

    def _follow_preset(self) -> None:
        self._show_custom_parts()
        if self._is_custom:
            self._number.setFocus()
            self._number.selectAll()
        self.changed.emit()


class GiveUpDialog(QDialog):
    """Changes the choice for jobs under way, and says what that means for their clocks."""

    chosen = Signal(object)
    """Seconds, or None for "never"."""

    def __init__(self, jobs: Sequence[JobSnapshot], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = {job.id: job for job in jobs}
        self.setWindowTitle(self.tr("Give up after"))
        self._chooser = GiveUpChooser(jobs[0].no_progress_timeout, self)
        self._chooser.changed.connect(self._say_what_follows)
        self._elapsed = _plain_label(self)
        self._outcome = _plain_label(self)
        for label in (self._elapsed, self._outcome):
            label.setFont(theme.secondary_font())
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        change = buttons.addButton(self.tr("Change"), QDialogButtonBox.ButtonRole.AcceptRole)
        change.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.chosen.emit(self._chooser.seconds))

        heading = _plain_label(self)
        heading.setFont(theme.name_font())
        heading.setText(self._heading(jobs))
        question = _plain_label(self)
        question.setText(self.tr("Give up after this long without progress:"))
        question.setBuddy(self._chooser)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(theme.GAP)
        parts = (
            heading,
            self._elapsed,
            None,
            question,
            self._chooser,
            self._outcome,
            None,
            buttons,
        )
        for part in parts:
            if part is None:
                layout.addSpacing(theme.GAP)
            elif part is self._chooser:
                layout.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                layout.addWidget(part)
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

    def _heading(self, jobs: Sequence[JobSnapshot]) -> str:
        if len(jobs) > 1:
            return self.tr("{n} jobs").format(n=len(jobs))
        width = 400
        metrics = self.fontMetrics()
        return metrics.elidedText(formatting.title(jobs[0]), Qt.TextElideMode.ElideMiddle, width)

    def _say_what_follows(self) -> None:
        elapsed = max(job.without_progress or 0.0 for job in self._jobs.values())
        self._elapsed.setText(formatting.no_progress_so_far(elapsed))
        self._outcome.setText(formatting.outcome_of_timeout(self._chooser.seconds, elapsed))


def _plain_label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return label
