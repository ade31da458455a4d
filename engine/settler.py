"""Has the disk keep files, many small ones at a time, and only then tells of them.

A sync takes the disk as long for one small file as for a hundred, and a commit that says so as
well: so what comes within a moment is synced and told together.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from engine.errors import JobError, TransferFailed, TransferStopped
from engine.fetch import Fetch
from engine.job import JobFile
from engine.wire.spec import TransferResult

SECONDS_BETWEEN = 0.1

Outcome: TypeAlias = TransferResult | JobError | Exception | None


@dataclass(frozen=True, slots=True)
class Try:
    """One try of a file, which took `seconds`; `fetch` is None if it could not even begin.

    `outcome` is an error that was classified, an exception that nobody expected, or None when the
    try was stopped.
    """

    file: JobFile
    fetch: Fetch | None
    outcome: Outcome
    seconds: float


class Settler:
    """Settles tries and hands them to `report`, in groups, on a thread that lives while some come.

    The first is settled at once, those that come meanwhile and in the tenth of a second after it
    together. While there is no company, nothing moves that they could wait for.
    """

    def __init__(self, report: Callable[[list[Try]], None], name: str) -> None:
        self._report = report
        self._name = name
        self._changed = threading.Condition()
        self._tries: list[Try] = []
        self._has_company = False
        self._is_running = False

    def __repr__(self) -> str:
        return f"<Settler {self._name} of {len(self._tries)} files>"

    def add(self, one: Try, *, company: bool) -> None:
        """Settle this one too: before long if there is `company`, now and here if there is none."""
        with self._changed:
            self._tries.append(one)
            self._expect(company=company)
            if self._is_running:
                return
            self._is_running = True
        if company:
            threading.Thread(target=self._work, name=self._name, daemon=True).start()
        else:
            self._work()

    def expect(self, *, company: bool) -> None:
        """Whether more tries are likely to come soon."""
        with self._changed:
            self._expect(company=company)

    def _expect(self, *, company: bool) -> None:
        self._has_company = company
        self._changed.notify()

    def _work(self) -> None:
        with self._changed:
            tries, self._tries = self._tries, []
        while tries:
            self._report([_settled(one) for one in tries])
            tries = self._gathered()

    def _gathered(self) -> list[Try]:
        """What came, after a pause for more to come; nothing, and the thread ends, if none did."""
        with self._changed:
            self._changed.wait_for(lambda: not self._has_company, SECONDS_BETWEEN)
            tries, self._tries = self._tries, []
            self._is_running = bool(tries)
            return tries


def _settled(one: Try) -> Try:
    if one.fetch is None or not isinstance(one.outcome, TransferResult):
        return one
    outcome: Outcome = one.outcome
    began = time.monotonic()
    try:
        one.fetch.settle()
    except TransferStopped:
        outcome = None
    except TransferFailed as failure:
        outcome = failure.error
    except Exception as failure:  # noqa: BLE001 - raised again where the run is awaited
        outcome = failure
    return replace(one, outcome=outcome, seconds=one.seconds + time.monotonic() - began)
