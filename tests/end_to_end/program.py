"""Runs the command line as a person does: a process of its own, in a home of its own.

BUILT_HOLDFAST is another one than that of the sources: `make bundle-test` tries what was built.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from gui.cli.client import Client, NoAnswerError

ROOT = Path(__file__).parents[2]
_BUILT = os.environ.get("BUILT_HOLDFAST")
PROGRAM = [_BUILT] if _BUILT else [sys.executable, "-m", "gui"]
Event = dict[str, Any]


@dataclass(frozen=True)
class Outcome:
    """How a run of `holdfast` ended and what it said; `took` is in seconds."""

    code: int
    out: str
    err: str
    took: float

    @property
    def events(self) -> list[Event]:
        """What `--json` printed."""
        return [json.loads(line) for line in self.out.splitlines()]

    def of_kind(self, kind: str) -> list[Event]:
        """The events of one kind."""
        return [event for event in self.events if event["event"] == kind]

    @property
    def states(self) -> list[str]:
        """The states of the job, each once in a row."""
        states = [event["state"] for event in self.of_kind("state")]
        return [state for before, state in itertools.pairwise(["", *states]) if state != before]

    @property
    def file(self) -> Event:
        """The one file that came in."""
        (event,) = self.of_kind("file")
        return event


def one_line(text: str) -> bool:
    """Said as a person wants it said."""
    return len(text.splitlines()) == 1 and "Traceback" not in text


def keyring_of_tests(file: Path) -> dict[str, str]:
    """The environment in which a program keeps its secrets in the file."""
    if _BUILT:
        pytest.skip("the keyring of the tests is a module, and a bundle knows its own modules only")
    return {
        "PYTHON_KEYRING_BACKEND": "keyring_for_tests.FileKeyring",
        "PYTHONPATH": str(ROOT / "tests"),
        "KEYRING_FILE": str(file),
    }


def is_holdfast(words: list[bytes]) -> bool:
    """Whether this is the command line of the program that is tried."""
    return b"gui" in words or (len(PROGRAM) == 1 and words[0] == os.fsencode(PROGRAM[0]))


class Run:
    """A `holdfast` that is under way; what it says is read while it runs."""

    def __init__(self, command: list[str], environment: dict[str, str], **options: Any) -> None:
        self._began = time.monotonic()
        self.process = subprocess.Popen(
            command,
            env=environment,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **options,
        )
        self._lines: list[str] = []
        self._errors: list[str] = []
        self._spoke = threading.Condition()
        self._readers = [
            threading.Thread(target=self._read, args=(self.process.stdout, self._lines)),
            threading.Thread(target=self._read, args=(self.process.stderr, self._errors)),
        ]
        for reader in self._readers:
            reader.start()

    def until(self, is_it: Callable[[Event], bool], seconds: float = 30) -> Event:
        """The first event, of those said and those to come, that is the one."""
        seen = 0
        deadline = time.monotonic() + seconds
        with self._spoke:
            while True:
                for line in self._lines[seen:]:
                    seen += 1
                    event: Event = json.loads(line)
                    if is_it(event):
                        return event
                left = deadline - time.monotonic()
                if left <= 0 or (self.process.poll() is not None and seen == len(self._lines)):
                    pytest.fail(f"it never came: {self._lines} {self._errors}")
                self._spoke.wait(min(left, 0.2))

    def until_error(self, words: str, seconds: float = 30) -> None:
        """Wait until standard error holds `words`."""
        deadline = time.monotonic() + seconds
        with self._spoke:
            while words not in "".join(self._errors):
                if time.monotonic() > deadline:
                    pytest.fail(f"it was never said: {self._errors}")
                self._spoke.wait(0.2)

    def signal(self, number: signal.Signals) -> None:
        """Send the signal."""
        self.process.send_signal(number)

    def outcome(self, seconds: float = 60) -> Outcome:
        """Wait for the end."""
        try:
            code = self.process.wait(seconds)
        finally:
            self.process.kill()
            for reader in self._readers:
                reader.join()
        took = time.monotonic() - self._began
        return Outcome(code, "".join(self._lines), "".join(self._errors), took)

    def _read(self, stream: Any, into: list[str]) -> None:
        with stream:
            for line in stream:
                with self._spoke:
                    into.append(line)
                    self._spoke.notify_all()


class Holdfast:
    """Runs the command line on one home."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.wrapper: tuple[str, ...] = ()
        """Words before the command: a program that runs it in its own way."""
        self.environment = {**os.environ, "HOLDFAST_HOME": str(home)}
        self._runs: list[Run] = []

    def __call__(self, *arguments: object, **options: Any) -> Outcome:
        """Run to the end."""
        return self.start(*arguments, **options).outcome()

    def start(self, *arguments: object, **options: Any) -> Run:
        """Begin to run."""
        command = [*self.wrapper, *PROGRAM, *map(str, arguments)]
        run = Run(command, self.environment, **options)
        self._runs.append(run)
        return run

    def end_all(self) -> None:
        """Kill what still runs on the home, also what went to the background."""
        for run in self._runs:
            run.process.kill()
            run.outcome()
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                is_ours = os.fsencode(self.home) in (entry / "cmdline").read_bytes()
                if is_ours and int(entry.name) != os.getpid():
                    os.kill(int(entry.name), signal.SIGKILL)
            except OSError:
                continue


def until_it_answers(home: Path) -> None:
    """Wait until an instance has the home and listens."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with contextlib.suppress(NoAnswerError):
            return Client(home).close()
        time.sleep(0.05)
    pytest.fail("no instance answers")
