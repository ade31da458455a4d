"""The one link that is about to be added: its name to be edited, and what is known of it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from gui import formatting, theme
from gui.adding import words
from gui.adding.duplicates import possible
from gui.adding.rows import Row
from gui.fields import plain_label
from gui.formatting import Tone


class OneLink(QWidget):
    """Shows one row; tells what the person wants of it."""

    renamed = Signal(str)
    chosen = Signal(object)
    """A `Choice`."""

    def __init__(self, appearance: theme.Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._tone = Tone.QUIET
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name"))
        self._label = QLabel(self.tr("&Name"), self)
        self._label.setBuddy(self.name)
        self.sentence = plain_label("", self)
        self.sentence.setFont(theme.secondary_font())
        self.sentence.setAccessibleName(self.tr("What is known of the link"))
        self.choices = QComboBox(self)
        self.choices.setAccessibleName(self.tr("If it is already here"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.PADDING)
        grid.setVerticalSpacing(theme.GAP // 2)
        grid.addWidget(self._label, 0, 0)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(self.sentence, 1, 1)
        grid.addWidget(self.choices, 2, 1)
        grid.setColumnStretch(1, 1)
        self.name.textEdited.connect(self.renamed)
        self.choices.activated.connect(self._choose)
        appearance.changed.connect(self._colour)

    @property
    def label(self) -> QLabel:
        """The one before the name, for others to stand in line with."""
        return self._label

    def show_row(self, row: Row) -> None:
        """This is the link."""
        is_being_named = self.name.hasFocus() and self.name.isModified()
        if not is_being_named and self.name.text() != row.name:
            self.name.setText(row.name)
            self.name.setCursorPosition(0)
        words_of_it, self._tone = words.sentence(row)
        self.sentence.setText(formatting.joined(words.size(row), words_of_it))
        self._colour()
        self._show_choices(row)

    def _show_choices(self, row: Row) -> None:
        duplicate = row.duplicate
        self.choices.setVisible(duplicate is not None)
        if duplicate is None:
            return
        offered = possible(duplicate)
        with QSignalBlocker(self.choices):
            self.choices.clear()
            for choice in offered:
                self.choices.addItem(words.choice_in_full(choice, duplicate, row.size), choice)
            if row.choice is not None:
                self.choices.setCurrentIndex(offered.index(row.choice))

    def _choose(self, at: int) -> None:
        self.chosen.emit(self.choices.itemData(at))

    def _colour(self) -> None:
        colours = self._appearance.theme
        ink = colours.dim if self._tone is Tone.QUIET else colours.tones[self._tone].text
        palette = self.sentence.palette()
        palette.setColor(self.sentence.foregroundRole(), ink)
        self.sentence.setPalette(palette)
