"""Which jobs the list shows: those of a group, a kind or a folder, with certain words in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP

from engine import JobError, JobSnapshot
from gui import formatting
from gui.job_groups import Group, group_of, group_title, nothing_in
from gui.translation import translate


def _noop(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("job_filter", text))


def _tr(text: str) -> str:
    return translate("job_filter", text)


class Entry:
    """A job in the list, with what is derived from it once and not at every look.

    `kind` is the title of its category, `row` is -1 while it is not shown, and `key` is the value
    that its row was put into order by.
    """

    __slots__ = ("_searched", "group", "job", "key", "kind", "row")

    def __init__(self, job: JobSnapshot, kind: str | None) -> None:
        self.job = job
        self.group = group_of(job)
        self.kind = kind
        self.row = -1
        self.key: object = None
        self._searched: str | None = None

    def replace(self, job: JobSnapshot) -> None:
        """The job is like this now."""
        old, self.job = self.job, job
        self.group = group_of(job)
        is_there = old.folder is job.folder or old.folder == job.folder
        if not is_there or old.name != job.name or old.url != job.url:
            self._searched = None

    @property
    def searched(self) -> str:
        """Where words are looked for, apart from how the job is: name, link, folder."""
        if self._searched is None:
            # What follows the question mark is often a signature, and holds any two letters.
            link = self.job.url.partition("?")[0]
            self._searched = f"{self.job.name}\n{link}\n{self.job.folder}".casefold()
        return self._searched


@dataclass(frozen=True, slots=True)
class JobFilter:
    """What a person wants to see; all of it must hold, and None holds for every job.

    Every one of `words` must occur in the name, the link, the folder or in what is said of the
    state. `category` is the title of a kind of files.
    """

    group: Group | None = None
    category: str | None = None
    folder: Path | None = None
    words: str = ""

    def with_words(self, words: str) -> JobFilter:
        """The same, but for these words."""
        return replace(self, words=words)

    @property
    def shows_all(self) -> bool:
        """Whether there is nothing that it keeps back."""
        places = (self.group, self.category, self.folder)
        return not self.words.strip() and all(place is None for place in places)

    def test(self) -> Callable[[Entry], bool]:
        """Tells of an entry whether it passes. Made anew for each filter: it remembers words."""
        return _Test(self) if not self.shows_all else lambda _entry: True

    def nothing_found(self) -> str:
        """Said in place of the rows when no job passes."""
        if self.words.strip():
            words = formatting.one_line(self.words.strip())
            return _tr("No job matches “{words}”").format(words=words)
        if self.category is not None or self.folder is not None:
            return _tr("There is no such job any more")
        return nothing_in(self.group)


class _Test:
    def __init__(self, wanted: JobFilter) -> None:
        self._group, self._kind, self._folder = wanted.group, wanted.category, wanted.folder
        self._words = wanted.words.casefold().split()
        self._states: dict[tuple[Group | None, JobError | None], str] = {}

    def __call__(self, entry: Entry) -> bool:
        if self._group is not None and entry.group is not self._group:
            return False
        if self._kind is not None and entry.kind != self._kind:
            return False
        if self._folder is not None and entry.job.folder != self._folder:
            return False
        searched = entry.searched
        return all(word in searched or word in self._state(entry) for word in self._words)

    def _state(self, entry: Entry) -> str:
        """The lasting part of the sentence: clocks and speeds are nothing to search for."""
        state = (entry.group, entry.job.error)
        if state not in self._states:
            why = "" if entry.job.error is None else formatting.reason(entry.job.error)
            title = "" if entry.group is None else group_title(entry.group)
            self._states[state] = f"{title}\n{why}".casefold()
        return self._states[state]
