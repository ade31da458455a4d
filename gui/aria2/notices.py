"""What programs are told unasked: aria2's notifications, made of how a job's status changes.

A job is told to have started once for each time that it is set going, not for each of its tries: of
those there may be hundreds, and programs show every start to a person.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from gui.aria2.status import ACTIVE, COMPLETE, ERROR, PAUSED, REMOVED, WAITING

Told: TypeAlias = Callable[[str, str], None]
"""Takes the name of a notification and that of a job."""

NAMES = (
    "aria2.onDownloadStart",
    "aria2.onDownloadPause",
    "aria2.onDownloadStop",
    "aria2.onDownloadComplete",
    "aria2.onDownloadError",
    "aria2.onBtDownloadComplete",
)
START, PAUSE, STOP, COMPLETED, FAILED, _OF_TORRENTS = NAMES
_LIVE = frozenset({ACTIVE, WAITING, PAUSED})


class Notices:
    """Told while a command or an observation is at work: whoever listens only takes note, and sends
    the answer to the command first.
    """

    def __init__(self, told: Told) -> None:
        self._told = told
        self._started: set[str] = set()

    def moved(self, gid: str, job_id: str, before: str | None, now: str | None) -> None:
        """The job went from one status to another; None: it was not there, or is gone."""
        notice = self._notice(job_id, before, now)
        if notice == START:
            self._started.add(job_id)
        elif now != ACTIVE and now != WAITING:
            self._started.discard(job_id)
        if notice is not None:
            self._told(notice, gid)

    def _notice(self, job_id: str, before: str | None, now: str | None) -> str | None:
        if now == ACTIVE:
            return None if job_id in self._started else START
        if now == COMPLETE:
            return COMPLETED
        if now == ERROR:
            return FAILED
        if now == PAUSED:
            # One that was paused from the beginning has not stopped.
            return None if before is None else PAUSE
        if now in (REMOVED, None):
            return STOP if before in _LIVE else None
        return None
