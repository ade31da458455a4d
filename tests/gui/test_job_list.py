"""The list as a person sees and uses it: what is selected, typed, hovered, heard and painted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import (
    QAccessible,
    QFont,
    QGuiApplication,
)
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from engine import JobState
from fake_engine import active, done, make_job, paused, retrying
from gui import theme
from gui.columns import ADDED, COLUMNS, NAME, PROGRESS, SIZE
from gui.job_filter import JobFilter
from gui.job_groups import Group
from gui.job_list import JobList
from gui.job_table import JobTable
from gui.preferences import Density, PreferenceKeeper


@pytest.fixture
def preferences(qapp, tmp_path):
    return PreferenceKeeper(tmp_path)


@pytest.fixture
def table(qapp):
    return JobTable()


@pytest.fixture
def jobs(table, appearance, preferences, qtbot):
    view = JobList(table, appearance, preferences)
    qtbot.addWidget(view)
    view.resize(1000, 400)
    view.show()
    qtbot.waitExposed(view)
    return view


# --- rows


def test_selected_jobs_are_told_in_the_order_of_the_rows(table, jobs):
    table.apply([make_job(f"{number}.bin") for number in range(4)], [])
    for row in (3, 1):
        jobs.selectionModel().select(
            table.index(row, NAME),
            jobs.selectionModel().SelectionFlag.Select | jobs.selectionModel().SelectionFlag.Rows,
        )
    assert [job.name for job in jobs.selected_jobs()] == ["1.bin", "3.bin"]
    assert jobs.is_selected(table.job_at(3).id)


def test_all_are_selected_at_once(table, jobs, qtbot):
    table.apply([make_job(f"{number}.bin") for number in range(500)], [])
    told = QSignalSpy(jobs.selectionModel().selectionChanged)
    qtbot.keyClick(jobs, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(jobs.selected_jobs()) == 500
    assert told.count() == 1


def test_nothing_is_selected_in_an_empty_list(jobs):
    jobs.selectAll()
    assert jobs.selected_jobs() == []


def test_a_selection_follows_sorting_and_filtering(table, jobs):
    table.apply([make_job(f"{number}.iso", size=50 - number) for number in range(50)], [])
    jobs.select_job(table.job_at(7).id)
    jobs.sortByColumn(SIZE, Qt.SortOrder.AscendingOrder)
    assert [job.name for job in jobs.selected_jobs()] == ["7.iso"]
    table.set_filter(JobFilter(words="7"))
    assert [job.name for job in jobs.selected_jobs()] == ["7.iso"]
    table.set_filter(JobFilter())
    assert [job.name for job in jobs.selected_jobs()] == ["7.iso"]


def test_a_job_that_leaves_by_itself_does_not_hand_its_selection_on(table, jobs):
    waiting = [retrying(f"{number}.bin") for number in range(3)]
    table.apply(waiting, [])
    table.set_filter(JobFilter(group=Group.RETRYING))
    jobs.select_job(waiting[1].id)
    table.apply([replace(waiting[1], state=JobState.TRANSFERRING)], [])
    assert jobs.selected_jobs() == []
    assert jobs.currentIndex().row() == 1
    table.apply([], [waiting[2].id])
    assert jobs.currentIndex().row() == 0
    table.apply([], [waiting[0].id])
    assert not jobs.currentIndex().isValid()


def test_other_jobs_are_shown_from_the_first_on(table, jobs, qapp):
    table.apply(
        [*(done(f"{n}.pdf") for n in range(20)), *(paused(f"{n}.nc") for n in range(20))], []
    )
    jobs.select_job(table.job_at(1).id)
    table.set_filter(JobFilter(group=Group.PAUSED))
    qapp.processEvents()
    assert jobs.visible_jobs()[0].name == "0.nc"


def test_the_chosen_job_stays_on_the_screen_when_others_are_shown(table, jobs, qapp):
    table.apply(
        [*(done(f"{n}.pdf") for n in range(20)), *(paused(f"{n}.nc") for n in range(20))], []
    )
    jobs.select_job(table.job_at(35).id)
    for wanted in (JobFilter(group=Group.PAUSED), JobFilter()):
        table.set_filter(wanted)
        qapp.processEvents()
        assert "15.nc" in [job.name for job in jobs.visible_jobs()]


def test_only_rows_on_the_screen_are_visible(table, jobs):
    assert jobs.visible_jobs() == []
    table.apply([make_job(f"{number}.bin") for number in range(100)], [])
    names = [job.name for job in jobs.visible_jobs()]
    assert names[0] == "0.bin"
    assert 4 <= len(names) <= 9
    jobs.scrollToBottom()
    assert jobs.visible_jobs()[-1].name == "99.bin"
    jobs.hide()
    assert jobs.visible_jobs() == []


def test_asks_for_a_job_that_is_not_shown_in_vain(table, jobs):
    table.apply([active("a"), paused("p")], [])
    table.set_filter(JobFilter(group=Group.ACTIVE))
    jobs.select_job(table.jobs()[1].id)
    assert jobs.selected_jobs() == []


# --- keys


@pytest.mark.parametrize(
    ("typed", "row"),
    [("d", 1), ("ub", 3), ("F", 2), ("dd", 4), ("zz", 0), ("debian-2", 4)],
)
def test_typing_goes_to_the_next_name_that_begins_so(table, jobs, typed, row):
    names = ("annual.pdf", "debian-1.iso", "fedora.iso", "ubuntu.iso", "debian-2.iso")
    table.apply([make_job(name) for name in names], [])
    jobs.setCurrentIndex(table.index(0, SIZE))
    for letter in typed:
        jobs.keyboardSearch(letter)
    assert jobs.currentIndex().row() == row


def test_typing_wraps_around_and_begins_anew_after_a_pause(table, jobs, monkeypatch):
    table.apply([make_job(name) for name in ("a.iso", "b.iso", "ab.iso")], [])
    jobs.setCurrentIndex(table.index(2, NAME))
    jobs.keyboardSearch("a")
    assert jobs.currentIndex().row() == 0
    jobs.keyboardSearch("")
    jobs.keyboardSearch("b")
    assert jobs.currentIndex().row() == 1


def test_the_ends_are_reached_by_keyboard(table, jobs, qtbot):
    table.apply([make_job(f"{number}.bin") for number in range(100)], [])
    jobs.setCurrentIndex(table.index(0, NAME))
    for key, row in ((Qt.Key.Key_End, 99), (Qt.Key.Key_Home, 0), (Qt.Key.Key_Down, 1)):
        qtbot.keyClick(jobs, key)
        assert jobs.currentIndex().row() == row
    qtbot.keyClick(jobs, Qt.Key.Key_PageDown)
    assert jobs.currentIndex().row() > 3


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_asks_to_open(table, jobs, qtbot, key):
    table.apply([done()], [])
    with qtbot.waitSignal(jobs.open_asked):
        qtbot.keyClick(jobs, key)


# --- what a screen reader gets


def heard(view):
    QApplication.processEvents()
    reader = QAccessible.queryAccessibleInterface(view)
    heads = len(COLUMNS)
    return [
        [
            reader.child(heads + row * heads + column).text(QAccessible.Text.Name)
            for column in range(heads)
        ]
        for row in range((reader.childCount() - heads) // heads)
    ]


def test_every_row_can_be_heard(table, jobs):
    table.apply([active("a.iso", size=100, bytes_present=62), retrying("b.pbf")], [])
    reader = QAccessible.queryAccessibleInterface(jobs)
    assert reader.role() == QAccessible.Role.Tree
    assert reader.text(QAccessible.Text.Name) == "Jobs"
    first, second = heard(jobs)
    assert first[NAME] == "a.iso, 62\N{NO-BREAK SPACE}%, 1.0 MB/s from files.example.org"
    assert first[PROGRESS] == "62\N{NO-BREAK SPACE}%"
    assert first[SIZE] == "100 bytes"
    assert second[NAME].startswith("b.pbf, 0\N{NO-BREAK SPACE}%, Retry in 4:10 · gives up in 51:48")


def test_what_is_heard_follows_the_job(table, jobs):
    job = active("a.iso", size=100, bytes_present=62)
    table.apply([job], [])
    table.apply([replace(job, state=JobState.SUSPENDED, bytes_present=63)], [])
    assert heard(jobs)[0][:2] == ["a.iso, 63\N{NO-BREAK SPACE}%, Paused", "63\N{NO-BREAK SPACE}%"]


def test_heads_and_cells_say_what_they_are_of(table, jobs):
    table.apply([make_job()], [])
    QApplication.processEvents()
    reader = QAccessible.queryAccessibleInterface(jobs)
    heads = [reader.child(at).text(QAccessible.Text.Name) for at in range(len(COLUMNS))]
    assert heads == [column.title for column in COLUMNS]
    cell = reader.child(len(COLUMNS) + SIZE)
    assert cell.text(QAccessible.Text.Description) == "Size"


# --- empty


def labels(view):
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible()]


def buttons(view):
    return [button for button in view.findChildren(QPushButton) if button.isVisible()]


def test_an_empty_list_tells_the_next_step(jobs, qtbot):
    assert labels(jobs)[0] == "Drop links here, or press Ctrl+V"
    assert jobs.accessibleDescription() == "Drop links here, or press Ctrl+V"
    (add,) = buttons(jobs)
    assert add.text() == "&Add links…"
    with qtbot.waitSignal(jobs.add_asked):
        qtbot.mouseClick(add, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (JobFilter(group=Group.RETRYING), "No job is retrying"),
        (JobFilter(words="<b>x"), "No job matches “<b>x”"),
    ],
)
def test_a_filter_that_shows_nothing_says_so_and_leads_back(table, jobs, wanted, sentence, qtbot):
    table.apply([active(), active()], [])
    assert labels(jobs) == []
    table.set_filter(wanted)
    assert labels(jobs) == [sentence, "2 jobs are not shown here."]
    assert jobs.accessibleDescription() == sentence
    with qtbot.waitSignal(jobs.all_asked):
        qtbot.mouseClick(*buttons(jobs), Qt.MouseButton.LeftButton)
    table.set_filter(JobFilter())
    assert labels(jobs) == []
    assert jobs.accessibleDescription() == ""


def test_the_words_for_nothing_follow_the_filter(table, jobs):
    table.apply([active()], [])
    table.set_filter(JobFilter(words="x"))
    table.set_filter(JobFilter(words="xy"))
    assert labels(jobs)[0] == "No job matches “xy”"
    table.apply([], [table.jobs()[0].id])
    assert labels(jobs)[0].startswith("Drop links here")


# --- density


def test_rows_have_two_lines_or_one_as_the_person_likes(table, jobs, preferences):
    table.apply([active()], [])
    row = table.index(0, NAME)
    assert jobs.visualRect(row).height() == theme.ROW_HEIGHT
    preferences.change(density=Density.COMPACT)
    assert jobs.visualRect(row).height() == theme.COMPACT_ROW_HEIGHT
    preferences.change(density=Density.COMFORTABLE)
    assert jobs.visualRect(row).height() == theme.ROW_HEIGHT


def test_larger_letters_have_larger_rows_and_heads(table, jobs, qapp):
    table.apply([active()], [])
    row, before = table.index(0, NAME), QFont(QGuiApplication.font())
    head = jobs.header().height()
    large = QFont(before)
    large.setPixelSize(26)
    try:
        QApplication.setFont(large)
        QApplication.processEvents()
        assert jobs.visualRect(row).height() > theme.ROW_HEIGHT
        assert jobs.header().height() > head
    finally:
        QApplication.setFont(before)
        QApplication.processEvents()
    assert jobs.visualRect(row).height() == theme.ROW_HEIGHT


# --- what is remembered


def test_columns_are_as_they_were_left(
    table, jobs, appearance, preferences, memory: QSettings, qtbot
):
    table.apply([make_job("a", size=1), make_job("b", size=2)], [])
    jobs.sortByColumn(SIZE, Qt.SortOrder.DescendingOrder)
    jobs.setColumnWidth(SIZE, 133)
    next(action for action in jobs.column_actions() if action.text() == "Added").setChecked(False)
    jobs.remember(memory)
    memory.sync()
    again = JobList(JobTable(), appearance, preferences)
    qtbot.addWidget(again)
    again.resize(1400, 400)
    again.show()
    again.restore(QSettings(memory.fileName(), QSettings.Format.IniFormat))
    assert again.columnWidth(SIZE) == 133
    assert again.isColumnHidden(ADDED)
    again._table.apply(table.jobs(), [])
    assert [job.name for job in again._table.shown_jobs()] == ["b", "a"]
    assert again.header().sortIndicatorSection() == SIZE


def test_what_nobody_wrote_is_not_taken_up(jobs, memory):
    memory.setValue("columns", "{not json")
    jobs.restore(memory)
    assert jobs.header().sortIndicatorSection() == -1
    assert not jobs.isColumnHidden(NAME)
