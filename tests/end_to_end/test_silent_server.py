"""A server that accepts and says nothing keeps no job much longer than the job would wait."""

from __future__ import annotations

from pathlib import Path

import pytest

from fault_server import Fault, FaultServer
from program import Holdfast

pytestmark = [pytest.mark.end_to_end, pytest.mark.slow]


def test_a_job_gives_up_on_a_silent_server_soon_after_its_time(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    server.fault = Fault(delay=300)
    run = holdfast.start("get", server.url, "--to", to, "--give-up-after", "8s", "--json")

    # With a silence of 30 s in each try it would take 70.
    outcome = run.outcome(seconds=40)

    assert outcome.code == 1
    assert outcome.states[-1] == "ERROR"
    # 8 s of silence, a wait of 5 or 6 s, and one last try before the 8 s without progress are over.
    assert len(server.requests) == 2
