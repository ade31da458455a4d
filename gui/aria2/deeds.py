"""What a program does to jobs that are there."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Iterable, Sequence

from engine import (
    JobState,
    NoSuchJobError,
    RefusedError,
    parse_link,
)
from gui.aria2.adding import Adding
from gui.aria2.arguments import Arguments, CallRefused, plain_options
from gui.aria2.changes import Changes
from gui.aria2.means import Means
from gui.aria2.options import read_options, wrong
from gui.aria2.status import ACTIVE, ERROR, PAUSED, STOPPED, WAITING

OK = "OK"
_DEEDS_AT_ONCE = 10
_HOW = ("POS_SET", "POS_CUR", "POS_END")
# What only a new job can be given.
_FOR_NEW_JOBS = ("checksum", "header", "http-passwd", "http-user", "referer")


class Deeds:
    """Each raises `CallRefused` in aria2's words; then nothing has changed."""

    def __init__(self, means: Means, adding: Adding, changes: Changes) -> None:
        self._means = means
        self._manager = means.manager
        self._adding = adding
        self._changes = changes
        self._tasks: set[asyncio.Task[None]] = set()

    def close(self) -> None:
        """Leave what is not done yet undone."""
        for task in self._tasks:
            task.cancel()

    # One job.

    async def pause(self, given: Arguments) -> str:
        """What is being given its name is as good as done, and cannot be paused."""
        job_id = self._means.find(given.text(0))
        if not self._can_pause(job_id):
            raise CallRefused(f"GID#{self._means.gid(job_id)} cannot be paused now")
        self._manager.suspend(job_id)
        return self._means.gid(job_id)

    async def unpause(self, given: Arguments) -> str:
        """A job that is transferred and waits for somebody to say so is completed."""
        job_id = self._means.find(given.text(0))
        if self._means.status(job_id) != PAUSED:
            raise CallRefused(f"GID#{self._means.gid(job_id)} cannot be unpaused now")
        if self._manager.state(job_id) is JobState.TRANSFERRED:
            await self._manager.complete(job_id)
        else:
            self._manager.resume(job_id)
        return self._means.gid(job_id)

    async def remove(self, given: Arguments) -> str:
        """End the job; it is seen as removed at once, and until somebody clears that away."""
        job_id = self._means.find(given.text(0))
        gid = self._means.gid(job_id)
        if self._means.status(job_id) in STOPPED:
            raise CallRefused(f"Active Download not found for GID#{gid}")
        self._manager.cancel(job_id)
        return gid

    async def remove_result(self, given: Arguments) -> str:
        """Take a job that is over out of the list; its file stays."""
        job_id = self._means.find(given.text(0))
        if self._means.status(job_id) not in STOPPED:
            gid = self._means.gid(job_id)
            raise CallRefused(f"Could not remove download result of GID#{gid}")
        await self._manager.remove(job_id)
        return OK

    async def change_position(self, given: Arguments) -> int:
        """A job stays among those of its priority, so it may not get as far as it was to."""
        job_id, offset, how = self._means.find(given.text(0)), given.number(1), given.text(2)
        if how not in _HOW:
            raise CallRefused("Illegal argument.")
        lists = self._means.lists
        here, count = await lists.place(job_id), lists.waiting_count
        if here is None:
            gid = self._means.gid(job_id)
            raise CallRefused(f"GID#{gid} not found in the waiting queue.")
        from_where = {"POS_SET": 0, "POS_CUR": here, "POS_END": count - 1}[how]
        target = min(max(from_where + offset, 0), count - 1)
        if target != here:
            await self._adding.move_to(job_id, target)
        there = await lists.place(job_id)
        return here if there is None else there

    async def change_option(self, given: Arguments) -> str:
        """All of the options, or none."""
        job_id, options = self._means.find(given.text(0)), given.options(1)
        if self._means.status(job_id) in STOPPED:
            raise CallRefused(f"Cannot change option for GID#{self._means.gid(job_id)}")
        job = self._manager.job(job_id)
        plain = plain_options(options)
        for name in _FOR_NEW_JOBS:
            if name in plain:
                raise wrong(name, "It cannot be changed once there is a job.")
        wishes = read_options(options)
        if wishes.folder is not None and await self._means.folder(wishes.folder) != job.folder:
            raise wrong("dir", "A job keeps its folder.")
        if wishes.name is not None and len(job.files) != 1:
            raise wrong("out", "The job has several files.")
        await self._changes.options(job, wishes, is_without_proxy=plain.get("all-proxy") == "")
        self._means.memory.remember(job_id, wishes.kept)
        await self._means.memory.save()
        return OK

    async def change_uri(self, given: Arguments) -> list[int]:
        """Other links for a file: the first one that is left is where it comes from."""
        job_id, index = self._means.find(given.text(0)), given.number(1, least=1)
        gone, new, place = given.texts(2), given.texts(3), given.number_if_any(4)
        if place is not None and place < 0:
            raise CallRefused("Position must be greater than or equal to 0.")
        if self._means.status(job_id) in STOPPED:
            raise CallRefused(f"Cannot remove URIs from GID#{self._means.gid(job_id)}")
        job = self._manager.job(job_id)
        if index > len(job.files):
            raise CallRefused("fileIndex is out of range")
        file = job.files[index - 1]
        links = [file.url, *file.mirrors]
        left = _without(links, gone)
        added = _links(new)
        at = len(left) if place is None else place
        changed = list(dict.fromkeys((*left[:at], *added, *left[at:])))
        if not changed:
            raise CallRefused("A file needs a link.")
        await self._changes.links(job_id, file.number, changed)
        return [len(links) - len(left), len(added)]

    # Several.

    async def pause_all(self, _given: Arguments) -> str:
        """Those that are paused already, or as good as done, are passed over."""
        lists = self._means.lists
        async for job_id in _in_turns((*lists.active, *await lists.waiting())):
            if self._can_pause(job_id):
                self._manager.suspend(job_id)
        return OK

    async def unpause_all(self, _given: Arguments) -> str:
        """Only jobs that somebody paused: what waits to be completed waits for its own word."""
        async for job_id in _in_turns(await self._means.lists.waiting()):
            if self._state(job_id) is JobState.SUSPENDED:
                self._manager.resume(job_id)
        return OK

    async def purge(self, _given: Arguments) -> str:
        """Show no job that is over any more; then, after the answer, take them out of the list.

        A job that failed with something of its file here stays in the window's list: aria2 leaves
        such a file where it is, and so do we. It is seen here again when somebody goes on with it.
        """
        job_ids = self._means.lists.stopped
        async for job_id in _in_turns(job_ids):
            if self._means.status(job_id) in STOPPED:
                self._means.lists.hide(job_id)
                self._means.gids.drop(job_id)
        task = asyncio.get_running_loop().create_task(self._remove(job_ids))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return OK

    # Inside.

    async def _remove(self, job_ids: Iterable[str]) -> None:
        for job_id in job_ids:
            with contextlib.suppress(NoSuchJobError, RefusedError):
                is_failed = self._means.status(job_id) == ERROR
                if is_failed and self._manager.job(job_id).bytes_present:
                    continue
                if self._means.lists.is_hidden(job_id):
                    await self._manager.remove(job_id)
            await asyncio.sleep(0)

    def _can_pause(self, job_id: str) -> bool:
        can_be = self._means.status(job_id) in (ACTIVE, WAITING)
        return can_be and self._state(job_id) is not JobState.TRANSFERRED

    def _state(self, job_id: str) -> JobState | None:
        try:
            return self._manager.state(job_id)
        except NoSuchJobError:
            return None


async def _in_turns(job_ids: Iterable[str]) -> AsyncGenerator[str, None]:
    """Between them others get their turn."""
    for count, job_id in enumerate(job_ids, start=1):
        yield job_id
        if count % _DEEDS_AT_ONCE == 0:
            await asyncio.sleep(0)


def _without(links: Sequence[str], gone: Iterable[str]) -> list[str]:
    """Each word takes one link away, however it is spelled."""
    left = list(links)
    for link in _links(gone):
        if link in left:
            left.remove(link)
    return left


def _links(words: Iterable[str]) -> list[str]:
    """Those that can be fetched; aria2 passes over the others as well."""
    links = []
    for word in words:
        with contextlib.suppress(RefusedError):
            links.append(parse_link(word).url)
    return links
