"""Answers over the control socket: orders, long answers, answers of an engine that ends."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from control_house import Engine, House
from engine import FileSpec, JobSpec, JobState
from fake_engine import active, done, paused
from gui import control
from gui.protocol import (
    Add,
    Added,
    Answered,
    Complete,
    JobLine,
    List,
    Order,
    Pause,
    Raise,
    Refused,
    Resume,
    read_event,
)

pytestmark = pytest.mark.anyio

SPEC = JobSpec((FileSpec("http://host/file"),), Path("/d"))


# --- orders ---


async def test_an_order_is_carried_out_and_told_job_by_job(house: House) -> None:
    house.engine.put(moving := active())
    house.engine.put(over := done())
    house.serve()
    peer = await house.visit()
    await peer.say(Order(Pause(), (moving.id, over.id)))

    heard = [await peer.hear() for _ in range(3)]

    assert [type(event) for event in heard] == [JobLine, Refused, Answered]
    assert house.engine.job(moving.id).state is JobState.SUSPENDED
    assert house.instance.set_going == set()


async def test_what_clients_set_going_is_remembered_apart_from_what_they_brought(
    house: House,
) -> None:
    house.engine.put(job := paused())
    house.serve()
    peer = await house.visit()
    await peer.say(Order(Resume(), (job.id,)), Add(SPEC, start=False))

    added = await peer.until(Added)

    assert house.instance.set_going == {job.id}
    assert house.instance.accepted == set(), "nothing runs for it"
    assert house.engine.job(added.job).state is JobState.SUSPENDED


@pytest.mark.parametrize(
    "deed",
    [
        b'{"do":"set","give_up_after":-1}',
        b'{"do":"set","retry_delay":-0.5}',
        b'{"do":"set","limit":-1}',
        b'{"do":"set","max_time":0}',
        b'{"do":"set","priority":9}',
        b'{"do":"skip","files":[0]}',
        b'{"do":"retry","file":-1}',
        b'{"do":"move","place":"sideways"}',
        b'{"do":"destroy"}',
    ],
)
async def test_numbers_and_words_that_make_no_sense_change_nothing(
    house: House, deed: bytes
) -> None:
    house.engine.put(job := active())
    house.serve()
    peer = await house.visit()
    await peer.say_bytes(
        b'{"request":"order","jobs":["' + job.id.encode() + b'"],"deed":' + deed + b"}\n"
    )

    assert isinstance(read_event(await peer.until_hung_up()), Refused)
    assert house.engine.job(job.id) == job
    assert house.engine.commands == []


# --- long answers ---


async def test_a_long_answer_comes_whole_though_the_client_is_slow_to_read(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control, "MOST_AHEAD", 1000)
    monkeypatch.setattr(control, "MOST_UNREAD", 400_000)
    for number in range(2000):
        house.engine.put(active(f"{number}.iso"))
    house.serve()
    peer = await house.visit()
    await peer.say(List())
    await asyncio.sleep(0.2)

    heard = [await peer.hear() for _ in range(2001)]

    assert [event.name for event in heard if isinstance(event, JobLine)] == [
        f"{number}.iso" for number in range(2000)
    ]
    assert heard[-1] == Answered()


async def test_others_get_their_turn_while_a_long_answer_is_told(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control, "MOST_AHEAD", 1 << 30)
    monkeypatch.setattr(control, "LONGEST_STRETCH", 0.0)
    for _ in range(3000):
        house.engine.put(last := active())
    house.serve()
    patient, hasty = await house.visit(), await house.visit()
    await patient.say(List())
    await patient.hear()
    await hasty.say(Raise())

    await hasty.hear()

    house.engine.put(replace(last, state=JobState.SUSPENDED))
    lines = [await patient.hear() for _ in range(2999)]
    assert isinstance(lines[-1], JobLine)
    assert lines[-1].state == "SUSPENDED", "it had not been told yet"
    assert await patient.hear() == Answered()


async def test_a_client_that_does_not_read_its_answer_is_hung_up_on(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control, "MOST_AHEAD", 1000)
    monkeypatch.setattr(control, "LONGEST_READ", 0.1)
    for number in range(5000):
        house.engine.put(active(f"{number}.iso"))
    house.serve()
    peer = await house.visit()
    peer.stop_reading()
    await peer.say(List())

    async with asyncio.timeout(5):
        while house.clients:
            await asyncio.sleep(0.01)

    assert isinstance(await house.ask(Raise()), Answered)


# --- the end of the engine ---


class Slow(Engine):
    """An engine that takes its time to complete a job."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.may = asyncio.Event(), asyncio.Event()

    async def complete(self, job_id: str) -> None:
        self.asked.set()
        await self.may.wait()
        await super().complete(job_id)


async def test_an_engine_that_ends_tells_its_answers_to_the_end_and_begins_no_other(
    house: House,
) -> None:
    house.engine = engine = Slow()
    engine.put(job := active())
    engine.put(other := active())
    house.serve()
    peer = await house.visit()
    await peer.say(Order(Complete(), (job.id,)), Order(Pause(), (other.id,)))
    await engine.asked.wait()
    ending = asyncio.create_task(house.instance.finish_answers())
    await asyncio.sleep(0)
    engine.may.set()

    await ending
    house.instance.stop_serving()

    heard = [read_event(line) for line in (await peer.until_hung_up()).splitlines()]
    assert [type(event) for event in heard] == [JobLine, Answered]
    assert engine.job(other.id).state is JobState.TRANSFERRING


async def test_an_engine_that_ends_does_not_wait_for_ever_for_an_answer(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control, "LONGEST_FAREWELL", 0.1)
    house.engine = engine = Slow()
    engine.put(job := active())
    house.serve()
    peer = await house.visit()
    await peer.say(Order(Complete(), (job.id,)))
    await engine.asked.wait()

    async with asyncio.timeout(5):
        await house.instance.finish_answers()
    house.instance.stop_serving()

    assert await peer.until_hung_up() == b""
