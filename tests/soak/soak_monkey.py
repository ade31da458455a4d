"""Monkeys with other seeds play longer with the window; `MONKEY_STEPS` is how long each does."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import pytest

from main_thread import anyio_backend, collected_here, no_old_clipboard, no_old_loops
from monkey_play import play

__all__ = ["anyio_backend", "collected_here", "no_old_clipboard", "no_old_loops"]
"""Found by being here."""

STEPS = int(os.environ.get("MONKEY_STEPS", "20000"))
MONKEYS = int(os.environ.get("MONKEYS", "6"))


@pytest.mark.parametrize("number", range(MONKEYS))
async def soak_a_monkey(
    number: int, chance: random.Random, tmp_path: Path, qtbot: Any, qtlog: Any
) -> None:
    await play(chance.randrange(1 << 32), STEPS, tmp_path, qtbot, qtlog)
