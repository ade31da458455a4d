"""What a browser may hand over, and how nothing of it does harm."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import RefusedError
from gui.browsers.handover import LONGEST_COOKIES, Handover, read, referrer_for
from gui.browsers.messages import Cookie, Take

URL = "https://h.example/get?id=5"


def taken(**changes) -> Handover:
    return read(Take(id="one", **{"url": URL, **changes}))


def refused(**changes) -> str:
    with pytest.raises(RefusedError) as refusal:
        taken(**changes)
    return str(refusal.value)


def test_all_that_a_browser_knows_is_taken():
    found = taken(
        first_url="https://h.example/start",
        referrer="https://h.example/page?x=1#part",
        user_agent="Browser/1",
        name="report.pdf",
        size=5,
        etag='"v1"',
        last_modified="Mon, 01 Jan 2024 00:00:00 GMT",
        cookies=(Cookie("sid", "abc"), Cookie("theme", "dark")),
    )
    assert found.headers == (
        ("Cookie", "sid=abc; theme=dark"),
        ("User-Agent", "Browser/1"),
        ("Referer", "https://h.example/page?x=1"),
    )
    assert (found.file.name, found.file.proposed_name) == (None, "report.pdf")
    assert found.file.headers == found.headers
    assert (found.probe.size, found.probe.etag) == (5, '"v1"')
    assert found.first_url == "https://h.example/start"


def test_what_is_not_known_is_left_out():
    assert taken() == Handover(URL, first_url=URL)
    nonsense = taken(size=-1, name="  ", first_url="blob:x", etag="\n", last_modified="x" * 9000)
    assert nonsense == Handover(URL, first_url=URL)
    assert taken(size=1 << 70).size is None


@pytest.mark.parametrize(
    "url",
    ["", "blob:https://h/1", "data:text/plain,x", "file:///etc/passwd", "ftp://h/x", "x" * 70_000],
)
def test_only_links_are_fetched(url):
    assert refused(url=url)


def test_only_what_was_asked_for_by_get_can_be_asked_for_again():
    assert "GET" in refused(method="POST")


@pytest.mark.parametrize("value", ["a\r\nHost: evil", "a\nb", "a\0b", "a\x7fb", "a;b", "\ud800"])
def test_a_cookie_cannot_write_headers(value):
    sentence = refused(cookies=(Cookie("sid", value),))
    assert value not in sentence


@pytest.mark.parametrize("name", ["a b", "a;b", "a=b", "a\r\nX: y", "a,b", "\0"])
def test_a_name_of_a_cookie_cannot_either(name):
    refused(cookies=(Cookie(name, "x"),))


def test_a_cookie_without_a_name_is_sent_as_browsers_send_it():
    assert taken(cookies=(Cookie("", "abc"), Cookie("a", ""))).headers == (("Cookie", "abc; a="),)


def test_more_cookies_than_a_server_takes_are_refused():
    half = Cookie("a", "x" * (LONGEST_COOKIES // 2 - 4))
    assert taken(cookies=(half, half))
    refused(cookies=(half, half, Cookie("b", "x")))
    refused(cookies=tuple(Cookie(str(n), "") for n in range(20_000)))


def test_a_user_agent_cannot_write_headers():
    refused(user_agent="x\r\nCookie: a=b")
    refused(user_agent="x" * 10_000)


@pytest.mark.parametrize(
    ("url", "referrer", "told"),
    [
        ("https://h/x", "https://h/page#here", "https://h/page"),
        ("https://h/x", "https://ada:pw@h/page", "https://h/page"),
        ("https://h/x", "https://other/secret?token=1", "https://other/"),
        ("https://h:8443/x", "https://h/secret", "https://h/"),
        ("http://h/x", "https://h/page", ""),
        ("https://h/x", "http://h/page", "http://h/"),
        ("http://h/x", "http://h/page", "http://h/page"),
        ("http://h/x", "about:blank", ""),
        ("http://h/x", "chrome-extension://abc/popup.html", ""),
        ("http://h/x", "x\r\nCookie: a", ""),
        ("http://h/x", "", ""),
    ],
)
def test_a_page_is_told_of_as_browsers_tell(url, referrer, told):
    assert referrer_for(url, referrer) == told


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\x.exe", "x.exe"),
        ("a\0b\n.txt", "a_b_.txt"),
        ("x\u202etxt.exe", "xtxt.exe"),
        (".bashrc", "bashrc"),
        ("con.txt", "_con.txt"),
        ("setup.desktop", "setup.desktop.download"),
        ("x" * 5000 + ".iso", None),
    ],
)
def test_a_name_is_made_safe(name, safe):
    found = taken(name=name).name
    assert found is not None
    assert len(found.encode()) <= 245
    assert safe is None or found == safe


@settings(max_examples=200)
@given(
    st.text(max_size=60),
    st.text(max_size=60),
    st.lists(st.tuples(st.text(max_size=8), st.text(max_size=30)), max_size=4),
    st.text(max_size=40),
)
def test_whatever_is_said_no_header_has_a_second_line(referrer, agent, cookies, name):
    jar = tuple(Cookie(*cookie) for cookie in cookies)
    try:
        found = taken(referrer=referrer, user_agent=agent, cookies=jar, name=name)
    except RefusedError:
        return
    for _, value in found.headers:
        assert not any(ord(character) < 32 or ord(character) == 127 for character in value)
        value.encode()
    assert found.name is None or not set(found.name) & set("/\\\0")


def test_secrets_are_in_no_repr():
    take = Take(id="one", url=URL, cookies=(Cookie("sid", "pl4nt"),), user_agent="pl4nt")
    assert "pl4nt" not in repr(take) + repr(take.cookies) + repr(read(take)) + repr(read(take).file)
