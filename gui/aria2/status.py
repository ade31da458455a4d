"""How a job looks to a program that knows aria2: its struct, where every number is a word.

Pure: a snapshot goes in, plain values come out. What belongs to BitTorrent is left out, because
programs take a job for a torrent where it is there at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from engine import ErrorKind, FileRanges, FileSnapshot, FileState, JobSnapshot, JobState
from gui import formatting
from gui.translation import in_english

ACTIVE, WAITING, PAUSED = "active", "waiting", "paused"
COMPLETE, ERROR, REMOVED = "complete", "error", "removed"
IN_LINE = frozenset({WAITING, PAUSED})
STOPPED = frozenset({COMPLETE, ERROR, REMOVED})

PLAIN: Mapping[JobState, str] = {
    JobState.QUEUED: WAITING,
    JobState.CONNECTING: ACTIVE,
    JobState.TRANSFERRING: ACTIVE,
    JobState.SUSPENDED: PAUSED,
    JobState.ERROR: ERROR,
    JobState.ACKNOWLEDGED: COMPLETE,
    JobState.CANCELLED: REMOVED,
}
"""The states that say by themselves what aria2 would call them."""

PIECE = 1 << 20
_MOST_PIECES = 4096
_GONE, _NO_SUCH_FILE, _UNKNOWN = "31", "3", "1"

# aria2's exit codes (its manual, "Exit Status"); a kind that has none of its own is "1".
_ERROR_CODES: Mapping[ErrorKind, str] = {
    ErrorKind.TIMED_OUT: "2",
    ErrorKind.NOT_FOUND: _NO_SUCH_FILE,
    ErrorKind.CONNECTION_REFUSED: "6",
    ErrorKind.CONNECTION_LOST: "6",
    ErrorKind.NETWORK_UNREACHABLE: "6",
    ErrorKind.PROXY_FAILED: "6",
    ErrorKind.OFFLINE: "6",
    ErrorKind.DISK_FULL: "9",
    ErrorKind.DISK_AWAY: "17",
    ErrorKind.DISK_FAILED: "17",
    ErrorKind.FOLDER_NOT_WRITABLE: "16",
    ErrorKind.NAME_NOT_RESOLVED: "19",
    ErrorKind.ANSWER_MALFORMED: "22",
    ErrorKind.REQUEST_REFUSED: "22",
    ErrorKind.WEB_PAGE_INSTEAD: "22",
    ErrorKind.CONTENT_ENCODED: "22",
    ErrorKind.RANGE_WRONG: "8",
    ErrorKind.REDIRECT_REFUSED: "23",
    ErrorKind.ACCESS_DENIED: "24",
    ErrorKind.CREDENTIALS_NEEDED: "24",
    ErrorKind.PROXY_CREDENTIALS_NEEDED: "24",
    ErrorKind.SERVER_BUSY: "29",
    ErrorKind.CHECKSUM_MISMATCH: "32",
    ErrorKind.CHECKSUM_MISSING: "32",
}

RangesOf: TypeAlias = Callable[[int], FileRanges]
"""Which bytes of a file, by its number, are here."""
Struct: TypeAlias = dict[str, Any]


class Look(NamedTuple):
    """A job, its name, and where to look for the rest."""

    job: JobSnapshot
    gid: str
    ranges: RangesOf


def status_of(job: JobSnapshot) -> str:
    """What aria2 would call the state.

    A job that waits for its own next try is active, as in aria2, unless it never tried or waits for
    something that is nobody's fault. What is transferred and waits for a person is paused: its file
    is not where it belongs, so it must not look complete.
    """
    if job.state is JobState.TRANSIENT_ERROR:
        tries_by_itself = job.tries > 0 and not (job.is_held or job.waits_for_host)
        return ACTIVE if tries_by_itself else WAITING
    if job.state is JobState.TRANSFERRED:
        return ACTIVE if job.auto_complete and job.error is None else PAUSED
    return PLAIN[job.state]


def struct_of(look: Look, keys: Iterable[str] | None) -> Struct:
    """The job's struct: of `keys` those that there are, all of them if none is named."""
    wanted = _KEYS.keys() if not keys else [key for key in dict.fromkeys(keys) if key in _KEYS]
    values = {key: _KEYS[key](look) for key in wanted}
    return {key: value for key, value in values.items() if value is not None}


def files_of(job: JobSnapshot) -> list[Struct]:
    """All files, as people count them: from 1."""
    return [_file(job, file, index) for index, file in enumerate(job.files, start=1)]


def uris_of(job: JobSnapshot, file: FileSnapshot) -> list[Struct]:
    """The link that the file comes from, and those that it could come from."""
    begun = file.bytes_present or file.state is not FileState.PENDING or job.tries
    first = {"status": "used" if begun else "waiting", "uri": file.url}
    return [first, *({"status": "waiting", "uri": link} for link in file.mirrors)]


def servers_of(job: JobSnapshot) -> list[Struct]:
    """For each file the server that it comes from now; only of all files the speed is known."""
    fetched = [file for file in job.files if file.state is FileState.PENDING]
    fetched = fetched if job.state.is_running else []
    speed = _number(job.rate / max(1, len(fetched)))
    return [
        {
            "index": str(index),
            "servers": [{"currentUri": file.url, "downloadSpeed": speed, "uri": file.url}]
            if file in fetched
            else [],
        }
        for index, file in enumerate(job.files, start=1)
    ]


