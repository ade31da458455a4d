"""Whether Holdfast starts with the session is what the system's own file says."""

from __future__ import annotations

import plistlib

import pytest

from gui import autostart
from gui.autostart import LaunchAgent, XdgAutostart, system_autostart
from gui.desktop_entry import read_entry

COMMAND = ["/opt/my apps/holdfast", "--hidden"]


@pytest.fixture
def own(tmp_path):
    return tmp_path / "config" / "autostart" / "holdfast.desktop"


@pytest.fixture
def shared(tmp_path):
    file = tmp_path / "xdg" / "autostart" / "holdfast.desktop"
    file.parent.mkdir(parents=True)
    return file


@pytest.fixture
def xdg(tmp_path):
    folders = {
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_CONFIG_DIRS": f"{tmp_path / 'none'}:{tmp_path / 'xdg'}",
    }
    return XdgAutostart(COMMAND, folders)


def write(file, *lines):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(["[Desktop Entry]", "Exec=holdfast", *lines]))


def test_it_is_off_until_it_is_turned_on(xdg, own):
    assert not xdg.is_on()
    xdg.turn(True)
    assert xdg.is_on()
    assert read_entry(own)["Exec"] == '"/opt/my apps/holdfast" --hidden'
    xdg.turn(False)
    assert not xdg.is_on()
    assert not own.exists()
    xdg.turn(False)


@pytest.mark.parametrize(
    "line", ["Hidden=true", "X-GNOME-Autostart-enabled=false", "Hidden = True"]
)
def test_what_the_tools_of_the_desktop_wrote_counts(xdg, own, line):
    write(own, line)
    assert not xdg.is_on()
    xdg.turn(True)
    assert xdg.is_on()


def test_an_entry_of_the_system_can_be_overruled_and_followed_again(xdg, own, shared):
    write(shared)
    assert xdg.is_on()
    xdg.turn(False)
    assert not xdg.is_on()
    assert read_entry(own)["Hidden"] == "true"
    assert shared.exists()
    xdg.turn(True)
    assert xdg.is_on()


def test_an_own_entry_comes_before_that_of_the_system(xdg, own, shared):
    write(shared, "Hidden=true")
    write(own)
    assert xdg.is_on()


def test_an_entry_that_starts_nothing_is_off(xdg, own):
    own.parent.mkdir(parents=True)
    own.write_text("")
    assert not xdg.is_on()


def test_the_folder_is_the_usual_one_when_nothing_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    XdgAutostart(COMMAND, {"XDG_CONFIG_DIRS": str(tmp_path)}).turn(True)
    assert (tmp_path / ".config" / "autostart" / "holdfast.desktop").is_file()


def test_what_cannot_be_written_is_an_error(xdg, own):
    own.parent.parent.mkdir()
    own.parent.touch()
    with pytest.raises(OSError, match="autostart"):
        xdg.turn(True)


def test_inside_a_sandbox_the_system_decides(monkeypatch):
    monkeypatch.setattr(autostart, "is_flatpak", lambda: True)
    assert system_autostart() is None


def test_a_launch_agent_is_written_read_and_deleted(tmp_path):
    agent = LaunchAgent(COMMAND, tmp_path / "LaunchAgents")
    assert not agent.is_on()
    agent.turn(True)
    assert agent.is_on()
    file = tmp_path / "LaunchAgents" / "org.holdfast.holdfast.plist"
    written = plistlib.loads(file.read_bytes())
    assert written["ProgramArguments"] == COMMAND
    file.write_bytes(plistlib.dumps(written | {"Disabled": True}))
    assert not agent.is_on()
    file.write_bytes(b"no property list")
    assert not agent.is_on()
    agent.turn(False)
    assert not file.exists()
