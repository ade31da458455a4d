"""What the person chose for the window: looks, folders by kind, what is told and asked.

The engine's own settings are `engine.Settings`; what is here means nothing to it.
"""

from __future__ import annotations

import enum
from pathlib import Path
from typing import Annotated, Any

import msgspec
from PySide6.QtCore import QObject, Signal

from engine import keep_choices, stored_choices
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


class KeepAwake(enum.Enum):
    """When the machine is kept from falling asleep while jobs run."""

    ON_MAINS = "on mains"
    ALWAYS = "always"
    """On battery as well."""
    NEVER = "never"


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
    ask_before_taking: bool = False
    """Ask before what a browser sends is added; what is here already is asked about anyway."""
    keep_in_tray: bool = True
    """Closing the window leaves the transfers running, where there is a tray."""
    tell_when_done: bool = True
    tell_when_given_up: bool = True
    keep_awake: KeepAwake = KeepAwake.ON_MAINS
    hear_programs: bool = False
    """Programs that know aria2 may ask, as `gui.aria2` has it."""
    programs_port: Annotated[int, msgspec.Meta(ge=1, le=65535)] = 6800
    programs_origins: tuple[str, ...] = ()
    """Pages that may ask as well, such as http://localhost:8080."""
    command_when_done: str = ""
    """The last command line that was to run when all is done; it runs only when asked for anew."""


def stored_preferences(home: Path) -> Preferences:
    """What is chosen in a home, for those who only read it."""
    return stored_choices(home / FILE_NAME, Preferences).choices


class PreferenceKeeper(QObject):
    """The choices of the moment, kept in a file of the home; `changed` when one became another."""

    changed = Signal()

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = home / FILE_NAME
        self._now, _, self._unread = stored_choices(self._path, Preferences)

    @property
    def now(self) -> Preferences:
        """What is chosen at the moment."""
        return self._now

    @property
    def complaint(self) -> str:
        """What to tell the person of a file that could not be read whole; empty when it could."""
        if self._unread is None:
            return self.tr("{file} cannot be read; the preferences are as they came.").format(
                file=self._path
            )
        if not self._unread:
            return ""
        return self.tr("{file} has entries that cannot be read: {names}").format(
            file=self._path, names=", ".join(self._unread)
        )

    def change(self, **changes: Any) -> None:
        """Take these choices and keep them; raises OSError when they cannot be written.

        A file that could not be read whole is kept beside the new one.
        """
        wanted = msgspec.structs.replace(self._now, **changes)
        if wanted == self._now:
            return
        keep_choices(self._path, wanted)
        self._now, self._unread = wanted, ()
        self.changed.emit()
