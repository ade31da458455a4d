"""Keys that hands bring along."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence

from gui import shortcuts

pytestmark = pytest.mark.usefixtures("qapp")
"""The usual keys are those of the desktop, which only a running program can ask."""


def written(command, platform="linux"):
    return [key.toString() for key in shortcuts.keys(command, platform)]


@pytest.mark.parametrize(
    ("command", "key"),
    [
        ("add_links", "Ctrl+N"),
        ("paste", "Ctrl+V"),
        ("filter", "Ctrl+F"),
        ("resume", "Ctrl+S"),
        ("resume", "Ctrl+R"),
        ("pause", "Ctrl+P"),
        ("retry", "F5"),
        ("pause_all", "Ctrl+Shift+P"),
        ("remove", "Del"),
        ("remove_with_files", "Shift+Del"),
        ("rename", "F2"),
        ("properties", "Alt+Return"),
        ("show_details", "Ctrl+I"),
        ("copy_link", "Ctrl+C"),
        ("undo", "Ctrl+Z"),
        ("move_top", "Ctrl+Shift+Up"),
        ("preferences", "Ctrl+,"),
        ("quit", "Ctrl+Q"),
        ("help", "F1"),
    ],
)
def test_the_usual_keys(command, key):
    assert key in written(command)


def test_ctrl_r_does_nothing_that_destroys():
    holders = [name for name in shortcuts._KEYS if "Ctrl+R" in written(name)]
    assert holders == ["resume"]


def test_a_mac_deletes_backwards():
    assert written("remove", "darwin")[0] == "Backspace"
    assert written("remove_with_files", "darwin")[0] == "Ctrl+Backspace"
    assert written("pause", "darwin") == ["Ctrl+P"]


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_no_key_is_given_twice(platform):
    keys = [key for name in shortcuts._KEYS for key in written(name, platform)]
    assert len(keys) == len(set(keys))
    assert not [key for key in keys if QKeySequence(key).isEmpty()]


def test_a_command_without_a_key_has_none():
    assert shortcuts.keys("cancel") == []
