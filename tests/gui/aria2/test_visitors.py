"""Who may come in at the door for other programs: every foreign page is kept out."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.aria2.visitors import (
    Gate,
    OriginError,
    Request,
    Visitor,
    cors_headers,
    parse_origin,
    parse_origins,
    problem_with_origins,
)

PORT = 6800
HERE = f"127.0.0.1:{PORT}"
ALLOWED = "http://localhost:8080"
EXTENSION = "chrome-extension://mpkodccbngfoacfalldjimigbofkhgjn"
FIREFOX = "moz-extension://3c9a7d62-2f6e-4f0e-9a55-6e3a4a6b7c11"
BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36"
gate = Gate(PORT, [ALLOWED])


def judge(host=HERE, origin=None, site=None, agent=None, gate=gate):
    lines = [[line] if isinstance(line, str) else line or [] for line in (host, origin, site)]
    return gate.judge(Request(*lines, [agent] if agent else []))


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]", "LOCALHOST"])
def test_it_is_found_by_its_own_names(name):
    assert judge(f"{name}:{PORT}") is Visitor.PROGRAM


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", f"evil.example:{PORT}", f"127.0.0.1.evil.example:{PORT}"),
        *(f"localhost.evil.example:{PORT}", f"localhost.:{PORT}", f"127.0.0.2:{PORT}"),
        *(f"0.0.0.0:{PORT}", f"[::]:{PORT}", f"192.168.1.7:{PORT}", f"2130706433:{PORT}"),
        *("127.0.0.1", "localhost", "127.0.0.1:6801", "127.0.0.1:", f"127.0.0.1:0{PORT}"),
        *(f"evil.example@127.0.0.1:{PORT}", f"127.0.0.1:{PORT}@evil.example", f"::1:{PORT}"),
        *(f"127.0.0.1:{PORT},evil.example", f" 127.0.0.1:{PORT}", f"127.0.0.1:{PORT}/", "", []),
        [HERE, HERE],
        [HERE, "evil.example"],
    ],
)
def test_a_name_that_others_let_point_to_us_is_none(host):
    assert judge(host) is None
    assert judge(host, EXTENSION) is None
    assert judge(host, ALLOWED) is None


def test_at_the_usual_port_of_the_web_no_port_is_said():
    web = Gate(80)
    assert judge("127.0.0.1", gate=web) is Visitor.PROGRAM
    assert judge("127.0.0.1:80", gate=web) is Visitor.PROGRAM


@pytest.mark.parametrize("origin", [ALLOWED, EXTENSION, FIREFOX])
def test_extensions_and_pages_that_the_person_allowed_may_ask(origin):
    assert judge(origin=origin, agent=BROWSER, site="cross-site") is Visitor.PAGE


@pytest.mark.parametrize(
    "origin",
    [
        *("null", "", "http://evil.example", "https://evil.example", "file://", "about:blank"),
        *(
            "https://localhost:8080",
            "http://localhost",
            "http://localhost:80801",
            "http://LOCALHOST:8080",
        ),
        *(f"{ALLOWED}/", f"{ALLOWED}.evil.example", f"{ALLOWED} ", f"{ALLOWED}@evil.example"),
        *(f"{ALLOWED}, http://evil.example", "http://localhost:8080:8080", "data:text/html,x"),
        *("chrome-extension://", "chrome-extension://a b", "chrome-extension://x/y"),
        *("xchrome-extension://abc", "ms-browser-extension://abc", "chrome://settings"),
        *(f"{EXTENSION}\r\nX: y", "http://chrome-extension://abc", "*"),
        [ALLOWED, ALLOWED],
        [EXTENSION, "http://evil.example"],
    ],
)
def test_every_other_page_may_not(origin):
    assert judge(origin=origin, agent=BROWSER) is None
    assert judge(origin=origin) is None


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_our_own_origin_is_that_of_a_program_and_of_no_page(host):
    """Python's websocket-client names it; a browser could only have it from who was here before."""
    own = f"http://{host}:{PORT}"
    assert judge(origin=own) is Visitor.PROGRAM
    assert judge(origin=own, agent="websocket-client") is Visitor.PROGRAM
    assert judge(origin=own, agent=BROWSER) is None
    assert judge(origin=own, site="same-origin") is None
    assert judge(origin=own.replace("http:", "https:")) is None


