"""Adding links: what is known of them is shown, what is wrong is named, and Enter adds at once."""

from __future__ import annotations

import asyncio
from pathlib import Path

import msgspec
import pytest
from dialog_parts import accepted, names, offer, problems, until, urls
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from engine import Priority, Probe, Settings
from fake_engine import GB, HOUR, failed
from gui.adding.folder_looks import Look
from gui.adding.row_table import NAME
from gui.theme import DARK

DOWNLOADS, ARCHIVE = Path("/home/ada/Downloads"), Path("/mnt/archive")
ENTER = Qt.Key.Key_Return


# --- links and problems


def test_nothing_can_be_added_at_first(dialog):
    assert not dialog._add.isEnabled()
    assert not dialog._pause.isEnabled()
    assert problems(dialog) == []


def test_good_links_can_be_added_beside_bad_ones(dialog):
    offer(dialog, ["https://a.example/1", "ftp://x/2", "https://a.example/3"])
    assert dialog._add.text() == "&Add 2 links"
    assert len(problems(dialog)) == 1
    specs, starts = accepted(dialog)
    assert urls(specs) == ["https://a.example/1", "https://a.example/3"]
    assert starts is True


def test_mark_up_in_a_line_is_only_text(dialog):
    offer(dialog, ["<img src=x onerror=y>"])
    label = next(label for label in dialog.findChildren(QLabel) if "<img" in label.text())
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_links_that_come_later_are_added_to_those_that_are_there(dialog):
    offer(dialog, ["https://a.example/1"])
    offer(dialog, ["https://a.example/2"])
    offer(dialog, [])
    assert dialog._form.links.toPlainText() == "https://a.example/1\nhttps://a.example/2"
    assert len(dialog._table.rows) == 2


def test_typing_is_judged_after_a_moment(dialog, qtbot):
    qtbot.keyClicks(dialog._form.links, "https://a.example/1")
    qtbot.waitUntil(dialog._add.isEnabled)
    assert dialog._add.text() == "&Add link"


def test_numbers_stand_for_many_links(dialog):
    offer(dialog, ["https://a.example/img[001-120].jpg"])
    tick = dialog._form.by_number
    assert tick.isVisible()
    assert tick.text() == "120 links by number: img001.jpg to img120.jpg"
    assert dialog._add.text() == "&Add 120 links"
    tick.click()
    assert dialog._add.text() == "&Add link"
    assert urls(accepted(dialog)[0]) == ["https://a.example/img[001-120].jpg"]


def paste(dialog, text=None, html=None):
    mime = QMimeData()
    if text is not None:
        mime.setText(text)
    if html is not None:
        mime.setHtml(html)
    dialog._form.links.insertFromMimeData(mime)


def test_a_page_is_pasted_as_its_links(dialog):
    paste(dialog, "one\ntwo", '<a href="https://a.example/1">one</a><a href="https://a.example/2">')
    assert dialog._form.links.toPlainText() == "https://a.example/1\nhttps://a.example/2"


def test_a_piece_of_a_line_is_pasted_as_it_is(dialog):
    paste(dialog, "https://a.example/")
    paste(dialog, "file.iso\n")
    assert dialog._form.links.toPlainText() == "https://a.example/file.iso"


def test_prose_is_pasted_as_the_links_in_it(dialog):
    paste(dialog, "look at https://a.example/1,\nand https://a.example/2.")
    assert dialog._form.links.toPlainText() == "https://a.example/1\nhttps://a.example/2"


def test_what_is_pasted_or_dropped_beside_the_text_box_goes_into_it(dialog, qtbot):
    offer(dialog, ["https://a.example/1"])
    mime = QMimeData()
    mime.setText("https://a.example/2")
    QGuiApplication.clipboard().setMimeData(mime)
    assert dialog.focusWidget() is dialog._add
    qtbot.keySequence(dialog._add, QKeySequence.StandardKey.Paste)
    dropped = QMimeData()
    dropped.setUrls([QUrl("https://a.example/3")])
    where, copying = QPointF(5, 5), Qt.DropAction.CopyAction
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(where.toPoint(), copying, dropped, *keys)
    dialog.dragEnterEvent(entering)
    assert entering.isAccepted()
    dialog.dropEvent(QDropEvent(where, copying, dropped, *keys))
    assert dialog._form.links.toPlainText().splitlines() == [
        f"https://a.example/{number}" for number in (1, 2, 3)
    ]


