"""The tab of files: rows that follow the job, and what can be done with them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit, QMenu
from standing import TALL, until

from engine import ErrorKind, FileState, JobState
from fake_engine import MB, active, make_error, make_file, make_job, retrying
from gui.details.file_table import (
    COLUMNS,
    NAME,
    PROGRESS,
    SIZE,
    STATE,
    FileTable,
    state_sentence,
    tone,
)
from gui.details.lists import FactList
from gui.formatting import Tone


def files(count=4):
    done = {
        "state": FileState.DELIVERED,
        "path": Path("/home/ada/0.bin"),
        "bytes_present": 100 * MB,
    }
    failed = {"state": FileState.FAILED, "error": make_error(ErrorKind.NOT_FOUND, "a.example")}
    kinds = [done, failed, {"bytes_present": 50 * MB}, {"state": FileState.SKIPPED}]
    return tuple(
        make_file(number=number, name=f"{number}.bin", **kinds[number % 4])
        for number in range(count)
    )


@pytest.fixture
def job():
    return active("four", files=files(), size=400 * MB)


@pytest.fixture
def page(show, job):
    return show(job, "files")


def rows(page):
    return page.findChild(FactList)


def select(page, *numbers):
    view = rows(page)
    view.clearSelection()
    for number in numbers:
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        view.selectionModel().select(view.model().index(number, 0), flags)


def cells(model, row):
    return [model.index(row, column).data() for column in range(len(COLUMNS))]


# --- the model


def test_the_model_keeps_its_promises(qapp):
    table = FileTable(qapp)
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    job = make_job(files=files(40))
    table.show_job(job)
    table.show_job(replace(job, files=files(60)))
    table.show_job(make_job(files=files(3)))
    table.show_job(make_job(files=()))
    assert table.rowCount() == 0
    assert tester is not None


def test_says_of_each_file_how_it_is(qapp, job):
    table = FileTable(qapp)
    table.show_job(job)
    percent = "\N{NO-BREAK SPACE}%"
    assert cells(table, 0) == ["0.bin", f"100{percent}", "100 MB", "Done"]
    assert cells(table, 1)[STATE] == "There is no such file on a.example"
    assert cells(table, 2) == ["2.bin", f"50{percent}", "100 MB", "50.0 MB are here"]
    assert cells(table, 3)[STATE] == "Skipped"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Not begun yet"),
        ({"bytes_present": 100 * MB}, "All here, being checked"),
        ({"error": make_error(ErrorKind.SERVER_BUSY)}, "Is tried again: the server is busy"),
        ({"state": FileState.TRANSFERRED}, "All here, kept as a part file"),
        ({"state": FileState.DELIVERED, "verified": "sha1"}, "Done, checked with SHA-1"),
        (
            {"state": FileState.DELIVERED, "unchanged": True},
            "Already here, and unchanged on the server",
        ),
        ({"state": FileState.FAILED}, "Failed, and the reason was lost"),
    ],
)
def test_every_state_of_a_file_has_its_sentence(qapp, changes, said):
    assert state_sentence(make_file(**changes)) == said


def test_a_file_has_the_colour_of_its_state():
    file = make_file()
    assert tone(file, active()) is Tone.ACTIVE
    assert tone(file, retrying()) is Tone.RETRYING
    assert tone(replace(file, error=make_error(ErrorKind.TIMED_OUT)), active()) is Tone.RETRYING
    assert tone(replace(file, state=FileState.FAILED), active()) is Tone.GAVE_UP
    assert tone(replace(file, state=FileState.SKIPPED), active()) is Tone.QUIET
    assert tone(replace(file, state=FileState.DELIVERED), active()) is Tone.DONE


def test_only_what_changed_is_told(qapp):
    job = make_job(files=files(1000))
    table = FileTable(qapp)
    table.show_job(job)
    told, reset = QSignalSpy(table.dataChanged), QSignalSpy(table.modelReset)
    table.show_job(replace(job, bytes_present=5))
    assert told.count() == 0
    changed = list(job.files)
    changed[700] = replace(changed[700], bytes_present=7)
    table.show_job(replace(job, files=tuple(changed)))
    assert told.count() == 1
    assert told.at(0)[0].row() == told.at(0)[1].row() == 700
    assert reset.count() == 0


def test_a_name_that_is_not_known_yet_is_the_link_without_secrets(qapp):
    table = FileTable(qapp)
    table.show_job(make_job(files=(make_file(name=None, url="https://a.example/x?token=s3"),)))
    assert cells(table, 0)[NAME].startswith("https://a.example/x")
    assert "s3" not in cells(table, 0)[NAME]


def test_a_size_that_is_not_known_is_not_said(qapp):
    table = FileTable(qapp)
    table.show_job(make_job(files=(make_file(size=None),)))
    assert cells(table, 0)[PROGRESS : SIZE + 1] == ["", ""]


# --- what can be done


def test_actions_follow_the_selection(page):
    states = []
    for number in range(4):
        select(page, number)
        acts = (page.retry, page.skip, page.open, page.rename)
        states.append([act.isEnabled() for act in acts])
    assert states == [
        [False, False, True, True],
        [True, True, False, True],
        [False, True, False, True],
        [True, False, False, True],
    ]
    select(page, 0, 1)
    assert not page.rename.isEnabled()
    select(page)
    assert not any(act.isEnabled() for act in (page.retry, page.skip, page.open, page.copy_link))


def test_actions_follow_a_file_that_changes(page, engine, job, qtbot):
    select(page, 2)
    assert page.skip.isEnabled()
    delivered = replace(job.files[2], state=FileState.DELIVERED)
    engine.put(replace(job, files=(*job.files[:2], delivered, job.files[3])))
    qtbot.waitUntil(lambda: not page.skip.isEnabled())


def test_a_job_that_is_over_can_skip_nothing(show):
    page = show(make_job(state=JobState.CANCELLED, files=files()), "files")
    select(page, 2)
    assert not page.skip.isEnabled()


def test_fetches_again_and_skips_those_it_can(page, engine, job):
    select(page, 0, 1, 2, 3)
    page.retry.trigger()
    page.skip.trigger()
    assert engine.commands == [
        ("retry", job.id, 1),
        ("retry", job.id, 3),
        ("skip", job.id, 1),
        ("skip", job.id, 2),
    ]


def test_opens_the_finished_file_by_return_and_by_double_click(page, pane, qtbot):
    asked = QSignalSpy(pane.open_asked)
    view = rows(page)
    select(page, 0)
    page.open.trigger()
    view.doubleClicked.emit(view.model().index(0, STATE))
    assert [asked.at(place)[0] for place in range(asked.count())] == [Path("/home/ada/0.bin")] * 2
    assert page.open.shortcut() == QKeySequence("Return")


def test_shows_the_file_in_its_folder(page, pane):
    asked = QSignalSpy(pane.show_in_folder_asked)
    select(page, 0)
    page.show_in_folder.trigger()
    assert asked.at(0) == [Path("/home/ada/0.bin")]


async def test_renames_in_the_row(page, engine, job, qtbot):
    select(page, 2)
    page.rename.trigger()
    editor = rows(page).findChild(QLineEdit)
    editor.setText("other name.bin")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    name = rows(page).model().index(2, NAME)
    await until(lambda: name.data() == "other name.bin")
    assert ("rename", job.id, 2, "other name.bin") in engine.commands
    assert engine.job(job.id).files[2].name == "other name.bin"


@pytest.mark.parametrize("name", ["", "   ", "2.bin"])
def test_no_name_and_the_same_name_rename_nothing(page, engine, name):
    model = rows(page).model()
    assert not model.setData(model.index(2, NAME), name)
    assert engine.commands == []


def test_the_map_of_a_file_is_one_step_away(page, pane):
    select(page, 2)
    page.show_ranges.trigger()
    assert pane.tab == "connections"
    assert "Ranges of 2.bin" in pane.page.plain_text()


def test_rows_are_copied_by_key_with_tabs_between_their_cells(page, pane, copied, qtbot):
    pressed = []
    action = QAction("Copy link", pane)
    action.setShortcut(QKeySequence("Ctrl+C"))
    action.triggered.connect(lambda: pressed.append(1))
    pane.addAction(action)
    view = rows(page)
    pane.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    select(page, 3, 0)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = copied().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["0.bin", "3.bin"]
    assert lines[0].endswith("100 MB\tDone")
    assert pressed == []


def test_all_rows_are_copied_under_their_heads(page, copied):
    page.copy_all()
    lines = copied().splitlines()
    assert lines[0] == "Name\tProgress\tSize\tState"
    assert len(lines) == 5


def test_links_are_copied(page, copied):
    select(page, 1)
    page.copy_link.trigger()
    assert copied() == "https://files.example.org/data.bin"


def test_the_context_menu_offers_everything(page, qtbot):
    view = rows(page)
    view.customContextMenuRequested.emit(view.rect().center())
    menu = view.findChild(QMenu)
    texts = [action.text().replace("&", "") for action in menu.actions()]
    assert {"Open", "Fetch again", "Skip", "Rename", "Copy", "Copy all"} <= set(texts)
    menu.close()


def test_buttons_do_not_take_the_letters_of_the_menus(page):
    assert all("&" not in button.text() for button in page._buttons)


def test_the_sentence_stands_under_the_name_where_there_is_no_room(page, pane, qtbot):
    view = rows(page)
    assert not view.isColumnHidden(STATE)
    high = view.sizeHintForRow(0)
    pane.resize(*TALL)
    qtbot.waitUntil(lambda: view.isColumnHidden(STATE))
    assert view.sizeHintForRow(0) > high
    qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() == 0)
    pane.resize(1012, 216)
    qtbot.waitUntil(lambda: not view.isColumnHidden(STATE))


def test_what_is_selected_stays_selected_while_bytes_come_in(page, engine, job, qtbot):
    select(page, 2)
    more = replace(job.files[2], bytes_present=60 * MB)
    engine.put(replace(job, files=(*job.files[:2], more, job.files[3])))
    model = rows(page).model()
    qtbot.waitUntil(lambda: "60.0 MB" in model.index(2, STATE).data())
    assert rows(page).selected_rows() == {2}
