"""The fields of dialogs: they give back what they got, and tell only what a person did."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from gui import theme
from gui.fields import (
    MIXED,
    ChoiceField,
    CountField,
    DurationField,
    Option,
    ProblemLabel,
    RadioField,
    RateField,
    SwitchField,
    hint,
)
from gui.folder_field import FolderField
from gui.formatting import Tone
from gui.theme import DARK, LIGHT


@pytest.fixture
def shown(qtbot):
    def show(widget):
        qtbot.addWidget(widget)
        widget.show()
        return widget

    return show


def parts(field):
    number, unit = field.findChild(QSpinBox), field.findChildren(QComboBox)[-1]
    return number, unit


def listed(field):
    return field.findChildren(QComboBox)[0]


@pytest.mark.parametrize("seconds", [None, 1.0, 5.0, 90.0, 600.0, 3600.0, 90 * 86_400.0, 0.25])
def test_a_duration_comes_back_as_it_went_in(shown, seconds):
    field = shown(DurationField("Limit", "Never"))
    field.set_value(seconds)
    assert field.seconds == seconds


@pytest.mark.parametrize("rate", [0, 1, 1000, 1024, 500 << 10, 3 << 20, 1 << 30, 1_234_567])
def test_a_rate_comes_back_as_it_went_in(shown, rate):
    field = shown(RateField("Speed limit"))
    field.set_value(rate)
    assert field.rate == rate


@pytest.mark.parametrize(
    ("rate", "number", "unit"),
    [(512 << 10, 512, "kB/s"), (3 << 20, 3, "MB/s"), (1536 << 10, 1536, "kB/s"), (1000, 1, "kB/s")],
)
def test_a_rate_is_shown_in_the_largest_unit_that_fits(shown, rate, number, unit):
    field = shown(RateField("Speed limit"))
    field.set_value(rate)
    assert [part() for part in (parts(field)[0].value, parts(field)[1].currentText)] == [
        number,
        unit,
    ]


def test_what_is_written_counts_even_before_the_field_is_left(shown, qtbot):
    field = shown(RateField("Speed limit"))
    field.set_value(1 << 20)
    number, _ = parts(field)
    number.selectAll()
    qtbot.keyClicks(number, "25")
    assert field.rate == 25 << 20


def test_no_limit_hides_number_and_unit(shown):
    field = shown(RateField("Speed limit"))
    field.set_value(0)
    assert not any(part.isVisible() for part in parts(field))
    listed(field).setCurrentText("At most")
    assert all(part.isVisible() for part in parts(field))
    assert field.rate == 1 << 20


def test_a_number_of_its_own_needs_no_list(shown):
    field = shown(CountField("Jobs at once"))
    field.set_value(4)
    assert [box.isVisible() for box in field.findChildren(QComboBox)] == [False, False]
    assert field.focusProxy() is field.findChild(QSpinBox)
    assert field.count == 4


def test_showing_a_value_tells_nobody(shown):
    field = shown(RateField("Speed limit"))
    changed = QSignalSpy(field.changed)
    for value in (0, 1 << 20, MIXED, 5 << 10):
        field.set_value(value)
    assert changed.count() == 0


def test_a_number_is_told_when_it_is_done_not_at_every_key(shown, qtbot):
    field = shown(CountField("Jobs at once"))
    field.set_value(4)
    changed = QSignalSpy(field.changed)
    number = field.findChild(QSpinBox)
    number.selectAll()
    qtbot.keyClicks(number, "12")
    assert changed.count() == 0
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert (changed.count(), field.count) == (1, 12)


def test_jobs_that_differ_are_said_to(shown):
    field = shown(CountField("Connections"))
    field.set_value(MIXED)
    assert listed(field).currentText() == "different"
    assert field.value is MIXED
    with pytest.raises(ValueError, match="no one value"):
        field.count  # noqa: B018
    listed(field).setCurrentText("Change to")
    assert field.count >= 1
    field.set_value(3)
    assert listed(field).findText("different") == -1


def test_the_parts_of_an_amount_have_names(shown):
    field = shown(DurationField("Inactivity limit", "Never"))
    names = [listed(field).accessibleName(), *(part.accessibleName() for part in parts(field))]
    assert names == ["Inactivity limit", "Inactivity limit: number", "Inactivity limit: unit"]


def test_a_choice_offers_what_differs_only_where_it_does(shown):
    field = shown(ChoiceField("Priority", [Option("High", 1), Option("Low", 2)]))
    changed = QSignalSpy(field.changed)
    field.set_value(2)
    assert (field.value, field.currentText(), field.count()) == (2, "Low", 2)
    field.set_value(MIXED)
    assert (field.value, field.currentText(), field.count()) == (MIXED, "different", 3)
    assert changed.count() == 0
    field.setCurrentIndex(1)
    assert (field.value, changed.count()) == (1, 1)


def test_a_choice_keeps_to_what_it_knows(shown):
    field = shown(ChoiceField("Language", [Option("Deutsch", "de")]))
    field.set_value("tlh")
    assert field.value == "de"


def test_radio_buttons_tell_what_was_pressed(shown):
    field = shown(RadioField("Colours", [Option("Light", "l"), Option("Dark", "d")], ["", "Night"]))
    changed = QSignalSpy(field.changed)
    field.set_value("d")
    assert (field.value, changed.count()) == ("d", 0)
    assert field.focusProxy().text() == "Dark"
    field.findChildren(QRadioButton)[0].click()
    assert (field.value, changed.count()) == ("l", 1)


def test_a_switch_stands_for_jobs_that_differ_until_it_is_clicked(shown):
    field = shown(SwitchField("Run anyway"))
    changed = QSignalSpy(field.changed)
    field.set_value(MIXED)
    assert (field.value, changed.count()) == (MIXED, 0)
    field.click()
    assert (field.value, changed.count()) == (True, 1)
    field.set_value(False)
    assert field.value is False
    field.click()
    assert field.value is True


def test_a_folder_is_told_once_when_it_is_done(shown, qtbot):
    field = shown(FolderField("Folder"))
    field.set_value("/data")
    changed = QSignalSpy(field.changed)
    line = field.findChild(QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "~/films ")
    assert changed.count() == 0
    qtbot.keyClick(line, Qt.Key.Key_Return)
    line.editingFinished.emit()
    assert (changed.count(), field.value) == (1, str(Path.home() / "films"))


def test_an_empty_path_is_no_folder(shown):
    field = shown(FolderField("Folder"))
    field.set_value("  ")
    assert field.value == ""


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_a_problem_is_there_only_while_it_is_and_wears_the_colour_of_the_theme(
    shown, appearance, colours
):
    label = shown(ProblemLabel())
    label.hide()
    label.say("Too <b>small</b>.")
    assert label.isVisible()
    assert label.textFormat() is Qt.TextFormat.PlainText
    appearance.use(colours)
    QApplication.processEvents()
    ink = colours.tones[Tone.GAVE_UP].text
    assert label.palette().color(label.foregroundRole()) == ink
    label.say("")
    assert not label.isVisible()


def test_a_problem_keeps_the_systems_colour_where_contrast_is_asked_for(shown, appearance):
    label = shown(ProblemLabel())
    palette = theme.palette_of(LIGHT)
    palette.setColor(theme.Role.Window, Qt.GlobalColor.black)
    palette.setColor(theme.Role.Text, Qt.GlobalColor.yellow)
    label.setPalette(palette)
    assert label.palette().color(label.foregroundRole()) == Qt.GlobalColor.yellow


def test_a_hint_takes_mark_up_for_text(shown):
    label: QLabel = shown(hint("a <i>b</i>"))
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_digits_are_those_of_the_language(shown):
    QLocale.setDefault(QLocale(QLocale.Language.Arabic, QLocale.Country.Egypt))
    field = shown(CountField("Jobs"))
    field.set_value(12)
    assert field.findChild(QSpinBox).text() == "١٢"
    assert field.count == 12


@pytest.mark.parametrize("ground", [QPalette.ColorRole.Window, QPalette.ColorRole.Base])
def test_what_is_wrong_stands_out_on_every_ground(qtbot, appearance, ground):
    page = QWidget()
    page.setBackgroundRole(ground)
    qtbot.addWidget(page)
    label = ProblemLabel(page)
    label.say("That cannot be.")
    page.show()
    ink = label.palette().color(label.foregroundRole())
    assert ink == LIGHT.tones[Tone.GAVE_UP].text
