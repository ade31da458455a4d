"""Desktop notifications with buttons: a job gave up, a job is done.

On Linux they go over the session bus to whatever shows notifications there
(org.freedesktop.Notifications); where there is nothing, it does not answer, or the system is
another one, the tray says it without buttons. Nothing here is awaited by a download and nothing
raises: a notification that fails is logged and forgotten.
"""

from __future__ import annotations

import asyncio
import contextlib
import html
import logging
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine import JobSnapshot
from gui import formatting
from gui.preferences import Preferences
from gui.translation import translate

if TYPE_CHECKING:
    from dbus_fast import Message
    from dbus_fast.aio import MessageBus

log = logging.getLogger(__name__)

APP_NAME = "Holdfast"
DESKTOP_ID = "holdfast"
SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
BUS = "org.freedesktop.DBus"
MATCH_RULES = (
    f"type='signal',sender='{SERVICE}',path='{PATH}',interface='{SERVICE}'",
    f"type='signal',sender='{BUS}',interface='{BUS}',member='NameOwnerChanged',arg0='{SERVICE}'",
)

CALL_TIMEOUT = 5.0
CLOSE_TIMEOUT = 0.5
FAILURES_BEFORE_SILENCE = 3
SILENCE = 60.0

SHOWN_AS_USUAL = -1
STAYS_UNTIL_DISMISSED = 0


def _tr(text: str) -> str:
    return translate("notifications", text)


@dataclass(frozen=True, slots=True)
class Note:
    """One notification.

    An action's key names only what to do: any program may send us one, so which job is meant we
    remember ourselves.
    """

    job_id: str
    title: str
    body: str
    category: str
    timeout_ms: int
    actions: tuple[tuple[str, str], ...]


class SessionBus:
    """One connection for calls and signals, opened at the first call and again after it broke.

    Some daemons answer only the connection that called them, so there must not be a second.
    """

    def __init__(self, on_signal: Callable[[Message], None]) -> None:
        self._on_signal = on_signal
        self._bus: MessageBus | None = None

    async def call(self, member: str, signature: str = "", *body: Any) -> list[Any]:
        """Call the notification service; raises OSError, EOFError or DBusFastError."""
        async with asyncio.timeout(CALL_TIMEOUT):  # dbus-fast waits for ever
            if self._bus is None or not self._bus.connected:
                self._bus = await self._open()
            return await _call(self._bus, SERVICE, PATH, member, signature, *body)

    async def close(self) -> None:
        """Hang up; quick, and quiet when there is nothing to close."""
        bus, self._bus = self._bus, None
        if bus is None or not bus.connected:
            return
        bus.disconnect()
        with contextlib.suppress(OSError, EOFError):
            async with asyncio.timeout(CLOSE_TIMEOUT):
                await bus.wait_for_disconnect()  # type: ignore[no-untyped-call]

    async def _open(self) -> MessageBus:
        from dbus_fast.aio import MessageBus

        bus = await MessageBus().connect()
        bus.add_message_handler(self._receive)
        for rule in MATCH_RULES:
            await _call(bus, BUS, "/org/freedesktop/DBus", "AddMatch", "s", rule)
        return bus

    def _receive(self, message: Message) -> None:
        from dbus_fast import MessageType

        if message.message_type is MessageType.SIGNAL:
            # A signal may come in one gulp with the answer to our call. Whoever awaits the answer
            # goes on only afterwards, and must be first.
            asyncio.get_running_loop().call_soon(self._on_signal, message)


async def _call(
    bus: MessageBus, service: str, path: str, member: str, signature: str, *body: Any
) -> list[Any]:
    from dbus_fast import Message, MessageType

    # The interface of both services is named like the service.
    call = Message(
        destination=service,
        path=path,
        interface=service,
        member=member,
        signature=signature,
        body=list(body),
    )
    reply = await bus.call(call)
    if reply.message_type is MessageType.ERROR:
        raise ConnectionError(f"{reply.error_name}: {reply.body}")
    return reply.body


