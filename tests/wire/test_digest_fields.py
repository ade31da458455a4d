"""What servers say of their files' digests, and what must not be believed."""

from __future__ import annotations

import base64
import hashlib

import httpx
import pytest

from engine.part import Checksum
from engine.wire.digest_fields import promised_digests
from engine.wire.verdict import Head

CONTENT = b"123456789"
SHA256, SHA512, SHA1, MD5 = (
    hashlib.new(name, CONTENT).hexdigest() for name in ("sha256", "sha512", "sha1", "md5")
)
CRC = "e3069283"


def b64(digits: str) -> str:
    return base64.b64encode(bytes.fromhex(digits)).decode()


def told(fields: dict[str, str] | list[tuple[str, str]], status: int = 200) -> dict[str, str]:
    return {
        checksum.algorithm: checksum.value
        for checksum in promised_digests(Head(status, httpx.Headers(fields)))
    }


WHOLE = {"Content-Range": "bytes 0-8/9"}
PART = {"Content-Range": "bytes 0-4/9"}


@pytest.mark.parametrize(
    ("field", "value", "digests"),
    [
        ("Repr-Digest", f"sha-256=:{b64(SHA256)}:", {"sha256": SHA256}),
        (
            "Repr-Digest",
            f"sha-256=:{b64(SHA256)}:, sha-512=:{b64(SHA512)}:;x=1",
            {"sha256": SHA256, "sha512": SHA512},
        ),
        ("Repr-Digest", f"md5=:{b64(MD5)}:,sha=:{b64(SHA1)}:", {"md5": MD5, "sha1": SHA1}),
        ("Repr-Digest", f"crc32c=:{b64(CRC)}:", {"crc32c": CRC}),
        ("Content-Digest", f"sha-256=:{b64(SHA256)}:", {"sha256": SHA256}),
        ("Digest", f"SHA-256={b64(SHA256)},MD5={b64(MD5)}", {"sha256": SHA256, "md5": MD5}),
        ("Digest", f"id-sha-256={b64(SHA256)}", {"sha256": SHA256}),
        ("Digest", f"sha-256={SHA256.upper()}", {"sha256": SHA256}),
        ("Digest", f"sha={SHA1}, crc32c={CRC}", {"sha1": SHA1, "crc32c": CRC}),
        ("X-Goog-Hash", f"crc32c={b64(CRC)},md5={b64(MD5)}", {"crc32c": CRC, "md5": MD5}),
        ("Content-MD5", b64(MD5), {"md5": MD5}),
    ],
)
def test_every_convention_is_understood(field: str, value: str, digests: dict[str, str]) -> None:
    assert told({field: value}) == digests


def test_padding_may_be_missing_or_too_much() -> None:
    bare = b64(SHA256).rstrip("=")
    assert told({"Repr-Digest": f"sha-256=:{bare}:"}) == {"sha256": SHA256}
    # As in an example of RFC 9530, appendix B.
    assert told({"Repr-Digest": f"sha-256=:{bare}==:"}) == {"sha256": SHA256}


def test_a_field_may_come_in_several_lines() -> None:
    lines = [("X-Goog-Hash", f"crc32c={b64(CRC)}"), ("X-Goog-Hash", f"md5={b64(MD5)}")]
    assert told(lines) == {"crc32c": CRC, "md5": MD5}


def test_the_field_that_told_it_is_named() -> None:
    head = Head(200, httpx.Headers({"repr-digest": f"sha-256=:{b64(SHA256)}:"}))
    assert promised_digests(head) == (Checksum("sha256", SHA256, "Repr-Digest"),)


def test_of_two_fields_the_one_that_is_surely_about_the_file_counts() -> None:
    other = hashlib.sha256(b"other").hexdigest()
    fields = {"Digest": f"sha-256={b64(other)}", "Repr-Digest": f"sha-256=:{b64(SHA256)}:"}
    assert told(fields) == {"sha256": SHA256}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("Repr-Digest", ""),
        ("Repr-Digest", "sha-256"),
        ("Repr-Digest", "sha-256=::"),
        ("Repr-Digest", f"sha-256={b64(SHA256)}"),
        ("Repr-Digest", f'sha-256="{b64(SHA256)}"'),
        ("Repr-Digest", f"sha-256=:{b64(MD5)}:"),
        ("Repr-Digest", f"sha-256=:{b64(SHA256)[:-2]}!=:"),
        ("Repr-Digest", "sha-256=:A:"),
        ("Repr-Digest", f"sha-999=:{b64(SHA256)}:"),
        ("Repr-Digest", f"unixsum=:{b64(CRC)}:"),
        # The sample of RFC 6249: base64 of the hex digits.
        ("Digest", f"SHA-256={base64.b64encode(SHA256.encode()).decode()}"),
        ("Digest", f"sha-256={SHA256[:-1]}g"),
        ("Content-MD5", MD5[:-1]),
        ("X-Goog-Hash", "crc32c"),
    ],
)
def test_what_is_malformed_or_unknown_is_passed_over(field: str, value: str) -> None:
    assert told({field: value}) == {}


def test_a_bad_member_spoils_none_of_its_neighbours() -> None:
    value = f"sha-512=:A:, nonsense, sha-256=:{b64(SHA256)}:"
    assert told({"Repr-Digest": value}) == {"sha256": SHA256}


@pytest.mark.parametrize("field", ["Repr-Digest", "Digest", "X-Goog-Hash"])
def test_of_a_part_the_digests_of_the_whole_file_count(field: str) -> None:
    value = f"md5=:{b64(MD5)}:" if field == "Repr-Digest" else f"md5={b64(MD5)}"
    assert told({field: value, **PART}, 206) == {"md5": MD5}


@pytest.mark.parametrize(
    ("field", "value"),
    [("Content-Digest", f"md5=:{b64(MD5)}:"), ("Content-MD5", b64(MD5))],
)
def test_a_digest_of_the_content_counts_only_where_that_is_the_whole_file(
    field: str, value: str
) -> None:
    assert told({field: value, **WHOLE}, 206) == {"md5": MD5}
    assert told({field: value, **PART}, 206) == {}
    assert told({field: value}, 206) == {}
    assert told({field: value, "Content-Range": "bytes 0-8/*"}, 206) == {}


@pytest.mark.parametrize("field", ["Repr-Digest", "Content-Digest"])
def test_a_coded_or_transformed_answer_promises_nothing(field: str) -> None:
    fields = {field: f"sha-256=:{b64(SHA256)}:"}
    assert told({**fields, "Content-Encoding": "gzip"}) == {}
    assert told({**fields, "Content-Encoding": "identity"}) == {"sha256": SHA256}
    assert told(fields, 203) == {}
    assert told(fields, 404) == {}


def test_googles_hash_of_what_is_stored_gzipped_is_not_the_files() -> None:
    fields = {"X-Goog-Hash": f"md5={b64(MD5)}"}
    assert told({**fields, "X-Goog-Stored-Content-Encoding": "gzip"}) == {}
    assert told({**fields, "X-Goog-Stored-Content-Encoding": "identity"}) == {"md5": MD5}
