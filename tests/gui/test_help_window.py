"""The window of the help."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget

from engine import ErrorKind
from gui import help_pages
from gui.help_window import HelpWindow
from gui.theme import DARK


@pytest.fixture
def helping(appearance, qtbot):
    window = HelpWindow(appearance)
    qtbot.addWidget(window)
    return window


def pages(window):
    return window.findChild(QListWidget, "pages")


def place(window):
    return window.text.verticalScrollBar().value()


def test_shows_the_page_and_marks_it_in_the_list(helping):
    for page in help_pages.PAGES:
        helping.show_topic(page)
        assert helping.page == page
        assert pages(helping).currentItem().text() == help_pages.title_of(page)
        assert helping.text.toPlainText().startswith(help_pages.title_of(page))


def test_the_list_opens_a_page_and_back_leads_back(helping):
    helping.show_topic("speed")
    pages(helping).setCurrentRow(0)
    assert helping.text.toPlainText().startswith("Your first download")
    helping.text.backward()
    assert helping.page == "speed"
    assert pages(helping).currentRow() == help_pages.PAGES.index("speed")


def test_a_part_of_a_page_is_scrolled_to(helping):
    helping.show_topic("troubleshooting")
    assert place(helping) == 0
    helping.show_topic(help_pages.about_error(ErrorKind.UNEXPECTED))
    low = place(helping)
    helping.show_topic(help_pages.about_error(ErrorKind.TIMED_OUT))
    assert 0 < place(helping) < low


def test_words_are_looked_for_on_all_pages(helping, qtbot):
    helping.show_topic("speed")
    box = helping.findChild(QLineEdit)
    box.setText("compare the fingerprint")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert helping.page == "speed", "no such words anywhere"
    box.setText("fingerprint")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert helping.page == "certificates"
    assert helping.text.textCursor().selectedText() == "fingerprint"


def test_follows_the_theme_and_stays_where_it_is(helping, appearance):
    helping.show_topic("give-up#holds")
    before = place(helping)
    assert "#1d2329" in helping.text.document().defaultStyleSheet()
    appearance.use(DARK)
    assert DARK.text.name() in helping.text.document().defaultStyleSheet()
    assert (helping.page, place(helping)) == ("give-up", before)
