"""The map of a file: cells that are here, where connections write, and what is missing."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from engine import FileRanges, FileSnapshot, FileState, JobSnapshot
from gui import formatting, theme
from gui.details.cells import Cell, cells, merged
from gui.details.page import Page
from gui.details.parts import Words
from gui.formatting import Tone
from gui.translation import about, translate

_PITCH, _GAP = 9.4, 1.8
_ROW_PITCH, _ROW_GAP = 20, 4
_RADIUS = 1.5
_SWATCH = 9
_WIRE_TINT = 0.55
_SEEN_OF_WIRE = 0.6


def _tr(text: str) -> str:
    return translate("file_map", text)


class Inks(NamedTuple):
    """What the cells are filled with."""

    here: QBrush
    wire: QBrush
    missing: QBrush


def inks(colours: theme.Theme, tone: Tone) -> Inks:
    """Blue is here, green once all is done; where it was writing has the colour of the state."""
    if colours.is_native:
        return Inks(
            QBrush(colours.text),
            QBrush(colours.text, Qt.BrushStyle.Dense5Pattern),
            QBrush(colours.surface),
        )
    here = colours.tones[Tone.DONE if tone is Tone.DONE else Tone.ACTIVE].bar
    if tone is Tone.ACTIVE:
        tint = QColor(here)
        tint.setAlphaF(_WIRE_TINT)
        return Inks(
            QBrush(here), QBrush(theme.blended(tint, colours.surface)), QBrush(colours.track)
        )
    return Inks(QBrush(here), QBrush(colours.tones[tone].bar), QBrush(colours.track))


def wire_words(tone: Tone) -> str:
    """What the cells are called where a connection writes, or wrote last."""
    if tone is Tone.ACTIVE:
        return _tr("on the wire")
    if tone in (Tone.RETRYING, Tone.GAVE_UP):
        return _tr("on the wire when it broke")
    return _tr("where it goes on")


def positions(ranges: FileRanges) -> list[int]:
    """Where connections write; where they stopped writing, when there is none."""
    if ranges.on_the_wire:
        return [position for position, _stop in ranges.on_the_wire]
    size = ranges.size or 0
    return [stop for _start, stop in merged(ranges.present, size) if stop < size]


def moving_file(job: JobSnapshot) -> FileSnapshot | None:
    """The file that most is happening to: one that is under way, else the next, else the first."""
    pending = [file for file in job.files if file.state is FileState.PENDING]
    begun = next((file for file in pending if file.bytes_present), None)
    return begun or next(iter(pending or job.files), None)


def summary(ranges: FileRanges) -> str:
    """ "41 % here, 2 connections"."""
    here = sum(stop - start for start, stop in ranges.present)
    if ranges.size is None:
        parts = [
            _tr("{size} here, of a total that is not known").format(size=formatting.size(here))
        ]
    else:
        share = formatting.percent(here / ranges.size if ranges.size else 1.0)
        parts = [_tr("{share} here").format(share=share)]
    if lines := len(ranges.on_the_wire):
        parts.append(formatting.counted(lines, "1 connection", "{n} connections"))
    return formatting.listed(parts)


class Cells(QProgressBar):
    """The cells alone; to a screen reader a progress bar that says how much is here.

    `rows` is how many there are at least; with `grows` there are more where there is room.
    """

    def __init__(self, page: Page, rows: int, *, grows: bool = False) -> None:
        super().__init__(page)
        self._appearance = page.around.appearance
        self._rows = rows
        self._ranges = FileRanges()
        self._tone = Tone.QUIET
        self._cells: list[Cell] = []
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setAccessibleName(self.tr("Map of the file"))
        vertical = QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)

    def show_ranges(self, ranges: FileRanges, tone: Tone) -> None:
        """What of the file is where, and the state of its job."""
        if (ranges, tone) == (self._ranges, self._tone):
            return
        self._ranges, self._tone = ranges, tone
        self.setAccessibleDescription(summary(ranges))
        here = sum(stop - start for start, stop in ranges.present)
        self.setValue(100 * here // ranges.size if ranges.size else 0)
        self._count()

    @property
    def across(self) -> int:
        """How many cells stand in a row."""
        return max(1, int((self.width() + _GAP) / (_PITCH * theme.font_scale())))

    def _count(self) -> None:
        rows = max(1, (self.height() + _ROW_GAP) // theme.grown(_ROW_PITCH))
        self._cells = cells(
            self._ranges.size or 0,
            self._ranges.present,
            positions(self._ranges),
            rows * self.across,
        )
        self.update()

    # --- QProgressBar ----------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(theme.grown(round(40 * _PITCH)), self._least_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(round(12 * _PITCH), self._least_height())

    def _least_height(self) -> int:
        return self._rows * theme.grown(_ROW_PITCH) - _ROW_GAP

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._count()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        colours = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        painter.setPen(colours.hairline if colours.is_native else Qt.PenStyle.NoPen)
        filling = inks(colours, self._tone)
        across = self.across
        pitch = (self.width() + _GAP) / across
        row_pitch = theme.grown(_ROW_PITCH)
        area = QRectF(0, 0, pitch - _GAP, row_pitch - _ROW_GAP)
        for number, cell in enumerate(self._cells):
            area.moveTo(number % across * pitch, number // across * row_pitch)
            _paint_cell(painter, area, cell, filling)


def _paint_cell(painter: QPainter, area: QRectF, cell: Cell, filling: Inks) -> None:
    rest = filling.wire if cell.on_the_wire else filling.missing
    painter.setBrush(filling.here if cell.is_full else rest)
    painter.drawRoundedRect(area, _RADIUS, _RADIUS)
    if cell.here and not cell.is_full:
        # As in a glass, from the bottom: where in the cell the bytes lie is too fine to draw.
        most = area.height() * (_SEEN_OF_WIRE if cell.on_the_wire else 1) - 1
        part = QRectF(area)
        part.setTop(area.bottom() - min(most, max(2.0, area.height() * cell.share)))
        painter.setBrush(filling.here)
        painter.drawRoundedRect(part, _RADIUS, _RADIUS)


class Legend(QWidget):
    """What the colours of the cells mean; goes on in a second line where one is too short."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._appearance = page.around.appearance
        self._tone = Tone.QUIET
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_tone(self, tone: Tone) -> None:
        """The state of the job decides what the cells at the edge are."""
        if tone is not self._tone:
            self._tone = tone
            self.setAccessibleName(formatting.listed(self._texts()))
            self.updateGeometry()
            self.update()

    def _texts(self) -> list[str]:
        if self._tone is Tone.DONE:
            return [_tr("here")]
        return [_tr("here"), wire_words(self._tone), _tr("missing")]

    def _places(self, width: int) -> list[tuple[int, int]]:
        """Where each entry begins: x, and the number of its line."""
        metrics = QFontMetrics(theme.header_font())
        x, line, places = 0, 0, []
        for text in self._texts():
            entry = theme.grown(_SWATCH) + 6 + metrics.horizontalAdvance(text)
            if x and x + entry > width:
                x, line = 0, line + 1
            places.append((x, line))
            x += entry + 18
        return places

    def _line(self) -> int:
        return QFontMetrics(theme.header_font()).height() + 2

    def heightForWidth(self, width: int) -> int:
        return (self._places(width)[-1][1] + 1) * self._line()

    def sizeHint(self) -> QSize:
        return QSize(280, self._line())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._line())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        colours = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.header_font())
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        line = self._line()
        filling = inks(colours, self._tone)
        for text, brush, (x, number) in zip(
            self._texts(), filling, self._places(self.width()), strict=False
        ):
            side = theme.grown(_SWATCH)
            swatch = QRectF(x, number * line + (line - side) / 2, side, side)
            width = painter.fontMetrics().horizontalAdvance(text) + 2
            words = QRectF(swatch.right() + 6, number * line, width, line)
            for area in (swatch, words):
                if is_mirrored:
                    area.moveRight(self.width() - area.left())
            painter.setPen(colours.hairline if colours.is_native else Qt.PenStyle.NoPen)
            painter.setBrush(brush)
            painter.drawRoundedRect(swatch, 2, 2)
            painter.setPen(colours.dim)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)


