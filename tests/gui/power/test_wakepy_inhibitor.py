"""wakepy, which is not here: one that behaves stands in for it."""

from __future__ import annotations

import sys
import threading
import types
from contextlib import contextmanager

import pytest

from gui.power import wakepy_inhibitor
from gui.power.bus_inhibitor import BusInhibitor
from gui.power.inhibitor import NoInhibitor, system_inhibitor
from gui.power.wakepy_inhibitor import WakepyInhibitor


@pytest.fixture
def wakepy(monkeypatch):
    """What it holds, by thread."""
    module = types.ModuleType("wakepy")
    module.held = []
    module.can = True
    module.left = threading.Event()

    @contextmanager
    def running(on_fail):
        assert on_fail == "pass"
        module.held.append(threading.current_thread())
        method = "SetThreadExecutionState" if module.can else None
        yield types.SimpleNamespace(active=module.can, method=method)
        module.held.remove(threading.current_thread())
        module.left.set()

    module.keep = types.SimpleNamespace(running=running)
    monkeypatch.setitem(sys.modules, "wakepy", module)
    return module


async def test_held_in_a_thread_of_its_own_until_let_go(wakepy):
    inhibitor = WakepyInhibitor()
    assert await inhibitor.hold() == "SetThreadExecutionState"
    (thread,) = wakepy.held
    assert thread is not threading.main_thread()
    await inhibitor.let_go()
    assert wakepy.left.wait(5)
    assert wakepy.held == []
    await inhibitor.let_go()


async def test_held_once_however_often_it_is_asked(wakepy):
    inhibitor = WakepyInhibitor()
    await inhibitor.hold()
    await inhibitor.hold()
    assert wakepy.left.wait(5)
    assert len(wakepy.held) == 1
    await inhibitor.let_go()


async def test_one_that_cannot_leaves_nothing(wakepy):
    wakepy.can = False
    assert await WakepyInhibitor().hold() == ""
    assert wakepy.left.wait(5)


async def test_one_that_is_not_installed_holds_nothing(monkeypatch):
    monkeypatch.setitem(sys.modules, "wakepy", None)
    assert await WakepyInhibitor().hold() == ""


async def test_one_that_says_nothing_is_not_waited_for(wakepy, monkeypatch):
    monkeypatch.setattr(wakepy_inhibitor, "LONGEST_WAIT", 0.05)
    silent = threading.Event()
    wakepy.keep.running = lambda on_fail: silent.wait(5) and None
    assert await WakepyInhibitor().hold() == ""
    silent.set()


@pytest.mark.parametrize(
    ("platform", "kind"),
    [
        ("linux", BusInhibitor),
        ("win32", WakepyInhibitor),
        ("darwin", WakepyInhibitor),
        ("freebsd14", NoInhibitor),
    ],
)
async def test_each_system_has_its_own(platform, kind):
    inhibitor = system_inhibitor(lambda: None, platform)
    assert isinstance(inhibitor, kind)
    await inhibitor.let_go()


async def test_where_nothing_could_nothing_holds():
    assert await NoInhibitor().hold() == ""
