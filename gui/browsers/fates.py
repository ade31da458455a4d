"""What became of a download that was taken, as far as its browser has to know. Pure.

The browser keeps its own download, stopped, until it hears: a link may lead to the file only once,
or a server may let nobody in but the browser.
"""

from __future__ import annotations

from engine import JobSnapshot, JobState

ARRIVING = "arriving"
"""The browser may let go of its own."""
FAILED = "failed"
"""Not a byte came, and none will soon: the browser had better go on."""
WAITING = "waiting"
ASKED = "asked"
"""The person decides, in the window."""

_THERE = (JobState.TRANSFERRING, JobState.TRANSFERRED, JobState.ACKNOWLEDGED)


def fate_of(job: JobSnapshot, *, is_new: bool) -> str:
    """How the job fares that was made, or that goes on, with the browser's link."""
    if job.state in _THERE or (is_new and job.bytes_present > 0):
        return ARRIVING
    if job.state is JobState.CANCELLED:
        # By the person, who wants it from nobody.
        return ARRIVING
    is_refused = job.state is JobState.TRANSIENT_ERROR and not job.is_held
    return FAILED if is_refused or job.state is JobState.ERROR else WAITING


def may_take_back(job: JobSnapshot) -> bool:
    """Whether the job is none yet whose file somebody could use."""
    return job.state not in (JobState.TRANSFERRED, JobState.ACKNOWLEDGED, JobState.CANCELLED)
