"""A StatusNotifier host on a bus of the test's own: sees what panels see, clicks as people do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus

NAME = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
PROPERTIES = "org.freedesktop.DBus.Properties"
BUS = "org.freedesktop.DBus"
FACTS = {
    "IsStatusNotifierHostRegistered": Variant("b", True),
    "ProtocolVersion": Variant("i", 0),
    "RegisteredStatusNotifierItems": Variant("as", []),
}


@dataclass(frozen=True)
class Entry:
    """One entry of a menu, with those of its submenu."""

    key: int
    text: str
    is_enabled: bool
    is_visible: bool
    is_ticked: bool
    entries: tuple[Entry, ...]


class TrayHost:
    """Watcher and host. `items` are the icons that registered, `news` what they announced."""

    def __init__(self, bus: MessageBus) -> None:
        self._bus = bus
        self.items: list[str] = []
        self.news: list[tuple[float, str]] = []

    @classmethod
    async def start(cls, address: str) -> TrayHost:
        host = cls(await MessageBus(bus_address=address).connect())
        host._bus.add_message_handler(host._hear)
        rule = f"type='signal',interface='{ITEM}'"
        await host._ask(BUS, "/org/freedesktop/DBus", BUS, "AddMatch", "s", rule)
        await host._bus.request_name(NAME)
        return host

    async def stop(self) -> None:
        """Die without a word, as panels do."""
        if self._bus.connected:
            self._bus.disconnect()
            await self._bus.wait_for_disconnect()

    # --- what a person sees ----------------------------------------------------------------------

    async def seen(self) -> dict[str, Any]:
        """All properties of the icon that registered last."""
        answer = await self._item(PROPERTIES, "GetAll", "s", ITEM)
        return {name: value.value for name, value in answer[0].items()}

    async def tooltip(self) -> str:
        return str((await self.seen())["ToolTip"][2])

    async def pictures(self) -> dict[int, bytes]:
        """The icon by its width."""
        return {width: data for width, _, data in (await self.seen())["IconPixmap"]}

    async def menu(self) -> list[Entry]:
        """What would open below the icon now."""
        path = (await self.seen())["Menu"]
        await self._ask(self.items[-1], path, MENU, "AboutToShow", "i", 0)
        layout = await self._ask(self.items[-1], path, MENU, "GetLayout", "iias", 0, -1, [])
        return list(_entry(layout[1]).entries)

    async def until(self, condition: Callable[[], Any], seconds: float = 20) -> Any:
        """Ask until the answer is a good one."""
        async with asyncio.timeout(seconds):
            while not (answer := await condition()):
                await asyncio.sleep(0.05)
        return answer

    # --- what a person does ----------------------------------------------------------------------

    async def click(self) -> None:
        await self._item(ITEM, "Activate", "ii", 10, 10)

    async def click_middle(self) -> None:
        await self._item(ITEM, "SecondaryActivate", "ii", 10, 10)

    async def choose(self, *texts: str) -> None:
        """Click an entry, or one of a submenu."""
        entries = await self.menu()
        for text in texts:
            entry = next(each for each in entries if each.text.startswith(text))
            entries = list(entry.entries)
        path = (await self.seen())["Menu"]
        now = Variant("s", "")
        await self._ask(
            *(self.items[-1], path, MENU, "Event", "isvu"), entry.key, "clicked", now, 0
        )

    # --- inside ----------------------------------------------------------------------------------

    async def _item(self, interface: str, member: str, signature: str, *body: Any) -> list[Any]:
        return await self._ask(
            self.items[-1], "/StatusNotifierItem", interface, member, signature, *body
        )

    async def _ask(
        self, service: str, path: str, interface: str, member: str, signature: str, *body: Any
    ) -> list[Any]:
        call = Message(service, path, interface, member, signature=signature, body=list(body))
        async with asyncio.timeout(10):
            reply = await self._bus.call(call)
        assert reply.message_type is MessageType.METHOD_RETURN, (member, reply.body)
        return reply.body

    def _hear(self, message: Message) -> Message | None:
        if message.message_type is MessageType.SIGNAL and message.interface == ITEM:
            self.news.append((asyncio.get_running_loop().time(), message.member))
        if message.message_type is not MessageType.METHOD_CALL:
            return None
        if message.member == "RegisterStatusNotifierItem":
            self.items.append(message.sender)
            return Message.new_method_return(message)
        if message.interface == PROPERTIES and message.member == "Get":
            return Message.new_method_return(message, "v", [FACTS[message.body[1]]])
        if message.interface == PROPERTIES and message.member == "GetAll":
            return Message.new_method_return(message, "a{sv}", [FACTS])
        return None


def _entry(layout: Any) -> Entry:
    key, facts, below = layout
    values = {name: value.value for name, value in facts.items()}
    return Entry(
        key,
        str(values.get("label", "")).replace("_", ""),
        bool(values.get("enabled", True)),
        bool(values.get("visible", True)),
        values.get("toggle-state") == 1,
        tuple(_entry(each.value) for each in below),
    )


def texts(entries: list[Entry]) -> Iterator[str]:
    """What can be read in a menu."""
    return (entry.text for entry in entries if entry.is_visible and entry.text)
