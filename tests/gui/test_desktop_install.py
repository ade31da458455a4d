"""The desktop of one person is told of the program, and forgets it without a trace."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine import RefusedError
from gui import desktop_install
from gui.autostart import XdgAutostart
from gui.cli.arguments import DesktopCommand, UsageError, parse
from gui.desktop_entry import program, read_entry

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="for desktops of Linux")


@pytest.fixture
def environment(tmp_path):
    return {"XDG_DATA_HOME": str(tmp_path / "share"), "XDG_CONFIG_HOME": str(tmp_path / "config")}


def all_files(folder: Path) -> set[str]:
    return {
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and path.name != "mimeinfo.cache"
    }


def test_everything_is_put_where_desktops_look(environment, tmp_path):
    written = desktop_install.install(environment)
    share = tmp_path / "share"
    assert all_files(share) == {str(path.relative_to(share)) for path in written}
    assert all_files(share) == {
        "applications/holdfast.desktop",
        "icons/hicolor/scalable/apps/holdfast.svg",
        "man/man1/holdfast.1",
        "bash-completion/completions/holdfast",
        "fish/vendor_completions.d/holdfast.fish",
    }
    entry = read_entry(share / "applications" / "holdfast.desktop")
    assert entry["Exec"] == f"{program()[0]} %U"


def test_nothing_is_left_behind(environment, tmp_path):
    (tmp_path / "share").mkdir()
    written = desktop_install.install(environment)
    XdgAutostart(program(), environment).turn(True)
    assert desktop_install.uninstall(environment) == written
    assert list((tmp_path / "share").iterdir()) == []
    assert all_files(tmp_path / "config") == set()
    assert desktop_install.uninstall(environment) == []


def test_what_others_have_there_stays(environment, tmp_path):
    theirs = tmp_path / "share" / "applications" / "other.desktop"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("[Desktop Entry]\nType=Application\nName=Other\nExec=other\n")
    desktop_install.install(environment)
    desktop_install.uninstall(environment)
    assert all_files(tmp_path / "share") == {"applications/other.desktop"}


def test_where_there_is_no_such_desktop_it_is_refused(environment, monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(RefusedError, match="Linux"):
        desktop_install.install(environment)


def test_a_place_that_is_no_whole_path_is_not_used(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    (first, *_) = desktop_install.install({"XDG_DATA_HOME": "here", "XDG_CONFIG_HOME": "/nowhere"})
    assert first == tmp_path / ".local" / "share" / "applications" / "holdfast.desktop"


def test_on_the_command_line(environment):
    environment = {**os.environ, **environment}
    for option, verb in (("--install-desktop", "written"), ("--uninstall-desktop", "removed")):
        done = subprocess.run(
            [sys.executable, "-m", "gui", option],
            capture_output=True, text=True, env=environment, timeout=60, check=True,
        )  # fmt: skip
        assert len(done.stdout.splitlines()) == 5
        assert done.stdout.count(f": {verb}\n") == 5


def test_it_stands_alone():
    assert parse(["--install-desktop"]).is_wanted is True
    assert isinstance(parse(["--uninstall-desktop"]), DesktopCommand)
    with pytest.raises(UsageError, match="no place"):
        parse(["--install-desktop", "https://a.example/x"])
