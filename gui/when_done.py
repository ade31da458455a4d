"""What is done when all is done: the choice, its countdown, and the deed itself.

The rules are `gui.power.ending`'s. The choice holds for this run of the program and is stored
nowhere; only the words of the last command are remembered.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from engine import JobSnapshot, sleepless_time
from gui import formatting
from gui.keep_awake import AwakeKeeper
from gui.power import orders
from gui.power.ending import Deed, Ending
from gui.power.orders import OrderError
from gui.translation import translate

log = logging.getLogger(__name__)

_TICK_MS = 250


def _tr(text: str) -> str:
    return translate("when_done", text)


def short_words(deed: Deed) -> str:
    """What the status bar says of the choice; empty when there is none."""
    match deed:
        case Deed.NOTHING:
            return ""
        case Deed.QUIT:
            return _tr("When done: quit")
        case Deed.SUSPEND:
            return _tr("When done: suspend")
        case Deed.SHUT_DOWN:
            return _tr("When done: shut down")
        case Deed.COMMAND:
            return _tr("When done: run a command")


class WhenDone(QObject):
    """Follows the jobs. `quit_asked`: it is time to go. `failed` carries a sentence."""

    changed = Signal()
    """Another choice, or a countdown began, went on, or ended."""
    quit_asked = Signal()
    failed = Signal(str)

    def __init__(
        self,
        keeper: AwakeKeeper,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = sleepless_time,
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._clock = clock
        self._ending = Ending()
        self._command = ""
        self._tasks: set[asyncio.Task[None]] = set()
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def deed(self) -> Deed:
        """What is chosen."""
        return self._ending.deed

    @property
    def command(self) -> str:
        """What runs, if a command was chosen."""
        return self._command

    @property
    def left(self) -> float | None:
        """Seconds until the deed is done, None while nothing is counted."""
        return self._ending.left

    @property
    def summary(self) -> str:
        """How it went."""
        count = self._ending.failed
        if not count:
            return _tr("All jobs are done.")
        failed = formatting.counted(count, "1 job failed", "{n} jobs failed")
        return _tr("All jobs are done; {failed}.").format(failed=failed)

    def begin(self, jobs: Sequence[JobSnapshot]) -> None:
        """These jobs are there already."""
        self._ending.begin(jobs)

    def follow(self, changed: Sequence[JobSnapshot], gone: Sequence[str]) -> None:
        """These jobs are different now."""
        before = self.left
        self._ending.follow(changed, gone, self._clock())
        if self.left != before:
            self._look()

    def choose(self, deed: Deed, command: str = "") -> None:
        """Do this when all is done; what cannot be done here is refused in words."""
        self._command = command
        self._ending.choose(deed)
        self._look()
        if deed not in (Deed.NOTHING, Deed.QUIT):
            self._start(self._check(deed, command))

    def cancel(self) -> None:
        """The person objects: nothing is done."""
        self.choose(Deed.NOTHING)

    def hurry(self) -> None:
        """The person has seen the countdown and does not want to wait."""
        if self.left is not None:
            self._do(self._ending.hurry())

    def tick(self) -> None:
        """A moment has passed."""
        deed = self._ending.tick(self._clock())
        if deed is None:
            self._look()
        else:
            self._do(deed)

    async def close(self) -> None:
        """The program ends."""
        self._ending.choose(Deed.NOTHING)
        self._timer.stop()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    # --- inside ----------------------------------------------------------------------------------

    def _look(self) -> None:
        if self.left is None:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
        self.changed.emit()

    def _do(self, deed: Deed) -> None:
        self._look()
        log.info("all is done: %s", deed.value)
        if deed is Deed.QUIT:
            self.quit_asked.emit()
        else:
            self._start(self._carry_out(deed, self._command))

    async def _carry_out(self, deed: Deed, command: str) -> None:
        try:
            async with self._keeper.let_go():
                await orders.carry_out(deed, command)
        except OrderError as failure:
            self.failed.emit(str(failure))
        else:
            if deed is Deed.SHUT_DOWN:
                # The system would end us in a moment, and less gently.
                self.quit_asked.emit()

    async def _check(self, deed: Deed, command: str) -> None:
        try:
            await orders.check(deed, command)
        except OrderError as failure:
            if self.deed is deed and self._command == command:
                self.cancel()
            self.failed.emit(str(failure))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._settle)

    def _settle(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (failure := task.exception()):
            log.error("what was to be done in the end was not", exc_info=failure)
