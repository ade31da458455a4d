"""The list as a person sees and uses it: what is selected, typed, hovered, heard and painted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import (
    QAccessible,
    QCursor,
    QFont,
    QGuiApplication,
    QHelpEvent,
    QHoverEvent,
    QImage,
)
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QStyleOptionViewItem, QToolTip

from engine import JobState
from fake_engine import MB, active, done, held, make_job, paused, retrying
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


def picture(view, ratio=1.0):
    size = view.viewport().size() * ratio
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(ratio)
    view.viewport().render(image)
    return image


def columns_of(image, colour, y):
    """Where a line of the picture has this colour."""
    return [x for x in range(image.width()) if image.pixel(x, y) == colour.rgb()]


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


# --- painting


def middle_of(view, row=0):
    area = view.visualRect(view.model().index(row, PROGRESS))
    return area.top() + (area.height() - theme.HAIRLINE) // 2


def test_the_bar_grows_from_where_reading_begins(table, jobs, appearance):
    job = active(size=100, bytes_present=50, rate=0.0)
    table.apply([job], [])
    blue = appearance.theme.tones[theme.Tone.ACTIVE].bar
    track = appearance.theme.track
    image = picture(jobs)
    y = middle_of(jobs)
    assert max(columns_of(image, blue, y)) < min(columns_of(image, track, y)) + 2
    assert jobs.visualRect(table.index(0, NAME)).left() == 0
    jobs.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    image = picture(jobs)
    assert min(columns_of(image, blue, y)) > max(columns_of(image, track, y)) - 2
    assert jobs.visualRect(table.index(0, NAME)).right() == jobs.viewport().width() - 1


def test_badge_and_focus_stand_at_the_right_where_reading_begins_there(table, jobs, appearance):
    table.apply([held()], [])
    ground = appearance.theme.badge_ground(theme.Tone.HELD)
    left = columns_of(picture(jobs), ground, 14)
    jobs.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right = columns_of(picture(jobs), ground, 14)
    width = jobs.viewport().width()
    assert [width - 1 - x for x in reversed(right)] == left


def test_a_bar_of_unknown_length_moves_with_the_bytes(table, jobs):
    job = active(size=None, bytes_present=3 * MB, rate=0.0)
    table.apply([job], [])
    area = jobs.visualRect(table.index(0, PROGRESS))
    before = picture(jobs).copy(area)
    table.apply([replace(job, bytes_present=3 * MB + 500_000)], [])
    assert picture(jobs).copy(area) != before


def test_a_job_that_waits_has_an_empty_track_while_its_size_is_unknown(table, jobs, appearance):
    table.apply([make_job(size=None)], [])
    inks = [ink.bar for ink in appearance.theme.tones.values()]
    area = jobs.visualRect(table.index(0, PROGRESS))
    image, y = picture(jobs).copy(area), middle_of(jobs)
    assert not any(columns_of(image, ink, y) for ink in inks)
    assert columns_of(image, appearance.theme.track, y)


def hover(view, row):
    where = QPointF(view.visualRect(view.model().index(row, NAME)).center())
    event = QHoverEvent(QEvent.Type.HoverMove, where, view.viewport().mapToGlobal(where), QPointF())
    QApplication.sendEvent(view.viewport(), event)


def test_the_row_under_the_pointer_is_tinted_whole(table, jobs, appearance):
    table.apply([active(), active()], [])
    hover(jobs, 1)
    image, colours = picture(jobs), appearance.theme
    top = jobs.visualRect(table.index(1, NAME)).top() + 2
    assert len(columns_of(image, colours.hover, top)) == image.width()
    assert not columns_of(image, colours.hover, 2)


def test_a_selected_row_is_tinted_whole_and_has_a_strip_while_it_has_the_keyboard(
    table, jobs, appearance
):
    table.apply([active(), active()], [])
    jobs.select_job(table.job_at(0).id)
    jobs.setFocus()
    image, colours = picture(jobs), appearance.theme
    assert columns_of(image, colours.accent, 2) == [0, 1, 2]
    assert len(columns_of(image, colours.selection, 2)) == image.width() - 3


@pytest.mark.parametrize("ratio", [1.0, 2.0, 3.0])
def test_hairlines_and_bars_are_sharp_on_every_screen(table, jobs, appearance, ratio):
    table.apply([active(size=100, bytes_present=50)], [])
    image, colours = picture(jobs, ratio), appearance.theme
    bottom = round(theme.ROW_HEIGHT * ratio)
    line = range(bottom - round(theme.HAIRLINE * ratio), bottom)
    x = round(5 * ratio)
    hairline = colours.hairline.rgb()
    assert [y for y in range(image.height()) if image.pixel(x, y) == hairline] == list(line)


def test_names_keep_their_ending_when_they_are_shortened(table, jobs, qtbot):
    jobs.resize(460, 300)
    long = "a-very-long-name-that-no-column-has-room-for-" * 3 + "version-2.parquet"
    delegate = jobs.itemDelegate()
    room = jobs.columnWidth(NAME) - 80
    shown = delegate._name.metrics.elidedText(long, COLUMNS[NAME].elide, room)
    assert shown.endswith(".parquet")
    assert shown.startswith("a-very")
    assert "…" in shown


@pytest.mark.parametrize("density", Density)
@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_paints_all_states_in_every_manner(
    table, jobs, preferences, appearance, density, direction
):
    table.apply(
        [active(), retrying(), held(), paused(), done(), make_job("资料.csv", size=None)], []
    )
    preferences.change(density=density)
    jobs.setLayoutDirection(direction)
    for colours in (theme.LIGHT, theme.DARK, theme.native(jobs.palette())):
        appearance.use(colours)
        jobs.resize(700, 420)
        image = picture(jobs)
        assert image.pixel(5, 5) == colours.surface.rgb()


# --- tool tips


def point_at(view, index):
    where = view.visualRect(index).center()
    QCursor.setPos(view.viewport().mapToGlobal(where))
    event = QHelpEvent(QEvent.Type.ToolTip, where, view.viewport().mapToGlobal(where))
    QApplication.sendEvent(view.viewport(), event)


def test_the_tool_tip_says_all_and_its_clock_runs_on(table, jobs):
    job = retrying("<b>a</b>.pbf")
    table.apply([job], [])
    point_at(jobs, table.index(0, NAME))
    assert QToolTip.isVisible()
    assert "&lt;b&gt;a&lt;/b&gt;.pbf" in QToolTip.text()
    assert "gives up in 51:48" in QToolTip.text()
    assert "8 min 12 s without progress so far" in QToolTip.text()
    table.apply([replace(job, gives_up_in=3107.0, without_progress=493.0)], [])
    assert "gives up in 51:47" in QToolTip.text()
    QCursor.setPos(jobs.viewport().mapToGlobal(QPoint(5, 380)))
    table.apply([replace(job, gives_up_in=3106.0)], [])
    assert "51:46" not in QToolTip.text()


def test_there_is_no_tool_tip_beside_the_rows(table, jobs):
    QToolTip.hideText()
    table.apply([active()], [])
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 380), QPoint(5, 380))
    QApplication.sendEvent(jobs.viewport(), event)
    assert "from files.example.org" not in QToolTip.text()


def test_the_delegate_has_a_size_for_every_cell(table, jobs):
    table.apply([active()], [])
    for column in range(len(COLUMNS)):
        hint = jobs.itemDelegate().sizeHint(QStyleOptionViewItem(), table.index(0, column))
        assert hint.height() == theme.ROW_HEIGHT
        assert hint.width() > 40


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
