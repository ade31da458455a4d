"""Signing in, attacked: what is sent to whom and when, with servers that ask for too much."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable, Iterator

import pytest

from engine.errors import ErrorKind, JobError, TransferFailed, TransferStopped
from engine.sign_in import SignIn
from engine.wire.auth import NO_WAY, REFUSED, REFUSED_TWICE
from engine.wire.http import HttpClient, Remote
from engine.wire.line import LinePool
from signing_servers import (
    PASSWORD,
    USER,
    Basic,
    Bearer,
    Digest,
    Gate,
    GuardedServer,
    Nonces,
    Open,
    Ticket,
)

RIGHT = SignIn(USER, PASSWORD)
TOKEN = SignIn(token=PASSWORD)
LITTLE = b"little"


@pytest.fixture
def pool() -> Iterator[LinePool]:
    pool = LinePool()
    yield pool
    pool.close_idle()


@pytest.fixture
def get(pool: LinePool) -> Callable[..., bytes]:
    """Fetches a link with a client of its own, over the connections that all share."""

    def get(url: str, sign_in: SignIn | None = None, **remote) -> bytes:
        client = HttpClient(Remote(url, credentials=sign_in, **remote), pool)
        with contextlib.closing(client), contextlib.closing(client.fetch({})) as answer:
            return b"".join(answer.chunks())

    return get


def refusal(get: Callable[..., bytes], *args, **remote) -> JobError:
    with pytest.raises(TransferFailed) as failed:
        get(*args, **remote)
    return failed.value.error


@contextlib.contextmanager
def serving(gate: Callable[[], Gate] | Gate) -> Iterator[GuardedServer]:
    new_gate = (lambda: gate) if isinstance(gate, Gate) else gate
    with GuardedServer(LITTLE, new_gate) as server:
        yield server


class Says(Gate):
    """Refuses everybody, with these challenges."""

    def __init__(self, *challenges: str) -> None:
        self._challenges = challenges

    def check(self, authorization, path):
        return Ticket(False, self._challenges)


def signatures(server: GuardedServer) -> list[str]:
    """The schemes of all signed requests."""
    return [visit.authorization.partition(" ")[0] for visit in server.visits if visit.authorization]


# --- what is sent -------------------------------------------------------------------------------


def test_a_server_that_does_not_ask_learns_nothing(get):
    with serving(Open) as server:
        for sign_in in (RIGHT, TOKEN):
            assert get(server.url, sign_in) == LITTLE
        assert signatures(server) == []


@pytest.mark.parametrize(
    ("challenges", "sent"),
    [
        (['Basic realm="a"'], ["Basic"]),
        (['Basic realm="a"', 'Digest realm="a", nonce="n", qop="auth"'], ["Digest"]),
        (['Basic realm="a", Digest realm="a", nonce="n"'], ["Digest"]),
        (['Digest realm="a", nonce="n", algorithm=SHA-512-256, Basic realm="a"'], ["Basic"]),
        (['Digest realm="a", nonce="n", qop="auth-int"', "Basic"], ["Basic"]),
        (['Digest realm="a", nonce="n", qop="auth-int, auth"', "Basic"], ["Digest"]),
        (['Digest realm="a"', "Basic"], ["Basic"]),
        (["Bearer", "Basic"], ["Basic"]),
        (["Bearer"], []),
        (["OAuth, Hawk"], []),
        ([], []),
    ],
)
def test_the_strongest_that_can_be_answered_is_tried_alone(get, challenges, sent):
    with serving(Says(*challenges)) as server:
        error = refusal(get, server.url, RIGHT)
        assert signatures(server) == sent
    assert error.kind is ErrorKind.CREDENTIALS_NEEDED
    assert error.detail.endswith(REFUSED) == bool(sent)


def test_of_several_hashes_the_strongest_is_taken(get):
    md5, sha = ('Digest realm="a", nonce="n", algorithm=' + name for name in ("MD5", "SHA-256"))
    with serving(Says(md5, sha)) as server:
        refusal(get, server.url, RIGHT)
        assert "algorithm=SHA-256" in server.visits[-1].authorization


def test_a_token_goes_to_who_asks_for_one(get):
    with serving(Bearer) as server:
        assert get(server.url, TOKEN) == LITTLE
        assert get(server.url, TOKEN) == LITTLE
        assert server.statuses == [401, 200, 200]


def test_a_token_is_not_shown_to_who_asks_for_a_password(get):
    with serving(Says("Basic", "Digest realm=a, nonce=b")) as server:
        error = refusal(get, server.url, TOKEN)
        assert signatures(server) == []
    assert "it asks for Basic, Digest, with which" in error.detail


def test_a_server_that_forgets_to_name_a_scheme_gets_the_token_but_no_password(get):
    with serving(Says()) as server:
        assert NO_WAY in refusal(get, server.url, RIGHT).detail
        assert signatures(server) == []
        assert REFUSED in refusal(get, server.url, TOKEN).detail
        assert signatures(server) == ["Bearer"]


@pytest.mark.parametrize("token", ["a b", "a\r\nX-Evil: 1", "ä", "", " "])
def test_a_token_that_is_none_is_not_sent(get, token):
    with serving(Bearer) as server:
        if token:
            assert (
                "the token holds characters" in refusal(get, server.url, SignIn(token=token)).detail
            )
        assert signatures(server) == []


def test_names_and_passwords_of_all_alphabets(get):
    sign_in = SignIn("Ödön", "пароль:€ ")
    with serving(lambda: Basic(*sign_in[:2])) as server:
        assert get(server.url, sign_in) == LITTLE
    with serving(Says('Digest realm="Überall", nonce="n", qop="auth"')) as server:
        refusal(get, server.url, sign_in)
        assert signatures(server) == ["Digest"]
        sent = server.visits[-1].authorization.encode("latin-1").decode()
        assert sent.startswith('Digest username="Ödön", realm="Überall", ')


def test_what_was_given_by_hand_is_sent_as_it_is(get):
    with serving(Bearer) as server:
        by_hand = (("Authorization", f"Bearer {PASSWORD}"),)
        assert get(server.url, fields=by_hand) == LITTLE
        assert server.statuses == [200]
        assert REFUSED in refusal(get, server.url, fields=(("Authorization", "Bearer x"),)).detail


# --- how often ----------------------------------------------------------------------------------


def test_the_refusal_says_who_asks_and_for_what(get):
    with serving(Basic) as server:
        error = refusal(get, server.url)
        assert error.detail == "HTTP 401 Unauthorized, realm “files”"
        assert (error.http_status, error.subject) == (401, f"127.0.0.1:{server.port}")
        assert error.origin == f"http:127.0.0.1:{server.port}"
        wrong = SignIn(USER, "wrong")
        told = [refusal(get, server.url, wrong).detail.rpartition(": ")[2] for _ in range(4)]
    assert told == [REFUSED, REFUSED, REFUSED_TWICE, REFUSED_TWICE]


def test_many_at_a_time_do_not_show_a_wrong_sign_in_more_often(get):
    with serving(Basic) as server:
        told: list[str] = []
        threads = [
            threading.Thread(
                target=lambda: told.append(refusal(get, server.url, SignIn(USER, "wrong")).detail)
            )
            for _ in range(12)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(signatures(server)) == 2
    assert len(told) == 12


def test_nor_where_the_server_first_asked_for_nothing(get):
    class Half(Basic):
        def check(self, authorization, path):
            return Ticket(True) if path == "/open" else super().check(authorization, path)

    wrong = SignIn(USER, "wrong")
    with serving(Half) as server:
        assert get(server.url_for("/open"), wrong) == LITTLE
        threads = [
            threading.Thread(target=lambda: refusal(get, server.url, wrong)) for _ in range(12)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(signatures(server)) == 2


def test_another_realm_each_time_does_not_show_it_more_often(get):
    class Changing(Gate):
        count = 0

        def check(self, authorization, path):
            self.count += 1
            return Ticket(False, (f'Basic realm="{self.count}"',))

    with serving(Changing()) as server:
        for _ in range(6):
            refusal(get, server.url, RIGHT)
        assert len(signatures(server)) == 2


def test_a_password_that_was_changed_meanwhile_is_not_sent_for_ever(get):
    class Changing(Gate):
        now = Basic()

        def check(self, authorization, path):
            return self.now.check(authorization, path)

    gate = Changing()
    with serving(gate) as server:
        assert get(server.url, RIGHT) == LITTLE
        gate.now = Basic(USER, "changed")
        refusal(get, server.url, RIGHT)
        assert len(signatures(server)) == 2, "what was just refused is not said again at once"
        for _ in range(4):
            refusal(get, server.url, RIGHT)
        assert [visit.status for visit in server.visits if visit.authorization] == [200, 401, 401]
        assert get(server.url, SignIn(USER, "changed")) == LITTLE


def test_a_place_where_it_does_not_help_spoils_no_other(get):
    class Rooms(Gate):
        def __init__(self) -> None:
            self.mine, self.yours = Basic(realm="mine"), Basic("you", realm="yours")

        def check(self, authorization, path):
            gate = self.mine if path.startswith("/mine") else self.yours
            return gate.check(authorization, path)

    with serving(Rooms) as server:
        assert get(server.url_for("/mine"), RIGHT) == LITTLE
        for _ in range(4):
            refusal(get, server.url_for("/yours"), RIGHT)
        shown = [visit for visit in server.visits if visit.path == "/yours" and visit.authorization]
        assert len(shown) == 2
        assert get(server.url_for("/mine"), RIGHT) == LITTLE


def test_a_nonce_that_is_too_old_is_no_refusal(get):
    nonces = Nonces()
    with serving(lambda: Digest(nonces)) as server:
        for _ in range(4):
            assert get(server.url, RIGHT) == LITTLE
            nonces.good.clear()
        assert server.statuses == [401, 200] + [401, 200] * 3
        assert get(server.url, RIGHT) == LITTLE


def test_a_server_that_always_says_stale_is_left(get):
    with serving(Says('Digest realm="a", nonce="n", stale=true')) as server:
        for _ in range(3):
            refusal(get, server.url, RIGHT)
        assert len(server.visits) < 12


def test_a_nonce_serves_many_requests_and_each_counts(get):
    nonces = Nonces()
    with serving(lambda: Digest(nonces)) as server:
        threads = [threading.Thread(target=get, args=(server.url, RIGHT)) for _ in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert server.statuses.count(401) == 1
        counts = [visit.authorization.partition("nc=")[2][:8] for visit in server.visits[1:]]
        assert sorted(counts) == [f"{number:08x}" for number in range(1, 13)]


def test_who_is_stopped_waits_no_longer_for_the_first_answer(pool):
    let_go, asked = threading.Event(), threading.Event()

    class Slow(Gate):
        def check(self, authorization, path):
            asked.set()
            let_go.wait(20)
            return Ticket(lets_in=True)

    with serving(Slow) as server:
        first, second = (HttpClient(Remote(server.url, credentials=RIGHT), pool) for _ in "12")
        begun = threading.Thread(target=lambda: first.fetch({}).close())
        begun.start()
        asked.wait(10)
        stopper = threading.Timer(0.2, second.stop)
        stopper.start()
        with pytest.raises(TransferStopped):
            second.fetch({})
        stopper.join()
        let_go.set()
        begun.join()
        assert len(server.visits) == 1
        first.close()
        second.close()


# --- hostile answers ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "challenge",
    [
        "NTLM !!!", "NTLM", "Negotiate", "NTLM TlRMTVNTUAADAAAA", 'Digest realm="a"b", nonce=c"',
        'Digest realm="\\"", nonce="\\\\", opaque="\\"", qop="auth"', "Digest realm=a, nonce=",
        'Digest realm="a", nonce="n", algorithm="MD5-SESS", qop=auth', "Basic " + "x" * 30_000,
        'Digest realm="ä€", nonce="€", qop="auth"', "Digest " + "a=b, " * 5000, "=", '"',
    ],
)  # fmt: skip
def test_whatever_is_asked_for_the_job_only_wants_a_sign_in(get, challenge):
    class Asks(Gate):
        def check(self, authorization, path):
            return Ticket(False, (challenge.encode().decode("latin-1"),))

    with serving(Asks) as server:
        error = refusal(get, server.url, RIGHT)
        assert error.kind is ErrorKind.CREDENTIALS_NEEDED
        assert len(server.visits) <= 4
    assert PASSWORD not in error.detail
    assert len(error.detail) < 400


def test_ntlm_that_never_ends_is_left(get):
    pytest.importorskip("httpx_ntlm", reason='not installed: pip install "holdfast[ntlm]"')
    # A challenge as a real server makes it, again and again.
    challenge = (
        "TlRMTVNTUAACAAAABgAGADgAAAAFgomih5Y9EOChAxUAAAAAAAAAAC4ALgA+AAAABQCTCAAAAA9T"
        "AFIAVgACAAYAUwBSAFYAAQAGAFMAUgBWAAQABgBzAHIAdgADAAYAcwByAHYABwAIAAAAAAAAAAAAAAAAAA=="
    )
    with serving(Says(f"NTLM {challenge}")) as server:
        for _ in range(5):
            assert refusal(get, server.url, RIGHT).kind is ErrorKind.CREDENTIALS_NEEDED
        assert len(server.visits) < 20


@pytest.mark.parametrize("length", [0, 1, 1 << 16, (1 << 16) + 1, 5_000_000])
def test_the_body_of_a_refusal_is_read_only_if_that_is_cheap(get, length):
    with serving(Basic) as server:
        server.refusal = b"x" * length
        assert get(server.url, RIGHT) == LITTLE
        assert {visit.connection for visit in server.visits} == (
            {1} if length <= 1 << 16 else {1, 2}
        )


def test_a_secret_that_comes_back_in_the_realm_is_not_shown(get):
    class Telling(Gate):
        def check(self, authorization, path):
            realm = f"you are {USER} and say {PASSWORD}" if authorization else "say it"
            return Ticket(False, (f'Basic realm="{realm}"',))

    with serving(Telling) as server:
        error = refusal(get, server.url, RIGHT)
    assert PASSWORD not in error.detail
    assert error.detail == f"HTTP 401 Unauthorized: {REFUSED}"


def test_a_realm_with_letters_that_deceive_is_shown_without_them(get):
    with serving(
        Says(
            'Basic realm="bank\u202emoc.live\u2066 https://x/?token=abc"'.encode().decode("latin-1")
        )
    ) as server:
        detail = refusal(get, server.url).detail
    assert detail.isprintable()
    assert "token=abc" not in detail


# --- extras that are not installed ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("scheme", "module", "extra"),
    [("NTLM", "httpx_ntlm", "ntlm"), ("Negotiate", "httpx_gssapi", "negotiate")],
)
def test_an_extra_that_is_missing_is_named(get, monkeypatch, scheme, module, extra):
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setitem(sys.modules, "httpx_ntlm", None)
    with serving(Says(scheme)) as server:
        detail = refusal(get, server.url, RIGHT).detail
        assert signatures(server) == []
    assert f'needs the extra "{extra}": pip install "holdfast[{extra}]"' in detail


def test_without_the_extra_a_weaker_scheme_is_taken(get, monkeypatch):
    class Either(Basic):
        def check(self, authorization, path):
            ticket = super().check(authorization, path)
            return Ticket(ticket.lets_in, ("NTLM", "Negotiate", *ticket.challenges))

    for module in ("httpx_ntlm", "httpx_gssapi"):
        monkeypatch.setitem(sys.modules, module, None)
    with serving(Either) as server:
        assert get(server.url, RIGHT) == LITTLE
        assert signatures(server) == ["Basic"]


# --- what the other schemes of the web know ------------------------------------------------------


def test_a_field_that_httpx_would_stumble_over_is_read(get):
    nonces = Nonces()

    class Mixed(Digest):
        def check(self, authorization, path):
            ticket = super().check(authorization, path)
            return Ticket(
                ticket.lets_in,
                tuple(f'Newauth x="Digest, Basic", {one}, Foo' for one in ticket.challenges),
            )

    with serving(lambda: Mixed(nonces)) as server:
        assert get(server.url, RIGHT) == LITTLE
