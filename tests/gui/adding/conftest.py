"""What the tests of adding share: preferences in a home of their own, and the dialog."""

from __future__ import annotations

from pathlib import Path

import pytest

from fake_engine import DAY
from gui.add_job_dialog import AddJobDialog, Choices
from gui.preferences import PreferenceKeeper

DOWNLOADS, ARCHIVE = Path("/home/ada/Downloads"), Path("/mnt/archive")


@pytest.fixture
def preferences(qapp, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    return PreferenceKeeper(home)


@pytest.fixture
def stays(qapp):
    """The program stays when a dialog closes, as it does where there is a window."""
    before = qapp.quitOnLastWindowClosed()
    qapp.setQuitOnLastWindowClosed(False)
    yield
    qapp.setQuitOnLastWindowClosed(before)


@pytest.fixture
def make_dialog(qtbot, bridge, preferences, appearance, stays):
    def make(jobs=None):
        choices = Choices([DOWNLOADS, ARCHIVE], 14 * DAY, jobs)
        dialog = AddJobDialog(bridge, choices, preferences, appearance)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return make


@pytest.fixture
def dialog(make_dialog, preferences):
    """It asks no server, so it needs no running loop."""
    preferences.change(look_at_links=False)
    return make_dialog()
