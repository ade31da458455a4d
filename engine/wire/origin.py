"""Where a finished file came from, noted on the file itself in the way of each system.

Windows warns before it opens a file of the Internet zone, macOS quarantines one; Linux merely has a
name for the note. Whoever gets the file later reads it too, so scheme, host and path must do.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

_INTERNET_ZONE = 3
# A web download that the person has not opened yet.
_QUARANTINE_FLAGS = 0x0081


def mark_origin(path: Path, url: str) -> None:
    """Note on `path` that it came from `url`, less userinfo, query and fragment; never fails."""
    # Not every file system has room for the note, and no transfer fails for lack of it.
    with contextlib.suppress(OSError, ValueError):
        _mark(path, _without_secrets(url))


def _without_secrets(url: str) -> str:
    """Userinfo and query hold passwords and signatures (wget, CVE-2018-20483)."""
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()


def _mark_linux(path: Path, url: str) -> None:
    os.setxattr(path, "user.xdg.origin.url", url.encode())


def _mark_windows(path: Path, url: str) -> None:
    note = f"[ZoneTransfer]\r\nZoneId={_INTERNET_ZONE}\r\nHostUrl={url}\r\n"
    Path(f"{path}:Zone.Identifier").write_bytes(note.encode())


def _mark_macos(path: Path, _url: str) -> None:
    """The note itself has no place for the URL; the finder keeps that in a database of its own."""
    seconds = int(datetime.now(tz=UTC).timestamp())
    note = f"{_QUARANTINE_FLAGS:04x};{seconds:x};Holdfast;{uuid.uuid4()}".encode()
    setxattr = ctypes.CDLL(None, use_errno=True).setxattr
    setxattr.argtypes = (
        ctypes.c_char_p,
        ctypes.c_char_p,
        ctypes.c_char_p,
        ctypes.c_size_t,
        ctypes.c_uint32,
        ctypes.c_int,
    )
    setxattr(os.fsencode(path), b"com.apple.quarantine", note, len(note), 0, 0)


_mark = {"win32": _mark_windows, "darwin": _mark_macos}.get(sys.platform, _mark_linux)
