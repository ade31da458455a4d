"""What the pages work on: the engine's settings and the window's preferences, both at once."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from engine import Settings
from gui.aria2.door_bridge import DoorBridge
from gui.bridge import EngineBridge
from gui.preferences import PreferenceKeeper, Preferences
from gui.trust_bridge import TrustBridge


class Desk(QObject):
    """Reads and changes; a change says in words why it was not taken, else nothing."""

    changed = Signal()
    """Something is chosen differently now, by whomever."""

    def __init__(
        self, bridge: EngineBridge, keeper: PreferenceKeeper, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._keeper = keeper
        self._refusals: list[str] = []
        bridge.settingsChanged.connect(self.changed)
        keeper.changed.connect(self.changed)

    @property
    def settings(self) -> Settings:
        """The engine's, as they are now."""
        return self._bridge.settings

    @property
    def trust(self) -> TrustBridge:
        """Sign-ins for servers and proxies."""
        return self._bridge.trust

    @property
    def door(self) -> DoorBridge:
        """Other programs that may ask."""
        return self._bridge.door

    @property
    def preferences(self) -> Preferences:
        """The window's, as they are now."""
        return self._keeper.now

    def change_settings(self, **changes: Any) -> str:
        """Other defaults and limits, at once."""
        self._refusals.clear()
        self._bridge.refused.connect(self._hear)
        try:
            self._bridge.change_settings(msgspec.structs.replace(self.settings, **changes))
        finally:
            self._bridge.refused.disconnect(self._hear)
        return "\n".join(self._refusals)

    def change_preferences(self, **changes: Any) -> str:
        """Other choices for the window, at once."""
        try:
            self._keeper.change(**changes)
        except OSError as failure:
            return self.tr("This cannot be kept: {reason}.").format(
                reason=failure.strerror or failure
            )
        return ""

    def _hear(self, words: str) -> None:
        self._refusals.append(words)
