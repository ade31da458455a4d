"""Whom connections trust: real handshakes with servers that have every kind of certificate."""

from __future__ import annotations

import datetime
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest
import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from engine.errors import ErrorContext, ErrorKind, TransferFailed
from engine.wire.classify import classify
from engine.wire.handshake import look_at_certificates
from engine.wire.http import HttpClient, Remote
from engine.wire.line import LinePool
from engine.wire.proxies import Host
from engine.wire.road import Trust
from engine.wire.tls import fingerprint_of, tls_context
from fault_server import Fault, FaultServer
from keep_alive_server import KeepAliveServer
from trusting import context_for, der_of, error, look, pin_of, status
from watching import watched

LONG_AGO = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)


@pytest.fixture
def pool() -> Iterator[LinePool]:
    pool = LinePool()
    yield pool
    pool.close_idle()


def untrusted(kind: str, house: trustme.CA) -> trustme.LeafCert:
    """A certificate with one thing wrong with it."""
    if kind == "expired":
        return house.issue_cert("127.0.0.1", not_before=LONG_AGO, not_after=LONG_AGO.replace(day=2))
    if kind == "wrong host":
        return house.issue_cert("elsewhere.example")
    if kind == "wrong address":
        return house.issue_cert("127.0.0.2")
    return trustme.CA().issue_cert("127.0.0.1")


KINDS = {
    "expired": "The certificate has expired.",
    "wrong host": "The certificate is for another address.",
    "wrong address": "The certificate is for another address.",
    "unknown issuer": "Nobody whom this computer trusts vouches for the server.",
}


@pytest.fixture(params=KINDS)
def kind(request) -> str:
    return request.param


@pytest.fixture
def certificate(kind, house) -> trustme.LeafCert:
    return untrusted(kind, house)


@pytest.fixture
def server(certificate, content) -> Iterator[FaultServer]:
    with FaultServer(content, tls=context_for(certificate)) as server:
        yield server


class TestAnUntrustedCertificate:
    def test_is_rejected(self, server, pool, ca_file):
        told = error(pool, server.url, ca_file=ca_file)
        assert told.kind is ErrorKind.CERTIFICATE_REJECTED
        assert told.context is ErrorContext.GENERAL_TRANSPORT
        assert told.subject == f"127.0.0.1:{server.port}"
        assert not told.is_transient
        assert not server.requests

    def test_can_be_accepted_for_itself_alone(self, server, certificate, pool, ca_file):
        pin = pin_of(server, certificate)
        assert status(pool, server.url, ca_file=ca_file, pins=(pin,)) == 206
        # A job that has accepted nothing is given neither the connection nor the trust.
        assert error(pool, server.url, ca_file=ca_file).kind is ErrorKind.CERTIFICATE_REJECTED
        assert len(server.requests) == 1

    def test_is_accepted_once_for_all_connections_of_the_job(
        self, server, certificate, pool, ca_file
    ):
        with KeepAliveServer(tls=context_for(certificate)) as keeper, watched() as watch:
            port = int(keeper.url.split(":")[2].partition("/")[0])
            pins = (f"127.0.0.1:{port} {fingerprint_of(der_of(certificate))}",)
            for _ in range(3):
                assert status(pool, keeper.url, ca_file=ca_file, pins=pins) == 200
            assert watch.ports == [port]
            # The connection is there, and is nothing to a job that has not accepted it.
            assert error(pool, keeper.url, ca_file=ca_file).kind is ErrorKind.CERTIFICATE_REJECTED

    def test_is_not_accepted_for_another_port(self, server, certificate, pool, ca_file):
        pin = pin_of(server, certificate).replace(str(server.port), "1")
        told = error(pool, server.url, ca_file=ca_file, pins=(pin,))
        assert told.kind is ErrorKind.CERTIFICATE_REJECTED
        assert not server.requests

    def test_is_shown_with_what_is_wrong(self, server, certificate, kind, pool, ca_file):
        shown = look(pool, server.url, ca_file)
        assert shown.server == Host("127.0.0.1", server.port)
        assert shown.chain[0] == der_of(certificate)
        assert shown.problem == KINDS[kind]
        assert not server.requests
        assert look(pool, server.url, ca_file, pins=(pin_of(server, certificate),)).problem == ""


class TestAPin:
    def test_of_another_certificate_is_no_use(self, house, content, pool, ca_file):
        mine, other = (trustme.CA().issue_cert("127.0.0.1") for _ in range(2))
        with FaultServer(content, tls=context_for(mine)) as server:
            pins = (pin_of(server, other),)
            told = error(pool, server.url, ca_file=ca_file, pins=pins)
            assert told.kind is ErrorKind.CERTIFICATE_REJECTED
            assert "another certificate" in told.detail
            assert not server.requests
            shown = look(pool, server.url, ca_file, pins=pins)
            assert shown.chain[0] == der_of(mine)
            assert "another certificate" in shown.problem

    def test_is_a_promise_that_a_good_certificate_does_not_keep(
        self, house, content, pool, ca_file
    ):
        accepted = trustme.CA().issue_cert("127.0.0.1")
        good = house.issue_cert("127.0.0.1")
        with FaultServer(content, tls=context_for(good)) as server:
            assert status(pool, server.url, ca_file=ca_file) == 206
            told = error(pool, server.url, ca_file=ca_file, pins=(pin_of(server, accepted),))
            assert told.kind is ErrorKind.CERTIFICATE_REJECTED

    def test_of_an_old_certificate_may_stay_beside_that_of_the_new_one(self, content, pool):
        old, new = (trustme.CA().issue_cert("127.0.0.1") for _ in range(2))
        with FaultServer(content, tls=context_for(new)) as server:
            pins = (pin_of(server, old), pin_of(server, new).upper())
            assert status(pool, server.url, pins=pins) == 206

    def test_for_somebody_else_changes_nothing(self, house, content, pool, ca_file):
        good = house.issue_cert("127.0.0.1")
        with KeepAliveServer(tls=context_for(good)) as keeper, watched() as watch:
            pins = (f"other.example:443 {'0' * 64}",)
            assert status(pool, keeper.url, ca_file=ca_file, pins=pins) == 200
            # Nor does it keep jobs apart.
            assert status(pool, keeper.url, ca_file=ca_file) == 200
            assert len(watch.ports) == 1


