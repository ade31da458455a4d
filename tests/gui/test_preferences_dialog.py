"""The window of the preferences: at once in force, wrong values refused where they are typed."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from dialog_hands import named, press, problems
from engine import BY_PROFILE, MeteredPolicy, Profile, RefusedError, Settings
from fake_engine import DAY, HOUR
from gui import language
from gui.fields import AmountField, ChoiceField, RadioField
from gui.folder_field import FolderField
from gui.preferences import Density, KeepAwake, PreferenceKeeper, Scheme
from gui.preferences_dialog import PreferencesDialog
from gui.preferences_dialog.dialog import PAGES
from gui.preferences_dialog.general import LANGUAGES
from gui.preferences_dialog.kind_dialog import KindDialog
from gui.preferences_dialog.page import Page
from gui.preferences_dialog.places import KindsField
from gui.theme import DARK


@pytest.fixture
def keeper(qapp, tmp_path):
    return PreferenceKeeper(tmp_path)


@pytest.fixture
def fresh(qtbot, bridge, keeper, appearance):
    """Just opened."""
    dialog = PreferencesDialog(bridge, keeper, appearance)
    # Else closing it would take it from under those who close what is left.
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show_page("general")
    return dialog


@pytest.fixture
def dialog(fresh):
    """The person has been on every page."""
    assert list(fresh.pages.values())
    return fresh


def amount(dialog, name):
    """The field whose list, or number, has this name."""
    (part,) = [one for one in dialog.findChildren(QComboBox) if one.accessibleName() == name]
    field = part.parent()
    assert isinstance(field, AmountField)
    return field


def write(qtbot, field, text):
    number = field.findChild(QAbstractSpinBox) or field.findChild(QLineEdit)
    number.setFocus()
    number.selectAll()
    qtbot.keyClick(number, Qt.Key.Key_Delete)
    qtbot.keyClicks(number, text)
    qtbot.keyClick(number, Qt.Key.Key_Return)


def pick(field, label):
    """As a person does it."""
    box = field if isinstance(field, QComboBox) else field.findChild(QComboBox)
    box.setCurrentText(label)


# --- choices of the window -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Keep running in the tray when the window is closed", "keep_in_tray"),
        ("Offer links as soon as they are copied", "watch_clipboard"),
        ("Ask the server for name and size while a link is being added", "look_at_links"),
        ("Tell me when a job is done", "tell_when_done"),
        ("Tell me when a job gave up or failed", "tell_when_given_up"),
    ],
)
def test_a_tick_is_in_force_and_kept_at_once(dialog, keeper, tmp_path, text, name):
    before = getattr(keeper.now, name)
    press(dialog, QCheckBox, text)
    assert getattr(keeper.now, name) is not before
    assert getattr(PreferenceKeeper(tmp_path).now, name) is not before


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Dark", "scheme", Scheme.DARK),
        ("Light", "scheme", Scheme.LIGHT),
        ("Compact", "density", Density.COMPACT),
        ("On battery as well", "keep_awake", KeepAwake.ALWAYS),
        ("Never", "keep_awake", KeepAwake.NEVER),
    ],
)
def test_one_of_several_is_in_force_at_once(dialog, keeper, text, name, value):
    press(dialog, QRadioButton, text)
    assert getattr(keeper.now, name) is value


def test_every_language_that_there_are_words_for_is_offered(dialog, keeper):
    assert {option.value for option in LANGUAGES} == set(language.LANGUAGES)
    pick(named(dialog, ChoiceField, "Language"), "简体中文")
    assert keeper.now.language == "zh_CN"
    pick(named(dialog, ChoiceField, "Language"), "As the system has it")
    assert keeper.now.language is None


# --- the engine's settings -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Delivery Optimization", "profile", Profile.DO),
        ("Wait for another network", "metered", MeteredPolicy.NEVER),
        ("Ask for each job", "metered", MeteredPolicy.ASK),
    ],
)
def test_a_way_is_chosen_with_one_click(dialog, engine, text, name, value):
    press(dialog, QRadioButton, text)
    assert engine.settings == msgspec.structs.replace(Settings(), **{name: value})


@pytest.mark.parametrize(
    ("label", "number", "name", "value"),
    [
        ("Jobs at once", "12", "max_active_jobs", 12),
        ("Jobs at once, per host", "2", "max_active_jobs_per_host", 2),
        ("Connections per host", "16", "connections_per_host", 16),
        ("Connections per file", "3", "connections", 3),
        ("Wait before a retry", "30", "minimum_retry_delay", 30.0),
        ("End forgotten jobs", "30", "inactivity_limit", 30 * DAY),
    ],
)
def test_a_number_is_in_force_when_it_is_written(dialog, engine, qtbot, label, number, name, value):
    write(qtbot, amount(dialog, label), number)
    assert engine.settings == msgspec.structs.replace(Settings(), **{name: value})
    assert problems(dialog) == []


def test_a_speed_limit_has_a_unit_and_an_end(dialog, engine, qtbot):
    limit = amount(dialog, "Speed limit")
    pick(limit, "At most")
    assert engine.settings.rate_limit == 1 << 20
    write(qtbot, limit, "500")
    limit.findChildren(QComboBox)[-1].setCurrentText("kB/s")
    assert engine.settings.rate_limit == 500 << 10
    assert isinstance(engine.settings.rate_limit, int)
    pick(limit, "No limit")
    assert engine.settings.rate_limit == 0


def test_new_jobs_give_up_by_the_profile_or_after_a_time_of_their_own(dialog, engine):
    chooser = amount(dialog, "Give up after")
    assert chooser.findChild(QComboBox).currentText() == "As the profile says"
    pick(chooser, "1 hour")
    assert engine.settings.no_progress_timeout == HOUR
    pick(chooser, "Never give up")
    assert engine.settings.no_progress_timeout is None
    pick(chooser, "Custom…")
    assert engine.settings.no_progress_timeout == 2 * HOUR
    pick(chooser, "As the profile says")
    assert engine.settings == Settings(no_progress_timeout=BY_PROFILE)


@pytest.mark.parametrize(
    ("label", "choice", "name", "value"),
    [
        ("Longest download time", "At most", "maximum_download_time", 90 * DAY),
        ("End forgotten jobs", "Never", "inactivity_limit", None),
    ],
)
def test_a_time_may_have_no_end(dialog, engine, label, choice, name, value):
    pick(amount(dialog, label), choice)
    assert getattr(engine.settings, name) == value


def test_a_wait_longer_than_jobs_hold_on_is_pointed_out(dialog, engine, qtbot):
    def says_so():
        return any("longer than jobs hold" in label.text() for label in dialog.findChildren(QLabel))

    assert not says_so()
    pick(amount(dialog, "Give up after"), "10 minutes (watched)")
    delay = amount(dialog, "Wait before a retry")
    delay.findChildren(QComboBox)[-1].setCurrentText("minutes")
    write(qtbot, delay, "20")
    assert engine.settings.minimum_retry_delay == 1200
    assert says_so()
    pick(amount(dialog, "Give up after"), "1 hour")
    assert not says_so()


# --- what is wrong -------------------------------------------------------------------------------


def test_a_wrong_number_is_refused_beside_its_field_and_the_last_good_one_stays(
    dialog, engine, qtbot
):
    delay = amount(dialog, "Wait before a retry")
    write(qtbot, delay, "20")
    write(qtbot, delay, "2")
    assert engine.settings.minimum_retry_delay == 20
    assert problems(dialog) == ["5 seconds at least."]
    assert delay.accessibleDescription() == "5 seconds at least."
    delay.findChildren(QComboBox)[-1].setCurrentText("minutes")
    assert problems(dialog) == []
    assert engine.settings.minimum_retry_delay == 120
    assert "doubles" in delay.accessibleDescription()


def test_a_wrong_number_does_not_vanish_when_something_else_is_chosen(dialog, engine, qtbot):
    delay = amount(dialog, "Wait before a retry")
    write(qtbot, delay, "2")
    write(qtbot, amount(dialog, "Jobs at once"), "9")
    assert delay.findChild(QSpinBox).value() == 2
    assert problems(dialog) == ["5 seconds at least."]
    assert engine.settings == Settings(max_active_jobs=9)


def test_a_folder_that_cannot_be_is_refused(dialog, engine, qtbot, tmp_path):
    field = named(dialog, QLineEdit, "Put files into").parent()
    assert isinstance(field, FolderField)
    write(qtbot, field, str(tmp_path))
    assert engine.settings.folder == str(tmp_path)
    write(qtbot, field, "films")
    assert problems(dialog) == ["The folder needs its whole path."]
    assert engine.settings.folder == str(tmp_path)
    write(qtbot, field, "")
    assert (engine.settings.folder, problems(dialog)) == (None, [])


def test_what_the_engine_cannot_keep_is_said_and_not_in_force(dialog, engine, qtbot):
    engine.refuses = OSError(28, "No space left on device")
    write(qtbot, amount(dialog, "Jobs at once"), "9")
    assert engine.settings == Settings()
    (words,) = problems(dialog)
    assert "No space left on device" in words
    engine.refuses = None
    write(qtbot, amount(dialog, "Jobs at once"), "10")
    assert (engine.settings.max_active_jobs, problems(dialog)) == (10, [])


def test_a_refusal_of_something_else_is_not_taken_for_ones_own(dialog, bridge, engine, qtbot):
    bridge.refused.emit("There is no link to fetch.")
    assert problems(dialog) == []
    engine.refuses = RefusedError("These settings cannot be.")
    for number in ("9", "10"):
        write(qtbot, amount(dialog, "Jobs at once"), number)
        assert problems(dialog) == ["These settings cannot be."]


def test_what_was_refused_here_and_is_chosen_elsewhere_is_right_again(
    dialog, bridge, engine, qtbot
):
    engine.refuses = OSError(28, "No space left on device")
    write(qtbot, amount(dialog, "Jobs at once"), "9")
    engine.refuses = None
    bridge.change_settings(Settings(max_active_jobs=9))
    assert problems(dialog) == []


def test_what_the_window_cannot_keep_is_said_and_not_in_force(dialog, keeper, tmp_path):
    (tmp_path / "preferences.json.new").mkdir()
    press(dialog, QCheckBox, "Tell me when a job is done")
    assert keeper.now.tell_when_done
    (words,) = problems(dialog)
    assert words.startswith("This cannot be kept: ")
    assert words != "This cannot be kept: ."


# --- what is chosen elsewhere --------------------------------------------------------------------


def test_what_is_chosen_elsewhere_is_shown(dialog, bridge, keeper):
    bridge.change_settings(Settings(rate_limit=3 << 20, profile=Profile.DO, folder="/data"))
    keeper.change(scheme=Scheme.DARK, language="ar")
    assert amount(dialog, "Speed limit").value == 3 << 20
    assert named(dialog, RadioField, "Profile").value is Profile.DO
    assert named(dialog, QLineEdit, "Put files into").text() == "/data"
    assert named(dialog, RadioField, "Colours").value is Scheme.DARK
    assert named(dialog, ChoiceField, "Language").value == "ar"


def test_what_is_chosen_here_stays_as_it_was_written(dialog, engine, qtbot):
    """60 minutes must not become 1 hour under the hand that wrote them."""
    delay = amount(dialog, "Wait before a retry")
    delay.findChildren(QComboBox)[-1].setCurrentText("minutes")
    write(qtbot, delay, "60")
    assert engine.settings.minimum_retry_delay == HOUR
    assert delay.findChild(QSpinBox).value() == 60


# --- the window itself ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", PAGES)
async def test_a_page_can_be_asked_for(dialog, name):
    dialog.show_page(name)
    assert dialog.pages[name].isVisible()
    assert dialog.findChild(QListWidget).currentItem().text() == dialog.pages[name].accessibleName()


def test_it_is_not_modal_and_closes_with_escape(dialog, qtbot):
    assert not dialog.isModal()
    finished = QSignalSpy(dialog.finished)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert finished.count() == 1


def test_enter_in_a_field_does_not_close_it(dialog, qtbot):
    dialog.show_page("connections")
    write(qtbot, amount(dialog, "Jobs at once"), "7")
    assert dialog.isVisible()


def test_enter_presses_the_button_it_is_at(dialog, qtbot):
    dialog.show_page("folders")
    kinds = dialog.findChild(KindsField)
    kinds.add.setFocus()
    qtbot.keyClick(kinds.add, Qt.Key.Key_Return)
    assert kinds.findChild(KindDialog).isVisible()


def test_what_is_still_being_written_counts_when_it_closes(dialog, engine, qtbot):
    dialog.show_page("connections")
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    number = amount(dialog, "Jobs at once").findChild(QSpinBox)
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, "7")
    assert engine.settings.max_active_jobs == 4
    qtbot.keyClick(number, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert engine.settings.max_active_jobs == 7


def test_follows_a_change_of_theme(dialog, appearance):
    appearance.use(DARK)
    assert DARK.side.name() in dialog.styleSheet()


def test_every_control_has_a_name_and_is_reached_by_tab(dialog):
    for page in dialog.pages.values():
        for kind in (QComboBox, QSpinBox, QLineEdit, QListWidget):
            for control in page.findChildren(kind):
                is_inner = control.objectName().startswith("qt_")
                assert is_inner or control.accessibleName(), (page.accessibleName(), control)
        for control in page.findChildren(QAbstractButton):
            is_inner = isinstance(control.parent(), QLineEdit)
            assert is_inner or control.text() or control.accessibleName(), (
                page.accessibleName(),
                control,
            )


@pytest.mark.parametrize("name", PAGES)
async def test_no_letter_does_two_things_on_a_page(dialog, name):
    dialog.show_page(name)
    page = dialog.pages[name]
    texts = [
        one.text()
        for kind in (QLabel, QAbstractButton)
        for one in [*page.findChildren(kind), *dialog.findChild(QDialogButtonBox).buttons()]
        if isinstance(one, kind) and one.isVisible()
    ]
    letters = [text[text.index("&") + 1].lower() for text in dict.fromkeys(texts) if "&" in text]
    assert sorted(set(letters)) == sorted(letters)


def test_tab_goes_down_the_page(dialog, qtbot):
    dialog.show_page("connections")
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    page = dialog.pages["connections"]
    amount(dialog, "Speed limit").setFocus()
    names = []
    for _ in range(5):
        focused: QWidget = QApplication.focusWidget()
        assert page.isAncestorOf(focused)
        names.append(focused.accessibleName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert names == [
        "Speed limit",
        "Jobs at once: number",
        "Jobs at once, per host: number",
        "Connections per host: number",
        "Connections per file: number",
    ]


def test_the_default_folder_is_named_where_none_is_chosen(dialog):
    line = named(dialog, QLineEdit, "Put files into")
    assert Path(line.placeholderText()).is_absolute()


async def test_pages_are_made_one_at_a_time_when_they_are_shown(fresh):
    assert len(fresh.findChildren(Page)) == 1
    for made, name in enumerate(PAGES, 1):
        fresh.show_page(name)
        assert len(fresh.findChildren(Page)) == made
    fresh.show_page("general")
    assert len(fresh.findChildren(Page)) == len(PAGES)
