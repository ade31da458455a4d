"""Lines in the window that say what did not work, until the person has read it or it is over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from engine import JobSnapshot, JobState
from gui import theme

Deed = tuple[str, Callable[[], None]]
"""What a button says, and what it does."""
_LINES = 3


@dataclass(slots=True)
class _Said:
    """One line, what can be done about it, and the failed jobs it is about (perhaps none)."""

    sentence: str
    deeds: Sequence[Deed] = ()
    jobs: set[str] = field(default_factory=set)


class MessageBar(QFrame):
    """Hidden until `show_message`; Escape in the window or its button hides it again."""

    left = Signal()
    """It had the keyboard, and gave it up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._said: list[_Said] = []
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons: list[QPushButton] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(theme.PADDING, 6, theme.PADDING, 6)
        self._layout.setSpacing(theme.GAP)
        self._layout.addWidget(self._words)
        self._layout.addWidget(self._button(self.tr("Dismiss"), self._close))
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def show_message(
        self, sentence: str, deeds: Sequence[Deed] = (), jobs: Iterable[str] = ()
    ) -> None:
        """Say this, beneath what is already there if that is something else.

        `deeds` are what can be done about it: the buttons are those of the lowest line that has
        any, and of the line above it once that one is dealt with. A line about failed `jobs` goes
        when the last of them goes on.
        """
        said = self._said if not self.isHidden() else []
        others = [one for one in said if one.sentence != sentence][1 - _LINES :]
        self._say([*others, _Said(sentence, deeds, set(jobs))])

    def follow(self, jobs: Iterable[JobSnapshot], gone: Iterable[str]) -> None:
        """Jobs changed, others are gone: what was said of those that failed may be over."""
        if self.isHidden() or not any(one.jobs for one in self._said):
            return
        over = {job.id for job in jobs if job.state is not JobState.ERROR}.union(gone)
        settled = [one for one in self._said if one.jobs and one.jobs <= over]
        for one in self._said:
            one.jobs -= over
        if settled:
            self._say([one for one in self._said if one not in settled])

    def _say(self, said: list[_Said]) -> None:
        self._said = said
        if not said:
            self._close()
            return
        self._words.setText("\n".join(one.sentence for one in said))
        self.setAccessibleName(said[-1].sentence)
        self._offer(next((one for one in reversed(said) if one.deeds), said[-1]))
        self.show()

    def _offer(self, said: _Said) -> None:
        self._give_keyboard_back()
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._deed_button(*deed, said) for deed in said.deeds]
        for place, button in enumerate(self._buttons, 1):
            self._layout.insertWidget(place, button)

    def _deed_button(self, words: str, act: Callable[[], None], said: _Said) -> QPushButton:
        def do() -> None:
            self._say([one for one in self._said if one is not said])
            act()

        button = self._button(words, do)
        button.setAccessibleDescription(said.sentence)
        return button

    def _button(self, words: str, act: Callable[[], None]) -> QPushButton:
        """A click leaves the keyboard where it is: the button will not be there any more."""
        button = QPushButton(words, self)
        button.setFlat(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _close(self) -> None:
        self._give_keyboard_back()
        self.hide()

    def _give_keyboard_back(self) -> None:
        focused = self.focusWidget()
        if focused is not None and focused.hasFocus():
            self.left.emit()
