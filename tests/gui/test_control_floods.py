"""Clients of the control socket that ask for too much, read too little or never go."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import resource
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from control_house import House
from engine import FileSpec, JobSpec
from engine.threads import in_thread
from fake_engine import done
from gui import control
from gui.protocol import (
    LONGEST_LINE,
    Answered,
    Follow,
    Get,
    List,
    Open,
    Raise,
    Refused,
    Yield,
    read_event,
    to_line,
)

pytestmark = pytest.mark.anyio

CLIENTS = 1000
LONGEST_TURN = 0.25
"""Seconds of the processor; the window may not stand still for longer, on a slow machine either."""


class Heart:
    """Beats in the window's thread; `longest` is what the thread did at most between two beats."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def beat(self) -> None:
        before = time.thread_time()
        while True:
            await asyncio.sleep(0.001)
            now = time.thread_time()
            self.longest = max(self.longest, now - before)
            before = now


@contextlib.asynccontextmanager
async def beating() -> AsyncIterator[Heart]:
    heart = Heart()
    beat = asyncio.create_task(heart.beat())
    yield heart
    beat.cancel()


def flood(address: str, *floods: bytes) -> None:
    """Say each over a connection of its own, all at once and without reading, until hung up on."""
    with contextlib.ExitStack() as stack:
        lines = [stack.enter_context(socket.socket(socket.AF_UNIX)) for _ in floods]
        for line in lines:
            line.connect(address)
            line.setblocking(False)
        left = dict(zip(lines, map(memoryview, floods), strict=True))
        deadline = time.monotonic() + 60
        while left and time.monotonic() < deadline:
            for line in list(left):
                with contextlib.suppress(BlockingIOError):
                    try:
                        left[line] = left[line][line.send(left[line]) :]
                    except ConnectionError:
                        left[line] = memoryview(b"")
                    if not left[line]:
                        del left[line]
            time.sleep(0.001)
        assert not left, "it was never read to the end"


@pytest.mark.parametrize(
    "words",
    [
        b"[" * LONGEST_LINE,
        b'{"request":"open","links":["' + b"a" * (LONGEST_LINE - 100) + b'"]}\n',
        b'{"request":"open","links":[' + b'"x",' * 1_000_000 + b'"x"]}\n',
        b'{"request":"raise","more":' + b"[" * 1_000_000 + b"]" * 1_000_000 + b"}\n",
        to_line(Raise("t")) * 100_000,
        to_line(Yield()) * 100_000,
        to_line(Follow("none")) * 100_000,
        to_line(List()) * 100_000,
        b"\n" * 1_000_000,
        b"\0" * 5_000_000,
    ],
    ids=lambda words: words[:25].decode(),
)
async def test_who_says_very_much_does_not_stop_the_window(house: House, words: bytes) -> None:
    house.serve()
    async with beating() as heart:
        await in_thread("another", flood, house.address, words)

        assert await house.ask(List()) == Answered()

    assert heart.longest < LONGEST_TURN
    assert house.engine.added == []


async def test_many_who_say_much_do_not_stop_the_window(house: House) -> None:
    house.serve()
    async with beating() as heart:
        floods = [to_line(Raise("t")) * 5000] * (control.MOST_CLIENTS - 1)
        await in_thread("another", flood, house.address, *floods)
        await nobody_is_left(house)

        assert await house.ask(List()) == Answered()

    assert heart.longest < LONGEST_TURN


