"""Where the bytes of one transfer land: its part file, its range plan and its checkpoints.

The local side of a transfer. It knows nothing of requests; whoever fetches asks it for a sink.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace

from engine.part import ByteRange, Checksum, PartState, Validator
from engine.timeline import TimelineKind
from engine.wire.checkpoints import Checkpoints
from engine.wire.connection import Sink
from engine.wire.mounts import mount_of, require_mount
from engine.wire.part_file import PartFile
from engine.wire.ranges import Claim, RangePlan, without
from engine.wire.spec import TransferListener, TransferSpec

_OVERLAP = 1 << 16
# Such a file is here before it would pay to make room for it.
SMALL_FILE = 1 << 20


class Landing:
    """The part file of one transfer, from the first byte to the last sync."""

    def __init__(self, spec: TransferSpec, listener: TransferListener) -> None:
        self._spec = spec
        self._listener = listener
        self._checkpoints = Checkpoints(self._checkpoint)
        # Held while the part file starts over: no checkpoint may promise bytes of the old version.
        self._lock = threading.Lock()
        self._file: PartFile | None = None
        self._created = False
        self.plan = RangePlan()
        self.state = PartState("")

    def __repr__(self) -> str:
        return f"<Landing {self._file} {self.plan}>"

    @property
    def has_file(self) -> bool:
        """There is a part file, from this run or an earlier one."""
        return self._file is not None

    @property
    def part(self) -> PartState:
        """The part file as it is, whether synced or not; raises OSError."""
        present = self.plan.present()
        fingerprint = self._file.fingerprint(present) if self._file else None
        return replace(self.state, size=self.plan.size, present=present, fingerprint=fingerprint)

    def reopen(self) -> bool:
        """Take up the part file that the store remembers, if it is still what it was.

        Raises OSError, also when none is there because its disk is away.
        """
        part = self._spec.part
        self._file = PartFile.reopen(self._spec.folder, part) if part else None
        if self._file is None:
            require_mount(self._spec.mount)
        if part is None:
            return False
        if self._file:
            self.state = part
            self.plan = RangePlan(part.size, part.present)
        elif part.present:
            self._listener.noted(
                TimelineKind.STARTED_OVER, "the part file is missing or was changed"
            )
        return self.has_file

    def begin(
        self,
        claim: Claim,
        *,
        name: Callable[[], str],
        size: int | None,
        validator: Validator,
        url: str,
        digests: tuple[Checksum, ...],
        why: str,
        source: str = "",
    ) -> None:
        """From zero, into a new part file called by `name` or the emptied one.

        `why` tells the person why what was there is dropped. `source` is the mirror that answers,
        empty for the file's own link. No other connection may be writing.
        """
        with self._lock:
            if self.plan.bytes_present:
                self._listener.noted(TimelineKind.STARTED_OVER, why)
            if self._file:
                self._file.truncate(0)
            else:
                self._file = PartFile.create(self._spec.folder, name(), self._spec.owner)
                self._created = True
            self.plan.start_over(claim, size)
            mount = mount_of(self._spec.folder)
            self.state = PartState(
                self._file.name, size, validator, url, mount=mount, digests=digests, source=source
            )
        if size and size > SMALL_FILE:
            self._file.reserve(size)

    def sink(
        self, claim: Claim, end: int | None, brought: Callable[[int, int], None] | None = None
    ) -> Sink:
        """Where a body for `claim` goes; `end` is where it ends, as an offset (None: not told)."""
        assert self._file is not None
        return Sink(self._file, self.plan, claim, end, self._checkpoints.wrote, brought)

    def forget(self, gone: Sequence[ByteRange]) -> None:
        """These bytes are not those of the file: promise them no more, then let them be fetched.

        In this order, for a promise that was overwritten would void the whole part file. Raises
        OSError.
        """
        assert self._file is not None
        with self._lock:
            present = self.plan.present()
            for piece in gone:
                present = without(present, piece)
            part = replace(
                self.state,
                size=self.plan.size,
                present=present,
                fingerprint=self._file.fingerprint(present),
            )
            self._file.sync()
            self._listener.checkpointed(part)
            for piece in gone:
                self.plan.forget(piece)

    def overlap_before(self, position: int) -> int:
        """How many bytes that end at `position` to fetch again and compare."""
        lengths = (piece.length for piece in self.plan.present() if piece.stop == position)
        return min(next(lengths, 0), _OVERLAP)

    def read(self, start: int, length: int) -> bytes:
        """What the part file holds there."""
        assert self._file is not None
        return self._file.read(start, length)

    def start_anew(self) -> None:
        """Nothing of what is here is right, though all of it is; raises OSError."""
        self._checkpoints = Checkpoints(self._checkpoint)
        self.forget([ByteRange(0, self.plan.size or 0)])

    def cut_to_size(self) -> None:
        """All is written: drop what lies beyond, written after the last checkpoint before a crash.

        Raises OSError.
        """
        assert self._file is not None
        assert self.plan.size is not None
        self._checkpoints.stop()
        if not self._created or self.plan.size > SMALL_FILE:
            self._file.truncate(self.plan.size)
        self._file.begin_sync()

    def settle(self) -> None:
        """Sync what is written, all of the file, and close it; raises OSError."""
        assert self._file is not None
        self._checkpoints.stop()
        self._checkpoints.last(self._file.sync)
        self._file.close()

    def put_down(self, *, keep: bool) -> None:
        """Leave the part file so that the next run can go on, or knows that it must not."""
        self._checkpoints.stop()
        if self._file is None:
            return
        # Whatever fails here, the failure that led here is the one to tell.
        with contextlib.suppress(OSError):
            if self._created and not self.plan.bytes_present:
                self._file.discard()
                return
        with contextlib.suppress(OSError):
            if keep:
                self._checkpoints.now()
            else:
                self._listener.checkpointed(replace(self.state, present=(), fingerprint=None))
        with contextlib.suppress(OSError):
            self._file.close()

    def _checkpoint(self) -> None:
        """Sync, then promise what was written before the sync began."""
        with self._lock:
            if self._file:
                part = self.part
                self._file.sync()
                self._listener.checkpointed(part)
