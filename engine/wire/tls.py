"""TLS: whom a connection trusts, and as whom it comes.

By default whom the system trusts, for names and IP addresses, from TLS 1.2 up. A job may trust the
authorities of one more file, and it may have accepted one certificate of one server, whoever made
it: then that very one must be shown, and no other will do.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import ssl
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import truststore

from engine.errors import ErrorContext, ErrorKind, JobError, RefusedError, TransferFailed
from engine.wire.proxies import Host
from engine.wire.spec import ClientCertificate

Chain = list[bytes]
"""Certificates (DER) as they were shown, the server's own first."""

_LONGEST_FILE = 1 << 20
_LOCKED = "The client certificate {path} cannot be opened with this password."
_NO_PASSWORD = "The client certificate {path} cannot be opened without its password."
_HALF = "{path} does not hold a client certificate together with its key."


class OtherCertificateError(ssl.SSLCertVerificationError):
    """The server shows another certificate than the one that a person accepted."""


def tls_context(
    server: Host,
    ca_file: Path | None = None,
    pins: Iterable[str] = (),
    client_certificate: ClientCertificate | None = None,
) -> ssl.SSLContext:
    """For handshakes with `server`; raises `TransferFailed` when a file cannot be used.

    One for each connection: truststore locks its context while a handshake lasts.
    """
    pinned = pinned_of(server, pins)
    context = _watching(_accepting(pinned)) if pinned else _trusting(ca_file)
    if client_certificate:
        try:
            _introduce(context, client_certificate)
        except RefusedError as refused:
            raise _unusable(ErrorKind.CLIENT_CERTIFICATE_NEEDED, str(refused)) from refused
    return context


def looking_context(seen: Callable[[Chain], None]) -> ssl.SSLContext:
    """For a look at what a server shows: it trusts everybody, so nothing may be said on it."""
    return _watching(seen)


def pinned_of(server: Host, pins: Iterable[str]) -> frozenset[str]:
    """The certificates of `server` that were accepted, as SHA-256 in hexadecimal digits."""
    return frozenset(pin.rpartition(" ")[2].lower() for pin in pins if is_pin_of(pin, server))


def is_pin_of(pin: str, server: Host) -> bool:
    """Whether a pin is about `server`; an IPv6 address may have its brackets or not."""
    place = pin.rpartition(" ")[0].lower()
    return place in (str(server), f"{server.name}:{server.port}")


def fingerprint_of(certificate: bytes) -> str:
    """What a pin has of a certificate (DER)."""
    return hashlib.sha256(certificate).hexdigest()


def check_client_certificate(certificate: ClientCertificate) -> None:
    """Raises `RefusedError`, with a sentence for people, for a file that cannot be used."""
    _introduce(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), certificate)


def _trusting(ca_file: Path | None) -> ssl.SSLContext:
    context: ssl.SSLContext = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    _harden(context)
    if ca_file:
        try:
            context.load_verify_locations(ca_file)
        except OSError as exc:
            detail = f"the certificate file {ca_file} cannot be used: {exc}"
            raise _unusable(ErrorKind.CERTIFICATE_REJECTED, detail) from exc
    return context


def _watching(look: Callable[[Chain], None]) -> ssl.SSLContext:
    """It trusts everybody; `look` is shown the chain in time to raise what it likes."""

    class Socket(ssl.SSLSocket):
        def do_handshake(self, block: bool = False) -> None:
            with _looked_at(self, look):
                super().do_handshake(block)

    class Object(ssl.SSLObject):
        def do_handshake(self) -> None:
            with _looked_at(self, look):
                super().do_handshake()

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.sslsocket_class = Socket
    context.sslobject_class = Object
    _harden(context)
    return context


@contextlib.contextmanager
def _looked_at(
    shaken: ssl.SSLSocket | ssl.SSLObject, look: Callable[[Chain], None]
) -> Iterator[None]:
    """Also where the handshake fails: a server that wants a certificate of us has shown its own."""
    try:
        yield
    except (ssl.SSLWantReadError, ssl.SSLWantWriteError, TimeoutError):
        raise
    except OSError:
        if chain := _chain(shaken):
            look(chain)
        raise
    look(_chain(shaken))


