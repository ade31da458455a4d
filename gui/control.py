"""The server side of the control socket: other processes of the same person speak to us here.

Whatever arrives is judged line by line; nothing that arrives can harm the engine or stop it.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import logging
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from engine import (
    FileSpec,
    InvalidStateError,
    JobManager,
    JobSpec,
    NoSuchJobError,
    RefusedError,
    parse_link,
)
from gui import crashes, desktop
from gui.answers import Short, answers, may_set_going
from gui.browsers.messages import (
    AskFate,
    AskSummary,
    Confirm,
    FromBrowser,
    Hello,
    Take,
    Taken,
    Withdraw,
)
from gui.browsers.taking import Desk
from gui.cli.report import refused_event
from gui.cli.watch import Watch
from gui.peers import is_same_person, peer_user
from gui.protocol import (
    LONGEST_LINE,
    Added,
    Answered,
    Event,
    Follow,
    Get,
    JobLine,
    Offer,
    Open,
    ProtocolError,
    Raise,
    Refused,
    Request,
    Yield,
    read_request,
    to_line,
)
from gui.translation import as_the_window_speaks, in_english

log = logging.getLogger(__name__)

MOST_CLIENTS = 64
LONGEST_SILENCE = 2.0
"""Seconds that a client who follows nothing may take for its next line."""
MOST_UNREAD = 4 * 1024 * 1024
"""Bytes of events; a follower who lags further behind is hung up on."""
MOST_AHEAD = 256 * 1024
"""Bytes of an answer that are sent before the client has read what came earlier."""
LONGEST_READ = 10.0
"""Seconds that it may take for that, and for what is left to read when the conversation is over."""
LONGEST_FAREWELL = 2.0
"""Seconds that an engine which ends waits for its answers to be told and read."""
LONGEST_STRETCH = 0.01
"""Seconds of answering, all clients together, after which others get their turn."""
SECONDS_BETWEEN_LOOKS = 30.0


class ControlServer:
    """Listens, and holds a conversation with each client."""

    def __init__(
        self,
        manager: JobManager,
        desk: Desk,
        raise_window: Callable[[str], None] | None = None,
        make_way: Callable[[], None] | None = None,
        offer: Callable[[Sequence[str], Sequence[str]], None] | None = None,
    ) -> None:
        self.manager = manager
        self.desk = desk
        self.raise_window = raise_window
        self.make_way = make_way
        self.offer = offer
        self.accepted: set[str] = set()
        """The jobs that clients have brought, by their ids."""
        self.set_going: set[str] = set()
        """The jobs that clients have ordered to go on."""
        self._conversations: dict[Conversation, asyncio.Task[None]] = {}
        self._listener = QLocalServer()
        self._listener.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._listener.newConnection.connect(self._greet)
        self._address = ""
        self._looks = QTimer()
        self._looks.timeout.connect(self._look_after_listener)

    def listen(self, address: str) -> bool:
        """Begin to answer at `address`; a stale socket there is removed, so only with the lock."""
        QLocalServer.removeServer(address)
        if self._listener.listen(address):
            self._address = address
            self._looks.start(int(SECONDS_BETWEEN_LOOKS * 1000))
            return True
        log.warning("cannot listen at %s: %s", address, self._listener.errorString())
        return False

    async def finish(self) -> None:
        """Hear nobody any more, and let the answers under way come to their end.

        What was ordered may be why the engine ends, and whoever ordered it wants to know.
        """
        self._stop_listening()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LONGEST_FAREWELL):
                ending = list(self._conversations)
                for conversation in ending:
                    conversation.take_nothing_on()
                for conversation in ending:
                    await conversation.finish()

    def close(self) -> None:
        """Hang up on everybody."""
        self._stop_listening()
        for conversation, task in list(self._conversations.items()):
            task.cancel()
            conversation.hang_up()

    def _stop_listening(self) -> None:
        self._looks.stop()
        self._listener.close()

    def _look_after_listener(self) -> None:
        """Where no more files can be opened, Qt stops to listen for good and tells nobody."""
        if not self._listener.isListening():
            log.warning("the control socket was closed: %s", self._listener.errorString())
            self.listen(self._address)

    def _greet(self) -> None:
        while (client := self._listener.nextPendingConnection()) is not None:
            descriptor = int(client.socketDescriptor())
            if not is_same_person(descriptor):
                user = peer_user(descriptor)
                log.warning("user %s spoke to the control socket and was not heard", user)
                _drop(client)
                continue
            if len(self._conversations) >= MOST_CLIENTS:
                _turn_away(client)
                continue
            conversation = Conversation(self, client)
            task = asyncio.get_running_loop().create_task(conversation.hold())
            self._conversations[conversation] = task
            task.add_done_callback(functools.partial(self._forget, conversation))

    def _forget(self, conversation: Conversation, _task: asyncio.Task[None]) -> None:
        del self._conversations[conversation]

    @property
    def stretch(self) -> float:
        """Seconds for which one of them may be answered before all others get their turn."""
        return LONGEST_STRETCH / max(1, len(self._conversations))


class Conversation:
    """One client: its requests one after the other, and the events of the jobs it follows."""

    def __init__(self, server: ControlServer, client: QLocalSocket) -> None:
        self._server = server
        self._client = client
        self._watch = Watch(server.manager, self._send)
        self._stirred = asyncio.Event()
        self._was_read = asyncio.Event()
        self._is_silent = asyncio.Event()
        self._is_silent.set()
        self._is_gone = asyncio.Event()
        self._ending = asyncio.Event()
        self._is_over = False
        self._is_browsers = False
        # One byte more than a line may have, so that a longer one is noticed and no more is read.
        client.setReadBufferSize(LONGEST_LINE + 1)
        client.readyRead.connect(self._stirred.set)
        client.disconnected.connect(self._stirred.set)
        client.bytesWritten.connect(self._was_read.set)
        client.disconnected.connect(self._was_read.set)
        client.disconnected.connect(self._is_gone.set)

    async def hold(self) -> None:
        """Answer until the client goes, falls silent or talks nonsense."""
        try:
            with in_english():
                await self._converse()
        except ProtocolError as mistake:
            self.refuse(str(mistake))
        except Exception as failure:  # noqa: BLE001 - no request may harm whoever else is served
            _log_without_words(failure)
            self.refuse("The instance that runs could not do this, and its log tells where.")
        finally:
            self._server.desk.end_of(self)
            self.hang_up()
        await self._until_gone()

    def take_nothing_on(self) -> None:
        """Begin with no further request."""
        self._ending.set()

    async def finish(self) -> None:
        """Wait until the request that is being answered is answered, and the answer is read."""
        await self._is_silent.wait()
        while not self._is_over and self._client.bytesToWrite() and self._is_connected:
            self._was_read.clear()
            await self._was_read.wait()

    def refuse(self, why: str, *, again: bool = False) -> None:
        """Say what is wrong, whether another time may be better, and hang up."""
        level = logging.INFO if again else logging.WARNING
        log.log(level, "a client of the control socket was refused: %s", why)
        self._send(Refused(job=None, text=why, code=None, again=again))
        self.hang_up()

    def hang_up(self) -> None:
        """Send what is left to send, and close; once is enough."""
        if self._is_over:
            return
        self._is_over = True
        self._watch.close()
        self._client.flush()
        # Else it would live as long as the listener; and only in this thread may it die.
        self._client.disconnected.connect(self._client.deleteLater)
        self._client.disconnectFromServer()
        if self._client.state() is QLocalSocket.LocalSocketState.UnconnectedState:
            self._client.deleteLater()
            self._is_gone.set()

    async def _until_gone(self) -> None:
        """Let the client read what is left, but do not keep it for one who never will."""
        if self._is_gone.is_set():
            return
        try:
            async with asyncio.timeout(LONGEST_READ):
                await self._is_gone.wait()
        except TimeoutError:
            self._client.abort()

    async def _converse(self) -> None:
        clock = asyncio.get_running_loop().time
        began = clock()
        while not self._ending.is_set() and (line := await self._next_line()) is not None:
            if self._ending.is_set():
                self.refuse("the instance that runs is about to end", again=True)
                return
            await self._answer(read_request(line))
            if clock() > began + self._server.stretch:
                await asyncio.sleep(0)
                began = clock()

    async def _next_line(self) -> bytes | None:
        if self._client.canReadLine():
            # On qasync a timer lives on when nobody needs it any more; here it would be thousands.
            return bytes(self._client.readLine().data())
        try:
            # The port of a browser stays open, and with it what was promised over it.
            may_be_silent = self._is_browsers or not self._watch.is_idle
            async with asyncio.timeout(None if may_be_silent else LONGEST_SILENCE):
                return await self._whole_line()
        except TimeoutError:
            raise ProtocolError(f"no request came for {LONGEST_SILENCE:.0f} s") from None

    async def _whole_line(self) -> bytes | None:
        while not self._client.canReadLine():
            if self._client.bytesAvailable() > LONGEST_LINE:
                raise ProtocolError(f"a request may have {LONGEST_LINE} bytes")
            if not self._is_connected:
                return None
            self._stirred.clear()
            await self._stirred.wait()
        return bytes(self._client.readLine().data())

    async def _answer(self, request: Request) -> None:
        self._is_silent.clear()
        try:
            # What a browser shows is for people, in their language.
            with as_the_window_speaks() if self._is_browsers else in_english():
                await self._carry_out_or_refuse(request)
        finally:
            self._is_silent.set()

    async def _carry_out_or_refuse(self, request: Request) -> None:
        try:
            await self._carry_out(request)
        except (RefusedError, InvalidStateError, NoSuchJobError) as refusal:
            self._send(refused_event(refusal))

    async def _carry_out(self, request: Request) -> None:
        match request:
            case Get():
                adding = self._server.manager.add_or_resume(request.spec)
                self._server.accepted.add(await self._watch.take(adding))
            case Follow():
                self._watch.follow(request.job)
            case Open():
                await self._open(request.links)
            case Offer():
                self._offer(request)
            case Raise():
                self._raise(request)
            case Yield():
                self._make_way()
            case Hello() | Take() | Confirm() | AskFate() | Withdraw() | AskSummary():
                await self._answer_browser(request)
            case _:
                await self._answer_line_by_line(request)

    async def _answer_line_by_line(self, request: Short) -> None:
        """At the client's pace, and without keeping the window waiting."""
        clock = asyncio.get_running_loop().time
        began = clock()
        async with contextlib.aclosing(answers(self._server.manager, request)) as events:
            async for event in events:
                if may_set_going(request):
                    self._remember(event)
                self._send(event)
                if clock() > began + self._server.stretch or self._is_ahead:
                    await self._until_read()
                    began = clock()

    def _remember(self, event: Event) -> None:
        """Whoever ends this engine has to know for whom it ran what."""
        match event:
            case Added():
                self._server.accepted.add(event.job)
            case JobLine():
                self._server.set_going.add(event.job)

    @property
    def _is_ahead(self) -> bool:
        return self._client.bytesToWrite() > MOST_AHEAD

    @property
    def _is_connected(self) -> bool:
        return self._client.state() is QLocalSocket.LocalSocketState.ConnectedState

    async def _until_read(self) -> None:
        """Let others have their turn; go on when the client has caught up. Raises ProtocolError."""
        await asyncio.sleep(0)
        try:
            async with asyncio.timeout(LONGEST_READ):
                while self._is_ahead and self._is_connected:
                    self._was_read.clear()
                    await self._was_read.wait()
        except TimeoutError:
            self._client.abort()
        if not self._is_connected:
            raise ProtocolError("the client went before it had read its answer")

    async def _open(self, links: tuple[str, ...]) -> None:
        for link in links:
            # All of them, or none.
            parse_link(link)
        folder = desktop.default_folder(self._server.manager.settings)
        for link in links:
            job_id = await self._server.manager.add(JobSpec((FileSpec(link),), folder))
            self._server.accepted.add(job_id)
        self._send(Answered())

    async def _answer_browser(self, request: FromBrowser) -> None:
        if isinstance(request, Confirm) and not self._is_connected:
            # Who has hung up has withdrawn it; what it asks elsewhere is answered there.
            return
        self._is_browsers = True
        with as_the_window_speaks():
            answer = await self._server.desk.answer(request, self)
        if isinstance(answer, Taken) and answer.job:
            self._server.accepted.add(answer.job)
        self._send(answer)

    def _offer(self, request: Offer) -> None:
        if self._server.offer is None:
            raise RefusedError("This instance has no window.")
        for link in request.links:
            parse_link(link)
        self._server.offer(request.links, request.files)
        self._send(Answered())

    def _raise(self, request: Raise) -> None:
        if self._server.raise_window is None:
            raise RefusedError("This instance has no window.")
        if not request.quietly:
            self._server.raise_window(request.token)
        if request.job:
            self._server.desk.show(request.job)
        self._send(Answered())

    def _make_way(self) -> None:
        if self._server.make_way is None:
            raise RefusedError("This instance has a window and does not make way for another.")
        self._send(Answered())
        self._server.make_way()

    def _send(self, event: Event) -> None:
        if self._is_over:
            return
        if self._client.bytesToWrite() > MOST_UNREAD:
            log.warning("a follower does not read what it asked for")
            self._client.abort()
        elif self._client.isOpen():
            self._client.write(to_line(event))


def _turn_away(client: QLocalSocket) -> None:
    """Have it come again."""
    why = f"more than {MOST_CLIENTS} clients at once"
    log.info("a client of the control socket was refused: %s", why)
    client.write(to_line(Refused(job=None, text=why, code=None, again=True)))
    client.flush()
    _drop(client)


def _drop(client: QLocalSocket) -> None:
    client.abort()
    client.deleteLater()


def _log_without_words(failure: Exception) -> None:
    log.error(
        "a request of the control socket failed: %s\n%s",
        type(failure).__name__,
        crashes.place_of(failure),
    )
