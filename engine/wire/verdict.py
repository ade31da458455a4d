"""What a request asks for, and what an answer means for it: pure decisions, no I/O.

Every answer is judged before its first byte is written (RFC 9110 § 14 and 15.3.7). Nothing here
trusts the server to have read the request.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from email.utils import parsedate_to_datetime
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from engine.errors import ErrorContext, ErrorKind, JobError
from engine.part import ByteRange, KnownFile, Validator
from engine.wire.classify import classify_status
from engine.wire.ranges import parse_content_range, range_field

_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml", ".mhtml"})
_GZIP_SUFFIXES = frozenset({".gz", ".tgz", ".svgz", ".gzip"})
_GZIP_CODINGS = frozenset({"gzip", "x-gzip"})
# Names that promise no page, so that a page is a login form or an error in disguise.
# fmt: off
_BINARY_SUFFIXES = frozenset({
    ".7z", ".aac", ".apk", ".appimage", ".avi", ".bin", ".bz2", ".cab", ".deb", ".dmg", ".epub",
    ".exe", ".flac", ".gif", ".gz", ".img", ".iso", ".jar", ".jpeg", ".jpg", ".m4a", ".m4v",
    ".mkv", ".mov", ".mp3", ".mp4", ".mpg", ".msi", ".odt", ".ogg", ".opus", ".pdf", ".pkg",
    ".png", ".qcow2", ".rar", ".rpm", ".tar", ".tbz2", ".tgz", ".torrent", ".txz", ".vhdx",
    ".vmdk", ".wav", ".webm", ".webp", ".whl", ".xz", ".zip", ".zst",
})
# fmt: on
_LARGEST_FILE = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Ask:
    """What one request asks for, and what is known of the file that should answer it.

    `start` is the first byte asked for and `stop` the one after the last (None: to the end). The
    first `overlap` bytes are on disk already and are fetched again to be compared. `fills`: other
    bytes of the file are on disk, so that it must be the same version. `size` and `validator` are
    the recorded version's. `name` is the file's, or the one its link promises.
    """

    name: str
    start: int = 0
    stop: int | None = None
    overlap: int = 0
    fills: bool = False
    ranged: bool = True
    size: int | None = None
    validator: Validator = field(default_factory=Validator)
    known: KnownFile | None = None

    @property
    def resumes(self) -> bool:
        """Bytes on disk are to be continued."""
        return self.fills or self.start + self.overlap > 0


@dataclass(frozen=True, slots=True)
class Head:
    """Status and fields of one answer; the keys of `fields` are looked up without regard to case.

    `url` is the one that answered in the end, after all redirects.
    """

    status: int
    fields: Mapping[str, str]
    url: str = ""

    @property
    def serves_ranges(self) -> bool:
        """The server sent a range, or says that it would (RFC 9110 § 14.3)."""
        return self.status == 206 or self.fields.get("accept-ranges", "").strip() == "bytes"


@dataclass(frozen=True, slots=True)
class Body:
    """Take the body: its first byte belongs at `start`.

    `length` is how many bytes it must have (None: not told), `size` the whole file's. `starts_over`
    says why what is on disk must go first; it is empty when nothing must. `ends_with_connection`:
    nothing but the end of the connection will tell the end of the body.
    """

    start: int
    length: int | None
    size: int | None
    validator: Validator
    starts_over: str = ""
    ends_with_connection: bool = False


@dataclass(frozen=True, slots=True)
class Whole:
    """There is nothing left to fetch: the file has `size` bytes, and they are all here."""

    size: int


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The file of the earlier job is still the server's version."""

    validator: Validator


