"""What a page of the preferences is, and how its fields hold to what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QWidget

from gui.fields import ProblemLabel, SwitchField
from gui.forms import Form
from gui.preferences_dialog.desk import Desk

Read = Callable[[], Any]
Write = Callable[[Any], str]
"""Takes a value, or says in words why not."""
Check = Callable[[Any], str]
"""Says in words what is wrong with a value; empty when it is right."""


class Field(Protocol):
    """What all fields of `gui.fields` can do."""

    @property
    def changed(self) -> SignalInstance: ...
    @property
    def value(self) -> Any: ...
    def set_value(self, value: Any, /) -> None: ...
    def accessibleDescription(self) -> str: ...
    def setAccessibleDescription(self, description: str, /) -> None: ...


def _all_is_right(_value: Any) -> str:
    return ""


class Setting(QObject):
    """One field and the one choice behind it.

    What a person chooses is in force at once. What is wrong is said beside the field and is not
    taken: the last good value stays in force. What was chosen elsewhere is shown.
    """

    def __init__(
        self,
        field: Field,
        problem: ProblemLabel,
        read: Read,
        write: Write,
        check: Check = _all_is_right,
    ) -> None:
        super().__init__(problem)
        self._field = field
        self._problem = problem
        self._read = read
        self._write = write
        self._check = check
        self._description = field.accessibleDescription()
        self._shown = read()
        field.set_value(self._shown)
        field.changed.connect(self._take)

    def look(self) -> None:
        """Show what is in force, where it is not what was shown last."""
        now = self._read()
        if now != self._shown:
            self._shown = now
            self._field.set_value(now)
            self._say("")

    def _take(self) -> None:
        value = self._field.value
        words = self._check(value)
        if not words:
            # Before it is written: the news of it must not touch the field again.
            before, self._shown = self._shown, value
            words = self._write(value)
            if words:
                self._shown = before
        self._say(words)

    def _say(self, words: str) -> None:
        self._problem.say(words)
        self._field.setAccessibleDescription(words or self._description)


class Page(Form):
    """One page of the preferences: a form whose fields are bound to choices."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.settings: list[Setting] = []
        desk.changed.connect(self.look)

    def look(self) -> None:
        """Show what is in force now."""
        for setting in self.settings:
            setting.look()

    def bind(
        self,
        field: Field,
        problem: ProblemLabel,
        read: Read,
        write: Write,
        check: Check = _all_is_right,
    ) -> None:
        """Let the field show and change this choice."""
        self.settings.append(Setting(field, problem, read, write, check))

    def add_switch(self, choice: str, text: str, about: str = "") -> None:
        """A tick box for the preference of this name."""
        field = SwitchField(text, self)
        self.bind(
            field,
            self.add_tick(field, about),
            lambda: getattr(self.desk.preferences, choice),
            lambda value: self.desk.change_preferences(**{choice: value}),
        )
