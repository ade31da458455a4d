"""Redirects, attacked: what belongs to one origin reaches no other, and none leads inside."""

from __future__ import annotations

import contextlib
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from engine.errors import ErrorKind, TransferFailed
from engine.sign_in import SignIn
from engine.wire.http import HttpClient, Remote
from engine.wire.line import LinePool
from engine.wire.links import origin_key
from engine.wire.redirects import redirect_target
from fault_server import Fault, FaultServer, some_content
from signing_servers import PASSWORD, USER, Basic, GuardedServer

CONTENT = some_content(300_000)
SECRET = "s3cr3t-0pensesame"
BY_HAND = (
    ("Authorization", f"Bearer {SECRET}-1"),
    ("Cookie", f"sid={SECRET}-2"),
    ("X-Api-Key", f"{SECRET}-3"),
    ("Referer", f"https://intranet.example/{SECRET}-4"),
    ("Proxy-Authorization", f"Basic {SECRET}-5"),
    ("X-Whatever", f"{SECRET}-6"),
    ("Origin", f"https://{SECRET}-7.example"),
    ("User-Agent", "Mozilla/5.0 (by hand)"),
)
CONDITIONS = {"Range": "bytes=1000-", "If-Range": f'"{SECRET}-9"'}
KNOWN = {"If-None-Match": f'"{SECRET}-10"', "If-Modified-Since": "Mon, 01 Jan 2024 00:00:00 GMT"}
ALLOWED = {"host", "accept", "connection", "user-agent", "range", "accept-encoding"}


@pytest.fixture
def pool() -> Iterator[LinePool]:
    pool = LinePool()
    yield pool
    pool.close_idle()


@pytest.fixture
def fetch(pool: LinePool) -> Callable[..., bytes]:
    def fetch(url: str, asked=None, version_from: str = "", **remote) -> bytes:
        client = HttpClient(Remote(url, **remote), pool)
        with (
            contextlib.closing(client),
            contextlib.closing(client.fetch(asked or {}, version_from)) as answer,
        ):
            return b"".join(answer.chunks())

    return fetch


@pytest.fixture
def other(authority: tuple[ssl.SSLContext, Path]) -> Iterator[dict[str, FaultServer]]:
    with FaultServer(CONTENT) as plain, FaultServer(CONTENT, tls=authority[0]) as tls:
        yield {"port": plain, "scheme": tls}


@pytest.mark.parametrize("fields", [CONDITIONS, KNOWN], ids=["resumed", "known"])
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("where", ["port", "host", "scheme", "userinfo"])
def test_another_origin_is_told_nothing(server, other, fetch, authority, where, status, fields):
    target = other["scheme" if where == "scheme" else "port"]
    location = {
        "port": target.url,
        "host": server.url.replace("127.0.0.1", "localhost"),
        "scheme": target.url,
        "userinfo": target.url.replace("://", f"://{USER}:evil@"),
    }[where]
    if where == "host":
        # The same server under another name is another origin.
        target = server
    set_cookie = {"Set-Cookie": f"sid={SECRET}-11; Domain=127.0.0.1"}
    server.faults.append(Fault(redirect=location, status=status, fields=set_cookie))
    fetch(
        server.url,
        fields,
        fields=BY_HAND,
        credentials=SignIn(USER, SECRET),
        ca_file=authority[1],
    )
    home, away = server.requests[0], target.requests[-1]
    assert home.fields["x-api-key"] == f"{SECRET}-3"
    assert home.fields.get("if-range") == fields.get("If-Range")
    assert SECRET not in str(away)
    assert "evil" not in str(away)
    assert set(away.fields) <= ALLOWED, "nothing at all that was given for another"
    assert away.fields["user-agent"] == "Mozilla/5.0 (by hand)", "as browsers have it"


def test_back_home_everything_is_there_again(server, other, fetch):
    server.faults.append(Fault(redirect=other["port"].url))
    other["port"].faults.append(Fault(redirect=server.url_for("/back")))
    fetch(server.url, CONDITIONS, fields=BY_HAND)
    first, back = server.requests
    assert "proxy-authorization" not in {**first.fields, **back.fields}, "that is no server's"
    for name, value in BY_HAND:
        if name != "Proxy-Authorization":
            assert first.fields[name.lower()] == back.fields[name.lower()] == value
    assert back.fields["if-range"] == CONDITIONS["If-Range"]


