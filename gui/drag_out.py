"""Finished files are dragged out of the list, as copies, to wherever files can be dropped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QDrag, QFontMetrics, QImage, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from engine import JobSnapshot
from gui import formatting, theme
from gui.adding.clipboard_watch import OWN_MARK
from gui.job_list import JobList

MOST_FILES = 1000
_HEIGHT = 30
_WIDEST = 260
_RADIUS = 6


def files_of(jobs: Iterable[JobSnapshot]) -> list[Path]:
    """The delivered files of these jobs that are still there, at most `MOST_FILES`."""
    paths = (file.path for job in jobs for file in job.files if file.path is not None)
    return list(islice(filter(_is_there, paths), MOST_FILES))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def mime_of(paths: Iterable[Path]) -> QMimeData:
    """Links to files, marked as Holdfast's own."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    mime.setData(OWN_MARK, b"1")
    return mime


class DragOut(QObject):
    """Begins a drag where the left button is pressed on a row and moved.

    Qt's own way asks the model about every cell that is selected, which takes seconds with ten
    thousand rows. Where the row has no finished file, moving selects rows, as ever.
    """

    def __init__(self, jobs: JobList, appearance: theme.Appearance) -> None:
        super().__init__(jobs)
        self._jobs = jobs
        self._appearance = appearance
        self._pressed: QPoint | None = None
        jobs.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            match event.type():
                case QEvent.Type.MouseButtonPress:
                    self._pressed = self._place_to_drag_from(event)
                case QEvent.Type.MouseButtonRelease | QEvent.Type.MouseButtonDblClick:
                    self._pressed = None
                case QEvent.Type.MouseMove if self._pressed is not None:
                    self._move(event)
                    return True
        return super().eventFilter(watched, event)

    def _place_to_drag_from(self, event: QMouseEvent) -> QPoint | None:
        """Where the button went down, if there is something below it that can be dragged."""
        has_keys = event.modifiers() != Qt.KeyboardModifier.NoModifier
        if event.button() is not Qt.MouseButton.LeftButton or has_keys:
            return None
        place = event.position().toPoint()
        job = self._jobs.job_under(place)
        return place if job is not None and files_of([job]) else None

    def _move(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._pressed = None
            return
        assert self._pressed is not None
        way = event.position().toPoint() - self._pressed
        if way.manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            if paths := files_of(self._jobs.selected_jobs()):
                self.carry(paths)

    def carry(self, paths: Sequence[Path]) -> None:
        """Let the person take these along until the button is released."""
        drag = QDrag(self._jobs)
        drag.setMimeData(mime_of(paths))
        picture = picture_of(paths, self._appearance.theme, self._jobs)
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(-theme.GAP, picture.height() // 2))
        drag.exec(Qt.DropAction.CopyAction)


def picture_of(paths: Sequence[Path], colours: theme.Theme, near: QWidget) -> QPixmap:
    """What hangs on the pointer: the name of the file, or how many there are."""
    words = formatting.one_line(paths[0].name)
    if len(paths) > 1:
        words = formatting.counted(len(paths), "1 file", "{n} files")
    metrics = QFontMetrics(theme.body_font())
    words = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, theme.grown(_WIDEST))
    width, height = metrics.horizontalAdvance(words) + 2 * theme.PADDING, theme.grown(_HEIGHT)
    scale = near.devicePixelRatioF()
    size = QSize(round(width * scale), round(height * scale))
    picture = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(scale)
    picture.fill(0)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame = QRectF(0.5, 0.5, width - 1, height - 1)
    painter.setPen(colours.accent)
    painter.setBrush(colours.selection)
    painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
    painter.setFont(theme.body_font())
    painter.setPen(colours.text)
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return QPixmap.fromImage(picture)
