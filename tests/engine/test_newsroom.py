"""News is told at least once, of each job in order, and once only to whoever takes note."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable

import pytest

from engine.news import LONGEST_PAUSE, News, NewsKind, Newsroom, readable
from fakes import FakeClock

FILE, JOB = NewsKind.FILE_TRANSFERRED, NewsKind.JOB_TRANSFERRED


class Desk:
    """A newsroom at work, with its clock and what was acknowledged."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.acknowledged: list[int] = []
        self.room = Newsroom(self.acknowledged.append, self.clock)

    def publish(self, *news: tuple[int, NewsKind, str]) -> None:
        self.room.publish((number, News(kind, job)) for number, kind, job in news)


class Reader:
    """A handler: what it was offered and what it took; `refuses` some of it."""

    def __init__(self, refuses: Callable[[News], bool] = lambda news: False) -> None:
        self.refuses = refuses
        self.offered: list[tuple[str, NewsKind]] = []
        self.taken: list[tuple[str, NewsKind]] = []

    def __call__(self, news: News) -> None:
        self.offered.append((news.job_id, news.kind))
        if self.refuses(news):
            raise RuntimeError("not now")
        self.taken.append((news.job_id, news.kind))


class Slow:
    """A handler that learns later whether it could take what it was offered."""

    def __init__(self) -> None:
        self.receipts: list[tuple[News, asyncio.Future[None]]] = []

    def __call__(self, news: News) -> asyncio.Future[None]:
        receipt: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.receipts.append((news, receipt))
        return receipt

    @property
    def offered(self) -> list[News]:
        return [news for news, _receipt in self.receipts]

    async def settle(self, place: int, failure: Exception | None = None) -> None:
        receipt = self.receipts[place][1]
        if failure is None:
            receipt.set_result(None)
        else:
            receipt.set_exception(failure)
        await asyncio.sleep(0)


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    desk = Desk()
    running = asyncio.create_task(desk.room.run())
    yield desk
    running.cancel()


async def test_whoever_comes_later_still_gets_it_and_nobody_gets_it_again(desk: Desk) -> None:
    desk.publish((1, FILE, "a"), (2, JOB, "a"))
    assert repr(desk.room) == "<Newsroom: 2 not taken>"
    first, second = Reader(), Reader()
    desk.room.subscribe(first)
    assert first.taken == [("a", FILE), ("a", JOB)]
    assert desk.acknowledged == [1, 2]
    desk.room.subscribe(second)
    await desk.clock.advance(1000)
    assert second.offered == []
    assert len(first.offered) == 2
    assert repr(desk.room) == "<Newsroom: 0 not taken>"


async def test_what_was_refused_is_offered_again_after_a_while_without_other_news(
    desk: Desk,
) -> None:
    reader = Reader(lambda news: len(reader.offered) == 1)
    desk.room.subscribe(reader)
    desk.publish((1, JOB, "a"))
    await desk.clock.advance(4.9)
    assert (len(reader.offered), desk.acknowledged) == (1, [])
    await desk.clock.advance(0.2)
    assert reader.taken == [("a", JOB)]
    assert desk.acknowledged == [1]
    await desk.clock.advance(1000)
    assert len(reader.offered) == 2


async def test_the_pause_after_a_refusal_doubles_up_to_five_minutes(desk: Desk) -> None:
    began = desk.clock.now()
    times: list[float] = []
    reader = Reader(lambda news: not times.append(desk.clock.now() - began))
    desk.room.subscribe(reader)
    desk.publish((1, JOB, "a"))
    await desk.clock.advance(2000)
    pauses = [after - before for before, after in itertools.pairwise(times)]
    assert pauses[:7] == [5, 10, 20, 40, 80, 160, LONGEST_PAUSE]
    assert set(pauses[6:]) == {LONGEST_PAUSE}


async def test_nothing_of_a_job_overtakes_what_was_refused(desk: Desk) -> None:
    refusing = True
    reader = Reader(lambda news: refusing and news == News(FILE, "a"))
    desk.room.subscribe(reader)
    desk.publish((1, FILE, "a"), (2, JOB, "a"))
    desk.publish((3, FILE, "a"))
    assert reader.offered == [("a", FILE)]
    refusing = False
    await desk.clock.advance(5)
    assert reader.taken == [("a", FILE), ("a", JOB), ("a", FILE)]
    assert desk.acknowledged == [1, 2, 3]


async def test_a_refusal_holds_up_no_other_job(desk: Desk) -> None:
    reader = Reader(lambda news: news.job_id == "a")
    desk.room.subscribe(reader)
    desk.publish((1, FILE, "a"), (2, FILE, "b"))
    desk.publish((3, JOB, "b"))
    assert reader.taken == [("b", FILE), ("b", JOB)]
    assert desk.acknowledged == [2, 3]


async def test_a_later_refusal_of_another_job_does_not_wait_for_the_long_pause_of_the_first(
    desk: Desk,
) -> None:
    reader = Reader(lambda news: news.job_id == "a" or reader.offered.count(("b", JOB)) == 1)
    desk.room.subscribe(reader)
    desk.publish((1, JOB, "a"))
    await desk.clock.advance(400)
    desk.publish((2, JOB, "b"))
    await desk.clock.advance(10)
    assert reader.taken == [("b", JOB)]


async def test_news_of_jobs_that_are_not_a_handlers_business_waits_for_another(desk: Desk) -> None:
    own = {"mine"}
    narrow, wide = Reader(), Reader()
    desk.room.subscribe(narrow, own.__contains__)
    desk.publish((1, JOB, "mine"), (2, JOB, "theirs"))
    assert narrow.offered == [("mine", JOB)]
    assert desk.acknowledged == [1]
    desk.room.subscribe(wide)
    assert wide.taken == [("theirs", JOB)]
    assert desk.acknowledged == [1, 2]


