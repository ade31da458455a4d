"""What buttons of notifications do in the whole window, also when their job has changed or gone."""

from __future__ import annotations

import asyncio
import dataclasses

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from shiboken6 import isValid

from engine import JobState, NewsKind
from fake_engine import FakeEngine, active, failed, make_job
from gui import app as app_module
from gui.app import Front
from gui.commands import Desktop
from gui.notifications import teller
from gui.notifications.note import group_of, note_of
from gui.taskbar.look import NOTHING, Look


class FakeDesktop:
    """Opens what is there, and remembers."""

    def __init__(self):
        self.opened = []
        self.shown = []

    def open_file(self, path):
        self.opened.append(path)
        return path.exists()

    def show_in_folder(self, path, _otherwise):
        self.shown.append(path)
        return path.exists() or path.parent.is_dir()


class Shelf:
    """A taskbar that remembers."""

    def __init__(self):
        self.looks = []

    async def show(self, look):
        self.looks.append(look)

    async def close(self):
        pass


@pytest.fixture
def engine(tmp_path):
    file = tmp_path / "done.pdf"
    file.write_text("done")
    return FakeEngine(
        active("active.iso"),
        make_job(
            "done.pdf",
            state=JobState.ACKNOWLEDGED,
            folder=tmp_path,
            file={"path": file},
            transferred=1.0,
        ),
        failed("bad.iso"),
        failed("worse.iso"),
    )


@pytest.fixture
async def front(engine, tmp_path, qapp, monkeypatch):
    shelf = Shelf()
    monkeypatch.setattr(app_module, "system_shelf", lambda _window_id: shelf)
    monkeypatch.setattr(teller, "GATHERED", 0.01)
    (tmp_path / "home").mkdir()
    front = Front(engine, tmp_path / "home")
    front.shelf = shelf
    front.desktop = FakeDesktop()
    front.commands._desktop = Desktop(front.desktop.open_file, front.desktop.show_in_folder)
    front.begin([], hidden=False)
    yield front
    if isValid(front.window):
        front.hide()
        await front.close()
    await asyncio.sleep(0)
    QApplication.setQuitOnLastWindowClosed(True)


def job_named(engine, name):
    return next(job for job in engine.jobs() if job.name == name)


def note_about(engine, name, news=NewsKind.JOB_ERROR):
    return note_of(news, job_named(engine, name))


async def remove(front, *jobs):
    for job in jobs:
        front.bridge.remove(job.id)
    ids = {job.id for job in jobs}
    async with asyncio.timeout(5):
        while ids & {job.id for job in front.bridge.jobs()}:
            await asyncio.sleep(0.005)


def look_away(front, monkeypatch):
    monkeypatch.setattr(front, "is_in_front", lambda: False)
    monkeypatch.setattr(front.notifications, "_is_in_front", lambda: False)


class TestRetry:
    async def test_the_job_goes_on_and_the_window_stays_where_it_is(self, front, engine):
        front.window.hide()
        note = note_about(engine, "bad.iso")
        front.deeds.do("retry", note)
        assert job_named(engine, "bad.iso").state is JobState.QUEUED
        assert job_named(engine, "worse.iso").state is JobState.ERROR
        assert not front.window.isVisible()

    async def test_one_that_goes_on_already_is_left_alone(self, front, engine):
        note = note_about(engine, "bad.iso")
        front.deeds.do("retry", note)
        before = list(engine.commands)
        front.deeds.do("retry", note)
        assert engine.commands == before
        job = job_named(engine, "bad.iso")
        engine.put(dataclasses.replace(job, state=JobState.ACKNOWLEDGED))
        front.bridge.look_again([job.id])
        front.deeds.do("retry", note)
        assert front.window.messages.isHidden()

    async def test_one_that_is_gone_is_spoken_of_calmly(self, front, engine):
        note = note_about(engine, "bad.iso")
        await remove(front, job_named(engine, "bad.iso"))
        front.window.hide()
        front.deeds.do("retry", note)
        assert front.window.isVisible()
        assert front.window.messages.text == "bad.iso is not in the list any more."

    async def test_of_several_those_that_are_left_go_on(self, front, engine):
        jobs = [job_named(engine, name) for name in ("bad.iso", "worse.iso")]
        note = group_of([note_of(NewsKind.JOB_ERROR, job) for job in jobs])
        await remove(front, jobs[0])
        front.deeds.do("retry", note)
        assert job_named(engine, "worse.iso").state is JobState.QUEUED
        assert front.window.messages.text == "1 of these downloads is not in the list any more."


class TestOpen:
    @pytest.mark.parametrize("is_gone", [False, True])
    async def test_the_file_opens_though_its_row_is_gone(self, front, engine, tmp_path, is_gone):
        note = note_about(engine, "done.pdf", NewsKind.JOB_TRANSFERRED)
        if is_gone:
            await remove(front, job_named(engine, "done.pdf"))
        front.window.hide()
        for action in ("open", "folder"):
            front.deeds.do(action, note)
        assert front.desktop.opened == front.desktop.shown == [tmp_path / "done.pdf"]
        assert not front.window.isVisible()

    async def test_a_file_that_got_another_name_opens_under_that(self, front, engine, tmp_path):
        note = note_about(engine, "done.pdf", NewsKind.JOB_TRANSFERRED)
        job = job_named(engine, "done.pdf")
        new = (tmp_path / "done.pdf").rename(tmp_path / "new.pdf")
        file = dataclasses.replace(job.files[0], path=new)
        engine.put(dataclasses.replace(job, files=(file,)))
        front.bridge.look_again([job.id])
        front.deeds.do("open", note)
        assert front.desktop.opened == [new]

    async def test_a_file_that_is_gone_is_spoken_of_in_the_window(self, front, engine, tmp_path):
        note = note_about(engine, "done.pdf", NewsKind.JOB_TRANSFERRED)
        (tmp_path / "done.pdf").unlink()
        front.window.hide()
        front.deeds.do("open", note)
        assert front.window.isVisible()
        assert front.window.messages.text.endswith("done.pdf cannot be opened.")


