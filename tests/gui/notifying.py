"""What tests of notifications share: jobs to tell of, and a program that takes what was pressed."""

from __future__ import annotations

import asyncio
import dataclasses
from pathlib import Path

from engine import JobSnapshot, JobState, NewsKind
from engine.errors import ErrorContext, ErrorKind, JobError
from engine.job import FileState, Priority, Profile
from engine.snapshot import FileSnapshot
from gui.notifications import Note, Notifications
from gui.preferences import Preferences

FILE = FileSnapshot(
    url="http://files.example.org/name.iso",
    name="name.iso",
    state=FileState.DELIVERED,
    size=1000,
    bytes_present=1000,
    resumed_from=0,
    seconds=1.0,
    verified=None,
    unchanged=False,
    path=Path("/downloads/name.iso"),
    error=None,
)
DONE = JobSnapshot(
    id="job-1",
    name="name.iso",
    folder=Path("/downloads"),
    state=JobState.ACKNOWLEDGED,
    priority=Priority.NORMAL,
    profile=Profile.BITS,
    position=0,
    files=(FILE,),
    size=1000,
    bytes_present=1000,
    rate=0.0,
    time_left=None,
    connections=0,
    error=None,
    error_count=0,
    gave_up=False,
    is_held=False,
    asked_to_wait_longer=False,
    retry_in=None,
    gives_up_in=None,
    without_progress=None,
    no_progress_timeout=3600.0,
    minimum_retry_delay=5.0,
    auto_complete=True,
    created=1_000_000.0,
    modified=1_000_000.0,
    transferred=1_000_100.0,
)
FAILED = dataclasses.replace(
    DONE,
    state=JobState.ERROR,
    error=JobError(
        ErrorKind.NAME_NOT_RESOLVED, ErrorContext.REMOTE_FILE, subject="files.example.org"
    ),
    error_count=3,
    gave_up=True,
)


def numbered(job: JobSnapshot, number: int) -> JobSnapshot:
    """The same with an id and a name of its own."""
    return dataclasses.replace(job, id=f"job-{number}", name=f"{number}.iso")


class Program:
    """Takes what notifications ask of the program, and waits for it."""

    def __init__(self):
        self.asked = []
        self.tray = []
        self.in_window = []
        self.receipts = []
        self.seconds = 0.0
        self.has_tray = True
        self.is_in_front = False
        self.wishes = Preferences()
        self._came = asyncio.Event()
        self.notifications = Notifications(
            on_action=self._take,
            tray_message=self._show_in_tray,
            say_in_window=self._show_in_window,
            is_in_front=lambda: self.is_in_front,
            wishes=lambda: self.wishes,
            clock=lambda: self.seconds,
        )

    def job_error(self, job):
        self._tell(NewsKind.JOB_ERROR, job)

    def job_transferred(self, job):
        self._tell(NewsKind.JOB_TRANSFERRED, job)

    def job_expired(self, job):
        self._tell(NewsKind.JOB_EXPIRED, job)

    def file_transferred(self, job):
        self._tell(NewsKind.FILE_TRANSFERRED, job)

    @property
    def taken(self):
        """Of what was told, what counts as seen."""
        return [receipt is None or receipt.done() for receipt in self.receipts]

    async def until(self, condition):
        async with asyncio.timeout(10):
            while not condition():
                self._came.clear()
                waiting = asyncio.create_task(self._came.wait())
                await asyncio.wait({waiting}, timeout=0.02)
                waiting.cancel()

    async def until_told(self):
        """Until nothing waits any more for being told."""
        await self.until(lambda: self.notifications._worker is None)

    async def until_forgotten(self):
        """Until the news that the daemon died came from the bus."""
        notifier = self.notifications._notifier
        await self.until(lambda: not notifier._shown and notifier._capabilities is None)

    def _tell(self, news, job):
        self.receipts.append(self.notifications.take(news, job))

    def _take(self, action: str, note: Note):
        self.asked.append((action, *(subject.job_id for subject in note.subjects)))
        self._came.set()

    def _show_in_tray(self, title, text, on_click):
        if self.has_tray:
            self.tray.append((title, text))
            self.click_in_tray = on_click
        return self.has_tray

    def _show_in_window(self, note):
        self.in_window.append(note)
