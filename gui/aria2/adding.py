"""New jobs: aria2.addUri and aria2.addMetalink."""

from __future__ import annotations

import asyncio
import base64
import binascii
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from engine import (
    FileSpec,
    JobSpec,
    JobState,
    Metalink,
    Mirrors,
    Move,
    NoSuchJobError,
    RefusedError,
    in_thread,
    metalink_specs,
    parse_link,
    parse_metalink,
)
from gui.aria2.arguments import Arguments, CallRefused
from gui.aria2.changes import Changes
from gui.aria2.lists import AT_ONCE
from gui.aria2.means import Means
from gui.aria2.options import Wishes, read_options


class Adding:
    """Jobs made here are ordinary jobs, with the retry window that all new jobs get."""

    def __init__(self, means: Means, changes: Changes) -> None:
        self._means = means
        self._changes = changes
        self._manager = means.manager

    async def uri(self, given: Arguments) -> str:
        """A job for one file; several links are places of the same file."""
        links = given.texts(0)
        options, position = given.options_if_any(1), _position(given, 2)
        if not links:
            raise CallRefused("URI is not provided.")
        first, *others = _usable(links)
        wishes = read_options(options, urlsplit(first).scheme.lower())
        mirrors = Mirrors(tuple(others)) if others else None
        file = FileSpec(first, wishes.name, wishes.checksum, mirrors=mirrors)
        return self._means.gid(await self._add(file, wishes, position))

    async def metalink(self, given: Arguments) -> list[str]:
        """A job for each file that the document tells of."""
        text, options, position = given.text(0), given.options_if_any(1), _position(given, 2)
        wishes = read_options(options)
        document = await in_thread("aria2 metalink", _document, text)
        files = metalink_specs(document)
        if len(files) > 1:
            # One name cannot be that of several jobs.
            wishes = replace(wishes, gid=None)
        gids: list[str] = []
        for number, file in enumerate(files):
            place = None if position is None else position + number
            gids.append(self._means.gid(await self._add(file, wishes, place)))
        return gids

    async def torrent(self, given: Arguments) -> None:
        """There are none."""
        given.text(0)
        raise CallRefused("Holdfast does not do BitTorrent.")

    async def move_to(self, job_id: str, target: int) -> None:
        """Put the job there among those that wait, as far as its priority lets it go."""
        successor = await self._means.lists.successor(job_id, target)
        if successor is None:
            self._manager.move(job_id, Move.BOTTOM)
        else:
            self._manager.move_before(job_id, successor)

    async def _add(self, file: FileSpec, wishes: Wishes, position: int | None) -> str:
        spec = _spec(file, wishes, await self._means.folder(wishes.folder))
        gid = self._means.gids.reserve(wishes.gid) if wishes.gid else None
        try:
            failed = None if wishes.is_paused else await self._failed_like(spec)
            job_id = failed or await self._manager.add(spec, start=False)
            if gid:
                self._means.gids.bind(job_id, gid)
        finally:
            if gid:
                self._means.gids.release(gid)
        self._means.memory.remember(job_id, wishes.kept, gid)
        if failed:
            await self._go_on(failed, spec, wishes)
        else:
            await self._set_going(job_id, wishes, position)
        await self._means.memory.save()
        return job_id

    async def _go_on(self, job_id: str, spec: JobSpec, wishes: Wishes) -> None:
        """With what was given now, and where nothing was with what it has."""
        (file,), (asked,) = self._manager.job(job_id).files, spec.files
        await self._changes.options(self._manager.job(job_id), replace(wishes, name=None))
        if asked.mirrors:
            await self._changes.links(job_id, file.number, (file.url, *asked.mirrors.links))
        if spec.headers:
            await self._manager.change_link(job_id, file.number, asked.url, spec.headers)
        if self._manager.state(job_id) is JobState.ERROR:
            self._manager.resume(job_id)

    async def _set_going(self, job_id: str, wishes: Wishes, position: int | None) -> None:
        if position is not None and position < self._means.lists.waiting_count - 1:
            await self.move_to(job_id, position)
        if not wishes.is_paused:
            self._manager.resume(job_id)

    async def _failed_like(self, spec: JobSpec) -> str | None:
        """A job that failed to fetch the same; not where a sign-in is given, which may be another.

        aria2 goes on with what it left of such a file, and programs count on it: their "retry" adds
        the link anew. What the job was given in secret, which nobody gets back, it still has.
        """
        (file,) = spec.files
        if spec.login or parse_link(file.url).credentials:
            return None
        link = parse_link(file.url).url
        for count, job_id in enumerate(self._means.lists.failed):
            if count % AT_ONCE == AT_ONCE - 1:
                await asyncio.sleep(0)
            if self._is_like(job_id, link, spec):
                return job_id
        return None

    def _is_like(self, job_id: str, link: str, spec: JobSpec) -> bool:
        try:
            job = self._manager.job(job_id)
        except NoSuchJobError:
            return False
        if job.state is not JobState.ERROR or len(job.files) != 1 or job.folder != spec.folder:
            return False
        (file,), (asked,) = job.files, spec.files
        is_same = file.url == link and file.requested_name == asked.name
        return is_same and asked.checksum in (None, file.checksum)


def _spec(file: FileSpec, wishes: Wishes, folder: Path) -> JobSpec:
    headers = wishes.headers
    if wishes.referer and all(name.lower() != "referer" for name, _ in headers):
        referer = parse_link(file.url).url if wishes.referer == "*" else wishes.referer
        headers = (*headers, ("Referer", referer))
    return JobSpec(
        (file,),
        folder,
        no_progress_timeout=wishes.give_up_after,
        minimum_retry_delay=wishes.retry_delay,
        connections=wishes.connections,
        rate_limit=wishes.rate_limit or 0,
        headers=headers,
        login=wishes.login,
        proxy=wishes.proxy,
    )


def _position(given: Arguments, place: int) -> int | None:
    position = given.number_if_any(place)
    if position is not None and position < 0:
        raise CallRefused("Position must be greater than or equal to 0.")
    return position


def _usable(links: list[str]) -> list[str]:
    """Those that can be fetched, each once; aria2 passes over the others as well."""
    usable: dict[str, str] = {}
    why = ""
    for link in links:
        try:
            usable.setdefault(parse_link(link).url, link)
        except RefusedError as refusal:
            why = why or str(refusal)
    if not usable:
        raise CallRefused(f"No URI to download. {why}")
    return list(usable.values())


def _document(text: str) -> Metalink:
    try:
        return parse_metalink(base64.b64decode(text, validate=True))
    except (RefusedError, binascii.Error, ValueError) as failure:
        why = f" {failure}" if isinstance(failure, RefusedError) else ""
        raise CallRefused(f"Could not parse Metalink XML document.{why}") from None
