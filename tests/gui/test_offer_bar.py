"""Links that were copied elsewhere are offered in one line."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPushButton

from gui.offer_bar import MOST_LINKS, OfferBar, offer_in_words


@pytest.fixture
def bar(qtbot):
    bar = OfferBar()
    qtbot.addWidget(bar)
    bar.resize(600, 40)
    return bar


def button(bar, text):
    found = bar.findChildren(QPushButton)
    return next(each for each in found if each.text().replace("&", "") == text)


def test_one_is_named_and_several_are_counted():
    assert offer_in_words(["https://a.example/x.iso"]) == "Link copied: https://a.example/x.iso"
    assert offer_in_words(["https://a.example/x", "https://a.example/y"]) == "2 links copied"


def test_a_password_in_a_link_is_not_shown():
    assert "secret" not in offer_in_words(["https://ada:secret@a.example/x.iso"])


def test_what_is_copied_one_after_the_other_is_offered_together(bar):
    bar.offer(["https://a.example/1.iso"])
    bar.offer(["https://a.example/2.iso", "https://a.example/1.iso"])
    assert not bar.isHidden()
    taken = QSignalSpy(bar.taken)
    button(bar, "Add…").click()
    assert taken.at(0)[0] == ["https://a.example/1.iso", "https://a.example/2.iso"]
    assert bar.isHidden()


def test_what_is_dismissed_is_not_offered_again(bar):
    bar.offer(["https://a.example/1.iso"])
    button(bar, "Dismiss").click()
    bar.offer(["https://a.example/2.iso"])
    assert bar.links == ["https://a.example/2.iso"]


def test_it_takes_no_more_than_anybody_would_add(bar):
    bar.offer(f"https://a.example/{number}" for number in range(MOST_LINKS + 5))
    assert len(bar.links) == MOST_LINKS


def test_a_long_link_does_not_make_the_window_wide(bar):
    bar.show()
    bar.offer(["https://a.example/" + "x" * 5000 + ".iso"])
    assert bar.minimumSizeHint().width() < 400
    assert "…" in bar._words.text()
    assert bar.accessibleName().endswith(".iso")
