"""`kill -9` at any moment costs a second or so of data, and nothing else."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from disks import need_marks, quick_place
from fault_server import Fault, FaultServer, some_content
from killing import kill_after, states_of_jobs
from program import Holdfast

pytestmark = pytest.mark.end_to_end

CONTENT = some_content(8_000_000)


@pytest.fixture
def place() -> Iterator[Path]:
    with quick_place() as place:
        need_marks(place)
        yield place


@pytest.fixture
def holdfast(place: Path) -> Iterator[Holdfast]:
    program = Holdfast(place / "home")
    yield program
    program.end_all()


@pytest.fixture
def to(place: Path) -> Path:
    return place / "downloads"


def test_a_kill_at_any_moment_costs_little_and_loses_nothing(holdfast: Holdfast, to: Path) -> None:
    chance = random.Random()
    state = chance.getstate()
    with FaultServer(CONTENT, fault=Fault(rate=800_000)) as server:
        command = ("get", server.url, "--to", to, "--json")
        losses = [
            kill_after(chance.uniform(0.1, 2.5), holdfast, server, *command) for _ in range(4)
        ]
        server.fault = Fault()
        outcome = holdfast(*command)

    assert all(loss.is_fair for loss in losses), (losses, state)
    assert outcome.code == 0
    assert (to / "file.bin").read_bytes() == CONTENT
    assert os.listdir(to) == ["file.bin"]
    assert states_of_jobs(holdfast) == ["ACKNOWLEDGED"]


def test_a_kill_as_soon_as_there_is_a_part_file_leaves_no_second_one(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    command = ("get", server.url, "--to", to)
    run = holdfast.start(*command)
    while not (to / "file.bin.part").exists():
        assert run.process.poll() is None
    run.process.kill()
    run.outcome()

    assert holdfast(*command).code == 0

    assert os.listdir(to) == ["file.bin"]
    assert (to / "file.bin").read_bytes() == server.content
