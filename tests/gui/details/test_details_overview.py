"""The first tab: its clock, its facts, and the buttons that do what they say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QMenu

from engine import ErrorKind, JobState
from fake_engine import (
    GB,
    HOUR,
    MB,
    active,
    done,
    failed,
    held,
    make_error,
    make_file,
    paused,
    retrying,
)
from gui.details.file_map import Cells
from gui.details.parts import Words
from gui.details.window_bar import Bar


def button(page, text):
    found = [one for one in page.findChildren(QAbstractButton) if one.text() == text]
    visible = [one for one in found if one.isVisible()]
    assert visible, f"no button {text!r}"
    return visible[0]


def is_offered(page, text):
    return any(one.isVisible() and one.text() == text for one in page.findChildren(QAbstractButton))


def value(page, label):
    return next(words for words in page.findChildren(Words) if words.accessibleName() == label)


def test_tells_the_story_of_a_job_that_retries(show):
    told = show(retrying("planet.pbf", size=GB, bytes_present=MB)).plain_text()
    assert "No progress for 8 min 12 s, gives up in 51:48" in told
    assert "Next try: in 4:10" in told
    assert "Reason: The server is busy (503)" in told
    assert "Give up after: 1 hour without progress" in told
    assert "So far: 1.0 MB of 1.0 GB, 3 errors" in told
    assert "Saved to: /home/ada/Downloads" in told
    assert "Code: server-busy" in told


def test_the_bar_is_a_progress_bar_to_a_screen_reader(show):
    page = show(retrying(without_progress=HOUR / 2, gives_up_in=HOUR / 2))
    bar = page.findChild(Bar)
    face = QAccessible.queryAccessibleInterface(bar)
    assert face.role() is QAccessible.Role.ProgressBar
    assert face.valueInterface().currentValue() == 500
    assert "gives up in 30:00" in face.text(QAccessible.Text.Description)


def test_the_bar_runs_and_is_not_there_when_all_is_over(show, engine, pane, qtbot):
    job = retrying(without_progress=100.0, gives_up_in=300.0)
    bar = show(job).findChild(Bar)
    assert bar.value() == 250
    engine.put(replace(job, without_progress=200.0, gives_up_in=200.0))
    qtbot.waitUntil(lambda: bar.value() == 500)
    show(done())
    assert not bar.isVisible()


def test_the_map_says_how_much_is_here(show):
    page = show(active(size=GB, bytes_present=GB // 4))
    cells = page.findChild(Cells)
    face = QAccessible.queryAccessibleInterface(cells)
    assert face.valueInterface().currentValue() == 25
    assert "25\N{NO-BREAK SPACE}% here" in face.text(QAccessible.Text.Description)


def test_retry_now_ends_the_wait(show, engine, qtbot):
    job = retrying()
    page = show(job)
    qtbot.mouseClick(button(page, "Retry now"), Qt.MouseButton.LeftButton)
    assert engine.job(job.id).state is JobState.QUEUED


def test_retry_now_of_a_job_that_gave_up_gives_it_a_new_window(show, engine, qtbot):
    job = failed()
    page = show(job)
    button(page, "Retry now").click()
    assert engine.job(job.id).state is JobState.QUEUED
    assert engine.job(job.id).without_progress is None


def test_an_expired_link_offers_a_new_one(show, pane):
    job = failed(error=make_error(ErrorKind.NOT_FOUND, http_status=404))
    page = show(job)
    asked = QSignalSpy(pane.change_link_asked)
    button(page, "Change link…").click()
    assert asked.at(0) == [job, 0]


def test_of_several_files_the_link_of_the_one_that_failed_is_asked_for(show, pane):
    error = make_error(ErrorKind.NOT_FOUND)
    files = (make_file(), make_file(number=7, error=error))
    page = show(failed(error=error, files=files))
    asked = QSignalSpy(pane.change_link_asked)
    button(page, "Change link…").click()
    assert asked.at(0)[1] == 7


def test_a_metered_network_can_be_used_anyway(show, engine):
    job = held(error=make_error(ErrorKind.METERED))
    page = show(job)
    button(page, "Run anyway").click()
    assert engine.job(job.id).run_anyway


def test_a_full_disk_can_be_looked_at(show, pane):
    page = show(held())
    asked = QSignalSpy(pane.show_in_folder_asked)
    button(page, "Show the folder").click()
    assert asked.at(0) == [Path("/home/ada/Downloads")]


def test_shows_where_the_file_is(show, pane):
    page = show(done("a.pdf"))
    asked = QSignalSpy(pane.show_in_folder_asked)
    button(page, "Show").click()
    assert asked.at(0) == [Path("/home/ada/Downloads/a.pdf")]


def test_change_opens_the_presets(show, commands):
    page = show(retrying())
    button(page, "Change…").click()
    assert isinstance(commands.give_up, QMenu)
    assert commands.give_up.isVisible()
    commands.give_up.close()


def test_what_is_over_can_no_longer_be_changed(show):
    page = show(done())
    assert not is_offered(page, "Change…")
    assert not is_offered(page, "Retry now")


def test_a_job_that_does_well_gets_no_advice(show):
    assert "Advice" not in show(active()).plain_text()
    assert "Advice" in show(retrying()).plain_text()


def test_a_selected_value_is_copied_and_not_the_link_of_the_job(show, pane, copied, qtbot):
    pressed = []
    action = QAction("Copy link", pane)
    action.setShortcut(QKeySequence("Ctrl+C"))
    action.triggered.connect(lambda: pressed.append(1))
    pane.addAction(action)
    page = show(retrying())
    pane.activateWindow()
    words = value(page, "Reason")
    words.setFocus()
    qtbot.waitUntil(words.hasFocus)
    QTest.keyClick(words, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied() == "The server is busy (503)"
    QTest.keyClick(words, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert words.selectedText() == "The server is busy (503)"
    words.setSelection(4, 6)
    QTest.keyClick(words, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied() == "server"
    assert pressed == []


def test_who_comes_by_key_sees_where_the_keys_are(show, pane, copied, qtbot):
    words = value(show(retrying()), "Reason")
    pane.activateWindow()
    words.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(words.hasFocus)
    assert words.selectedText() == words.text()
    QTest.keyClick(words, Qt.Key.Key_Tab)
    assert not words.hasSelectedText()


def test_a_selection_survives_the_next_second(show, pane):
    job = retrying()
    page = show(job)
    words = value(page, "Reason")
    words.setSelection(0, 3)
    page.show_job(replace(job, retry_in=3.0))
    assert words.selectedText() == "The"


def test_the_context_menu_copies_a_value_or_everything(show, copied):
    page = show(paused())
    words = value(page, "Saved to")
    QTest.mouseClick(words, Qt.MouseButton.RightButton)
    words.contextMenuEvent(_menu_event(words))
    menu = words.findChild(QMenu)
    actions = {action.text().replace("&", ""): action for action in menu.actions()}
    actions["Copy"].trigger()
    assert copied() == "/home/ada/Downloads"
    actions["Copy all"].trigger()
    assert copied() == page.plain_text()
    menu.close()


def _menu_event(widget):
    from PySide6.QtGui import QContextMenuEvent

    middle = widget.rect().center()
    reason = QContextMenuEvent.Reason.Mouse
    return QContextMenuEvent(reason, middle, widget.mapToGlobal(middle))


def test_mark_up_from_a_server_is_not_obeyed(show):
    page = show(done("<b>bold</b>.pdf"))
    words = value(page, "Saved to")
    assert words.textFormat() is Qt.TextFormat.PlainText
    assert "<b>" in words.text()
    assert "&lt;b&gt;" in words.toolTip()


@pytest.mark.parametrize(("width", "is_wide"), [(1012, True), (380, False)])
def test_the_map_stands_beside_the_facts_where_there_is_room(show, pane, width, is_wide, qtbot):
    pane.resize(width, 700)
    page = show(active(size=GB, bytes_present=MB))
    qtbot.wait(1)
    cells, bar = page.findChild(Cells), page.findChild(Bar)
    below = cells.mapToGlobal(cells.rect().topLeft()).y()
    assert (below < bar.mapToGlobal(bar.rect().topLeft()).y() + 40) is is_wide


def test_a_size_that_is_not_known_is_said_and_not_drawn(show):
    page = show(active(size=None, bytes_present=MB))
    assert not page.findChild(Cells).isVisible()
    told = [words.text() for words in page.findChildren(Words) if words.isVisible()]
    assert any("has not said yet how large it is; 1.0 MB here" in text for text in told)


def test_nothing_is_on_the_clipboard_by_itself(show, copied):
    show(active())
    assert QGuiApplication.clipboard().text() == copied() == ""
