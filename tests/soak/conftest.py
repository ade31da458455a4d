"""What the long tests share: the command line, where no sync waits for other programs' writing."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from disks import quick_place
from program import Holdfast


@pytest.fixture
def place() -> Iterator[Path]:
    with quick_place() as place:
        yield place


@pytest.fixture
def holdfast(place: Path) -> Iterator[Holdfast]:
    program = Holdfast(place / "home")
    yield program
    program.end_all()


@pytest.fixture
def chance() -> random.Random:
    """What happens when; the seed is printed."""
    seed = random.randrange(1 << 32)
    print("seed", seed)
    return random.Random(seed)
