"""Links as people paste them: what is accepted, what is refused and why, what a log may show."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import RefusedError
from engine.wire.links import (
    Link,
    find_links,
    host_of,
    origin_of,
    parse_link,
    redacted,
    redacted_text,
    secrets_of,
)

DATA = Path(__file__).parents[2].parent / "shared" / "data"

# What browsers read otherwise. Most we refuse: nobody means these, and some hide the host.
OURS = re.compile(
    r"https?:(?![/\\]{2})"  # one slash or none
    r"|.*[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"  # control characters inside
    r"|https?://[^/]*%"  # a percent sign in the host
    r"|https?://[^/]*[\u200b\u2060\ufeff]"
    r"|https?://\.\.?/|https?://foo\.09\.\.|http://!"  # empty labels, odd characters
    r"|https?://[\dxa-f.．０-９ｘｃ]+(?:/|$)"  # addresses of a browser's making: 0x7f.1, 256
    r"|http://f:0+/"  # port 0
    r"|https?://xn--/"  # punycode of nothing
    # Dot segments stay in the link; httpx resolves them when it sends the request.
    r"|.*/(?:\.|%2e){1,2}(?:/|\?|$)",
    re.DOTALL | re.IGNORECASE,
)


def collected_links() -> list[dict[str, str]]:
    file = DATA / "urltestdata_http_subset.json"
    if not file.exists():
        pytest.skip(f"{file} is not here")
    cases = json.loads(file.read_text(encoding="utf-8"))
    return [case for case in cases if re.match(r"[\x00-\x20]*https?:", case["input"])]


def outcome(text: str) -> str | None:
    try:
        return parse_link(text).url
    except RefusedError:
        return None


def test_nothing_that_browsers_refuse_is_accepted() -> None:
    refused = [case["input"] for case in collected_links() if case.get("failure")]
    assert len(refused) > 150
    assert [text for text in refused if outcome(text)] == []


def test_what_browsers_accept_is_read_as_they_read_it() -> None:
    wrong = {}
    for case in collected_links():
        if case.get("failure") or OURS.match(case["input"].strip("\x00\x1b\x04\x12\x1f \r\n\t")):
            continue
        wanted = f"{case['protocol']}//{case['host']}{case['pathname']}{case['search']}"
        got = outcome(case["input"])
        if got is None or got.rstrip("?") != wanted:
            wrong[case["input"]] = (got, wanted)
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("http://example.org", "http://example.org/"),
        ("  https://Example.ORG/A \r\n", "https://example.org/A"),
        ("\ufeffhttp://h/\u00a0", "http://h/"),
        ("http://h/wrap\n  ped".replace("  ", ""), "http://h/wrapped"),
        ("HTTP://h:80/", "http://h/"),
        ("https://h:443", "https://h/"),
        ("https://h:80/", "https://h:80/"),
        ("http://h:/x", "http://h/x"),
        ("http://h?q", "http://h/?q"),
        ("http://h/a b/ü?q=ä ö", "http://h/a%20b/%C3%BC?q=%C3%A4%20%C3%B6"),
        ("http://h/100%/a%20b", "http://h/100%/a%20b"),
        ("http://h/a#part", "http://h/a"),
        ("http://h\\dir\\file", "http://h/dir/file"),
        ("http://Bücher.example/", "http://xn--bcher-kva.example/"),
        ("http://ＢÜＣＨＥＲ.example/", "http://xn--bcher-kva.example/"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080/"),
        ("http://[2001:DB8::1]:8080/", "http://[2001:db8::1]:8080/"),
        ("http://under_score.example/", "http://under_score.example/"),
        ("http://h/a\ud800b", "http://h/a%3Fb"),
    ],
)
def test_a_link_is_normalised(text: str, url: str) -> None:
    assert parse_link(text) == Link(url, None)


@pytest.mark.parametrize(
    ("text", "credentials"),
    [
        ("http://user:pass@h/", ("user", "pass")),
        ("http://user@h/", ("user", "")),
        ("http://:pass@h/", ("", "pass")),
        ("http://a%40b:c%3Ad@h/", ("a@b", "c:d")),
        ("http://a@b:c@h/", ("a@b", "c")),
        ("http://@h/", None),
        ("http://:@h/", None),
        ("http://h/user@x", None),
    ],
)
def test_credentials_are_taken_out_of_the_link(
    text: str, credentials: tuple[str, str] | None
) -> None:
    link = parse_link(text)
    assert link.credentials == credentials
    assert host_of(link.url) == "h"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "begins with http"),
        ("example.org/file.iso", "begins with http"),
        ("http:/example.org", "begins with http"),
        ("mailto:me@h", "begins with http"),
        ("javascript:alert(1)", "begins with http"),
        ("FTP://h/x", "Only http and https links can be transferred, not ftp."),
        ("file:///etc/passwd", "not file."),
        ("http://", "names no host"),
        ("http:///path", "names no host"),
        ("http://user:hunter2@/", "names no host"),
        ("http://h:99999/", "between 1 and 65535"),
        ("http://h:0/", "between 1 and 65535"),
        ("http://h:-80/", "not a number"),
        ("http://h:٣/", "not a number"),
        ("http://user:hunter2/x@h/", "not a number"),
        ("http://a b/", "a space"),
        ("http://example.com%2F10.0.0.1/", "a percent sign"),
        ("http://[fe80::1%25eth0]/", "a percent sign"),
        ("http://a<b/", "cannot have"),
        ("http://℀.example/", "cannot have"),
        ("http://a..b/", "cannot have"),
        ("http://" + "a" * 64 + "/", "cannot have"),
        ("http://xn--zzzz/", "cannot have"),
        ("http://" + "ü" * 64 + "/", "cannot have"),
        ("http://127.1/", "not a valid IP"),
        ("http://0x7f000001/", "not a valid IP"),
        ("http://1/", "not a valid IP"),
        ("http://[::1/", "not a"),
        ("http://[www.example.org]/", "not a valid IP"),
        ("http://h/\x00x", "control characters"),
    ],
)
def test_an_unusable_link_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(RefusedError, match=re.escape(reason)) as refusal:
        parse_link(text)
    assert "hunter2" not in str(refusal.value)
    assert str(refusal.value).endswith(".")


@given(
    st.text(max_size=40),
    st.sampled_from(["", "http://", "https://a", "http://[", "http://ü", "http://xn--"]),
)
def test_any_text_is_a_clean_link_or_refused(text: str, beginning: str) -> None:
    try:
        link = parse_link(beginning + text)
    except RefusedError:
        return
    assert re.fullmatch(r"https?://[a-z0-9._:\[\]-]+/[\x21-\x7e]*", link.url)
    assert parse_link(link.url) == Link(link.url, None)
    assert str(httpx.URL(link.url).host)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("see http://a.example/x.", ["http://a.example/x"]),
        ("(http://a.example/x_(y)), ok", ["http://a.example/x_(y)"]),
        ("[t](http://a.example/x)!", ["http://a.example/x"]),
        ("http://a/1\nhttps://b/2 http://a/1", ["http://a/1", "https://b/2"]),
        ("HTTP://A/1", ["HTTP://A/1"]),
        ("<http://a/x> »http://a/y«", ["http://a/x", "http://a/y"]),
        ("见http://a/x。", ["http://a/x"]),
        ("http://web.example/http://a/x", ["http://web.example/http://a/x"]),
        ("http://user:pw@h/x", ["http://user:pw@h/x"]),
        ("example.org/file.iso ftp://a/x git+https://a/x http://", []),
        ('<a href="http://a/?x=1&amp;y=2">http://a/3</a>', ["http://a/?x=1&y=2", "http://a/3"]),
        ("<img src = 'https://a/b c.png'>", ["https://a/b c.png"]),
        ('<a href="/local.iso">', []),
        ("<a href=http://a/x>", ["http://a/x"]),
    ],
)
def test_links_are_found_in_text_and_in_pages(text: str, links: list[str]) -> None:
    assert find_links(text) == links


def test_a_large_hostile_page_is_searched_in_no_time() -> None:
    assert find_links("http://a" + ")" * 200_000) == ["http://a"]


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("HTTP://user:hunter2@h/x", "HTTP://h/x"),
        ("http://a@b:hunter2@h/x@y", "http://h/x@y"),
        ("http://h/x?token=hunter2&n=1", "http://h/x?token=…&n=1"),
        ("http://h/x?sig=hunter2==;n=1", "http://h/x?sig=…;n=1"),
        (
            "http://h/x?X-Amz-Credential=hunter2&X-Amz-Date=1",
            "http://h/x?X-Amz-Credential=…&X-Amz-Date=…",
        ),
        ("http://h/x?AWSAccessKeyId=hunter2", "http://h/x?AWSAccessKeyId=…"),
        ("http://h/x?%74oken=hunter2", "http://h/x?%74oken=…"),
        ("http://h/x?auth_key=hunter2", "http://h/x?auth_key=…"),
        ("http://h/x?v=1&design=a&monkey=b", "http://h/x?v=1&design=a&monkey=b"),
        ("http://h/x#access=hunter2", "http://h/x"),
        ("http:hunter2@h", "http:h"),
        ("socks5://user:hunter2@[::1", "socks5://[::1"),
        ("no link at all", "no link at all"),
    ],
)
def test_a_log_shows_no_secrets(url: str, shown: str) -> None:
    assert redacted(url) == shown


@pytest.mark.parametrize(
    ("text", "host", "origin"),
    [
        ("http://u:p@Example.org:80/x", "example.org", ("http", "example.org", 80)),
        ("https://example.org:8443/x", "example.org:8443", ("https", "example.org", 8443)),
        ("https://[::1]/x", "[::1]", ("https", "::1", 443)),
    ],
)
def test_a_link_tells_its_host_and_origin(
    text: str, host: str, origin: tuple[str, str, int]
) -> None:
    url = parse_link(text).url
    assert host_of(url) == host
    assert origin_of(url) == origin


def test_a_sentence_loses_what_is_secret_in_its_links():
    told = "went from https://u:p@a.example/x?sig=s3cr3t to http://b.example/?page=2, twice"
    assert (
        redacted_text(told)
        == "went from https://a.example/x?sig=… to http://b.example/?page=2, twice"
    )


def test_the_secrets_of_a_link_are_found_as_they_stand_and_decoded():
    url = "https://a.example/x?page=2&token=a%2Fb&sig=c#key=d"
    assert secrets_of(url) == ["a%2Fb", "a/b", "c", "c"]
    assert secrets_of("https://a.example/x") == []


@pytest.mark.parametrize(
    "text", ["a" * 300_000, "http://h/?" + "a" * 300_000, "http://h/?" + "=a" * 100_000]
)
def test_a_long_word_takes_no_time(text: str):
    began = time.thread_time()

    redacted_text(text)
    redacted(text)
    secrets_of(text)

    assert time.thread_time() < began + 1


def test_a_link_that_no_server_would_take_is_refused():
    with pytest.raises(RefusedError, match="longer"):
        parse_link("http://h/" + "a" * 70_000)


def test_of_a_long_word_before_it_a_link_still_loses_what_is_secret():
    assert redacted_text("x" * 50 + "http://u:p@h/") == "x" * 50 + "http://h/"
