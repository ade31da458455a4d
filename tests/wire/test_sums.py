"""Checksum files in every form that people meet, and which of their lines is a file's."""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path

import pytest

from engine.errors import RefusedError
from engine.part import Checksum
from engine.wire.sums import (
    LARGEST,
    find,
    likely_algorithm,
    names_of,
    parse_sums,
    read_sums,
    title_of,
)


def digest(algorithm: str, content: bytes = b"x") -> str:
    return hashlib.new(algorithm, content).hexdigest()


SHA256, OTHER = digest("sha256"), digest("sha256", b"other")
MD5, SHA1, SHA512, B2, B2S = map(digest, ("md5", "sha1", "sha512", "blake2b", "blake2s"))


def found(text: str | bytes, *paths: str, name: str = "SHA256SUMS") -> str | None:
    content = text.encode() if isinstance(text, str) else text
    checksum = find(parse_sums(content, name), paths or ("a.iso",))
    return str(checksum) if checksum else None


@pytest.mark.parametrize(
    "line",
    [
        f"{SHA256}  a.iso",
        f"{SHA256} *a.iso",
        f"{SHA256} a.iso",
        f"{SHA256}\ta.iso",
        f"{SHA256.upper()}  a.iso",
        f"  {SHA256}  a.iso  ",
        f"{SHA256}  ./x86_64/a.iso",
        f"{SHA256}  /srv/build/a.iso",
        f"{SHA256} *build\\out\\a.iso",
        f"SHA256 (a.iso) = {SHA256}",
        f"SHA256 (./x/a.iso) = {SHA256}",
        f"SHA256(a.iso)= {SHA256}",
        f"SHA2-256(a.iso)= {SHA256}",
        SHA256,
        f"{SHA256}  -",
    ],
)
@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_every_usual_line_is_understood(line: str, end: str) -> None:
    assert found(line + end) == f"sha256:{SHA256}"


def test_comments_and_blank_lines_and_other_files_are_passed_over() -> None:
    text = f"# made today\n\n{OTHER}  b.iso\n; old\n{SHA256}  a.iso\nsha256sum of a.iso\n"
    assert found(text) == f"sha256:{SHA256}"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_part_of_the_first_line(encoding: str) -> None:
    assert found(f"{SHA256}  a.iso\r\n".encode(encoding)) == f"sha256:{SHA256}"


def test_a_name_may_hold_blanks_and_brackets_and_letters_of_any_script() -> None:
    text = f"{SHA256}  my (new) ü.iso\nSHA256 (b (2).iso) = {OTHER}\n"
    assert found(text, "my (new) ü.iso") == f"sha256:{SHA256}"
    assert found(text, "b (2).iso") == f"sha256:{OTHER}"


def test_a_name_may_be_escaped() -> None:
    text = f"\\{SHA256}  a\\\\b\\nc\n\\SHA256 (d\\ne) = {OTHER}\n"
    lines = parse_sums(text.encode(), "SHA256SUMS")
    assert [line.path for line in lines] == ["a\\b\nc", "d\ne"]


def test_a_signature_around_it_is_passed_over() -> None:
    text = "\n".join(
        (
            "-----BEGIN PGP SIGNED MESSAGE-----",
            "Hash: SHA512",
            "",
            f"{SHA256}  a.iso",
            f"- {OTHER}  b.iso",
            "-----BEGIN PGP SIGNATURE-----",
            "",
            f"{MD5}",
            f"{OTHER}  a.iso",
            "-----END PGP SIGNATURE-----",
        )
    )
    assert found(text) == f"sha256:{SHA256}"
    assert found(text, "b.iso") == f"sha256:{OTHER}"


@pytest.mark.parametrize(
    ("name", "digits", "algorithm"),
    [
        ("MD5SUMS", MD5, "md5"),
        ("md5sum.txt", MD5, "md5"),
        ("SHA1SUMS", SHA1, "sha1"),
        ("SHA512SUMS", SHA512, "sha512"),
        ("B2SUMS", B2, "blake2b"),
        ("a.iso.blake2b", B2, "blake2b"),
        ("a.iso.blake2s", B2S, "blake2s"),
        ("SHA3-256SUMS", SHA256, "sha3_256"),
        ("a.iso.crc32c", "e3069283", "crc32c"),
        # A word in the name that does not fit the digits says nothing if another one does.
        ("md5deep.zip.sha256", SHA256, "sha256"),
        ("CHECKSUM", MD5, "md5"),
        ("CHECKSUM", SHA512, "sha512"),
    ],
)
def test_the_algorithm_is_told_by_the_name_or_the_length(
    name: str, digits: str, algorithm: str
) -> None:
    assert found(f"{digits}  a.iso", name=name) == f"{algorithm}:{digits}"


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("B3SUMS", f"{SHA256}  a.iso"),
        ("a.iso.sm3", f"{SHA256}  a.iso"),
        ("SHA512_256SUMS", f"{SHA256}  a.iso"),
        ("B2SUMS", f"{SHA256}  a.iso"),
        ("a.sfv", "a.iso 1234abcd"),
        ("CHECKSUM", f"{SHA256[:50]}  a.iso"),
        ("CHECKSUM", f"SHA512/256 (a.iso) = {SHA256}"),
        ("CHECKSUM", f"BLAKE2b-256 (a.iso) = {SHA256}"),
        ("CHECKSUM", f"SHA256 (a.iso) = {SHA1}"),
        ("CHECKSUM", f"<html>{SHA256}  a.iso</html>"),
    ],
)
def test_digits_of_another_algorithm_are_not_mistaken_for_ours(name: str, line: str) -> None:
    assert parse_sums(line.encode(), name) == ()


