"""One connection serves many requests: when it is kept, when not, and how it is cut."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing

import httpx
import pytest

from engine.errors import TransferStopped
from engine.sign_in import SignIn
from engine.wire.classify import WayBlocked
from engine.wire.http import HttpClient, Remote
from engine.wire.line import LinePool
from fault_server import Fault, FaultServer
from keep_alive_server import OK, KeepAliveServer, answer, answer_slowly, hang_up, reset


@pytest.fixture
def keeper() -> Iterator[KeepAliveServer]:
    with KeepAliveServer() as server:
        yield server


@pytest.fixture
def pool() -> Iterator[LinePool]:
    pool = LinePool()
    yield pool
    pool.close_idle()


@pytest.fixture
def client(pool: LinePool) -> Iterator[Callable[..., HttpClient]]:
    """Makes clients of one pool, and lets go of them."""
    with ExitStack() as stack:

        def make(url: str, **remote) -> HttpClient:
            return stack.enter_context(closing(HttpClient(Remote(url, **remote), pool)))

        yield make


def read(client: HttpClient) -> bytes:
    with closing(client.fetch({})) as found:
        return b"".join(found.chunks())


def test_files_of_one_origin_come_over_one_connection(keeper, client):
    first = client(keeper.url)
    assert [read(first), read(first), read(client(keeper.url + "/other"))] == [b"hello"] * 3
    assert keeper.connections == [1, 1, 1]


def test_the_address_is_known_of_a_connection_that_was_kept(keeper, client):
    read(client(keeper.url))
    with closing(client(keeper.url).fetch({})) as found:
        assert (found.address, found.protocol, found.tls) == ("127.0.0.1", "HTTP/1.1", None)


def test_a_tls_connection_is_kept_too(authority, client):
    context, ca_file = authority
    with KeepAliveServer(tls=context) as keeper:
        for _ in range(3):
            assert read(client(keeper.url, ca_file=ca_file)) == b"hello"
        assert keeper.connections == [1, 1, 1]


def test_who_trusts_less_does_not_get_the_connection_of_who_trusts_more(authority, client):
    context, ca_file = authority
    with KeepAliveServer(tls=context) as keeper:
        read(client(keeper.url, ca_file=ca_file))
        with pytest.raises(WayBlocked):
            read(client(keeper.url))


def test_plain_http_pays_for_no_tls(keeper, client, monkeypatch):
    monkeypatch.setattr("engine.wire.tls.truststore.SSLContext", None)
    assert read(client(keeper.url)) == b"hello"


def test_every_request_brings_only_the_secrets_of_its_own_client(keeper, client):
    asks = b'HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\n\r\n'
    keeper.script.append(answer(asks))
    sign_in = SignIn("me", "s3cret")
    read(client(keeper.url, fields=(("X-Key", "s3cret"),), credentials=sign_in))
    read(client(keeper.url))
    assert keeper.connections == [1, 1, 1]
    _, with_secrets, without = (head.lower() for _, head in keeper.requests)
    assert b"x-key" in with_secrets
    assert b"authorization" in with_secrets
    assert b"x-key" not in without
    assert b"authorization" not in without


def test_an_answer_that_was_not_read_costs_its_connection(keeper, client):
    client(keeper.url).fetch({}).close()
    assert read(client(keeper.url)) == b"hello"
    assert keeper.connections == [1, 2]


def test_whoever_has_all_bytes_need_not_ask_whether_there_are_more(keeper, client):
    found = client(keeper.url).fetch({})
    assert next(found.chunks()) == b"hello"
    found.close()
    read(client(keeper.url))
    assert keeper.connections == [1, 1]


def test_a_connection_that_the_server_will_close_is_not_kept(keeper, client):
    last = OK.replace(b"OK\r\n", b"OK\r\nConnection: close\r\n")
    keeper.script.append(answer(last, stays=False))
    assert [read(client(keeper.url)) for _ in range(2)] == [b"hello"] * 2
    assert keeper.connections == [1, 2]


@pytest.mark.parametrize("end", [hang_up, reset])
def test_a_connection_that_ends_instead_of_an_answer_is_no_error(keeper, client, end):
    keeper.script += [answer(OK), end]
    assert [read(client(keeper.url)) for _ in range(2)] == [b"hello"] * 2
    assert keeper.connections == [1, 1, 2]


def test_a_connection_that_ended_while_it_was_idle_is_not_asked(keeper, client):
    read(client(keeper.url))
    keeper.drop_idle()
    assert read(client(keeper.url)) == b"hello"
    assert keeper.connections[-1] == 2


def test_a_new_connection_that_ends_instead_of_an_answer_is_an_error(keeper, client):
    keeper.script += [answer(OK), hang_up, hang_up]
    read(client(keeper.url))
    with pytest.raises(httpx.RemoteProtocolError):
        read(client(keeper.url))
    assert keeper.connections == [1, 1, 2]


def test_what_follows_a_body_is_not_taken_for_the_next_answer(keeper, client):
    keeper.script.append(answer(OK + b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nlies!"))
    assert [read(client(keeper.url)) for _ in range(2)] == [b"hello"] * 2


def test_a_cookie_is_not_carried_to_another_file(keeper, client):
    keeper.script.append(answer(OK.replace(b"OK\r\n", b"OK\r\nSet-Cookie: sid=1\r\n")))
    one = client(keeper.url)
    read(one)
    read(one)
    read(client(keeper.url))
    assert [b"sid=1" in head for _, head in keeper.requests] == [False, True, False]


def test_a_redirect_leads_to_the_other_origins_own_connection(keeper, client, content):
    with FaultServer(content) as elsewhere:
        elsewhere.fault = Fault(redirect=keeper.url)
        for _ in range(2):
            remote = client(elsewhere.url, credentials=SignIn("me", "s3cret"))
            assert read(remote) == b"hello"
    assert keeper.connections == [1, 1]
    assert b"authorization" not in keeper.requests[1][1].lower()


# Stopping.


def test_stop_ends_a_wait_on_a_connection_that_was_kept(keeper, client):
    read(client(keeper.url))
    keeper.script.append(keeper.silence)
    waiting = client(keeper.url)
    assert _seconds_until(keeper, waiting.stop, lambda: waiting.fetch({}), TransferStopped) < 1
    assert keeper.connections == [1, 1]


def test_an_answer_is_cut_from_another_thread(keeper, client):
    keeper.script.append(answer(OK[:-3]))
    keeper.script.append(keeper.silence)
    found = client(keeper.url).fetch({})
    assert next(found.chunks()) == b"he"
    cutter = threading.Timer(0.1, found.cut)
    cutter.start()
    began = time.monotonic()
    with pytest.raises(httpx.TransportError):
        next(found.chunks())
    assert time.monotonic() - began < 5
    cutter.join()
    found.close()


def test_cutting_an_answer_that_is_closed_harms_nobody(keeper, client):
    found = client(keeper.url).fetch({})
    assert b"".join(found.chunks()) == b"hello"
    found.close()
    gate = threading.Event()
    keeper.script.append(answer_slowly(gate))
    other = client(keeper.url).fetch({})
    found.cut()
    gate.set()
    assert b"".join(other.chunks()) == b"hello"
    other.close()
    assert keeper.connections == [1, 1]


def test_stopping_a_client_spares_the_connection_that_it_gave_back(keeper, client):
    done = client(keeper.url)
    read(done)
    gate = threading.Event()
    keeper.script.append(answer_slowly(gate))
    other = client(keeper.url).fetch({})
    done.stop()
    gate.set()
    assert b"".join(other.chunks()) == b"hello"
    other.close()
    assert keeper.connections == [1, 1]


def test_what_nobody_wanted_for_long_is_closed(keeper):
    now = 0.0
    pool = LinePool(clock=lambda: now)
    with closing(HttpClient(Remote(keeper.url), pool)) as client:
        read(client)
        now = 29.0
        pool.close_idle(30.0)
        assert repr(pool) == "<LinePool 1 idle>"
        now = 30.0
        pool.close_idle(30.0)
        assert repr(pool) == "<LinePool 0 idle>"
        read(client)
    assert keeper.connections == [1, 2]
    pool.close_idle()
    assert repr(pool) == "<LinePool 0 idle>"


def test_many_threads_share_a_pool(keeper, client):
    found: list[bytes] = []

    def work() -> None:
        found.extend(read(client(keeper.url)) for _ in range(50))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [b"hello"] * 200
    assert len(set(keeper.connections)) <= 4


def _seconds_until(
    keeper: KeepAliveServer,
    act: Callable[[], None],
    blocked: Callable[[], object],
    ends: type[Exception],
) -> float:
    """How long `blocked` goes on after `act`, which is done once the server waits."""
    acted_at: list[float] = []

    def when_it_waits() -> None:
        keeper.waits.wait(10)
        acted_at.append(time.monotonic())
        act()

    thread = threading.Thread(target=when_it_waits)
    thread.start()
    with pytest.raises(ends):
        blocked()
    ended_at = time.monotonic()
    thread.join()
    return ended_at - acted_at[0]
