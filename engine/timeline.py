"""The story of a job: every attempt, wait, decision and change of state, with its reason and
without secrets.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass


class TimelineKind(enum.Enum):
    """Names are stored: one may be retired, never reused for something else."""

    CREATED = "created"
    STATE = "state"
    CONNECTED = "connected"
    RECONNECTED = "reconnected"
    RESUMED = "resumed at"
    STARTED_OVER = "started over"
    ERROR = "error"
    WAIT = "wait"
    HOLD = "hold"
    SETTING = "setting changed"
    CHECKED = "checked"
    DELIVERED = "delivered"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """What happened at `at` (seconds since 1970, for people)."""

    at: float
    kind: TimelineKind
    text: str = ""
