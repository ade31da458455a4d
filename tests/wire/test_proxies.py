"""Addresses of proxies, hosts that need none, and what the environment says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import ErrorKind, RefusedError, TransferFailed
from engine.sign_in import SignIn
from engine.wire.proxies import (
    Bypass,
    Host,
    chosen,
    find_in_environment,
    from_environment,
    parse_bypass,
    parse_proxy,
    server_of,
)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("proxy.example:3128", "http://proxy.example:3128"),
        ("  HTTP://Proxy.Example:3128/ ", "http://proxy.example:3128"),
        ("http://proxy.example", "http://proxy.example:80"),
        ("https://proxy.example", "https://proxy.example:443"),
        ("https://proxy.example:80", "https://proxy.example:80"),
        ("socks5://10.0.0.1", "socks5://10.0.0.1:1080"),
        ("socks5h://[2001:db8::1]:9050", "socks5h://[2001:db8::1]:9050"),
        ("socks5h://[2001:DB8::1]", "socks5h://[2001:db8::1]:1080"),
        ("socks://proxy.example:1080/", "socks5h://proxy.example:1080"),
        ("http://bücher.example:8080", "http://xn--bcher-kva.example:8080"),
        ("localhost:1", "http://localhost:1"),
    ],
)
def test_an_address_is_read_and_spelled_out(text: str, address: str) -> None:
    assert parse_proxy(text) == (address, None)
    # What is stored is read as itself.
    assert parse_proxy(address).address == address


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "names no host"),
        ("http://", "names no host"),
        ("http://:3128", "names no host"),
        ("http://proxy:0", "port"),
        ("http://proxy:65536", "port"),
        ("http://proxy:port", "port"),
        ("http://pro xy:1", "space"),
        ("http://proxy%2f:1", "percent"),
        ("http://proxy:1/path", "ends with its port"),
        ("http://proxy:1?x", "ends with its port"),
        ("http://proxy:1#x", "ends with its port"),
        ("http://127.1:1", "IP address"),
        ("socks4://proxy:1", "SOCKS5"),
        ("socks4a://proxy:1", "SOCKS5"),
        ("ftp://proxy:1", "not with ftp://"),
        ("javascript://x", "not with javascript://"),
        ("http://a b:s3cret@proxy:99999", "port"),
        ("http://me:s3cret@proxy:1/x", "ends with its port"),
        ("http://proxy\r\nX: y:1", "proxy"),
    ],
)
def test_an_address_that_is_none_is_refused_in_plain_words(text: str, words: str) -> None:
    with pytest.raises(RefusedError) as refused:
        parse_proxy(text)
    assert words in str(refused.value)
    assert "s3cret" not in str(refused.value)
    assert "link" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "sign_in"),
    [
        ("http://me:s3cret@proxy:1", SignIn("me", "s3cret")),
        ("http://me@proxy:1", SignIn("me")),
        ("socks5h://m%40e:s%3Acret%20@proxy:1", SignIn("m@e", "s:cret ")),
        ("http://me:p@ss@proxy:1", SignIn("me", "p@ss")),
        ("me:s3cret@proxy:1", SignIn("me", "s3cret")),
        ("http://@proxy:1", None),
    ],
)
def test_a_sign_in_is_taken_out_of_the_address(text: str, sign_in: SignIn | None) -> None:
    scheme = "socks5h" if text.startswith("socks") else "http"
    assert parse_proxy(text) == (f"{scheme}://proxy:1", sign_in)
    assert "s3cret" not in repr(parse_proxy(text))


@given(st.text(max_size=60))
def test_whatever_is_typed_is_an_address_or_refused(text: str) -> None:
    try:
        address = parse_proxy(text).address
    except RefusedError:
        return
    assert parse_proxy(address) == (address, None)
    assert 0 < server_of(address).port < 65536


@pytest.mark.parametrize(
    ("entry", "direct", "through"),
    [
        ("intranet.example", ["intranet.example", "INTRANET.example."], ["a.intranet.example"]),
        ("*.example.org", ["a.example.org", "a.b.example.org"], ["example.org", "xexample.org"]),
        (".example.org", ["a.example.org"], ["example.org"]),
        ("*", ["a.example", "10.1.1.1"], []),
        ("10.*", ["10.1.2.3"], ["110.1.2.3"]),
        ("<local>", ["intranet", "nas"], ["nas.home", "10.0.0.1", "2001:db8::1"]),
        ("192.168.0.0/16", ["192.168.3.4", "::ffff:192.168.3.4"], ["192.169.0.1", "a.example"]),
        ("192.168.3.4", ["192.168.3.4"], ["192.168.3.40"]),
        ("fd00::/8", ["fd12::1"], ["fe80::1", "10.0.0.1"]),
        ("[2001:db8::1]", ["2001:db8::1"], ["2001:db8::2"]),
        ("a.example:8080", [], ["a.example"]),
    ],
)
def test_who_needs_no_proxy(entry: str, direct: list[str], through: list[str]) -> None:
    bypass = Bypass([entry])
    assert [name for name in direct if not bypass.covers(Host(name, 443))] == []
    assert [name for name in through if bypass.covers(Host(name, 443))] == []


def test_a_port_may_be_meant() -> None:
    assert Bypass(["a.example:8080"]).covers(Host("a.example", 8080))
    assert Bypass(["[2001:db8::1]:8080"]).covers(Host("2001:db8::1", 8080))
    assert not Bypass(["[2001:db8::1]:8080"]).covers(Host("2001:db8::1", 80))


@pytest.mark.parametrize("name", ["localhost", "a.localhost", "127.0.0.1", "127.9.9.9", "::1"])
def test_this_computer_is_reached_directly_unless_that_is_not_wanted(name: str) -> None:
    assert Bypass().covers(Host(name, 80))
    assert not Bypass(["<-loopback>", "*"]).covers(Host(name, 80))


def test_a_list_is_typed_with_whatever_between() -> None:
    text = " *.Example.org, 10.0.0.0/8;<local>\n<-loopback> "
    assert parse_bypass(text) == ("*.example.org", "10.0.0.0/8", "<local>", "<-loopback>")
    assert parse_bypass("  ") == ()


@pytest.mark.parametrize(
    "entry", ["http://a.example", "a/b", "10.0.0.0/33", "<here>", "a:b", "ä.de"]
)
def test_an_entry_that_is_none_is_refused_by_name(entry: str) -> None:
    with pytest.raises(RefusedError, match="Neither a host nor a network") as refused:
        parse_bypass(f"a.example {entry}")
    assert entry in str(refused.value)


HTTP = Host("files.example", 80)
HTTPS = Host("files.example", 443)


@pytest.mark.parametrize(
    ("environ", "plain", "encrypted"),
    [
        ({}, None, None),
        ({"http_proxy": "p:1"}, "http://p:1", None),
        ({"https_proxy": "https://p:1"}, None, "https://p:1"),
        ({"all_proxy": "socks5://p:1"}, "socks5://p:1", "socks5://p:1"),
        ({"ALL_PROXY": "socks5h://p:1", "http_proxy": "q:2"}, "http://q:2", "socks5h://p:1"),
        ({"HTTPS_PROXY": "p:1"}, None, "http://p:1"),
        ({"https_proxy": "p:1", "HTTPS_PROXY": "q:2"}, None, "http://p:1"),
        ({"all_proxy": "p:1", "no_proxy": "files.example"}, None, None),
        ({"all_proxy": "p:1", "NO_PROXY": ".example"}, None, None),
        ({"all_proxy": "p:1", "no_proxy": "example"}, None, None),
        ({"all_proxy": "p:1", "no_proxy": "*"}, None, None),
        ({"all_proxy": "p:1", "no_proxy": "files.example:443"}, "http://p:1", None),
        ({"all_proxy": "p:1", "no_proxy": "les.example,http://what?"}, "http://p:1", "http://p:1"),
    ],
)
def test_the_environment_is_read_as_curl_reads_it(environ, plain, encrypted) -> None:
    found = [
        from_environment("http", HTTP, environ),
        from_environment("https", HTTPS, environ),
    ]
    assert [proxy and proxy.address for proxy in found] == [plain, encrypted]


def test_no_proxy_knows_networks() -> None:
    environ = {"all_proxy": "p:1", "no_proxy": "10.0.0.0/8 ::1"}
    assert from_environment("http", Host("10.2.3.4", 80), environ) is None
    assert from_environment("http", Host("::1", 80), environ) is None
    assert from_environment("http", Host("11.2.3.4", 80), environ) is not None


def test_what_cannot_be_understood_is_no_reason_to_do_without(monkeypatch) -> None:
    monkeypatch.setenv("http_proxy", "http://me:s3cret@p:99999")
    for find in (
        lambda: find_in_environment("http://files.example/"),
        lambda: find_in_environment("http://files.example/", "gopher://p:1"),
        lambda: chosen("p:99999"),
    ):
        with pytest.raises(TransferFailed) as failure:
            find()
        assert failure.value.error.kind is ErrorKind.PROXY_UNUSABLE
        assert failure.value.error.subject.endswith(("p:99999", "gopher://p:1"))
        assert "s3cret" not in repr(failure.value.error)


def test_a_choice_goes_before_the_environment(monkeypatch) -> None:
    monkeypatch.setenv("http_proxy", "p:1")
    assert find_in_environment("http://files.example/", "none") is None
    assert find_in_environment("http://files.example/", "socks5h://q:2") == "socks5h://q:2"
    assert find_in_environment("http://files.example/") == "http://p:1"