@dataclass(frozen=True, slots=True)
class AskAgain:
    """Ask for the whole file, ranged or not; `error` is what to raise if that helps no more."""

    error: JobError
    ranged: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing of this answer may be used."""

    error: JobError


Verdict = Body | Whole | Unchanged | AskAgain | Refused


def fields_for(ask: Ask) -> dict[str, str]:
    """The request fields that belong to `ask`."""
    # Offsets count coded bytes, so a coded answer could not be resumed (RFC 9110 § 14).
    fields = {"Accept-Encoding": "identity"}
    if ask.ranged:
        fields["Range"] = range_field(ask.start, ask.stop)
    condition = if_range(ask.validator)
    if ask.ranged and ask.resumes and not ask.overlap and condition:
        fields["If-Range"] = condition
    if ask.known and ask.known.validator.etag:
        fields["If-None-Match"] = ask.known.validator.etag
    elif ask.known and ask.known.validator.last_modified:
        fields["If-Modified-Since"] = ask.known.validator.last_modified
    return fields


def if_range(validator: Validator) -> str | None:
    """What `If-Range` may carry: a strong ETag; a strong date if there is no ETag (§ 13.1.5)."""
    if validator.etag:
        return validator.strong_etag
    return validator.last_modified if _date_is_strong(validator) else None


def validator_of(fields: Mapping[str, str]) -> Validator:
    """The validators an answer carries."""
    return Validator(fields.get("etag"), fields.get("last-modified"), fields.get("date"))


def judge(ask: Ask, head: Head) -> Verdict:
    """What the answer `head` means for what was asked."""
    if head.status == 206:
        return _judge_part(ask, head)
    if head.status in (200, 203):
        return _judge_file(ask, head)
    if head.status == 416:
        return _judge_unsatisfied(ask, head)
    if head.status == 304 and ask.known:
        return Unchanged(ask.known.validator)
    return Refused(classify_status(head.status, head.fields))


def _judge_part(ask: Ask, head: Head) -> Verdict:
    """206: exactly the bytes that were asked for, of the same version (RFC 9110 § 15.3.7)."""
    if fault := _range_fault(ask, head):
        return _wrong_range(ask, fault)
    sent, size = _part_of(head)
    if ask.known and _is_version(ask.known.validator, ask.known.size, head, size):
        return Unchanged(validator_of(head.fields))
    if ask.resumes and _is_other_version(ask, head, size):
        return _changed(f"size {size}, was {ask.size}; {_tags(ask, head)}")
    if error := _body_error(ask, head, size):
        return Refused(error)
    return Body(sent.start, sent.length, size, validator_of(head.fields))


def _judge_file(ask: Ask, head: Head) -> Verdict:
    """200: the whole file, whatever was asked (§ 14.2); 203: transformed on the way (§ 15.3.4)."""
    size = _content_length(head)
    validator = validator_of(head.fields) if head.status == 200 else Validator()
    if ask.known and _is_version(ask.known.validator, ask.known.size, head, size):
        return Unchanged(validator)
    if error := _coding_error(ask, head) or _body_error(ask, head, size):
        return Refused(error)
    return Body(
        0,
        size,
        size,
        validator,
        starts_over=_why_whole(ask, head, size) if ask.resumes else "",
        ends_with_connection=size is None and "transfer-encoding" not in head.fields,
    )


def _judge_unsatisfied(ask: Ask, head: Head) -> Verdict:
    """416: nothing there, as in an empty file, or at the end of a proven version (§ 15.5.17)."""
    content_range = parse_content_range(head.fields.get("content-range"))
    size = content_range.size if content_range and content_range.sent is None else None
    if not ask.resumes:
        if size == 0:
            return Body(0, 0, 0, validator_of(head.fields))
        return _wrong_range(ask, f"416 with size {size}")
    proven = not ask.overlap and if_range(ask.validator) is not None
    if proven and size == ask.start and not _is_other_version(ask, head, size):
        return Whole(size)
    if _has_same_strong_etag(ask, head):
        return _wrong_range(ask, f"416 at {ask.start} with size {size}, was {ask.size}")
    return _changed(f"416 at {ask.start} with size {size}, was {ask.size}")


def _range_fault(ask: Ask, head: Head) -> str:
    """Why this 206 cannot be what was asked for; empty if it can."""
    if not ask.ranged:
        return "a part, though no range was asked for"
    if _media_type(head) == "multipart/byteranges":
        return "several parts, though one range was asked for"
    if _coding_error(ask, head):
        return f"a part coded as {head.fields.get('content-encoding')}"
    sent, size = _part_of(head)
    if not sent.length:
        return f"a part with Content-Range {head.fields.get('content-range')!r}"
    if sent.start != ask.start or (ask.stop is not None and sent.stop > ask.stop):
        return f"bytes {sent.start}-{sent.stop - 1} instead of {range_field(ask.start, ask.stop)}"
    if _content_length(head) not in (None, sent.length):
        return f"{_content_length(head)} bytes announced as a part of {sent.length}"
    if size not in (None, ask.size) and ask.size is not None and _has_same_strong_etag(ask, head):
        return f"another size ({size}, was {ask.size}) under the same ETag"
    return ""


def _part_of(head: Head) -> tuple[ByteRange, int | None]:
    """The bytes a 206 brings, none if it does not say so properly, and the whole size."""
    content_range = parse_content_range(head.fields.get("content-range"))
    if content_range is None or content_range.sent is None:
        return ByteRange(0, 0), None
    return content_range.sent, content_range.size


def _body_error(ask: Ask, head: Head, size: int | None) -> JobError | None:
    """What forbids taking a body that is otherwise well-formed."""
    if size is not None and size > _LARGEST_FILE:
        return JobError(ErrorKind.FILE_TOO_LARGE, ErrorContext.REMOTE_FILE, f"{size} bytes")
    if _is_page_instead(ask, head, size):
        detail = f"{head.fields.get('content-type')} where {ask.name} was expected"
        return JobError(ErrorKind.WEB_PAGE_INSTEAD, ErrorContext.REMOTE_FILE, detail)
    return None


def _coding_error(ask: Ask, head: Head) -> JobError | None:
    """A coded answer to `identity` is refused, except gzip for a file that is named so anyway."""
    coding = head.fields.get("content-encoding", "").strip().lower()
    if coding in ("", "identity"):
        return None
    if coding in _GZIP_CODINGS and _suffixes(ask, head) & _GZIP_SUFFIXES:
        return None
    return JobError(ErrorKind.CONTENT_ENCODED, ErrorContext.REMOTE_FILE, f"coded as {coding}")


def _is_page_instead(ask: Ask, head: Head, size: int | None) -> bool:
    if _media_type(head) not in _PAGE_TYPES:
        return False
    if ask.resumes:
        if _is_version(ask.validator, ask.size, head, size):
            return False
        return _suffix(ask.name) not in _PAGE_SUFFIXES or ask.size not in (None, size)
    disposition = head.fields.get("content-disposition", "")
    promised = bool(_suffixes(ask, head) & _BINARY_SUFFIXES)
    return promised and "attachment" not in disposition.lower()


def _is_other_version(ask: Ask, head: Head, size: int | None) -> bool:
    """The answer is provably not of the recorded version."""
    ours, theirs = ask.validator, validator_of(head.fields)
    if None not in (size, ask.size) and size != ask.size:
        return True
    if ours.etag and theirs.etag:
        return ours.etag != theirs.etag
    if ours.last_modified and theirs.last_modified:
        return ours.last_modified != theirs.last_modified
    return False


def _is_version(ours: Validator, our_size: int | None, head: Head, size: int | None) -> bool:
    """The answer is of the version `ours`, as far as can be told weakly (§ 8.8.3.2)."""
    theirs = validator_of(head.fields)
    if None not in (size, our_size) and size != our_size:
        return False
    if ours.etag and theirs.etag:
        return ours.etag.removeprefix("W/") == theirs.etag.removeprefix("W/")
    if ours.last_modified and theirs.last_modified:
        return ours.last_modified == theirs.last_modified
    has_validators = any((ours.etag, theirs.etag, ours.last_modified, theirs.last_modified))
    return not has_validators and size is not None and size == our_size


def _has_same_strong_etag(ask: Ask, head: Head) -> bool:
    tag = ask.validator.strong_etag
    return tag is not None and tag == head.fields.get("etag")


def _why_whole(ask: Ask, head: Head, size: int | None) -> str:
    if _is_other_version(ask, head, size):
        return "the file changed on the server"
    return "the server sent the whole file instead of the rest"


def _wrong_range(ask: Ask, detail: str) -> Verdict:
    error = JobError(ErrorKind.RANGE_WRONG, ErrorContext.REMOTE_FILE, detail)
    return AskAgain(error, ranged=False) if ask.ranged else Refused(error)


def _changed(detail: str) -> AskAgain:
    error = JobError(ErrorKind.FILE_CHANGED, ErrorContext.REMOTE_FILE, detail)
    return AskAgain(error, ranged=True)


def _tags(ask: Ask, head: Head) -> str:
    return f"ETag {head.fields.get('etag')}, was {ask.validator.etag}"


def _content_length(head: Head) -> int | None:
    """The body's length as announced; a transfer coding overrides it (RFC 9112 § 6.3)."""
    length = head.fields.get("content-length", "")
    if "transfer-encoding" in head.fields or not length.isdecimal():
        return None
    return int(length)


def _media_type(head: Head) -> str:
    return head.fields.get("content-type", "").partition(";")[0].strip().lower()


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _suffixes(ask: Ask, head: Head) -> set[str]:
    return {_suffix(ask.name), _suffix(urlsplit(head.url).path)}


def _date_is_strong(validator: Validator) -> bool:
    """Last-Modified lies at least a second before the answer that told it (§ 8.8.2.2)."""
    if not validator.last_modified or not validator.date:
        return False
    try:
        modified = parsedate_to_datetime(validator.last_modified)
        answered = parsedate_to_datetime(validator.date)
        return answered - modified >= timedelta(seconds=1)
    except (ValueError, TypeError):
        # Not dates, or one with and one without a zone: nothing that could be compared.
        return False
