"""Adding links: what is wrong is named, what is right can be added all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
)

from fake_engine import DAY, HOUR
from gui.add_job_dialog import AddJobDialog, Choices, judge, links_of
from gui.give_up import GiveUpChooser

DOWNLOADS, ARCHIVE = Path("/home/ada/Downloads"), Path("/mnt/archive")


@pytest.fixture
def dialog(qtbot, appearance):
    dialog = AddJobDialog(Choices([DOWNLOADS, ARCHIVE], 14 * DAY), appearance)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def text_box(dialog):
    return dialog.findChild(QPlainTextEdit)


def add_button(dialog):
    box = dialog.findChild(QDialogButtonBox)
    return next(
        button
        for button in box.buttons()
        if box.buttonRole(button) is QDialogButtonBox.ButtonRole.AcceptRole
    )


def problems(dialog):
    label = next(
        label
        for label in dialog.findChildren(QLabel)
        if label.accessibleName() == "What is wrong with the links"
    )
    return label.text().splitlines() if label.isVisible() else []


def accepted(dialog):
    chosen = QSignalSpy(dialog.jobs_chosen)
    dialog.accept()
    assert chosen.count() == 1
    return chosen.at(0)


def test_judges_line_by_line():
    judged = judge("https://a.example/1\n\n  ftp://b.example/2\nhttps://a.example/1\nnonsense\n")
    assert judged.links == ("https://a.example/1",)
    assert judged.problems[0].startswith("ftp://b.example/2: ")
    assert judged.problems[1].startswith("nonsense: ")


def test_a_long_malformed_line_is_named_by_its_beginning():
    (problem,) = judge("x" * 500).problems
    assert problem.startswith("x" * 40)
    assert len(problem) < 150


def test_finds_links_in_what_is_dropped_or_copied():
    text = QMimeData()
    text.setText("see https://a.example/1 and http://b.example/2.")
    assert links_of(text) == ["https://a.example/1", "http://b.example/2"]
    urls = QMimeData()
    urls.setUrls([QUrl("https://a.example/1"), QUrl("file:///etc/passwd")])
    assert links_of(urls) == ["https://a.example/1"]
    assert links_of(QMimeData()) == []


def test_nothing_can_be_added_at_first(dialog):
    assert not add_button(dialog).isEnabled()
    assert problems(dialog) == []


def test_valid_links_can_be_added_next_to_malformed_ones(dialog):
    dialog.offer(["https://a.example/1", "ftp://x/2", "https://a.example/3"])
    assert add_button(dialog).text() == "&Add 2 links"
    assert len(problems(dialog)) == 1
    specs, starts = accepted(dialog)
    assert [spec.files[0].url for spec in specs] == ["https://a.example/1", "https://a.example/3"]
    assert starts is True


def test_only_the_first_problems_are_listed(dialog):
    dialog.offer([f"nonsense {number}" for number in range(6)])
    assert problems(dialog)[-1] == "and 3 lines more"
    assert len(problems(dialog)) == 4


def test_mark_up_in_a_line_is_only_text(dialog):
    dialog.offer(["<img src=x onerror=y>"])
    label = next(label for label in dialog.findChildren(QLabel) if "<img" in label.text())
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_links_that_come_later_are_added_to_those_that_are_there(dialog):
    dialog.offer(["https://a.example/1"])
    dialog.offer(["https://a.example/2"])
    assert text_box(dialog).toPlainText() == "https://a.example/1\nhttps://a.example/2"


def test_the_choices_become_part_of_every_job(dialog):
    dialog.offer(["https://a.example/1"])
    dialog.findChild(GiveUpChooser).set_seconds(HOUR)
    dialog.findChild(QCheckBox).setChecked(False)
    folder = next(box for box in dialog.findChildren(QComboBox) if box.isEditable())
    assert [folder.itemText(at) for at in range(folder.count())] == [str(DOWNLOADS), str(ARCHIVE)]
    folder.setEditText(str(ARCHIVE))
    specs, starts = accepted(dialog)
    assert (specs[0].folder, specs[0].no_progress_timeout, starts) == (ARCHIVE, HOUR, False)


def test_a_folder_without_its_whole_path_is_refused_at_once(dialog):
    dialog.offer(["https://a.example/1"])
    next(box for box in dialog.findChildren(QComboBox) if box.isEditable()).setEditText("here")
    assert problems(dialog) == ["The folder needs its whole path."]
    assert not add_button(dialog).isEnabled()


def test_typing_is_judged_after_a_moment(dialog, qtbot):
    qtbot.keyClicks(text_box(dialog), "https://a.example/1")
    qtbot.waitUntil(add_button(dialog).isEnabled)
    assert add_button(dialog).text() == "&Add link"


def test_enter_begins_a_line_and_ctrl_enter_adds(dialog, qtbot):
    dialog.offer(["https://a.example/1"])
    chosen = QSignalSpy(dialog.jobs_chosen)
    qtbot.keyClick(text_box(dialog), Qt.Key.Key_Return)
    assert chosen.count() == 0
    qtbot.keyClick(text_box(dialog), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert chosen.count() == 1


def test_enter_elsewhere_adds(dialog, qtbot):
    dialog.offer(["https://a.example/1"])
    with qtbot.waitSignal(dialog.jobs_chosen):
        qtbot.keyClick(dialog.findChild(QCheckBox), Qt.Key.Key_Return)


def test_ctrl_enter_without_a_link_does_nothing(dialog, qtbot):
    chosen = QSignalSpy(dialog.jobs_chosen)
    qtbot.keyClick(text_box(dialog), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert chosen.count() == 0
    assert dialog.isVisible()


def test_every_control_can_be_reached_and_named(dialog):
    controls = [
        *dialog.findChildren(QComboBox),
        *dialog.findChildren(QPushButton),
        dialog.findChild(QCheckBox),
        text_box(dialog),
    ]
    for control in controls:
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert control.accessibleName() or control.text()
