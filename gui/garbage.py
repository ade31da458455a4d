"""When and where Python looks for garbage: in the main thread alone, and not while much is made.

Python's own collector runs in whichever thread allocates next. In a wire thread it would take
down what is left of a dialog or of a loop, with the timers and objects of Qt in it, and those must
die in the thread they live in: now and then that ends the process.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator

from PySide6.QtCore import QTimer

LOOK_MS = 500

_pauses = 0


@contextlib.contextmanager
def collected_here() -> Iterator[None]:
    """Within this the calling thread collects, twice a second if there is enough; no other does.

    Needs the event loop of Qt to run in this thread.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    timer = QTimer(interval=LOOK_MS)
    timer.timeout.connect(collect_if_due)
    timer.start()
    try:
        yield
    finally:
        timer.stop()
        if was_enabled:
            gc.enable()


def collect_if_due() -> None:
    """Do what Python's own collector would have done by now; call it in the main thread."""
    if _pauses:
        return
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = [
        generation
        for generation, (count, threshold) in enumerate(zip(counts, thresholds, strict=True))
        if count > threshold > 0
    ]
    if due:
        gc.collect(max(due))


@contextlib.contextmanager
def all_of_this_stays() -> Iterator[None]:
    """Keep the collector away from what is made here, now and later.

    It would look at it again and again while it grows: 0.4 s of a start with 10,000 jobs, and
    each of its later rounds would keep the window waiting.
    """
    global _pauses
    _pauses += 1
    try:
        yield
    finally:
        gc.freeze()
        _pauses -= 1
