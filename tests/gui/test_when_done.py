"""What is done when all is done, from the menu to the deed: chosen, counted, objected to, done."""

from __future__ import annotations

import asyncio
import shutil
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QPushButton

from fake_engine import FakeEngine, active, done, failed, make_job
from gui.app import Front
from gui.countdown import Countdown, deed_now, sentence
from gui.power.ending import COUNTDOWN, Deed
from gui.preferences import PreferenceKeeper
from gui.small_dialogs import CommandDialog
from gui.when_done import short_words
from gui.when_done_menu import WhenDoneButton, WhenDoneMenu
from message_bus import private_bus
from power_bus import LOGIN, Service


@pytest.fixture
def engine():
    return FakeEngine(active("active.iso"))


@pytest.fixture
def no_machine(monkeypatch):
    """No test may suspend the machine it runs on."""
    for name in ("DBUS_SYSTEM_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.setenv(name, "unix:path=/nonexistent")


class Time:
    now = 100.0


@pytest.fixture
def time():
    return Time()


@pytest.fixture
async def front(no_machine, engine, tmp_path, qapp, time):
    front = Front(engine, tmp_path)
    front.preferences.change(look_at_links=False)
    front.when_done._clock = lambda: time.now
    front.begin([], hidden=False)
    yield front
    front.hide()
    await front.close()
    await asyncio.sleep(0)
    QApplication.setQuitOnLastWindowClosed(True)


@pytest.fixture
async def login(front, tmp_path_factory, monkeypatch):
    """A logind that is told what would be told to the real one."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("NO dbus-daemon HERE, SO D-BUS WAS NOT TRIED (apt-get install dbus)")
    with private_bus(tmp_path_factory.mktemp("bus")) as (address, _process):
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        login = await Service.start(LOGIN, address)
        yield login
        await login.stop()


async def until(holds):
    async with asyncio.timeout(5):
        while not holds():
            await asyncio.sleep(0.005)


def choose(front, text):
    menu = front.window.findChild(WhenDoneMenu)
    actions = {action.text().replace("&", ""): action for action in menu.actions()}
    actions[text].trigger()


def ticked(front):
    menu = front.window.findChild(WhenDoneMenu)
    return [action.text().replace("&", "") for action in menu.actions() if action.isChecked()]


def reminder(front):
    button = front.window.findChild(WhenDoneButton)
    return button.text() if button.isVisible() else ""


def countdown(front):
    return front._countdown


async def all_done(front, engine):
    for job in engine.jobs():
        engine.put(done(id=job.id))
    await until(lambda: front.when_done.left is not None)


async def pass_by(front, time, seconds):
    for _ in range(seconds):
        time.now += 1
        front.when_done.tick()
    await asyncio.sleep(0)


async def test_the_choice_is_ticked_and_stands_in_the_status_bar(front):
    assert ticked(front) == ["Do nothing"]
    assert reminder(front) == ""
    choose(front, "Quit Holdfast")
    assert ticked(front) == ["Quit Holdfast"]
    assert reminder(front) == "When done: quit"
    choose(front, "Do nothing")
    assert reminder(front) == ""


async def test_the_menu_is_in_the_file_menu_before_quit(front):
    actions = front.window._menus[0].actions()
    texts = [action.text() for action in actions if not action.isSeparator()]
    assert texts[-2:] == ["When all is &done", front.commands.quit.text()]
    letters = [text[text.index("&") + 1].lower() for text in texts]
    assert len(set(letters)) == len(letters)


async def test_it_quits_after_a_countdown_that_everybody_can_see(front, engine, time, monkeypatch):
    told = []
    monkeypatch.setattr(front.tray, "message", lambda *words: told.append(words) or True)
    front._countdown.begun.connect(front.tray.message)
    choose(front, "Quit Holdfast")
    await all_done(front, engine)
    dialog = countdown(front)
    assert dialog.isVisible()
    assert dialog.text == "Holdfast quits in 30 seconds."
    assert ("All jobs are done.", dialog.text) in told
    await pass_by(front, time, 29)
    assert dialog.text == "Holdfast quits in 1 second."
    assert not front.quit_asked.is_set()
    await pass_by(front, time, 1)
    assert front.quit_asked.is_set()
    assert not dialog.isVisible()


@pytest.mark.parametrize("way", ["Escape", "Cancel", "cross", "menu"])
async def test_the_person_may_object_in_every_way(front, engine, time, qtbot, way):
    choose(front, "Quit Holdfast")
    await all_done(front, engine)
    dialog = countdown(front)
    match way:
        case "Escape":
            await until(dialog.isActiveWindow)
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        case "Cancel":
            buttons = dialog.findChild(QDialogButtonBox)
            (cancel,) = [b for b in buttons.buttons() if b.text() == "&Cancel"]
            cancel.click()
        case "cross":
            dialog.close()
        case "menu":
            choose(front, "Do nothing")
    assert not dialog.isVisible()
    assert ticked(front) == ["Do nothing"]
    await pass_by(front, time, 60)
    assert not front.quit_asked.is_set()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Enter])
async def test_who_types_elsewhere_does_not_agree_by_mistake(front, engine, qtbot, key):
    choose(front, "Quit Holdfast")
    await all_done(front, engine)
    qtbot.keyClick(countdown(front).focusWidget() or countdown(front), key)
    assert not front.quit_asked.is_set()
    assert front.when_done.deed is Deed.NOTHING


async def test_who_does_not_want_to_wait_need_not(front, engine):
    choose(front, "Quit Holdfast")
    await all_done(front, engine)
    (now,) = [b for b in countdown(front).findChildren(QPushButton) if b.text() == "&Quit now"]
    now.click()
    assert front.quit_asked.is_set()


async def test_a_job_that_is_added_ends_the_countdown(front, engine, time):
    choose(front, "Quit Holdfast")
    await all_done(front, engine)
    engine.put(make_job("more.iso"))
    await until(lambda: front.when_done.left is None)
    assert not countdown(front).isVisible()
    assert reminder(front) == "When done: quit"
    await pass_by(front, time, 60)
    assert not front.quit_asked.is_set()


async def test_it_says_how_many_failed(front, engine):
    choose(front, "Quit Holdfast")
    job = engine.jobs()[0]
    engine.put(failed(id=job.id))
    await until(lambda: front.when_done.left is not None)
    assert countdown(front)._summary.text() == "All jobs are done; 1 job failed."


@pytest.mark.parametrize(
    ("text", "can", "member"),
    [
        ("Suspend the computer", "CanSuspend", "Suspend"),
        ("Shut down the computer", "CanPowerOff", "PowerOff"),
    ],
)
async def test_the_machine_is_told(front, engine, time, login, text, can, member):
    choose(front, text)
    # Whether logind was asked to keep the machine awake before depends on when it was there.
    await until(lambda: can in login.members)
    await all_done(front, engine)
    await pass_by(front, time, int(COUNTDOWN))
    await until(lambda: (member, [True]) in login.calls)
    await until(lambda: not front.when_done._tasks)
    assert front.quit_asked.is_set() is (member == "PowerOff")
    assert ticked(front) == ["Do nothing"], "once is enough"


async def test_what_the_machine_cannot_do_is_said_when_it_is_chosen(front):
    choose(front, "Suspend the computer")
    assert reminder(front) == "When done: suspend"
    await until(lambda: front.window.messages.isVisible())
    assert "The computer cannot be suspended: " in front.window.messages.text
    assert reminder(front) == ""


async def test_a_refusal_in_the_end_is_said_too(front, engine, time, login):
    choose(front, "Shut down the computer")
    await until(lambda: "CanPowerOff" in login.members)
    await all_done(front, engine)
    login.refuses = "org.freedesktop.DBus.Error.AccessDenied"
    await pass_by(front, time, int(COUNTDOWN))
    await until(lambda: front.window.messages.isVisible())
    assert "The computer cannot be shut down: not today" in front.window.messages.text
    assert not front.quit_asked.is_set()


async def test_a_command_is_asked_for_remembered_and_run(front, engine, time, tmp_path):
    file = tmp_path / "it ran"
    command = f"{sys.executable} -c \"open({str(file)!r}, 'w').close()\""
    choose(front, "Run a command…")
    dialog = front.window.findChild(CommandDialog)
    assert ticked(front) == ["Do nothing"], "not before there is one"
    dialog.findChild(QLineEdit).setText(command)
    dialog.accept()
    assert ticked(front) == ["Run a command…"]
    assert reminder(front) == "When done: run a command"
    assert PreferenceKeeper(tmp_path).now.command_when_done == command
    await all_done(front, engine)
    assert countdown(front).text == f"In 30 seconds this runs: {command}"
    await pass_by(front, time, int(COUNTDOWN))
    await until(file.exists)
    assert not front.quit_asked.is_set()


async def test_a_command_that_cannot_run_is_not_taken(front):
    choose(front, "Run a command…")
    dialog = front.window.findChild(CommandDialog)
    field = dialog.findChild(QLineEdit)
    field.setText("no-such-program-here --now")
    dialog.accept()
    assert dialog.isVisible()
    assert "There is no program no-such-program-here." in dialog._problem.text()
    field.setText("")
    assert not dialog._accept.isEnabled()
    dialog.reject()
    assert ticked(front) == ["Do nothing"]


async def test_nothing_of_it_outlives_the_program(no_machine, engine, tmp_path, qapp):
    PreferenceKeeper(tmp_path).change(command_when_done="echo done")
    for _ in range(2):
        front = Front(engine, tmp_path)
        front.begin([], hidden=False)
        assert front.when_done.deed is Deed.NOTHING
        front.when_done.choose(Deed.QUIT)
        front.hide()
        await front.close()
    QApplication.setQuitOnLastWindowClosed(True)


async def test_the_end_of_the_program_ends_the_countdown(front, engine, time):
    choose(front, "Quit Holdfast")
    await all_done(front, engine)
    await front.when_done.close()
    assert front.when_done.left is None


async def test_the_tip_of_the_status_bar_says_whether_the_computer_is_kept_awake(front):
    # pytest-qt lets Qt run before a test, when no loop of asyncio does.
    await front.awake.close()
    front.awake.begin()
    await until(lambda: front.window.status._facts.toolTip())
    assert "The computer " in front.window.status._facts.toolTip()


@pytest.mark.parametrize("deed", [deed for deed in Deed if deed is not Deed.NOTHING])
def test_each_deed_has_its_words(deed):
    assert short_words(deed)
    assert "30 seconds" in sentence(deed, 30, "echo done")
    assert deed_now(deed)


def test_a_long_command_is_not_shown_whole_and_cannot_break_lines():
    words = sentence(Deed.COMMAND, 5, "echo one\ntwo\u202e" + "x" * 1000)
    assert len(words) < 300
    assert "\n" not in words
    assert "\u202e" not in words


def test_a_countdown_is_a_window_of_its_own(front_less, qtbot):
    assert front_less.parent() is None
    assert front_less.windowFlags() & Qt.WindowType.WindowStaysOnTopHint


@pytest.fixture
def front_less(bridge, appearance, preferences, qtbot):
    from gui.keep_awake import AwakeKeeper
    from gui.when_done import WhenDone

    dialog = Countdown(WhenDone(AwakeKeeper(preferences)), appearance)
    qtbot.addWidget(dialog)
    return dialog
