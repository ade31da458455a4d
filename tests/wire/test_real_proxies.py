"""Real proxies: signed in at, never gone around, and files whole, in pieces and after a break."""

from __future__ import annotations

import contextlib
import gc
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import trustme

from eager import Eager
from engine.errors import ErrorKind, TransferFailed, TransferStopped
from engine.sign_in import SignIn
from engine.wire.classify import WayBlocked
from engine.wire.growth import Growth
from engine.wire.http import HttpClient, Remote
from engine.wire.limiter import Limiter
from engine.wire.line import LinePool
from engine.wire.tls import fingerprint_of
from engine.wire.transfer import Transfer, TransferSpec
from fault_server import Fault, FaultServer, some_content
from real_proxies import KINDS, RunningProxy, running
from watching import watched

BIG = some_content(7 << 20)
WRONG = SignIn("mia", "wrong")
SIGNED = [name for name, kind in KINDS.items() if kind.wants_sign_in]
HTTP = [name for name, kind in KINDS.items() if kind.scheme.startswith("http")]


# Python forgets to close the socket of a TLS handshake whose connection was reset before it began,
# as happens to one that is cut on its way through a proxy; it closes it when it collects it.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed.*SSLSocket:ResourceWarning")


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """What a test leaves to the collector is not found in the next one."""
    yield
    gc.collect()


@pytest.fixture(scope="module")
def running_proxies() -> Iterator[Callable[[str], RunningProxy]]:
    """Started when they are first asked for, and kept for the tests of this file."""
    started: dict[str, RunningProxy] = {}
    with contextlib.ExitStack() as stack:

        def get(name: str) -> RunningProxy:
            if KINDS[name].missing:
                pytest.skip(KINDS[name].missing)
            if name not in started:
                started[name] = stack.enter_context(running(name))
            return started[name]

        yield get


@pytest.fixture(params=KINDS)
def proxy(request, running_proxies) -> RunningProxy:
    return running_proxies(request.param)


@dataclass
class Keyring:
    """Sign-ins by the addresses of proxies; remembers who was asked for."""

    kept: dict[str, SignIn | None] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def recall(self, address: str) -> SignIn | None:
        self.asked.append(address)
        return self.kept.get(address)


@pytest.fixture
def keyring(proxy) -> Keyring:
    return Keyring({proxy.address: proxy.sign_in})


@pytest.fixture
def pool(keyring) -> Iterator[LinePool]:
    pool = LinePool(recall_proxy=keyring.recall)
    yield pool
    pool.close_idle()


@pytest.fixture
def trusted(authority, proxy, tmp_path) -> Path:
    """The authorities of the server and of the proxy, in one file."""
    both = [authority[1], *([proxy.ca_file] if proxy.ca_file else [])]
    path = tmp_path / "authorities.pem"
    path.write_bytes(b"".join(one.read_bytes() for one in both))
    return path


@pytest.fixture(params=["http", "https"])
def origin(request, content, authority) -> Iterator[FaultServer]:
    tls = authority[0] if request.param == "https" else None
    with FaultServer(content, tls=tls) as server:
        yield server


@pytest.fixture
def fetch(pool, proxy, trusted, tmp_path, recorder):
    """Makes a transfer through the proxy."""

    def make(
        url: str, limiter: Limiter | None = None, growth: Growth | None = None, **spec
    ) -> Transfer:
        asked = TransferSpec(
            url, tmp_path, stall_timeout=5.0, proxy=proxy.address, ca_file=trusted, **spec
        )
        return Transfer(asked, recorder, limiter, pool=pool, growth=growth, reconnect_pause=0.0)

    return make


def test_a_file_comes_through_it_and_nothing_goes_around_it(
    fetch, origin, proxy, content, tmp_path
) -> None:
    with watched() as watch:
        fetch(origin.url).run()
    assert (tmp_path / "file.bin.part").read_bytes() == content
    assert set(watch.ports) == {proxy.port}
    assert not any("proxy-authorization" in request.fields for request in origin.requests)


def test_many_connections_come_through_it(fetch, origin, proxy, tmp_path) -> None:
    origin.replace(BIG)
    origin.fault = Fault(rate=14 << 20)
    with watched() as watch:
        fetch(origin.url, growth=Eager(4), connections=4).run()
    assert (tmp_path / "file.bin.part").read_bytes() == BIG
    assert set(watch.ports) == {proxy.port}
    assert len(origin.ranges) > 1


