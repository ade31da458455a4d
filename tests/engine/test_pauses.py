"""What all jobs on a host share: when the next try may go, and how many."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import ErrorContext, ErrorKind, JobError
from engine.pauses import WIDEST_ROUND, HostPause, is_of_host
from fakes import FakeClock

DEAD = JobError(ErrorKind.CONNECTION_REFUSED, ErrorContext.GENERAL_TRANSPORT)


def busy(retry_after=None, status=503):
    return JobError(
        ErrorKind.SERVER_BUSY, ErrorContext.REMOTE_FILE, http_status=status, retry_after=retry_after
    )


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def pause(clock):
    return HostPause("h", clock)


def let_in(pause, count):
    """How many of so many jobs go, each with a ticket."""
    return sum(pause.take_ticket(f"new-{n}-{clock_of(pause)}") for n in range(count))


def clock_of(pause):
    return pause._clock.now()


def test_an_open_host_lets_everybody_in(pause):
    assert pause.is_open
    assert let_in(pause, 1000) == 1000


def test_a_failure_closes_it_for_all(pause):
    pause.take_ticket("first")
    pause.failed(DEAD)
    assert let_in(pause, 10) == 0
    assert pause.error is DEAD
    assert pause.opens_at == clock_of(pause) + 5


async def test_then_one_goes_first_and_its_answer_lets_two_go_then_four(pause, clock):
    pause.failed(DEAD)
    width = 1
    while not pause.is_open:
        await clock.advance(5)
        assert let_in(pause, 1000) == width
        assert pause.opens_at == inf
        for n in range(width):
            assert pause.answered(f"new-{n}-{clock.now()}") == (n == width - 1)
        width *= 2
    assert width == WIDEST_ROUND * 2
    assert pause.error is None


async def test_a_dead_host_is_knocked_at_less_and_less_often(pause, clock):
    pauses = []
    for number in range(9):
        assert pause.take_ticket(str(number))
        pause.failed(DEAD)
        pause.give_back(str(number))
        pauses.append(pause.opens_at - clock.now())
        await clock.advance(pauses[-1])
    assert pauses == [5, 10, 20, 40, 80, 160, 300, 300, 300]


@pytest.mark.parametrize(("wish", "length"), [(2, 2), (0, 1), (120, 120), (86_400, 300)])
async def test_a_server_s_wish_is_kept_within_bounds(pause, clock, wish, length):
    for _ in range(3):
        pause.take_ticket("job")
        pause.failed(busy(wish))
        pause.give_back("job")
        assert pause.opens_at - clock.now() == length
        await clock.advance(length)


async def test_others_of_the_same_round_that_fail_count_once(pause, clock):
    for number in range(4):
        pause.take_ticket(str(number))
    for number in range(4):
        pause.failed(DEAD)
        pause.give_back(str(number))
    assert pause.opens_at - clock.now() == 5
    await clock.advance(5)
    pause.failed(DEAD)
    assert pause.opens_at - clock.now() == 10


async def test_a_host_that_answers_half_gets_wider_rounds_with_a_pause_after_each(pause, clock):
    pause.failed(busy(2))
    went = []
    for number in range(12):
        await clock.advance(2)
        names = [f"{number}-{n}" for n in range(100) if pause.take_ticket(f"{number}-{n}")]
        went.append(len(names))
        for n, name in enumerate(names):
            if n % 2 or number == 0:
                pause.answered(name)
            else:
                pause.failed(busy(2))
            pause.give_back(name)
    assert went == sorted(went)
    assert went[0] == 1
    assert went[-1] == WIDEST_ROUND


async def test_a_host_that_answers_most_soon_gets_the_widest_rounds(pause, clock):
    pause.failed(busy(2))
    went = []
    for number in range(8):
        await clock.advance(2)
        names = [f"{number}-{n}" for n in range(100) if pause.take_ticket(f"{number}-{n}")]
        went.append(len(names))
        for n, name in enumerate(names):
            if number and n == 0:
                pause.failed(busy(2))
            else:
                pause.answered(name)
            pause.give_back(name)
    assert went[-1] == WIDEST_ROUND


async def test_tickets_that_nobody_used_are_void_after_a_failure(pause):
    pause.take_ticket("begun")
    pause.begin("begun")
    pause.take_ticket("waits for a slot")
    pause.failed(DEAD)
    assert pause.has_ticket("begun")
    assert not pause.has_ticket("waits for a slot")


async def test_one_that_gives_up_its_ticket_makes_room_for_another(pause, clock):
    pause.failed(DEAD)
    await clock.advance(5)
    assert pause.take_ticket("paused by the person")
    assert not pause.take_ticket("next")
    assert pause.give_back("paused by the person")
    assert pause.take_ticket("next")


def test_a_person_may_knock_at_once(pause):
    pause.failed(busy(120))
    pause.lift()
    assert let_in(pause, 5) == 1


def test_a_person_who_asks_for_many_jobs_knocks_once(pause):
    pause.failed(busy(120))
    went = 0
    for number in range(50):
        pause.lift()
        went += pause.take_ticket(str(number))
    assert went == 1


def test_another_network_makes_all_that_was_learnt_void(pause):
    pause.failed(busy(120))
    pause.forget()
    assert pause.is_open
    assert let_in(pause, 5) == 5


class TestTheLastChance:
    async def test_a_job_whose_time_is_up_may_knock_in_the_middle_of_a_pause(self, pause, clock):
        for _ in range(4):
            pause.failed(DEAD)
            await clock.advance(pause.opens_at - clock.now())
        pause.failed(DEAD)
        await clock.advance(5)
        assert not pause.take_ticket("not yet")
        assert pause.take_ticket("last", is_last=True)

    def test_but_not_when_somebody_has_knocked_just_now(self, pause):
        pause.failed(DEAD)
        assert not pause.take_ticket("last", is_last=True)

    async def test_nor_while_somebody_knocks(self, pause, clock):
        pause.failed(DEAD)
        await clock.advance(5)
        assert pause.take_ticket("first")
        assert not pause.take_ticket("last", is_last=True)

    async def test_nor_against_the_servers_wish(self, pause, clock):
        pause.failed(busy(120))
        await clock.advance(60)
        assert not pause.take_ticket("last", is_last=True)


@pytest.mark.parametrize(
    ("error", "before", "after"),
    [
        (DEAD, True, False),
        (JobError(ErrorKind.NAME_NOT_RESOLVED, ErrorContext.GENERAL_TRANSPORT), True, False),
        (JobError(ErrorKind.TIMED_OUT, ErrorContext.GENERAL_TRANSPORT), True, False),
        (busy(), True, True),
        (busy(status=429), True, True),
        (busy(status=500), False, False),  # may be about this one file
        (JobError(ErrorKind.NOT_FOUND, ErrorContext.REMOTE_FILE), False, False),
        (JobError(ErrorKind.DISK_FULL, ErrorContext.LOCAL_FILE), False, False),
    ],
)
def test_which_errors_the_next_job_would_have_met_as_well(error, before, after):
    assert is_of_host(error, was_answered=False) is before
    assert is_of_host(error, was_answered=True) is after


steps = st.lists(st.sampled_from(["take", "answer", "dead", "busy", "back", "wait", "lift"]))


@given(steps)
def test_whatever_happens_somebody_may_go_sooner_or_later(steps):
    clock = FakeClock()
    pause = HostPause("h", clock)
    under_way: list[str] = []
    for number, step in enumerate(steps):
        if step == "take" and pause.take_ticket(str(number)):
            under_way.append(str(number))
        elif step == "answer" and under_way:
            pause.answered(under_way[0])
        elif step in ("dead", "busy") and under_way:
            pause.failed(DEAD if step == "dead" else busy(3))
            pause.give_back(under_way.pop(0))
        elif step == "back" and under_way:
            pause.give_back(under_way.pop(0))
        elif step == "wait":
            clock._now += 7
        elif step == "lift":
            pause.lift()
    for job_id in under_way:
        pause.give_back(job_id)
    clock._now += 300
    assert pause.take_ticket("somebody")


def test_a_proxy_that_fails_would_fail_the_next_job_as_well():
    error = JobError(ErrorKind.PROXY_FAILED, ErrorContext.GENERAL_TRANSPORT)
    assert is_of_host(error, was_answered=False)
    assert not is_of_host(error, was_answered=True)


def test_one_whose_try_ended_has_not_begun_the_next(pause):
    pause.take_ticket("job")
    pause.begin("job")
    pause.give_back("job")
    pause.take_ticket("job")
    pause.take_ticket("other")
    pause.begin("other")
    pause.failed(DEAD)
    assert pause.has_ticket("other")
    assert not pause.has_ticket("job")


async def test_after_a_good_answer_pauses_begin_short_again(pause, clock):
    for number in range(3):
        pause.take_ticket(str(number))
        pause.failed(DEAD)
        pause.give_back(str(number))
        await clock.advance(pause.opens_at - clock.now())
    pause.take_ticket("good")
    pause.answered("good")
    pause.take_ticket("bad")
    pause.failed(DEAD)
    assert pause.opens_at - clock.now() == 5


async def test_on_another_network_pauses_begin_short_again(pause, clock):
    for number in range(3):
        pause.take_ticket(str(number))
        pause.failed(DEAD)
        pause.give_back(str(number))
        await clock.advance(pause.opens_at - clock.now())
    pause.forget()
    pause.take_ticket("next")
    pause.failed(DEAD)
    assert pause.opens_at - clock.now() == 5


def test_a_shorter_wish_does_not_shorten_a_pause(pause, clock):
    pause.failed(busy(120))
    pause.failed(busy(2))
    assert pause.opens_at - clock.now() == 120


async def test_an_answer_counts_once_for_each_job(pause, clock):
    pause.failed(DEAD)
    await clock.advance(5)
    pause.take_ticket("first")
    pause.answered("first")
    pause.take_ticket("second")
    for _ in range(3):
        pause.answered("second")
    pause.failed(DEAD)
    await clock.advance(5)
    assert pause.tickets_left == 6
