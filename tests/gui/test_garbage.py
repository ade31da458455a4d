"""The collector stays away while what stays is made."""

from __future__ import annotations

import gc

import pytest

from gui.garbage import all_of_this_stays


@pytest.fixture(autouse=True)
def nothing_stays_frozen():
    yield
    gc.unfreeze()


def test_nothing_is_looked_through_while_it_is_made_nor_later():
    gc.unfreeze()
    with all_of_this_stays():
        assert not gc.isenabled()
        made = [[number] for number in range(1000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() >= len(made)
    assert not any(one is made for one in gc.get_objects())


def test_the_collector_comes_back_when_it_fails():
    with pytest.raises(LookupError), all_of_this_stays():
        raise LookupError
    assert gc.isenabled()
