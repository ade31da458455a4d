"""Connections counted by host: a limit for all transfers, and a lower one for hosts that refuse."""

from __future__ import annotations

import threading

import pytest

from engine.errors import TransferStopped
from engine.wire.growth import SPARED_SECONDS
from engine.wire.hosts import Hosts

HOST = "files.example:443"


def never() -> bool:
    return False


def test_a_host_has_room_for_so_many_connections_of_all_transfers():
    hosts = Hosts(3)
    with hosts.connection(HOST, 1, never):
        assert [hosts.take(HOST, 1) for _ in range(3)] == [True, True, False]
        assert hosts.take("other.example:443", 1)
        hosts.give_back(HOST)
        assert hosts.take(HOST, 1)


def test_who_chose_more_connections_for_a_job_gets_them():
    hosts = Hosts(2)
    with hosts.connection(HOST, 16, never):
        assert [hosts.take(HOST, 4) for _ in range(4)] == [True, True, True, False]


def test_a_first_connection_waits_for_its_turn():
    hosts = Hosts(1)
    got_in = threading.Event()

    def second() -> None:
        with hosts.connection(HOST, 1, never):
            got_in.set()

    with hosts.connection(HOST, 1, never):
        thread = threading.Thread(target=second)
        thread.start()
        while not hosts.is_wanted(HOST):
            assert thread.is_alive()
        assert not got_in.is_set()
    thread.join(5)
    assert got_in.is_set()
    assert not hosts.is_wanted(HOST)


def test_nobody_takes_a_further_connection_while_a_first_one_waits():
    hosts = Hosts(2)
    stop = threading.Event()

    def third() -> None:
        with pytest.raises(TransferStopped), hosts.connection(HOST, 1, stop.is_set):
            pass

    with hosts.connection(HOST, 1, never):
        assert hosts.take(HOST, 1)
        thread = threading.Thread(target=third)
        thread.start()
        while not hosts.is_wanted(HOST):
            assert thread.is_alive()
        assert not hosts.take(HOST, 8), "one that waits goes first, whoever chose more"
        stop.set()
        thread.join(5)
        assert not thread.is_alive()


def test_a_host_that_refused_is_spared_for_a_while():
    now = [1000.0]
    hosts = Hosts(8, clock=lambda: now[0])
    with hosts.connection(HOST, 1, never):
        assert hosts.take(HOST, 1)
        hosts.refused(HOST, 2)
        assert not hosts.take(HOST, 1)
        now[0] += SPARED_SECONDS - 1
        assert not hosts.take(HOST, 16)
        now[0] += 1
        assert hosts.take(HOST, 1)


def test_one_connection_is_always_allowed():
    hosts = Hosts(8)
    hosts.refused(HOST, 0)
    with hosts.connection(HOST, 1, never):
        assert not hosts.take(HOST, 1)


def test_a_failed_transfer_gives_its_connection_back():
    hosts = Hosts(1)
    with pytest.raises(ZeroDivisionError), hosts.connection(HOST, 1, never):
        raise ZeroDivisionError
    with hosts.connection(HOST, 1, never):
        assert repr(hosts) == f"<Hosts {{'{HOST}': 1}}>"
    assert repr(hosts) == "<Hosts {}>"
