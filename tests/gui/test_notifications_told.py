"""What is told, when, as one of many, and what counts as seen; also over portal and stand-in."""

from __future__ import annotations

import asyncio
import dataclasses
import shutil
import sys
import types

import pytest

from engine import NewsKind
from gui import sandbox
from gui.notifications import Kind, foreign, teller
from gui.notifications.foreign import ForeignNotifier
from gui.notifications.grouping import MOST_ALONE, QUIET, Grouping
from gui.notifications.note import note_of
from gui.preferences import Preferences
from message_bus import private_bus
from notification_bus import Daemon, Portal
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
    with private_bus(tmp_path) as (address, _process):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
async def daemon(bus):
    daemon = await Daemon.start(bus)
    yield daemon
    await daemon.stop()


@pytest.fixture
async def program():
    program = Program()
    yield program
    await program.notifications.close()


def done(*numbers):
    return [note_of(NewsKind.JOB_TRANSFERRED, numbered(DONE, number)) for number in numbers]


class TestGroups:
    def test_a_few_are_shown_each_on_its_own(self):
        grouping = Grouping(lambda: 0.0)
        notes = done(*range(MOST_ALONE))
        assert grouping.arrange(notes) == (tuple(notes), ())

    def test_one_more_makes_them_one(self):
        grouping = Grouping(lambda: 0.0)
        first, last = done(*range(MOST_ALONE)), done(7)
        grouping.arrange(first)
        (group,), instead_of = grouping.arrange(last)
        assert group.title == "4 downloads are done"
        assert group.body == "0.iso, 1.iso, 2.iso and 1 more"
        assert [subject.job_id for subject in group.subjects] == [
            "job-0",
            "job-1",
            "job-2",
            "job-7",
        ]
        assert instead_of == tuple(note.key for note in first)
        assert not grouping.is_growing(Kind.FAILED)
        assert grouping.is_growing(Kind.DONE)

    def test_kinds_are_not_mixed(self):
        grouping = Grouping(lambda: 0.0)
        grouping.arrange(done(*range(9)))
        failed = note_of(NewsKind.JOB_ERROR, FAILED)
        assert grouping.arrange([failed]) == ((failed,), ())
        grouping.arrange([note_of(NewsKind.JOB_ERROR, numbered(FAILED, n)) for n in range(2, 4)])
        (group,), _ = grouping.arrange([note_of(NewsKind.JOB_EXPIRED, numbered(FAILED, 4))])
        assert group.title == "4 downloads failed"
        assert dict(group.actions)["retry"] == "Retry all"

    def test_a_quiet_while_ends_a_group(self):
        now = [0.0]
        grouping = Grouping(lambda: now[0])
        grouping.arrange(done(*range(9)))
        now[0] = QUIET + 1
        (note,) = done(9)
        assert not grouping.is_growing(Kind.DONE)
        assert grouping.arrange([note]) == ((note,), ())

    def test_a_job_counts_once_with_its_latest_word(self):
        grouping = Grouping(lambda: 0.0)
        for _ in range(9):
            assert len(grouping.arrange(done(1)).notes) == 1
        (note,), _ = grouping.arrange(done(1, 1, 1, 1, 1))
        assert note.key == "job job-1"
        _, instead_of = grouping.arrange(done(1, 2, 3, 4))
        assert instead_of == ("job job-1",), "what is part of a group is not alone as well"

    def test_what_was_seen_is_counted_no_more(self):
        grouping = Grouping(lambda: 0.0)
        first = done(0, 1, 2)
        grouping.arrange(first)
        grouping.forget(first[0])
        assert len(grouping.arrange(done(3)).notes) == 1
        (group,), _ = grouping.arrange(done(4, 5))
        assert group.title == "5 downloads are done"
        grouping.forget(group)
        (note,) = done(6)
        assert grouping.arrange([note]) == ((note,), ())

    async def test_many_at_once_are_one_popup_that_grows(self, program, daemon):
        for n in range(12):
            program.job_transferred(numbered(DONE, n))
        popup = await daemon.next_popup()
        assert popup.title == "12 downloads are done"
        assert popup.actions == {"default": "Show", "show": "Show"}
        program.job_transferred(numbered(DONE, 12))
        popup = await daemon.next_popup(2)
        assert (popup.title, popup.replaces) == ("13 downloads are done", 1)

    async def test_those_that_were_alone_go_when_they_become_part_of_one(self, program, daemon):
        for n in range(3):
            program.job_transferred(numbered(DONE, n))
        await daemon.next_popup(3)
        await program.until_told()
        program.job_transferred(numbered(DONE, 3))
        popup = await daemon.next_popup(4)
        assert popup.title == "4 downloads are done"
        await daemon.until(lambda: sorted(daemon.closed) == [1, 2, 3])

    async def test_a_group_that_was_put_away_does_not_come_back(self, program, daemon):
        for n in range(5):
            program.job_transferred(numbered(DONE, n))
        popup = await daemon.next_popup()
        daemon.dismiss(popup.key)
        await program.until(lambda: not program.notifications._notifier._shown)
        program.job_transferred(numbered(DONE, 5))
        assert (await daemon.next_popup(2)).title == "5.iso"

    async def test_a_group_whose_time_is_over_goes_on_counting(self, program, daemon):
        for n in range(5):
            program.job_transferred(numbered(DONE, n))
        popup = await daemon.next_popup()
        daemon.expire(popup.key)
        await program.until(lambda: not program.notifications._notifier._shown)
        program.job_transferred(numbered(DONE, 5))
        assert (await daemon.next_popup(2)).title == "6 downloads are done"

    async def test_retry_all_is_for_all(self, program, daemon):
        for n in range(5):
            program.job_error(numbered(FAILED, n))
        popup = await daemon.next_popup()
        assert popup.title == "5 downloads failed"
        daemon.press(popup.key, "retry")
        await program.until(lambda: program.asked)
        assert program.asked == [("retry", *(f"job-{n}" for n in range(5)))]
        program.job_error(numbered(FAILED, 9))
        assert (await daemon.next_popup(2)).title == "9.iso", "what was pressed was seen"

    async def test_a_daemon_that_draws_the_default_as_a_button_is_sent_no_second_one(
        self, program, bus
    ):
        daemon = await Daemon.start(bus, name="Xfce Notify Daemon")
        for n in range(5):
            program.job_error(numbered(FAILED, n))
        assert (await daemon.next_popup()).actions == {"default": "Show", "retry": "Retry all"}
        await daemon.stop()