@pytest.mark.parametrize(
    "site", ["cross-site", "same-site", "same-origin", "", "None", ["none", "cross-site"]]
)
def test_a_browser_that_names_no_origin_asks_for_a_page(site):
    """For an image, say: no program sends Sec-Fetch-Site, and no page can keep it back."""
    assert judge(site=site) is None


def test_what_a_person_wrote_into_the_line_for_addresses_is_no_page():
    assert judge(site="none", agent=BROWSER) is Visitor.PROGRAM


@given(st.text(string.printable, max_size=60))
def test_no_text_passes_for_an_origin_that_was_not_allowed(text):
    if judge(origin=text, agent=BROWSER) is not None:
        assert text == ALLOWED or text.startswith(("chrome-extension://", "moz-extension://"))


@given(st.text(string.printable, max_size=60))
def test_no_text_passes_for_a_name_of_ours(text):
    if judge(host=[text]) is not None:
        assert text.lower() in {f"{name}:{PORT}" for name in ("127.0.0.1", "localhost", "[::1]")}


# --- what a person allows ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("http://localhost:8080", "http://localhost:8080"),
        (" HTTPS://Example.ORG/ ", "https://example.org"),
        ("http://example.org:80", "http://example.org"),
        ("https://example.org:443", "https://example.org"),
        ("https://example.org:80", "https://example.org:80"),
        ("http://[::1]:8080", "http://[::1]:8080"),
        ("http://bücher.example", "http://xn--bcher-kva.example"),
    ],
)
def test_an_origin_is_written_as_browsers_write_it(text, origin):
    assert parse_origin(text) == origin


@pytest.mark.parametrize(
    "text",
    [
        *("*", "null", "", "localhost:8080", "//localhost", "ftp://localhost", "file:///a"),
        *("http://", "http://a b", "http://*.example.org", "http://u:p@example.org", "http://h:0"),
        *("http://h:99999", "http://h:x", "http://h/page.html", "http://h/?q", "http://h/#/a"),
        *("http://[::1", "http://-h", "javascript:1", "http://h\x00", "http://" + "a" * 300),
    ],
)
def test_what_is_no_origin_is_refused_in_words(text):
    with pytest.raises(OriginError) as refused:
        parse_origin(text)
    assert len(str(refused.value)) < 200
    assert str(refused.value).endswith(".")


def test_several_have_commas_or_blanks_between_them():
    assert parse_origins("") == ()
    assert parse_origins("http://a, http://b http://a,") == ("http://a", "http://b")
    assert problem_with_origins("http://a, http://b") == ""
    assert "http://localhost:8080" in problem_with_origins("http://a, b")
    assert problem_with_origins(" ".join(f"http://h{n}" for n in range(99))).startswith("Not more")


@given(st.text(max_size=40))
def test_whatever_is_written_is_an_origin_or_refused(text):
    try:
        origin = parse_origin(text)
    except OriginError:
        return
    assert parse_origin(origin) == origin
    assert Gate(PORT, [origin]).judge(Request([HERE], [origin], [], [])) is Visitor.PAGE


def test_only_who_may_ask_is_told_that_it_may_read():
    headers = cors_headers(ALLOWED, {}, is_preflight=False)
    assert headers == {"Access-Control-Allow-Origin": ALLOWED, "Vary": "Origin"}
    asked = {"Access-Control-Request-Private-Network": "true"}
    headers = cors_headers(ALLOWED, asked, is_preflight=True)
    assert headers["Access-Control-Allow-Private-Network"] == "true"
    assert "Access-Control-Allow-Private-Network" not in cors_headers(
        ALLOWED, {}, is_preflight=True
    )
    assert "Access-Control-Allow-Credentials" not in headers


@pytest.mark.parametrize(
    ("asked", "allowed"),
    [
        ("content-type", "content-type"),
        ("content-type, x-of-the-person", "content-type, x-of-the-person"),
        ("", "Content-Type"),
        ("x\r\nSet-Cookie: y", "Content-Type"),
        ("x" * 1000, "Content-Type"),
    ],
)
def test_a_page_may_send_the_headers_that_it_asks_for(asked, allowed):
    lines = {"Access-Control-Request-Headers": asked}
    headers = cors_headers(ALLOWED, lines, is_preflight=True)
    assert headers["Access-Control-Allow-Headers"] == allowed


@pytest.mark.parametrize(
    "origin", ["null", "*", "file://", "", "http://a/b", "chrome-extension://"]
)
def test_what_is_no_origin_allows_nobody_though_it_is_in_the_list(origin):
    assert Gate(PORT, [origin]).judge(Request([HERE], [origin], [], [])) is None
