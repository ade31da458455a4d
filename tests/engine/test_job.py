"""A job: what its errors, its commands and its window do to one another."""

from __future__ import annotations

import asyncio

import pytest

from engine.errors import ErrorKind
from engine.job import FileState, JobFile, Profile
from engine.part import ByteRange, PartState
from engine.retry import RetryPolicy
from engine.states import InvalidStateError, JobEvent, JobState
from fakes import FakeClock
from jobs import ROADS, URL, error, make_job

BUSY = error(ErrorKind.SERVER_BUSY)
OFFLINE = error(ErrorKind.DISK_AWAY)
GONE = error(ErrorKind.NOT_FOUND)

RUNNING = [JobState.CONNECTING, JobState.TRANSFERRING]
FINAL = [JobState.ACKNOWLEDGED, JobState.CANCELLED]


@pytest.fixture
def clock():
    return FakeClock()


def let_pass(clock, seconds):
    """Move a clock on which nobody sleeps."""
    asyncio.run(clock.advance(seconds))


def try_again(job):
    """What the manager does when a try is due and a slot is free."""
    job.apply(JobEvent.RETRY_DUE)
    job.apply(JobEvent.SLOT_GRANTED)


class TestStates:
    def test_a_new_job_is_suspended(self):
        assert make_job().state is JobState.SUSPENDED

    @pytest.mark.parametrize("state", ROADS)
    def test_every_state_is_reached_by_applying_events(self, state):
        assert make_job(state).state is state

    def test_only_apply_changes_the_state(self):
        with pytest.raises(AttributeError):
            make_job().state = JobState.TRANSFERRED

    def test_apply_says_whether_the_state_became_another_one(self):
        job = make_job(JobState.CONNECTING)
        assert job.apply(JobEvent.RESUME) is False
        assert job.apply(JobEvent.CONNECTED) is True

    def test_accepts_and_require_agree(self):
        job = make_job(JobState.CANCELLED)
        assert not job.accepts(JobEvent.RESUME)
        with pytest.raises(InvalidStateError):
            job.require(JobEvent.RESUME)

    def test_shows_its_state_and_window(self):
        job = make_job(JobState.TRANSFERRING)
        assert repr(job) == "<Job job-1 'name.iso' TRANSFERRING <RetryWindow closed>>"


class TestFailures:
    @pytest.mark.parametrize("state", RUNNING)
    def test_a_transient_error_waits_for_another_try(self, clock, state):
        job = make_job(state, clock)
        job.fail(BUSY)
        assert job.state is JobState.TRANSIENT_ERROR
        assert (job.error, job.error_count, job.retry_at) == (BUSY, 1, clock.now() + 5)
        assert (job.gave_up, job.is_held) == (False, False)

    @pytest.mark.parametrize("state", RUNNING)
    def test_a_fatal_error_is_the_end_and_opens_no_window(self, clock, state):
        job = make_job(state, clock)
        job.fail(GONE)
        assert job.state is JobState.ERROR
        assert (job.error_count, job.retry_at, job.window.is_open) == (1, None, False)
        assert not job.gave_up

    @pytest.mark.parametrize(("timeout", "delay"), [(0, 5), (3, 5), (599, 600)])
    def test_a_job_that_never_retries_goes_straight_to_error(self, clock, timeout, delay):
        job = make_job(JobState.CONNECTING, clock, timeout=timeout, delay=delay)
        job.fail(BUSY)
        assert job.state is JobState.ERROR
        assert (job.gave_up, job.retry_at, job.error_count) == (True, None, 1)

    def test_delays_double_while_nothing_comes(self, clock):
        job = make_job(JobState.CONNECTING, clock)
        delays = []
        for _ in range(4):
            job.fail(BUSY)
            delays.append(job.retry_at - clock.now())
            let_pass(clock, delays[-1])
            assert job.is_due
            try_again(job)
        assert delays == [5, 10, 20, 40]

    def test_progress_closes_the_window_and_begins_the_delays_anew(self, clock):
        job = make_job(JobState.CONNECTING, clock)
        job.fail(BUSY)
        let_pass(clock, 5)
        try_again(job)
        job.fail(BUSY)
        let_pass(clock, 10)
        try_again(job)
        job.apply(JobEvent.CONNECTED)
        job.progressed(at=2_000_000.0)
        assert (job.window.is_open, job.times.progress) == (False, 2_000_000.0)
        job.fail(BUSY)
        assert job.retry_at == clock.now() + 5
        assert job.window.elapsed == 0

    def test_the_error_count_is_kept_through_progress(self, clock):
        job = make_job(JobState.TRANSFERRING, clock)
        job.fail(BUSY)
        let_pass(clock, 5)
        try_again(job)
        job.progressed(at=2_000_000.0)
        job.fail(BUSY)
        assert job.error_count == 2

    def test_jitter_and_the_servers_wish_lengthen_the_wait(self, clock):
        job = make_job(JobState.CONNECTING, clock)
        job.fail(error(retry_after=100.0), jitter=0.5)
        assert job.retry_at == pytest.approx(clock.now() + 110)

    @pytest.mark.parametrize("kind", [BUSY, OFFLINE, GONE])
    @pytest.mark.parametrize("state", [JobState.SUSPENDED, *FINAL])
    def test_a_job_that_does_not_run_cannot_fail_and_nothing_changes(self, state, kind):
        job = make_job(state)
        with pytest.raises(InvalidStateError):
            job.fail(kind)
        assert (job.state, job.error, job.error_count, job.failures) == (state, None, 0, 0)
        assert not job.window.is_open


