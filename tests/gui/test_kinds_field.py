"""The table of kinds in the preferences, and the dialog that asks for one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMessageBox, QPushButton

from dialog_hands import named, press, problems
from gui.categories import DEFAULT_CATEGORIES, Category
from gui.preferences import PreferenceKeeper
from gui.preferences_dialog import PreferencesDialog
from gui.preferences_dialog.kind_dialog import KindDialog
from gui.preferences_dialog.places import KindsField


@pytest.fixture
def keeper(qapp, tmp_path):
    return PreferenceKeeper(tmp_path)


@pytest.fixture
def kinds(qtbot, bridge, keeper, appearance):
    dialog = PreferencesDialog(bridge, keeper, appearance)
    # Else closing it would take it from under those who close what is left.
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show_page("folders")
    yield dialog.findChild(KindsField)
    dialog.close()


def ask(kinds, button):
    """Press the button and give back the dialog that opens."""
    button.click()
    return next(one for one in kinds.findChildren(KindDialog) if one.isVisible())


def fill(qtbot, asking, name, text):
    line = named(asking, QLineEdit, name)
    line.selectAll()
    qtbot.keyClicks(line, text) if text else line.clear()


def test_a_kind_is_added(kinds, keeper, qtbot, tmp_path):
    assert kinds.table.isColumnHidden(2)
    asking = ask(kinds, kinds.add)
    fill(qtbot, asking, "Name", "Maps ")
    fill(qtbot, asking, "Endings", "*.OSM, mbtiles")
    fill(qtbot, asking, "Folder", str(tmp_path))
    asking.accept()
    assert keeper.now.categories[-1] == Category("Maps", ("osm", "mbtiles"), str(tmp_path))
    assert kinds.table.currentItem().text(0) == "Maps"
    assert not kinds.table.isColumnHidden(2)
    assert not asking.isVisible()


def test_a_kind_is_changed_and_keeps_its_english_name_inside(kinds, keeper, qtbot):
    kinds.table.setCurrentItem(kinds.table.topLevelItem(0))
    asking = ask(kinds, kinds.change)
    fill(qtbot, asking, "Endings", "iso, img")
    asking.accept()
    assert keeper.now.categories[0] == Category("Disk images", ("iso", "img"))
    assert keeper.now.categories[1:] == DEFAULT_CATEGORIES[1:]
    assert kinds.table.currentItem().text(1) == "iso, img"


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("Endings", "tar.gz", "“tar.gz”: write only what follows the last dot."),
        ("Endings", "zip", "“zip” belongs to “Archives” already."),
        ("Endings", "a/b", "“a/b” has a character that endings do not have."),
        ("Name", "music", "There is a kind with this name already."),
        ("Folder", "films", "The folder needs its whole path."),
    ],
)
def test_what_is_wrong_with_a_kind_is_said_while_it_is_typed(
    kinds, keeper, qtbot, name, text, problem
):
    kinds.table.setCurrentItem(kinds.table.topLevelItem(0))
    asking = ask(kinds, kinds.change)
    fill(qtbot, asking, name, text)
    assert problems(asking) == [problem]
    ok = next(one for one in asking.findChildren(QPushButton) if one.text() == "OK")
    assert not ok.isEnabled()
    asking.accept()
    assert asking.isVisible()
    assert keeper.now.categories == DEFAULT_CATEGORIES


def test_an_empty_kind_is_not_scolded_before_anybody_typed(kinds):
    asking = ask(kinds, kinds.add)
    assert problems(asking) == []
    asking.accept()
    assert problems(asking) == [
        "A kind needs a name.",
        "A kind needs an ending at least, such as iso.",
    ]


def test_a_kind_is_removed_and_all_come_back_when_asked_for(kinds, keeper):
    assert not kinds.reset.isEnabled()
    kinds.table.setCurrentItem(kinds.table.topLevelItem(1))
    kinds.remove.click()
    assert [kind.title for kind in keeper.now.categories][:2] == ["Disk images", "Programs"]
    assert kinds.table.currentItem().text(0) == "Programs"
    kinds.reset.click()
    box = kinds.findChild(QMessageBox)
    assert box.isVisible()
    press(box, QAbstractButton, "Reset")
    assert keeper.now.categories == DEFAULT_CATEGORIES
    assert not kinds.reset.isEnabled()


def test_without_a_kind_there_is_nothing_to_change_or_remove(kinds, keeper):
    keeper.change(categories=())
    assert kinds.table.topLevelItemCount() == 0
    assert not kinds.change.isEnabled()
    assert not kinds.remove.isEnabled()
    kinds.table.itemActivated.emit(None, 0)
    assert kinds.findChildren(KindDialog) == []


def test_enter_on_a_kind_changes_it(kinds, qtbot):
    kinds.table.setCurrentItem(kinds.table.topLevelItem(2))
    kinds.table.itemActivated.emit(kinds.table.currentItem(), 0)
    assert named(kinds.findChild(KindDialog), QLineEdit, "Name").text() == "Programs"