def _chain(shaken: ssl.SSLSocket | ssl.SSLObject) -> Chain:
    # Public from Python 3.13 on; truststore reaches for it in the same way.
    inner = getattr(shaken, "_sslobj", None)
    try:
        certificates = inner.get_unverified_chain() if inner is not None else None
    except (ValueError, OSError):
        return []
    return [_der(certificate) for certificate in certificates or ()]


def _der(certificate: object) -> bytes:
    if isinstance(certificate, bytes):
        return certificate
    encoded: bytes = ssl.PEM_cert_to_DER_cert(certificate.public_bytes())  # type: ignore[attr-defined]
    return encoded


def _accepting(pinned: frozenset[str]) -> Callable[[Chain], None]:
    def look(chain: Chain) -> None:
        if not chain or fingerprint_of(chain[0]) not in pinned:
            raise OtherCertificateError("another certificate than the one that was accepted")

    return look


def _harden(context: ssl.SSLContext) -> None:
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    # Python has OpenSSL 3 take a cut connection for an orderly end (RFC 9112 § 9.8).
    context.options &= ~getattr(ssl, "OP_IGNORE_UNEXPECTED_EOF", 0)


def _introduce(context: ssl.SSLContext, certificate: ClientCertificate) -> None:
    """Have the context show a certificate to servers that ask for one."""
    content = _content_of(certificate.path)
    if b"-----BEGIN" in content:
        is_locked = b"ENCRYPTED" in content
        _load(context, certificate.path, certificate, is_locked=is_locked)
        return
    # OpenSSL reads files only: what is decrypted goes there encrypted anew, with a word that
    # nobody knows.
    word = secrets.token_urlsafe(32)
    handle, name = tempfile.mkstemp(prefix="holdfast-", suffix=".pem")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_pem_of(content, certificate, word))
        _load(context, Path(name), replace(certificate, password=word))
    finally:
        Path(name).unlink()


def _content_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LONGEST_FILE)
    except OSError as exc:
        why = exc.strerror or type(exc).__name__
        raise RefusedError(f"The client certificate {path} cannot be read: {why}.") from exc


def _load(
    context: ssl.SSLContext, file: Path, certificate: ClientCertificate, *, is_locked: bool = False
) -> None:
    path = certificate.path
    try:
        # Without a word OpenSSL would ask for one on the terminal.
        context.load_cert_chain(file, password=certificate.password)
    except ssl.SSLError as exc:
        if exc.reason == "KEY_VALUES_MISMATCH":
            why = f"The key in {path} does not belong to the certificate in it."
            raise RefusedError(why) from exc
        why = _locked(certificate) if is_locked else _HALF.format(path=path)
        raise RefusedError(why) from exc
    except (OSError, ValueError) as exc:
        raise RefusedError(f"The client certificate {path} cannot be used.") from exc


def _pem_of(content: bytes, certificate: ClientCertificate, word: str) -> bytes:
    """A PKCS#12 file in PEM, its key encrypted with `word`."""
    # It takes a while to import, and few need it.
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.serialization import pkcs12

    path = certificate.path
    try:
        key, own, others = pkcs12.load_key_and_certificates(
            content, certificate.password.encode() or None
        )
    except ValueError as exc:
        if "password" in str(exc).lower():
            raise RefusedError(_locked(certificate)) from exc
        raise RefusedError(f"{path} holds no client certificate, neither PEM nor PKCS#12.") from exc
    if key is None or own is None:
        raise RefusedError(_HALF.format(path=path))
    encryption = serialization.BestAvailableEncryption(word.encode())
    form = serialization.PrivateFormat.PKCS8
    pem = serialization.Encoding.PEM
    shown = b"".join(each.public_bytes(pem) for each in (own, *others))
    return shown + key.private_bytes(pem, form, encryption)


def _locked(certificate: ClientCertificate) -> str:
    words = _LOCKED if certificate.password else _NO_PASSWORD
    return words.format(path=certificate.path)


def _unusable(kind: ErrorKind, detail: str) -> TransferFailed:
    return TransferFailed(JobError(kind, ErrorContext.LOCAL_FILE, detail))
