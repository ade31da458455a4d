"""Every exception and every status gets one kind, the right one, and tells no secrets."""

from __future__ import annotations

import contextlib
import errno
import inspect
import logging
import os
import socket
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
import trustme

from engine.errors import (
    ErrorContext,
    ErrorKind,
    JobError,
    RefusedError,
    TransferFailed,
    TransferStopped,
)
from engine.wire.classify import (
    WayBlocked,
    classify,
    classify_status,
    failures_classified,
    parse_retry_after,
)

# Mistakes in how we use httpx: a traceback in the log is what helps.
OURS_TO_ANSWER_FOR = {
    "CookieConflict",
    "LocalProtocolError",
    "RequestNotRead",
    "ResponseNotRead",
    "StreamClosed",
    "StreamConsumed",
    "StreamError",
}


def wrapped(outer: Exception, *causes: BaseException) -> Exception:
    """`outer` raised from the first cause, that from the next, and so on, as httpx does it."""
    exc: BaseException = outer
    for cause in causes:
        exc.__cause__ = cause
        exc = cause
    return outer


def exceptions_of_httpx() -> list[type[Exception]]:
    return [
        value
        for _, value in inspect.getmembers(httpx, inspect.isclass)
        if issubclass(value, Exception)
    ]


def made(kind: type[Exception]) -> Exception:
    if issubclass(kind, httpx.HTTPStatusError):
        request = httpx.Request("GET", "http://h/")
        return kind("x", request=request, response=httpx.Response(404, request=request))
    return (
        kind()
        if issubclass(kind, httpx.StreamError) and kind is not httpx.StreamError
        else kind("x")
    )


@pytest.mark.parametrize("kind", exceptions_of_httpx(), ids=lambda kind: kind.__name__)
def test_every_exception_of_httpx_has_its_kind(kind: type[Exception]) -> None:
    unexpected = classify(made(kind)).kind is ErrorKind.UNEXPECTED
    assert unexpected == (kind.__name__ in OURS_TO_ANSWER_FOR)


@pytest.mark.parametrize("kind", [k for k in ErrorKind if k.value.startswith("disk")])
def test_a_disk_error_names_the_folder(kind: ErrorKind) -> None:
    number = {"disk-full": 28, "disk-away": 2, "disk-failed": 5}[kind.value]
    error = classify(OSError(number, "x"), subject="host", folder="/folder")
    assert (error.kind, error.context, error.subject) == (kind, ErrorContext.LOCAL_FILE, "/folder")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, ErrorKind.DISK_FULL),
        (errno.EDQUOT, ErrorKind.DISK_FULL),
        (errno.EACCES, ErrorKind.FOLDER_NOT_WRITABLE),
        (errno.EPERM, ErrorKind.FOLDER_NOT_WRITABLE),
        (errno.EROFS, ErrorKind.FOLDER_NOT_WRITABLE),
        (errno.ENAMETOOLONG, ErrorKind.FOLDER_NOT_WRITABLE),
        (errno.ENOENT, ErrorKind.DISK_AWAY),
        (errno.ENOTDIR, ErrorKind.DISK_AWAY),
        (errno.ENODEV, ErrorKind.DISK_AWAY),
        (errno.ESTALE, ErrorKind.DISK_AWAY),
        (errno.EIO, ErrorKind.DISK_FAILED),
        (errno.EFBIG, ErrorKind.FILE_TOO_LARGE),
        (errno.EMFILE, ErrorKind.TOO_MANY_OPEN_FILES),
        (errno.ECONNRESET, ErrorKind.CONNECTION_LOST),
        (errno.ECONNABORTED, ErrorKind.CONNECTION_LOST),
        (errno.EPIPE, ErrorKind.CONNECTION_LOST),
        (errno.ENOTCONN, ErrorKind.CONNECTION_LOST),
        (errno.ECONNREFUSED, ErrorKind.CONNECTION_REFUSED),
        (errno.ETIMEDOUT, ErrorKind.TIMED_OUT),
        (errno.ENETUNREACH, ErrorKind.NETWORK_UNREACHABLE),
        (errno.EHOSTUNREACH, ErrorKind.NETWORK_UNREACHABLE),
        (errno.ENETDOWN, ErrorKind.NETWORK_UNREACHABLE),
        (errno.EDOM, ErrorKind.UNEXPECTED),
    ],
)
def test_a_bare_os_error_is_told_by_its_number(number: int, kind: ErrorKind) -> None:
    assert classify(OSError(number, os.strerror(number))).kind is kind


