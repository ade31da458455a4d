"""When the machine is needed: while bytes move, before a try that is near, a moment longer."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from engine import ErrorKind, JobState
from fake_engine import active, done, failed, held, make_error, make_job, paused, retrying
from gui.power.policy import LINGER, SOON, AwakePolicy

HOUR = 3600.0


@pytest.fixture
def policy():
    return AwakePolicy()


def waits(seconds, **changes):
    return retrying(retry_in=seconds, error=make_error(ErrorKind.SERVER_BUSY), **changes)


def test_nothing_is_needed_of_a_machine_without_jobs(policy):
    assert not policy.wants(0)
    assert policy.next_look(0) is None


@pytest.mark.parametrize("state", [JobState.CONNECTING, JobState.TRANSFERRING])
def test_bytes_that_move_need_it_and_a_moment_after_the_last_it_may_sleep(policy, state):
    job = active(state=state)
    policy.follow([job], [], 0)
    assert policy.wants(0)
    assert policy.next_look(0) is None
    policy.follow([done(id=job.id)], [], 100)
    assert policy.wants(100)
    assert policy.next_look(100) == LINGER
    assert policy.wants(100 + LINGER - 0.1)
    assert not policy.wants(100 + LINGER)
    assert policy.next_look(100 + LINGER) is None


@pytest.mark.parametrize("job", [make_job(), paused(), failed(), done(), held()])
def test_what_does_not_move_by_itself_needs_nothing(policy, job):
    policy.follow([job], [], 0)
    assert not policy.wants(0)


def test_a_try_is_waited_for_awake_when_it_is_near(policy):
    job = waits(HOUR)
    policy.follow([job], [], 0)
    assert not policy.wants(0)
    assert policy.next_look(0) == HOUR - SOON
    assert policy.wants(HOUR - SOON)
    policy.follow([replace(job, state=JobState.CONNECTING, retry_in=None)], [], HOUR)
    assert policy.wants(HOUR)


def test_the_nearest_of_many_tries_counts(policy):
    jobs = [waits(HOUR + number) for number in range(100)]
    policy.follow(jobs, [], 0)
    near = waits(60)
    policy.follow([near], [], 0)
    assert policy.wants(0)
    policy.follow([], [near.id], 1)
    assert policy.wants(1), "it lingers"
    assert not policy.wants(1 + LINGER)
    assert policy.next_look(1 + LINGER) == pytest.approx(HOUR - SOON - 1 - LINGER)


def test_a_job_that_waits_for_others_tries_or_has_none_left_needs_nothing(policy):
    policy.follow([waits(5, waits_for_host=True), waits(None)], [], 0)
    assert not policy.wants(0)
    assert policy.next_look(0) is None


def test_a_try_that_never_comes_does_not_keep_the_machine_awake_for_ever(policy):
    policy.follow([waits(10)], [], 0)
    now, looks = 0.0, 0
    while policy.wants(now):
        wait = policy.next_look(now)
        assert wait is not None
        now, looks = now + wait + 0.01, looks + 1
        assert looks < 10
    assert 60 < now < 200


def test_a_job_that_is_looked_at_again_and_again_is_remembered_once(policy):
    job = waits(HOUR)
    for second in range(3600):
        policy.follow([replace(job, retry_in=HOUR - second + (second % 2) * 0.4)], [], second)
    assert len(policy._line) < 200


def test_news_of_one_job_costs_nothing_with_ten_thousand_others(policy):
    policy.follow([waits(HOUR + number) for number in range(10_000)], [], 0)
    job = active()
    began = time.perf_counter()
    for tick in range(1000):
        policy.follow([job], [], tick / 4)
        policy.wants(tick / 4)
    assert time.perf_counter() - began < 0.5
