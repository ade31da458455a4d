"""Downloads that browsers hand over: promised, confirmed, made once; over the real socket."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from control_house import House, Peer
from engine import FileState, JobState, Settings, Validator
from fake_engine import MB, active, done, failed, make_job, paused, retrying
from gui import control
from gui.browsers.handover import Handover
from gui.browsers.leases import MOST_LEASES, SECONDS_OF_A_LEASE, SECONDS_REMEMBERED
from gui.browsers.messages import (
    AskSummary,
    Confirm,
    Cookie,
    Hello,
    Ready,
    Summary,
    Take,
    Taken,
    Welcome,
)
from gui.browsers.summary import MOST_TOLD
from gui.browsers.taking import Deed, Desk, decide
from gui.categories import Category
from gui.preferences import Preferences
from gui.protocol import Answered, Order, Pause, Raise, Refused
from resources import translations_folder

pytestmark = pytest.mark.anyio

URL = "https://h.example/x.iso?signature=new"


class FakeTime:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Place:
    """A house with a desk; `browser` is a native host's connection."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.engine = house.engine
        self.engine.settings = Settings(folder="/downloads")
        self.time = FakeTime()
        self.preferences = Preferences()
        self.asked: list[Handover] = []
        self.shown: list[str] = []

    def serve(self, *, window: bool) -> None:
        desk = Desk(
            self.engine,  # type: ignore[arg-type]
            lambda: self.preferences,
            self.asked.append if window else None,
            self.shown.append if window else None,
            clock=self.time,
        )
        self.house.serve(window=window, desk=desk)

    async def browser(self) -> Browser:
        return Browser(await self.house.visit())

    @property
    def jobs(self) -> list[str]:
        """The links of the jobs that were made."""
        return [spec.files[0].url for spec, _ in self.engine.added]


class Browser:
    def __init__(self, peer: Peer) -> None:
        self.peer = peer

    async def ask(self, request: Any) -> Any:
        await self.peer.say(request)
        return await self.peer.hear()

    async def take(self, number: str = "one", **changes: Any) -> Any:
        return await self.ask(Take(id=number, **{"url": URL, **changes}))

    async def confirm(self, number: str = "one") -> Any:
        return await self.ask(Confirm(number))


@pytest.fixture
def place(house: House) -> Place:
    return Place(house)


@pytest.fixture
def window(place: Place) -> Place:
    place.serve(window=True)
    return place


@pytest.fixture
def headless(place: Place) -> Place:
    place.serve(window=False)
    return place


# --- promised and confirmed


async def test_nothing_is_made_before_it_is_confirmed(window: Place) -> None:
    browser = await window.browser()
    assert await browser.take() == Ready()
    assert window.jobs == []
    taken = await browser.confirm()
    assert window.jobs == [URL]
    assert taken == Taken(job=window.engine.jobs()[-1].id)
    assert window.house.instance.accepted == {taken.job}


async def test_confirming_twice_makes_one_job_on_any_connection(window: Place) -> None:
    browser, other = await window.browser(), await window.browser()
    await browser.take()
    taken = await browser.confirm()
    assert await browser.confirm() == taken
    assert await other.confirm() == taken
    await browser.peer.hang_up()
    window.time.now += SECONDS_REMEMBERED - 1
    assert await other.confirm() == taken
    assert await other.take() == Ready(), "the browser hears that it is ours when it confirms"
    assert await other.confirm() == taken
    window.time.now += 1
    assert (await other.confirm()).code == "unknown"
    assert window.jobs == [URL]


async def test_confirming_at_once_from_two_sides_makes_one_job(window: Place) -> None:
    browser, other = await window.browser(), await window.browser()
    await browser.take()
    first, second = await asyncio.gather(browser.confirm(), other.confirm())
    assert first == second
    assert window.jobs == [URL]


async def test_what_nobody_promised_is_unknown(window: Place) -> None:
    browser = await window.browser()
    assert (await browser.confirm()).code == "unknown"
    assert window.jobs == []


