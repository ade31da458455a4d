"""`holdfast get` while a drive is away, or a folder may not be written: it waits and goes on."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from disks import drive
from fault_server import Fault, FaultServer
from program import Holdfast

pytestmark = pytest.mark.end_to_end

_MODES_COUNT = "-dac_override,-dac_read_search"
"""Root without these capabilities is refused like anybody else."""


@pytest.fixture
def humble(holdfast: Holdfast) -> Holdfast:
    """The command line as somebody for whom the modes of files count."""
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("no setpriv: as root, a folder that may not be written is NOT tested")
        holdfast.wrapper = (
            "setpriv",
            f"--bounding-set={_MODES_COUNT}",
            f"--inh-caps={_MODES_COUNT}",
        )
    return holdfast


def test_a_folder_that_may_not_be_written_for_a_while(
    humble: Holdfast, server: FaultServer, to: Path
) -> None:
    server.faults.append(Fault(before=lambda _: to.chmod(0o555)))
    run = humble.start("get", server.url, "--to", to, "--json", "--give-up-after", "1s")
    held = run.until(lambda event: event.get("error") is not None)
    assert os.listdir(to) == []
    to.chmod(0o755)
    outcome = run.outcome()

    assert (held["error"]["code"], held["error"]["kind"]) == ("folder-not-writable", "hold")
    assert (outcome.code, outcome.file["bytes"]) == (0, len(server.content))
    assert (to / "file.bin").read_bytes() == server.content


def test_a_drive_that_goes_away_and_comes_back(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    server.fault = Fault(rate=200_000)
    with drive(to) as usb:
        run = holdfast.start("get", server.url, "--to", to, "--json", "--give-up-after", "1s")
        run.until(lambda event: event.get("bytes", 0) > 300_000)
        usb.pull_out()
        held = run.until(lambda event: event.get("error") is not None)
        assert os.listdir(to) == []
        server.fault = Fault()
        usb.plug_in()
        outcome = run.outcome()
        assert (to / "file.bin").read_bytes() == server.content

    assert (held["error"]["code"], held["error"]["kind"]) == ("disk-away", "hold")
    assert outcome.code == 0
    assert outcome.file["resumed_from"] > 0
