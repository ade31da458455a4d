"""Signing in at servers that somebody else wrote: nginx, Apache, pyspnego's NTLM, MIT's Kerberos.

Every scheme fetches a file whole, in segments, from the middle and many at a time, and the server
counts what that cost in refusals.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from eager import Eager
from engine.errors import ErrorKind, TransferFailed, TransferStopped
from engine.part import PartState
from engine.sign_in import SignIn
from engine.wire.hosts import Hosts
from engine.wire.limiter import Limiter
from engine.wire.line import LinePool
from engine.wire.transfer import Transfer, TransferSpec
from fault_server import some_content
from guarded_sites import GUARDED, guarded_site
from kerberos_realm import kinit, realm, why_no_kerberos
from real_servers import free_port
from signing_servers import (
    PASSWORD,
    USER,
    Basic,
    Bearer,
    Digest,
    Gate,
    GuardedServer,
    Negotiate,
    Nonces,
    Ntlm,
    Ticket,
    ntlm_users,
)

CONTENT = some_content(6_000_000)
RIGHT = SignIn(USER, PASSWORD)
WRONG = SignIn(USER, "not-this-one")
MANY = 40


@dataclass(frozen=True)
class Place:
    """Where a scheme is tried: a link, what is given for it, and how the server answered."""

    url_of: Callable[[str], str]
    publish: Callable[[bytes], None]
    statuses: Callable[[], list[int]]
    right: SignIn
    wrong: SignIn
    rounds: int = 1
    """Refusals that each new connection costs, once the sign-in is known."""


def _guarded(new_gate: Callable[[], Gate], **facts: object) -> Iterator[Place]:
    host = str(facts.pop("host", "127.0.0.1"))
    with GuardedServer(CONTENT, new_gate) as server:

        def publish(content: bytes) -> None:
            server.content = content

        yield Place(
            lambda name: server.url_for(f"/{name}", host),
            publish,
            lambda: server.statuses,
            **{"right": RIGHT, "wrong": WRONG, "rounds": 0, **facts},
        )


def _real(name: str, recorder: Any) -> Iterator[Place]:
    kind = GUARDED[name]
    if kind.program is None:
        pytest.skip(kind.missing)
    with guarded_site(kind) as guarded:

        def publish(content: bytes) -> None:
            for number in range(MANY):
                guarded.site.publish(f"{number}.bin", content)
            guarded.site.publish("file.bin", content)

        yield Place(
            lambda name: f"{guarded.site.url}/{name}",
            publish,
            lambda: guarded.statuses(len(recorder.exchanges)),
            RIGHT,
            WRONG,
            rounds=0,
        )


def _basic() -> Iterator[Place]:
    yield from _guarded(Basic)


def _digest(algorithm: str) -> Callable[[], Iterator[Place]]:
    def places() -> Iterator[Place]:
        nonces = Nonces()
        yield from _guarded(lambda: Digest(nonces, algorithm))

    return places


def _bearer() -> Iterator[Place]:
    yield from _guarded(Bearer, right=SignIn(token=PASSWORD), wrong=SignIn(token="not-this-one"))


def _ntlm(scheme: str = "NTLM") -> Iterator[Place]:
    pytest.importorskip("httpx_ntlm", reason='not installed: pip install "holdfast[ntlm]"')
    with contextlib.ExitStack() as stack:
        stack.enter_context(ntlm_users(Path(stack.enter_context(_folder()))))
        yield from _guarded(lambda: Ntlm(scheme), rounds=1)


def _folder() -> contextlib.AbstractContextManager[str]:
    import tempfile

    return tempfile.TemporaryDirectory(prefix="holdfast-ntlm-")


def _kerberos() -> Iterator[Place]:
    if why := why_no_kerberos():
        pytest.skip(why)
    with realm(free_port) as keytab:
        yield from _guarded(lambda: Negotiate(keytab), host="localhost")


REAL = {"nginx, Basic": "nginx", "Apache, Digest": "apache"}
PLACES: dict[str, Callable[[], Iterator[Place]]] = {
    "Basic": _basic,
    "Digest, SHA-256": _digest("SHA-256"),
    "Digest, MD5-sess": _digest("MD5-sess"),
    "Bearer": _bearer,
    "NTLM": _ntlm,
    "NTLM in Negotiate": lambda: _ntlm("Negotiate"),
    "Kerberos": _kerberos,
}


@pytest.fixture(params=[*REAL, *PLACES])
def place(request: pytest.FixtureRequest, recorder: Any) -> Iterator[Place]:
    if request.param in REAL:
        yield from _real(REAL[request.param], recorder)
    else:
        yield from PLACES[request.param]()


@pytest.fixture
def pool() -> Iterator[LinePool]:
    pool = LinePool()
    yield pool
    pool.close_idle()


@pytest.fixture
def fetch(tmp_path: Path, recorder, pool: LinePool) -> Callable[..., Transfer]:
    """Makes transfers that share a pool, as those of the program do."""

    def make(url: str, **facts) -> Transfer:
        how = {name: facts.pop(name) for name in ("limiter", "hosts", "growth") if name in facts}
        spec = TransferSpec(
            url, **{"folder": tmp_path, "stall_timeout": 10.0, "connections": 1, **facts}
        )
        return Transfer(spec, recorder, pool=pool, reconnect_pause=0.0, **how)

    return make


def brought(transfer: Transfer) -> str:
    result = transfer.run()
    transfer.settle()
    return result.part.name


def test_a_file_comes_whole(place, fetch, tmp_path):
    place.publish(CONTENT)
    name = brought(fetch(place.url_of("file.bin"), credentials=place.right))
    assert (tmp_path / f"{name}.part").read_bytes() == CONTENT
    assert place.statuses().count(401) <= 1 + place.rounds
    assert place.statuses()[0] == 401


def test_several_connections_bring_it_for_one_refusal(place, fetch, tmp_path):
    place.publish(CONTENT)
    transfer = fetch(
        place.url_of("file.bin"),
        credentials=place.right,
        connections=4,
        growth=Eager(4),
        hosts=Hosts(8),
        limiter=Limiter(8_000_000),
    )
    name = brought(transfer)
    assert (tmp_path / f"{name}.part").read_bytes() == CONTENT
    assert len([status for status in place.statuses() if status == 206]) > 1
    new_connections = 4 if place.rounds else 0
    assert place.statuses().count(401) <= 1 + place.rounds * (1 + new_connections)


def test_it_goes_on_where_it_was_stopped(place, fetch, recorder, tmp_path, part):
    place.publish(CONTENT)
    first = fetch(place.url_of("file.bin"), credentials=place.right, limiter=Limiter(8_000_000))
    stopper = threading.Thread(target=_stop_soon, args=(first,), name="holdfast-stopper")
    stopper.start()
    with pytest.raises(TransferStopped):
        first.run()
    stopper.join()
    kept: PartState = recorder.checkpoints[-1]
    assert 0 < kept.bytes_present < len(CONTENT)

    name = brought(fetch(place.url_of("file.bin"), credentials=place.right, part=kept))

    assert (tmp_path / f"{name}.part").read_bytes() == CONTENT
    assert recorder.starts[-1].resumed_from > 0
    assert place.statuses().count(401) <= 1 + 2 * place.rounds


def _stop_soon(transfer: Transfer) -> None:
    waits = threading.Event()
    while transfer.bytes_present < 1_000_000:
        waits.wait(0.005)
    transfer.stop()


def test_many_small_files_cost_one_refusal(place, fetch, tmp_path):
    place.publish(b"little")
    files = [
        fetch(place.url_of(f"{number}.bin"), credentials=place.right) for number in range(MANY)
    ]
    lanes = [
        threading.Thread(target=lambda lane=lane: [brought(one) for one in files[lane::4]])
        for lane in range(4)
    ]
    for lane in lanes:
        lane.start()
    for lane in lanes:
        lane.join()
    for number in range(MANY):
        assert (tmp_path / f"{number}.bin.part").read_bytes() == b"little"
    # A lane may be given another's connection back too late, and make one more.
    assert place.statuses().count(401) <= 1 + 2 * 4 * place.rounds


def test_a_wrong_sign_in_is_sent_twice_and_no_more(place, fetch):
    place.publish(b"little")
    for _ in range(2):
        with pytest.raises(TransferFailed) as failed:
            fetch(place.url_of("file.bin"), credentials=place.wrong).run()
        error = failed.value.error
        assert (error.kind, error.http_status) == (ErrorKind.CREDENTIALS_NEEDED, 401)
    before = len(place.statuses())
    with pytest.raises(TransferFailed) as failed:
        fetch(place.url_of("file.bin"), credentials=place.wrong).run()
    assert len(place.statuses()) <= before + 1, "it is asked plainly, and nothing is tried"
    # The right one is another sign-in.
    brought(fetch(place.url_of("file.bin"), credentials=place.right))


def test_nothing_of_a_sign_in_is_shown(place, fetch, recorder):
    place.publish(b"little")
    brought(fetch(place.url_of("file.bin"), credentials=place.right))
    assert recorder.exchanges
    told = repr(recorder.exchanges)
    assert PASSWORD not in told
    for exchange in recorder.exchanges:
        for name, value in exchange.sent:
            assert name.lower() != "authorization" or value == "•••"


# --- NTLM: the connection is signed in ----------------------------------------------------------


@pytest.fixture
def ntlm(tmp_path_factory) -> Iterator[GuardedServer]:
    pytest.importorskip("httpx_ntlm", reason='not installed: pip install "holdfast[ntlm]"')
    with ntlm_users(tmp_path_factory.mktemp("ntlm")), GuardedServer(b"little", Ntlm) as server:
        yield server


def test_ntlm_takes_one_connection(ntlm, fetch):
    brought(fetch(ntlm.url, credentials=RIGHT))
    assert ntlm.statuses == [401, 401, 206]
    assert {visit.connection for visit in ntlm.visits} == {1}


def test_ntlm_goes_on_after_a_refusal_in_chunks(ntlm, fetch):
    ntlm.chunked_refusals = True
    brought(fetch(ntlm.url, credentials=RIGHT))
    assert {visit.connection for visit in ntlm.visits} == {1}


def test_ntlm_takes_another_connection_where_too_much_was_said_first(ntlm, fetch):
    ntlm.chunked_refusals = True
    ntlm.refusal = b"x" * 5_000_000

    def shorter() -> Ntlm:
        # The first connection has its gate already.
        ntlm.refusal = b"x" * 5_000_000 if not ntlm.visits else b"x"
        return Ntlm()

    ntlm.new_gate = shorter
    brought(fetch(ntlm.url, credentials=RIGHT))
    assert [visit.connection for visit in ntlm.visits] == [1, 2, 2]


def test_the_same_person_needs_no_more_words_on_that_connection(ntlm, fetch):
    brought(fetch(ntlm.url_for("/one"), credentials=RIGHT))
    brought(fetch(ntlm.url_for("/two"), credentials=RIGHT))
    assert ntlm.statuses == [401, 401, 206, 206]
    assert not ntlm.visits[-1].authorization
    assert ntlm.visits[-1].connection == 1


def test_nobody_else_gets_a_connection_that_is_signed_in(ntlm, fetch):
    brought(fetch(ntlm.url_for("/one"), credentials=RIGHT))
    for stranger in (None, WRONG):
        with pytest.raises(TransferFailed):
            fetch(ntlm.url_for("/two"), credentials=stranger).run()
    signed_in = ntlm.visits[2].connection
    assert [visit.path for visit in ntlm.visits if visit.connection == signed_in] == ["/one"] * 3
    assert ntlm.statuses.count(206) == 1


def test_what_was_signed_in_by_hand_is_nobody_elses_either(fetch):
    class Trusting(Gate):
        """Takes whoever comes on a connection for the one who brought a ticket on it."""

        is_signed_in = False

        def check(self, authorization, path):
            self.is_signed_in |= authorization == "Negotiate dGlja2V0"
            return Ticket(self.is_signed_in, ("Negotiate",))

    with GuardedServer(b"little", Trusting) as server:
        by_hand = (("Authorization", "Negotiate dGlja2V0"),)
        brought(fetch(server.url_for("/one"), headers=by_hand))
        with pytest.raises(TransferFailed):
            fetch(server.url_for("/two")).run()
        assert server.statuses == [206, 401]


def test_a_connection_that_ends_in_the_middle_of_the_handshake_is_a_lost_one(ntlm, fetch):
    class Closing(Ntlm):
        def check(self, authorization, path):
            ticket = super().check(authorization, path)
            if ticket.challenges and " " in ticket.challenges[0]:
                ticket.fields = {"Connection": "close"}
            return ticket

    ntlm.new_gate = Closing
    with pytest.raises(TransferFailed) as failed:
        fetch(ntlm.url, credentials=RIGHT).run()
    assert failed.value.error.kind is ErrorKind.CONNECTION_LOST
    assert ntlm.statuses == [401, 401], "half of it is told to nobody else"
    ntlm.new_gate = Ntlm
    brought(fetch(ntlm.url, credentials=RIGHT))


def test_a_server_that_forgets_who_is_there_is_told_again(ntlm, fetch):
    class Forgetful(Ntlm):
        """As IIS with authPersistSingleRequest."""

        def check(self, authorization, path):
            ticket = super().check(authorization, path)
            if ticket.lets_in:
                self.is_signed_in = False
                self._context = None
            return ticket

    ntlm.new_gate = Forgetful
    for path in ("/one", "/two"):
        brought(fetch(ntlm.url_for(path), credentials=RIGHT))
    assert ntlm.statuses == [401, 401, 206, 401, 401, 206]


# --- Kerberos -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def keytab() -> Iterator[Path]:
    if why := why_no_kerberos():
        pytest.skip(why)
    with realm(free_port) as keytab:
        yield keytab


def test_a_ticket_that_is_there_does_without_a_password(keytab, fetch):
    with GuardedServer(b"little", lambda: Negotiate(keytab)) as server:
        url = server.url_for("/file.bin", "localhost")
        with pytest.raises(TransferFailed):
            fetch(url).run()
        assert not any(visit.authorization for visit in server.visits), "nobody asked us to"
        kinit()
        brought(fetch(url, credentials=SignIn(USER)))
        assert server.visits[-1].authorization.startswith("Negotiate ")


def test_whoever_has_no_ticket_signs_in_with_what_else_is_offered(keytab, fetch):
    class Either(Gate):
        def __init__(self) -> None:
            self.kerberos, self.basic = Negotiate(keytab), Basic("local", PASSWORD)

        def check(self, authorization, path):
            basic = self.basic.check(authorization, path)
            return Ticket(basic.lets_in, ("Negotiate", *basic.challenges))

    with GuardedServer(b"little", Either) as server:
        url = server.url_for("/file.bin", "localhost")
        brought(fetch(url, credentials=SignIn("local", PASSWORD)))
        assert server.visits[-1].authorization.startswith("Basic ")