class TestWhatCountsAsSeen:
    async def test_what_a_daemon_took_over_does(self, program, daemon):
        program.job_error(FAILED)
        assert program.taken == [False]
        await daemon.next_popup()
        await program.until(lambda: program.taken == [True])

    async def test_what_the_tray_said_does(self, program):
        program.job_error(FAILED)
        await program.until(lambda: program.tray)
        assert program.taken == [True]

    async def test_what_nobody_asked_to_be_told_does(self, program):
        program.wishes = Preferences(tell_when_done=False)
        program.job_transferred(DONE)
        program.file_transferred(DONE)
        assert program.taken == [True, True]

    async def test_a_frozen_daemon_has_taken_nothing_over(self, program, daemon):
        daemon.is_frozen = True
        program.job_error(FAILED)
        await daemon.until(lambda: daemon.calls)
        assert program.taken == [False]

    async def test_where_there_is_nothing_the_window_says_it_and_waits_to_be_looked_at(
        self, program
    ):
        program.has_tray = False
        program.job_error(FAILED)
        program.job_transferred(numbered(DONE, 2))
        await program.until(lambda: len(program.in_window) == 2)
        assert {note.kind for note in program.in_window} == set(Kind)
        assert program.taken == [False, False]
        program.notifications.came_to_front()
        assert program.taken == [True, True]

    async def test_what_was_never_seen_is_not_taken_at_the_end(self, program):
        program.has_tray = False
        program.job_error(FAILED)
        await program.until(lambda: program.in_window)
        await program.notifications.close()
        program.job_error(numbered(FAILED, 2))
        assert program.taken == [False, False]


class TestWhileTheWindowIsInFront:
    async def test_the_desktop_hears_nothing(self, program, daemon):
        program.is_in_front = True
        program.job_error(FAILED)
        program.job_transferred(numbered(DONE, 2))
        await program.until(lambda: program.taken == [True, True])
        assert daemon.calls == []
        assert program.tray == []

    async def test_a_failure_is_said_in_the_window_and_what_is_done_by_its_row(self, program):
        program.is_in_front = True
        program.job_error(FAILED)
        program.job_transferred(numbered(DONE, 2))
        await program.until(lambda: program.taken == [True, True])
        (note,) = program.in_window
        assert note.sentence.startswith("name.iso: Gave up after 1 h")

    async def test_many_failures_are_one_line(self, program):
        program.is_in_front = True
        for n in range(20):
            program.job_error(numbered(FAILED, n))
        await program.until(lambda: all(program.taken))
        assert [note.title for note in program.in_window] == ["20 downloads failed"]


