"""A quiet list for the details: heads in small letters, rows that can be copied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QWidget,
)

from gui import theme
from gui.details.page import Page, takes_key_about_text, to_clipboard
from gui.formatting import Tone
from gui.painting import as_plain_tooltip

SIDE = 8
_ROW_AIR = 9
_FOCUS_WIDTH = 3

INK_ROLE = Qt.ItemDataRole.UserRole + 1
"""What colour the words of a cell have: a `Tone`, DIM, or None for that of text."""
DIM = "dim"
ELIDE_ROLE = Qt.ItemDataRole.UserRole + 2
"""Where a cell is cut that is too narrow; None is its end."""
COPY_ROLE = Qt.ItemDataRole.UserRole + 3
"""What is copied of a cell, where that is more than it shows."""

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

Index = QModelIndex | QPersistentModelIndex


def row_height() -> int:
    """With the font of the design 26, more with a larger one."""
    return QFontMetrics(theme.body_font()).height() + _ROW_AIR


class Heads(QHeaderView):
    """The heads of the columns: quiet words over a hairline."""

    def __init__(self, appearance: theme.Appearance, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._appearance = appearance
        self.setStretchLastSection(True)
        self.setMinimumSectionSize(40)
        self.take_fonts()

    def take_fonts(self) -> None:
        """Measure the system's fonts."""
        self.setFixedHeight(QFontMetrics(theme.header_font()).height() + _ROW_AIR)

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        colours = self._appearance.theme
        painter.save()
        painter.fillRect(rect, colours.surface)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.hairline)
        painter.setFont(theme.header_font())
        painter.setPen(colours.dim)
        model, across = self.model(), Qt.Orientation.Horizontal
        align = model.headerData(index, across, Qt.ItemDataRole.TextAlignmentRole) or LEFT
        words = QRect(rect).adjusted(SIDE, 0, -SIDE, -1)
        title = painter.fontMetrics().elidedText(
            str(model.headerData(index, across)), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, QStyle.visualAlignment(self.layoutDirection(), align), title)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self.viewport()).fillRect(event.rect(), self._appearance.theme.surface)
        super().paintEvent(event)


