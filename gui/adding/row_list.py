"""Shows the links that are about to be added: name and sentence, what becomes of it, size."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QActionGroup,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from gui import formatting, theme
from gui.adding import words
from gui.adding.duplicates import Choice, possible
from gui.adding.judging import Wanted
from gui.adding.row_table import CHOICE, NAME, ROW_ROLE, SIZE, Index, RowTable
from gui.adding.rows import Row
from gui.columns import END
from gui.formatting import Tone
from gui.painting import Pen, mirrored, write
from gui.sentences import badge_of_file

_SIDE = 8
_TOP = 5
_ARROW = 8
_FOCUS_WIDTH = 3
_WIDEST_SIZE = 888 << 20
_MIDDLE = Qt.TextElideMode.ElideMiddle


class RowDelegate(QStyledItemDelegate):
    """Paints the cells, and lets a name be edited where it stands.

    What is said here of left and right is mirrored in windows that are read from the right.
    """

    def __init__(self, appearance: theme.Appearance, view: QWidget) -> None:
        super().__init__(view)
        self._appearance, self._view = appearance, view
        self.take_fonts()

    def take_fonts(self) -> None:
        """Measure the system's fonts, at the start and when they have changed."""
        self._body, self._small = Pen.of(theme.body_font()), Pen.of(theme.secondary_font())
        self._badge = Pen.of(theme.badge_font())
        self._tick_size = self._view.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth)
        self._badge_size = round(theme.BADGE_SIZE * max(1.0, theme.font_scale()))

    @property
    def row_height(self) -> int:
        """Two lines and the room around them."""
        words_height = self._body.height + self._small.height
        return max(self._badge_size, words_height) + 2 * _TOP + theme.HAIRLINE

    @property
    def choice_width(self) -> int:
        """Room for the longest choice and its arrow."""
        widest = max(self._small.width(words.choice(choice)) for choice in Choice)
        return widest + 2 * _SIDE + 3 * _ARROW

    @property
    def size_width(self) -> int:
        """Room for the largest size."""
        return self._body.width(formatting.size(_WIDEST_SIZE)) + 2 * _SIDE + _ARROW

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(0, self.row_height)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """The editor covers the name, not the badge."""
        if index.column() == NAME:
            cell = self._beside_tick(QRectF(option.rect), index.data(ROW_ROLE))
            area = self._beside_badge(cell).adjusted(-4, 2, 0, -2)
            there = mirrored(area, QRectF(option.rect), option.direction)
            editor.setGeometry(there.toRect())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        cell = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        self._paint_ground(painter, option, index)
        if index.column() == NAME:
            if row.told is not None:
                self._paint_tick(painter, option, row)
            self._paint_name(painter, cell, row)
        elif index.column() == CHOICE and row.choice is not None:
            self._paint_choice(painter, cell, words.choice(row.choice))
        elif index.column() == SIZE:
            area = mirrored(cell.adjusted(0, 0, -_SIDE, 0), cell, option.direction)
            write(painter, area, words.size(row), self._body, self._appearance.theme.text, END)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, cell = self._appearance.theme, QRectF(option.rect)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(cell, colours.selection if is_selected else colours.surface)
        line = QRectF(cell.left(), cell.bottom() - theme.HAIRLINE, cell.width(), theme.HAIRLINE)
        painter.fillRect(line, colours.hairline)
        if is_selected and colours.is_native and index.column() == NAME:
            strip = QRectF(cell.left(), cell.top(), _FOCUS_WIDTH, cell.height())
            painter.fillRect(mirrored(strip, cell, option.direction), colours.accent)

    def _paint_name(self, painter: QPainter, cell: QRectF, row: Row) -> None:
        colours, direction = self._appearance.theme, painter.layoutDirection()
        sentence, tone = words.sentence(row)
        ink = colours.tones[tone].text
        whole, cell = cell, self._beside_tick(cell, row)
        badge = QRectF(cell.left() + _SIDE, 0, self._badge_size, self._badge_size)
        badge.moveTop(cell.top() + (cell.height() - self._badge_size) / 2)
        badge = mirrored(badge, whole, direction)
        painter.setPen(QPen(colours.hairline) if colours.is_native else Qt.PenStyle.NoPen)
        painter.setBrush(colours.badge_ground(tone))
        radius = badge.height() * theme.BADGE_RADIUS / theme.BADGE_SIZE
        painter.drawRoundedRect(badge, radius, radius)
        letters = badge_of_file(row.name)
        pen = self._badge.fitting(letters, badge.width() * theme.BADGE_TEXT_SHARE)
        write(painter, badge, letters, pen, ink, Qt.AlignmentFlag.AlignCenter)

        area = mirrored(self._beside_badge(cell), whole, direction)
        top = area.top() + (area.height() - self._body.height - self._small.height) / 2
        name = QRectF(area.left(), top, area.width(), self._body.height)
        below = QRectF(area.left(), name.bottom(), area.width(), self._small.height)
        colour = colours.text if row.is_wanted else colours.dim
        write(painter, name, row.name, self._body, colour, elide=_MIDDLE)
        write(painter, below, sentence, self._small, colours.dim if tone is Tone.QUIET else ink)

    def _paint_tick(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        """A box as the style draws it, before what can be left out."""
        box = QStyleOptionButton()
        box.rect, box.palette = self._tick(option), option.widget.window().palette()
        on, off = QStyle.StateFlag.State_On, QStyle.StateFlag.State_Off
        box.state = QStyle.StateFlag.State_Enabled | (on if row.is_wanted else off)
        indicator = QStyle.PrimitiveElement.PE_IndicatorCheckBox
        option.widget.style().drawPrimitive(indicator, box, painter, option.widget)
        # The style's own outline is hardly seen on a dark list.
        painter.setPen(QPen(self._appearance.theme.dim))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box.rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)

    def _tick(self, option: QStyleOptionViewItem) -> QRect:
        """Where that is."""
        size, cell = self._tick_size, QRectF(option.rect)
        box = QRectF(cell.left() + _SIDE, cell.center().y() - size / 2, size, size)
        return mirrored(box, cell, option.direction).toRect()

    def _beside_tick(self, cell: QRectF, row: Row) -> QRectF:
        return cell.adjusted(self._tick_size + _SIDE, 0, 0, 0) if row.told else cell

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A click on the box has the file or leaves it out."""
        row: Row = index.data(ROW_ROLE)
        is_release = event.type() is QEvent.Type.MouseButtonRelease
        if not is_release or index.column() != NAME or row.told is None:
            return False
        assert isinstance(event, QMouseEvent)
        around = self._tick(option).adjusted(-_SIDE, -_SIDE, _SIDE, _SIDE)
        if not around.contains(event.position().toPoint()):
            return False
        state = Qt.CheckState.Unchecked if row.is_wanted else Qt.CheckState.Checked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def _paint_choice(self, painter: QPainter, cell: QRectF, text: str) -> None:
        """As a button that opens a menu."""
        colours, direction = self._appearance.theme, painter.layoutDirection()
        height = self._small.height + 10
        button = QRectF(cell.left() + 0.5, 0, cell.width() - _SIDE - 1, height)
        button.moveTop(round(cell.top() + (cell.height() - height) / 2) + 0.5)
        button = mirrored(button, cell, direction)
        painter.setPen(QPen(colours.hairline))
        painter.setBrush(colours.surface)
        painter.drawRoundedRect(button, 5, 5)
        inside = button.adjusted(_SIDE, 0, -_SIDE, 0)
        arrow = QRectF(inside.right() - _ARROW, inside.center().y() - 2, _ARROW, _ARROW / 2)
        arrow = mirrored(arrow, inside, direction)
        painter.setPen(QPen(colours.dim, 1.4))
        tip = QPointF(arrow.center().x(), arrow.bottom())
        painter.drawPolyline(QPolygonF([arrow.topLeft(), tip, arrow.topRight()]))
        area = mirrored(inside.adjusted(0, 0, -2 * _ARROW, 0), inside, direction)
        write(painter, area, text, self._small, colours.text)

    def _beside_badge(self, cell: QRectF) -> QRectF:
        return cell.adjusted(2 * _SIDE + self._badge_size, 0, -_SIDE, -theme.HAIRLINE)


class RowList(QTreeView):
    """The rows; F2 or a click renames, a click on a choice or Space opens its menu."""

    scrolled = Signal()
    """Other rows are on the screen now."""

    def __init__(
        self, table: RowTable, appearance: theme.Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._delegate = RowDelegate(appearance, self)
        self.setAccessibleName(self.tr("What will be added"))
        self.setAccessibleDescription(
            self.tr(
                "F2 changes a name, Space what becomes of a file: one that is already here, or one "
                "that a Metalink tells of"
            )
        )
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setHeaderHidden(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(self._delegate)
        self.setModel(table)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self._measure()
        self.show_choices(False)
        self.clicked.connect(self._follow_click)
        self.verticalScrollBar().valueChanged.connect(self.scrolled)

    def show_choices(self, shown: bool) -> None:
        """Have the column of choices, or not."""
        if self.isColumnHidden(CHOICE) is shown:
            self.setColumnHidden(CHOICE, not shown)

    def visible_links(self) -> list[Wanted]:
        """Those whose rows are on the screen now."""
        count = self._table.rowCount()
        if not count or not self.isVisible():
            return []
        top = max(0, self.indexAt(QPoint(0, 0)).row())
        bottom = self.indexAt(QPoint(0, self.viewport().height() - 1)).row()
        last = bottom if bottom >= 0 else count - 1
        return [row.link for row in self._table.rows[top : last + 1]]

    def choice_menu(self, at: int) -> QMenu | None:
        """What may become of the duplicate in this row; None where it is none."""
        row = self._table.rows[at]
        if row.duplicate is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for choice in possible(row.duplicate):
            action = menu.addAction(words.choice_in_full(choice, row.duplicate, row.size))
            action.setCheckable(True)
            action.setChecked(choice is row.choice)
            group.addAction(action)
            action.triggered.connect(
                lambda _on, choice=choice: self._table.choose(self._meant(at), choice)
            )
        return menu

    def possible_for_some(self) -> set[Choice]:
        """What may become of one duplicate at least."""
        found = [row.duplicate for row in self._table.rows if row.duplicate]
        return {choice for duplicate in found for choice in possible(duplicate)}

    def choose_for_all(self, choice: Choice) -> None:
        """This becomes of every duplicate, where it is possible."""
        self._table.choose(range(self._table.rowCount()), choice)

    def _choose_by_key(self, at: int) -> None:
        row = self._table.rows[at]
        if row.duplicate is None and row.told is not None:
            self._table.want(self._meant(at), not row.is_wanted)
        else:
            self._open_choices(at)

    def _meant(self, at: int) -> Sequence[int]:
        """The selected rows, if this is one of them."""
        selected = [index.row() for index in self.selectionModel().selectedRows(NAME)]
        return selected if at in selected else [at]

    def _open_choices(self, at: int) -> None:
        menu = self.choice_menu(at)
        if menu is not None:
            area = self.visualRect(self._table.index(at, CHOICE))
            menu.popup(self.viewport().mapToGlobal(area.bottomLeft()))

    def _follow_click(self, index: Index) -> None:
        if index.column() == CHOICE:
            self._open_choices(index.row())

    def _measure(self) -> None:
        self._delegate.take_fonts()
        self.setColumnWidth(CHOICE, self._delegate.choice_width)
        self.setColumnWidth(SIZE, self._delegate.size_width)
        self.setMinimumHeight(3 * self._delegate.row_height + 2 * self.frameWidth())

    # --- QTreeView -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._choose_by_key(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        menu = self.choice_menu(index.row()) or QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first = menu.actions()[0] if menu.actions() else None
        rename = menu.addAction(self.tr("Rename"))
        rename.setShortcut(Qt.Key.Key_F2)
        row = QPersistentModelIndex(index.siblingAtColumn(NAME))
        rename.triggered.connect(lambda: self._begin_to_rename(row))
        self._offer_to_leave_out(menu, index.row())
        if first is not None:
            menu.insertAction(first, rename)
            menu.insertSeparator(first)
        menu.popup(event.globalPos())

    def _offer_to_leave_out(self, menu: QMenu, at: int) -> None:
        row = self._table.rows[at]
        if row.told is not None:
            words_for_it = self.tr("Leave out") if row.is_wanted else self.tr("Take in again")
            leave = menu.addAction(words_for_it)
            wanted, meant = not row.is_wanted, self._meant(at)
            leave.triggered.connect(lambda: self._table.want(meant, wanted))

    def _begin_to_rename(self, row: QPersistentModelIndex) -> None:
        """Rows may have gone while the menu was open, and Qt complains of a second editor."""
        if row.isValid() and self.state() is not QAbstractItemView.State.EditingState:
            self.edit(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrolled.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._measure()
            self.scheduleDelayedItemsLayout()
        elif event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
