"""What is promised to browsers: how long it holds, for whom, and how much of it there may be."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from gui.browsers.handover import Handover
from gui.browsers.leases import (
    MOST_LEASES,
    MOST_REMEMBERED,
    SECONDS_OF_A_LEASE,
    SECONDS_REMEMBERED,
    Leases,
    Memory,
)

GIVEN = Handover("http://h/x")


def test_a_lease_is_redeemed_once():
    leases = Leases()
    assert leases.offer("a", "port", GIVEN, 0.0)
    assert leases.redeem("a", SECONDS_OF_A_LEASE - 0.1) is GIVEN
    assert leases.redeem("a", SECONDS_OF_A_LEASE - 0.1) is None


def test_a_lease_ends_with_its_time_or_with_its_owner():
    leases = Leases()
    leases.offer("late", "port", GIVEN, 0.0)
    assert leases.redeem("late", SECONDS_OF_A_LEASE) is None
    leases.offer("gone", "port", GIVEN, 0.0)
    leases.offer("stays", "other port", GIVEN, 0.0)
    leases.end_of("port")
    assert leases.redeem("gone", 1.0) is None
    assert leases.redeem("stays", 1.0) is GIVEN


def test_what_is_offered_again_belongs_to_whoever_offered_it_last():
    leases = Leases()
    leases.offer("a", "port", GIVEN, 0.0)
    leases.offer("a", "new port", GIVEN, 20.0)
    leases.end_of("port")
    assert leases.redeem("a", SECONDS_OF_A_LEASE + 5) is GIVEN


def test_a_page_that_offers_thousands_gets_no_further_than_the_limit():
    leases = Leases()
    taken = [leases.offer(str(n), "port", GIVEN, 0.0) for n in range(1000)]
    assert taken == [True] * MOST_LEASES + [False] * (1000 - MOST_LEASES)
    assert leases.offer("0", "port", GIVEN, 1.0), "it has its place already"
    assert leases.offer("later", "port", GIVEN, SECONDS_OF_A_LEASE + 2)
    assert len(leases) == 1


def test_what_became_of_an_id_is_remembered_for_a_while():
    memory: Memory[str] = Memory()
    memory.keep("a", "job", 0.0)
    assert memory.recall("a", SECONDS_REMEMBERED - 1) == "job"
    assert memory.recall("a", SECONDS_REMEMBERED) is None
    assert memory.recall("b", 0.0) is None


def test_of_too_many_the_oldest_is_forgotten():
    memory: Memory[int] = Memory()
    for number in range(MOST_REMEMBERED + 1):
        memory.keep(str(number), number, 0.0)
    assert memory.recall("0", 0.0) is None
    assert memory.recall("1", 0.0) == 1


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["offer", "redeem", "end", "wait"]),
            st.integers(0, 5),
            st.integers(0, 2),
        ),
        max_size=60,
    )
)
def test_whatever_happens_nothing_is_given_twice_for_one_offer(steps):
    leases, now, offered, redeemed = Leases(), 0.0, 0, 0
    for deed, number, owner in steps:
        if deed == "offer":
            offered += leases.offer(str(number), owner, GIVEN, now)
        elif deed == "redeem":
            redeemed += leases.redeem(str(number), now) is not None
        elif deed == "end":
            leases.end_of(owner)
        else:
            now += 11.0
        assert redeemed <= offered
        assert len(leases) <= MOST_LEASES
