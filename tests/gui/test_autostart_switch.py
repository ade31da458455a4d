"""The switch for the start with the session shows what the system has."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel

from dialog_hands import press, problems
from gui import autostart
from gui.autostart import system_autostart
from gui.preferences_dialog import PreferencesDialog

STARTS = "Start with the session, hidden in the tray"


@pytest.fixture
def config(tmp_path, monkeypatch):
    folder = tmp_path / "config"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "none"))
    return folder


@pytest.fixture
def dialog(config, qtbot, bridge, preferences, appearance):
    dialog = PreferencesDialog(bridge, preferences, appearance)
    # Else closing it would take it from under those who close what is left.
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show_page("general")
    return dialog


def box_in(dialog):
    boxes = dialog.findChildren(QCheckBox)
    return next(each for each in boxes if each.text().replace("&", "") == STARTS)


def test_a_tick_is_in_force_at_once(dialog):
    assert not box_in(dialog).isChecked()
    press(dialog, QCheckBox, STARTS)
    assert system_autostart().is_on()
    press(dialog, QCheckBox, STARTS)
    assert not system_autostart().is_on()


def test_what_a_tool_of_the_desktop_changed_is_shown_when_one_looks_again(dialog):
    press(dialog, QCheckBox, STARTS)
    system_autostart().turn(False)
    dialog.show_page("folders")
    dialog.show_page("general")
    assert not box_in(dialog).isChecked()


def test_what_cannot_be_kept_is_told(dialog, config):
    config.mkdir()
    (config / "autostart").touch()
    press(dialog, QCheckBox, STARTS)
    assert any(words.startswith("This cannot be kept: ") for words in problems(dialog))


def test_inside_a_sandbox_it_is_for_the_system_to_say(
    qtbot, bridge, preferences, appearance, monkeypatch
):
    monkeypatch.setattr(autostart, "is_flatpak", lambda: True)
    dialog = PreferencesDialog(bridge, preferences, appearance)
    qtbot.addWidget(dialog)
    assert not box_in(dialog).isEnabled()
    assert any("Inside Flatpak" in label.text() for label in dialog.findChildren(QLabel))
