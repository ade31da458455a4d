"""Digests: read as people paste them, computed over finished files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from engine.errors import TransferStopped
from engine.part import Checksum

ALGORITHMS = (
    "md5",
    "sha1",
    "sha224",
    "sha256",
    "sha384",
    "sha512",
    "sha3_224",
    "sha3_256",
    "sha3_384",
    "sha3_512",
    "blake2b",
    "blake2s",
)
"""By hashlib's names. MD5 and SHA-1 tell a damaged file, not a forged one (RFC 9530 § 5)."""

# What a digest without a name is taken for: the algorithm that sums files of its length hold.
_USUAL = {32: "md5", 40: "sha1", 64: "sha256", 128: "sha512"}
_HEX = frozenset("0123456789abcdef")
_BLOCK_SIZE = 1 << 20


def parse_checksum(text: str) -> Checksum:
    """A checksum written `ALGO:HEX`, or the bare digits of an MD5, SHA-1, SHA-256 or SHA-512.

    Case, blanks around it and the spelling of the name (SHA-256, sha3-256) do not matter. Raises
    ValueError with a sentence for people.
    """
    name, colon, digits = text.lower().rpartition(":")
    value = digits.strip()
    if not value or not _HEX.issuperset(value):
        raise ValueError("A checksum is written ALGORITHM:DIGITS, the digits being 0-9 and a-f.")
    algorithm = _algorithm(name) if colon else _USUAL.get(len(value))
    if algorithm is None:
        raise ValueError("The checksum's algorithm is missing; write it as in sha256:DIGITS.")
    length = 2 * hashlib.new(algorithm, usedforsecurity=False).digest_size
    if len(value) != length:
        raise ValueError(f"A {algorithm} checksum has {length} digits, not {len(value)}.")
    return Checksum(algorithm, value)


def digest_of(path: Path, algorithm: str, should_stop: Callable[[], bool]) -> str:
    """The digest of a file in lower-case hex; raises OSError, and TransferStopped when told to."""
    digest = hashlib.new(algorithm, usedforsecurity=False)
    block = memoryview(bytearray(_BLOCK_SIZE))
    with path.open("rb", buffering=0) as file:
        while count := file.readinto(block):
            if should_stop():
                raise TransferStopped
            digest.update(block[:count])
    return digest.hexdigest()


def _algorithm(name: str) -> str:
    spelling = _spelling(name)
    for algorithm in ALGORITHMS:
        if _spelling(algorithm) == spelling:
            return algorithm
    known = ", ".join(ALGORITHMS)
    raise ValueError(
        f"The checksum's algorithm {name.strip()[:20]!r} is not known; these are: {known}."
    )


def _spelling(name: str) -> str:
    return "".join(filter(str.isalnum, name))
