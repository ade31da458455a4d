"""Client certificates: from which files they come, who is shown them, and what is left on disk."""

from __future__ import annotations

import os
import ssl
import stat
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import trustme

from certificate_files import pem_file, pkcs12_file
from engine.errors import ErrorContext, ErrorKind, RefusedError
from engine.wire.handshake import look_at_certificates
from engine.wire.line import LinePool
from engine.wire.road import Trust
from engine.wire.spec import ClientCertificate
from engine.wire.tls import check_client_certificate, fingerprint_of
from fault_server import Fault, FaultServer
from real_servers import find_program, free_port, wait_until_open
from trusting import context_for, error, look, status

PASSWORD = "häslich 7"


@pytest.fixture
def pool() -> Iterator[LinePool]:
    pool = LinePool()
    yield pool
    pool.close_idle()


class Guarded:
    """A server that lets in only who shows a certificate of its authority."""

    def __init__(self, house: trustme.CA, version: ssl.TLSVersion) -> None:
        self.authority = trustme.CA()
        self.context = context_for(house.issue_cert("127.0.0.1"))
        self.context.verify_mode = ssl.CERT_REQUIRED
        self.authority.configure_trust(self.context)
        self.context.maximum_version = version


@pytest.fixture(params=[ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def guarded(request, house, content) -> Iterator[tuple[FaultServer, trustme.CA]]:
    made = Guarded(house, request.param)
    with FaultServer(content, tls=made.context) as server:
        yield server, made.authority


FILES: dict[str, Callable[[Path, trustme.LeafCert], ClientCertificate]] = {
    "PEM": lambda folder, leaf: ClientCertificate(pem_file(folder, leaf)),
    "PEM with a password": lambda folder, leaf: ClientCertificate(
        pem_file(folder, leaf, PASSWORD), PASSWORD
    ),
    "PKCS#12": lambda folder, leaf: ClientCertificate(
        pkcs12_file(folder, leaf, PASSWORD), PASSWORD
    ),
    "PKCS#12 without a password": lambda folder, leaf: ClientCertificate(
        pkcs12_file(folder, leaf, "")
    ),
}


class TestAClientCertificate:
    @pytest.mark.parametrize("file", FILES)
    def test_lets_us_in(self, guarded, pool, ca_file, tmp_path, file):
        server, authority = guarded
        certificate = FILES[file](tmp_path, authority.issue_cert("me@house.example"))
        check_client_certificate(certificate)
        assert status(pool, server.url, ca_file=ca_file, client_certificate=certificate) == 206

    def test_that_is_missing_is_asked_for(self, guarded, pool, ca_file):
        server, _ = guarded
        told = error(pool, server.url, ca_file=ca_file)
        assert told.kind is ErrorKind.CLIENT_CERTIFICATE_NEEDED
        assert told.subject == f"127.0.0.1:{server.port}"
        assert not told.is_transient
        assert not server.requests

    def test_of_a_stranger_is_refused(self, guarded, pool, ca_file, tmp_path):
        server, _ = guarded
        certificate = ClientCertificate(pem_file(tmp_path, trustme.CA().issue_cert("a@b.example")))
        told = error(pool, server.url, ca_file=ca_file, client_certificate=certificate)
        assert told.kind is ErrorKind.CLIENT_CERTIFICATE_NEEDED
        assert told.subject == f"127.0.0.1:{server.port}"
        assert not server.requests

    def test_is_shown_to_no_other_server(self, guarded, house, content, pool, ca_file, tmp_path):
        server, authority = guarded
        certificate = ClientCertificate(pem_file(tmp_path, authority.issue_cert("a@b.example")))
        with FaultServer(content, tls=context_for(house.issue_cert("127.0.0.1"))) as first:
            first.fault = Fault(redirect=server.url)
            told = error(pool, first.url, ca_file=ca_file, client_certificate=certificate)
        assert told.kind in (ErrorKind.CLIENT_CERTIFICATE_NEEDED, ErrorKind.TLS_FAILED)
        assert not server.requests

    def test_is_shown_to_no_other_server_for_a_look_either(
        self, house, content, pool, ca_file, tmp_path
    ):
        made = Guarded(house, ssl.TLSVersion.TLSv1_2)
        certificate = ClientCertificate(
            pem_file(tmp_path, made.authority.issue_cert("a@b.example"))
        )
        trust = Trust(ca_file, client_certificate=certificate)
        with FaultServer(content, tls=made.context) as server:
            place = f"127.0.0.1:{server.port}"
            own = look_at_certificates(pool, server.url, place, trust)
            others = look_at_certificates(pool, "https://files.example/", place, trust)
        assert own is not None
        assert others is not None
        assert own.problem == ""
        assert others.problem.startswith("No secure connection came about")
        assert others.chain == own.chain

    def test_may_go_with_a_pin(self, content, pool, tmp_path):
        stranger = trustme.CA()
        made = Guarded(stranger, ssl.TLSVersion.TLSv1_3)
        certificate = ClientCertificate(
            pem_file(tmp_path, made.authority.issue_cert("a@b.example"))
        )
        with FaultServer(content, tls=made.context) as server:
            shown = look(pool, server.url, None)
            pin = f"127.0.0.1:{server.port} {fingerprint_of(shown.chain[0])}"
            assert status(pool, server.url, pins=(pin,), client_certificate=certificate) == 206

    def test_that_is_missing_does_not_keep_the_servers_from_being_seen(
        self, guarded, pool, ca_file
    ):
        server, _ = guarded
        assert look(pool, server.url, ca_file).chain

    @pytest.mark.parametrize("file", ["PEM with a password", "PKCS#12"])
    @pytest.mark.parametrize("password", ["", "wrong"])
    def test_needs_its_password(self, tmp_path, pool, file, password):
        right = FILES[file](tmp_path, trustme.CA().issue_cert("a@b.example"))
        certificate = ClientCertificate(right.path, password)
        with pytest.raises(RefusedError, match="cannot be opened with"):
            check_client_certificate(certificate)
        told = error(pool, "https://127.0.0.1:1/", client_certificate=certificate)
        assert (told.kind, told.context) == (
            ErrorKind.CLIENT_CERTIFICATE_NEEDED,
            ErrorContext.LOCAL_FILE,
        )

    def test_shows_no_password(self, tmp_path):
        assert "s3cret" not in repr(ClientCertificate(tmp_path, "s3cret"))

    def test_without_its_key_is_told_so(self, tmp_path):
        path = tmp_path / "half.pem"
        trustme.CA().issue_cert("a@b.example").cert_chain_pems[0].write_to_path(str(path))
        with pytest.raises(RefusedError, match="together with its key"):
            check_client_certificate(ClientCertificate(path))

    @pytest.mark.parametrize("content", [b"", b"hello", b"\x30\x82\x01", os.urandom(2000)])
    def test_that_is_none_is_told_so(self, tmp_path, content):
        path = tmp_path / "client.p12"
        path.write_bytes(content)
        with pytest.raises(RefusedError, match="client certificate"):
            check_client_certificate(ClientCertificate(path))

    def test_that_is_not_there_is_told_so(self, tmp_path):
        with pytest.raises(RefusedError, match="cannot be read"):
            check_client_certificate(ClientCertificate(tmp_path / "missing.pem"))

    def test_leaves_no_key_behind_that_can_be_read(self, tmp_path, monkeypatch):
        certificate = FILES["PKCS#12"](tmp_path, trustme.CA().issue_cert("a@b.example"))
        place = tmp_path / "tmp"
        place.mkdir()
        monkeypatch.setattr(tempfile, "tempdir", str(place))
        written = []

        unlink = Path.unlink

        def look(path: Path, missing_ok: bool = False) -> None:
            if path.is_relative_to(place):
                written.append((path.read_bytes(), stat.S_IMODE(path.stat().st_mode)))
            unlink(path, missing_ok)

        monkeypatch.setattr(Path, "unlink", look)
        check_client_certificate(certificate)
        ((content, mode),) = written
        assert b"BEGIN ENCRYPTED PRIVATE KEY" in content
        assert b"BEGIN PRIVATE KEY" not in content
        assert mode == 0o600
        assert not list(place.iterdir())


def test_nginx_that_wants_a_certificate_is_understood(house, pool, ca_file, tmp_path):
    nginx = find_program("nginx")
    if nginx is None:
        pytest.skip("not installed (make test does it): apt-get install nginx")
    authority, port = trustme.CA(), free_port()
    with tempfile.TemporaryDirectory(prefix="holdfast-nginx-", dir="/tmp") as folder:
        place = Path(folder)
        place.chmod(0o755)
        (place / "file.bin").write_bytes(b"0123456789abcdef")
        (place / "file.bin").chmod(0o644)
        authority.cert_pem.write_to_path(str(place / "clients.pem"))
        house.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(
            str(place / "server.pem")
        )
        (place / "conf").write_text(f"""
            daemon off; pid {place}/pid; error_log {place}/error.log; events {{ }}
            http {{
                access_log off; client_body_temp_path {place}/a; proxy_temp_path {place}/b;
                fastcgi_temp_path {place}/c; uwsgi_temp_path {place}/d; scgi_temp_path {place}/e;
                server {{
                    listen 127.0.0.1:{port} ssl; root {place};
                    ssl_certificate {place}/server.pem; ssl_certificate_key {place}/server.pem;
                    ssl_client_certificate {place}/clients.pem; ssl_verify_client on;
                }}
            }}""")
        as_root = "user root;" if os.geteuid() == 0 else ""
        with subprocess.Popen([nginx, "-c", str(place / "conf"), "-g", as_root]) as process:
            try:
                wait_until_open(port, process)
                url = f"https://127.0.0.1:{port}/file.bin"
                told = error(pool, url, ca_file=ca_file)
                assert told.kind is ErrorKind.CLIENT_CERTIFICATE_NEEDED
                assert told.detail == "the server asks for a client certificate"
                assert told.subject == f"127.0.0.1:{port}"
                certificate = ClientCertificate(
                    pem_file(tmp_path, authority.issue_cert("me@house.example"))
                )
                found = status(pool, url, ca_file=ca_file, client_certificate=certificate)
                assert found == 206
            finally:
                process.terminate()
