"""The control socket: what it does for whom, and that nothing that is said to it does harm."""

from __future__ import annotations

import asyncio
import logging
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from control_house import House
from engine import FileSpec, JobSpec, JobState, Priority, Settings
from fake_engine import active, done, make_job, retrying
from gui import control
from gui.cli import get
from gui.cli.client import Client, RequestRefusedError
from gui.cli.get import Errand
from gui.cli.printing import Printer
from gui.protocol import (
    LONGEST_LINE,
    Add,
    Added,
    Answered,
    Done,
    Event,
    Follow,
    Get,
    JobLine,
    List,
    Offer,
    Open,
    Raise,
    Refused,
    Request,
    State,
    Yield,
    read_event,
)

pytestmark = pytest.mark.anyio

SPEC = JobSpec((FileSpec("http://host/file"),), Path("/d"))


# --- what can be asked ---


async def test_the_window_is_raised_with_the_token_of_the_desktop(house: House) -> None:
    house.serve()

    assert await house.ask(Raise("token-1")) == Answered()
    assert house.raised == ["token-1"]


async def test_what_is_offered_is_for_the_person_to_decide(house: House) -> None:
    house.serve()

    assert await house.ask(Offer(("http://host/a",), ("/d/x.meta4",))) == Answered()
    assert house.offered == [(("http://host/a",), ("/d/x.meta4",))]
    assert isinstance(await house.ask(Offer(("file:///etc/passwd",))), Refused)
    assert len(house.offered) == 1
    assert house.engine.added == []


async def test_without_a_window_nothing_can_be_offered(house: House) -> None:
    house.serve(window=False)

    assert isinstance(await house.ask(Offer(("http://host/a",))), Refused)


async def test_whoever_starts_hidden_only_asks_for_the_window(house: House) -> None:
    house.serve()

    assert await house.ask(Raise(quietly=True)) == Answered()
    assert house.raised == []


async def test_an_engine_without_a_window_raises_none_but_makes_way(house: House) -> None:
    house.serve(window=False)

    assert isinstance(await house.ask(Raise()), Refused)
    assert not house.asked_to_leave
    assert await house.ask(Yield()) == Answered()
    assert house.asked_to_leave


async def test_a_window_makes_way_for_nobody(house: House) -> None:
    house.serve()

    assert isinstance(await house.ask(Yield()), Refused)


async def test_a_job_is_added_as_it_was_asked_for(house: House) -> None:
    house.serve()
    spec = replace(
        SPEC,
        no_progress_timeout=None,
        minimum_retry_delay=30.0,
        priority=Priority.HIGH,
        headers=(("X-One", "1"),),
        ca_file=Path("/ca.pem"),
    )

    added = await house.ask(Add(spec))

    assert isinstance(added, Added)
    assert house.engine.added == [(spec, True)]
    assert house.instance.accepted == {added.job}


async def test_links_for_the_window_go_where_the_settings_say(house: House) -> None:
    house.engine.settings = Settings(folder="/chosen")
    house.serve()

    assert await house.ask(Open(("http://a/", "http://b/"))) == Answered()
    assert [(spec.files[0].url, spec.folder) for spec, _ in house.engine.added] == [
        ("http://a/", Path("/chosen")),
        ("http://b/", Path("/chosen")),
    ]


async def test_a_job_that_is_refused_is_refused_with_its_reason(house: House) -> None:
    house.serve()

    refused = await house.ask(Add(JobSpec((FileSpec("http://host/refused"),), Path("/d"))))

    assert refused == Refused(job=None, text="The folder /d cannot be written.", code=None)


async def test_all_jobs_are_listed_and_then_the_end(house: House) -> None:
    house.engine.put(retrying("one"))
    house.engine.put(done("two"))
    house.serve()
    peer = await house.visit()
    await peer.say(List())

    heard = [await peer.hear() for _ in range(3)]

    assert [line.name for line in heard if isinstance(line, JobLine)] == ["one", "two"]
    assert heard[-1] == Answered()


