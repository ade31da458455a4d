"""The map of a file counts every byte once, and calls nothing full that is not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.details.cells import Cell, cells, merged

SIZES = st.integers(0, 400)
SPANS = st.lists(st.tuples(st.integers(-5, 420), st.integers(-5, 420)), max_size=12)
COUNTS = st.integers(0, 60)


def bytes_of(spans, size):
    return {place for start, stop in spans for place in range(max(0, start), min(stop, size))}


@given(SIZES, SPANS, COUNTS)
def test_every_byte_is_in_exactly_one_cell(size, spans, count):
    found = cells(size, spans, (), count)
    assert len(found) == min(count, size)
    if found:
        assert sum(cell.size for cell in found) == size
        assert min(cell.size for cell in found) >= 1
        assert max(cell.size for cell in found) - min(cell.size for cell in found) <= 1
        assert sum(cell.here for cell in found) == len(bytes_of(spans, size))


@given(SIZES, SPANS, COUNTS)
def test_a_cell_holds_what_is_here_of_its_own_bytes(size, spans, count):
    here, start = bytes_of(spans, size), 0
    for cell in cells(size, spans, (), count):
        own = set(range(start, start + cell.size))
        assert cell.here == len(own & here)
        assert cell.is_full == (own <= here)
        assert 0 <= cell.share <= 1
        start += cell.size


@given(SIZES, st.lists(st.integers(-5, 420), max_size=8), COUNTS)
def test_the_cell_of_a_position_holds_the_byte_that_comes_next(size, positions, count):
    start = 0
    for cell in cells(size, (), positions, count):
        own = range(start, start + cell.size)
        assert cell.on_the_wire == any(place in own for place in positions)
        start += cell.size


@given(SPANS, SIZES)
def test_merged_spans_are_apart_and_hold_the_same_bytes(spans, size):
    found = list(merged(spans, size))
    assert bytes_of(found, size) == bytes_of(spans, size)
    assert all(start < stop for start, stop in found)
    assert all(one[1] < other[0] for one, other in pairwise(found))


@settings(max_examples=30)
@given(st.integers(1, 1 << 60), st.integers(1, 2000))
def test_of_a_huge_file_one_missing_byte_keeps_one_cell_from_being_full(size, count):
    missing = size // 3
    found = cells(size, [(0, missing), (missing + 1, size)], [missing], count)
    assert sum(not cell.is_full for cell in found) == 1
    assert [cell.on_the_wire for cell in found] == [not cell.is_full for cell in found]


@pytest.mark.parametrize("size", [0, 1, 3])
def test_a_tiny_file_has_no_more_cells_than_bytes(size):
    assert cells(size, [(0, size)], (), 100) == [Cell(1, 1)] * size
