"""What a person does to single files of a job: do without one, fetch it after all, from another
link, under another name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine import delivery
from engine.errors import BG_E_EMPTY, RefusedError
from engine.floor import Floor
from engine.intake import require_headers
from engine.job import FileState, Job, JobFile
from engine.job_names import follow_file, name_in
from engine.part import Mirrors
from engine.sign_in import SignIn
from engine.spec import Headers
from engine.states import JobEvent, JobState
from engine.threads import in_thread
from engine.timeline import TimelineKind
from engine.unfold import checked_mirrors
from engine.wire.links import Link, origin_key, parse_link
from engine.wire.naming import safe_name

_UNFINISHED = (FileState.PENDING, FileState.FAILED)
_HERE = (FileState.TRANSFERRED, FileState.DELIVERED)


class FileCommands:
    """Refuses by `RefusedError` and `InvalidStateError`; then nothing has changed."""

    def __init__(self, floor: Floor) -> None:
        self._floor = floor
        self._roster = floor.roster

    def go_on(self, job: Job, event: JobEvent) -> None:
        """Fetch what is missing and what failed; `event` is RESUME or RETRY."""
        job.require(event)
        if not job.files:
            raise RefusedError("The job has no files yet.", BG_E_EMPTY)
        self._floor.wake(job)
        for file in job.files:
            if file.state is FileState.FAILED:
                file.state = FileState.PENDING
                self._roster.file_changed(job, file)
        self._roster.apply(job, event)

    def skip(self, job: Job, number: int) -> None:
        """Do without the file; a job that was only held up by it goes on."""
        job.apply(JobEvent.CHANGE)
        file = file_of(job, number)
        if file.state in _HERE:
            raise RefusedError("The file is here already.")
        if all(one.state is FileState.SKIPPED or one is file for one in job.files):
            raise RefusedError("It is the last file of the job; cancel the job instead.")
        file.state = FileState.SKIPPED
        self._changed(job, file, "skipped")
        self._floor.stop_file(job, file)
        is_stuck = job.state in (JobState.ERROR, JobState.TRANSIENT_ERROR)
        if is_stuck and not any(one.state in _UNFINISHED for one in job.files):
            self.go_on(job, JobEvent.RETRY)

    def fetch(self, job: Job, number: int) -> None:
        """Fetch a file that failed or was skipped; the job goes on with it unless it is paused."""
        job.apply(JobEvent.CHANGE)
        file = file_of(job, number)
        if file.state in _HERE:
            raise RefusedError("The file is here already.")
        if file.state is not FileState.PENDING:
            file.state, file.error = FileState.PENDING, None
            self._changed(job, file, "wanted")
            self._floor.bring(job, [file])
        self._go_on_unless_paused(job)

    async def change_link(
        self, job: Job, number: int, url: str, headers: Headers | None = None
    ) -> None:
        """Fetch the file from another link; the transfer decides what of it can be kept."""
        job.apply(JobEvent.CHANGE)
        file = _unfinished(job, number)
        require_headers(headers or ())
        link = parse_link(url)
        await self._change_secrets(job, file, link, headers)
        # It may have ended while we waited.
        job.require(JobEvent.CHANGE)
        _unfinished(job, number)
        if len(job.files) == 1 and job.name == name_in(file.url):
            job.name = name_in(link.url)
        file.url, file.known, file.error, file.failures = link.url, None, None, 0
        file.sources = ()
        if file.state is FileState.FAILED:
            file.state = FileState.PENDING
        self._changed(job, file, f"from another link: {link.url}")
        if file.state is FileState.PENDING:
            self._floor.fetch_anew(job, file)
            if job.state in (JobState.ERROR, JobState.TRANSIENT_ERROR):
                self._go_on_unless_paused(job)
        await self._roster.saved(job)

    async def change_mirrors(self, job: Job, number: int, links: Sequence[str]) -> None:
        """Other places of the file than those that were known; the transfer takes them up anew."""
        job.apply(JobEvent.CHANGE)
        file = _unfinished(job, number)
        mirrors = checked_mirrors(replace(file.mirrors or Mirrors(), links=tuple(links)))
        if mirrors == (file.mirrors or Mirrors()):
            return
        file.mirrors, file.mirrors_changed = mirrors, True
        self._changed(job, file, f"may come from {len(links)} mirrors")
        if file.state is FileState.PENDING:
            self._floor.fetch_anew(job, file)
        await self._roster.saved(job)

    async def _change_secrets(
        self, job: Job, file: JobFile, link: Link, headers: Headers | None
    ) -> None:
        """What a person gave for one host is nobody else's business."""
        secrets, key = self._floor.secrets, origin_key(link.url)
        if headers is not None:
            others = {origin_key(one.url) for one in job.files if one is not file}
            await secrets.change_headers(job, key, headers, others)
        logins = {key: SignIn(*link.credentials)} if link.credentials else {}
        origins = {origin_key(one.url) for one in job.files}
        is_elsewhere = key not in origins
        if logins or (is_elsewhere and job.options.secret):
            await secrets.add_logins(job, logins, origins if is_elsewhere else ())

    async def rename(self, job: Job, number: int, name: str) -> None:
        """Another name: the one that the file will get, or on the disk if it has one."""
        file = file_of(job, number)
        if file.path is None:
            job.apply(JobEvent.CHANGE)
        if self._floor.is_delivering(job):
            raise RefusedError("The file is just being given its name; try again in a moment.")
        if not name.strip():
            raise RefusedError("A file needs a name.")
        new, old = safe_name(name), file.name
        if new == old:
            return
        if file.path is not None:
            file.path = await in_thread("rename", delivery.rename_delivered, file.path, new)
        else:
            file.new_name = new
        follow_file(job, file, old)
        self._changed(job, file, f"renamed: {new}")
        await self._roster.saved(job)

    def _go_on_unless_paused(self, job: Job) -> None:
        if job.state is not JobState.SUSPENDED:
            self._floor.wake(job)
            self._roster.apply(job, JobEvent.RESUME)

    def _changed(self, job: Job, file: JobFile, what: str) -> None:
        self._roster.file_changed(job, file)
        self._roster.note(job, TimelineKind.SETTING, f"file {file.number + 1} {what}")
        self._roster.changed(job)


def file_of(job: Job, number: int) -> JobFile:
    """The file that commands name so; raises `RefusedError`."""
    for file in job.files:
        if file.number == number:
            return file
    raise RefusedError(f"The job has no file {number}.")


def _unfinished(job: Job, number: int) -> JobFile:
    file = file_of(job, number)
    if file.state in _HERE:
        raise RefusedError("The file is here already.")
    return file
