"""A home that changes hands hundreds of times: every job is in the list, and every file here."""

from __future__ import annotations

import random
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from fault_server import Fault, FaultServer, some_content
from program import Holdfast, Run

ROUNDS = 150
CONTENT = some_content(600_000)


@dataclass
class House:
    """One home, and all who come and go in it."""

    holdfast: Holdfast
    server: FaultServer
    to: Path
    chance: random.Random
    names: list[str] = field(default_factory=list)

    def get(self) -> Run:
        """Begin to fetch another file."""
        self.names.append(f"{len(self.names)}.bin")
        return self.again(-1)

    def again(self, number: int) -> Run:
        """Go on with a file that somebody began to fetch."""
        url = self.server.url_for(f"/{self.names[number]}")
        return self.holdfast.start("get", url, "--to", self.to, "--json")

    def window(self) -> Run:
        """Open a window, or try to."""
        return self.holdfast.start("--hidden")

    def pause(self) -> None:
        """Let some time pass: now and then just as much as a file takes."""
        time.sleep(self.chance.uniform(0.0, 1.2))

    def check(self, *gets: Run) -> None:
        """What was fetched has arrived and is listed, whoever has the home now."""
        outcomes = [get.outcome() for get in gets]
        assert [outcome.code for outcome in outcomes] == [0] * len(gets), outcomes
        listed = self.holdfast("list", "--json")
        jobs = {job["name"]: job["state"] for job in listed.events}
        assert jobs == dict.fromkeys(self.names, "ACKNOWLEDGED"), (outcomes, listed)
        for name in self.names[len(self.names) - len(gets) :]:
            assert (self.to / name).read_bytes() == CONTENT


def window_comes_and_goes(house: House) -> None:
    get = house.get()
    house.pause()
    window = house.window()
    house.pause()
    window.signal(signal.SIGTERM)
    window.outcome()
    house.check(get)


def window_is_killed(house: House) -> None:
    window = house.window()
    house.pause()
    get = house.get()
    house.pause()
    window.signal(signal.SIGKILL)
    window.outcome()
    house.check(get)


def engine_of_two_is_killed(house: House) -> None:
    killed = house.get()
    house.pause()
    follower = house.get()
    house.pause()
    killed.signal(signal.SIGKILL)
    killed.outcome()
    house.check(house.again(-2), follower)


def window_comes_while_two_get(house: House) -> None:
    gets = [house.get(), house.get()]
    house.pause()
    window = house.window()
    house.check(*gets)
    window.signal(house.chance.choice([signal.SIGTERM, signal.SIGKILL]))
    window.outcome()
    house.check()


@pytest.mark.parametrize("rate", [500_000, 2_000_000])
def soak_takeovers(holdfast: Holdfast, place: Path, chance: random.Random, rate: int) -> None:
    turns = (
        window_comes_and_goes,
        window_is_killed,
        engine_of_two_is_killed,
        window_comes_while_two_get,
    )
    with FaultServer(CONTENT, fault=Fault(rate=rate)) as server:
        house = House(holdfast, server, place / "downloads", chance)
        for number in range(ROUNDS):
            turn = chance.choice(turns)
            print(number, turn.__name__, flush=True)
            turn(house)
