"""The report in the window: to be read, copied and saved, and sent nowhere."""

from __future__ import annotations

import asyncio
import os
import stat

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPushButton, QWidget

from dialog_hands import press, problems
from engine import in_thread
from fake_engine import active
from gui import logs
from gui.problem_report_dialog import ProblemReportDialog


class Reporter:
    """Tells the report when it is told to."""

    def __init__(self):
        self.stopped = 0

    def ask(self, then):
        self.tell = then
        return self.stop

    def stop(self):
        self.stopped += 1


@pytest.fixture
def reporter():
    return Reporter()


@pytest.fixture
def dialog(qtbot, tmp_path, reporter):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ProblemReportDialog(reporter.ask, tmp_path, window)
    dialog.show()
    yield dialog
    window.close()


def buttons(dialog):
    return {one.text().replace("&", ""): one for one in dialog.findChildren(QPushButton)}


def test_can_be_copied_once_it_is_there(dialog, reporter):
    assert not buttons(dialog)["Copy"].isEnabled()
    reporter.tell("A report.\nLinks: none\n")
    press(dialog, QPushButton, "Copy")
    assert QGuiApplication.clipboard().text() == "A report.\nLinks: none\n"
    assert dialog.report.isReadOnly()


def test_can_be_saved_for_the_person_alone(dialog, reporter, tmp_path):
    reporter.tell("ünïcode")
    dialog.save(str(tmp_path / "report.txt"))
    saved = tmp_path / "report.txt"
    assert saved.read_text(encoding="utf-8") == "ünïcode"
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    assert problems(dialog) == []


def test_says_where_it_cannot_be_saved(dialog, reporter, tmp_path):
    reporter.tell("text")
    dialog.save(str(tmp_path / "no" / "such" / "folder" / "report.txt"))
    assert problems(dialog)


def test_nobody_waits_for_it_any_more_once_it_is_closed(dialog, reporter):
    closed = QSignalSpy(dialog.finished)
    dialog.reject()
    assert reporter.stopped == 1
    assert closed.count() == 1


async def told_by(told):
    async with asyncio.timeout(5):
        while not told:
            await asyncio.sleep(0.005)
    return told[0]


async def test_the_bridge_has_it_made(bridge):
    told = []
    bridge.problem_report(told.append)
    assert (await told_by(told)).startswith("A report of a problem with Holdfast.")


async def test_the_window_goes_on_while_the_log_is_read(bridge, engine, tmp_path):
    engine.home = tmp_path
    log = logs.folder(engine.home) / logs.FILE
    # Nobody can read it before somebody writes: a disk that takes its time.
    os.mkfifo(log)
    told = []
    bridge.problem_report(told.append)
    for _ in range(20):
        await asyncio.sleep(0.001)
    assert told == []
    await in_thread("slow disk", log.write_text, "At last.\n")
    assert "At last." in await told_by(told)


async def test_jobs_that_were_seen_are_not_looked_at_again(bridge, engine, monkeypatch):
    for number in range(50):
        engine.put(active(id=f"job-{number}"))
    bridge.jobs()
    monkeypatch.setattr(engine, "jobs", None)
    told = []
    bridge.problem_report(told.append)
    assert "50 TRANSFERRING" in await told_by(told)
