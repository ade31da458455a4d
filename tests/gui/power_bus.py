"""Services that keep a machine awake, suspend it and shut it down, on a bus of the test's own."""

from __future__ import annotations

import asyncio
import os
import select
from dataclasses import dataclass, field

from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus

GNOME = "org.gnome.SessionManager"
POWER = "org.freedesktop.PowerManagement"
POWER_INHIBIT = POWER + ".Inhibit"
LOGIN = "org.freedesktop.login1"
LOGIN_MANAGER = LOGIN + ".Manager"
PORTAL = "org.freedesktop.portal.Desktop"
PORTAL_INHIBIT = "org.freedesktop.portal.Inhibit"
REQUEST = "org.freedesktop.portal.Request"
SCREEN_SAVER = "org.freedesktop.ScreenSaver"

_SIGNATURES = {
    (GNOME, "Inhibit"): "susu",
    (GNOME, "Uninhibit"): "u",
    (POWER_INHIBIT, "Inhibit"): "ss",
    (POWER_INHIBIT, "UnInhibit"): "u",
    (LOGIN_MANAGER, "Inhibit"): "ssss",
    (LOGIN_MANAGER, "Suspend"): "b",
    (LOGIN_MANAGER, "PowerOff"): "b",
    (LOGIN_MANAGER, "CanSuspend"): "",
    (LOGIN_MANAGER, "CanPowerOff"): "",
    (PORTAL_INHIBIT, "Inhibit"): "sua{sv}",
    (REQUEST, "Close"): "",
}


@dataclass(eq=False)
class Service:
    """One of them. `held` is what it keeps the machine awake for, by cookie or path."""

    name: str
    bus: MessageBus
    calls: list[tuple[str, list[object]]] = field(default_factory=list)
    held: dict[object, tuple[str, ...]] = field(default_factory=dict)
    is_frozen: bool = False
    refuses: str = ""
    response: int = 0
    """The portal's."""
    can: str = "yes"
    """logind's."""
    _late: list[Message] = field(default_factory=list)
    _readers: list[int] = field(default_factory=list)

    @classmethod
    async def start(cls, name: str, address: str, **facts: object) -> Service:
        """Take the name and answer."""
        async with asyncio.timeout(10):
            bus = await MessageBus(bus_address=address, negotiate_unix_fd=True).connect()
            service = cls(name, bus, **facts)
            bus.add_message_handler(service._hear)
            await bus.request_name(name)
            rule = "type='signal',member='NameOwnerChanged',sender='org.freedesktop.DBus'"
            await bus.call(
                Message(
                    destination="org.freedesktop.DBus",
                    path="/org/freedesktop/DBus",
                    interface="org.freedesktop.DBus",
                    member="AddMatch",
                    signature="s",
                    body=[rule],
                )
            )
        return service

    async def stop(self) -> None:
        """Die, and forget what was held."""
        for reader in self._readers:
            os.close(reader)
        self._readers.clear()
        self.held.clear()
        if self.bus.connected:
            self.bus.disconnect()
            await self.bus.wait_for_disconnect()

    def thaw(self) -> None:
        """Do what was asked for while it was frozen, as a stopped process does."""
        self.is_frozen = False
        late, self._late = self._late, []
        for call in late:
            self.bus.send(self._answer(call))

    @property
    def members(self) -> list[str]:
        return [member for member, _ in self.calls]

    @property
    def descriptors_held(self) -> int:
        """How many of logind's descriptors somebody has open."""
        return sum(not select.select([reader], [], [], 0)[0] for reader in self._readers)

    def _hear(self, message: Message) -> Message | bool | None:
        if message.message_type is MessageType.SIGNAL and message.member == "NameOwnerChanged":
            name, _, owner = message.body
            if not owner:
                self.held = {key: what for key, what in self.held.items() if what[0] != name}
            return None
        wanted = _SIGNATURES.get((message.interface, message.member))
        if message.message_type is not MessageType.METHOD_CALL or wanted is None:
            return None
        assert message.signature == wanted
        self.calls.append((message.member, message.body))
        if self.is_frozen:
            self._late.append(message)
            return True
        return self._answer(message)

    def _answer(self, call: Message) -> Message:
        if self.refuses:
            return Message.new_error(call, self.refuses, "not today")
        match call.interface, call.member:
            case (_, "Suspend" | "PowerOff" | "UnInhibit" | "Uninhibit" | "Close"):
                key = call.path if call.member == "Close" else call.body[0]
                self.held.pop(key, None)
                return Message.new_method_return(call)
            case (_, "CanSuspend" | "CanPowerOff"):
                return Message.new_method_return(call, "s", [self.can])
            case (interface, _) if interface == LOGIN_MANAGER:
                reader, writer = os.pipe()
                self._readers.append(reader)
                reply = Message.new_method_return(call, "h", [0], [writer])
                # The sender's own end goes once it is on its way.
                asyncio.get_running_loop().call_later(0.05, os.close, writer)
                return reply
            case (interface, _) if interface == PORTAL_INHIBIT:
                path = f"/org/freedesktop/portal/desktop/request/{len(self.calls)}"
                self.held[path] = (str(call.sender),)
                told = Message.new_signal(path, REQUEST, "Response", "ua{sv}", [self.response, {}])
                asyncio.get_running_loop().call_soon(self.bus.send, told)
                return Message.new_method_return(call, "o", [path])
        cookie = 100 + len(self.calls)
        self.held[cookie] = (str(call.sender),)
        return Message.new_method_return(call, "u", [cookie])


def reason(body: list[object]) -> object:
    """What the portal was told."""
    options = body[2]
    assert isinstance(options, dict)
    variant = options["reason"]
    assert isinstance(variant, Variant)
    return variant.value
