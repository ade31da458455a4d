"""Ranges as HTTP writes them, and the plan of what is missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.part import ByteRange
from engine.wire.ranges import ContentRange, RangePlan, merged, parse_content_range, range_field

R = ByteRange


@pytest.mark.parametrize(
    ("field", "meaning"),
    [
        ("bytes 0-9/10", ContentRange(R(0, 10), 10)),
        ("bytes 5-5/10", ContentRange(R(5, 6), 10)),
        ("bytes 5-9/*", ContentRange(R(5, 10), None)),
        ("BYTES 5-9/10", ContentRange(R(5, 10), 10)),
        ("  bytes 5-9/10 ", ContentRange(R(5, 10), 10)),
        ("bytes */10", ContentRange(None, 10)),
        ("bytes */0", ContentRange(None, 0)),
        (
            "bytes 0-9223372036854775806/9223372036854775807",
            ContentRange(R(0, 2**63 - 1), 2**63 - 1),
        ),
        ("bytes */*", None),
        ("bytes 9-5/10", None),
        ("bytes 0-10/10", None),
        ("bytes 0-9/9", None),
        ("bytes -5/10", None),
        ("bytes 5-/10", None),
        ("bytes=0-9/10", None),
        ("items 0-9/10", None),
        ("bytes 0-9", None),
        ("bytes ٠-٩/10", None),
        ("bytes 0-9/10, bytes 0-9/10", None),
        ("bytes 0-99999999999999999999/*", None),
        ("", None),
        (None, None),
    ],
)
def test_a_content_range_is_believed_only_if_it_makes_sense(field, meaning):
    assert parse_content_range(field) == meaning


def test_ranges_are_inclusive_on_the_wire():
    assert range_field(0, None) == "bytes=0-"
    assert range_field(5, 10) == "bytes=5-9"


@pytest.mark.parametrize(
    ("pieces", "union"),
    [
        ([], ()),
        ([R(3, 3)], ()),
        ([R(5, 9), R(0, 5)], (R(0, 9),)),
        ([R(0, 9), R(2, 4)], (R(0, 9),)),
        ([R(0, 2), R(3, 4)], (R(0, 2), R(3, 4))),
    ],
)
def test_merged_ranges_are_few_and_in_order(pieces, union):
    assert merged(pieces) == union


def test_the_largest_gap_is_handed_out_first():
    plan = RangePlan(100, [R(10, 20), R(90, 100)])
    first, second = plan.claim(), plan.claim()
    assert (first.start, first.stop) == (20, 90)
    assert (second.start, second.stop) == (0, 10)
    assert plan.claim() is None


def test_the_end_of_a_file_of_unknown_size_is_open():
    plan = RangePlan(None, [R(0, 10)])
    claim = plan.claim()
    assert (claim.start, claim.stop) == (10, None)
    assert plan.claim() is None
    assert not plan.is_whole


def test_learning_the_size_closes_an_open_claim():
    plan = RangePlan()
    claim = plan.claim()
    plan.learn_size(50)
    assert (claim.stop, plan.size) == (50, 50)


def test_written_bytes_are_present_before_the_claim_is_given_back():
    plan = RangePlan(100)
    claim = plan.claim()
    plan.advance(claim, 30)
    assert plan.present() == (R(0, 30),)
    assert plan.bytes_present == 30
    plan.release(claim)
    assert plan.present() == (R(0, 30),)
    assert plan.claim().start == 30


def test_an_empty_file_is_whole_once_its_size_is_known():
    plan = RangePlan()
    assert not plan.is_whole
    plan.learn_size(0)
    assert plan.is_whole


def test_starting_over_voids_every_other_claim():
    plan = RangePlan(100, [R(0, 10), R(50, 60)])
    mine, other = plan.claim(), plan.claim()
    plan.advance(other, 5)
    plan.start_over(mine, 80)
    assert (mine.start, mine.position, mine.stop) == (0, 0, 80)
    assert other.stop == other.position
    plan.release(other)
    assert plan.present() == ()
    assert plan.size == 80


def test_the_plan_says_how_it_stands():
    plan = RangePlan(100, [R(0, 10)])
    claim = plan.claim()
    assert repr(plan) == "<RangePlan 10 of 100 bytes, 1 claimed>"
    assert repr(claim) == "<Claim 10-100 at 10>"


@given(
    st.integers(0, 200),
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)).map(sorted), max_size=6),
)
def test_what_is_present_and_what_is_handed_out_make_up_the_file(size, pairs):
    present = [R(min(start, size), min(stop, size)) for start, stop in pairs]
    plan = RangePlan(size, present)
    claims = []
    while claim := plan.claim():
        claims.append(R(claim.start, claim.stop))
    everything = merged([*plan.present(), *claims])
    assert everything == ((R(0, size),) if size else ())
    assert plan.bytes_present + sum(claim.length for claim in claims) == size
