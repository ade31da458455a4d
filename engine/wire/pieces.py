"""Whether each piece of a file is what a Metalink promised, and who brought the one that is not.

Pieces are checked while the file comes in. A bad one is missing again, and whoever brought it alone
is dropped, so that another place brings it the next time.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Sequence

from engine.errors import ErrorContext, ErrorKind, JobError, TransferFailed, TransferStopped
from engine.part import ByteRange, Mirrors, Pieces
from engine.timeline import TimelineKind
from engine.wire.checksum import is_computable, new_hash
from engine.wire.landing import Landing
from engine.wire.ranges import merged
from engine.wire.sources import Source, Sources
from engine.wire.spec import TransferListener

_LOOK_SECONDS = 0.1
_BLOCK_SIZE = 1 << 20
_TRIES_MORE = 2
_GOOD = 1


class Provenance:
    """Which source brought which bytes in this run; any thread may tell and ask."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._brought: dict[Source, list[ByteRange]] = {}

    def brought(self, source: Source, start: int, stop: int) -> None:
        """`source` has written these bytes, perhaps over another's."""
        with self._lock:
            source.brought += stop - start
            ranges = self._brought.setdefault(source, [])
            for at, known in enumerate(ranges):
                if known.stop == start:
                    ranges[at] = ByteRange(known.start, stop)
                    return
            ranges.append(ByteRange(start, stop))

    def of(self, piece: ByteRange) -> set[Source]:
        """Who has brought some of these bytes."""
        with self._lock:
            return {
                source
                for source, ranges in self._brought.items()
                if any(one.start < piece.stop and one.stop > piece.start for one in ranges)
            }

    def forget(self, piece: ByteRange) -> None:
        """Who brings these bytes next, brought them."""
        with self._lock:
            for source, ranges in self._brought.items():
                before = [ByteRange(one.start, min(one.stop, piece.start)) for one in ranges]
                after = [ByteRange(max(one.start, piece.stop), one.stop) for one in ranges]
                self._brought[source] = list(merged((*before, *after)))

    def clear(self) -> None:
        """Nothing of what was brought counts any more."""
        with self._lock:
            self._brought.clear()


class PieceCheck:
    """Checks the pieces of one file: `begin` for each version of it, `finish` whenever it is whole.

    `anew` is called when bytes that may have been looked at were taken back.
    """

    def __init__(
        self,
        mirrors: Mirrors | None,
        sources: Sources,
        landing: Landing,
        listener: TransferListener,
        anew: Callable[[], None],
    ) -> None:
        pieces = mirrors.pieces if mirrors else None
        self._pieces = pieces if pieces and is_computable(pieces.algorithm) else None
        self._passed_over = mirrors.passed_over if mirrors else 0
        self._sources = sources
        self._landing = landing
        self._listener = listener
        self._anew = anew
        self.provenance = Provenance()
        # Held while pieces are looked at.
        self._lock = threading.Lock()
        self._good = bytearray()
        self._tries: dict[int, int] = {}
        self._stopped = threading.Event()
        self._left = threading.Event()
        self._thread: threading.Thread | None = None

    def __repr__(self) -> str:
        return f"<PieceCheck {self._good.count(_GOOD)} of {len(self._good)} good>"

    @property
    def applies(self) -> bool:
        """There are digests, and they are those of a file of this size, as far as it is known."""
        size = self._landing.plan.size
        return self._pieces is not None and (size is None or self._pieces.fits(size))

    def held(self) -> contextlib.AbstractContextManager[object]:
        """No piece is looked at meanwhile: the part file starts over."""
        return self._lock

    def begin(self) -> None:
        """Look at a version of the file as it comes in; what was found of earlier ones is void.

        How often each piece was bad still counts: when nothing good is here all begins from zero.
        """
        with self._lock:
            self.provenance.clear()
            self._good = bytearray(self._pieces.count if self._pieces else 0)
        if self.applies and self._thread is None and not self._stopped.is_set():
            self._thread = threading.Thread(
                target=self._follow, name="holdfast-pieces", daemon=True
            )
            self._thread.start()

    def stop(self) -> None:
        """Look at nothing more; returns at once."""
        self._stopped.set()
        self._left.set()

    def close(self) -> None:
        """Stop, and be out of the part file when this returns."""
        self.stop()
        if self._thread:
            self._thread.join()

    def finish(self) -> bool:
        """Whether all pieces are good; those that are not are missing again.

        Raises `TransferFailed` where one is bad again and again, `TransferStopped`, and OSError.
        """
        if self.applies:
            self._look()
        else:
            self._tell_passed_over()
        return self._landing.plan.is_whole

    def _tell_passed_over(self) -> None:
        """Digests that say nothing of this file are no reason to refuse it, but are not ignored
        without a word.
        """
        count = self._pieces.count if self._pieces else self._passed_over
        if count:
            text = f"digests of pieces that cannot be those of the file, passed over: {count}"
            self._listener.noted(TimelineKind.CHECKED, text)

    def _follow(self) -> None:
        # What fails here fails again, and is told, at the end.
        with contextlib.suppress(OSError, TransferFailed, TransferStopped):
            while not self._left.wait(_LOOK_SECONDS):
                if self.applies:
                    self._look()

    def _look(self) -> None:
        """Check every piece that is here and was not checked yet."""
        pieces, size = self._pieces, self._landing.plan.size
        if pieces is None or size is None:
            return
        with self._lock:
            bad = []
            for index in _whole_ones(self._landing.plan.present(), pieces, size):
                if self._stopped.is_set():
                    raise TransferStopped
                if self._good[index] == _GOOD:
                    continue
                piece = pieces.piece(index, size)
                if self._digest(pieces.algorithm, piece) == pieces.digest(index):
                    self._good[index] = _GOOD
                else:
                    self._blame(index, piece)
                    bad.append(piece)
            if bad:
                self._reject(merged(bad))

    def _digest(self, algorithm: str, piece: ByteRange) -> str:
        digest = new_hash(algorithm)
        for start in range(piece.start, piece.stop, _BLOCK_SIZE):
            digest.update(self._landing.read(start, min(_BLOCK_SIZE, piece.stop - start)))
        return digest.hexdigest()

    def _blame(self, index: int, piece: ByteRange) -> None:
        """A bad piece: whoever brought all of it is dropped; nobody may go on for ever."""
        tries = self._tries[index] = self._tries.get(index, 0) + 1
        error = JobError(
            ErrorKind.CHECKSUM_MISMATCH,
            ErrorContext.REMOTE_FILE,
            f"the bytes {piece.start}-{piece.stop - 1} are not those that were promised",
        )
        suspects = self.provenance.of(piece)
        if len(suspects) == 1:
            (culprit,) = suspects
            if self._sources.is_spare(culprit):
                self._sources.drop(culprit, error)
        if tries > self._sources.count + _TRIES_MORE:
            raise TransferFailed(error)

    def _reject(self, bad: Sequence[ByteRange]) -> None:
        """These bytes are missing again."""
        for piece in bad:
            self.provenance.forget(piece)
        self._landing.forget(bad)
        for piece in bad:
            text = f"{piece.length} bytes at {piece.start} are fetched again"
            self._listener.noted(TimelineKind.PIECE_REJECTED, text)
        self._anew()


def _whole_ones(present: Iterable[ByteRange], pieces: Pieces, size: int) -> Iterable[int]:
    """The pieces of which every byte is here."""
    for one in present:
        first = -(-one.start // pieces.length)
        last = pieces.count if one.stop == size else one.stop // pieces.length
        yield from range(first, last)
