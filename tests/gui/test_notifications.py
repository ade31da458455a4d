"""Desktop notifications against a real bus: buttons that act, and a desktop that is not there."""

from __future__ import annotations

import asyncio
import dataclasses
import os
import shutil
import signal

import pytest

from engine import JobState
from gui import session_bus
from gui.notifications import daemon as daemon_module
from gui.notifications import teller
from gui.notifications.teller import FAILURES_BEFORE_SILENCE, SILENCE
from gui.preferences import Preferences
from message_bus import private_bus
from notification_bus import Daemon
from notifying import DONE, FAILED, Program, numbered

pytestmark = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None,
    reason="NO dbus-daemon HERE, SO NO NOTIFICATION WAS TRIED (apt-get install dbus)",
)


@pytest.fixture(autouse=True)
def no_long_gathering(monkeypatch):
    monkeypatch.setattr(teller, "GATHERED", 0.01)
    monkeypatch.setattr(teller, "GROWTH", 0.02)


@pytest.fixture
def bus(tmp_path, monkeypatch):
    """A session bus that programs find; what is on it, the test decides."""
    with private_bus(tmp_path) as (address, process):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address, process


@pytest.fixture
async def daemon(bus):
    daemon = await Daemon.start(bus[0])
    yield daemon
    await daemon.stop()


@pytest.fixture
async def program():
    program = Program()
    yield program
    await program.notifications.close()


