"""A system bus of the test's own, and a NetworkManager on it whose network is what the test says.

Only what Qt's plugin asks for: the manager, one active connection, one device.
"""

from __future__ import annotations

import asyncio
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus

SERVICE = "org.freedesktop.NetworkManager"
MANAGER = "/org/freedesktop/NetworkManager"
CONNECTION = f"{MANAGER}/ActiveConnection/1"
DEVICE = f"{MANAGER}/Devices/1"

_PROPERTIES = "org.freedesktop.DBus.Properties"
_INTERFACES = {
    MANAGER: SERVICE,
    CONNECTION: f"{SERVICE}.Connection.Active",
    DEVICE: f"{SERVICE}.Device",
}
_ETHERNET = 1


class State(enum.IntEnum):
    """NMState."""

    UNKNOWN = 0
    ASLEEP = 10
    DISCONNECTED = 20
    DISCONNECTING = 30
    CONNECTING = 40
    CONNECTED_LOCAL = 50
    CONNECTED_SITE = 60
    CONNECTED_GLOBAL = 70


class Connectivity(enum.IntEnum):
    """NMConnectivityState."""

    UNKNOWN = 0
    NONE = 1
    PORTAL = 2
    LIMITED = 3
    FULL = 4


class Metered(enum.IntEnum):
    """NMMetered."""

    UNKNOWN = 0
    YES = 1
    NO = 2
    GUESS_YES = 3
    GUESS_NO = 4


@dataclass(eq=False)
class NetworkManager:
    """Answers for its properties, and tells of each that changes."""

    bus: MessageBus
    state: State = State.CONNECTED_GLOBAL
    connectivity: Connectivity = Connectivity.FULL
    metered: Metered = Metered.NO
    is_frozen: bool = False
    calls: list[str] = field(default_factory=list)

    @classmethod
    async def start(cls, address: str, **facts) -> NetworkManager:
        """Take the name on the bus and answer."""
        async with asyncio.timeout(10):
            manager = cls(await MessageBus(bus_address=address).connect(), **facts)
            manager.bus.add_message_handler(manager._answer)
            await manager.bus.request_name(SERVICE)
        return manager

    async def stop(self) -> None:
        """Leave the bus without a word."""
        if self.bus.connected:
            self.bus.disconnect()
            await self.bus.wait_for_disconnect()

    def become(self, **facts: enum.IntEnum) -> None:
        """Another network: `state`, `connectivity`, `metered`."""
        for name, value in facts.items():
            setattr(self, name, value)
        everything = self._properties(MANAGER)
        changed = {name.title(): everything[name.title()] for name in facts}
        body = [SERVICE, changed, []]
        self.bus.send(
            Message.new_signal(MANAGER, _PROPERTIES, "PropertiesChanged", "sa{sv}as", body)
        )

    def _properties(self, path: str) -> Mapping[str, Variant]:
        if path == CONNECTION:
            return {"Devices": Variant("ao", [DEVICE])}
        if path == DEVICE:
            metered = Variant("u", int(self.metered))
            return {"DeviceType": Variant("u", _ETHERNET), "Metered": metered}
        return {
            "State": Variant("u", int(self.state)),
            "Connectivity": Variant("u", int(self.connectivity)),
            "Metered": Variant("u", int(self.metered)),
            "PrimaryConnection": Variant("o", CONNECTION),
        }

    def _answer(self, call: Message) -> Message | bool | None:
        if call.message_type is not MessageType.METHOD_CALL or call.path not in _INTERFACES:
            return None
        self.calls.append(f"{call.member} {call.path}")
        if self.is_frozen:
            return True
        if call.member == "GetAll":
            return Message.new_method_return(call, "a{sv}", [dict(self._properties(call.path))])
        if call.member == "Get":
            value = self._properties(call.path)[call.body[1]]
            return Message.new_method_return(call, "v", [value])
        if call.member == "Introspect":
            return Message.new_method_return(call, "s", [self._introspection(call.path)])
        return None

    def _introspection(self, path: str) -> str:
        properties = "".join(
            f'<property name="{name}" type="{value.signature}" access="read"/>'
            for name, value in self._properties(path).items()
        )
        return f'<node><interface name="{_INTERFACES[path]}">{properties}</interface></node>'
