"""Checksums as people paste them, and which of several counts."""

from __future__ import annotations

import hashlib
import re
import sys
from types import SimpleNamespace

import google_crc32c
import pytest

from engine.part import Checksum
from engine.wire.checksum import ALGORITHMS, digits_of, new_hash, parse_checksum, strongest

SHA256 = hashlib.sha256(b"x").hexdigest()


@pytest.mark.parametrize(
    ("text", "algorithm"),
    [
        (f"sha256:{SHA256}", "sha256"),
        (f"SHA-256:{SHA256}", "sha256"),
        (f"  Sha_256 : {SHA256.upper()}\n", "sha256"),
        (f"sha-256={SHA256}", "sha256"),
        (f"SHA2-256:{SHA256}", "sha256"),
        (f"sha3-256:{SHA256}", "sha3_256"),
        (f"blake2s:{SHA256}", "blake2s"),
        (SHA256, "sha256"),
        ("0" * 32, "md5"),
        ("0" * 40, "sha1"),
        ("0" * 56, "sha224"),
        ("0" * 96, "sha384"),
        ("0" * 128, "sha512"),
        ("crc32c:" + "0" * 8, "crc32c"),
        ("sha3-512:" + "0" * 128, "sha3_512"),
    ],
)
def test_a_checksum_is_read_however_it_is_spelled(text: str, algorithm: str) -> None:
    checksum = parse_checksum(text)
    assert checksum.algorithm == algorithm
    assert checksum.value == re.split("[:=]", text)[-1].strip().lower()


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_every_algorithm_is_accepted_under_its_own_name(algorithm: str) -> None:
    digits = "ab" * (digits_of(algorithm) // 2)
    assert parse_checksum(f"{algorithm}:{digits}") == Checksum(algorithm, digits)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "ALGORITHM:DIGITS"),
        ("sha256:", "ALGORITHM:DIGITS"),
        ("sha256:xyz", "ALGORITHM:DIGITS"),
        (f"{SHA256}  file.iso", "ALGORITHM:DIGITS"),
        ("sha256:" + "٣" * 64, "ALGORITHM:DIGITS"),
        ("crc32:00000000", "'crc32' is not known; these are: sha512, "),
        (f":{SHA256}", "'' is not known"),
        ("0" * 8, "algorithm is missing"),
        ("sha256:00", "A sha256 checksum has 64 digits, not 2."),
        (f"md5:{SHA256}", "A md5 checksum has 32 digits, not 64."),
    ],
)
def test_what_is_no_checksum_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=re.escape(reason)):
        parse_checksum(text)


# Of the bytes "123456789", by programs that are not ours.
KNOWN = {
    "md5": "25f9e794323b453885f5181f1b624d0b",
    "sha1": "f7c3bc1d808e04732adf679965ccc34ca7ae3441",
    "sha256": "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225",
    "crc32c": "e3069283",
}


@pytest.mark.parametrize(("algorithm", "value"), KNOWN.items())
def test_a_digest_is_the_one_that_others_compute(algorithm: str, value: str) -> None:
    digest = new_hash(algorithm)
    digest.update(b"12345")
    digest.update(b"6789")
    assert digest.hexdigest() == value


@pytest.mark.parametrize("algorithm", sorted(set(ALGORITHMS) - {"crc32c"}))
def test_an_algorithm_has_the_digits_that_hashlib_says(algorithm: str) -> None:
    assert digits_of(algorithm) == len(hashlib.new(algorithm).hexdigest())


def test_crc32c_is_computed_by_either_library(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, "google_crc32c")
    # What the package crc32c offers, by the other one's arithmetic.
    other = SimpleNamespace(crc32c=lambda data, value: google_crc32c.extend(value, data))
    monkeypatch.setitem(sys.modules, "crc32c", other)
    digest = new_hash("crc32c")
    digest.update(b"12345")
    digest.update(b"6789")
    assert digest.hexdigest() == KNOWN["crc32c"]


def test_without_a_library_crc32c_is_refused_with_the_name_of_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    without(monkeypatch, "google_crc32c", "crc32c")
    with pytest.raises(ValueError, match="crc32c checksum needs the package google-crc32c"):
        parse_checksum("crc32c:e3069283")


def without(monkeypatch: pytest.MonkeyPatch, *packages: str) -> None:
    """As if they were not installed."""
    for package in packages:
        monkeypatch.setitem(sys.modules, package, None)


MD5, SHA1, CRC = Checksum("md5", "a"), Checksum("sha1", "b"), Checksum("crc32c", "c")


@pytest.mark.parametrize(
    ("checksums", "best"),
    [
        ([MD5, SHA1, CRC], SHA1),
        ([CRC, MD5], MD5),
        ([CRC], CRC),
        ([Checksum("whirlpool", "d"), CRC], CRC),
        ([], None),
    ],
)
def test_the_strongest_digest_counts(checksums: list[Checksum], best: Checksum | None) -> None:
    assert strongest(checksums) == best


def test_a_digest_that_cannot_be_computed_here_does_not_count(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    without(monkeypatch, "google_crc32c", "crc32c")
    assert strongest([CRC]) is None