class TestShow:
    async def test_the_job_is_selected(self, front, engine):
        front.window.hide()
        front.deeds.do("details", note_about(engine, "bad.iso"))
        assert front.window.isVisible()
        assert [job.name for job in front.window.jobs.selected_jobs()] == ["bad.iso"]

    async def test_one_that_is_gone_is_spoken_of(self, front, engine):
        note = note_about(engine, "bad.iso")
        await remove(front, job_named(engine, "bad.iso"))
        front.deeds.do("default", note)
        assert "not in the list any more" in front.window.messages.text

    async def test_of_several_the_latest_that_is_left_is(self, front, engine):
        jobs = [job_named(engine, name) for name in ("bad.iso", "worse.iso")]
        note = group_of([note_of(NewsKind.JOB_ERROR, job) for job in jobs])
        await remove(front, jobs[1])
        front.deeds.do("show", note)
        assert [job.name for job in front.window.jobs.selected_jobs()] == ["bad.iso"]


class TestTheLineInTheWindow:
    async def test_a_failure_has_buttons_there_that_act_once(self, front, engine, monkeypatch):
        monkeypatch.setattr(front.notifications, "_is_in_front", lambda: True)
        engine.tell(NewsKind.JOB_ERROR, job_named(engine, "bad.iso").id)
        messages = front.window.messages
        async with asyncio.timeout(5):
            while messages.isHidden():
                await asyncio.sleep(0.005)
        buttons = {button.text(): button for button in messages.findChildren(QPushButton)}
        assert set(buttons) == {"Retry", "Details", "Dismiss"}
        assert messages.text.startswith("bad.iso: ")
        assert buttons["Retry"].accessibleDescription() == messages.text
        buttons["Retry"].click()
        assert job_named(engine, "bad.iso").state is JobState.QUEUED
        assert messages.isHidden()

    async def test_buttons_belong_to_the_latest_message(self, front):
        messages = front.window.messages
        messages.show_message("a", [("Do", lambda: None)])
        messages.show_message("b")
        shown = [one.text() for one in messages.findChildren(QPushButton) if one.isVisible()]
        assert shown == ["Dismiss"]
        assert messages.text == "a\nb"


async def test_a_click_on_what_the_tray_says_shows_the_job(front, engine, monkeypatch):
    """There is no desktop here that shows notifications."""
    look_away(front, monkeypatch)
    bubbles = []
    monkeypatch.setattr(front.tray, "is_available", lambda: True)
    monkeypatch.setattr(front.tray._icon, "showMessage", lambda title, *_: bubbles.append(title))
    front.window.hide()
    worse = job_named(engine, "worse.iso")
    engine.tell(NewsKind.JOB_ERROR, worse.id)
    async with asyncio.timeout(5):
        while not bubbles:
            await asyncio.sleep(0.005)
    front.tray._icon.messageClicked.emit()
    assert front.window.isVisible()
    assert [job.id for job in front.window.jobs.selected_jobs()] == [worse.id]


class TestTheTaskbarAndTheTitle:
    async def test_they_say_how_all_jobs_are(self, front, engine):
        async with asyncio.timeout(5):
            while not front.shelf.looks:
                await asyncio.sleep(0.005)
        assert front.shelf.looks == [Look(0, 1)]
        assert front.window.windowTitle() == "1.0 MB/s – Holdfast"
        front.hide()
        await front.close()
        assert front.shelf.looks[-1] == NOTHING

    async def test_a_failure_calls_until_somebody_looks(self, front, engine, monkeypatch):
        look_away(front, monkeypatch)
        engine.tell(NewsKind.JOB_ERROR, job_named(engine, "bad.iso").id)
        async with asyncio.timeout(5):
            while not any(look.is_urgent for look in front.shelf.looks):
                await asyncio.sleep(0.005)
            monkeypatch.setattr(front, "is_in_front", lambda: True)
            front._look_who_is_in_front()
            while front.shelf.looks[-1].is_urgent:
                await asyncio.sleep(0.005)

    async def test_nothing_calls_whoever_looks_already(self, front, engine, monkeypatch):
        monkeypatch.setattr(front, "is_in_front", lambda: True)
        engine.tell(NewsKind.JOB_ERROR, job_named(engine, "bad.iso").id)
        await asyncio.sleep(0.05)
        assert not any(look.is_urgent for look in front.shelf.looks)


async def test_what_the_person_did_not_see_is_told_at_the_next_start(front, engine, monkeypatch):
    look_away(front, monkeypatch)
    monkeypatch.setattr(front.tray, "is_available", lambda: False)
    receipts = engine.tell(NewsKind.JOB_ERROR, job_named(engine, "bad.iso").id)
    async with asyncio.timeout(5):
        while front.window.messages.isHidden():
            await asyncio.sleep(0.005)
    assert [receipt.done() for receipt in receipts] == [False]
    monkeypatch.setattr(front, "is_in_front", lambda: True)
    front._look_who_is_in_front()
    assert [receipt.done() for receipt in receipts] == [True]
