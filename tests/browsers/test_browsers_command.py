"""`holdfast browsers`: what it does, prints and refuses."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gui import desktop_install
from gui.browsers.registration import Registrations, State
from gui.cli.arguments import BrowsersCommand, UsageError, parse
from gui.cli.browsers import browsers
from persons import Person, a_program, fields_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="places of Linux")

FOLDERS = (".config/chromium", ".mozilla/firefox")


@pytest.fixture
def person(tmp_path, monkeypatch):
    """Who runs the program: with Chromium and Firefox."""
    person = Person(tmp_path)
    monkeypatch.setattr(sys, "executable", str(a_program(tmp_path / "copy" / "python")))
    a_program(tmp_path / "copy" / "holdfast-native")
    monkeypatch.delenv("XDG_CONFIG_HOME")
    for name, value in person.environment.items():
        monkeypatch.setenv(name, value)
    for folder in FOLDERS:
        (person.uses(folder) / "profile").touch()
    return person


def run(*words: str) -> int:
    command = parse(["browsers", *words])
    assert isinstance(command, BrowsersCommand)
    return browsers(command)


def states(person) -> dict[str, State]:
    ours = person.registrations
    return {browser.name: ours.look(browser).state for browser in ours.browsers()}


def test_it_lists_what_is_there(person, capsys):
    assert run() == 0
    assert capsys.readouterr().out.splitlines() == [
        "NAME      BROWSER   STATE",
        "chromium  Chromium  Not connected",
        "firefox   Firefox   Not connected",
    ]


def test_it_says_when_there_is_none(person, capsys):
    for folder in FOLDERS:
        shutil.rmtree(person.home / folder)
    (person.home / ".mozilla").rmdir()
    assert run() == 0
    assert capsys.readouterr().out == "There is no browser to connect.\n"
    assert run("--connect", "all") == 0
    assert run("--disconnect", "all") == 0


def test_one_or_all_are_connected_and_disconnected(person, capsys):
    assert run("--connect", "firefox") == 0
    assert states(person) == {"chromium": State.OFF, "firefox": State.CONNECTED}
    assert run("--connect", "all") == 0
    assert states(person) == {"chromium": State.CONNECTED, "firefox": State.CONNECTED}
    assert capsys.readouterr().out.splitlines()[-1] == "firefox   Firefox   Connected"
    assert run("--disconnect", "chromium", "--disconnect", "chromium") == 0
    assert states(person) == {"chromium": State.OFF, "firefox": State.CONNECTED}
    assert run("--disconnect", "all") == 0
    assert set(states(person).values()) == {State.OFF}


def test_one_that_is_not_there_yet_can_be_connected_by_its_name(person):
    assert run("--connect", "vivaldi") == 0
    assert states(person)["vivaldi"] is State.CONNECTED


def test_for_scripts_there_is_an_object_a_line(person, capsys):
    (person.home / ".local/share/flatpak/app/com.brave.Browser").mkdir(parents=True)
    run("--connect", "chromium", "--json")
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    file = person.home / ".config/chromium/NativeMessagingHosts/org.holdfast.holdfast.json"
    assert lines[0] == {
        "event": "browser",
        "browser": "chromium",
        "title": "Chromium",
        "state": "connected",
        "file": str(file),
        "program": fields_of(file)["path"],
    }
    assert [line["state"] for line in lines] == ["connected", "off", "cannot"]
    assert {tuple(line) for line in lines} == {tuple(lines[0])}


def test_what_cannot_be_done_is_said_and_the_rest_is_done(person, capsys):
    wall = person.home / ".config/chromium/NativeMessagingHosts"
    wall.touch()
    assert run("--connect", "all", "--json") == 1
    told = capsys.readouterr()
    assert told.err == (
        f"holdfast: Chromium: There has to be a folder here, and is something else: {wall}.\n"
    )
    refused, *lines = [json.loads(line) for line in told.out.splitlines()]
    assert (refused["event"], refused["job"]) == ("refused", None)
    assert [line["state"] for line in lines] == ["off", "connected"]


def test_an_unknown_name_is_a_mistake_and_nothing_is_done(person):
    with pytest.raises(UsageError, match=r"'netscape' is no browser \(there are chromium, "):
        run("--connect", "all", "--connect", "netscape")
    assert set(states(person).values()) == {State.OFF}


@pytest.mark.parametrize(
    "words",
    [
        ("--connect", "all", "--disconnect", "all"),
        ("--connect", "all", "--forget"),
        ("--disconnect", "all", "--forget"),
    ],
)
def test_one_thing_at_a_time(person, words):
    with pytest.raises(UsageError, match="exclude each other"):
        run(*words)


def test_to_forget_says_what_it_took(person, capsys):
    run("--connect", "all")
    capsys.readouterr()
    assert run("--forget") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert all(line.endswith("org.holdfast.holdfast.json: removed") for line in lines)
    assert set(states(person).values()) == {State.OFF}


def test_the_desktop_that_forgets_the_program_has_browsers_forget_it(person):
    run("--connect", "all")
    environment = {"XDG_DATA_HOME": str(person.home / "share")}
    removed = desktop_install.uninstall(environment)
    assert [path.name for path in removed] == ["org.holdfast.holdfast.json"] * 2
    assert set(states(person).values()) == {State.OFF}


def test_as_people_type_it(tmp_path):
    """The whole program, with whatever browsers this computer has."""
    person = Person(tmp_path)
    person.uses("settings/chromium")
    environment = {
        **os.environ, "HOME": str(person.home), "XDG_CONFIG_HOME": str(person.home / "settings")
    }  # fmt: skip
    if not Path(sys.executable).with_name("holdfast-native").exists():
        pytest.skip("holdfast-native IS NOT INSTALLED IN THIS ENVIRONMENT")
    for words, state in (
        (("--connect", "chromium"), "Connected"),
        (("--disconnect", "chromium"), "Not connected"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "gui", "browsers", *words],
            env=environment, capture_output=True, text=True, timeout=60, check=True,
        )  # fmt: skip
        (line,) = [one for one in done.stdout.splitlines() if one.startswith("chromium ")]
        assert line.endswith(state)
    assert isinstance(Registrations.here(), Registrations)
