"""The one door to D-Bus: calls and signals on the session's or the system's bus, none for ever.

Nothing else imports dbus-fast. How to use it:

    place = Place(LOGIN, LOGIN_PATH, LOGIN + ".Manager")
    bus = Bus(Kind.SYSTEM, {owner_changes(place.service): on_owner}, on_lost=hold_again)
    answer = await bus.call(place, "Inhibit", "ssss", "sleep", name, why, "block", timeout=3)
    descriptor = answer.files[answer.body[0]]
    ...
    await bus.close()

Whatever goes wrong is a `BusError`, an OSError: no bus, no service, no answer in time, an answer
that is an error (then `BusError.name` is its D-Bus name), dbus-fast not installed. Objects that do
different things have a `Bus` each: a connection costs a socket, and services tie what they grant
to the connection that asked (some answer that one alone).
"""

from __future__ import annotations

import asyncio
import contextlib
import enum
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from dbus_fast import Message
    from dbus_fast.aio import MessageBus

CALL_TIMEOUT = 5.0
CLOSE_TIMEOUT = 0.5


class Kind(enum.Enum):
    """Which bus."""

    SESSION = "session"
    SYSTEM = "system"


class BusError(OSError):
    """What went wrong on the bus; `name` is that of the error a service answered, else empty."""

    def __init__(self, sentence: str, name: str = "") -> None:
        super().__init__(sentence)
        self.name = name


@dataclass(frozen=True, slots=True)
class Place:
    """What can be called: an interface of an object of a service."""

    service: str
    path: str
    interface: str


@dataclass(frozen=True, slots=True)
class Rule:
    """Which signals are wanted; what is empty may be anything."""

    interface: str
    member: str = ""
    path: str = ""
    sender: str = ""
    first_argument: str = ""

    def __str__(self) -> str:
        """As the bus wants it."""
        parts = {
            "type": "signal",
            "sender": self.sender,
            "path": self.path,
            "interface": self.interface,
            "member": self.member,
            "arg0": self.first_argument,
        }
        return ",".join(f"{key}='{value}'" for key, value in parts.items() if value)

    def fits(self, signal: Signal) -> bool:
        """Whether the signal is wanted. Its sender the bus has looked at, if it came by a rule."""
        wanted = (self.interface, self.member, self.path)
        is_there = zip(wanted, (signal.interface, signal.member, signal.path), strict=True)
        if not all(want in ("", there) for want, there in is_there):
            return False
        return not self.first_argument or signal.body[:1] == [self.first_argument]


class Signal(NamedTuple):
    """What a service said to everybody, or to us alone."""

    path: str
    interface: str
    member: str
    body: list[Any]


class Answer(NamedTuple):
    """What a call brought. The file descriptors are the caller's, to be closed with `os.close`.

    Where the body has a descriptor it holds its index in `files`.
    """

    body: list[Any]
    files: tuple[int, ...] = ()


Listener = Callable[[Signal], None]

