"""Rows of labels and fields below each other, in sections, as dialogs have them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QCheckBox,
    QFormLayout,
    QFrame,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.fields import ProblemLabel, hint, indented

MARGIN = 24
"""Around a form."""
_BETWEEN_ROWS = 14
_BETWEEN_SECTIONS = 20
_BELOW_FIELD = 4


class FieldLabel(QLabel):
    """Stands beside the first line of its field, level with the words in there.

    `QFormLayout` by itself puts it a few pixels too low where the field has more below it.
    """

    def __init__(self, text: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._line = field
        self.setBuddy(field)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return self._level(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._level(super().minimumSizeHint())

    def _level(self, size: QSize) -> QSize:
        line = self._line.focusProxy() or self._line
        if isinstance(line, QAbstractScrollArea):
            return size
        return size.expandedTo(QSize(0, max(line.sizeHint().height(), line.minimumHeight())))


class Form(QWidget):
    """Made from top to bottom: sections, rows, and `end`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN)
        self._column.setSpacing(_BETWEEN_ROWS)
        self._form: QFormLayout | None = None
        self._box = QVBoxLayout()
        self._labels: list[QLabel] = []

    def begin_section(self, title: str, about: str = "") -> None:
        """What follows belongs together."""
        if self._column.count():
            self._column.addSpacing(_BETWEEN_SECTIONS - _BETWEEN_ROWS)
        self._form = None
        heading = QLabel(title, self)
        heading.setFont(theme.name_font())
        box = QVBoxLayout()
        box.setSpacing(2)
        box.addWidget(heading)
        if about:
            box.addWidget(hint(about, self))
        self._column.addLayout(box)

    def add_field(self, label: str, field: QWidget, about: str = "") -> ProblemLabel:
        """A row: the label, the field, below it what is wrong and what it is about."""
        name = FieldLabel(label, field, self)
        problem = self._add_box(field)
        if about:
            self._explain(field, hint(about, self))
        self._labels.append(name)
        self._rows().addRow(name, self._box)
        return problem

    def add_hint(self) -> QLabel:
        """A sentence below the last field, which may come and go."""
        explained = hint("", self)
        explained.hide()
        self._box.addWidget(explained)
        return explained

    def add_wide(self, widget: QWidget, about: str = "") -> ProblemLabel:
        """A row without a label."""
        problem = self._add_box(widget)
        if about:
            self._explain(widget, hint(about, self))
        self._add_alone()
        return problem

    def add_tick(self, box: QCheckBox, about: str = "") -> ProblemLabel:
        """A tick box, whose explanation begins where its words do."""
        problem = self._add_box(box)
        if about:
            self._explain(box, indented(hint(about, self)))
        self._add_alone()
        return problem

    def end(self) -> None:
        """All rows are there: their fields begin at one line, what room is left is below them."""
        width = max((label.sizeHint().width() for label in self._labels), default=0)
        for label in self._labels:
            label.setMinimumWidth(width)
        self._column.addStretch(1)

    def _rows(self) -> QFormLayout:
        if self._form is None:
            self._form = QFormLayout()
            self._form.setHorizontalSpacing(theme.PADDING + 4)
            self._form.setVerticalSpacing(_BETWEEN_ROWS)
            self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
            self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
            self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading)
            self._column.addLayout(self._form)
        return self._form

    def _add_box(self, field: QWidget) -> ProblemLabel:
        problem = ProblemLabel(self)
        self._box = QVBoxLayout()
        self._box.setSpacing(_BELOW_FIELD)
        self._box.addWidget(field)
        self._box.addWidget(problem)
        return problem

    def _explain(self, field: QWidget, explanation: QLabel) -> None:
        self._box.addWidget(explanation)
        field.setAccessibleDescription(explanation.text())

    def _add_alone(self) -> None:
        self._form = None
        self._column.addLayout(self._box)


class Scrolled(QScrollArea):
    """Scrolls up and down where a screen is too small for all of it; else nobody sees it."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = inside
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """All of it."""
        width = self._inside.sizeHint().expandedTo(self._inside.minimumSize()).width()
        height = self._inside.heightForWidth(width) if self._inside.hasHeightForWidth() else 0
        return QSize(width, max(height, self._inside.sizeHint().height()))