def test_a_line_says_where_it_is_from() -> None:
    checksum = find(parse_sums(SHA256.encode(), "SHA256SUMS"), ["a.iso"])
    assert checksum == Checksum("sha256", SHA256, "SHA256SUMS")


def test_names_are_tried_in_order() -> None:
    text = f"{SHA256}  a-1.2.iso\n{OTHER}  latest\n"
    assert found(text, "/pub/a-1.2.iso", "/latest", "mine.iso") == f"sha256:{SHA256}"
    assert found(text, "/blob/77", "/latest", "mine.iso") == f"sha256:{OTHER}"
    assert found(text, "/blob/77", "/x", "a-1.2.iso") == f"sha256:{SHA256}"
    assert found(text, "/blob/77") is None


def test_a_name_must_be_the_same_to_its_end_and_from_its_beginning() -> None:
    text = f"{OTHER}  aa.iso\n{OTHER}  a.iso.asc\n{OTHER}  A.ISO\n"
    assert found(text) is None


def test_of_several_folders_the_one_in_the_link_counts() -> None:
    text = f"{OTHER}  arm64/a.iso\n{SHA256}  amd64/a.iso\n"
    assert found(text, "/dist/amd64/a.iso") == f"sha256:{SHA256}"
    assert found(text, "/dist/arm64/a.iso") == f"sha256:{OTHER}"


def test_lines_that_contradict_each_other_decide_nothing() -> None:
    assert found(f"{OTHER}  arm64/a.iso\n{SHA256}  amd64/a.iso\n") is None
    assert found(f"{SHA256}\n{OTHER}\n") is None
    assert found(f"{SHA256}  a.iso\n{SHA256}  a.iso\n") == f"sha256:{SHA256}"


def test_of_several_algorithms_the_strongest_counts() -> None:
    text = f"MD5 (a.iso) = {MD5}\nSHA256 (a.iso) = {SHA256}\nSHA1 (a.iso) = {SHA1}\n"
    assert found(text, name="CHECKSUM") == f"sha256:{SHA256}"


def test_bare_digits_beside_named_ones_are_nobodys() -> None:
    assert found(f"{OTHER}\n{SHA256}  b.iso\n") is None


@pytest.mark.parametrize(
    ("place", "title"),
    [
        ("https://h/x/SHA256SUMS", "SHA256SUMS"),
        ("https://h/SHA256%20SUMS?token=1", "SHA256 SUMS"),
        ("https://h/", "h"),
        ("/home/me/a.iso.md5", "a.iso.md5"),
    ],
)
def test_a_checksum_file_is_called_by_its_last_segment(place: str, title: str) -> None:
    assert title_of(place) == title


def test_links_are_decoded_and_folders_are_no_names() -> None:
    names = names_of("http://h/x/my%20file.iso?a=b", "http://h/x/", "mine.iso", "")
    assert names == ["/x/my file.iso", "mine.iso"]


@pytest.mark.parametrize(
    ("name", "algorithm"),
    [("SHA256SUMS", "sha256"), ("B2SUMS", "blake2b"), ("CHECKSUM", None), ("B3SUMS", None)],
)
def test_a_name_tells_what_will_be_compared(name: str, algorithm: str | None) -> None:
    assert likely_algorithm(name) == algorithm


def test_a_name_tells_nothing_that_could_not_be_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert likely_algorithm("a.iso.crc32c") == "crc32c"
    for package in ("google_crc32c", "crc32c"):
        monkeypatch.setitem(sys.modules, package, None)
    assert likely_algorithm("a.iso.crc32c") is None


def test_a_local_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "SHA256SUMS"
    path.write_text(f"{SHA256}  a.iso\n")
    (line,) = read_sums(path)
    assert (line.path, str(line.checksum)) == ("a.iso", f"sha256:{SHA256}")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "cannot read the checksum file .*: No such file"),
        (b"", "holds no checksums that can be used"),
        (b"\x00\xff" * 999, "holds no checksums that can be used"),
        (b"<html>Sign in</html>", "holds no checksums that can be used"),
        (b"#" * (LARGEST + 1), "is too large to be a checksum file"),
    ],
)
def test_what_is_no_checksum_file_is_refused(
    tmp_path: Path, content: bytes | None, why: str
) -> None:
    path = tmp_path / "SHA256SUMS"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(RefusedError, match=why) as refused:
        read_sums(path)
    assert re.escape(path.name) in str(refused.value)
