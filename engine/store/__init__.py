"""The job database: a copy on disk of what `JobManager` holds in memory.

The only package with SQL. Every method hands its work to the store thread and returns a future that
is done when it is on disk; nothing here blocks the caller.
"""

from __future__ import annotations

import logging
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from engine.clock import Clock
from engine.job import Job, JobFile
from engine.store import rows, schema
from engine.store.database import StoreError, StoreTooNewError, open_database
from engine.store.thread import StoreThread
from engine.timeline import TimelineEntry, TimelineKind

__all__ = ["Loaded", "Store", "StoreError", "StoreTooNewError"]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the database held: jobs in order, unacknowledged news as (id, job id, kind name).

    `set_aside` names the rows that could not be read; they stay in the database, untouched.
    """

    jobs: list[Job]
    news: list[tuple[int, str, str]]
    set_aside: list[str]


class Store:
    """Load, save and delete jobs. Callers hold what is true; this is the copy that survives."""

    def __init__(self, path: Path) -> None:
        """Open the database at `path`; raises like `open_database`, blocks for milliseconds."""
        self._thread = StoreThread(open_database(path))

    def close(self) -> None:
        """Write what was submitted and close; blocks until it is on disk."""
        self._thread.close()

    def load(self, clock: Clock) -> Future[Loaded]:
        """Everything, with nothing loaded as running."""
        return self._thread.submit(partial(_load, clock))

    def save(self, job: Job, files: Sequence[JobFile] = ()) -> Future[None]:
        """The job's own row, and the rows of `files`."""
        return self._thread.submit(
            partial(_save, rows.job_row(job), [rows.file_row(job, file) for file in files])
        )

    def save_windows(self, jobs: Sequence[Job]) -> Future[None]:
        """How long each of these jobs has gone without progress."""
        spent = [(job.window.elapsed, job.id) for job in jobs if job.window.is_open]
        return self._thread.submit(partial(_save_windows, spent))

    def delete(self, job_id: str) -> Future[None]:
        """The job, its files, its timeline and its news."""
        return self._thread.submit(partial(_execute, schema.DELETE_JOB, (job_id,)))

    def note(self, job_id: str, entry: TimelineEntry) -> Future[None]:
        """Add to the job's timeline."""
        return self._thread.submit(partial(_note, job_id, entry))

    def timeline(self, job_id: str) -> Future[list[TimelineEntry]]:
        """The job's timeline, oldest first."""
        return self._thread.submit(partial(_timeline, job_id))

    def add_news(self, job_id: str, kind: str) -> Future[int]:
        """News that someone must acknowledge; the future gives its id."""
        return self._thread.submit(partial(_add_news, job_id, kind))

    def delete_news(self, news_id: int) -> Future[None]:
        """The news was acknowledged."""
        return self._thread.submit(partial(_execute, schema.DELETE_NEWS, (news_id,)))


def _load(clock: Clock, connection: sqlite3.Connection) -> Loaded:
    files: dict[str, list[rows.Row]] = defaultdict(list)
    for row in connection.execute(schema.LOAD_FILES):
        files[row["job_id"]].append(dict(row))
    jobs, set_aside = [], []
    for row in connection.execute(schema.LOAD_JOBS):
        try:
            jobs.append(rows.to_job(dict(row), files[row["id"]], clock))
        except (KeyError, ValueError, TypeError) as failure:
            log.warning("job %s cannot be read and is set aside: %s", row["id"], failure)
            set_aside.append(str(row["name"]))
    news = [(row["id"], row["job_id"], row["kind"]) for row in connection.execute(schema.LOAD_NEWS)]
    return Loaded(jobs, news, set_aside)


def _save(job: rows.Row, files: Sequence[rows.Row], connection: sqlite3.Connection) -> None:
    connection.execute(schema.SAVE_JOB, job)
    connection.executemany(schema.SAVE_FILE, files)


def _save_windows(spent: list[tuple[float, str]], connection: sqlite3.Connection) -> None:
    connection.executemany(schema.SAVE_WINDOW, spent)


def _execute(statement: str, values: tuple[object, ...], connection: sqlite3.Connection) -> None:
    connection.execute(statement, values)


def _note(job_id: str, entry: TimelineEntry, connection: sqlite3.Connection) -> None:
    values = (job_id, entry.at, entry.kind.name, entry.text)
    number = connection.execute(schema.ADD_TIMELINE, values).lastrowid
    if number is not None and number % 100 == 0:
        limits = {"job": job_id, "first": schema.TIMELINE_FIRST, "last": schema.TIMELINE_LAST}
        connection.execute(schema.TRIM_TIMELINE, limits)


def _timeline(job_id: str, connection: sqlite3.Connection) -> list[TimelineEntry]:
    found = connection.execute(schema.LOAD_TIMELINE, (job_id,))
    return [TimelineEntry(row["at"], TimelineKind[row["kind"]], row["text"]) for row in found]


def _add_news(job_id: str, kind: str, connection: sqlite3.Connection) -> int:
    number = connection.execute(schema.ADD_NEWS, (job_id, kind)).lastrowid
    assert number is not None
    return number
