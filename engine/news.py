"""News that must not be lost: told at least once, kept until somebody has taken note."""

from __future__ import annotations

import enum
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

log = logging.getLogger(__name__)


class NewsKind(enum.Enum):
    """The callbacks of BITS that are never dropped. Transient errors are no news."""

    JOB_TRANSFERRED = "job transferred"
    JOB_ERROR = "job error"
    FILE_TRANSFERRED = "file transferred"


@dataclass(frozen=True, slots=True)
class News:
    """What happened to which job."""

    kind: NewsKind
    job_id: str


NewsHandler: TypeAlias = Callable[[News], None]


class Newsroom:
    """Hands news to the subscriber in order; a handler that returns has acknowledged.

    One that raises gets the same news again at the next `deliver`. Without a subscriber news waits:
    whoever comes later still gets it. `acknowledged` is called with the id of each piece of news
    that was taken.
    """

    def __init__(self, acknowledged: Callable[[int], None]) -> None:
        self._acknowledged = acknowledged
        self._waiting: dict[int, News] = {}
        self._handlers: list[NewsHandler] = []

    def subscribe(self, handler: NewsHandler) -> Callable[[], None]:
        """Hear of everything not yet acknowledged, and of what comes; returns the way out."""
        self._handlers.append(handler)
        self.deliver()
        return lambda: self._handlers.remove(handler)

    def publish(self, news: Iterable[tuple[int, News]]) -> None:
        """Tell these, with their ids, now, or as soon as somebody listens."""
        self._waiting.update(news)
        self.deliver()

    def drop(self, job_id: str) -> None:
        """The job is gone, and its news with it."""
        self._waiting = {key: news for key, news in self._waiting.items() if news.job_id != job_id}

    def deliver(self) -> None:
        """Offer what waits to every subscriber."""
        if not self._handlers:
            return
        for news_id, news in list(self._waiting.items()):
            if all(_took(handler, news) for handler in list(self._handlers)):
                self._waiting.pop(news_id, None)
                self._acknowledged(news_id)


def _took(handler: NewsHandler, news: News) -> bool:
    try:
        handler(news)
    except Exception:
        log.exception("a handler did not take %s", news)
        return False
    return True
