"""How the jobs stand, in short: what the list in a browser shows. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from heapq import nlargest
from operator import attrgetter

from engine import JobSnapshot, JobState
from gui.browsers.messages import Counts, JobInShort, Summary
from gui.sentences import state_sentence, title, tone

MOST_TOLD = 20

_RANK = {
    JobState.TRANSFERRING: 6,
    JobState.CONNECTING: 5,
    JobState.TRANSIENT_ERROR: 4,
    JobState.QUEUED: 3,
    JobState.ERROR: 2,
    JobState.SUSPENDED: 1,
}
_ACTIVE = (JobState.TRANSFERRING, JobState.CONNECTING)
_WAITING = (JobState.QUEUED, JobState.TRANSIENT_ERROR, JobState.SUSPENDED)
_DONE = (JobState.TRANSFERRED, JobState.ACKNOWLEDGED)
_OVER = frozenset({*_DONE, JobState.CANCELLED})
_position = attrgetter("position")


def summed(jobs: Sequence[JobSnapshot]) -> Summary:
    """The jobs in short: what moves first, then what waits, what failed, and the latest of each."""
    # In one pass, and what is over is compared only where there is room for it.
    open_jobs: list[JobSnapshot] = []
    over: list[JobSnapshot] = []
    states: Counter[JobState] = Counter()
    for job in jobs:
        state = job.state
        states[state] += 1
        (over if state in _OVER else open_jobs).append(job)

    def count(kinds: Iterable[JobState]) -> int:
        return sum(states[kind] for kind in kinds)

    first = nlargest(MOST_TOLD, open_jobs, key=_rank)
    first += nlargest(MOST_TOLD - len(first), over, key=_position)
    return Summary(
        jobs=tuple(map(in_short, first)),
        counts=Counts(
            active=count(_ACTIVE),
            waiting=count(_WAITING),
            failed=count((JobState.ERROR,)),
            done=count(_DONE),
        ),
        rate=round(sum(job.rate for job in open_jobs if job.state.is_running), 1),
    )


def _rank(job: JobSnapshot) -> tuple[int, int]:
    return _RANK.get(job.state, 0), job.position


def in_short(job: JobSnapshot) -> JobInShort:
    """The job as a browser's list shows it."""
    return JobInShort(
        job=job.id,
        name=title(job),
        state=job.state.name,
        tone=tone(job).name.lower().replace("_", "-"),
        words=state_sentence(job),
        bytes=job.bytes_present,
        total=job.size,
        rate=round(job.rate, 1) if job.state.is_running else 0.0,
    )
