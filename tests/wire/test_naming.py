"""Names from servers and people become file names that harm nobody."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.wire.naming import name_for, numbered, safe_name, shortened

DATA = Path(__file__).parents[2].parent / "shared" / "data"
FROM_URL = "from-url.bin"

# Where the collected cases disagree with one another or with browsers, we go with browsers.
OURS = {
    # UTF-8 read as Latin-1 is what servers mean by it.
    'attachment; filename="foo-Ã¤.html"': "foo-ä.html",
    "attachment; filename=foo-Ã¤.html": "foo-ä.html",
    # Percent escapes and RFC 2047 words in plain `filename` are decoded.
    'attachment; filename="foo-%41.html"': "foo-A.html",
    'attachment; filename="foo-%\\41.html"': "foo-A.html",
    'attachment; filename="ä-%41.html"': "ä-A.html",
    'attachment; filename="foo-%c3%a4-%e2%82%ac.html"': "foo-ä-€.html",
    'form-data; name="foo%20bar"; filename="foo%41bar.txt"': "fooAbar.txt",
    'attachment; filename="=?ISO-8859-1?Q?foo-=E4.html?="': "foo-ä.html",
    "attachment; filename==?ISO-8859-1?Q?foo-=E4.html?=": "foo-ä.html",
    # Only the last component of a path counts; nothing of the rest is kept.
    'attachment; filename="/foo.html"': "foo.html",
    'attachment; filename="\\\\foo.html"': "foo.html",
    "attachment; filename*=UTF-8''%5cfoo.html": "foo.html",
    # Continuations (RFC 2231) were never allowed in HTTP (RFC 6266, appendix C.1).
    'attachment; filename*0="foo."; filename*1="html"': FROM_URL,
    'attachment; filename*0="foo"; filename*1="\\b\\a\\r.html"': FROM_URL,
    'attachment; filename*0="foo"; filename*1="\\b\\a\\n.html"': FROM_URL,
    "attachment; filename*0*=UTF-8''foo-%c3%a4; filename*1=\".html\"": FROM_URL,
    'attachment; filename*0="foo"; filename*01="bar"': FROM_URL,
    'attachment; filename*0="foo"; filename*2="bar"': FROM_URL,
    'attachment; filename*1="bar"; filename*0="foo"': FROM_URL,
    # `filename*` may be quoted and in any charset of the web, but must name one.
    "attachment; filename*=\"UTF-8''foo-%c3%a4.html\"": "foo-ä.html",
    "attachment; filename*=\"UTF-8''%E2%82%AC%20rates.pdf\"": "€ rates.pdf",
    "attachment; filename*=ISO-8859-2''%A4%20rates.pdf": "¤ rates.pdf",
    "attachment; filename=\"EURO rates.pdf\"; filename*=ISO-8859-2''%A4%20rates.pdf": "¤ rates.pdf",
    "attachment; filename*=iso-8859-1''foo-%c3%a4-%e2%82%ac.html": "foo-Ã¤-â‚¬.html",
    "attachment; filename*=ISO-8859-1''%82%20rates.pdf": "‚ rates.pdf",
    "attachment; filename*=''foo-%c3%a4-%e2%82%ac.html": FROM_URL,
    # A missing type and a missing closing quote are forgiven; a doubled opening one is not.
    "filename=foo.html": "foo.html",
    'filename="plans.pdf"': "plans.pdf",
    "filename=foo.html; attachment": "foo.html",
    "filename=foo.html, filename=bar.html": "foo.html, filename=bar.html",
    'attachment; filename="bar': "bar",
    'attachment; filename=""quoting" tested.html"': FROM_URL,
}


def disposition_name(header: str) -> str:
    return name_for(
        requested=None, content_disposition=header, url=f"http://h/{FROM_URL}", content_type=None
    )


def collected_cases() -> list[dict[str, str]]:
    file = DATA / "content_disposition.json"
    if not file.exists():
        pytest.skip(f"{file} is not here")
    return json.loads(file.read_text(encoding="utf-8"))["cases"]


def is_safe(name: str) -> bool:
    return (
        0 < len(name.encode()) <= 245
        and not set(name) & set('/\\:*?"<>|')
        and not {unicodedata.category(c) for c in name} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
        and unicodedata.is_normalized("NFC", name)
        and not name.startswith((".", " "))
        and not name.endswith((".", " "))
        and name.partition(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT9"}
    )


def test_other_projects_agree_on_what_a_server_means() -> None:
    wrong = {}
    for case in collected_cases():
        got = disposition_name(case["header"])
        assert is_safe(got), case
        wanted = OURS.get(case["header"]) or safe_name(case["expected"] or FROM_URL)
        # RFC 6266 has strict readers ignore malformed headers; browsers do what they can.
        if got != wanted and not case.get("strict_reject"):
            wrong[case["header"]] = (got, wanted)
    assert wrong == {}


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("attachment; filename=example.html", "example.html"),
        ('INLINE; FILENAME= "an example.html"', "an example.html"),
        (
            "attachment; filename=\"EURO.txt\"; filename*=utf-8''%e2%82%ac%20rates.txt",
            "€ rates.txt",
        ),
        ("attachment; filename*=utf-8''%E4.txt; filename=ok.txt", "ok.txt"),
        ("attachment; filename*=UTF-8''A-%2541.html", "A-%41.html"),
        ("inline; filename*=iso88591''cafe%E9 foo.png", "cafeé foo.png"),
        ("attachment; filename*=ISO-8859-1''%80 rates.pdf", "€ rates.pdf"),
        ('inline; filename="=?iso88591?Q?caf=e9_=2epng?="', "café .png"),
        ('attachment; filename="=?ISO-8859-1?Q?=80_rates=2epdf?="', "€ rates.pdf"),
        ("attachment; filename=my file.zip;", "my file.zip"),
        ("attachment; filename = my file.zip ; size=1", "my file.zip"),
        ('attachment; filename="a \\"b\\".txt"', "a _b_.txt"),
        ('attachment; filename="50%.html"', "50%.html"),
        ('attachment; filename="gr\xc3\xb6\xc3\x9fe.txt"', "größe.txt"),
        ('attachment; filename="größe.txt"', "größe.txt"),
        ('attachment; filename="=?utf-8?B?ZsO8ci50eHQ=?="', "für.txt"),
        ('attachment; filename="=?klingon?B?ZsO8ci50eHQ=?="', "=_klingon_B_ZsO8ci50eHQ=_="),
        ('attachment; filename="..%2f..%2fetc%2fpasswd.txt"', "passwd.txt"),
        ("attachment; filename=", FROM_URL),
        ('attachment; example="a; filename=evil.exe"', FROM_URL),
        ("inline", FROM_URL),
        ("", FROM_URL),
    ],
)
def test_a_content_disposition_names_the_file(header: str, name: str) -> None:
    assert disposition_name(header) == name


def test_a_trailing_semicolon_is_forgiven() -> None:
    assert disposition_name('attachment; filename="rates.pdf";') == "rates.pdf"


@pytest.mark.parametrize(
    ("url", "content_type", "name"),
    [
        ("http://h/dir/file.iso?x=y.zip", None, "file.iso"),
        ("http://h/a%20b.iso", None, "a b.iso"),
        ("http://h/a%2520b.iso", None, "a%20b.iso"),
        ("http://h/%E4.iso", None, "%E4.iso"),
        ("http://h/..%2f..%2fx.iso", None, "x.iso"),
        ("http://h/%2e%2e%2f", "application/zip", "zip"),
        ("http://h/get", "application/pdf", "get.pdf"),
        ("http://h/page", "text/html; charset=utf-8", "page.html"),
        ("http://h/page", " Text/HTML ; charset=utf-8", "page.html"),
        ("http://h/README", "text/plain", "README"),
        ("http://h/blob", "application/octet-stream", "blob"),
        ("http://h/image.png", "image/webp", "image.png"),
        ("http://example.org/", "text/html", "example.org.html"),
        ("http://example.org", None, "example.org"),
        ("http://[::1]:80/", "text/html", "__1.html"),
    ],
)
def test_a_link_names_the_file_when_the_server_does_not(
    url: str, content_type: str | None, name: str
) -> None:
    got = name_for(requested=None, content_disposition=None, url=url, content_type=content_type)
    assert got == name


def test_the_persons_choice_comes_first_and_is_not_completed() -> None:
    got = name_for(
        requested="my choice",
        content_disposition="attachment; filename=theirs.zip",
        url="http://h/link.zip",
        content_type="application/zip",
    )
    assert got == "my choice"


def test_a_blank_choice_is_no_choice() -> None:
    got = name_for(requested=" ", content_disposition=None, url="http://h/a.zip", content_type=None)
    assert got == "a.zip"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("../../.bashrc", "bashrc"),
        ("/etc/passwd", "passwd"),
        ("..\\..\\x", "x"),
        ("C:\\dir\\x.txt", "x.txt"),
        ("\\\\host\\share\\x", "x"),
        ("C:x", "C_x"),
        ("x:stream", "x_stream"),
        ("total/", "total"),
        ("..", "download"),
        ("", "download"),
        (" . ", "download"),
        ("\u202e", "download"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("a\u200bb\ufeff.txt", "ab.txt"),
        ("a\nb\x00c.txt", "a_b_c.txt"),
        ("a\ud800b.txt", "ab.txt"),
        ("cafe\u0301.txt", "café.txt"),
        ("e\u200d\u0301.txt", "é.txt"),
        ("name. . ", "name"),
        ("\u3000name\u00a0", "name"),
        ("what?*.txt", "what__.txt"),
        ("con", "_con"),
        ("NUL.tar.gz", "_NUL.tar.gz"),
        ("COM¹.txt", "_COM¹.txt"),
        ("AUX .txt", "_AUX .txt"),
        ("CONIN$", "_CONIN$"),
        ("conout$.txt", "_conout$.txt"),
        ("console.log", "console.log"),
        ("Desktop.ini", "_Desktop.ini"),
        ("evil.desktop", "evil.desktop.download"),
        ("evil.LNK", "evil.LNK.download"),
        ("x.{645FF040-5081-101B-9F08-00AA002F954E}", None),
        ("x.{may-be-one}", "x.{may-be-one}.download"),
        ("-rf.txt", "-rf.txt"),
        ("日本語.zip", "日本語.zip"),
    ],
)
def test_a_name_is_made_safe(text: str, name: str | None) -> None:
    assert safe_name(text) == (name or text + ".download")


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("ä" * 300 + ".tar.gz", "ä.tar.gz"),
        ("x" * 400, "x"),
        ("x" * 300 + ".averyveryverylongextension", "x"),
        ("🎵" * 100 + ".mp3", "🎵.mp3"),
    ],
)
def test_a_long_name_is_cut_between_code_points_and_keeps_its_extension(
    name: str, ending: str
) -> None:
    assert safe_name(name).endswith(ending)
    assert 241 <= len(safe_name(name).encode()) <= 245


def test_shortening_brings_no_shell_type_to_light() -> None:
    assert safe_name("x" * 237 + ".desktop" + "A" * 100).endswith("x.download")


def test_a_name_is_shortened_for_file_systems_with_shorter_names() -> None:
    assert shortened("ä" * 100 + ".iso", 20) == "ä" * 8 + ".iso"


@pytest.mark.parametrize(
    ("name", "number", "wanted"),
    [
        ("file.iso", 1, "file.iso"),
        ("file.iso", 2, "file (2).iso"),
        ("file.tar.gz", 3, "file (3).tar.gz"),
        ("FILE.TAR.GZ", 3, "FILE (3).TAR.GZ"),
        ("file .iso", 2, "file (2).iso"),
        ("archive.warc.gz", 2, "archive (2).warc.gz"),
        ("README", 2, "README (2)"),
        ("v1.2 final notes", 2, "v1.2 final notes (2)"),
    ],
)
def test_a_taken_name_is_numbered(name: str, number: int, wanted: str) -> None:
    assert numbered(name, number) == wanted


TRICKY = st.text(
    st.one_of(
        st.characters(), st.sampled_from("./\\ :\u202e\u200d\u0301%=?'\";*conuldesktopCONé\n\ud800")
    ),
    max_size=300,
)


@given(TRICKY)
@example("x" * 245 + ". ")
@example("CON" + " " * 300 + ".txt")
def test_every_name_is_safe_and_stays_as_it_is(text: str) -> None:
    name = safe_name(text)
    assert is_safe(name)
    assert safe_name(name) == name


@given(TRICKY, st.integers(2, 10**6))
def test_a_numbered_name_leaves_room_for_the_part_file(text: str, number: int) -> None:
    name = numbered(safe_name(text), number)
    assert len(name.encode()) + len(".part") <= 255
    assert f" ({number})" in name


@given(TRICKY, TRICKY)
def test_no_header_and_no_link_breaks_the_naming(header: str, path: str) -> None:
    url = "http://h/" + path.replace("[", "")
    got = name_for(requested=None, content_disposition=header, url=url, content_type="text/html")
    assert is_safe(got)


def test_a_hostile_header_is_read_in_no_time() -> None:
    assert disposition_name('a; filename="=?a?q?b?=' + "=?a?q?" * 20_000 + '"') != ""