class TestShowing:
    async def test_a_job_that_gave_up_is_shown_with_its_reason(self, program, daemon):
        program.job_error(FAILED)
        popup = await daemon.next_popup()
        assert popup.title == "name.iso"
        assert "files.example.org" in popup.body
        assert popup.actions == {"default": "Show", "retry": "Retry", "details": "Details"}
        assert popup.timeout_ms == 0  # stays until someone has seen it
        assert popup.hints == {
            "urgency": 1,
            "desktop-entry": "holdfast",
            "category": "transfer.error",
        }

    async def test_a_job_that_is_done_is_shown(self, program, daemon):
        program.job_transferred(DONE)
        popup = await daemon.next_popup()
        assert popup.title == "name.iso"
        assert popup.body
        assert popup.actions == {"default": "Show", "open": "Open", "folder": "Show in folder"}
        assert popup.timeout_ms == -1
        assert popup.hints["category"] == "transfer.complete"

    async def test_what_nobody_wants_to_be_told_is_not(self, program, daemon):
        program.wishes = Preferences(tell_when_done=False)
        program.job_transferred(DONE)
        program.job_error(FAILED)
        popup = await daemon.next_popup()
        assert popup.hints["category"] == "transfer.error"
        program.wishes = Preferences(tell_when_given_up=False)
        program.job_error(numbered(FAILED, 2))
        program.job_expired(numbered(FAILED, 3))
        program.job_transferred(numbered(DONE, 4))
        popup = await daemon.next_popup(2)
        assert popup.hints["category"] == "transfer.complete"
        await program.notifications.close()
        assert (len(daemon.popups), program.tray) == (2, [])

    async def test_no_label_is_empty(self, program, daemon):
        """A daemon of Xfce draws the default action as a button with its label."""
        program.job_error(FAILED)
        program.job_transferred(numbered(DONE, 2))
        await daemon.next_popup(2)
        assert all(label for popup in daemon.popups for label in popup.actions.values())

    async def test_a_later_word_on_a_job_takes_the_place_of_the_earlier(self, program, daemon):
        program.job_error(FAILED)
        await daemon.next_popup()
        program.job_transferred(DONE)
        popup = await daemon.next_popup(2)
        assert (popup.replaces, popup.key) == (1, 1)

    async def test_a_failure_that_is_taken_back_at_once_is_not_told(self, program, daemon):
        """A browser whose link led to the file only once keeps its own download."""
        program.job_error(FAILED)
        program.notifications.follow([], [FAILED.id])
        program.job_error(numbered(FAILED, 2))
        assert (await daemon.next_popup()).title == "2.iso"
        assert program.taken[0]

    @pytest.mark.parametrize("is_gone", [True, False])
    async def test_a_failure_is_seen_no_more_when_it_is_over(self, program, daemon, is_gone):
        program.job_error(FAILED)
        program.notifications.follow([FAILED], [])
        await daemon.next_popup()
        going_on = dataclasses.replace(FAILED, state=JobState.QUEUED, error=None)
        program.notifications.follow([] if is_gone else [going_on], [FAILED.id] * is_gone)
        await program.until(lambda: daemon.closed == [1])

    async def test_what_is_done_stays_when_the_job_is_removed(self, program, daemon):
        program.job_error(FAILED)
        program.job_transferred(DONE)
        await daemon.next_popup()
        program.notifications.follow([DONE], [])
        program.notifications.follow([], [DONE.id])
        program.job_error(numbered(FAILED, 2))
        await daemon.next_popup(3)
        assert daemon.closed == []

    async def test_each_job_has_its_own(self, program, daemon):
        for n in range(3):
            program.job_error(numbered(FAILED, n))
        await daemon.next_popup(3)
        assert [popup.key for popup in daemon.popups] == [1, 2, 3]

    async def test_the_tray_is_left_alone(self, program, daemon):
        program.job_error(FAILED)
        await daemon.next_popup()
        await program.notifications.close()
        assert program.tray == []

    @pytest.mark.parametrize(
        ("capabilities", "body"),
        [
            (("body", "body-markup"), "&lt;b&gt;.example &amp; co"),
            (("body",), "<b>.example & co"),
        ],
    )
    async def test_a_body_is_escaped_only_where_it_is_parsed(
        self, bus, program, capabilities, body
    ):
        daemon = await Daemon.start(bus[0], capabilities=capabilities)
        error = dataclasses.replace(FAILED.error, subject="<b>.example & co")
        job = dataclasses.replace(FAILED, name="<i>a & b</i>", error=error)
        program.job_error(job)
        popup = await daemon.next_popup()
        assert body in popup.body
        assert popup.title == "<i>a & b</i>"  # titles are never parsed
        await daemon.stop()

    async def test_there_are_no_buttons_where_there_can_be_none(self, bus, program):
        daemon = await Daemon.start(bus[0], capabilities=("body",))
        program.job_error(FAILED)
        assert (await daemon.next_popup()).actions == {}
        await daemon.stop()

    @pytest.mark.parametrize(
        "name",
        [
            "evil\u202efdp.exe",
            "two\nlines",
            "bell\a.bin",
            "half a pair \udcff.bin",
            "\u2066x\u2069",
        ],
    )
    async def test_a_name_cannot_disguise_itself(self, program, daemon, name):
        program.job_error(dataclasses.replace(FAILED, name=name))
        popup = await daemon.next_popup()
        assert not set(popup.title) & set("\u202e\u2066\u2069\n\a\udcff")
        assert program.tray == []


