"""The page of the browsers: what is there, in words, and one click that connects it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton

from dialog_hands import press, problems
from gui.browsers import extension
from gui.preferences_dialog import PreferencesDialog
from gui.preferences_dialog import browsers as page_module
from gui.preferences_dialog.browsers import BrowserRow
from persons import Person, a_program, fields_of
from resources import browser_extension_folder

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="places of Linux")


@pytest.fixture
def person(tmp_path, monkeypatch):
    """Who has the window open: with Chromium and Firefox."""
    person = Person(tmp_path)
    monkeypatch.setattr(sys, "executable", str(a_program(tmp_path / "copy" / "python")))
    a_program(tmp_path / "copy" / "holdfast-native")
    monkeypatch.delenv("XDG_CONFIG_HOME")
    for name, value in person.environment.items():
        monkeypatch.setenv(name, value)
    for folder in (".config/chromium", ".mozilla/firefox"):
        (person.uses(folder) / "profile").touch()
    return person


@pytest.fixture
def dialog(qtbot, person, bridge, preferences, appearance):
    dialog = PreferencesDialog(bridge, preferences, appearance)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show_page("browsers")
    return dialog


def row(dialog, title) -> BrowserRow:
    rows = dialog.pages["browsers"].list.rows
    (found,) = [one for one in rows if one.name.text() == title]
    return found


def seen(dialog, kind=QLabel) -> list[str]:
    page = dialog.pages["browsers"]
    return [one.text() for one in page.findChildren(kind) if one.isVisible() and one.text()]


def buttons(found: BrowserRow) -> list[str]:
    return [one.text() for one in found.findChildren(QPushButton) if one.isVisible()]


def come_back(dialog) -> None:
    """The person was elsewhere and clicks at the window again."""
    QApplication.sendEvent(dialog.pages["browsers"], QEvent(QEvent.Type.ActivationChange))


async def test_each_browser_has_a_row_with_its_state_and_what_can_be_done(dialog):
    rows = dialog.pages["browsers"].list.rows
    assert [one.name.text() for one in rows] == ["Chromium", "Firefox"]
    for one in rows:
        assert (one.state.text(), buttons(one)) == ("Not connected", ["Connect"])


async def test_one_click_connects_and_one_disconnects(dialog, person, qtbot):
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    found = row(dialog, "Chromium")
    found.connect_button.setFocus()
    found.connect_button.click()
    file = found.browser.file
    assert fields_of(file)["name"] == "org.holdfast.holdfast"
    assert (found.state.text(), buttons(found)) == ("Connected", ["Disconnect"])
    # Who works with the keys is where the other button is.
    assert found.disconnect_button.hasFocus()
    assert row(dialog, "Firefox").state.text() == "Not connected"
    found.disconnect_button.click()
    assert not file.exists()
    assert (found.state.text(), buttons(found)) == ("Not connected", ["Connect"])
    assert found.connect_button.hasFocus()


async def test_what_others_change_is_seen_when_the_window_comes_to_the_front(dialog, person, qtbot):
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    person.registrations.connect(row(dialog, "Firefox").browser)
    (person.uses(".config/vivaldi") / "profile").touch()
    come_back(dialog)
    assert row(dialog, "Firefox").state.text() == "Connected"
    assert row(dialog, "Vivaldi").state.text() == "Not connected"


async def test_a_page_that_is_not_seen_looks_at_nothing(dialog, person, monkeypatch):
    dialog.show_page("general")
    monkeypatch.setattr(
        type(dialog.pages["browsers"].list), "look", lambda _self: pytest.fail("looked")
    )
    dialog.pages["browsers"].look()
    come_back(dialog)


async def test_what_leads_elsewhere_is_said_and_can_be_mended(dialog, person, tmp_path):
    found = row(dialog, "Chromium")
    found.connect_button.click()
    file, ours = found.browser.file, fields_of(found.browser.file)["path"]
    other = a_program(tmp_path / "other" / "holdfast-native")
    file.write_text(file.read_text().replace(str(ours), str(other)))
    dialog.pages["browsers"].look()
    assert found.state.text() == f"Connected to another copy of Holdfast: {other}"
    assert buttons(found) == ["Connect", "Disconnect"]
    other.unlink()
    dialog.pages["browsers"].look()
    assert found.trouble.text() == f"Connected to a Holdfast that is not there any more: {other}"
    assert not found.state.isVisible()
    found.connect_button.click()
    assert found.state.text() == "Connected"
    assert problems(dialog.pages["browsers"]) == []


async def test_what_is_in_the_way_is_named_and_left(dialog):
    found = row(dialog, "Chromium")
    found.browser.file.parent.mkdir()
    found.browser.file.write_text("{}")
    dialog.pages["browsers"].look()
    assert found.trouble.text() == (
        f"Something else is in the way; move it away: {found.browser.file}"
    )
    assert buttons(found) == []


async def test_why_it_cannot_be_done_stands_below_the_browser(dialog):
    found = row(dialog, "Chromium")
    wall = found.browser.file.parent
    wall.touch()
    found.connect_button.click()
    said = f"There has to be a folder here, and is something else: {wall}."
    assert (found.problem.text(), found.state.text()) == (said, "Not connected")
    assert row(dialog, "Firefox").problem.text() == ""
    wall.unlink()
    found.connect_button.click()
    assert (found.problem.text(), found.state.text()) == ("", "Connected")


async def test_a_disconnection_that_fails_is_said_as_well(dialog, tmp_path):
    found = row(dialog, "Chromium")
    found.connect_button.click()
    kept = found.browser.file.rename(tmp_path / "kept.json")
    found.browser.file.symlink_to(kept)
    found.disconnect_button.click()
    assert found.problem.text().startswith("This file is a link, which somebody else looks after")
    assert (found.browser.file.is_symlink(), found.state.text()) == (True, "Connected")


async def test_browsers_in_sandboxes_are_named_as_such(dialog, person):
    (person.home / ".local/share/flatpak/app/com.brave.Browser").mkdir(parents=True)
    dialog.pages["browsers"].look()
    (said,) = [words for words in seen(dialog) if words.startswith("Brave from Flatpak")]
    assert "cannot be connected" in said


async def test_where_there_is_no_browser_it_says_so(dialog, person):
    for folder in (".config", ".mozilla"):
        (person.home / folder).rename(person.home / f"{folder}-gone")
    dialog.pages["browsers"].look()
    assert "There is no browser here that could be connected." in seen(dialog)
    # All steps are shown to whoever will have one.
    assert sum(words.startswith("1. ") for words in seen(dialog)) == 2


async def test_a_flatpak_says_by_which_command_it_may_write(dialog, person, monkeypatch):
    monkeypatch.setattr(page_module, "is_flatpak", lambda: True)
    for folder in (".config", ".mozilla"):
        (person.home / folder).rename(person.home / f"{folder}-gone")
    dialog.pages["browsers"].look()
    (said,) = [words for words in seen(dialog) if "flatpak override" in words]
    assert said.startswith("This Holdfast is a Flatpak and may not write")


async def test_the_steps_are_those_of_the_browsers_that_are_there(dialog, person):
    (person.home / ".mozilla").rename(person.home / "gone")
    dialog.pages["browsers"].look()
    (steps,) = [words for words in seen(dialog) if words.startswith("1. ")]
    assert "chrome://extensions" in steps


async def test_the_folder_of_the_extension_can_be_copied_and_shown(dialog, monkeypatch):
    steps = dialog.pages["browsers"].extension
    folder = str(browser_extension_folder())
    assert steps.path.text() == folder
    press(dialog.pages["browsers"], QPushButton, "Copy path")
    assert QGuiApplication.clipboard().text() == folder
    shown = []
    monkeypatch.setattr(
        page_module.desktop, "show_in_folder", lambda path, otherwise: shown.append(path) or True
    )
    press(dialog.pages["browsers"], QPushButton, "Show in folder")
    assert shown == [Path(folder) / "manifest.json"]


async def test_a_desktop_that_shows_no_folders_is_said_to_be_one(dialog, monkeypatch):
    monkeypatch.setattr(page_module.desktop, "show_in_folder", lambda _path, otherwise: otherwise())
    press(dialog.pages["browsers"], QPushButton, "Show in folder")
    (said,) = problems(dialog.pages["browsers"])
    assert said.startswith("Nothing on this computer shows folders")


async def test_an_extension_that_cannot_be_put_anywhere_is_said(dialog, monkeypatch):
    def fail(_environment):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(page_module, "extension_folder", fail)
    dialog.pages["browsers"].look()
    assert problems(dialog.pages["browsers"]) == [
        "The extension cannot be put where browsers see it: No space left on device."
    ]
    assert not dialog.pages["browsers"].extension.copy.isEnabled()
    monkeypatch.setattr(page_module, "extension_folder", extension.extension_folder)
    dialog.pages["browsers"].look()
    assert problems(dialog.pages["browsers"]) == []


async def test_to_be_asked_first_is_in_force_at_once(dialog, preferences):
    press(dialog, QCheckBox, "Ask before a download from the browser is added")
    assert preferences.now.ask_before_taking is True


async def test_buttons_say_to_ears_which_browser_they_are_for(dialog):
    found = row(dialog, "Firefox")
    assert found.connect_button.accessibleName() == "Connect Firefox"
    assert found.connect_button.accessibleDescription() == "Not connected"


async def test_latin_names_begin_where_arabic_lines_do(qapp, request, qtbot):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    request.addfinalizer(lambda: qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight))
    dialog = request.getfixturevalue("dialog")
    name = row(dialog, "Firefox").name
    # It is given its room by the loop.
    qtbot.waitUntil(lambda: name.width() > 100 and name.height() > 0)
    picture = name.grab().toImage()
    ground = picture.pixelColor(0, 0)
    inked = [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y) != ground for y in range(picture.height()))
    ]
    assert min(inked) > picture.width() / 2