class TestTheWindow:
    def test_opens_at_the_first_error_and_is_not_restarted_by_later_ones(self, clock):
        job = make_job(JobState.CONNECTING, clock, timeout=100)
        job.fail(BUSY)
        let_pass(clock, 5)
        try_again(job)
        let_pass(clock, 30)
        job.fail(BUSY)
        assert job.time_left == 65

    def test_runs_while_a_try_is_under_way(self, clock):
        job = make_job(JobState.CONNECTING, clock, timeout=100)
        job.fail(BUSY)
        let_pass(clock, 5)
        try_again(job)
        let_pass(clock, 10)
        assert job.time_left == 85

    def test_stands_still_while_the_job_waits_for_a_slot(self, clock):
        job = make_job(JobState.CONNECTING, clock, timeout=100)
        job.fail(BUSY)
        let_pass(clock, 5)
        job.apply(JobEvent.RETRY_DUE)
        let_pass(clock, 5000)
        assert job.time_left == 95

    def test_the_last_try_comes_before_giving_up(self, clock):
        job = make_job(JobState.CONNECTING, clock, timeout=12)
        job.fail(BUSY)
        let_pass(clock, 5)
        try_again(job)
        job.fail(BUSY)
        assert job.next_deadline == job.retry_at == clock.now() + 7
        let_pass(clock, 7)
        assert job.is_due
        try_again(job)
        job.fail(BUSY)
        assert (job.retry_at, job.has_run_out) == (None, True)
        job.give_up()
        assert (job.state, job.gave_up) == (JobState.ERROR, True)

    def test_without_a_fitting_try_the_job_waits_for_the_end(self, clock):
        job = make_job(JobState.CONNECTING, clock, timeout=12)
        job.fail(error(retry_after=60.0))
        assert job.retry_at is None
        assert not job.has_run_out
        assert job.next_deadline == clock.now() + 12
        let_pass(clock, 12)
        assert job.has_run_out

    def test_runs_out_exactly_once(self, clock):
        job = make_job(JobState.TRANSIENT_ERROR, clock)
        job.give_up()
        with pytest.raises(InvalidStateError):
            job.give_up()
        assert job.state is JobState.ERROR
        assert not job.has_run_out

    def test_never_runs_out_for_a_job_that_never_gives_up(self, clock):
        job = make_job(JobState.CONNECTING, clock, timeout=None)
        for _ in range(50):
            job.fail(BUSY)
            let_pass(clock, 86_400)
            assert (job.has_run_out, job.time_left, job.is_due) == (False, None, True)
            try_again(job)

    def test_has_not_run_out_where_the_job_does_not_wait(self, clock):
        job = make_job(JobState.CONNECTING, clock, timeout=12)
        job.fail(BUSY)
        let_pass(clock, 5)
        try_again(job)
        let_pass(clock, 60)
        assert (job.time_left, job.has_run_out, job.next_deadline) == (0, False, None)