class Notifier:
    """Shows notes through the bus and hears which button was pressed.

    `on_action` gets the action's key and the job's id.
    """

    def __init__(self, on_action: Callable[[str, str], None]) -> None:
        self._on_action = on_action
        self._bus = SessionBus(self._on_signal)
        self._capabilities: frozenset[str] | None = None
        self._shown: dict[int, Note] = {}
        self._closing: set[asyncio.Task[None]] = set()

    async def show(self, note: Note) -> None:
        """Show a note in place of an earlier one of its job; raises as `SessionBus.call` does."""
        from dbus_fast import Variant

        if self._capabilities is None:
            self._capabilities = frozenset((await self._bus.call("GetCapabilities"))[0])
        buttons = note.actions if "actions" in self._capabilities else ()
        markup = "body-markup" in self._capabilities
        body = html.escape(note.body, quote=False) if markup else note.body
        hints = {
            "urgency": Variant("y", 1),
            "desktop-entry": Variant("s", DESKTOP_ID),
            "category": Variant("s", note.category),
        }
        replaced = next((key for key, old in self._shown.items() if old.job_id == note.job_id), 0)
        answer = await self._bus.call(
            "Notify",
            "susssasa{sv}i",
            APP_NAME,
            replaced,
            "",
            note.title,
            body,
            [text for action in buttons for text in action],
            hints,
            note.timeout_ms,
        )
        self._shown.pop(replaced, None)
        self._shown[answer[0]] = note

    async def close(self) -> None:
        """Take back what is still shown, whose buttons would soon do nothing, and hang up."""
        for task in self._closing:
            task.cancel()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_TIMEOUT):
                for key in list(self._shown):
                    await self._take_back(key)
        self._shown.clear()
        await self._bus.close()

    async def _take_back(self, key: int) -> None:
        try:
            await self._bus.call("CloseNotification", "u", key)
        except _failures() as failure:
            log.debug("notification %d was not taken back: %r", key, failure)

    def _on_signal(self, message: Message) -> None:
        if message.member == "NameOwnerChanged":
            # A new daemon counts from 1 again: the old one's numbers would be taken for others'.
            self._shown.clear()
            self._capabilities = None
            return
        # The ids of other programs arrive here too.
        if message.interface != SERVICE or not message.body or message.body[0] not in self._shown:
            return
        key, argument = message.body
        if message.member == "ActivationToken":
            # Qt takes it from here when a window is raised; Wayland raises none without it.
            os.environ["XDG_ACTIVATION_TOKEN"] = argument
        elif message.member == "NotificationClosed":
            del self._shown[key]
        elif message.member == "ActionInvoked":
            self._pressed(key, argument)

    def _pressed(self, key: int, action: str) -> None:
        """Act once and close the note: daemons leave it open, or report one click twice."""
        note = self._shown.pop(key)
        task = asyncio.get_running_loop().create_task(self._take_back(key))
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)
        if action in dict(note.actions):
            self._on_action(action, note.job_id)


