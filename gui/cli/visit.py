"""Short visits to a home: a request is answered by the engine that runs there, or by ours.

Where none runs, ours leaves the stored jobs alone and is gone after the answer; what sets a job
going starts an instance that goes on, and asks that.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from engine import JobManager
from gui import background, crashes
from gui.answers import Short, answers, sets_going
from gui.cli.client import (
    Client,
    ComeAgainError,
    NoAnswerError,
    RequestRefusedError,
    SilentError,
)
from gui.instance import Instance
from gui.protocol import Add, Answered, Event, Refused

SECONDS_TO_START = 15.0
SECONDS_TO_COME_AGAIN = 10.0
_SECONDS_BETWEEN_TRIES = 0.05
_NEEDS_ANOTHER = 1


def visit(home: Path, requests: Sequence[Short], hear: Callable[[Event], None]) -> None:
    """Have the requests answered, one after the other; `hear` gets every line but the last word.

    Raises `NoAnswerError` if nobody answers in good time, OSError or `StoreError` when the home
    cannot be used.
    """
    if not _is_there(home) and not any(isinstance(request, Add) for request in requests):
        with tempfile.TemporaryDirectory() as nowhere:
            # A home that is not there has no jobs, and to look does not make one.
            _answered_here(Path(nowhere), requests, hear)
        return
    began = time.monotonic()
    is_started = is_heard = False

    def listen(event: Event) -> None:
        nonlocal is_heard
        is_heard = True
        hear(event)

    while True:
        if not is_started and (instance := Instance.acquire(home)) is not None:
            with instance, crashes.recorded(home):
                if _answered_here(home, requests, listen):
                    return
            background.start(home)
            is_started = True
        try:
            _ask_there(home, requests, listen)
            return
        except SilentError:
            # It hangs. What it was asked for it may still do when it comes round, once.
            raise
        except NoAnswerError as silence:
            patience = (
                SECONDS_TO_COME_AGAIN if isinstance(silence, ComeAgainError) else SECONDS_TO_START
            )
            # What was carried out in part is not begun again.
            if is_heard or time.monotonic() > began + patience:
                raise
        time.sleep(_SECONDS_BETWEEN_TRIES)


def _is_there(home: Path) -> bool:
    try:
        home.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        pass  # who opens it finds out more
    return True


def _ask_there(home: Path, requests: Sequence[Short], hear: Callable[[Event], None]) -> None:
    client = Client(home)
    try:
        client.greet()
        for request in requests:
            try:
                for event in client.answers(request):
                    hear(event)
            except RequestRefusedError as refusal:
                hear(Refused(job=None, text=str(refusal), code=None))
    finally:
        client.close()


def _answered_here(home: Path, requests: Sequence[Short], hear: Callable[[Event], None]) -> bool:
    """Answer with an engine of our own; False, and nothing is done, where one must go on after."""
    if any(isinstance(request, Add) and request.start for request in requests):
        return False
    from gui import loop

    async def answer() -> int:
        manager = await JobManager.open(home, run=False)
        try:
            if any(sets_going(manager, request) for request in requests):
                return _NEEDS_ANOTHER
            for request in requests:
                async for event in answers(manager, request):
                    if not isinstance(event, Answered):
                        hear(event)
        finally:
            await manager.close()
        return 0

    code = loop.run(QCoreApplication(["holdfast"]), answer)
    if code > _NEEDS_ANOTHER:
        # A signal came, and the loop has heeded it.
        raise KeyboardInterrupt
    return code != _NEEDS_ANOTHER