@pytest.mark.parametrize(
    ("exc", "kind"),
    [
        (TimeoutError("timed out"), ErrorKind.TIMED_OUT),
        (ConnectionResetError(), ErrorKind.CONNECTION_LOST),
        (OSError(errno.EHOSTDOWN, "x", "/mnt/share/f"), ErrorKind.DISK_AWAY),
        (OSError(errno.ENOTCONN, "x", "/mnt/share/f"), ErrorKind.DISK_AWAY),
        (socket.gaierror(-2, "Name or service not known"), ErrorKind.NAME_NOT_RESOLVED),
        (socket.gaierror(errno.ENOSPC, "number of another kind"), ErrorKind.NAME_NOT_RESOLVED),
        (ssl.SSLEOFError(8, "EOF occurred"), ErrorKind.CONNECTION_LOST),
        (ssl.SSLError(1, "[SSL: BAD_RECORD_MAC] bad"), ErrorKind.CONNECTION_LOST),
        (OSError("no number"), ErrorKind.UNEXPECTED),
    ],
)
def test_a_socket_is_not_mistaken_for_a_disk(exc: OSError, kind: ErrorKind) -> None:
    assert classify(exc).kind is kind


def test_a_client_certificate_that_is_missed_after_the_handshake_needs_a_person() -> None:
    alert = ssl.SSLError(1, "[SSL: TLSV13_ALERT_CERTIFICATE_REQUIRED] tlsv13 alert certificate ...")
    error = classify(wrapped(httpx.ReadError("x"), alert))
    assert error.kind is ErrorKind.CLIENT_CERTIFICATE_NEEDED


@pytest.mark.parametrize(
    "words",
    [
        "[SSL: TLSV1_ALERT_UNKNOWN_CA] tlsv1 alert unknown ca (_ssl.c:1006)",
        "[SSL: SSLV3_ALERT_BAD_CERTIFICATE] sslv3 alert bad certificate (_ssl.c:1006)",
        "[SSL: SSLV3_ALERT_CERTIFICATE_EXPIRED] sslv3 alert certificate expired (_ssl.c:1006)",
        "[SSL: SSLV3_ALERT_CERTIFICATE_UNKNOWN] sslv3 alert certificate unknown (_ssl.c:1006)",
    ],
)
def test_what_a_server_says_of_certificates_is_about_ours(words: str) -> None:
    for what in (httpx.ConnectError, httpx.ReadError):
        error = classify(wrapped(what("x"), ssl.SSLError(1, words)))
        assert error.kind is ErrorKind.CLIENT_CERTIFICATE_NEEDED
        assert error.context is ErrorContext.GENERAL_TRANSPORT


def test_other_alerts_are_about_tls() -> None:
    words = "[SSL: TLSV1_ALERT_PROTOCOL_VERSION] tlsv1 alert protocol version (_ssl.c:1006)"
    error = classify(wrapped(httpx.ConnectError("x"), ssl.SSLError(1, words)))
    assert error.kind is ErrorKind.TLS_FAILED


def test_what_is_known_of_the_way_stays_as_it_is() -> None:
    known = JobError(
        ErrorKind.PROXY_FAILED, ErrorContext.GENERAL_TRANSPORT, "x", "socks5h://p:1080"
    )
    assert classify(WayBlocked(known), subject="files.example") is known


