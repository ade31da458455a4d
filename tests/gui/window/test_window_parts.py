"""The parts of the window together: panes, filter, drops, dialogs, coming and going."""

from __future__ import annotations

from pathlib import Path

from hands import copy, drop, menu_action, select, settled
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from engine import JobState
from gui.add_job_dialog import AddJobDialog
from gui.bridge import EngineBridge
from gui.columns import COLUMNS, SIZE
from gui.commands import Commands
from gui.job_filter import JobFilter
from gui.job_groups import Group
from gui.main_window import MainWindow
from gui.painting import as_plain_tooltip
from gui.preferences import Density

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


def test_whether_it_closes_is_for_others_to_say(window):
    window.may_close = lambda: False
    assert not window.close()
    assert window.isVisible()
    window.may_close = lambda: True
    assert window.close()
    assert not window.isVisible()


def test_escape_clears_what_was_offered_and_said(window):
    window.offer_links(["https://a.example/x.iso"])
    window.messages.show_message("Something.")
    assert window.offers.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.offers.isVisible()
    assert not window.messages.isVisible()


async def test_what_is_offered_opens_the_dialog_when_it_is_taken(window):
    window.offer_links(["https://a.example/x.iso"])
    window.offers.take()
    dialog = window.findChild(AddJobDialog)
    assert dialog.isVisible()
    window.offer_links(["https://a.example/y.iso"])
    assert not window.offers.isVisible(), "the dialog that is open takes them in"
    assert len(dialog._form.links.toPlainText().split()) == 2
    dialog.reject()


def test_files_dragged_out_of_the_list_are_no_links_to_add(window):
    class FromHere(QDragEnterEvent):
        def source(self):
            return window.jobs

    mime = QMimeData()
    mime.setUrls([QUrl("https://a.example/x.iso")])
    button, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = FromHere(QPoint(5, 5), Qt.DropAction.CopyAction, mime, button, no_key)
    event.ignore()
    window.dragEnterEvent(event)
    assert not event.isAccepted()


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
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        qtbot.keyClick(window.filter_box, Qt.Key.Key_Delete, modifier)
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


def test_f6_does_no_harm_where_nothing_is_to_be_seen(window):
    window.hide()
    window.panes.next_pane.trigger()
    assert window.focusWidget() is not None


def test_f6_hands_the_window_to_no_widget_that_goes(window):
    window.messages.show_message("It did not work.", [("Try again", lambda: None)])
    window.panes.next_pane.trigger()
    window.panes.previous_pane.trigger()
    window.messages.show_message("Nor did that.")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    select(window, "retrying.pbf")
    assert window._commands.speed_limit.menuAction().isEnabled()
    assert any(action.isChecked() for action in window._commands.give_up.actions())


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


def test_rows_become_compact_from_the_menu_and_from_the_preferences(window, preferences):
    height = window.jobs.visualRect(window.table.index(0, 0)).height()
    window._compact.trigger()
    assert preferences.now.density is Density.COMPACT
    window.jobs.doItemsLayout()
    assert window.jobs.visualRect(window.table.index(0, 0)).height() < height
    preferences.change(density=Density.COMFORTABLE)
    assert not window._compact.isChecked()


def test_what_the_details_name_can_be_opened(window, opened):
    window.details.open_asked.emit(Path("/srv/a.pdf"))
    assert opened == [Path("/srv/a.pdf")]


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
