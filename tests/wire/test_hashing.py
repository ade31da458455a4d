"""The digest of a file that grows: hashed as it comes, in order, and stopped at once."""

from __future__ import annotations

import hashlib
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from engine.errors import TransferStopped
from engine.part import ByteRange
from engine.wire.hashing import Hashing
from engine.wire.ranges import merged
from fault_server import some_content

BLOCK = 1 << 18
CONTENT = some_content(5 * BLOCK + 7)
WANTED = hashlib.sha256(CONTENT).hexdigest()


class GrowingFile:
    """A real file, what of it is written, and from where it was read."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT)
        self.pieces: tuple[ByteRange, ...] = ()
        self.offsets: list[int] = []
        self.looks = 0
        self.before_read: Callable[[], None] = lambda: None
        self._begun: list[Hashing] = []

    def write(self, start: int, stop: int, content: bytes = CONTENT) -> None:
        os.pwrite(self._descriptor, content[start:stop], start)
        self.pieces = merged((*self.pieces, ByteRange(start, stop)))

    def present(self) -> tuple[ByteRange, ...]:
        self.looks += 1
        return self.pieces

    def read(self, offset: int, length: int) -> bytes:
        self.before_read()
        self.offsets.append(offset)
        return os.pread(self._descriptor, length, offset)

    def hashing(self, size: int | None = None, algorithm: str = "sha256") -> Hashing:
        self._begun.append(Hashing(algorithm, self.read, self.present, size))
        return self._begun[-1]

    def close(self) -> None:
        for hashing in self._begun:
            hashing.stop()
        os.close(self._descriptor)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[GrowingFile]:
    file = GrowingFile(tmp_path / "file.part")
    yield file
    file.close()


def until(claim: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 5
    while not claim():
        assert time.monotonic() < deadline, "it never came true"
        time.sleep(0.005)


@pytest.mark.parametrize("algorithm", ["sha256", "md5", "blake2b"])
@pytest.mark.parametrize("size", [0, 1, BLOCK, BLOCK + 1, len(CONTENT)])
def test_the_digest_is_that_of_the_whole_file(file: GrowingFile, size: int, algorithm: str) -> None:
    file.write(0, size)
    wanted = hashlib.new(algorithm, CONTENT[:size]).hexdigest()
    assert file.hashing(None, algorithm).finish(size) == wanted


def test_it_keeps_up_so_that_only_the_rest_remains(file: GrowingFile) -> None:
    hashing = file.hashing()
    for number in range(4):
        file.write(number * BLOCK, (number + 1) * BLOCK)
        until(lambda reached=(number + 1) * BLOCK: hashing.position == reached)
    before = len(file.offsets)
    # At once, so that it is not followed.
    file.write(4 * BLOCK, len(CONTENT))
    assert hashing.finish(len(CONTENT)) == WANTED
    assert file.offsets[before:] == [4 * BLOCK, 5 * BLOCK]


def test_what_was_there_already_is_hashed_from_the_start(file: GrowingFile) -> None:
    file.write(0, 3 * BLOCK)
    hashing = file.hashing(len(CONTENT))
    until(lambda: hashing.position == 3 * BLOCK)
    file.write(3 * BLOCK, len(CONTENT))
    assert hashing.finish(len(CONTENT)) == WANTED
    assert file.offsets[0] == 0


def test_nothing_is_hashed_before_what_precedes_it_is_written(file: GrowingFile) -> None:
    file.write(2 * BLOCK, 5 * BLOCK)
    hashing = file.hashing()
    file.write(0, 100)
    until(lambda: hashing.position == 100)
    # What is not written yet reads as zeros.
    assert sum(file.offsets) == 0
    file.write(100, 2 * BLOCK)
    file.write(5 * BLOCK, len(CONTENT))
    assert hashing.finish(len(CONTENT)) == WANTED


def test_a_file_whose_beginning_is_missing_is_not_read(file: GrowingFile) -> None:
    file.write(BLOCK, 2 * BLOCK)
    file.hashing()
    until(lambda: file.looks > 1)
    assert file.offsets == []


def test_the_plan_is_not_asked_again_for_every_block(file: GrowingFile) -> None:
    file.write(0, len(CONTENT))
    file.before_read = lambda: looks.append(file.looks)
    looks: list[int] = []
    hashing = file.hashing()
    until(lambda: hashing.position == len(CONTENT))
    assert looks == [1] * 6


def test_stop_ends_the_thread_and_the_finish(file: GrowingFile) -> None:
    file.write(0, len(CONTENT))
    hashing = file.hashing(1)
    file.before_read = lambda: hashing.stop() if len(file.offsets) == 2 else None
    with pytest.raises(TransferStopped):
        hashing.finish(len(CONTENT))
    assert file.offsets == [0, BLOCK, 2 * BLOCK]


def test_a_stopped_thread_reads_no_more(file: GrowingFile) -> None:
    file.write(0, BLOCK)
    hashing = file.hashing()
    until(lambda: hashing.position == BLOCK)
    hashing.stop()
    until(lambda: "holdfast-hash" not in {thread.name for thread in threading.enumerate()})
    assert hashing.position == BLOCK


def test_a_short_file_needs_no_thread(file: GrowingFile) -> None:
    file.write(0, BLOCK)
    hashing = file.hashing(BLOCK)
    assert "holdfast-hash" not in {thread.name for thread in threading.enumerate()}
    assert hashing.finish(BLOCK) == hashlib.sha256(CONTENT[:BLOCK]).hexdigest()


def test_what_could_not_be_read_is_read_again_at_the_end(file: GrowingFile) -> None:
    file.write(0, len(CONTENT))
    failures = []

    def fail_once() -> None:
        if not failures:
            failures.append(OSError(5, "Input/output error"))
            raise failures[0]

    file.before_read = fail_once
    hashing = file.hashing()
    until(lambda: bool(failures))
    assert hashing.finish(len(CONTENT)) == WANTED


def test_a_disk_that_cannot_be_read_is_told_at_the_end(file: GrowingFile) -> None:
    file.write(0, len(CONTENT))

    def fail() -> None:
        raise OSError(5, "Input/output error")

    file.before_read = fail
    hashing = file.hashing()
    with pytest.raises(OSError, match="Input/output"):
        hashing.finish(len(CONTENT))


def test_a_file_that_was_cut_behind_our_back_has_another_digest(file: GrowingFile) -> None:
    file.write(0, BLOCK)
    hashing = file.hashing()
    assert hashing.finish(len(CONTENT)) == hashlib.sha256(CONTENT[:BLOCK]).hexdigest()


def test_it_shows_how_far_it_is(file: GrowingFile) -> None:
    file.write(0, 10)
    hashing = file.hashing(10)
    hashing.finish(10)
    assert repr(hashing) == "<Hashing sha256 at 10>"
