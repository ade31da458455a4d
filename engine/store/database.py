"""Opening the job database: created private, migrated forward, moved aside when it is none."""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from engine.store import schema

log = logging.getLogger(__name__)


class StoreError(Exception):
    """The job list could not be read or written: full disk, damaged file, refused statement."""


class StoreTooNewError(StoreError):
    """The database was written by a newer Holdfast; it is left as it is."""


def open_database(path: Path) -> sqlite3.Connection:
    """A connection to the database at `path`, with today's schema.

    A file that is no database is moved aside and a new one begun. Raises `StoreError`, OSError.
    """
    try:
        return _connect(path)
    except sqlite3.OperationalError as failure:
        raise StoreError(str(failure)) from failure
    except sqlite3.DatabaseError as failure:
        log.warning("%s is no database (%s): moved aside, a new one is begun", path, failure)
        _move_aside(path)
        return _connect(path)


def _connect(path: Path) -> sqlite3.Connection:
    # SQLite creates its files by the umask; the list of what a person fetches is nobody else's.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        _migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _migrate(connection: sqlite3.Connection) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > schema.VERSION:
        raise StoreTooNewError(
            f"the job list was written by a newer Holdfast (version {version} of its format, "
            f"this program knows {schema.VERSION}); please update"
        )
    for number, script in enumerate(schema.MIGRATIONS[version:], start=version + 1):
        connection.executescript(f"BEGIN; {script}; PRAGMA user_version = {number}; COMMIT;")


def _move_aside(path: Path) -> None:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    path.replace(path.with_name(f"{path.name}.damaged-{stamp}"))
    for suffix in ("-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + suffix).unlink()
