"""How fast bytes came in over the last minutes, the last hour and the last day.

Each ring holds what came in each of a number of equal steps; a time in which nobody sampled is a
step of zeros. Rings grow with what they have to tell, so that thousands of short jobs cost little.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass

MINUTES_STEP, MINUTES_LENGTH = 1.0, 300
HOUR_STEP, HOUR_LENGTH = 10.0, 360
DAY_STEP, DAY_LENGTH = 240.0, 360

# A step that is not over counts for what it has been, once that says something.
_SHORTEST_STEP = 1.0
# Whoever was sampled so lately is still running: what came since is not known yet.
_SAMPLED_LATELY = 1.0


@dataclass(frozen=True, slots=True)
class SpeedHistory:
    """Bytes per second, oldest first, the newest last; as long as there is something to tell.

    `minutes` in steps of 1 s, up to 300; `hour` of 10 s, up to 360; `day` of 240 s, up to 360.
    """

    minutes: tuple[float, ...] = ()
    hour: tuple[float, ...] = ()
    day: tuple[float, ...] = ()


class SpeedRecorder:
    """Takes down what came in, on a clock whose zero is the first sample; times are in seconds."""

    def __init__(self, began: float) -> None:
        self._began = self._sampled = began
        self._rings = (
            _Ring(MINUTES_STEP, MINUTES_LENGTH),
            _Ring(HOUR_STEP, HOUR_LENGTH),
            _Ring(DAY_STEP, DAY_LENGTH),
        )

    def __repr__(self) -> str:
        return f"<SpeedRecorder of {self._sampled - self._began:.0f} s>"

    def add(self, count: int, since: float, now: float) -> None:
        """`count` bytes came between `since` and `now`, evenly as far as anybody knows."""
        self._sampled = max(now, self._sampled)
        if count > 0:
            for ring in self._rings:
                ring.add(count, max(0.0, since - self._began), max(0.0, now - self._began))

    def history(self, now: float) -> SpeedHistory:
        """What there is to tell at `now`."""
        is_running = now - self._sampled < _SAMPLED_LATELY
        until = (self._sampled if is_running else now) - self._began
        return SpeedHistory(*[ring.rates(until) for ring in self._rings])


class _Ring:
    """Bytes in each of the last steps; what fell into none is 0."""

    def __init__(self, step: float, length: int) -> None:
        self._step = step
        self._length = length
        # With the step that is not over yet.
        self._room = length + 1
        # The last of them is the step with the number `_newest`.
        self._counts = array("d")
        self._newest = -1

    def add(self, count: float, since: float, until: float) -> None:
        """Bytes that came between two times, shared out among the steps between them."""
        last = int(until // self._step)
        first = max(int(since // self._step), last - self._length)
        span = until - since
        for number in range(first, last + 1):
            begin = max(since, number * self._step)
            end = min(until, (number + 1) * self._step)
            self._reach(number)
            # A moment without any length belongs to its last step alone.
            share = (end - begin) / span if span > 0 else float(number == last)
            # One job may tell a little later than another; what is too old counts for the oldest.
            place = max(number - self._newest - 1, -len(self._counts))
            self._counts[place] += count * share

    def rates(self, until: float) -> tuple[float, ...]:
        """Bytes per second in each step up to the time `until`."""
        current = int(until // self._step)
        begun = until - current * self._step
        rates = [self._count_in(number) / self._step for number in self._steps_before(current)]
        if begun >= _SHORTEST_STEP:
            rates.append(self._count_in(current) / begun)
        return tuple(rates[-self._length :])

    def _steps_before(self, current: int) -> range:
        return range(max(0, current - self._length), current)

    def _count_in(self, number: int) -> float:
        place = number - self._newest - 1
        return self._counts[place] if -len(self._counts) <= place < 0 else 0.0

    def _reach(self, number: int) -> None:
        """Make sure that there is a place for the step."""
        if number <= self._newest:
            return
        missing = number - self._newest
        if missing >= self._room:
            self._counts = array("d", [0.0])
        else:
            self._counts.extend([0.0] * missing)
        self._newest = number
        del self._counts[: -self._room]
