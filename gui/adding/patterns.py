"""Links that stand for many: `img[001-120].jpg`, `[1-9:2]`, `[a-z]`, `{left,right}`.

As curl reads them. A pattern may stand anywhere but in a sign-in and behind a `#`; several are
combined, the last one running fastest. What only looks like one is left as it is: `[1]`, `ids[]`,
an IPv6 address, `{x}`, JSON in a query.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod

_NUMBERS = r"\[(?P<first>\d{1,15})-(?P<last>\d{1,15})(?::(?P<step>[1-9]\d{0,14}))?\]"
_LETTERS = (
    r"\[(?P<a>[a-z])-(?P<z>[a-z])(?::(?P<by>[1-9]\d?))?\]"
    r"|\[(?P<A>[A-Z])-(?P<Z>[A-Z])(?::(?P<BY>[1-9]\d?))?\]"
)
_WORDS = r"\{(?P<words>[\w.~%+-]*(?:,[\w.~%+-]*)+)\}"
_PATTERN = re.compile(f"{_NUMBERS}|{_LETTERS}|{_WORDS}", re.ASCII)
# A range that is not closed, that ends nowhere, or that goes on by nothing.
_HALF = re.compile(r"\[\d+-(?:\]|\d*:0*\]|[^\[\]]*$)", re.ASCII)
_SIGN_IN = re.compile(r"\s*[a-z][a-z0-9+.-]*://[^/?#]*@", re.IGNORECASE)

_Values = Sequence[str]


@dataclass(frozen=True, slots=True)
class _Numbers(Sequence[str]):
    """The numbers of a range as text, none of them made before it is asked for."""

    span: range
    width: int

    def __len__(self) -> int:
        return len(self.span)

    def __getitem__(self, at: int) -> str:  # type: ignore[override]
        return str(self.span[at]).zfill(self.width)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A line taken apart: the text around the values, and the values of each place."""

    texts: tuple[str, ...]
    places: tuple[_Values, ...]

    @property
    def count(self) -> int:
        """How many links it makes; may be astronomical."""
        return prod(map(_count, self.places))

    @property
    def first(self) -> str:
        """The link it begins with."""
        return self._with([values[0] for values in self.places])

    @property
    def last(self) -> str:
        """The link it ends with."""
        return self._with([values[_count(values) - 1] for values in self.places])

    def links(self) -> Iterator[str]:
        """All of them, in order; look at `count` first."""
        return map(self._with, itertools.product(*self.places))

    def _with(self, chosen: Sequence[str]) -> str:
        between = itertools.chain.from_iterable(zip(chosen, self.texts[1:], strict=True))
        return "".join((self.texts[0], *between))


def read_pattern(line: str) -> Pattern | None:
    """The pattern in a line; None where there is none."""
    if "[" not in line and "{" not in line:
        return None
    texts, places, done = [], [], 0
    for match in _PATTERN.finditer(line, *_where_patterns_are(line)):
        texts.append(line[done : match.start()])
        places.append(_values(match))
        done = match.end()
    return Pattern((*texts, line[done:]), tuple(places)) if places else None


def half_pattern(line: str) -> str:
    """What was meant for a range of numbers, and is none; empty where nothing looks so."""
    if "[" not in line:
        return ""
    match = _HALF.search(line, *_where_patterns_are(line))
    return match[0] if match else ""


def _where_patterns_are(line: str) -> tuple[int, int]:
    sign_in = _SIGN_IN.match(line)
    begin = sign_in.end() if sign_in else 0
    end = line.find("#", begin)
    return begin, len(line) if end < 0 else end


def _count(values: _Values) -> int:
    """`len`, which refuses what no computer could count."""
    return len(values.span) if isinstance(values, _Numbers) else len(values)


def _values(match: re.Match[str]) -> _Values:
    if match["words"] is not None:
        return match["words"].split(",")
    if match["first"] is not None:
        first, step = match["first"], int(match["step"] or 1)
        width = len(first) if first.startswith("0") else 0
        return _Numbers(_span(int(first), int(match["last"]), step), width)
    first, last = match["a"] or match["A"], match["z"] or match["Z"]
    step = int(match["by"] or match["BY"] or 1)
    return [chr(code) for code in _span(ord(first), ord(last), step)]


def _span(first: int, last: int, step: int) -> range:
    """From `first` to `last`, both included; downwards where that is the way."""
    return range(first, last + 1, step) if first <= last else range(first, last - 1, -step)