class FactDelegate(QStyledItemDelegate):
    """Paints the cells: words on a quiet ground."""

    def __init__(self, appearance: theme.Appearance, view: QWidget) -> None:
        super().__init__(view)
        self._appearance = appearance
        self.fold: Mapping[int, int] = {}
        """Where there is no room side by side: which column stands under which."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = super().sizeHint(option, index).width() + 2 * SIDE
        below = QFontMetrics(theme.secondary_font()).height() if self.fold else 0
        return QSize(width, row_height() + below)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        self.paint_ground(painter, option, index)
        self.paint_cell(painter, option, index)
        painter.restore()

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Selected or not, and where the keyboard is."""
        colours = self._appearance.theme
        cell: QRect = option.rect
        if _is_selected(option):
            painter.fillRect(cell, colours.accent if colours.is_native else colours.selection)
        view = option.widget
        if (
            index.column() == 0
            and isinstance(view, QAbstractItemView)
            and view.hasFocus()
            and view.currentIndex().row() == index.row()
        ):
            strip = QRect(cell.left(), cell.top(), _FOCUS_WIDTH, cell.height())
            if view.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                strip.moveRight(cell.right())
            painter.fillRect(strip, colours.on_accent if colours.is_native else colours.accent)

    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The words of the cell."""
        words: QRect = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        if index.column() not in self.fold:
            self._write(painter, words, option, index)
            return
        first = QFontMetrics(theme.body_font()).height()
        second = QFontMetrics(theme.secondary_font()).height()
        words.setTop(words.top() + (words.height() - first - second) // 2)
        words.setHeight(first)
        self._write(painter, words, option, index)
        below = QRect(words.left(), words.bottom() + 1, words.width(), second)
        sibling = index.sibling(index.row(), self.fold[index.column()])
        self._write(painter, below, option, sibling, is_second=True)

    def _write(
        self,
        painter: QPainter,
        words: QRect,
        option: QStyleOptionViewItem,
        index: Index,
        *,
        is_second: bool = False,
    ) -> None:
        painter.setFont(theme.secondary_font() if is_second else theme.body_font())
        painter.setPen(self.ink(option, index, DIM if is_second else None))
        cut = index.data(ELIDE_ROLE) or Qt.TextElideMode.ElideRight
        text = painter.fontMetrics().elidedText(str(index.data() or ""), cut, words.width())
        align = index.data(Qt.ItemDataRole.TextAlignmentRole) or LEFT
        side = QStyle.visualAlignment(option.direction, align) | Qt.AlignmentFlag.AlignAbsolute
        # A name has the direction of its letters, not that of the window.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(words, side | Qt.TextFlag.TextSingleLine, text)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """All of a cell that is cut, as plain text: names come from servers."""
        text = str(index.data() or "")
        room = option.rect.width() - 2 * SIDE
        if not text or QFontMetrics(theme.body_font()).horizontalAdvance(text) <= room:
            QToolTip.hideText()
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), as_plain_tooltip(text), view)
        return True

    def ink(
        self, option: QStyleOptionViewItem, index: Index, otherwise: str | None = None
    ) -> QColor:
        """The colour of the words; `otherwise` where the cell has none of its own."""
        colours = self._appearance.theme
        if colours.is_native:
            return colours.on_accent if _is_selected(option) else colours.text
        ink = index.data(INK_ROLE) or otherwise
        if isinstance(ink, Tone):
            return colours.tones[ink].text
        return colours.dim if ink == DIM else colours.text


def _is_selected(option: QStyleOptionViewItem) -> bool:
    state: QStyle.StateFlag = option.state
    return bool(state & QStyle.StateFlag.State_Selected)


class FactList(QTreeView):
    """A list whose rows can be copied by key and by menu; its page adds what else can be done."""

    def __init__(self, page: Page, name: str) -> None:
        super().__init__(page)
        self._page = page
        self._deeds: list[QAction] = []
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.setHeader(Heads(page.around.appearance, self))
        self.setItemDelegate(FactDelegate(page.around.appearance, self))
        self.take_colours()

    def put_below(self, fold: Mapping[int, int]) -> None:
        """Show columns under others; those that no longer are stand side by side again."""
        delegate = self.itemDelegate()
        if not isinstance(delegate, FactDelegate) or delegate.fold == fold:
            return
        for column in {*fold.values(), *delegate.fold.values()}:
            self.setColumnHidden(column, column in fold.values())
        delegate.fold = fold
        self.scheduleDelayedItemsLayout()

    def offer(self, actions: Iterable[QAction]) -> None:
        """What else the context menu offers; their keys work while the list has the focus."""
        self._deeds += actions
        for action in self._deeds:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.addAction(action)

    def take_colours(self) -> None:
        """As the theme has them."""
        self.viewport().update()
        self.header().viewport().update()

    def copy_selected(self) -> None:
        """The selected rows to the clipboard, tabs between their cells."""
        rows = sorted(self.selected_rows())
        if rows:
            to_clipboard("\n".join(map(self.row_text, rows)))

    def selected_rows(self) -> set[int]:
        """By ranges: an index for each of ten thousand rows would take a tenth of a second."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(place) for place in range(selection.size())]
        return {row for chosen in ranges for row in range(chosen.top(), chosen.bottom() + 1)}

    def row_text(self, row: int) -> str:
        """The cells of a row, with tabs between them."""
        model = self.model()
        cells = [model.index(row, column) for column in range(model.columnCount())]
        return "\t".join(str(cell.data(COPY_ROLE) or cell.data()) for cell in cells)

    def all_text(self) -> str:
        """Every row, under the heads."""
        model = self.model()
        heads = [
            str(model.headerData(column, Qt.Orientation.Horizontal))
            for column in range(model.columnCount())
        ]
        rows = map(self.row_text, range(model.rowCount()))
        return "\n".join(["\t".join(heads).strip(), *rows])

    def _open_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._deeds)
        if self._deeds:
            menu.addSeparator()
        copy = menu.addAction(self.tr("&Copy"), self.copy_selected)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setEnabled(self.selectionModel().hasSelection())
        self._page.add_copy_all(menu)
        menu.popup(self.viewport().mapToGlobal(where))

    # --- QTreeView -------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """The window's own Ctrl+C is about jobs; in here it is about these rows."""
        return takes_key_about_text(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selected()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Arrow keys shall have a row to start from."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.selectionModel().setCurrentIndex(
                self.model().index(0, 0, QModelIndex()),
                QItemSelectionModel.SelectionFlag.NoUpdate,
            )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            header = self.header()
            if isinstance(header, Heads):
                header.take_fonts()
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)
