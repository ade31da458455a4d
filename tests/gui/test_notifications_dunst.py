"""Notifications on a real daemon on a real screen: seen, pressed with the mouse, killed, frozen."""

from __future__ import annotations

import asyncio
import dataclasses
import time

import pytest

import desktop_daemon
from desktop_daemon import Dunst
from gui.notifications import daemon as daemon_module
from gui.notifications import teller
from message_bus import private_bus
from notifying import DONE, FAILED, Program, numbered

_MISSING = desktop_daemon.missing()
pytestmark = pytest.mark.skipif(
    bool(_MISSING),
    reason=f"NOT HERE: {', '.join(_MISSING)}, SO NO REAL NOTIFICATION WAS SHOWN (make test)",
)


@pytest.fixture(scope="module")
def display():
    with desktop_daemon.screen() as display:
        yield display


@pytest.fixture
async def dunst(tmp_path, display, monkeypatch):
    with private_bus(tmp_path) as (address, _process):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        dunst = Dunst(tmp_path, display, address)
        await dunst.start()
        yield dunst
        dunst.kill()


@pytest.fixture
async def program(dunst):
    program = Program()
    yield program
    await program.notifications.close()


class TestButtons:
    @pytest.mark.parametrize(
        ("tell", "job", "actions"),
        [
            ("job_error", FAILED, ("retry", "details")),
            ("job_transferred", DONE, ("open", "folder")),
        ],
    )
    async def test_a_button_acts_on_its_job_and_the_popup_goes(
        self, program, dunst, tell, job, actions
    ):
        for action in actions:
            getattr(program, tell)(job)
            await dunst.until_shown(1)
            await dunst.press(action)
            await program.until(lambda action=action: (action, "job-1") in program.asked)
            await dunst.until_shown(0)
        assert program.asked == [(action, "job-1") for action in actions]
        assert program.tray == []

    async def test_a_click_on_the_popup_shows_the_job(self, program, dunst):
        program.job_error(FAILED)
        await dunst.until_shown(1)
        await dunst.click()
        await program.until(lambda: program.asked)
        assert program.asked == [("default", "job-1")]

    async def test_what_is_put_away_does_nothing(self, program, dunst):
        program.job_error(FAILED)
        await dunst.until_shown(1)
        await dunst.put_away()
        await program.until(lambda: not program.notifications._notifier._shown)
        assert program.asked == []

    async def test_many_at_once_are_one_that_names_some(self, program, dunst):
        for n in range(12):
            program.job_transferred(numbered(DONE, n))
        await dunst.until_shown(1)
        await dunst.press("show")
        await program.until(lambda: program.asked)
        assert program.asked == [("show", *(f"job-{n}" for n in range(12)))]
        await dunst.until_shown(0)
        (popup,) = dunst.shown()
        assert popup["summary"] == "12 downloads are done"
        assert popup["body"] == "0.iso, 1.iso, 2.iso and 9 more"

    async def test_a_name_is_shown_as_it_is(self, program, dunst):
        name = "<b>a & b</b> &amp; \u202efdp.exe\n<img src=x>"
        error = dataclasses.replace(FAILED.error, subject="<i>.example & co")
        program.job_error(dataclasses.replace(FAILED, name=name, error=error))
        await dunst.until_shown(1)
        await dunst.put_away()
        await dunst.until_shown(0)
        (popup,) = dunst.shown()
        assert popup["summary"] == "<b>a & b</b> &amp; �fdp.exe�<img src=x>"
        # This daemon parses the body, and tells of it what was left to be seen.
        assert "could not resolve <i>.example & co" in popup["body"]


class TestADaemonInTrouble:
    async def test_one_that_was_killed_and_started_again_is_used(self, program, dunst):
        program.job_error(FAILED)
        await dunst.until_shown(1)
        dunst.kill()
        await program.until_forgotten()
        program.job_error(numbered(FAILED, 2))
        await program.until(lambda: program.tray)
        await dunst.start()
        program.job_error(numbered(FAILED, 3))
        await dunst.until_shown(1)
        await dunst.press("retry")
        await program.until(lambda: program.asked)
        assert program.asked == [("retry", "job-3")]

    async def test_a_frozen_one_holds_nothing_up_and_has_live_buttons_later(
        self, program, dunst, monkeypatch
    ):
        monkeypatch.setattr(daemon_module, "ANSWER_TIMEOUT", 0.5)
        program.job_error(FAILED)
        await dunst.until_shown(1)
        await dunst.put_away()
        await dunst.until_shown(0)
        dunst.freeze()
        pauses = asyncio.create_task(longest_pause(1.0))
        program.job_error(numbered(FAILED, 2))
        await program.until(lambda: program.tray)
        assert program.tray[0][0] == "2.iso"
        assert await pauses < 0.2
        dunst.thaw()
        await dunst.until_shown(1)
        await dunst.press("retry")
        await program.until(lambda: program.asked)
        assert program.asked == [("retry", "job-2")]

    async def test_the_end_does_not_wait_for_a_frozen_one(self, program, dunst):
        program.job_error(FAILED)
        await dunst.until_shown(1)
        dunst.freeze()
        program.job_error(numbered(FAILED, 2))
        await asyncio.sleep(teller.GATHERED + 0.1)
        began = time.monotonic()
        await program.notifications.close()
        assert time.monotonic() - began < 2.5

    async def test_the_end_takes_back_what_is_shown(self, program, dunst):
        program.job_error(FAILED)
        program.job_transferred(numbered(DONE, 2))
        await dunst.until_shown(2)
        await program.notifications.close()
        await dunst.until_shown(0)


async def longest_pause(seconds: float) -> float:
    """How long the loop let nobody else run, at worst."""
    end = time.monotonic() + seconds
    worst, before = 0.0, time.monotonic()
    while before < end:
        await asyncio.sleep(0.005)
        now = time.monotonic()
        worst, before = max(worst, now - before), now
    return worst
