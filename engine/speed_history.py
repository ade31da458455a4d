"""How fast bytes came in over the last minutes, the last hour and the last day.

Each ring holds the mean speed of equal steps; what nobody sampled is a step of zeros.
"""

from __future__ import annotations

from dataclasses import dataclass

MINUTES_STEP, MINUTES_LENGTH = 1.0, 300
HOUR_STEP, HOUR_LENGTH = 10.0, 360
DAY_STEP, DAY_LENGTH = 240.0, 360


@dataclass(frozen=True, slots=True)
class SpeedHistory:
    """Bytes per second, oldest first, the newest last; as long as there is something to tell.

    `minutes` in steps of 1 s, up to 300; `hour` of 10 s, up to 360; `day` of 240 s, up to 360.
    """

    minutes: tuple[float, ...] = ()
    hour: tuple[float, ...] = ()
    day: tuple[float, ...] = ()
