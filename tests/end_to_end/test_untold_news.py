"""What the desktop is told by the program itself, over its sudden end and its next beginning."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import signal
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from fault_server import FaultServer
from gui.cli.client import Client, NoAnswerError
from message_bus import private_bus
from notification_bus import Daemon
from program import Holdfast, Run

pytestmark = [
    pytest.mark.end_to_end,
    pytest.mark.skipif(
        shutil.which("dbus-daemon") is None,
        reason="NO dbus-daemon HERE, SO NO NOTIFICATION WAS TRIED (apt-get install dbus)",
    ),
]


@pytest.fixture
def bus(tmp_path: Path, holdfast: Holdfast) -> Iterator[str]:
    with private_bus(tmp_path) as (address, _process):
        holdfast.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        yield address


@pytest.fixture
async def daemon(bus: str) -> AsyncIterator[Daemon]:
    daemon = await Daemon.start(bus)
    yield daemon
    await daemon.stop()


async def begin(holdfast: Holdfast) -> Run:
    run = holdfast.start("--hidden")
    async with asyncio.timeout(30):
        while True:
            with contextlib.suppress(NoAnswerError):
                Client(holdfast.home).close()
                return run
            await asyncio.sleep(0.05)


async def add(holdfast: Holdfast, *words: object) -> None:
    outcome = await asyncio.to_thread(holdfast, "add", *words)
    assert outcome.code == 0, outcome.err


async def test_what_nobody_saw_before_a_crash_is_shown_after_it_and_what_was_seen_is_not(
    holdfast: Holdfast, daemon: Daemon, server: FaultServer, to: Path
) -> None:
    first = await begin(holdfast)
    await add(holdfast, server.url_for("/seen.bin"), "--to", to)
    assert (await daemon.next_popup()).title == "seen.bin"
    daemon.is_frozen = True
    await add(holdfast, server.url_for("/unseen.bin"), "--to", to)
    await daemon.until(lambda: daemon.calls.count("Notify") == 2)
    first.signal(signal.SIGKILL)
    await asyncio.to_thread(first.outcome)
    daemon.is_frozen = False

    second = await begin(holdfast)
    popup = await daemon.next_popup(2)

    assert popup.title == "unseen.bin"
    second.signal(signal.SIGTERM)
    await asyncio.to_thread(second.outcome)
    assert popup.key in daemon.closed, "its buttons would be dead"
    assert len(daemon.popups) == 2
