"""From figures to tables: medians, ratios, goals, and the Markdown they are printed in."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

AT_LEAST = "at least"
AT_MOST = "at most"

REMARKS = "<!-- What follows is written by hand; the bench keeps it. -->"


@dataclass(frozen=True, slots=True)
class Row:
    """One taker's medians. `rate` and `cpu` are in the units of the table; `peak` is in MB.

    `synced` is the seconds until the copy was durable, where that was measured.
    """

    who: str
    seconds: float
    rate: float
    cpu: float
    peak: float
    is_ours: bool = False
    connections: int | None = None
    synced: float | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """A number to reach: `what`, as measured, against a bound on one side; `who` names its row."""

    what: str
    measured: float
    side: str
    bound: float
    unit: str = "x"
    who: str = ""

    @property
    def is_reached(self) -> bool:
        if self.side == AT_LEAST:
            return self.measured >= self.bound
        return self.measured <= self.bound

    @property
    def bound_in_words(self) -> str:
        """Such as "at least 1.50 x"."""
        return f"{self.side} {short(self.bound)} {self.unit}"

    @property
    def verdict(self) -> str:
        """Whether it was reached, the bad news louder."""
        return "reached" if self.is_reached else "**not reached**"

    def cells(self) -> list[str]:
        """What, goal, measured, verdict."""
        measured = f"{short(self.measured)} {self.unit}"
        return [self.what, self.bound_in_words, measured, self.verdict]


@dataclass(slots=True)
class Finding:
    """One table of a scene, and the goals it speaks to; `remark` says how it was done."""

    title: str
    headings: Sequence[str]
    rows: list[list[str]]
    remark: str = ""
    goals: list[Goal] = field(default_factory=list)

    def markdown(self) -> str:
        """The table with its title and remark."""
        remark = f"{self.remark}\n\n" if self.remark else ""
        return f"### {self.title}\n\n{remark}{table(self.headings, self.rows)}"


def comparison(
    title: str,
    rows: Sequence[Row],
    units: tuple[str, str],
    goals: Sequence[Goal] = (),
    remark: str = "",
) -> Finding:
    """Rows side by side, with each one's ratio to the fastest peer, and its goals."""
    best = best_peer(rows)
    headings = ["", "s", "s, synced", units[0], "x best peer", units[1], "peak MB"]
    cells = [
        [
            f"**{row.who}**" if row.is_ours else row.who,
            short(row.seconds),
            "-" if row.synced is None else short(row.synced),
            short(row.rate),
            f"{row.rate / best.rate:.2f}" if best else "-",
            short(row.cpu),
            f"{row.peak:.0f}",
            "-" if row.connections is None else str(row.connections),
            "; ".join(f"{goal.bound_in_words}: {goal.verdict}" for goal in goals_of(row, goals)),
        ]
        for row in rows
    ]
    return Finding(title, [*headings, "connections", "goal"], cells, remark, list(goals))


def goals_of(row: Row, goals: Iterable[Goal]) -> list[Goal]:
    """Those that this row has to reach."""
    return [goal for goal in goals if goal.who == row.who]


def best_peer(rows: Iterable[Row]) -> Row | None:
    """The fastest that is not ours."""
    return max((row for row in rows if not row.is_ours), key=lambda row: row.rate, default=None)


def median(values: Iterable[float]) -> float:
    """The middle one, or the mean of the two in the middle."""
    return statistics.median(values)


def short(number: float) -> str:
    """Three figures that count; whole numbers from a hundred on."""
    if abs(number) >= 100:
        return f"{number:,.0f}"
    return f"{number:.1f}" if abs(number) >= 10 else f"{number:.2f}"


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Markdown that can be read as it stands: the first column to the left, the rest right."""
    widths = [max(len(line[n]) for line in [headings, *rows]) for n in range(len(headings))]
    rule = [":" + "-" * (widths[0] - 1), *("-" * (width - 1) + ":" for width in widths[1:])]
    lines = [headings, rule, *rows]
    return "\n".join("| " + " | ".join(_padded(line, widths)) + " |" for line in lines) + "\n"


def _padded(line: Sequence[str], widths: Sequence[int]) -> list[str]:
    first, *rest = zip(line, widths, strict=True)
    return [first[0].ljust(first[1]), *(text.rjust(width) for text, width in rest)]


def report(findings: Sequence[Finding], about: Sequence[str], former: str = "") -> str:
    """All of it as one Markdown text; what a person wrote at the end of `former` is kept."""
    goals = [goal.cells() for finding in findings for goal in finding.goals]
    parts = ["# Bench\n", "\n".join(f"- {line}" for line in about) + "\n"]
    if goals:
        parts += ["## Numbers to reach\n", table(["", "goal", "measured", ""], goals)]
    parts += ["## Measured\n", *(finding.markdown() for finding in findings)]
    by_hand = former.partition(REMARKS)[2].strip()
    return "\n".join(parts) + f"\n{REMARKS}\n" + (f"\n{by_hand}\n" if by_hand else "")
