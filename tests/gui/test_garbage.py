"""Garbage is looked for in the main thread alone, and not while what stays is made."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QTimer
from shiboken6 import isValid

from gui import garbage
from gui.garbage import all_of_this_stays, collect_if_due, collected_here


class Ring:
    """Garbage that only the collector finds."""

    def __init__(self):
        self.itself = self


@pytest.fixture(autouse=True)
def nothing_stays_frozen():
    yield
    gc.unfreeze()


@pytest.fixture
def graves():
    """The threads in which garbage died."""
    return []


def throw_away(graves):
    ring = Ring()
    weakref.finalize(ring, lambda: graves.append(threading.get_ident()))


def allocate_much():
    return [[number] for number in range(100_000)]


def test_garbage_dies_in_the_main_thread_whoever_allocates(qtbot, graves):
    gc.collect()
    with collected_here():
        throw_away(graves)
        thread = threading.Thread(target=allocate_much)
        thread.start()
        thread.join()
        assert graves == []
        kept = allocate_much()
        qtbot.waitUntil(lambda: graves == [threading.get_ident()])
        del kept


def test_the_collector_is_again_as_it_was_at_the_end(qapp):
    gc.enable()
    with collected_here():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_nothing_is_looked_through_while_it_is_made_nor_later(qapp, graves):
    with collected_here():
        gc.unfreeze()
        throw_away(graves)
        with all_of_this_stays():
            made = allocate_much()
            collect_if_due()
            assert graves == []
        assert gc.get_freeze_count() >= len(made)
        assert not any(one is made for one in gc.get_objects())


def test_what_is_due_comes_after_a_failure_too(qapp, graves):
    with collected_here():
        with pytest.raises(LookupError), all_of_this_stays():
            raise LookupError
        throw_away(graves)
        kept = allocate_much()
        collect_if_due()
        assert len(kept) == 100_000
        assert graves == [threading.get_ident()]


@pytest.mark.parametrize(("longest", "stays"), [(-1.0, True), (60.0, False)])
def test_what_a_long_look_left_alive_is_not_looked_at_again(qapp, monkeypatch, longest, stays):
    monkeypatch.setattr(garbage, "_LONG_SECONDS", longest)
    with collected_here():
        gc.collect()
        gc.unfreeze()
        kept = allocate_much()
        for _ in range(gc.get_threshold()[2] + 1):
            gc.collect(1)
        assert collect_if_due()
        assert (gc.get_freeze_count() >= len(kept)) is stays
        assert not collect_if_due()


def test_looks_come_sooner_while_much_is_made(qtbot, monkeypatch):
    looks = []
    monkeypatch.setattr(garbage, "collect_if_due", lambda: looks.append(len(looks)) or True)
    monkeypatch.setattr(garbage, "LOOK_MS", 1)
    monkeypatch.setattr(garbage, "SOON_MS", 1_000_000)
    with collected_here():
        qtbot.waitUntil(lambda: bool(looks))
        # Others before may have left some that are no more.
        timers = [one for one in gc.get_objects() if isinstance(one, QTimer) and isValid(one)]
        assert [one.interval() for one in timers if one.isActive()].count(1_000_000) == 1
