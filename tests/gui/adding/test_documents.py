"""Metalink files in the dialog for links: their files are shown, chosen, and added as one job."""

from __future__ import annotations

import pytest
from dialog_parts import accepted, names, offer, problems, row, urls
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QStyleOptionViewItem

from gui.adding.documents import document_at
from gui.adding.dropped import may_have_links, metalinks_of
from gui.adding.row_table import NAME

MIB = 1 << 20
DIGEST = "5" * 64


def metalink(*names: str) -> str:
    files = "".join(
        f'<file name="{name}"><size>{MIB}</size><hash type="sha-256">{DIGEST}</hash>'
        f"<url>https://a.example/{name}?1</url><url>https://b.example/{name}</url>"
        f"<url>https://c.example/{name}</url></file>"
        for name in names
    )
    return f'<metalink xmlns="urn:ietf:params:xml:ns:metalink">{files}</metalink>'


@pytest.fixture
def place(tmp_path):
    place = tmp_path / "linux 12.meta4"
    place.write_text(metalink("one.iso", "two.iso", "three.iso"))
    return place


@pytest.fixture
def opened(dialog, qtbot, place):
    """The dialog with the files of a document."""
    dialog.open_documents([place])
    qtbot.waitUntil(lambda: len(dialog._table.rows) == 3)
    return dialog


def dropped(*paths) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def test_its_files_are_shown_with_names_sizes_and_servers(opened):
    assert names(opened) == ["one.iso", "two.iso", "three.iso"]
    assert [one.size for one in opened._table.rows] == [MIB] * 3
    sentence = opened._table.index(0, NAME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert sentence == "one.iso · a.example · 2 more servers"
    assert opened._form.summary.text() == "3 links · 3.0 MB"


def test_they_become_one_job_with_digests_and_mirrors(opened):
    ((job,), _starts) = accepted(opened)
    assert job.name == "linux 12"
    assert [file.name for file in job.files] == ["one.iso", "two.iso", "three.iso"]
    first = job.files[0]
    assert str(first.checksum) == f"sha256:{DIGEST}"
    assert first.mirrors.links == ("https://b.example/one.iso", "https://c.example/one.iso")
    assert first.mirrors.size == MIB


def test_a_file_may_be_left_out_and_taken_in_again(opened):
    table = opened._table
    index = table.index(1, NAME)
    assert table.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert "Left out" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert opened._add.text() == "&Add 2 links"
    table.setData(index, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert opened._add.text() == "&Add 3 links"
    table.want([0, 1], False)
    ((job,), _starts) = accepted(opened)
    assert urls([job]) == ["https://a.example/three.iso?1"]


def test_with_all_left_out_there_is_nothing_to_add(opened):
    opened._table.want(range(3), False)
    assert not opened._add.isEnabled()


@pytest.mark.parametrize("direction", Qt.LayoutDirection)
def test_a_click_on_its_box_leaves_a_file_out(opened, direction):
    rows = opened._form.rows
    if direction is not Qt.LayoutDirection.LayoutDirectionAuto:
        rows.setLayoutDirection(direction)
    option = QStyleOptionViewItem()
    rows.initViewItemOption(option)
    option.rect = rows.visualRect(opened._table.index(1, NAME))
    box: QRect = rows._delegate._tick(option)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert [one.is_wanted for one in opened._table.rows] == [True, False, True]
    away = QPoint(option.rect.center().x(), box.center().y())
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=away)
    assert [one.is_wanted for one in opened._table.rows] == [True, False, True]


def test_space_and_the_menu_do_it_too(opened, qtbot):
    rows = opened._form.rows
    rows.setCurrentIndex(opened._table.index(2, NAME))
    QTest.keyClick(rows, Qt.Key.Key_Space)
    assert not row(opened, 2).is_wanted
    here = QPoint(5, 5)
    QApplication.sendEvent(
        rows.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, here, here)
    )
    menu = next(menu for menu in rows.findChildren(QMenu) if menu.actions())
    (action,) = [one for one in menu.actions() if one.text() == "Take in again"]
    action.trigger()
    menu.close()
    assert row(opened, 2).is_wanted


def test_what_is_no_metalink_is_said(dialog, qtbot, tmp_path):
    place = tmp_path / "bad.meta4"
    place.write_text("<html/>")
    dialog.open_documents([place])
    qtbot.waitUntil(lambda: problems(dialog) == ["bad.meta4: It is no Metalink."])
    assert not dialog._add.isEnabled()


def test_links_that_are_there_stay_jobs_of_their_own(dialog, qtbot, place):
    offer(dialog, ["https://x.example/1"])
    dialog.open_documents([place])
    qtbot.waitUntil(lambda: len(dialog._table.rows) == 4)
    assert not dialog._form.as_one_job.isChecked()
    assert row(dialog).told is None


def test_one_dropped_on_the_dialog_or_the_text_box_is_read(dialog, qtbot, place, tmp_path):
    other = tmp_path / "x.metalink"
    other.write_text(metalink("four.iso"))
    where, copy = QPointF(10, 10), Qt.DropAction.CopyAction
    buttons = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    mime = dropped(place)
    event = QDragEnterEvent(where.toPoint(), copy, mime, *buttons)
    dialog.dragEnterEvent(event)
    assert event.isAccepted()
    dialog.dropEvent(QDropEvent(where, copy, mime, *buttons))
    dialog._form.links.insertFromMimeData(dropped(other))
    qtbot.waitUntil(lambda: len(dialog._table.rows) == 4)
    assert "file:" not in dialog._form.links.toPlainText()


def test_a_metalink_is_known_by_its_name_wherever_it_is_dropped(place):
    assert metalinks_of(dropped(place, "/x/film.mkv")) == [place]
    assert may_have_links(dropped(place))
    assert not may_have_links(dropped("/x/film.mkv"))
    assert metalinks_of(None) == []


def test_a_dialog_that_closes_meanwhile_hears_nothing(make_dialog, preferences, qtbot, place):
    preferences.change(look_at_links=False)
    dialog = make_dialog()
    dialog.open_documents([place])
    dialog.reject()
    dialog.deleteLater()
    qtbot.wait(50)


def test_reading_never_raises(tmp_path):
    assert document_at(tmp_path).problem
    assert document_at(tmp_path / "none.meta4").problem
