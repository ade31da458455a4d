"""What stands in place of the rows when there are none: the next step, or the way back to all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from gui import formatting, theme
from gui.job_table import JobTable
from resources import icon_path

_ICON = 56
_FAINT = 0.35


class EmptyList(QWidget):
    """Covers a list without rows. `all_asked`: the person wants to see all jobs; `add_asked`: to
    add some.
    """

    all_asked = Signal()
    add_asked = Signal()

    def __init__(self, table: JobTable, appearance: theme.Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self._appearance = appearance
        self._icon, self._title, self._hint = _FaintIcon(self), QLabel(self), QLabel(self)
        self._all = QPushButton(self.tr("&Show all jobs"), self)
        self._all.clicked.connect(self.all_asked)
        self._add = QPushButton(self.tr("&Add links…"), self)
        self._add.clicked.connect(self.add_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.PADDING, theme.PADDING, theme.PADDING, theme.PADDING)
        layout.setSpacing(theme.GAP)
        layout.addStretch(1)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignCenter)
        for label in (self._title, self._hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addSpacing(theme.GAP)
        for button in (self._all, self._add):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(2)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        appearance.changed.connect(self.update)
        self._take_fonts()

    @property
    def words(self) -> str:
        """What it says; empty while the list has rows."""
        return self._title.text() if not self.isHidden() else ""

    def look(self) -> None:
        """Be there when the list has no rows, and say why."""
        is_empty = self._table.rowCount() == 0
        has_jobs = self._table.counts.total > 0
        self._icon.setHidden(has_jobs)
        self._all.setVisible(has_jobs)
        self._add.setVisible(not has_jobs)
        if has_jobs:
            self._title.setText(self._table.filter.nothing_found())
            self._hint.setText(
                formatting.counted(
                    self._table.counts.total,
                    "1 job is not shown here.",
                    "{n} jobs are not shown here.",
                )
            )
        else:
            key = QKeySequence(QKeySequence.StandardKey.Paste)
            keys = key.toString(QKeySequence.SequenceFormat.NativeText)
            self._title.setText(self.tr("Drop links here, or press {key}").format(key=keys))
            self._hint.setText(
                self.tr("Holdfast brings the files home, and holds on while the network does not.")
            )
        self.setVisible(is_empty)

    def _take_fonts(self) -> None:
        self._title.setFont(theme.name_font())
        self._hint.setFont(theme.secondary_font())
        for button in (self._all, self._add):
            button.setMinimumHeight(theme.button_height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._take_fonts()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._appearance.theme.surface)


class _FaintIcon(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = QIcon(str(icon_path("holdfast")))
        self.setFixedSize(_ICON, _ICON)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setOpacity(_FAINT)
        self._icon.paint(painter, self.rect())
