"""Many at once become one: nobody wants a hundred popups because a hundred downloads are done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from gui.notifications.note import Kind, Note, group_of

MOST_ALONE = 3
"""So many of a kind are shown each on its own."""
QUIET = 10.0
"""After so many seconds without another of its kind, a note is no part of a group any more."""


class Arranged(NamedTuple):
    """What to show, and the keys of what is no longer to be seen because it is part of that."""

    notes: tuple[Note, ...]
    instead_of: tuple[str, ...] = ()


@dataclass(slots=True)
class _Recent:
    notes: dict[str, Note] = field(default_factory=dict)
    at: float = float("-inf")


class Grouping:
    """Remembers what was told a moment ago, of each kind."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._recent = {kind: _Recent() for kind in Kind}

    def is_growing(self, kind: Kind) -> bool:
        """Whether the next one of this kind changes a group that is shown."""
        recent = self._recent[kind]
        return len(recent.notes) > MOST_ALONE and self._clock() - recent.at <= QUIET

    def arrange(self, notes: Sequence[Note]) -> Arranged:
        """How to show these, which are all of a kind: each, or one for them and those before."""
        recent = self._recent[notes[0].kind]
        now = self._clock()
        if now - recent.at > QUIET:
            recent.notes = {}
        recent.at = now
        before = tuple(recent.notes)
        new = {note.key: note for note in notes}
        recent.notes |= new
        if len(recent.notes) <= MOST_ALONE:
            return Arranged(tuple(new.values()))
        return Arranged((group_of(tuple(recent.notes.values())),), before)

    def forget(self, note: Note) -> None:
        """The person has seen this one: it is counted no more."""
        notes = self._recent[note.kind].notes
        if note.key in notes:
            del notes[note.key]
        else:
            notes.clear()
