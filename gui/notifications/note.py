"""One notification in words, and what it remembers of the jobs it is about."""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP

from engine import JobSnapshot, NewsKind
from gui import formatting
from gui.needs import Need, need_of
from gui.preferences import Preferences
from gui.selection import delivered
from gui.translation import about, translate

_MOST_NAMES = 3


def _noop(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("notifications", text))


def _tr(text: str) -> str:
    return translate("notifications", text)


class Kind(enum.Enum):
    """What a note tells; each can be switched off."""

    DONE = "done"
    FAILED = "failed"

    def is_wished(self, preferences: Preferences) -> bool:
        """Whether the person wants to be told."""
        wishes = {
            Kind.DONE: preferences.tell_when_done,
            Kind.FAILED: preferences.tell_when_given_up,
        }
        return wishes[self]


KINDS: Mapping[NewsKind, Kind] = {
    NewsKind.JOB_TRANSFERRED: Kind.DONE,
    NewsKind.JOB_ERROR: Kind.FAILED,
    NewsKind.JOB_EXPIRED: Kind.FAILED,
}
"""What of the news is told on the desktop."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is remembered of a job, so that a button does what it said after the job has gone."""

    job_id: str
    title: str
    path: Path | None
    folder: Path


@dataclass(frozen=True, slots=True)
class Note:
    """One notification. Of those with the same key a later takes the place of the earlier.

    An action's key names only what to do: any program may send us one, so what it is about we
    remember ourselves.
    """

    key: str
    kind: Kind
    title: str
    body: str
    actions: tuple[tuple[str, str], ...]
    subjects: tuple[Subject, ...]

    @property
    def sentence(self) -> str:
        """All of it in one line, for the window."""
        return about(self.title, self.body)


def note_of(news: NewsKind, job: JobSnapshot) -> Note:
    """What to tell of one job."""
    title = _sendable(formatting.title(job))
    return Note(
        key=f"job {job.id}",
        kind=KINDS[news],
        title=title,
        body=_sendable(formatting.state_sentence(job)),
        actions=_actions(news, job),
        subjects=(Subject(job.id, title, delivered(job), job.folder),),
    )


def group_of(notes: Sequence[Note]) -> Note:
    """The same in one note, for several of a kind."""
    kind = notes[0].kind
    subjects = tuple(subject for note in notes for subject in note.subjects)
    # The body of the popup and a click on its ground are one thing on most desktops, not on all.
    show = (("default", _tr("Show")), ("show", _tr("Show")))
    return Note(
        key=f"all {kind.value}",
        kind=kind,
        title=_how_many(kind, len(subjects)),
        body=_names(subjects),
        actions=show if kind is Kind.DONE else (*show, _deed_for_all(notes)),
        subjects=subjects,
    )


_DEEDS: Mapping[Need, tuple[str, str]] = {
    Need.SIGN_IN: ("sign_in", _noop("Sign in…")),
    Need.PROXY_SIGN_IN: ("sign_in", _noop("Sign in…")),
    Need.CERTIFICATE: ("certificate", _noop("Show certificate…")),
    Need.DOWNGRADE: ("details", _noop("Details")),
}


def _actions(news: NewsKind, job: JobSnapshot) -> tuple[tuple[str, str], ...]:
    show = ("default", _tr("Show"))
    if news is NewsKind.JOB_TRANSFERRED:
        return (show, ("open", _tr("Open")), ("folder", _tr("Show in folder")))
    details = ("details", _tr("Details"))
    if news is NewsKind.JOB_EXPIRED:
        return (show, details)
    need = need_of(job)
    if need is None:
        return (show, ("retry", _tr("Retry")), details)
    key, label = _DEEDS[need]
    deed = (key, _tr(label))
    return (show, details) if deed == details else (show, deed, details)


def _deed_for_all(notes: Sequence[Note]) -> tuple[str, str]:
    """A try changes nothing where every job waits for a sign-in."""
    wait = all("sign_in" in dict(note.actions) for note in notes)
    return ("sign_in", _tr("Sign in…")) if wait else ("retry", _tr("Retry all"))


def _how_many(kind: Kind, count: int) -> str:
    if kind is Kind.DONE:
        return formatting.counted(count, "1 download is done", "{n} downloads are done")
    return formatting.counted(count, "1 download failed", "{n} downloads failed")


def _names(subjects: Sequence[Subject]) -> str:
    names = formatting.listed(subject.title for subject in subjects[:_MOST_NAMES])
    others = len(subjects) - _MOST_NAMES
    if others <= 0:
        return names
    more = formatting.counted(others, "{names} and 1 more", "{names} and {n} more")
    return more.replace("{names}", names)


def _sendable(text: str) -> str:
    """A file name that is no UTF-8 has halves of surrogate pairs, which no bus carries."""
    return text.encode("utf-8", "replace").decode("utf-8")