@pytest.mark.parametrize(
    ("exc", "kind"),
    [
        (httpx.ConnectError("All connection attempts failed"), ErrorKind.CONNECTION_REFUSED),
        (wrapped(httpx.ConnectError(""), OSError(101, "x")), ErrorKind.NETWORK_UNREACHABLE),
        (wrapped(httpx.ConnectError(""), OSError(1, "firewall")), ErrorKind.NETWORK_UNREACHABLE),
        (wrapped(httpx.ConnectError(""), OSError(24, "x")), ErrorKind.TOO_MANY_OPEN_FILES),
        (wrapped(httpx.ConnectError(""), socket.gaierror(-3, "x")), ErrorKind.NAME_NOT_RESOLVED),
        (
            wrapped(
                httpx.ConnectError(""),
                Exception("httpcore"),
                ExceptionGroup("happy eyeballs", [OSError(113, "x"), OSError(111, "y")]),
            ),
            ErrorKind.NETWORK_UNREACHABLE,
        ),
        (
            wrapped(httpx.ConnectError(""), ssl.SSLCertVerificationError(1, "expired")),
            ErrorKind.CERTIFICATE_REJECTED,
        ),
        (wrapped(httpx.ConnectError(""), ssl.SSLError(1, "WRONG_VERSION")), ErrorKind.TLS_FAILED),
        (wrapped(httpx.ConnectError(""), ssl.SSLEOFError(8, "x")), ErrorKind.CONNECTION_LOST),
        (wrapped(httpx.ReadError(""), ConnectionResetError(104, "x")), ErrorKind.CONNECTION_LOST),
        (httpx.ReadError(""), ErrorKind.CONNECTION_LOST),
        (httpx.ReadTimeout("x"), ErrorKind.TIMED_OUT),
        (httpx.ProxyError("500 Unable to connect"), ErrorKind.PROXY_FAILED),
        (
            wrapped(httpx.ProxyError("proxy http://p: x"), ConnectionRefusedError(111, "x")),
            ErrorKind.PROXY_FAILED,
        ),
        (
            httpx.RemoteProtocolError("<StreamReset stream_id:1, error_code:8>"),
            ErrorKind.CONNECTION_LOST,
        ),
        (httpx.RemoteProtocolError("illegal status line"), ErrorKind.ANSWER_MALFORMED),
        (httpx.TooManyRedirects("x"), ErrorKind.REDIRECT_REFUSED),
        (RefusedError("The link names no host."), ErrorKind.LINK_UNUSABLE),
        (ExceptionGroup("x", [httpx.ReadTimeout("x"), ValueError()]), ErrorKind.TIMED_OUT),
        (ValueError("x"), ErrorKind.UNEXPECTED),
    ],
)
def test_what_httpx_wraps_is_found(exc: Exception, kind: ErrorKind) -> None:
    assert classify(exc).kind is kind


def test_a_chain_that_bites_its_tail_is_walked_once() -> None:
    exc = httpx.ReadError("")
    exc.__context__ = ValueError()
    exc.__context__.__context__ = exc
    assert classify(exc).kind is ErrorKind.CONNECTION_LOST


@contextlib.contextmanager
def answering(
    answer: bytes, *, reset: bool = False, tls: ssl.SSLContext | None = None
) -> Iterator[int]:
    """A server for one connection that sends `answer` whatever it is asked; yields its port."""

    def serve() -> None:
        with contextlib.suppress(OSError):
            connection, _ = listener.accept()
            with tls.wrap_socket(connection, server_side=True) if tls else connection as talk:
                talk.recv(65536)
                talk.sendall(answer)
                if reset:
                    linger = b"\x01\x00\x00\x00\x00\x00\x00\x00"
                    talk.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listener.getsockname()[1]
        thread.join(5)


def failure_of(url: str, timeout: float = 2) -> JobError:
    with httpx.Client(trust_env=False, timeout=timeout) as client:
        try:
            client.get(url)
        except Exception as exc:  # noqa: BLE001 whatever it is, it is to be classified
            return classify(exc, subject="host")
    pytest.fail("the request did not fail")


@pytest.mark.parametrize(
    ("answer", "reset", "kind"),
    [
        (b"", False, ErrorKind.CONNECTION_LOST),
        (b"", True, ErrorKind.CONNECTION_LOST),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc", False, ErrorKind.CONNECTION_LOST),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc", True, ErrorKind.CONNECTION_LOST),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
            False,
            ErrorKind.CONNECTION_LOST,
        ),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            False,
            ErrorKind.ANSWER_MALFORMED,
        ),
        (b"garbage\r\n\r\n", False, ErrorKind.ANSWER_MALFORMED),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", False, ErrorKind.ANSWER_MALFORMED),
    ],
)
def test_what_a_real_server_does_is_recognised(answer: bytes, reset: bool, kind: ErrorKind) -> None:
    with answering(answer, reset=reset) as port:
        error = failure_of(f"http://127.0.0.1:{port}/")
    assert error.kind is kind
    assert len(error.detail) > len("ReadError: ")


