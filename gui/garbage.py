"""When and where Python looks for garbage: in the main thread alone, and not while much is made.

Python's own collector runs in whichever thread allocates next. In a wire thread it would take
down what is left of a dialog or of a loop, with the timers and objects of Qt in it, and those must
die in the thread they live in: now and then that ends the process.
"""

from __future__ import annotations

import contextlib
import gc
import time
from collections.abc import Iterator

from PySide6.QtCore import QTimer

LOOK_MS = 500
# While there is much to look at: a look costs by what has come since the last one.
SOON_MS = 100

_LONG_SECONDS = 0.01
_EVERYTHING = 2

_pauses = 0


@contextlib.contextmanager
def collected_here() -> Iterator[None]:
    """Within this the calling thread collects, twice a second, or more often where much is made;
    no other does.

    Needs the event loop of Qt to run in this thread.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    timer = QTimer(interval=LOOK_MS)
    timer.timeout.connect(lambda: timer.setInterval(SOON_MS if collect_if_due() else LOOK_MS))
    timer.start()
    try:
        yield
    finally:
        timer.stop()
        if was_enabled:
            gc.enable()


def collect_if_due() -> bool:
    """Do what Python's own collector would have done by now; call it in the main thread.

    Returns whether there was anything to do. What is alive after a look at everything that took
    long stays: the next one would keep the window waiting as long (0.14 s where ten thousand jobs
    have come since the start).
    """
    if _pauses:
        return False
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = [
        generation
        for generation, (count, threshold) in enumerate(zip(counts, thresholds, strict=True))
        if count > threshold > 0
    ]
    if due:
        began = time.thread_time()
        gc.collect(max(due))
        if max(due) == _EVERYTHING and time.thread_time() - began > _LONG_SECONDS:
            gc.freeze()
    return bool(due)


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
