"""News that must not be lost: told at least once, kept until somebody has taken note."""

from __future__ import annotations

import asyncio
import enum
import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple, TypeAlias

from engine.clock import Clock

log = logging.getLogger(__name__)

FIRST_PAUSE = 5.0
"""Seconds before news is offered again to a handler that refused it; doubled each time."""
LONGEST_PAUSE = 300.0


class NewsKind(enum.Enum):
    """The callbacks of BITS that are never dropped. Transient errors are no news.

    Names are stored: one may be retired, never reused.
    """

    JOB_TRANSFERRED = "job transferred"
    JOB_ERROR = "job error"
    FILE_TRANSFERRED = "file transferred"
    JOB_EXPIRED = "job expired"


@dataclass(frozen=True, slots=True)
class News:
    """What happened to which job."""

    kind: NewsKind
    job_id: str


Receipt: TypeAlias = asyncio.Future[None]
"""Done once the news was taken; one that fails, or is cancelled, refuses it."""
NewsHandler: TypeAlias = Callable[[News], Receipt | None]
Concerns: TypeAlias = Callable[[str], bool]
"""Whether the news of the job with this id is a handler's business."""


def every_job(_job_id: str) -> bool:
    """All news is the handler's business."""
    return True


def readable(stored: Iterable[tuple[int, str, str]]) -> Iterator[tuple[int, News]]:
    """What the store holds as (id, job id, kind's name), with the ids.

    Kinds that a newer version has written are left where they are: that version may come back.
    """
    for news_id, job_id, kind in stored:
        if kind in NewsKind.__members__:
            yield news_id, News(NewsKind[kind], job_id)
        else:
            log.warning("news of an unknown kind %s about %s is left alone", kind, job_id)


class _Refusal(NamedTuple):
    times: int
    again_at: float


@dataclass(slots=True, eq=False)
class _Subscriber:
    """A handler, what it has taken of the news that others have yet to take, and what it refused.

    What it refused of a job keeps back all later news of that job. What it has a receipt for is
    neither taken nor refused yet, and keeps nothing back.
    """

    handler: NewsHandler
    concerns: Concerns
    taken: set[int] = field(default_factory=set)
    being_taken: dict[int, Receipt] = field(default_factory=dict)
    refusals: dict[str, _Refusal] = field(default_factory=dict)


