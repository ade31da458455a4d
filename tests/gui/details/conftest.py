"""What tests of the details share: the pane over a fake engine, shown as below the list."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from standing import LOW

from engine import JobSnapshot
from fake_engine import FakeEngine
from gui.commands import Commands
from gui.details import Details
from gui.details.page import Page


@pytest.fixture
def commands(bridge):
    return Commands(bridge)


@pytest.fixture
def pane(bridge, commands, appearance, memory, qtbot):
    """Shown and following, with nothing selected."""
    pane = Details(bridge, commands, appearance, memory)
    # They go with the pane, as they go with the window.
    bridge.setParent(pane)
    commands.setParent(pane)
    qtbot.addWidget(pane)
    pane.resize(*LOW)
    pane.show()
    qtbot.waitExposed(pane)
    bridge.jobsChanged.connect(pane.follow)
    bridge.start()
    return pane


@pytest.fixture
def show(pane, engine: FakeEngine) -> Callable[..., Page]:
    """Put a job into the engine, select it, turn to a tab: the page in front."""

    def show_job(job: JobSnapshot, tab: str = "overview") -> Page:
        engine.put(job)
        pane.show_jobs([job])
        pane.show_tab(tab)
        return pane.page

    return show_job


@pytest.fixture
def copied() -> Callable[[], str]:
    QGuiApplication.clipboard().clear()
    return lambda: QGuiApplication.clipboard().text()
