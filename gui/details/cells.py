"""The map of a file in numbers: how much of each of its equal cells is here. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

Span = tuple[int, int]
"""Start and stop, as a slice."""


class Cell(NamedTuple):
    """A stretch of the file. It is full only when every one of its bytes is here."""

    size: int
    here: int
    on_the_wire: bool = False
    """The next byte of a connection falls into it."""

    @property
    def is_full(self) -> bool:
        """Whether all of it is here; a rounded share would not tell."""
        return self.here == self.size

    @property
    def share(self) -> float:
        """How much of it is here, 0 to 1, to be drawn."""
        return self.here / self.size


def cells(size: int, present: Iterable[Span], positions: Iterable[int], count: int) -> list[Cell]:
    """The file of `size` bytes in `count` cells, fewer where it has fewer bytes.

    `positions` are where connections write next; one at the end of the file is done.
    """
    count = min(count, size)
    if count <= 0:
        return []
    edges = [number * size // count for number in range(count + 1)]
    here = [0] * count
    for start, stop in merged(present, size):
        for number in range(_cell_of(start, size, count), _cell_of(stop - 1, size, count) + 1):
            here[number] += min(stop, edges[number + 1]) - max(start, edges[number])
    wired = {_cell_of(place, size, count) for place in positions if 0 <= place < size}
    return [
        Cell(stop - start, here[number], number in wired)
        for number, (start, stop) in enumerate(pairwise(edges))
    ]


def merged(spans: Iterable[Span], size: int) -> Iterator[Span]:
    """The same bytes in order, each once, none outside the file, no empty span."""
    last: Span | None = None
    for start, stop in sorted((max(0, start), min(stop, size)) for start, stop in spans):
        if start >= stop:
            continue
        if last is None or start > last[1]:
            if last is not None:
                yield last
            last = (start, stop)
        else:
            last = (last[0], max(last[1], stop))
    if last is not None:
        yield last


def _cell_of(place: int, size: int, count: int) -> int:
    """The cell whose edges, rounded down, enclose the byte at `place`."""
    return ((place + 1) * count - 1) // size
