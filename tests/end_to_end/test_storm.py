"""Many jobs on one server that is too busy: no storm, and all done in the end."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from fault_server import Fault, FaultServer
from program import Holdfast
from storm import fetch_many

pytestmark = [pytest.mark.end_to_end, pytest.mark.slow]

BUSY = Fault(status=503, fields={"Retry-After": "2"})


def test_a_server_that_is_busy_for_a_while_is_asked_by_one_job_at_a_time(
    holdfast: Holdfast, to: Path, tmp_path: Path
) -> None:
    with FaultServer(b"x" * 1000, fault=BUSY) as server:
        asked_while_busy = 0

        def recover() -> None:
            nonlocal asked_while_busy
            while not server.requests and not is_over.wait(0.01):
                pass
            is_over.wait(5)
            asked_while_busy = len(server.requests)
            server.fault = Fault()

        is_over = threading.Event()
        recovery = threading.Thread(target=recover)
        recovery.start()
        fetch_many(holdfast, server, to, tmp_path, 150)
        is_over.set()
        recovery.join()

        # Four side by side at first, then one every two seconds.
        assert 2 <= asked_while_busy <= 8
        assert len(server.requests) <= 150 + asked_while_busy
