"""What was removed is said over the list, with a way back that nobody has to hurry for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from fake_engine import active, done, make_file, make_job, paused
from gui import theme
from gui.removal import SECONDS, Removal, Removals
from gui.theme import DARK, LIGHT
from gui.undo_bar import UndoBar, sentence


def removed(*jobs, with_files=False):
    return sentence(Removal({job.id: job for job in jobs}, with_files))


def test_says_what_was_removed_and_what_becomes_of_the_files(qapp):
    assert removed(paused("a.nc")) == "a.nc removed"
    assert removed(paused(), active()) == "2 jobs removed"
    assert removed(done("a.pdf"), with_files=True) == "a.pdf removed; its file goes to the trash"
    both = removed(done(), paused(), with_files=True)
    assert both == "2 jobs removed; their files go to the trash"
    assert removed(paused("a.nc"), with_files=True) == "a.nc removed"
    several = make_job("lectures", files=(make_file(), make_file(number=1)))
    assert removed(several) == "lectures (2 files) removed"


def test_long_names_keep_their_ends(qapp):
    words = removed(paused("x" * 200 + ".tar.zst"))
    assert words.endswith(".tar.zst removed")
    assert "…" in words


@pytest.fixture
def time():
    return [0.0]


@pytest.fixture
def removals(bridge, time):
    return Removals(bridge, lambda: time[0])


@pytest.fixture
def pane(qtbot):
    pane = QWidget()
    qtbot.addWidget(pane)
    pane.resize(700, 400)
    pane.show()
    return pane


@pytest.fixture
def bar(removals, appearance, pane):
    return UndoBar(removals, appearance, pane)


def pointer(bar, inside):
    if inside:
        event = QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5))
    else:
        event = QEvent(QEvent.Type.Leave)
    QApplication.sendEvent(bar, event)


def undo(bar):
    return bar.findChild(QPushButton)


def test_comes_and_goes_with_what_can_be_undone(bar, removals, engine, time, qtbot):
    job = paused("a.nc")
    engine.put(job)
    assert not bar.isVisible()
    removals.remove([job], False)
    assert bar.isVisible()
    assert bar.accessibleName() == "a.nc removed"
    assert undo(bar).accessibleDescription() == "a.nc removed"
    qtbot.mouseClick(undo(bar), Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    assert engine.job(job.id) == job


async def test_the_line_runs_down_and_stands_still_under_the_pointer(bar, removals, engine, time):
    removals.remove([paused()], False)
    assert bar._share == 1.0
    time[0] = SECONDS / 2
    bar._run()
    assert bar._share == pytest.approx(0.5)
    pointer(bar, inside=True)
    time[0] += 100
    bar._run()
    assert bar._share == pytest.approx(0.5)
    pointer(bar, inside=False)
    time[0] += SECONDS / 4
    bar._run()
    assert bar._share == pytest.approx(0.25)


def test_stands_still_while_the_keyboard_is_on_the_button(bar, removals, time, pane, qtbot):
    removals.remove([paused()], False)
    qtbot.waitActive(pane)
    undo(bar).setFocus()
    time[0] = 100.0
    removals.look()
    assert removals.latest.left == SECONDS


def test_nothing_ticks_while_it_is_not_seen(bar, removals):
    assert not bar._clock.isActive()
    removals.remove([paused()], False)
    assert bar._clock.isActive()
    removals.undo()
    assert not bar._clock.isActive()


def test_the_time_of_the_one_before_goes_on_when_the_last_is_undone(bar, removals, engine):
    removals.remove([paused("first")], False)
    removals.remove([paused("second")], False)
    assert bar.text == "second removed"
    removals.undo()
    assert bar.text == "first removed"


def test_lies_inside_its_pane_whatever_its_size(bar, removals, pane):
    removals.remove([paused("a-long-name-" * 8 + ".iso")], True)
    for width in (900, 480, 260):
        pane.resize(width, 300)
        QApplication.processEvents()
        assert pane.rect().contains(bar.geometry())
        assert bar.rect().contains(undo(bar).geometry())


def test_is_announced_to_who_cannot_see_it(bar, removals, monkeypatch):
    told = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", told.append)
    removals.remove([paused("a.nc")], False)
    assert [event.message() for event in told] == ["a.nc removed"]


@pytest.mark.parametrize("colours", [LIGHT, DARK, theme.native(QPalette())])
def test_can_be_read_in_every_theme_and_after_a_change(bar, removals, appearance, colours):
    appearance.use(DARK if colours is LIGHT else LIGHT)
    removals.remove([paused()], False)
    appearance.use(colours)
    label = bar.findChild(QLabel)
    label.ensurePolished()
    ink = label.palette().color(label.foregroundRole())
    assert ink == colours.on_raised
    picture = bar.grab().toImage()
    assert picture.pixelColor(bar.width() // 2, 4) == colours.raised
