"""Everything wired together: what closing means, who hears the news, how it ends."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from engine import FileSpec, JobManager, JobSpec, JobState, NewsKind, ProbeSpec
from fake_engine import FakeEngine, active, done, failed
from gui import app
from gui.add_job_dialog import AddJobDialog
from gui.app import Front
from gui.main_window import MainWindow
from gui.notifications.note import note_of
from gui.preferences import Scheme
from gui.small_dialogs import LimitDialog
from gui.theme import DARK, LIGHT
from gui.tray import Tray


@pytest.fixture
def engine():
    return FakeEngine(active("active.iso"), done("done.pdf"), failed())


@pytest.fixture
async def front(engine, tmp_path, qapp):
    front = Front(engine, tmp_path)
    yield front
    if isValid(front.window):
        front.hide()
        await front.close()
    await asyncio.sleep(0)
    QApplication.setQuitOnLastWindowClosed(True)


def press(question, text):
    next(each for each in question.buttons() if each.text().replace("&", "") == text).click()


def with_tray(monkeypatch, *, there):
    monkeypatch.setattr(Tray, "is_available", staticmethod(lambda: there))


async def test_closing_the_window_asks_where_there_is_no_tray(front, monkeypatch):
    with_tray(monkeypatch, there=False)
    front.begin([], hidden=False)
    front.window.close()
    assert front.window.isVisible()
    assert not front.quit_asked.is_set()
    question = front.closing.question
    assert question.text() == "1 job is under way."
    front.window.close()
    assert front.closing.question is question, "it is not asked twice"
    press(question, "Minimise")
    assert front.window.isMinimized()
    assert front.closing.question is None
    assert not front.quit_asked.is_set()


async def test_closing_the_window_can_be_the_end(front, monkeypatch):
    with_tray(monkeypatch, there=False)
    front.begin([], hidden=False)
    front.window.close()
    press(front.closing.question, "Cancel")
    assert front.window.isVisible()
    assert not front.quit_asked.is_set()
    front.window.close()
    press(front.closing.question, "Quit")
    assert front.quit_asked.is_set()


async def test_closing_the_window_quits_at_once_where_nothing_is_under_way(
    front, engine, monkeypatch
):
    with_tray(monkeypatch, there=False)
    front.begin([], hidden=False)
    front.tray.follow([], [job.id for job in engine.jobs()])
    front.window.close()
    assert front.quit_asked.is_set()


async def test_closing_the_window_keeps_the_tray_where_there_is_one(front, monkeypatch):
    told = []
    with_tray(monkeypatch, there=True)
    monkeypatch.setattr(front.tray, "message", lambda title, text: told.append(text) or True)
    front.begin([], hidden=False)
    for _ in range(2):
        front.window.close()
        assert not front.quit_asked.is_set()
        assert not front.window.isVisible()
        front.tray.toggled.emit()
        assert front.window.isVisible()
    assert len(told) == 1


async def test_closing_the_window_asks_when_it_is_not_to_stay_in_the_tray(front, monkeypatch):
    with_tray(monkeypatch, there=True)
    front.preferences.change(keep_in_tray=False)
    front.begin([], hidden=False)
    front.window.close()
    assert not front.quit_asked.is_set()
    press(front.closing.question, "Keep running in the tray")
    assert not front.window.isVisible()
    assert not front.quit_asked.is_set()


async def test_the_icon_hides_the_window_whatever_closing_means(front, monkeypatch):
    with_tray(monkeypatch, there=True)
    front.preferences.change(keep_in_tray=False)
    front.begin([], hidden=False)
    front.tray.toggled.emit()
    assert not front.window.isVisible()
    assert front.closing.question is None
    assert not front.quit_asked.is_set()


async def test_leaving_carries_out_what_was_removed(front, engine):
    front.begin([], hidden=False)
    job = engine.jobs()[1]
    front.window.removals.remove([job], True)
    front.hide()
    await front.close()
    assert ("remove", job.id, True) in engine.commands
    assert job not in engine.jobs()


async def test_leaving_stops_what_servers_were_asked(front, engine):
    front.begin([], hidden=False)
    engine.silent = {"https://a.example/x.iso"}
    front.bridge.probe(ProbeSpec("https://a.example/x.iso"), print)
    async with asyncio.timeout(2):
        while not engine.probed:
            await asyncio.sleep(0.005)
        await front.close()
        while not engine.probes_stopped:
            await asyncio.sleep(0.005)


async def test_the_chosen_scheme_wins_over_the_system(front, monkeypatch):
    front.preferences.change(scheme=Scheme.DARK)
    assert front.appearance.theme is DARK
    front.preferences.change(scheme=Scheme.LIGHT)
    assert front.appearance.theme is LIGHT
    front.preferences.change(scheme=Scheme.SYSTEM)


async def test_links_that_are_copied_are_offered_quietly(front, monkeypatch):
    told = []
    monkeypatch.setattr(front.tray, "message", lambda title, text: told.append(title) or True)
    front.begin([], hidden=False)
    front.clipboard.links_copied.emit(["https://a.example/x.iso"])
    assert front.window.offers.isVisible()
    assert front.window.findChild(AddJobDialog) is None
    assert told == []


async def test_a_hidden_window_offers_by_the_tray_and_stays_hidden(front, monkeypatch):
    told = []
    with_tray(monkeypatch, there=True)
    monkeypatch.setattr(front.tray._icon, "showMessage", lambda title, *_: told.append(title))
    front.preferences.change(look_at_links=False)
    front.begin([], hidden=True)
    front.clipboard.links_copied.emit(["https://a.example/x.iso"])
    front.clipboard.links_copied.emit(["https://a.example/y.iso"])
    assert told == ["Link copied: https://a.example/x.iso", "2 links copied"]
    assert not front.window.isVisible()
    front.tray._icon.messageClicked.emit()
    assert front.window.isVisible()
    dialog = front.window.findChild(AddJobDialog)
    assert len(dialog._form.links.toPlainText().split()) == 2
    dialog.reject()
    front.window.hide()
    front.tray._icon.messageClicked.emit()
    assert front.window.isVisible(), "the offer is over: a click brings the window alone"


async def test_the_middle_button_adds_what_is_in_the_clipboard(front, monkeypatch):
    with_tray(monkeypatch, there=True)
    front.preferences.change(look_at_links=False)
    QApplication.clipboard().setText("https://a.example/x.iso")
    front.begin([], hidden=True)
    front.tray.add_asked.emit()
    dialog = front.window.findChild(AddJobDialog)
    assert dialog.isVisible()
    assert len(dialog._form.links.toPlainText().split()) == 1
    dialog.reject()


async def test_the_menu_of_the_tray_shows_a_job_and_asks_for_a_limit(front, engine, monkeypatch):
    with_tray(monkeypatch, there=True)
    front.begin([], hidden=True)
    job = engine.jobs()[1]
    front.tray.job_asked.emit(job.id)
    assert [chosen.id for chosen in front.window.jobs.selected_jobs()] == [job.id]
    front.window.hide()
    front.tray.custom_limit_asked.emit()
    assert front.window.isVisible()
    assert front.window.findChild(LimitDialog).isVisible()
    front.window.findChild(LimitDialog).reject()


async def test_a_lost_tray_brings_the_window_back(front, monkeypatch):
    with_tray(monkeypatch, there=True)
    front.begin([], hidden=True)
    assert not front.window.isVisible()
    front.tray.lost.emit()
    assert front.window.isVisible()


async def test_a_tray_that_is_lost_while_all_ends_brings_nothing_back(front, monkeypatch):
    with_tray(monkeypatch, there=True)
    front.begin([], hidden=True)
    front.commands.quit.trigger()
    front.tray.lost.emit()
    assert not front.window.isVisible()


async def test_hidden_without_a_tray_ends_up_minimised_not_lost(front, monkeypatch, qtbot):
    with_tray(monkeypatch, there=False)
    monkeypatch.setattr(app, "TRAY_WAIT_MS", 0)
    front._tray_wait.setInterval(0)
    front.begin([], hidden=True)
    async with asyncio.timeout(5):
        while not front.window.isMinimized():
            await asyncio.sleep(0.005)


async def test_jobs_that_could_not_be_read_are_named(front, engine):
    engine.set_aside = ["old.iso"]
    front.begin([], hidden=False)
    assert "old.iso" in front.window.messages.text


async def test_preferences_that_could_not_be_read_are_told(tmp_path, engine, qapp):
    (tmp_path / "preferences.json").write_text("{")
    front = Front(engine, tmp_path)
    front.begin([], hidden=False)
    assert "preferences.json cannot be read" in front.window.messages.text
    front.hide()
    await front.close()
    QApplication.setQuitOnLastWindowClosed(True)


async def test_the_windows_are_known_by_the_desktop_entry_as_it_is_called_here(
    engine, tmp_path, qapp, monkeypatch
):
    monkeypatch.setenv("FLATPAK_ID", "org.holdfast.holdfast")
    front = Front(engine, tmp_path)
    assert QGuiApplication.desktopFileName() == "org.holdfast.holdfast"
    await front.close()
    QGuiApplication.setDesktopFileName("")
    QApplication.setQuitOnLastWindowClosed(True)


async def test_the_tray_menu_says_what_it_will_do(front, monkeypatch):
    with_tray(monkeypatch, there=True)
    front.begin([], hidden=True)
    first = front.tray.menu.actions()[0]
    assert first.text() == "Sho&w window"
    first.trigger()
    assert first.text() == "&Hide window"


async def test_quit_is_quit(front):
    front.begin([], hidden=False)
    front.commands.quit.trigger()
    assert front.quit_asked.is_set()


async def test_links_from_the_command_line_are_taken_on(front, engine):
    front.begin(["https://a.example/1.iso"], hidden=False)
    async with asyncio.timeout(5):
        while not engine.added:
            await asyncio.sleep(0.005)
    assert engine.added[0][0].files[0].url == "https://a.example/1.iso"


async def test_news_from_before_the_start_is_heard_by_the_notifications(front, engine, monkeypatch):
    told = []
    job = engine.jobs()[2]
    front.bridge.jobError.connect(told.append)
    assert engine.listeners == 1, "to changes, which are told again, but to no news"
    front.begin([], hidden=False)
    engine.tell(NewsKind.JOB_ERROR, job.id)
    assert told == [job]


async def test_a_notification_can_retry_and_show_its_job(front, engine):
    front.begin([], hidden=False)
    job = engine.jobs()[2]
    note = note_of(NewsKind.JOB_ERROR, job)
    front.deeds.do("retry", note)
    assert engine.job(job.id).state is JobState.QUEUED
    front.deeds.do("details", note)
    assert [chosen.id for chosen in front.window.jobs.selected_jobs()] == [job.id]


async def test_runs_on_a_real_engine_until_the_person_quits(tmp_path, qapp):
    running = asyncio.create_task(app.run(tmp_path, []))
    async with asyncio.timeout(10):
        while not (windows := visible_windows()):
            await asyncio.sleep(0.01)
        windows[0]._commands.quit.trigger()
        assert await running == 0
    assert visible_windows() == []
    manager = await JobManager.open(tmp_path)
    await manager.close()
    QApplication.setQuitOnLastWindowClosed(True)


async def test_what_was_removed_just_before_the_end_is_gone_at_the_next_start(tmp_path, qapp):
    manager = await JobManager.open(tmp_path)
    for name in "ab":
        spec = JobSpec((FileSpec(f"https://a.example/{name}"),), tmp_path)
        await manager.add(spec, start=False)
    await manager.close()
    running = asyncio.create_task(app.run(tmp_path, []))
    async with asyncio.timeout(10):
        while not (windows := visible_windows()):
            await asyncio.sleep(0.01)
        window = windows[0]
        window.jobs.select_job(window.table.job_at(0).id)
        window._commands.remove.trigger()
        window._commands.quit.trigger()
        assert await running == 0
    manager = await JobManager.open(tmp_path)
    assert [job.url for job in manager.jobs()] == ["https://a.example/b"]
    await manager.close()
    QApplication.setQuitOnLastWindowClosed(True)


def visible_windows():
    windows = QApplication.topLevelWidgets()
    return [each for each in windows if isinstance(each, MainWindow) and each.isVisible()]


async def test_what_a_page_offers_is_asked_about_and_not_fetched(front, engine, monkeypatch):
    with_tray(monkeypatch, there=True)
    front.preferences.change(look_at_links=False)
    front.begin([], hidden=True)
    front.offer(["https://a.example/x.iso"], [])
    dialog = front.window.findChild(AddJobDialog)
    assert dialog.isVisible()
    assert dialog._form.links.toPlainText().strip() == "https://a.example/x.iso"
    await asyncio.sleep(0.05)
    assert engine.added == []
    dialog.reject()


async def test_an_offer_of_nothing_opens_the_dialog(front):
    front.begin([], hidden=False)
    front.offer([], [])
    assert front.window.findChild(AddJobDialog).isVisible()
    front.window.findChild(AddJobDialog).reject()


async def test_a_metalink_file_opens_the_dialog_with_its_files(front, engine, tmp_path):
    place = tmp_path / "linux.meta4"
    place.write_text(
        '<metalink xmlns="urn:ietf:params:xml:ns:metalink"><file name="linux.iso">'
        "<url>https://a.example/x.iso</url></file></metalink>"
    )
    front.begin([], hidden=False)
    front.offer([], [str(place)])
    dialog = front.window.findChild(AddJobDialog)
    assert dialog.isVisible()
    for _ in range(500):
        if dialog._form.one.name.text():
            break
        await asyncio.sleep(0.01)
    assert dialog._form.one.name.text() == "linux.iso"
    assert engine.added == []
    dialog.reject()


async def test_after_the_end_nobody_listens_any_more(engine, tmp_path, qapp):
    front = Front(engine, tmp_path)
    front.begin([], hidden=False)
    front.hide()
    await front.close()
    assert engine.listeners == 0
    assert (tmp_path / "window.ini").exists()
    told = QSignalSpy(front.clipboard.links_copied)
    front.preferences.change(watch_clipboard=True)
    QApplication.clipboard().setText("https://a.example/x.iso")
    await asyncio.sleep(0.3)
    assert told.count() == 0
    QApplication.setQuitOnLastWindowClosed(True)


@pytest.mark.parametrize("is_taken_back", [True, False])
async def test_what_a_browser_takes_back_at_once_calls_nobody(
    front, engine, monkeypatch, is_taken_back
):
    """A link that led to the file only once: the browser has it."""
    called = []
    monkeypatch.setattr(front.taskbar, "call", lambda: called.append(True))
    monkeypatch.setattr(front, "is_in_front", lambda: False)
    front.begin([], hidden=False)
    job = next(job for job in engine.jobs() if job.state is JobState.ERROR)
    front.bridge.jobError.emit(job)
    if is_taken_back:
        await engine.remove(job.id)
        while any(each.id == job.id for each in front.bridge.jobs()):
            await asyncio.sleep(0.005)
    front._call_wait.setInterval(0)
    while front._call_wait.isActive():
        await asyncio.sleep(0.005)
    assert bool(called) is not is_taken_back


async def test_the_window_and_its_frame_fit_the_screen(front):
    assert front.window.height() < front.window.screen().availableSize().height()
