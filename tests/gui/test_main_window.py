"""The window as a person uses it: with an engine that behaves, without a network."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QToolBar, QToolButton
from shiboken6 import isValid

from engine import JobState
from fake_engine import HOUR, FakeEngine, active, done, failed, held, make_job, paused, retrying
from gui.add_job_dialog import AddJobDialog
from gui.bridge import EngineBridge
from gui.columns import COLUMNS, SIZE
from gui.commands import Commands, Desktop
from gui.give_up import GiveUpChooser, GiveUpDialog
from gui.job_filter import JobFilter
from gui.job_groups import Group
from gui.main_window import MainWindow
from gui.painting import as_plain_tooltip
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
    texts = [action.text().replace("&", "") for action in menu.actions() if action.text()]
    assert texts == [
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


# --- coming and going


def test_size_and_columns_are_remembered(window, engine, appearance, preferences, memory, qtbot):
    window.resize(760, 555)
    menu = next(menu for menu in window.findChildren(QMenu) if menu.title() == "&Columns")
    menu_action(menu, "Size").trigger()
    window.close()
    bridge = EngineBridge(engine)
    again = MainWindow(bridge, Commands(bridge), appearance, preferences, memory)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (760, 555)
    assert again.jobs.isColumnHidden(SIZE)


async def test_adding_from_the_tray_brings_the_window_back(window):
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
    menus = window.findChildren(QMenu)
    entries = [action for menu in menus for action in menu.actions() if not action.isSeparator()]
    assert all(action.text() for action in entries)
    columns = next(menu for menu in menus if menu.title() == "&Columns")
    texts = [action.text().replace("&", "") for action in columns.actions()]
    assert {column.shown_title for column in COLUMNS[1:]} <= set(texts)


def test_letters_in_the_menu_bar_are_given_once(window):
    letters = [title[title.index("&") + 1] for title in titles(window.menuBar().actions())]
    assert len(letters) == len(set(letters))
    for action in window.menuBar().actions():
        letters = [
            text[text.index("&") + 1].lower()
            for text in titles(action.menu().actions())
            if "&" in text
        ]
        assert len(letters) == len(set(letters)), action.text()


def titles(actions):
    return [action.text() for action in actions]


# --- looking for jobs


def names_shown(window):
    return [job.name for job in window.table.shown_jobs()]


def test_the_list_follows_what_is_typed_into_the_filter(window, qtbot):
    qtbot.keyClick(window.jobs, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.filter_box.hasFocus()
    qtbot.keyClicks(window.filter_box, "pdf")
    qtbot.waitUntil(lambda: names_shown(window) == ["done.pdf"])
    assert "1 of 7 jobs shown" in window.status.text
    qtbot.keyClick(window.filter_box, Qt.Key.Key_Escape)
    assert window.jobs.hasFocus()
    qtbot.waitUntil(lambda: len(names_shown(window)) == 7)
    assert "shown" not in window.status.text


def test_words_and_groups_narrow_the_list_together(window, qtbot):
    window.sidebar.choose(JobFilter(group=Group.DONE))
    assert names_shown(window) == ["done.pdf"]
    window.filter_box.setText("iso")
    qtbot.waitUntil(lambda: names_shown(window) == [])
    window.jobs.all_asked.emit()
    assert len(names_shown(window)) == 7
    assert window.filter_box.text() == ""
    assert window.sidebar.choice == JobFilter()


def test_a_job_that_is_filtered_out_can_be_shown_from_outside(window):
    window.sidebar.choose(JobFilter(group=Group.DONE))
    job = next(job for job in window.table.jobs() if job.name == "paused.nc")
    window.show_job(job.id)
    assert window.jobs.selected_jobs() == [job]


def test_ctrl_a_selects_all_and_the_status_bar_counts(window, qtbot):
    qtbot.keyClick(window.jobs, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(window._commands.selection) == 7
    assert "7 selected" in window.status.text


def test_keys_of_the_list_leave_the_filter_alone(window, qtbot):
    select(window, "active.iso")
    window.filter_box.begin()
    qtbot.keyClicks(window.filter_box, "abc")
    qtbot.keyClick(window.filter_box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window.filter_box, Qt.Key.Key_Delete)
    assert window.filter_box.text() == ""
    assert window.removals.latest is None


# --- panes


def test_details_tell_of_the_selected_job(window):
    job = select(window, "retrying.pbf")
    assert window.details._only == job


def test_f6_goes_round_the_panes(window, qtbot):
    def pane():
        owner = QApplication.focusWidget()
        return next(
            name
            for name in ("sidebar", "jobs", "details")
            if owner is getattr(window, name) or getattr(window, name).isAncestorOf(owner)
        )

    window.jobs.setFocus()
    seen = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        seen.append(pane())
    assert seen == ["details", "sidebar", "jobs"]
    qtbot.keyClick(window.jobs, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert pane() == "sidebar"


def test_panes_are_hidden_turned_and_remembered(
    window, engine, appearance, preferences, memory, qtbot
):
    window.panes.show_sidebar.trigger()
    window.panes.beside.trigger()
    assert not window.sidebar.isVisible()
    assert window.details.x() > window.jobs.x()
    window.close()
    bridge = EngineBridge(engine)
    again = MainWindow(bridge, Commands(bridge), appearance, preferences, memory)
    qtbot.addWidget(again)
    again.show()
    assert not again.sidebar.isVisible()
    assert again.details.x() > again.jobs.x()
    again.panes.show_details.trigger()
    assert not again.details.isVisible()


# --- dropping


def hold(window, text):
    mime = QMimeData()
    mime.setText(text)
    event = QDragEnterEvent(
        QPoint(50, 200),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    window.dragEnterEvent(event)
    return event.isAccepted()


async def test_the_window_shows_that_it_takes_what_is_held_over_it(window):
    assert hold(window, "https://a.example/1")
    assert window._drop_frame.isVisible()
    window.dragLeaveEvent(QDragLeaveEvent())
    assert not window._drop_frame.isVisible()
    hold(window, "https://a.example/1")
    drop(window, "https://a.example/1")
    assert not window._drop_frame.isVisible()


def test_a_drop_without_links_says_so(window):
    drop(window, "nothing in here")
    assert window.messages.text == "There is no link in what was dropped."


# --- dialogs


def dialogs(window):
    return [box for box in window.findChildren(QDialog) if box.isVisible()]


async def test_a_limit_of_ones_own_for_jobs_and_for_all(window, engine):
    job = select(window, "active.iso")
    window._commands.custom_limit_asked.emit([job])
    (dialog,) = dialogs(window)
    dialog._rate.set_value(3 << 20)
    dialog.accept()
    assert engine.job(job.id).rate_limit == 3 << 20
    window.status.custom_limit_asked.emit()
    dialog = dialogs(window)[-1]
    dialog._rate.set_value(5 << 20)
    dialog.accept()
    assert engine.settings.rate_limit == 5 << 20


async def test_another_name_and_another_link(window, engine):
    job = select(window, "failed.tar.zst")
    window._commands.rename.trigger()
    dialogs(window)[-1].chosen.emit("other.tar.zst")
    copy("https://mirror.example/failed.tar.zst")
    window._commands.change_link.trigger()
    dialog = dialogs(window)[-1]
    assert dialog.link == "https://mirror.example/failed.tar.zst"
    dialog.accept()
    await settled(lambda: len(engine.commands) == 2)
    assert engine.commands == [
        ("rename", job.id, 0, "other.tar.zst"),
        ("change_link", job.id, 0, "https://mirror.example/failed.tar.zst"),
    ]
    assert engine.job(job.id).state is JobState.QUEUED


def test_preferences_properties_and_keys_open_and_close(window):
    select(window, "active.iso")
    window._commands.preferences.trigger()
    window._commands.preferences.trigger()
    window._commands.properties.trigger()
    window.dialogs.show_keys(window._menus)
    window.dialogs.tell_about()
    names = sorted(type(dialog).__name__ for dialog in dialogs(window))
    assert names == ["PreferencesDialog", "PropertiesDialog", "QMessageBox", "ShortcutsWindow"]
    for dialog in dialogs(window):
        dialog.reject()
    window._commands.preferences.trigger()
    assert len(dialogs(window)) == 1


def test_a_tool_tip_shows_mark_up_instead_of_obeying_it():
    assert "<b>" not in as_plain_tooltip("<b>x</b>\n& y")
    assert "&lt;b&gt;x&lt;/b&gt;" in as_plain_tooltip("<b>x</b>\n& y")


async def settled(holds, seconds=5.0):
    import asyncio

    async with asyncio.timeout(seconds):
        while not holds():
            await asyncio.sleep(0.005)
