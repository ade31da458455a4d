"""The window for those who use no mouse, no eyes, or read from the right."""

from __future__ import annotations

import pytest
from hands import select
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget


def reachable(window):
    """Everything that Tab gets to, in its order."""
    window.filter_box.setFocus()
    found = []
    for _ in range(200):
        widget = QApplication.focusWidget()
        if widget in found:
            return found
        found.append(widget)
        window.focusNextChild()
    raise AssertionError("Tab never comes round")


def test_whatever_takes_the_keyboard_has_a_name(window):
    select(window, "retrying.pbf")
    nameless = []
    for widget in reachable(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name):
            nameless.append(f"{type(widget).__name__} {widget.objectName()}")
    assert nameless == []


def test_tab_goes_from_the_filter_over_the_sidebar_and_the_list_to_the_details(window):
    select(window, "retrying.pbf")
    chain = reachable(window)
    places = [chain.index(part) for part in (window.filter_box, window.sidebar, window.jobs)]
    assert places == sorted(places)
    inside = [place for place, part in enumerate(chain) if window.details.isAncestorOf(part)]
    assert min(inside) > places[-1]


@pytest.fixture
def from_the_right(qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def at(window, widget):
    return widget.mapTo(window, widget.rect().center()).x()


def test_everything_stands_on_the_other_side_where_people_read_from_the_right(
    from_the_right, window
):
    assert at(window, window.sidebar) > at(window, window.jobs)
    assert at(window, window.filter_box) < window.width() / 2
    assert at(window, window.status._graph) < at(window, window.status._facts)


@pytest.fixture
def with_large_text(qapp):
    before = qapp.font()
    font = qapp.font()
    font.setPixelSize(26)
    qapp.setFont(font)
    yield
    qapp.setFont(before)


def test_text_of_twice_the_size_fits_into_bars(with_large_text, window, qtbot):
    window.resize(1400, 900)
    qtbot.waitUntil(lambda: window.width() == 1400)
    QApplication.processEvents()
    for part in (window.status._facts, window.status._limit, window.filter_box):
        assert part.height() >= part.fontMetrics().height(), part
    for child in window.findChildren(QWidget, "commands")[0].findChildren(QWidget):
        assert child.height() <= child.parentWidget().height()