def test_a_sign_in_is_not_shown_to_who_asks_elsewhere(server, fetch):
    with GuardedServer(b"little", Basic) as asking:
        server.fault = Fault(redirect=asking.url)
        with pytest.raises(TransferFailed) as failed:
            fetch(server.url, credentials=SignIn(USER, PASSWORD))
        assert [visit.authorization for visit in asking.visits] == [""]
    error = failed.value.error
    assert error.kind is ErrorKind.CREDENTIALS_NEEDED
    assert error.origin == f"http:127.0.0.1:{asking.port}", "whom a sign-in is wanted for"


def test_a_sign_in_that_was_given_for_the_other_origin_is_shown_there_only(server, fetch):
    with GuardedServer(b"little", Basic) as asking:
        server.fault = Fault(redirect=asking.url)
        sign_ins = {origin_key(asking.url): SignIn(USER, PASSWORD)}
        assert fetch(server.url, sign_ins=sign_ins) == b"little"
        assert asking.statuses == [401, 200]
    assert PASSWORD not in str(server.requests)
    assert "authorization" not in server.requests[0].fields


def test_what_one_origin_accepted_is_not_sent_to_its_neighbour(fetch):
    with GuardedServer(b"little", Basic) as one, GuardedServer(b"little", Basic) as two:
        fetch(one.url, credentials=SignIn(USER, PASSWORD))
        one.redirects = {"/away": two.url}
        with pytest.raises(TransferFailed):
            fetch(one.url_for("/away"), credentials=SignIn(USER, PASSWORD))
        assert [visit.authorization for visit in two.visits] == [""]


# --- versions -----------------------------------------------------------------------------------


def test_the_version_is_told_to_who_told_it(server, other, fetch):
    target = other["port"]
    server.fault = Fault(redirect=target.url)
    got = fetch(server.url, {"Range": "bytes=1000-", "If-Range": '"v1"'}, version_from=target.url)
    assert got == CONTENT[1000:]
    assert target.requests[0].fields["if-range"] == '"v1"'


def test_a_part_of_the_same_version_is_taken_from_who_was_not_told_it(server, other, fetch):
    server.fault = Fault(redirect=other["port"].url)
    assert fetch(server.url, {"Range": "bytes=1000-", "If-Range": '"v1"'}) == CONTENT[1000:]
    assert [asked.fields.get("if-range") for asked in other["port"].requests] == [None]


@pytest.mark.parametrize("etag", ['"other"', 'W/"v1"', None])
def test_a_part_of_another_version_is_not_taken_but_the_whole_file(server, other, fetch, etag):
    target = other["port"]
    target.etag, target.last_modified = etag, None
    server.fault = Fault(redirect=target.url)
    assert fetch(server.url, {"Range": "bytes=1000-", "If-Range": '"v1"'}) == CONTENT
    assert target.ranges == ["bytes=1000-", None]


def test_nothing_behind_the_end_is_no_proof_of_the_version(server, other, fetch):
    target = other["port"]
    server.fault = Fault(redirect=target.url)
    asked = {"Range": f"bytes={len(CONTENT)}-", "If-Range": '"other"'}
    assert fetch(server.url, asked) == CONTENT


def test_a_transfer_tells_the_version_where_it_came_from(
    server, other, transfer, recorder, part, tmp_path
):
    target = other["port"]
    target.content = server.content
    server.fault = Fault(redirect=target.url)
    first = transfer(server.url)
    target.faults.append(Fault(drop_after=500_000))
    first.run()
    assert target.ranges[1].startswith("bytes=")
    assert [asked.fields.get("if-range") for asked in target.requests] == [None, '"v1"']


# --- where to -----------------------------------------------------------------------------------


def leads(url: str, location: str) -> str:
    return str(redirect_target(httpx.URL(url), location, allow_downgrade=True))


@pytest.mark.parametrize(
    "location",
    [
        "http://[64:ff9b::10.0.0.1]/", "http://[2002:7f00:1::]/", "http://[::127.0.0.1]/",
        "http://[::1]/", "http://[fec0::1]/",
        "http://127.0.0.1/", "http://127.0.0.1:8080/x", "//127.0.0.1/", "http://127.8.9.1/",
        "http://localhost/", "http://LOCALHOST./", "http://a.localhost/", "https://[::1]/",
        "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://0.0.0.0/", "http://[::]/",
        "http://10.0.0.1/", "http://192.168.1.1/", "http://172.16.0.1/", "http://169.254.169.254/",
        "http://[fe80::1]/", "http://[fd00::1]/", "http://public.example@127.0.0.1/",
        "http://127.0.0.1#@public.example/", "http://public.example:80@127.0.0.1/",
        # Whoever looks these up gets this computer.
        "http://127.1/", "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/",
        "http://0x7f.1/", "http://127.0.0.1./", "http://①②⑦.⓪.⓪.①/", "http://127。0。0。1/",
        "http://ｌocalhost/", "http://local%68ost/", "http://127.0.0.1%2f@public.example/",
        "http:\\\\127.0.0.1\\", "http:/\\127.0.0.1/", "\\\\127.0.0.1/",
    ],
)  # fmt: skip
def test_nobody_outside_leads_inside(location):
    with contextlib.suppress(TransferFailed):
        host = httpx.URL(leads("http://public.example/a/b", location)).host
        # What is left leads to where it came from.
        assert host == "public.example"