def test_a_file_goes_on_through_it_where_it_was(fetch, origin, recorder, content, tmp_path) -> None:
    first = fetch(origin.url, Limiter(4_000_000))
    stopper = threading.Thread(
        target=_stop_after, args=(first, 400_000), name="holdfast-stopper", daemon=True
    )
    stopper.start()
    with pytest.raises(TransferStopped):
        first.run()
    stopper.join()
    fetch(origin.url, part=recorder.checkpoints[-1]).run()
    assert recorder.starts[-1].resumed_from > 0
    assert (tmp_path / "file.bin.part").read_bytes() == content


def test_one_sign_in_is_enough_for_many_requests(pool, proxy, keyring, trusted, origin) -> None:
    for _ in range(5):
        assert _status(pool, proxy, trusted, origin.url) == 206
    assert len(keyring.asked) == (1 if proxy.sign_in else 0)


def _stop_after(transfer: Transfer, count: int) -> None:
    waits = threading.Event()
    while transfer.bytes_present < count:
        waits.wait(0.005)
    transfer.stop()


def _status(pool: LinePool, proxy: RunningProxy, trusted: Path | None, url: str) -> int:
    remote = Remote(url, ca_file=trusted, proxy=proxy.address, stall_timeout=5.0)
    with (
        closing(HttpClient(remote, pool)) as client,
        closing(client.fetch({"Range": "bytes=0-9"})) as answer,
    ):
        for _ in answer.chunks():
            pass
        return answer.head.status


def _error(url: str, tmp_path: Path, recorder, pool: LinePool, **spec):
    asked = TransferSpec(url, tmp_path, stall_timeout=3.0, **spec)
    with pytest.raises(TransferFailed) as failure:
        Transfer(asked, recorder, pool=pool, reconnect_pause=0.0).run()
    return failure.value.error


