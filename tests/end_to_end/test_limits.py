"""Speed limits, from the command line and from the settings file."""

from __future__ import annotations

from pathlib import Path

import pytest

from fault_server import FaultServer, some_content
from program import Holdfast

pytestmark = pytest.mark.end_to_end


@pytest.fixture
def megabytes(server: FaultServer) -> int:
    """The server's file is so large; returns its size."""
    server.replace(some_content(3_000_000))
    return len(server.content)


def test_a_get_keeps_the_limit_of_the_settings_file(
    holdfast: Holdfast, server: FaultServer, to: Path, megabytes: int
) -> None:
    holdfast.home.mkdir(parents=True, exist_ok=True)
    (holdfast.home / "settings.json").write_text('{"rate_limit": 2000000}', encoding="utf-8")

    outcome = holdfast("get", server.url_for("/file.bin"), "--to", to, "--json")

    assert outcome.code == 0
    assert outcome.file["seconds"] >= 0.9 * megabytes / 2_000_000


def test_the_same_link_with_no_limit_frees_the_get_that_runs_with_one(
    holdfast: Holdfast, server: FaultServer, to: Path, megabytes: int
) -> None:
    command = ("get", server.url_for("/file.bin"), "--to", to, "--json")
    # It would take half an hour.
    limited = holdfast.start(*command, "--limit", "2K")
    limited.until(lambda event: event["event"] == "progress")

    freed = holdfast(*command, "--limit", "0")

    assert [freed.code, limited.outcome().code] == [0, 0]
    assert (to / "file.bin").read_bytes() == server.content
    assert freed.of_kind("added")[0]["job"] == limited.outcome().of_kind("added")[0]["job"]
