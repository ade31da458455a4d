"""What the taskbar is told, and how: only changes, not too often, and nothing is left behind."""

from __future__ import annotations

import asyncio
import ctypes
import itertools
import os
import shutil
import signal
import sys
import types

import pytest

from gui import session_bus, taskbar
from gui.session_bus import BUS, Bus, Rule
from gui.taskbar import Taskbar, launcher, system_shelf, windows
from gui.taskbar.dock import Dock
from gui.taskbar.launcher import Launcher
from gui.taskbar.look import NOTHING, Look
from gui.taskbar.windows import TaskbarList, WindowsTaskbar
from message_bus import private_bus

with_bus = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None,
    reason="NO dbus-daemon HERE, SO NO LAUNCHER WAS TOLD (apt-get install dbus)",
)


class Shelf:
    """Remembers what it showed, and when."""

    def __init__(self):
        self.looks = []
        self.fails = False
        self.hangs = False
        self.is_closed = False

    async def show(self, look):
        self.looks.append((asyncio.get_running_loop().time(), look))
        if self.hangs:
            await asyncio.Event().wait()
        if self.fails:
            raise OSError("no such taskbar")

    async def close(self):
        self.is_closed = True

    @property
    def shown(self):
        return [look for _, look in self.looks]


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
async def make(shelf):
    made = []

    def make_taskbar(**facts):
        made.append(Taskbar(shelf, **facts))
        return made[-1]

    yield make_taskbar
    for one in made:
        await one.close()


async def until(condition):
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.005)


class TestWhatIsTold:
    async def test_only_what_is_seen_to_change_is(self, make, shelf, monkeypatch):
        monkeypatch.setattr(taskbar, "PAUSE", 0.01)
        bar = make()
        bar.show(None, 0)
        await asyncio.sleep(0.03)
        assert shelf.shown == []
        for progress in (0.101, 0.105, 0.1099):
            bar.show(progress, 2)
            await asyncio.sleep(0.03)
        assert shelf.shown == [Look(10, 2)]
        bar.show(None, 0)
        await until(lambda: shelf.shown[-1] == NOTHING)

    async def test_it_is_told_twice_a_second_at_most_and_ends_with_the_latest(self, make, shelf):
        bar = make()
        for step in range(61):
            bar.show(step / 100, 1)
            await asyncio.sleep(0.02)
        await until(lambda: shelf.shown[-1] == Look(60, 1))
        times = [at for at, _ in shelf.looks]
        assert all(after - before > 0.45 for before, after in itertools.pairwise(times))
        assert len(times) <= 5

    @pytest.mark.parametrize(
        ("progress", "percent"), [(None, None), (0.0, 0), (0.999, 99), (1.0, 100), (1.7, 100)]
    )
    def test_what_is_not_whole_is_not_shown_as_whole(self, progress, percent):
        assert NOTHING.with_progress(progress, 3) == Look(percent, 3)

    async def test_a_call_lasts_until_somebody_looks(self, make, shelf, monkeypatch):
        monkeypatch.setattr(taskbar, "PAUSE", 0.01)
        bar = make()
        bar.call()
        bar.show(0.5, 1)
        await until(lambda: Look(50, 1, True) in shelf.shown)
        bar.calm()
        await until(lambda: shelf.shown[-1] == Look(50, 1, False))

    async def test_nothing_is_left_behind(self, make, shelf):
        bar = make()
        bar.show(0.5, 1)
        await until(lambda: shelf.shown)
        await bar.close()
        assert shelf.shown == [Look(50, 1), NOTHING]
        assert shelf.is_closed
        bar.show(0.6, 1)
        await asyncio.sleep(0.02)
        assert len(shelf.shown) == 2

    async def test_one_that_fails_is_left_alone_for_a_minute(self, make, shelf, monkeypatch):
        monkeypatch.setattr(taskbar, "PAUSE", 0.01)
        now = [0.0]
        bar = make(clock=lambda: now[0])
        shelf.fails = True
        for step in range(5):
            bar.show(step / 10, 1)
            await asyncio.sleep(0.03)
        assert len(shelf.shown) == 1
        now[0] = taskbar.SILENCE
        bar.show(0.9, 1)
        await until(lambda: len(shelf.shown) == 2)

    async def test_one_that_hangs_does_not_hold_up_the_end(self, make, shelf):
        bar = make()
        shelf.hangs = True
        bar.show(0.5, 1)
        await until(lambda: shelf.shown)
        loop = asyncio.get_running_loop()
        began = loop.time()
        await bar.close()
        assert loop.time() - began < 1.5

    def test_each_system_has_its_way(self, monkeypatch):
        for name, kind in (("linux", Launcher), ("win32", WindowsTaskbar), ("darwin", Dock)):
            monkeypatch.setattr(taskbar.sys, "platform", name)
            assert isinstance(system_shelf(lambda: 0), kind)


