"""Whether what a browser hands over is what a job waits for, whose own link has expired. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from engine import FileSnapshot, FileState, JobSnapshot, JobState, Validator
from gui.browsers.handover import Handover, plain

WAITING = frozenset({JobState.ERROR, JobState.TRANSIENT_ERROR, JobState.SUSPENDED})
"""States of a job that may want another link."""
_MISSING = frozenset({FileState.PENDING, FileState.FAILED})


class Waiting(NamedTuple):
    """A file that waits for such a link. `is_proven`: the server has the very version of which
    bytes are here.
    """

    job: JobSnapshot
    file: FileSnapshot
    is_proven: bool = False


def waiting_for(handover: Handover, jobs: Iterable[JobSnapshot]) -> Waiting | None:
    """The file that waits for it: a proven one first, then one of a job that failed, then of the
    latest job.
    """
    # Once, not for each of ten thousand jobs.
    links = plain([handover.url, handover.first_url])
    found = [
        Waiting(job, file, is_proven(file, handover))
        for job in jobs
        if job.state in WAITING
        for file in job.files
        if file.state in _MISSING and _is_alike(file, handover, links) and fits(file, handover)
    ]
    return max(found, key=_rank, default=None)


def fits(file: FileSnapshot, handover: Handover) -> bool:
    """Whether nothing that both sides know says that it is another file."""
    if None not in (file.size, handover.size) and file.size != handover.size:
        return False
    return _agreement(file.validator, handover) is not False


def is_proven(file: FileSnapshot, handover: Handover) -> bool:
    """Whether size and validator both say that it is the same version."""
    is_same_size = file.size is not None and file.size == handover.size
    return is_same_size and _agreement(file.validator, handover) is True


def _agreement(known: Validator, handover: Handover) -> bool | None:
    """Whether the validators are the same; None where there is nothing to compare.

    A weak ETag says of two files that they mean the same, not that their bytes are the same.
    """
    if known.etag is not None and handover.etag is not None:
        if known.etag != handover.etag:
            return False
        return None if known.etag.startswith("W/") else True
    if known.last_modified is not None and handover.last_modified is not None:
        return known.last_modified == handover.last_modified
    return None


def _is_alike(file: FileSnapshot, handover: Handover, links: Collection[str]) -> bool:
    """The same name, or the same link apart from what is signed in it; of a link that leads to
    many files, as "download?id=7" does, size or name have to say which.
    """
    if file.name is not None and file.name == handover.name:
        return True
    if file.url.partition("?")[0] not in links:
        return False
    has_other_name = None not in (file.name, handover.name)
    return not has_other_name or (file.size is not None and file.size == handover.size)


def _rank(waiting: Waiting) -> tuple[bool, bool, int]:
    return waiting.is_proven, waiting.job.state is JobState.ERROR, waiting.job.position
