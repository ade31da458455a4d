"""The rows of links as a model, and as they are painted and handled."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QPalette
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from engine import Probe
from fake_engine import MB, failed
from gui.adding.duplicates import Choice, Duplicate, Same
from gui.adding.folder_box import FolderBox
from gui.adding.judging import judge
from gui.adding.row_list import RowList
from gui.adding.row_table import CHOICE, NAME, SIZE, RowTable
from gui.theme import DARK, LIGHT, native


def links(*names):
    return judge("\n".join(f"https://a.example/{name}" for name in names)).links


@pytest.fixture
def table(qapp):
    table = RowTable()
    table.show_links(links("a.iso", "b.tar.gz", "c"))
    table.rows[1].duplicate = Duplicate(Same.NAME, failed("b.tar.gz"))
    table.rows[1].probe = Probe("", None, 5 * MB, True, "https://mirror.example/b.tar.gz")
    return table


@pytest.fixture
def rows(table, appearance, qtbot):
    rows = RowList(table, appearance)
    qtbot.addWidget(rows)
    rows.show_choices(True)
    rows.resize(600, 300)
    rows.show()
    return rows


def names(table):
    return [row.name for row in table.rows]


def test_is_a_model_that_qt_finds_no_fault_with(table, qtmodeltester):
    qtmodeltester.check(table)
    table.show_links(links("x", "a.iso", "c"))
    table.show_links(links("x", "y", "c"))
    table.show_links(())
    table.show_links(links("z"))


@pytest.mark.parametrize(
    "wanted", ["a.iso c", "x a.iso b.tar.gz c", "a.iso b.tar.gz c x", "c b.tar.gz a.iso", "x y", ""]
)
def test_rows_follow_the_links(table, wanted):
    kept = {row.link.url: row for row in table.rows}
    table.show_links(links(*wanted.split()))
    assert names(table) == wanted.split()
    for row in table.rows:
        assert table.row(row.link.url) is row
        assert kept.get(row.link.url, row) is row
    assert table.row("https://a.example/gone") is None


def test_the_cells_say_what_is_known(table):
    assert [table.index(1, column).data() for column in (NAME, CHOICE, SIZE)] == [
        "b.tar.gz",
        "Add with a number",
        "5.0 MB",
    ]
    assert [table.index(0, column).data() for column in (CHOICE, SIZE)] == ["", ""]
    tip = table.index(1, NAME).data(Qt.ItemDataRole.ToolTipRole)
    assert "https://mirror.example/b.tar.gz" in tip
    heads = [table.headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    assert heads == ["Name", "If it is already here", "Size", None]


def test_only_names_and_choices_are_edited(table):
    def editable(row, column):
        return bool(table.flags(table.index(row, column)) & Qt.ItemFlag.ItemIsEditable)

    assert [editable(1, column) for column in (NAME, CHOICE, SIZE)] == [True, True, False]
    assert [editable(0, column) for column in (NAME, CHOICE, SIZE)] == [True, False, False]


def test_edits_are_told(table):
    edited = QSignalSpy(table.edited)
    assert table.setData(table.index(1, NAME), " better ")
    assert table.setData(table.index(1, CHOICE), Choice.UPDATE)
    assert not table.setData(table.index(1, NAME), "no", Qt.ItemDataRole.DisplayRole)
    assert edited.count() == 2
    assert names(table)[1] == "better"
    assert table.index(1, CHOICE).data(Qt.ItemDataRole.EditRole) is Choice.UPDATE
    table.choose(range(3), Choice.SHOW)
    assert [row.choice for row in table.rows] == [None, Choice.SHOW, None]


def test_a_name_never_leads_out_of_the_folder(table):
    table.rename(0, "../../etc/passwd\0")
    assert table.rows[0].chosen_name == ".._.._etc_passwd\N{REPLACEMENT CHARACTER}"


def test_a_choice_counts_for_all_selected_rows_it_is_made_among(rows, table):
    for row in table.rows:
        row.duplicate = Duplicate(Same.NAME, failed(row.name))
    rows.selectAll()
    rows.choice_menu(0).actions()[3].trigger()
    assert [row.choice for row in table.rows] == [Choice.SHOW] * 3


def test_a_click_on_a_choice_opens_its_menu(rows, table, qtbot):
    area = rows.visualRect(table.index(1, CHOICE))
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    (menu,) = [menu for menu in rows.findChildren(QMenu) if menu.isVisible()]
    assert menu.actions()[0].text() == "Add with a number"
    menu.close()


def test_the_context_menu_renames_and_chooses(rows, table, qtbot):
    rows.setCurrentIndex(table.index(1, NAME))
    where = rows.viewport().mapToGlobal(QPoint(5, 5))
    QApplication.sendEvent(
        rows.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), where)
    )
    (menu,) = [menu for menu in rows.findChildren(QMenu) if menu.isVisible()]
    assert menu.actions()[0].text() == "Rename"
    assert len(menu.actions()) == 6
    menu.actions()[0].trigger()
    assert rows.state() is RowList.State.EditingState
    menu.close()


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_is_painted(rows, table, appearance, scheme, direction):
    themes = {"light": LIGHT, "dark": DARK, "contrast": native(QPalette(QColor("black")))}
    appearance.use(themes[scheme])
    rows.setLayoutDirection(direction)
    rows.setCurrentIndex(table.index(1, NAME))
    image = rows.viewport().grab().toImage()
    area = rows.visualRect(table.index(0, NAME))
    colours = {
        image.pixelColor(QPointF(x, area.center().y()).toPoint()).name()
        for x in range(area.left(), area.right())
    }
    assert len(colours) > 1


def test_the_links_on_the_screen_are_known(rows, table):
    assert [link.url[-1] for link in rows.visible_links()] == ["o", "z", "c"]
    table.show_links(links(*range(200)))
    seen = rows.visible_links()
    assert 3 < len(seen) < 20
    scrolled = QSignalSpy(rows.scrolled)
    rows.scrollToBottom()
    assert scrolled.count()
    assert rows.visible_links()[-1].url.endswith("/199")
    rows.hide()
    assert rows.visible_links() == []


def test_a_folder_is_browsed_for(qtbot, tmp_path):
    box = FolderBox([tmp_path])
    qtbot.addWidget(box)
    box.show()
    box._browse.click()
    chooser = box.findChild(QFileDialog)
    with qtbot.waitSignal(box.picked):
        chooser.fileSelected.emit(str(tmp_path / "other"))
    assert box.folder == tmp_path / "other"
    chooser.close()
