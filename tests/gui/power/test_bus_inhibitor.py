"""The services of a Linux desktop in their order: granted, given back, frozen, restarted."""

from __future__ import annotations

import asyncio
import gc
import logging

import pytest

from gui.power import bus_inhibitor
from gui.power.bus_inhibitor import BusInhibitor
from message_bus import private_bus
from power_bus import GNOME, LOGIN, PORTAL, POWER, SCREEN_SAVER, Service, reason

WHY = "Transfers are running"


@pytest.fixture
def lost():
    return []


@pytest.fixture
async def inhibitor(session_address, system_address, lost):
    inhibitor = BusInhibitor(lambda: lost.append(True))
    yield inhibitor
    await inhibitor.let_go()


async def until(holds):
    async with asyncio.timeout(10):
        while not holds():
            await asyncio.sleep(0.005)


async def test_the_session_manager_is_asked_first_not_to_suspend(serve, inhibitor):
    gnome, power, login = [await serve(name) for name in (GNOME, POWER, LOGIN)]
    assert await inhibitor.hold() == GNOME
    assert gnome.calls == [("Inhibit", ["Holdfast", 0, WHY, 4])]
    assert power.calls == login.calls == []
    (cookie,) = gnome.held
    await inhibitor.let_go()
    assert gnome.calls[1:] == [("Uninhibit", [cookie])]
    assert not gnome.held


async def test_the_power_manager_comes_second(serve, inhibitor):
    power, login = [await serve(name) for name in (POWER, LOGIN)]
    assert await inhibitor.hold() == POWER
    assert power.calls == [("Inhibit", ["Holdfast", WHY])]
    (cookie,) = power.held
    await inhibitor.let_go()
    assert power.calls[1:] == [("UnInhibit", [cookie])]
    assert login.calls == []


async def test_logind_is_the_last_and_its_descriptor_is_closed(serve, inhibitor):
    login = await serve(LOGIN)
    assert await inhibitor.hold() == LOGIN
    assert login.calls == [("Inhibit", ["sleep", "Holdfast", WHY, "block"])]
    await asyncio.sleep(0.1)
    gc.collect()
    assert login.descriptors_held == 1
    await inhibitor.let_go()
    await until(lambda: login.descriptors_held == 0)


async def test_the_screen_is_never_kept_on(serve, inhibitor):
    screen = await serve(SCREEN_SAVER)
    assert await inhibitor.hold() == ""
    assert screen.calls == []


async def test_where_nobody_is_nobody_holds(inhibitor):
    assert await inhibitor.hold() == ""


async def test_where_no_bus_is_nobody_holds(monkeypatch, tmp_path):
    for name in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
        monkeypatch.setenv(name, f"unix:path={tmp_path}/nothing")
    inhibitor = BusInhibitor(lambda: None)
    assert await inhibitor.hold() == ""
    await inhibitor.let_go()


async def test_in_a_sandbox_the_portal_is_asked_and_its_answer_waited_for(
    serve, inhibitor, monkeypatch
):
    monkeypatch.setattr(bus_inhibitor, "is_flatpak", lambda: True)
    portal, gnome = await serve(PORTAL), await serve(GNOME)
    assert await inhibitor.hold() == PORTAL
    ((member, body),) = portal.calls
    assert (member, body[:2], reason(body)) == ("Inhibit", ["", 4], WHY)
    await inhibitor.let_go()
    assert portal.members == ["Inhibit", "Close"]
    assert not portal.held
    assert gnome.calls == []


async def test_a_portal_that_refuses_afterwards_does_not_hold(serve, inhibitor, monkeypatch):
    monkeypatch.setattr(bus_inhibitor, "is_flatpak", lambda: True)
    await serve(PORTAL, response=2)
    gnome = await serve(GNOME)
    assert await inhibitor.hold() == GNOME
    assert gnome.held


async def test_outside_of_a_sandbox_no_portal_is_asked(serve, inhibitor):
    portal = await serve(PORTAL)
    assert await inhibitor.hold() == ""
    assert portal.calls == []


async def test_a_service_that_refuses_is_passed_over(serve, inhibitor):
    await serve(GNOME, refuses="org.gnome.SessionManager.NotInRunning")
    power = await serve(POWER)
    assert await inhibitor.hold() == POWER
    assert power.held


async def test_a_frozen_service_is_passed_over_and_what_it_does_later_is_void(
    serve, inhibitor, monkeypatch
):
    monkeypatch.setattr(bus_inhibitor, "TIMEOUT", 0.3)
    gnome, power = await serve(GNOME, is_frozen=True), await serve(POWER)
    assert await inhibitor.hold() == POWER
    gnome.thaw()
    await until(lambda: gnome.members == ["Inhibit"])
    # Its caller is gone, so the grant went to nobody: real services drop it for that.
    callers = {str(what[0]) for what in power.held.values()}
    assert callers.isdisjoint({str(what[0]) for what in gnome.held.values()})


async def test_letting_go_of_a_frozen_service_hangs_up(serve, inhibitor, monkeypatch):
    gnome = await serve(GNOME)
    await inhibitor.hold()
    assert gnome.held
    monkeypatch.setattr(bus_inhibitor, "TIMEOUT", 0.3)
    gnome.is_frozen = True
    await inhibitor.let_go()
    await until(lambda: not gnome.held)


async def test_the_connection_lives_as_long_as_what_was_granted(serve, inhibitor):
    gnome = await serve(GNOME)
    await inhibitor.hold()
    for _ in range(3):
        gc.collect()
        await asyncio.sleep(0.05)
    assert gnome.held
    assert await inhibitor.hold() == GNOME
    assert gnome.members == ["Inhibit"], "once is enough"


async def test_a_service_that_restarts_is_asked_again(serve, inhibitor, lost):
    gnome = await serve(GNOME)
    await inhibitor.hold()
    await gnome.stop()
    await until(lambda: lost)
    assert await inhibitor.hold() == ""
    lost.clear()
    again = await serve(GNOME)
    await until(lambda: lost)
    assert await inhibitor.hold() == GNOME
    assert again.held


async def test_a_bus_that_dies_takes_the_grant_along(tmp_path_factory, monkeypatch, lost, caplog):
    folder = tmp_path_factory.mktemp("bus")
    with private_bus(folder) as (address, _process):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={folder}/nothing")
        await Service.start(GNOME, address)
        inhibitor = BusInhibitor(lambda: lost.append(True))
        assert await inhibitor.hold() == GNOME
    with caplog.at_level(logging.CRITICAL):
        await until(lambda: lost)
        assert await inhibitor.hold() == ""
    await inhibitor.let_go()


async def test_letting_go_of_nothing_is_nothing(inhibitor):
    await inhibitor.let_go()
    await inhibitor.let_go()


async def test_after_letting_go_it_can_hold_again(serve, inhibitor):
    gnome = await serve(GNOME)
    for _ in range(3):
        assert await inhibitor.hold() == GNOME
        assert len(gnome.held) == 1
        await inhibitor.let_go()
        assert not gnome.held
