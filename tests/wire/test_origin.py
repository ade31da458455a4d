"""The note on a file says where it came from, tells no secrets and never fails a transfer."""

from __future__ import annotations

import ctypes
import os
import re
import sys
from pathlib import Path

import pytest

from engine.wire import origin
from engine.wire.origin import mark_origin

URL = "https://user:hunter2@example.org:8443/dir/file.iso?token=hunter2#hunter2"
BARE = "https://example.org:8443/dir/file.iso"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "file.iso"
    path.write_bytes(b"content")
    return path


@pytest.mark.skipif(sys.platform != "linux", reason="Linux only")
def test_linux_notes_the_link_without_its_secrets(file: Path) -> None:
    try:
        os.setxattr(file, "user.probe", b"")
    except OSError:
        pytest.skip("no extended attributes here")
    mark_origin(file, URL)
    assert os.getxattr(file, "user.xdg.origin.url").decode() == BARE


def test_windows_notes_the_internet_zone(file: Path) -> None:
    origin._mark_windows(file, origin._without_secrets(URL))
    note = Path(f"{file}:Zone.Identifier").read_bytes().decode()
    assert note == f"[ZoneTransfer]\r\nZoneId=3\r\nHostUrl={BARE}\r\n"


def test_no_link_writes_a_line_of_its_own(file: Path) -> None:
    origin._mark_windows(file, origin._without_secrets("http://h/\r\nZoneId=0"))
    assert Path(f"{file}:Zone.Identifier").read_bytes().count(b"\n") == 3


class FakeSetxattr:
    """What macOS would be asked to do."""

    def __init__(self) -> None:
        self.calls: list[tuple[object, ...]] = []
        self.setxattr = self

    def __call__(self, *arguments: object) -> int:
        self.calls.append(arguments)
        return 0


def test_macos_quarantines_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    libc = FakeSetxattr()
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: libc)
    origin._mark_macos(file, BARE)
    [(path, name, note, length, position, options)] = libc.calls
    assert (path, name) == (os.fsencode(file), b"com.apple.quarantine")
    assert isinstance(note, bytes)
    assert re.fullmatch(rb"0081;[0-9a-f]{8};Holdfast;[0-9a-f-]{36}", note)
    assert (length, position, options) == (len(note), 0, 0)


@pytest.mark.parametrize("url", [URL, "http://[broken", "no link", "http://h/\ud800"])
def test_a_note_that_cannot_be_written_fails_nothing(tmp_path: Path, url: str) -> None:
    mark_origin(tmp_path / "gone", url)


def test_a_link_that_cannot_be_read_is_not_noted(file: Path) -> None:
    mark_origin(file, "http://[broken")
    assert file.read_bytes() == b"content"
