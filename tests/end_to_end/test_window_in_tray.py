"""The window in the tray of a real display: a host that comes late, restarts, goes; clicks."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import subprocess
from collections.abc import AsyncIterator, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from fault_server import Fault, FaultServer
from message_bus import private_bus
from program import Holdfast, Run, until_it_answers
from screen import screen
from tray_host import TrayHost, texts

MISSING = [name for name in ("Xvfb", "dbus-daemon", "xdotool", "openbox") if not shutil.which(name)]

pytestmark = [
    pytest.mark.end_to_end,
    pytest.mark.anyio,
    pytest.mark.skipif(
        bool(MISSING), reason=f"NO TRAY WAS TRIED: {MISSING} missing (make test installs them)"
    ),
]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with screen() as name, subprocess.Popen(["openbox"], env=os.environ | {"DISPLAY": name}) as wm:
        yield name
        wm.terminate()


@pytest.fixture
def daemon(tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A bus by its address, and its process."""
    with private_bus(tmp_path) as bus:
        yield bus


@pytest.fixture
def bus(daemon: tuple[str, subprocess.Popen[str]]) -> str:
    return daemon[0]


@pytest.fixture
async def hosts(bus: str) -> AsyncIterator[Hosts]:
    hosts = Hosts(bus)
    yield hosts
    for host in hosts.all:
        await host.stop()


class Hosts:
    """Starts hosts one after the other."""

    def __init__(self, address: str) -> None:
        self._address = address
        self.all: list[TrayHost] = []

    async def start(self) -> TrayHost:
        self.all.append(await TrayHost.start(self._address))
        return self.all[-1]


class Desk:
    """The display as a person sees it."""

    def __init__(self, holdfast: Holdfast, display: str, bus: str) -> None:
        self.holdfast = holdfast
        del holdfast.environment["QT_QPA_PLATFORM"]
        holdfast.environment.update({"DISPLAY": display, "DBUS_SESSION_BUS_ADDRESS": bus})

    def start(self, *words: str) -> Run:
        return self.holdfast.start(*words)

    def windows(self, name: str = "Holdfast") -> list[str]:
        """The windows that can be seen, and whose title has this name."""
        command = ["xdotool", "search", "--onlyvisible", "--name", name]
        environment = self.holdfast.environment
        found = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False
        )
        return found.stdout.split()

    async def until_windows(self, count: int, name: str = "Holdfast", seconds: float = 20) -> None:
        async with asyncio.timeout(seconds):
            while len(self.windows(name)) != count:
                await asyncio.sleep(0.1)

    async def until_it_has_keyboard(self) -> None:
        environment = self.holdfast.environment
        command = ["xdotool", "getactivewindow"]
        async with asyncio.timeout(20):
            while True:
                found = subprocess.run(
                    command, env=environment, capture_output=True, text=True, check=False
                )
                if found.stdout.split() == self.windows():
                    return
                await asyncio.sleep(0.1)


@pytest.fixture
def desk(holdfast: Holdfast, display: str, bus: str) -> Desk:
    return Desk(holdfast, display, bus)


async def registered(host: TrayHost, count: int = 1) -> None:
    async def is_there() -> bool:
        return len(host.items) >= count

    await host.until(is_there, 30)


async def test_the_icon_registers_and_a_click_toggles_the_window(desk: Desk, hosts: Hosts) -> None:
    host = await hosts.start()
    run = desk.start()
    await registered(host)
    await desk.until_windows(1)

    seen = await host.seen()
    assert seen["Id"] == "holdfast" or "Holdfast" in str(seen["Title"])
    assert {16, 22, 24, 32} <= (await host.pictures()).keys()
    await host.click()
    await desk.until_windows(0)
    assert "Show window" in list(texts(await host.menu()))
    await host.click()
    await desk.until_windows(1)
    await host.choose("Hide window")
    await desk.until_windows(0)
    await host.choose("Quit")
    assert run.outcome().code == 0


async def test_the_menu_pauses_limits_and_shows(
    desk: Desk, hosts: Hosts, server: FaultServer
) -> None:
    host = await hosts.start()
    server.fault = Fault(rate=100_000)
    desk.start("--hidden", server.url_for("/film.mkv"))
    await registered(host)

    async def is_active() -> bool:
        return "1 active" in await host.tooltip()

    await host.until(is_active)
    menu = await host.menu()
    assert any(text.startswith("film.mkv · ") for text in texts(menu))
    states = {entry.text: entry.is_enabled for entry in menu}
    assert states["Pause all jobs"]
    assert not states["Resume all jobs"]
    await host.choose("Speed limit", "256 kB/s")

    async def is_ticked() -> bool:
        limits = next(each for each in await host.menu() if each.text == "Speed limit").entries
        return next(each for each in limits if each.text == "256 kB/s").is_ticked

    await host.until(is_ticked)
    await host.choose("Pause all jobs")

    async def is_paused() -> bool:
        return any("Paused" in text for text in texts(await host.menu()))

    await host.until(is_paused)
    assert desk.windows() == []
    await host.choose("film.mkv")
    await desk.until_windows(1)


async def test_the_picture_follows_the_progress_calmly(
    desk: Desk, hosts: Hosts, server: FaultServer
) -> None:
    host = await hosts.start()
    server.fault = Fault(rate=300_000)
    desk.start("--hidden", server.url_for("/film.mkv"))
    await registered(host)
    pictures = set()

    async def is_done() -> bool:
        pictures.add((await host.pictures())[22])
        return any("Done" in text for text in texts(await host.menu()))

    await host.until(is_done, 40)
    assert len(pictures) > 3
    times = [at for at, member in host.news if member == "NewIcon"]
    assert all(later - earlier > 0.8 for earlier, later in pairwise(times))


