"""Byte ranges: HTTP's way of writing them, and the plan of what is still to be fetched."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable
from typing import NamedTuple

from engine.part import ByteRange, FileRanges

_CONTENT_RANGE = re.compile(
    r"bytes\s+(?:(?P<first>\d{1,19})-(?P<last>\d{1,19})|\*)/(?:(?P<size>\d{1,19})|\*)",
    re.IGNORECASE | re.ASCII,
)


class ContentRange(NamedTuple):
    """A `Content-Range`: which bytes came (None: unsatisfied) of how many (None: not told)."""

    sent: ByteRange | None
    size: int | None


def parse_content_range(field: str | None) -> ContentRange | None:
    """What a `Content-Range` says; None if it is absent or malformed (RFC 9110 § 14.4)."""
    match = _CONTENT_RANGE.fullmatch(field.strip()) if field else None
    if match is None:
        return None
    size = int(match["size"]) if match["size"] else None
    if match["first"] is None:
        return ContentRange(None, size) if size is not None else None
    sent = ByteRange(int(match["first"]), int(match["last"]) + 1)
    if sent.length <= 0 or (size is not None and sent.stop > size):
        return None
    return ContentRange(sent, size)


def range_field(start: int, stop: int | None) -> str:
    """The `Range` field for bytes `start` up to, not including, `stop`; None: to the end."""
    return f"bytes={start}-" if stop is None else f"bytes={start}-{stop - 1}"


def merged(pieces: Iterable[ByteRange]) -> tuple[ByteRange, ...]:
    """The same bytes in order, as few ranges as possible, empty ones dropped."""
    union: list[ByteRange] = []
    for piece in sorted(piece for piece in pieces if piece.length > 0):
        if union and piece.start <= union[-1].stop:
            union[-1] = ByteRange(union[-1].start, max(union[-1].stop, piece.stop))
        else:
            union.append(piece)
    return tuple(union)


def without(pieces: tuple[ByteRange, ...], gone: ByteRange) -> tuple[ByteRange, ...]:
    """The same bytes but those of `gone`."""
    before = (ByteRange(piece.start, min(piece.stop, gone.start)) for piece in pieces)
    after = (ByteRange(max(piece.start, gone.stop), piece.stop) for piece in pieces)
    return merged((*before, *after))


class Claim:
    """A range that one connection fetches: the bytes from `start` to `position` are written.

    `stop` is None while the size is unknown. Only the plan moves `position` and `stop`; the
    connection that holds the claim reads them between chunks, for another may have got the rest.
    """

    __slots__ = ("position", "rival", "start", "stop")

    def __init__(self, start: int, stop: int | None) -> None:
        self.start = start
        self.position = start
        self.stop = stop
        self.rival: Claim | None = None
        """Who fetches the same rest: the first of the two that is at the end ends the other."""

    def __repr__(self) -> str:
        return f"<Claim {self.start}-{'' if self.stop is None else self.stop} at {self.position}>"


class RangePlan:
    """Which bytes of one file are present, claimed and missing; may be shared between threads."""

    def __init__(self, size: int | None = None, present: Iterable[ByteRange] = ()) -> None:
        self._lock = threading.Lock()
        self._size = size
        self._settled = merged(present)
        self._claims: list[Claim] = []

    def __repr__(self) -> str:
        size = "?" if self._size is None else self._size
        return f"<RangePlan {self.bytes_present} of {size} bytes, {len(self._claims)} claimed>"

    @property
    def size(self) -> int | None:
        """The whole file's size in bytes; None while it is unknown."""
        return self._size

    @property
    def bytes_present(self) -> int:
        """How many bytes are written."""
        return sum(piece.length for piece in self.present())

    @property
    def is_whole(self) -> bool:
        """Every byte is written, and the size is known to be all there is."""
        return self._size is not None and self.bytes_present == self._size

    def present(self) -> tuple[ByteRange, ...]:
        """The ranges that are written, in order."""
        with self._lock:
            return self._present()

    def look(self) -> FileRanges:
        """What is written, and what each connection still brings, at one moment."""
        with self._lock:
            return FileRanges(
                self._size,
                self._present(),
                tuple([(claim.position, _end_of(claim)) for claim in self._claims]),
            )

    def learn_size(self, size: int) -> None:
        """The server told the size, or the body showed it; open claims now end there."""
        with self._lock:
            self._size = size
            for claim in self._claims:
                claim.stop = size if claim.stop is None else claim.stop

    def claim(self) -> Claim | None:
        """Take the largest range that is neither present nor claimed; None if there is none."""
        with self._lock:
            gaps = self._gaps()
            if not gaps:
                return None
            largest = max(gaps, key=_room)
            self._claims.append(largest)
            return largest

    def halve(self, smallest: int) -> Claim | None:
        """Take the second half of the largest rest that another connection has before it.

        Neither half is shorter than `smallest` bytes; None if there is no such rest.
        """
        with self._lock:
            rest, victim = self._largest_rest()
            if victim is None or rest < 2 * smallest:
                return None
            half = Claim(victim.position + (rest + 1) // 2, victim.stop)
            victim.stop = half.start
            self._claims.append(half)
            return half

    def hedge(self, claim: Claim) -> Claim | None:
        """Take the rest of `claim` once more, beside the connection that has it; once only."""
        with self._lock:
            if claim not in self._claims or claim.stop is None or claim.rival:
                return None
            if claim.position >= claim.stop:
                return None
            rival = Claim(claim.position, claim.stop)
            claim.rival, rival.rival = rival, claim
            self._claims.append(rival)
            return rival

    def extend(self, claim: Claim) -> None:
        """Let a claim that was fetched to its end go on over what follows, if nobody has that."""
        with self._lock:
            follows = (gap for gap in self._gaps() if gap.start == claim.stop)
            if claim in self._claims and not claim.rival:
                claim.stop = next((gap.stop for gap in follows), claim.stop)

    def start_over(self, claim: Claim, size: int | None) -> None:
        """Nothing is present any more, and `claim` is for all of it; other claims are void."""
        with self._lock:
            self._size = size
            self._settled = ()
            for void in self._claims:
                void.stop = void.position
            self._claims = [claim]
            claim.start = claim.position = 0
            claim.stop = size

    def forget(self, gone: ByteRange) -> None:
        """These bytes are not those of the file: they are missing again."""
        with self._lock:
            self._settled = without(self._present(), gone)
            for claim in self._claims:
                claim.start = claim.position

    def advance(self, claim: Claim, count: int) -> None:
        """`count` more bytes of the claim are written.

        What reaches beyond its end was taken over by another while it was on its way, and is that
        one's to count. When one of two rivals is at the end, the other has nothing left to do.
        """
        with self._lock:
            reached = claim.position + count
            claim.position = reached if claim.stop is None else min(reached, claim.stop)
            if claim.rival and claim.position == claim.stop:
                claim.rival.stop = claim.rival.position

    def release(self, claim: Claim) -> None:
        """Give a claim back: what is written stays present, the rest is free again."""
        with self._lock:
            self._settled = self._present()
            if claim in self._claims:
                self._claims.remove(claim)
            if claim.rival:
                # The other is alone with it again.
                claim.rival.rival = None
                claim.rival = None

    def _largest_rest(self) -> tuple[int, Claim | None]:
        rests = [
            (claim.stop - claim.position, claim)
            for claim in self._claims
            if claim.stop is not None and not claim.rival
        ]
        return max(rests, key=lambda entry: entry[0], default=(0, None))

    def _present(self) -> tuple[ByteRange, ...]:
        written = (ByteRange(claim.start, claim.position) for claim in self._claims)
        return merged((*self._settled, *written))

    def _gaps(self) -> list[Claim]:
        """Everything nobody has or fetches; the last gap is open while the size is unknown."""
        gaps, position = [], 0
        for start, stop in self._taken():
            if start > position:
                gaps.append(Claim(position, start))
            if stop is None:
                return gaps
            position = max(position, stop)
        if self._size is None or position < self._size:
            gaps.append(Claim(position, self._size))
        return gaps

    def _taken(self) -> list[tuple[int, int | None]]:
        claimed = ((claim.start, claim.stop) for claim in self._claims)
        return sorted((*self._settled, *claimed), key=lambda taken: taken[0])


def _end_of(claim: Claim) -> int:
    return claim.position if claim.stop is None else claim.stop


def _room(gap: Claim) -> float:
    return float("inf") if gap.stop is None else gap.stop - gap.start
