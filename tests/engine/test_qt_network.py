"""The system's word on the network: Qt's plugin against a NetworkManager that the test plays."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from engine.network import NetworkState
from message_bus import private_bus
from network_manager import Connectivity, Metered, NetworkManager, State

WATCHER = Path(__file__).with_name("network_watcher.py")
ONLINE = NetworkState()
OFFLINE = NetworkState(is_online=False)

needs_bus = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None,
    reason="NO dbus-daemon HERE, SO NO NETWORK WAS TRIED (apt-get install dbus)",
)


class Watcher:
    """The program that watches the network; what it says comes here."""

    def __init__(self, process: asyncio.subprocess.Process, route: Path) -> None:
        self.process = process
        self.route = route
        self.state = ONLINE

    async def line(self) -> dict[str, object]:
        """The next thing it says."""
        async with asyncio.timeout(20):
            return json.loads(await self.process.stdout.readline())

    async def next_state(self) -> NetworkState:
        """What the network became."""
        return NetworkState(**await self.line())


@pytest.fixture
def bus(tmp_path):
    with private_bus(tmp_path) as (address, _):
        yield address


@pytest.fixture
async def manager(bus):
    manager = await NetworkManager.start(bus)
    yield manager
    await manager.stop()


@contextlib.asynccontextmanager
async def watching(address: str, folder: Path, patience_ms: int = 20_000):
    """A watcher on that system bus, without a default route."""
    route = folder / "route"
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        WATCHER,
        route,
        str(patience_ms),
        env={**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": address},
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield Watcher(process, route)
    finally:
        process.kill()
        await process.communicate()


@pytest.fixture
async def watcher(bus, manager, tmp_path):
    """One that has begun."""
    async with watching(bus, tmp_path) as watcher:
        began = await watcher.line()
        assert began["knows"] is True
        assert began["again"] is True
        yield watcher


@needs_bus
class TestNetworkManagerSays:
    async def test_offline_and_online_again(self, manager, watcher):
        manager.become(state=State.DISCONNECTED)
        assert await watcher.next_state() == OFFLINE
        manager.become(state=State.CONNECTED_GLOBAL)
        assert await watcher.next_state() == ONLINE

    async def test_that_it_connects_which_is_not_online_yet(self, manager, watcher):
        manager.become(state=State.DISCONNECTED)
        assert await watcher.next_state() == OFFLINE
        manager.become(state=State.CONNECTING)
        # Told in between, so that what CONNECTING means has been heard before it.
        manager.become(metered=Metered.YES)
        assert await watcher.next_state() == NetworkState(is_online=False, is_metered=True)
        manager.become(state=State.CONNECTED_GLOBAL)
        assert await watcher.next_state() == NetworkState(is_metered=True)

    @pytest.mark.parametrize(
        "state", [State.CONNECTED_LOCAL, State.CONNECTED_SITE, State.ASLEEP, State.UNKNOWN]
    )
    async def test_less_than_offline(self, manager, watcher, state):
        manager.become(state=state)
        manager.become(metered=Metered.YES)
        assert await watcher.next_state() == NetworkState(is_metered=True)

    @pytest.mark.parametrize("metered", [Metered.YES, Metered.GUESS_YES])
    async def test_metered_and_free_again(self, manager, watcher, metered):
        manager.become(metered=metered)
        assert await watcher.next_state() == NetworkState(is_metered=True)
        manager.become(metered=Metered.GUESS_NO)
        assert await watcher.next_state() == ONLINE

    async def test_a_captive_portal_until_somebody_signs_in(self, manager, watcher):
        manager.become(connectivity=Connectivity.PORTAL)
        assert await watcher.next_state() == NetworkState(is_behind_portal=True)
        manager.become(connectivity=Connectivity.FULL)
        assert await watcher.next_state() == ONLINE

    async def test_offline_while_a_route_that_it_does_not_manage_comes_and_goes(
        self, manager, watcher
    ):
        manager.become(state=State.DISCONNECTED)
        assert await watcher.next_state() == OFFLINE
        watcher.route.touch()
        assert await watcher.next_state() == ONLINE
        watcher.route.unlink()
        assert await watcher.next_state() == OFFLINE


@needs_bus
async def test_what_was_so_before_the_program_began_is_known_at_once(bus, tmp_path):
    manager = await NetworkManager.start(bus, state=State.DISCONNECTED, metered=Metered.YES)
    async with watching(bus, tmp_path) as watcher:
        assert await watcher.next_state() == NetworkState(is_online=False, is_metered=True)
        assert (await watcher.line())["knows"] is True
    await manager.stop()


@needs_bus
async def test_a_network_manager_that_hangs_does_not_hang_the_program(bus, tmp_path):
    manager = await NetworkManager.start(bus, is_frozen=True)
    async with watching(bus, tmp_path, patience_ms=500) as watcher:
        began = await watcher.line()
    await manager.stop()
    assert began["knows"] is False
    # Qt itself would stand still for 75 s.
    assert began["longest_gap"] < 10


async def test_without_a_system_bus_somebody_else_is_asked_or_nobody(tmp_path):
    async with watching("unix:path=/nonexistent/bus", tmp_path) as watcher:
        watcher.route.touch()
        began = await watcher.line()
    assert began["knows"] == began["again"]


def test_without_an_application_nothing_is_known():
    code = """
import asyncio
from engine.qt_network import QtNetwork
network = QtNetwork()
assert asyncio.run(network.start()) is False
assert not network.state.may_hold
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_without_libdbus_somebody_else_is_asked_or_nobody():
    code = """
import asyncio, sys
sys.modules["PySide6.QtDBus"] = None
import qasync
from PySide6.QtCore import QCoreApplication
from engine.qt_network import QtNetwork
app = QCoreApplication([])
network = QtNetwork(lambda: True)
with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
    runner.run(network.start())
assert network.state.is_online
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
