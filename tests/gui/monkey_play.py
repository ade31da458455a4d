"""Plays one monkey against the whole front of the program, and looks at what it left."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from engine import JobEvent
from fake_engine import FakeEngine, active, done, failed, held, make_job, paused, retrying
from gui import garbage
from gui.app import Front
from monkey import Monkey, nothing_leaves

LOOK_EVERY = 250
MORE_WIDGETS = 1.25
"""How much the window may have grown since a third of the time: what is made at first use."""
MORE_MEMORY = 40_000_000

# A label makes these when it is first clicked, and keeps them.
_OF_LABELS = ("QObject", "QTextDocument", "QTextFrame", "QAbstractTextDocumentLayout")


class Trouble(AssertionError):
    """Something broke or stayed behind; the text says what the monkey did before."""


class Ears(logging.Handler):
    """Hears what is wrong: errors that are logged, exceptions, warnings of Qt."""

    def __init__(self, exceptions: list[Any], qtlog: Any) -> None:
        super().__init__(logging.ERROR)
        self._exceptions, self._qtlog = exceptions, qtlog
        self._logged: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._logged.append(self.format(record))

    def heard(self) -> list[str]:
        """All of it, in words."""
        warnings = [
            record.message
            for record in self._qtlog.records
            if record.log_type_name in ("WARNING", "CRITICAL") and not record.ignored
        ]
        return [*map(_in_words, self._exceptions), *self._logged, *warnings]


def _in_words(exception: tuple[Any, BaseException, Any]) -> str:
    return "".join(traceback.format_exception(*exception)[-4:])


async def play(seed: int, steps: int, home: Path, qtbot: Any, qtlog: Any) -> Monkey:
    """`steps` deeds and a look around now and then; raises `Trouble`."""
    engine = FakeEngine(
        *(active(), retrying(), held(), paused(), failed(), done(), make_job("queued", size=None))
    )
    front = Front(engine, home)
    monkey = Monkey(front, engine, seed)
    with (
        qtbot.captureExceptions() as exceptions,
        nothing_leaves(),
        _heard_by(Ears(exceptions, qtlog)) as ears,
    ):
        front.begin([], hidden=False)
        try:
            await _play(monkey, steps, ears.heard)
        except Exception as failure:
            raise Trouble(f"seed {seed}: {failure}\n{monkey!r}") from failure
        finally:
            front.hide()
            await front.close()
            await asyncio.sleep(0)
            # Offscreen, what Python put there outlives Python, which ends in a crash.
            QGuiApplication.clipboard().clear()
            QApplication.setQuitOnLastWindowClosed(True)
    assert engine.listeners == 0
    return monkey


async def _play(monkey: Monkey, steps: int, heard: Callable[[], list[str]]) -> None:
    before: Counter[str] | None = None
    memory = 0
    for step in range(1, steps + 1):
        await monkey.do()
        garbage.collect_if_due()
        _require_none(heard() + monkey.blocked)
        if step % LOOK_EVERY == 0 or step == steps:
            await monkey.calm_down()
            _require_none(heard())
            _compare(monkey)
            if before is None and step >= steps // 3:
                before, memory = _things(monkey.front), _memory()
    assert before is not None
    after = _things(monkey.front)
    grown = {
        name: (before[name], count)
        for name, count in after.items()
        if count > before[name] * MORE_WIDGETS + 3
    }
    assert grown == {}, f"more and more of them: {grown}"
    assert _memory() - memory < MORE_MEMORY, f"{_memory() - memory} more bytes"


def _require_none(troubles: list[str]) -> None:
    assert troubles == [], "\n".join(troubles[:3])


def _compare(monkey: Monkey) -> None:
    """The window shows what the engine has, and offers what the engine accepts."""
    window, engine = monkey.window, monkey.world.engine
    shown, real = window.table.jobs(), engine.jobs()
    differing = [job for job in shown if job not in real] + [
        job for job in real if job not in shown
    ]
    assert differing == [], f"the table and the engine differ: {differing[:2]}"
    assert len(shown) == len(real), f"{len(shown)} in the table, {len(real)} in the engine"
    rows = range(window.table.rowCount())
    strays = [row for row in rows if window.table.row_of(window.table.job_at(row).id) != row]
    assert strays == [], f"rows that do not know their place: {strays}"
    chosen, commands = window.jobs.selected_jobs(), monkey.front.commands
    for action, event in ((commands.resume, JobEvent.RESUME), (commands.pause, JobEvent.SUSPEND)):
        accepted = [job.state.name for job in chosen if job.accepts(event)]
        assert action.isEnabled() == bool(accepted), f"{action.text()}: {accepted} of {chosen}"
    left = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert left == [window], f"still open: {left}"


def _things(front: Front) -> Counter[str]:
    """How many there are of each kind of widget, and of what hangs below the window."""
    kinds = Counter(type(widget).__name__ for widget in QApplication.allWidgets())
    kinds.update(f"top-level {type(each).__name__}" for each in QApplication.topLevelWidgets())
    kinds.update(f"object {type(each).__name__}" for each in front.window.findChildren(QObject))
    kinds.update(f"object {type(each).__name__}" for each in front.findChildren(QObject))
    for kind in _OF_LABELS:
        kinds.pop(f"object {kind}", None)
    return kinds


def _memory() -> int:
    """Resident bytes; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


@contextlib.contextmanager
def _heard_by(ears: Ears) -> Iterator[Ears]:
    root = logging.getLogger()
    root.addHandler(ears)
    try:
        yield ears
    finally:
        root.removeHandler(ears)
