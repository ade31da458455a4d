"""Paints the rows of the list: badge, name and sentence, progress bar, numbers.

All measures are logical pixels and grow with the system's font; everything is drawn as shapes and
text, so it is crisp on every screen. What is said here of left and right is mirrored in windows
that are read from the right.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QCursor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QWidget,
)

from engine import JobSnapshot, JobState
from gui import formatting, theme
from gui.columns import COLUMNS, END, GIVES_UP_IN, NAME, PROGRESS
from gui.formatting import Tone
from gui.job_table import JobTable
from gui.painting import CELL_SIDE, Pen, as_plain_tooltip, dashes, mirrored, pill, write
from gui.preferences import Density

Index = QModelIndex | QPersistentModelIndex

CENTRE = Qt.AlignmentFlag.AlignCenter
SIDE = theme.PADDING
_FOCUS_WIDTH = 3
_LETTERS_OF_A_NAME = 28
_LETTERS_OF_A_SENTENCE = 56
_SHARE_WITHOUT_BADGE = 0.7
_SHORTEST_SENTENCE = 60
_SHORTEST_BAR = 64


class JobDelegate(QStyledItemDelegate):
    """One for all columns, because a row is one picture."""

    def __init__(
        self,
        table: JobTable,
        appearance: theme.Appearance,
        view: QWidget,
        density: Density = Density.COMFORTABLE,
    ) -> None:
        super().__init__(view)
        self._table = table
        self._appearance = appearance
        self._tip: tuple[str, QPoint] | None = None
        self.density = density
        self.take_fonts()

    def take_fonts(self) -> None:
        """Measure the system's fonts, at the start and when they have changed."""
        self._body, self._name = Pen.of(theme.body_font()), Pen.of(theme.name_font())
        self._secondary, self._badge = Pen.of(theme.secondary_font()), Pen.of(theme.badge_font())
        self._head = Pen.of(theme.header_font())
        self._percent_width = self._secondary.width(formatting.percent(1))
        self._widths: dict[int, int] = {}

    # --- measures --------------------------------------------------------------------------------

    @property
    def _is_compact(self) -> bool:
        return self.density is Density.COMPACT

    @property
    def row_height(self) -> int:
        """54, or 28 for one line, with the font of the design; more with a larger one."""
        if self._is_compact:
            return max(theme.COMPACT_ROW_HEIGHT, self._name.height + theme.GAP)
        words = self._name.height + self._secondary.height
        return max(theme.ROW_HEIGHT, theme.ROW_TOP + words + theme.ROW_BOTTOM)

    @property
    def _badge_size(self) -> QSize:
        if self._is_compact:
            height = self.row_height - 2 * 5
            return QSize(theme.grown(30), height)
        side = self.row_height - (theme.ROW_HEIGHT - theme.BADGE_SIZE)
        return QSize(side, side)

    def column_width(self, column: int) -> int:
        """Room for the widest words the column expects, and for its head with a sort arrow.

        Measured once: Qt asks for it whenever the first row changes.
        """
        if column not in self._widths:
            self._widths[column] = self._measured_width(column)
        return self._widths[column]

    def _measured_width(self, column: int) -> int:
        head = self._head.width(COLUMNS[column].shown_title) + 16
        if column == PROGRESS:
            return max(head, theme.BAR_WIDTH + self._percent_width + SIDE) + 2 * CELL_SIDE
        widest = max(map(self._body.width, COLUMNS[column].samples()), default=0)
        # Text that is a fraction of a pixel wider than its measure would be shortened.
        return max(head, widest + 1) + 2 * CELL_SIDE

    @property
    def narrowest_progress(self) -> int:
        """A bar that still says something, and its number."""
        return _SHORTEST_BAR + self._percent_width + SIDE + 2 * CELL_SIDE

    @property
    def narrowest_name(self) -> int:
        """What the first column needs so that a name can be told from others."""
        return self._width_of_letters(_LETTERS_OF_A_NAME)

    @property
    def comfortable_name(self) -> int:
        """What it likes to have, for the sentence below the name."""
        return self._width_of_letters(_LETTERS_OF_A_SENTENCE)

    def _width_of_letters(self, count: int) -> int:
        letters = count * self._secondary.metrics.averageCharWidth()
        return 2 * SIDE + self._badge_size.width() + letters + CELL_SIDE

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(self.column_width(index.column()), self.row_height)

    # --- painting --------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        job = self._table.job_at(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        self._paint_ground(painter, option, index)
        cell = QRectF(option.rect).adjusted(CELL_SIDE, 0, -CELL_SIDE, -theme.HAIRLINE)
        if index.column() == NAME:
            self._paint_name(painter, cell, job, self._sentences(option, job))
        elif index.column() == PROGRESS:
            self._paint_progress(painter, cell, job, _is_selected(option))
        else:
            self._paint_words(painter, cell, job, index.column())
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = self._appearance.theme
        state: QStyle.StateFlag = option.state
        cell: QRect = option.rect
        is_selected = _is_selected(option)
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = colours.hover if is_hovered else colours.surface
        painter.fillRect(cell, colours.selection if is_selected else ground)
        line = QRectF(cell.left(), cell.bottom() + 1 - theme.HAIRLINE, cell.width(), theme.HAIRLINE)
        painter.fillRect(line, colours.hairline)
        if is_selected and colours.is_native:
            for top in (cell.top(), cell.bottom() + 1 - _FOCUS_WIDTH):
                painter.fillRect(cell.left(), top, cell.width(), _FOCUS_WIDTH, colours.accent)
        if index.column() == NAME and self._is_focused(option, index):
            strip = QRectF(cell.left(), cell.top(), _FOCUS_WIDTH, cell.height() - theme.HAIRLINE)
            painter.fillRect(mirrored(strip, QRectF(cell), option.direction), colours.accent)

    def _is_focused(self, option: QStyleOptionViewItem, index: Index) -> bool:
        view = option.widget
        return (
            isinstance(view, QAbstractItemView)
            and view.hasFocus()
            and view.currentIndex().row() == index.row()
        )

    def _sentences(self, option: QStyleOptionViewItem, job: JobSnapshot) -> Sequence[str]:
        """What may stand below the name, the longest first.

        Until when a job holds on is left out only where a column says it.
        """
        sentences = formatting.state_sentences(job)
        view = option.widget
        is_said = isinstance(view, QTreeView) and not view.isColumnHidden(GIVES_UP_IN)
        return sentences if is_said or not formatting.counts_down(job) else sentences[:1]

    def _paint_name(
        self, painter: QPainter, cell: QRectF, job: JobSnapshot, sentences: Sequence[str]
    ) -> None:
        direction = painter.layoutDirection()
        left = cell.left() + SIDE - CELL_SIDE
        if cell.width() > self.narrowest_name * _SHARE_WITHOUT_BADGE:
            badge = QRectF(QPointF(left, 0), QSizeF(self._badge_size))
            badge.moveTop(cell.top() + (cell.height() - badge.height()) / 2)
            self._paint_badge(painter, mirrored(badge, cell, direction), job)
            left = badge.right() + SIDE
        room = QRectF(left, cell.top(), max(0.0, cell.right() - left), cell.height())
        colours, tone = self._appearance.theme, formatting.tone(job)
        # In one line, a sentence about what goes well is what can be spared.
        share = 0.8 if _is_calm(tone) else 0.5
        name, sentence = self._places_of_words(room, formatting.title(job), share)
        write(
            painter,
            mirrored(name, cell, direction),
            formatting.title(job),
            self._name,
            colours.text,
            elide=Qt.TextElideMode.ElideMiddle,
        )
        ink = colours.dim if _is_calm(tone) else colours.tones[tone].text
        if sentence.width() >= min(_SHORTEST_SENTENCE, room.width()):
            words = self._secondary.longest_fitting(sentences, sentence.width())
            write(painter, mirrored(sentence, cell, direction), words, self._secondary, ink)

    def _places_of_words(self, room: QRectF, title: str, share: float) -> tuple[QRectF, QRectF]:
        """Where name and sentence stand: below each other, or in one line.

        There the name has at most its `share` of the room.
        """
        if self._is_compact:
            name, sentence = QRectF(room), QRectF(room)
            name.setWidth(min(self._name.width(title) + 1, room.width() * share))
            sentence.setLeft(name.right() + SIDE)
            if sentence.width() < _SHORTEST_SENTENCE:
                return room, QRectF()
            return name, sentence
        height = self._name.height + self._secondary.height
        top = room.top() + (room.height() - height) / 2
        name = QRectF(room.left(), top, room.width(), self._name.height)
        return name, QRectF(room.left(), name.bottom(), room.width(), self._secondary.height)

    def _paint_badge(self, painter: QPainter, badge: QRectF, job: JobSnapshot) -> None:
        colours, tone = self._appearance.theme, formatting.tone(job)
        radius = badge.height() * theme.BADGE_RADIUS / theme.BADGE_SIZE
        painter.setPen(QPen(colours.hairline) if colours.is_native else Qt.PenStyle.NoPen)
        painter.setBrush(colours.badge_ground(tone))
        painter.drawRoundedRect(badge, radius, radius)
        letters = formatting.badge(job)
        pen = self._badge.fitting(letters, badge.width() * theme.BADGE_TEXT_SHARE)
        write(painter, badge, letters, pen, colours.tones[tone].text, CENTRE)

    def _paint_progress(
        self, painter: QPainter, cell: QRectF, job: JobSnapshot, is_selected: bool
    ) -> None:
        direction = painter.layoutDirection()
        colours, tone = self._appearance.theme, formatting.tone(job)
        height = theme.grown(theme.BAR_HEIGHT)
        width = max(height, cell.width() - self._percent_width - SIDE)
        top = cell.top() + (cell.height() - height) / 2
        bar = QRectF(cell.left(), top, width, height)
        track = mirrored(bar, cell, direction)
        pill(painter, track, colours.track_on(is_selected))
        if colours.is_native:
            painter.setPen(colours.hairline)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(track, height / 2, height / 2)
        if job.fraction is None:
            if job.state is JobState.TRANSFERRING:
                dashes(painter, track, colours.tones[tone].bar, job.bytes_present >> 16)
            return
        if job.bytes_present:
            bar.setWidth(max(height, width * min(1.0, job.fraction)))
            pill(painter, mirrored(bar, cell, direction), colours.tones[tone].bar)
        words = formatting.percent(job.fraction)
        write(painter, cell, words, self._secondary, colours.dim, END)

    def _paint_words(self, painter: QPainter, cell: QRectF, job: JobSnapshot, column: int) -> None:
        about = COLUMNS[column]
        words = about.text(job)
        if not words:
            return
        colours = self._appearance.theme
        ink = colours.text
        if column == GIVES_UP_IN:
            counts = formatting.counts_down(job)
            ink = colours.tones[formatting.tone(job)].text if counts else colours.dim
        write(painter, cell, words, self._body, ink, about.alignment, about.elide)

    # --- tool tips -------------------------------------------------------------------------------

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """The whole name and the whole sentence, as plain text: names come from servers."""
        if not index.isValid():
            return super().helpEvent(event, view, option, index)
        job = self._table.job_at(index.row())
        self._tip = (job.id, event.globalPos())
        QToolTip.showText(event.globalPos(), as_plain_tooltip(tip(job)), view)
        return True

    def follow(self, view: QAbstractItemView) -> None:
        """Keep the clock in a tool tip that is open running."""
        if self._tip is None:
            return
        job_id, where = self._tip
        job = self._table.job(job_id)
        if job is None or not QToolTip.isVisible():
            self._tip = None
            return
        under_pointer = view.indexAt(view.viewport().mapFromGlobal(QCursor.pos()))
        # Where the pointer has left the row, the tip is on its way out already.
        if under_pointer.row() == self._table.row_of(job_id):
            QToolTip.showText(where, as_plain_tooltip(tip(job)), view)


def tip(job: JobSnapshot) -> str:
    """All that a row says, and what it had to shorten."""
    lines = [formatting.title(job), formatting.state_sentence(job)]
    if job.without_progress and not job.state.is_final and job.state is not JobState.ERROR:
        lines.append(formatting.no_progress_so_far(job.without_progress))
    return "\n".join(lines)


def _is_calm(tone: Tone) -> bool:
    """Sentences about what goes well are dim: only what does not shall stand out."""
    return tone in (Tone.ACTIVE, Tone.DONE, Tone.QUIET)


def _is_selected(option: QStyleOptionViewItem) -> bool:
    state: QStyle.StateFlag = option.state
    return bool(state & QStyle.StateFlag.State_Selected)