async def test_a_promise_ends_with_its_time(window: Place) -> None:
    browser = await window.browser()
    await browser.take()
    window.time.now += SECONDS_OF_A_LEASE
    assert (await browser.confirm()).code == "unknown"
    assert window.jobs == []


async def test_a_promise_ends_with_the_connection(window: Place) -> None:
    browser, other = await window.browser(), await window.browser()
    await browser.take()
    await browser.peer.hang_up()
    while window.house.clients > 1:
        await asyncio.sleep(0.01)
    assert (await other.confirm()).code == "unknown"
    assert window.jobs == []


async def test_who_has_hung_up_has_withdrawn_what_it_confirmed_with_its_last_breath(
    window: Place,
) -> None:
    """It may confirm elsewhere as well, and must hear the same there, whichever is heard first."""
    browser, other = await window.browser(), await window.browser()
    await browser.take()
    await browser.peer.say(Confirm("one"))
    await browser.peer.hang_up()
    answer = await other.confirm()
    while window.house.clients > 1:
        await asyncio.sleep(0.01)
    assert len(window.jobs) == isinstance(answer, Taken)


async def test_whoever_says_hello_may_be_silent(
    window: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control, "LONGEST_SILENCE", 0.05)
    browser, rude = await window.browser(), await window.browser()
    assert isinstance(await browser.ask(Hello()), Welcome)
    assert isinstance(await rude.peer.hear(), Refused)
    assert (await browser.ask(Hello())).has_window is True


async def test_a_thousand_at_once_are_too_many(window: Place) -> None:
    browser = await window.browser()
    answers = [await browser.take(str(number)) for number in range(1000)]
    assert answers[:MOST_LEASES] == [Ready()] * MOST_LEASES
    assert {answer.code for answer in answers[MOST_LEASES:]} == {"busy"}
    assert isinstance(await browser.confirm("0"), Taken)
    assert isinstance(await browser.take("late"), Ready)
    assert len(window.jobs) == 1


async def test_what_cannot_be_taken_is_refused_before_it_is_promised(window: Place) -> None:
    browser = await window.browser()
    for changes in (
        {"url": "blob:https://h/1"},
        {"method": "POST"},
        {"cookies": (Cookie("a", "x\r\ny"),)},
        {"number": ""},
        {"number": "x" * 1000},
    ):
        answer = await browser.take(**changes)
        assert (answer.code, bool(answer.text)) == ("refused", True)
    assert (await browser.confirm("")).code == "unknown"


async def test_a_job_that_is_refused_stays_the_browsers(window: Place) -> None:
    browser = await window.browser()
    await browser.take(url="https://h.example/refused")
    answer = await browser.confirm()
    assert (answer.code, answer.text) == ("refused", "The folder /downloads cannot be written.")
    assert (await browser.confirm()).code == "unknown"


async def test_garbage_ends_the_conversation_and_its_promises(window: Place) -> None:
    browser, other = await window.browser(), await window.browser()
    await browser.take()
    await browser.peer.say_bytes(b'{"request":"confirm","id":7}\n')
    assert isinstance(await browser.peer.hear(), Refused)
    await browser.peer.until_hung_up()
    assert (await other.confirm()).code == "unknown"


async def test_whoever_serves_takes_downloads_and_only_a_window_asks(house: House) -> None:
    """Say a `get` at a terminal, while a browser finds it there."""
    house.engine.settings = Settings(folder="/downloads")
    house.serve(window=False)
    browser = Browser(await house.visit())
    assert (await browser.ask(Hello())).has_window is False
    await browser.take()
    assert (await browser.confirm()).job is not None


# --- what becomes of it


