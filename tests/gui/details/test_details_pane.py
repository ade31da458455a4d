"""The pane: which page is in front, what it is told, and that nothing runs unseen."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QProgressBar, QWidget
from standing import LOW, TALL

from engine import JobState
from fake_engine import GB, MB, active, done, failed, held, make_file, make_job, paused, retrying
from gui.adding.clipboard_watch import OWN_MARK
from gui.details import Details
from gui.details.parts import Words
from gui.details.tabs import Tabs
from gui.theme import DARK, LIGHT, native

TABS = ("overview", "files", "connections", "speed", "timeline", "request")
SYNCHRONOUS = tuple(tab for tab in TABS if tab != "timeline")


def said(page):
    return page.plain_text()


def test_nothing_selected_is_a_calm_hint(pane):
    assert said(pane.page) == "Select a job to see why it moves or does not."


@pytest.mark.parametrize("tab", SYNCHRONOUS)
def test_every_tab_shows_the_job_and_can_be_copied(show, tab, copied):
    page = show(active("a.iso", size=GB, bytes_present=MB), tab)
    assert said(page)
    page.copy_all()
    assert copied() == said(page)
    assert QGuiApplication.clipboard().mimeData().hasFormat(OWN_MARK)


def test_several_jobs_are_summed_up(pane, engine):
    jobs = [active(size=GB), retrying(size=GB), done(size=GB)]
    for job in jobs:
        engine.put(job)
    pane.show_jobs(jobs)
    assert said(pane.page).splitlines()[0] == "3 jobs"
    assert "1 active, 1 retrying, 1 done" in said(pane.page)


def test_several_jobs_are_summed_up_again_once_a_second(pane, engine, bridge, qtbot):
    jobs = [active(size=GB), active(size=GB)]
    for job in jobs:
        engine.put(job)
    pane.show_jobs(jobs)
    engine.put(replace(jobs[0], state=JobState.SUSPENDED))
    qtbot.waitUntil(lambda: "1 paused or waiting" in said(pane.page), timeout=3000)


def test_news_of_the_job_reach_the_page_in_front(show, engine, pane, qtbot):
    job = retrying(size=GB)
    show(job)
    engine.put(replace(job, retry_in=9.0))
    qtbot.waitUntil(lambda: "Next try: in 0:09" in said(pane.page))


def test_news_of_other_jobs_do_not(show, pane, engine, monkeypatch):
    show(active("a.iso"))
    seen = []
    monkeypatch.setattr(pane.page, "show_job", seen.append)
    pane.follow([active("b.iso")], ["job-0"])
    assert seen == []


def test_the_same_selection_told_again_is_news_not_a_new_job(show, pane, engine, qtbot):
    job = retrying()
    show(job)
    later = replace(job, retry_in=7.0)
    engine.put(later)
    pane.show_jobs([later])
    qtbot.waitUntil(lambda: "Next try: in 0:07" in said(pane.page))


def test_a_job_that_is_gone_leaves_the_hint(show, pane, qtbot):
    job = active()
    show(job)
    pane.follow([], [job.id])
    qtbot.waitUntil(lambda: said(pane.page).startswith("Select a job"))


def test_what_changes_all_the_time_is_shown_four_times_a_second(show, pane, monkeypatch, qtbot):
    job = active(size=GB)
    show(job)
    qtbot.waitUntil(lambda: not pane._rest.isActive())
    looks = []
    monkeypatch.setattr(pane.page, "show_job", looks.append)
    for count in range(50):
        pane.follow([replace(job, bytes_present=count)], [])
    assert len(looks) == 1
    qtbot.waitUntil(lambda: len(looks) == 2)
    assert looks[-1].bytes_present == 49


def test_a_clock_runs_on_though_nothing_happens(show, engine, bridge, pane, qtbot):
    show(retrying(retry_in=250.0))
    qtbot.waitUntil(lambda: not bridge._timer.isActive())
    engine.let_pass(10)
    qtbot.waitUntil(lambda: "in 4:00" in said(pane.page), timeout=3000)


def test_hidden_it_is_told_nothing_and_no_timer_runs(show, pane, monkeypatch, qtbot):
    job = active()
    page = show(job)
    pane.hide()
    looks = []
    monkeypatch.setattr(page, "show_job", looks.append)
    pane.follow([replace(job, bytes_present=5)], [])
    pane.show_jobs([replace(job, bytes_present=6)])
    assert looks == []
    assert not pane._ticks.isActive()
    assert not pane._rest.isActive()
    pane.show()
    assert looks[-1].bytes_present == 6
    assert pane._ticks.isActive()


def test_only_the_page_in_front_is_told(show, pane, monkeypatch):
    job = active()
    show(job, "files")
    for name, page in pane._pages.items():
        if name != "files":
            monkeypatch.setattr(page, "show_job", lambda _job: pytest.fail("told unseen"))
    pane.follow([replace(job, bytes_present=5)], [])


def test_the_chosen_tab_is_remembered(pane, bridge, commands, appearance, memory, qtbot):
    pane.show_tab("speed")
    again = Details(bridge, commands, appearance, memory)
    qtbot.addWidget(again)
    assert again.tab == "speed"
    memory.setValue("details/tab", "no such tab")
    other = Details(bridge, commands, appearance, memory)
    qtbot.addWidget(other)
    assert other.tab == "overview"


def test_walks_through_the_tabs_by_keyboard(pane, show):
    show(active())
    tabs = pane.findChild(Tabs)
    assert tabs.focusPolicy() & Qt.FocusPolicy.TabFocus
    tabs.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert pane.tab == "files"


def test_whoever_has_a_control_has_a_name(pane, show):
    show(failed(size=GB, bytes_present=MB))
    for tab in SYNCHRONOUS:
        pane.show_tab(tab)
        for control in pane.page.findChildren(QWidget):
            if isinstance(control, QAbstractButton):
                assert control.accessibleName() or control.text()
            elif isinstance(control, QProgressBar):
                assert control.accessibleName()
                assert control.accessibleDescription()
            elif control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisible():
                assert control.accessibleName(), control


@pytest.mark.parametrize("size", [LOW, TALL], ids=["below", "beside"])
@pytest.mark.parametrize("job", [retrying, held, failed, done, paused, active])
def test_nothing_sticks_out_at_the_sides(show, pane, size, job, qtbot):
    pane.resize(*size)
    page = show(job("a_name_without_gaps_" * 12 + ".iso", size=GB, bytes_present=MB))
    qtbot.wait(1)
    inside = page.findChild(QWidget, "qt_scrollarea_viewport").findChildren(QWidget)[0]
    assert inside.width() <= page.width()
    for words in inside.findChildren(Words):
        if words.isVisible():
            right = words.mapTo(inside, words.rect().topRight()).x()
            assert right <= inside.width()


def test_stays_within_its_width_at_twice_the_text(show, pane, qtbot):
    font = QGuiApplication.font()
    larger = QFont(font)
    larger.setPixelSize(26)
    QGuiApplication.setFont(larger)
    try:
        pane.resize(*TALL)
        page = show(failed("a.iso", size=GB, bytes_present=MB))
        qtbot.wait(1)
        inside = page.findChild(QWidget, "qt_scrollarea_viewport").findChildren(QWidget)[0]
        assert inside.width() <= page.width()
    finally:
        QGuiApplication.setFont(font)


@pytest.mark.parametrize("tab", SYNCHRONOUS)
def test_paints_itself_in_every_theme_and_direction(show, pane, appearance, tab):
    show(retrying(size=GB, bytes_present=300 * MB), tab)
    pictures = []
    for colours in (LIGHT, DARK, native(QGuiApplication.palette())):
        appearance.use(colours)
        for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
            pane.setLayoutDirection(direction)
            QGuiApplication.processEvents()
            pictures.append(pane.grab().toImage())
    for one, other in pairwise(pictures):
        assert one != other


def test_ten_thousand_selected_jobs_are_summed_up(pane):
    pane.show_jobs([make_job(f"{number}.bin") for number in range(10_000)])
    assert said(pane.page).startswith("10,000 jobs")


def test_walks_through_all_states_without_a_word_on_the_log(pane, engine):
    jobs = [
        make_job(state=state, size=size, bytes_present=0, files=files)
        for state in JobState
        for size in (None, 0, GB)
        for files in ((), (make_file(size=size),), (make_file(), make_file(number=1)))
    ]
    for job in jobs:
        engine.put(job)
        pane.show_jobs([job])
        for tab in SYNCHRONOUS:
            pane.show_tab(tab)
            assert pane.page.plain_text() is not None
            pane.grab()


def test_a_change_of_font_reaches_the_tabs(pane, qtbot):
    before = pane.findChild(Tabs).sizeHint().height()
    font = QGuiApplication.font()
    larger = QFont(font)
    larger.setPixelSize(26)
    try:
        QGuiApplication.setFont(larger)
        QGuiApplication.processEvents()
        assert pane.findChild(Tabs).sizeHint().height() > before
        dim = [words for words in pane.findChildren(Words) if not words.font().bold()]
        assert min(words.font().pixelSize() for words in dim) >= 24
    finally:
        QGuiApplication.setFont(font)


def test_the_keys_walk_from_the_tabs_into_the_page_from_top_to_bottom(pane, show):
    page = show(failed(size=GB, bytes_present=MB))
    QGuiApplication.processEvents()
    assert pane.focusProxy() is pane.findChild(Tabs)
    stops, widget = [], pane.findChild(Tabs).nextInFocusChain()
    while widget is not pane.findChild(Tabs):
        takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if page.isAncestorOf(widget) and widget.isVisible() and takes_tab:
            stops.append(widget)
        widget = widget.nextInFocusChain()
    heights = [stop.mapTo(page, stop.rect().center()).y() for stop in stops]
    assert len(stops) > 8
    # What stands in a row is not to the pixel as high.
    assert all(above <= below + 10 for above, below in pairwise(heights))