BUS = Place("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


def owner_changes(service: str) -> Rule:
    """The signal that the service came or went: its body is name, old owner, new owner, or ""."""
    return Rule(BUS.interface, "NameOwnerChanged", BUS.path, BUS.service, service)


def variant(signature: str, value: Any) -> Any:
    """A value with its type, as `a{sv}` wants them; raises BusError where dbus-fast is missing."""
    try:
        from dbus_fast import Variant
    except ImportError as failure:
        raise BusError(str(failure)) from failure
    return Variant(signature, value)


class Bus:
    """One connection, opened at the first call and again after it broke.

    `listeners` hear the signals that fit their rule, in the order in which they came, as long as
    there is a connection: call something to have one. `on_lost` hears that the connection ended
    without `close` or `drop`: what services granted to it is gone.
    """

    def __init__(
        self,
        kind: Kind = Kind.SESSION,
        listeners: Mapping[Rule, Listener] | None = None,
        on_lost: Callable[[], None] | None = None,
    ) -> None:
        self._kind = kind
        self._listeners = dict(listeners or {})
        self._on_lost = on_lost
        self._bus: MessageBus | None = None
        self._opening = asyncio.Lock()
        self._watches: set[asyncio.Task[None]] = set()

    @property
    def is_open(self) -> bool:
        """Whether there is a connection at this moment."""
        return self._bus is not None and bool(self._bus.connected)

    async def call(
        self,
        place: Place,
        member: str,
        signature: str = "",
        *body: Any,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> Answer:
        """Call a method and wait for its answer, opening the connection first if need be.

        `timeout` is in seconds, CALL_TIMEOUT if not given, and holds for all of it. A call that
        was given up may still be carried out by a service that was frozen: where that would leave
        something behind, `drop` the connection.
        """
        async with _in_time(CALL_TIMEOUT if timeout is None else timeout):
            return await _ask(await self._open(), place, member, signature, *body)

    async def announce(
        self, path: str, interface: str, member: str, signature: str, *body: Any
    ) -> None:
        """Send a signal to whoever listens; nobody answers. A bus that takes none is dropped."""
        try:
            async with _in_time(CALL_TIMEOUT):
                bus = await self._open()
                await bus.send(_signal(path, interface, member, signature, body))
        except BusError:
            self.drop()
            raise

    def drop(self) -> None:
        """Hang up at once, and let services forget what they granted; a next call opens anew."""
        bus, self._bus = self._bus, None
        if bus is not None and bus.connected:
            bus.disconnect()

    async def close(self) -> None:
        """Hang up for good; quick, and quiet when there is nothing to close."""
        self.drop()
        if self._watches:
            await asyncio.wait(self._watches, timeout=CLOSE_TIMEOUT)
        for watch in list(self._watches):
            watch.cancel()

    # --- inside ----------------------------------------------------------------------------------

    async def _open(self) -> MessageBus:
        async with self._opening:  # those who call first together share one connection
            if self._bus is None or not self._bus.connected:
                self._bus = await self._connect()
            return self._bus

    async def _connect(self) -> MessageBus:
        from dbus_fast import BusType
        from dbus_fast.aio import MessageBus

        kind = BusType.SYSTEM if self._kind is Kind.SYSTEM else BusType.SESSION
        bus = await MessageBus(bus_type=kind, negotiate_unix_fd=True).connect()
        try:
            bus.add_message_handler(self._receive)
            for rule in self._listeners:
                await _ask(bus, BUS, "AddMatch", "s", str(rule))
        except BaseException:
            bus.disconnect()
            raise
        watch = asyncio.get_running_loop().create_task(self._watch(bus))
        self._watches.add(watch)
        watch.add_done_callback(self._watches.discard)
        return bus

    async def _watch(self, bus: MessageBus) -> None:
        with contextlib.suppress(*_failures()):
            await bus.wait_for_disconnect()  # type: ignore[no-untyped-call]
        if self._bus is bus:
            self._bus = None
            if self._on_lost is not None:
                self._on_lost()

    def _receive(self, message: Message) -> None:
        from dbus_fast import MessageType

        if message.message_type is MessageType.SIGNAL:
            # A signal may come in one gulp with the answer to our call. Whoever awaits the answer
            # goes on only afterwards, and must be first.
            signal = Signal(
                message.path or "", message.interface or "", message.member or "", message.body
            )
            asyncio.get_running_loop().call_soon(self._hand_on, signal)

    def _hand_on(self, signal: Signal) -> None:
        for rule, listener in self._listeners.items():
            if rule.fits(signal):
                listener(signal)


@contextlib.asynccontextmanager
async def _in_time(seconds: float) -> AsyncIterator[None]:
    """A limit, which dbus-fast has not, and one kind of error."""
    try:
        async with asyncio.timeout(seconds):
            yield
    except BusError:
        raise
    except _failures() as failure:
        raise BusError(f"{type(failure).__name__}: {failure}") from failure


def _signal(path: str, interface: str, member: str, signature: str, body: Sequence[Any]) -> Message:
    from dbus_fast import Message

    return Message.new_signal(path, interface, member, signature, list(body))


async def _ask(bus: MessageBus, place: Place, member: str, signature: str, *body: Any) -> Answer:
    from dbus_fast import Message, MessageType

    call = Message(
        destination=place.service,
        path=place.path,
        interface=place.interface,
        member=member,
        signature=signature,
        body=list(body),
    )
    reply = await bus.call(call)
    if reply.message_type is MessageType.ERROR:
        said = reply.body[0] if reply.body else ""
        raise BusError(f"{reply.error_name}: {said}", reply.error_name or "")
    return Answer(reply.body, tuple(reply.unix_fds))


def _failures() -> tuple[type[Exception], ...]:
    """What may go wrong on the bus; ImportError where dbus-fast is not installed."""
    try:
        from dbus_fast.errors import DBusFastError
    except ImportError:
        return (OSError, EOFError, ImportError)
    return (OSError, EOFError, DBusFastError)
