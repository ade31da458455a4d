"""The nine states of a job, what makes them change, and the one table of all transitions.

The states are those of BITS (BG_JOB_STATE). Everything that changes a state is a `JobEvent`; a pair
that is not in `TRANSITIONS` is refused with `InvalidStateError` and changes nothing.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping

BG_E_INVALID_STATE = 0x80200002
DO_E_INVALID_STATE = 0x80D02013


class JobState(enum.Enum):
    """Where a job is in its life (BITS: BG_JOB_STATE)."""

    QUEUED = "queued"
    CONNECTING = "connecting"
    TRANSFERRING = "transferring"
    SUSPENDED = "suspended"
    ERROR = "error"
    TRANSIENT_ERROR = "transient error"
    TRANSFERRED = "transferred"
    ACKNOWLEDGED = "acknowledged"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        """True when no command is accepted any more."""
        return not TRANSITIONS[self]

    @property
    def is_running(self) -> bool:
        """True while the job holds a slot."""
        return self in (JobState.CONNECTING, JobState.TRANSFERRING)


class JobEvent(enum.Enum):
    """What makes a state change: the commands of a person and the observations of the engine."""

    RESUME = "resume"
    SUSPEND = "suspend"
    CANCEL = "cancel"
    COMPLETE = "complete"
    CHANGE = "change a setting"
    RETRY = "retry now"

    SLOT_GRANTED = "slot granted"
    PREEMPTED = "pre-empted"
    CONNECTED = "connected"
    FILE_FINISHED = "file finished"
    ALL_FILES_FINISHED = "all files finished"
    TRANSIENT_FAILURE = "transient failure"
    FATAL_FAILURE = "fatal failure"
    HELD = "held"
    RETRY_DUE = "retry due"
    HOLD_LIFTED = "hold lifted"
    NO_PROGRESS_TIMED_OUT = "no progress timed out"
    DOWNLOAD_TIME_OVER = "download time over"
    EXPIRED = "expired"


class InvalidStateError(Exception):
    """A command or observation that the job's state does not allow.

    `code` is BG_E_INVALID_STATE, or DO_E_INVALID_STATE for a job of the "do" profile.
    """

    def __init__(self, state: JobState, event: JobEvent, code: int = BG_E_INVALID_STATE) -> None:
        super().__init__(f"cannot {event.value}: the job is {state.value}")
        self.state = state
        self.event = event
        self.code = code


def _always(state: JobState) -> dict[JobEvent, JobState]:
    """What every live state accepts: most commands, and the end of a job that is forgotten."""
    return {
        JobEvent.EXPIRED: JobState.CANCELLED,
        JobEvent.SUSPEND: JobState.SUSPENDED,
        JobEvent.CANCEL: JobState.CANCELLED,
        JobEvent.COMPLETE: JobState.ACKNOWLEDGED,
        JobEvent.CHANGE: state,
    }


_FAILURES = {
    JobEvent.HELD: JobState.TRANSIENT_ERROR,
    JobEvent.TRANSIENT_FAILURE: JobState.TRANSIENT_ERROR,
    JobEvent.FATAL_FAILURE: JobState.ERROR,
}

# SUSPEND and RESUME of a TRANSFERRED job rest on inference in the BITS documents: a transferred job
# is already idle, so SUSPEND is accepted like everywhere else and RESUME fetches files that were
# added since.
TRANSITIONS: Mapping[JobState, Mapping[JobEvent, JobState]] = {
    JobState.SUSPENDED: {
        **_always(JobState.SUSPENDED),
        JobEvent.RESUME: JobState.QUEUED,
    },
    JobState.QUEUED: {
        **_always(JobState.QUEUED),
        **_FAILURES,
        JobEvent.RESUME: JobState.QUEUED,
        JobEvent.SLOT_GRANTED: JobState.CONNECTING,
    },
    JobState.CONNECTING: {
        **_always(JobState.CONNECTING),
        **_FAILURES,
        JobEvent.RESUME: JobState.CONNECTING,
        JobEvent.PREEMPTED: JobState.QUEUED,
        JobEvent.DOWNLOAD_TIME_OVER: JobState.ERROR,
        JobEvent.CONNECTED: JobState.TRANSFERRING,
        JobEvent.ALL_FILES_FINISHED: JobState.TRANSFERRED,
    },
    JobState.TRANSFERRING: {
        **_always(JobState.TRANSFERRING),
        **_FAILURES,
        JobEvent.RESUME: JobState.TRANSFERRING,
        JobEvent.PREEMPTED: JobState.QUEUED,
        JobEvent.DOWNLOAD_TIME_OVER: JobState.ERROR,
        JobEvent.CONNECTED: JobState.TRANSFERRING,
        JobEvent.FILE_FINISHED: JobState.TRANSFERRING,
        JobEvent.ALL_FILES_FINISHED: JobState.TRANSFERRED,
    },
    JobState.TRANSIENT_ERROR: {
        **_always(JobState.TRANSIENT_ERROR),
        JobEvent.RESUME: JobState.QUEUED,
        JobEvent.RETRY: JobState.QUEUED,
        JobEvent.RETRY_DUE: JobState.QUEUED,
        JobEvent.HELD: JobState.TRANSIENT_ERROR,
        JobEvent.HOLD_LIFTED: JobState.QUEUED,
        JobEvent.NO_PROGRESS_TIMED_OUT: JobState.ERROR,
    },
    JobState.ERROR: {
        **_always(JobState.ERROR),
        JobEvent.RESUME: JobState.QUEUED,
        JobEvent.RETRY: JobState.QUEUED,
    },
    JobState.TRANSFERRED: {
        **_always(JobState.TRANSFERRED),
        JobEvent.RESUME: JobState.QUEUED,
    },
    JobState.ACKNOWLEDGED: {},
    JobState.CANCELLED: {},
}


def accepts(state: JobState, event: JobEvent) -> bool:
    """Whether `event` is allowed in `state`; the window enables its actions by this and nothing
    else.
    """
    return event in TRANSITIONS[state]


def next_state(state: JobState, event: JobEvent, code: int = BG_E_INVALID_STATE) -> JobState:
    """The state after `event`; raises `InvalidStateError` with `code` where none is."""
    try:
        return TRANSITIONS[state][event]
    except KeyError:
        raise InvalidStateError(state, event, code) from None
