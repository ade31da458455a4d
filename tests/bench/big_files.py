"""Scenes with one big file: nothing in the way, a cap for each connection, distance, loss."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import lossy
import places
from contest import ALONE, Bench, compete, rows, say
from servers import nginx, own_server
from table import AT_LEAST, AT_MOST, Finding, Goal, Row, best_peer, comparison
from takers import Order, Taker, aria2, curl, holdfast, wget

UNITS = ("MB/s", "CPU s/GiB")
NAME = "big.bin"

CAP = 4_000_000
HTTP_SPEED = 1.5
HTTPS_SPEED = 1.2
PROCESSOR = 0.8

_PAIRS = {"holdfast get": "aria2c -x8", "holdfast get --connections 16": "aria2c -x16"}


@dataclass(frozen=True, slots=True)
class _Race:
    """Everybody fetches `base`/big.bin, a copy of `source`, into `where`."""

    title: str
    base: str
    source: Path
    where: Path
    certificates: Path | None = None
    prefix: Sequence[str] = ()
    remark: str = ""

    def run(
        self,
        bench: Bench,
        takers: Sequence[Taker],
        goals: Callable[[str, Sequence[Row]], list[Goal]],
    ) -> Finding:
        """`goals` says what is to be reached, from the title and the rows."""
        say(self.title)
        takes = compete(bench, takers, self._order, {NAME: self.source}, self.where)
        made = rows(takers, takes, self.source.stat().st_size)
        return comparison(self.title, made, UNITS, goals(self.title, made), self.remark)

    def _order(self, place: Path) -> Order:
        return Order([f"{self.base}/{NAME}"], place, self.certificates, self.prefix)


def unhindered(bench: Bench) -> Iterator[Finding]:
    """HTTP and HTTPS from memory, to memory-backed disk and to the real one."""
    takers = [holdfast(), aria2(1), aria2(16), curl(), wget()]
    size = places.size_that_fits(bench.megabytes * places.MEBIBYTE)
    source = places.make_file(bench.sources / NAME, size)
    with nginx(bench.sources, bench.memory / "nginx") as server:
        schemes = (("HTTP", server.http, _plain_goals), ("HTTPS", server.https, _secure_goals))
        for scheme, base, goals in schemes:
            trust = server.certificates if base == server.https else None
            for kind, where in (("memory", bench.memory), ("real disk", bench.disk)):
                title = f"One file of {size >> 20} MiB, {scheme}, to {kind}"
                yield _Race(title, base, source, where, trust).run(bench, takers, goals)
    source.unlink()


def _plain_goals(title: str, made: Sequence[Row]) -> list[Goal]:
    """Speed, and the processor against the thriftier aria2."""
    goals = _faster_than_the_best(title, made, HTTP_SPEED)
    aria2s = [row.cpu for row in made if row.who.startswith("aria2c")]
    if aria2s:
        ratio = made[0].cpu / min(aria2s)
        goals.append(Goal(f"{title}: CPU a GiB / aria2c's", ratio, AT_MOST, PROCESSOR))
    return goals


def _secure_goals(title: str, made: Sequence[Row]) -> list[Goal]:
    return _faster_than_the_best(title, made, HTTPS_SPEED)


def _faster_than_the_best(title: str, made: Sequence[Row], times: float) -> list[Goal]:
    best = best_peer(made)
    return [
        Goal(
            f"{title}: {row.who} / {best.who}", row.rate / best.rate, AT_LEAST, times, "x", row.who
        )
        for row in made
        if best and row.is_ours
    ]


def _not_slower(title: str, made: Sequence[Row]) -> list[Goal]:
    """Ours with as many connections as aria2 has: the whole process, and the transfer alone."""
    rates = {row.who: row.rate for row in made}
    pairs = [(row, _PAIRS[row.who.removesuffix(f", {ALONE}")]) for row in made if row.is_ours]
    return [
        Goal(
            f"{title}: {row.who} / {theirs}", row.rate / rates[theirs], AT_LEAST, 1.0, "x", row.who
        )
        for row, theirs in pairs
        if theirs in rates
    ]


def capped(bench: Bench) -> Iterator[Finding]:
    """Servers that give each connection 4 MB/s: ours does it smoothly, nginx second by second."""
    takers = [holdfast(), holdfast(16), aria2(8), aria2(16)]
    source = places.make_file(bench.sources / NAME, bench.less_if_quick(256))
    size = f"{source.stat().st_size >> 20} MiB"
    with own_server("capped_server.py", bench.sources, CAP) as base:
        title = f"{size}, 4 MB/s a connection, smoothly"
        yield _Race(title, base, source, bench.memory).run(bench, takers, _not_slower)
    with nginx(bench.sources, bench.memory / "nginx") as server:
        title, base = f"{size}, nginx limit_rate 4m", f"{server.http}/at-4m"
        remark = (
            "nginx counts in whole seconds, for each request anew: it sends 4 MiB at once and then "
            "waits. Who asks for many small pieces gets more than the cap."
        )
        race = _Race(title, base, source, bench.memory, remark=remark)
        yield race.run(bench, takers, _not_slower)
    source.unlink()


def distant(bench: Bench) -> Iterator[Finding]:
    """A round trip of 50 ms."""
    takers = [holdfast(), holdfast(16), aria2(1), aria2(8), aria2(16), curl()]
    source = places.make_file(bench.sources / NAME, bench.less_if_quick(512))
    title = f"{source.stat().st_size >> 20} MiB, 50 ms round trip"
    remark = (
        "Through the relay: slow start to a window of 3 MiB a connection (60 MB/s), and a link of "
        "100 MB/s that all connections share."
    )
    with (
        nginx(bench.sources, bench.memory / "nginx") as server,
        own_server("relay.py", server.port) as base,
    ):
        race = _Race(title, base, source, bench.memory, remark=remark)
        yield race.run(bench, takers, _not_slower)
    source.unlink()


def lossy_way(bench: Bench) -> Iterator[Finding]:
    """One packet in a hundred is lost on its way to the client."""
    if reason := lossy.why_not():
        say(f"SKIPPED: 1 % loss ({reason})")
        yield Finding("1 % loss", ["", ""], [["skipped", reason]])
        return
    takers = [holdfast(), holdfast(16), aria2(1), aria2(8), aria2(16), curl()]
    source = places.make_file(bench.sources / NAME, bench.less_if_quick(512))
    title = f"{source.stat().st_size >> 20} MiB, 1 % loss"
    remark = "Between two network namespaces, packets of 1514 bytes, no added delay."
    with (
        lossy.lossy_link(percent=1) as link,
        nginx(bench.sources, bench.memory / "nginx", link.address, link.server) as server,
    ):
        race = _Race(title, server.http, source, bench.memory, prefix=link.client, remark=remark)
        yield race.run(bench, takers, _not_slower)
    source.unlink()


SCENES = {
    "unhindered": unhindered,
    "capped": capped,
    "distant": distant,
    "lossy": lossy_way,
}
