"""How many connections a file should have: pure decisions from what was measured.

One more only pays while it raises the speed. Where this machine is the limit, or the line, or the
server as a whole, a second connection brings nothing but load; where the server holds back each
connection, eight bring eight times as much.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

# A level is judged when it has had this long, and as long as an answer takes to come. A look that
# says no is taken again and again for this many times as long before it is believed.
_SHORTEST_LOOK = 0.1
_DOUBTS = 3
# Nothing came for so long after something did, and for longer than an answer takes: the server
# counts out to each connection what it gets. A look at the speed says nothing then, and more
# connections surely help.
_QUIET = 0.05
# Of what the added connections would bring at best, at least this share.
_GAIN = 0.25
# Receivers that keep so much of all processors busy are the limit themselves.
_BUSY = 0.25
# Receivers that wait so much of their time for the speed limit: nothing can make that faster.
_HELD_BACK = 0.25
# What is left comes sooner than another connection could be of use.
_NOT_WORTH_IT = 0.5
# What did not pay is tried again after so many seconds, the next times after four times as many:
# the first moments of a connection say little (full buffers, slow start), and lines change.
_SHORTEST_REST = 0.5
_LONGEST_REST = 60.0
_FIRST_STEP = 4
# How long a server that refused a connection is asked for no more.
SPARED_SECONDS = 60.0

# A tail that takes longer than this is fetched a second time where that is so many times as fast.
_SLOW_TAIL = 2.0
_MUCH_FASTER = 3
_PROCESSORS = os.cpu_count() or 1


class Reading(NamedTuple):
    """What was counted at one moment.

    `at` is in seconds, `received` the bytes of all connections since the beginning, `missing` those
    still to come, `worked` the seconds of processor time the receivers used, `waited` those that
    they waited for the speed limit, `heard` when the last byte came, `latency` the seconds a
    request takes to be answered.
    """

    at: float
    received: int
    missing: int
    open: int
    worked: float
    heard: float
    latency: float
    waited: float = 0.0


class Growth:
    """Decides again and again how many connections there should be, up to `most`.

    `most` may be changed from any thread; the next decision keeps to it.
    """

    def __init__(self, most: int, *, processors: int | None = None) -> None:
        self.wanted = 1
        self.most = most
        self._processors = processors or _PROCESSORS
        self._allowed = most
        self._allowed_until = 0.0
        self._before = 1
        self._rate_before = 0.0
        self._since: Reading | None = None
        self._rests_until = 0.0
        self._rest = _SHORTEST_REST

    def __repr__(self) -> str:
        return f"<Growth to {self.wanted} of {self.most}>"

    def consider(self, now: Reading) -> int:
        """How many connections there should be from now on."""
        if now.at >= self._allowed_until:
            self._allowed = self.most
        if self.wanted > self._allowed:
            self._settle_for(self._allowed)
        since = self._since
        if since is None or now.open != since.open or now.received < since.received:
            # A level is measured from the moment when its connections are there.
            self._since = now
        elif now.at >= self._rests_until and now.at - since.at >= _look(now):
            self._judge(since, now)
        return self.wanted

    def refused(self, at: float, others: int) -> None:
        """At `at` a connection beside `others` was refused: no more than those for a while."""
        self._allowed = max(others, 1)
        self._allowed_until = at + SPARED_SECONDS

    def _judge(self, since: Reading, now: Reading) -> None:
        elapsed = now.at - since.at
        rate = (now.received - since.received) / elapsed
        load = (now.worked - since.worked) / elapsed / self._processors
        held_back = (now.waited - since.waited) / elapsed / now.open if now.open else 0.0
        if load > _BUSY or held_back > _HELD_BACK or not rate or now.open < self.wanted:
            # Nothing to be learned: we are the limit, or some are still on the way.
            self._since = now
        elif now.at - now.heard > max(_QUIET, now.latency):
            self._settle_for(self._allowed)
            self._since = now
        elif self._has_paid(rate):
            if now.missing > rate * _NOT_WORTH_IT:
                self._grow(rate)
            self._since = now
        elif elapsed >= _DOUBTS * _look(now):
            self._settle_for(self._before)
            self._rests_until = now.at + self._rest
            self._rest = min(self._rest * 4, _LONGEST_REST)
            self._since = now

    def _settle_for(self, connections: int) -> None:
        self.wanted, self._before, self._rate_before = connections, 1, 0.0

    def _grow(self, rate: float) -> None:
        self._before, self._rate_before = self.wanted, rate
        self.wanted = min(max(self.wanted * 2, _FIRST_STEP), self._allowed)
        if self.wanted == self._before:
            # These have paid; that the line is slower at times is no reason to drop them.
            self._rate_before = 0.0

    def _has_paid(self, rate: float) -> bool:
        added = (self.wanted - self._before) / self._before
        return rate >= self._rate_before * (1 + _GAIN * added)


def _look(now: Reading) -> float:
    return max(_SHORTEST_LOOK, now.latency)


@dataclass(frozen=True, slots=True)
class Tail:
    """What one connection still has to fetch, in bytes, and how fast it does, in bytes a second."""

    rest: int
    rate: float


def slowest_tail(tails: Iterable[Tail], best_rate: float) -> Tail | None:
    """The tail worth fetching a second time by a connection that may reach `best_rate`, if any."""
    slow = [tail for tail in tails if tail.rest and best_rate and _is_slow(tail, best_rate)]
    return max(slow, key=_seconds, default=None)


def _is_slow(tail: Tail, best_rate: float) -> bool:
    return _seconds(tail) > max(_SLOW_TAIL, _MUCH_FASTER * tail.rest / best_rate)


def _seconds(tail: Tail) -> float:
    return tail.rest / tail.rate if tail.rate > 0 else float("inf")