class TestButtons:
    @pytest.mark.parametrize(
        ("tell", "job", "action", "command"),
        [
            ("job_error", FAILED, "retry", "retry"),
            ("job_error", FAILED, "details", "details"),
            ("job_error", FAILED, "default", "default"),
            ("job_transferred", DONE, "open", "open"),
            ("job_transferred", DONE, "folder", "folder"),
            ("job_transferred", DONE, "default", "default"),
        ],
    )
    async def test_a_button_does_what_it_says(self, program, daemon, tell, job, action, command):
        getattr(program, tell)(job)
        popup = await daemon.next_popup()
        daemon.press(popup.key, action)
        await program.until(lambda: program.asked)
        assert program.asked == [(command, "job-1")]

    async def test_the_popup_is_closed_after_its_button(self, program, daemon):
        program.job_error(FAILED)
        popup = await daemon.next_popup()
        daemon.press(popup.key, "retry")
        await daemon.until(lambda: daemon.closed == [popup.key])

    async def test_the_button_of_one_job_does_not_act_on_another(self, program, daemon):
        for n in range(3):
            program.job_error(numbered(FAILED, n))
        await daemon.next_popup(3)
        daemon.press(2, "retry")
        await program.until(lambda: program.asked)
        assert program.asked == [("retry", "job-1")]

    @pytest.mark.parametrize(
        ("key", "action"),
        [
            (99, "retry"),  # another program's
            (1, "open"),  # not a button of this popup
            (1, "rm -rf"),
        ],
    )
    async def test_what_we_did_not_offer_is_not_done(self, program, daemon, key, action):
        program.job_error(FAILED)
        await daemon.next_popup()
        daemon.press(key, action)
        program.job_error(numbered(FAILED, 2))
        popup = await daemon.next_popup(2)
        daemon.press(popup.key, "retry")
        await program.until(lambda: program.asked)
        assert program.asked == [("retry", "job-2")]

    async def test_a_click_that_is_reported_twice_acts_once(self, program, daemon):
        program.job_error(FAILED)
        program.job_error(numbered(FAILED, 2))
        await daemon.next_popup(2)
        daemon.press(1, "retry")
        daemon.press(1, "retry")
        daemon.press(2, "details")
        await program.until(lambda: ("details", "job-2") in program.asked)
        assert program.asked == [("retry", "job-1"), ("details", "job-2")]

    async def test_a_dismissed_popup_is_forgotten(self, program, daemon):
        program.job_error(FAILED)
        program.job_error(numbered(FAILED, 2))
        await daemon.next_popup(2)
        daemon.dismiss(1)
        daemon.press(1, "retry")
        daemon.press(2, "retry")
        await program.until(lambda: program.asked)
        assert program.asked == [("retry", "job-2")]

    async def test_the_activation_token_is_there_when_the_window_is_raised(
        self, program, daemon, monkeypatch
    ):
        monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
        program.job_error(FAILED)
        popup = await daemon.next_popup()
        daemon.press(popup.key, "details", token="token-7")
        await program.until(lambda: program.asked)
        assert os.environ["XDG_ACTIVATION_TOKEN"] == "token-7"


