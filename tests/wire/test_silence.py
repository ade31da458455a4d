"""Whatever is silent in a try, the try waits no longer than its spec allows."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest

from engine.errors import ErrorKind, TransferFailed
from fault_server import Fault

SILENCE = 0.3


@pytest.fixture
def mute() -> Iterator[int]:
    """The port of somebody who takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0), backlog=8) as listener:
        yield listener.getsockname()[1]


@pytest.fixture
def deaf() -> Iterator[int]:
    """The port of somebody who lets nobody in: Linux drops what does not fit into the backlog."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        port = listener.getsockname()[1]
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(("127.0.0.1", port))
        yield port
        for one in waiting:
            one.close()


def kind_of_failure(transfer, url: str) -> ErrorKind:
    with pytest.raises(TransferFailed) as failure:
        transfer(url, stall_timeout=SILENCE).run()
    return failure.value.error.kind


def test_a_connect_that_nobody_answers_is_given_up(transfer, deaf):
    assert kind_of_failure(transfer, f"http://127.0.0.1:{deaf}/f") is ErrorKind.TIMED_OUT


def test_a_handshake_that_nobody_answers_is_given_up(transfer, mute):
    assert kind_of_failure(transfer, f"https://127.0.0.1:{mute}/f") is ErrorKind.TIMED_OUT


def test_a_request_that_nobody_answers_is_given_up(transfer, mute):
    assert kind_of_failure(transfer, f"http://127.0.0.1:{mute}/f") is ErrorKind.TIMED_OUT


def test_a_body_that_never_begins_is_given_up(transfer, server):
    server.fault = Fault(stall_after=0)
    assert kind_of_failure(transfer, server.url) is ErrorKind.TIMED_OUT


@pytest.mark.parametrize("fault", [Fault(stall_after=0, chunked=True), Fault(stall_after=0)])
def test_a_body_that_ends_in_silence_is_given_up(transfer, server, fault):
    server.faults.append(Fault(drop_after=1000, chunked=fault.chunked))
    server.fault = fault
    assert kind_of_failure(transfer, server.url) is ErrorKind.TIMED_OUT


def test_a_name_lookup_that_hangs_is_left_alone(transfer, monkeypatch):
    answered = threading.Event()
    look_up = socket.getaddrinfo

    def hang(*args, **options):
        answered.wait(30)
        return look_up("127.0.0.1", *args[1:], **options)

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    try:
        kind = kind_of_failure(transfer, "http://slow.example/f")
        assert not answered.is_set()
        assert kind is ErrorKind.TIMED_OUT
    finally:
        answered.set()
