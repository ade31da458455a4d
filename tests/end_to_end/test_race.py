"""Windows that start at the same moment: one stays, and every link is taken on."""

from __future__ import annotations

import signal

import pytest

from fault_server import FaultServer
from program import Holdfast
from racing import Race

pytestmark = pytest.mark.end_to_end

ROUNDS = 5
"""`make soak` runs fifty."""


def test_of_eight_at_once_one_stays_and_takes_every_link(
    holdfast: Holdfast, server: FaultServer
) -> None:
    server.content = b"small"
    race = Race(holdfast, server)
    for number in range(ROUNDS - 1):
        race.run(then=[signal.SIGTERM, signal.SIGKILL][number % 2])
    race.run_with_kills()
