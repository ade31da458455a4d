"""A window over an engine that behaves, with one job of every kind."""

from __future__ import annotations

import pytest

from fake_engine import FakeEngine, active, done, failed, held, make_job, paused, retrying
from gui.bridge import EngineBridge
from gui.commands import Commands, Desktop
from gui.main_window import MainWindow


@pytest.fixture
def engine():
    return FakeEngine(
        active("active.iso", size=1000, bytes_present=620),
        retrying("retrying.pbf", size=1000, bytes_present=410),
        held(size=1000, bytes_present=730),
        paused(size=1000, bytes_present=90),
        failed(size=1000, bytes_present=550),
        done("done.pdf"),
        make_job("queued-資料.csv", size=None),
    )


@pytest.fixture
def opened():
    return []


@pytest.fixture
def window(engine, appearance, preferences, memory, opened, qtbot):
    # Dialogs outlive the loop of a test, and questions need one.
    preferences.change(look_at_links=False)
    bridge = EngineBridge(engine)
    commands = Commands(bridge, desktop=Desktop(lambda path: not opened.append(path)))
    window = MainWindow(bridge, commands, appearance, preferences, memory)
    # They go with the window, as they go with the program.
    bridge.setParent(window)
    commands.setParent(window)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    bridge.start()
    return window
