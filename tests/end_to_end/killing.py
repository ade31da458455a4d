"""Kills `holdfast` in the middle of its work, and counts what that cost."""

from __future__ import annotations

import json
import shutil
import signal
import sqlite3
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from fault_server import FaultServer
from program import Holdfast

LONGEST_LOSS = 1.5
"""Seconds of data that may be fetched again after a kill."""
_SLACK = 1 << 18
"""Bytes that the kernel may hold between the server and a process that is no more."""
_TICK = 0.02


@dataclass(frozen=True)
class Loss:
    """What a kill cost: `lost` bytes have to come again, at most `allowed` should.

    `code` is negative after a kill; else the run had come to its end before.
    """

    lost: int
    allowed: int
    code: int

    @property
    def is_fair(self) -> bool:
        """No more than a kill may cost."""
        return self.lost <= self.allowed


def kill_after(seconds: float, holdfast: Holdfast, server: FaultServer, *command: object) -> Loss:
    """Run `command` for so long, kill it, and see what was sent to it in vain."""
    promised_before, sent_before = promised(holdfast.home), server.bytes_sent
    run = holdfast.start(*command)
    began = time.monotonic()
    sent = [(began, sent_before)]
    while (now := time.monotonic()) < began + seconds and run.process.poll() is None:
        sent.append((now, server.bytes_sent))
        time.sleep(_TICK)
    run.signal(signal.SIGKILL)
    killed_at = time.monotonic()
    code = run.outcome().code
    long_ago = [count for at, count in sent if at <= killed_at - LONGEST_LOSS]
    total = server.bytes_sent
    lately = total - (long_ago[-1] if long_ago else sent_before)
    lost = total - sent_before - (promised(holdfast.home) - promised_before)
    return Loss(lost, lately + _SLACK, code)


def promised(home: Path) -> int:
    """How many bytes the job list in `home` says are here, over all links; looks at a copy of it.

    A link may be in two jobs for a moment: when a finished one is begun again.
    """
    with tempfile.TemporaryDirectory() as name:
        for path in home.glob("jobs.db*"):
            shutil.copy(path, name)
        rows = _files(Path(name) / "jobs.db")
    here: dict[str, int] = {}
    for url, part, known in rows:
        here[url] = max(here.get(url, 0), _bytes_here(part, known))
    return sum(here.values())


def _bytes_here(part: str | None, known: str | None) -> int:
    if part is not None:
        return sum(stop - start for start, stop in json.loads(part)["present"])
    return json.loads(known)["size"] if known else 0


def _files(database: Path) -> list[tuple[str, str | None, str | None]]:
    if not database.exists():
        return []
    connection = sqlite3.connect(database)
    try:
        return connection.execute("SELECT url, part, known FROM files").fetchall()
    except sqlite3.OperationalError:
        # It was killed before there was a table.
        return []
    finally:
        connection.close()


def states_of_jobs(holdfast: Holdfast) -> list[str]:
    """What `holdfast list` says of each job."""
    outcome = holdfast("list", "--json")
    assert outcome.code == 0, outcome.err
    return [job["state"] for job in outcome.events]
