"""The client side of the control socket: speaks to the engine that holds a home."""

from __future__ import annotations

import asyncio
import contextlib
import math
import time
from collections.abc import Iterator
from pathlib import Path

from gui.peers import is_same_person
from gui.protocol import (
    LONGEST_LINE,
    Added,
    Answered,
    Event,
    ProtocolError,
    Raise,
    Refused,
    Request,
    read_event,
    to_line,
)
from gui.whereabouts import address_of

SECONDS_TO_CONNECT = 2.0
SECONDS_TO_ANSWER = 10.0
SECONDS_TO_CARRY_OUT = 120.0
"""For a line of an answer: giving thousands of files their names takes a while."""
GREETING = Raise(quietly=True)
"""Every instance answers this at once, and with one line."""
LONGEST_ANSWER = 4 * LONGEST_LINE
"""Bytes of a line of an answer; an instance that sends a longer one is none of ours."""


class NoAnswerError(Exception):
    """Nobody listens, or whoever listens says nothing sensible."""


class SilentError(NoAnswerError):
    """Whoever listens said nothing for a long time: it hangs, or was stopped."""


class ComeAgainError(NoAnswerError):
    """The engine has its hands full; the text is for people."""


class RequestRefusedError(Exception):
    """The engine will not do it. The text is for people."""


class Client:
    """A line to the engine on a home. Raises `NoAnswerError` when it is dead or goes dead."""

    def __init__(self, home: Path) -> None:
        # A `get` with an engine of its own needs no QtNetwork while it starts.
        from PySide6.QtNetwork import QLocalSocket

        address = address_of(home)
        if address is None:
            raise NoAnswerError("no address")
        self._socket = QLocalSocket()
        self._socket.connectToServer(address)
        if not self._socket.waitForConnected(int(SECONDS_TO_CONNECT * 1000)):
            raise NoAnswerError(self._socket.errorString())
        if not is_same_person(int(self._socket.socketDescriptor())):
            # What we ask for may hold passwords.
            self._socket.abort()
            raise NoAnswerError("it runs as another user")
        # One byte more, so that a longer line is noticed and no more is read.
        self._socket.setReadBufferSize(LONGEST_ANSWER + 1)
        self._stirred = asyncio.Event()
        self._socket.readyRead.connect(self._stirred.set)
        self._socket.disconnected.connect(self._stirred.set)

    def greet(self) -> None:
        """See that somebody lives there; one may connect to a process that was stopped, too."""
        with contextlib.suppress(RequestRefusedError):
            self.ask(GREETING)

    def close(self) -> None:
        """Hang up."""
        self._socket.abort()

    def send(self, request: Request) -> None:
        """Ask; the answers are to be read with `next_event` or `hear`.

        Raises `RequestRefusedError` for what the other side would not read.
        """
        line = to_line(request)
        if len(line) > LONGEST_LINE:
            raise RequestRefusedError("too many links for one job of the instance that runs")
        self._socket.write(line)
        self._socket.flush()

    def ask(self, request: Request, seconds: float | None = None) -> Event:
        """Ask, and wait for the first line of the answer.

        Raises `RequestRefusedError`, and `ComeAgainError` when another time may do.
        """
        self.send(request)
        event = self.next_event(seconds)
        if isinstance(event, Refused):
            raise ComeAgainError(event.text) if event.again else RequestRefusedError(event.text)
        return event

    def answers(self, request: Request) -> Iterator[Event]:
        """Ask, and read the answer line by line, without the word that ends it.

        Raises `RequestRefusedError`, and `ComeAgainError` when another time may do.
        """
        self.send(request)
        while not isinstance(event := self.next_event(SECONDS_TO_CARRY_OUT), Answered):
            if isinstance(event, Refused) and event.again:
                raise ComeAgainError(event.text)
            yield event
            if isinstance(event, Added) or (isinstance(event, Refused) and event.job is None):
                return

    def next_event(self, seconds: float | None = None) -> Event:
        """The next line; blocks, but not for ever."""
        deadline = time.monotonic() + (seconds or SECONDS_TO_ANSWER)
        while not self._socket.canReadLine():
            self._bear_no_endless_line()
            left = deadline - time.monotonic()
            if left <= 0 or not self._socket.waitForReadyRead(math.ceil(left * 1000)):
                if self._is_connected:
                    raise SilentError("no answer")
                raise NoAnswerError("it hung up")
        return self._read()

    async def hear(self, seconds: float | None = None) -> Event | None:
        """The next line, on a running loop; None when the engine has hung up.

        Raises `SilentError` when nothing came for so long; one may go on listening.
        """
        if self._socket.canReadLine():
            return self._read()
        try:
            async with asyncio.timeout(seconds):
                return await self._heard()
        except TimeoutError:
            raise SilentError("no answer") from None

    async def _heard(self) -> Event | None:
        while not self._socket.canReadLine():
            self._bear_no_endless_line()
            if not self._is_connected:
                return None
            self._stirred.clear()
            await self._stirred.wait()
        return self._read()

    @property
    def _is_connected(self) -> bool:
        # Not `isValid`: that stays true after the other side has hung up.
        return self._socket.state() is self._socket.LocalSocketState.ConnectedState

    def _bear_no_endless_line(self) -> None:
        if self._socket.bytesAvailable() > LONGEST_ANSWER:
            raise NoAnswerError("its answer has no end")

    def _read(self) -> Event:
        try:
            return read_event(bytes(self._socket.readLine().data()))
        except ProtocolError as nonsense:
            raise NoAnswerError(str(nonsense)) from None
