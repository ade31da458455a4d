"""Ten thousand jobs: what programs ask every second must not walk over them. Work is counted."""

from __future__ import annotations

import asyncio
import json
from collections import Counter

import pytest
from aria2_bench import SECRET, TOKEN

from engine import JobState
from fake_engine import FakeEngine, active, done, failed, make_job, paused
from gui.aria2.arguments import Arguments, CallRefused
from gui.aria2.dialogue import Dialogue
from gui.aria2.methods import Methods

pytestmark = pytest.mark.anyio

DONE, FAILED, QUEUED, PAUSED, ACTIVE = 8_000, 1_000, 900, 90, 10


class CountingEngine(FakeEngine):
    """Tells how often somebody looked, and at what."""

    def __init__(self, *jobs) -> None:
        super().__init__(*jobs)
        self.looks: Counter[str] = Counter()

    def job(self, job_id):
        self.looks["job"] += 1
        return super().job(job_id)

    def jobs(self):
        self.looks["jobs"] += 1
        return super().jobs()

    def job_ids(self):
        self.looks["job_ids"] += 1
        return [job.id for job in super().jobs()]

    def state(self, job_id) -> JobState:
        self.looks["state"] += 1
        return super().job(job_id).state

    def take_looks(self) -> Counter[str]:
        looks, self.looks = self.looks, Counter()
        return looks


@pytest.fixture
def engine():
    kinds = [(done, DONE), (failed, FAILED), (make_job, QUEUED), (paused, PAUSED), (active, ACTIVE)]
    return CountingEngine(*(make(f"{n}.bin") for make, count in kinds for n in range(count)))


@pytest.fixture
def methods(engine, tmp_path):
    methods = Methods(engine, tmp_path, lambda: tmp_path)
    yield methods
    methods.close()


async def ask(methods: Methods, name: str, *params):
    return await methods.call(f"aria2.{name}", Arguments(params))


async def test_to_begin_costs_a_look_at_each_state_and_at_no_job(engine, methods):
    looks = engine.take_looks()
    assert looks["job"] == 0
    assert looks["state"] == DONE + FAILED + QUEUED + PAUSED + ACTIVE


async def test_what_is_asked_every_second_costs_what_it_shows(engine, methods):
    engine.take_looks()
    stat = await ask(methods, "getGlobalStat")
    assert (stat["numActive"], stat["numWaiting"], stat["numStopped"]) == ("10", "990", "9000")
    assert engine.take_looks() == {"job": ACTIVE}
    assert len(await ask(methods, "tellActive", ["gid", "status"])) == ACTIVE
    assert engine.take_looks() == {"job": ACTIVE}
    for offset in (-1, 0, 5_000):
        assert len(await ask(methods, "tellStopped", offset, 1000, ["gid"])) == 1000
        assert engine.take_looks() == {"job": 1000}
    # The line is looked at once; then only those that are shown.
    await ask(methods, "tellWaiting", 0, 100, ["gid"])
    assert engine.take_looks() == {"job": QUEUED + PAUSED + 100}
    await ask(methods, "tellWaiting", -1, 100, ["gid"])
    assert engine.take_looks() == {"job": 100}


async def test_a_change_of_a_job_costs_a_look_at_its_state(engine, methods):
    await ask(methods, "tellWaiting", 0, 1)
    (first, *_) = [job for job in engine.jobs() if job.state is JobState.QUEUED]
    running = next(job for job in engine.jobs() if job.state is JobState.TRANSFERRING)
    engine.take_looks()
    for _ in range(100):
        engine.put(running)
    assert engine.take_looks() == {"state": 100}
    engine.put(first)
    assert engine.take_looks() == {"state": 1}
    await ask(methods, "tellWaiting", 0, 0)
    assert engine.take_looks() == {"job": 1}
    engine.lose(first.id)
    assert (await ask(methods, "getGlobalStat"))["numWaiting"] == "989"


async def test_a_job_is_found_by_its_name_without_a_search(engine, methods):
    job = engine.jobs()[5_000]
    gid = methods._means.gid(job.id)
    engine.take_looks()
    assert await ask(methods, "tellStatus", gid, ["gid"]) == {"gid": gid}
    assert (await ask(methods, "tellStatus", gid[:12], ["gid"])) == {"gid": gid}
    assert engine.take_looks() == {"job": 2}


async def test_others_get_their_turn_while_all_are_told(engine, methods):
    turns = 0

    async def take_turns() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    others = asyncio.create_task(take_turns())
    assert len(await ask(methods, "tellStopped", 0, 100_000, ["gid", "status"])) == 9_000
    assert turns >= 9_000 // 50
    turns = 0
    await ask(methods, "pauseAll")
    assert turns >= 910 // 10
    assert (await ask(methods, "getGlobalStat"))["numActive"] == "0"
    turns = 0
    dialogue = Dialogue(methods, SECRET)
    call = {"methodName": "aria2.getVersion", "params": [TOKEN]}
    asked = {"id": 1, "method": "system.multicall", "params": [[call] * 1000]}
    await dialogue.reply(json.dumps(asked).encode())
    assert turns >= 1000 // 25
    others.cancel()


async def test_stopped_jobs_stand_in_the_order_in_which_they_ended(engine, methods):
    running = [job for job in engine.jobs() if job.state is JobState.TRANSFERRING]
    for job in running[:3]:
        engine.put(done(job.name, id=job.id))
    ends = [methods._means.gid(job.id) for job in running[:3]]
    last = await ask(methods, "tellStopped", -1, 2, ["gid"])
    assert [one["gid"] for one in last] == [ends[2], ends[1]]
    assert await ask(methods, "tellStopped", -9_004, 5, ["gid"]) == []
    assert len(await ask(methods, "tellStopped", -9_003, 5, ["gid"])) == 1
    assert await ask(methods, "tellStopped", 9_003, 5, ["gid"]) == []
    assert await ask(methods, "tellStopped", -99_999, 5, ["gid"]) == []


async def test_what_is_being_given_its_name_cannot_be_paused(engine, methods):
    running = next(job for job in engine.jobs() if job.state is JobState.TRANSFERRING)
    engine.put(make_job(id=running.id, state=JobState.TRANSFERRED))
    gid = methods._means.gid(running.id)
    assert (await ask(methods, "tellStatus", gid))["status"] == "active"
    with pytest.raises(CallRefused, match="cannot be paused now"):
        await ask(methods, "pause", gid)
    await ask(methods, "pauseAll")
    assert engine.job(running.id).state is JobState.TRANSFERRED


async def test_thousands_are_cleared_away_at_once(engine, methods):
    assert await ask(methods, "purgeDownloadResult") == "OK"
    assert (await ask(methods, "getGlobalStat"))["numStopped"] == "0"
    assert await ask(methods, "tellStopped", 0, 1000) == []
