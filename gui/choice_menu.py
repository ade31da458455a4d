"""A submenu of choices, of which the present one is ticked; at its end one that asks for more."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from engine import GIVE_UP_PRESETS
from gui import formatting
from gui.give_up import preset_label
from gui.icons import icon

KB, MB = 1 << 10, 1 << 20
RATE_LIMITS = (256 * KB, 512 * KB, MB, 2 * MB, 5 * MB, 10 * MB, 25 * MB, 50 * MB)


class ChoiceMenu(QMenu):
    """`chosen` carries the value of a choice; `custom_asked` comes from the last entry."""

    chosen = Signal(object)
    custom_asked = Signal()

    def __init__(
        self,
        title: str,
        choices: Iterable[tuple[str, Any]],
        custom: str | None = None,
        picture: str = "",
    ) -> None:
        super().__init__(title)
        if picture:
            self.setIcon(icon(picture))
        self._group = QActionGroup(self)
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        self._values: list[Any] = []
        self._present: Collection[Any] = ()
        for text, value in choices:
            self._values.append(value)
            self._add(text).triggered.connect(partial(self._choose, value))
        self._custom: QAction | None = None
        if custom is not None:
            self.addSeparator()
            self._custom = self._add(custom)
            self._custom.triggered.connect(self._ask)

    def tick(self, present: Collection[Any]) -> None:
        """Tick what the jobs have at present; nothing where they differ."""
        self._present = present
        for action, value in zip(self._group.actions(), self._values, strict=False):
            action.setChecked(len(present) == 1 and value in present)
        if self._custom is not None:
            is_other = len(present) == 1 and not set(present) & set(self._values)
            self._custom.setChecked(is_other)

    def _add(self, text: str) -> QAction:
        action = self.addAction(text)
        action.setCheckable(True)
        self._group.addAction(action)
        return action

    def _choose(self, value: Any, _checked: bool = False) -> None:
        # A click ticks by itself; what counts is what the jobs have afterwards.
        self.tick(self._present)
        self.chosen.emit(value)

    def _ask(self, _checked: bool = False) -> None:
        self.tick(self._present)
        self.custom_asked.emit()


def give_up_choices() -> list[tuple[str, float | None]]:
    """The presets of the contract, in words."""
    return [(preset_label(name), seconds) for name, seconds in GIVE_UP_PRESETS.items()]


def rate_choices(no_limit: str) -> list[tuple[str, int]]:
    """Limits in round numbers, in bytes a second; 0 is none."""
    return [(no_limit, 0), *((formatting.rate(limit), limit) for limit in RATE_LIMITS)]
