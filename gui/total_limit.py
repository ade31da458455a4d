"""The menu for the speed limit of all jobs together, wherever it is offered."""

from __future__ import annotations

import msgspec

from gui.bridge import EngineBridge
from gui.choice_menu import ChoiceMenu, rate_choices
from gui.translation import translate


def _tr(text: str) -> str:
    return translate("total_limit", text)


class TotalLimitMenu(ChoiceMenu):
    """Ticks the limit that holds, and sets another; `custom_asked` is for the caller."""

    def __init__(self, bridge: EngineBridge, picture: str = "") -> None:
        super().__init__(
            _tr("&Speed limit"), rate_choices(_tr("No limit")), _tr("Custom…"), picture
        )
        self._bridge = bridge
        self.chosen.connect(self.set_limit)
        bridge.settingsChanged.connect(self._look)
        self._look()

    def set_limit(self, rate: int) -> None:
        """At most so many bytes a second for all jobs together, from now on; 0 for no limit."""
        settings = msgspec.structs.replace(self._bridge.settings, rate_limit=rate)
        self._bridge.change_settings(settings)

    def _look(self) -> None:
        self.tick({self._bridge.settings.rate_limit})
