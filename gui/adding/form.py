"""The controls of the dialog for adding links, and where they stand. No logic."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.adding import words
from gui.adding.duplicates import Choice
from gui.adding.folder_box import FolderBox
from gui.adding.link_box import LinkBox
from gui.adding.more import More
from gui.adding.one_link import OneLink
from gui.adding.row_list import RowList
from gui.adding.row_table import RowTable
from gui.fields import ProblemLabel, hint
from gui.forms import FieldLabel
from gui.give_up import GiveUpChooser
from gui.tick_box import TickBox

_BORDER = 20


class AddForm(QScrollArea):
    """From top to bottom: links, what they come to, where they go, how long to hold on, more.

    It scrolls where a screen is too small for all of it.
    """

    def __init__(
        self,
        table: RowTable,
        folders: Sequence[Path],
        no_progress_timeout: float | None,
        appearance: theme.Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._body = body = QWidget(self)
        self.links = LinkBox(body)
        self.problems = ProblemLabel(body)
        self.problems.setAccessibleName(self.tr("What is wrong with the links"))
        self.by_number = TickBox(self.tr("Numbers in brackets stand for many links"), body)
        self.by_number.setChecked(True)
        self.by_number.setToolTip(
            self.tr(
                "Brackets such as [001-120] stand for many links; untick to take them literally"
            )
        )
        self.one = OneLink(appearance, body)
        self.summary = hint("", body)
        self.summary.setAccessibleName(self.tr("Links, size and duplicates"))
        self.rows = RowList(table, appearance, body)
        self.for_all = self._make_for_all(body)
        self.as_one_job = TickBox(self.tr("As &one job"), body)
        self.job_name = QLineEdit(body)
        self.job_name.setAccessibleName(self.tr("Name of the job"))
        self.job_name.setPlaceholderText(self.tr("Name of the job"))
        self.folder = FolderBox(folders, body)
        self.kinds = TickBox(self.tr("Put each &kind into its own folder"), body)
        self._space = hint("", body)
        self._space.setAccessibleName(self.tr("Free space"))
        self._shortage = ProblemLabel(body)
        self.folder_problem = ProblemLabel(body)
        self.give_up = GiveUpChooser(no_progress_timeout, body)
        self.more = More(body)
        self._lay_out(body)
        self._be_calm(body)
        self.more.opened.connect(self._show_more)

    def show_rows(self, count: int) -> None:
        """One link has a line of its own, several have a list."""
        is_many = count > 1
        self.links.show_lines(self.links.blockCount() if count else 2)
        self.one.setVisible(count == 1)
        for part in (self.summary, self.rows, self.as_one_job):
            part.setVisible(is_many)

    def show_for_all(self, shown: bool) -> None:
        """There are several duplicates, so one choice may be made for all of them."""
        self.for_all.setVisible(shown and self.rows.isVisibleTo(self))

    def say_space(self, text: str, *, is_short: bool) -> None:
        """How much still fits; in the colour of a problem where that is too little."""
        self._shortage.say(text if is_short else "")
        self._space.setText(text)
        self._space.setVisible(bool(text) and not is_short)

    def sizeHint(self) -> QSize:
        """All of it, so that a dialog of this size needs no scroll bar."""
        return self._body.sizeHint() + QSize(2, 2)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for every row; the height may be scrolled."""
        return QSize(self._body.minimumSizeHint().width() + 2, 160)

    def _lay_out(self, body: QWidget) -> None:
        layout = QVBoxLayout(body)
        layout.setContentsMargins(_BORDER, _BORDER - 2, _BORDER, theme.GAP)
        layout.setSpacing(theme.GAP)
        heading = QLabel(self.tr("&Links, one per line"), self)
        heading.setBuddy(self.links)
        layout.addWidget(heading)
        layout.addWidget(self.links)
        layout.addWidget(self.problems)
        layout.addWidget(self.by_number)
        layout.addWidget(self.one)
        self._labels = [self.one.label]
        layout.addLayout(self._summary_row())
        layout.addWidget(self.rows, 1)
        layout.addLayout(self._one_job_row())
        layout.addSpacing(theme.GAP // 2)
        layout.addLayout(self._form())
        layout.addWidget(self.more)
        layout.addStretch(0)

    def _make_for_all(self, body: QWidget) -> QPushButton:
        button = QPushButton(self.tr("For all that are &here…"), body)
        button.setAutoDefault(False)
        button.setAccessibleDescription(
            self.tr("One choice for all links of which something is here already")
        )
        menu = QMenu(button)
        actions = {choice: menu.addAction(words.choice(choice)) for choice in Choice}
        for choice, action in actions.items():
            action.triggered.connect(lambda _on, choice=choice: self.rows.choose_for_all(choice))

        def show_possible() -> None:
            there = self.rows.possible_for_some()
            for choice, action in actions.items():
                action.setVisible(choice in there)

        menu.aboutToShow.connect(show_possible)
        button.setMenu(menu)
        return button

    def _summary_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self.summary, 1)
        row.addWidget(self.for_all)
        return row

    def _one_job_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self.as_one_job, 1)
        row.addWidget(self.job_name, 2)
        return row

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(theme.PADDING)
        form.setVerticalSpacing(theme.GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        where = QVBoxLayout()
        where.setSpacing(theme.GAP // 2)
        for part in (self.folder, self.folder_problem, self._shortage, self._space, self.kinds):
            where.addWidget(part)
        how_long = QHBoxLayout()
        how_long.setSpacing(theme.GAP)
        how_long.addWidget(self.give_up)
        how_long.addWidget(QLabel(self.tr("without progress"), self))
        how_long.addStretch()
        self._labels += [
            self._label(self.tr("Save &in"), self.folder),
            self._label(self.tr("&Give up after"), self.give_up),
        ]
        form.addRow(self._labels[-2], where)
        form.addRow(self._labels[-1], how_long)
        return form

    def _label(self, text: str, buddy: QWidget) -> QLabel:
        return FieldLabel(text, buddy, self)

    def _be_calm(self, body: QWidget) -> None:
        """A scroll area that nobody sees as one."""
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)

    def showEvent(self, event: QShowEvent) -> None:
        """The fields of both forms stand in one line."""
        width = max(label.sizeHint().width() for label in self._labels)
        for label in self._labels:
            label.setMinimumWidth(width)
        for told in (self.summary, self._space, self.one.sentence):
            # They begin with a number or a host, which says nothing of the language's direction.
            leading = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
            told.setAlignment(
                leading | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            )
        super().showEvent(event)

    def _show_more(self) -> None:
        self.ensureWidgetVisible(self.more.fields)
