"""When all is done: only after work, only by itself, never at once, and once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine import ErrorKind, JobState
from fake_engine import active, done, failed, held, make_error, make_job, paused, retrying
from gui.power.ending import COUNTDOWN, STANDSTILL, Deed, Ending


@pytest.fixture
def ending():
    ending = Ending()
    ending.choose(Deed.SHUT_DOWN)
    return ending


def counted_down(ending, now=0.0):
    """Let the time pass, second by second; when the deed was due, and which."""
    for second in range(1, 120):
        deed = ending.tick(now + second)
        if deed is not None:
            return second, deed
    return None


@pytest.mark.parametrize("end", [done, failed])
def test_counted_when_the_last_job_came_to_its_end(ending, end):
    one, other = active(), active()
    ending.follow([one, other], [], 0)
    ending.follow([done(id=one.id)], [], 1)
    assert ending.left is None
    ending.follow([end(id=other.id)], [], 2)
    assert ending.left == COUNTDOWN
    assert counted_down(ending, 2) == (COUNTDOWN, Deed.SHUT_DOWN)
    assert ending.deed is Deed.NOTHING, "once is enough"
    assert ending.tick(100) is None


def test_without_a_choice_nothing_is_counted():
    ending = Ending()
    job = active()
    ending.follow([job], [], 0)
    ending.follow([done(id=job.id)], [], 1)
    assert ending.left is None


@pytest.mark.parametrize(
    "other",
    [
        make_job(),
        retrying(),
        held(),
        active(state=JobState.CONNECTING),
        make_job(state=JobState.TRANSFERRED),
    ],
)
def test_not_while_anything_will_move_by_itself(ending, other):
    job = active()
    ending.follow([job, other], [], 0)
    ending.follow([done(id=job.id)], [], 1)
    assert ending.left is None
    ending.follow([done(id=other.id)], [], 2)
    assert ending.left == COUNTDOWN


@pytest.mark.parametrize(
    "other",
    [
        paused(),
        failed(),
        make_job(state=JobState.TRANSFERRED, auto_complete=False),
        make_job(state=JobState.TRANSFERRED, error=make_error(ErrorKind.DISK_FULL)),
    ],
)
def test_what_waits_for_a_person_holds_nothing_up(ending, other):
    job = active()
    ending.follow([job, other], [], 0)
    ending.follow([done(id=job.id)], [], 1)
    assert ending.left == COUNTDOWN


def test_not_before_anything_was_done(ending):
    ending.begin([done(), failed(), paused()])
    waiting = make_job()
    ending.follow([waiting], [], 0)
    ending.follow([failed(id=waiting.id)], [], 1)
    assert ending.left is None
    job = active()
    ending.follow([job], [], 2)
    ending.follow([done(id=job.id)], [], 3)
    assert ending.left == COUNTDOWN


def test_what_was_done_before_the_choice_does_not_count():
    ending = Ending()
    job, other = active(), make_job()
    ending.follow([job, other], [], 0)
    ending.follow([done(id=job.id)], [], 1)
    ending.choose(Deed.QUIT)
    ending.follow([failed(id=other.id)], [], 2)
    assert ending.left is None


def test_what_runs_at_the_choice_counts():
    ending = Ending()
    job = active()
    ending.follow([job], [], 0)
    ending.choose(Deed.QUIT)
    ending.follow([done(id=job.id)], [], 1)
    assert counted_down(ending, 1) == (COUNTDOWN, Deed.QUIT)


def test_jobs_of_an_earlier_run_that_are_over_begin_nothing(ending):
    jobs = [done(tries=3), failed(tries=7)]
    ending.begin(jobs)
    ending.follow(jobs, [], 0)
    assert ending.left is None


def test_a_file_so_small_that_nobody_saw_it_run_counts(ending):
    ending.begin([])
    ending.follow([done(tries=1)], [], 0)
    assert ending.left == COUNTDOWN


@pytest.mark.parametrize("end", ["paused", "cancelled", "removed"])
def test_a_person_who_stops_the_last_job_has_not_asked_for_the_end(ending, end):
    job = active()
    ending.follow([job], [], 0)
    if end == "removed":
        ending.follow([], [job.id], 1)
    else:
        state = JobState.SUSPENDED if end == "paused" else JobState.CANCELLED
        ending.follow([replace(job, state=state, rate=0.0)], [], 1)
    assert ending.left is None
    again = active()
    ending.follow([again], [], 2)
    ending.follow([done(id=again.id)], [], 3)
    assert ending.left == COUNTDOWN


def test_a_job_that_ran_out_of_time_unseen_ended_by_itself(ending):
    job = active()
    ending.follow([job], [], 0)
    error = make_error(ErrorKind.INACTIVE)
    ending.follow([replace(job, state=JobState.CANCELLED, error=error)], [], 1)
    assert ending.left == COUNTDOWN


@pytest.fixture
def counting(ending):
    job = active()
    ending.follow([job], [], 0)
    ending.follow([done(id=job.id)], [], 0)
    ending.tick(10)
    assert ending.left == COUNTDOWN  # ten seconds between two ticks is a standstill
    ending.tick(14)
    assert ending.left == COUNTDOWN - 4
    return ending


@pytest.mark.parametrize("job", [make_job(), active(), paused(), retrying()])
def test_a_job_that_comes_ends_the_countdown_and_not_the_choice(counting, job):
    counting.follow([job], [], 15)
    assert counting.left is None
    assert counting.deed is Deed.SHUT_DOWN
    counting.follow([active(id=job.id)], [], 16)
    counting.follow([done(id=job.id)], [], 17)
    assert counting.left == COUNTDOWN


def test_a_job_that_goes_on_ends_the_countdown(counting):
    ended = next(iter(counting._known))
    counting.follow([make_job(id=ended)], [], 15)
    assert counting.left is None


def test_news_of_jobs_that_are_over_change_nothing(counting):
    ended = next(iter(counting._known))
    counting.follow([done(id=ended, name="renamed.bin")], [], 15)
    assert counting.left == COUNTDOWN - 4
    counting.follow([], [ended], 15)
    assert counting.left == COUNTDOWN - 4


def test_another_choice_ends_the_countdown(counting):
    counting.choose(Deed.NOTHING)
    assert counting.left is None
    assert counted_down(counting, 14) is None


def test_a_machine_that_slept_in_the_countdown_does_not_go_down_when_it_wakes(counting):
    assert counting.tick(14 + 8 * 3600) is None
    assert counting.left == COUNTDOWN
    assert counting.tick(14 + 8 * 3600 + STANDSTILL) is None
    assert counting.left == COUNTDOWN - STANDSTILL


def test_the_person_may_hurry(counting):
    assert counting.hurry() is Deed.SHUT_DOWN
    assert counting.deed is Deed.NOTHING
    assert counting.left is None


def test_those_that_failed_since_the_choice_are_counted(ending):
    ending.begin([failed()])
    one, other = active(), active()
    ending.follow([one, other], [], 0)
    ending.follow([failed(id=one.id), done(id=other.id)], [], 1)
    assert ending.failed == 1
    ending.choose(Deed.QUIT)
    assert ending.failed == 0