class Newsroom:
    """Hands news to its subscribers, of each job in order; a handler that returns has taken note,
    unless it returns a receipt: then it has when that is done.

    One that raises gets the same news again after a while, and until it has taken that, nothing
    more of the same job. News is acknowledged when all have taken it whose business it is; while it
    is nobody's, it waits: whoever comes later still gets it. `acknowledged` is called with its id.
    """

    def __init__(self, acknowledged: Callable[[int], None], clock: Clock) -> None:
        self._acknowledged = acknowledged
        self._clock = clock
        self._waiting: defaultdict[str, dict[int, News]] = defaultdict(dict)
        self._subscribers: list[_Subscriber] = []
        self._to_offer: dict[str, None] = {}
        self._is_offering = False
        self._was_refused = asyncio.Event()

    def __repr__(self) -> str:
        return f"<Newsroom: {sum(map(len, self._waiting.values()))} not taken>"

    def subscribe(self, handler: NewsHandler, concerns: Concerns = every_job) -> Callable[[], None]:
        """Hear of what is not acknowledged yet and of what comes; returns the way out.

        Of jobs only that the handler `concerns`.
        """
        subscriber = _Subscriber(handler, concerns)
        self._subscribers.append(subscriber)
        self._offer_all(self._waiting)
        return lambda: self._let_go(subscriber)

    def publish(self, news: Iterable[tuple[int, News]]) -> None:
        """Tell these, with their ids, now, or as soon as somebody listens."""
        jobs: dict[str, None] = {}
        for news_id, one in news:
            self._waiting[one.job_id][news_id] = one
            jobs[one.job_id] = None
        self._offer_all(jobs)

    def drop(self, job_id: str) -> None:
        """The job is gone, and its news with it."""
        gone = self._waiting.pop(job_id, {})
        for subscriber in self._subscribers:
            subscriber.taken.difference_update(gone)
            for news_id in gone:
                subscriber.being_taken.pop(news_id, None)
            subscriber.refusals.pop(job_id, None)

    async def run(self) -> None:
        """Offer again what was refused. Never returns; cancel it."""
        while True:
            await self._was_refused.wait()
            await self._clock.sleep(FIRST_PAUSE)
            refused = {job_id for one in self._subscribers for job_id in one.refusals}
            if not refused:
                self._was_refused.clear()
            self._offer_all(refused)

    def _let_go(self, subscriber: _Subscriber) -> None:
        self._subscribers.remove(subscriber)
        # Nobody may be left who still has to take them.
        self._offer_all(subscriber.refusals)

    def _offer_all(self, job_ids: Iterable[str]) -> None:
        """One after the other, also when a handler causes more news or another subscription."""
        self._to_offer.update(dict.fromkeys(job_ids))
        if self._is_offering:
            return
        self._is_offering = True
        try:
            while self._to_offer:
                job_id = next(iter(self._to_offer))
                del self._to_offer[job_id]
                for subscriber in tuple(self._subscribers):
                    self._offer(job_id, subscriber)
                self._acknowledge(job_id)
        finally:
            self._is_offering = False

    def _offer(self, job_id: str, subscriber: _Subscriber) -> None:
        refusal = subscriber.refusals.get(job_id)
        if refusal and self._clock.now() < refusal.again_at:
            return
        if job_id not in self._waiting or not subscriber.concerns(job_id):
            return
        for news_id, news in list(self._waiting[job_id].items()):
            # What a handler does may take the job, or the handler itself, away.
            if job_id not in self._waiting or subscriber not in self._subscribers:
                return
            if news_id in subscriber.taken or news_id in subscriber.being_taken:
                continue
            if not self._hand_over(news_id, news, subscriber):
                self._wait_after_refusal(job_id, subscriber)
                return
        subscriber.refusals.pop(job_id, None)

    def _hand_over(self, news_id: int, news: News, subscriber: _Subscriber) -> bool:
        """False when the handler refused."""
        try:
            receipt = subscriber.handler(news)
        except Exception:
            log.exception("a handler did not take %s", news)
            return False
        if receipt is None:
            subscriber.taken.add(news_id)
        else:
            subscriber.being_taken[news_id] = receipt
            receipt.add_done_callback(partial(self._settle, news_id, news, subscriber))
        return True

    def _settle(self, news_id: int, news: News, subscriber: _Subscriber, receipt: Receipt) -> None:
        """The handler knows now whether it has taken the news."""
        is_taken = not receipt.cancelled() and receipt.exception() is None
        # Meanwhile the job may have gone, and other news have the number.
        if subscriber.being_taken.get(news_id) is not receipt:
            return
        del subscriber.being_taken[news_id]
        if is_taken:
            subscriber.taken.add(news_id)
            self._acknowledge(news.job_id)
        else:
            self._wait_after_refusal(news.job_id, subscriber)

    def _wait_after_refusal(self, job_id: str, subscriber: _Subscriber) -> None:
        before = subscriber.refusals.get(job_id)
        times = before.times if before else 0
        pause = min(FIRST_PAUSE * 2.0 ** min(times, 30), LONGEST_PAUSE)
        subscriber.refusals[job_id] = _Refusal(times + 1, self._clock.now() + pause)
        self._was_refused.set()

    def _acknowledge(self, job_id: str) -> None:
        concerned = [one for one in self._subscribers if one.concerns(job_id)]
        if not concerned or job_id not in self._waiting:
            return
        news = self._waiting[job_id]
        for news_id in [key for key in news if all(key in one.taken for one in concerned)]:
            del news[news_id]
            for one in self._subscribers:
                one.taken.discard(news_id)
            self._acknowledged(news_id)
        if not news:
            del self._waiting[job_id]
