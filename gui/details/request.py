"""The tab of requests: what was asked and answered. Secrets are hidden before they get here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QContextMenuEvent, QFontDatabase, QFontInfo
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from engine import Exchange, JobSnapshot, host_of
from gui import theme
from gui.adding.clipboard_watch import copied_by_us
from gui.details import words
from gui.details.page import Page, Surroundings
from gui.details.parts import Words, ground
from gui.formatting import one_line

_MARGIN = 12


class Request(Page):
    """One exchange at a time; the newest unless the person chose another one."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        ground(self)
        self._shown: str | None = None
        self._exchanges: list[Exchange] = []
        self._choice = QComboBox(self)
        self._choice.setAccessibleName(self.tr("Which request"))
        self._choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._choice.setMaximumWidth(640)
        self._choice.currentIndexChanged.connect(self._tell)
        self._text = _Heads(self)
        self._text.setAccessibleName(self.tr("Request and answer"))
        self._none = Words(self)
        self._none.be_dim()
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setText(self.tr("It has not been asked for since the program started."))
        told = QWidget(self)
        column = QVBoxLayout(told)
        column.setContentsMargins(_MARGIN, theme.GAP, _MARGIN, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.addWidget(self._choice, 20)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._text, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._none)
        self._stack.addWidget(told)
        self.take_colours()

    # --- what it shows ---------------------------------------------------------------------------

    def show_job(self, job: JobSnapshot) -> None:
        told = self.around.bridge.exchanges(job.id)
        if job.id == self._shown and told == self._exchanges:
            return
        chosen = self._chosen() if job.id == self._shown else None
        was_newest = bool(self._exchanges) and chosen == self._exchanges[-1]
        self._shown, self._exchanges = job.id, told
        self._fill(None if was_newest else chosen)
        self._stack.setCurrentIndex(1 if told else 0)

    def _fill(self, chosen: Exchange | None) -> None:
        newest_first = self._exchanges[::-1]
        now = words.wall_time()
        self._choice.blockSignals(True)
        self._choice.clear()
        self._choice.addItems([in_one_line(exchange, now) for exchange in newest_first])
        if chosen in newest_first:
            self._choice.setCurrentIndex(newest_first.index(chosen))
        self._choice.blockSignals(False)
        self._tell()

    def _chosen(self) -> Exchange | None:
        place = self._choice.currentIndex()
        return self._exchanges[::-1][place] if 0 <= place < len(self._exchanges) else None

    def _tell(self) -> None:
        exchange = self._chosen()
        text = "" if exchange is None else in_full(exchange)
        if text != self._text.toPlainText():
            self._text.setPlainText(text)
            self._text.verticalScrollBar().setValue(0)

    def plain_text(self) -> str:
        return self._text.toPlainText() if self._exchanges else self._none.text()

    def take_colours(self) -> None:
        super().take_colours()
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(QFontInfo(theme.secondary_font()).pixelSize())
        self._text.setFont(font)


class _Heads(QPlainTextEdit):
    """The heads to be read and copied: text that cannot be changed, but walked through by keys."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied here is copied by us."""
        return copied_by_us(self.textCursor().selection().toPlainText())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._page.add_copy_all(menu)
        menu.popup(event.globalPos())


def in_one_line(exchange: Exchange, now: float) -> str:
    """For the choice: "14:02:11 · GET · 206 Partial Content · files.example.org"."""
    parts = (
        words.moment(exchange.at, now),
        exchange.method,
        _status(exchange),
        host_of(exchange.url),
    )
    return " · ".join(one_line(part) for part in parts if part)


def in_full(exchange: Exchange) -> str:
    """The request line, what went with it, the status line, what came with it."""
    return "\n".join(map(one_line, _lines(exchange)))


def _lines(exchange: Exchange) -> Iterator[str]:
    yield f"{exchange.method} {exchange.url}"
    yield from _fields(exchange.sent)
    yield ""
    if exchange.status is None:
        yield words.no_answer()
    else:
        yield f"{exchange.protocol} {_status(exchange)}".strip()
        yield from _fields(exchange.received)
    way = [exchange.address, exchange.tls or words.no_tls()]
    yield ""
    yield " · ".join(part for part in way if part)


def _fields(fields: Sequence[tuple[str, str]]) -> Iterator[str]:
    for name, value in fields:
        yield f"{name}: {value}"


def _status(exchange: Exchange) -> str:
    return (
        words.no_answer()
        if exchange.status is None
        else f"{exchange.status} {exchange.reason}".strip()
    )
