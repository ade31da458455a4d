"""`holdfast-native`: browsers start it and speak to it, and it speaks to Holdfast.

It knows neither Qt nor the engine and imports the standard library only: a person waits for it at
every click. A message is 32 bits of length, in the order of bytes of the machine, and JSON. What is
asked is handed on over the control socket, and what comes back is told to the browser, with the
`id` of its message. Where it is needed and does not run, Holdfast is started.
"""

from __future__ import annotations

import json
import os
import queue
import struct
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from gui.browsers import identity
from gui.browsers.app_line import AppLine, HungUpError, NobodyError, SilentError, connect
from gui.browsers.launch import Launch
from gui.whereabouts import address_of, usual_home

Message: TypeAlias = dict[str, Any]

VERSION = 1
LONGEST_MESSAGE = 1024 * 1024
"""Bytes, both ways; of what a host says a browser takes no more."""
LONGEST_ID = 100
MOST_WAITING = 64
"""Messages that are read before the first of them is answered."""
SECONDS_TO_ANSWER = 7.0
"""From when a message came; a download waits for eight in the browser."""
SECONDS_BETWEEN_TRIES = 0.05

EXIT_REFUSED = 1

ABSENT = "Holdfast is not running."
NOT_STARTED = "Holdfast could not be started."
SILENT = "Holdfast does not answer."
NO_WINDOW = "Holdfast has no window here."
TOO_MUCH = "Holdfast says more than a browser takes."
OTHER_VERSION = "The extension and Holdfast do not fit each other: one of them is too old."

_HEAD = struct.Struct("=I")
_TAKE_FIELDS = (
    "url", "first_url", "method", "referrer", "user_agent", "name", "size", "mime", "etag",
    "last_modified", "cookies", "private", "source",
)  # fmt: skip
_DEEDS = ("pause", "resume", "retry")
# What our events tell of a success, under the names that the extension knows.
_ANSWERS = {
    "welcome": ("hello", ("version", "has_window")),
    "ready": ("ready", ()),
    "taken": ("taken", ("job", "asks")),
    "fate": ("fate", ("fate",)),
    "withdrawn": ("withdrawn", ()),
    "summary": ("jobs", ("jobs", "counts", "rate")),
    "answered": ("done", ()),
}


class FrameError(ValueError):
    """Nobody knows where the next message would begin. The text is for people."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Speak with the browser that has called with `arguments`, `sys.argv` unless given, until it
    hangs up; returns the exit code.
    """
    try:
        is_allowed = is_ours(sys.argv[1:] if arguments is None else arguments)
    except (OSError, ValueError, KeyError):
        is_allowed = False
    if not is_allowed:
        sys.stderr.write("holdfast-native is for browsers that have the extension of Holdfast\n")
        return EXIT_REFUSED
    if sys.platform == "win32":
        import msvcrt

        # It has never run: without it Windows changes bytes on their way.
        for descriptor in (0, 1):
            msvcrt.setmode(descriptor, os.O_BINARY)
    return Host(os.environ).run(0, 1)


def is_ours(arguments: Sequence[str]) -> bool:
    """Whether a browser starts us for our own extension.

    Chromium tells its origin; Firefox tells where we are registered, then the extension's id.
    """
    if arguments[:1] == [identity.chromium_origin()]:
        return True
    return arguments[1:2] == [identity.firefox_id()]


