"""From snapshots of a job to the lines that report on it; the contract is section 7 of the design.

Pure functions, and a `Reporter` that remembers what was said, so that nothing is said twice or
too often. Where the lines go, and in what dress, is for `printing` and the control socket.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from engine import FileSnapshot, FileState, JobError, JobSnapshot, JobState, redacted
from gui import formatting
from gui.protocol import Added, Done, ErrorLine, Event, File, JobLine, Progress, Refused, State

SECONDS_BETWEEN_PROGRESS = 0.25
SECONDS_BETWEEN_WAITING = 1.0

# Timers come a little early; a line that is due in a moment is not put off by a whole turn.
_SLACK = 0.1

_AT_REST = frozenset({JobState.ERROR, JobState.ACKNOWLEDGED, JobState.CANCELLED})


def is_over(job: JobSnapshot) -> bool:
    """Whether nothing more happens to the job unless somebody acts."""
    return job.state in _AT_REST or (job.state is JobState.TRANSFERRED and not job.auto_complete)


def added_event(job: JobSnapshot) -> Added:
    """The job exists."""
    return Added(
        job=job.id,
        urls=_links(job),
        secrets_last=job.secrets_last,
        words=formatting.title(job),
    )


def state_event(job: JobSnapshot) -> State:
    """How the job is."""
    in_error = job.state in (JobState.ERROR, JobState.TRANSIENT_ERROR, JobState.TRANSFERRED)
    return State(
        job=job.id,
        state=job.state.name,
        error=error_line(job.error) if in_error else None,
        error_count=job.error_count,
        retry_in=rounded(job.retry_in),
        gives_up_in=rounded(job.gives_up_in),
        words=formatting.state_sentence(job),
    )


def progress_event(job: JobSnapshot) -> Progress:
    """How far the job is."""
    return Progress(
        job=job.id,
        bytes=job.bytes_present,
        total=job.size,
        rate=round(job.rate, 1),
        connections=job.connections,
        words=_progress_words(job),
    )


def file_event(job: JobSnapshot, file: FileSnapshot, path: Path) -> File:
    """The file was delivered to `path`."""
    count = file.size if file.size is not None else file.bytes_present
    return File(
        job=job.id,
        path=shown_path(path),
        bytes=count,
        seconds=round(file.seconds, 3),
        resumed_from=file.resumed_from,
        verified=file.verified,
        words=_file_words(file, path, count),
    )


def done_event(job: JobSnapshot) -> Done:
    """The job is over."""
    return Done(job=job.id, state=job.state.name)


def job_line(job: JobSnapshot) -> JobLine:
    """The job's line in `list`."""
    state = state_event(job)
    return JobLine(
        job=job.id,
        name=job.name,
        state=state.state,
        bytes=job.bytes_present,
        total=job.size,
        rate=rate_now(job),
        error=state.error,
        error_count=job.error_count,
        retry_in=state.retry_in,
        gives_up_in=state.gives_up_in,
        folder=shown_path(job.folder),
        urls=_links(job),
        words=formatting.state_sentence(job),
    )


class Reporter:
    """What to say about one job when it is looked at: each thing once, and nothing too often.

    `state` is what the reader knows already.
    """

    def __init__(self, state: JobState | None = None) -> None:
        self._state = state
        self._delivered: set[int] = set()
        self._bytes = 0
        self._state_due = 0.0
        self._progress_due = 0.0

    def events(self, job: JobSnapshot, now: float) -> Iterator[Event]:
        """What is new since the last look; the last event is `Done` when the job is over.

        `now` is seconds of a clock that only goes forward; its zero point has no meaning.
        """
        yield from self._progress(job, now)
        yield from self._files(job)
        if job.state is not self._state or self._is_due_again(job, now):
            self._state = job.state
            self._state_due = now + SECONDS_BETWEEN_WAITING
            yield state_event(job)
        if is_over(job):
            yield done_event(job)

    def _progress(self, job: JobSnapshot, now: float) -> Iterator[Progress]:
        is_new = job.bytes_present != self._bytes and job.state is JobState.TRANSFERRING
        if is_new and now >= self._progress_due - _SLACK:
            self._progress_due = max(now, self._progress_due) + SECONDS_BETWEEN_PROGRESS
            self._bytes = job.bytes_present
            yield progress_event(job)

    def _files(self, job: JobSnapshot) -> Iterator[File]:
        for number, file in enumerate(job.files):
            if number in self._delivered or file.path is None:
                continue
            if file.state is FileState.DELIVERED:
                self._delivered.add(number)
                yield file_event(job, file, file.path)

    def _is_due_again(self, job: JobSnapshot, now: float) -> bool:
        return job.state is JobState.TRANSIENT_ERROR and now >= self._state_due - _SLACK


def refused_event(refusal: Exception, job: str | None = None) -> Refused:
    """Why a command was not carried out, or not with this job."""
    code: int | None = getattr(refusal, "code", None)
    return Refused(job=job, text=formatting.refusal(refusal), code=_hex(code))


def error_line(error: JobError | None) -> ErrorLine | None:
    """What went wrong, if anything did."""
    if error is None:
        return None
    return ErrorLine(
        code=error.kind.value,
        kind=error.remedy.act.value,
        context=error.context.name,
        hresult=_hex(error.hresult),
        text=formatting.error_sentence(error, in_full=True),
    )


def _progress_words(job: JobSnapshot) -> str:
    parts = [formatting.size(job.bytes_present)]
    if job.size is not None and job.fraction is not None:
        parts = [formatting.percent(job.fraction), f"{parts[0]} of {formatting.size(job.size)}"]
    if job.rate >= 1:
        parts.append(formatting.rate(job.rate))
    if job.time_left is not None:
        parts.append(f"{formatting.time_left(job.time_left)} left")
    return " · ".join(parts)


def _file_words(file: FileSnapshot, path: Path, count: int) -> str:
    place = formatting.one_line(shown_path(path))
    if file.unchanged:
        return f"{place}: already here, and unchanged on the server"
    resumed = f", resumed at {formatting.size(file.resumed_from)}" if file.resumed_from else ""
    verified = f", {file.verified} verified" if file.verified else ""
    seconds = file.seconds
    time = f"{seconds:.1f} s" if seconds < 10 else formatting.duration(seconds)
    return f"{place}: {formatting.size(count)} in {time}{resumed}{verified}"


def _links(job: JobSnapshot) -> tuple[str, ...]:
    return tuple(redacted(file.url) for file in job.files)


def _hex(code: int | None) -> str | None:
    return None if code is None else f"0x{code:08X}"


def rate_now(job: JobSnapshot) -> float:
    """Bytes a second; 0 as soon as a job is told to stop, though its run may still be ending."""
    return round(job.rate, 1) if job.state.is_running else 0.0


def rounded(seconds: float | None) -> float | None:
    """Seconds as they are told: to a tenth."""
    return None if seconds is None else round(seconds, 1)


def shown_path(path: Path) -> str:
    """The path as JSON can hold it: of a name that is no UTF-8 the odd bytes as escapes."""
    return os.fsencode(path).decode(errors="backslashreplace")
