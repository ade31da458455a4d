"""What anyone outside sees of a job: all of it, frozen, at the moment of looking."""

from __future__ import annotations

import asyncio
import dataclasses
from pathlib import Path

import pytest

from engine.errors import ErrorKind
from engine.job import FileState, JobFile, Priority, Profile
from engine.part import PartState
from engine.retry import RetryPolicy
from engine.snapshot import view
from engine.states import TRANSITIONS, JobEvent, JobState
from fakes import FakeClock
from jobs import FOLDER, ROADS, URL, error, make_job

BUSY = error(ErrorKind.SERVER_BUSY)


def let_pass(clock, seconds):
    """Move a clock on which nobody sleeps."""
    asyncio.run(clock.advance(seconds))


def file(size=None, present=0, **facts):
    return JobFile(1, URL, size=size, bytes_present=present, **facts)


def test_shows_what_the_job_is():
    job = make_job(
        name="Backup",
        priority=Priority.HIGH,
        profile=Profile.DO,
        position=7,
        auto_complete=False,
        timeout=None,
        delay=600,
    )
    job.times.transferred = 1_000_100.0
    it = view(job)
    assert (it.id, it.name, it.folder, it.url) == ("job-1", "Backup", FOLDER, URL)
    assert (it.priority, it.profile, it.position) == (Priority.HIGH, Profile.DO, 7)
    assert (it.auto_complete, it.no_progress_timeout, it.minimum_retry_delay) == (False, None, 600)
    assert (it.created, it.modified, it.transferred) == (1_000_000.0, 1_000_000.0, 1_000_100.0)


def test_does_not_follow_the_job():
    job = make_job(JobState.TRANSFERRING)
    before = view(job)
    job.fail(BUSY)
    job.files[0].bytes_present = 99
    assert (before.state, before.error, before.bytes_present) == (JobState.TRANSFERRING, None, 0)


def test_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        view(make_job()).name = "another"


@pytest.mark.parametrize("state", ROADS)
def test_accepts_what_the_table_accepts(state):
    it = view(make_job(state))
    assert {event for event in JobEvent if it.accepts(event)} == set(TRANSITIONS[state])


@pytest.mark.parametrize(
    ("files", "size", "present", "fraction"),
    [
        ([file(1000, 250)], 1000, 250, 0.25),
        ([file(1000, 1000), file(3000, 0)], 4000, 1000, 0.25),
        ([file(1000, 1000), file(None, 500)], None, 1500, None),
        ([file(0, 0)], 0, 0, 1.0),
        ([file()], None, 0, None),
    ],
)
def test_sums_its_files_while_all_sizes_are_known(files, size, present, fraction):
    it = view(make_job(files=files))
    assert (it.size, it.bytes_present, it.fraction) == (size, present, fraction)


@pytest.mark.parametrize(
    ("state", "rate", "size", "left"),
    [
        (JobState.TRANSFERRING, 100.0, 1000, 7.5),
        (JobState.TRANSFERRING, 0.0, 1000, None),
        (JobState.TRANSFERRING, 100.0, None, None),
        (JobState.TRANSFERRING, 100.0, 200, 0.0),  # the server sent more than it said
        (JobState.QUEUED, 100.0, 1000, None),
        (JobState.TRANSIENT_ERROR, 100.0, 1000, None),
    ],
)
def test_knows_the_time_left_while_bytes_come_in(state, rate, size, left):
    job = make_job(state, files=[file(size, 250)])
    job.rate = rate
    assert view(job).time_left == left


