"""Takes downloads over from browsers: ready, confirmed, durable; and what becomes of each.

A browser asks whether we would, hears in time that we are ready, and confirms: only then something
is made, and only once, however often it confirms. So no download is lost, and none comes twice.
"""

from __future__ import annotations

import asyncio
import contextlib
import enum
import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from engine import (
    InvalidStateError,
    JobManager,
    JobSnapshot,
    JobSpec,
    JobState,
    NoSuchJobError,
    RefusedError,
    __version__,
)
from gui import desktop, formatting
from gui.browsers import fates, handover
from gui.browsers.expired import WAITING, Waiting, waiting_for
from gui.browsers.handover import Handover
from gui.browsers.leases import Leases, Memory
from gui.browsers.messages import (
    AskFate,
    AskSummary,
    Confirm,
    Declined,
    Fate,
    FromBrowser,
    Hello,
    Ready,
    Summary,
    Take,
    Taken,
    ToBrowser,
    Welcome,
    Withdraw,
    Withdrawn,
)
from gui.browsers.native_host import LONGEST_ID
from gui.browsers.summary import summed
from gui.categories import category_of
from gui.preferences import Preferences
from gui.translation import translate

JOBS_AT_ONCE = 250
"""So many are looked at before others get their turn."""
SECONDS_A_SUMMARY_LASTS = 0.5


class Deed(enum.Enum):
    """What becomes of a download that was confirmed."""

    ADD = "add"
    ASK = "ask"
    """The person decides, in the window."""
    UPDATE = "update"
    """A job that waits for this file goes on with the link."""
    SAME = "same"
    """The job that has this link goes on."""


class Decision(NamedTuple):
    """The deed, and the job that is meant."""

    deed: Deed
    waiting: Waiting | None = None
    job: JobSnapshot | None = None


def decide(
    given: Handover, jobs: Sequence[JobSnapshot], *, has_window: bool, asks_first: bool
) -> Decision:
    """What becomes of it. Whoever can be asked is asked where it is not clear; without a window
    another link is taken only where size and validator prove that it is the same file.
    """
    same = next((job for job in jobs if not job.state.is_final and _has_link(job, given)), None)
    waiting = waiting_for(given, jobs)
    if has_window:
        is_clear = same is None and waiting is None and not asks_first
        return Decision(Deed.ADD if is_clear else Deed.ASK, waiting, same)
    if same is not None and len(same.files) == 1:
        return Decision(Deed.SAME, job=same)
    if waiting is not None and waiting.is_proven:
        return Decision(Deed.UPDATE, waiting)
    return Decision(Deed.ADD)


def _has_link(job: JobSnapshot, given: Handover) -> bool:
    # Asked of ten thousand jobs at once.
    files = job.files
    return files[0].url == given.url if len(files) == 1 else given.url in [f.url for f in files]


class Outcome(NamedTuple):
    """What the browser was told; `is_new`: the job was made for it."""

    taken: Taken
    is_new: bool = False


