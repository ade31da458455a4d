"""Between the engine and the window: news become Qt signals, wishes become commands.

The window learns which jobs changed at most ten times a second, and gets frozen snapshots of them.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Coroutine, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from engine import (
    InvalidStateError,
    JobSnapshot,
    JobSpec,
    News,
    NewsKind,
    NoSuchJobError,
    RefusedError,
    Settings,
)
from gui import formatting

if TYPE_CHECKING:
    from engine import JobManager

log = logging.getLogger(__name__)

REFRESH_MS = 100

_REFUSALS = (InvalidStateError, RefusedError, NoSuchJobError, OSError)


class EngineBridge(QObject):
    """The window's only way to the engine. Commands never raise: a refusal is a signal."""

    jobsChanged = Signal(list, list)  # noqa: N815
    """Snapshots of the jobs that changed, ids of those that are gone."""
    jobTransferred = Signal(object)  # noqa: N815
    jobError = Signal(object)  # noqa: N815
    fileTransferred = Signal(object)  # noqa: N815
    jobExpired = Signal(object)  # noqa: N815
    refused = Signal(str)

    def __init__(self, engine: JobManager, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._changed: set[str] = set()
        self._seen: dict[str, JobSnapshot] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._leave: list[Callable[[], None]] = []
        self._timer = QTimer(self, interval=REFRESH_MS, singleShot=True)
        self._timer.timeout.connect(self._publish)
        self._signals = {
            NewsKind.JOB_TRANSFERRED: self.jobTransferred,
            NewsKind.JOB_ERROR: self.jobError,
            NewsKind.FILE_TRANSFERRED: self.fileTransferred,
            NewsKind.JOB_EXPIRED: self.jobExpired,
        }

    def start(self) -> None:
        """Listen, once everybody listens to the bridge: news that is handed on counts as taken."""
        self._leave = [
            self._engine.subscribe(self._note),
            self._engine.subscribe_news(self._hand_on),
        ]
        # Jobs may have changed since somebody looked.
        self.look_again(job.id for job in self._engine.jobs())

    def stop(self) -> None:
        """No more signals; what was begun is finished."""
        self._timer.stop()
        while self._leave:
            self._leave.pop()()

    # --- looking ---------------------------------------------------------------------------------

    @property
    def settings(self) -> Settings:
        """What the person set for the whole program."""
        return self._engine.settings

    def jobs(self) -> list[JobSnapshot]:
        """All jobs, as they are now."""
        return self._engine.jobs()

    @property
    def set_aside(self) -> list[str]:
        """Names of jobs that could not be read from the disk."""
        return self._engine.set_aside

    def look_again(self, job_ids: Iterable[str]) -> None:
        """Show these jobs as they are now, though nothing happened: their clocks run."""
        self._changed.update(job_ids)
        self._publish()

    # --- commands --------------------------------------------------------------------------------

    def resume(self, job_id: str) -> None:
        """Go on; also "Retry now", and another try after the job gave up."""
        self._try(lambda: self._engine.resume(job_id))

    def suspend(self, job_id: str) -> None:
        """Pause."""
        self._try(lambda: self._engine.suspend(job_id))

    def cancel(self, job_id: str) -> None:
        """Stop for good; the job stays in the list."""
        self._try(lambda: self._engine.cancel(job_id))

    def set_no_progress_timeout(self, job_id: str, seconds: float | None) -> None:
        """How long the job may go without progress, from now on; None is for ever."""
        self._try(lambda: self._engine.set_no_progress_timeout(job_id, seconds))

    def add(self, specs: Iterable[JobSpec], *, start: bool = True) -> None:
        """Take these jobs on in order; one that is refused does not keep back the rest."""
        self._begin(self._add_each(tuple(specs), start))

    def complete(self, job_id: str) -> None:
        """Keep the finished files and end the job."""
        self._begin(self._engine.complete(job_id))

    def remove(self, job_id: str) -> None:
        """Out of the list; files that were delivered stay."""
        self._begin(self._engine.remove(job_id))

    async def _add_each(self, specs: tuple[JobSpec, ...], start: bool) -> None:
        for spec in specs:
            await self._try_later(self._engine.add(spec, start=start))

    def _try(self, command: Callable[[], None]) -> None:
        try:
            command()
        except _REFUSALS as refusal:
            self.refused.emit(formatting.refusal(refusal))

    def _begin(self, command: Coroutine[Any, Any, object]) -> None:
        task = asyncio.get_running_loop().create_task(self._try_later(command))
        self._tasks.add(task)
        task.add_done_callback(self._settle)

    def _settle(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (failure := task.exception()):
            log.error("a command failed unexpectedly", exc_info=failure)
            self.refused.emit(self.tr("Something unexpected happened; the log has the details."))

    async def _try_later(self, command: Coroutine[Any, Any, object]) -> None:
        try:
            await command
        except _REFUSALS as refusal:
            self.refused.emit(formatting.refusal(refusal))

    # --- news ------------------------------------------------------------------------------------

    def _note(self, job_id: str) -> None:
        self._changed.add(job_id)
        if not self._timer.isActive():
            self._timer.start()

    def _publish(self) -> None:
        self._timer.stop()
        changed, gone = [], []
        for job_id in self._changed:
            try:
                changed.append(self._engine.job(job_id))
            except NoSuchJobError:
                gone.append(job_id)
        self._changed.clear()
        if changed or gone:
            changed.sort(key=lambda job: job.position)
            self.jobsChanged.emit(changed, gone)

    def _hand_on(self, news: News) -> None:
        with contextlib.suppress(NoSuchJobError):
            self._signals[news.kind].emit(self._as_it_is(news))

    def _as_it_is(self, news: News) -> JobSnapshot:
        """The job; of a hundred files that are told together, it is looked at for the first."""
        if news.kind is not NewsKind.FILE_TRANSFERRED:
            return self._engine.job(news.job_id)
        if not self._seen:
            QTimer.singleShot(0, self._seen.clear)
        if news.job_id not in self._seen:
            self._seen[news.job_id] = self._engine.job(news.job_id)
        return self._seen[news.job_id]
