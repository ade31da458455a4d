"""The door to D-Bus against a real bus: calls, signals, descriptors, and a bus that is no help."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal

import pytest
from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus

from gui import session_bus
from gui.session_bus import BUS, Bus, BusError, Kind, Place, Rule, Signal, owner_changes, variant
from message_bus import private_bus

pytestmark = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None,
    reason="NO dbus-daemon HERE, SO D-BUS WAS NOT TRIED (apt-get install dbus)",
)

NAME = "org.example.Clerk"
CLERK = Place(NAME, "/org/example/Clerk", NAME)


class Clerk:
    """A service that lends descriptors, tells its callers' words to all, and can be silent."""

    def __init__(self, bus: MessageBus):
        self.bus = bus
        self.heard = []
        bus.add_message_handler(self._answer)

    @classmethod
    async def start(cls, address: str) -> Clerk:
        clerk = cls(await MessageBus(bus_address=address, negotiate_unix_fd=True).connect())
        await clerk.bus.request_name(NAME)
        return clerk

    async def stop(self):
        if self.bus.connected:
            self.bus.disconnect()
            await self.bus.wait_for_disconnect()

    def say(self, member, *body):
        self.bus.send(Message.new_signal(CLERK.path, NAME, member, "s" * len(body), list(body)))

    def _answer(self, call: Message):
        if call.message_type is not MessageType.METHOD_CALL or call.interface != NAME:
            return None
        self.heard.append((call.member, call.body))
        match call.member:
            case "Lend":
                reader, writer = os.pipe()
                os.close(writer)
                return Message.new_method_return(call, "h", [0], [reader])
            case "Refuse":
                return Message.new_error(call, "org.example.Refused", "not for you")
            case "Sleep":
                return True
        return Message.new_method_return(call, call.signature, call.body)


@pytest.fixture
def private(tmp_path, monkeypatch):
    with private_bus(tmp_path) as (address, process):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address, process


@pytest.fixture
async def clerk(private):
    clerk = await Clerk.start(private[0])
    yield clerk
    await clerk.stop()


@pytest.fixture
async def make_bus():
    made = []

    def make(*arguments, **named):
        made.append(Bus(*arguments, **named))
        return made[-1]

    yield make
    for bus in made:
        await bus.close()


async def until(condition):
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.005)


class TestCalls:
    async def test_what_a_service_answers_comes_back(self, clerk, make_bus):
        answer = await make_bus().call(
            CLERK, "Echo", "ua{sv}", 7, {"urgent": variant("b", True), "count": variant("x", 3)}
        )
        assert answer.body[0] == 7
        assert answer.body[1]["count"].value == 3

    async def test_a_descriptor_is_the_callers(self, clerk, make_bus):
        answer = await make_bus().call(CLERK, "Lend")
        descriptor = answer.files[answer.body[0]]
        assert os.read(descriptor, 1) == b""
        os.close(descriptor)

    async def test_an_error_has_the_name_that_was_answered(self, clerk, make_bus):
        with pytest.raises(BusError, match="not for you") as failure:
            await make_bus().call(CLERK, "Refuse")
        assert failure.value.name == "org.example.Refused"

    async def test_nobody_of_that_name_is_an_error(self, private, make_bus):
        with pytest.raises(BusError) as failure:
            await make_bus().call(CLERK, "Echo")
        assert failure.value.name == "org.freedesktop.DBus.Error.ServiceUnknown"

    async def test_those_who_call_first_together_share_a_connection(self, clerk, make_bus):
        bus = make_bus()
        await asyncio.gather(*(bus.call(CLERK, "Echo", "u", n) for n in range(5)))
        names = (await bus.call(BUS, "ListNames")).body[0]
        assert len([name for name in names if name.startswith(":")]) == 2  # the clerk's, and ours

    async def test_a_silent_service_costs_no_more_than_the_limit(self, clerk, make_bus):
        bus = make_bus()
        with pytest.raises(BusError, match="TimeoutError"):
            await bus.call(CLERK, "Sleep", timeout=0.05)
        assert (await bus.call(CLERK, "Echo", "u", 1)).body == [1]

    async def test_without_a_bus_there_is_an_error(self, make_bus):
        bus = make_bus()
        with pytest.raises(BusError, match="FileNotFoundError"):
            await bus.call(CLERK, "Echo")
        assert not bus.is_open

    async def test_an_address_that_is_none_is_an_error(self, make_bus, monkeypatch):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "nonsense")
        with pytest.raises(BusError):
            await make_bus().call(CLERK, "Echo")

    async def test_the_system_bus_is_another_one(self, private, make_bus, monkeypatch):
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", private[0])
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
        assert (await make_bus(Kind.SYSTEM).call(BUS, "ListNames")).body
        with pytest.raises(BusError):
            await make_bus(Kind.SESSION).call(BUS, "ListNames")


