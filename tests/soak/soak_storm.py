"""A thousand jobs on one server that turns many of them away."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from pathlib import Path

import pytest

from fault_server import Fault, FaultServer
from program import Holdfast
from storm import fetch_many

JOBS = 1000
BUSY = Fault(status=503, fields={"Retry-After": "2"})
MOST_REFUSALS_A_SECOND = 40


@pytest.fixture
def refusals() -> list[float]:
    """When the server turned somebody away."""
    return []


def busy(refusals: list[float]) -> Fault:
    return Fault(
        status=503,
        fields={"Retry-After": "2"},
        before=lambda _server: refusals.append(time.monotonic()),
    )


def most_in_a_second(refusals: list[float]) -> int:
    return max(Counter(int(at) for at in refusals).values(), default=0)


def soak_a_server_that_is_busy_for_half_a_minute(
    holdfast: Holdfast, tmp_path: Path, refusals: list[float]
) -> None:
    with FaultServer(b"x" * 1000, fault=busy(refusals)) as server:
        threading.Timer(30, lambda: setattr(server, "fault", Fault())).start()
        fetch_many(holdfast, server, tmp_path / "to", tmp_path, JOBS)
    assert len(refusals) <= 20


def soak_a_server_that_turns_every_third_away(
    holdfast: Holdfast, tmp_path: Path, refusals: list[float]
) -> None:
    chance = random.Random(7)
    with FaultServer(b"x" * 1000) as server:
        server.choose = lambda _request: busy(refusals) if chance.random() < 1 / 3 else Fault()
        fetch_many(holdfast, server, tmp_path / "to", tmp_path, JOBS)
    assert most_in_a_second(refusals) <= MOST_REFUSALS_A_SECOND


def soak_a_server_that_turns_every_link_away_once(
    holdfast: Holdfast, tmp_path: Path, refusals: list[float]
) -> None:
    seen: set[str] = set()

    def choose(path: str) -> Fault:
        if path in seen:
            return Fault()
        seen.add(path)
        return busy(refusals)

    with FaultServer(b"x" * 1000) as server:
        server.choose = lambda request: choose(request.path)
        fetch_many(holdfast, server, tmp_path / "to", tmp_path, JOBS)
    assert most_in_a_second(refusals) <= MOST_REFUSALS_A_SECOND
