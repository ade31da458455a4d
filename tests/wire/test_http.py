"""The door to the network: redirects, what each origin is told, TLS, proxies, and being cut off."""

from __future__ import annotations

import base64
import contextlib
import logging
import socket
import threading
import time

import httpx
import pytest

from engine._version import __version__
from engine.errors import ErrorKind, TransferFailed, TransferStopped
from engine.sign_in import SignIn
from engine.wire.classify import WayBlocked
from engine.wire.http import HttpClient, Remote, redirect_target
from engine.wire.line import Line
from engine.wire.road import Route
from fault_server import Fault, FaultServer


@pytest.fixture
def client():
    """Makes clients, and lets go of them."""
    made = []

    def make(url: str, **remote) -> HttpClient:
        made.append(HttpClient(Remote(url, **remote)))
        return made[-1]

    yield make
    for each in made:
        each.close()


def body(client: HttpClient) -> bytes:
    answer = client.fetch({})
    try:
        return b"".join(answer.chunks())
    finally:
        answer.close()


def test_an_answer_brings_its_head_and_its_body(server, client, content):
    answer = client(server.url).fetch({"Range": "bytes=10-19"})
    assert answer.head.status == 206
    assert answer.head.fields["content-range"] == f"bytes 10-19/{len(content)}"
    assert (answer.protocol, answer.address, answer.tls) == ("HTTP/1.1", "127.0.0.1", None)
    assert repr(answer) == f"<Answer 206 from {server.url}>"
    assert b"".join(answer.chunks()) == content[10:20]
    answer.close()


def test_the_server_learns_who_asks(server, client):
    body(client(server.url))
    assert server.requests[0].fields["user-agent"] == f"Holdfast/{__version__}"


def test_a_redirect_is_followed(server, client, content):
    server.faults += [Fault(redirect="/b"), Fault(redirect=server.url_for("/c"), status=307)]
    assert body(client(server.url)) == content
    assert [request.path for request in server.requests] == ["/file.bin", "/b", "/c"]


def test_twenty_redirects_are_enough(server, client, content):
    server.faults += [Fault(redirect="/next")] * 20
    assert body(client(server.url)) == content
    server.fault = Fault(redirect="/next")
    server.requests.clear()
    with pytest.raises(TransferFailed) as failure:
        client(server.url).fetch({})
    assert failure.value.error.kind is ErrorKind.REDIRECT_REFUSED
    assert len(server.requests) == 21


def test_headers_and_credentials_stay_with_their_origin(server, client, content):
    secrets = {"fields": (("X-Api-Key", "s3cret"), ("Cookie", "a=s3cret"))}
    asks = Fault(status=401, fields={"WWW-Authenticate": 'Basic realm="here"'})
    server.faults.append(asks)
    with FaultServer(content) as other:
        server.faults.append(Fault(redirect=other.url, fields={"Set-Cookie": "sid=s3cret"}))
        other.faults.append(Fault(redirect=server.url_for("/back")))
        remote = client(server.url, credentials=SignIn("me", "s3cret"), **secrets)
        assert body(remote) == content
    assert "s3cret" not in str(other.requests)
    assert "authorization" not in other.requests[0].fields
    login = "Basic " + base64.b64encode(b"me:s3cret").decode()
    assert all(request.fields["x-api-key"] == "s3cret" for request in server.requests)
    sent = [request.fields.get("authorization") for request in server.requests]
    assert sent == [None, login, login]


def test_a_cookie_comes_back_to_the_origin_that_set_it(server, client, content):
    server.faults.append(Fault(redirect="/again", fields={"Set-Cookie": "sid=1"}))
    body(client(server.url))
    assert server.requests[1].fields["cookie"] == "sid=1"


@pytest.mark.parametrize(
    ("url", "location", "target"),
    [
        ("http://h/a/b", "c", "http://h/a/c"),
        ("http://h/a", "//i/c", "http://i/c"),
        ("http://h/a", "https://i/c", "https://i/c"),
        ("https://h/a", "https://me:pw@i/c", "https://i/c"),
    ],
)
def test_where_a_redirect_leads(url, location, target):
    assert str(redirect_target(httpx.URL(url), location, allow_downgrade=False)) == target


@pytest.mark.parametrize(
    "location",
    ["ftp://h/x", "file:///etc/passwd", "javascript:1", "data:,x", "http://[::1"],
)
def test_a_redirect_never_leaves_the_web(location):
    with pytest.raises(TransferFailed) as failure:
        redirect_target(httpx.URL("http://h/a"), location, allow_downgrade=True)
    assert failure.value.error.kind is ErrorKind.REDIRECT_REFUSED


def test_https_is_left_only_with_consent():
    url = httpx.URL("https://h/a")
    with pytest.raises(TransferFailed):
        redirect_target(url, "http://h/b", allow_downgrade=False)
    assert redirect_target(url, "http://h/b", allow_downgrade=True).scheme == "http"


