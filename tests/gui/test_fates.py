"""What a browser hears of a download that was taken, and what is taken back when it goes on."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from control_house import House
from engine import JobState, Settings
from fake_engine import active, done, failed, held, make_job, paused, retrying
from gui.browsers.fates import ARRIVING, ASKED, FAILED, WAITING, fate_of
from gui.browsers.messages import (
    AskFate,
    Confirm,
    Declined,
    Fate,
    Ready,
    Take,
    Taken,
    Withdraw,
    Withdrawn,
)
from gui.browsers.taking import Desk
from gui.preferences import Preferences

pytestmark = pytest.mark.anyio

URL = "https://h.example/x.iso"


@pytest.mark.parametrize(
    ("job", "fate"),
    [
        (make_job(), WAITING),
        (make_job(state=JobState.CONNECTING), WAITING),
        (paused(), WAITING),
        (held(), WAITING),
        (active(), ARRIVING),
        (done(), ARRIVING),
        (make_job(state=JobState.CANCELLED), ARRIVING),
        (failed(), FAILED),
        (retrying(), FAILED),
    ],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_the_browser_may_let_go_as_soon_as_bytes_come(job, fate):
    assert fate_of(job, is_new=True) == fate


def test_bytes_of_a_new_job_came_by_this_link():
    assert fate_of(retrying(bytes_present=1), is_new=True) == ARRIVING
    assert fate_of(retrying(bytes_present=1), is_new=False) == FAILED


class Place:
    """A desk with a fake engine, and a browser at it."""

    def __init__(self, house: House) -> None:
        self.engine = house.engine
        self.engine.settings = Settings(folder="/downloads")
        self.asked: list[Any] = []
        self.now = 0.0

    def open(self, *, window: bool) -> None:
        self.desk = Desk(
            self.engine,  # type: ignore[arg-type]
            lambda: Preferences(ask_before_taking=window),
            self.asked.append if window else None,
            clock=lambda: self.now,
        )

    async def say(self, request: Any) -> Any:
        return await self.desk.answer(request, "the browser")

    async def bring(self, url: str = URL) -> Taken:
        assert await self.say(Take(id="one", url=url)) == Ready()
        taken = await self.say(Confirm("one"))
        assert isinstance(taken, Taken)
        return taken

    def turn(self, job_id: str | None, state: JobState) -> None:
        assert job_id is not None
        self.engine.put(replace(self.engine.job(job_id), state=state))

    @property
    def removed(self) -> list[str]:
        return [command[1] for command in self.engine.commands if command[0] == "remove"]


@pytest.fixture
def place(house: House) -> Place:
    place = Place(house)
    place.open(window=False)
    return place


async def test_the_fate_is_that_of_the_job(place: Place) -> None:
    taken = await place.bring()
    assert await place.say(AskFate("one")) == Fate(fate=WAITING)
    place.turn(taken.job, JobState.ERROR)
    assert await place.say(AskFate("one")) == Fate(fate=FAILED)


async def test_a_job_that_was_removed_keeps_nobody_waiting(place: Place) -> None:
    taken = await place.bring()
    place.engine.lose(taken.job)
    assert await place.say(AskFate("one")) == Fate(fate=ARRIVING)


async def test_of_what_was_never_taken_nothing_is_known(place: Place) -> None:
    await place.say(Take(id="one", url=URL))
    answer = await place.say(AskFate("one"))
    assert isinstance(answer, Declined)
    assert answer.code == "unknown"


async def test_what_the_person_is_asked_about_is_theirs(place: Place) -> None:
    place.open(window=True)
    await place.bring()
    assert len(place.asked) == 1
    assert await place.say(AskFate("one")) == Fate(fate=ASKED)
    assert await place.say(Withdraw("one")) == Withdrawn()


async def test_what_is_withdrawn_is_taken_out_of_the_list(place: Place) -> None:
    taken = await place.bring()
    place.turn(taken.job, JobState.ERROR)
    assert await place.say(Withdraw("one")) == Withdrawn()
    assert place.removed == [taken.job]
    answer = await place.say(Confirm("one"))
    assert answer.code == "unknown", "it would be made a second time"


async def test_what_is_withdrawn_before_it_is_confirmed_is_never_made(place: Place) -> None:
    await place.say(Take(id="one", url=URL))
    assert await place.say(Withdraw("one")) == Withdrawn()
    assert (await place.say(Confirm("one"))).code == "unknown"
    assert place.engine.added == []


async def test_what_is_withdrawn_while_it_is_made_goes_again(place: Place) -> None:
    await place.say(Take(id="one", url=URL))
    confirming = asyncio.ensure_future(place.say(Confirm("one")))
    await asyncio.sleep(0)
    await place.say(Withdraw("one"))
    taken = await confirming
    assert place.removed == [taken.job]


async def test_a_file_that_is_here_stays(place: Place) -> None:
    taken = await place.bring()
    place.turn(taken.job, JobState.ACKNOWLEDGED)
    assert await place.say(Withdraw("one")) == Withdrawn()
    assert place.removed == []


async def test_a_job_that_was_there_before_stays(place: Place) -> None:
    older = paused("x.iso", host="h.example")
    place.engine.put(older)
    taken = await place.bring(older.url)
    assert taken.job == older.id
    assert await place.say(Withdraw("one")) == Withdrawn()
    assert place.removed == []


async def test_to_withdraw_what_nobody_knows_is_fine(place: Place) -> None:
    assert await place.say(Withdraw("none")) == Withdrawn()
