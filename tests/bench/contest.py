"""Takers side by side: they take turns, every copy is checked, the medians count."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import places
from table import Row, median
from takers import Order, Take, Taker

MEGABYTE = 1_000_000
GIBIBYTE = 1 << 30
ALONE = "transfer alone"


@dataclass(frozen=True, slots=True)
class Bench:
    """What every scene is given: how often, how much, and where.

    `sources` and `memory` are in memory, `disk` is a folder on the real disk.
    """

    rounds: int
    megabytes: int
    is_quick: bool
    sources: Path
    memory: Path
    disk: Path

    def less_if_quick(self, megabytes: int) -> int:
        """Bytes: that many mebibytes, or an eighth."""
        return (megabytes // 8 if self.is_quick else megabytes) * places.MEBIBYTE


class WrongBytes(Exception):
    """A copy differs from what was served: there is nothing to compare then."""


Takes = dict[str, list[Take]]


def compete(
    bench: Bench,
    takers: Sequence[Taker],
    order: Callable[[Path], Order],
    expected: Mapping[str, Path],
    where: Path,
) -> Takes:
    """Run each taker once a round; copies must be named and filled like `expected`."""
    there = [taker for taker in takers if taker.is_there]
    for taker in takers:
        if taker not in there:
            say(f"  {taker.name} is not installed: left out")
    takes: Takes = {taker.name: [] for taker in there}
    for number in range(bench.rounds):
        for taker in _turned(there, number):
            place = where / "turn"
            take = taker.take(order(place))
            if where == bench.disk:
                take = replace(take, sync=_seconds_to_sync(place))
            check(place / "copies", expected)
            shutil.rmtree(place)
            takes[taker.name].append(take)
            say(f"  {taker.name}: {take.usage.wall:.2f} s")
    return takes


def _turned(takers: Sequence[Taker], number: int) -> list[Taker]:
    """Another one begins each round: who comes after whom should not decide."""
    turn = number % len(takers)
    return [*takers[turn:], *takers[:turn]]


def _seconds_to_sync(folder: Path) -> float:
    """How long the file system needs until all that is in it would survive a power cut."""
    began = time.monotonic()
    subprocess.run(["sync", "--file-system", folder], check=True)
    return time.monotonic() - began


def check(copies: Path, expected: Mapping[str, Path]) -> None:
    """Raises WrongBytes unless every copy is there, with the right bytes, and nothing else."""
    there = set(os.listdir(copies))
    if there != set(expected):
        raise WrongBytes(f"wanted {len(expected)} files, found {sorted(there)[:5]} ...")
    for name, source in expected.items():
        if not places.same_bytes(copies / name, source):
            raise WrongBytes(name)


def rows(takers: Sequence[Taker], takes: Takes, size: int, is_big: bool = True) -> list[Row]:
    """The medians of each taker. Big: `size` bytes, in MB/s and CPU seconds a GiB; else `size`
    files, in files/s and CPU seconds a thousand.

    Where Holdfast says what the transfer alone took, that is a row of its own.
    """
    amount, pieces = (size / MEGABYTE, size / GIBIBYTE) if is_big else (size, size / 1000)
    made = []
    for taker in takers:
        if not (own := takes.get(taker.name)):
            continue
        row = _row(taker, own, amount, pieces)
        made.append(row)
        if alone := [take.seconds for take in own if take.seconds is not None]:
            seconds = median(alone)
            name = f"{taker.name}, {ALONE}"
            made.append(replace(row, who=name, seconds=seconds, rate=amount / seconds, synced=None))
    return made


def _row(taker: Taker, own: Sequence[Take], amount: float, pieces: float) -> Row:
    counts = [take.connections for take in own if take.connections is not None]
    synced = [take.usage.wall + take.sync for take in own if take.sync is not None]
    wall = median(take.usage.wall for take in own)
    return Row(
        taker.name,
        wall,
        amount / wall,
        cpu=median(take.usage.cpu for take in own) / pieces,
        peak=median(take.usage.peak for take in own) / MEGABYTE,
        is_ours=taker.is_ours,
        connections=max(counts, default=None),
        synced=median(synced) if synced else None,
    )


def say(text: str) -> None:
    """Progress for who watches; the tables go to standard output."""
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)
