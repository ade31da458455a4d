"""Monkeys with other seeds play longer with the window; `MONKEY_STEPS` is how long each does."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import pytest
import qasync
from PySide6.QtWidgets import QApplication

from monkey_play import play

STEPS = int(os.environ.get("MONKEY_STEPS", "20000"))
MONKEYS = int(os.environ.get("MONKEYS", "6"))


@pytest.fixture(scope="module")
def anyio_backend(qapp: QApplication) -> tuple[str, dict[str, Any]]:
    """On Qt's event loop, as in the program."""
    return "asyncio", {"loop_factory": lambda: qasync.QEventLoop(qapp)}


@pytest.mark.parametrize("number", range(MONKEYS))
async def soak_a_monkey(
    number: int, chance: random.Random, tmp_path: Path, qtbot: Any, qtlog: Any
) -> None:
    await play(chance.randrange(1 << 32), STEPS, tmp_path, qtbot, qtlog)
