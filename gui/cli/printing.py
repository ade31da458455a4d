"""Printers: what `get` and `add` say, for programs (`--json`) and for people.

Programs read standard output. People read standard error, as live bars on a terminal and as plain
lines elsewhere; rich is imported when the first bar is drawn, not before.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from msgspec.structs import replace

from gui.protocol import Added, Event, File, Progress, State, to_line

if TYPE_CHECKING:
    from gui.cli.bars import Bars

SECONDS_BETWEEN_PLAIN_PROGRESS = 10.0

NO_KEYRING = "there is no keyring, so its sign-in and headers are known until Holdfast ends"
_TOLD = frozenset({"CONNECTING", "TRANSIENT_ERROR", "ERROR", "SUSPENDED", "CANCELLED"})


def printer(*, json: bool, quiet: bool) -> Printer:
    """The printer these options ask for."""
    if json:
        return JsonPrinter(quiet)
    if quiet or not sys.stderr.isatty():
        return PlainPrinter(quiet)
    return BarPrinter(quiet)


class Printer:
    """Where events go. Nothing here fails because nobody reads any more: the job goes on."""

    def __init__(self, quiet: bool = False) -> None:
        self._quiet = quiet

    def show(self, event: Event) -> None:
        """Report one event."""
        raise NotImplementedError

    def complain(self, text: str) -> None:
        """Something went wrong: one line."""
        self._say(f"holdfast: {text}")

    def remark(self, text: str) -> None:
        """Something worth knowing, not said when quiet was asked for."""
        if not self._quiet:
            self._say(text)

    def close(self) -> None:
        """Leave the terminal as it was."""

    def _say(self, text: str) -> None:
        write(sys.stderr, text)


class JsonPrinter(Printer):
    """One object a line on standard output."""

    def show(self, event: Event) -> None:
        """Report one event."""
        write(sys.stdout, bare(event))


class PlainPrinter(Printer):
    """Lines for a log: what changes, not what counts down; only errors when quiet was asked for."""

    def __init__(self, quiet: bool = False) -> None:
        super().__init__(quiet)
        self._titles: dict[str, str] = {}
        self._last_said: dict[str, tuple[str, str]] = {}
        self._progress_due: dict[str, float] = {}

    def show(self, event: Event) -> None:
        """Report one event."""
        match event:
            case Added():
                self._titles[event.job] = event.words
                if not event.secrets_last:
                    self.remark(f"{event.words}: {NO_KEYRING}")
            case State():
                self._show_state(event)
            case Progress():
                self._show_progress(event)
            case File():
                self.remark(event.words)

    def _title(self, job: str) -> str:
        return self._titles.get(job, job)

    def _show_state(self, event: State) -> None:
        said = (event.state, event.error.text if event.error else "")
        if self._last_said.get(event.job) == said or event.state not in _TOLD:
            return
        self._last_said[event.job] = said
        say = self._say if event.state in ("ERROR", "CANCELLED") else self.remark
        say(f"{self._title(event.job)}: {event.words}")

    def _show_progress(self, event: Progress) -> None:
        now = time.monotonic()
        due = self._progress_due.setdefault(event.job, now + SECONDS_BETWEEN_PLAIN_PROGRESS)
        if now >= due:
            self._progress_due[event.job] = now + SECONDS_BETWEEN_PLAIN_PROGRESS
            self.remark(f"{self._title(event.job)}: {event.words}")


class BarPrinter(PlainPrinter):
    """A live bar for each job that moves or waits; what is over stays as a line above them."""

    def __init__(self, quiet: bool = False) -> None:
        super().__init__(quiet)
        self._bars: Bars | None = None

    def close(self) -> None:
        """Take the bars off the terminal."""
        if self._bars is not None:
            self._bars.close()
            self._bars = None

    def _say(self, text: str) -> None:
        if self._bars is None:
            super()._say(text)
        else:
            self._bars.print(text)

    def _show_state(self, event: State) -> None:
        if event.state in ("ERROR", "ACKNOWLEDGED", "CANCELLED", "TRANSFERRED"):
            if self._bars is not None:
                self._bars.remove(event.job)
            super()._show_state(event)
        elif event.state not in ("QUEUED", "CONNECTING", "TRANSFERRING") or self._bars:
            self._drawn().say(event.job, self._title(event.job), event.words)

    def _show_progress(self, event: Progress) -> None:
        self._drawn().move(event.job, self._title(event.job), event.words, event.bytes, event.total)

    def _drawn(self) -> Bars:
        if self._bars is None:
            from gui.cli.bars import Bars

            self._bars = Bars()
        return self._bars


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Columns; the last one, which says the most, is as long as it is."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]


def bare(event: Event) -> str:
    """The event as `--json` shows it: without the words for people."""
    return to_line(replace(event, words="")).decode().rstrip()


def write(stream: TextIO, line: str) -> None:
    """Write the line at once, if anybody still reads."""
    try:
        stream.write(f"{line}\n")
        stream.flush()
    except BrokenPipeError:
        # Nobody reads any more. Python would fail once again when it flushes the stream at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
