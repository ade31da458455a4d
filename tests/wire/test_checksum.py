"""Checksums as people paste them, and digests of files."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from engine.errors import TransferStopped
from engine.part import Checksum
from engine.wire.checksum import ALGORITHMS, digest_of, parse_checksum

SHA256 = hashlib.sha256(b"x").hexdigest()


@pytest.mark.parametrize(
    ("text", "algorithm"),
    [
        (f"sha256:{SHA256}", "sha256"),
        (f"SHA-256:{SHA256}", "sha256"),
        (f"  Sha_256 : {SHA256.upper()}\n", "sha256"),
        (f"sha3-256:{SHA256}", "sha3_256"),
        (f"blake2s:{SHA256}", "blake2s"),
        (SHA256, "sha256"),
        ("0" * 32, "md5"),
        ("0" * 40, "sha1"),
        ("0" * 128, "sha512"),
        ("sha3-512:" + "0" * 128, "sha3_512"),
    ],
)
def test_a_checksum_is_read_however_it_is_spelled(text: str, algorithm: str) -> None:
    checksum = parse_checksum(text)
    assert checksum.algorithm == algorithm
    assert checksum.value == text.strip().rpartition(":")[2].strip().lower()


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_every_algorithm_is_accepted_under_its_own_name(algorithm: str) -> None:
    checksum = Checksum(algorithm, hashlib.new(algorithm, b"x").hexdigest())
    assert parse_checksum(str(checksum)) == checksum


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "ALGORITHM:DIGITS"),
        ("sha256:", "ALGORITHM:DIGITS"),
        ("sha256:xyz", "ALGORITHM:DIGITS"),
        (f"{SHA256}  file.iso", "ALGORITHM:DIGITS"),
        ("sha256:" + "٣" * 64, "ALGORITHM:DIGITS"),
        ("crc32:00000000", "'crc32' is not known; these are: md5, "),
        (f":{SHA256}", "'' is not known"),
        ("0" * 56, "algorithm is missing"),
        ("sha256:00", "A sha256 checksum has 64 digits, not 2."),
        (f"md5:{SHA256}", "A md5 checksum has 32 digits, not 64."),
    ],
)
def test_what_is_no_checksum_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=re.escape(reason)):
        parse_checksum(text)


@pytest.mark.parametrize("algorithm", ALGORITHMS)
@pytest.mark.parametrize("size", [0, 1, (1 << 20) + 1])
def test_a_file_has_the_digest_that_hashlib_says(tmp_path: Path, algorithm: str, size: int) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * size)
    wanted = hashlib.new(algorithm, b"x" * size).hexdigest()
    assert digest_of(path, algorithm, should_stop=lambda: False) == wanted


def test_computing_stops_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * (3 << 20))
    answers = iter([False, True])
    with pytest.raises(TransferStopped):
        digest_of(path, "sha256", should_stop=lambda: next(answers))


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        digest_of(tmp_path / "gone", "sha256", should_stop=lambda: False)
