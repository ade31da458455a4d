"""Between the engine and the window: news become Qt signals, wishes become commands.

The window learns which jobs changed at most ten times a second, and gets frozen snapshots of them.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Coroutine, Iterable
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from engine import (
    Exchange,
    FileRanges,
    FileSource,
    Headers,
    InvalidStateError,
    JobSnapshot,
    JobSpec,
    JobState,
    MeteredPolicy,
    Move,
    News,
    NewsKind,
    NoSuchJobError,
    Priority,
    Probe,
    ProbeSpec,
    RefusedError,
    Settings,
    SpeedHistory,
    TimelineEntry,
    parse_link,
)
from gui import formatting
from gui.aria2.door_bridge import DoorBridge
from gui.trust_bridge import Errands, TrustBridge
from gui.turns import PAUSE_MS, Turns

if TYPE_CHECKING:
    from engine import JobManager

log = logging.getLogger(__name__)

REFRESH_MS = 100
MOST_AT_ONCE = 50

# What a command costs that is begun here and goes on in the loop's next turn.
_SECONDS_TO_BEGIN = 0.0002

Teller: TypeAlias = Callable[[NewsKind, JobSnapshot], asyncio.Future[None] | None]
"""Tells a person what happened to a job; what it returns is done once somebody could see it."""

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
    settingsChanged = Signal()  # noqa: N815

    def __init__(self, engine: JobManager, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._changed: set[str] = set()
        self._told: dict[str, JobSnapshot] = {}
        self._seen: dict[str, JobSnapshot] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._questions: set[asyncio.Task[None]] = set()
        self._turns = Turns(self)
        self._leave: list[Callable[[], None]] = []
        self._teller: Teller | None = None
        self.trust = TrustBridge(engine, Errands(self._try, self._soon, self._ask), self)
        """Sign-ins, certificates, and the way to servers."""
        self.door = DoorBridge(engine, self)
        """Other programs that may ask."""
        self._timer = QTimer(self, interval=REFRESH_MS, singleShot=True)
        self._timer.timeout.connect(self._publish_some)
        self._signals = {
            NewsKind.JOB_TRANSFERRED: self.jobTransferred,
            NewsKind.JOB_ERROR: self.jobError,
            NewsKind.FILE_TRANSFERRED: self.fileTransferred,
            NewsKind.JOB_EXPIRED: self.jobExpired,
        }

    def start(self, teller: Teller | None = None) -> None:
        """Listen, once everybody listens to the bridge: news that is handed on counts as taken.

        With a `teller` it counts when that has told it.
        """
        self._teller = teller
        if not self._leave:
            self._changed.update(job.id for job in self.jobs())
        self._leave.append(self._engine.subscribe_news(self._hand_on))
        self._publish()

    async def finish(self, longest: float = 3.0) -> None:
        """Wait for the commands that were begun, for so many seconds at most; ask nothing more."""
        self._turns.finish()
        for question in list(self._questions):
            question.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=longest)

    def stop(self) -> None:
        """No more signals; what was begun is finished."""
        self._turns.finish()
        self._timer.stop()
        while self._leave:
            self._leave.pop()()

    # --- looking ---------------------------------------------------------------------------------

    @property
    def settings(self) -> Settings:
        """What the person set for the whole program."""
        return self._engine.settings

    def jobs(self) -> list[JobSnapshot]:
        """All jobs in order, as they were told last; from the first call on, changes are noted.

        Everybody asks as the program begins, and ten thousand jobs take a tenth of a second to see.
        """
        if not self._leave:
            self._leave.append(self._engine.subscribe(self._note))
            self._told = {job.id: job for job in self._engine.jobs()}
        return sorted(self._told.values(), key=_position)

    @property
    def set_aside(self) -> list[str]:
        """Names of jobs that could not be read from the disk."""
        return self._engine.set_aside

    def ranges(self, job_id: str, number: int) -> FileRanges | None:
        """Which bytes of a file are here; None when there is no such file any more."""
        try:
            return self._engine.ranges(job_id, number)
        except _REFUSALS:
            return None

    def sources(self, job_id: str, number: int) -> tuple[FileSource, ...]:
        """Who has a file; nobody has one that is gone."""
        try:
            return self._engine.sources(job_id, number)
        except _REFUSALS:
            return ()

    def exchanges(self, job_id: str) -> list[Exchange]:
        """The job's last requests and answers, oldest first; none of a job that is gone."""
        try:
            return self._engine.exchanges(job_id)
        except NoSuchJobError:
            return []

    def speed_history(self, job_id: str | None = None) -> SpeedHistory:
        """How fast the job was, or all of them together; empty for one that never ran."""
        try:
            return self._engine.speed_history(job_id)
        except NoSuchJobError:
            return SpeedHistory()

    def read_timeline(self, job_id: str, then: Callable[[list[TimelineEntry]], None]) -> None:
        """The job's story for `then`, a little later; never for a job that is gone."""
        self._begin(self._read_timeline(job_id, then))

    def probe(self, spec: ProbeSpec, then: Callable[[Probe], None]) -> Callable[[], None]:
        """Ask the server about a link; `then` hears what it told, unless the returned way to stop
        was taken before.
        """
        return self._ask(self._probe(spec, then))

    def problem_report(self, then: Callable[[str], None]) -> Callable[[], None]:
        """A report for those who mend the program, for `then`; returns the way to stop it."""
        return self._ask(self._report(then))

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

    def set_minimum_retry_delay(self, job_id: str, seconds: float) -> None:
        """The shortest wait before another try."""
        self._try(lambda: self._engine.set_minimum_retry_delay(job_id, seconds))

    def set_maximum_download_time(self, job_id: str, seconds: float | None) -> None:
        """How long the job may connect and transfer; None is for ever."""
        self._try(lambda: self._engine.set_maximum_download_time(job_id, seconds))

    def set_priority(self, job_id: str, priority: Priority) -> None:
        """Who runs first."""
        self._try(lambda: self._engine.set_priority(job_id, priority))

    def set_rate_limit(self, job_id: str, rate: int) -> None:
        """Bytes a second that the job may bring, 0 for no limit."""
        self._try(lambda: self._engine.set_rate_limit(job_id, rate))

    def set_connections(self, job_id: str, count: int) -> None:
        """How many connections each file may have."""
        self._try(lambda: self._engine.set_connections(job_id, count))

    def set_metered(self, job_id: str, policy: MeteredPolicy) -> None:
        """Whether the job may run where bytes cost money."""
        self._try(lambda: self._engine.set_metered(job_id, policy))

    def run_anyway(self, job_id: str) -> None:
        """No network holds the job any more."""
        self._try(lambda: self._engine.run_anyway(job_id))

    def retry(self, job_id: str) -> None:
        """Try now instead of after the wait."""
        self._try(lambda: self._engine.retry(job_id))

    def move(self, job_id: str, move: Move) -> None:
        """To another place among the jobs of its priority."""
        self._try(lambda: self._engine.move(job_id, move))

    def skip_file(self, job_id: str, number: int) -> None:
        """Do without the file."""
        self._try(lambda: self._engine.skip_file(job_id, number))

    def retry_file(self, job_id: str, number: int) -> None:
        """Fetch a file that failed or was skipped after all."""
        self._try(lambda: self._engine.retry_file(job_id, number))

    def rename_file(self, job_id: str, number: int, name: str) -> None:
        """Another name for the file: the one it will get, or on the disk."""
        self._soon(self._engine.rename_file(job_id, number, name))

    def change_link(self, job_id: str, number: int, url: str) -> None:
        """Fetch the file from another link; what is here of it stays."""
        self._soon(self._engine.change_link(job_id, number, url))

    def go_on_with_link(
        self, job_id: str, number: int, url: str, headers: Headers | None = None
    ) -> None:
        """Like `change_link`, and a paused job goes on; `headers` come with the link."""
        self._soon(self._go_on_with_link(job_id, number, url, headers))

    def change_settings(self, settings: Settings) -> None:
        """Other defaults and limits for the whole program."""
        before = self.settings
        self._tried(lambda: self._engine.change_settings(settings))
        if self.settings != before:
            self.settingsChanged.emit()

    def add(
        self,
        specs: Iterable[JobSpec],
        *,
        start: bool = True,
        then: Callable[[str], None] | None = None,
    ) -> None:
        """Take these jobs on in order; one that is refused does not keep back the rest. `then`
        hears the id of the first, unless that is refused.
        """
        self._soon(self._add_each(tuple(specs), start, then))

    def complete(self, job_id: str) -> None:
        """Keep the finished files and end the job."""
        self._soon(self._engine.complete(job_id))

    def remove(self, job_id: str, delete_files: bool = False) -> None:
        """Out of the list; files that were delivered stay, or go to the trash."""
        self._soon(self._engine.remove(job_id, delete_files=delete_files))

    def replace_job(self, job_id: str, spec: JobSpec, *, start: bool = True) -> None:
        """Begin anew: the old job goes, its files to the trash, and a new one comes."""
        self._soon(self._replace(job_id, spec, start))

    async def _go_on_with_link(
        self, job_id: str, number: int, url: str, headers: Headers | None
    ) -> None:
        await self._engine.change_link(job_id, number, url, headers)
        if self._engine.job(job_id).state is JobState.SUSPENDED:
            self._engine.resume(job_id)

    async def _replace(self, job_id: str, spec: JobSpec, start: bool) -> None:
        for file in spec.files:
            # What would be refused must not cost the job that is there.
            parse_link(file.url)
        with contextlib.suppress(NoSuchJobError):
            await self._engine.remove(job_id, delete_files=True)
        await self._engine.add(spec, start=start)

    async def _add_each(
        self, specs: tuple[JobSpec, ...], start: bool, then: Callable[[str], None] | None
    ) -> None:
        for spec in specs:
            await self._try_later(self._add(spec, start, then))
            then = None

    async def _add(self, spec: JobSpec, start: bool, then: Callable[[str], None] | None) -> None:
        job = self._engine.job(await self._engine.add(spec, start=start))
        if then is not None:
            then(job.id)
        if job.has_secrets and not job.secrets_last:
            await self.trust.look_whether_kept()

    async def _read_timeline(
        self, job_id: str, then: Callable[[list[TimelineEntry]], None]
    ) -> None:
        with contextlib.suppress(NoSuchJobError):
            then(await self._engine.timeline(job_id))

    async def _report(self, then: Callable[[str], None]) -> None:
        from gui.problem_report import problem_report

        then(await problem_report(self._engine, self.jobs()))

    async def _probe(self, spec: ProbeSpec, then: Callable[[Probe], None]) -> None:
        then(await self._engine.probe(spec))

    def _try(self, command: Callable[[], None]) -> None:
        """Carry a command out, at once unless there are very many."""
        self._turns.do(lambda: self._tried(command))

    def _soon(self, command: Coroutine[Any, Any, object]) -> None:
        """Begin a command that takes a while, one after the other if there are very many."""
        self._turns.do(partial(self._begin, command), later=_SECONDS_TO_BEGIN)

    def _ask(self, question: Coroutine[Any, Any, object]) -> Callable[[], None]:
        """Begin a question, which nobody waits for at the end; returns the way to stop it."""
        return self._begin(question, self._questions)

    def _tried(self, command: Callable[[], None]) -> None:
        try:
            command()
        except _REFUSALS as refusal:
            self.refused.emit(formatting.refusal(refusal))

    def _begin(
        self, command: Coroutine[Any, Any, object], among: set[asyncio.Task[None]] | None = None
    ) -> Callable[[], None]:
        """Returns the way to stop it."""
        task = asyncio.get_running_loop().create_task(self._try_later(command))
        if among is None:
            among = self._tasks
        among.add(task)
        task.add_done_callback(among.discard)
        task.add_done_callback(self._settle)
        # One that was stopped before its first step would never have been awaited.
        task.add_done_callback(lambda _task: command.close())

        def stop() -> None:
            task.cancel()

        return stop

    def _settle(self, task: asyncio.Task[None]) -> None:
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
            self._timer.start(REFRESH_MS)

    def _publish_some(self) -> None:
        """What changed; of thousands some, and the others as soon as the window had its turn."""
        some = set(islice(self._changed, MOST_AT_ONCE))
        others = self._changed - some
        self._changed = some
        self._publish()
        if others:
            self._changed |= others
            self._timer.start(PAUSE_MS)

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
            changed.sort(key=_position)
            self._told.update({job.id: job for job in changed})
            for job_id in gone:
                self._told.pop(job_id, None)
            self.jobsChanged.emit(changed, gone)

    def _hand_on(self, news: News) -> asyncio.Future[None] | None:
        try:
            job = self._as_it_is(news)
        except NoSuchJobError:
            return None
        self._signals[news.kind].emit(job)
        return self._teller(news.kind, job) if self._teller is not None else None

    def _as_it_is(self, news: News) -> JobSnapshot:
        """The job; of a hundred files that are told together, it is looked at for the first."""
        if news.kind is not NewsKind.FILE_TRANSFERRED:
            return self._engine.job(news.job_id)
        if not self._seen:
            QTimer.singleShot(0, self._seen.clear)
        if news.job_id not in self._seen:
            self._seen[news.job_id] = self._engine.job(news.job_id)
        return self._seen[news.job_id]


def _position(job: JobSnapshot) -> int:
    return job.position
