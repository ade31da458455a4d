"""What the system tells of the network: whether there is one, what it costs, what stands before it.

Values and pure rules; `engine.qt_network` asks the system.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import Protocol

_ROUTE_IS_UP = 0x0001
_ROUTE_REJECTS = 0x0200
# VPNs lay two routes of one bit each over a default route that they leave alone; tunnels for IPv6
# have one of three bits, all that is given out so far.
_LONGEST_IPV4_PREFIX = 1
_LONGEST_IPV6_PREFIX = 3

_HOST = re.compile(r"(?:\[(?P<address>[^]]*)\]|(?P<name>[^:]*))(?::[0-9]*)?")


@dataclass(frozen=True, slots=True)
class NetworkState:
    """The network at one moment, as good as long as nothing else is known."""

    is_online: bool = True
    is_metered: bool = False
    is_behind_portal: bool = False

    @property
    def may_hold(self) -> bool:
        """Whether there is anything here that holds some jobs."""
        return not self.is_online or self.is_metered or self.is_behind_portal


class Network(Protocol):
    """Where the engine learns of the network; used on the main thread."""

    @property
    def state(self) -> NetworkState:
        """What is known now."""

    def subscribe(self, on_change: Callable[[], None]) -> Callable[[], None]:
        """Call `on_change` on the main thread whenever `state` has become another one.

        Returns the way out.
        """


class SteadyNetwork:
    """Always online: where the system tells nothing."""

    @property
    def state(self) -> NetworkState:
        """Nothing that would hold a job."""
        return NetworkState()

    def subscribe(self, _on_change: Callable[[], None]) -> Callable[[], None]:
        """Nobody is ever called."""
        return lambda: None


def is_online(told: bool | None, is_routed: bool | None, was_online: bool) -> bool:
    """Whether there is a network, by what the system has `told`; None: it does not know.

    `is_routed` says whether there is a way to everywhere, None where that cannot be seen. It is
    believed more than a plain no, for NetworkManager calls a machine disconnected whose interfaces
    it does not manage. Not knowing, as while it connects, ends no outage that has no way out yet:
    jobs would fail, and hear nothing when the network is there.
    """
    if told is None:
        return was_online or is_routed is not False
    return told or bool(is_routed)


def has_default_route(ipv4_table: str, ipv6_table: str) -> bool:
    """Whether Linux knows a way to everywhere.

    The texts are those of /proc/net/route and /proc/net/ipv6_route; lines that make no sense are
    passed over.
    """
    return any(map(_leads_everywhere_ipv4, ipv4_table.splitlines())) or any(
        map(_leads_everywhere_ipv6, ipv6_table.splitlines())
    )


def _leads_everywhere_ipv4(line: str) -> bool:
    """Interface, destination, gateway, flags, references, uses, metric, mask, …"""
    fields = line.split()
    try:
        flags, mask = int(fields[3], 16), int(fields[7], 16)
    except (IndexError, ValueError):
        return False
    # The mask's bytes are in the processor's order, so its bits are counted.
    return mask.bit_count() <= _LONGEST_IPV4_PREFIX and _is_usable(flags)


def _leads_everywhere_ipv6(line: str) -> bool:
    """Destination, prefix length, source, prefix length, gateway, metric, two counts, flags, …"""
    fields = line.split()
    try:
        prefix, flags = int(fields[1], 16), int(fields[8], 16)
    except (IndexError, ValueError):
        return False
    return prefix <= _LONGEST_IPV6_PREFIX and _is_usable(flags)


def _is_usable(flags: int) -> bool:
    return bool(flags & _ROUTE_IS_UP) and not flags & _ROUTE_REJECTS


def is_this_computer(host: str) -> bool:
    """Whether a host, as links name it (`[::1]:8080`), is this computer itself."""
    parts = _HOST.fullmatch(host.lower())
    if parts is None:
        return False
    if parts["address"] is not None:
        return _is_loopback(IPv6Address, parts["address"])
    name = parts["name"].rstrip(".")
    return name.endswith(".localhost") or name == "localhost" or _is_loopback(IPv4Address, name)


def _is_loopback(kind: type[IPv4Address] | type[IPv6Address], text: str) -> bool:
    try:
        address = kind(text)
    except AddressValueError:
        return False
    inner = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (inner or address).is_loopback
