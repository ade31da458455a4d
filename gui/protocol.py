"""What is said over the control socket: one JSON object a line, in both directions.

Requests go to the engine that holds the home; events come back. The events are those of `--json`,
to the letter, with one field more: `words`, the same for people.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from engine import JobSpec

LONGEST_LINE = 64 * 1024
"""Bytes; a longer request is refused."""


class ProtocolError(ValueError):
    """A line that is no message of ours, or too long to be one. The text repeats nothing of it."""


# --- requests ------------------------------------------------------------------------------------


class _Request(msgspec.Struct, frozen=True, tag_field="request"):
    pass


class Raise(_Request, frozen=True, tag="raise"):
    """Bring the window to the front; `token` is the desktop's permission to take the focus.

    `quietly` only asks whether there is a window.
    """

    token: str = ""
    quietly: bool = False


class Open(_Request, frozen=True, tag="open"):
    """Add links to where the settings say, as if they had been dropped on the window."""

    links: tuple[str, ...]


class Add(_Request, frozen=True, tag="add"):
    """Make a job and start it."""

    spec: JobSpec


class Get(_Request, frozen=True, tag="get"):
    """Make the job, or go on with the one that is the same, and tell what becomes of it."""

    spec: JobSpec


class Follow(_Request, frozen=True, tag="follow"):
    """Tell what becomes of the job."""

    job: str


class List(_Request, frozen=True, tag="list"):
    """Tell how all jobs are."""


class Yield(_Request, frozen=True, tag="yield"):
    """A window is about to open: close the engine and let go of the home."""


Request: TypeAlias = Raise | Open | Add | Get | Follow | List | Yield


# --- events --------------------------------------------------------------------------------------


class _Event(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="event"):
    words: str = ""


class ErrorLine(msgspec.Struct, frozen=True):
    """What went wrong. `kind` is transient, fatal or hold, `code` the name of the kind of error."""

    code: str
    kind: str
    context: str
    hresult: str | None
    text: str


class Added(_Event, frozen=True, kw_only=True, tag="added"):
    """The job is in the store; it may be one that was there before."""

    job: str
    urls: tuple[str, ...]


class State(_Event, frozen=True, kw_only=True, tag="state"):
    """The job's state, when it changes and again while it waits. Times are seconds."""

    job: str
    state: str
    error: ErrorLine | None
    error_count: int
    retry_in: float | None
    gives_up_in: float | None


class Progress(_Event, frozen=True, kw_only=True, tag="progress"):
    """Bytes here, of how many (None: unknown), bytes a second, connections."""

    job: str
    bytes: int
    total: int | None
    rate: float
    connections: int


class File(_Event, frozen=True, kw_only=True, tag="file"):
    """A file is where it belongs. `verified` names the digest that was compared."""

    job: str
    path: str
    bytes: int
    seconds: float
    resumed_from: int
    verified: str | None


class Done(_Event, frozen=True, kw_only=True, tag="done"):
    """Nothing more happens to the job unless somebody acts."""

    job: str
    state: str


class JobLine(_Event, frozen=True, kw_only=True, tag="job"):
    """One line of `list`."""

    job: str
    name: str
    state: str
    bytes: int
    total: int | None
    rate: float
    error: ErrorLine | None
    error_count: int
    retry_in: float | None
    gives_up_in: float | None
    folder: str
    urls: tuple[str, ...]


class Refused(_Event, frozen=True, kw_only=True, tag="refused"):
    """The request was not carried out; `text` is for people, `again`: it may be, a little later."""

    text: str
    again: bool = False


class Answered(_Event, frozen=True, kw_only=True, tag="answered"):
    """The request was carried out, and this is the last line about it."""


Event: TypeAlias = Added | State | Progress | File | Done | JobLine | Refused | Answered


# --- lines ---------------------------------------------------------------------------------------


def _to_plain(value: Any) -> Any:
    if isinstance(value, Path):
        return str(value)
    raise NotImplementedError(type(value))


def _from_plain(wanted: type, value: Any) -> Any:
    if wanted is Path and isinstance(value, str):
        return Path(value)
    raise ValueError("a path is a string")


_encoder = msgspec.json.Encoder(enc_hook=_to_plain)
_requests: msgspec.json.Decoder[Request] = msgspec.json.Decoder(Request, dec_hook=_from_plain)
_events: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event)


def to_line(message: Request | Event) -> bytes:
    """The message as one line, its end included."""
    return _encoder.encode(message) + b"\n"


def read_request(line: bytes) -> Request:
    """What a client asks for; raises `ProtocolError`."""
    with _one_error():
        return _requests.decode(line)


def read_event(line: bytes) -> Event:
    """What the engine tells; raises `ProtocolError`."""
    with _one_error():
        return _events.decode(line)


@contextlib.contextmanager
def _one_error() -> Iterator[None]:
    try:
        yield
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        # The message of msgspec may quote the line, and a line may hold a password.
        raise ProtocolError("this is no message that holdfast knows") from None
