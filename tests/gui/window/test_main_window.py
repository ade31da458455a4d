"""The window as a person uses it: with an engine that behaves, without a network."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path

from hands import button, copy, drop, menu_action, select, settled
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton
from shiboken6 import isValid

from engine import FileSpec, JobSpec, JobState
from fake_engine import HOUR, FakeEngine, make_job
from gui.add_job_dialog import AddJobDialog
from gui.bridge import EngineBridge
from gui.browsers.handover import Handover
from gui.commands import Commands
from gui.give_up import GiveUpChooser, GiveUpDialog
from gui.main_window import MainWindow
from gui.theme import DARK, LIGHT


def test_shows_all_jobs_and_what_they_do_together(window):
    assert window.table.rowCount() == 7
    assert window.status.speed == "1.0 MB/s"
    assert "free in" in window.status.text


def test_paints_every_state_in_light_and_dark(window, appearance):
    for colours in (LIGHT, DARK):
        appearance.use(colours)
        picture = window.jobs.viewport().grab().toImage()
        seen = {
            picture.pixelColor(x, y).name()
            for x in range(0, picture.width(), 9)
            for y in range(picture.height())
        }
        bars = {ink.bar.name() for ink in colours.tones.values()}
        assert bars <= seen
        assert {colours.surface.name(), colours.hairline.name(), colours.track.name()} <= seen


def test_needs_no_horizontal_scroll_bar_at_a_thousand_pixels(window, qtbot):
    window.resize(1000, 640)
    qtbot.waitUntil(lambda: window.jobs.viewport().width() <= 1000)
    assert window.jobs.horizontalScrollBar().maximum() == 0
    assert window.jobs.columnWidth(0) > 300


def test_the_toolbar_follows_the_selection(window, engine, qtbot):
    assert not button(window, "Pause").isEnabled()
    job = select(window, "active.iso")
    with qtbot.waitSignal(window._bridge.jobsChanged):
        qtbot.mouseClick(button(window, "Pause"), Qt.MouseButton.LeftButton)
    assert engine.job(job.id).state is JobState.SUSPENDED
    assert window.table.job_at(0).state is JobState.SUSPENDED


def test_commands_follow_a_selected_job_that_changes(window, engine, qtbot):
    job = select(window, "active.iso")
    with qtbot.waitSignal(window._bridge.jobsChanged):
        engine.put(replace(job, state=JobState.CANCELLED))
    assert not button(window, "Resume").isEnabled()


def test_the_toolbar_can_be_reached_by_keyboard(window):
    for text in ("Add links", "Resume", "Pause", "Retry now", "Remove"):
        assert button(window, text).focusPolicy() & Qt.FocusPolicy.TabFocus
        assert button(window, text).accessibleName()


def test_an_empty_list_tells_the_next_step(appearance, preferences, memory, qtbot):
    bridge = EngineBridge(FakeEngine())
    window = MainWindow(bridge, Commands(bridge), appearance, preferences, memory)
    qtbot.addWidget(window)
    window.resize(800, 500)
    assert "Ctrl+V" in window.jobs.accessibleDescription()
    copy("no link here")
    texts = {button.text(): button for button in window.jobs.findChildren(QPushButton)}
    texts["&Add links…"].click()
    dialog = window.findChild(AddJobDialog)
    assert dialog.isVisible()
    dialog.reject()
    empty = window.jobs.grab().toImage()
    window.table.apply([make_job()], [])
    assert window.jobs.grab().toImage() != empty


def test_a_refusal_is_a_line_in_the_window(window, engine, qtbot):
    select(window, "paused.nc")
    engine.refuses = OSError(28, "No space left on device", "/home/ada/jobs.db")
    button(window, "Resume").click()
    assert window.messages.isVisible()
    assert window.messages.text == "/home/ada/jobs.db: No space left on device"
    assert not [box for box in window.findChildren(QDialog) if box.isVisible()]
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.messages.isVisible()


def test_the_same_refusal_is_said_once(window):
    for sentence in ("a", "b", "b", "a"):
        window.messages.show_message(sentence)
    assert window.messages.text.splitlines() == ["b", "a"]


# --- adding


async def test_ctrl_v_opens_the_dialog_with_the_links_of_the_clipboard(window):
    copy("see https://a.example/1.iso, and https://a.example/2.iso")
    window._commands.paste.trigger()
    dialog = window.findChild(AddJobDialog)
    assert dialog.isVisible()
    assert not dialog.isModal() or dialog.windowModality() is Qt.WindowModality.WindowModal


async def test_ctrl_v_without_a_link_says_so(window):
    copy("no link here")
    window._commands.paste.trigger()
    assert window.findChild(AddJobDialog) is None
    assert window.messages.text == "There is no link in the clipboard."


async def test_ctrl_n_opens_the_dialog_also_without_links(window):
    copy("no link here")
    window._commands.add_links.trigger()
    assert window.findChild(AddJobDialog).isVisible()


async def test_dropped_links_become_jobs(window, engine, qtbot):
    drop(window, "https://a.example/dropped.iso")
    dialog = window.findChild(AddJobDialog)
    dialog.accept()
    await settled(lambda: engine.added)
    assert engine.added[0][0].files[0].url == "https://a.example/dropped.iso"
    await settled(lambda: window.table.rowCount() == 8)


async def test_a_second_drop_goes_into_the_dialog_that_is_open(window):
    drop(window, "https://a.example/1")
    drop(window, "https://a.example/2")
    assert len(window.findChildren(AddJobDialog)) == 1


async def test_the_folder_is_remembered_for_the_next_time(window, engine, memory):
    for folder in ("/srv/a", "/srv/b"):
        window.open_add_dialog(["https://a.example/1"])
        dialog = window.dialogs._adding
        dialog._form.folder.pick(folder)
        dialog.accept()
    assert window.dialogs.folders()[:2] == [Path("/srv/b"), Path("/srv/a")]
    await settled(lambda: len(engine.added) == 2)


# --- opening


def test_a_double_click_opens_a_finished_file(window, opened):
    select(window, "done.pdf")
    window.jobs.doubleClicked.emit(window.jobs.currentIndex())
    assert opened == [Path("/home/ada/Downloads/done.pdf")]


def test_a_double_click_on_anything_else_opens_nothing(window, opened):
    select(window, "retrying.pbf")
    window.jobs.doubleClicked.emit(window.jobs.currentIndex())
    assert opened == []
    assert not [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


def test_enter_opens_a_finished_file(window, opened, qtbot):
    select(window, "done.pdf")
    qtbot.keyClick(window.jobs, Qt.Key.Key_Return)
    assert opened == [Path("/home/ada/Downloads/done.pdf")]


def test_the_context_menu_holds_the_commands_of_the_job(window):
    select(window, "retrying.pbf")
    window.jobs.customContextMenuRequested.emit(QPoint(20, 60))
    menu = next(menu for menu in window.findChildren(QMenu) if menu.isVisible())
    shown = [action for action in menu.actions() if action.text() and action.isVisible()]
    assert [action.text().replace("&", "") for action in shown] == [
        *("Open", "Show in folder", "Resume", "Pause", "Retry now", "Run anyway"),
        *("Give up after", "Speed limit", "Priority", "Place in line", "Copy", "Rename…"),
        *("Change link and go on…", "Keep finished files", "Cancel"),
        *("Remove", "Remove and delete file", "Properties…"),
    ]
    menu.close()


def test_a_right_click_leaves_the_menus_of_the_window_alive(window, qtbot):
    select(window, "retrying.pbf")
    for _ in range(2):
        window.jobs.customContextMenuRequested.emit(QPoint(20, 60))
        menu = next(menu for menu in window.findChildren(QMenu) if menu.isVisible())
        menu.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert not isValid(menu)
    select(window, "retrying.pbf")
    for menu in (window._commands.give_up, window._commands.speed_limit, *window._menus):
        assert menu.actions()
    assert any(action.isChecked() for action in window._commands.give_up.actions())


# --- giving up


def test_the_give_up_time_can_be_changed_in_the_middle_of_a_window(window, engine):
    job = select(window, "retrying.pbf")
    menu_action(window._commands.give_up, "Custom").trigger()
    dialog = window.findChild(GiveUpDialog)
    dialog.findChild(GiveUpChooser).set_seconds(2 * HOUR)
    dialog.accept()
    assert engine.job(job.id).no_progress_timeout == 2 * HOUR
    assert engine.job(job.id).gives_up_in == 2 * HOUR - 492


def test_clocks_on_the_screen_run_down_every_second(window, engine):
    engine.let_pass(10)
    window._tick()
    row = window.table.row_of(next(job.id for job in engine.jobs() if "retrying" in job.name))
    assert window.table.job_at(row).retry_in == 240.0


def test_only_rows_that_are_seen_and_count_down_are_looked_at_again(window, engine, qtbot):
    changed = QSignalSpy(window.table.dataChanged)
    engine.let_pass(10)
    window._tick()
    assert changed.count() == 1
    window.hide()
    assert window.jobs.visible_jobs() == []
    assert not window._clock.isActive()


# --- removing


async def test_a_removed_job_is_gone_at_once_and_comes_back_with_ctrl_z(window, engine, qtbot):
    names = [job.name for job in window.table.shown_jobs()]
    job = select(window, "active.iso")
    assert not window._commands.undo.isEnabled()
    qtbot.keyClick(window.jobs, Qt.Key.Key_Delete)
    assert window.table.job(job.id) is None
    assert engine.job(job.id).state is JobState.SUSPENDED
    assert window._undo_bar.isVisible()
    assert window._undo_bar.text == "active.iso removed"
    assert not [box for box in window.findChildren(QDialog) if box.isVisible()]
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not window._undo_bar.isVisible()
    assert [job.name for job in window.table.shown_jobs()] == names
    assert engine.job(job.id).state is JobState.QUEUED


async def test_removing_with_the_file_says_so_and_carries_it_out(window, engine, qtbot):
    job = select(window, "done.pdf")
    qtbot.keyClick(window.jobs, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert window._undo_bar.text == "done.pdf removed; its file goes to the trash"
    window.removals.carry_out()
    assert not window._undo_bar.isVisible()
    await settled(lambda: job not in engine.jobs())
    assert ("remove", job.id, True) in engine.commands


def test_counts_and_speed_know_nothing_of_removed_jobs(window):
    select(window, "active.iso")
    window._commands.remove.trigger()
    window.status.tick()
    assert window.status.speed == ""
    assert window.table.counts.total == 6
    window._commands.undo.trigger()
    assert window.table.counts.total == 7


def test_what_was_removed_is_no_longer_selected(window):
    select(window, "active.iso")
    window._commands.remove.trigger()
    assert window._commands.selection == []
    assert not button(window, "Pause").isEnabled()


async def test_what_was_added_is_selected_and_in_sight_however_long_the_list_is(window, engine):
    for number in range(60):
        engine.put(make_job(f"old-{number}.iso"))
    await settled(lambda: window.table.rowCount() == 67)
    window.open_add_dialog(["https://h.example/new.iso"])
    dialog = window.findChild(AddJobDialog)
    specs = [JobSpec((FileSpec(f"https://h.example/{name}"),), Path("/")) for name in "ab"]
    dialog.jobs_chosen.emit(specs, True)
    dialog.reject()
    await settled(lambda: [job.name for job in window.jobs.selected_jobs()] == ["a"])
    assert "a" in [job.name for job in window.jobs.visible_jobs()]
    await settled(lambda: window.table.rowCount() == 69)
    assert [job.name for job in window.jobs.selected_jobs()] == ["a"]


def test_what_a_browser_sends_comes_forward_once_and_not_again_for_each_further_link(window):
    window.showMinimized()
    window.take_over(Handover("https://h.example/one.iso", size=1))
    assert not window.isMinimized()
    window.showMinimized()
    window.take_over(Handover("https://h.example/two.iso", size=1))
    assert window.isMinimized(), "the person has put it away, and a page cannot bring it back"
