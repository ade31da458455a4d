"""The end of a job: transferred files get their names, what is unfinished goes."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

from engine import delivery, story
from engine.clock import Clock
from engine.errors import JobError, RefusedError
from engine.holds import POLL_SECONDS
from engine.job import FileState, Job, JobFile
from engine.job_names import follow_file
from engine.news import NewsKind
from engine.roster import Roster
from engine.states import JobEvent, JobState
from engine.tasks import Tasks
from engine.threads import in_thread
from engine.timeline import TimelineKind

# In between a person may cancel, and hears which files have their names.
DELIVERED_AT_ONCE = 250
# In a sentence about files.
_NAMED = 3


class Finisher:
    """Everything happens on the main thread, what touches the disk in threads of its own.

    `runs` are the runs that have not ended yet: nobody touches a file while one writes to it.
    """

    def __init__(
        self, roster: Roster, clock: Clock, tasks: Tasks, runs: Mapping[str, asyncio.Task[None]]
    ) -> None:
        self._roster = roster
        self._clock = clock
        self._tasks = tasks
        self._runs = runs
        self._delivering: set[str] = set()
        self._to_discard: list[Job] = []
        self._discarding = asyncio.Lock()

    def __repr__(self) -> str:
        return f"<Finisher: {len(self._delivering)} jobs>"

    async def complete(self, job: Job) -> None:
        """Rename what is transferred, drop the rest, and end the job."""
        if job.id in self._delivering:
            return
        self._delivering.add(job.id)
        try:
            await self._run_ended(job)
            await self._deliver(job)
        finally:
            self._delivering.discard(job.id)

    async def discard(self, job: Job) -> None:
        """Delete the part files of what was not delivered."""
        await self._run_ended(job)
        # Most jobs that are removed are finished, and there may be thousands.
        if any(map(delivery.is_undelivered, job.files)):
            self._to_discard.append(job)
            await self._discard_all()

    def is_delivering(self, job: Job) -> bool:
        """Whether files of the job are being given their names."""
        return job.id in self._delivering

    async def trash(self, job: Job) -> None:
        """The job's delivered files go to the trash; raises `RefusedError` for what stays."""
        done = await in_thread("discard", delivery.trash_delivered, job)
        for path in done.gone:
            self._roster.note(job, TimelineKind.DISCARDED, f"{path.name} is in the trash")
        if done.stuck:
            named = ", ".join(path.name for path in done.stuck[:_NAMED])
            more = f" and {len(done.stuck) - _NAMED} more" if len(done.stuck) > _NAMED else ""
            raise RefusedError(f"The trash does not take {named}{more}.")

    async def _discard_all(self) -> None:
        """One thread does it for all that have gathered while another one was at it."""
        async with self._discarding:
            jobs, self._to_discard = self._to_discard, []
            if jobs:
                await in_thread("discard", delivery.discard_of_each, jobs)

    async def expire(self, job: Job) -> None:
        """The part files of a job that nobody looked after go to the trash."""
        await self._run_ended(job)
        for path in await in_thread("discard", delivery.trash_undelivered, job):
            self._roster.note(job, TimelineKind.DISCARDED, f"{path.name} is in the trash")

    async def _run_ended(self, job: Job) -> None:
        if job.id in self._runs:
            await asyncio.wait([self._runs[job.id]])

    async def _deliver(self, job: Job) -> None:
        files = [file for file in job.files if file.state is FileState.TRANSFERRED]
        while files and job.accepts(JobEvent.COMPLETE):
            group, files = files[:DELIVERED_AT_ONCE], files[DELIVERED_AT_ONCE:]
            done = await in_thread("deliver", delivery.deliver_together, job.folder, group)
            for file, path in zip(group, done.paths, strict=False):
                self._take_delivered(job, file, path)
            self._roster.tell(job)
            if done.error:
                self._stay_transferred(job, done.error)
                return
        if job.state is JobState.TRANSFERRED and job.pending_files:
            self._roster.apply(job, JobEvent.RESUME)
        elif job.accepts(JobEvent.COMPLETE):
            if any(file.state is not FileState.DELIVERED for file in job.files):
                await in_thread("discard", delivery.discard_undelivered, job)
            job.error = None
            is_whole = job.state is JobState.TRANSFERRED
            self._roster.apply(job, JobEvent.COMPLETE)
            # Without auto-complete it was told when the job was TRANSFERRED.
            if is_whole and job.auto_complete:
                self._roster.publish(NewsKind.JOB_TRANSFERRED, job)

    def _take_delivered(self, job: Job, file: JobFile, path: Path | None) -> None:
        if path is None:
            # Somebody took the part file away before it could be named.
            file.start_over()
            file.state = FileState.PENDING
            file.started_over = "the part file is missing or was changed"
            self._roster.note(
                job, TimelineKind.STARTED_OVER, story.of_file(job, file, file.started_over)
            )
        else:
            before, file.path = file.name, path
            follow_file(job, file, before)
            file.state = FileState.DELIVERED
            self._roster.note(job, TimelineKind.DELIVERED, path.name)
        self._roster.file_changed(job, file)

    def _stay_transferred(self, job: Job, error: JobError) -> None:
        """A file cannot be given its name: tell the person once, and try again by and by."""
        if job.error is None and not error.is_hold:
            self._roster.publish(NewsKind.JOB_ERROR, job)
        job.error = error
        self._roster.note(job, TimelineKind.ERROR, story.failed(error))
        self._roster.changed(job)
        if job.auto_complete:
            self._tasks.begin(self._deliver_later(job))

    async def _deliver_later(self, job: Job) -> None:
        await self._clock.sleep(POLL_SECONDS)
        if job.state is JobState.TRANSFERRED:
            await self.complete(job)
