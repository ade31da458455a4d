"""The home as others find it, and as we find one that others have been to."""

from __future__ import annotations

import os
import signal
import stat
from pathlib import Path

import pytest

from fault_server import FaultServer
from gui.instance import address_of
from program import Holdfast, one_line, until_it_answers

pytestmark = pytest.mark.end_to_end

NOBODY = 65534


def modes(home: Path) -> dict[str, int]:
    return {
        str(path.relative_to(home)): stat.S_IMODE(path.lstat().st_mode) for path in home.rglob("*")
    }


@pytest.mark.parametrize("front", [(), ("--no-window",)], ids=["a window", "no window"])
def test_nothing_of_it_is_for_others_whatever_the_umask(
    holdfast: Holdfast, server: FaultServer, to: Path, front: tuple[str, ...]
) -> None:
    run = holdfast.start(*front, umask=0)
    until_it_answers(holdfast.home)
    holdfast("add", server.url, "--to", to, umask=0)
    address = address_of(holdfast.home)
    found = modes(holdfast.home)
    run.signal(signal.SIGTERM)
    run.outcome()
    found |= modes(holdfast.home)

    assert {"jobs.db", "jobs.db-wal", "lock", "logs/holdfast.log", "logs/crashes.log"} <= set(found)
    open_to_others = {name: oct(mode) for name, mode in found.items() if mode & 0o077}
    assert open_to_others == {}
    assert stat.S_IMODE(holdfast.home.stat().st_mode) == 0o700
    assert address is not None
    socket = Path(address)
    assert not socket.exists() or not stat.S_IMODE(socket.stat().st_mode) & 0o077
    assert not socket.parent.stat().st_mode & 0o022


@pytest.mark.parametrize("command", ["", "--no-window", "get", "add", "list", "report", "export"])
def test_a_home_that_others_can_write_is_refused_by_every_command(
    holdfast: Holdfast, server: FaultServer, command: str
) -> None:
    holdfast.home.mkdir()
    holdfast.home.chmod(0o777)

    words = [command] if command else []
    end = holdfast(*words, *([server.url] if command in ("get", "add") else []))

    assert end.code == 1
    assert one_line(end.err)
    assert f"Others can write to {holdfast.home}" in end.err
    assert list(holdfast.home.iterdir()) == []
    assert server.requests == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_so_is_one_with_somebody_elses_job_list(holdfast: Holdfast) -> None:
    holdfast.home.mkdir(mode=0o700)
    (holdfast.home / "jobs.db").touch(0o600)
    os.chown(holdfast.home / "jobs.db", NOBODY, NOBODY)

    end = holdfast("list")

    assert end.code == 1
    assert end.err == f"holdfast: {holdfast.home}/jobs.db belongs to another user (nobody).\n"


def test_a_report_is_written_though_the_instance_hangs_or_the_list_is_damaged(
    holdfast: Holdfast, tmp_path: Path
) -> None:
    run = holdfast.start("--no-window")
    until_it_answers(holdfast.home)
    run.signal(signal.SIGSTOP)
    hanging = holdfast("report", "--output", tmp_path / "report.txt")
    run.process.kill()
    run.outcome()
    (holdfast.home / "jobs.db").unlink()
    (holdfast.home / "jobs.db").mkdir()
    damaged = holdfast("report")

    assert hanging.code == 0
    assert "Please read" in hanging.err
    text = (tmp_path / "report.txt").read_text()
    assert "does not answer" in text
    assert stat.S_IMODE((tmp_path / "report.txt").stat().st_mode) == 0o600
    for heading in ("Program", "System", "Settings", "Jobs", "Crashes", "Log"):
        assert f"\n{heading}\n" in text
    assert damaged.code == 0
    assert "the job list cannot be used" in damaged.out
