"""The window as a person uses it: with an engine that behaves, without a network."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QToolBar,
    QToolButton,
)

from engine import JobState
from fake_engine import HOUR, FakeEngine, active, done, failed, held, make_job, paused, retrying
from gui.add_job_dialog import AddJobDialog
from gui.bridge import EngineBridge
from gui.commands import Commands, Desktop
from gui.give_up import GiveUpChooser, GiveUpDialog
from gui.job_delegate import as_plain_tooltip
from gui.job_table import COLUMNS, SIZE
from gui.main_window import MainWindow
from gui.theme import DARK, LIGHT


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
def window(engine, appearance, memory, opened, qtbot):
    bridge = EngineBridge(engine)
    commands = Commands(bridge, desktop=Desktop(lambda path: not opened.append(path)))
    window = MainWindow(bridge, commands, appearance, memory)
    # They go with the window, as they go with the program.
    bridge.setParent(window)
    commands.setParent(window)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    bridge.start()
    return window


def select(window, name):
    job = next(job for job in window.table.jobs() if job.name == name)
    window.jobs.select_job(job.id)
    return job


def button(window, text):
    bar = window.findChild(QToolBar, "commands")
    return next(button for button in bar.findChildren(QToolButton) if text in button.text())


def menu_action(menu, text):
    return next(
        action for action in menu.actions() if action.text().replace("&", "").startswith(text)
    )


def copy(text):
    QGuiApplication.clipboard().setText(text)


def test_shows_all_jobs_and_what_they_do_together(window):
    assert window.table.rowCount() == 7
    words = [label.text() for label in window.statusBar().findChildren(QLabel)]
    assert any(text.startswith("7 jobs · 1 active") for text in words)
    assert "1.0 MB/s" in words


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


def test_an_empty_list_tells_the_next_step(appearance, memory, qtbot):
    bridge = EngineBridge(FakeEngine())
    window = MainWindow(bridge, Commands(bridge), appearance, memory)
    qtbot.addWidget(window)
    window.resize(800, 500)
    empty = window.jobs.grab().toImage()
    window.table.apply([make_job()], [])
    assert window.jobs.grab().toImage() != empty
    assert "Ctrl+V" in window.jobs.accessibleDescription()


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


def test_ctrl_v_opens_the_dialog_with_the_links_of_the_clipboard(window):
    copy("see https://a.example/1.iso, and https://a.example/2.iso")
    window._commands.paste.trigger()
    dialog = window.findChild(AddJobDialog)
    assert dialog.isVisible()
    assert not dialog.isModal() or dialog.windowModality() is Qt.WindowModality.WindowModal


def test_ctrl_v_without_a_link_says_so(window):
    copy("no link here")
    window._commands.paste.trigger()
    assert window.findChild(AddJobDialog) is None
    assert window.messages.text == "There is no link in the clipboard."


def test_ctrl_n_opens_the_dialog_also_without_links(window):
    copy("no link here")
    window._commands.add_links.trigger()
    assert window.findChild(AddJobDialog).isVisible()


def drop(window, text):
    mime = QMimeData()
    mime.setText(text)
    event = QDropEvent(
        QPointF(50, 200),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


async def test_dropped_links_become_jobs(window, engine, qtbot):
    drop(window, "https://a.example/dropped.iso")
    dialog = window.findChild(AddJobDialog)
    dialog.accept()
    await settled(lambda: engine.added)
    assert engine.added[0][0].files[0].url == "https://a.example/dropped.iso"
    await settled(lambda: window.table.rowCount() == 8)


def test_a_second_drop_goes_into_the_dialog_that_is_open(window):
    drop(window, "https://a.example/1")
    drop(window, "https://a.example/2")
    assert len(window.findChildren(AddJobDialog)) == 1


async def test_the_folder_is_remembered_for_the_next_time(window, engine, memory):
    for folder in ("/srv/a", "/srv/b"):
        window.open_add_dialog(["https://a.example/1"])
        dialog = window._add_dialog
        dialog._folder.setEditText(folder)
        dialog.accept()
    assert window._folders()[:2] == [Path("/srv/b"), Path("/srv/a")]
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
    texts = [action.text().replace("&", "") for action in menu.actions() if action.text()]
    assert texts == [
        *("Open", "Show in folder", "Resume", "Pause", "Retry now", "Run anyway"),
        *("Give up after", "Speed limit", "Priority", "Place in line", "Copy", "Rename…"),
        *("Change link and go on…", "Keep finished files", "Cancel"),
        *("Remove", "Remove and delete file", "Properties…"),
    ]
    menu.close()


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


def dialog_button(box, text):
    return next(button for button in box.findChildren(QPushButton) if button.text() == text)


async def test_a_finished_job_is_removed_without_a_question(window, engine):
    job = select(window, "done.pdf")
    window._commands.remove.trigger()
    await settled(lambda: window.table.row_of(job.id) is None)
    assert window.findChild(QMessageBox) is None


async def test_an_unfinished_job_is_removed_after_a_question(window, engine):
    job = select(window, "retrying.pbf")
    window._commands.remove.trigger()
    box = window.findChild(QMessageBox)
    assert box.text() == "Remove retrying.pbf, which is not finished?"
    assert box.textFormat() is Qt.TextFormat.PlainText
    dialog_button(box, "Remove").click()
    await settled(lambda: window.table.row_of(job.id) is None)


def test_keeping_an_unfinished_job_is_the_default_answer(window, engine):
    job = select(window, "retrying.pbf")
    window._commands.remove.trigger()
    box = window.findChild(QMessageBox)
    assert box.defaultButton().text() == "Cancel"
    box.defaultButton().click()
    assert engine.job(job.id)


# --- coming and going


def test_size_and_columns_are_remembered(window, engine, appearance, memory, qtbot):
    window.resize(760, 555)
    menu = next(menu for menu in window.menuBar().findChildren(QMenu) if "View" in menu.title())
    menu_action(menu, "Size").trigger()
    window.jobs.setColumnWidth(2 + 1, 177)
    window.close()
    bridge = EngineBridge(engine)
    again = MainWindow(bridge, Commands(bridge), appearance, memory)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (760, 555)
    assert again.jobs.isColumnHidden(SIZE)
    assert again.jobs.columnWidth(3) == 177


def test_adding_from_the_tray_brings_the_window_back(window):
    window.hide()
    window._commands.add_links.trigger()
    assert window.isVisible()
    assert window.findChild(AddJobDialog).isVisible()


def test_tells_whether_it_is_to_be_seen(window):
    seen = QSignalSpy(window.visibility_changed)
    window.hide()
    window.show()
    assert [seen.at(at) for at in range(seen.count())] == [[False], [True]]


def test_the_list_has_the_keyboard_at_first(window):
    assert window.focusWidget() is window.jobs


def test_closing_tells_that_the_person_closed_it(window, qtbot):
    with qtbot.waitSignal(window.closed):
        window.close()


def test_a_job_can_be_shown_from_outside(window):
    job = window.table.job_at(5)
    window.hide()
    window.show_job(job.id)
    assert window.isVisible()
    assert window.jobs.selected_jobs() == [job]


def test_every_menu_entry_has_a_name_and_every_column_a_switch(window):
    menus = window.menuBar().findChildren(QMenu)
    assert all(action.text() or action.isSeparator() for menu in menus for action in menu.actions())
    view = next(menu for menu in menus if "View" in menu.title())
    assert [action.text() for action in view.actions()] == [column.title for column in COLUMNS[1:]]


def test_a_tool_tip_shows_mark_up_instead_of_obeying_it():
    assert "<b>" not in as_plain_tooltip("<b>x</b>\n& y")
    assert "&lt;b&gt;x&lt;/b&gt;" in as_plain_tooltip("<b>x</b>\n& y")


async def settled(holds, seconds=5.0):
    import asyncio

    async with asyncio.timeout(seconds):
        while not holds():
            await asyncio.sleep(0.005)
