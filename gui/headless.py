"""The engine without a window: runs the jobs of a home, and ends when none is left to run."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from engine import FileSpec, JobManager, JobSnapshot, JobSpec, JobState, NoSuchJobError
from gui import desktop
from gui.instance import Instance
from gui.network import system_network
from gui.tally import UNDER_WAY

if TYPE_CHECKING:
    from engine import QtNetwork

LINGERS = 10.0
"""Seconds without a job to run before it ends: whoever started it has yet to bring one."""


def is_under_way(job: JobSnapshot) -> bool:
    """Whether the job runs, or waits to run, by itself."""
    return job.state in UNDER_WAY or (job.state is JobState.TRANSFERRED and job.auto_complete)


async def run(instance: Instance, links: Sequence[str] = ()) -> int:
    """Run all jobs of the instance's home, and new ones for `links`; returns the exit code, also
    when a window takes over.

    Raises `RefusedError` for a link that cannot be taken on.
    """
    async with system_network() as network:
        return await _run(instance, network, links)


async def _run(instance: Instance, network: QtNetwork, links: Sequence[str]) -> int:
    manager = await JobManager.open(instance.home, network=network)
    under_way = {job.id for job in manager.jobs() if is_under_way(job)}
    changed = asyncio.Event()
    make_way = asyncio.Event()

    def look_at(job_id: str) -> None:
        # One job, not all: there may be thousands, and something changes all the time.
        if _is_there_and_under_way(manager, job_id):
            under_way.add(job_id)
        else:
            under_way.discard(job_id)
        changed.set()

    def leave() -> None:
        make_way.set()
        changed.set()

    unsubscribe = manager.subscribe(look_at)
    instance.serve(manager, make_way=leave)
    try:
        folder = desktop.default_folder(manager.settings)
        for link in links:
            await manager.add(JobSpec((FileSpec(link),), folder))
        while not make_way.is_set() and await _something_happens(bool(under_way), changed):
            changed.clear()
    finally:
        await instance.finish_answers()
        instance.stop_serving()
        unsubscribe()
        await manager.close()
    return 0


def any_under_way(manager: JobManager, job_ids: Iterable[str]) -> bool:
    """Whether one of the jobs runs, or waits to run, by itself; they may be gone."""
    return any(_is_there_and_under_way(manager, job_id) for job_id in job_ids)


def _is_there_and_under_way(manager: JobManager, job_id: str) -> bool:
    try:
        return is_under_way(manager.job(job_id))
    except NoSuchJobError:
        return False


async def _something_happens(busy: bool, changed: asyncio.Event) -> bool:
    """Wait for a change; False when nothing runs and nothing came for a while."""
    try:
        async with asyncio.timeout(None if busy else LINGERS):
            await changed.wait()
    except TimeoutError:
        return False
    return True
