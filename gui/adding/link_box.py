"""The text box for links: what is pasted or dropped into it is searched for links."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from gui.adding.dropped import links_of, metalinks_of

_MOST_CHARACTERS = 4 << 20
_LONGEST_LINE = 20_000
_FEWEST_LINES, _MOST_LINES = 2, 4


class LinkBox(QPlainTextEdit):
    """One link a line. Ctrl+Enter asks to add, because Enter begins a line here."""

    add_asked = Signal()
    documents_dropped = Signal(list)
    """The paths of Metalink files."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Links, one per line"))
        self.setAccessibleDescription(
            self.tr("Enter begins a new line, Ctrl+Enter adds what is written here")
        )
        self.setPlaceholderText(self.tr("https://…"))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(True)
        # A link reads from left to right in every language.
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self.document().setDefaultTextOption(option)
        self.show_lines(_FEWEST_LINES)

    def show_lines(self, count: int) -> None:
        """Be as high as so many lines need, within reason."""
        self.setFixedHeight(self._height(min(max(count, _FEWEST_LINES), _MOST_LINES)))

    def add_lines(self, lines: list[str]) -> None:
        """Put these after those that are there."""
        there = self.toPlainText().strip()
        self.setPlainText(_fit_to_show("\n".join([there, *lines] if there else lines)))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """A piece of a line goes in as it is; of anything longer, the links in it do."""
        text = _fit_to_show(source.text()[:_MOST_CHARACTERS]) if source.hasText() else ""
        if text and "\n" not in text.strip() and not source.hasUrls():
            self.insertPlainText(text.strip("\r\n"))
            return
        links, documents = links_of(source), metalinks_of(source)
        if documents:
            self.documents_dropped.emit(documents)
            text = ""
        words = "\n".join(links) if links else text
        is_within_line = self.textCursor().positionInBlock() > 0
        self.insertPlainText(f"\n{words}" if links and is_within_line else words)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasUrls() or super().canInsertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.add_asked.emit()
        else:
            super().keyPressEvent(event)

    def _height(self, lines: int) -> int:
        margins = 2 * (self.frameWidth() + int(self.document().documentMargin())) + 4
        return self.fontMetrics().lineSpacing() * lines + margins


def _fit_to_show(text: str) -> str:
    """Without what no text box can show: NULs, and lines that take seconds to lay out."""
    text = text.replace("\0", "\N{REPLACEMENT CHARACTER}")
    if len(text) <= _LONGEST_LINE:
        return text
    return "\n".join(
        line if len(line) <= _LONGEST_LINE else line[:_LONGEST_LINE] + "…"
        for line in text.splitlines()
    )
