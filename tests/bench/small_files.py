"""Scene: two thousand files of 20 KB to the real disk, as one job and as two thousand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import places
from contest import Bench, compete, rows, say
from servers import nginx
from table import AT_LEAST, Finding, Goal, Row, comparison
from takers import Order, aria2, curl, holdfast, wget

SIZE = 20_000


def many(bench: Bench) -> Iterator[Finding]:
    """Only Holdfast syncs what it brings; the rate is that of durable files."""
    count = 250 if bench.is_quick else 2000
    folder = bench.sources / "many"
    folder.mkdir()
    expected = {f"file-{n:04}.bin": folder / f"file-{n:04}.bin" for n in range(count)}
    for source in expected.values():
        places.make_file(source, SIZE)
    takers = [holdfast(as_one_job=True), holdfast(), aria2(1), curl(), wget()]
    title = f"{count:,} files of 20 KB to the real disk"
    say(title)
    with nginx(bench.sources, bench.memory / "nginx") as server:
        urls = [f"{server.http}/many/{name}" for name in expected]

        def order(place: Path) -> Order:
            return Order(urls, place)

        takes = compete(bench, takers, order, expected, bench.disk)
    made = rows(takers, takes, count, is_big=False)
    remark = "aria2c with -j16, curl with --parallel-max 16; none of them syncs, Holdfast does."
    yield comparison(title, made, ("files/s", "CPU s/1000"), _goals(title, made), remark)


def _goals(title: str, made: Sequence[Row]) -> list[Goal]:
    """One job at a rate of its own, and beside aria2."""
    rates = {row.who: row.rate for row in made}
    ours = made[0].who
    goals = [Goal(f"{title}, one job, durable", rates[ours], AT_LEAST, 1000, "files/s", ours)]
    if theirs := rates.get("aria2c -x1"):
        what = f"{title}: one job / aria2c -x1 -j16"
        goals.append(Goal(what, rates[ours] / theirs, AT_LEAST, 1.0, "x", ours))
    return goals


SCENES = {"many": many}