def test_a_good_certificate_has_no_problem(house, content, pool, ca_file):
    with FaultServer(content, tls=context_for(house.issue_cert("127.0.0.1"))) as server:
        assert look(pool, server.url, ca_file).problem == ""
        assert not server.requests


def test_names_are_checked_as_well_as_addresses(house, content, pool, ca_file):
    with FaultServer(content, tls=context_for(house.issue_cert("localhost"))) as server:
        named = server.url.replace("127.0.0.1", "localhost")
        assert status(pool, named, ca_file=ca_file) == 206
        told = error(pool, server.url, ca_file=ca_file)
        assert told.kind is ErrorKind.CERTIFICATE_REJECTED


def test_who_vouches_for_itself_is_told_so(content, pool, tmp_path):
    signed = self_signed(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(signed)
    with FaultServer(content, tls=context) as server:
        assert error(pool, server.url).kind is ErrorKind.CERTIFICATE_REJECTED
        shown = look(pool, server.url, None)
        assert shown.problem == "The server vouches for itself; nobody else does."
        pin = f"127.0.0.1:{server.port} {fingerprint_of(shown.chain[0])}"
        assert status(pool, server.url, pins=(pin,)) == 206


def self_signed(folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    path = folder / "self.pem"
    pem = serialization.Encoding.PEM
    path.write_bytes(
        made.public_bytes(pem)
        + key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return path


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_old_tls_is_not_spoken(house, content, pool, ca_file):
    context = context_for(house.issue_cert("127.0.0.1"))
    context.minimum_version = ssl.TLSVersion.TLSv1
    context.maximum_version = ssl.TLSVersion.TLSv1_1
    context.set_ciphers("ALL:@SECLEVEL=0")
    with FaultServer(content, tls=context) as server:
        told = error(pool, server.url, ca_file=ca_file)
        assert told.kind is ErrorKind.TLS_FAILED
        assert told.subject == f"127.0.0.1:{server.port}"
        pins = (f"127.0.0.1:{server.port} {'0' * 64}",)
        assert error(pool, server.url, pins=pins).kind is ErrorKind.TLS_FAILED


def test_a_server_of_foreign_ciphers_is_not_taken_for_one_that_wants_a_certificate(
    house, content, pool, ca_file
):
    context = context_for(house.issue_cert("127.0.0.1"))
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    # None of them goes with the key of that certificate.
    context.set_ciphers("ECDHE-RSA-AES256-GCM-SHA384")
    with FaultServer(content, tls=context) as server:
        told = error(pool, server.url, ca_file=ca_file)
        assert told.kind is ErrorKind.TLS_FAILED
        assert "handshake failure" in told.detail


def test_no_context_of_ours_speaks_old_tls():
    server = Host("a.example", 443)
    for pins in ((), (f"a.example:443 {'0' * 64}",)):
        context = tls_context(server, pins=pins)
        assert context.minimum_version is ssl.TLSVersion.TLSv1_2


def test_a_redirect_to_an_untrusted_server_names_that_one(house, content, pool, ca_file):
    stranger = trustme.CA().issue_cert("127.0.0.1")
    with (
        FaultServer(content, tls=context_for(house.issue_cert("127.0.0.1"))) as first,
        FaultServer(content, tls=context_for(stranger)) as second,
    ):
        first.fault = Fault(redirect=second.url)
        told = error(pool, first.url, ca_file=ca_file)
        assert told.subject == f"127.0.0.1:{second.port}"
        shown = look_at_certificates(pool, first.url, told.subject, Trust(ca_file))
        assert shown is not None
        assert shown.server == Host("127.0.0.1", second.port)
        assert shown.problem == KINDS["unknown issuer"]


def test_there_is_nothing_to_show_where_nothing_is_encrypted(content, pool):
    with FaultServer(content) as server:
        assert look_at_certificates(pool, server.url, "", Trust()) is None
        assert not server.requests


def test_nobody_there_is_an_error_of_its_own(pool):
    with pytest.raises(TransferFailed):
        look_at_certificates(pool, "https://127.0.0.1:1/", "", Trust())


def test_another_refusal_of_an_encrypted_server_is_read_whole(house, content, pool, ca_file):
    with FaultServer(content, tls=context_for(house.issue_cert("127.0.0.1"))) as server:
        server.fault = Fault(status=400, page=b"No, thank you.")
        remote = Remote(server.url, ca_file=ca_file, stall_timeout=5.0)
        with (
            closing(HttpClient(remote, pool)) as client,
            closing(client.fetch({})) as answer,
        ):
            assert answer.head.status == 400
            assert b"".join(answer.chunks()) == b"No, thank you."


def test_a_server_that_ends_the_handshake_is_a_lost_connection(pool):
    def hang_up(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(100)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=hang_up, args=(listener,))
        thread.start()
        with pytest.raises(httpx.TransportError) as failure:
            status(pool, f"https://127.0.0.1:{listener.getsockname()[1]}/")
        thread.join()
    assert classify(failure.value).kind is ErrorKind.CONNECTION_LOST
