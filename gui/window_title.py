"""The title of the window: how fast bytes come, while they do, and the program's name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from gui import formatting
from gui.translation import translate

NAME = "Holdfast"
CALM_MS = 1000
"""At most so often the title becomes another."""


def _tr(text: str) -> str:
    return translate("window_title", text)


def title(rate: float) -> str:
    """The title at so many bytes a second."""
    if rate < 1:
        return NAME
    return _tr("{speed} – Holdfast").format(speed=formatting.rate(rate))


class WindowTitle(QObject):
    """Keeps the title of `window` up to date; `rate` is asked when something changed."""

    def __init__(self, window: QWidget, rate: Callable[[], float]) -> None:
        super().__init__(window)
        self._window = window
        self._rate = rate
        self._calm = QTimer(self, interval=CALM_MS, singleShot=True)
        self._calm.timeout.connect(self._show)

    def follow(self) -> None:
        """The jobs changed."""
        if not self._calm.isActive():
            self._show()
            self._calm.start()

    def _show(self) -> None:
        words = title(self._rate())
        if words != self._window.windowTitle():
            self._window.setWindowTitle(words)
