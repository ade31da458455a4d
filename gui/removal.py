"""Removing that can be undone: jobs leave the list at once, and the engine a little later.

While a removal can be undone its jobs are out of sight and do not run. Each removal has its own ten
seconds, and the last one is undone first. Leaving the program carries all of them out; if it dies
before, the jobs are still there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from engine import JobSnapshot, JobState
from gui.bridge import EngineBridge

SECONDS = 10.0


@dataclass
class Removal:
    """Jobs that were removed together; `left` is how many seconds it can still be undone."""

    jobs: dict[str, JobSnapshot]
    with_files: bool
    left: float = SECONDS
    stopped: list[str] = field(default_factory=list)
    """Those that go on when it is undone."""


class Removals(QObject):
    """Stands between the engine's news and the list as long as jobs are neither here nor gone."""

    changed = Signal()
    """Another removal is the one that can be undone, or none is."""
    left = Signal(list)
    """Ids of jobs to take out of sight."""
    returned = Signal(list)
    """Jobs that are in the list again."""

    def __init__(
        self,
        bridge: EngineBridge,
        now: Callable[[], float] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._now = now or _elapsed()
        self._read_at = self._now()
        self._pending: list[Removal] = []
        self._away: set[str] = set()
        self._leaving: set[str] = set()
        self._is_paused = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        bridge.refused.connect(self._bring_back_what_stayed)

    @property
    def latest(self) -> Removal | None:
        """The removal that `undo` takes back, with the time it has left."""
        self._read_clock()
        return self._pending[-1] if self._pending else None

    # --- what the person does --------------------------------------------------------------------

    def remove(self, jobs: Sequence[JobSnapshot], with_files: bool) -> None:
        """Take the jobs out of sight; `with_files` sends what was delivered to the trash later."""
        removal = Removal({job.id: job for job in jobs if job.id not in self._away}, with_files)
        if not removal.jobs:
            return
        self._read_clock()
        self._pending.append(removal)
        self._away |= removal.jobs.keys()
        self.left.emit(list(removal.jobs))
        for job in list(removal.jobs.values()):
            self._stop(removal, job)
        self._set_timer()
        self.changed.emit()

    def undo(self) -> None:
        """Bring the jobs of the last removal back; those that ran go on."""
        if not self._pending:
            return
        removal = self._pending.pop()
        self._away -= removal.jobs.keys()
        for job_id in removal.stopped:
            self._bridge.resume(job_id)
        self._return(removal.jobs)
        self._set_timer()
        self.changed.emit()

    def carry_out(self) -> None:
        """No more undoing: all of them go now."""
        while self._pending:
            self._finish(self._pending.pop(0))
        self._set_timer()
        self.changed.emit()

    def pause(self, is_paused: bool) -> None:
        """Somebody is about to decide: no time passes meanwhile."""
        self._read_clock()
        self._is_paused = is_paused
        self._set_timer()

    # --- what happens by itself ------------------------------------------------------------------

    def look(self) -> None:
        """Carry out what can be undone no longer."""
        self._read_clock()
        due = [removal for removal in self._pending if removal.left <= 0]
        for removal in due:
            self._pending.remove(removal)
            self._finish(removal)
        self._set_timer()
        if due:
            self.changed.emit()

    def in_sight(self, changed: list[JobSnapshot], gone: Iterable[str]) -> list[JobSnapshot]:
        """The engine's news without the jobs that are out of sight."""
        if not self._away:
            return changed
        self._forget(gone)
        for job in changed:
            if job.id in self._away:
                self._follow(job)
        return [job for job in changed if job.id not in self._away]

    def _follow(self, job: JobSnapshot) -> None:
        for removal in self._pending:
            if job.id in removal.jobs:
                removal.jobs[job.id] = job
                self._stop(removal, job)

    def _forget(self, gone: Iterable[str]) -> None:
        lost = self._away.intersection(gone)
        self._away -= lost
        self._leaving -= lost
        for removal in [one for one in self._pending if lost & one.jobs.keys()]:
            for job_id in lost & removal.jobs.keys():
                del removal.jobs[job_id]
            if not removal.jobs:
                self._pending.remove(removal)
                self.changed.emit()

    def _stop(self, removal: Removal, job: JobSnapshot) -> None:
        """A job that waits to retry is left alone: its clocks run on as if nothing had happened."""
        if job.state is JobState.QUEUED or job.state.is_running:
            self._bridge.suspend(job.id)
            if job.id not in removal.stopped:
                removal.stopped.append(job.id)

    def _finish(self, removal: Removal) -> None:
        self._leaving |= removal.jobs.keys()
        for job_id in removal.jobs:
            self._bridge.remove(job_id, removal.with_files)

    def _bring_back_what_stayed(self) -> None:
        """A refusal does not say whom it is about; those that go after all are told as gone."""
        staying, self._leaving = self._leaving, set()
        if staying:
            self._away -= staying
            self._return(staying)

    def _return(self, job_ids: Iterable[str]) -> None:
        wanted = set(job_ids)
        self.returned.emit([job for job in self._bridge.jobs() if job.id in wanted])

    # --- the clock -------------------------------------------------------------------------------

    def _read_clock(self) -> None:
        now = self._now()
        passed, self._read_at = now - self._read_at, now
        if not self._is_paused:
            for removal in self._pending:
                removal.left = max(0.0, removal.left - passed)

    def _set_timer(self) -> None:
        if self._pending and not self._is_paused:
            self._timer.start(ceil(min(removal.left for removal in self._pending) * 1000))
        else:
            self._timer.stop()


def _elapsed() -> Callable[[], float]:
    timer = QElapsedTimer()
    timer.start()
    return lambda: timer.nsecsElapsed() / 1e9
