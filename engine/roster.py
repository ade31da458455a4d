"""All jobs, what is written of them, and who hears of their changes.

Every change of a job goes through here: the state by its table, the store, the listeners, and
whoever looks after the job from then on.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

from engine import story
from engine.clock import Clock, wall_time
from engine.job import Job, JobFile
from engine.ledger import Ledger, watch
from engine.news import NewsKind, readable
from engine.states import JobEvent, JobState
from engine.store import Loaded, Store
from engine.threads import in_thread
from engine.timeline import TimelineEntry, TimelineKind


class Roster:
    """Everything happens on the main thread; nothing blocks it."""

    def __init__(self, store: Store, clock: Clock, look_after: Callable[[Job], None]) -> None:
        self.jobs: dict[str, Job] = {}
        self._store = store
        self._clock = clock
        self._look_after = look_after
        self._ledger = Ledger(store, clock)
        self.news = self._ledger.news
        self._listeners: list[Callable[[str], None]] = []

    def __repr__(self) -> str:
        return f"<Roster of {len(self.jobs)} jobs>"

    # Beginning and end.

    async def load(self) -> Loaded:
        """Take up what was stored."""
        loaded = await asyncio.wrap_future(self._store.load(self._clock))
        self.jobs = {job.id: job for job in loaded.jobs}
        self.news.publish(readable(loaded.news))
        return loaded

    async def close(self) -> None:
        """Write everything, and close the store."""
        await self._ledger.close(self.jobs.values())
        self.save_clocks(job for job in self.jobs.values() if not job.state.is_final)
        await in_thread("store", self._store.close)

    def in_order(self) -> list[Job]:
        """All jobs, in the order of the line."""
        return sorted(self.jobs.values(), key=lambda job: job.position)

    # Jobs in and out.

    async def add(self, job: Job) -> None:
        """A new job, durable when this returns. Raises `StoreError`."""
        await asyncio.wrap_future(self._store.save(job, job.files))
        self.jobs[job.id] = job
        self.note(job, TimelineKind.CREATED, story.created(job))
        self.tell(job)

    def drop(self, job: Job) -> None:
        """The job is gone."""
        self.jobs.pop(job.id, None)
        self._ledger.delete(job)
        self.tell(job)

    # Changes.

    def apply(self, job: Job, event: JobEvent) -> None:
        """Change the state by the table and let everybody know; raises `InvalidStateError`."""
        before = job.state
        was_held_by = job.error if job.is_held else None
        job.apply(event)
        if event is JobEvent.HOLD_LIFTED and was_held_by:
            self.note(job, TimelineKind.HOLD, f"{was_held_by.kind.value} is over")
        self.changed(job, before, event.value)

    def changed(self, job: Job, before: JobState | None = None, why: str = "") -> None:
        """The job changed, and was `before` in another state if that is given."""
        if before not in (None, job.state):
            why = why or (job.error.kind.value if job.error else "")
            self.note(
                job, TimelineKind.STATE, f"{job.state.value}: {why}" if why else job.state.value
            )
        job.times.modified = wall_time()
        job.seen = None
        self._ledger.job(job)
        self._look_after(job)
        self.tell(job)

    async def saved(self, job: Job) -> None:
        """Return when all that is known of the job is on disk. Raises `StoreError`."""
        self._ledger.flush()
        await asyncio.wrap_future(self._store.save(job))

    def file_changed(self, job: Job, file: JobFile) -> None:
        """What is known of the file goes to the store."""
        if job.id in self.jobs:
            self._ledger.file(job, file)

    def save_clocks(self, jobs: Iterable[Job]) -> None:
        """What the clocks of these jobs have measured goes to the store."""
        watch(self._store.save_clocks(jobs))

    # Who hears of it.

    def note(self, job: Job, kind: TimelineKind, text: str) -> None:
        """Add to the job's timeline; `text` holds no secrets."""
        if job.id in self.jobs:
            self._ledger.note(job, kind, text)

    async def timeline(self, job: Job) -> list[TimelineEntry]:
        """The job's story, oldest first."""
        self._ledger.flush()
        told = await asyncio.wrap_future(self._store.timeline(job.id))
        return told + self._ledger.untold(job)

    def publish(self, kind: NewsKind, job: Job) -> None:
        """News that somebody must take note of."""
        if job.id in self.jobs:
            self._ledger.publish(kind, job)

    def subscribe(self, on_modified: Callable[[str], None]) -> Callable[[], None]:
        """Hear which job changed or is gone; returns the way out."""
        self._listeners.append(on_modified)
        return lambda: self._listeners.remove(on_modified)

    def tell(self, job: Job) -> None:
        """The job is not as it was; not for the store."""
        job.seen = None
        for listener in list(self._listeners):
            listener(job.id)
