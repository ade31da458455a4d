"""Finished files leave the list by the mouse; what is not finished, or is gone, does not."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine import FileState
from fake_engine import done, make_file, make_job
from gui.adding.clipboard_watch import links_copied
from gui.columns import NAME
from gui.drag_out import MOST_FILES, DragOut, files_of, mime_of, picture_of
from gui.job_list import JobList
from gui.job_table import JobTable
from gui.theme import LIGHT

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def finished(tmp_path):
    """Makes a job of which these files are here."""

    def make(*names, there=True):
        files = []
        for name in names:
            path = tmp_path / name
            if there:
                path.write_bytes(b"content")
            files.append(make_file(name=name, state=FileState.TRANSFERRED, path=path))
        return done(names[0], files=tuple(files))

    return make


@pytest.fixture
def table(qapp):
    return JobTable()


@pytest.fixture
def jobs(table, appearance, preferences, qtbot):
    view = JobList(table, appearance, preferences)
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def carried(jobs, appearance, monkeypatch):
    """What was dragged out, time and again; no drag is really begun."""
    carried = []
    monkeypatch.setattr(DragOut, "carry", lambda _self, paths: carried.append(paths))
    DragOut(jobs, appearance)
    return carried


def middle(jobs, table, row):
    return jobs.visualRect(table.index(row, NAME)).center()


def move(jobs, place, buttons=LEFT):
    """QTest moves without a button."""
    where = QPointF(place)
    viewport = jobs.viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove, where, viewport.mapToGlobal(where), LEFT, buttons, NO_KEY
    )
    QApplication.sendEvent(viewport, event)


def drag(jobs, place, *, button=LEFT, keys=NO_KEY, by=60):
    QTest.mousePress(jobs.viewport(), button, keys, place)
    move(jobs, place + QPoint(2, 0), button)
    move(jobs, place + QPoint(by, 0), button)
    move(jobs, place + QPoint(by + 5, 0), button)
    QTest.mouseRelease(jobs.viewport(), button, keys, place + QPoint(by, 0))


# --- what is taken along -------------------------------------------------------------------------


def test_the_files_are_named_as_files_and_are_no_links_to_add(finished, tmp_path):
    job = finished("größe 1%.iso", "b.iso")
    mime = mime_of(files_of([job]))
    assert [url.toLocalFile() for url in mime.urls()] == [
        str(tmp_path / "größe 1%.iso"),
        str(tmp_path / "b.iso"),
    ]
    assert links_copied(mime) == []


def test_what_is_gone_or_not_here_yet_is_left_out(finished):
    there, gone = finished("a.iso"), finished("b.iso", there=False)
    assert files_of([make_job(), gone, there]) == [there.files[0].path]


def test_no_more_than_a_desktop_can_take(finished):
    job = finished("a.iso")
    assert len(files_of([job] * (MOST_FILES + 5))) == MOST_FILES


def test_the_picture_names_one_and_counts_several(finished, jobs):
    paths = files_of([finished("a" * 200 + ".iso"), finished("b.iso")])
    one, two = picture_of(paths[:1], LIGHT, jobs), picture_of(paths, LIGHT, jobs)
    assert not one.isNull()
    assert one.toImage() != two.toImage()
    assert one.deviceIndependentSize().width() < 300


# --- how it begins -------------------------------------------------------------------------------


def test_a_row_is_dragged_with_its_file(table, jobs, carried, finished):
    job = finished("a.iso")
    table.apply([job, make_job()], [])
    drag(jobs, middle(jobs, table, 0))
    assert carried == [files_of([job])]
    assert jobs.selected_jobs() == [job]


def test_all_that_is_selected_comes_along(table, jobs, carried, finished):
    first, other, second = finished("a.iso"), make_job(), finished("b.iso", "c.iso")
    table.apply([first, other, second], [])
    jobs.selectAll()
    drag(jobs, middle(jobs, table, 2))
    assert carried == [files_of([first, second])]


def test_a_click_is_no_drag(table, jobs, carried, finished):
    table.apply([finished("a.iso")], [])
    drag(jobs, middle(jobs, table, 0), by=3)
    assert carried == []
    move(jobs, middle(jobs, table, 0) + QPoint(90, 0), Qt.MouseButton.NoButton)
    assert carried == []


@pytest.mark.parametrize(
    ("button", "keys"),
    [
        (RIGHT, NO_KEY),
        (LEFT, Qt.KeyboardModifier.ControlModifier),
        (LEFT, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_other_ways_to_press_select_as_ever(table, jobs, carried, finished, button, keys):
    table.apply([finished("a.iso")], [])
    drag(jobs, middle(jobs, table, 0), button=button, keys=keys)
    assert carried == []


def test_below_the_rows_and_on_what_is_not_finished_moving_selects(table, jobs, carried, finished):
    table.apply([make_job("a"), make_job("b"), finished("c.iso")], [])
    drag(jobs, QPoint(60, 560))
    place = middle(jobs, table, 0)
    QTest.mousePress(jobs.viewport(), LEFT, NO_KEY, place)
    move(jobs, place + QPoint(0, 20))
    move(jobs, middle(jobs, table, 1))
    QTest.mouseRelease(jobs.viewport(), LEFT, NO_KEY, middle(jobs, table, 1))
    assert carried == []
    assert [job.name for job in jobs.selected_jobs()] == ["a", "b"]


def test_with_ten_thousand_selected_it_begins_at_once(table, jobs, carried, finished):
    job = finished("a.iso")
    table.apply([job, *(make_job(f"{number}") for number in range(10_000))], [])
    jobs.selectAll()
    began = time.perf_counter()
    drag(jobs, middle(jobs, table, 0))
    assert time.perf_counter() - began < 0.25
    assert len(carried) == 1