async def test_with_two_handlers_each_gets_it_once_though_one_refuses(desk: Desk) -> None:
    willing, reluctant = Reader(), Reader(lambda news: len(reluctant.offered) == 1)
    desk.room.subscribe(willing)
    desk.room.subscribe(reluctant)
    desk.publish((1, JOB, "a"))
    assert desk.acknowledged == []
    await desk.clock.advance(5)
    assert (len(willing.offered), reluctant.taken) == (1, [("a", JOB)])
    assert desk.acknowledged == [1]


async def test_a_handler_that_refused_and_leaves_keeps_nothing_back(desk: Desk) -> None:
    willing, refusing = Reader(), Reader(lambda news: True)
    desk.room.subscribe(willing)
    leave = desk.room.subscribe(refusing)
    desk.publish((1, JOB, "a"))
    leave()
    assert desk.acknowledged == [1]
    assert len(willing.offered) == 1


async def test_what_the_only_handler_refused_waits_for_the_next_one(desk: Desk) -> None:
    leave = desk.room.subscribe(Reader(lambda news: True))
    desk.publish((1, JOB, "a"))
    leave()
    later = Reader()
    desk.room.subscribe(later)
    assert later.taken == [("a", JOB)]
    assert desk.acknowledged == [1]


async def test_a_job_that_is_removed_while_it_is_told_of_is_told_of_no_more(desk: Desk) -> None:
    reader = Reader(lambda news: desk.room.drop(news.job_id) is not None)
    desk.room.subscribe(reader)
    desk.publish((1, FILE, "a"), (2, JOB, "a"))
    assert reader.offered == [("a", FILE)]
    assert desk.acknowledged == []
    await desk.clock.advance(1000)
    assert len(reader.offered) == 1


async def test_a_handler_that_leaves_while_it_is_told_hears_no_more(desk: Desk) -> None:
    told: list[News] = []

    def once(news: News) -> None:
        told.append(news)
        leave()

    leave = desk.room.subscribe(once)
    desk.publish((1, FILE, "a"), (2, JOB, "a"))
    assert told == [News(FILE, "a")]


async def test_news_that_a_handler_causes_comes_after_what_is_being_told(desk: Desk) -> None:
    def cause(news: News) -> bool:
        if news.kind is FILE:
            desk.publish((2, JOB, "a"))
        return False

    reader = Reader(cause)
    desk.room.subscribe(reader)
    desk.publish((1, FILE, "a"))
    assert reader.taken == [("a", FILE), ("a", JOB)]
    assert desk.acknowledged == [1, 2]


async def test_news_with_a_receipt_is_taken_when_that_is_done(desk: Desk) -> None:
    slow = Slow()
    desk.room.subscribe(slow)
    desk.publish((1, FILE, "a"), (2, JOB, "a"))
    assert slow.offered == [News(FILE, "a"), News(JOB, "a")], "in order, one waits for no other"
    assert desk.acknowledged == []
    desk.publish((3, JOB, "b"))
    await desk.clock.advance(1000)
    assert len(slow.offered) == 3, "what is being taken is not offered again"
    await slow.settle(1)
    assert desk.acknowledged == [2]
    await slow.settle(0)
    assert desk.acknowledged == [2, 1]


async def test_a_receipt_that_fails_or_is_cancelled_refuses(desk: Desk) -> None:
    slow = Slow()
    desk.room.subscribe(slow)
    desk.publish((1, JOB, "a"), (2, JOB, "b"))
    await slow.settle(0, RuntimeError("not now"))
    slow.receipts[1][1].cancel()
    await asyncio.sleep(0)
    assert desk.acknowledged == []
    await desk.clock.advance(5)
    assert sorted(news.job_id for news in slow.offered) == ["a", "a", "b", "b"]
    for place in (2, 3):
        await slow.settle(place)
    assert sorted(desk.acknowledged) == [1, 2]


async def test_a_receipt_of_a_handler_that_left_takes_nothing(desk: Desk) -> None:
    slow, reader = Slow(), Reader()
    leave = desk.room.subscribe(slow)
    desk.publish((1, JOB, "a"))
    leave()
    await slow.settle(0)
    assert desk.acknowledged == []
    desk.room.subscribe(reader)
    assert reader.taken == [("a", JOB)]
    assert desk.acknowledged == [1]


async def test_a_receipt_for_a_job_that_is_gone_is_nothing(desk: Desk) -> None:
    slow = Slow()
    desk.room.subscribe(slow)
    desk.publish((1, JOB, "a"), (2, JOB, "b"))
    desk.room.drop("a")
    desk.room.drop("b")
    desk.publish((1, FILE, "c"))
    assert slow.offered[2:] == [News(FILE, "c")], "a number may be given again"
    await slow.settle(0)
    await slow.settle(1, RuntimeError("not now"))
    await desk.clock.advance(1000)
    assert (desk.acknowledged, len(slow.offered)) == ([], 3)
    await slow.settle(2)
    assert desk.acknowledged == [1]


def test_kinds_that_a_newer_version_has_written_are_left_alone() -> None:
    stored = [(1, "a", "JOB_ERROR"), (2, "a", "JOB_SUBLIMATED"), (3, "b", "JOB_EXPIRED")]
    assert list(readable(stored)) == [
        (1, News(NewsKind.JOB_ERROR, "a")),
        (3, News(NewsKind.JOB_EXPIRED, "b")),
    ]


def test_the_names_of_kinds_are_in_peoples_job_lists_and_stay() -> None:
    stored = {"JOB_TRANSFERRED", "JOB_ERROR", "FILE_TRANSFERRED", "JOB_EXPIRED"}
    assert stored <= set(NewsKind.__members__)
