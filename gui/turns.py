"""Thousands of commands at once, some in each turn of the loop: the window must not wait for all.

The first are carried out as they come, for one command is answered at once; what comes while time
is short waits for the next turns, in order.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

BUSY_SECONDS = 0.004
PAUSE_MS = 4


class Turns(QObject):
    """Carries commands out in the order in which they came."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[tuple[Callable[[], object], float]] = deque()
        self._spent = 0.0
        self._timer = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self._next_turn)

    def do(self, command: Callable[[], object], later: float = 0.0) -> None:
        """Carry `command` out, now if there is time.

        It costs `later` seconds more in another turn.
        """
        if self._waiting or self._spent >= BUSY_SECONDS:
            self._waiting.append((command, later))
        else:
            self._carry_out(command, later)
        if not self._timer.isActive():
            self._timer.start()

    def finish(self) -> None:
        """Carry out what waits, all of it now."""
        self._timer.stop()
        while self._waiting:
            self._carry_out(*self._waiting.popleft())

    def _next_turn(self) -> None:
        self._spent = 0.0
        while self._waiting and self._spent < BUSY_SECONDS:
            self._carry_out(*self._waiting.popleft())
        if self._spent:
            self._timer.start()

    def _carry_out(self, command: Callable[[], object], later: float) -> None:
        # Of the processor: that others keep the machine busy makes no command a long one.
        began = time.thread_time()
        try:
            command()
        finally:
            self._spent += time.thread_time() - began + later
