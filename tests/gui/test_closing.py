"""What closing the window means, and the question that may come before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gui.closing import ClosingQuestion, Meaning, meaning


@pytest.mark.parametrize("under_way", [0, 3])
@pytest.mark.parametrize(
    ("has_tray", "keeps_running", "what"),
    [
        (True, True, {0: Meaning.HIDE, 3: Meaning.HIDE}),
        (True, False, {0: Meaning.QUIT, 3: Meaning.ASK}),
        (False, True, {0: Meaning.QUIT, 3: Meaning.ASK}),
        (False, False, {0: Meaning.QUIT, 3: Meaning.ASK}),
    ],
)
def test_what_closing_means(has_tray, keeps_running, under_way, what):
    said = meaning(has_tray=has_tray, keeps_running=keeps_running, under_way=under_way)
    assert said is what[under_way]


@pytest.fixture
def asked(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    answers = []

    def ask(under_way=2, has_tray=True):
        question = ClosingQuestion(under_way, has_tray, window)
        question.quit_chosen.connect(lambda: answers.append("quit"))
        question.stay_chosen.connect(lambda: answers.append("stay"))
        question.show()
        return question, answers

    return ask


def test_the_question_is_not_in_the_way_and_says_how_many(asked):
    question, _ = asked(2)
    assert not question.isModal()
    assert question.text() == "2 jobs are under way."
    question.close()


def test_enter_stays_and_escape_changes_nothing(asked):
    question, answers = asked()
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert answers == []
    question, answers = asked()
    QTest.keyClick(question, Qt.Key.Key_Return)
    assert answers == ["stay"]


def test_without_a_tray_it_offers_what_there_is(asked):
    question, _ = asked(1, has_tray=False)
    texts = {button.text().replace("&", "") for button in question.buttons()}
    assert texts == {"Minimise", "Quit", "Cancel"}
    question.close()
