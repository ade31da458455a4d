"""The title says how fast bytes come, and not too often something else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from gui import window_title
from gui.window_title import WindowTitle, title


@pytest.mark.parametrize(
    ("rate", "words"),
    [(0, "Holdfast"), (0.4, "Holdfast"), (12.4 * 2**20, "12.4 MB/s – Holdfast")],
)
def test_the_rate_is_there_only_while_something_moves(rate, words):
    assert title(rate) == words


def test_numbers_are_those_of_the_language():
    QLocale.setDefault(QLocale(QLocale.Language.German))
    assert title(12.4 * 2**20) == "12,4 MB/s – Holdfast"


def test_it_changes_at_once_and_then_only_after_a_while(qtbot, monkeypatch):
    monkeypatch.setattr(window_title, "CALM_MS", 50)
    window = QWidget()
    qtbot.addWidget(window)
    told = []
    window.windowTitleChanged.connect(told.append)
    rates = iter([2.0**20, 5 * 2.0**20])
    keeper = WindowTitle(window, lambda: next(rates, 0.0))
    for _ in range(10):
        keeper.follow()
    assert told == ["1.0 MB/s – Holdfast"]
    qtbot.waitUntil(lambda: len(told) == 2)
    assert not keeper._calm.isActive(), "nothing ticks while nothing happens"
    keeper.follow()
    keeper.follow()
    assert told == ["1.0 MB/s – Holdfast", "5.0 MB/s – Holdfast", "Holdfast"]