async def test_whoever_gets_a_job_hears_of_it_until_it_is_done(house: House) -> None:
    house.serve()
    peer = await house.visit()
    await peer.say(Get(SPEC))
    added = await peer.hear()
    assert isinstance(added, Added)
    assert isinstance(await peer.hear(), State)

    house.engine.put(replace(house.engine.job(added.job), state=JobState.CANCELLED))

    state = await peer.hear()
    assert isinstance(state, State)
    assert state.state == "CANCELLED"
    assert await peer.hear() == Done(job=added.job, state="CANCELLED")


async def test_a_job_can_be_followed_by_many(house: House) -> None:
    job = active()
    house.engine.put(job)
    house.serve()
    peers = [await house.visit() for _ in range(3)]
    for peer in peers:
        await peer.say(Follow(job.id))
        assert isinstance(await peer.until(State), State)

    house.engine.put(replace(job, state=JobState.ERROR))

    for peer in peers:
        assert await peer.until(Done) == Done(job=job.id, state="ERROR")


async def test_a_follower_that_goes_is_forgotten(house: House) -> None:
    job = active()
    house.engine.put(job)
    house.serve()
    peer = await house.visit()
    await peer.say(Follow(job.id))
    await peer.hear()
    assert house.engine.listeners == 1

    await peer.hang_up()

    async with asyncio.timeout(5):
        while house.engine.listeners:
            await asyncio.sleep(0.01)


async def test_many_requests_may_come_at_once(house: House) -> None:
    house.serve()
    peer = await house.visit()
    await peer.say(*[Get(SPEC)] * 50)

    jobs = {(await peer.until(Added)).job for _ in range(50)}

    assert len(jobs) == 50


# --- who is not heard ---


async def test_a_peer_that_says_nothing_is_hung_up_on(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control, "LONGEST_SILENCE", 0.1)
    house.serve()
    peer = await house.visit()

    assert isinstance(read_event(await peer.until_hung_up()), Refused)


async def test_a_peer_that_dribbles_is_hung_up_on_too(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control, "LONGEST_SILENCE", 0.3)
    house.serve()
    peer = await house.visit()

    async def dribble() -> None:
        while True:
            await peer.say_bytes(b"{")
            await asyncio.sleep(0.02)

    dribbling = asyncio.create_task(dribble())

    await peer.until_hung_up()

    dribbling.cancel()


async def test_a_follower_may_be_silent_for_as_long_as_it_likes(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control, "LONGEST_SILENCE", 0.05)
    job = make_job()
    house.engine.put(job)
    house.serve()
    peer = await house.visit()
    await peer.say(Follow(job.id))
    await peer.hear()
    await asyncio.sleep(0.3)

    house.engine.put(replace(job, state=JobState.CANCELLED))

    assert isinstance(await peer.until(Done), Done)


async def test_a_line_that_is_too_long_is_refused_unread(house: House) -> None:
    house.serve()
    peer = await house.visit()
    await peer.say_bytes(b" " * (LONGEST_LINE + 1))

    answer = await peer.until_hung_up()

    assert isinstance(read_event(answer), Refused)


async def test_more_than_there_is_room_for_are_asked_to_come_again(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control, "MOST_CLIENTS", 3)
    house.engine.put(job := make_job())
    house.serve()
    for _ in range(control.MOST_CLIENTS):
        peer = await house.visit()
        await peer.say(Follow(job.id))
        await peer.hear()

    refused = read_event(await (await house.visit()).until_hung_up())

    assert isinstance(refused, Refused)
    assert refused.again


async def test_a_follower_that_does_not_read_is_hung_up_on(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control, "MOST_UNREAD", 1000)
    job = make_job()
    house.engine.put(job)
    house.serve()
    peer = await house.visit()
    await peer.say(Follow(job.id))

    async with asyncio.timeout(10):
        while house.engine.listeners or house.engine.job(job.id).error_count == 0:
            state = JobState.QUEUED if job.state is JobState.CONNECTING else JobState.CONNECTING
            job = replace(job, state=state, error_count=job.error_count + 1)
            house.engine.put(job)
            await asyncio.sleep(0)


