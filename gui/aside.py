"""Work beside the window, for what needs no engine: a look at a disk, which may be slow."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal


def aside(work: Callable[[], object], take: Callable[[Any], object]) -> None:
    """Have `work` done in a thread, and what it returns told to `take` in the window's.

    `take` is a method of a QObject: one that is gone by then hears nothing. `work` never raises.
    """
    post = _Post()
    post.arrived.connect(take)
    # The thread holds on to the post, never to the dialog, which may be closed meanwhile.
    QThreadPool.globalInstance().start(lambda: post.arrived.emit(work()))


class _Post(QObject):
    """Brings a result from its thread to the window's."""

    arrived = Signal(object)
