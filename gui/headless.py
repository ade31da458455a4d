"""The engine without a window: runs the jobs of a home, and ends when none is left to run."""

from __future__ import annotations

import asyncio

from engine import JobManager, JobSnapshot, JobState
from gui.instance import Instance

LINGERS = 10.0
"""Seconds without a job to run before it ends: whoever started it has yet to bring one."""

_UNDER_WAY = frozenset(
    {JobState.QUEUED, JobState.CONNECTING, JobState.TRANSFERRING, JobState.TRANSIENT_ERROR}
)


def is_under_way(job: JobSnapshot) -> bool:
    """Whether the job runs, or waits to run, by itself."""
    return job.state in _UNDER_WAY or (job.state is JobState.TRANSFERRED and job.auto_complete)


async def run(instance: Instance) -> int:
    """Run all jobs of the instance's home; returns the exit code, also when a window takes over."""
    manager = await JobManager.open(instance.home)
    changed = asyncio.Event()
    make_way = asyncio.Event()

    def leave() -> None:
        make_way.set()
        changed.set()

    unsubscribe = manager.subscribe(lambda _job_id: changed.set())
    instance.serve(manager, make_way=leave)
    try:
        while not make_way.is_set() and await _something_happens(manager, changed):
            changed.clear()
    finally:
        instance.stop_serving()
        unsubscribe()
        await manager.close()
    return 0


async def _something_happens(manager: JobManager, changed: asyncio.Event) -> bool:
    """Wait for a change; False when nothing runs and nothing came for a while."""
    busy = any(map(is_under_way, manager.jobs()))
    try:
        async with asyncio.timeout(None if busy else LINGERS):
            await changed.wait()
    except TimeoutError:
        return False
    return True