def words_of(path: Path) -> str:
    """A path as JSON can hold it: what is no UTF-8 in a name becomes a question mark."""
    return str(path).encode("utf-8", "replace").decode()


def error_code(job: JobSnapshot) -> str | None:
    """How a stopped job ended, by aria2's numbers."""
    if job.state is JobState.ACKNOWLEDGED:
        return "0"
    if job.state is JobState.CANCELLED:
        return _GONE
    if job.state is JobState.ERROR:
        return _ERROR_CODES.get(job.error.kind, _UNKNOWN) if job.error else _UNKNOWN
    return None


def _error_message(look: Look) -> str | None:
    if error_code(look.job) is None:
        return None
    if look.job.state is not JobState.ERROR or look.job.error is None:
        return ""
    with in_english():
        return formatting.error_sentence(look.job.error)


def _file(job: JobSnapshot, file: FileSnapshot, index: int) -> Struct:
    return {
        "completedLength": str(_present(file)),
        "index": str(index),
        "length": str(_size(file)),
        "path": _path(job, file),
        "selected": "false" if file.state is FileState.SKIPPED else "true",
        "uris": uris_of(job, file),
    }


def _path(job: JobSnapshot, file: FileSnapshot) -> str:
    """Where the file is, or will be as soon as its name is known."""
    if file.path is not None:
        return words_of(file.path)
    return words_of(job.folder / file.name) if file.name else ""


def _size(file: FileSnapshot) -> int:
    return _present(file) if file.size is None else file.size


def _present(file: FileSnapshot) -> int:
    if file.state is FileState.DELIVERED and file.size is not None:
        return file.size
    return file.bytes_present


def _number(value: float) -> str:
    return str(max(0, int(value)))


def _total(job: JobSnapshot) -> int:
    if job.size is None:
        return job.bytes_present if job.state is JobState.ACKNOWLEDGED else 0
    return job.size


def _completed(job: JobSnapshot) -> int:
    return _total(job) if job.state is JobState.ACKNOWLEDGED else job.bytes_present


def _piece_length(job: JobSnapshot) -> int:
    """aria2's, doubled until the map of a large file is no longer than a line of text."""
    length = PIECE
    while _total(job) > length * _MOST_PIECES:
        length *= 2
    return length


def _pieces(job: JobSnapshot) -> int:
    return -(-_total(job) // _piece_length(job))


def _bitfield(look: Look) -> str | None:
    """One bit for each piece that is here, the first one highest; None while nothing is known."""
    job = look.job
    count = _pieces(job)
    if not count:
        return None
    bits = bytearray(-(-count // 8))
    for first, stop in _whole_pieces(look, count):
        _set_bits(bits, first, stop)
    return bits.hex()


def _set_bits(bits: bytearray, first: int, stop: int) -> None:
    whole_first, whole_stop = -(-first // 8), stop // 8
    if whole_first < whole_stop:
        bits[whole_first:whole_stop] = b"\xff" * (whole_stop - whole_first)
        edges = (*range(first, whole_first * 8), *range(whole_stop * 8, stop))
    else:
        edges = tuple(range(first, stop))
    for index in edges:
        bits[index >> 3] |= 0x80 >> (index & 7)


def _whole_pieces(look: Look, count: int) -> list[tuple[int, int]]:
    job = look.job
    if job.state is JobState.ACKNOWLEDGED:
        return [(0, count)]
    length, total = _piece_length(job), _total(job)
    found = []
    for start, stop in _joined(_present_ranges(look)):
        last = count if stop >= total else stop // length
        if -(-start // length) < last:
            found.append((-(-start // length), last))
    return found


def _present_ranges(look: Look) -> list[tuple[int, int]]:
    """The bytes that are here, the files laid one behind the other."""
    here, base = [], 0
    for file in look.job.files:
        if file.state is FileState.SKIPPED:
            continue
        for start, stop in look.ranges(file.number).present:
            here.append((base + start, base + stop))
        base += file.size or 0
    return here


def _joined(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, stop in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], stop))
        else:
            joined.append((start, stop))
    return joined


_KEYS: Mapping[str, Callable[[Look], Any]] = {
    "bitfield": _bitfield,
    "completedLength": lambda look: str(_completed(look.job)),
    "connections": lambda look: str(look.job.connections),
    "dir": lambda look: words_of(look.job.folder),
    "downloadSpeed": lambda look: _number(look.job.rate),
    "errorCode": lambda look: error_code(look.job),
    "errorMessage": _error_message,
    "files": lambda look: files_of(look.job),
    "gid": lambda look: look.gid,
    "numPieces": lambda look: str(_pieces(look.job)),
    "pieceLength": lambda look: str(_piece_length(look.job)),
    "status": lambda look: status_of(look.job),
    "totalLength": lambda look: str(_total(look.job)),
    "uploadLength": lambda _look: "0",
    "uploadSpeed": lambda _look: "0",
}