def test_nobody_is_disturbed_by_links_that_come_later(dialog):
    offer(dialog, ["https://a.example/1"])
    dialog._form.folder.setFocus()
    offer(dialog, ["https://a.example/2"])
    assert dialog.focusWidget() is dialog._form.folder._box


async def test_whatever_is_pasted_freezes_nothing(make_dialog, preferences):
    preferences.change(look_at_links=False)
    dialog = make_dialog()
    junk = [
        *(f"line {number} of junk" for number in range(10_000)),
        "x" * 100_000,
        "nul \0 in it",
        "javascript:alert(1)",
        "ftp://a.example/x",
        "https://a.example/good.iso",
    ]
    paste(dialog, "\n".join(junk))
    assert dialog._form.links.toPlainText() == "https://a.example/good.iso"
    dialog._form.links.setPlainText("")
    dialog.offer(junk)
    turns = 0
    while dialog._steps is not None:
        await asyncio.sleep(0)
        turns += 1
    assert turns > 1, "others had their turn meanwhile"
    assert dialog._add.text() == "&Add link"
    assert problems(dialog)[-1] == "and 10,001 lines more"


async def test_what_was_decided_is_done_once_all_lines_are_judged(make_dialog, preferences):
    preferences.change(look_at_links=False)
    dialog = make_dialog()
    chosen = QSignalSpy(dialog.jobs_chosen)
    dialog.offer([f"https://a.example/{number}" for number in range(9000)])
    assert dialog._steps is not None
    dialog.accept()
    assert chosen.count() == 0
    await until(lambda: chosen.count())
    assert len(chosen.at(0)[0]) == 9000


# --- keys


def test_enter_begins_a_line_and_ctrl_enter_adds(dialog, qtbot):
    offer(dialog, ["https://a.example/1"])
    chosen = QSignalSpy(dialog.jobs_chosen)
    qtbot.keyClick(dialog._form.links, ENTER)
    assert chosen.count() == 0
    qtbot.keyClick(dialog._form.links, ENTER, Qt.KeyboardModifier.ControlModifier)
    assert chosen.count() == 1


def test_enter_adds_what_was_offered(dialog, qtbot):
    offer(dialog, ["https://a.example/1"])
    assert dialog.focusWidget() is dialog._add
    with qtbot.waitSignal(dialog.jobs_chosen):
        qtbot.keyClick(dialog.focusWidget(), ENTER)


@pytest.mark.parametrize("where", ["rows", "one.name", "folder._box", "more.fields.checksum"])
def test_enter_elsewhere_adds(dialog, qtbot, where):
    offer(dialog, [f"https://a.example/{n}" for n in range(2 if where == "rows" else 1)])
    dialog._form.more.button.click()
    control = dialog._form
    for name in where.split("."):
        control = getattr(control, name)
    control.setFocus()
    with qtbot.waitSignal(dialog.jobs_chosen):
        qtbot.keyClick(control, ENTER)


def test_ctrl_enter_without_a_link_does_nothing(dialog, qtbot):
    chosen = QSignalSpy(dialog.jobs_chosen)
    qtbot.keyClick(dialog._form.links, ENTER, Qt.KeyboardModifier.ControlModifier)
    assert chosen.count() == 0
    assert dialog.isVisible()


def test_enter_throws_nothing_away_while_something_is_wrong(dialog, qtbot):
    offer(dialog, ["https://a.example/1"])
    dialog._form.folder.pick("here")
    qtbot.keyClick(dialog.focusWidget() or dialog, ENTER)
    qtbot.keyClick(dialog, ENTER)
    assert dialog.isVisible()


def test_added_paused(dialog):
    offer(dialog, ["https://a.example/1"])
    chosen = QSignalSpy(dialog.jobs_chosen)
    dialog._pause.click()
    assert chosen.at(0)[1] is False


