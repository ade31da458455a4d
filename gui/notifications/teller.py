"""What is told on the desktop, when, and by which way; nothing here raises, or holds anybody up.

The ways, each where the one before fails: what shows notifications on this desktop (with buttons),
the tray's message, a line in the window. News of the engine counts as taken once somebody could see
it: a daemon or the tray took it over, the window was in front, or it came to the front with the
line in it. What was told to nobody when the program ends, or dies, is told at the next start.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple, Protocol

from engine import JobSnapshot, JobState, NewsKind
from gui import sandbox
from gui.notifications.daemon import DaemonNotifier
from gui.notifications.foreign import ForeignNotifier
from gui.notifications.grouping import Grouping
from gui.notifications.note import KINDS, Kind, Note, note_of
from gui.notifications.portal import PortalNotifier
from gui.preferences import Preferences

log = logging.getLogger(__name__)

GATHERED = 0.3
"""What happens within so many seconds is told together."""
GROWTH = 1.0
"""A group that is shown grows at most so often."""
FAILURES_BEFORE_SILENCE = 3
SILENCE = 60.0
CLOSE_TIMEOUT = 0.5

Receipt = asyncio.Future[None]


class Notifier(Protocol):
    """A way to show notes with buttons."""

    async def show(self, note: Note) -> None:
        """Show a note in place of the one with its key; raises OSError."""

    async def take_back(self, keys: Iterable[str]) -> None:
        """Let nothing be seen any more of these; never raises."""

    async def close(self) -> None:
        """Take back what is shown, and let go of the desktop."""


class _News(NamedTuple):
    note: Note
    receipt: Receipt


class Notifications:
    """Tells the desktop about jobs.

    `on_action` gets what was pressed, and the note with the button. `tray_message` takes a title, a
    text and what a click does, and says whether it could show them; `say_in_window` shows a note in
    the window. `is_in_front` says whether the person looks at the window. `wishes` gives the
    preferences of the moment.
    """

    def __init__(
        self,
        *,
        on_action: Callable[[str, Note], None],
        tray_message: Callable[[str, str, Callable[[], None]], bool],
        say_in_window: Callable[[Note], None],
        is_in_front: Callable[[], bool],
        wishes: Callable[[], Preferences],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._on_action = on_action
        self._tray_message = tray_message
        self._say_in_window = say_in_window
        self._is_in_front = is_in_front
        self._wishes = wishes
        self._clock = clock
        self._grouping = Grouping(clock)
        self._notifier = self._choose_notifier()
        self._waiting: list[_News] = []
        self._unseen: list[Receipt] = []
        self._failed: dict[str, str] = {}
        self._errands: set[asyncio.Task[None]] = set()
        self._worker: asyncio.Task[None] | None = None
        self._failures = 0
        self._silent_until = float("-inf")
        self._is_closed = False

    def take(self, news: NewsKind, job: JobSnapshot) -> Receipt | None:
        """Tell this soon; None when there is nothing to tell, else done when somebody could see."""
        if news not in KINDS or not KINDS[news].is_wished(self._wishes()):
            return None
        loop = asyncio.get_running_loop()
        receipt = loop.create_future()
        if not self._is_closed:
            note = note_of(news, job)
            self._waiting.append(_News(note, receipt))
            self._failed.pop(job.id, None)
            if news is NewsKind.JOB_ERROR:
                self._failed[job.id] = note.key
            if self._worker is None:
                self._worker = loop.create_task(self._work())
                self._worker.add_done_callback(self._settle)
        return receipt

    def follow(self, jobs: Iterable[JobSnapshot], gone: Iterable[str]) -> None:
        """Jobs changed, others are gone: of one that failed nothing is told, nor to be seen any
        more, once it goes on, or nobody has it: a browser may have taken it back.
        """
        if not self._failed or self._is_closed:
            return
        over = {job.id for job in jobs if job.state is not JobState.ERROR}.union(gone)
        keys = {self._failed.pop(job_id) for job_id in over & self._failed.keys()}
        if not keys:
            return
        _give(one.receipt for one in self._waiting if one.note.key in keys)
        self._waiting = [one for one in self._waiting if one.note.key not in keys]
        errand = asyncio.get_running_loop().create_task(self._take_back(keys))
        self._errands.add(errand)
        errand.add_done_callback(self._errands.discard)

    def came_to_front(self) -> None:
        """The person looks at the window, and at what it says."""
        _give(self._unseen)
        self._unseen = []

    async def close(self) -> None:
        """The program ends: no more notes, and none with dead buttons left on the screen."""
        self._is_closed = True
        if self._worker is not None:
            # What is on its way may still appear, and must then be taken back.
            await asyncio.wait({self._worker}, timeout=CLOSE_TIMEOUT)
        for errand in self._errands:
            errand.cancel()
        if self._worker is not None:
            self._worker.cancel()
        await self._notifier.close()

    # --- telling ---------------------------------------------------------------------------------

    async def _work(self) -> None:
        """One at a time, so that a desktop that does not answer is found out once."""
        while self._waiting and not self._is_closed:
            is_growing = any(self._grouping.is_growing(kind) for kind in self._kinds_waiting())
            await asyncio.sleep(GROWTH if is_growing else GATHERED)
            together, self._waiting = self._waiting, []
            for kind in Kind:
                news = [one for one in together if one.note.kind is kind]
                if news:
                    await self._tell(news)

    async def _take_back(self, keys: Iterable[str]) -> None:
        """Also of what is being shown just now."""
        if self._worker is not None:
            await asyncio.wait({self._worker})
        await self._notifier.take_back(keys)

    def _kinds_waiting(self) -> set[Kind]:
        return {one.note.kind for one in self._waiting}

    def _settle(self, worker: asyncio.Task[None]) -> None:
        self._worker = None
        if not worker.cancelled() and (failure := worker.exception()):
            log.error("telling the desktop failed unexpectedly", exc_info=failure)

    async def _tell(self, news: Sequence[_News]) -> None:
        if self._is_closed:
            return
        notes, instead_of = self._grouping.arrange([one.note for one in news])
        receipts = [one.receipt for one in news]
        if self._is_in_front():
            # What is done, its row says.
            if news[0].note.kind is Kind.FAILED:
                self._say_each(notes)
            _give(receipts)
            return
        were_told = [await self._show(note) for note in notes]
        if all(were_told):
            _give(receipts)
            await self._notifier.take_back(instead_of)
        elif not self._is_closed:
            silent = [note for note, told in zip(notes, were_told, strict=True) if not told]
            self._tell_without_buttons(silent, receipts)

    async def _show(self, note: Note) -> bool:
        """Whether the desktop took the note over."""
        if self._is_closed or self._clock() < self._silent_until:
            return False
        attempt = asyncio.get_running_loop().create_task(self._notifier.show(note))
        await asyncio.wait({attempt})
        failure = attempt.exception()
        if failure is None:
            self._failures = 0
            return True
        if not isinstance(failure, OSError):
            log.error("a notification failed unexpectedly", exc_info=failure)
        log.debug("no notification: %r", failure)
        self._failures += 1
        if self._failures >= FAILURES_BEFORE_SILENCE:
            self._failures = 0
            self._silent_until = self._clock() + SILENCE
        return False

    def _tell_without_buttons(self, notes: Sequence[Note], receipts: list[Receipt]) -> None:
        unheard = [note for note in notes if not self._say_by_tray(note)]
        if not unheard:
            _give(receipts)
            return
        self._say_each(unheard)
        if self._is_in_front():
            _give(receipts)
        else:
            self._unseen += receipts

    def _say_by_tray(self, note: Note) -> bool:
        return self._tray_message(note.title, note.body, partial(self._act, "default", note))

    def _say_each(self, notes: Iterable[Note]) -> None:
        for note in notes:
            self._say_in_window(note)

    # --- what the person does --------------------------------------------------------------------

    def _choose_notifier(self) -> Notifier:
        if sys.platform != "linux":
            return ForeignNotifier(self._act, self._grouping.forget)
        if sandbox.is_flatpak():
            return PortalNotifier(self._act)
        return DaemonNotifier(self._act, self._grouping.forget)

    def _act(self, action: str, note: Note) -> None:
        self._grouping.forget(note)
        self._on_action(action, note)


def _give(receipts: Iterable[Receipt]) -> None:
    for receipt in receipts:
        if not receipt.done():
            receipt.set_result(None)
