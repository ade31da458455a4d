"""The job database: a copy on disk of what `JobManager` holds in memory.

The only package with SQL. Every method hands its work to the store thread and returns a future that
is done when it is on disk; nothing here blocks the caller.
"""

from __future__ import annotations

import logging
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from engine.clock import Clock
from engine.job import Job, JobFile
from engine.store import rows, schema
from engine.store.database import StoreError, StoreTooNewError, open_database
from engine.store.thread import StoreThread
from engine.timeline import TimelineEntry, TimelineKind

__all__ = ["Loaded", "Store", "StoreError", "StoreTooNewError"]

log = logging.getLogger(__name__)

_NOTES_BETWEEN_TRIMS = 100


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the database held: jobs in order, unacknowledged news as (id, job id, kind name).

    `set_aside` names the rows that could not be read; they stay in the database, untouched.
    """

    jobs: list[Job]
    news: list[tuple[int, str, str]]
    set_aside: list[str]


class _Change(NamedTuple):
    """The rows of one `save`."""

    job: rows.Row
    files: list[rows.Row]
    mirrors: list[rows.Row]
    notes: list[tuple[str, float, str, str]]
    news: list[tuple[str, str]]


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

    def save(
        self,
        job: Job,
        files: Iterable[JobFile] = (),
        notes: Iterable[TimelineEntry] = (),
        news: Iterable[str] = (),
    ) -> Future[list[int]]:
        """The job's own row, the rows of `files`, what is new in its timeline, and news (kinds by
        name) that someone must acknowledge, with one commit. The future gives the ids of the news.
        """
        changed = list(files)
        change = _Change(
            rows.job_row(job),
            [rows.file_row(job, file) for file in changed],
            [row for file in changed if (row := rows.mirrors_row(job, file))],
            [(job.id, note.at, note.kind.name, note.text) for note in notes],
            [(job.id, kind) for kind in news],
        )
        return self._thread.submit(partial(_save, change))

    def save_clocks(self, jobs: Iterable[Job]) -> Future[None]:
        """What the clocks of each of these jobs have measured."""
        return self._thread.submit(partial(_save_clocks, [rows.clocks_row(job) for job in jobs]))

    def delete(self, job_id: str) -> Future[None]:
        """The job, its files, its timeline and its news."""
        return self._thread.submit(partial(_execute, schema.DELETE_JOB, (job_id,)))

    def timeline(self, job_id: str) -> Future[list[TimelineEntry]]:
        """The job's timeline, oldest first."""
        return self._thread.submit(partial(_timeline, job_id))

    def delete_news(self, news_ids: Sequence[int]) -> Future[None]:
        """These news were acknowledged."""
        return self._thread.submit(partial(_delete_news, news_ids))


def _load(clock: Clock, connection: sqlite3.Connection) -> Loaded:
    files: dict[str, list[rows.Row]] = defaultdict(list)
    for row in _dicts(connection, schema.LOAD_FILES):
        files[row["job_id"]].append(row)
    jobs, set_aside = [], []
    for row in _dicts(connection, schema.LOAD_JOBS):
        try:
            jobs.append(rows.to_job(row, files[row["id"]], clock))
        except (KeyError, ValueError, TypeError) as failure:
            log.warning("job %s cannot be read and is set aside: %s", row["id"], failure)
            set_aside.append(str(row["name"]))
    news = [(row["id"], row["job_id"], row["kind"]) for row in connection.execute(schema.LOAD_NEWS)]
    return Loaded(jobs, news, set_aside)


def _dicts(connection: sqlite3.Connection, query: str) -> Iterator[rows.Row]:
    """The rows as dicts; `dict(row)` of a `sqlite3.Row` looks each name up among all names."""
    cursor = connection.cursor()
    cursor.row_factory = None
    cursor.execute(query)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def _save(change: _Change, connection: sqlite3.Connection) -> list[int]:
    connection.execute(schema.SAVE_JOB, change.job)
    connection.executemany(schema.SAVE_FILE, change.files)
    connection.executemany(schema.SAVE_MIRRORS, change.mirrors)
    notes = [_added(connection.execute(schema.ADD_TIMELINE, note)) for note in change.notes]
    if notes and notes[-1] // _NOTES_BETWEEN_TRIMS != (notes[0] - 1) // _NOTES_BETWEEN_TRIMS:
        limits = {"first": schema.TIMELINE_FIRST, "last": schema.TIMELINE_LAST}
        connection.execute(schema.TRIM_TIMELINE, {"job": change.job["id"], **limits})
    return [_added(connection.execute(schema.ADD_NEWS, news)) for news in change.news]


def _added(insert: sqlite3.Cursor) -> int:
    assert insert.lastrowid is not None
    return insert.lastrowid


def _save_clocks(clocks: list[rows.Row], connection: sqlite3.Connection) -> None:
    connection.executemany(schema.SAVE_CLOCKS, clocks)


def _execute(statement: str, values: tuple[object, ...], connection: sqlite3.Connection) -> None:
    connection.execute(statement, values)


def _timeline(job_id: str, connection: sqlite3.Connection) -> list[TimelineEntry]:
    found = connection.execute(schema.LOAD_TIMELINE, (job_id,))
    # A newer version may have written kinds that this one does not know.
    return [
        TimelineEntry(row["at"], TimelineKind[row["kind"]], row["text"])
        for row in found
        if row["kind"] in TimelineKind.__members__
    ]


def _delete_news(ids: Sequence[int], connection: sqlite3.Connection) -> None:
    connection.executemany(schema.DELETE_NEWS, [(news_id,) for news_id in ids])
