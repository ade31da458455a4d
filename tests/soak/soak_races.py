"""Eight windows started at once, fifty times over: one stays, and every link is taken on."""

from __future__ import annotations

import random
import signal

from fault_server import FaultServer
from program import Holdfast
from racing import Race

ROUNDS = 50


def soak_races(holdfast: Holdfast, chance: random.Random) -> None:
    with FaultServer(b"small") as server:
        race = Race(holdfast, server)
        for number in range(ROUNDS):
            print(number, flush=True)
            race.run(then=chance.choice([signal.SIGTERM, signal.SIGKILL]))


def soak_races_with_kills(holdfast: Holdfast, chance: random.Random) -> None:
    with FaultServer(b"small") as server:
        race = Race(holdfast, server)
        for number in range(ROUNDS):
            print(number, flush=True)
            race.run_with_kills(kills=chance.randint(1, 4))
