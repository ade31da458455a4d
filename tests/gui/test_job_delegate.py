"""The rows as they are painted: sharp, mirrored, tinted; and what their tool tips say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QCursor,
    QHelpEvent,
    QHoverEvent,
    QImage,
)
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QToolTip

from engine import JobState
from fake_engine import MB, active, done, failed, held, make_job, paused, retrying
from gui import theme
from gui.columns import COLUMNS, GIVES_UP_IN, NAME, PROGRESS
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


def test_high_contrast_marks_a_selected_row_by_lines(table, jobs, appearance):
    table.apply([active(), active()], [])
    appearance.use(theme.native(jobs.palette()))
    jobs.select_job(table.job_at(0).id)
    image, accent = picture(jobs), appearance.theme.accent
    middle = image.width() // 2
    lines = [y for y in range(theme.ROW_HEIGHT) if image.pixel(middle, y) == accent.rgb()]
    assert lines == [0, 1, 2, *range(theme.ROW_HEIGHT - 3, theme.ROW_HEIGHT)]


def test_wide_letters_stay_within_their_badge(table, jobs, appearance):
    table.apply([active("wide.wwww", rate=0.0)], [])
    image, colours = picture(jobs), appearance.theme
    ground = colours.badge_ground(theme.Tone.ACTIVE).rgb()
    inner = [x for x in range(12, 46) if image.pixel(x, 27) != ground]
    assert inner
    assert min(inner) >= 14
    assert max(inner) <= 43


def test_a_sentence_that_has_no_room_in_one_line_leaves_it_to_the_name(table, jobs, preferences):
    preferences.change(density=Density.COMPACT)
    table.apply([paused("a-name-as-long-as-it-can-be-in-such-a-column.iso")], [])
    jobs.resize(420, 200)
    area = jobs.visualRect(table.index(0, NAME))
    before = picture(jobs).copy(area)
    table.apply([replace(table.job_at(0), state=JobState.QUEUED)], [])
    assert picture(jobs).copy(area) == before


def test_a_shorter_sentence_is_painted_instead_of_a_part_of_it(table, jobs):
    pen = jobs.itemDelegate()._secondary
    texts = ("Gave up after 1 h without progress: no answer", "Gave up after 1 h: no answer")
    room = pen.width(texts[0])
    assert pen.longest_fitting(texts, room + 1) == texts[0]
    assert pen.longest_fitting(texts, room) == texts[1]
    assert pen.longest_fitting(texts, 5) == texts[1]


def test_until_when_a_job_holds_on_is_left_out_only_where_a_column_says_it(table, jobs):
    jobs.resize(1400, 300)
    table.apply([retrying(), failed()], [])
    option, delegate = QStyleOptionViewItem(), jobs.itemDelegate()
    option.widget = jobs
    waits, gave_up = table.job_at(0), table.job_at(1)
    assert not jobs.isColumnHidden(GIVES_UP_IN)
    assert "gives up in" not in delegate._sentences(option, waits)[-1]
    jobs.setColumnHidden(GIVES_UP_IN, True)
    assert all("gives up in" in words for words in delegate._sentences(option, waits))
    assert len(delegate._sentences(option, gave_up)) > 1


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


def test_a_tool_tip_outlives_its_job_in_peace(table, jobs):
    job, other = retrying("a"), retrying("b")
    table.apply([job, other], [])
    point_at(jobs, table.index(0, NAME))
    shown = QToolTip.text()
    table.apply([replace(other, gives_up_in=9.0)], [job.id])
    table.apply([replace(other, gives_up_in=8.0)], [])
    assert QToolTip.text() == shown


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
