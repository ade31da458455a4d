"""The groups that the sidebar puts jobs into, and how many jobs there are of each."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP

from engine import JobSnapshot, JobState
from gui.formatting import Tone
from gui.translation import translate

T = TypeVar("T")


class Group(enum.Enum):
    """What jobs have in common for the person; cancelled ones are in none."""

    ACTIVE = "active"
    WAITING = "waiting"
    RETRYING = "retrying"
    HELD = "on hold"
    PAUSED = "paused"
    DONE = "done"
    FAILED = "failed"


def _noop(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("job_groups", text))


def _tr(text: str) -> str:
    return translate("job_groups", text)


_GROUPS: Mapping[JobState, Group | None] = {
    JobState.QUEUED: Group.WAITING,
    JobState.CONNECTING: Group.ACTIVE,
    JobState.TRANSFERRING: Group.ACTIVE,
    JobState.SUSPENDED: Group.PAUSED,
    JobState.ERROR: Group.FAILED,
    JobState.TRANSIENT_ERROR: Group.RETRYING,
    JobState.TRANSFERRED: Group.DONE,
    JobState.ACKNOWLEDGED: Group.DONE,
    JobState.CANCELLED: None,
}

# In the sidebar, and where no job is of the group.
_WORDS: Mapping[Group | None, tuple[str, str]] = {
    None: (_noop("All"), _noop("There is no job")),
    Group.ACTIVE: (_noop("Active"), _noop("No job is active")),
    Group.WAITING: (_noop("Waiting"), _noop("No job is waiting")),
    Group.RETRYING: (_noop("Retrying"), _noop("No job is retrying")),
    Group.HELD: (_noop("On hold"), _noop("No job is on hold")),
    Group.PAUSED: (_noop("Paused"), _noop("No job is paused")),
    Group.DONE: (_noop("Done"), _noop("No job is done")),
    Group.FAILED: (_noop("Failed"), _noop("No job has failed")),
}

TONES: Mapping[Group, Tone] = {
    Group.ACTIVE: Tone.ACTIVE,
    Group.WAITING: Tone.QUIET,
    Group.RETRYING: Tone.RETRYING,
    Group.HELD: Tone.HELD,
    Group.PAUSED: Tone.QUIET,
    Group.DONE: Tone.DONE,
    Group.FAILED: Tone.GAVE_UP,
}


def group_of(job: JobSnapshot) -> Group | None:
    """Where the job belongs at the moment."""
    return Group.HELD if job.is_held else _GROUPS[job.state]


def group_title(group: Group | None) -> str:
    """What the sidebar calls it; None is all of them."""
    return _tr(_WORDS[group][0])


def nothing_in(group: Group | None) -> str:
    """Said in place of the rows: "No job is retrying"."""
    return _tr(_WORDS[group][1])


@dataclass(slots=True)
class Counts:
    """How many jobs there are, of each group, of each kind (by its title) and in each folder."""

    total: int = 0
    groups: Counter[Group] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    folders: Counter[Path] = field(default_factory=Counter)

    def note(self, by: int, group: Group | None, kind: str | None, folder: Path) -> None:
        """One job more of this sort, or one less: `by` is 1 or -1."""
        self.total += by
        _count(self.groups, group, by)
        _count(self.kinds, kind, by)
        _count(self.folders, folder, by)


def _count(counter: Counter[T], of: T | None, by: int) -> None:
    if of is not None:
        counter[of] += by
        if not counter[of]:
            del counter[of]
