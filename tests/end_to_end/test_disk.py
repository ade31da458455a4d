"""`holdfast get` on disks that are full or cannot be written."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from disks import remount, small_disk
from fault_server import FaultServer
from program import Holdfast, one_line

pytestmark = pytest.mark.end_to_end


@pytest.fixture
def locked_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that nobody may write to; root heeds no modes, so for root a read-only disk."""
    folder = tmp_path / "theirs"
    folder.mkdir(mode=0o555)
    if os.geteuid() != 0:
        yield folder
        return
    mount = ["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("root may not mount here: a folder that cannot be written is NOT tested")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_folder_that_cannot_be_written_is_refused(
    holdfast: Holdfast, server: FaultServer, locked_folder: Path
) -> None:
    outcome = holdfast("get", server.url, "--to", locked_folder)

    assert outcome.code == 1
    assert one_line(outcome.err)
    assert "theirs" in outcome.err
    assert server.requests == []


def test_a_full_disk_holds_the_job_until_there_is_room(
    holdfast: Holdfast, server: FaultServer, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "disk", "1m") as disk:
        run = holdfast.start("get", server.url, "--to", disk, "--json", "--give-up-after", "5s")
        held = run.until(lambda event: event.get("error") is not None)
        remount(disk, "size=8m")
        outcome = run.outcome()

    assert (held["state"], held["error"]["kind"]) == ("TRANSIENT_ERROR", "hold")
    assert (held["error_count"], held["gives_up_in"]) == (0, None)
    assert outcome.code == 0
    assert outcome.file["bytes"] == len(server.content)
