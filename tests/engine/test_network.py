"""What the network is taken for: the system's word, the routes, and the hosts that need no network.

The tables are what Linux 6 showed in network namespaces that were set up so.
"""

from __future__ import annotations

import pytest

from engine.network import (
    NetworkState,
    SteadyNetwork,
    has_default_route,
    is_online,
    is_this_computer,
)

HEAD = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n"
LAN = "eth0\t0001A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n"
DEFAULT = "eth0\t00000000\t0101A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0\n"
UNREACHABLE = "*\t00000000\t00000000\t0201\t0\t0\t0\t00000000\t0\t0\t0\n"
VPN = (
    "t0\t00000000\t0101A8C0\t0003\t0\t0\t0\t00000080\t0\t0\t0\n"
    "t0\t00000080\t0101A8C0\t0003\t0\t0\t0\t00000080\t0\t0\t0\n"
)
TEN = "t0\t0000000A\t0101A8C0\t0003\t0\t0\t0\t000000FF\t0\t0\t0\n"

NOWHERE = "0" * 32
LOOPBACK_6 = (
    f"{NOWHERE[:-1]}1 80 {NOWHERE} 00 {NOWHERE} 00000000 00000002 00000000 80200001       lo\n"
    f"{NOWHERE} 00 {NOWHERE} 00 {NOWHERE} ffffffff 00000001 00000000 00200200       lo\n"
)
LINK_LOCAL_6 = (
    f"fe80{NOWHERE[4:]} 40 {NOWHERE} 00 {NOWHERE} 00000100 00000002 00000000 00000001     eth0\n"
    f"ff00{NOWHERE[4:]} 08 {NOWHERE} 00 {NOWHERE} 00000100 00000003 00000000 00000001     eth0\n"
)
GATEWAY_6 = "fd000000000000000000000000000001"
DEFAULT_6 = f"{NOWHERE} 00 {NOWHERE} 00 {GATEWAY_6} 00000400 00000003 00000000 00000003     eth0\n"
TUNNEL_6 = (
    f"2000{NOWHERE[4:]} 03 {NOWHERE} 00 {GATEWAY_6} 00000400 00000001 00000000 00000003       t0\n"
)
BLACKHOLE_6 = f"{NOWHERE} 00 {NOWHERE} 00 {NOWHERE} 00000400 00000001 00000000 00200200       lo\n"


@pytest.mark.parametrize(
    ("ipv4", "ipv6"),
    [
        (HEAD + DEFAULT + LAN, LOOPBACK_6),
        (HEAD + LAN + DEFAULT, ""),
        (HEAD + VPN + TEN + LAN, LOOPBACK_6),
        (HEAD, LINK_LOCAL_6 + DEFAULT_6 + LOOPBACK_6),
        ("", TUNNEL_6 + LOOPBACK_6),
        (HEAD + UNREACHABLE + DEFAULT, ""),
        (HEAD + "nonsense\n\n" + DEFAULT, "nonsense"),
    ],
    ids=["usual", "no IPv6", "VPN", "only IPv6", "tunnel", "one of two", "beside nonsense"],
)
def test_a_way_to_everywhere_is_found(ipv4, ipv6):
    assert has_default_route(ipv4, ipv6)


@pytest.mark.parametrize(
    ("ipv4", "ipv6"),
    [
        ("", ""),
        (HEAD, LOOPBACK_6),
        (HEAD + LAN + TEN, LINK_LOCAL_6 + LOOPBACK_6),
        (HEAD + UNREACHABLE, LOOPBACK_6),
        (HEAD, BLACKHOLE_6 + LOOPBACK_6),
        ("eth0\t00000000\t0101A8C0\n", f"{NOWHERE} 00\n"),
        ("eth0 0 0 zz 0 0 0 zz", f"{NOWHERE} zz 0 0 0 0 0 0 zz"),
    ],
    ids=["nothing", "loopback", "local", "unreachable", "black hole", "cut lines", "nonsense"],
)
def test_what_leads_nowhere_is_no_way_to_everywhere(ipv4, ipv6):
    assert not has_default_route(ipv4, ipv6)


@pytest.mark.parametrize("was_online", [True, False])
class TestIsOnline:
    @pytest.mark.parametrize("is_routed", [True, False, None])
    def test_a_yes_is_believed(self, was_online, is_routed):
        assert is_online(True, is_routed, was_online)

    @pytest.mark.parametrize("is_routed", [False, None])
    def test_a_no_is_believed_where_nothing_speaks_against_it(self, was_online, is_routed):
        assert not is_online(False, is_routed, was_online)

    def test_a_no_is_not_believed_where_there_is_a_way_out(self, was_online):
        assert is_online(False, True, was_online)

    @pytest.mark.parametrize("is_routed", [True, None])
    def test_not_knowing_is_online(self, was_online, is_routed):
        assert is_online(None, is_routed, was_online)

    def test_not_knowing_ends_no_outage_without_a_way_out(self, was_online):
        assert is_online(None, False, was_online) == was_online


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LocalHost:8080",
        "localhost.",
        "files.localhost",
        "127.0.0.1",
        "127.0.0.1:80",
        "127.255.0.3",
        "[::1]",
        "[::1]:8443",
        "[::ffff:127.0.0.1]",
    ],
)
def test_this_computer_is_recognised(host):
    assert is_this_computer(host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        ":80",
        "files.example.org",
        "notlocalhost",
        "localhost.example.org",
        "127.example.org",
        "128.0.0.1",
        "192.168.1.1:8080",
        "[::2]",
        "[fe80::1]",
        "[::ffff:10.0.0.1]",
        "[localhost]",
        "[::1",
        "/downloads/folder",
    ],
)
def test_other_hosts_are_not_this_computer(host):
    assert not is_this_computer(host)


@pytest.mark.parametrize(
    ("state", "may_hold"),
    [
        (NetworkState(), False),
        (NetworkState(is_online=False), True),
        (NetworkState(is_metered=True), True),
        (NetworkState(is_behind_portal=True), True),
    ],
)
def test_a_good_network_holds_nobody(state, may_hold):
    assert state.may_hold == may_hold


def test_a_steady_network_is_good_and_stays_so():
    network = SteadyNetwork()
    leave = network.subscribe(lambda: pytest.fail("nothing has changed"))
    assert not network.state.may_hold
    leave()
