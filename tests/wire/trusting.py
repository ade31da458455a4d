"""Servers with certificates of every kind, and what connections say to them."""

from __future__ import annotations

import ssl
from contextlib import closing
from pathlib import Path

import pytest
import trustme

from engine.errors import JobError, TransferFailed
from engine.wire.classify import WayBlocked, classify
from engine.wire.handshake import Shown, look_at_certificates
from engine.wire.http import HttpClient, Remote
from engine.wire.line import LinePool
from engine.wire.road import Trust
from engine.wire.tls import fingerprint_of
from fault_server import FaultServer


def context_for(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def der_of(certificate: trustme.LeafCert) -> bytes:
    return ssl.PEM_cert_to_DER_cert(certificate.cert_chain_pems[0].bytes().decode())


def pin_of(server: FaultServer, certificate: trustme.LeafCert) -> str:
    return f"127.0.0.1:{server.port} {fingerprint_of(der_of(certificate))}"


def status(pool: LinePool, url: str, **remote) -> int:
    with (
        closing(HttpClient(Remote(url, stall_timeout=5.0, **remote), pool)) as client,
        closing(client.fetch({"Range": "bytes=0-9"})) as answer,
    ):
        for _ in answer.chunks():
            pass
        return answer.head.status


def error(pool: LinePool, url: str, **remote) -> JobError:
    with pytest.raises((WayBlocked, TransferFailed)) as failure:
        status(pool, url, **remote)
    return classify(failure.value)


def look(pool: LinePool, url: str, ca_file: Path | None, **trust) -> Shown:
    shown = look_at_certificates(pool, url, "", Trust(ca_file, **trust))
    assert shown is not None
    return shown
