"""What the tests of part files and of their delivery share."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.part import ByteRange, PartState
from engine.wire.part_file import PartFile

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="Linux only")


@pytest.fixture(autouse=True)
def no_descriptor_leaks() -> Iterator[None]:
    """Whatever a test opens through a part file is closed when the test ends."""
    descriptors = Path("/proc/self/fd")
    before = len(os.listdir(descriptors)) if descriptors.exists() else 0
    yield
    assert (len(os.listdir(descriptors)) if descriptors.exists() else 0) == before


def made(folder: Path, name: str, content: bytes = b"content") -> PartState:
    """A part file with `content`, all of it promised by the store."""
    file = PartFile.create(folder, name)
    file.write(content, 0)
    file.close()
    return PartState(file.name, len(content), present=(ByteRange(0, len(content)),))


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}
