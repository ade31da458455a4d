"""What the person chose for the window: looks, folders by kind, what is told and asked.

The engine's own settings are `engine.Settings`; what is here means nothing to it.
"""

from __future__ import annotations

import contextlib
import enum
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from gui.categories import DEFAULT_CATEGORIES, Category

FILE_NAME = "preferences.json"


class Scheme(enum.Enum):
    """Light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Density(enum.Enum):
    """How much room a row of the list takes."""

    COMFORTABLE = "comfortable"
    """Two lines: the name, and the sentence below it."""
    COMPACT = "compact"
    """One line."""


class Preferences(msgspec.Struct, frozen=True, kw_only=True):
    """All choices. `language` is a tag such as "de" or "zh_CN", None for the system's."""

    scheme: Scheme = Scheme.SYSTEM
    density: Density = Density.COMFORTABLE
    language: str | None = None
    categories: tuple[Category, ...] = DEFAULT_CATEGORIES
    watch_clipboard: bool = False
    """Offer links as they are copied."""
    look_at_links: bool = True
    """Ask the server for name and size while the person is still adding the link."""
    keep_in_tray: bool = True
    """Closing the window leaves the transfers running, where there is a tray."""
    tell_when_done: bool = True
    tell_when_given_up: bool = True


class PreferenceKeeper(QObject):
    """The choices of the moment, kept in a file of the home; `changed` when one became another."""

    changed = Signal()

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = home / FILE_NAME
        self._now = _load(self._path)

    @property
    def now(self) -> Preferences:
        """What is chosen at the moment."""
        return self._now

    def change(self, **changes: Any) -> None:
        """Take these choices and keep them; raises OSError when they cannot be written."""
        wanted = msgspec.structs.replace(self._now, **changes)
        if wanted == self._now:
            return
        _save(self._path, wanted)
        self._now = wanted
        self.changed.emit()


def _load(path: Path) -> Preferences:
    """What is stored; a missing or unreadable file means the defaults, and is left where it is."""
    with contextlib.suppress(OSError, msgspec.DecodeError, UnicodeDecodeError):
        return msgspec.json.decode(path.read_bytes(), type=Preferences)
    return Preferences()


def _save(path: Path, preferences: Preferences) -> None:
    draft = path.with_name(path.name + ".new")
    draft.write_bytes(msgspec.json.format(msgspec.json.encode(preferences)))
    draft.replace(path)
