"""Ranges as HTTP writes them, and the plan of what is missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
)

from engine.part import ByteRange, FileRanges
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


def test_a_connection_that_is_done_takes_the_second_half_of_the_largest_rest():
    plan = RangePlan(100)
    large = plan.claim()
    plan.advance(large, 20)
    half = plan.halve(10)
    assert (large.stop, half.start, half.stop) == (60, 60, 100)
    plan.advance(large, 30)
    quarter = plan.halve(10)
    assert (half.stop, quarter.start, quarter.stop) == (80, 80, 100)


def test_neither_half_is_smaller_than_the_smallest():
    plan = RangePlan(100)
    claim = plan.claim()
    plan.advance(claim, 81)
    assert plan.halve(10) is None
    plan = RangePlan(100)
    claim = plan.claim()
    plan.advance(claim, 80)
    assert plan.halve(10) is not None


def test_a_rest_of_unknown_size_cannot_be_halved():
    plan = RangePlan()
    plan.claim()
    assert plan.halve(1) is None


def test_what_arrives_behind_a_new_end_is_counted_by_whoever_took_it_over():
    plan = RangePlan(100)
    claim = plan.claim()
    half = plan.halve(10)
    plan.advance(claim, 70)
    assert claim.position == claim.stop == 50
    assert half.position == 50
    assert plan.present() == (R(0, 50),)


def test_one_of_two_rivals_is_enough():
    plan = RangePlan(100)
    slow = plan.claim()
    plan.advance(slow, 10)
    rival = plan.hedge(slow)
    assert (rival.start, rival.stop) == (10, 100)
    plan.advance(slow, 5)
    plan.advance(rival, 90)
    assert plan.is_whole
    assert slow.stop == slow.position == 15
    assert plan.bytes_present == 100


def test_a_rest_is_hedged_once():
    plan = RangePlan(100)
    slow = plan.claim()
    assert plan.hedge(slow)
    assert plan.hedge(slow) is None
    assert plan.halve(1) is None


def test_a_rest_is_hedged_again_after_its_rival_has_left():
    plan = RangePlan(100)
    slow = plan.claim()
    plan.release(plan.hedge(slow))
    assert plan.hedge(slow)


def test_two_pairs_of_rivals_have_nothing_to_do_with_each_other():
    plan = RangePlan(100)
    first = plan.claim()
    second = plan.halve(10)
    rival = plan.hedge(second)
    plan.advance(rival, 50)
    plan.hedge(first)
    plan.release(second)
    assert plan.halve(1) is None, "the first rest is still fetched by two"


def test_nothing_that_is_done_or_given_back_is_hedged():
    plan = RangePlan(100)
    claim = plan.claim()
    plan.advance(claim, 100)
    assert plan.hedge(claim) is None
    plan.release(claim)
    assert plan.hedge(claim) is None


def test_a_body_that_goes_on_takes_what_nobody_has():
    plan = RangePlan(100)
    claim = plan.claim()
    half = plan.halve(10)
    plan.advance(claim, 50)
    plan.extend(claim)
    assert claim.stop == 50, "the other has it"
    plan.release(half)
    plan.extend(claim)
    assert claim.stop == 100


def test_a_body_does_not_go_on_over_what_is_there():
    plan = RangePlan(100, [R(50, 60)])
    first = plan.claim()
    plan.advance(first, 50)
    plan.extend(first)
    assert (first.start, first.stop) == (0, 50)


class Fetching(RuleBasedStateMachine):
    """Any number of connections on one plan, each doing what connections do, in any order."""

    claims = Bundle("claims")

    @initialize(size=st.integers(1, 5000), present=st.lists(st.tuples(*[st.integers(0, 5000)] * 2)))
    def begin(self, size, present):
        pieces = [R(min(a, b, size), min(max(a, b), size)) for a, b in present]
        self.plan = RangePlan(size, pieces)
        self.written = bytearray(size)
        for piece in pieces:
            self.written[piece.start : piece.stop] = b"\1" * piece.length
        self.open = []

    @rule(target=claims)
    def take(self):
        return self._take(self.plan.claim())

    @rule(target=claims, smallest=st.integers(1, 50))
    def halve(self, smallest):
        return self._take(self.plan.halve(smallest))

    @rule(target=claims, claim=claims)
    def hedge(self, claim):
        return self._take(self.plan.hedge(claim))

    @rule(claim=claims, count=st.integers(0, 3000))
    def receive(self, claim, count):
        """Written first, counted afterwards: up to what the claim's end was a moment ago."""
        if claim not in self.open:
            return
        count = min(count, claim.stop - claim.position)
        before = claim.position
        self.written[before : before + count] = b"\1" * count
        self.plan.advance(claim, count)

    @rule(claim=claims)
    def extend(self, claim):
        if claim in self.open and claim.position == claim.stop:
            self.plan.extend(claim)

    @rule(claim=claims)
    def leave(self, claim):
        if claim in self.open:
            self.plan.release(claim)
            self.open.remove(claim)

    @invariant()
    def what_is_promised_is_written(self):
        for piece in self.plan.present():
            assert all(self.written[piece.start : piece.stop])

    @invariant()
    def no_byte_is_lost(self):
        """Whatever is not there has somebody who fetches it, or can be claimed."""
        rests = [R(claim.position, claim.stop) for claim in self.open]
        gaps = [R(gap.start, gap.stop) for gap in self._gaps()]
        assert merged([*self.plan.present(), *rests, *gaps]) == (R(0, len(self.written)),)

    @invariant()
    def no_byte_is_asked_for_twice_unless_it_is_hedged(self):
        rests = [R(one.position, one.stop) for one in self.open if not one.rival]
        assert sum(rest.length for rest in rests) == sum(rest.length for rest in merged(rests))

    @invariant()
    def whole_is_whole(self):
        assert self.plan.is_whole == (self.plan.bytes_present == len(self.written))

    def _take(self, claim):
        if claim is None:
            return multiple()
        self.open.append(claim)
        return claim

    def _gaps(self):
        """What could be claimed, claimed and given back."""
        taken = []
        while claim := self.plan.claim():
            taken.append(claim)
        for claim in taken:
            self.plan.release(claim)
        return taken


TestFetching = Fetching.TestCase


def test_a_look_shows_what_is_written_and_what_is_on_its_way():
    plan = RangePlan(100, [ByteRange(0, 10)])
    first = plan.claim()
    assert first is not None
    second = plan.halve(10)
    assert second is not None
    plan.advance(first, 5)
    plan.advance(second, 7)
    look = plan.look()
    assert look.size == 100
    assert look.present == ((0, 15), (second.start, second.start + 7))
    assert look.on_the_wire == ((15, second.start), (second.start + 7, 100))


def test_a_look_at_a_file_of_unknown_size_ends_where_its_connection_is():
    plan = RangePlan()
    claim = plan.claim()
    assert claim is not None
    plan.advance(claim, 5)
    assert plan.look() == FileRanges(None, ((0, 5),), ((5, 5),))
