"""What was said to servers, for people: all of it, in order, and nothing that is secret."""

from __future__ import annotations

import socket

import pytest

from eager import Eager
from engine.errors import TransferFailed, TransferStopped
from engine.sign_in import SignIn
from engine.wire.exchanges import HIDDEN, LONGEST_VALUE, MOST_FIELDS, Crowd
from fault_server import Fault, FaultServer, some_content

SECRET = "s3cr3t-opensesame"


def fields(pairs) -> dict[str, str]:
    return {name.lower(): value for name, value in pairs}


def test_a_request_and_its_answer_are_told(server, transfer, recorder, content):
    transfer(server.url).run()
    [told] = recorder.exchanges
    assert (told.method, told.url) == ("GET", server.url)
    assert (told.status, told.protocol, told.tls) == (206, "HTTP/1.1", None)
    assert told.address == "127.0.0.1"
    assert told.at > 1_700_000_000
    sent, received = fields(told.sent), fields(told.received)
    assert sent["host"] == f"127.0.0.1:{server.port}"
    assert sent["range"] == "bytes=0-"
    assert received["content-range"] == f"bytes 0-{len(content) - 1}/{len(content)}"
    assert received["etag"] == '"v1"'


def test_every_hop_of_a_redirect_is_told(server, transfer, recorder):
    server.faults += [Fault(redirect="/b"), Fault(redirect=server.url_for("/c"), status=307)]
    transfer(server.url).run()
    assert [told.status for told in recorder.exchanges] == [302, 307, 206]
    assert [told.url for told in recorder.exchanges] == [
        server.url,
        server.url_for("/b"),
        server.url_for("/c"),
    ]
    assert fields(recorder.exchanges[0].received)["location"] == "/b"


def test_every_connection_of_a_crew_tells(transfer, recorder):
    with FaultServer(some_content(8 << 20), fault=Fault(rate=14 << 20)) as server:
        transfer(server.url, growth=Eager(4)).run()
        asked = sorted(filter(None, server.ranges))
    told = sorted(fields(told.sent)["range"] for told in recorder.exchanges)
    assert len(told) > 1
    assert told == asked


def test_a_refusal_is_told(server, transfer, recorder):
    server.fault = Fault(status=404)
    with pytest.raises(TransferFailed):
        transfer(server.url).run()
    assert [told.status for told in recorder.exchanges] == [404]


def test_a_request_that_nobody_answered_is_told(server, transfer, recorder):
    server.fault = Fault(hang_up=True)
    with pytest.raises(TransferFailed):
        transfer(server.url).run()
    [told] = recorder.exchanges
    assert (told.status, told.reason, told.received, told.protocol) == (None, "", (), "")
    assert fields(told.sent)["range"] == "bytes=0-"


def test_a_request_to_nobody_is_told_without_an_address(transfer, recorder):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(TransferFailed):
        transfer(f"http://127.0.0.1:{port}/f").run()
    assert [(told.status, told.address) for told in recorder.exchanges] == [(None, "")]


def test_what_was_stopped_is_not_told_as_unanswered(server, transfer, recorder):
    asked = transfer(server.url)
    server.fault = Fault(before=lambda _: asked.stop(), delay=5)
    with pytest.raises(TransferStopped):
        asked.run()
    assert recorder.exchanges == []


def test_tls_is_told(content, transfer, recorder, authority):
    context, ca_file = authority
    with FaultServer(content, tls=context) as server:
        transfer(server.url, ca_file=ca_file).run()
    assert recorder.exchanges[0].tls == "TLSv1.3"


def test_no_secret_is_in_any_exchange(server, transfer, recorder):
    """Given by hand, in the link, told by the server: hidden wherever they turn up."""
    given = (
        ("Authorization", f"Bearer {SECRET}-a"),
        ("Cookie", f"theme=dark; id={SECRET}-b"),
        ("X-Api-Key", f"{SECRET}-c"),
        ("X-My-Own", f"{SECRET}-d"),
    )
    echoes = {
        "Set-Cookie": f"sid={SECRET}-e; HttpOnly",
        "X-Auth-Token": f"{SECRET}-f",
        "X-Echo": f"you said {SECRET}-a and {SECRET}-d and {SECRET}-b",
        "X-Echo-Link": f"got {SECRET}-g",
        "Link": f"<https://u:{SECRET}-h@a.example/x?sig={SECRET}-i>; rel=next",
        "Location": f"/second?token={SECRET}-j&page=2",
    }
    server.faults.append(Fault(redirect="/second", fields=echoes))
    transfer(f"{server.url}?signature={SECRET}-g&page=1", headers=given).run()
    assert SECRET not in repr(recorder.exchanges)
    first, second = recorder.exchanges
    assert first.url == f"{server.url}?signature=…&page=1"
    assert second.url == server.url_for("/second?token=…&page=2")
    sent, received = fields(first.sent), fields(first.received)
    assert {sent[name.lower()] for name, _ in given} == {HIDDEN}
    assert received["set-cookie"] == received["x-auth-token"] == HIDDEN
    assert received["location"] == "/second?token=…&page=2"
    assert received["x-echo"] == f"you said {HIDDEN} and {HIDDEN} and {HIDDEN}"
    # What the cookie was set to goes out with the next request.
    assert fields(second.sent)["cookie"] == HIDDEN
    assert server.requests[0].fields["x-my-own"] == f"{SECRET}-d"


def test_a_sign_in_is_hidden_in_every_form(content, transfer, recorder):
    with FaultServer(content, sign_in=("ada", SECRET)) as server:
        basic = "YWRhOnMzY3IzdC1vcGVuc2VzYW1l"
        server.fault = Fault(fields={"X-Echo": f"{basic} is {SECRET}"})
        transfer(server.url, credentials=SignIn("ada", SECRET)).run()
        assert server.requests[1].fields["authorization"] == f"Basic {basic}"
    asked, told = recorder.exchanges
    assert asked.status == 401
    assert "authorization" not in fields(asked.sent)
    assert fields(told.sent)["authorization"] == HIDDEN
    assert fields(told.received)["x-echo"] == f"{HIDDEN} is {HIDDEN}"


def test_how_to_sign_in_is_no_secret(content, transfer, recorder):
    with FaultServer(content, sign_in=("ada", SECRET)) as server, pytest.raises(TransferFailed):
        transfer(server.url).run()
    assert fields(recorder.exchanges[0].received)["www-authenticate"] == 'Basic realm="test"'


def test_a_plain_field_given_by_hand_hides_only_itself(server, transfer, recorder):
    transfer(server.url, headers=(("Accept", "application/octet-stream"),)).run()
    [told] = recorder.exchanges
    assert fields(told.sent)["accept"] == HIDDEN
    assert fields(told.received)["content-type"] == "application/octet-stream"


def test_what_is_kept_is_bounded(server, transfer, recorder):
    many = {f"X-{number}": "x" * 3000 for number in range(20)}
    server.fault = Fault(fields=many | {f"Y-{number}": "y" for number in range(70)})
    transfer(server.url).run()
    received = recorder.exchanges[0].received
    assert len(received) == MOST_FIELDS
    assert max(len(value) for _, value in received) == LONGEST_VALUE


def test_a_crowd_lets_failures_through_and_a_few_of_the_rest():
    crowd = Crowd()
    assert sum(crowd.lets_through(206) for _ in range(1000)) == 20
    assert all(crowd.lets_through(status) for status in (None, 404, 302, 503) * 50)
