"""What comes of a transfer, put into values."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from pathlib import Path

from engine.errors import ErrorContext, ErrorKind, JobError, TransferFailed
from engine.part import ByteRange, KnownFile, PartState, Validator
from engine.wire.spec import TransferResult, TransferSpec


def unchanged(known: KnownFile, validator: Validator, url: str) -> TransferResult:
    """The server at `url` still has the version of the finished file."""
    whole = (ByteRange(0, known.size),)
    part = PartState(Path(known.path).name, known.size, validator, url, whole)
    modified = epoch_seconds(validator.last_modified)
    return TransferResult(part, known.size, seconds=0.0, modified=modified, unchanged=True)


def epoch_seconds(date: str | None) -> float | None:
    """A date of HTTP as seconds since 1970; None if it is none."""
    try:
        return parsedate_to_datetime(date).timestamp() if date else None
    except ValueError:
        return None


def require_promised_size(spec: TransferSpec, size: int | None) -> None:
    """A file that is not as large as a Metalink says is not the one that it promises."""
    promised = spec.mirrors.size if spec.mirrors else None
    if None not in (size, promised) and size != promised:
        detail = f"{size} bytes, where {promised} were promised"
        raise TransferFailed(JobError(ErrorKind.SIZE_MISMATCH, ErrorContext.REMOTE_FILE, detail))
