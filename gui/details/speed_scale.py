"""How a curve of speeds is laid out: the top of its axis, its points, its figures. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
_UNIT = 1024
_LOWEST_TOP = 10 * _UNIT


class Figures(NamedTuple):
    """What a curve says in numbers, bytes per second."""

    now: float
    average: float
    highest: float


def figures(samples: Sequence[float]) -> Figures:
    """Of samples in order, the newest last; all 0 where there is none."""
    if not samples:
        return Figures(0.0, 0.0, 0.0)
    return Figures(samples[-1], sum(samples) / len(samples), max(samples))


def top_of_axis(highest: float) -> int:
    """The first round number that holds `highest`: 1, 2 or 5 of a unit, tens or hundreds of it."""
    unit = 1
    while True:
        for step in _STEPS:
            if step * unit >= max(highest, _LOWEST_TOP):
                return step * unit
        unit *= _UNIT


def curve(samples: Sequence[float], slots: int, top: float) -> list[tuple[float, float]]:
    """Each sample as (x, y), both 0 to 1: the newest at x = 1, `slots` fill the width, y grows up.

    More samples than slots lose their oldest.
    """
    shown = samples[-slots:]
    step = 1 / max(1, slots - 1)
    first = 1 - (len(shown) - 1) * step
    return [
        (first + number * step, min(1.0, max(0.0, value / top)))
        for number, value in enumerate(shown)
    ]