class TestWaiting:
    @pytest.fixture
    def clock(self):
        return FakeClock()

    def test_nothing_counts_down_while_all_is_well(self, clock):
        it = view(make_job(JobState.TRANSFERRING, clock))
        assert (it.retry_in, it.gives_up_in, it.without_progress) == (None, None, None)
        assert (it.is_held, it.gave_up, it.asked_to_wait_longer) == (False, False, False)

    def test_both_numbers_count_down(self, clock):
        job = make_job(JobState.CONNECTING, clock, timeout=100)
        job.fail(BUSY)
        let_pass(clock, 3)
        it = view(job)
        assert (it.retry_in, it.gives_up_in, it.without_progress) == (2, 97, 3)
        assert (it.error, it.error_count) == (BUSY, 1)

    @pytest.mark.parametrize("event", [JobEvent.CANCEL, JobEvent.COMPLETE, JobEvent.EXPIRED])
    def test_a_job_that_is_over_gives_up_no_more(self, clock, event):
        job = make_job(JobState.CONNECTING, clock, timeout=100)
        job.fail(BUSY)
        job.apply(event)
        assert view(job).gives_up_in is None

    def test_nor_does_one_that_has_given_up(self, clock):
        job = make_job(JobState.CONNECTING, clock, timeout=10)
        job.fail(BUSY)
        let_pass(clock, 10)
        job.give_up()
        it = view(job)
        assert (it.gives_up_in, it.without_progress) == (None, 10)

    def test_a_try_that_is_overdue_is_due_now(self, clock):
        job = make_job(JobState.CONNECTING, clock)
        job.fail(BUSY)
        let_pass(clock, 60)
        assert view(job).retry_in == 0

    def test_a_job_that_never_gives_up_counts_only_to_the_next_try(self, clock):
        job = make_job(JobState.CONNECTING, clock, timeout=None)
        job.fail(BUSY)
        it = view(job)
        assert (it.retry_in, it.gives_up_in, it.without_progress) == (5, None, 0)

    def test_a_job_that_is_held_counts_nothing_down_but_shows_what_is_left(self, clock):
        job = make_job(JobState.CONNECTING, clock, timeout=100)
        job.fail(BUSY)
        job.apply(JobEvent.RETRY_DUE)
        job.apply(JobEvent.SLOT_GRANTED)
        let_pass(clock, 10)
        job.fail(error(ErrorKind.DISK_FULL))
        let_pass(clock, 1000)
        it = view(job)
        assert (it.is_held, it.retry_in, it.gives_up_in) == (True, None, 90)

    def test_says_that_the_server_asked_to_wait_longer_than_is_left(self, clock):
        job = make_job(JobState.CONNECTING, clock, timeout=100)
        job.fail(error(retry_after=200.0))
        it = view(job)
        assert (it.asked_to_wait_longer, it.retry_in, it.gives_up_in) == (True, None, 100)

    def test_follows_a_changed_policy_at_once(self, clock):
        job = make_job(JobState.CONNECTING, clock, timeout=100)
        job.fail(BUSY)
        job.change_policy(RetryPolicy(1000, 60))
        it = view(job)
        assert (it.retry_in, it.gives_up_in) == (60, 1000)

    def test_says_that_it_gave_up(self, clock):
        job = make_job(JobState.CONNECTING, clock, timeout=0)
        job.fail(BUSY)
        it = view(job)
        assert (it.state, it.gave_up, it.retry_in) == (JobState.ERROR, True, None)


class TestFiles:
    @pytest.mark.parametrize(
        ("facts", "name"),
        [
            ({}, None),
            ({"requested_name": "mine.iso"}, "mine.iso"),
            ({"requested_name": "mine.iso", "part": PartState("mine (1).iso")}, "mine (1).iso"),
            (
                {"part": PartState("a.iso"), "path": Path("/downloads/a (2).iso")},
                "a (2).iso",
            ),
        ],
    )
    def test_the_name_is_the_latest_that_is_known(self, facts, name):
        assert view(make_job(files=[file(**facts)])).files[0].name == name

    def test_shows_what_the_file_is(self):
        path, failure = Path("/downloads/name.iso"), error(ErrorKind.NOT_FOUND)
        facts = {
            "state": FileState.DELIVERED,
            "resumed_from": 4,
            "seconds": 1.5,
            "verified": "sha256",
            "unchanged": True,
            "path": path,
            "error": failure,
        }
        it = view(make_job(files=[file(10, 10, **facts)])).files[0]
        assert {key: getattr(it, key) for key in facts} == facts
        assert (it.url, it.size, it.bytes_present) == (URL, 10, 10)
