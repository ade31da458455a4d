"""What the machine is told, what it answers, and commands that no shell sees."""

from __future__ import annotations

import asyncio
import sys
import time

import pytest

from gui.power.ending import Deed
from gui.power.orders import OrderError, carry_out, check, command_elsewhere, split
from power_bus import LOGIN

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux only, NOT tested here")


@pytest.mark.parametrize(
    ("deed", "member"), [(Deed.SUSPEND, "Suspend"), (Deed.SHUT_DOWN, "PowerOff")]
)
async def test_logind_is_told_and_may_ask_the_person(serve, deed, member):
    login = await serve(LOGIN)
    await check(deed)
    await carry_out(deed)
    assert login.calls == [("Can" + member, []), (member, [True])]


@pytest.mark.parametrize(
    ("can", "words"),
    [
        ("no", "The computer cannot be suspended: it is not allowed here"),
        ("na", "The computer cannot be suspended: this computer cannot do it"),
    ],
)
async def test_what_cannot_be_is_said_when_it_is_chosen(serve, can, words):
    await serve(LOGIN, can=can)
    with pytest.raises(OrderError, match=words):
        await check(Deed.SUSPEND)


async def test_a_machine_that_asks_for_a_password_can_do_it(serve):
    await serve(LOGIN, can="challenge")
    await check(Deed.SHUT_DOWN)


async def test_a_refusal_is_said_in_the_words_of_the_system(serve):
    await serve(LOGIN, refuses="org.freedesktop.DBus.Error.AccessDenied")
    with pytest.raises(OrderError, match=r"^The computer cannot be shut down: not today$"):
        await carry_out(Deed.SHUT_DOWN)


@pytest.mark.parametrize("deed", [Deed.SUSPEND, Deed.SHUT_DOWN])
async def test_where_nobody_can_be_told_that_is_said(session_address, system_address, deed):
    with pytest.raises(OrderError, match="The computer cannot be"):
        await check(deed)


@pytest.mark.parametrize("deed", [Deed.NOTHING, Deed.QUIT])
async def test_what_is_not_the_machines_business_asks_nobody(monkeypatch, deed):
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent")
    await check(deed)
    await carry_out(deed)


# --- commands


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("", "There is no command."),
        ("   ", "There is no command."),
        ("sh 'half", "A quotation mark in the command has no partner."),
        ("no-such-program-here --now", "There is no program no-such-program-here."),
        ("/etc/passwd", "There is no program /etc/passwd."),
    ],
)
async def test_a_command_that_cannot_run_is_refused_in_words(command, words):
    with pytest.raises(OrderError, match=words.replace(".", r"\.")):
        await check(Deed.COMMAND, command)
    with pytest.raises(OrderError):
        await carry_out(Deed.COMMAND, command)


def test_words_are_split_as_a_person_means_them_and_no_shell_looks_at_them():
    program, *arguments = split("""echo "two words" $HOME *.iso ; rm 'it''s'""")
    assert program.endswith("/echo")
    assert arguments == ["two words", "$HOME", "*.iso", ";", "rm", "its"]


async def test_a_command_runs_by_itself_and_nobody_waits_for_it(tmp_path, qapp):
    file = tmp_path / "it ran.txt"
    script = f"import time, pathlib; pathlib.Path({str(file)!r}).write_text('yes'); time.sleep(1)"
    began = time.monotonic()
    await carry_out(Deed.COMMAND, f'{sys.executable} -c "{script}"')
    assert time.monotonic() - began < 1
    async with asyncio.timeout(10):
        while not file.exists() or file.read_text() != "yes":
            await asyncio.sleep(0.01)


# --- other systems


def test_what_other_systems_are_told():
    assert command_elsewhere(Deed.SHUT_DOWN, "win32") == ["shutdown", "/s", "/t", "0"]
    assert command_elsewhere(Deed.SUSPEND, "win32") == []
    for deed, verb in ((Deed.SUSPEND, "sleep"), (Deed.SHUT_DOWN, "shut down")):
        told = command_elsewhere(deed, "darwin")
        assert told[0] == "/usr/bin/osascript"
        assert told[-1] == f'tell application "System Events" to {verb}'
    assert command_elsewhere(Deed.SHUT_DOWN, "freebsd14") == []