def test_a_name_is_edited_in_its_row(dialog, qtbot):
    offer(dialog, ["https://a.example/1.iso", "https://a.example/2.iso"])
    rows = dialog._form.rows
    rows.setFocus()
    rows.setCurrentIndex(dialog._table.index(1, NAME))
    qtbot.keyClick(rows, Qt.Key.Key_F2)
    editor = rows.findChild(QLineEdit)
    assert editor.text() == "2.iso"
    editor.setText("b/c.iso")
    qtbot.keyClick(editor, ENTER)
    qtbot.waitUntil(lambda: names(dialog) == ["1.iso", "b_c.iso"])
    assert dialog.isVisible()
    specs, _ = accepted(dialog)
    assert [spec.files[0].name for spec in specs] == [None, "b_c.iso"]


def test_the_name_of_one_link_is_edited_beside_it(dialog, qtbot):
    offer(dialog, ["https://a.example/1.iso"])
    name = dialog._form.one.name
    assert name.isVisible()
    assert not dialog._form.rows.isVisible()
    name.selectAll()
    qtbot.keyClicks(name, "x.iso")
    assert accepted(dialog)[0][0].files[0].name == "x.iso"


def test_an_empty_name_leaves_it_to_the_server(dialog):
    offer(dialog, ["https://a.example/1.iso"])
    dialog._form.one.renamed.emit("x")
    dialog._form.one.renamed.emit("  ")
    assert accepted(dialog)[0][0].files[0].name is None


def test_rows_keep_their_names_while_lines_come_and_go(dialog):
    offer(dialog, [f"https://a.example/{n}" for n in range(4)])
    dialog._table.rename(2, "mine")
    dialog._form.links.clear()
    offer(dialog, [f"https://a.example/{name}" for name in ("new", "2", "0")])
    assert names(dialog) == ["new", "mine", "0"]


# --- folder and the other choices


def test_the_choices_become_part_of_every_job(dialog):
    offer(dialog, ["https://a.example/1"])
    form = dialog._form
    form.give_up.set_seconds(HOUR)
    box = form.folder._box
    assert [box.itemText(at) for at in range(box.count())] == [str(DOWNLOADS), str(ARCHIVE)]
    form.folder.pick(ARCHIVE)
    form.more.fields.priority.set_value(Priority.LOW)
    (spec,), _ = accepted(dialog)
    assert (spec.folder, spec.no_progress_timeout, spec.priority) == (ARCHIVE, HOUR, Priority.LOW)


def test_a_folder_without_its_whole_path_is_refused_at_once(dialog):
    offer(dialog, ["https://a.example/1"])
    dialog._form.folder.pick("here")
    assert dialog._form.folder_problem.text() == "The folder needs its whole path."
    assert not dialog._add.isEnabled()
    dialog._form.folder.pick("~/there")
    assert dialog._add.isEnabled()
    dialog._form.folder.pick("~nobody-of-this-name/there")
    assert not dialog._add.isEnabled()


def test_a_wrong_value_under_more_keeps_from_adding(dialog):
    offer(dialog, ["https://a.example/1"])
    dialog._form.more.button.click()
    dialog._form.more.fields.checksum.setText("md5:1")
    assert not dialog._add.isEnabled()
    dialog._form.more.fields.checksum.setText("")
    assert dialog._add.isEnabled()


@pytest.fixture
def with_kinds(preferences):
    kinds = preferences.now.categories
    preferences.change(
        categories=(msgspec.structs.replace(kinds[0], folder="/srv/images"), *kinds[1:])
    )


def test_each_kind_goes_into_its_own_folder(with_kinds, dialog):
    offer(dialog, ["https://a.example/x.iso", "https://a.example/x.pdf"])
    assert dialog._form.kinds.isVisible()
    specs, _ = accepted(dialog)
    assert [spec.folder for spec in specs] == [Path("/srv/images"), DOWNLOADS]


def test_a_folder_that_was_chosen_goes_before_that_of_the_kind(with_kinds, dialog, qtbot):
    offer(dialog, ["https://a.example/x.iso"])
    dialog._form.folder.pick(ARCHIVE)
    assert not dialog._form.kinds.isChecked()
    assert accepted(dialog)[0][0].folder == ARCHIVE


def test_kinds_without_folders_are_not_spoken_of(dialog):
    assert not dialog._form.kinds.isVisible()