class TestHolds:
    def test_a_hold_raises_no_count_and_opens_no_window(self, clock):
        job = make_job(JobState.TRANSFERRING, clock)
        job.fail(OFFLINE)
        assert job.state is JobState.TRANSIENT_ERROR
        assert (job.is_held, job.error, job.error_count) == (True, OFFLINE, 0)
        assert (job.retry_at, job.next_deadline, job.window.is_open) == (None, None, False)

    @pytest.mark.parametrize("timeout", [0, 3])
    def test_a_hold_is_waited_for_even_by_a_job_that_never_retries(self, timeout):
        job = make_job(JobState.TRANSFERRING, timeout=timeout)
        job.fail(OFFLINE)
        assert (job.state, job.has_run_out) == (JobState.TRANSIENT_ERROR, False)

    def test_an_open_window_stands_still_until_the_hold_is_lifted(self, clock):
        job = make_job(JobState.CONNECTING, clock, timeout=100)
        job.fail(BUSY)
        let_pass(clock, 5)
        try_again(job)
        let_pass(clock, 5)
        job.fail(OFFLINE)
        let_pass(clock, 14 * 86_400)
        assert (job.time_left, job.has_run_out, job.is_due) == (90, False, False)
        job.apply(JobEvent.HOLD_LIFTED)
        job.apply(JobEvent.SLOT_GRANTED)
        let_pass(clock, 10)
        assert job.time_left == 80
        assert not job.is_held

    def test_the_delays_go_on_where_they_were_after_a_hold(self, clock):
        job = make_job(JobState.CONNECTING, clock)
        job.fail(BUSY)
        let_pass(clock, 5)
        try_again(job)
        job.fail(OFFLINE)
        job.apply(JobEvent.HOLD_LIFTED)
        job.apply(JobEvent.SLOT_GRANTED)
        job.fail(BUSY)
        assert job.retry_at == clock.now() + 10


class TestCommands:
    def test_pause_and_resume_keep_what_has_elapsed(self, clock):
        job = make_job(JobState.CONNECTING, clock, timeout=100)
        job.fail(BUSY)
        let_pass(clock, 3)
        job.apply(JobEvent.SUSPEND)
        assert job.retry_at is None
        let_pass(clock, 5000)
        job.apply(JobEvent.RESUME)
        assert job.time_left == 97
        job.apply(JobEvent.SLOT_GRANTED)
        job.fail(BUSY)
        assert (job.time_left, job.error_count) == (97, 2)

    def test_retry_now_tries_at_once_and_keeps_the_window(self, clock):
        job = make_job(JobState.CONNECTING, clock, timeout=100)
        job.fail(BUSY)
        let_pass(clock, 3)
        job.apply(JobEvent.RESUME)
        assert (job.state, job.retry_at, job.time_left) == (JobState.QUEUED, None, 97)

    @pytest.mark.parametrize("last", [GONE, BUSY])
    def test_resume_in_error_begins_a_new_window(self, clock, last):
        job = make_job(JobState.CONNECTING, clock, timeout=12)
        job.fail(BUSY)
        let_pass(clock, 5)
        try_again(job)
        let_pass(clock, 7)
        job.fail(last)
        if job.has_run_out:
            job.give_up()
        assert job.state is JobState.ERROR
        job.apply(JobEvent.RESUME)
        assert (job.gave_up, job.failures, job.window.is_open) == (False, 0, False)
        job.apply(JobEvent.SLOT_GRANTED)
        job.fail(BUSY)
        assert (job.time_left, job.retry_at) == (12, clock.now() + 5)

    @pytest.mark.parametrize("command", [JobEvent.CANCEL, JobEvent.COMPLETE, JobEvent.SUSPEND])
    def test_no_deadline_is_left_after(self, clock, command):
        job = make_job(JobState.CONNECTING, clock)
        job.fail(BUSY)
        job.apply(command)
        assert (job.retry_at, job.next_deadline, job.is_due) == (None, None, False)
        assert not job.window.is_running


