"""What is known of a file on its way in: its version on the server, its bytes on disk.

Plain values that cross from the wire to the store and back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from engine.errors import JobError

PART_SUFFIX = ".part"


class ByteRange(NamedTuple):
    """Bytes `start` up to, not including, `stop`, like Python's slices; HTTP's inclusive form stays
    in the wire.
    """

    start: int
    stop: int

    @property
    def length(self) -> int:
        """How many bytes the range holds."""
        return self.stop - self.start


@dataclass(frozen=True, slots=True)
class Validator:
    """What tells one version of a remote file from another (RFC 9110 § 8.8).

    `date` is the Date header of the same answer: Last-Modified is strong only when it lies at least
    a second before it (RFC 9110 § 8.8.2.2).
    """

    etag: str | None = None
    last_modified: str | None = None
    date: str | None = None

    @property
    def strong_etag(self) -> str | None:
        """The ETag if it promises equal bytes; a weak one promises equivalence only (§ 8.8.1)."""
        return self.etag if self.etag and not self.etag.startswith("W/") else None


@dataclass(frozen=True, slots=True)
class Checksum:
    """A digest the finished file must have: `checksum.ALGORITHMS` names it, in lower-case hex.

    `source` says who promised it, a header or a checksum file by name; empty for the person.
    """

    algorithm: str
    value: str
    source: str = ""

    def __str__(self) -> str:
        return f"{self.algorithm}:{self.value}"


@dataclass(frozen=True, slots=True)
class Pieces:
    """Digests of a file's pieces of `length` bytes each, of which the last one may be shorter.

    `digests` stand one after the other without anything in between, in lower-case hex, each
    `digits` long: a large file has tens of thousands.
    """

    algorithm: str
    length: int
    digits: int
    digests: str

    @property
    def count(self) -> int:
        """How many pieces there are."""
        return len(self.digests) // self.digits

    def digest(self, index: int) -> str:
        """The digest of one piece."""
        return self.digests[index * self.digits : (index + 1) * self.digits]

    def piece(self, index: int, size: int) -> ByteRange:
        """Which bytes of a file of `size` bytes the piece has."""
        return ByteRange(index * self.length, min((index + 1) * self.length, size))

    def fits(self, size: int) -> bool:
        """They are those of a file of so many bytes."""
        return self.count == -(-size // self.length)


@dataclass(frozen=True, slots=True)
class Mirrors:
    """Where else a file can be had, and what all its copies have in common, as a Metalink tells it.

    `links` are http(s) without userinfo, the best one first; the file's own link is none of them.
    `told_by` is the link that led to the document: what a person gave for it goes to its own server
    only. It is empty where the person had the document here.
    """

    links: tuple[str, ...] = ()
    size: int | None = None
    pieces: Pieces | None = None
    told_by: str = ""
    passed_over: int = 0
    """Digests of pieces that were told as well and cannot be those of the file."""


@dataclass(frozen=True, slots=True)
class FileSource:
    """One place that has a file: its own link, or a mirror.

    `connections` bring bytes now, `brought` is how many bytes came from there in this run, and
    `failure` is why it is used no more in it.
    """

    url: str
    host: str
    connections: int = 0
    brought: int = 0
    failure: JobError | None = None


@dataclass(frozen=True, slots=True)
class PartState:
    """What the store remembers of a part file: enough to go on, and to notice when it may not.

    `name` is the final file name inside the job's folder; the part file is `name` + ".part".
    `present` are the ranges that were synced to disk before this state was stored. `size` is the
    whole file's, in bytes. `fingerprint` is a checksum of bytes inside `present`, and None where a
    version that knew none wrote the row. `mount` is the mount point under which the part file was
    made; None for the root file system. `digests` are those that the server told of this version.
    `source` is the mirror that `validator` came from, empty where that is the file's own link.
    """

    name: str
    size: int | None = None
    validator: Validator = field(default_factory=Validator)
    final_url: str = ""
    present: tuple[ByteRange, ...] = ()
    fingerprint: int | None = None
    mount: str | None = None
    digests: tuple[Checksum, ...] = ()
    source: str = ""

    @property
    def part_name(self) -> str:
        """The part file's name inside the job's folder."""
        return self.name + PART_SUFFIX

    @property
    def bytes_present(self) -> int:
        """How many bytes are safely on disk."""
        return sum(piece.length for piece in self.present)


@dataclass(frozen=True, slots=True)
class FileRanges:
    """Which bytes of a file are here, as (start, stop), and where connections bring more.

    `on_the_wire` holds for each connection where it is and where it stops. What a connection has
    brought is in `present`, synced or not.
    """

    size: int | None = None
    present: tuple[tuple[int, int], ...] = ()
    on_the_wire: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A finished file of an earlier job, fetched again only if the server has another version."""

    path: str
    size: int
    validator: Validator
