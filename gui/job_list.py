"""The view of the jobs: one row each, and what is said where there are none."""

from __future__ import annotations

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSettings,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from engine import JobSnapshot
from gui import theme
from gui.columns import COLUMN_OF, COLUMNS, NAME
from gui.empty_list import EmptyList
from gui.job_delegate import JobDelegate
from gui.job_header import FIRST, JobHeader, packed, unpacked
from gui.job_table import JobTable
from gui.preferences import PreferenceKeeper

Index = QModelIndex | QPersistentModelIndex
Flag = QItemSelectionModel.SelectionFlag
_KEY = "columns"


class JobList(QTreeView):
    """The jobs that pass the filter.

    `open_asked` when the person double-clicks a row or presses Enter on it; `all_asked` when they
    want to see all jobs where the filter shows none, `add_asked` when they want to add the first.
    """

    open_asked = Signal()
    all_asked = Signal()
    add_asked = Signal()

    def __init__(
        self,
        table: JobTable,
        appearance: theme.Appearance,
        preferences: PreferenceKeeper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._preferences = preferences
        self._typed, self._since_typed = "", QElapsedTimer()
        self._delegate = JobDelegate(table, appearance, self, preferences.now.density)
        self._empty = EmptyList(table, appearance, self.viewport())
        self._empty.all_asked.connect(self.all_asked)
        self._empty.add_asked.connect(self.add_asked)
        self._awaited = ""
        self._look_like_a_list()
        self.setItemDelegate(self._delegate)
        self.setModel(table)
        self._make_header(appearance)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self._wire()

    def _look_like_a_list(self) -> None:
        self.setObjectName("jobs")
        self.setAccessibleName(self.tr("Jobs"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)

    def _make_header(self, appearance: theme.Appearance) -> None:
        self._head = JobHeader(appearance, self._delegate, self)
        self._head.reset_asked.connect(self._reset_columns)
        self.setHeader(self._head)
        self._head.fit()

    def _wire(self) -> None:
        self.doubleClicked.connect(self.open_asked)
        self._table.watch(self._rows_in_sight)
        self._table.dataChanged.connect(lambda: self._delegate.follow(self))
        for news in (
            self._table.rowsInserted,
            self._table.rowsRemoved,
            self._table.filterChanged,
            self._table.countsChanged,
        ):
            news.connect(self._look_whether_empty)
        self._table.rowsInserted.connect(self._look_for_awaited)
        self._table.filterChanged.connect(self._begin_at_the_first)
        self._table.filterChanged.connect(self._await_nobody)
        self._preferences.changed.connect(self._take_density)
        self._look_whether_empty()

    # --- rows ------------------------------------------------------------------------------------

    def selected_jobs(self) -> list[JobSnapshot]:
        """In the order of the rows."""
        # By ranges: an index for each of ten thousand rows would take a tenth of a second.
        selection = self.selectionModel().selection()
        ranges = [selection.at(place) for place in range(selection.size())]
        rows = {row for chosen in ranges for row in range(chosen.top(), chosen.bottom() + 1)}
        return [self._table.job_at(row) for row in sorted(rows)]

    def is_selected(self, job_id: str) -> bool:
        """Whether the job's row is among the selected ones."""
        row = self._table.row_of(job_id)
        return row is not None and self.selectionModel().isSelected(self._table.index(row, NAME))

    def visible_jobs(self) -> list[JobSnapshot]:
        """Those whose rows are on the screen now."""
        return [self._table.job_at(row) for row in self._rows_in_sight()]

    def job_under(self, place: QPoint) -> JobSnapshot | None:
        """The job whose row is at this place of the viewport."""
        index = self.indexAt(place)
        return self._table.job_at(index.row()) if index.isValid() else None

    def select_job(self, job_id: str) -> None:
        """Bring the job's row into view and select it alone; nothing for one that is not shown."""
        row = self._table.row_of(job_id)
        if row is not None:
            index = self._table.index(row, NAME)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def select_when_it_comes(self, job_id: str) -> None:
        """The same for a job that was just made, as soon as there is a row of it."""
        self._awaited = job_id
        self._look_for_awaited()

    def _await_nobody(self) -> None:
        """Who looks for something else does not want to be taken elsewhere later."""
        self._awaited = ""

    def _look_for_awaited(self) -> None:
        if self._awaited and self._table.row_of(self._awaited) is not None:
            self.select_job(self._awaited)
            self._awaited = ""

    def _rows_in_sight(self) -> range:
        count = self._table.rowCount()
        if not count or not self.isVisible():
            return range(0)
        top = self.indexAt(QPoint(0, 0)).row()
        bottom = self.indexAt(QPoint(0, self.viewport().height() - 1)).row()
        return range(max(0, top), (bottom if bottom >= 0 else count - 1) + 1)

    def _begin_at_the_first(self) -> None:
        """Other jobs are wanted: show them from the top, or where the chosen one is."""
        current = self.currentIndex()
        if self.selectionModel().isSelected(current):
            self.scrollTo(current)
        else:
            self.scrollToTop()

    def _look_whether_empty(self) -> None:
        self._empty.look()
        self.setAccessibleDescription(self._empty.words)

    # --- columns ---------------------------------------------------------------------------------

    def column_actions(self) -> list[QAction | None]:
        """A switch for each column that may go, and the way back; None stands between groups."""
        return self._head.actions_of_columns()

    def remember(self, memory: QSettings) -> None:
        """Keep order, widths and sorting of the columns for the next start."""
        memory.setValue(_KEY, packed(self._head.layout_now()))

    def restore(self, memory: QSettings) -> None:
        """Take up what was remembered, if anything was."""
        layout = unpacked(memory.value(_KEY))
        if layout is None:
            return
        self._head.lay_out(layout)
        order = Qt.SortOrder.DescendingOrder if layout.runs_down else Qt.SortOrder.AscendingOrder
        self.sortByColumn(COLUMN_OF.get(layout.sorted_by or "", -1), order)

    def _reset_columns(self) -> None:
        self._head.lay_out(FIRST)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def _take_density(self) -> None:
        if self._delegate.density is not self._preferences.now.density:
            self._delegate.density = self._preferences.now.density
            self._head.fit()
            self.scheduleDelayedItemsLayout()

    # --- QTreeView -------------------------------------------------------------------------------

    def selectAll(self) -> None:
        """All rows as one range; row by row ten thousand would take 40 ms."""
        last = self._table.index(self._table.rowCount() - 1, len(COLUMNS) - 1)
        if last.isValid():
            every = QItemSelection(self._table.index(0, 0), last)
            self.selectionModel().select(every, Flag.ClearAndSelect)

    def keyboardSearch(self, search: str) -> None:
        """To the next name that begins like what is typed, whichever column was clicked.

        Qt's own way asks the model for every row: 140 ms with ten thousand.
        """
        interval = QGuiApplication.styleHints().keyboardInputInterval()
        is_new = not self._since_typed.isValid() or self._since_typed.hasExpired(interval)
        self._since_typed.start()
        self._typed = search if is_new else self._typed + search
        if not search:
            self._since_typed.invalidate()
            return
        letters = self._typed.casefold()
        repeated = len(set(letters)) == 1
        wanted = letters[0] if repeated else letters
        # The same letter again goes on to the next; more letters may fit the present row, too.
        first = self.currentIndex().row() + (1 if repeated else 0)
        jobs = self._table.shown_jobs()
        for row in (*range(max(0, first), len(jobs)), *range(max(0, first))):
            if row < len(jobs) and jobs[row].name.casefold().startswith(wanted):
                self.setCurrentIndex(self._table.index(row, NAME))
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_asked.emit()
        else:
            super().keyPressEvent(event)

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """A job that leaves by itself must not hand its selection on to the next one: what the
        person is about to do is meant for that job alone.
        """
        row = self.currentIndex().row()
        if start <= row <= end:
            beside = end + 1 if end + 1 < self._table.rowCount() else start - 1
            index = self._table.index(beside, NAME) if beside >= 0 else QModelIndex()
            self.selectionModel().setCurrentIndex(index, Flag.NoUpdate)
        super().rowsAboutToBeRemoved(parent, start, end)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._delegate.take_fonts()
            self._head.take_fonts()
            self._empty.look()
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._empty.setGeometry(self.viewport().rect())