class Desk:
    """Where browsers hand downloads over; one for all connections of an instance.

    `ask` opens the window's dialog, `show` shows a job there; both are None without a window.
    """

    def __init__(
        self,
        manager: JobManager,
        preferences: Callable[[], Preferences],
        ask: Callable[[Handover], None] | None = None,
        show: Callable[[str], None] | None = None,
        *,
        clock: Callable[[], float] | None = None,
    ) -> None:
        self._manager = manager
        self._preferences = preferences
        self._ask = ask
        self._show = show
        self._clock = clock or asyncio.get_running_loop().time
        self._leases = Leases()
        self._memory: Memory[Outcome] = Memory()
        self._taking: dict[str, asyncio.Future[Outcome]] = {}
        self._one_at_a_time = asyncio.Lock()
        self._summary: tuple[float, Summary] | None = None

    async def answer(self, request: FromBrowser, owner: object) -> ToBrowser:
        """Carry it out for the connection `owner`."""
        match request:
            case Hello():
                return Welcome(version=__version__, has_window=self._ask is not None)
            case Take():
                return self._promise(request, owner)
            case Confirm():
                return await self._confirm(request.id)
            case AskFate():
                return self._fate(request.id)
            case Withdraw():
                return await self._withdraw(request.id)
            case AskSummary():
                return await self._sum_up()

    def end_of(self, owner: object) -> None:
        """The connection is gone: nothing that was promised over it holds any more."""
        self._leases.end_of(owner)

    def show(self, job_id: str) -> None:
        """Show the job in the window; raises `RefusedError`."""
        if self._show is None:
            raise RefusedError(_tr("This instance has no window."))
        self._show(self._manager.job(job_id).id)

    # --- taking over -----------------------------------------------------------------------------

    def _promise(self, take: Take, owner: object) -> ToBrowser:
        now = self._clock()
        if not 0 < len(take.id) <= LONGEST_ID:
            return _refused(_tr("The browser gave the download no name."))
        if take.id in self._taking or self._memory.recall(take.id, now) is not None:
            # It is ours already, which the browser hears when it confirms.
            return Ready()
        try:
            given = handover.read(take)
        except RefusedError as refusal:
            return _refused(formatting.refusal(refusal))
        if not self._leases.offer(take.id, owner, given, now):
            return Declined(code="busy", text=_tr("More downloads are offered than can be taken."))
        return Ready()

    async def _confirm(self, take_id: str) -> ToBrowser:
        now = self._clock()
        if (outcome := self._memory.recall(take_id, now)) is not None:
            return outcome.taken
        taking = self._taking.get(take_id)
        if taking is None:
            given = self._leases.redeem(take_id, now)
            if given is None:
                return _unknown()
            taking = asyncio.ensure_future(self._take(take_id, given))
            self._taking[take_id] = taking
            taking.add_done_callback(functools.partial(self._taken, take_id))
        try:
            # Whoever asked may go meanwhile; it is taken all the same.
            return (await asyncio.shield(taking)).taken
        except (RefusedError, InvalidStateError) as refusal:
            return _refused(formatting.refusal(refusal))

    def _taken(self, take_id: str, taking: asyncio.Future[Outcome]) -> None:
        del self._taking[take_id]
        if not taking.cancelled():
            # Where nobody waits for it any more, a refusal is told to nobody.
            taking.exception()

    async def _take(self, take_id: str, given: Handover) -> Outcome:
        # Of two that are the same, the second has to see the first.
        async with self._one_at_a_time:
            outcome = await self._dealt_with(given)
            self._memory.keep(take_id, outcome, self._clock())
        return outcome

    async def _dealt_with(self, given: Handover) -> Outcome:
        decision = decide(
            given,
            await self._all_jobs(),
            has_window=self._ask is not None,
            asks_first=self._preferences().ask_before_taking,
        )
        if decision.deed is Deed.ASK and self._ask is not None:
            self._ask(given)
            return Outcome(Taken(asks=True))
        with contextlib.suppress(NoSuchJobError, InvalidStateError):
            # What it was decided for may have ended meanwhile.
            if decision.deed is Deed.UPDATE and decision.waiting is not None:
                job, file, _ = decision.waiting
                return Outcome(await self._go_on(job, file.number, given))
            if decision.deed is Deed.SAME and decision.job is not None:
                return Outcome(await self._join(decision.job, given))
        return Outcome(Taken(job=await self._manager.add(self._job(given))), is_new=True)

    async def _join(self, job: JobSnapshot, given: Handover) -> Taken:
        """What moves by itself is left alone: it needs nothing of what the browser has."""
        if job.state not in WAITING:
            return Taken(job=job.id)
        return await self._go_on(job, job.files[0].number, given)

    async def _go_on(self, job: JobSnapshot, number: int, given: Handover) -> Taken:
        """With the link and what comes with it; the timeline tells that it was changed."""
        await self._manager.change_link(job.id, number, given.url, given.headers)
        if self._manager.job(job.id).state in (JobState.SUSPENDED, JobState.ERROR):
            self._manager.resume(job.id)
        return Taken(job=job.id)

    def _fate(self, take_id: str) -> ToBrowser:
        outcome = self._memory.recall(take_id, self._clock())
        if outcome is None:
            return _unknown()
        if outcome.taken.job is None:
            return Fate(fate=fates.ASKED)
        try:
            job = self._manager.job(outcome.taken.job)
        except NoSuchJobError:
            # The person has it out of the list already.
            return Fate(fate=fates.ARRIVING)
        return Fate(fate=fates.fate_of(job, is_new=outcome.is_new))

    async def _withdraw(self, take_id: str) -> ToBrowser:
        """A confirmation that comes after this finds nothing; one that is under way comes first."""
        self._leases.redeem(take_id, self._clock())
        if (taking := self._taking.get(take_id)) is not None:
            await asyncio.wait([taking])
        outcome = self._memory.forget(take_id)
        if outcome is not None and outcome.is_new and outcome.taken.job is not None:
            with contextlib.suppress(NoSuchJobError):
                if fates.may_take_back(self._manager.job(outcome.taken.job)):
                    await self._manager.remove(outcome.taken.job)
        return Withdrawn()

    def _job(self, given: Handover) -> JobSpec:
        return JobSpec((given.file,), self._folder_for(given))

    def _folder_for(self, given: Handover) -> Path:
        """That of its kind, else the one for all."""
        name = given.name or given.url.partition("?")[0].rpartition("/")[2]
        kind = category_of(name, self._preferences().categories)
        if kind is not None and kind.folder:
            return Path(kind.folder).expanduser()
        return desktop.default_folder(self._manager.settings)

    # --- how the jobs stand ----------------------------------------------------------------------

    async def _sum_up(self) -> Summary:
        """Several browsers may ask every second."""
        if self._summary is not None and self._summary[0] > self._clock():
            return self._summary[1]
        summary = summed(await self._all_jobs())
        self._summary = (self._clock() + SECONDS_A_SUMMARY_LASTS, summary)
        return summary

    async def _all_jobs(self) -> list[JobSnapshot]:
        jobs = []
        for count, job_id in enumerate(self._manager.job_ids(), start=1):
            with contextlib.suppress(NoSuchJobError):
                jobs.append(self._manager.job(job_id))
            if count % JOBS_AT_ONCE == 0:
                await asyncio.sleep(0)
        return jobs


def _tr(text: str) -> str:
    return translate("browsers", text)


def _unknown() -> Declined:
    return Declined(code="unknown", text=_tr("Nobody is ready for this download."))


def _refused(text: str) -> Declined:
    return Declined(code="refused", text=text)
