"""The sidebar: what it counts, what it chooses, and that it keeps the choice as long as it can."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QApplication

from engine import JobState
from fake_engine import active, done, held, make_job, paused, retrying
from gui import theme
from gui.categories import Category
from gui.job_filter import JobFilter
from gui.job_groups import Group
from gui.job_table import JobTable
from gui.preferences import PreferenceKeeper
from gui.sidebar import PLACE_ROLE, Sidebar, folder_titles

GROUPS = ["All", "Active", "Waiting", "Retrying", "On hold", "Paused", "Done", "Failed"]
SRV = Path("/srv/films")


@pytest.fixture
def preferences(qapp, tmp_path):
    return PreferenceKeeper(tmp_path)


@pytest.fixture
def table(preferences):
    return JobTable(lambda: preferences.now.categories)


@pytest.fixture
def sidebar(table, preferences, appearance, qtbot):
    view = Sidebar(table, preferences, appearance)
    qtbot.addWidget(view)
    view.resize(view.sizeHint().width(), 600)
    view.show()
    qtbot.waitExposed(view)
    return view


def lines(view):
    model = view.model()
    return [model.index(row).data(PLACE_ROLE) for row in range(model.rowCount())]


def titles(view):
    return [line.title for line in lines(view)]


def line(view, title):
    return next(line for line in lines(view) if line.title == title)


def click(view, title, qtbot):
    row = titles(view).index(title)
    where = view.visualRect(view.model().index(row)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_at_first_there_are_the_groups_and_nothing_is_counted(sidebar):
    assert titles(sidebar) == ["Jobs", *GROUPS]
    assert all(line.count == 0 for line in lines(sidebar))
    assert sidebar.choice == JobFilter()


def test_counts_kinds_and_folders_follow_the_jobs(sidebar, table):
    film = active("film.mkv", folder=SRV)
    table.apply([film, retrying("a.iso"), held("b.iso"), done("c.xyz")], [])
    assert titles(sidebar) == [
        *("Jobs", *GROUPS),
        *("Kinds", "Disk images", "Videos"),
        *("Folders", "Downloads", "films"),
    ]
    counts = {line.title: line.count for line in lines(sidebar) if line.shows is not None}
    groups = {"All": 4, "Active": 1, "Retrying": 1, "On hold": 1, "Done": 1}
    others = {"Disk images": 2, "Videos": 1, "Downloads": 3, "films": 1}
    assert counts == dict.fromkeys(GROUPS, 0) | groups | others
    table.apply([], [film.id])
    assert "Videos" not in titles(sidebar)
    assert "films" not in titles(sidebar)


def test_a_click_chooses(sidebar, table, qtbot):
    table.apply([active("film.mkv", folder=SRV), retrying("a.iso")], [])
    chosen = QSignalSpy(sidebar.chosen)
    for title in ("Retrying", "Videos", "films", "All"):
        click(sidebar, title, qtbot)
    assert [chosen.at(at)[0] for at in range(chosen.count())] == [
        JobFilter(group=Group.RETRYING),
        JobFilter(category="Videos"),
        JobFilter(folder=SRV),
        JobFilter(),
    ]


def test_a_label_cannot_be_chosen(sidebar, table, qtbot):
    table.apply([active("film.mkv")], [])
    chosen = QSignalSpy(sidebar.chosen)
    click(sidebar, "Kinds", qtbot)
    assert chosen.count() == 0
    assert sidebar.choice == JobFilter()


def test_the_choice_stays_while_counts_and_lines_change(sidebar, table, qtbot):
    job = retrying("a.iso")
    table.apply([job], [])
    click(sidebar, "Retrying", qtbot)
    chosen = QSignalSpy(sidebar.chosen)
    table.apply([active("film.mkv", folder=SRV), replace(job, state=JobState.SUSPENDED)], [])
    assert sidebar.choice == JobFilter(group=Group.RETRYING)
    assert sidebar.currentIndex().data() == "Retrying"
    assert sidebar.selectionModel().isSelected(sidebar.currentIndex())
    assert chosen.count() == 0


@pytest.mark.parametrize("title", ["Videos", "films"])
def test_all_are_shown_when_the_last_job_of_the_choice_has_gone(sidebar, table, qtbot, title):
    film = active("film.mkv", folder=SRV)
    table.apply([film, paused("a.iso")], [])
    sidebar.chosen.connect(table.set_filter)
    click(sidebar, title, qtbot)
    assert table.rowCount() == 1
    table.apply([], [film.id])
    assert sidebar.choice == JobFilter()
    assert [job.name for job in table.shown_jobs()] == ["a.iso"]


def test_other_categories_are_counted_at_once(sidebar, table, preferences, qtbot):
    table.apply([active("film.mkv"), active("a.iso")], [])
    click(sidebar, "Videos", qtbot)
    preferences.change(categories=(Category("Films", ("mkv",)),))
    assert titles(sidebar)[len(GROUPS) + 1 :] == ["Kinds", "Films", "Folders", "Downloads"]
    assert sidebar.choice == JobFilter()


def test_can_be_used_by_keyboard_alone(sidebar, table, qtbot):
    table.apply([active("film.mkv"), paused("a.iso")], [])
    sidebar.setFocus()
    chosen = QSignalSpy(sidebar.chosen)
    for _ in range(len(GROUPS)):
        qtbot.keyClick(sidebar, Qt.Key.Key_Down)
    # From the last group the label is passed over.
    assert sidebar.currentIndex().data() == "Disk images"
    assert chosen.at(chosen.count() - 1)[0] == JobFilter(category="Disk images")
    qtbot.keyClick(sidebar, Qt.Key.Key_Home)
    assert sidebar.choice == JobFilter()


def test_can_be_told_what_to_choose(sidebar, table):
    table.apply([active("film.mkv")], [])
    sidebar.choose(JobFilter(group=Group.DONE, words="x"))
    assert sidebar.choice == JobFilter(group=Group.DONE)
    sidebar.choose(JobFilter(category="No such kind"))
    assert sidebar.choice == JobFilter()
    sidebar.choose(JobFilter(category="Videos"))
    sidebar.select_all()
    assert sidebar.choice == JobFilter()


def test_a_screen_reader_hears_title_and_count(sidebar, table):
    table.apply([retrying(), retrying(), retrying(), active("film.mkv")], [])
    QApplication.processEvents()
    reader = QAccessible.queryAccessibleInterface(sidebar)
    assert reader.text(QAccessible.Text.Name) == "Groups of jobs"
    heard = [reader.child(at).text(QAccessible.Text.Name) for at in range(reader.childCount())]
    assert heard[:5] == [
        "Jobs",
        "All, 4 jobs",
        "Active, 1 job",
        "Waiting, 0 jobs",
        "Retrying, 3 jobs",
    ]


def test_keeps_the_rules_of_qt_models(sidebar, table):
    tester = QAbstractItemModelTester(
        sidebar.model(), QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    job = active("film.mkv", folder=SRV)
    table.apply([job], [])
    table.apply([make_job("a.iso")], [job.id])
    table.apply([make_job("b.iso")], [])
    assert tester.model() is sidebar.model()


def test_folders_that_end_alike_are_told_apart():
    paths = [Path("/a/Downloads"), Path("/b/Downloads"), Path("/b/films"), Path("/")]
    assert folder_titles(paths) == {
        paths[0]: "a/Downloads",
        paths[1]: "b/Downloads",
        paths[2]: "films",
        paths[3]: "/",
    }


def test_the_whole_path_of_a_folder_is_in_its_tool_tip(sidebar, table):
    table.apply([active("film.mkv", folder=Path("/srv/<b>films"))], [])
    row = titles(sidebar).index("<b>films")
    tip = sidebar.model().index(row).data(Qt.ItemDataRole.ToolTipRole)
    assert "/srv/&lt;b&gt;films" in tip
    assert sidebar.model().index(1).data(Qt.ItemDataRole.ToolTipRole) is None


def test_is_as_wide_as_the_design_and_the_items_as_high(sidebar):
    assert sidebar.sizeHint().width() == theme.SIDEBAR_WIDTH
    assert sidebar.visualRect(sidebar.model().index(1)).height() == theme.SIDEBAR_ITEM_HEIGHT


def dot_of(view, row, colour):
    area = view.visualRect(view.model().index(row))
    image = view.viewport().grab(area).toImage()
    y = area.height() // 2
    return [x for x in range(image.width()) if image.pixel(x, y) == colour.rgb()]


def test_every_group_has_a_dot_in_the_colour_of_its_state(sidebar, table, appearance):
    table.apply([retrying()], [])
    amber = appearance.theme.tones[theme.Tone.RETRYING].text
    left = dot_of(sidebar, 4, amber)
    assert 18 <= left[0] <= 20
    assert len(left) >= theme.DOT_SIZE - 2
    sidebar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right = dot_of(sidebar, 4, amber)
    assert [sidebar.viewport().width() - 1 - x for x in reversed(right)] == left


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_follows_the_theme(sidebar, table, appearance, colours):
    table.apply([retrying("film.mkv")], [])
    appearance.use(colours)
    image = sidebar.viewport().grab().toImage()
    assert image.pixel(2, image.height() - 2) == colours.side.rgb()
    chosen = sidebar.visualRect(sidebar.model().index(1)).center()
    assert image.pixel(100, chosen.y()) == colours.selection.rgb()