def test_a_refused_connection_is_recognised() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    error = failure_of(f"http://127.0.0.1:{port}/")
    assert error.kind is ErrorKind.CONNECTION_REFUSED
    assert error.context is ErrorContext.GENERAL_TRANSPORT
    assert error.subject == "host"
    assert "refused" in error.detail


def test_a_silent_server_times_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        error = failure_of(f"http://127.0.0.1:{port}/", timeout=0.05)
    assert error.kind is ErrorKind.TIMED_OUT


def test_a_certificate_nobody_vouches_for_needs_a_person() -> None:
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(tls)
    with answering(b"", tls=tls) as port:
        error = failure_of(f"https://127.0.0.1:{port}/")
    assert error.kind is ErrorKind.CERTIFICATE_REJECTED


def test_https_to_a_plain_port_needs_a_person() -> None:
    with answering(b"HTTP/1.1 400 Bad Request\r\n\r\n") as port:
        error = failure_of(f"https://127.0.0.1:{port}/")
    assert error.kind is ErrorKind.TLS_FAILED


def test_a_real_full_disk_is_recognised() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("needs /dev/full")
    with pytest.raises(TransferFailed) as failure, failures_classified("host", "/folder"):
        full.write_bytes(b"x")
    assert failure.value.error.kind is ErrorKind.DISK_FULL
    assert failure.value.error.is_hold


TRANSPORT = ErrorContext.GENERAL_TRANSPORT
TRANSIENT = {202, 408, 409, 421, 423, 425, 429, 500, 502, 503, 504, 507, 509, 520, 522, 530}
FATAL = {204, 205, 300, 303, 305, 400, 401, 402, 403, 404, 405, 406, 407, 410, 411, 413, 414, 415}
FATAL |= {417, 422, 424, 426, 428, 431, 451, 501, 505, 506, 508, 510}


@pytest.mark.parametrize("status", sorted(TRANSIENT | FATAL))
def test_a_status_is_transient_or_fatal(status: int) -> None:
    error = classify_status(status, {}, subject="host")
    assert error.is_transient == (status in TRANSIENT)
    assert not error.is_hold
    assert error.hresult == 0x80190000 + status
    assert error.subject == "host"


def test_a_captive_portal_is_a_hold() -> None:
    error = classify_status(511, {}, subject="host")
    assert error.is_hold
    assert error.hresult == 0x801901FF


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, ErrorKind.CREDENTIALS_NEEDED),
        (403, ErrorKind.ACCESS_DENIED),
        (404, ErrorKind.NOT_FOUND),
        (407, ErrorKind.PROXY_CREDENTIALS_NEEDED),
        (410, ErrorKind.NOT_FOUND),
        (412, ErrorKind.FILE_CHANGED),
        (416, ErrorKind.RANGE_WRONG),
        (418, ErrorKind.REQUEST_REFUSED),
        (511, ErrorKind.CAPTIVE_PORTAL),
        (408, ErrorKind.SERVER_BUSY),
        (429, ErrorKind.SERVER_BUSY),
        (503, ErrorKind.SERVER_BUSY),
        (529, ErrorKind.SERVER_BUSY),
        (500, ErrorKind.SERVER_ERROR),
        (502, ErrorKind.SERVER_ERROR),
        (504, ErrorKind.SERVER_ERROR),
        (599, ErrorKind.SERVER_ERROR),
        (999, ErrorKind.ANSWER_MALFORMED),
        (101, ErrorKind.ANSWER_MALFORMED),
    ],
)
def test_a_status_has_its_kind(status: int, kind: ErrorKind) -> None:
    assert classify_status(status, {}).kind is kind


def test_a_status_comes_from_the_file_or_from_what_lies_before_it() -> None:
    on_the_way = {s for s in range(100, 600) if classify_status(s, {}).context is TRANSPORT}
    assert on_the_way == {407, 511}
    assert classify_status(404, {}).context is ErrorContext.REMOTE_FILE


