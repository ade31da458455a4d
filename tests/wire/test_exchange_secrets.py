"""What may be shown of exchanges holds nothing of a sign-in, whoever made the signature."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.errors import TransferFailed
from engine.sign_in import SignIn
from engine.wire.exchanges import HIDDEN, secret_words
from engine.wire.spec import Exchange
from fault_server import Fault, FaultServer
from signing_servers import (
    PASSWORD,
    USER,
    Basic,
    Bearer,
    Digest,
    Gate,
    GuardedServer,
    Nonces,
    Ntlm,
    Ticket,
    ntlm_users,
)


class Echoing(Gate):
    """Tells everything back that it was told, in the places where one may look."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    def check(self, authorization: str | None, path: str) -> Ticket:
        ticket = self._gate.check(authorization, path)
        made = (authorization or "").partition(" ")[2]
        ticket.fields = {"X-Echo": f"you said {authorization}", "X-Made": f"[{made}]"}
        return ticket


@pytest.fixture
def show(transfer, recorder) -> Callable[..., list[Exchange]]:
    def show(gate: Callable[[], Gate], sign_in: SignIn) -> list[Exchange]:
        with GuardedServer(b"little", lambda: Echoing(gate())) as server:
            server.more_fields = {
                "X-Secret": f"is {PASSWORD}",
                "Location": f"/?said={PASSWORD}",
                "X-Pair": "YWRhOnMzY3JldC0wcGVuc2VzYW1l",
            }
            transfer(server.url, credentials=sign_in).run()
        return recorder.exchanges

    return show


@pytest.mark.parametrize("scheme", ["Basic", "Digest", "Bearer", "NTLM"])
def test_nothing_of_a_signature_is_shown_though_it_comes_back(show, scheme, tmp_path_factory):
    nonces = Nonces()
    gates = {"Basic": Basic, "Digest": lambda: Digest(nonces), "Bearer": Bearer, "NTLM": Ntlm}
    sign_in = SignIn(token=PASSWORD) if scheme == "Bearer" else SignIn(USER, PASSWORD)
    if scheme == "NTLM":
        pytest.importorskip("httpx_ntlm", reason='not installed: pip install "holdfast[ntlm]"')
    with ntlm_users(tmp_path_factory.mktemp("ntlm")):
        exchanges = show(gates[scheme], sign_in)
    signed = [one for one in exchanges if dict(one.sent).get("Authorization")]
    assert signed
    for exchange in exchanges:
        sent, received = dict(exchange.sent), dict(exchange.received)
        assert sent.get("Authorization", HIDDEN) == HIDDEN
        assert PASSWORD not in repr(exchange)
        # That is the name and the password, as Basic spells them.
        assert sign_in.token or "YWRhOnMzY3JldC0wcGVuc2VzYW1l" not in repr(exchange)
        if exchange in signed and "X-Echo" in received:
            assert received["X-Echo"] == f"you said {HIDDEN}"
            assert received["X-Made"] == f"[{HIDDEN}]"
    asked = dict(exchanges[0].received)["WWW-Authenticate"]
    assert HIDDEN not in asked, "how to sign in is no secret"


def test_a_signature_for_a_proxy_is_hidden(server, transfer, recorder, monkeypatch):
    with FaultServer(server.content) as proxy:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        proxy.fault = Fault(fields={"X-Echo": f"Basic {PASSWORD}"})
        by_hand = (("Proxy-Authorization", f"Basic {PASSWORD}"),)
        transfer("http://public.example/file.bin", headers=by_hand).run()
        assert proxy.requests[0].fields["proxy-authorization"] == f"Basic {PASSWORD}"
    assert PASSWORD not in repr(recorder.exchanges)


def test_nothing_of_a_sign_in_is_in_the_error_either(transfer, recorder):
    class Angry(Gate):
        def check(self, authorization, path):
            return Ticket(
                False, (f'Basic realm="no {authorization} no"', f"Digest realm={PASSWORD}")
            )

    with GuardedServer(b"little", Angry) as server, pytest.raises(TransferFailed) as failed:
        transfer(server.url, credentials=SignIn(USER, PASSWORD)).run()
    assert PASSWORD not in repr(failed.value.error) + repr(recorder.exchanges)


@pytest.mark.parametrize(
    ("name", "value", "secret", "plain"),
    [
        (
            "cookie",
            'sid=pl4nt-cookie; lang=en; session="quoted-one"; theme=dark; bare',
            {"pl4nt-cookie", "quoted-one"},
            {"en", "sid", "lang", "session", "theme", "dark", "bare"},
        ),
        ("authorization", "Bearer pl4nt-bearer", {"pl4nt-bearer"}, {"Bearer"}),
        ("x-mine", "a 1", {"a 1"}, {"a", "1"}),
        ("user-agent", "Mozilla/5.0 (X11)", set(), {"Mozilla/5.0"}),
    ],
)
def test_of_a_field_its_secrets_are_hidden_elsewhere_and_no_word_that_everybody_uses(
    name, value, secret, plain
):
    words = set(secret_words(name, value))
    assert secret <= words
    assert not words & plain
    assert (value in words) is bool(secret)
