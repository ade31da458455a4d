"""What is said over the control socket: one JSON object a line, in both directions.

Requests go to the engine that holds the home; events come back. The events are those of `--json`,
to the letter, with one field more: `words`, the same for people.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import msgspec
from msgspec import UNSET, UnsetType

from engine import JobSpec, MeteredPolicy, Move, Priority, SignIn
from gui.browsers.messages import FromBrowser, ToBrowser

LONGEST_LINE = 8 * 1024 * 1024
"""Bytes; a longer request is refused. A job of ten thousand links fits."""

Seconds: TypeAlias = Annotated[float, msgspec.Meta(ge=0, le=100 * 365 * 86_400)]
BytesPerSecond: TypeAlias = Annotated[int, msgspec.Meta(ge=0, le=1 << 50)]
LONGEST_TOKEN = 1000
Token: TypeAlias = Annotated[str, msgspec.Meta(max_length=LONGEST_TOKEN, pattern=r"^[!-~]*\Z")]
"""Goes into the environment, which bears neither zeros nor megabytes."""
FileNumber: TypeAlias = Annotated[int, msgspec.Meta(ge=1, le=1 << 31)]
"""As people count, and as `info` shows it: the first file of a job is 1."""


class ProtocolError(ValueError):
    """A line that is no message of ours, or too long to be one. The text repeats nothing of it."""


# --- requests ------------------------------------------------------------------------------------


class _Request(msgspec.Struct, frozen=True, tag_field="request"):
    pass


class Raise(_Request, frozen=True, tag="raise"):
    """Bring the window to the front; `token` is the desktop's permission to take the focus.

    `quietly` only asks whether there is a window. `job` is the id of one to show there.
    """

    token: Token = ""
    quietly: bool = False
    job: str = ""


class Open(_Request, frozen=True, tag="open"):
    """Add links to where the settings say, as if they had been dropped on the window."""

    links: tuple[str, ...]


class Offer(_Request, frozen=True, tag="offer"):
    """Let the person decide: the dialog for links opens with these, and none is fetched before.

    `files` are Metalink files that were handed over.
    """

    links: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


class Add(_Request, frozen=True, tag="add"):
    """Make a job, and start it unless it is to wait for `resume`."""

    spec: JobSpec
    start: bool = True


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


class Info(_Request, frozen=True, tag="info"):
    """Tell everything about a job."""

    job: str


class Export(_Request, frozen=True, tag="export"):
    """Tell all jobs in the form that `import` reads, what is secret in links only if asked."""

    whole_links: bool = False


class Report(_Request, frozen=True, tag="report"):
    """Tell what helps to find a problem, for people."""


class _Deed(msgspec.Struct, frozen=True, tag_field="do"):
    pass


class Pause(_Deed, frozen=True, tag="pause"):
    """Stop, and stay where it is."""


class Resume(_Deed, frozen=True, tag="resume"):
    """Begin or go on; `anyway`: no network holds the job any more."""

    anyway: bool = False


class Retry(_Deed, frozen=True, tag="retry"):
    """Try the job again now, or only this file of it."""

    file: FileNumber | None = None


class Cancel(_Deed, frozen=True, tag="cancel"):
    """End the job and delete what is half done."""


class Complete(_Deed, frozen=True, tag="complete"):
    """End the job and keep its finished files."""


class Set(_Deed, frozen=True, kw_only=True, tag="set"):
    """Change what is given; None stands for "never"."""

    give_up_after: Seconds | UnsetType | None = UNSET
    retry_delay: Seconds | UnsetType = UNSET
    priority: Priority | UnsetType = UNSET
    limit: BytesPerSecond | UnsetType = UNSET
    max_time: Annotated[float, msgspec.Meta(gt=0)] | UnsetType | None = UNSET
    metered: MeteredPolicy | UnsetType = UNSET


class MoveTo(_Deed, frozen=True, tag="move"):
    """Give the job another place among those of its priority."""

    place: Move


class Skip(_Deed, frozen=True, tag="skip"):
    """Leave these files of the job out."""

    files: tuple[FileNumber, ...]


class SignInTo(_Deed, frozen=True, tag="sign-in"):
    """Go on with this sign-in: at the server that refused the job, or at the proxy."""

    sign_in: SignIn
    for_host: bool = False

    def __repr__(self) -> str:
        return "<SignInTo>"


Deed: TypeAlias = Pause | Resume | Retry | Cancel | Complete | Set | MoveTo | Skip | SignInTo


class Order(_Request, frozen=True, tag="order"):
    """Do something with jobs, each named by its id or the beginning of it.

    None is for all jobs that it makes sense for; only pausing and resuming know that.
    """

    deed: Deed
    jobs: tuple[str, ...] | None


Request: TypeAlias = (
    Raise
    | Open
    | Offer
    | Add
    | Get
    | Follow
    | List
    | Yield
    | Info
    | Export
    | Report
    | Order
    | FromBrowser
)


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
    """The job is in the store; it may be one that was there before.

    `secrets_last`: what it was given in secret is still known after the end of the program.
    """

    job: str
    urls: tuple[str, ...]
    secrets_last: bool = True


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


class InfoLine(_Event, frozen=True, kw_only=True, tag="info"):
    """Everything about a job but its files and its timeline, which follow line by line.

    Durations are seconds (None: never, or it does not apply), dates as in ISO 8601, sizes bytes.
    """

    version: str
    job: str
    name: str
    state: str
    gave_up: bool
    folder: str
    bytes: int
    total: int | None
    rate: float
    connections: int
    error: ErrorLine | None
    error_detail: str | None
    error_count: int
    retry_in: float | None
    gives_up_in: float | None
    without_progress: float | None
    give_up_after: float | None
    retry_delay: float
    max_time: float | None
    priority: str
    profile: str
    limit: int
    metered: str
    run_anyway: bool
    auto_complete: bool
    created: str
    modified: str
    transferred: str | None


class FileLine(_Event, frozen=True, kw_only=True, tag="info-file"):
    """One file of a job, in `info`; `verified` names the digest that was compared."""

    number: int
    name: str | None
    url: str
    state: str
    bytes: int
    total: int | None
    resumed_from: int
    seconds: float
    verified: str | None
    path: str | None
    error: ErrorLine | None


class TimelineLine(_Event, frozen=True, kw_only=True, tag="info-timeline"):
    """One entry of a job's timeline, in `info`."""

    at: str
    kind: str
    text: str


class Text(_Event, frozen=True, kw_only=True, tag="text"):
    """The next piece of a document, in `export` and `report`."""

    text: str


class Refused(_Event, frozen=True, kw_only=True, tag="refused"):
    """The request was not carried out, or not with this job; `text` is for people.

    `code` is what BITS would return where one of its codes fits; `again`: another time may do.
    """

    job: str | None
    text: str
    code: str | None
    again: bool = False


class Answered(_Event, frozen=True, kw_only=True, tag="answered"):
    """The request was carried out, and this is the last line about it."""


Event: TypeAlias = (
    Added
    | State
    | Progress
    | File
    | Done
    | JobLine
    | InfoLine
    | FileLine
    | TimelineLine
    | Text
    | Refused
    | Answered
    | ToBrowser
)


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