async def test_after_the_end_of_serving_nobody_is_answered(house: House) -> None:
    house.serve()
    address = house.address
    peer = await house.visit()
    await peer.say(List())
    assert await peer.hear() == Answered()

    house.instance.stop_serving()

    assert await peer.until_hung_up() == b""
    assert house.address == ""
    with pytest.raises(OSError, match=r"."):
        await asyncio.open_unix_connection(address)
    assert house.engine.listeners == 0


async def test_the_socket_is_for_its_owner_only(house: House) -> None:
    house.serve()

    assert stat.S_IMODE(os.stat(house.address).st_mode) & 0o077 == 0
    assert stat.S_IMODE(house.instance.home.stat().st_mode) == 0o700


# --- whatever is said ---


async def test_nonsense_is_refused_and_the_next_client_is_served(house: House) -> None:
    house.serve()
    for nonsense in (b"\n", b"hello\n", b"\xff\xfe\n", b"[" * 30_000 + b"\n", b'{"request":1}\n'):
        peer = await house.visit()
        await peer.say_bytes(nonsense)
        assert isinstance(read_event(await peer.until_hung_up()), Refused), nonsense

    assert await house.ask(List()) == Answered()


# --- the other side ---


async def test_a_request_the_other_side_would_not_read_is_not_sent(house: House) -> None:
    house.serve()
    line = Client(house.instance.home)
    links = (FileSpec("http://host/" + "x" * LONGEST_LINE),)

    with pytest.raises(RequestRefusedError):
        line.send(Get(JobSpec(links, Path("/d"))))
    line.close()


async def test_a_job_of_ten_thousand_links_can_be_handed_over(house: House) -> None:
    house.serve()
    links = tuple(FileSpec(f"http://host/{number:0500}") for number in range(10_000))

    assert isinstance(await house.ask(Add(JobSpec(links, Path("/d")))), Added)


async def test_a_client_hears_events_until_the_other_side_hangs_up(house: House) -> None:
    job = make_job()
    house.engine.put(job)
    house.serve()
    line = Client(house.instance.home)
    line.send(Follow(job.id))
    heard = []

    while (event := await line.hear(5)) is not None:
        heard.append(event)
        if isinstance(event, State):
            house.instance.stop_serving()
    line.close()

    assert [type(event) for event in heard] == [State]


class Silent(Printer):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def show(self, event: Event) -> None:
        assert not isinstance(event, Answered | Refused)

    def _say(self, text: str) -> None:
        self.said.append(text)


async def test_a_get_that_is_asked_to_come_again_comes_again(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    monkeypatch.setattr(control, "MOST_CLIENTS", 0)
    house.serve()
    errand = Errand(house.instance.home, [SPEC], Silent())
    running = asyncio.create_task(errand.run())
    async with asyncio.timeout(5):
        while "was refused" not in caplog.text:
            await asyncio.sleep(0.01)

    monkeypatch.setattr(control, "MOST_CLIENTS", 1)
    async with asyncio.timeout(5):
        while not house.engine.jobs():
            await asyncio.sleep(0.01)
    (job,) = house.engine.jobs()
    house.engine.put(replace(job, state=JobState.ACKNOWLEDGED))
    async with asyncio.timeout(5):
        await running

    assert not errand.failed


@pytest.mark.parametrize("has_window", [True, False])
async def test_a_get_asks_an_instance_with_nothing_to_tell_whether_it_is_there(
    house: House, monkeypatch: pytest.MonkeyPatch, has_window: bool
) -> None:
    monkeypatch.setattr(get, "SECONDS_BEFORE_DOUBT", 0.01)
    asked: list[Request] = []
    answer = control.Conversation._carry_out

    async def count(conversation: control.Conversation, request: Request) -> None:
        asked.append(request)
        await answer(conversation, request)

    monkeypatch.setattr(control.Conversation, "_carry_out", count)
    house.serve(window=has_window)
    out = Silent()
    errand = Errand(house.instance.home, [SPEC], out)
    running = asyncio.create_task(errand.run())
    async with asyncio.timeout(5):
        while asked.count(get.GREETING) < 4:
            await asyncio.sleep(0.01)
        (job,) = house.engine.jobs()
        house.engine.put(replace(job, state=JobState.ACKNOWLEDGED))
        await running

    assert (errand.failed, out.said) == (False, [])