@with_bus
class TestTheLauncher:
    @pytest.fixture
    def bus(self, tmp_path, monkeypatch):
        with private_bus(tmp_path) as (address, process):
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
            yield process

    async def test_docks_hear_it_with_the_types_they_expect(self, bus):
        heard = []
        listener = Bus(listeners={Rule(launcher.INTERFACE, "Update"): heard.append})
        await listener.call(BUS, "ListNames")
        shelf = Launcher()
        await shelf.show(Look(42, 3, True))
        await shelf.show(NOTHING)
        await until(lambda: len(heard) == 2)
        entry, properties = heard[0].body
        assert entry == "application://holdfast.desktop"
        assert {key: (one.signature, one.value) for key, one in properties.items()} == {
            "progress": ("d", 0.42),
            "progress-visible": ("b", True),
            "count": ("x", 3),
            "count-visible": ("b", True),
            "urgent": ("b", True),
        }
        assert not heard[1].body[1]["progress-visible"].value
        await shelf.close()
        await listener.close()

    async def test_a_bus_that_never_was_is_borne(self, make):
        bar = Taskbar(Launcher())
        bar.show(0.5, 1)
        await asyncio.sleep(0.05)
        await bar.close()

    async def test_a_frozen_bus_holds_nothing_up(self, bus, monkeypatch):
        monkeypatch.setattr(session_bus, "CALL_TIMEOUT", 0.2)
        monkeypatch.setattr(taskbar, "PAUSE", 0.01)
        os.kill(bus.pid, signal.SIGSTOP)
        try:
            loop = asyncio.get_running_loop()
            bar = Taskbar(Launcher())
            worst = 0.0
            for step in range(60):
                began = loop.time()
                bar.show(step / 100, 1)
                await asyncio.sleep(0.005)
                worst = max(worst, loop.time() - began)
            assert worst < 0.1
            began = loop.time()
            await bar.close()
            assert loop.time() - began < 2
        finally:
            os.kill(bus.pid, signal.SIGCONT)


class ComObject:
    """An ITaskbarList3 of our own: a table of functions that note how they are called."""

    def __init__(self, result=0):
        self.calls = []
        self._result = result
        ulong = ctypes.c_ulonglong
        signatures = {
            2: (ctypes.c_ulong,),
            3: (ctypes.c_long,),
            9: (ctypes.c_long, ctypes.c_void_p, ulong, ulong),
            10: (ctypes.c_long, ctypes.c_void_p, ctypes.c_int),
        }
        self._functions = [
            ctypes.CFUNCTYPE(result, ctypes.c_void_p, *arguments)(self._note(place))
            for place, (result, *arguments) in signatures.items()
        ]
        places = dict(zip(signatures, self._functions, strict=True))
        addresses = [
            ctypes.cast(places[place], ctypes.c_void_p).value if place in places else None
            for place in range(21)
        ]
        self._table = (ctypes.c_void_p * 21)(*addresses)
        self._object = ctypes.c_void_p(ctypes.addressof(self._table))
        self.address = ctypes.addressof(self._object)

    def _note(self, place):
        def called(this, *arguments):
            assert this == self.address
            self.calls.append((place, *arguments))
            return self._result

        return called


class TestWindows:
    async def test_the_table_is_called_at_the_right_places(self):
        numbers = []
        com = ComObject()
        shelf = WindowsTaskbar(lambda: 77, lambda: TaskbarList(com.address), numbers.append)
        await shelf.show(Look(42, 3))
        await shelf.show(Look(None, 0))
        await shelf.close()
        assert com.calls == [
            (3,),
            (10, 77, windows.NORMAL),
            (9, 77, 42, 100),
            (10, 77, windows.NO_PROGRESS),
            (2,),
        ]
        assert numbers == [3, 0]

    async def test_a_failure_is_an_oserror(self):
        com = ComObject(result=-2147467259)
        shelf = WindowsTaskbar(lambda: 77, lambda: TaskbarList(com.address), print)
        with pytest.raises(OSError, match="0x80004005"):
            await shelf.show(Look(42, 3))
        await shelf.close()

    async def test_where_there_is_no_such_library_it_says_so(self):
        with pytest.raises(OSError):  # noqa: PT011
            await WindowsTaskbar(lambda: 0).show(Look(42, 3))

    def test_the_ids_are_as_they_are_written_in_memory(self):
        assert windows.CLASS_ID[:8] == bytes.fromhex("44f3fd566dfdd011")
        assert windows.INTERFACE_ID[:4] == bytes.fromhex("91fb1aea")


class View:
    """Stands in for what AppKit makes: notes what is called."""

    def __init__(self, calls):
        self._calls = calls
        self.size = lambda: types.SimpleNamespace(width=128)

    def __getattr__(self, name):
        def call(*arguments):
            self._calls.append((name, *arguments))
            return self

        return call


class TestTheDock:
    async def test_the_bar_appears_and_goes(self, monkeypatch):
        calls, numbers = [], []
        view = View(calls)
        module = types.ModuleType("AppKit")
        module.NSApp = module.NSImageView = module.NSProgressIndicator = view
        module.NSMakeRect = lambda *place: place
        monkeypatch.setitem(sys.modules, "AppKit", module)
        shelf = Dock(numbers.append)
        await shelf.show(Look(None, 1))
        assert calls == []
        await shelf.show(Look(42, 2))
        await shelf.show(NOTHING)
        await shelf.close()
        moves = [call for call in calls if call[0] in ("setHidden_", "setDoubleValue_", "display")]
        assert moves == [
            *[("setHidden_", False), ("setDoubleValue_", 42.0), ("display",)],
            *[("setHidden_", True), ("setDoubleValue_", 0.0), ("display",)],
        ]
        assert numbers == [1, 2, 0]

    async def test_without_pyobjc_there_is_the_number(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "AppKit", None)
        numbers = []
        shelf = Dock(numbers.append)
        for percent in (1, 2):
            await shelf.show(Look(percent, percent))
        assert numbers == [1, 2]