class TestInASandbox:
    @pytest.fixture
    async def portal(self, bus, monkeypatch):
        monkeypatch.setattr(sandbox, "is_flatpak", lambda: True)
        portal = await Portal.start(bus)
        yield portal
        await portal.stop()

    async def test_the_portal_shows_it_and_its_buttons_act(self, portal):
        program = Program()
        program.job_error(FAILED)
        await portal.until(lambda: portal.shown)
        content = portal.shown["job job-1"]
        assert content["title"] == "name.iso"
        assert content["default-action"] == "default"
        labels = {one["action"].value: one["label"].value for one in content["buttons"]}
        assert labels == {"retry": "Retry", "details": "Details"}
        portal.press("job job-7", "retry")
        portal.press("job job-1", "rm -rf")
        program.job_transferred(numbered(DONE, 2))
        await portal.until(lambda: "job job-2" in portal.shown)
        portal.press("job job-2", "folder")
        await program.until(lambda: program.asked)
        assert program.asked == [("folder", "job-2")]
        await program.notifications.close()

    async def test_it_is_taken_back_at_the_end(self, portal):
        program = Program()
        for n in range(5):
            program.job_error(numbered(FAILED, n))
        await portal.until(lambda: portal.shown)
        await program.until_told()
        await program.notifications.close()
        assert portal.shown == {}

    async def test_without_a_portal_the_tray_says_it(self, bus, monkeypatch):
        monkeypatch.setattr(sandbox, "is_flatpak", lambda: True)
        program = Program()
        program.job_error(FAILED)
        await program.until(lambda: program.tray)
        await program.notifications.close()


class Center:
    """Stands in for desktop-notifier: what it was sent, and hands to press with."""

    def __init__(self, app_name, app_icon):
        assert app_icon.path.exists()
        self.sent = {}
        self.cleared = []
        Center.latest = self

    async def send(self, **facts):
        number = f"note-{len(self.sent)}"
        self.sent[number] = types.SimpleNamespace(**facts)
        return number

    async def clear(self, number):
        self.cleared.append(number)


@pytest.fixture
def stand_in(monkeypatch):
    module = types.ModuleType("desktop_notifier")
    module.DesktopNotifier = Center
    module.Button = types.SimpleNamespace
    module.Icon = types.SimpleNamespace
    module.Urgency = types.SimpleNamespace(Normal="normal")
    monkeypatch.setitem(sys.modules, "desktop_notifier", module)


class TestOnOtherSystems:
    async def test_buttons_clicks_and_dismissals_arrive_once(self, stand_in):
        asked, dismissed = [], []
        notifier = ForeignNotifier(lambda action, note: asked.append(action), dismissed.append)
        note = note_of(NewsKind.JOB_ERROR, FAILED)
        for _ in range(3):
            await notifier.show(note)
        first, second, third = Center.latest.sent.values()
        assert Center.latest.cleared == ["note-0", "note-1"], "one takes the place of the other"
        assert [button.title for button in third.buttons] == ["Retry", "Details"]
        first.buttons[0].on_pressed()
        assert asked == []
        third.buttons[0].on_pressed()
        third.on_clicked()
        assert asked == ["retry"]
        await notifier.show(note)
        list(Center.latest.sent.values())[-1].on_dismissed()
        assert (asked, dismissed) == (["retry"], [note])
        await notifier.show(note)
        await notifier.close()
        assert Center.latest.cleared[-1] == "note-4"
        assert second.message.startswith("Gave up")

    async def test_where_the_package_is_not_installed_it_says_so(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "desktop_notifier", None)
        notifier = ForeignNotifier(print, print)
        with pytest.raises(OSError, match="desktop_notifier"):
            await notifier.show(note_of(NewsKind.JOB_ERROR, FAILED))
        await notifier.close()

    async def test_macos_shows_only_those_of_bundles(self, stand_in, monkeypatch):
        monkeypatch.setattr(foreign.sys, "platform", "darwin")
        with pytest.raises(OSError, match="bundles"):
            await ForeignNotifier(print, print).show(note_of(NewsKind.JOB_ERROR, FAILED))

    async def test_the_tray_says_it_where_there_is_nothing_else(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "desktop_notifier", None)
        monkeypatch.setattr(teller.sys, "platform", "win32")
        program = Program()
        program.job_error(dataclasses.replace(FAILED, name="two\nlines"))
        await program.until(lambda: program.tray)
        assert program.tray[0][0] == "two�lines"
        await program.notifications.close()
        await asyncio.sleep(0)
