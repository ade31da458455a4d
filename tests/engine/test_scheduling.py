"""Who may run now: tables of small queues, and what must hold for any queue."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.job import Priority
from engine.scheduling import plan
from engine.states import JobEvent, JobState
from jobs import ROADS, make_job

F, H, N, L = Priority
Q, C, T = JobState.QUEUED, JobState.CONNECTING, JobState.TRANSFERRING


def queue(*rows):
    """Jobs by (priority, state), in order of arrival; their ids are "0", "1" ..."""
    return [
        make_job(state, id=str(n), priority=priority, position=n)
        for n, (priority, state) in enumerate(rows)
    ]


def ids(jobs):
    return [job.id for job in jobs]


@pytest.mark.parametrize(
    ("rows", "slots", "stop", "start"),
    [
        ([], 2, [], []),
        ([(N, Q), (N, Q), (N, Q)], 2, [], ["0", "1"]),
        ([(N, Q), (N, Q)], 0, [], []),
        ([(L, Q), (N, Q), (H, Q)], 2, [], ["1", "2"]),
        ([(N, T), (N, C), (N, Q)], 2, [], []),
        ([(N, Q), (N, T)], 1, [], []),  # not stopped for an equal one that came earlier
        ([(L, T), (N, Q)], 1, ["0"], ["1"]),
        ([(L, C), (N, Q)], 1, ["0"], ["1"]),
        ([(N, T), (L, Q)], 1, [], []),
        ([(N, T), (N, T), (N, T)], 2, ["2"], []),  # the person allowed fewer
        ([(F, Q), (F, Q)], 0, [], ["0", "1"]),  # always run
        ([(F, T), (N, Q)], 1, [], ["1"]),  # and take nobody's slot
        ([(L, T), (F, Q)], 1, [], ["1"]),
    ],
)
def test_who_stops_and_who_starts(rows, slots, stop, start):
    decision = plan(queue(*rows), slots)
    assert (ids(decision.stop), ids(decision.start)) == (stop, start)


@pytest.mark.parametrize("state", [state for state in JobState if state not in (Q, C, T)])
@pytest.mark.parametrize("priority", Priority)
def test_a_job_that_waits_or_is_done_holds_no_slot_and_gets_none(state, priority):
    decision = plan(queue((priority, state), (N, Q)), 1)
    assert (ids(decision.stop), ids(decision.start)) == ([], ["1"])


def test_the_order_of_the_list_does_not_matter():
    jobs = queue((N, Q), (N, Q), (H, Q))
    assert set(ids(plan(reversed(jobs), 2).start)) == {"0", "2"}


queues = st.lists(st.tuples(st.sampled_from(Priority), st.sampled_from(list(ROADS)))).map(
    lambda rows: queue(*rows)
)
slots = st.integers(0, 8)


def carry_out(decision):
    for job in decision.stop:
        job.apply(JobEvent.PREEMPTED)
    for job in decision.start:
        job.apply(JobEvent.SLOT_GRANTED)


@given(queues, slots)
def test_every_decision_can_be_carried_out_and_stands(jobs, slots):
    carry_out(plan(jobs, slots))
    again = plan(jobs, slots)
    assert (again.stop, again.start) == ((), ())


@given(queues, slots)
def test_no_more_than_the_slots_are_taken_and_none_is_left_free(jobs, slots):
    carry_out(plan(jobs, slots))
    background = [job for job in jobs if job.priority is not F]
    running = [job for job in background if job.state.is_running]
    waiting = [job for job in background if job.state is Q]
    assert len(running) <= slots
    assert len(running) == slots or not waiting


@given(queues, slots)
def test_foreground_jobs_all_run(jobs, slots):
    carry_out(plan(jobs, slots))
    assert not [job for job in jobs if job.priority is F and job.state is Q]


@given(queues, slots)
def test_nobody_waits_behind_a_lower_priority(jobs, slots):
    carry_out(plan(jobs, slots))
    running = [job.priority for job in jobs if job.state.is_running]
    waiting = [job.priority for job in jobs if job.state is Q]
    assert not waiting or not running or max(running) <= min(waiting)


@given(queues, slots)
def test_a_job_is_stopped_only_for_a_better_one_or_for_want_of_slots(jobs, slots):
    running = sum(1 for job in jobs if job.state.is_running and job.priority is not F)
    decision = plan(jobs, slots)
    if running <= slots:
        for stopped in decision.stop:
            assert any(started.priority < stopped.priority for started in decision.start)
