"""The tables and every statement on them.

Enums are stored by name, dates as seconds since 1970, durations as seconds. What is never queried
(a part file's state, an error) is one JSON column.
"""

from __future__ import annotations

MIGRATIONS = (
    """
    CREATE TABLE jobs (
        id TEXT PRIMARY KEY,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        folder TEXT NOT NULL,
        state TEXT NOT NULL,
        priority TEXT NOT NULL,
        profile TEXT NOT NULL,
        no_progress_timeout REAL,
        minimum_retry_delay REAL NOT NULL,
        auto_complete INTEGER NOT NULL,
        options TEXT NOT NULL,
        error TEXT,
        error_count INTEGER NOT NULL,
        failures INTEGER NOT NULL,
        gave_up INTEGER NOT NULL,
        window_spent REAL,
        created REAL NOT NULL,
        modified REAL NOT NULL,
        transferred REAL,
        progress REAL
    ) STRICT;
    CREATE TABLE files (
        job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        url TEXT NOT NULL,
        requested_name TEXT,
        checksum TEXT,
        known TEXT,
        state TEXT NOT NULL,
        part TEXT,
        high_water INTEGER NOT NULL,
        size INTEGER,
        seconds REAL NOT NULL,
        resumed_from INTEGER NOT NULL,
        verified TEXT,
        size_verified INTEGER NOT NULL,
        unchanged INTEGER NOT NULL,
        modified REAL,
        path TEXT,
        error TEXT,
        PRIMARY KEY (job_id, number)
    ) STRICT;
    CREATE TABLE timeline (
        id INTEGER PRIMARY KEY,
        job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
        at REAL NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX timeline_of_job ON timeline (job_id, id);
    CREATE TABLE news (
        id INTEGER PRIMARY KEY,
        job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
        kind TEXT NOT NULL
    ) STRICT;
    """,
    "ALTER TABLE files ADD COLUMN checksum_file TEXT;",
    """
    ALTER TABLE jobs ADD COLUMN download_spent REAL NOT NULL DEFAULT 0;
    ALTER TABLE jobs ADD COLUMN idle_spent REAL NOT NULL DEFAULT 0;
    """,
    """
    ALTER TABLE jobs ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE files ADD COLUMN new_name TEXT;
    """,
    # A row of its own: a file's is written every second, and a megabyte of digests never changes.
    """
    CREATE TABLE mirrors (
        job_id TEXT NOT NULL,
        number INTEGER NOT NULL,
        mirrors TEXT NOT NULL,
        PRIMARY KEY (job_id, number),
        FOREIGN KEY (job_id, number) REFERENCES files (job_id, number) ON DELETE CASCADE
    ) STRICT;
    """,
    "ALTER TABLE files ADD COLUMN proposed_name TEXT;",
)
VERSION = len(MIGRATIONS)

LOAD_JOBS = "SELECT * FROM jobs ORDER BY position"
LOAD_FILES = """
    SELECT files.*, mirrors FROM files LEFT JOIN mirrors USING (job_id, number)
    ORDER BY job_id, number
"""
LOAD_NEWS = "SELECT id, job_id, kind FROM news ORDER BY id"
LOAD_TIMELINE = "SELECT at, kind, text FROM timeline WHERE job_id = ? ORDER BY id"

SAVE_JOB = """
    INSERT INTO jobs VALUES (
        :id, :position, :name, :folder, :state, :priority, :profile, :no_progress_timeout,
        :minimum_retry_delay, :auto_complete, :options, :error, :error_count, :failures, :gave_up,
        :window_spent, :created, :modified, :transferred, :progress, :download_spent, :idle_spent,
        :tries
    )
    ON CONFLICT (id) DO UPDATE SET
        position = excluded.position, name = excluded.name, folder = excluded.folder,
        state = excluded.state, priority = excluded.priority, profile = excluded.profile,
        no_progress_timeout = excluded.no_progress_timeout,
        minimum_retry_delay = excluded.minimum_retry_delay, auto_complete = excluded.auto_complete,
        options = excluded.options, error = excluded.error, error_count = excluded.error_count,
        failures = excluded.failures, gave_up = excluded.gave_up,
        window_spent = excluded.window_spent, created = excluded.created,
        modified = excluded.modified, transferred = excluded.transferred,
        progress = excluded.progress, download_spent = excluded.download_spent,
        idle_spent = excluded.idle_spent, tries = excluded.tries
"""
SAVE_FILE = """
    INSERT INTO files VALUES (
        :job_id, :number, :url, :requested_name, :checksum, :known, :state, :part, :high_water,
        :size, :seconds, :resumed_from, :verified, :size_verified, :unchanged, :modified, :path,
        :error, :checksum_file, :new_name, :proposed_name
    )
    ON CONFLICT (job_id, number) DO UPDATE SET
        url = excluded.url, requested_name = excluded.requested_name, checksum = excluded.checksum,
        known = excluded.known, state = excluded.state, part = excluded.part,
        high_water = excluded.high_water, size = excluded.size, seconds = excluded.seconds,
        resumed_from = excluded.resumed_from, verified = excluded.verified,
        size_verified = excluded.size_verified, unchanged = excluded.unchanged,
        modified = excluded.modified, path = excluded.path, error = excluded.error,
        checksum_file = excluded.checksum_file, new_name = excluded.new_name,
        proposed_name = excluded.proposed_name
"""
SAVE_MIRRORS = """
    INSERT INTO mirrors VALUES (:job_id, :number, :mirrors)
    ON CONFLICT (job_id, number) DO UPDATE SET mirrors = excluded.mirrors
"""
SAVE_CLOCKS = """
    UPDATE jobs
    SET window_spent = :window_spent, download_spent = :download_spent, idle_spent = :idle_spent
    WHERE id = :id
"""
DELETE_JOB = "DELETE FROM jobs WHERE id = ?"

ADD_NEWS = "INSERT INTO news (job_id, kind) VALUES (?, ?)"
DELETE_NEWS = "DELETE FROM news WHERE id = ?"

ADD_TIMELINE = "INSERT INTO timeline (job_id, at, kind, text) VALUES (?, ?, ?, ?)"
# The beginning of a story and its recent past; a job that fails for weeks must not fill the disk.
TIMELINE_FIRST, TIMELINE_LAST = 200, 2000
TRIM_TIMELINE = """
    DELETE FROM timeline WHERE job_id = :job AND id IN (
        SELECT id FROM timeline WHERE job_id = :job ORDER BY id DESC LIMIT -1 OFFSET :last
    ) AND id NOT IN (
        SELECT id FROM timeline WHERE job_id = :job ORDER BY id LIMIT :first
    )
"""
