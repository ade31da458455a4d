"""The heads of the columns, and which columns there are: chosen, moved, as wide as one likes.

The name takes what room the others leave. Where that is too little to tell names apart, the columns
that matter least step back until there is room again; what the person chose is not forgotten.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import NamedTuple, Protocol

import msgspec
from PySide6.QtCore import QPointF, QRect, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHeaderView, QMenu, QStyle, QWidget

from gui import theme
from gui.columns import COLUMN_OF, COLUMNS, NAME, PROGRESS
from gui.painting import CELL_SIDE, Pen, write

_NARROWEST = 40
_NARROWEST_NAME = 140
_ARROW_ROOM = 14


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """What is remembered of the columns, by their keys: a new column disturbs nothing."""

    order: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    widths: dict[str, int] = {}
    sorted_by: str | None = None
    runs_down: bool = False
    wished: tuple[str, ...] = ()
    """Those of the shown that the person asked for."""


class Grip(NamedTuple):
    """An edge that is being dragged: how things were when the button went down."""

    column: int
    x: float
    width: int
    spare: int
    """What the name can give."""


class Widths(Protocol):
    """How wide columns have to be for what is painted in them."""

    def column_width(self, column: int) -> int:
        """One that nobody resized."""

    @property
    def narrowest_name(self) -> int:
        """The first one, so that names can be told apart."""

    @property
    def comfortable_name(self) -> int:
        """The first one, so that most sentences can be read to their end."""

    @property
    def narrowest_progress(self) -> int:
        """The bar, where the name needs the room."""


class JobHeader(QHeaderView):
    """Quiet words over a hairline, an arrow where the person sorts.

    `reset_asked` when the person wants all as it was at first.
    """

    reset_asked = Signal()

    def __init__(
        self,
        appearance: theme.Appearance,
        widths: Widths,
        parent: QWidget,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._appearance = appearance
        self._natural = widths
        self._chosen = {place for place, column in enumerate(COLUMNS) if column.is_shown}
        self._wished: set[int] = set()
        self._widths: dict[int, int] = {}
        self._is_fitting = False
        self._grip: Grip | None = None
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setHighlightSections(False)
        self.setSortIndicatorClearable(True)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(_NARROWEST)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(self.tr("Columns"))
        self._make_actions()
        self.take_fonts()
        self.sectionResized.connect(self._take_width)

    def take_fonts(self) -> None:
        """Measure the system's fonts, at the start and when they have changed."""
        self._pen = Pen.of(theme.header_font())
        self.setFixedHeight(max(theme.HEADER_HEIGHT, 2 * self._pen.height))
        self.fit()

    # --- which columns, and how wide -------------------------------------------------------------

    def fit(self, *, folds: bool = True) -> None:
        """Share the room out. `folds`: columns may step back."""
        if self._is_fitting or self.count() != len(COLUMNS):
            return
        self._is_fitting = True
        try:
            room = self.viewport().width()
            standing = self._standing(room) if folds else self._visible()
            widths = {column: self._width(column) for column in standing - {NAME}}
            name = room - sum(widths.values())
            if PROGRESS in widths and PROGRESS not in self._widths:
                given = self._given_by_bar(name)
                widths[PROGRESS] -= given
                name += given
            least = _NARROWEST_NAME if len(widths) < 2 else self._natural.narrowest_name
            for column in range(len(COLUMNS)):
                self.setSectionHidden(column, column not in standing)
            for column, width in {**widths, NAME: max(least, name)}.items():
                self.resizeSection(column, width)
        finally:
            self._is_fitting = False

    def _given_by_bar(self, name: int) -> int:
        """What a bar that nobody resized leaves to a name, and to the sentence below it."""
        wanted = self._natural.comfortable_name - name
        spare = self._width(PROGRESS) - self._natural.narrowest_progress
        return max(0, min(wanted, spare))

    def _visible(self) -> set[int]:
        return {column for column in range(len(COLUMNS)) if not self.isSectionHidden(column)}

    def _standing(self, room: int) -> set[int]:
        """The columns for which there is room: those that matter least, and that the person did
        not ask for, go first.
        """
        standing = set(self._chosen) | {NAME}
        taken = sum(map(self._width, standing - {NAME}))
        for column in sorted(standing - {NAME, PROGRESS}, key=self._worth):
            if taken + self._least_name_beside(column) <= room:
                break
            standing.remove(column)
            taken -= self._width(column)
        return standing

    def _least_name_beside(self, column: int) -> int:
        """How wide the first column has to be, or else this one makes room."""
        is_extra = COLUMNS[column].is_extra and column not in self._wished
        return self._natural.comfortable_name if is_extra else self._natural.narrowest_name

    def _worth(self, column: int) -> tuple[bool, int]:
        return column in self._wished, COLUMNS[column].stays

    def _width(self, column: int) -> int:
        return self._widths.get(column) or self._natural.column_width(column)

    def _take_width(self, column: int, old: int, new: int) -> None:
        """Somebody gave a column its width; the name has the rest."""
        if self._is_fitting or not old or not new:
            return
        if column != NAME:
            self._widths[column] = max(_NARROWEST, new)
        self.fit(folds=False)

    def _edge_at(self, x: float) -> int | None:
        """The column whose edge towards the name is there, to be dragged."""
        margin = self.style().pixelMetric(QStyle.PixelMetric.PM_HeaderGripMargin, None, self)
        for column in self._in_sight():
            edge = self.sectionViewportPosition(column)
            if self.isRightToLeft():
                edge += self.sectionSize(column)
            if column != NAME and abs(x - edge) <= margin:
                return column
        return None

    def _drag(self, grip: Grip, x: float) -> None:
        """The edge stays under the pointer: the name takes what the column behind the edge gives,
        and what stands between them moves along.
        """
        moved = round(x - grip.x) * (-1 if self.isRightToLeft() else 1)
        width = grip.width - max(moved, -grip.spare)
        self._widths[grip.column] = max(_NARROWEST, width)
        self.fit(folds=False)

    def _in_sight(self) -> Iterator[int]:
        """The columns from the first to the last, as they stand."""
        for place in range(self.count()):
            column = self.logicalIndex(place)
            if not self.isSectionHidden(column):
                yield column

    # --- choosing --------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self._toggles: dict[int, QAction] = {}
        for place, column in enumerate(COLUMNS):
            if place == NAME:
                continue
            action = QAction(column.shown_title, self)
            action.setCheckable(True)
            action.setChecked(place in self._chosen)
            action.toggled.connect(lambda is_on, place=place: self._choose(place, is_on))
            self._toggles[place] = action
        self._reset = QAction(self.tr("&Reset columns"), self)
        self._reset.triggered.connect(self.reset_asked)

    def actions_of_columns(self) -> list[QAction | None]:
        """A switch for every column but the first; None stands between groups."""
        return [*self._toggles.values(), None, self._reset]

    def _choose(self, column: int, is_on: bool) -> None:
        if is_on:
            self._chosen.add(column)
            self._wished.add(column)
        else:
            self._chosen.discard(column)
            self._wished.discard(column)
            if self.sortIndicatorSection() == column:
                self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.fit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in self.actions_of_columns():
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        menu.popup(event.globalPos())

    # --- remembering -----------------------------------------------------------------------------

    def layout_now(self) -> Layout:
        """What the person made of the columns."""
        by = self.sortIndicatorSection()
        return Layout(
            order=tuple(COLUMNS[self.logicalIndex(at)].key for at in range(self.count())),
            shown=tuple(COLUMNS[column].key for column in sorted(self._chosen)),
            widths={COLUMNS[column].key: width for column, width in self._widths.items()},
            sorted_by=COLUMNS[by].key if 0 <= by < len(COLUMNS) else None,
            runs_down=self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder,
            wished=tuple(COLUMNS[column].key for column in sorted(self._wished)),
        )

    def lay_out(self, layout: Layout) -> None:
        """Be like this, but for the sorting; keys that are not known any more are passed over."""
        self._widths = {
            COLUMN_OF[key]: max(_NARROWEST, width)
            for key, width in layout.widths.items()
            if key in COLUMN_OF
        }
        self._wished = {COLUMN_OF[key] for key in layout.wished if key in COLUMN_OF}
        self._chosen = {COLUMN_OF[key] for key in layout.shown if key in COLUMN_OF} | {NAME}
        for column, action in self._toggles.items():
            with QSignalBlocker(action):
                action.setChecked(column in self._chosen)
        self._move_into(layout.order)
        self.fit()

    def _move_into(self, keys: tuple[str, ...]) -> None:
        known = [COLUMN_OF[key] for key in dict.fromkeys(("name", *keys)) if key in COLUMN_OF]
        # A column that is new stands behind the one that it follows at first.
        for column in range(len(COLUMNS)):
            if column not in known:
                known.insert(known.index(column - 1) + 1, column)
        for place, column in enumerate(known):
            self.moveSection(self.visualIndex(column), place)

    # --- QHeaderView -----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        column = self._edge_at(x) if event.button() is Qt.MouseButton.LeftButton else None
        if column is None:
            super().mousePressEvent(event)
            return
        spare = max(0, self.sectionSize(NAME) - self._natural.narrowest_name)
        self._grip = Grip(column, x, self.sectionSize(column), spare)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            super().mouseMoveEvent(event)
        else:
            self._drag(self._grip, event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            super().mouseReleaseEvent(event)
        self._grip = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        colours = self._appearance.theme
        painter.save()
        painter.setLayoutDirection(self.layoutDirection())
        painter.fillRect(rect, colours.surface)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.hairline)
        words = QRectF(rect).adjusted(CELL_SIDE, 0, -CELL_SIDE, -1)
        title = COLUMNS[index].shown_title
        alignment = COLUMNS[index].alignment
        is_sorted = self.isSortIndicatorShown() and self.sortIndicatorSection() == index
        if is_sorted:
            room = int(words.width()) - _ARROW_ROOM
            title = self._pen.metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
        write(painter, words, title, self._pen, colours.dim, alignment)
        if is_sorted:
            visual = QStyle.visualAlignment(self.layoutDirection(), alignment)
            beside = self._pen.width(title) + 9
            is_right = bool(visual & Qt.AlignmentFlag.AlignRight)
            x = words.right() - beside if is_right else words.left() + beside
            self._paint_arrow(painter, QPointF(x, words.center().y()))
        painter.restore()

    def _paint_arrow(self, painter: QPainter, middle: QPointF) -> None:
        rises = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        tip = -1.75 if rises else 1.75
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._appearance.theme.dim, 1.4))
        painter.translate(middle.x(), middle.y() + 0.5)
        painter.drawPolyline([QPointF(-3, -tip), QPointF(0, tip), QPointF(3, -tip)])

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._appearance.theme
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colours.surface)
        bottom = self.viewport().height() - 1
        painter.fillRect(QRect(0, bottom, self.viewport().width(), 1), colours.hairline)
        painter.end()
        super().paintEvent(event)


def packed(layout: Layout) -> str:
    """For the settings file."""
    return msgspec.json.encode(layout).decode()


def unpacked(text: object) -> Layout | None:
    """None for what no version of ours wrote."""
    with contextlib.suppress(msgspec.DecodeError, UnicodeDecodeError):
        return msgspec.json.decode(text, type=Layout) if isinstance(text, str) else None
    return None


FIRST = Layout(
    order=tuple(column.key for column in COLUMNS),
    shown=tuple(column.key for column in COLUMNS if column.is_shown),
)
"""As it is before the person touches anything."""