class TestADesktopThatIsNotThere:
    async def test_without_a_bus_the_tray_says_it(self, program):
        program.job_error(FAILED)
        await program.until(lambda: program.tray)
        ((title, text),) = program.tray
        assert title == "name.iso"
        assert "files.example.org" in text
        program.click_in_tray()
        assert program.asked == [("default", FAILED.id)]

    async def test_without_a_daemon_the_tray_says_it(self, bus, program):
        program.job_transferred(DONE)
        await program.until(lambda: program.tray)
        assert program.tray[0][0] == "name.iso"

    async def test_a_daemon_that_comes_later_is_used(self, bus, program):
        program.job_error(FAILED)
        await program.until(lambda: program.tray)
        daemon = await Daemon.start(bus[0])
        program.job_error(FAILED)
        await daemon.next_popup()
        assert len(program.tray) == 1
        await daemon.stop()

    async def test_a_frozen_daemon_is_given_up_on_in_time(self, program, daemon, monkeypatch):
        monkeypatch.setattr(session_bus, "CALL_TIMEOUT", 0.2)
        daemon.is_frozen = True
        program.job_error(FAILED)
        await program.until(lambda: program.tray)
        assert daemon.calls == ["GetCapabilities"]

    async def test_a_daemon_that_freezes_later_is_given_up_on_too(
        self, program, daemon, monkeypatch
    ):
        monkeypatch.setattr(daemon_module, "ANSWER_TIMEOUT", 0.2)
        program.job_error(FAILED)
        await daemon.next_popup()
        daemon.is_frozen = True
        program.job_error(numbered(FAILED, 2))
        await program.until(lambda: program.tray)
        assert program.tray[0][0] == "2.iso"

    async def test_what_a_daemon_shows_late_has_buttons_that_work(
        self, program, daemon, monkeypatch
    ):
        monkeypatch.setattr(daemon_module, "ANSWER_TIMEOUT", 0.2)
        program.job_error(FAILED)
        await daemon.next_popup()
        daemon.is_slow = True
        program.job_error(numbered(FAILED, 2))
        await program.until(lambda: program.tray)
        daemon.go_on()
        popup = await daemon.next_popup(2)
        await asyncio.sleep(0.05)
        daemon.press(popup.key, "retry")
        await program.until(lambda: program.asked)
        assert program.asked == [("retry", "job-2")]

    async def test_telling_takes_no_time_whatever_the_daemon_does(self, program, daemon):
        daemon.is_frozen = True
        loop = asyncio.get_running_loop()
        began = loop.time()
        for n in range(100):
            program.job_error(numbered(FAILED, n))
        assert loop.time() - began < 0.5

    async def test_after_three_failures_nobody_is_asked_for_a_minute(self, program, bus):
        async def tell(seconds):
            program.seconds = seconds
            program.job_error(FAILED)
            await program.until_told()

        for _ in range(FAILURES_BEFORE_SILENCE):
            await tell(0)
        assert len(program.tray) == FAILURES_BEFORE_SILENCE
        daemon = await Daemon.start(bus[0])
        await tell(SILENCE - 1)
        assert len(program.tray) == FAILURES_BEFORE_SILENCE + 1
        assert daemon.calls == []
        await tell(SILENCE)
        assert len(daemon.popups) == 1
        await daemon.stop()

    async def test_many_jobs_knock_three_times_at_a_frozen_daemon(
        self, program, daemon, monkeypatch
    ):
        monkeypatch.setattr(session_bus, "CALL_TIMEOUT", 0.1)
        daemon.is_frozen = True
        for n in range(10):
            program.job_error(numbered(FAILED, n))
            await program.until_told()
        assert len(program.tray) == 10
        assert len(daemon.calls) == FAILURES_BEFORE_SILENCE

    async def test_a_success_in_between_starts_the_count_anew(self, program, bus):
        for _ in range(2):
            for _ in range(FAILURES_BEFORE_SILENCE - 1):
                program.job_error(FAILED)
                await program.until_told()
            daemon = await Daemon.start(bus[0])
            program.job_error(FAILED)
            await daemon.next_popup()
            await program.until_told()
            await daemon.stop()

    async def test_the_numbers_of_a_daemon_that_died_are_not_taken_for_the_new_ones(
        self, program, bus
    ):
        first = await Daemon.start(bus[0])
        program.job_error(FAILED)
        await first.next_popup()
        await first.stop()
        await program.until_forgotten()
        second = await Daemon.start(bus[0], capabilities=("body",))
        program.job_error(numbered(FAILED, 2))
        popup = await second.next_popup()
        assert (popup.key, popup.replaces, popup.actions) == (1, 0, {})
        second.press(1, "retry")
        program.job_error(numbered(FAILED, 2))
        await second.next_popup(2)
        assert program.asked == [("retry", "job-2")]
        await second.stop()

    @pytest.mark.qt_log_ignore("QSocketNotifier: Invalid socket")
    async def test_a_bus_that_dies_leaves_the_tray(self, program, bus):
        daemon = await Daemon.start(bus[0])
        program.job_error(FAILED)
        await daemon.next_popup()
        os.kill(bus[1].pid, signal.SIGKILL)
        bus[1].wait()
        program.job_error(FAILED)
        await program.until(lambda: program.tray)


class TestEnding:
    async def test_popups_are_taken_back_because_their_buttons_would_be_dead(self, program, daemon):
        for n in range(3):
            program.job_error(numbered(FAILED, n))
        await daemon.next_popup(3)
        await program.notifications.close()
        assert sorted(daemon.closed) == [1, 2, 3]

    async def test_nothing_is_shown_afterwards(self, program, daemon):
        await program.notifications.close()
        program.job_error(FAILED)
        await asyncio.sleep(0.05)
        assert (daemon.calls, program.tray) == ([], [])

    async def test_a_frozen_daemon_does_not_hold_it_up(self, program, daemon):
        program.job_error(FAILED)
        await daemon.next_popup()
        daemon.is_frozen = True
        program.job_error(numbered(FAILED, 2))
        loop = asyncio.get_running_loop()
        began = loop.time()
        await program.notifications.close()
        assert loop.time() - began < 2.5

    async def test_closing_twice_or_without_a_bus_is_fine(self, program):
        await program.notifications.close()
        await program.notifications.close()
