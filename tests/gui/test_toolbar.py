"""Words give way to icons, and nothing disappears."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QMainWindow

from gui.filter_box import FilterBox
from gui.icons import icon
from gui.style_sheet import style_sheet
from gui.theme import LIGHT
from gui.toolbar import Toolbar

Style = Qt.ToolButtonStyle


@pytest.fixture
def window(appearance, qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setStyleSheet(style_sheet(LIGHT))
    actions = [
        QAction(icon(name), words, window)
        for name, words in (
            ("add", "Links hinzufügen"),
            ("resume", "Fortsetzen"),
            ("pause", "Anhalten"),
            ("retry", "Jetzt erneut versuchen"),
            ("remove", "Entfernen"),
        )
    ]
    window.box = FilterBox()
    window.bar = Toolbar("Commands", actions, window.box)
    window.addToolBar(window.bar)
    window.show()
    return window


def styles(window, width, qtbot):
    window.resize(width, 300)
    qtbot.waitUntil(lambda: window.width() == width)
    QApplication.processEvents()
    return [button.toolButtonStyle() for button in window.bar._buttons]


def test_words_go_as_the_window_becomes_narrow_and_come_back(window, qtbot):
    words, bare = Style.ToolButtonTextBesideIcon, Style.ToolButtonIconOnly
    assert styles(window, 1200, qtbot) == [words] * 5
    assert styles(window, 720, qtbot) == [words, *[bare] * 4]
    assert styles(window, 420, qtbot) == [bare] * 5
    assert styles(window, 1200, qtbot) == [words] * 5


@pytest.mark.parametrize("width", [1200, 900, 720, 480])
def test_all_buttons_and_the_filter_are_there_at_every_width(window, width, qtbot):
    styles(window, width, qtbot)
    for part in (*window.bar._buttons, window.box):
        assert part.isVisible()
        corner = part.mapTo(window, part.rect().bottomRight())
        assert window.rect().contains(corner)
    assert window.box.width() >= 64


def test_what_is_not_to_be_seen_leaves_its_room_to_words(window, qtbot):
    words = [Style.ToolButtonTextBesideIcon] * 5
    width = next(width for width in range(1200, 420, -20) if styles(window, width, qtbot) != words)
    last = window.bar.actions()[4]
    last.setVisible(False)
    assert styles(window, width, qtbot)[:4] == words[:4]
    last.setVisible(True)
    assert styles(window, width, qtbot) != words


def test_buttons_without_words_still_have_names(window, qtbot):
    styles(window, 420, qtbot)
    assert [button.accessibleName() for button in window.bar._buttons][1] == "Fortsetzen"
    assert all(button.toolTip() for button in window.bar._buttons)


# --- the filter


@pytest.fixture
def box(qtbot):
    box = FilterBox()
    qtbot.addWidget(box)
    box.show()
    return box


def test_tells_the_words_once_the_person_pauses(box, qtbot):
    told = QSignalSpy(box.words_changed)
    with qtbot.waitSignal(box.words_changed, timeout=1000):
        qtbot.keyClicks(box, " iso ")
    assert told.count() == 1
    assert told.at(0) == ["iso"]


def test_spaces_alone_are_no_words(box, qtbot):
    told = QSignalSpy(box.words_changed)
    qtbot.keyClicks(box, "  ")
    qtbot.wait(100)
    assert told.count() == 0


def test_escape_clears_and_leaves_and_down_leaves(box, qtbot):
    box.setText("iso")
    with qtbot.waitSignal(box.left):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.text() == "iso"
    with qtbot.waitSignals([box.left, box.words_changed]):
        box.words_changed.emit("")
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_says_its_key(box):
    assert "Ctrl+F" in box.placeholderText()
    assert box.accessibleName()
    assert box.accessibleDescription()
