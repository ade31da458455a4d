"""A job list that an earlier version wrote is taken over whole."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from engine.errors import ErrorKind
from engine.job import FileState, Job, JobFile
from engine.part import ByteRange, Checksum, Mirrors, PartState, Pieces, Validator
from engine.states import JobState
from engine.store import Store, schema
from fakes import FakeClock

# Rows as version 1 wrote them.
JOB_1 = """
    INSERT INTO jobs VALUES (
        'job1', 1, 'name.iso', '/downloads', 'SUSPENDED', 'NORMAL', 'BITS', 3600.0, 5.0, 1,
        '{"connections":8,"rate_limit":0,"ca_file":null,"secret":"ref"}',
        '{"kind":"server-busy","context":5,"detail":"503","subject":"h","http_status":503,
          "retry_after":null}',
        4, 2, 0, 17.5, 10.0, 11.0, NULL, 13.0
    )
"""
FILE_1 = """
    INSERT INTO files VALUES (
        'job1', 0, 'http://h/name.iso', NULL, '{"algorithm":"sha256","value":"ab"}', NULL,
        'PENDING',
        '{"name":"name.iso","size":900,
          "validator":{"etag":"\\"e\\"","last_modified":"lm","date":"d"},
          "final_url":"http://h/x","present":[[0,7]]}',
        70, 900, 1.5, 3, NULL, 1, 0, NULL, NULL, NULL
    )
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A job list of version 1 with one job, half of whose file is here."""
    place = tmp_path / "jobs.db"
    connection = sqlite3.connect(place)
    connection.executescript(schema.MIGRATIONS[0])
    connection.executescript(f"{JOB_1}; {FILE_1}; PRAGMA user_version = 1;")
    connection.close()
    return place


def only_job(store: Store) -> Job:
    found = store.load(FakeClock()).result(30)
    assert found.set_aside == []
    (job,) = found.jobs
    return job


def test_the_jobs_of_version_1_go_on_where_they_were(place: Path) -> None:
    store = Store(place)
    job = only_job(store)
    store.close()
    (file,) = job.files
    assert (job.state, job.window.elapsed) == (JobState.SUSPENDED, 17.5)
    assert job.error is not None
    assert job.error.kind is ErrorKind.SERVER_BUSY
    assert (file.state, file.high_water, file.size) == (FileState.PENDING, 70, 900)
    assert file.checksum == Checksum("sha256", "ab")
    assert (file.checksum_file, file.new_name) == (None, None)
    assert (job.tries, job.times.progress) == (0, 13.0)
    assert file.part == PartState(
        "name.iso", 900, Validator('"e"', "lm", "d"), "http://h/x", (ByteRange(0, 7),)
    )


def test_a_list_of_version_1_is_written_as_todays(place: Path) -> None:
    store = Store(place)
    job = only_job(store)
    job.files[0].checksum_file = "http://h/SHA256SUMS"
    store.save(job, job.files).result(30)
    store.close()
    again = Store(place)
    assert only_job(again).files[0].checksum_file == "http://h/SHA256SUMS"
    again.close()
    connection = sqlite3.connect(place)
    assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
    connection.close()


@pytest.mark.parametrize("version", range(1, schema.VERSION + 1))
def test_a_list_of_any_version_is_taken_over_and_counts_on(tmp_path: Path, version: int) -> None:
    place = tmp_path / "jobs.db"
    connection = sqlite3.connect(place)
    connection.executescript(f"{schema.MIGRATIONS[0]}; {JOB_1}; {FILE_1};")
    for script in schema.MIGRATIONS[1:version]:
        connection.executescript(script)
    connection.executescript(f"PRAGMA user_version = {version};")
    connection.close()
    store = Store(place)
    job = only_job(store)
    job.tries += 1
    job.files[0].new_name = "better.iso"
    store.save(job, job.files).result(30)
    store.close()
    again = Store(place)
    assert (only_job(again).tries, only_job(again).files[0].name) == (1, "better.iso")
    again.close()


def test_a_file_of_version_4_gets_mirrors_in_todays_list(tmp_path: Path) -> None:
    place = tmp_path / "jobs.db"
    connection = sqlite3.connect(place)
    connection.executescript(f"{schema.MIGRATIONS[0]}; {JOB_1}; {FILE_1};")
    for script in schema.MIGRATIONS[1:4]:
        connection.executescript(script)
    connection.executescript("PRAGMA user_version = 4;")
    connection.close()
    mirrors = Mirrors(("http://m/1", "http://m/2"), 900, Pieces("sha1", 1024, 40, "a" * 40))
    store = Store(place)
    job = only_job(store)
    assert job.files[0].mirrors is None
    job.files.append(JobFile(1, "http://h/2", mirrors=mirrors))
    store.save(job, job.files).result(30)
    store.close()
    again = Store(place)
    job = only_job(again)
    assert [file.mirrors for file in job.files] == [None, mirrors]
    assert job.files[0].part is not None
    assert job.files[0].part.source == ""
    again.close()


def test_a_list_is_migrated_once(place: Path) -> None:
    for _ in range(2):
        store = Store(place)
        assert only_job(store).id == "job1"
        store.close()
