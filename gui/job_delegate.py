"""Paints the rows of the list: badge, name and sentence, progress bar, numbers.

All measures are logical pixels and grow with the system's font; everything is drawn as shapes and
text, so it is crisp on every screen.
"""

from __future__ import annotations

import html
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from engine import JobSnapshot, JobState
from gui import formatting, theme
from gui.formatting import Tone
from gui.job_table import COLUMNS, GIVES_UP_IN, JOB_ROLE, LEFT, NAME, PROGRESS, RIGHT

Index = QModelIndex | QPersistentModelIndex

CENTRE = Qt.AlignmentFlag.AlignCenter
SIDE = 12
_FOCUS_WIDTH = 3
_DASH = 12
_BADGE_MARGIN = 6
_SMALLEST_FILL = theme.BAR_HEIGHT


class Words(NamedTuple):
    """How a piece of text is written."""

    font: QFont
    ink: QColor
    align: Qt.AlignmentFlag = LEFT
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight


class JobDelegate(QStyledItemDelegate):
    """One for all columns, because a row is one picture."""

    def __init__(self, appearance: theme.Appearance, view: QWidget) -> None:
        super().__init__(view)
        self._appearance = appearance
        self.take_fonts()

    def take_fonts(self) -> None:
        """Measure the system's fonts, at the start and when they have changed."""
        self._body, self._name = theme.body_font(), theme.name_font()
        self._secondary, self._badge = theme.secondary_font(), theme.badge_font()
        self._name_height = QFontMetrics(self._name).height()
        self._sentence_height = QFontMetrics(self._secondary).height()

    @property
    def row_height(self) -> int:
        """54 with the font of the design, more with a larger one."""
        words = self._name_height + self._sentence_height
        return max(theme.ROW_HEIGHT, theme.ROW_TOP + words + theme.ROW_BOTTOM)

    def column_width(self, column: int) -> int:
        """Room for the widest words the column expects, and for its head with a sort arrow."""
        metrics = QFontMetrics(self._body)
        if column == PROGRESS:
            return theme.BAR_WIDTH + metrics.horizontalAdvance(formatting.percent(1)) + 3 * SIDE
        head = QFontMetrics(theme.header_font()).horizontalAdvance(COLUMNS[column].title) + 16
        return max(head, metrics.horizontalAdvance(COLUMNS[column].sample)) + 2 * SIDE

    # --- QStyledItemDelegate ---------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(self.column_width(index.column()), self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        job = index.data(JOB_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, index)
        cell: QRect = option.rect
        if index.column() == NAME:
            self._paint_name(painter, cell, job)
        elif index.column() == PROGRESS:
            self._paint_progress(painter, cell, job)
        else:
            self._paint_number(painter, cell, job, index.column())
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """The whole name and the whole sentence, as plain text: names come from servers."""
        job = index.data(JOB_ROLE)
        if job is None:
            return super().helpEvent(event, view, option, index)
        words = f"{formatting.title(job)}\n{formatting.state_sentence(job)}"
        QToolTip.showText(event.globalPos(), as_plain_tooltip(words), view)
        return True

    # --- the parts of a row ----------------------------------------------------------------------

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = self._appearance.theme
        state: QStyle.StateFlag = option.state
        cell: QRect = option.rect
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(cell, colours.selection if is_selected else colours.surface)
        line = QRectF(cell.left(), cell.bottom() + 1 - theme.HAIRLINE, cell.width(), theme.HAIRLINE)
        painter.fillRect(line, colours.hairline)
        if is_selected and colours.is_native:
            for top in (cell.top(), cell.bottom() + 1 - _FOCUS_WIDTH):
                painter.fillRect(cell.left(), top, cell.width(), _FOCUS_WIDTH, colours.accent)
        if index.column() == NAME and not is_selected and self._is_focused(option, index):
            strip = QRect(cell.left(), cell.top(), _FOCUS_WIDTH, cell.height() - theme.HAIRLINE)
            painter.fillRect(strip, colours.accent)

    def _is_focused(self, option: QStyleOptionViewItem, index: Index) -> bool:
        view = option.widget
        return (
            isinstance(view, QAbstractItemView)
            and view.hasFocus()
            and view.currentIndex().row() == index.row()
        )

    def _paint_name(self, painter: QPainter, cell: QRect, job: JobSnapshot) -> None:
        colours, tone = self._appearance.theme, formatting.tone(job)
        badge = QRectF(cell.left() + SIDE, 0, theme.BADGE_SIZE, theme.BADGE_SIZE)
        badge.moveTop(cell.top() + (cell.height() - theme.HAIRLINE - badge.height()) / 2)
        painter.setPen(QPen(colours.hairline) if colours.is_native else Qt.PenStyle.NoPen)
        painter.setBrush(colours.badge_ground(tone))
        painter.drawRoundedRect(badge, theme.BADGE_RADIUS, theme.BADGE_RADIUS)
        ink = colours.tones[tone].text
        letters = formatting.badge(job)
        _write(painter, badge, letters, Words(self._fitting(letters), ink, CENTRE))

        left = badge.right() + SIDE
        width = cell.right() - SIDE - left
        words_height = self._name_height + self._sentence_height
        top = cell.top() + (cell.height() - theme.HAIRLINE - words_height) / 2
        name = QRectF(left, top, width, self._name_height)
        sentence = QRectF(left, name.bottom(), width, self._sentence_height)
        middle = Words(self._name, colours.text, elide=Qt.TextElideMode.ElideMiddle)
        _write(painter, name, formatting.title(job), middle)
        words = Words(self._secondary, colours.dim if _is_calm(tone) else ink)
        _write(painter, sentence, formatting.state_sentence(job), words)

    def _fitting(self, letters: str) -> QFont:
        """The font of badges, smaller for wide letters."""
        width = QFontMetrics(self._badge).horizontalAdvance(letters)
        room = theme.BADGE_SIZE - _BADGE_MARGIN
        font = QFont(self._badge)
        if width > room:
            font.setPixelSize(max(1, font.pixelSize() * room // width))
        return font

    def _paint_progress(self, painter: QPainter, cell: QRect, job: JobSnapshot) -> None:
        colours, tone = self._appearance.theme, formatting.tone(job)
        number_width = QFontMetrics(self._secondary).horizontalAdvance(formatting.percent(1))
        track = QRectF(cell).adjusted(SIDE, 0, -number_width - 2 * SIDE, 0)
        track.setHeight(theme.BAR_HEIGHT)
        track.moveTop(cell.top() + (cell.height() - theme.HAIRLINE - theme.BAR_HEIGHT) / 2)
        _pill(painter, track, colours.track)
        if colours.is_native:
            painter.setPen(colours.hairline)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(track, theme.BAR_HEIGHT / 2, theme.BAR_HEIGHT / 2)
        if job.fraction is None:
            if job.state is JobState.TRANSFERRING:
                _dashes(painter, track, colours.tones[tone].bar)
            return
        if job.bytes_present:
            fill = QRectF(track)
            fill.setWidth(max(_SMALLEST_FILL, track.width() * min(1.0, job.fraction)))
            _pill(painter, fill, colours.tones[tone].bar)
        number = QRectF(cell).adjusted(0, 0, -SIDE, -theme.HAIRLINE)
        words = Words(self._secondary, colours.dim, RIGHT)
        _write(painter, number, formatting.percent(job.fraction), words)

    def _paint_number(self, painter: QPainter, cell: QRect, job: JobSnapshot, column: int) -> None:
        colours = self._appearance.theme
        ink = colours.text
        if column == GIVES_UP_IN:
            counts = formatting.counts_down(job)
            ink = colours.tones[formatting.tone(job)].text if counts else colours.dim
        area = QRectF(cell).adjusted(SIDE, 0, -SIDE, -theme.HAIRLINE)
        words = Words(self._body, ink, COLUMNS[column].alignment)
        _write(painter, area, COLUMNS[column].text(job), words)


def as_plain_tooltip(text: str) -> str:
    """`text` with its mark-up shown, not obeyed: Qt guesses whether a tool tip is rich text."""
    return f"<p style='white-space: pre-wrap'>{html.escape(text)}</p>"


def _is_calm(tone: Tone) -> bool:
    """Sentences about what goes well are dim: only what does not shall stand out."""
    return tone in (Tone.ACTIVE, Tone.DONE, Tone.QUIET)


def _pill(painter: QPainter, area: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    radius = area.height() / 2
    painter.drawRoundedRect(area, radius, radius)


def _dashes(painter: QPainter, track: QRectF, colour: QColor) -> None:
    """It moves, and nobody knows how far it is."""
    painter.setOpacity(0.6)
    dash = QRectF(track.left() + _DASH / 2, track.top(), _DASH, track.height())
    while dash.right() < track.right():
        _pill(painter, dash, colour)
        dash.translate(2 * _DASH, 0)
    painter.setOpacity(1)


def _write(painter: QPainter, area: QRectF, text: str, words: Words) -> None:
    painter.setFont(words.font)
    painter.setPen(words.ink)
    fitting = QFontMetrics(words.font).elidedText(text, words.elide, int(area.width()))
    painter.drawText(area, words.align | Qt.TextFlag.TextSingleLine, fitting)