def test_a_redirect_to_nowhere_is_an_answer_to_be_judged(server, client):
    server.fault = Fault(status=302)
    with contextlib.closing(client(server.url).fetch({})) as answer:
        assert answer.head.status == 302


def test_a_trusted_certificate_is_accepted(authority, client, content):
    context, ca_file = authority
    with FaultServer(content, tls=context) as server:
        remote = client(server.url, ca_file=ca_file)
        answer = remote.fetch({})
        assert answer.tls == "TLSv1.3"
        assert b"".join(answer.chunks()) == content
        answer.close()


def test_an_unknown_certificate_is_rejected(authority, client, content):
    with FaultServer(content, tls=authority[0]) as server:
        with pytest.raises(WayBlocked) as failure:
            client(server.url).fetch({})
        error = failure.value.error
        assert error.kind is ErrorKind.CERTIFICATE_REJECTED
        assert error.subject == f"127.0.0.1:{server.port}"


def test_a_certificate_file_that_is_none_is_told_as_such(client, tmp_path):
    with pytest.raises(TransferFailed) as failure:
        client("https://127.0.0.1:1/", ca_file=tmp_path / "missing.pem").fetch({})
    assert failure.value.error.kind is ErrorKind.CERTIFICATE_REJECTED


def test_the_systems_proxy_is_asked(server, client, content, monkeypatch):
    monkeypatch.setenv("http_proxy", f"127.0.0.1:{server.port}")
    assert body(client("http://somewhere.invalid/file.bin")) == content
    assert server.requests[0].path == "http://somewhere.invalid/file.bin"


def test_the_systems_proxy_is_left_out_where_it_says_so(server, client, content, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    assert body(client(server.url)) == content


def test_a_dead_proxy_is_not_taken_for_a_dead_server(client, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://me:s3cret@127.0.0.1:9")
    with pytest.raises(WayBlocked) as failure:
        client("http://somewhere.invalid/").fetch({})
    error = failure.value.error
    assert (error.kind, error.subject) == (ErrorKind.PROXY_FAILED, "http://127.0.0.1:9")
    assert "s3cret" not in error.detail


def test_no_secret_is_logged(server, client, content, caplog):
    caplog.set_level(logging.DEBUG)
    body(client(server.url_for("/file.bin?token=s3cret"), credentials=SignIn("me", "s3cret")))
    assert "s3cret" not in caplog.text


def test_a_head_that_comes_drop_by_drop_is_given_up(client):
    def drip(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection, contextlib.suppress(OSError):
            while True:
                connection.sendall(b"X")
                time.sleep(0.02)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=drip, args=(listener,))
        thread.start()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        with pytest.raises(httpx.ReadTimeout):
            client(url, stall_timeout=0.2).fetch({})
        thread.join(10)


def test_stop_ends_the_wait_for_an_answer(server, client):
    server.fault = Fault(delay=60)
    assert _seconds_to_stop(client(server.url)) < 0.5


def test_stop_ends_a_tls_handshake_that_hangs(client):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        assert _seconds_to_stop(client(f"https://127.0.0.1:{port}/")) < 0.5


def test_stop_ends_a_connect_that_hangs(client):
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        address = full.getsockname()
        with socket.create_connection(address):
            assert _seconds_to_stop(client(f"http://127.0.0.1:{address[1]}/")) < 0.5


def test_a_connection_that_comes_after_stop_is_cut():
    line = Line(Route(("http", "127.0.0.1", 80)))
    line.cut()
    with (
        socket.create_server(("127.0.0.1", 0)) as listener,
        socket.create_connection(listener.getsockname()) as ours,
        listener.accept()[0] as theirs,
    ):
        line.trace("connection.connect_tcp.complete", {"return_value": Stream(ours)})
        theirs.settimeout(2)
        assert theirs.recv(1) == b""


class Stream:
    """What httpcore hands to a trace."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock

    def get_extra_info(self, info: str) -> socket.socket | None:
        return self._sock if info == "socket" else None

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._sock.recv(max_bytes)


def test_a_stopped_client_asks_for_nothing(server, client):
    stopped = client(server.url)
    stopped.stop()
    with pytest.raises(TransferStopped):
        stopped.fetch({})
    with pytest.raises(TransferStopped):
        stopped.wait(60)
    assert not server.requests
    assert repr(stopped) == f"<HttpClient {server.url} stopped>"


def _seconds_to_stop(client: HttpClient) -> float:
    """How long `fetch` goes on after `stop`, once it hangs."""
    threading.Timer(0.2, client.stop).start()
    began = time.monotonic()
    with pytest.raises((TransferStopped, httpx.TransportError)):
        client.fetch({})
    return time.monotonic() - began - 0.2
