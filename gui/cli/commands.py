"""`add` and `list`: short visits to the instance that runs."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from engine import JobManager, JobSpec
from gui import background, formatting
from gui.cli.arguments import AddCommand, ListCommand
from gui.cli.client import Client, NoAnswerError, RequestRefusedError
from gui.cli.printing import Printer, bare, printer, write
from gui.cli.report import job_line
from gui.instance import Instance
from gui.protocol import Add, JobLine, List

SECONDS_TO_START = 15.0
_SECONDS_BETWEEN_TRIES = 0.05


def add(command: AddCommand) -> int:
    """Hand the jobs to the instance on the home, started where none runs; returns the exit code."""
    out = printer(json=command.json, quiet=command.quiet)
    try:
        client = _connect_or_start(command.home)
        accepted = [_add_one(client, spec, out) for spec in command.request.specs()]
    except NoAnswerError:
        out.complain(f"the instance on {command.home} does not answer")
        return 1
    return 0 if all(accepted) else 1


def list_jobs(command: ListCommand) -> int:
    """Print all jobs of the home, asked from the instance that runs, if any; the exit code."""
    instance = Instance.acquire(command.home)
    try:
        lines = _ask_for_jobs(command.home) if instance is None else _read_jobs(instance)
    except NoAnswerError:
        write(sys.stderr, f"holdfast: the instance on {command.home} does not answer")
        return 1
    except RequestRefusedError as refusal:
        write(sys.stderr, f"holdfast: {refusal}")
        return 1
    texts = [bare(line) for line in lines] if command.json else _table(lines)
    for text in texts:
        write(sys.stdout, text)
    return 0


def _add_one(client: Client, spec: JobSpec, out: Printer) -> bool:
    try:
        added = client.ask(Add(spec))
    except RequestRefusedError as refusal:
        out.complain(str(refusal))
        return False
    out.show(added)
    return True


def _connect_or_start(home: Path) -> Client:
    """A line to the instance on the home; raises `NoAnswerError` if none comes in good time."""
    started = False
    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            return Client(home)
        except NoAnswerError:
            if time.monotonic() > deadline:
                raise
        if not started and (free := Instance.acquire(home)) is not None:
            free.release()
            background.start(home)
            started = True
        time.sleep(_SECONDS_BETWEEN_TRIES)


def _ask_for_jobs(home: Path) -> list[JobLine]:
    lines = []
    client = Client(home)
    line = client.ask(List())
    while isinstance(line, JobLine):
        lines.append(line)
        line = client.next_event()
    return lines


def _read_jobs(instance: Instance) -> list[JobLine]:
    """The jobs as the store has them; nothing is started."""
    from gui import loop

    lines: list[JobLine] = []

    async def read() -> int:
        manager = await JobManager.open(instance.home, run=False)
        lines.extend(map(job_line, manager.jobs()))
        await manager.close()
        return 0

    with instance:
        loop.run(QCoreApplication(["holdfast"]), read)
    return lines


# --- for people ----------------------------------------------------------------------------------

_HEADINGS = ("JOB", "NAME", "DONE", "SIZE", "GIVES UP IN", "STATE")


def _table(lines: Sequence[JobLine]) -> list[str]:
    """Aligned columns; the last one, which says the most, is as long as it is."""
    if not lines:
        return ["There are no jobs."]
    rows = [_HEADINGS, *map(_cells, lines)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]


def _cells(line: JobLine) -> tuple[str, ...]:
    fraction = line.bytes / line.total if line.total else None
    return (
        line.job,
        formatting.one_line(line.name),
        "" if fraction is None else formatting.percent(fraction),
        "" if line.total is None else formatting.size(line.total),
        "" if line.gives_up_in is None else formatting.countdown(line.gives_up_in),
        line.words,
    )
