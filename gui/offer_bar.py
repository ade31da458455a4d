"""A line in the window that offers links which were copied elsewhere; it takes no focus."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from engine import redacted
from gui import formatting, theme
from gui.translation import translate

MOST_LINKS = 1000


def _tr(text: str) -> str:
    return translate("offer_bar", text)


def offer_in_words(links: list[str]) -> str:
    """What was copied: the link, or how many."""
    if len(links) == 1:
        return _tr("Link copied: {link}").format(link=formatting.one_line(redacted(links[0])))
    return formatting.counted(len(links), "1 link copied", "{n} links copied")


class OfferBar(QFrame):
    """Hidden until there is an offer. `taken` carries the links that the person wants to add."""

    taken = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offer")
        self._links: list[str] = []
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        add = QPushButton(self.tr("A&dd…"), self)
        add.clicked.connect(self.take)
        dismiss = QPushButton(self.tr("Dismiss"), self)
        dismiss.setFlat(True)
        dismiss.clicked.connect(self.dismiss)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.PADDING, 6, theme.PADDING, 6)
        self._row.setSpacing(theme.GAP)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(add)
        self._row.addWidget(dismiss)
        self.hide()

    @property
    def links(self) -> list[str]:
        """What is offered at the moment."""
        return list(self._links)

    def offer(self, links: Iterable[str]) -> None:
        """Offer these, and what was offered before and not answered."""
        both = dict.fromkeys((*self._links, *links))
        self._links = list(islice(both, MOST_LINKS))
        words = offer_in_words(self._links)
        self.setAccessibleName(words)
        self._words.setToolTip(words)
        self._show_words()
        self.show()

    def take(self) -> None:
        """The person wants them."""
        links = self.links
        self.dismiss()
        if links:
            self.taken.emit(links)

    def dismiss(self) -> None:
        """The person does not want them, or has them."""
        self._links = []
        self.hide()

    def _show_words(self) -> None:
        metrics = self._words.fontMetrics()
        words, width = self._words.toolTip(), self._words.width()
        self._words.setText(metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._row.activate()
        self._show_words()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._show_words()
        super().changeEvent(event)
