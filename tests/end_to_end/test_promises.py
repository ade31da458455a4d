"""What the store promises was synced before, as the kernel sees it: watched with strace."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from fault_server import FaultServer, some_content
from program import Holdfast

pytestmark = pytest.mark.end_to_end

CONTENT = some_content(7_000_000)
WRITES = ("write", "pwrite64")
SYNCS = ("fsync", "fdatasync", "syncfs")
_LINE = re.compile(r"(?P<thread>\d+) +(?P<rest>.*)")
_CALL = re.compile(r"(?P<name>\w+)\(\d+<(?P<path>[^>]*)>(?P<arguments>.*)", re.DOTALL)
_RESUMED = re.compile(r"<\.\.\. (?P<name>\w+) resumed>(?P<arguments>.*)", re.DOTALL)
_PLACE = re.compile(r", (?P<length>\d+), (?P<offset>\d+)\D*$")
_PROMISE = re.compile(r'present\\":(\[\[.*?\]\]|\[\])')
_PAIR = re.compile(r"\[(\d+),(\d+)\]")
LONGEST_STRING = 5000
"""Bytes: a page of the database, and then some."""


@dataclass(frozen=True)
class Moment:
    """The beginning or the end of a system call on a file."""

    name: str
    path: str
    arguments: str
    is_end: bool


@dataclass
class Ledger:
    """Which bytes of the part file were written, which of those synced, and what was promised."""

    written: bytearray = field(default_factory=lambda: bytearray(len(CONTENT)))
    synced: bytearray = field(default_factory=lambda: bytearray(len(CONTENT)))
    under_way: dict[str, bytes] = field(default_factory=dict)
    promises: list[int] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def wrote(self, arguments: str) -> None:
        place = _PLACE.search(arguments)
        assert place is not None, arguments[-100:]
        start, length = int(place["offset"]), int(place["length"])
        self.written[start : start + length] = b"\1" * length

    def sync_began(self, thread_and_name: str) -> None:
        """Only what was written before a sync began is safe when it ends."""
        self.under_way[thread_and_name] = bytes(self.written)

    def sync_ended(self, thread_and_name: str) -> None:
        before = self.under_way.pop(thread_and_name)
        both = int.from_bytes(before, "big") | int.from_bytes(self.synced, "big")
        self.synced[:] = both.to_bytes(len(CONTENT), "big")

    def committed(self, page: str) -> None:
        """A page on its way into the database; every promise on it must be kept already."""
        for promise in _PROMISE.findall(page):
            pieces = [(int(start), int(stop)) for start, stop in _PAIR.findall(promise)]
            for start, stop in pieces:
                if self.synced.count(1, start, stop) != stop - start:
                    self.broken.append(promise)
            self.promises.append(sum(stop - start for start, stop in pieces))


def moments(trace: Path) -> Iterator[tuple[str, Moment]]:
    """The calls of a trace in the order in which they began and ended, with their threads."""
    begun: dict[str, Moment] = {}
    for line in trace.read_text("latin-1").splitlines():
        parts = _LINE.fullmatch(line)
        assert parts is not None, line
        thread, rest = parts["thread"], parts["rest"]
        if _RESUMED.match(rest):
            call = begun.pop(thread)
            yield thread, Moment(call.name, call.path, call.arguments, is_end=True)
        elif call_made := _CALL.match(rest):
            arguments, _, _ = call_made["arguments"].rpartition(") = ")
            unfinished = rest.endswith("<unfinished ...>")
            if unfinished:
                arguments = call_made["arguments"].removesuffix(" <unfinished ...>")
            moment = Moment(call_made["name"], call_made["path"], arguments, is_end=False)
            yield thread, moment
            if unfinished:
                begun[thread] = moment
            else:
                yield thread, Moment(moment.name, moment.path, arguments, is_end=True)


def ledger_of(trace: Path, folder: Path) -> Ledger:
    """What became of the part file in `folder`, and what the database said of it."""
    ledger = Ledger()
    for thread, moment in moments(trace):
        # It had no name when it was opened, so its descriptor goes by another.
        is_part = moment.path.startswith(f"{folder}/")
        is_sync_of_part = moment.name in SYNCS and (is_part or moment.name == "syncfs")
        if moment.name in WRITES and is_part and moment.is_end:
            ledger.wrote(moment.arguments)
        elif is_sync_of_part and not moment.is_end:
            ledger.sync_began(thread)
        elif is_sync_of_part:
            ledger.sync_ended(thread)
        elif moment.name in WRITES and "jobs.db" in moment.path and not moment.is_end:
            ledger.committed(moment.arguments)
    return ledger


@pytest.fixture
def watched(holdfast: Holdfast, tmp_path: Path) -> Path:
    """Has strace watch what `holdfast` writes and syncs; the value is where it notes that."""
    trace = tmp_path / "trace"
    strace = shutil.which("strace")
    probe = [strace or "strace", "-f", "-o", "/dev/null", "true"]
    if strace is None or subprocess.run(probe, capture_output=True, check=False).returncode:
        pytest.skip("no strace, or no ptrace here: the order of sync and commit is NOT tested")
    calls = f"--trace={','.join((*WRITES, *SYNCS))}"
    options = ("-f", "-y", f"-s{LONGEST_STRING}", "-e", "signal=none", calls)
    holdfast.wrapper = (strace, *options, "-o", str(trace))
    return trace


def test_nothing_is_promised_before_it_is_synced(
    holdfast: Holdfast, to: Path, watched: Path
) -> None:
    with FaultServer(CONTENT) as server:
        outcome = holdfast("get", server.url, "--to", to, "--limit", "2M")
    assert outcome.code == 0

    ledger = ledger_of(watched, to)

    assert ledger.broken == []
    assert max(ledger.promises) == len(CONTENT)
    # Also on the way, not only at the end.
    assert len(set(ledger.promises) - {0, len(CONTENT)}) >= 2
