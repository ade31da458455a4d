"""The columns: what they say, what they sort by, and that what is remembered of them holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime

from engine import JobState, Priority
from engine.part import Checksum
from fake_engine import DAY, HOUR, MB, active, done, failed, held, make_job, paused, retrying
from gui.columns import ADDED, COLUMN_OF, COLUMNS, GIVES_UP_IN, NAME, natural_key

NOW = QDateTime.currentSecsSinceEpoch()
EVERY_JOB = [
    active(last_progress=NOW - 5.0, tries=2),
    retrying(),
    held(),
    paused(size=None),
    failed(),
    done(),
    make_job(state=JobState.CANCELLED, files=()),
]


def text(key, job):
    return COLUMNS[COLUMN_OF[key]].text(job)


def test_a_new_home_shows_what_the_design_says():
    shown = [column.title for column in COLUMNS if column.is_shown]
    assert shown == ["Name", "Progress", "Size", "Speed", "Time left", "Gives up in", "Added"]
    hidden = [column.title for column in COLUMNS if not column.is_shown]
    assert hidden == [
        *("Last progress", "Next try", "Attempts", "Host", "Folder", "Priority"),
        *("Downloaded", "Completed on", "Checksum"),
    ]


def test_keys_are_those_that_homes_remember():
    """A key that changes makes people's columns fall back."""
    assert [column.key for column in COLUMNS] == [
        *("name", "progress", "size", "speed", "time-left", "gives-up-in", "added"),
        *("last-progress", "next-try", "attempts", "host", "folder", "priority"),
        *("downloaded", "completed-on", "checksum"),
    ]
    assert (COLUMNS[NAME].key, COLUMNS[GIVES_UP_IN].key, COLUMNS[ADDED].key) == (
        "name",
        "gives-up-in",
        "added",
    )


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.key)
def test_every_column_says_and_sorts_every_job(column):
    assert all(isinstance(column.text(job), str) for job in EVERY_JOB)
    assert len(sorted(EVERY_JOB, key=column.sort_key)) == len(EVERY_JOB)
    assert all(isinstance(sample, str) and sample for sample in column.samples())


@pytest.mark.parametrize(
    ("key", "job", "words"),
    [
        ("next-try", retrying(), "4:10"),
        ("next-try", active(), ""),
        ("attempts", make_job(tries=12), "12"),
        ("attempts", make_job(), ""),
        ("host", make_job(host="cdimage.example:8080"), "cdimage.example:8080"),
        ("folder", make_job(folder=Path("/srv/new\u202eline")), "/srv/new�line"),
        ("priority", make_job(priority=Priority.HIGH), "High"),
        ("downloaded", make_job(bytes_present=3 * MB), "3.0 MB"),
        ("downloaded", make_job(), ""),
        ("last-progress", make_job(last_progress=0.0), "1 Jan 1970"),
        ("last-progress", make_job(), ""),
        ("completed-on", make_job(), ""),
        ("checksum", done(), "SHA-256"),
        ("checksum", make_job(), ""),
        (
            "checksum",
            make_job(file={"checksum": Checksum("sha512", "ab" * 64)}),
            "SHA-512, not checked yet",
        ),
    ],
)
def test_what_the_columns_say(key, job, words):
    assert text(key, job) == words


def test_dates_have_the_day_unless_it_is_today():
    now = QDateTime.currentDateTime()
    assert ":" in text("added", make_job(created=now.toSecsSinceEpoch()))
    long_ago = text("added", make_job(created=now.toSecsSinceEpoch() - 400 * DAY))
    assert str(now.addDays(-400).date().year()) in long_ago
    assert text("completed-on", done(transferred=now.toSecsSinceEpoch() - 400 * DAY)) == long_ago


def test_numbers_within_names_are_sorted_as_numbers():
    names = ["part 10.zip", "Part 2.zip", "part.zip", "2.zip", "10.zip", "Ärger.zip", "part 2b.zip"]
    assert sorted(names, key=natural_key) == [
        *("2.zip", "10.zip", "Ärger.zip"),
        *("Part 2.zip", "part 2b.zip", "part 10.zip", "part.zip"),
    ]


def test_those_that_never_give_up_come_after_all_that_do():
    key = COLUMNS[GIVES_UP_IN].sort_key
    late, never = retrying(gives_up_in=14 * DAY), retrying(gives_up_in=None)
    assert sorted([never, late, retrying(gives_up_in=HOUR)], key=key)[1:] == [late, never]
