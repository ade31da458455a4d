"""Metalink documents: what is taken from them, and what they must not get us to do."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import RefusedError
from engine.metalink import Metalink, MetalinkFile
from engine.part import ByteRange, Checksum, Pieces
from engine.wire.metalink import (
    LARGEST,
    MOST_FILES,
    MOST_LINKS,
    is_metalink,
    is_metalink_name,
    parse_metalink,
)

SAMPLES = Path(__file__).parents[2].parent / "shared" / "data" / "metalink"
SHA1, OTHER = "a96cf3f0266b91d87d5124cf94326422800b627d", "f" * 40
SHA256 = "5" * 64


def version_4(inside: str, name: str = 'name="a.iso"') -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<metalink xmlns="urn:ietf:params:xml:ns:metalink"><file {name}>{inside}</file></metalink>'
    ).encode()


def version_3(inside: str) -> bytes:
    return (
        '<metalink version="3.0" xmlns="http://www.metalinker.org/"><publisher><name>We</name>'
        "</publisher><description>Some\n words</description><files>"
        f'<file name="a.iso">{inside}</file></files></metalink>'
    ).encode()


URL = "<url>http://a.example/a.iso</url>"


def the_file(content: bytes, source: str = "") -> MetalinkFile:
    (file,) = parse_metalink(content, source).files
    return file


def links(inside: str, source: str = "") -> list[str]:
    return [link.url for link in the_file(version_4(inside), source).links]


# --- what is taken -------------------------------------------------------------------------------


def test_a_file_of_version_4_is_read_whole():
    file = the_file(
        version_4(
            "<size>600</size><description> Some\n words </description>"
            '<publisher name="Somebody" url="http://p.example"/>'
            f'<hash type="md5">{"1" * 32}</hash><hash type="sha-256"> {SHA256.upper()} </hash>'
            f'<hash type="sha3-999">{"1" * 32}</hash><hash>{"1" * 40}</hash>'
            f'<pieces length="1024" type="sha-1"><hash>{SHA1}</hash></pieces>'
            '<url priority="2" location="DE">https://b.example/a.iso</url>'
            '<url priority="1">http://a.example/a.iso</url>'
            "<url>http://c.example/a.iso</url>"
            '<metaurl mediatype="torrent">http://a.example/a.torrent</metaurl>'
            '<signature mediatype="application/pgp-signature">…</signature>'
        )
    )
    assert file.name == "a.iso"
    assert (file.size, file.description) == (600, "Some words")
    assert file.checksum == Checksum("sha256", SHA256, "Metalink")
    assert file.pieces == Pieces("sha1", 1024, 40, SHA1)
    assert [(link.priority, link.url, link.country) for link in file.links] == [
        (1, "http://a.example/a.iso", ""),
        (2, "https://b.example/a.iso", "de"),
        (999_999, "http://c.example/a.iso", ""),
    ]
    assert file.url == "http://a.example/a.iso"
    assert file.mirrors.links == ("https://b.example/a.iso", "http://c.example/a.iso")
    assert (file.mirrors.size, file.mirrors.pieces) == (600, file.pieces)


def test_a_file_of_version_3_is_read_whole():
    document = parse_metalink(
        version_3(
            "<size>2000</size><verification>"
            f'<hash type="sha1">{SHA1}</hash><pieces length="1024" type="sha1">'
            f'<hash piece="0">{SHA1}</hash><hash piece="1">{OTHER}</hash></pieces></verification>'
            '<resources><url type="http" preference="10">http://a.example/a.iso</url>'
            '<url type="bittorrent" preference="100">http://a.example/a.torrent</url>'
            '<url type="https" location="fr" preference="90">https://b.example/a.iso</url>'
            "<url>http://c.example/a.iso</url></resources>"
        )
    )
    (file,) = document.files
    assert (document.publisher, document.description) == ("We", "Some words")
    assert file.checksum == Checksum("sha1", SHA1, "Metalink")
    assert file.pieces == Pieces("sha1", 1024, 40, SHA1 + OTHER)
    assert file.pieces.digest(1) == OTHER
    assert file.pieces.piece(1, 2000) == ByteRange(1024, 2000)
    assert [link.url for link in file.links] == [
        "https://b.example/a.iso",
        "http://a.example/a.iso",
        "http://c.example/a.iso",
    ]


@pytest.mark.parametrize(
    ("pieces", "passed_over"),
    [
        (f'<pieces length="1024" type="sha-1"><hash>{SHA1}</hash><hash>{SHA1}</hash></pieces>', 2),
        (f'<pieces length="1024" type="md17"><hash>{SHA1}</hash></pieces>', 0),
        (f'<pieces length="0" type="sha-1"><hash>{SHA1}</hash></pieces>', 1),
        (f'<pieces length="x" type="sha-1"><hash>{SHA1}</hash></pieces>', 1),
        (f'<pieces type="sha-1"><hash>{SHA1}</hash></pieces>', 1),
        ('<pieces length="1024" type="sha-1"><hash>123</hash></pieces>', 1),
        ('<pieces length="1024" type="sha-1"></pieces>', 0),
        (f'<pieces length="1024" type="sha-1"><hash piece="1">{SHA1}</hash></pieces>', 1),
    ],
)
def test_pieces_that_do_not_cover_the_file_are_passed_over(pieces, passed_over):
    file = the_file(version_4(f"<size>600</size>{pieces}{URL}"))
    assert file.pieces is None
    assert file.passed_over == file.mirrors.passed_over == passed_over


def test_of_several_pieces_the_strongest_count():
    weak = f'<pieces length="1024" type="sha-1"><hash>{SHA1}</hash></pieces>'
    strong = f'<pieces length="1024" type="sha-256"><hash>{SHA256}</hash></pieces>'
    pieces = the_file(version_4(f"<size>600</size>{weak}{strong}{weak}{URL}")).pieces
    assert pieces == Pieces("sha256", 1024, 64, SHA256)


def test_pieces_that_are_checked_stand_for_those_that_cannot_be():
    good = f'<pieces length="1024" type="sha-1"><hash>{SHA1}</hash></pieces>'
    bad = '<pieces length="1024" type="sha-256"><hash>123</hash></pieces>'
    file = the_file(version_4(f"<size>600</size>{bad}{good}{URL}"))
    assert (file.pieces, file.passed_over) == (Pieces("sha1", 1024, 40, SHA1), 0)


@pytest.mark.parametrize("size", ["", "abc", "-1", "1e9", "9" * 19, "9" * 400, "٣"])
def test_a_size_that_is_none_is_passed_over(size):
    assert the_file(version_4(f"<size>{size}</size>{URL}")).size is None


@pytest.mark.parametrize("priority", ["0", "-100", "1000000", "x", ""])
def test_a_priority_that_is_none_is_the_last(priority):
    file = the_file(version_4(f'<url priority="{priority}">http://a.example/a.iso</url>'))
    assert file.links[0].priority == 999_999


def test_what_belongs_to_others_is_passed_over_with_all_that_is_in_it():
    foreign = f'<x:file xmlns:x="urn:x"><url>http://x.example/</url><x:url>{SHA1}</x:url></x:file>'
    assert links(f"{foreign}{URL}") == ["http://a.example/a.iso"]


def test_a_document_in_another_encoding_is_read():
    text = version_4(URL, 'name="ä.iso"').decode().replace("UTF-8", "UTF-16")
    assert the_file(text.encode("utf-16")).name == "ä.iso"


# --- what must not be believed -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "safe"),
    [
        ("sub/folder/a.iso", "a.iso"),
        (".bashrc", "bashrc"),
        ("CON", "_CON"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("x" * 400, "x" * 245),
        ("menu.desktop", "menu.desktop.download"),
    ],
)
def test_a_name_is_made_safe_and_its_folders_are_left_out(told, safe):
    assert the_file(version_4(URL, f'name="{told}"')).name == safe


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/etc/passwd", "\\\\host\\b", "C:a", ".."])
def test_a_name_that_leads_out_of_its_folder_is_passed_over(name):
    content = version_4(URL, f'name="{name}"').replace(
        b"</metalink>", b'<file name="good"><url>http://a.example/g</url></file></metalink>'
    )
    document = parse_metalink(content)
    assert [file.name for file in document.files] == ["good"]
    assert document.passed_over == 1


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.example/a.iso",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/plain,x",
        "../a.iso",
        "//a.example/a.iso",
        "a.iso",
        "http://",
        "http://a.example:99999/",
        "",
    ],
)
def test_only_whole_http_links_are_taken(url):
    assert links(f"<url>{url}</url>{URL}") == ["http://a.example/a.iso"]
    with pytest.raises(RefusedError, match="no file with an http"):
        parse_metalink(version_4(f"<url>{url}</url>"))


def test_a_sign_in_in_a_document_is_left_out():
    assert links("<url>http://u:p@a.example/x</url>") == ["http://a.example/x"]


INSIDE = [
    "http://127.0.0.1:631/",
    "http://[::1]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://192.168.1.1/reboot",
    "http://10.0.0.1/",
    "http://localhost/",
    "http://[::ffff:7f00:1]/",
    "http://[fe80::1]/",
    "http://[fd00::1]/",
    "http://0.0.0.0/",
]


@pytest.mark.parametrize("url", INSIDE)
def test_a_document_from_outside_cannot_point_into_this_network(url):
    both = f"<url>{url}</url>{URL}"
    assert links(both, "https://a.example/x.meta4") == ["http://a.example/a.iso"]
    # One from there can, and a file that the person has here.
    assert url in links(both, "http://192.168.1.7/x.meta4")
    assert url in links(both)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no xml",
        b"<metalink>",
        b"<html/>",
        b"\xff\xfe\x00",
        b'<?xml version="1.0" encoding="klingon"?><metalink/>',
        b'<?xml version="1.0" encoding="utf-7"?><metalink/>',
        b"<metalink/>",
        b'<a:metalink xmlns:a="urn:x"/>',
        version_4("").replace(b'"a.iso"', b'""'),
    ],
)
def test_what_is_no_metalink_is_refused_in_a_sentence(content):
    with pytest.raises(RefusedError, match=r"^[A-Z].*\.$"):
        parse_metalink(content)


BOMBS = {
    "entities": '<!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>',
    "a file": '<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    "a DTD from elsewhere": '<!DOCTYPE m SYSTEM "http://127.0.0.1:1/x.dtd">',
    "a parameter": '<!DOCTYPE m [<!ENTITY % a SYSTEM "http://127.0.0.1:1/">%a;]>',
    "a DTD": "<!DOCTYPE metalink>",
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_there_are_no_entities_and_no_dtd(bomb):
    with pytest.raises(RefusedError, match="DTD"):
        parse_metalink(
            version_4(f"{URL}<description>&a;</description>").replace(
                b"<metalink", bomb.encode() + b"<metalink"
            )
        )


def test_size_depth_and_counts_are_bounded():
    for content in (
        version_4(URL + " " * LARGEST),
        b"<metalink>" + b"<a>" * 100_000,
        version_4(URL + "<a/>" * 200_001),
        b"<metalink>" + b"<file/>" * (MOST_FILES + 1) + b"</metalink>",
    ):
        with pytest.raises(RefusedError):
            parse_metalink(content)


def test_of_very_many_links_the_best_are_kept():
    many = "".join(
        f'<url priority="{number}">http://h{number}.example/</url>' for number in range(500, 0, -1)
    )
    assert links(many) == [f"http://h{number}.example/" for number in range(1, MOST_LINKS + 1)]


def test_words_of_any_length_cost_little():
    words = "word " * 200_000
    content = version_4(f"{URL}<description>{words}</description><size>{words}</size>")
    assert len(the_file(content).description) <= 500


def test_a_link_that_stands_there_twice_is_one():
    assert links(URL + URL + "<url> http://A.example:80/a.iso </url>") == ["http://a.example/a.iso"]


PARTS = st.sampled_from(
    b"""<metalink> </metalink> <file_name="a"> </file> <files> <url> </url> http://a.example/
    <pieces _length="1024" _type="sha-1"> <hash> </hash> </pieces> <size> </size> 12 <verification>
    <resources> &amp; &a; <![CDATA[ ]]> <!-- --> <?x ?> \x00 \xff <publisher/> <a_b=' <!DOCTYPE_a>
    <?xml_version="1.0"_encoding="koi8-r"?> <metalink_xmlns="urn:ietf:params:xml:ns:metalink">
    <hash_piece='1'_type='md5'> _xmlns:x='y' <x:y/>""".split()
).map(lambda part: part.replace(b"_", b" "))


@given(st.one_of(st.binary(max_size=200), st.lists(PARTS, max_size=40).map(b"".join)))
def test_whatever_comes_it_is_a_document_or_refused(content):
    with contextlib.suppress(RefusedError):
        document = parse_metalink(content, "http://a.example/")
        assert isinstance(document, Metalink)
        assert document.files
        assert all("/" not in file.name and file.links for file in document.files)


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_whatever_stands_in_a_field_it_is_taken_or_passed_over(name, text, url):
    def clean(told: str) -> str:
        return "".join(letter for letter in told if letter.isprintable())

    words, kind = escape(clean(text)), quoteattr(clean(name))
    content = version_4(
        f"<size>{words}</size><hash type={kind}>{words}</hash>"
        f"<url priority={quoteattr(clean(text))}>{escape(clean(url))}</url>{URL}",
        f"name={kind}",
    )
    try:
        assert "http://a.example/a.iso" in [link.url for link in the_file(content).links]
    except RefusedError:
        assert not clean(name).strip() or set(clean(name)) & set("./\\:")


# --- how one is known ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "url", "known"),
    [
        ("application/metalink4+xml", "http://a.example/x", True),
        ("Application/Metalink+XML; charset=utf-8", "http://a.example/x.iso", True),
        ("application/octet-stream", "http://a.example/x.meta4", True),
        ("text/plain", "http://a.example/x.METALINK?q=1", True),
        ("", "http://a.example/x.meta4", True),
        ("text/html", "http://a.example/x.meta4", False),
        ("application/xml", "http://a.example/x.xml", False),
        ("application/octet-stream", "http://a.example/meta4", False),
        ("application/octet-stream", "http://a.example/x.meta4/y", False),
    ],
)
def test_an_answer_is_known_by_its_type_or_its_name(kind, url, known):
    assert is_metalink({"content-type": kind} if kind else {}, url) is known


def test_a_file_is_known_by_its_name():
    assert is_metalink_name("/x/Linux.Meta4")
    assert not is_metalink_name("/x.meta4/linux.iso")


# --- the samples of the RFC and of libmetalink, where they are ------------------------------------


def samples() -> list[Path]:
    return sorted(SAMPLES.glob("*[4l]")) if SAMPLES.is_dir() else []


@pytest.mark.parametrize("sample", samples(), ids=lambda path: path.name)
def test_the_samples_are_read(sample: Path):
    document = parse_metalink(sample.read_bytes(), "https://a.example/x.meta4")
    assert all(file.links and file.name for file in document.files)
    expected = SAMPLES / "expected.json"
    if expected.is_file() and sample.name in (told := json.loads(expected.read_text())):
        assert [file.name for file in document.files] == told[sample.name]


def test_a_large_document_has_room_for_all_its_pieces():
    hashes = f"<hash>{SHA1}</hash>\n" * 70_000
    content = version_4(f'<pieces length="262144" type="sha-1">{hashes}</pieces>{URL}')
    assert len(content) < LARGEST
    pieces = the_file(content).pieces
    assert pieces is not None
    assert pieces.count == 70_000
