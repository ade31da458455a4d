"""Beside the list: groups of jobs by state, kinds of files, and folders, each with its count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui import formatting, theme
from gui.categories import shown_title
from gui.columns import END, natural_key
from gui.job_filter import JobFilter
from gui.job_groups import TONES, Counts, Group, group_title
from gui.job_table import JobTable
from gui.painting import Pen, as_plain_tooltip, mirrored, write
from gui.preferences import PreferenceKeeper

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
PLACE_ROLE = Qt.ItemDataRole.UserRole
_MARGIN = 8
_INDENT = 10
_LABEL_SPACE = 8


@dataclass(frozen=True, slots=True)
class Place:
    """One line of the sidebar. Without `shows` it is the label over what follows."""

    title: str
    shows: JobFilter | None = None
    count: int = 0
    path: Path | None = None

    def is_same(self, other: Place) -> bool:
        """Whether it is the same line, however many jobs it has."""
        return (self.title, self.shows) == (other.title, other.shows)


class PlaceModel(QAbstractListModel):
    """The lines, rewritten whole when one comes or goes: there are few."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: list[Place] = []

    def show(self, places: list[Place]) -> bool:
        """Have these lines; True when they are not the same lines with other counts."""
        before, same = self._places, False
        if len(before) == len(places):
            same = all(map(Place.is_same, before, places))
        if not same:
            self.beginResetModel()
            self._places = places
            self.endResetModel()
            return True
        self._places = places
        for row, (old, new) in enumerate(zip(before, places, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))
        return False

    def row_of(self, shows: JobFilter) -> int | None:
        """The line that shows these jobs; None where there is none any more."""
        rows = (row for row, place in enumerate(self._places) if place.shows == shows)
        return next(rows, None)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._places)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._places[index.row()].shows is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = self._places[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return place.title
            case Qt.ItemDataRole.UserRole:
                return place
            case Qt.ItemDataRole.ToolTipRole if place.path is not None:
                return as_plain_tooltip(formatting.one_line(str(place.path)))
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(place)
            case _:
                return None


def _spoken(place: Place) -> str:
    if place.shows is None:
        return place.title
    return formatting.listed((place.title, formatting.counted(place.count, "1 job", "{n} jobs")))


class Sidebar(QListView):
    """What the list shows is chosen here; `chosen` carries a `JobFilter` without words."""

    chosen = Signal(object)

    def __init__(
        self,
        table: JobTable,
        preferences: PreferenceKeeper,
        appearance: theme.Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._preferences = preferences
        self._appearance = appearance
        self._categories = preferences.now.categories
        self._choice = JobFilter()
        self._model = PlaceModel(self)
        self._delegate = PlaceDelegate(appearance, self)
        self.setObjectName("sidebar")
        self.setAccessibleName(self.tr("Groups of jobs"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setAutoFillBackground(False)
        self.setItemDelegate(self._delegate)
        self.setModel(self._model)
        self.selectionModel().currentChanged.connect(self._take_choice)
        table.countsChanged.connect(self._follow)
        preferences.changed.connect(self._take_categories)
        appearance.changed.connect(self.viewport().update)
        self._follow()

    @property
    def choice(self) -> JobFilter:
        """What is chosen."""
        return self._choice

    def select_all(self) -> None:
        """Choose all jobs."""
        self._go_to(JobFilter())

    def choose(self, wanted: JobFilter) -> None:
        """Choose the line that shows these jobs, or all where there is none."""
        self._go_to(wanted.with_words(""))

    # --- following -------------------------------------------------------------------------------

    def _follow(self) -> None:
        counts = self._table.counts
        if self._model.show([*self._groups(counts), *self._kinds(counts), *self._folders(counts)]):
            self._go_to(self._choice)
            self.updateGeometry()

    def _groups(self, counts: Counts) -> Iterator[Place]:
        yield Place(self.tr("Jobs"))
        yield Place(group_title(None), JobFilter(), counts.total)
        for group in Group:
            yield Place(group_title(group), JobFilter(group=group), counts.groups[group])

    def _kinds(self, counts: Counts) -> Iterator[Place]:
        kinds = [kind for kind in self._categories if counts.kinds[kind.title]]
        if kinds:
            yield Place(self.tr("Kinds"))
        for kind in kinds:
            wanted = JobFilter(category=kind.title)
            yield Place(shown_title(kind), wanted, counts.kinds[kind.title])

    def _folders(self, counts: Counts) -> Iterator[Place]:
        titles = folder_titles(counts.folders)
        if titles:
            yield Place(self.tr("Folders"))
        for path in sorted(titles, key=lambda path: natural_key(titles[path])):
            title = formatting.one_line(titles[path])
            yield Place(title, JobFilter(folder=path), counts.folders[path], path)

    def _take_categories(self) -> None:
        if self._categories != self._preferences.now.categories:
            self._categories = self._preferences.now.categories
            self._table.look_at_kinds()
            self._follow()

    def _go_to(self, wanted: JobFilter) -> None:
        row = self._model.row_of(wanted)
        if row is None:
            # Its last job has gone elsewhere.
            row = self._model.row_of(JobFilter())
        assert row is not None
        index = self._model.index(row)
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, select)

    def _take_choice(self, current: QModelIndex) -> None:
        place: Place | None = current.data(PLACE_ROLE)
        if place is not None and place.shows is not None and place.shows != self._choice:
            self._choice = place.shows
            self.chosen.emit(self._choice)

    # --- QListView -------------------------------------------------------------------------------

    def moveCursor(
        self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Labels are passed over, the one at the top too."""
        index = super().moveCursor(action, modifiers)
        if index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            index = index.siblingAtRow(index.row() + 1)
        return index

    def sizeHint(self) -> QSize:
        return QSize(self._delegate.width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._delegate.width, 0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._delegate.take_fonts()
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self.viewport()).fillRect(event.rect(), self._appearance.theme.side)
        super().paintEvent(event)


def folder_titles(folders: Iterable[Path]) -> Mapping[Path, str]:
    """The last part of each, with the one before it where two end alike."""
    paths = list(folders)
    names = Counter(path.name for path in paths)
    return {
        path: path.name if path.name and names[path.name] == 1 else str(Path(*path.parts[-2:]))
        for path in paths
    }


class PlaceDelegate(QStyledItemDelegate):
    """Paints a line: a dot in the colour of the state, the title, the count."""

    def __init__(self, appearance: theme.Appearance, view: QWidget) -> None:
        super().__init__(view)
        self._appearance = appearance
        self.take_fonts()

    def take_fonts(self) -> None:
        """Measure the system's fonts, at the start and when they have changed."""
        self._body, self._chosen = Pen.of(theme.body_font()), Pen.of(theme.name_font())
        self._count, self._label = Pen.of(theme.secondary_font()), Pen.of(theme.section_font())
        self._dot = theme.grown(theme.DOT_SIZE)
        self._indent = _MARGIN + 2 * _INDENT + self._dot

    @property
    def width(self) -> int:
        """188 with the font of the design, more where the groups need it."""
        titles = [group_title(group) for group in (None, *Group)]
        widest = max(map(self._chosen.width, titles))
        needed = self._indent + widest + 2 * theme.GAP + self._count.width("99,999") + 2 * _MARGIN
        return max(theme.SIDEBAR_WIDTH, needed)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        place: Place = index.data(PLACE_ROLE)
        if place.shows is None:
            return QSize(0, self._label.height + 2 * _LABEL_SPACE + 4)
        return QSize(0, max(theme.SIDEBAR_ITEM_HEIGHT, self._body.height + _MARGIN))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: Place = index.data(PLACE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if place.shows is None:
            self._paint_label(painter, QRectF(option.rect), place)
        else:
            self._paint_ground(painter, option)
            self._paint_place(painter, option, place, place.shows)
        painter.restore()

    def _paint_label(self, painter: QPainter, line: QRectF, place: Place) -> None:
        area = line.adjusted(_MARGIN + _INDENT, _LABEL_SPACE, -_MARGIN, 0)
        area = mirrored(area, line, painter.layoutDirection())
        write(painter, area, place.title, self._label, self._appearance.theme.dim)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colours = self._appearance.theme
        state: QStyle.StateFlag = option.state
        # With its ring it stays within the line, or it would leave traces.
        ground = QRectF(option.rect).adjusted(_MARGIN, 1, -_MARGIN, -1)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        if not is_chosen and not has_focus and not state & QStyle.StateFlag.State_MouseOver:
            return
        ring = has_focus or (is_chosen and colours.is_native)
        painter.setPen(QPen(colours.accent, 1.5) if ring else Qt.PenStyle.NoPen)
        painter.setBrush(colours.selection if is_chosen else colours.hover)
        painter.drawRoundedRect(ground, theme.SIDEBAR_RADIUS, theme.SIDEBAR_RADIUS)

    def _paint_place(
        self, painter: QPainter, option: QStyleOptionViewItem, place: Place, shows: JobFilter
    ) -> None:
        colours, line = self._appearance.theme, QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        direction = painter.layoutDirection()
        if shows == JobFilter() or shows.group is not None:
            tone = TONES[shows.group] if shows.group is not None else None
            dot = QRectF(line.left() + _MARGIN + _INDENT, 0, self._dot, self._dot)
            dot.moveTop(line.center().y() - self._dot / 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.text if tone is None else colours.tones[tone].text)
            painter.drawEllipse(mirrored(dot, line, direction))
        area = line.adjusted(self._indent, 0, -2 * _MARGIN, 0)
        count = formatting.number(place.count) if place.count else ""
        write(painter, mirrored(area, line, direction), count, self._count, colours.dim, END)
        if count:
            area.setRight(area.right() - self._count.width(count) - theme.GAP)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        write(
            painter,
            mirrored(area, line, direction),
            place.title,
            self._chosen if is_chosen else self._body,
            colours.text,
            elide=Qt.TextElideMode.ElideMiddle,
        )
