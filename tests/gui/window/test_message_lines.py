"""The lines that say what did not work: until it was read, dealt with, or is over."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from engine import JobState
from fake_engine import make_job


def _button(window, words):
    QApplication.processEvents()
    buttons = window.messages.findChildren(QPushButton)
    return next(one for one in buttons if one.text() == words and one.isVisible())


def test_what_is_dealt_with_gives_way_to_the_line_above(window, qtbot):
    done = []
    for name in ("one", "two"):
        window.messages.show_message(
            f"{name} failed.", [(f"Mend {name}", partial(done.append, name))]
        )
    window.messages.show_message("There is no link in the clipboard.")
    _button(window, "Mend two").click()
    assert window.messages.text.splitlines() == [
        "one failed.",
        "There is no link in the clipboard.",
    ]
    _button(window, "Mend one").click()
    assert done == ["two", "one"]
    assert window.messages.text == "There is no link in the clipboard."


def test_a_line_goes_when_the_last_of_its_jobs_goes_on(window):
    window.messages.show_message("Three failed.", jobs=["a", "b", "c"])
    window.messages.show_message("There is no link in the clipboard.")
    failed = make_job(id="a", state=JobState.ERROR)
    window.messages.follow([failed, make_job(id="b", state=JobState.TRANSFERRED)], ["c"])
    assert window.messages.text.startswith("Three failed.")
    window.messages.follow([make_job(id="a", state=JobState.QUEUED)], [])
    assert window.messages.text == "There is no link in the clipboard."


def test_a_path_that_nothing_shows_can_be_copied(window):
    path = Path("/srv/films") / "a\nb.mkv"
    window._commands.unseen.emit(path)
    assert window.messages.text.endswith("The path is /srv/films/a�b.mkv")
    _button(window, "Copy path").click()
    assert QGuiApplication.clipboard().text() == str(path)


def _places(window):
    """Where everything that can be clicked begins, as it is on the screen."""
    QApplication.processEvents()
    parts = (window.jobs.viewport(), window.jobs.header(), window.sidebar, window.details)
    rows = [window.jobs.visualRect(window.table.index(row, 0)).top() for row in range(3)]
    return rows, [part.mapToGlobal(QPoint(0, 0)) for part in parts]


@pytest.mark.parametrize("side", ["below", "beside"])
def test_nothing_moves_under_the_pointer_when_there_is_something_to_say(window, side):
    getattr(window.panes, side).trigger()
    before = _places(window)
    for number in range(3):
        window.messages.show_message(f"It did not work, {number}.")
        window.offers.offer([f"https://a.example/{number}"])
        assert _places(window) == before
    assert window.messages.isVisible()
    assert window.messages.height() > 0
    window._clear_messages()
    assert _places(window) == before


def test_the_person_may_move_the_edge_of_the_details_beside_a_message(window):
    window.messages.show_message("It did not work.")
    QApplication.processEvents()
    window.panes._inner.moveSplitter(450, 1)
    before = _places(window)
    window._clear_messages()
    assert _places(window) == before


def test_the_list_has_the_keyboard_again_after_a_message(window, qtbot):
    window.messages.show_message("It did not work.")
    dismiss = _button(window, "Dismiss")
    dismiss.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(dismiss, Qt.Key.Key_Space)
    assert not window.messages.isVisible()
    assert window.focusWidget() is window.jobs


def test_what_a_keyring_did_not_take_is_said(window):
    window._bridge.trust.unkept.emit("Secret Service")
    begin = "The keyring (Secret Service) gave no answer"
    assert window.messages.text == f"{begin}: what it was to keep lasts until Holdfast ends."
