"""One command is carried out at once, thousands of them without keeping the window waiting."""

from __future__ import annotations

import time

import pytest

from gui import turns
from gui.turns import BUSY_SECONDS, Turns


@pytest.fixture
def line(qapp):
    return Turns()


def busy(seconds: float) -> None:
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        pass


def test_one_is_carried_out_at_once(line):
    done = []
    line.do(lambda: done.append(1))
    assert done == [1]


def test_many_are_carried_out_in_order_some_in_each_turn(line, qtbot):
    done = []
    for number in range(100):
        line.do(lambda number=number: (busy(0.001), done.append(number)))
    assert 1 <= len(done) < 50
    line.do(lambda: done.append("last"))
    assert done[-1] != "last"
    qtbot.waitUntil(lambda: "last" in done)
    assert done == [*range(100), "last"]


def test_no_turn_takes_long(line, qtbot, monkeypatch):
    """Counted, not measured: the machine may be slow, but not the sum of what is in a turn."""
    now = [0.0]
    monkeypatch.setattr(turns.time, "thread_time", lambda: now[0])
    marks = []

    def command() -> None:
        now[0] += 0.003
        marks.append(now[0])

    for _ in range(30):
        line.do(command)
    at_once = len(marks)
    assert at_once * 0.003 < BUSY_SECONDS + 0.003
    qtbot.waitUntil(lambda: len(marks) == 30)


def test_what_costs_later_counts_as_well(line, qtbot):
    done = []
    for number in range(10):
        line.do(lambda number=number: done.append(number), later=BUSY_SECONDS)
    assert done == [0]
    qtbot.waitUntil(lambda: done == list(range(10)))


def test_there_is_time_again_in_the_next_turn(line, qtbot):
    done = []
    line.do(lambda: busy(BUSY_SECONDS))
    qtbot.wait(50)
    line.do(lambda: done.append(1))
    assert done == [1]


def test_in_the_end_all_are_carried_out(line):
    done = []
    for number in range(10):
        line.do(lambda number=number: done.append(number), later=BUSY_SECONDS)
    line.finish()
    assert done == list(range(10))


def test_one_that_breaks_costs_only_itself(line):
    def breaks() -> None:
        raise ZeroDivisionError

    done = []
    with pytest.raises(ZeroDivisionError):
        line.do(breaks)
    line.do(lambda: done.append(1))
    assert done == [1]