def test_it_is_said_what_was_refused():
    with pytest.raises(TransferFailed) as failed:
        leads("http://public.example/", "http://u:p@127.0.0.1/?token=x")
    error = failed.value.error
    assert error.kind is ErrorKind.REDIRECT_REFUSED
    assert error.detail == ("redirect from outside into this computer or its network: 127.0.0.1")
    assert error.subject == "127.0.0.1", "the sentence names where it leads, not who sends there"


@pytest.mark.parametrize(
    ("location", "subject"),
    [
        ("file:///etc/passwd", "file://"),
        ("ftp://u:p@h.example/", "ftp://h.example"),
        ("data:" + "x" * 60_000, "data:"),
        ("http://" + "[" * 200, "http://" + "[" * 93),
        ("http://127.1/s3cret", "http://127.1"),
    ],
)
def test_what_is_named_is_where_it_leads(location, subject):
    with pytest.raises(TransferFailed) as failed:
        leads("http://public.example/", location)
    assert failed.value.error.subject == subject


@pytest.mark.parametrize("inside", ["http://127.0.0.1/", "http://localhost/", "http://10.1.2.3/"])
@pytest.mark.parametrize(
    "location", ["http://127.0.0.1/x", "http://10.0.0.1/x", "https://public.example/x"]
)
def test_whoever_is_inside_may_lead_anywhere(inside, location):
    assert leads(inside, location) == location


@pytest.mark.parametrize(
    "location",
    ["http://a:99999/", "http://a:x/", "http://a b/", "http://a%00b/",
     "http://[::1", "http://[", "//a\uff0fb/", "http://xn--zzzz/",
     "http://a:0/", "http://" + "a" * 300 + "/", "https://u:p@/"],
)  # fmt: skip
def test_what_is_no_address_is_not_followed(location):
    with pytest.raises(TransferFailed) as failed:
        leads("http://10.0.0.1/", location)
    assert failed.value.error.kind is ErrorKind.REDIRECT_REFUSED


def test_from_outside_into_the_network_end_to_end(content, fetch, monkeypatch):
    # A proxy is all that an address outside takes here.
    with FaultServer(content) as inside, FaultServer(content) as proxy:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        proxy.fault = Fault(redirect=inside.url)
        with pytest.raises(TransferFailed) as failed:
            fetch("http://public.example/file.bin")
        assert failed.value.error.kind is ErrorKind.REDIRECT_REFUSED
        assert inside.requests == []
        proxy.fault = Fault(redirect="http://other.example/file.bin")
        proxy.faults.append(Fault(redirect="http://other.example/file.bin"))
        with pytest.raises(TransferFailed):
            fetch("http://public.example/file.bin")
        assert len(proxy.requests) == 1 + 21


def test_a_redirect_to_where_nothing_may_be_read_in_two_ways(server, fetch):
    server.fault = Fault(redirect="/a b\t?q=ü#frag")
    server.faults.append(Fault(redirect="/a b?q=ü#frag"))
    server.fault = Fault()
    fetch(server.url)
    assert server.requests[1].path == "/a%20b?q=%C3%BC"


def test_a_flood_of_cookies_on_the_way_ends(server, fetch):
    flood = {"Set-Cookie": "; ".join(["a=" + "x" * 4000])}
    server.faults += [
        Fault(redirect="/next", fields={"Set-Cookie": f"c{number}={'x' * 4000}", **flood})
        for number in range(20)
    ]
    fetch(server.url)
    assert max(len(asked.fields.get("cookie", "")) for asked in server.requests) < 10_000


@pytest.mark.parametrize("location", ["http://[64:ff9b::808:808]/", "http://[2002:808:808::]/"])
def test_what_is_outside_is_outside_in_ipv6_too(location):
    assert leads("http://public.example/", location) == location
