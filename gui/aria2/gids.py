"""aria2's names for jobs: 16 hexadecimal digits, or as many of the first as make it clear which.

A job's name is its own id and four zeros, so it is the same after every restart and nothing has to
be kept; only a name that a program chose is.
"""

from __future__ import annotations

import bisect
import hashlib
import re
from collections.abc import Iterable, Mapping

from gui.aria2.arguments import CallRefused

DIGITS = 16
_GID = re.compile(r"[0-9a-f]{1,16}", re.IGNORECASE)
_ID = re.compile(r"[0-9a-f]{12}")
_NOBODY = "0" * DIGITS


class Gids:
    """Which job has which name, both ways; the cost of a look does not grow with the list."""

    def __init__(self, job_ids: Iterable[str], chosen: Mapping[str, str]) -> None:
        """`chosen` are the names that programs chose, by the ids of jobs, now and later."""
        self._chosen = chosen
        self._gids = {job_id: chosen.get(job_id) or gid_of(job_id) for job_id in job_ids}
        self._job_ids = {gid: job_id for job_id, gid in self._gids.items()}
        self._sorted = sorted(self._job_ids)
        self._reserved: set[str] = set()

    def __repr__(self) -> str:
        return f"<Gids of {len(self._gids)} jobs>"

    def of(self, job_id: str) -> str:
        """The job's name; one that was never heard of gets its own."""
        if job_id not in self._gids:
            self.bind(job_id, self._chosen.get(job_id) or gid_of(job_id))
        return self._gids[job_id]

    def find(self, word: str) -> str:
        """The id of the job that is meant by a name or its beginning; raises `CallRefused`."""
        if not _GID.fullmatch(word):
            raise CallRefused(f"Invalid GID {word}")
        start = word.lower()
        if start in self._job_ids:
            return self._job_ids[start]
        index = bisect.bisect_left(self._sorted, start)
        meant = [gid for gid in self._sorted[index : index + 2] if gid.startswith(start)]
        if not meant:
            raise CallRefused(f"GID {word} is not found")
        if len(meant) > 1:
            raise CallRefused(f"GID {word} is not unique")
        return self._job_ids[meant[0]]

    def reserve(self, word: str) -> str:
        """A name that is chosen for a job to come; `release` it. Raises `CallRefused`."""
        gid = word.lower()
        if len(gid) != DIGITS or not _GID.fullmatch(gid) or gid == _NOBODY:
            raise CallRefused(f"Invalid GID {word}")
        if gid in self._job_ids or gid in self._reserved:
            raise CallRefused(f"GID {word} is already used.")
        self._reserved.add(gid)
        return gid

    def release(self, gid: str) -> None:
        """The job came, or will not."""
        self._reserved.discard(gid)

    def bind(self, job_id: str, gid: str) -> None:
        """Let the job have this name and no other."""
        self.drop(job_id)
        self._gids[job_id], self._job_ids[gid] = gid, job_id
        bisect.insort(self._sorted, gid)

    def drop(self, job_id: str) -> None:
        """The job is gone, or gets another name."""
        gid = self._gids.pop(job_id, None)
        if gid is not None:
            del self._job_ids[gid]
            del self._sorted[bisect.bisect_left(self._sorted, gid)]


def gid_of(job_id: str) -> str:
    """The name of a job for which nobody chose one."""
    if _ID.fullmatch(job_id):
        return job_id.ljust(DIGITS, "0")
    return hashlib.blake2b(job_id.encode(), digest_size=DIGITS // 2).hexdigest()
