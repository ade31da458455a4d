"""Dialogs that ask for one thing, and the window of keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel, QLineEdit

from fake_engine import MB, paused
from gui.commands import Commands
from gui.menus import JobMenu
from gui.shortcuts_window import ShortcutsWindow, keys_of
from gui.small_dialogs import LimitDialog, RenameDialog


def opened(dialog, qtbot):
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def chosen(dialog):
    return QSignalSpy(dialog.chosen)


@pytest.mark.parametrize(
    ("typed", "is_good"),
    [
        ("other.iso", True),
        ("data.bin", False),
        ("", False),
        ("   ", False),
        ("a/b.iso", False),
        ("a\\b.iso", False),
    ],
)
def test_a_name_is_judged_as_it_is_typed(appearance, qtbot, typed, is_good):
    dialog = opened(RenameDialog("data.bin"), qtbot)
    names = chosen(dialog)
    dialog.findChild(QLineEdit).setText(typed)
    dialog.accept()
    assert [names.at(at) for at in range(names.count())] == ([[typed]] if is_good else [])


def test_the_ending_of_a_name_is_not_selected(appearance, qtbot):
    dialog = opened(RenameDialog("planet-latest.osm.pbf"), qtbot)
    field = dialog.findChild(QLineEdit)
    assert field.selectedText() == "planet-latest.osm"
    qtbot.keyClicks(field, "earth")
    assert field.text() == "earth.pbf"


def test_a_limit_begins_with_the_present_one(appearance, qtbot):
    dialog = opened(LimitDialog([paused("a.nc")], 3 * MB), qtbot)
    assert any(label.text() == "a.nc" for label in dialog.findChildren(QLabel))
    rates = chosen(dialog)
    dialog.accept()
    assert rates.at(0) == [3 * MB]


def test_a_limit_where_there_was_none_begins_with_a_number(appearance, qtbot):
    dialog = opened(LimitDialog([], 0), qtbot)
    rates = chosen(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert rates.at(0) == [1 * MB]


def test_the_window_of_keys_has_every_key_of_the_menus(bridge, appearance, qtbot):
    menu = JobMenu("&Job", Commands(bridge))
    ((title, rows),) = keys_of([menu])
    assert title == "Job"
    keys = dict(rows)
    assert keys["Rename"] == "F2"
    assert keys["Resume"] == "Ctrl+S, Ctrl+R"
    assert keys["Move up"] == "Ctrl+Up"
    assert "Cancel" not in keys
    window = ShortcutsWindow([menu])
    qtbot.addWidget(window)
    window.show()
    shown = {label.text() for label in window.findChildren(QLabel)}
    assert {"Job", *keys, *keys.values()} <= shown
