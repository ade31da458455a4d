"""Jobs that are moved together stay together."""

from __future__ import annotations

import pytest

from engine import JobState, Move, Priority
from fake_engine import make_job
from gui.line_moves import steps


def line(names="abcde", **changes):
    return [make_job(name, id=name, position=place, **changes) for place, name in enumerate(names)]


def carried_out(chosen, move, names="abcde"):
    """What becomes of the line when the engine makes one move after the other."""
    order = list(names)
    for job_id in steps(set(chosen), line(names), move):
        here = order.index(job_id)
        order.pop(here)
        there = {
            Move.UP: max(0, here - 1),
            Move.DOWN: here + 1,
            Move.TOP: 0,
            Move.BOTTOM: len(order),
        }[move]
        order.insert(there, job_id)
    return "".join(order)


@pytest.mark.parametrize(
    ("chosen", "move", "after"),
    [
        ("c", Move.UP, "acbde"),
        ("cd", Move.UP, "acdbe"),
        ("bd", Move.UP, "badce"),
        ("ab", Move.UP, "abcde"),
        ("ac", Move.UP, "acbde"),
        ("cd", Move.DOWN, "abecd"),
        ("de", Move.DOWN, "abcde"),
        ("ce", Move.DOWN, "abdce"),
        ("bd", Move.TOP, "bdace"),
        ("ad", Move.TOP, "adbce"),
        ("ab", Move.TOP, "abcde"),
        ("bd", Move.BOTTOM, "acebd"),
        ("be", Move.BOTTOM, "acdbe"),
    ],
)
def test_the_chosen_keep_their_order(chosen, move, after):
    assert carried_out(chosen, move) == after


def test_what_is_over_and_what_has_another_priority_is_another_line():
    high = line("xy", priority=Priority.HIGH)
    over = line("z", state=JobState.CANCELLED)
    jobs = [*line("ab"), *high, *over]
    assert steps({"b", "y", "z"}, jobs, Move.UP) == ["b", "y"]
    assert steps({"a", "x", "z"}, jobs, Move.UP) == []
