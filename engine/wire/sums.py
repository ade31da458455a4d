"""Checksum files such as SHA256SUMS or file.iso.md5: read in every usual form, and searched.

The forms: `DIGITS  NAME` and `DIGITS *NAME` (coreutils, backslash-escaped where a name needs it),
`ALGORITHM (NAME) = DIGITS` (BSD, OpenSSL), and the bare digits of a single file. A PGP signature
around them is passed over, not verified.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from engine.errors import RefusedError
from engine.part import Checksum
from engine.wire.checksum import (
    ALGORITHMS,
    algorithm_named,
    digits_of,
    is_computable,
    spelled,
    strongest,
    usual_algorithm,
)
from engine.wire.links import host_of

LARGEST = 1 << 20
"""Bytes; no honest checksum file is larger."""

_PLAIN = re.compile(r"(?P<escaped>\\?)(?P<digits>[0-9a-fA-F]{8,128})(?:[ \t]+\*?(?P<name>.*))?")
_TAGGED = re.compile(
    r"(?P<escaped>\\?)(?P<algorithm>[A-Za-z0-9/-]+) ?\((?P<name>.+)\) ?= ?(?P<digits>[0-9a-fA-F]+)"
)
_ESCAPES = {"\\\\": "\\", "\\n": "\n", "\\r": "\r"}
_SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----"
_SIGNATURE = "-----BEGIN PGP SIGNATURE-----"
# Names of files whose digits have the length of others that we know.
_FOREIGN = ("b3sum", "blake3", "sm3", "rmd160", "ripemd", "whirlpool", "tiger", "gost")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a checksum file; `path` is empty where the digits stand alone."""

    path: str
    checksum: Checksum


def is_link(place: str) -> bool:
    """A checksum file is named by its link or by its local path."""
    return "://" in place


def title_of(place: str) -> str:
    """What a checksum file is called: the last segment of its link or path."""
    if not is_link(place):
        return Path(place).name
    return PurePosixPath(unquote(urlsplit(place).path)).name or host_of(place)


def names_of(*places: str) -> list[str]:
    """What a file may be called in a checksum file: the paths of its links, its local name."""
    paths = (unquote(urlsplit(place).path) if is_link(place) else place for place in places)
    return [path for path in paths if path.rpartition("/")[2]]


def read_sums(path: Path) -> tuple[Line, ...]:
    """The lines of a local checksum file; `RefusedError` if it cannot be read or holds none."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as failure:
        reason = getattr(failure, "strerror", None) or failure
        raise RefusedError(f"cannot read the checksum file {path}: {reason}") from failure
    if len(content) > LARGEST:
        raise RefusedError(f"{path} is too large to be a checksum file")
    lines = parse_sums(content, path.name)
    if not lines:
        raise RefusedError(f"{path} holds no checksums that can be used")
    return lines


def parse_sums(content: bytes, name: str) -> tuple[Line, ...]:
    """The lines that can be used; `name` is the checksum file's, and tells the algorithm."""
    encoding = next((code for mark, code in _MARKS if content.startswith(mark)), "utf-8")
    text = content.decode(encoding, errors="replace")
    lines = (_line(line, name) for line in _signed_part(text.splitlines()))
    return tuple(line for line in lines if line)


def find(lines: Sequence[Line], paths: Iterable[str]) -> Checksum | None:
    """The checksum of the file that is known under `paths`, tried in this order.

    A line is the file's if the last segments are the same; of several lines that with the longest
    common end, and of several algorithms the strongest. None if no line is, or if lines of the same
    rank contradict each other.
    """
    named = [line for line in lines if line.path]
    if not named:
        return _agreed([line.checksum for line in lines])
    for path in paths:
        ranks = [(_common_end(line.path, path), line.checksum) for line in named]
        best = max(rank for rank, _ in ranks)
        if best:
            return _agreed([checksum for rank, checksum in ranks if rank == best])
    return None


def likely_algorithm(name: str) -> str | None:
    """What will be computed for a line of a checksum file of this name, as far as it tells."""
    computable = (found for found in _algorithms_in(name) if is_computable(found))
    return None if _is_foreign(name) else next(computable, None)


def _signed_part(lines: list[str]) -> Iterator[str]:
    """The text without the armour of a clear-signed message (RFC 9580 § 7)."""
    if _SIGNED not in lines:
        yield from lines
        return
    inside = lines[lines.index(_SIGNED) + 1 :]
    # The headers of the armour end with an empty line.
    body = inside[inside.index("") + 1 :] if "" in inside else inside
    for line in body:
        if line == _SIGNATURE:
            return
        yield line.removeprefix("- ")


def _line(text: str, name: str) -> Line | None:
    text = text.strip("\r\n\t ")
    if match := _TAGGED.fullmatch(text):
        algorithm = algorithm_named(match["algorithm"])
    elif match := _PLAIN.fullmatch(text):
        algorithm = _algorithm_for(name, match["digits"])
    else:
        return None
    if algorithm is None or len(match["digits"]) != digits_of(algorithm):
        return None
    path = match["name"] or ""
    if match["escaped"]:
        path = re.sub(r"\\[\\nr]", lambda escape: _ESCAPES[escape[0]], path)
    # What was read from a pipe has the name -.
    path = "" if path == "-" else path
    return Line(path, Checksum(algorithm, match["digits"].lower(), name))


def _algorithm_for(name: str, digits: str) -> str | None:
    """By the file's name; by the length only where the name tells nothing."""
    if _is_foreign(name):
        return None
    told = list(_algorithms_in(name))
    if not told:
        return usual_algorithm(digits)
    return next((found for found in told if digits_of(found) == len(digits)), None)


def _algorithms_in(name: str) -> Iterator[str]:
    spelling = spelled(name)
    if "b2sum" in spelling or "blake2" in spelling:
        yield "blake2b"
    for algorithm in ALGORITHMS:
        if spelled(algorithm) in spelling:
            yield algorithm


def _is_foreign(name: str) -> bool:
    return any(word in spelled(name) for word in _FOREIGN)


def _agreed(checksums: Sequence[Checksum]) -> Checksum | None:
    """The strongest, unless there are two different ones of its algorithm."""
    best = strongest(checksums)
    if best is None:
        return None
    values = {found.value for found in checksums if found.algorithm == best.algorithm}
    return best if len(values) == 1 else None


def _common_end(one: str, other: str) -> int:
    """How many segments at the end of two paths are the same."""
    count = 0
    for ours, theirs in zip(_segments(one), _segments(other), strict=False):
        if ours != theirs:
            break
        count += 1
    return count


def _segments(path: str) -> list[str]:
    """From the last to the first; Windows' programs write backslashes."""
    return re.split(r"[/\\]", path)[::-1]