class TestChangingThePolicy:
    def test_a_shorter_timeout_acts_in_the_middle_of_a_wait(self, clock):
        job = make_job(JobState.CONNECTING, clock, timeout=3600)
        job.fail(BUSY)
        let_pass(clock, 4)
        job.change_policy(RetryPolicy(8))
        assert (job.time_left, job.has_run_out) == (4, False)
        let_pass(clock, 4)
        assert job.has_run_out

    @pytest.mark.parametrize("policy", [RetryPolicy(0), RetryPolicy(60, 120)])
    def test_a_waiting_job_that_shall_never_retry_has_run_out_at_once(self, clock, policy):
        job = make_job(JobState.CONNECTING, clock)
        job.fail(BUSY)
        job.change_policy(policy)
        assert (job.retry_at, job.has_run_out) == (None, True)

    def test_a_longer_timeout_gives_a_job_at_its_end_another_try(self, clock):
        job = make_job(JobState.CONNECTING, clock, timeout=6)
        job.fail(BUSY)
        let_pass(clock, 5)
        try_again(job)
        job.fail(BUSY)
        assert job.retry_at is None
        job.change_policy(RetryPolicy(3600))
        assert (job.retry_at, job.time_left) == (clock.now() + 10, 3595)

    def test_never_giving_up_takes_the_deadline_away(self, clock):
        job = make_job(JobState.CONNECTING, clock, timeout=6)
        job.fail(BUSY)
        job.change_policy(RetryPolicy(None))
        let_pass(clock, 86_400)
        assert (job.time_left, job.has_run_out) == (None, False)

    def test_another_delay_moves_the_next_try(self, clock):
        job = make_job(JobState.CONNECTING, clock)
        job.fail(BUSY)
        job.change_policy(RetryPolicy(3600, 60))
        assert job.retry_at == clock.now() + 60

    @pytest.mark.parametrize("state", FINAL)
    def test_is_refused_when_the_job_is_final(self, state):
        job = make_job(state)
        before = job.policy
        with pytest.raises(InvalidStateError):
            job.change_policy(RetryPolicy(1))
        assert job.policy == before

    def test_refuses_with_the_code_of_delivery_optimization(self):
        job = make_job(JobState.CANCELLED, profile=Profile.DO)
        with pytest.raises(InvalidStateError) as refusal:
            job.change_policy(RetryPolicy(1))
        assert refusal.value.code == 0x80D02013


class TestRestoring:
    @pytest.mark.parametrize(
        ("stored", "loaded"),
        [
            (JobState.CONNECTING, JobState.QUEUED),
            (JobState.TRANSFERRING, JobState.QUEUED),
            (JobState.TRANSIENT_ERROR, JobState.QUEUED),
            (JobState.QUEUED, JobState.QUEUED),
            (JobState.SUSPENDED, JobState.SUSPENDED),
            (JobState.ERROR, JobState.ERROR),
            (JobState.TRANSFERRED, JobState.TRANSFERRED),
            (JobState.ACKNOWLEDGED, JobState.ACKNOWLEDGED),
            (JobState.CANCELLED, JobState.CANCELLED),
        ],
    )
    def test_nothing_is_loaded_as_running(self, stored, loaded):
        job = make_job()
        job.restore(stored, None)
        assert (job.state, job.window.is_open) == (loaded, False)

    def test_an_open_window_goes_on_where_it_was_once_the_job_runs(self, clock):
        job = make_job(clock=clock, timeout=100)
        job.restore(JobState.TRANSIENT_ERROR, 40.0)
        let_pass(clock, 5000)
        assert job.time_left == 60
        job.apply(JobEvent.SLOT_GRANTED)
        let_pass(clock, 10)
        assert job.time_left == 50

    def test_a_job_whose_window_ran_out_gets_one_try_before_it_is_given_up(self, clock):
        job = make_job(clock=clock, timeout=100)
        job.restore(JobState.TRANSIENT_ERROR, 400.0)
        assert (job.state, job.has_run_out) == (JobState.QUEUED, False)
        job.apply(JobEvent.SLOT_GRANTED)
        job.fail(BUSY)
        assert (job.retry_at, job.has_run_out) == (None, True)


class TestFiles:
    def test_only_bytes_beyond_the_high_water_mark_are_progress(self):
        file = JobFile(1, URL)
        assert [file.reached(count) for count in (10, 10, 5, 11)] == [True, False, False, True]
        assert (file.bytes_present, file.high_water) == (11, 11)

    def test_a_file_that_starts_over_makes_no_progress_until_it_is_further_than_ever(self):
        file = JobFile(1, URL, part=PartState("name.iso", 100, present=(ByteRange(0, 60),)))
        file.reached(60)
        file.start_over()
        assert (file.bytes_present, file.part) == (0, PartState("name.iso"))
        assert [file.reached(count) for count in (30, 60, 61)] == [False, False, True]

    def test_a_file_that_never_began_can_start_over(self):
        file = JobFile(1, URL)
        file.start_over()
        assert file.part is None

    def test_pending_are_the_files_that_must_still_be_fetched(self):
        states = [FileState.DELIVERED, FileState.PENDING, FileState.FAILED, FileState.TRANSFERRED]
        files = [JobFile(n, URL, state=state) for n, state in enumerate(states)]
        assert make_job(files=files).pending_files == [files[1]]
