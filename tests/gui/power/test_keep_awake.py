"""Held and let go in time: by the jobs, the preferences, the power source, and what is lost."""

from __future__ import annotations

import asyncio
import logging

import pytest

from fake_engine import active, done, paused
from gui import keep_awake
from gui.keep_awake import AwakeKeeper, Wakefulness, in_words
from gui.power.policy import LINGER
from gui.preferences import KeepAwake
from power_bus import GNOME


class FakeInhibitor:
    """Holds when it can; remembers the order of things."""

    def __init__(self, on_lost):
        self.lose = on_lost
        self.can = True
        self.is_held = False
        self.done = []

    async def hold(self):
        await asyncio.sleep(0)
        self.is_held = self.can
        self.done.append("hold" if self.can else "fail")
        return "a service" if self.can else ""

    async def let_go(self):
        await asyncio.sleep(0)
        if self.is_held:
            self.done.append("let go")
        self.is_held = False


class World:
    """A clock, a power source, an inhibitor, and the keeper between them."""

    def __init__(self, preferences):
        self.now = 0.0
        self.is_on_battery = False
        self.preferences = preferences
        self.keeper = AwakeKeeper(
            preferences,
            inhibitor=self._make,
            on_battery=lambda: self.is_on_battery,
            clock=lambda: self.now,
        )

    def _make(self, on_lost):
        self.inhibitor = FakeInhibitor(on_lost)
        return self.inhibitor

    def follow(self, changed, gone):
        """Begins in the test itself: pytest-qt lets Qt run before, when no loop of asyncio does."""
        self.keeper.begin()
        self.keeper.follow(changed, gone)

    def later(self, seconds):
        """Time passes, and whoever slept so long looks."""
        self.now += seconds
        self.keeper._look_soon.set()


@pytest.fixture
async def world(preferences):
    world = World(preferences)
    yield world
    await world.keeper.close()


async def until(holds):
    async with asyncio.timeout(5):
        while not holds():
            await asyncio.sleep(0.002)


async def quiet():
    for _ in range(20):
        await asyncio.sleep(0.002)


async def test_held_while_bytes_move_and_let_go_a_moment_later(world):
    job = active()
    world.follow([job], [])
    await until(lambda: world.inhibitor.is_held)
    assert world.keeper.state is Wakefulness.KEPT
    assert world.keeper.service == "a service"
    world.follow([done(id=job.id)], [])
    world.later(LINGER - 1)
    await quiet()
    assert world.inhibitor.is_held
    world.later(1)
    await until(lambda: not world.inhibitor.is_held)
    assert world.keeper.state is Wakefulness.NOT_NEEDED
    assert world.inhibitor.done == ["hold", "let go"]


async def test_bytes_that_go_on_coming_wake_nobody(world):
    job = active()
    world.follow([job], [])
    await until(lambda: world.inhibitor.is_held)
    await quiet()
    world.follow([job], [])
    assert not world.keeper._look_soon.is_set()


async def test_it_sleeps_until_the_end_of_the_moment_by_itself(preferences, monkeypatch):
    monkeypatch.setattr("gui.power.policy.LINGER", 0.2)
    made = []

    def make(on_lost):
        made.append(FakeInhibitor(on_lost))
        return made[0]

    keeper = AwakeKeeper(preferences, inhibitor=make, on_battery=lambda: False)
    keeper.begin()
    job = active()
    keeper.follow([job], [])
    await until(lambda: made[0].is_held)
    keeper.follow([paused(id=job.id)], [])
    await until(lambda: not made[0].is_held)
    await keeper.close()


async def test_on_battery_only_where_that_is_wished(world):
    world.is_on_battery = True
    world.follow([active()], [])
    await until(lambda: world.keeper.state is Wakefulness.ON_BATTERY)
    assert world.inhibitor.done == []
    world.preferences.change(keep_awake=KeepAwake.ALWAYS)
    await until(lambda: world.inhibitor.is_held)
    world.preferences.change(keep_awake=KeepAwake.NEVER)
    await until(lambda: not world.inhibitor.is_held)
    assert world.keeper.state is Wakefulness.SWITCHED_OFF


async def test_a_plug_that_is_pulled_is_noticed_and_one_that_is_back(world):
    world.follow([active()], [])
    await until(lambda: world.inhibitor.is_held)
    world.is_on_battery = True
    world.later(keep_awake.LOOK_AT_POWER_SECONDS)
    await until(lambda: not world.inhibitor.is_held)
    world.is_on_battery = False
    world.later(keep_awake.LOOK_AT_POWER_SECONDS)
    await until(lambda: world.inhibitor.is_held)


async def test_what_is_lost_is_held_again(world):
    world.follow([active()], [])
    await until(lambda: world.inhibitor.is_held)
    world.now += keep_awake.SHORTEST_RETRY_SECONDS
    world.inhibitor.is_held = False
    world.inhibitor.lose()
    await until(lambda: world.inhibitor.is_held)
    assert world.inhibitor.done == ["hold", "hold"]


async def test_a_service_that_comes_and_goes_all_the_time_is_asked_now_and_then(world):
    world.inhibitor.can = False
    world.follow([active()], [])
    await until(lambda: world.keeper.state is Wakefulness.IMPOSSIBLE)
    for _ in range(50):
        world.inhibitor.lose()
        await asyncio.sleep(0.001)
    assert world.inhibitor.done == ["fail"]
    world.inhibitor.can = True
    world.later(keep_awake.RETRY_SECONDS)
    await until(lambda: world.inhibitor.is_held)
    assert world.keeper.state is Wakefulness.KEPT


async def test_it_gets_out_of_the_way_when_the_machine_is_to_sleep(world):
    world.follow([active()], [])
    await until(lambda: world.inhibitor.is_held)
    async with world.keeper.let_go():
        assert not world.inhibitor.is_held
        world.later(60)
        await quiet()
        assert not world.inhibitor.is_held
    await until(lambda: world.inhibitor.is_held)


async def test_the_end_lets_go(world):
    world.follow([active()], [])
    await until(lambda: world.inhibitor.is_held)
    await world.keeper.close()
    assert not world.inhibitor.is_held
    await world.keeper.close()


async def test_a_mistake_in_it_is_told_to_the_log_and_it_goes_on(world, caplog):
    asked = world.keeper._asks_battery

    def break_down():
        raise ZeroDivisionError

    world.keeper._asks_battery = break_down
    with caplog.at_level(logging.ERROR):
        world.follow([active()], [])
        await until(lambda: "not kept awake" in caplog.text)
    world.keeper._asks_battery = asked
    world.later(keep_awake.RETRY_SECONDS)
    await until(lambda: world.inhibitor.is_held)


@pytest.mark.parametrize("state", Wakefulness)
def test_each_state_has_its_words(state):
    assert bool(in_words(state)) is (state is not Wakefulness.NOT_NEEDED)


async def test_with_the_services_of_a_real_bus(serve, preferences):
    gnome = await serve(GNOME)
    keeper = AwakeKeeper(preferences, on_battery=lambda: False)
    keeper.begin()
    keeper.follow([active()], [])
    await until(lambda: gnome.held)
    await until(lambda: keeper.state is Wakefulness.KEPT)
    await gnome.stop()
    await until(lambda: keeper.state is Wakefulness.IMPOSSIBLE)
    again = await serve(GNOME)
    await until(lambda: again.held)
    await until(lambda: keeper.state is Wakefulness.KEPT)
    await keeper.close()
    assert not again.held
