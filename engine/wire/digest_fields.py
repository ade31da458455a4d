"""The digests that servers tell of their files, in the fields of five conventions.

What is unknown or malformed is passed over: a bad field must not make a good file look damaged.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator

from engine.part import Checksum
from engine.wire.checksum import digits_of
from engine.wire.ranges import parse_content_range
from engine.wire.verdict import Head

# The registries of RFC 9530 § 7.2 and RFC 3230 § 4.1.1, and what X-Goog-Hash says.
_ALGORITHMS = {
    "sha-512": "sha512",
    "sha-256": "sha256",
    "sha": "sha1",
    "md5": "md5",
    "crc32c": "crc32c",
}

# A member of a structured dictionary whose value is a byte sequence (RFC 9651 § 3.2 and 3.3.5).
_BYTES = re.compile(r"\s*(?P<name>[a-z0-9_*.-]+)=:(?P<value>[A-Za-z0-9+/=]*):\s*(?:;.*)?")
# `id-` is the digest of the uncoded file (RFC 5843 § 2.2); coded answers do not come this far.
_PAIR = re.compile(r"\s*(?:id-)?(?P<name>[a-z0-9-]+)=(?P<value>[A-Za-z0-9+/=]+)\s*", re.IGNORECASE)


def promised_digests(head: Head) -> tuple[Checksum, ...]:
    """What `head` says the whole file's digests are, one an algorithm, by the best field for it.

    Nothing of an answer that is coded, or was transformed on its way (203). A digest of the content
    alone counts where that is the whole file.
    """
    if head.status not in (200, 206) or _is_coded(head, "content-encoding"):
        return ()
    found: dict[str, Checksum] = {}
    for checksum in _told(head):
        found.setdefault(checksum.algorithm, checksum)
    return tuple(found.values())


def _told(head: Head) -> Iterator[Checksum]:
    is_whole = _is_whole(head)
    yield from _members(head, "Repr-Digest", _BYTES)
    if is_whole:
        yield from _members(head, "Content-Digest", _BYTES)
    yield from _members(head, "Digest", _PAIR)
    # What is stored gzipped may have been unpacked for us; the hash is of what is stored.
    if not _is_coded(head, "x-goog-stored-content-encoding"):
        yield from _members(head, "X-Goog-Hash", _PAIR)
    if is_whole:
        yield from _members(head, "Content-MD5", _PAIR, prefix="md5=")


def _members(
    head: Head, field: str, pattern: re.Pattern[str], prefix: str = ""
) -> Iterator[Checksum]:
    """The digests that one field tells; the last of two of the same name counts (RFC 9651)."""
    text = head.fields.get(field.lower())
    members = (pattern.fullmatch(prefix + member) for member in text.split(",")) if text else ()
    named = {member["name"].lower(): member["value"] for member in members if member}
    for name, value in named.items():
        algorithm = _ALGORITHMS.get(name)
        digits = _hex(value, digits_of(algorithm)) if algorithm else None
        if algorithm and digits:
            yield Checksum(algorithm, digits, field)


def _hex(value: str, length: int) -> str | None:
    """Base64, or hex as some servers write it, as `length` lower-case hex digits; else None."""
    if len(value) == length and re.fullmatch("[0-9a-fA-F]+", value):
        return value.lower()
    digits = value.rstrip("=")
    try:
        raw = base64.b64decode(digits + "=" * (-len(digits) % 4), validate=True)
    except binascii.Error:
        return None
    return raw.hex() if 2 * len(raw) == length else None


def _is_coded(head: Head, field: str) -> bool:
    return head.fields.get(field, "").strip().lower() not in ("", "identity")


def _is_whole(head: Head) -> bool:
    """The content of the answer is the whole file."""
    if head.status == 200:
        return True
    told = parse_content_range(head.fields.get("content-range"))
    return bool(told and told.sent and told.sent.length == told.size)