async def test_thousands_come_and_go(house: House, caplog: pytest.LogCaptureFixture) -> None:
    house.serve()

    def come_and_go() -> None:
        for _ in range(3):
            with contextlib.ExitStack() as stack:
                for _ in range(CLIENTS):
                    line = stack.enter_context(socket.socket(socket.AF_UNIX))
                    line.connect(house.address)

    async with beating() as heart:
        await in_thread("another", come_and_go)
        await nobody_is_left(house)

        assert await house.ask(List()) == Answered()

    assert heart.longest < LONGEST_TURN
    assert house.engine.listeners <= 1
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_who_never_reads_is_not_waited_for(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even after it has talked nonsense, when what it has not read yet is still to be sent."""
    monkeypatch.setattr(control, "LONGEST_READ", 0.5)
    for _ in range(3000):
        house.engine.put(done())
    house.serve()
    peers = [await house.visit() for _ in range(3)]
    for peer in peers:
        peer.stop_reading()
    await peers[0].say(*[List()] * 20)
    await peers[1].say(*[Raise()] * 30_000)
    await peers[1].say_bytes(b"nonsense\n")
    await peers[2].say_bytes(b"{")

    await nobody_is_left(house)

    assert house.engine.listeners == 0


async def nobody_is_left(house: House) -> None:
    async with asyncio.timeout(60):
        while house.clients:
            await asyncio.sleep(0.01)


_COMERS = """
import socket, sys, time
sys.stdin.readline()
lines = [socket.socket(socket.AF_UNIX) for _ in range(8)]
for line in lines:
    line.connect(sys.argv[1])
sys.stdin.read()
"""


@contextlib.contextmanager
def no_more_files(*, but: int) -> Iterator[None]:
    """This process can open no files, but so many."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    highest = max(int(entry.name) for entry in Path("/proc/self/fd").iterdir())
    hoard: list[int] = []
    resource.setrlimit(resource.RLIMIT_NOFILE, (highest + but + 1, hard))
    try:
        with contextlib.suppress(OSError):
            while True:
                hoard.append(os.open(os.devnull, os.O_RDONLY))
        for _ in range(but):
            os.close(hoard.pop())
        yield
    finally:
        for descriptor in hoard:
            os.close(descriptor)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


async def test_when_there_were_no_files_left_to_open_it_listens_again(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(control, "SECONDS_BETWEEN_LOOKS", 0.2)
    house.serve()
    address = Path(house.address)
    command = [sys.executable, "-c", _COMERS, str(address)]
    pipes = {"stdin": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, **pipes) as comers:
        assert comers.stdin is not None
        with no_more_files(but=2):
            comers.stdin.write(b"go\n")
            comers.stdin.flush()
            async with asyncio.timeout(10):
                while address.exists():
                    await asyncio.sleep(0.01)
        comers.stdin.close()

    async with asyncio.timeout(10):
        while not address.exists():
            await asyncio.sleep(0.01)
    assert await house.ask(List()) == Answered()
    assert "was closed" in caplog.text


async def test_what_comes_while_it_ends_is_not_begun(house: House) -> None:
    """The engine is about to close; whoever is told so comes again, to the next one."""
    house.serve()
    slow, late = await house.visit(), await house.visit()
    await late.say(List())
    assert await late.hear() == Answered()
    held = asyncio.Event()

    async def add(spec: JobSpec, *, start: bool = True) -> str:
        await held.wait()
        return await type(house.engine).add(house.engine, spec, start=start)

    house.engine.add = add  # type: ignore[method-assign]
    await slow.say(Open(("http://host/one",)))
    await asyncio.sleep(0.1)
    ending = asyncio.create_task(house.instance.finish_answers())
    await asyncio.sleep(0.1)
    await late.say(Open(("http://host/two",)))

    refused = await late.hear()
    held.set()

    assert isinstance(refused, Refused)
    assert refused.again
    assert await slow.hear() == Answered()
    await ending
    assert [spec.files[0].url for spec, _ in house.engine.added] == ["http://host/one"]


async def test_one_bad_link_among_good_ones_and_none_is_added(house: House) -> None:
    house.serve()

    refused = await house.ask(Open(("http://host/one", "gopher://host/two")))

    assert isinstance(refused, Refused)
    assert house.engine.added == []


async def test_what_goes_wrong_is_told_without_what_was_said(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    house.engine.refuses = KeyError("http://ada:s3cret@host/")
    house.serve()

    peer = await house.visit()
    await peer.say(Get(JobSpec((FileSpec("http://ada:s3cret@host/"),), Path("/d"))))
    refused = read_event(await peer.until_hung_up())

    assert isinstance(refused, Refused)
    assert not refused.again
    assert "KeyError" in caplog.text
    assert "fake_engine" in caplog.text
    assert "s3cret" not in caplog.text + refused.text
    assert await house.ask(List()) == Answered()


@pytest.mark.parametrize("token", ["\0", "a\0b", "é", "a b", "\n", "x" * 1001])
async def test_a_token_that_the_environment_would_not_bear_is_refused(
    house: House, token: str
) -> None:
    house.serve()
    peer = await house.visit()
    await peer.say_bytes(json.dumps({"request": "raise", "token": token}).encode() + b"\n")

    assert isinstance(read_event(await peer.until_hung_up()), Refused)
    assert house.raised == []