async def test_the_middle_button_opens_the_dialog_for_links(desk: Desk, hosts: Hosts) -> None:
    host = await hosts.start()
    desk.start("--hidden")
    await registered(host)
    await host.click_middle()
    await desk.until_windows(1, "Add links")


async def test_a_link_of_our_scheme_asks_in_the_window_that_runs_and_fetches_nothing(
    desk: Desk, hosts: Hosts, server: FaultServer
) -> None:
    host = await hosts.start()
    desk.start("--hidden")
    await registered(host)

    second = await asyncio.to_thread(desk.holdfast, f"holdfast:{server.url_for('/film.mkv')}")

    assert (second.code, second.err) == (0, "")
    await desk.until_windows(1, "Add links")
    listed = await asyncio.to_thread(desk.holdfast, "list", "--json")
    assert listed.events == []


async def test_a_link_of_our_scheme_can_start_the_window(desk: Desk, server: FaultServer) -> None:
    desk.start(f"holdfast:{server.url_for('/film.mkv')}")
    await desk.until_windows(1, "Add links")


async def test_a_host_that_comes_late_gets_the_icon(desk: Desk, hosts: Hosts) -> None:
    desk.start()
    await desk.until_windows(1)
    host = await hosts.start()
    await registered(host)
    await host.click()
    await desk.until_windows(0)


async def test_a_host_that_restarts_gets_the_icon_again(desk: Desk, hosts: Hosts) -> None:
    for time_around in range(3):
        host = await hosts.start()
        if time_around == 0:
            desk.start("--hidden")
        await registered(host)
        assert (await host.tooltip()).startswith("Holdfast")
        await host.stop()
    host = await hosts.start()
    await registered(host)
    await asyncio.sleep(2)
    assert desk.windows() == [], "it stays hidden while hosts restart"


async def test_when_the_host_goes_for_good_the_window_comes_back(desk: Desk, hosts: Hosts) -> None:
    host = await hosts.start()
    desk.start("--hidden")
    await registered(host)
    await host.stop()
    await desk.until_windows(1)


async def test_when_the_bus_dies_a_hidden_window_comes_back(
    desk: Desk, hosts: Hosts, daemon: tuple[str, subprocess.Popen[str]]
) -> None:
    host = await hosts.start()
    run = desk.start("--hidden")
    await registered(host)
    # Until it has seen the tray; a start that sees none ends up minimised.
    await asyncio.sleep(2)
    daemon[1].kill()
    await desk.until_windows(1)
    assert run.process.poll() is None


# --- a tray of the older kind --------------------------------------------------------------------


@contextlib.contextmanager
def trayer(desk: Desk) -> Iterator[None]:
    """A panel that takes icons as windows, at the top right."""
    words = ("--edge", "top", "--align", "right", "--widthtype", "request", "--height", "28")
    environment = desk.holdfast.environment
    with subprocess.Popen(["trayer", *words], env=environment, stderr=subprocess.DEVNULL) as panel:
        try:
            yield
        finally:
            panel.kill()


def click_icon(desk: Desk) -> None:
    """The only icon fills the panel."""
    words = ["xdotool", "mousemove", "1268", "14", "click", "1"]
    subprocess.run(words, env=desk.holdfast.environment, check=True)


@pytest.mark.skipif(
    shutil.which("trayer") is None, reason="NO OLD TRAY WAS TRIED (apt-get install trayer)"
)
async def test_a_tray_without_a_bus_toggles_restarts_and_is_missed_when_it_goes(
    desk: Desk,
) -> None:
    with trayer(desk):
        desk.start("--hidden")
        until_it_answers(desk.holdfast.home)
        for _try in range(10):
            click_icon(desk)
            with contextlib.suppress(TimeoutError):
                await desk.until_windows(1, seconds=2)
                break
        # At once it would be a double click, which is one click and no more.
        await asyncio.sleep(1)
        click_icon(desk)
        await desk.until_windows(0)
        await asyncio.sleep(3.5)
    with trayer(desk):
        await asyncio.sleep(4)
        assert desk.windows() == [], "a panel that restarts is no reason to come back"
    await desk.until_windows(1)


# --- no tray at all ------------------------------------------------------------------------------


async def test_without_a_tray_closing_minimises_or_asks_and_a_second_start_raises(
    desk: Desk, server: FaultServer
) -> None:
    server.fault = Fault(rate=50_000)
    run = desk.start(server.url_for("/film.mkv"))
    await desk.until_windows(1)
    await desk.until_it_has_keyboard()
    async with asyncio.timeout(20):
        while not (await asyncio.to_thread(desk.holdfast, "list", "--json")).events:
            await asyncio.sleep(0.2)
    press(desk, "alt+F4")
    await desk.until_windows(1, "Quit Holdfast")
    press(desk, "Return")
    await desk.until_windows(0)
    assert run.process.poll() is None
    assert desk.holdfast().code == 0
    await desk.until_windows(1)


def press(desk: Desk, key: str) -> None:
    """On the keyboard, for whatever window has it."""
    subprocess.run(["xdotool", "key", key], env=desk.holdfast.environment, check=True)
