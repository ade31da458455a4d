"""What the timeline of a job says of it: one sentence for each thing that happens, no secrets."""

from __future__ import annotations

from math import inf

from engine.errors import JobError
from engine.job import Job, JobFile
from engine.retry import RetryPolicy
from engine.wire.links import redacted


def created(job: Job) -> str:
    """What was asked for."""
    if not job.files:
        return f"{job.name}, no files yet, to {job.folder}"
    more = f" and {len(job.files) - 1} more" if len(job.files) > 1 else ""
    return f"{job.name}: {redacted(job.files[0].url)}{more}, to {job.folder}"


def failed(error: JobError) -> str:
    """The error with all that is known of it."""
    code = "" if error.hresult is None else f", 0x{error.hresult:08X}"
    told = ": ".join(filter(None, (error.subject, error.detail)))
    return f"{error.kind.value} ({error.context.name}{code})" + (f": {told}" if told else "")


def waits(job: Job) -> str:
    """Until when the job waits for its next try, and why."""
    why = f" after {job.error.kind.value}" if job.error else ""
    left = "" if job.time_left is None else f"; gives up in {job.time_left:.0f} s"
    if job.wait and job.wait.outlasts(job.policy):
        return f"no further try{why}: the server asks for {job.wait.retry_after:.0f} s{left}"
    if job.pause.opens_at == inf:
        return f"until the host is tried again{why}{left}"
    if job.retry_at is None:
        return f"no further try{why}: none fits before the end{left}"
    return f"{job.retry_at - job.clock.now():.0f} s to the next try{why}{left}"


def retries(policy: RetryPolicy) -> str:
    """What a person chose."""
    timeout = policy.no_progress_timeout
    gives_up = "never" if timeout is None else f"after {timeout:g} s"
    return f"gives up: {gives_up}; at least {policy.minimum_retry_delay:g} s between tries"


def stood_still(seconds: float) -> str:
    """Why connections were made anew."""
    return f"the computer slept, or Holdfast stood still, for {seconds:.0f} s"


def finished(file: JobFile) -> str:
    """How large the file is, how long it took, and whether that was checked."""
    if file.unchanged:
        return "not fetched: the server still has the version that is here"
    assert file.size is not None
    speed = f", {file.size / file.seconds:.0f} bytes/s" if file.seconds else ""
    checked = "" if file.verified else "; nothing to check it against"
    if not file.size_verified:
        checked += "; only the end of the connection told that this is all"
    return f"{file.size} bytes in {file.seconds:.1f} s{speed}{checked}"


def of_file(job: Job, file: JobFile, text: str) -> str:
    """Which of several files is meant."""
    if len(job.files) == 1:
        return text
    name = file.part.name if file.part else file.requested_name
    return f"{name or f'file {file.number + 1}'}: {text}"
