"""The one place where asyncio meets Qt: runs a coroutine on a Qt event loop and heeds signals."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
import socket
from collections.abc import Callable, Coroutine, Iterator
from types import FrameType
from typing import Any

import qasync
from PySide6.QtCore import QCoreApplication, QSocketNotifier

from gui import garbage

_ENDING_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


def run(app: QCoreApplication, main: Callable[[], Coroutine[Any, Any, int]]) -> int:
    """Run `main` to its end on the loop of `app`; returns its exit code.

    SIGINT, SIGTERM and SIGHUP cancel it, and 128 + the number of the signal is returned; a second
    one of the same kind ends the process at once. The end of `main` ends the loop: `app.quit` must
    not be called.
    """
    # What was imported stays; collections during the run need not look at it.
    gc.freeze()
    with (
        garbage.collected_here(),
        asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner,
    ):
        return runner.run(_until_signalled(main))


async def _until_signalled(main: Callable[[], Coroutine[Any, Any, int]]) -> int:
    task = asyncio.current_task()
    assert task is not None
    received: list[int] = []

    def cancel(number: int, _frame: FrameType | None) -> None:
        received.append(number)
        signal.signal(number, signal.SIG_DFL)
        task.cancel()

    with _handlers(cancel), _python_wakes_on_signals():
        try:
            return await main()
        except asyncio.CancelledError:
            if not received:
                raise
            return 128 + received[0]


@contextlib.contextmanager
def _handlers(handler: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    numbers = [getattr(signal, name) for name in _ENDING_SIGNALS if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    for number in numbers:
        # nohup asks to survive the end of the terminal.
        if number == signal.SIGINT or before[number] is not signal.SIG_IGN:
            signal.signal(number, handler)
    try:
        yield
    finally:
        for number, was in before.items():
            signal.signal(number, was)


@contextlib.contextmanager
def _python_wakes_on_signals() -> Iterator[None]:
    """Python runs signal handlers between bytecodes, and a waiting Qt loop runs none.

    So the signal writes a byte to a socket, and the loop calls Python because of that.
    """
    reader, writer = socket.socketpair()
    with reader, writer:
        reader.setblocking(False)
        writer.setblocking(False)
        notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read)
        notifier.activated.connect(lambda: reader.recv(4096))
        before = signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
        try:
            yield
        finally:
            signal.set_wakeup_fd(before)
            notifier.setEnabled(False)
