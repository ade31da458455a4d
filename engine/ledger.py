"""What changes in one turn of the loop goes to the store as one change for each job.

News go with the change that they tell of, so that one is never there without the other, and are
told when the disk has both.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from engine.clock import wall_time
from engine.job import Job, JobFile
from engine.news import News, NewsKind, Newsroom
from engine.store import Store
from engine.timeline import TimelineEntry, TimelineKind

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

    def __init__(self, store: Store) -> None:
        self.news = Newsroom(self._acknowledged)
        self._store = store
        self._loop = asyncio.get_running_loop()
        self._changes: dict[str, _Change] = {}
        self._taken: list[int] = []
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
        """Something for the job's timeline."""
        self._change(job).notes.append(TimelineEntry(wall_time(), kind, text))

    def publish(self, kind: NewsKind, job: Job) -> None:
        """News that somebody must take note of."""
        self._change(job).news.append(News(kind, job.id))

    def delete(self, job: Job) -> None:
        """The job is gone, with all that was to be written of it."""
        self._changes.pop(job.id, None)
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
                asyncio.wrap_future(written).add_done_callback(partial(self._tell, change.news))
            else:
                watch(written)
        if taken:
            watch(self._store.delete_news(taken))

    def _change(self, job: Job) -> _Change:
        self._flush_soon()
        if job.id not in self._changes:
            self._changes[job.id] = _Change(job)
        return self._changes[job.id]

    def _flush_soon(self) -> None:
        if not self._is_due:
            self._is_due = True
            self._loop.call_soon(self.flush)

    def _tell(self, news: list[News], written: asyncio.Future[list[int]]) -> None:
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


def watch(written: Future[Any]) -> None:
    """Nobody waits for this to be on disk, but somebody should know when it is not."""
    written.add_done_callback(_log_failure)


def _log_failure(written: Future[Any]) -> None:
    failure = written.exception()
    if failure is not None:
        log.error("the job list could not be written: %s", failure)
