"""Offers links as they are copied in other programs; off unless the person switched it on.

Only what was copied as a link is offered: a text of which every line is one http(s) link, and of
these only such as look like files, because people copy links of pages all day. What Holdfast
copied itself, what a password manager marked, and what was offered just before is left alone.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

from engine import RefusedError, parse_link
from gui.preferences import PreferenceKeeper

OWN_MARK = "application/x-holdfast"
"""A format that says: copied by Holdfast."""

_SECRET_MARKS = (
    "passwordmanagerhint",
    "excludeclipboardcontentfrommonitorprocessing",
    "clipboard viewer ignore",
    "concealedtype",
    "transienttype",
)
"""Parts of formats by which password managers ask clipboard managers to look away."""
_MOST_LINES = 1000
_LONGEST_TEXT = 1 << 20
_SETTLE_MS = 200
"""Programs offer one copy in several steps."""

_PAGES = frozenset(
    {"htm", "html", "xhtml", "shtml", "php", "php3", "phtml", "asp", "aspx", "jsp", "jspx", "cgi"}
    | {"do", "cfm", "com", "org", "net"}
)
_ENDING = re.compile(r"[a-z0-9]{1,10}", re.IGNORECASE)
_VERSION = re.compile(r"\d+")


class ClipboardWatch(QObject):
    """Looks at the clipboard when it changes, while the person wants it to."""

    links_copied = Signal(list)

    def __init__(self, preferences: PreferenceKeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._clipboard: QClipboard = QGuiApplication.clipboard()
        self._is_on = False
        self._before: list[str] = []
        self._settling = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._settling.timeout.connect(self._look)
        preferences.changed.connect(self._follow_preferences)
        self._follow_preferences()

    def close(self) -> None:
        """Look no longer, whatever the person wants."""
        self._preferences.changed.disconnect(self._follow_preferences)
        self._switch(False)

    def _follow_preferences(self) -> None:
        self._switch(self._preferences.now.watch_clipboard)

    def _switch(self, wanted: bool) -> None:
        if wanted is self._is_on:
            return
        self._is_on = wanted
        if wanted:
            self._clipboard.dataChanged.connect(self._settling.start)
        else:
            self._clipboard.dataChanged.disconnect(self._settling.start)
            self._settling.stop()

    def _look(self) -> None:
        if self._clipboard.ownsClipboard():
            return
        links = links_copied(self._clipboard.mimeData())
        if links and links != self._before:
            self._before = links
            self.links_copied.emit(links)


def copied_by_us(text: str) -> QMimeData:
    """For the clipboard: this text, marked as Holdfast's own."""
    mime = QMimeData()
    mime.setText(text)
    mime.setData(OWN_MARK, b"1")
    return mime


def links_copied(mime: QMimeData | None) -> list[str]:
    """The links to files in what was copied as links; empty for anything else.

    A clipboard that another program has emptied may give None.
    """
    if mime is None:
        return []
    formats = [name.lower() for name in mime.formats()]
    if OWN_MARK in formats or any(mark in name for mark in _SECRET_MARKS for name in formats):
        return []
    if not mime.hasText():
        return []
    text = mime.text()
    lines = text.split() if len(text) <= _LONGEST_TEXT else []
    if not 0 < len(lines) <= _MOST_LINES or not all(map(_is_link, lines)):
        return []
    return [line for line in dict.fromkeys(lines) if looks_like_file(line)]


def looks_like_file(link: str) -> bool:
    """Whether a link's last word ends as files do: `.iso`, `.tar.gz`; not as pages do."""
    name = PurePosixPath(unquote(urlsplit(link).path)).name
    stem, dot, ending = name.rpartition(".")
    return (
        bool(stem and dot)
        and _ENDING.fullmatch(ending) is not None
        and _VERSION.fullmatch(ending) is None
        and ending.lower() not in _PAGES
    )


def _is_link(text: str) -> bool:
    try:
        parse_link(text)
    except RefusedError:
        return False
    return True
