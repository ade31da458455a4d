"""Keeps the machine awake while it is needed, as far as the person wants that.

The policy says when, the power source and the preferences whether, the inhibitor how. One task does
it all, one thing after the other, so that what is held and what is let go never cross.
"""

from __future__ import annotations

import asyncio
import contextlib
import enum
import logging
import time
from collections.abc import AsyncIterator, Callable, Sequence

from PySide6.QtCore import QObject, Signal

from engine import JobSnapshot, in_thread
from gui.power.inhibitor import Inhibitor, system_inhibitor
from gui.power.policy import AwakePolicy
from gui.power.source import is_on_battery
from gui.preferences import KeepAwake, PreferenceKeeper
from gui.translation import translate

log = logging.getLogger(__name__)

RETRY_SECONDS = 60.0
"""Between tries where no service keeps the machine awake."""
SHORTEST_RETRY_SECONDS = 2.0
"""After one came or went; some do that again and again."""
LOOK_AT_POWER_SECONDS = 30.0


class Wakefulness(enum.Enum):
    """How it is with the machine's sleep."""

    NOT_NEEDED = "not needed"
    KEPT = "kept awake"
    ON_BATTERY = "on battery"
    SWITCHED_OFF = "switched off"
    IMPOSSIBLE = "impossible"


def _tr(text: str) -> str:
    return translate("keep_awake", text)


def in_words(state: Wakefulness) -> str:
    """What a person wants to know of it; empty when there is nothing."""
    match state:
        case Wakefulness.NOT_NEEDED:
            return ""
        case Wakefulness.KEPT:
            return _tr("The computer is kept awake while jobs run.")
        case Wakefulness.ON_BATTERY:
            return _tr("The computer may fall asleep: it runs on battery.")
        case Wakefulness.SWITCHED_OFF:
            return _tr("The computer may fall asleep, as the preferences say.")
        case Wakefulness.IMPOSSIBLE:
            return _tr("The computer may fall asleep: nothing here keeps it awake.")


class AwakeKeeper(QObject):
    """Follows the jobs, from `begin` to `close`. `changed`: `state` is another one."""

    changed = Signal()

    def __init__(
        self,
        preferences: PreferenceKeeper,
        parent: QObject | None = None,
        *,
        inhibitor: Callable[[Callable[[], None]], Inhibitor] = system_inhibitor,
        on_battery: Callable[[], bool] = is_on_battery,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._inhibitor = inhibitor(self._lost)
        self._asks_battery = on_battery
        self._clock = clock
        self._policy = AwakePolicy()
        self._is_wanted = False
        self._is_on_battery = False
        self._asked_at = self._tried_at = float("-inf")
        self._look_soon = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self.state = Wakefulness.NOT_NEEDED
        self.service = ""
        """What keeps the machine awake now; empty if nothing does."""
        preferences.changed.connect(self._look_soon.set)

    def begin(self) -> None:
        """Hold the machine from now on when it is needed."""
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._run())

    def follow(self, changed: Sequence[JobSnapshot], gone: Sequence[str]) -> None:
        """These jobs are different now."""
        now = self._clock()
        self._policy.follow(changed, gone, now)
        wants = self._policy.wants(now)
        # Bytes that go on coming change nothing.
        if wants != self._is_wanted or self._policy.next_look(now) is not None:
            self._is_wanted = wants
            self._look_soon.set()

    async def close(self) -> None:
        """Let the machine go; `begin` may be called again."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.wait({task})
        await self._inhibitor.let_go()
        self.service = ""
        self._become(Wakefulness.NOT_NEEDED)

    @contextlib.asynccontextmanager
    async def let_go(self) -> AsyncIterator[None]:
        """Do not stand in the way meanwhile: the person wants the machine to sleep."""
        was_at_work = self._task is not None
        await self.close()
        try:
            yield
        finally:
            if was_at_work:
                self.begin()

    # --- inside ----------------------------------------------------------------------------------

    async def _run(self) -> None:
        while True:
            self._look_soon.clear()
            try:
                seconds = await self._look()
            except Exception:
                # Whatever it was: jobs go on, and so does this.
                log.exception("the machine is not kept awake for now")
                seconds = RETRY_SECONDS
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._look_soon.wait()

    async def _look(self) -> float | None:
        """Hold or let go; seconds until the next look though nothing is told, None for never."""
        state = await self._judge()
        looks = [self._policy.next_look(self._clock())]
        if state is Wakefulness.KEPT and not self.service:
            wait = self._tried_at + SHORTEST_RETRY_SECONDS - self._clock()
            if wait > 0:
                return wait
            self._tried_at = self._clock()
            self.service = await self._inhibitor.hold()
            log.info("kept awake by %s", self.service or "nothing")
            if not self.service:
                state = Wakefulness.IMPOSSIBLE
                looks.append(RETRY_SECONDS)
        elif state is not Wakefulness.KEPT and self.service:
            await self._inhibitor.let_go()
            self.service = ""
            log.info("kept awake no longer")
        if state is not Wakefulness.NOT_NEEDED:
            looks.append(LOOK_AT_POWER_SECONDS)
        self._become(state)
        return min((seconds for seconds in looks if seconds is not None), default=None)

    async def _judge(self) -> Wakefulness:
        if not self._policy.wants(self._clock()):
            return Wakefulness.NOT_NEEDED
        wish = self._preferences.now.keep_awake
        if wish is KeepAwake.NEVER:
            return Wakefulness.SWITCHED_OFF
        if wish is KeepAwake.ON_MAINS and await self._runs_on_battery():
            return Wakefulness.ON_BATTERY
        return Wakefulness.KEPT

    async def _runs_on_battery(self) -> bool:
        now = self._clock()
        if now - self._asked_at >= LOOK_AT_POWER_SECONDS:
            self._is_on_battery = await in_thread("power source", self._asks_battery)
            self._asked_at = now
        return self._is_on_battery

    def _lost(self) -> None:
        """What held is gone, or something came that may hold."""
        self.service = ""
        self._look_soon.set()

    def _become(self, state: Wakefulness) -> None:
        if state is not self.state:
            self.state = state
            self.changed.emit()