class TestSignals:
    async def test_what_fits_a_rule_is_heard_in_order(self, clerk, make_bus):
        heard = []
        rule = Rule(NAME, "Said", CLERK.path, NAME)
        bus = make_bus(listeners={rule: heard.append})
        await bus.call(CLERK, "Echo")
        clerk.say("Said", "one")
        clerk.say("Whispered", "secret")
        clerk.say("Said", "two")
        await until(lambda: len(heard) == 2)
        assert heard == [Signal(CLERK.path, NAME, "Said", [word]) for word in ("one", "two")]

    async def test_what_is_said_to_us_alone_is_heard_only_if_it_is_wanted(self, clerk, make_bus):
        heard = []
        bus = make_bus(listeners={Rule(NAME, "Said"): heard.append})
        await bus.call(CLERK, "Echo")
        names = (await bus.call(BUS, "ListNames")).body[0]
        for name in names:
            for interface in ("org.example.Stranger", NAME):
                signal = Message.new_signal(CLERK.path, interface, "Said", "s", [interface])
                signal.destination = name
                clerk.bus.send(signal)
        await until(lambda: heard)
        assert [signal.body for signal in heard] == [[NAME]]

    async def test_the_coming_and_going_of_a_service_is_heard(self, private, make_bus):
        changes = []
        bus = make_bus(listeners={owner_changes(NAME): lambda one: changes.append(one.body[1:])})
        await bus.call(BUS, "ListNames")
        clerk = await Clerk.start(private[0])
        stranger = await MessageBus(bus_address=private[0]).connect()
        await stranger.request_name("org.example.Another")
        await clerk.stop()
        await until(lambda: len(changes) == 2)
        assert [bool(owner) for change in changes for owner in change] == [False, True, True, False]
        stranger.disconnect()
        await stranger.wait_for_disconnect()

    async def test_what_we_announce_reaches_others(self, private, make_bus):
        heard = []
        listener = make_bus(listeners={Rule("org.example.News"): heard.append})
        await listener.call(BUS, "ListNames")
        await make_bus().announce("/org/example", "org.example.News", "Update", "sd", "a", 0.5)
        await until(lambda: heard)
        assert heard[0].body == ["a", 0.5]


class TestABusThatIsNoHelp:
    @pytest.mark.qt_log_ignore("QSocketNotifier: Invalid socket")
    async def test_a_bus_that_dies_is_told_once_and_the_next_one_is_used(
        self, private, make_bus, tmp_path, monkeypatch
    ):
        lost = []
        bus = make_bus(on_lost=lambda: lost.append(True))
        await bus.call(BUS, "ListNames")
        private[1].send_signal(signal.SIGKILL)
        await until(lambda: lost)
        assert not bus.is_open
        with pytest.raises(BusError):
            await bus.call(BUS, "ListNames")
        (tmp_path / "second").mkdir()
        with private_bus(tmp_path / "second") as (address, _process):
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
            assert (await bus.call(BUS, "ListNames")).body
            await bus.close()
        assert lost == [True]

    async def test_hanging_up_is_no_loss_and_a_later_call_opens_anew(self, clerk, make_bus):
        lost = []
        bus = make_bus(on_lost=lambda: lost.append(True))
        await bus.call(CLERK, "Echo")
        bus.drop()
        assert not bus.is_open
        assert (await bus.call(CLERK, "Echo", "s", "again")).body == ["again"]
        await bus.close()
        await bus.close()
        assert lost == []

    async def test_a_frozen_bus_holds_nobody_up(self, private, make_bus, monkeypatch):
        monkeypatch.setattr(session_bus, "CALL_TIMEOUT", 0.1)
        known, fresh = make_bus(), make_bus()
        await known.call(BUS, "ListNames")
        os.kill(private[1].pid, signal.SIGSTOP)
        try:
            for bus in (known, fresh):
                with pytest.raises(BusError):
                    await bus.call(BUS, "ListNames")
            loop = asyncio.get_running_loop()
            began = loop.time()
            await asyncio.gather(known.close(), fresh.close())
            assert loop.time() - began < 2 * session_bus.CLOSE_TIMEOUT
        finally:
            os.kill(private[1].pid, signal.SIGCONT)

    async def test_rules_that_are_not_taken_leave_no_connection(
        self, private, make_bus, monkeypatch
    ):
        bus = make_bus(listeners={Rule("no interface'"): print})
        with pytest.raises(BusError):
            await bus.call(BUS, "ListNames")
        assert not bus.is_open
