"""A look at a link: what a transfer would be told, for one request and no body."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from engine.errors import ErrorKind, RefusedError, TransferStopped
from engine.wire.probe import Asking
from engine.wire.spec import Probe, ProbeSpec
from fault_server import MODIFIED, Fault, FaultServer, some_content

SECRET = "s3cr3t-opensesame"


def probe(url: str, **spec) -> Probe:
    return Asking(ProbeSpec(url, **spec)).run()


def test_name_size_version_and_whether_it_can_go_on(server, content):
    told = probe(server.url)
    assert told == Probe(
        server.url, "file.bin", len(content), True, server.url, None, '"v1"', MODIFIED
    )
    assert [(one.method, one.fields["range"]) for one in server.requests] == [("GET", "bytes=0-")]


def test_the_body_is_not_fetched():
    with FaultServer(some_content(64 << 20)) as server:
        assert probe(server.url).size == 64 << 20
        assert server.bytes_sent < 32 << 20


METALINK = b"""<metalink xmlns="urn:ietf:params:xml:ns:metalink">
<file name="a.iso"><size>700</size><url>http://127.0.0.1/a</url><url>http://127.0.0.1/b</url></file>
<file name="b.iso"><size>300</size><url>http://127.0.0.1/c</url></file></metalink>"""


def test_a_metalink_is_read_and_tells_what_comes_instead():
    with FaultServer(METALINK) as server:
        told = probe(server.url_for("/x.meta4"))
        assert len(server.requests) == 1
    assert (told.name, told.size) == ("x.meta4", len(METALINK))
    assert told.metalink is not None
    assert [file.name for file in told.metalink.files] == ["a.iso", "b.iso"]
    assert (told.metalink.size, told.metalink.most_servers) == (1000, 2)


@pytest.mark.parametrize(
    "content", [b"<metalink", some_content(10_000)], ids=["cut off", "no document at all"]
)
def test_what_is_only_called_a_metalink_is_a_file(content):
    with FaultServer(content) as server:
        told = probe(server.url_for("/x.meta4"))
    assert (told.name, told.size, told.metalink, told.error) == (
        *("x.meta4", len(content)),
        *(None, None),
    )


def test_no_more_of_one_is_read_than_it_may_be_long():
    with FaultServer(some_content(64 << 20)) as server:
        assert probe(server.url_for("/x.meta4")).metalink is None
        assert server.bytes_sent < 32 << 20


def test_the_name_is_the_one_that_the_file_would_get(server):
    server.fault = Fault(
        fields={"Content-Disposition": "attachment; filename*=UTF-8''a%2F%C3%BC.iso"}
    )
    assert probe(server.url).name == "ü.iso"


def test_the_end_of_redirects_is_told_without_secrets(server, content):
    server.faults.append(Fault(redirect=f"/real.iso?token={SECRET}&part=1"))
    told = probe(f"{server.url}?key={SECRET}")
    assert told.final_url == server.url_for("/real.iso?token=…&part=1")
    assert (told.name, told.size, told.error) == ("real.iso", len(content), None)


@pytest.mark.parametrize(
    ("fault", "goes_on"),
    [
        (Fault(), True),
        (Fault(ignore_range=True), True),
        (Fault(ignore_range=True, fields={"Accept-Ranges": "none"}), False),
        (Fault(ignore_range=True, fields={"ETag": "", "Last-Modified": ""}), False),
        (Fault(fields={"ETag": "", "Last-Modified": ""}), True),
        (Fault(content_range="bytes 9-5/10"), True),
        (Fault(chunked=True, ignore_range=True, fields={"Accept-Ranges": ""}), False),
    ],
    ids=[
        "206",
        "200 that would",
        "200",
        "200 of no version",
        "206 of no version",
        "odd",
        "chunked",
    ],
)
def test_whether_it_can_go_on(server, fault, goes_on):
    server.fault = fault
    told = probe(server.url)
    assert (told.error, told.is_resumable) == (None, goes_on)


def test_a_wrong_range_is_answered_by_asking_for_the_whole_file(server, content):
    server.faults.append(Fault(content_range="bytes 9-5/10"))
    assert probe(server.url).size == len(content)
    assert server.ranges == ["bytes=0-", None]


def test_an_empty_file(server):
    server.content = b""
    told = probe(server.url)
    assert (told.size, told.error, told.is_resumable) == (0, None, False)


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault(status=404), ErrorKind.NOT_FOUND),
        (Fault(status=503), ErrorKind.SERVER_BUSY),
        (Fault(html=True), ErrorKind.WEB_PAGE_INSTEAD),
        (Fault(hang_up=True), ErrorKind.CONNECTION_LOST),
    ],
)
def test_what_went_wrong_is_told_and_not_raised(server, fault, kind):
    server.fault = fault
    told = probe(server.url)
    assert told.error is not None
    assert told.error.kind is kind
    assert told.error.subject == f"127.0.0.1:{server.port}"
    assert (told.url, told.size, told.name) == (server.url, None, None)


def test_a_refused_redirect_names_where_it_leads(server):
    server.fault = Fault(redirect="ftp://127.0.0.1/x")
    told = probe(server.url)
    assert told.error is not None
    assert told.error.kind is ErrorKind.REDIRECT_REFUSED
    assert told.error.subject == "ftp://127.0.0.1"


def test_nobody_there():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    told = probe(f"http://127.0.0.1:{port}/x")
    assert told.error is not None
    assert told.error.kind is ErrorKind.CONNECTION_REFUSED


def test_a_sign_in_in_the_link_is_used_and_not_told(content):
    with FaultServer(content, sign_in=("ada", SECRET)) as server:
        told = probe(server.url.replace("//", f"//ada:{SECRET}@"))
        assert (told.url, told.size) == (server.url, len(content))
        assert SECRET not in repr(told)


def test_a_sign_in_beside_the_link_goes_before_that_in_it(content):
    with FaultServer(content, sign_in=("ada", SECRET)) as server:
        url = server.url.replace("//", "//ada:wrong@")
        assert probe(url, login=("ada", SECRET)).error is None
        refused = probe(url)
        assert refused.error is not None
        assert refused.error.kind is ErrorKind.CREDENTIALS_NEEDED


def test_fields_and_sign_in_stay_with_the_host_of_the_link(server, content):
    with FaultServer(content) as other:
        server.faults.append(Fault(redirect=other.url))
        probe(server.url, headers=(("X-Api-Key", SECRET),), login=("ada", SECRET))
        assert server.requests[0].fields["x-api-key"] == SECRET
        assert SECRET not in repr(other.requests)
        assert "authorization" not in other.requests[0].fields


def test_the_persons_own_authority_is_trusted(content, authority):
    context, ca_file = authority
    with FaultServer(content, tls=context) as server:
        assert probe(server.url, ca_file=ca_file).size == len(content)
        told = probe(server.url)
        assert told.error is not None
        assert told.error.kind is ErrorKind.CERTIFICATE_REJECTED


def test_what_is_no_link_is_refused():
    with pytest.raises(RefusedError):
        Asking(ProbeSpec("ftp://a.example/x"))


def test_stopping_cuts_the_connection_at_once(server):
    server.fault = Fault(delay=60)
    asking = Asking(ProbeSpec(server.url))
    stopper = threading.Timer(0.2, asking.stop)
    stopper.start()
    began = time.monotonic()
    with pytest.raises(TransferStopped):
        asking.run()
    assert time.monotonic() - began < 5
