"""What is remembered of jobs for programs that know aria2: names they chose, options they gave.

A small file in the home, for its owner's eyes. Nothing secret gets here: `gui.aria2.options` says
what may be kept. There are no more names than jobs, and options of the latest jobs only.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection, Mapping
from pathlib import Path

import msgspec

from engine import in_thread, write_private

log = logging.getLogger(__name__)

FILE_NAME = "aria2.json"
MOST_OPTIONS = 2000
"""So many jobs' options; the file is written whole each time that a job is added."""
LARGEST = 64 << 20
"""Bytes; what is larger was not written here."""


class _Kept(msgspec.Struct):
    """By the ids of jobs."""

    gids: dict[str, str] = msgspec.field(default_factory=dict)
    options: dict[str, dict[str, str]] = msgspec.field(default_factory=dict)


class Memory:
    """Written whole or not at all, in a thread of its own; what cannot be read is begun anew."""

    def __init__(self, home: Path, job_ids: Collection[str]) -> None:
        """Jobs that are no more are forgotten."""
        self._path = home / FILE_NAME
        kept, there = _read(self._path), frozenset(job_ids)
        self._gids = {job_id: gid for job_id, gid in kept.gids.items() if job_id in there}
        self._options = {job_id: one for job_id, one in kept.options.items() if job_id in there}
        self._is_new = len(self._gids) < len(kept.gids) or len(self._options) < len(kept.options)
        self._writing = asyncio.Lock()

    def __repr__(self) -> str:
        return f"<Memory of {len(self._gids)} names and the options of {len(self._options)} jobs>"

    @property
    def gids(self) -> Mapping[str, str]:
        """The names that were chosen."""
        return self._gids

    def options(self, job_id: str) -> Mapping[str, str]:
        """What the job was given that means nothing here."""
        return self._options.get(job_id, {})

    def remember(self, job_id: str, options: Mapping[str, str], gid: str | None = None) -> None:
        """These options, beside those that were given before, and a name if one was chosen."""
        if options:
            self._options[job_id] = {**self._options.pop(job_id, {}), **options}
            if len(self._options) > MOST_OPTIONS:
                del self._options[next(iter(self._options))]
        if gid:
            self._gids[job_id] = gid
        self._is_new |= bool(options or gid)

    def forget(self, job_id: str) -> None:
        """The job is gone; the file is told with the next thing that is remembered."""
        for one in (self._gids, self._options):
            self._is_new |= one.pop(job_id, None) is not None

    async def save(self) -> None:
        """Return when what is remembered now is in the file, or cannot be."""
        async with self._writing:
            if self._is_new:
                self._is_new = False
                await in_thread("aria2 memory", self._write, self._content())

    def close(self) -> None:
        """Write what is not written yet. Blocks."""
        if self._is_new:
            self._is_new = False
            self._write(self._content())

    def _content(self) -> bytes:
        return msgspec.json.encode(_Kept(self._gids, self._options))

    def _write(self, content: bytes) -> None:
        try:
            write_private(self._path, content)
        except OSError as failure:
            # The jobs themselves are safe; only how programs call them is lost at the end.
            log.warning("%s cannot be written: %s", FILE_NAME, failure.strerror)


def _read(path: Path) -> _Kept:
    try:
        if path.stat().st_size > LARGEST:
            raise msgspec.DecodeError("too large")
        return msgspec.json.decode(path.read_bytes(), type=_Kept)
    except FileNotFoundError:
        return _Kept()
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        log.warning("%s cannot be read; names that programs chose for jobs are lost", path)
        return _Kept()