@pytest.mark.parametrize("proxy", SIGNED, indirect=True)
class TestWithoutTheRightSignIn:
    def test_it_is_asked_for(self, pool, proxy, keyring, trusted, origin, tmp_path, recorder):
        keyring.kept.clear()
        error = _error(origin.url, tmp_path, recorder, pool, proxy=proxy.address, ca_file=trusted)
        assert error.kind is ErrorKind.PROXY_CREDENTIALS_NEEDED
        assert error.subject == proxy.address
        assert error.http_status == (407 if proxy.address.startswith("http") else None)
        assert error.detail == "the proxy asks for a sign-in"
        assert not origin.requests

    def test_what_is_refused_is_not_tried_a_third_time(
        self, pool, proxy, keyring, trusted, origin, tmp_path, recorder
    ):
        keyring.kept[proxy.address] = WRONG

        def error():
            return _error(
                origin.url, tmp_path, recorder, pool, proxy=proxy.address, ca_file=trusted
            )

        for _ in range(2):
            told = error()
            assert told.kind is ErrorKind.PROXY_CREDENTIALS_NEEDED
            assert told.detail == "the proxy refused the sign-in"
            assert WRONG.password not in repr(told)
        standing = pool.sign_ins.standing(proxy.address, WRONG)
        assert not standing.may_try(proxy.address)
        with watched() as watch:
            assert error().detail == "the proxy refused the sign-in"
        # It was asked once, without a sign-in.
        assert watch.ports == [proxy.port]
        assert not origin.requests

    def test_another_one_gets_in_later(
        self, pool, proxy, keyring, trusted, origin, tmp_path, recorder
    ):
        keyring.kept[proxy.address] = WRONG
        _error(origin.url, tmp_path, recorder, pool, proxy=proxy.address, ca_file=trusted)
        keyring.kept[proxy.address] = proxy.sign_in
        assert _status(pool, proxy, trusted, origin.url) == 206

    def test_many_who_come_at_once_do_not_lock_the_person_out(
        self, pool, proxy, keyring, trusted, origin
    ):
        keyring.kept[proxy.address] = WRONG
        failures = []

        def ask() -> None:
            try:
                _status(pool, proxy, trusted, origin.url)
            except WayBlocked as failure:
                failures.append(failure)

        threads = [threading.Thread(target=ask, name=f"holdfast-{n}") for n in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(failures) == 8
        # As many tries with it as are allowed, by all together.
        assert repr(pool.sign_ins.standing(proxy.address, WRONG)).endswith("2 refusals>")


def test_a_server_that_is_down_is_told_from_a_proxy_that_is(
    pool, proxy, trusted, tmp_path, recorder
) -> None:
    error = _error(
        "https://127.0.0.1:1/file.bin",
        tmp_path,
        recorder,
        pool,
        proxy=proxy.address,
        ca_file=trusted,
    )
    if proxy.address.startswith("socks"):
        assert (error.kind, error.subject) == (ErrorKind.CONNECTION_REFUSED, "127.0.0.1:1")
        assert "proxy" in error.detail
    else:
        assert (error.kind, error.subject) == (ErrorKind.PROXY_FAILED, proxy.address)
        assert "it answered 5" in error.detail
    assert error.is_transient


@pytest.mark.parametrize("proxy", [name for name in KINDS if name != "dante"], indirect=True)
def test_names_are_looked_up_by_the_proxy(pool, proxy, trusted, content) -> None:
    with FaultServer(content) as server, watched() as watch:
        url = server.url.replace("127.0.0.1", "localhost")
        assert _status(pool, proxy, trusted, url) == 206
    assert "localhost" not in watch.names
    assert set(watch.ports) == {proxy.port}


@pytest.mark.parametrize("proxy", ["dante"], indirect=True)
def test_socks5_without_h_looks_names_up_itself(pool, proxy, trusted, content) -> None:
    with FaultServer(content) as server, watched() as watch:
        url = server.url.replace("127.0.0.1", "localhost")
        with contextlib.suppress(Exception):
            _status(pool, proxy, trusted, url)
    assert "localhost" in watch.names
    assert set(watch.ports) == {proxy.port}


@pytest.mark.parametrize("proxy", ["squid-tls"], indirect=True)
class TestAProxySpokenToOverTls:
    def test_its_certificate_is_checked(self, pool, proxy, authority, origin, tmp_path, recorder):
        error = _error(
            origin.url, tmp_path, recorder, pool, proxy=proxy.address, ca_file=authority[1]
        )
        assert error.kind is ErrorKind.CERTIFICATE_REJECTED
        assert error.subject == f"127.0.0.1:{proxy.port}"
        assert not origin.requests

    def test_its_certificate_can_be_accepted(self, pool, proxy, authority, origin):
        der = ssl.PEM_cert_to_DER_cert(ssl.get_server_certificate(("127.0.0.1", proxy.port)))
        pins = (f"127.0.0.1:{proxy.port} {fingerprint_of(der)}",)
        remote = Remote(
            origin.url, ca_file=authority[1], proxy=proxy.address, pins=pins, stall_timeout=5.0
        )
        with (
            closing(HttpClient(remote, pool)) as client,
            closing(client.fetch({})) as answer,
        ):
            assert answer.head.status == 200

    def test_the_servers_certificate_is_checked_as_well(
        self, pool, proxy, tmp_path, recorder, content
    ):
        stranger = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        trustme.CA().issue_cert("127.0.0.1").configure_cert(stranger)
        with FaultServer(content, tls=stranger) as server:
            error = _error(
                server.url, tmp_path, recorder, pool, proxy=proxy.address, ca_file=proxy.ca_file
            )
            assert error.kind is ErrorKind.CERTIFICATE_REJECTED
            assert error.subject == f"127.0.0.1:{server.port}"


@pytest.mark.parametrize("proxy", HTTP, indirect=True)
def test_what_a_person_wrote_for_the_proxy_does_not_reach_a_server(
    pool, proxy, trusted, origin
) -> None:
    remote = Remote(
        origin.url,
        fields=(("Proxy-Authorization", "Basic s3cret"),),
        ca_file=trusted,
        proxy=proxy.address,
        stall_timeout=5.0,
    )
    with closing(HttpClient(remote, pool)) as client, contextlib.suppress(Exception):
        client.fetch({}).close()
    remote = Remote(origin.url, fields=remote.fields, ca_file=trusted, proxy="none")
    with closing(HttpClient(remote, pool)) as client:
        client.fetch({}).close()
    assert origin.requests
    assert not any("proxy-authorization" in request.fields for request in origin.requests)
