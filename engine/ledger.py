"""What changes in one turn of the loop goes to the store as one change for each job.

News go with the change that they tell of, so that one is never there without the other, and are
told when the disk has both.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from engine.clock import Clock, wall_time
from engine.job import Job, JobFile
from engine.news import News, NewsKind, Newsroom
from engine.redaction import secrets
from engine.store import Store
from engine.timeline import MOST_ALIKE, Condenser, TimelineEntry, TimelineKind
from engine.wire.links import redacted_text

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Change:
    """What is new about one job."""

    job: Job
    files: dict[int, JobFile] = field(default_factory=dict)
    notes: list[TimelineEntry] = field(default_factory=list)
    news: list[News] = field(default_factory=list)


class Ledger:
    """Gathers changes on the main thread; `flush` writes them, at the end of the turn by itself."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self.news = Newsroom(self._acknowledged, clock)
        self._store = store
        self._loop = asyncio.get_running_loop()
        self._changes: dict[str, _Change] = {}
        self._condensers: dict[str, Condenser] = {}
        self._taken: list[int] = []
        self._telling: set[asyncio.Future[list[int]]] = set()
        self._is_due = False
        # News that could not be stored is still told once; its ids never meet the store's.
        self._unstored = itertools.count(-1, -1)

    def __repr__(self) -> str:
        return f"<Ledger: {len(self._changes)} jobs changed>"

    def job(self, job: Job) -> None:
        """The job itself changed."""
        self._change(job)

    def file(self, job: Job, file: JobFile) -> None:
        """What is known of the file changed."""
        self._change(job).files[file.number] = file

    def note(self, job: Job, kind: TimelineKind, text: str) -> None:
        """Something for the job's timeline. Links in `text` lose what is secret in them.

        Of a job of many files, what happens to each of them is summed up (see `Condenser`).
        """
        if kind is TimelineKind.STATE:
            self._tell_the_rest(job)
        if self._tells(job, kind):
            self._change(job).notes.append(_entry(kind, text))
            if kind is TimelineKind.ERROR:
                log.info("job %s: %s", job.id, text)

    def untold(self, job: Job) -> list[TimelineEntry]:
        """What `note` has only counted so far, and will tell when the job's state changes."""
        condenser = self._condensers.get(job.id)
        return [_entry(kind, text) for kind, text in condenser.rest()] if condenser else []

    def publish(self, kind: NewsKind, job: Job) -> None:
        """News that somebody must take note of."""
        if kind is not NewsKind.FILE_TRANSFERRED:
            log.info("job %s: %s", job.id, kind.value)
        self._change(job).news.append(News(kind, job.id))

    def delete(self, job: Job) -> None:
        """The job is gone, with all that was to be written of it."""
        self._changes.pop(job.id, None)
        self._condensers.pop(job.id, None)
        self.news.drop(job.id)
        watch(self._store.delete(job.id))

    def flush(self) -> None:
        """Write what has gathered."""
        self._is_due = False
        changes, self._changes = self._changes, {}
        taken, self._taken = self._taken, []
        for change in changes.values():
            kinds = [news.kind.name for news in change.news]
            written = self._store.save(change.job, change.files.values(), change.notes, kinds)
            if change.news:
                self._tell_when(written, change.news)
            else:
                watch(written)
        if taken:
            watch(self._store.delete_news(taken))

    async def close(self, jobs: Iterable[Job] = ()) -> None:
        """Write the rest about all `jobs`, and wait until its news is told: what is taken now must
        not come again at the next start.
        """
        for job in jobs:
            self._tell_the_rest(job)
        self.flush()
        while self._telling:
            await asyncio.wait(tuple(self._telling))
            self.flush()

    def _tells(self, job: Job, kind: TimelineKind) -> bool:
        if len(job.files) <= MOST_ALIKE:
            return True
        return self._condensers.setdefault(job.id, Condenser()).takes(kind)

    def _tell_the_rest(self, job: Job) -> None:
        untold = self.untold(job)
        self._condensers.pop(job.id, None)
        if untold:
            self._change(job).notes += untold

    def _change(self, job: Job) -> _Change:
        self._flush_soon()
        if job.id not in self._changes:
            self._changes[job.id] = _Change(job)
        return self._changes[job.id]

    def _flush_soon(self) -> None:
        if not self._is_due:
            self._is_due = True
            self._loop.call_soon(self.flush)

    def _tell_when(self, written: Future[list[int]], news: list[News]) -> None:
        telling = asyncio.wrap_future(written)
        self._telling.add(telling)
        telling.add_done_callback(partial(self._tell, news))

    def _tell(self, news: list[News], written: asyncio.Future[list[int]]) -> None:
        self._telling.discard(written)
        if written.cancelled():
            return
        failure = written.exception()
        if failure:
            log.error("the job list could not be written: %s", failure)
        ids = [next(self._unstored) for _ in news] if failure else written.result()
        self.news.publish(zip(ids, news, strict=True))

    def _acknowledged(self, news_id: int) -> None:
        self._taken.append(news_id)
        self._flush_soon()


def _entry(kind: TimelineKind, text: str) -> TimelineEntry:
    return TimelineEntry(wall_time(), kind, redacted_text(secrets.hide(text)))


def watch(written: Future[Any]) -> None:
    """Nobody waits for this to be on disk, but somebody should know when it is not."""
    written.add_done_callback(_log_failure)


def _log_failure(written: Future[Any]) -> None:
    failure = written.exception()
    if failure is not None:
        log.error("the job list could not be written: %s", failure)
