"""The choice of how long to hold on: presets, custom, and the change in the middle of a window."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSpinBox

from engine import GIVE_UP_PRESETS
from fake_engine import DAY, HOUR, paused, retrying
from gui.give_up import GiveUpChooser, GiveUpDialog, outcome_sentence, preset_label


@pytest.mark.parametrize(
    "seconds", [*GIVE_UP_PRESETS.values(), 12.0, 90.0, 7200.0, 3 * DAY, 11 * DAY]
)
def test_gives_back_what_it_was_given(qtbot, seconds):
    chooser = GiveUpChooser(seconds)
    qtbot.addWidget(chooser)
    assert chooser.seconds == seconds


def test_presets_are_named_by_their_durations():
    assert [preset_label(name) for name in GIVE_UP_PRESETS] == [
        "Don't retry",
        "10 minutes (watched)",
        "1 hour",
        "1 day",
        "14 days (as BITS)",
        "Never give up",
    ]


def test_number_and_unit_appear_with_custom_only(qtbot):
    chooser = GiveUpChooser(HOUR)
    qtbot.addWidget(chooser)
    chooser.show()
    preset, unit = chooser.findChildren(QComboBox)
    number = chooser.findChild(QSpinBox)
    assert not number.isVisible()
    with qtbot.waitSignal(chooser.changed):
        preset.setCurrentText("Custom…")
    assert number.isVisible()
    number.setValue(3)
    unit.setCurrentText("days")
    assert chooser.seconds == 3 * DAY


def test_every_part_has_a_name_for_screen_readers(qtbot):
    chooser = GiveUpChooser(12.0)
    qtbot.addWidget(chooser)
    parts = [*chooser.findChildren(QComboBox), chooser.findChild(QSpinBox)]
    assert all(part.accessibleName() for part in parts)


def words(dialog):
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_shows_what_has_elapsed_and_what_follows(qtbot):
    dialog = GiveUpDialog([retrying("planet.pbf", without_progress=492.0)])
    qtbot.addWidget(dialog)
    assert "planet.pbf" in words(dialog)
    assert "8 min 12 s without progress so far" in words(dialog)
    assert "It then gives up in 51:48." in words(dialog)
    dialog.findChild(GiveUpChooser).findChild(QComboBox).setCurrentText("10 minutes (watched)")
    assert "It then gives up in 1:48." in words(dialog)


def test_follows_the_clock_while_the_person_thinks(qtbot):
    job = retrying(without_progress=492.0)
    dialog = GiveUpDialog([job])
    qtbot.addWidget(dialog)
    later = retrying(id=job.id, without_progress=500.0)
    dialog.follow([later, paused()], [])
    assert "8 min 20 s without progress so far" in words(dialog)


def test_closes_when_its_jobs_are_gone(qtbot):
    job = retrying()
    dialog = GiveUpDialog([job])
    qtbot.addWidget(dialog)
    dialog.open()
    with qtbot.waitSignal(dialog.rejected):
        dialog.follow([], [job.id])


def test_tells_the_choice_only_when_it_is_accepted(qtbot):
    dialog = GiveUpDialog([retrying()])
    qtbot.addWidget(dialog)
    chosen = QSignalSpy(dialog.chosen)
    dialog.reject()
    assert chosen.count() == 0
    dialog.findChild(QComboBox).setCurrentText("Never give up")
    dialog.accept()
    assert chosen.at(0) == [None]


def test_a_name_with_mark_up_is_only_a_name(qtbot):
    dialog = GiveUpDialog([retrying("<b>x</b>.pbf")])
    qtbot.addWidget(dialog)
    assert "<b>x</b>.pbf" in words(dialog)


def test_jobs_that_differ_keep_their_own_until_something_is_chosen(qtbot):
    one, other = retrying(no_progress_timeout=HOUR), retrying(no_progress_timeout=DAY)
    dialog = GiveUpDialog([one, other])
    qtbot.addWidget(dialog)
    chosen = QSignalSpy(dialog.chosen)
    change = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Change")
    assert dialog.findChild(QComboBox).currentText() == "different"
    assert "Each job keeps its own." in words(dialog)
    assert not change.isEnabled()
    dialog.accept()
    assert chosen.count() == 0
    dialog.findChild(QComboBox).setCurrentText("1 day")
    assert change.isEnabled()
    dialog.accept()
    assert chosen.at(0) == [DAY]


def test_speaks_of_the_first_of_several_that_gives_up(qtbot):
    dialog = GiveUpDialog(
        [retrying(without_progress=492.0), retrying(without_progress=60.0), paused()]
    )
    qtbot.addWidget(dialog)
    assert "8 min 12 s without progress so far, where it is longest" in words(dialog)
    dialog.findChild(QComboBox).setCurrentText("1 hour")
    assert "The first of them then gives up in 51:48." in words(dialog)


@pytest.mark.parametrize(
    ("elapsed", "sentence"),
    [
        ((700.0, 60.0), "For 1 job that time has already passed: it gives up at once."),
        ((700.0, 800.0), "For 2 jobs that time has already passed: they give up at once."),
    ],
)
def test_says_for_how_many_it_is_too_late(elapsed, sentence):
    jobs = [retrying(without_progress=seconds) for seconds in elapsed]
    assert outcome_sentence(jobs, 600.0) == sentence


def test_outcome_follows_the_number_while_it_is_typed(qtbot):
    dialog = GiveUpDialog([retrying(without_progress=492.0, no_progress_timeout=7200.0)])
    qtbot.addWidget(dialog)
    number = dialog.findChild(QSpinBox)
    number.selectAll()
    qtbot.keyClicks(number, "9")
    assert any("8 h 51 min" in text for text in words(dialog))