def test_a_status_is_spelled_out_and_carries_the_servers_wish() -> None:
    error = classify_status(503, httpx.Headers({"Retry-After": "120"}))
    assert error.detail == "HTTP 503 Service Unavailable"
    assert error.retry_after == 120
    assert classify_status(522, {}).detail == "HTTP 522"
    assert classify_status(503, {"retry-after": "soon"}).retry_after is None
    assert classify_status(503, {"retry-after": "0"}).retry_after == 0
    assert classify_status(503, {"retry-after": "31536000"}).retry_after == 86_400


SENT = "Sun, 06 Nov 1994 08:49:37 GMT"
NOW = datetime(1994, 11, 6, 8, 49, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "date", "seconds"),
    [
        ("120", SENT, 120),
        (" 0 ", None, 0),
        ("Sun, 06 Nov 1994 08:50:37 GMT", SENT, 60),
        ("Sunday, 06-Nov-94 08:50:37 GMT", SENT, 60),
        ("Sun Nov  6 08:50:37 1994", SENT, 60),
        ("Sun, 06 Nov 1994 08:50:00 GMT", None, 60),
        ("Sun, 06 Nov 1994 08:50:00 GMT", "no date", 60),
        ("Sun, 06 Nov 1994 08:40:00 GMT", SENT, 0),
        ("-5", SENT, None),
        ("1.5", SENT, None),
        ("1e3", SENT, None),
        ("٣", SENT, None),
        ("9" * 40, SENT, None),
        ("soon", SENT, None),
        ("", SENT, None),
        ("Sun, 99 Nov 1994 08:49:37 GMT", SENT, None),
        ("Sun, 06 Nov 99999 08:49:37 GMT", SENT, None),
    ],
)
def test_retry_after_is_measured_by_the_servers_clock(
    value: str, date: str | None, seconds: float | None
) -> None:
    assert parse_retry_after(value, date, NOW) == seconds


def test_without_any_date_the_wall_clock_decides() -> None:
    assert parse_retry_after(SENT, None) == 0


@pytest.mark.parametrize(
    "exc",
    [
        httpx.InvalidURL("Invalid port: 'hunter2'"),
        httpx.UnsupportedProtocol("ftp://u:hunter2@h/"),
        httpx.ConnectError("to http://user:hunter2@proxy:3128 failed"),
        httpx.ReadError("GET http://h/x?token=hunter2 failed"),
        httpx.RemoteProtocolError("illegal header line: bytearray(b'Set-Cookie hunter2')"),
        wrapped(httpx.ReadError(""), OSError(104, "reset http://hunter2@h/")),
        KeyError("hunter2"),
    ],
)
def test_a_detail_holds_no_secrets(exc: Exception) -> None:
    detail = classify(exc).detail
    assert "hunter2" not in detail
    assert detail.startswith(type(exc).__name__)


def test_a_detail_is_short() -> None:
    assert len(classify(httpx.ReadError("x" * 10_000)).detail) <= 300


def test_a_refusal_keeps_its_sentence() -> None:
    assert "names no host" in classify(RefusedError("The link names no host.")).detail


def test_stopping_and_classified_failures_pass_unchanged() -> None:
    failed = TransferFailed(JobError(ErrorKind.NOT_FOUND, ErrorContext.REMOTE_FILE))
    for signal in (TransferStopped(), failed):
        with pytest.raises(type(signal)) as seen, failures_classified():
            raise signal
        assert seen.value is signal
    assert classify(failed) is failed.error


def test_what_ends_the_process_is_no_failure() -> None:
    with pytest.raises(KeyboardInterrupt), failures_classified():
        raise KeyboardInterrupt


def test_the_unexpected_is_logged_with_its_traceback(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(TransferFailed) as failure, failures_classified():
        {}["missing"]
    assert failure.value.error.kind is ErrorKind.UNEXPECTED
    assert failure.value.error.context is ErrorContext.UNKNOWN
    assert isinstance(failure.value.__cause__, KeyError)
    [record] = caplog.records
    assert record.levelno == logging.ERROR
    assert record.exc_info


def test_the_expected_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(TransferFailed), failures_classified():
        raise ConnectionResetError
    assert caplog.records == []
