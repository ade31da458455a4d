"""The view of the jobs: one row each, and what is said where there are none."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeView, QWidget

from engine import JobSnapshot
from gui import theme
from gui.job_delegate import SIDE, JobDelegate
from gui.job_table import COLUMNS, NAME, RIGHT, JobTable
from resources import icon_path

_ARROW = 3.5
_EMPTY_ICON = 56


class JobHeader(QHeaderView):
    """The heads of the columns: quiet words over a hairline, an arrow where the person sorts."""

    def __init__(self, appearance: theme.Appearance, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._appearance = appearance
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setSortIndicatorClearable(True)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(56)
        self.setFixedHeight(
            max(theme.HEADER_HEIGHT, 2 * QFontMetrics(theme.header_font()).height())
        )

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        colours = self._appearance.theme
        painter.save()
        painter.fillRect(rect, colours.surface)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.hairline)
        painter.setFont(theme.header_font())
        painter.setPen(colours.dim)
        words = QRectF(rect).adjusted(SIDE, 0, -SIDE, -1)
        title = str(self.model().headerData(index, Qt.Orientation.Horizontal))
        painter.drawText(words, COLUMNS[index].alignment | Qt.TextFlag.TextSingleLine, title)
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == index:
            width = painter.fontMetrics().horizontalAdvance(title)
            is_right = COLUMNS[index].alignment == RIGHT
            x = words.right() - width - 9 if is_right else words.left() + width + 9
            self._paint_arrow(painter, QPoint(int(x), int(words.center().y())))
        painter.restore()

    def _paint_arrow(self, painter: QPainter, middle: QPoint) -> None:
        rises = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        tip = -_ARROW / 2 if rises else _ARROW / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._appearance.theme.dim, 1.4))
        painter.translate(middle.x(), middle.y() + 0.5)
        painter.drawPolyline(
            [
                QPoint(-3, round(-tip)),
                QPoint(0, round(tip)),
                QPoint(3, round(-tip)),
            ]
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self.viewport()).fillRect(event.rect(), self._appearance.theme.surface)
        super().paintEvent(event)


class JobList(QTreeView):
    """All jobs. `open_asked` when the person double-clicks a row or presses Enter on it."""

    open_asked = Signal()

    def __init__(
        self, table: JobTable, appearance: theme.Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._delegate = JobDelegate(appearance, self)
        self.setObjectName("jobs")
        self.setAccessibleName(self.tr("Jobs"))
        self.setAccessibleDescription(self.tr("Drop links here, or press Ctrl+V"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHeader(JobHeader(appearance, self))
        self.setItemDelegate(self._delegate)
        self.setModel(table)
        self._table = table
        self._lay_out_columns()
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(self.open_asked)

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
        count = self._table.rowCount()
        if not count or not self.isVisible():
            return []
        top = self.indexAt(QPoint(0, 0)).row()
        bottom = self.indexAt(QPoint(0, self.viewport().height() - 1)).row()
        last = bottom if bottom >= 0 else count - 1
        return [self._table.job_at(row) for row in range(max(0, top), last + 1)]

    def select_job(self, job_id: str) -> None:
        """Bring the job's row into view and select it alone."""
        row = self._table.row_of(job_id)
        if row is not None:
            index = self._table.index(row, NAME)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _lay_out_columns(self) -> None:
        header = self.header()
        for column in range(len(COLUMNS)):
            self.setColumnWidth(column, self._delegate.column_width(column))
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)

    # --- QTreeView -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_asked.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._delegate.take_fonts()
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._table.rowCount() == 0:
            self._paint_invitation()

    def _paint_invitation(self) -> None:
        painter = QPainter(self.viewport())
        colours = self._appearance.theme
        area = self.viewport().rect()
        line = QFontMetrics(theme.body_font()).height()
        top = area.center().y() - (_EMPTY_ICON + 3 * line) // 2
        icon = QRect(area.center().x() - _EMPTY_ICON // 2, top, _EMPTY_ICON, _EMPTY_ICON)
        painter.setOpacity(0.35)
        QIcon(str(icon_path("holdfast"))).paint(painter, icon)
        painter.setOpacity(1)
        words = QRect(area.left(), icon.bottom() + line, area.width(), line)
        painter.setFont(theme.name_font())
        painter.setPen(colours.text)
        painter.drawText(
            words, Qt.AlignmentFlag.AlignCenter, self.tr("Drop links here, or press Ctrl+V")
        )
        painter.setFont(theme.secondary_font())
        painter.setPen(colours.dim)
        words.translate(0, line + 4)
        promise = self.tr(
            "Holdfast brings the files home, and holds on while the network does not."
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, promise)
