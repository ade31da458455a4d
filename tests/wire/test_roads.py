"""Proxies that are down, lie, drip, or want what we cannot give; and nothing goes around them."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress

import pytest

from engine.errors import ErrorKind, JobError, TransferFailed
from engine.sign_in import SignIn
from engine.wire.classify import classify
from engine.wire.http import HttpClient, Remote
from engine.wire.line import LinePool
from engine.wire.road import Trust
from fault_server import Fault, FaultServer
from keep_alive_server import KeepAliveServer
from watching import watched

TARGET = "https://files.example/file.bin"
PLAIN = "http://files.example/file.bin"


class FakeProxy:
    """Says what a test has it say, to each connection anew; remembers what it heard."""

    def __init__(self, talk: Callable[[socket.socket, FakeProxy], None]) -> None:
        self._talk = talk
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self.heard: list[bytes] = []
        self.port: int = self._listener.getsockname()[1]
        self._threads[0].start()

    def __enter__(self) -> FakeProxy:
        return self

    def __exit__(self, *exc: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(5)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
                self._threads.append(thread)
                thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.settimeout(5)
            self._talk(connection, self)

    def hear(self, connection: socket.socket) -> bytes:
        data = connection.recv(4096)
        self.heard.append(data)
        return data


def says(answer: bytes) -> Callable[[socket.socket, FakeProxy], None]:
    """One answer, whatever is asked; then it waits for the other side to go."""

    def talk(connection: socket.socket, proxy: FakeProxy) -> None:
        proxy.hear(connection)
        connection.sendall(answer)
        while connection.recv(4096):
            pass

    return talk


@pytest.fixture
def pool() -> Iterator[LinePool]:
    pool = LinePool(recall_proxy={}.get)
    yield pool
    pool.close_idle()


def error(url: str, proxy: str, pool: LinePool, **remote) -> JobError:
    remote = {"stall_timeout": 2.0, **remote}
    with closing(HttpClient(Remote(url, proxy=proxy, **remote), pool)) as client:
        with pytest.raises(Exception) as failure:  # noqa: PT011 - whatever it is, it is classified
            client.fetch({})
        assert failure.value.__cause__ is not failure.value
        return classify(failure.value, subject="files.example")


@pytest.mark.parametrize("scheme", ["http", "https", "socks5", "socks5h"])
@pytest.mark.parametrize("url", ["http://127.0.0.1:{port}/file.bin", "https://localhost:{port}/"])
def test_a_proxy_that_is_down_is_not_gone_around(scheme, url, pool, server) -> None:
    with socket.socket() as taken:
        # Nobody listens here, and nobody else can.
        taken.bind(("127.0.0.1", 0))
        proxy = f"{scheme}://127.0.0.1:{taken.getsockname()[1]}"
        with watched() as watch:
            told = error(url.format(port=server.port), proxy, pool)
        assert (told.kind, told.subject) == (ErrorKind.PROXY_FAILED, proxy)
        assert told.is_transient
        assert "Connection refused" in told.detail
        assert set(watch.ports) == {taken.getsockname()[1]}
        assert set(watch.names) == {"127.0.0.1"}
    assert not server.requests


@pytest.mark.parametrize("scheme", ["http", "https", "socks5h"])
def test_a_proxy_whose_name_is_unknown_is_told_as_such(scheme, pool) -> None:
    proxy = f"{scheme}://proxy.invalid:3128"
    with watched() as watch:
        told = error(TARGET, proxy, pool)
    assert (told.kind, told.subject) == (ErrorKind.PROXY_FAILED, proxy)
    assert set(watch.names) == {"proxy.invalid"}


def test_a_name_that_is_unknown_here_is_the_servers_with_plain_socks5(pool) -> None:
    with FakeProxy(says(b"\x05\x00")) as fake:
        told = error("https://files.invalid/", f"socks5://127.0.0.1:{fake.port}", pool)
    assert (told.kind, told.subject) == (ErrorKind.NAME_NOT_RESOLVED, "files.example")


@pytest.mark.parametrize(
    ("scheme", "answer", "words"),
    [
        ("http", b"", "took too long"),
        ("http", b"HTTP/1.1 403 No entry\r\n\r\n", "it answered 403 No entry"),
        ("http", b"HTTP/1.1 503 \x1b[31mbusy\r\n\r\n", "it answered 503 [31mbusy"),
        ("http", b"SSH-2.0-OpenSSH_9.2\r\n\r\n", "it does not speak HTTP"),
        ("http", b"HTTP/1.1 200 OK\r\n\r\nI go first", "it spoke out of turn"),
        ("http", b"HTTP/1.1 200 OK\r\nX: " + 70_000 * b"x", "its answer has no end"),
        ("http", 300 * b"HTTP/1.1 100 Continue\r\n\r\n", "took too long"),
        ("socks5h", b"HTTP/1.1 400 Bad Request\r\n\r\n", "it does not speak SOCKS5"),
        ("socks5h", b"\x05", "took too long"),
        ("socks5h", b"\x05\x00\x05\x01\x00\x01\0\0\0\0\0\0", "general failure"),
        ("socks5h", b"\x05\x00\x05\x02\x00\x01\0\0\0\0\0\0", "not allowed by its rules"),
        ("socks5h", b"\x05\x00\x05\x63\x00\x01\0\0\0\0\0\0", "error 99"),
        ("socks5h", b"\x05\x00\x05\x00\x00\x01\0\0\0\0\0\0I go first", "it spoke out of turn"),
    ],
)
def test_a_proxy_that_talks_nonsense_is_told_by_its_words(scheme, answer, words, pool) -> None:
    with FakeProxy(says(answer)) as fake:
        proxy = f"{scheme}://127.0.0.1:{fake.port}"
        told = error(TARGET, proxy, pool, stall_timeout=0.5)
    assert (told.kind, told.subject) == (ErrorKind.PROXY_FAILED, proxy)
    assert words in told.detail or ("took too long" in words and "timed out" in told.detail)
    assert told.detail.isprintable()


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (3, ErrorKind.NETWORK_UNREACHABLE),
        (4, ErrorKind.NETWORK_UNREACHABLE),
        (5, ErrorKind.CONNECTION_REFUSED),
        (6, ErrorKind.TIMED_OUT),
    ],
)
def test_a_server_that_a_socks_proxy_cannot_reach_is_the_servers_fault(reply, kind, pool) -> None:
    answer = bytes((5, 0, 5, reply, 0, 1)) + bytes(6)
    with FakeProxy(says(answer)) as fake:
        told = error(TARGET, f"socks5h://127.0.0.1:{fake.port}", pool)
    assert (told.kind, told.subject) == (kind, "files.example")
    assert "the proxy cannot reach the server" in told.detail


def test_a_proxy_that_hangs_up_is_told_as_such(pool) -> None:
    def hang_up(connection: socket.socket, proxy: FakeProxy) -> None:
        proxy.hear(connection)

    with FakeProxy(hang_up) as fake:
        for scheme in ("http", "socks5h"):
            proxy = f"{scheme}://127.0.0.1:{fake.port}"
            told = error(TARGET, proxy, pool)
            assert (told.kind, told.subject) == (ErrorKind.PROXY_FAILED, proxy)
            assert "it hung up" in told.detail


def test_a_proxy_that_drips_is_given_up_in_time(pool) -> None:
    def drip(connection: socket.socket, proxy: FakeProxy) -> None:
        proxy.hear(connection)
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        while True:
            connection.sendall(b"X")
            time.sleep(0.05)

    with FakeProxy(drip) as fake:
        proxy = f"http://127.0.0.1:{fake.port}"
        told = error(TARGET, proxy, pool, stall_timeout=0.5)
    assert (told.kind, told.subject) == (ErrorKind.PROXY_FAILED, proxy)


def test_answers_may_come_in_pieces(pool, content) -> None:
    def in_pieces(connection: socket.socket, proxy: FakeProxy) -> None:
        def say(words: bytes) -> None:
            for byte in words:
                connection.sendall(bytes((byte,)))

        proxy.hear(connection)
        say(b"\x05\x00")
        asked = proxy.hear(connection)
        say(b"\x05\x00\x00\x03\x04name\x00\x50")
        with socket.create_connection(("127.0.0.1", int.from_bytes(asked[-2:], "big"))) as server:
            server.sendall(proxy.hear(connection))
            while data := server.recv(65536):
                connection.sendall(data)

    with FakeProxy(in_pieces) as fake, FaultServer(content) as server:
        remote = Remote(server.url, proxy=f"socks5h://127.0.0.1:{fake.port}", stall_timeout=5.0)
        with closing(HttpClient(remote, pool)) as client:
            answer = client.fetch({})
            assert b"".join(answer.chunks()) == content
            answer.close()


@pytest.mark.parametrize(
    ("url", "scheme", "spelled"),
    [
        ("https://[2001:db8::1]:8443/", "http", b"CONNECT [2001:db8::1]:8443 HTTP/1.1\r\n"),
        ("https://files.example/", "http", b"CONNECT files.example:443 HTTP/1.1\r\n"),
        ("https://10.0.0.1/", "socks5h", bytes((5, 1, 0, 1, 10, 0, 0, 1, 1, 187))),
        ("http://files.example/", "socks5h", bytes((5, 1, 0, 3, 13)) + b"files.example\x00P"),
    ],
)
def test_the_server_is_spelled_as_proxies_read_it(url, scheme, spelled, pool) -> None:
    def listen(connection: socket.socket, proxy: FakeProxy) -> None:
        proxy.hear(connection)
        connection.sendall(b"\x05\x00")
        proxy.hear(connection)

    with FakeProxy(listen) as fake:
        error(url, f"{scheme}://127.0.0.1:{fake.port}", pool)
    assert any(heard.startswith(spelled) for heard in fake.heard)


NTLM_ONLY = (
    b"HTTP/1.1 407 No\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM\r\n"
    b"Content-Length: 0\r\n\r\n"
)


@pytest.mark.parametrize("url", [PLAIN, TARGET])
def test_sign_ins_that_we_cannot_do_are_named(url) -> None:
    with FakeProxy(says(NTLM_ONLY)) as fake:
        proxy = f"http://127.0.0.1:{fake.port}"
        pool = LinePool(recall_proxy={proxy: SignIn("me", "s3cret")}.get)
        told = error(url, proxy, pool)
    assert told.kind is ErrorKind.PROXY_CREDENTIALS_NEEDED
    assert "negotiate, ntlm" in told.detail
    # And what we have is not sent in vain.
    assert len(fake.heard) == 1
    assert b"Proxy-Authorization" not in b"".join(fake.heard)


def test_a_sign_in_that_is_taken_no_longer_is_not_sent_twice_for_one_request() -> None:
    ask = b"HTTP/1.1 407 No\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n"
    answers = [ask, b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok", ask]

    def talk(connection: socket.socket, proxy: FakeProxy) -> None:
        proxy.hear(connection)
        connection.sendall(answers.pop(0))

    with FakeProxy(talk) as fake:
        proxy = f"http://127.0.0.1:{fake.port}"
        pool = LinePool(recall_proxy={proxy: SignIn("me", "s3cret")}.get)
        with closing(HttpClient(Remote(PLAIN, proxy=proxy), pool)) as client:
            client.fetch({}).close()
        told = error(PLAIN, proxy, pool)
    assert told.kind is ErrorKind.PROXY_CREDENTIALS_NEEDED
    assert told.detail == "the proxy refused the sign-in"
    signed = [b"Proxy-Authorization: Basic bWU6czNjcmV0" in heard for heard in fake.heard]
    assert signed == [False, True, True]


def test_a_token_is_sent_as_one() -> None:
    ask = b"HTTP/1.1 407 No\r\nProxy-Authenticate: Bearer\r\nContent-Length: 0\r\n\r\n"
    with FakeProxy(says(ask)) as fake:
        proxy = f"http://127.0.0.1:{fake.port}"
        pool = LinePool(recall_proxy={proxy: SignIn(token="t0ken")}.get)
        error(TARGET, proxy, pool)
    assert b"Proxy-Authorization: Bearer t0ken\r\n" in fake.heard[1]


def test_a_server_that_takes_itself_for_a_proxy_is_told_nothing(server) -> None:
    asked = []
    pool = LinePool(recall_proxy=asked.append)
    server.fault = Fault(status=407, fields={"Proxy-Authenticate": "Basic realm=x"})
    with closing(HttpClient(Remote(server.url), pool)) as client:
        with pytest.raises(TransferFailed) as failure:
            client.fetch({})
        assert failure.value.error.kind is ErrorKind.REQUEST_REFUSED
    assert not asked


def test_what_a_person_wrote_for_a_proxy_stays_out_of_a_tunnel(pool) -> None:
    with KeepAliveServer() as keeper:
        fields = (("Proxy-Authorization", "Basic s3cret"),)
        remote = Remote(keeper.url, fields=fields, stall_timeout=2.0)
        with closing(HttpClient(remote, pool)) as client:
            client.fetch({}).close()
        assert b"proxy-authorization" not in b"".join(head for _, head in keeper.requests).lower()


def test_a_connection_of_the_old_road_is_not_taken_for_the_new_one() -> None:
    ways: list[str | None] = [None]
    pool = LinePool(find_proxy=lambda _url, _choice: ways[0])
    with KeepAliveServer() as keeper, FakeProxy(says(b"")) as fake:
        remote = Remote(keeper.url, stall_timeout=0.5)
        for _ in range(2):
            with closing(HttpClient(remote, pool)) as client:
                answer = client.fetch({})
                for _ in answer.chunks():
                    pass
                answer.close()
        assert repr(pool) == "<LinePool 1 idle>"
        ways[0] = f"socks5h://127.0.0.1:{fake.port}"
        with watched() as watch, closing(HttpClient(remote, pool)) as client:
            with pytest.raises(Exception) as failure:  # noqa: PT011
                client.fetch({})
            assert classify(failure.value).kind is ErrorKind.PROXY_FAILED
        assert set(watch.ports) == {fake.port}
        pool.close_idle()


def test_a_job_of_its_own_way_does_not_share_with_others() -> None:
    pool = LinePool()
    routes = {
        pool.route_to(("https", "a.example", 443), trust, choice)
        for trust in (Trust(), Trust(pins=(f"a.example:443 {'0' * 64}",)))
        for choice in ("none", "http://p:1", "socks5h://p:1")
    }
    assert len(routes) == 6


def test_stop_ends_the_talk_with_a_proxy(pool) -> None:
    with FakeProxy(says(b"")) as fake:
        client = HttpClient(Remote(TARGET, proxy=f"http://127.0.0.1:{fake.port}"), pool)
        threading.Timer(0.2, client.stop).start()
        with pytest.raises(Exception):  # noqa: B017, PT011
            client.fetch({})
        client.close()