class Notifications:
    """What the program tells the desktop about its jobs.

    `tray_message` takes a title and a text and says whether it could show them. `wishes` gives the
    preferences of the moment: of what nobody wants to be told, nothing is said.
    """

    def __init__(
        self,
        *,
        on_retry: Callable[[str], None],
        on_details: Callable[[str], None],
        on_open: Callable[[str], None],
        on_show_in_folder: Callable[[str], None],
        tray_message: Callable[[str, str], bool],
        wishes: Callable[[], Preferences] = Preferences,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._wishes = wishes
        self._handlers = {
            "default": on_details,
            "retry": on_retry,
            "details": on_details,
            "open": on_open,
            "folder": on_show_in_folder,
        }
        self._tray_message = tray_message
        self._clock = clock
        self._notifier = Notifier(lambda action, job_id: self._handlers[action](job_id))
        self._turn = asyncio.Lock()
        self._tasks: set[asyncio.Task[bool]] = set()
        self._failures = 0
        self._silent_until = 0.0
        self._is_closed = False

    def job_error(self, job: JobSnapshot) -> None:
        """A job gave up or met a fatal error; stays on the screen until someone has seen it."""
        if not self._wishes().tell_when_given_up:
            return
        actions = (("default", _tr("Show")), ("retry", _tr("Retry")), ("details", _tr("Details")))
        self._tell(_note(job, "transfer.error", STAYS_UNTIL_DISMISSED, actions))

    def job_transferred(self, job: JobSnapshot) -> None:
        """All files of a job are there."""
        if not self._wishes().tell_when_done:
            return
        actions = (
            ("default", _tr("Show")),
            ("open", _tr("Open")),
            ("folder", _tr("Show in folder")),
        )
        self._tell(_note(job, "transfer.complete", SHOWN_AS_USUAL, actions))

    def job_expired(self, job: JobSnapshot) -> None:
        """Nobody looked after a job for so long that it was ended."""
        if not self._wishes().tell_when_given_up:
            return
        actions = (("default", _tr("Show")), ("details", _tr("Details")))
        self._tell(_note(job, "transfer.error", STAYS_UNTIL_DISMISSED, actions))

    async def close(self) -> None:
        """The program ends: no more notes, and none with dead buttons left on the screen."""
        self._is_closed = True
        if self._tasks:
            # What is on its way may still appear, and must then be taken back.
            await asyncio.wait(self._tasks, timeout=CLOSE_TIMEOUT)
        for task in self._tasks:
            task.cancel()
        await self._notifier.close()

    def _tell(self, note: Note) -> None:
        if self._is_closed:
            return
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self._tell_by_tray(note)
            return
        task = loop.create_task(self._deliver(note))
        self._tasks.add(task)
        task.add_done_callback(lambda done: self._settle(note, done))

    async def _deliver(self, note: Note) -> bool:
        """Whether the bus took the note. One at a time, so that a silent bus is found out once."""
        async with self._turn:
            if self._is_closed or sys.platform != "linux" or self._clock() < self._silent_until:
                return False
            try:
                await self._notifier.show(note)
            except _failures() as failure:
                self._count_failure(failure)
                return False
            self._failures = 0
            return True

    def _count_failure(self, failure: BaseException) -> None:
        log.debug("no notification: %r", failure)
        self._failures += 1
        if self._failures >= FAILURES_BEFORE_SILENCE:
            self._failures = 0
            self._silent_until = self._clock() + SILENCE

    def _settle(self, note: Note, task: asyncio.Task[bool]) -> None:
        self._tasks.discard(task)
        if task.cancelled():
            return
        if failure := task.exception():
            log.error("a notification failed unexpectedly", exc_info=failure)
        if not self._is_closed and (failure or not task.result()):
            self._tell_by_tray(note)

    def _tell_by_tray(self, note: Note) -> None:
        if not self._tray_message(note.title, note.body):
            log.debug("nobody was told about job %s: no notifications and no tray", note.job_id)


def _note(
    job: JobSnapshot, category: str, timeout_ms: int, actions: tuple[tuple[str, str], ...]
) -> Note:
    return Note(
        job_id=job.id,
        title=_sendable(formatting.title(job)),
        body=_sendable(formatting.state_sentence(job)),
        category=category,
        timeout_ms=timeout_ms,
        actions=actions,
    )


def _sendable(text: str) -> str:
    """A file name that is no UTF-8 has halves of surrogate pairs, which no bus carries."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _failures() -> tuple[type[Exception], ...]:
    """What may go wrong on the bus; ImportError where dbus-fast is not installed."""
    try:
        from dbus_fast.errors import DBusFastError
    except ImportError:
        return (OSError, EOFError, ImportError)
    return (OSError, EOFError, DBusFastError)
