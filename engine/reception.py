"""Where jobs come in: a new one, one that is there already, one that takes another's place."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from engine import intake
from engine.errors import BG_E_EMPTY, BG_E_TOO_MANY_JOBS, RefusedError
from engine.file_commands import FileCommands
from engine.floor import Floor
from engine.job import Job
from engine.settings import Settings
from engine.sign_in import SignIn
from engine.spec import FileSpec, JobSpec
from engine.states import JobEvent, JobState
from engine.store import StoreError
from engine.threads import in_thread
from engine.timeline import TimelineKind


class Reception:
    """Refuses by `RefusedError` with a sentence for people; then there is no new job."""

    def __init__(self, floor: Floor, files: FileCommands, settings: Settings) -> None:
        self._floor = floor
        self._roster = floor.roster
        self._files = files
        self.settings = settings
        """The defaults for new jobs."""
        # Two who ask for the same file at once must not get a job each.
        self._one_at_a_time = asyncio.Lock()

    async def add(self, spec: JobSpec, *, start: bool) -> str:
        """Make a job, durable when this returns, and begin it if `start`; returns its id."""
        if start and not spec.files:
            raise RefusedError("There is no link to fetch.", BG_E_EMPTY)
        return await self._take_in(await self._accept(spec), start)

    async def add_or_resume(self, spec: JobSpec) -> str:
        """Go on with the job that is the same, or add one; returns its id."""
        async with self._one_at_a_time:
            return await self._add_or_resume(spec)

    async def add_files(self, job: Job, files: Sequence[FileSpec]) -> None:
        """More files for a job, durable when this returns."""
        job.apply(JobEvent.CHANGE)
        added, secret = await in_thread(
            "intake", intake.more_files, job, files, self.settings.max_files_per_job
        )
        if secret:
            await self._floor.secrets.add(job, secret)
        job.require(JobEvent.CHANGE)
        job.files += added
        for file in added:
            self._roster.file_changed(job, file)
        self._roster.note(job, TimelineKind.SETTING, f"{len(added)} more files")
        self._roster.changed(job)
        self._floor.bring(job, added)
        await self._roster.saved(job)

    async def _accept(self, spec: JobSpec) -> intake.Order:
        if len(self._roster.jobs) >= self.settings.max_jobs:
            raise RefusedError(
                f"There are {self.settings.max_jobs} jobs already, as many as there may be.",
                BG_E_TOO_MANY_JOBS,
            )
        return await in_thread("intake", intake.accept, spec, self.settings, self._floor.clock)

    async def _add_or_resume(self, spec: JobSpec) -> str:
        earlier = intake.earlier_job(spec, self._roster.jobs.values())
        if earlier is None:
            return await self.add(spec, start=True)
        proofs = await in_thread("intake", intake.proofs_of, spec.files)
        spec, proxy_sign_in = intake.without_proxy_sign_in(spec)
        await self._keep_for_proxy(spec.proxy, proxy_sign_in)
        if not earlier.state.is_final:
            await in_thread("intake", intake.prepare_folder, spec.folder)
            secret = await in_thread("intake", intake.secret_in, spec)
            await self._floor.secrets.keep(earlier, secret)
        # It may have ended while we waited.
        if earlier.state is JobState.ACKNOWLEDGED:
            return await self._begin_again(spec, earlier)
        if earlier.state.is_final:
            return await self.add(spec, start=True)
        earlier.change_policy(intake.chosen_policy(spec, earlier.policy))
        earlier.options = intake.chosen_options(spec, earlier.options)
        self._floor.follow_options(earlier)
        earlier.priority = spec.priority
        if not intake.is_unfolded(earlier):
            for file in intake.take_over_proofs(earlier, proofs):
                self._roster.file_changed(earlier, file)
        self._files.go_on(earlier, JobEvent.RESUME)
        return earlier.id

    async def _take_in(self, order: intake.Order, start: bool) -> str:
        job = order.job
        await self._keep_for_proxy(job.options.proxy, order.proxy_sign_in)
        try:
            await self._floor.take_in(job, order.secret)
        except StoreError as failure:
            raise RefusedError(f"the job list cannot be written: {failure}") from failure
        if start:
            self._roster.apply(job, JobEvent.RESUME)
        return job.id

    async def _keep_for_proxy(self, address: str | None, sign_in: SignIn | None) -> None:
        if address and sign_in:
            await self._floor.secrets.credentials.keep_for(address, sign_in, is_proxy=True)

    async def _begin_again(self, spec: JobSpec, earlier: Job) -> str:
        """A new job takes the place of a finished one, and knows what that one brought."""
        order = await self._accept(intake.again(spec, earlier))
        known = await in_thread("intake", intake.known_files, earlier)
        for file, known_file in zip(order.job.files, known, strict=True):
            file.known = known_file
        job_id = await self._take_in(order, start=True)
        await self._floor.remove(earlier)
        return job_id
