"""What a program asks about jobs."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from functools import partial

from engine import NoSuchJobError
from gui.aria2.arguments import Arguments, CallRefused
from gui.aria2.global_options import global_options
from gui.aria2.lists import AT_ONCE
from gui.aria2.means import Means
from gui.aria2.options import options_of
from gui.aria2.status import (
    ACTIVE,
    STOPPED,
    Look,
    Struct,
    files_of,
    servers_of,
    struct_of,
    uris_of,
)

VERSION = "1.36.0"
"""Of aria2, whose words are spoken here: programs compare it."""
FEATURES = ("HTTPS", "Message Digest", "Metalink")


class Looks:
    """Nothing here changes anything; raises `CallRefused` in aria2's words."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._manager = means.manager

    async def status(self, given: Arguments) -> Struct:
        """A job's struct, or of it what is asked for."""
        job_id, keys = self._means.find(given.text(0)), given.texts_if_any(1)
        return self._struct(job_id, keys)

    async def active(self, given: Arguments) -> list[Struct]:
        """Those of the jobs that run."""
        keys = given.texts_if_any(0)
        return await self._structs(self._means.lists.active, keys)

    async def waiting(self, given: Arguments) -> list[Struct]:
        """Those of some of the jobs that wait or are paused."""
        offset, count, keys = _piece(given)
        return await self._structs(await self._means.lists.some_waiting(offset, count), keys)

    async def stopped(self, given: Arguments) -> list[Struct]:
        """Those of some of the jobs that are over."""
        offset, count, keys = _piece(given)
        return await self._structs(self._means.lists.some_stopped(offset, count), keys)

    async def global_stat(self, _given: Arguments) -> Struct:
        """The numbers of all jobs; the cost does not grow with them."""
        lists = self._means.lists
        rate = sum(self._manager.job(job_id).rate for job_id in lists.active)
        return {
            "downloadSpeed": str(int(rate)),
            "numActive": str(len(lists.active)),
            "numStopped": str(lists.stopped_count),
            "numStoppedTotal": str(lists.stopped_count),
            "numWaiting": str(lists.waiting_count),
            "uploadSpeed": "0",
        }

    async def files(self, given: Arguments) -> list[Struct]:
        """A job's files."""
        return files_of(self._manager.job(self._means.find(given.text(0))))

    async def uris(self, given: Arguments) -> list[Struct]:
        """The links of a job's first file; of a job that is over aria2 knows none."""
        job_id = self._means.find(given.text(0))
        job = self._manager.job(job_id)
        if self._means.status(job_id) in STOPPED:
            gid = self._means.gid(job_id)
            raise CallRefused(f"No URI data is available for GID#{gid}")
        return uris_of(job, job.files[0]) if job.files else []

    async def servers(self, given: Arguments) -> list[Struct]:
        """Where a job that runs gets its files."""
        job_id = self._means.find(given.text(0))
        if self._means.status(job_id) != ACTIVE:
            raise CallRefused(f"No active download for GID#{self._means.gid(job_id)}")
        return servers_of(self._manager.job(job_id))

    async def peers(self, given: Arguments) -> list[Struct]:
        """None: that is BitTorrent's."""
        job_id = self._means.find(given.text(0))
        if self._means.status(job_id) in STOPPED:
            raise CallRefused(f"No peer data is available for GID#{self._means.gid(job_id)}")
        return []

    async def option(self, given: Arguments) -> dict[str, str]:
        """A job's options."""
        job_id = self._means.find(given.text(0))
        return options_of(self._manager.job(job_id), self._means.memory.options(job_id))

    async def global_option(self, _given: Arguments) -> dict[str, str]:
        """The settings."""
        return global_options(self._manager.settings, self._means.usual_folder())

    async def version(self, _given: Arguments) -> Struct:
        """Whose words are spoken."""
        return {"enabledFeatures": list(FEATURES), "version": VERSION}

    # Inside.

    async def _structs(self, job_ids: Sequence[str], keys: Iterable[str] | None) -> list[Struct]:
        """Of thousands of jobs others get their turn in between, and some may go."""
        structs = []
        for count, job_id in enumerate(job_ids, start=1):
            try:
                structs.append(self._struct(job_id, keys))
            except NoSuchJobError:
                continue
            if count % AT_ONCE == 0:
                await asyncio.sleep(0)
        return structs

    def _struct(self, job_id: str, keys: Iterable[str] | None) -> Struct:
        job = self._manager.job(job_id)
        ranges = partial(self._manager.ranges, job_id)
        return struct_of(Look(job, self._means.gid(job_id), ranges), keys)


def _piece(given: Arguments) -> tuple[int, int, list[str] | None]:
    return given.number(0), given.number(1, least=0), given.texts_if_any(2)
