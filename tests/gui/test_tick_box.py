"""Words of a tick box that have no room in one line, and labels that stand beside their fields."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from gui.fields import AmountField, Option, RadioField, Unit, hint
from gui.forms import FieldLabel, Form
from gui.tick_box import TickBox

WORDS = "&Keep running in the tray when the window is closed"


@pytest.fixture
def box(qtbot):
    box = TickBox(WORDS)
    qtbot.addWidget(box)
    return box


def show_at(box, width):
    box.resize(width, box.heightForWidth(width))
    box.show()


def inked_rows(box):
    """The rows of the picture in which there are words."""
    image = box.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = image.pixel(image.width() - 1, image.height() - 1)
    left, right = 25, image.width() - 25
    return [
        y
        for y in range(image.height())
        if any(image.pixel(x, y) != ground for x in range(left, right))
    ]


def test_one_line_is_as_high_as_before(box):
    one_line = box.sizeHint()
    assert box.heightForWidth(one_line.width()) == one_line.height()
    assert box.heightForWidth(2000) == one_line.height()


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_words_go_on_in_the_next_line(box, direction):
    box.setLayoutDirection(direction)
    one_line = box.sizeHint()
    width = one_line.width() * 2 // 3
    assert box.heightForWidth(width) == one_line.height() + box.fontMetrics().lineSpacing()
    show_at(box, width)
    rows = inked_rows(box)
    line = box.fontMetrics().height()
    assert min(rows) < line
    assert max(rows) > line + line // 2
    assert max(rows) < box.height() - 1


def test_it_may_be_as_narrow_as_its_longest_word(box):
    least = box.minimumSizeHint().width()
    assert least < box.sizeHint().width() // 2
    assert least > box.fontMetrics().horizontalAdvance("running")


def test_a_name_without_a_gap_does_not_make_it_wide(box):
    least = box.minimumSizeHint().width()
    box.setText(f"120 links by number: {'x' * 200}.jpeg")
    assert box.minimumSizeHint().width() < 3 * least


def test_a_click_on_the_second_line_ticks_it(box, qtbot):
    width = box.sizeHint().width() * 2 // 3
    show_at(box, width)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(60, box.height() - 4))
    assert box.isChecked()


def test_it_grows_in_a_layout_that_is_narrow(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    box = TickBox(WORDS, page)
    QVBoxLayout(page).addWidget(box)
    page.resize(box.sizeHint().width() * 2 // 3, 300)
    page.show()
    page.layout().activate()
    assert box.height() > box.sizeHint().height()


# --- labels beside fields


def middle(widget, within):
    return widget.mapTo(within, widget.rect().center()).y()


@pytest.mark.parametrize(
    "make",
    [
        lambda: QLineEdit(),
        lambda: QComboBox(),
        lambda: AmountField("A time", (Unit("s", 1), Unit("min", 60)), (Option("No limit", 0),)),
        lambda: RadioField("One", (Option("a", 1), Option("b", 2)), ("about a", "about b")),
    ],
)
def test_a_label_is_level_with_the_first_line_of_its_field(qtbot, make):
    form = Form()
    qtbot.addWidget(form)
    field = make()
    form.add_field("&Name", field, "What it is about, which takes room below the field.")
    form.end()
    form.resize(600, 300)
    form.show()
    label = form.findChild(FieldLabel)
    line = field.focusProxy() or field
    assert abs(middle(label, form) - middle(line, form)) <= 1


def test_a_label_has_room_for_its_words_beside_a_low_field(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    field = hint("", page)
    field.setFixedHeight(1)
    label = FieldLabel("&Name", field, page)
    assert label.sizeHint().height() >= label.fontMetrics().height()
