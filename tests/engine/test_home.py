"""The home is for its owner's eyes only, and one that others can change is refused."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest

from engine.errors import RefusedError
from engine.home import open_private, prepare_home, write_private
from engine.manager import JobManager
from engine.settings import Settings, save_settings
from fakes import FakeClock

is_root = os.geteuid() == 0
NOBODY = 65534


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(params=[0o000, 0o002, 0o022, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest):
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


async def test_everything_in_the_home_is_ours_alone_whatever_the_umask(tmp_path, umask):
    home = tmp_path / "home"
    manager = await JobManager.open(home, clock=FakeClock())
    manager.change_settings(Settings(connections=3))
    try:
        modes = {path.name: mode(path) for path in home.rglob("*")}
    finally:
        await manager.close()

    assert mode(home) == 0o700
    assert {"jobs.db", "jobs.db-wal", "jobs.db-shm", "settings.json"} <= set(modes)
    assert set(modes.values()) == {0o600}


def test_what_earlier_versions_left_readable_is_closed(tmp_path):
    home = tmp_path / "home"
    home.mkdir(mode=0o755)
    (home / "logs").mkdir(mode=0o755)
    for name in ("settings.json", "jobs.db", "jobs.db-wal", "window.ini", "background.log"):
        (home / name).touch()
        (home / name).chmod(0o644)

    prepare_home(home)

    assert mode(home) == mode(home / "logs") == 0o700
    assert {mode(path) for path in home.iterdir() if path.is_file()} == {0o600}


def test_what_a_group_could_write_in_a_closed_home_is_closed(tmp_path):
    """A umask of 002 made files so, where no other could come to them."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    (home / "jobs.db").touch()
    (home / "jobs.db").chmod(0o664)

    prepare_home(home)

    assert mode(home / "jobs.db") == 0o600


@pytest.mark.parametrize("who", [0o020, 0o002])
def test_a_home_that_others_can_write_is_refused_with_the_reason(tmp_path, who):
    home = tmp_path / "home"
    home.mkdir()
    home.chmod(0o755 | who)

    with pytest.raises(RefusedError, match=re.escape(f"Others can write to {home}")) as refused:
        prepare_home(home)

    assert "\n" not in str(refused.value)
    assert mode(home) == 0o755 | who, "nothing was changed"
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("name", ["jobs.db", "jobs.db-wal", "settings.json", "lock", "logs"])
def test_so_is_one_with_a_file_that_others_can_write(tmp_path, name):
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    (home / name).touch()
    (home / name).chmod(0o666)

    with pytest.raises(RefusedError, match=re.escape(f"Others can write to {home / name}")):
        prepare_home(home)


def test_a_link_to_a_home_that_others_can_write_is_no_way_round(tmp_path):
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o777)
    (tmp_path / "home").symlink_to(tmp_path / "open")

    with pytest.raises(RefusedError):
        prepare_home(tmp_path / "home")


def test_a_home_in_a_folder_where_all_can_rename_it_is_refused(tmp_path):
    above = tmp_path / "above"
    above.mkdir()
    above.chmod(0o777)
    with pytest.raises(RefusedError, match="can be written by all"):
        prepare_home(above / "home")

    above.chmod(0o1777)
    prepare_home(above / "home")


@pytest.mark.skipif(not is_root, reason="only root can give a folder away")
def test_somebody_elses_home_or_file_is_refused(tmp_path):
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    (home / "jobs.db").touch(0o600)
    os.chown(home / "jobs.db", NOBODY, NOBODY)
    with pytest.raises(RefusedError, match=r"jobs\.db belongs to another user \(nobody\)"):
        prepare_home(home)

    os.chown(home, NOBODY, NOBODY)
    with pytest.raises(RefusedError, match=re.escape(f"{home} belongs to another user (nobody)")):
        prepare_home(home)


def test_a_file_is_written_whole_for_us_alone_and_through_no_link(tmp_path, umask):
    target = tmp_path / "victim"
    target.write_bytes(b"precious")
    target.chmod(0o644)
    (tmp_path / "settings.json.new").symlink_to(target)
    (tmp_path / "settings.json").symlink_to(target)

    write_private(tmp_path / "settings.json", b"ours")

    assert target.read_bytes() == b"precious"
    assert (tmp_path / "settings.json").read_bytes() == b"ours"
    assert mode(tmp_path / "settings.json") == 0o600
    (tmp_path / "log").symlink_to(target)
    with pytest.raises(OSError, match="symbolic links"):
        open_private(tmp_path / "log")


def test_settings_are_for_us_alone(tmp_path, umask):
    save_settings(tmp_path, Settings())

    assert mode(tmp_path / "settings.json") == 0o600
