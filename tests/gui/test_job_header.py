"""The columns as a person arranges them, and what a narrow window makes of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu

from fake_engine import active
from gui.columns import (
    ADDED,
    COLUMN_OF,
    COLUMNS,
    GIVES_UP_IN,
    NAME,
    PROGRESS,
    SIZE,
    SPEED,
    TIME_LEFT,
)
from gui.job_header import FIRST, Layout, packed, unpacked
from gui.job_list import JobList
from gui.job_table import JobTable
from gui.preferences import PreferenceKeeper

HOST = COLUMN_OF["host"]
Direction = [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]


@pytest.fixture
def jobs(appearance, tmp_path, qtbot):
    table = JobTable()
    view = JobList(table, appearance, PreferenceKeeper(tmp_path))
    qtbot.addWidget(view)
    table.apply([active()], [])
    view.resize(1300, 300)
    view.show()
    qtbot.waitExposed(view)
    return view


def shown(view):
    head = view.header()
    order = [head.logicalIndex(place) for place in range(head.count())]
    return [COLUMNS[column].title for column in order if not view.isColumnHidden(column)]


def switch(view, title):
    actions = [action for action in view.column_actions() if action is not None]
    return next(action for action in actions if action.text().replace("&", "") == title)


def fills_the_width(view):
    return view.header().length() == view.viewport().width()


def test_at_first_the_columns_of_the_design_fill_the_width(jobs):
    assert shown(jobs) == [column.title for column in COLUMNS if column.is_shown]
    assert fills_the_width(jobs)
    assert jobs.horizontalScrollBar().maximum() == 0


def test_every_column_but_the_name_can_be_switched(jobs):
    *switches, gap, reset = jobs.column_actions()
    assert [action.text() for action in switches] == [column.title for column in COLUMNS[1:]]
    assert gap is None
    assert reset.text() == "&Reset columns"
    for action in switches:
        action.setChecked(False)
    assert shown(jobs) == ["Name"]
    assert fills_the_width(jobs)
    switch(jobs, "Host").setChecked(True)
    assert shown(jobs) == ["Name", "Host"]


def test_the_heads_have_a_menu_with_the_switches(jobs):
    head = jobs.header()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, QPoint(5, 5), head.mapToGlobal(QPoint(5, 5))
    )
    QApplication.sendEvent(head.viewport(), event)
    menu = next(menu for menu in head.findChildren(QMenu) if menu.isVisible())
    assert menu.actions()[0].text() == "Progress"
    menu.close()


def test_the_columns_that_matter_least_step_back_in_a_narrow_window(jobs):
    before = shown(jobs)
    jobs.resize(720, 300)
    assert shown(jobs) == ["Name", "Progress", "Size", "Time left"]
    jobs.resize(532, 300)
    assert shown(jobs)[:2] == ["Name", "Progress"]
    assert jobs.columnWidth(NAME) >= jobs.itemDelegate().narrowest_name
    assert fills_the_width(jobs)
    jobs.resize(1300, 300)
    assert shown(jobs) == before


def test_what_stepped_back_is_still_chosen(jobs):
    jobs.resize(532, 300)
    assert switch(jobs, "Added").isChecked()
    assert "added" in jobs.header().layout_now().shown


def test_a_column_that_is_asked_for_in_a_narrow_window_is_shown(jobs):
    jobs.resize(640, 300)
    assert "Host" not in shown(jobs)
    switch(jobs, "Host").setChecked(True)
    assert shown(jobs) == ["Name", "Progress", "Host"]


def test_what_is_extra_makes_room_as_soon_as_sentences_lack_some(jobs):
    head, comfortable = jobs.header(), jobs.itemDelegate().comfortable_name
    spare = jobs.columnWidth(NAME) - comfortable
    assert spare > 0
    jobs.resize(jobs.width() - spare, 300)
    assert "Added" in shown(jobs)
    assert jobs.columnWidth(NAME) == comfortable
    jobs.resize(jobs.width() - 1, 300)
    assert "Added" not in shown(jobs)
    assert jobs.columnWidth(NAME) > comfortable
    switch(jobs, "Added").setChecked(False)
    switch(jobs, "Added").setChecked(True)
    assert "Added" in shown(jobs)
    head.lay_out(unpacked(packed(head.layout_now())))
    assert "Added" in shown(jobs), "a wish is remembered"


def test_very_large_letters_leave_the_name_more_than_the_bar(jobs, monkeypatch):
    head, delegate = jobs.header(), jobs.itemDelegate()
    monkeypatch.setattr(type(delegate), "narrowest_name", property(lambda _self: 600))
    jobs.resize(400, 300)
    head.fit()
    assert shown(jobs) == ["Name", "Progress"]
    assert jobs.columnWidth(PROGRESS) == delegate.narrowest_progress
    assert fills_the_width(jobs)


def test_a_column_is_as_wide_as_it_was_dragged_and_the_name_gives_way(jobs):
    name = jobs.columnWidth(NAME)
    before = jobs.columnWidth(SIZE)
    jobs.header().resizeSection(SIZE, before + 40)
    assert jobs.columnWidth(SIZE) == before + 40
    assert jobs.columnWidth(NAME) == name - 40
    assert fills_the_width(jobs)
    jobs.resize(1400, 300)
    assert jobs.columnWidth(SIZE) == before + 40


def drag_edge_after(view, column, by, qtbot):
    """With the mouse, in steps; returns how far the edge has moved."""
    head = view.header()
    is_mirrored = view.isRightToLeft()

    def edge():
        left = head.sectionViewportPosition(column)
        return left if is_mirrored else left + head.sectionSize(column) - 1

    begin, y = edge(), head.height() // 2
    qtbot.mousePress(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(begin, y))
    for step in (1, 2, 3):
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(begin + by * step / 3, y),
            head.viewport().mapToGlobal(QPointF(begin + by * step / 3, y)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(head.viewport(), move)
    qtbot.mouseRelease(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(begin + by, y))
    return edge() - begin


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("column", [NAME, PROGRESS, SIZE, TIME_LEFT])
@pytest.mark.parametrize("by", [30, -30])
def test_an_edge_stays_under_the_pointer_and_the_name_has_the_rest(
    jobs, qtbot, direction, column, by
):
    jobs.setLayoutDirection(direction)
    name, total = jobs.columnWidth(NAME), jobs.header().length()
    assert drag_edge_after(jobs, column, by, qtbot) == by
    mirrored = direction is Qt.LayoutDirection.RightToLeft
    assert jobs.columnWidth(NAME) == name + (-by if mirrored else by)
    assert jobs.header().length() == total


def test_an_edge_cannot_be_dragged_over_what_others_need(jobs, qtbot):
    drag_edge_after(jobs, SIZE, 500, qtbot)
    assert jobs.columnWidth(SPEED) == 40
    drag_edge_after(jobs, SIZE, -900, qtbot)
    assert jobs.itemDelegate().narrowest_name <= jobs.columnWidth(NAME) < 400
    assert fills_the_width(jobs)


def test_what_was_dragged_is_remembered(jobs, qtbot):
    speed = jobs.columnWidth(SPEED)
    drag_edge_after(jobs, SIZE, -25, qtbot)
    assert jobs.header().layout_now().widths == {"speed": speed + 25}


def test_no_column_vanishes_under_the_hand_that_drags_it(jobs, qtbot):
    jobs.header().resizeSection(SPEED, 900)
    assert "Speed" in shown(jobs)
    assert jobs.columnWidth(NAME) == jobs.itemDelegate().narrowest_name
    qtbot.waitUntil(lambda: jobs.horizontalScrollBar().maximum() > 0)


def test_columns_can_be_moved_but_for_the_name(jobs):
    head = jobs.header()
    head.moveSection(head.visualIndex(GIVES_UP_IN), 1)
    assert shown(jobs)[:3] == ["Name", "Gives up in", "Progress"]
    assert not head.isFirstSectionMovable()


def test_the_heads_sort_up_down_and_not_at_all(jobs, qtbot):
    head = jobs.header()
    middle = QPoint(head.sectionViewportPosition(SIZE) + 20, head.height() // 2)
    seen = []
    for _ in range(3):
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        seen.append((head.sortIndicatorSection(), head.sortIndicatorOrder()))
    up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
    assert seen[:2] == [(SIZE, up), (SIZE, down)]
    assert seen[2][0] == -1


def test_hiding_the_column_that_sorts_ends_the_sorting(jobs):
    jobs.sortByColumn(SIZE, Qt.SortOrder.DescendingOrder)
    switch(jobs, "Size").setChecked(False)
    assert jobs.header().sortIndicatorSection() == -1


def test_reset_brings_everything_back(jobs):
    head = jobs.header()
    widths = [jobs.columnWidth(column) for column in range(len(COLUMNS))]
    head.moveSection(head.visualIndex(ADDED), 1)
    head.resizeSection(SIZE, 222)
    switch(jobs, "Speed").setChecked(False)
    switch(jobs, "Checksum").setChecked(True)
    jobs.sortByColumn(SIZE, Qt.SortOrder.DescendingOrder)
    switch(jobs, "Reset columns").trigger()
    assert head.layout_now() == FIRST
    assert [jobs.columnWidth(column) for column in range(len(COLUMNS))] == widths
    assert switch(jobs, "Speed").isChecked()
    assert not switch(jobs, "Checksum").isChecked()


# --- remembering


def test_a_layout_comes_back_as_it_was(jobs, appearance, tmp_path, qtbot):
    head = jobs.header()
    head.moveSection(head.visualIndex(HOST), 2)
    switch(jobs, "Host").setChecked(True)
    switch(jobs, "Time left").setChecked(False)
    head.resizeSection(HOST, 166)
    layout = unpacked(packed(head.layout_now()))
    assert layout == head.layout_now()
    again = JobList(JobTable(), appearance, PreferenceKeeper(tmp_path))
    qtbot.addWidget(again)
    again.resize(1300, 300)
    again.show()
    again.header().lay_out(layout)
    assert shown(again) == shown(jobs)
    assert again.columnWidth(HOST) == 166


def test_a_layout_of_another_version_disturbs_nothing(jobs):
    """Columns that are new here keep their place and state, those that went are passed over."""
    jobs.header().lay_out(
        Layout(
            order=("name", "gone", "speed", "size"),
            shown=("name", "speed", "gone"),
            widths={"gone": 50, "speed": 1},
        )
    )
    assert shown(jobs) == ["Name", "Speed"]
    order = [jobs.header().logicalIndex(place) for place in range(len(COLUMNS))]
    assert sorted(order) == list(range(len(COLUMNS)))
    assert order.index(SPEED) < order.index(SIZE)
    assert jobs.columnWidth(SPEED) >= 40


@pytest.mark.parametrize("text", [None, "", "{", '{"shown": 3}', b"\xff", 7])
def test_what_is_no_layout_is_none(text):
    assert unpacked(text) is None


def test_the_name_is_never_hidden(jobs):
    jobs.header().lay_out(Layout(shown=("speed",)))
    assert shown(jobs) == ["Name", "Speed"]


# --- painting


def arrow(view, column):
    """Where ink stands beside the words of a head that sorts."""
    head = view.header()
    view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    plain = head.viewport().grab().toImage()
    view.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    sorted_ = head.viewport().grab().toImage()
    left = head.sectionViewportPosition(column)
    middle = left + head.sectionSize(column) / 2
    differing = [
        x
        for x in range(left, left + head.sectionSize(column))
        if any(plain.pixel(x, y) != sorted_.pixel(x, y) for y in range(plain.height()))
    ]
    return "left" if sum(differing) / len(differing) < middle else "right"


def test_the_arrow_stands_beside_the_words_on_the_inner_side(jobs):
    assert arrow(jobs, TIME_LEFT) == "left"
    jobs.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert arrow(jobs, TIME_LEFT) == "right"
