"""The tray icon says how things are, and its menu acts on all jobs."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QSystemTrayIcon

from engine import JobState
from fake_engine import FakeEngine, active, done, failed, held, make_job, paused, retrying
from gui import tray as tray_module
from gui.bridge import EngineBridge
from gui.commands import Commands
from gui.tray import Tray, icon_name
from resources import icon_path

ICONS = ("holdfast", "tray-idle", "tray-active", "tray-retrying", "tray-failed")


@pytest.fixture
def engine():
    return FakeEngine(active(), retrying(), done())


@pytest.fixture
def tray(engine, qapp):
    bridge = EngineBridge(engine)
    tray = Tray(bridge, Commands(bridge, bridge), bridge)
    bridge.start()
    yield tray
    tray.close()
    bridge.stop()


def entry(tray, text):
    return next(action for action in tray._menu.actions() if action.text().replace("&", "") == text)


@pytest.mark.parametrize(
    ("jobs", "name"),
    [
        ([], "tray-idle"),
        ([done(), paused(), held()], "tray-idle"),
        ([failed(), done()], "tray-failed"),
        ([failed(), retrying()], "tray-retrying"),
        ([failed(), retrying(), active()], "tray-active"),
    ],
)
def test_the_icon_says_how_things_are(jobs, name):
    assert icon_name(jobs) == name


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_there_and_can_be_drawn(qapp, name):
    assert ElementTree.parse(icon_path(name)).getroot().tag.endswith("svg")
    assert not QIcon(str(icon_path(name))).pixmap(16, 16).isNull()


def test_an_icon_that_is_not_there_is_an_error():
    with pytest.raises(FileNotFoundError, match="no-such"):
        icon_path("no-such")


def test_the_tool_tip_holds_the_totals(tray, engine, qtbot):
    assert tray._icon.toolTip() == "Holdfast\n1 active · 1 retrying · 1.0 MB/s"
    with qtbot.waitSignal(tray._bridge.jobsChanged):
        engine.put(failed())
    assert "1 failed" in tray._icon.toolTip()


def test_pause_all_and_resume_all_reach_every_job_that_accepts(tray, engine):
    entry(tray, "Pause all").trigger()
    states = [job.state for job in engine.jobs()]
    assert states == [JobState.SUSPENDED, JobState.SUSPENDED, JobState.ACKNOWLEDGED]
    tray.follow(engine.jobs(), [])
    entry(tray, "Resume all").trigger()
    assert [job.state for job in engine.jobs()][:2] == [JobState.QUEUED] * 2


def test_the_menu_has_what_one_expects(tray):
    texts = [action.text().replace("&", "") for action in tray._menu.actions() if action.text()]
    assert texts == ["Hide window", "Add links…", "Pause all", "Resume all", "Quit"]
    tray.window_is_shown(False)
    assert entry(tray, "Show window")


def test_a_left_click_and_the_first_entry_toggle_the_window(tray):
    toggled = QSignalSpy(tray.toggled)
    tray._icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    entry(tray, "Hide window").trigger()
    tray._icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    assert toggled.count() == 2


def test_jobs_that_go_are_forgotten(tray, engine):
    tray.follow([], [job.id for job in engine.jobs()])
    assert tray._icon.toolTip() == "Holdfast"


def test_says_that_nobody_could_see_a_message_without_a_tray(tray, monkeypatch):
    monkeypatch.setattr(Tray, "is_available", staticmethod(lambda: False))
    assert tray.message("Done", "a.iso") is False


def test_makes_a_new_icon_when_a_host_comes_late_and_only_then(tray):
    first = tray._icon
    tray._has_met_host = False
    tray._on_host_came()
    second = tray._icon
    assert second is not first
    tray._on_host_came()
    assert tray._icon is second


def test_a_host_that_goes_for_good_is_told(tray, monkeypatch, qtbot):
    monkeypatch.setattr(tray_module, "GRACE_MS", 0)
    monkeypatch.setattr(Tray, "is_available", staticmethod(lambda: False))
    with qtbot.waitSignal(tray.lost):
        tray._on_host_went()


def test_new_jobs_are_counted(tray):
    tray.follow([make_job(), active()], [])
    assert "2 active" in tray._icon.toolTip()
