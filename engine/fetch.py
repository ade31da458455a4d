"""What a run needs of the wire: something that brings one file; tests bring their own."""

from __future__ import annotations

from typing import Protocol

from engine.part import FileRanges, FileSource
from engine.wire.hosts import Hosts
from engine.wire.limiter import Limiter
from engine.wire.line import LinePool
from engine.wire.spec import TransferListener, TransferResult, TransferSpec


class Fetch(Protocol):
    """Brings one file; `engine.wire.transfer.Transfer` is the real one.

    `run` and then `settle` are called once, in threads; the rest from any thread.
    """

    @property
    def bytes_present(self) -> int:
        """How many bytes of the file are here."""

    @property
    def total(self) -> int | None:
        """The whole file's size in bytes, None while it is unknown."""

    @property
    def connections(self) -> int:
        """How many connections bring bytes now."""

    def look(self) -> FileRanges | None:
        """Which bytes are here and which are on their way; None before there is a part file."""

    def sources(self) -> tuple[FileSource, ...]:
        """Who has the file, and what each does at the moment."""

    def allow(self, connections: int) -> None:
        """Have so many connections at most from now on."""

    def run(self) -> TransferResult:
        """Bring the file in and check it; blocks.

        What it returns is true on disk only after `settle`. Raises `TransferFailed`,
        `TransferStopped`.
        """

    def settle(self) -> None:
        """Have the disk keep what `run` brought; blocks. Raises like `run`."""

    def stop(self) -> None:
        """Make `run` end soon."""


class BeginFetch(Protocol):
    """Makes the fetch of one file.

    Its connections are counted by `hosts`; they come from `pool` and go back there.
    """

    def __call__(
        self,
        spec: TransferSpec,
        listener: TransferListener,
        limiter: Limiter,
        *,
        pool: LinePool,
        hosts: Hosts,
    ) -> Fetch: ...