class Host:
    """One browser's port: each message is answered once, in the order in which they came."""

    def __init__(self, environment: Mapping[str, str], patience: float = SECONDS_TO_ANSWER) -> None:
        self._environment = environment
        self._patience = patience
        self._home = usual_home(environment)
        self._line: AppLine | None = None
        self._heard: queue.Queue[tuple[float, bytes] | FrameError | None]
        self._heard = queue.Queue(MOST_WAITING)
        self._is_over = threading.Event()

    def run(self, source: int, sink: int) -> int:
        """Answer what comes from the descriptor `source`; returns the exit code."""
        # Reading has a thread of its own, to hear of the browser's end while Holdfast starts.
        threading.Thread(target=self._read, args=(source,), daemon=True).start()
        code = 0
        try:
            while (heard := self._heard.get()) is not None:
                if isinstance(heard, FrameError):
                    code = EXIT_REFUSED
                    write_message(sink, {"v": VERSION, "id": None, **_no("refused", str(heard))})
                else:
                    write_message(sink, self._answer(*heard))
        except OSError:
            # The browser went without waiting for its answer.
            pass
        self._hang_up()
        return code

    def _read(self, source: int) -> None:
        try:
            while (content := read_message(source)) is not None:
                self._heard.put((time.monotonic(), content))
        except FrameError as mistake:
            self._heard.put(mistake)
        except OSError:
            pass
        self._is_over.set()
        self._heard.put(None)

    def _answer(self, when: float, content: bytes) -> Message:
        try:
            message = json.loads(content)
        except (ValueError, RecursionError):
            message = None
        message_id = message.get("id") if isinstance(message, dict) else None
        if not isinstance(message_id, str) or not 0 < len(message_id) <= LONGEST_ID:
            return {"v": VERSION, "id": None, **_no("refused", "This is no message.")}
        if message.get("v") != VERSION:
            return {"v": VERSION, "id": message_id, **_no("refused", OTHER_VERSION)}
        return {"v": VERSION, "id": message_id, **self._obey(message, when + self._patience)}

    # --- what is asked ---------------------------------------------------------------------------

    def _obey(self, message: Message, deadline: float) -> Message:
        message_id, job = message["id"], message.get("job")
        match message.get("type"):
            case "hello":
                return self._ask({"request": "hello"}, deadline)
            case "jobs":
                return self._ask({"request": "summary"}, deadline)
            case "take":
                fields = {name: message[name] for name in _TAKE_FIELDS if name in message}
                launch = Launch.hidden(self._home, self._environment)
                return self._ask({**fields, "request": "take", "id": message_id}, deadline, launch)
            case "confirm" | "fate" | "withdraw" as kind:
                return self._ask({"request": kind, "id": message_id}, deadline)
            case "order" if message.get("deed") in _DEEDS and isinstance(job, str):
                order = {"request": "order", "deed": {"do": message["deed"]}, "jobs": [job]}
                return self._ask(order, deadline)
            case "show":
                return self._show(job if isinstance(job, str) else "", deadline)
        return _no("refused", OTHER_VERSION)

    def _show(self, job: str, deadline: float) -> Message:
        launch = Launch.shown(self._home, self._environment)
        hello = self._ask({"request": "hello"}, deadline)
        if hello.get("has_window") is False:
            # The window that starts has the engine without one make way.
            self._hang_up()
            return _yes("done") if launch.lasts() else _no("refused", NO_WINDOW)
        request = {"request": "raise", **({"job": job} if job else {})}
        return self._ask(request, deadline, launch)

    # --- Holdfast's side -------------------------------------------------------------------------

    def _ask(self, request: Message, deadline: float, launch: Launch | None = None) -> Message:
        """What Holdfast answers, started with `launch` if need be; else why there is no answer."""
        trouble = _no("absent", ABSENT)
        while True:
            try:
                event = self._connected(deadline).ask(request, deadline)
                answer = _told(event)
                if answer.get("code") != "busy" or event.get("event") == "declined":
                    # To hang up now would take back what was promised for other downloads.
                    return answer
                # It has its hands full, or is about to end.
                trouble = answer
            except SilentError:
                # It may have heard: whether it has done it, nobody knows.
                self._hang_up()
                return trouble if trouble["code"] == "busy" else _no("silent", SILENT)
            except NobodyError:
                if launch is None:
                    return trouble
                if not launch.goes_on():
                    return _no("absent", NOT_STARTED)
            except HungUpError:
                pass
            self._hang_up()
            if time.monotonic() > deadline or self._is_over.wait(SECONDS_BETWEEN_TRIES):
                return trouble

    def _connected(self, deadline: float) -> AppLine:
        """The line, which stays open as long as the port does; raises what `AppLine` raises."""
        if self._line is None:
            address = address_of(self._home)
            if address is None:
                raise NobodyError
            self._line = connect(address)
            # Whoever says hello may be silent afterwards.
            self._line.ask({"request": "hello"}, deadline)
        return self._line

    def _hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None


def read_message(source: int) -> bytes | None:
    """The next message, None at the end, also in the middle of one. Raises `FrameError`."""
    head = _read_exactly(source, _HEAD.size)
    if head is None:
        return None
    (length,) = _HEAD.unpack(head)
    if length > LONGEST_MESSAGE:
        raise FrameError(f"A message may have {LONGEST_MESSAGE} bytes.")
    return _read_exactly(source, length)


def write_message(sink: int, message: Message) -> None:
    """Tell the browser, or tell it that this would be too much; raises OSError."""
    content = json.dumps(message).encode()
    if len(content) > LONGEST_MESSAGE:
        content = json.dumps({**message_head(message), **_no("refused", TOO_MUCH)}).encode()
    rest = memoryview(_HEAD.pack(len(content)) + content)
    while rest:
        rest = rest[os.write(sink, rest) :]


def message_head(message: Message) -> Message:
    """What every answer has."""
    return {name: message[name] for name in ("v", "id")}


def _read_exactly(source: int, count: int) -> bytes | None:
    """Not by way of `sys.stdin`, whose lock a thread that reads would hold when we end."""
    content = b""
    while len(content) < count:
        chunk = os.read(source, count - len(content))
        if not chunk:
            return None
        content += chunk
    return content


def _told(event: Message) -> Message:
    """The answer for the browser."""
    kind = event.get("event")
    if kind in _ANSWERS:
        name, fields = _ANSWERS[kind]
        return {**_yes(name), **{field: event.get(field) for field in fields}}
    code = "busy" if event.get("again") else event.get("code") if kind == "declined" else "refused"
    return _no(str(code or "refused"), str(event.get("text") or OTHER_VERSION))


def _yes(name: str) -> Message:
    return {"ok": True, "type": name}


def _no(code: str, text: str) -> Message:
    return {"ok": False, "code": code, "text": text}


if __name__ == "__main__":
    sys.exit(main())