async def test_it_is_added_as_the_browser_told_of_it(window: Place) -> None:
    images = Category("Images", ("iso",), "/images")
    window.preferences = Preferences(categories=(images,))
    browser = await window.browser()
    await browser.take(
        name="../x.iso", cookies=(Cookie("sid", "abc"),), referrer="https://h.example/p"
    )
    await browser.confirm()
    ((spec, start),) = window.engine.added
    (file,) = spec.files
    assert start
    assert (file.name, file.proposed_name) == (None, "x.iso")
    assert file.headers == (("Cookie", "sid=abc"), ("Referer", "https://h.example/p"))
    assert (spec.headers, spec.folder) == ((), Path("/images"))


async def test_the_folder_is_that_of_the_kind_or_the_one_for_all(window: Place) -> None:
    window.preferences = Preferences(categories=(Category("Images", ("iso",), "/images"),))
    browser = await window.browser()
    for number, (url, name) in enumerate(
        [("https://h/a.iso?x=.pdf", None), ("https://h/get", "b.iso"), ("https://h/c.iso", "c.pdf")]
    ):
        await browser.take(str(number), url=url, name=name)
        await browser.confirm(str(number))
    folders = [str(spec.folder) for spec, _ in window.engine.added]
    assert folders == ["/images", "/images", "/downloads"]


async def test_the_person_is_asked_where_that_is_wished(window: Place) -> None:
    window.preferences = Preferences(ask_before_taking=True)
    browser = await window.browser()
    await browser.take(size=5)
    assert window.asked == []
    assert await browser.confirm() == Taken(asks=True)
    assert await browser.confirm() == Taken(asks=True)
    assert [given.size for given in window.asked] == [5]
    assert window.jobs == []


async def test_what_is_in_the_list_already_is_asked_about(window: Place) -> None:
    window.engine.put(active("x.iso", file={"url": URL}))
    browser = await window.browser()
    await browser.take()
    assert (await browser.confirm()).asks
    assert len(window.asked) == 1


async def test_of_a_page_that_sends_one_link_twice_the_second_is_asked_about(window: Place) -> None:
    browser, other = await window.browser(), await window.browser()
    await browser.take("one")
    await other.take("two")
    answers = await asyncio.gather(browser.confirm("one"), other.confirm("two"))
    assert sorted(answer.asks for answer in answers) == [False, True]
    assert window.jobs == [URL]


async def test_an_expired_link_is_asked_about(window: Place) -> None:
    window.engine.put(waiting())
    browser = await window.browser()
    await browser.take(size=MB)
    assert (await browser.confirm()).asks
    await browser.take("other", size=MB + 1)
    assert not (await browser.confirm("other")).asks


def waiting(make: Callable[..., Any] = failed, **file: Any) -> Any:
    known = {
        "url": "https://h.example/x.iso?signature=old",
        "size": MB,
        "validator": Validator('"v1"'),
        "state": FileState.FAILED,
    }
    return make("x.iso", file={**known, **file})


async def test_without_a_window_a_proven_link_goes_to_the_job_that_waits(headless: Place) -> None:
    job = waiting()
    headless.engine.put(job)
    browser = await headless.browser()
    await browser.take(size=MB, etag='"v1"', cookies=(Cookie("sid", "new"),))
    assert await browser.confirm() == Taken(job=job.id)
    changes = [one for one in headless.engine.commands if one[0] == "change_link"]
    assert changes == [("change_link", job.id, 0, URL, (("Cookie", "sid=new"),))]
    assert headless.jobs == []
    assert headless.engine.job(job.id).state is JobState.QUEUED


async def test_without_a_window_nothing_is_guessed(headless: Place) -> None:
    headless.engine.put(waiting())
    browser = await headless.browser()
    for number, changes in enumerate(
        ({"size": MB}, {"etag": '"v1"'}, {"size": MB, "etag": '"v2"'})
    ):
        await browser.take(str(number), url=f"{URL}{number}", **changes)
        assert (await browser.confirm(str(number))).job is not None
    assert len(headless.jobs) == 3


