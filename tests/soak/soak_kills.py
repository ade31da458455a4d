"""A hundred kills at random moments, of several kinds of job: right bytes, and little twice."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest

from fault_server import Fault, FaultServer, some_content
from killing import Loss, kill_after, states_of_jobs
from program import Holdfast
from real_servers import KINDS, serving

KILLS = 100
CONTENT = some_content(12_000_000)
STEADY = Fault(rate=1_000_000)
DROPPING = Fault(rate=1_000_000, drop_after=700_000)


@pytest.mark.parametrize("fault", [STEADY, DROPPING], ids=["steady", "dropping"])
@pytest.mark.parametrize("files", [1, 5])
def soak_kills(
    holdfast: Holdfast, place: Path, chance: random.Random, fault: Fault, files: int
) -> None:
    to = place / "downloads"
    kills: list[Loss] = []
    jobs = 0
    with FaultServer(CONTENT[: len(CONTENT) // files], fault=fault) as server:
        while len(kills) < KILLS:
            jobs += 1
            names = [f"{jobs}-{number}.bin" for number in range(files)]
            links = [server.url_for(f"/{name}") for name in names]
            kills += _killed_until_whole(holdfast, server, chance, "get", *links, "--to", to)
            for name in names:
                assert (to / name).read_bytes() == server.content, name
            assert states_of_jobs(holdfast) == ["ACKNOWLEDGED"] * jobs
    assert len(os.listdir(to)) == jobs * files, sorted(os.listdir(to))
    unfair = [loss for loss in kills if not loss.is_fair]
    print(f"{len(kills)} kills, at most {max(loss.lost for loss in kills)} bytes lost, {unfair=}")
    assert unfair == []


def _killed_until_whole(
    holdfast: Holdfast, server: FaultServer, chance: random.Random, *command: object
) -> list[Loss]:
    kills: list[Loss] = []
    as_one = ("--as-one-job", "--json")
    while True:
        loss = kill_after(chance.uniform(0.1, 3.0), holdfast, server, *command, *as_one)
        if loss.code >= 0:
            assert loss.code == 0
            return kills
        kills.append(loss)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", ["plain", "noetag"])
def soak_kills_against_real_servers(
    holdfast: Holdfast, place: Path, chance: random.Random, kind: str, path: str
) -> None:
    if KINDS[kind].program is None:
        pytest.skip(KINDS[kind].missing)
    served, to = place / "served", place / "downloads"
    place.chmod(0o755)
    served.mkdir(mode=0o755)
    content = some_content(20_000_000)
    with serving(KINDS[kind], served) as site:
        site.publish("file.bin", content)
        command = ("get", f"{site.url}/{path}/file.bin", "--to", to, "--limit")
        for _ in range(20):
            run = holdfast.start(*command, "3M")
            time.sleep(chance.uniform(0.1, 1.5))
            run.process.kill()
            run.outcome()
        assert holdfast(*command, "0").code == 0
    assert (to / "file.bin").read_bytes() == content
    assert os.listdir(to) == ["file.bin"]
