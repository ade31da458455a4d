"""What a Metalink document says, as plain values; `engine.wire.metalink` reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from engine.part import Checksum, Mirrors, Pieces


class MetalinkLink(NamedTuple):
    """One place of a file. The lower `priority`, the better; `country` is of ISO 3166, or empty."""

    priority: int
    url: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class MetalinkFile:
    """One file: its safe name, and its links, the best one first; there is one at least."""

    name: str
    links: tuple[MetalinkLink, ...]
    size: int | None = None
    checksum: Checksum | None = None
    """The strongest of those that can be computed here."""
    pieces: Pieces | None = None
    description: str = ""
    passed_over: int = 0
    """Digests of pieces that cannot be those of the file, where there are no others."""

    @property
    def url(self) -> str:
        """The best link."""
        return self.links[0].url

    @property
    def mirrors(self) -> Mirrors:
        """The other links, and what all copies have in common."""
        return Mirrors(
            tuple(link.url for link in self.links[1:]),
            self.size,
            self.pieces,
            passed_over=self.passed_over,
        )


@dataclass(frozen=True, slots=True)
class Metalink:
    """A document: one file at least. `passed_over` counts those that cannot be fetched from here.

    `publisher` and `description` are for people, in the publisher's words.
    """

    files: tuple[MetalinkFile, ...]
    passed_over: int = 0
    publisher: str = ""
    description: str = ""

    @property
    def size(self) -> int | None:
        """Bytes of all files together; None where that of one is not told."""
        sizes = [file.size for file in self.files if file.size is not None]
        return sum(sizes) if len(sizes) == len(self.files) else None

    @property
    def most_servers(self) -> int:
        """How many have the file that most have."""
        return max(len(file.links) for file in self.files)