def test_many_links_as_one_job(dialog, engine):
    offer(dialog, ["https://a.example/1", "https://a.example/2"])
    assert not dialog._form.job_name.isVisible()
    dialog._form.as_one_job.click()
    dialog._form.job_name.setText("Lectures")
    (spec,), _ = accepted(dialog)
    assert (spec.name, urls([spec])) == (
        "Lectures",
        ["https://a.example/1", "https://a.example/2"],
    )


def test_a_job_has_only_so_many_files(dialog, engine):
    engine.settings = Settings(max_files_per_job=2)
    offer(dialog, [f"https://a.example/{n}" for n in range(3)])
    dialog._form.as_one_job.click()
    assert dialog._form.folder_problem.text() == "One job can have 2 files at most."
    assert not dialog._add.isEnabled()


def test_says_what_does_not_fit(dialog):
    offer(dialog, ["https://a.example/1", "https://a.example/2"])
    for one in dialog._table.rows:
        one.probe = Probe(one.link.url, None, 2 * GB)
        dialog._probes._told[one.link.url] = one.probe
    dialog._looks._known[DOWNLOADS] = Look(free=3 * GB)
    dialog._settle()
    assert dialog._form.summary.text() == "2 links · 4.0 GB"
    shortage = dialog._form._shortage
    assert shortage.isVisible()
    assert shortage.text() == "Only 3.0 GB free in Downloads: too little"
    assert dialog._add.isEnabled()
    dialog._looks._known[DOWNLOADS] = Look(free=5 * GB)
    dialog._settle()
    assert not shortage.isVisible()
    assert dialog._form._space.text() == "5.0 GB free in Downloads"


# --- for everyone


def test_every_control_can_be_reached_and_named(dialog):
    offer(dialog, ["https://a.example/1", "https://a.example/2"])
    dialog._form.more.button.click()
    kinds = (QComboBox, QSpinBox, QAbstractButton, QPlainTextEdit, QLineEdit)
    controls = [control for kind in kinds for control in dialog.findChildren(kind)]
    for control in controls:
        if isinstance(control.parent(), QComboBox | QSpinBox):
            continue
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control
        assert control.accessibleName() or control.text(), control


def test_tab_goes_from_the_top_to_the_bottom(dialog):
    offer(dialog, ["https://a.example/1", "https://a.example/2"])
    form, order = dialog._form, []
    widget: QWidget = form.links
    for _ in range(200):
        order.append(widget)
        widget = widget.nextInFocusChain()
    wanted = [form.links, form.rows, form.as_one_job, form.folder._box, form.give_up._list]
    wanted += [form.more.button, dialog._add]
    places = [order.index(control) for control in wanted]
    assert places == sorted(places)


def test_a_row_can_be_read_out(dialog):
    offer(dialog, ["https://a.example/1.iso", "https://a.example/2.iso"])
    rows = QAccessible.queryAccessibleInterface(dialog._form.rows)
    cells = [rows.child(at).text(QAccessible.Text.Name) for at in range(rows.childCount())]
    assert "2.iso · a.example" in cells


def test_follows_a_change_of_colours(dialog, appearance):
    offer(dialog, ["https://a.example/1.iso"])
    appearance.use(DARK)
    sentence = dialog._form.one.sentence
    assert sentence.palette().color(sentence.foregroundRole()) == DARK.dim
    assert not dialog.grab().isNull()


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_is_painted_in_both_directions_and_scrolls_where_it_must(
    make_dialog, preferences, qapp, direction
):
    preferences.change(look_at_links=False)
    qapp.setLayoutDirection(direction)
    try:
        dialog = make_dialog([failed("1", host="old.example"), failed("2", host="old.example")])
        offer(dialog, [f"https://a.example/{n}" for n in range(9)])
        dialog._form.more.button.click()
        dialog.resize(dialog.minimumSizeHint())
        assert isinstance(dialog._form, QScrollArea)
        assert dialog.minimumSizeHint().height() < 400
        assert not dialog.grab().isNull()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_field_that_still_speaks_while_the_dialog_goes_is_not_heard(dialog, qapp):
    offer(dialog, ["https://a.example/1.iso"])
    folder = dialog._form.folder
    dialog.reject()
    dialog._add.deleteLater()
    qapp.sendPostedEvents(dialog._add, QEvent.Type.DeferredDelete)
    folder.changed.emit()
    assert dialog.result() == QDialog.DialogCode.Rejected
