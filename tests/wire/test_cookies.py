"""Cookies of servers: each origin sees its own, and no server fills the memory or the requests."""

from __future__ import annotations

import httpx
import pytest

from engine.wire.cookies import LARGEST_SUM, MOST_COOKIES, Cookies


def answer(url: str, *cookies: str) -> httpx.Response:
    fields = [("Set-Cookie", cookie) for cookie in cookies]
    return httpx.Response(200, headers=fields, request=httpx.Request("GET", url))


def sent(cookies: Cookies, url: str) -> str:
    request = httpx.Request("GET", url)
    cookies.put_into(request)
    return request.headers.get("cookie", "")


@pytest.mark.parametrize(
    "other",
    ["http://b.example/", "http://a.example:81/", "https://a.example/", "http://sub.a.example/"],
)
def test_another_origin_sees_nothing(other):
    cookies = Cookies()
    cookies.take_from(answer("http://a.example/", "sid=1; Domain=a.example", "x=2"))
    assert sorted(sent(cookies, "http://a.example/").split("; ")) == ["sid=1", "x=2"]
    assert sent(cookies, other) == ""


@pytest.mark.parametrize("domain", ["b.example", ".example", "com", "127.0.0.1", ""])
def test_a_cookie_for_somebody_else_is_not_kept(domain):
    cookies = Cookies()
    cookies.take_from(answer("http://a.test/", f"sid=1; Domain={domain}"))
    assert sent(cookies, "http://b.example/") == ""
    assert sent(cookies, "http://example/") == ""
    assert sent(cookies, "http://127.0.0.1/") == ""


def test_what_is_for_tls_stays_there():
    cookies = Cookies()
    cookies.take_from(answer("http://a.example/", "sid=1; Secure"))
    assert sent(cookies, "http://a.example/") == ""


def test_of_endless_cookies_the_last_ones_are_kept():
    cookies = Cookies()
    for number in range(1000):
        cookies.take_from(answer("http://a.example/", f"c{number}=1", f"d{number}=1"))
    kept = sent(cookies, "http://a.example/").split("; ")
    assert len(kept) == MOST_COOKIES
    assert "d999=1" in kept
    assert "c0=1" not in kept


def test_a_request_stays_small():
    cookies = Cookies()
    for number in range(100):
        cookies.take_from(answer("http://a.example/", f"c{number}={'x' * 3000}"))
    assert 0 < len(sent(cookies, "http://a.example/")) <= LARGEST_SUM + 100
    cookies.take_from(answer("http://a.example/", f"huge={'x' * 5000}"))
    assert "huge" not in sent(cookies, "http://a.example/")


def test_what_a_person_gave_goes_before_what_the_server_set():
    cookies = Cookies()
    cookies.take_from(answer("http://a.example/", "sid=1", "token=2"))
    request = httpx.Request(
        "GET", "http://a.example/", headers=[(b"Cookie", "mine=ä; mine=b;sid=0".encode())]
    )
    cookies.put_into(request)
    assert request.headers["cookie"] == "mine=ä; mine=b;sid=0; token=2"


def test_what_a_person_gave_is_left_alone_where_the_server_sets_nothing():
    cookies = Cookies()
    cookies.take_from(answer("http://b.example/", "sid=1"))
    cookies.take_from(answer("http://a.example/", "sid=1; Path=/elsewhere"))
    for url in ("http://a.example/", "http://c.example/"):
        request = httpx.Request("GET", url, headers={"Cookie": "a=1;  odd;b=2"})
        cookies.put_into(request)
        assert request.headers["cookie"] == "a=1;  odd;b=2"