async def test_without_a_window_the_same_link_goes_on_with_its_job(headless: Place) -> None:
    for make in (paused, retrying):
        job = waiting(make, url=URL)
        headless.engine.put(job)
        browser = await headless.browser()
        await browser.take(job.id)
        assert await browser.confirm(job.id) == Taken(job=job.id)
        assert headless.engine.job(job.id).state is not JobState.SUSPENDED
        await headless.engine.remove(job.id)
    assert headless.jobs == []


async def test_without_a_window_a_job_that_moves_is_left_alone(headless: Place) -> None:
    job = waiting(active, url=URL, state=FileState.PENDING)
    headless.engine.put(job)
    browser = await headless.browser()
    await browser.take()
    assert await browser.confirm() == Taken(job=job.id)
    assert headless.engine.commands == []
    assert headless.jobs == []


async def test_without_a_window_nobody_is_asked(headless: Place) -> None:
    headless.preferences = Preferences(ask_before_taking=True)
    browser = await headless.browser()
    await browser.take()
    assert (await browser.confirm()).job is not None


def test_a_job_that_is_over_is_no_duplicate() -> None:
    given = Handover(URL)
    over = done("x.iso", file={"url": URL})
    assert decide(given, [over], has_window=True, asks_first=False).deed is Deed.ADD
    assert decide(given, [over], has_window=False, asks_first=False).deed is Deed.ADD


def test_a_link_among_those_of_a_job_is_not_taken_for_the_job() -> None:
    job = active("many", file={"url": URL})
    job = replace(job, files=(*job.files, replace(job.files[0], number=1, url="https://h/other")))
    assert decide(Handover(URL), [job], has_window=False, asks_first=False).deed is Deed.ADD
    assert decide(Handover(URL), [job], has_window=True, asks_first=False).deed is Deed.ASK


# --- how the jobs stand


async def test_the_jobs_are_told_in_short(window: Place) -> None:
    for make in (done, failed, paused, retrying, active):
        window.engine.put(make("x.iso"))
    browser = await window.browser()
    summary = await browser.ask(AskSummary())
    assert isinstance(summary, Summary)
    states = [job.state for job in summary.jobs]
    assert states[:2] == ["TRANSFERRING", "TRANSIENT_ERROR"]
    assert msgspec.structs.astuple(summary.counts) == (1, 2, 1, 1)
    assert summary.jobs[0].tone == "active"
    assert summary.rate == summary.jobs[0].rate > 0
    assert all(job.words for job in summary.jobs)


async def test_of_very_many_jobs_the_first_are_told_and_all_are_counted(window: Place) -> None:
    for number in range(1200):
        window.engine.put(make_job(f"{number}", state=JobState.ACKNOWLEDGED))
    window.engine.put(active("moves"))
    browser = await window.browser()
    summary = await browser.ask(AskSummary())
    assert len(summary.jobs) == MOST_TOLD
    assert summary.jobs[0].name == "moves"
    assert summary.counts.done == 1200


async def test_the_window_shows_a_job(window: Place) -> None:
    job = paused("x.iso")
    window.engine.put(job)
    assert await window.house.ask(Raise(job=job.id)) == Answered()
    assert (window.house.raised, window.shown) == ([""], [job.id])
    assert isinstance(await window.house.ask(Raise(job="none")), Refused)


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    words = QTranslator()
    assert words.load("holdfast_de", str(translations_folder()))
    qapp.installTranslator(words)
    yield
    qapp.removeTranslator(words)


async def test_browsers_are_spoken_to_as_the_window_speaks(window: Place, german: None) -> None:
    job = done("x.iso")
    window.engine.put(job)
    browser, shell = await window.browser(), await window.browser()
    await browser.ask(Hello())
    for one, word in ((browser, "fertig"), (shell, "cannot be paused")):
        refused = await one.ask(Order(Pause(), (job.id,)))
        assert word in refused.text
        assert await one.peer.hear() == Answered()


async def test_who_knows_nothing_of_the_window_is_told_so(headless: Place) -> None:
    browser = await headless.browser()
    assert (await browser.ask(Hello())).has_window is False
    assert isinstance(await browser.ask(Raise(job="x")), Refused)
