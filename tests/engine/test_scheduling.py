"""Who may run now: tables of small queues, and what must hold for any queue."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import scheduling
from engine.errors import ErrorKind, RefusedError
from engine.job import Priority
from engine.pauses import HostPauses
from engine.scheduling import Line, Move, Slots, moved, moved_before
from engine.states import JobEvent, JobState
from fakes import FakeClock
from jobs import ROADS, error, make_job

F, H, N, L = Priority
Q, C, T = JobState.QUEUED, JobState.CONNECTING, JobState.TRANSFERRING


def queue(*rows, pauses=None):
    """Jobs by (priority, state[, host]), in order of arrival; their ids are "0", "1" ..."""
    pauses = pauses or HostPauses(FakeClock())
    jobs = []
    for n, (priority, state, *host) in enumerate(rows):
        job = make_job(state, id=str(n), priority=priority, position=n)
        job.pause = pauses.of(host[0] if host else f"host-{n}")
        if job.state.is_running:
            job.pause.take_ticket(job.id)
        jobs.append(job)
    return jobs


def ids(jobs):
    return [job.id for job in jobs]


def plan(jobs, slots):
    line = Line()
    for job in jobs:
        if scheduling.is_in_line(job):
            line.put(job)
    return scheduling.plan(line.running.values(), line, slots)


@pytest.mark.parametrize(
    ("rows", "slots", "stop", "start"),
    [
        ([], 2, [], []),
        ([(N, Q), (N, Q), (N, Q)], 2, [], ["0", "1"]),
        ([(N, Q), (N, Q)], 0, [], []),
        ([(L, Q), (N, Q), (H, Q)], 2, [], ["2", "1"]),
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
    decision = plan(queue(*rows), Slots(slots, 100))
    assert (ids(decision.stop), ids(decision.start)) == (stop, start)


@pytest.mark.parametrize(
    ("rows", "per_host", "stop", "start"),
    [
        ([(N, Q, "a"), (N, Q, "a"), (N, Q, "b")], 1, [], ["0", "2"]),
        ([(N, T, "a"), (N, Q, "a"), (N, Q, "b")], 1, [], ["2"]),
        ([(N, T, "a"), (H, Q, "a")], 1, ["0"], ["1"]),  # the better one, though there are slots
        ([(N, T, "a"), (N, T, "a"), (N, T, "a")], 2, ["2"], []),  # the person allowed fewer
        ([(F, Q, "a"), (F, Q, "a"), (N, Q, "a")], 1, [], ["0", "1", "2"]),  # foreground: no limit
    ],
)
def test_one_host_gets_no_more_than_its_share(rows, per_host, stop, start):
    decision = plan(queue(*rows), Slots(10, per_host))
    assert (ids(decision.stop), ids(decision.start)) == (stop, start)


class TestPaused:
    @pytest.fixture
    def clock(self):
        return FakeClock()

    @pytest.fixture
    def pauses(self, clock):
        pauses = HostPauses(clock)
        pauses.of("down").failed(error(ErrorKind.CONNECTION_REFUSED))
        return pauses

    def test_a_job_on_a_host_that_is_closed_takes_no_slot_from_others(self, pauses):
        jobs = queue((H, Q, "down"), (N, Q, "up"), pauses=pauses)
        assert ids(plan(jobs, Slots(1, 1)).start) == ["1"]

    def test_a_foreground_job_knocks_no_sooner_than_others(self, pauses):
        assert ids(plan(queue((F, Q, "down"), pauses=pauses), Slots(4, 4)).start) == []

    async def test_after_the_pause_one_try_goes_first_the_best_one(self, pauses, clock):
        await clock.advance(5)
        jobs = queue((N, Q, "down"), (H, Q, "down"), (H, Q, "down"), pauses=pauses)
        assert ids(plan(jobs, Slots(4, 4)).start) == ["1"]

    def test_whoever_runs_there_goes_on(self, pauses):
        jobs = queue((L, T, "down"), pauses=pauses)
        assert ids(plan(jobs, Slots(4, 4)).stop) == []


@pytest.mark.parametrize("state", [state for state in JobState if state not in (Q, C, T)])
@pytest.mark.parametrize("priority", Priority)
def test_a_job_that_waits_or_is_done_holds_no_slot_and_gets_none(state, priority):
    decision = plan(queue((priority, state), (N, Q)), Slots(1, 1))
    assert (ids(decision.stop), ids(decision.start)) == ([], ["1"])


def test_the_order_of_the_list_does_not_matter():
    jobs = queue((N, Q), (N, Q), (H, Q))
    assert set(ids(plan(reversed(jobs), Slots(2, 2)).start)) == {"0", "2"}


# Any queue: some hosts are open, one is closed, one lets a single try in.


@st.composite
def any_queue(draw):
    clock = FakeClock()
    pauses = HostPauses(clock)
    pauses.of("wary").failed(error())
    clock._now += 1000
    pauses.of("closed").failed(error())
    hosts = st.sampled_from(["a", "b", "wary", "closed"])
    rows = draw(st.lists(st.tuples(st.sampled_from(Priority), st.sampled_from(list(ROADS)), hosts)))
    return queue(*rows, pauses=pauses)


any_slots = st.builds(Slots, st.integers(0, 8), st.integers(1, 4))


def carry_out(decision):
    for job in decision.stop:
        job.apply(JobEvent.PREEMPTED)
    for job in decision.start:
        assert job.pause.take_ticket(job.id)
        job.apply(JobEvent.SLOT_GRANTED)


def background(jobs):
    return [job for job in jobs if job.priority is not F]


@given(any_queue(), any_slots)
def test_every_decision_can_be_carried_out_and_stands(jobs, slots):
    carry_out(plan(jobs, slots))
    again = plan(jobs, slots)
    assert (again.stop, again.start) == ((), ())


@given(any_queue(), any_slots)
def test_no_more_than_the_slots_are_taken_and_none_is_left_free(jobs, slots):
    carry_out(plan(jobs, slots))
    running = [job for job in background(jobs) if job.state.is_running]
    by_host = Counter(job.pause.host for job in running)
    assert len(running) <= slots.everywhere
    assert all(count <= slots.per_host for count in by_host.values())
    for job in background(jobs):
        could_go = job.pause.has_ticket(job.id) or job.pause.tickets_left
        if job.state is Q and could_go and by_host[job.pause.host] < slots.per_host:
            assert len(running) == slots.everywhere


@given(any_queue(), any_slots)
def test_foreground_jobs_all_run_that_their_hosts_let_in(jobs, slots):
    carry_out(plan(jobs, slots))
    for job in jobs:
        if job.priority is F and job.state is Q:
            assert not job.pause.tickets_left


@given(any_queue(), any_slots)
def test_a_host_lets_in_only_as_many_as_it_says(jobs, slots):
    before = {job.pause.host: job.pause.tickets_left for job in jobs}
    started = Counter(
        job.pause.host for job in plan(jobs, slots).start if not job.pause.has_ticket(job.id)
    )
    assert all(count <= before[host] for host, count in started.items())


@given(any_queue(), any_slots)
def test_nobody_waits_behind_a_lower_priority_on_the_same_host(jobs, slots):
    carry_out(plan(jobs, slots))
    for waiting in background(jobs):
        for running in background(jobs):
            is_same = waiting.pause is running.pause and waiting.pause.tickets_left
            if is_same and waiting.state is Q and running.state.is_running:
                assert running.priority <= waiting.priority


@given(any_queue(), any_slots)
def test_a_job_is_stopped_only_for_a_better_one_or_for_want_of_slots(jobs, slots):
    running = [job for job in background(jobs) if job.state.is_running]
    by_host = Counter(job.pause.host for job in running)
    decision = plan(jobs, slots)
    if len(running) <= slots.everywhere and max(by_host.values(), default=0) <= slots.per_host:
        for stopped in decision.stop:
            assert any(started.priority < stopped.priority for started in decision.start)


# The person's own order.


@pytest.mark.parametrize(
    ("who", "move", "order"),
    [
        ("2", Move.UP, "0213"),
        ("1", Move.DOWN, "0213"),
        ("3", Move.TOP, "3012"),
        ("0", Move.BOTTOM, "1230"),
        ("0", Move.UP, "0123"),
        ("3", Move.BOTTOM, "0123"),
    ],
)
def test_a_move_changes_the_order(who, move, order):
    jobs = queue(*[(N, Q)] * 4)
    rearrange(jobs, jobs[int(who)], move)
    assert "".join(job.id for job in sorted(jobs, key=lambda job: job.position)) == order


def test_a_move_passes_over_jobs_beside_which_it_would_not_be_seen():
    jobs = queue((N, Q), (H, Q), (N, JobState.CANCELLED), (N, Q))
    rearrange(jobs, jobs[3], Move.UP)
    assert [job.id for job in sorted(jobs, key=lambda job: job.position)] == ["3", "1", "2", "0"]


@given(any_queue(), st.sampled_from(Move), st.data())
def test_a_move_leaves_the_others_in_their_order(jobs, move, data):
    live = [job for job in jobs if not job.state.is_final]
    if not live:
        return
    job = data.draw(st.sampled_from(live))
    before = [one.id for one in jobs if one is not job]
    positions = {one.position for one in jobs}
    others = [one for one in jobs if one.priority is not job.priority or one.state.is_final]
    rearrange(jobs, job, move)
    line = sorted(jobs, key=lambda one: one.position)
    peers = [one.id for one in line if one not in others and one is not job]
    assert peers == [one for one in before if one in peers]
    assert {one.position for one in jobs} == positions
    assert all(one.position == int(one.id) for one in others)


@pytest.mark.parametrize(
    ("who", "other", "order"),
    [("3", "1", "0312"), ("0", "2", "1023"), ("1", "2", "0123"), ("2", "2", "0123")],
)
def test_a_job_is_put_before_another(who, other, order):
    jobs = queue(*[(N, Q)] * 4)
    take_places(moved_before(jobs[int(who)], jobs, jobs[int(other)]))
    assert "".join(job.id for job in sorted(jobs, key=lambda job: job.position)) == order


def test_no_job_is_put_before_one_of_another_line():
    jobs = queue((N, Q), (H, Q), (N, JobState.CANCELLED))
    for other in jobs[1:]:
        with pytest.raises(RefusedError):
            moved_before(jobs[0], jobs, other)


def rearrange(jobs, job, move):
    take_places(moved(job, jobs, move))


def take_places(between):
    positions = sorted(one.position for one in between)
    for one, position in zip(between, positions, strict=True):
        one.position = position


# The line keeps its order without being sorted each time.


@given(st.lists(st.tuples(st.sampled_from(["put", "drop", "move", "promote"]), st.integers(0, 9))))
def test_the_line_is_in_order_whatever_happens_to_its_jobs(steps):
    jobs = queue(*[(N, Q)] * 10)
    line = Line()
    inside = set()
    for number, (step, which) in enumerate(steps):
        job = jobs[which]
        if step == "drop":
            line.drop(job)
            inside.discard(job.id)
            continue
        if step == "move":
            job.position = 100 + number
        elif step == "promote":
            job.priority = H
        line.put(job)
        inside.add(job.id)
    expected = sorted(
        (job for job in jobs if job.id in inside), key=lambda job: (job.priority, job.position)
    )
    assert ids(line) == ids(expected)


def test_a_line_of_many_changes_stays_short():
    (job,) = queue((N, Q))
    line = Line()
    for position in range(1000):
        job.position = position
        line.put(job)
    assert ids(line) == [job.id]
    assert len(line._places) < 100
