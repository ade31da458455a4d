"""A notification daemon on a bus of the test's own, which does what it is told."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus

SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"


@dataclass
class Popup:
    """What one Notify asked for."""

    key: int
    title: str
    body: str
    actions: dict[str, str]
    hints: dict[str, object]
    timeout_ms: int
    replaces: int


@dataclass(eq=False)
class Daemon:
    """Shows popups by remembering them; `press` and `dismiss` are the person in front of it."""

    bus: MessageBus
    capabilities: tuple[str, ...] = ("actions", "body")
    name: str = "A daemon"
    is_frozen: bool = False
    is_slow: bool = False
    """Answers only when it is told to `go_on`, as one that was frozen."""
    popups: list[Popup] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    closed: list[int] = field(default_factory=list)
    _kept: list[Message] = field(default_factory=list)
    _came: asyncio.Event = field(default_factory=asyncio.Event)

    @classmethod
    async def start(cls, address: str, **facts) -> Daemon:
        """Take the name on the bus and answer."""
        async with asyncio.timeout(10):
            daemon = cls(await MessageBus(bus_address=address).connect(), **facts)
            daemon.bus.add_message_handler(daemon._answer)
            await daemon.bus.request_name(SERVICE)
        return daemon

    async def stop(self) -> None:
        """Die without a word, as daemons do."""
        if self.bus.connected:
            self.bus.disconnect()
            await self.bus.wait_for_disconnect()

    async def until(self, condition) -> None:
        """Wait until what was called fulfils the condition."""
        async with asyncio.timeout(10):
            while not condition():
                self._came.clear()
                await self._came.wait()

    async def next_popup(self, count: int = 1) -> Popup:
        """The newest popup, once there were `count`."""
        await self.until(lambda: len(self.popups) >= count)
        return self.popups[-1]

    def press(self, key: int, action: str, token: str | None = None) -> None:
        """The person presses a button, or the popup itself."""
        if token is not None:
            self._signal("ActivationToken", "us", key, token)
        self._signal("ActionInvoked", "us", key, action)

    def dismiss(self, key: int) -> None:
        """The person closes the popup."""
        self._signal("NotificationClosed", "uu", key, 2)

    def expire(self, key: int) -> None:
        """Its time is over."""
        self._signal("NotificationClosed", "uu", key, 1)

    def go_on(self) -> None:
        """Do at last what was asked meanwhile."""
        self.is_slow = False
        for call in self._kept:
            self.bus.send(getattr(self, f"_{call.member}")(call))
        self._kept.clear()
        self._came.set()

    def _signal(self, member: str, signature: str, *body) -> None:
        self.bus.send(Message.new_signal(PATH, SERVICE, member, signature, list(body)))

    def _answer(self, call: Message) -> Message | bool | None:
        if call.message_type is not MessageType.METHOD_CALL or call.interface != SERVICE:
            return None
        self.calls.append(call.member)
        self._came.set()
        if self.is_frozen:
            return True
        if self.is_slow:
            self._kept.append(call)
            return True
        return getattr(self, f"_{call.member}")(call)

    def _GetCapabilities(self, call: Message) -> Message:
        return Message.new_method_return(call, "as", [list(self.capabilities)])

    def _GetServerInformation(self, call: Message) -> Message:
        return Message.new_method_return(call, "ssss", [self.name, "nobody", "1.0", "1.2"])

    def _Notify(self, call: Message) -> Message:
        _, replaces, _, title, body, actions, hints, timeout_ms = call.body
        key = replaces or max((popup.key for popup in self.popups), default=0) + 1
        pairs = dict(zip(actions[::2], actions[1::2], strict=True))
        values = {name: hint.value for name, hint in hints.items()}
        self.popups.append(Popup(key, title, body, pairs, values, timeout_ms, replaces))
        return Message.new_method_return(call, "u", [key])

    def _CloseNotification(self, call: Message) -> Message:
        self.closed.append(call.body[0])
        self._signal("NotificationClosed", "uu", call.body[0], 3)
        return Message.new_method_return(call)


PORTAL = "org.freedesktop.portal.Desktop"
PORTAL_PATH = "/org/freedesktop/portal/desktop"
PORTAL_INTERFACE = "org.freedesktop.portal.Notification"


@dataclass(eq=False)
class Portal:
    """The way out of a sandbox, which remembers what it was asked to show."""

    bus: MessageBus
    shown: dict[str, dict[str, object]] = field(default_factory=dict)
    _came: asyncio.Event = field(default_factory=asyncio.Event)

    @classmethod
    async def start(cls, address: str) -> Portal:
        """Take the name on the bus and answer."""
        async with asyncio.timeout(10):
            portal = cls(await MessageBus(bus_address=address).connect())
            portal.bus.add_message_handler(portal._answer)
            await portal.bus.request_name(PORTAL)
        return portal

    async def stop(self) -> None:
        """Leave the bus."""
        self.bus.disconnect()
        await self.bus.wait_for_disconnect()

    async def until(self, condition) -> None:
        """Wait until what was called fulfils the condition."""
        async with asyncio.timeout(10):
            while not condition():
                self._came.clear()
                await self._came.wait()

    def press(self, key: str, action: str) -> None:
        """The person presses a button."""
        body = [key, action, []]
        self.bus.send(
            Message.new_signal(PORTAL_PATH, PORTAL_INTERFACE, "ActionInvoked", "ssav", body)
        )

    def _answer(self, call: Message) -> Message | None:
        if call.message_type is not MessageType.METHOD_CALL or call.interface != PORTAL_INTERFACE:
            return None
        self._came.set()
        if call.member == "AddNotification":
            key, content = call.body
            self.shown[key] = {name: value.value for name, value in content.items()}
        else:
            self.shown.pop(call.body[0], None)
        return Message.new_method_return(call)
