"""Digests: read as people paste them, weighed against each other, and computed."""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import re
from collections.abc import Callable, Iterable
from typing import Protocol

from engine.part import Checksum

ALGORITHMS = (
    "sha512",
    "sha3_512",
    "blake2b",
    "sha384",
    "sha3_384",
    "sha256",
    "sha3_256",
    "blake2s",
    "sha224",
    "sha3_224",
    "sha1",
    "md5",
    "crc32c",
)
"""By hashlib's names, the strongest first. CRC32C is told by cloud stores and needs a library of
its own; it, MD5 and SHA-1 tell a damaged file, not a forged one (RFC 9530 § 5).
"""

# What a digest without a name is taken for: the algorithm that checksum files of its length hold.
_USUAL = {32: "md5", 40: "sha1", 56: "sha224", 64: "sha256", 96: "sha384", 128: "sha512"}
_HEX = frozenset("0123456789abcdef")
_CRC32C_DIGITS = 8


class Hash(Protocol):
    """A digest in the making, as in hashlib."""

    def update(self, data: bytes, /) -> None:
        """Take more bytes in."""

    def hexdigest(self) -> str:
        """The digest of what was taken in so far, in lower-case hex."""


def new_hash(algorithm: str) -> Hash:
    """An empty digest of one of `ALGORITHMS`; ValueError if what computes it is not installed."""
    if algorithm == "crc32c":
        return _Crc32c()
    return hashlib.new(algorithm, usedforsecurity=False)


def parse_checksum(text: str) -> Checksum:
    """A checksum written `ALGO:HEX` or `ALGO=HEX`, or the bare digits of an MD5 or a SHA-1 or -2.

    Case, blanks around it and the spelling of the name (SHA-256, sha3-256) do not matter. Raises
    ValueError with a sentence for people.
    """
    name, separator, digits = text.lower().replace("=", ":").rpartition(":")
    value = digits.strip()
    if not value or not _HEX.issuperset(value):
        raise ValueError("A checksum is written ALGORITHM:DIGITS, the digits being 0-9 and a-f.")
    algorithm = _known(name) if separator else usual_algorithm(value)
    if algorithm is None:
        raise ValueError("The checksum's algorithm is missing; write it as in sha256:DIGITS.")
    if len(value) != digits_of(algorithm):
        raise ValueError(
            f"A {algorithm} checksum has {digits_of(algorithm)} digits, not {len(value)}."
        )
    # Refuse here what could not be computed when the file is in.
    new_hash(algorithm)
    return Checksum(algorithm, value)


def algorithm_named(name: str) -> str | None:
    """The algorithm that is meant, however it is spelled (SHA-256, SHA2-256, sha3-256)."""
    return _SPELLINGS.get(spelled(re.sub(r"^\s*sha2-", "sha", name, flags=re.IGNORECASE)))


def spelled(name: str) -> str:
    """A name without case and punctuation."""
    return "".join(filter(str.isalnum, name.lower()))


def usual_algorithm(value: str) -> str | None:
    """What so many hex digits without a name are taken for."""
    return _USUAL.get(len(value))


def digits_of(algorithm: str) -> int:
    """How many hex digits a digest has."""
    if algorithm == "crc32c":
        return _CRC32C_DIGITS
    return 2 * hashlib.new(algorithm, usedforsecurity=False).digest_size


def strongest(checksums: Iterable[Checksum]) -> Checksum | None:
    """The one that says most, of those that can be computed here."""
    computable = [checksum for checksum in checksums if is_computable(checksum.algorithm)]
    return min(computable, key=lambda checksum: ALGORITHMS.index(checksum.algorithm), default=None)


def is_computable(algorithm: str) -> bool:
    """Whether `new_hash` knows the algorithm and has what it needs."""
    if algorithm not in ALGORITHMS:
        return False
    try:
        new_hash(algorithm)
    except ValueError:
        return False
    return True


class _Crc32c:
    """CRC32C by whichever library is installed."""

    def __init__(self) -> None:
        self._extend = _crc32c_of_google() or _crc32c_of_its_own_name()
        self._value = 0

    def update(self, data: bytes, /) -> None:
        """Take more bytes in."""
        self._value = self._extend(self._value, data)

    def hexdigest(self) -> str:
        """The value, most significant byte first, as Google's and Amazon's stores write it."""
        return f"{self._value:08x}"


def _crc32c_of_google() -> Callable[[int, bytes], int] | None:
    with contextlib.suppress(ImportError):
        google = importlib.import_module("google_crc32c")
        # Its fallback in Python is a thousand times slower than the network.
        if google.implementation == "c":
            extend: Callable[[int, bytes], int] = google.extend
            return extend
    return None


def _crc32c_of_its_own_name() -> Callable[[int, bytes], int]:
    try:
        package = importlib.import_module("crc32c")
    except ImportError:
        raise ValueError(
            "A crc32c checksum needs the package google-crc32c (or crc32c), which is not installed."
        ) from None
    return lambda value, data: int(package.crc32c(data, value))


def _known(name: str) -> str:
    algorithm = algorithm_named(name)
    if algorithm is None:
        known = ", ".join(ALGORITHMS)
        raise ValueError(
            f"The checksum's algorithm {name.strip()[:20]!r} is not known; these are: {known}."
        )
    return algorithm


_SPELLINGS = {spelled(algorithm): algorithm for algorithm in ALGORITHMS}
