"""A monkey plays with the window: nothing may break, nothing may stay behind."""

from __future__ import annotations

import pytest

from monkey_play import play

STEPS = 2500


@pytest.mark.timeout(600, method="thread")  # It keeps one processor busy; others may want it too.
@pytest.mark.parametrize("seed", [20261128])
async def test_a_monkey_breaks_nothing_and_leaves_nothing_behind(seed, tmp_path, qtbot, qtlog):
    await play(seed, STEPS, tmp_path, qtbot, qtlog)
