"""The lines of a text box: which links they are, which patterns, and what is wrong with the others.

Judging goes in small steps, so that ten thousand lines never make a window late, and what was
judged once is remembered, so that one more line costs no more than itself.
"""

from __future__ import annotations

import itertools
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote

from engine import RefusedError, host_of, parse_link
from gui import engine_words, formatting, hosts
from gui.adding.patterns import Pattern, half_pattern, read_pattern
from gui.translation import about, translate

MOST_LINKS = 10_000
_LONGEST_LINE = 16_384
_LONGEST_QUOTE = 48
_KEPT_PROBLEMS = 3
_MOST_WRONG_LINES = 20_000
_LINKS_A_STEP = 64


def _tr(text: str) -> str:
    return translate("adding", text)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A link to add: as it was written, perhaps with a sign-in, and as it may be shown."""

    text: str
    url: str

    @property
    def name(self) -> str:
        """What its file will be called, as far as the link says; the host where it says nothing."""
        # Asked of ten thousand links at once, so by hand: `url` is as `parse_link` made it.
        _, _, place = self.url.partition("?")[0].rstrip("/").partition("://")
        _, _, path = place.partition("/")
        name = unquote(path.rpartition("/")[2]).rpartition("/")[2]
        return formatting.one_line(name) or self.host

    @property
    def host(self) -> str:
        """Who is asked for it."""
        return formatting.one_line(host_of(self.url))

    @property
    def host_in_words(self) -> str:
        """The same, in letters and as it goes through the network, so that it can be checked."""
        return hosts.host_in_words(host_of(self.url))


class Judged(NamedTuple):
    """What the lines come to. `problems` has the first of them, `wrong` counts them all."""

    links: tuple[Wanted, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    problems: tuple[str, ...] = ()
    wrong: int = 0
    is_cut: bool = False
    """There is more than is taken at once."""


class _Line(NamedTuple):
    """One line by itself."""

    links: tuple[Wanted, ...] = ()
    pattern: Pattern | None = None
    problems: tuple[str, ...] = ()
    wrong: int = 0


Steps = Generator[None, None, Judged]


class Judge:
    """Judges a text that changes little from one time to the next."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, bool], _Line] = {}

    def steps(self, text: str, expands: bool = True) -> Steps:
        """A generator whose steps are short and whose value is what the text comes to.

        `expands`: patterns stand for many links; else they are taken as they are written.
        """
        known, self._known = self._known, {}
        links: dict[str, Wanted] = {}
        lines: dict[str, _Line] = {}
        for words in filter(None, map(str.strip, text.splitlines())):
            if words in lines:
                continue
            line = known.get((words, expands))
            if line is None:
                line = yield from _judge_line(words, expands)
            lines[words] = self._known[words, expands] = line
            for link in line.links:
                links.setdefault(link.url, link)
            if len(lines) % _LINKS_A_STEP == 0:
                yield
            if len(links) > MOST_LINKS or len(lines) - len(links) > _MOST_WRONG_LINES:
                break
        return _summed(links, lines)


def judge(text: str, expands: bool = True) -> Judged:
    """All at once."""
    steps = Judge().steps(text, expands)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            judged: Judged = end.value
            return judged


def quoted(line: str) -> str:
    """The beginning of a line, to say which one is meant."""
    line = formatting.one_line(line[: _LONGEST_QUOTE + 1])
    return line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1] + "…"


def _summed(links: dict[str, Wanted], lines: dict[str, _Line]) -> Judged:
    problems = itertools.chain.from_iterable(line.problems for line in lines.values())
    return Judged(
        tuple(itertools.islice(links.values(), MOST_LINKS)),
        tuple(line.pattern for line in lines.values() if line.pattern),
        tuple(itertools.islice(problems, _KEPT_PROBLEMS)),
        sum(line.wrong for line in lines.values()),
        len(links) > MOST_LINKS or len(lines) - len(links) > _MOST_WRONG_LINES,
    )


def _judge_line(words: str, expands: bool) -> Generator[None, None, _Line]:
    if len(words) > _LONGEST_LINE:
        return _wrong(words, _tr("This line is too long for a link."))
    pattern = read_pattern(words) if expands else None
    if pattern is None:
        return _one_link(words, half_pattern(words) if expands else "")
    if pattern.count > MOST_LINKS:
        most = formatting.counted(MOST_LINKS, "1 link", "{n} links")
        return _wrong(words, _tr("This pattern stands for more than {links}.").format(links=most))
    return (yield from _many_links(pattern))


def _one_link(words: str, half: str = "") -> _Line:
    try:
        link = Wanted(words, parse_link(words).url)
    except RefusedError as refusal:
        return _wrong(words, engine_words.told(str(refusal)))
    if not half:
        return _Line((link,))
    why = _tr("This is taken as one link: a range of numbers is written as in [001-120].")
    return _Line((link,), problems=(about(quoted(half), why),), wrong=1)


def _many_links(pattern: Pattern) -> Generator[None, None, _Line]:
    made: list[_Line] = []
    for batch in _batches(pattern.links()):
        made += map(_one_link, batch)
        yield
    problems = tuple(itertools.chain.from_iterable(line.problems for line in made))
    return _Line(
        tuple(itertools.chain.from_iterable(line.links for line in made)),
        pattern,
        problems[:_KEPT_PROBLEMS],
        len(problems),
    )


def _batches(links: Iterator[str]) -> Iterator[list[str]]:
    while batch := list(itertools.islice(links, _LINKS_A_STEP)):
        yield batch


def _wrong(words: str, why: str) -> _Line:
    return _Line(problems=(about(quoted(words), why),), wrong=1)