class FileMap(QWidget):
    """Title, cells and legend of one file."""

    def __init__(self, page: Page, rows: int, *, grows: bool = False) -> None:
        super().__init__(page)
        self._page = page
        self._title = Words(self)
        self._title.be_dim(small=True)
        self.cells = Cells(page, rows, grows=grows)
        self._legend = Legend(page)
        self._unknown = Words(self)
        self._unknown.be_dim(small=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self._title)
        layout.addWidget(self._unknown)
        layout.addWidget(self.cells, 1 if grows else 0)
        layout.addWidget(self._legend)
        layout.addStretch(0 if grows else 1)
        self.ranges = FileRanges()

    def show_file(self, job: JobSnapshot, file: FileSnapshot | None) -> None:
        """Look at the file's ranges; several files of a job are told apart by name."""
        found = self._page.around.bridge.ranges(job.id, file.number) if file is not None else None
        self.ranges = found or FileRanges()
        tone = formatting.tone(job)
        if file is not None and file.state is FileState.DELIVERED:
            tone = Tone.DONE
        self._title.say(_title(job, file))
        is_known = self.ranges.size is not None
        self.cells.setVisible(is_known)
        self._legend.setVisible(is_known)
        self._unknown.setVisible(not is_known)
        self._unknown.say(
            self.tr("The server has not said yet how large it is; {so_far}.").format(
                so_far=summary(self.ranges)
            )
        )
        self.cells.show_ranges(self.ranges, tone)
        self._legend.show_tone(tone)

    def text(self) -> str:
        """The map in words."""
        return about(self._title.text(), summary(self.ranges))


def _title(job: JobSnapshot, file: FileSnapshot | None) -> str:
    if file is None or len(job.files) == 1:
        return _tr("Ranges of the file")
    number = file.number + 1
    name = formatting.one_line(file.name or _tr("file {n}").format(n=number))
    return _tr("Ranges of {name}").format(name=name)
