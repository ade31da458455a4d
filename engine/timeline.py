"""The story of a job: every attempt, wait, decision and change of state, with its reason and
without secrets.
"""

from __future__ import annotations

import enum
from collections import Counter
from dataclasses import dataclass

MOST_ALIKE = 20


class TimelineKind(enum.Enum):
    """Names are stored: one may be retired, never reused for something else."""

    CREATED = "created"
    STATE = "state"
    CONNECTED = "connected"
    RECONNECTED = "reconnected"
    REFUSED = "connection refused"
    RESUMED = "resumed at"
    STARTED_OVER = "started over"
    ERROR = "error"
    WAIT = "wait"
    HOLD = "hold"
    SETTING = "setting changed"
    SOURCE_DROPPED = "mirror dropped"
    PIECE_REJECTED = "piece rejected"
    METALINK = "Metalink"
    CHECKED = "checked"
    FINISHED = "finished"
    DELIVERED = "delivered"
    DISCARDED = "discarded"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """What happened at `at` (seconds since 1970, for people)."""

    at: float
    kind: TimelineKind
    text: str = ""


# What may happen to each of the files of a job.
_OF_FILES = frozenset(
    {
        TimelineKind.CONNECTED,
        TimelineKind.RECONNECTED,
        TimelineKind.REFUSED,
        TimelineKind.RESUMED,
        TimelineKind.STARTED_OVER,
        TimelineKind.SOURCE_DROPPED,
        TimelineKind.PIECE_REJECTED,
        TimelineKind.ERROR,
        TimelineKind.CHECKED,
        TimelineKind.FINISHED,
        TimelineKind.DELIVERED,
        TimelineKind.DISCARDED,
    }
)


class Condenser:
    """Ten thousand files must not push the story of their job out of its timeline.

    In each state of the job the same kind of thing is told twenty times; the rest is counted.
    """

    def __init__(self) -> None:
        self._counts: Counter[TimelineKind] = Counter()

    def takes(self, kind: TimelineKind) -> bool:
        """Whether this one is still to be told by itself."""
        if kind in _OF_FILES:
            self._counts[kind] += 1
        return self._counts[kind] <= MOST_ALIKE

    def rest(self) -> list[tuple[TimelineKind, str]]:
        """What was only counted."""
        return [
            (kind, f"{count - MOST_ALIKE} more, which are not told one by one")
            for kind, count in self._counts.items()
            if count > MOST_ALIKE
        ]
