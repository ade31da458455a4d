"""All commands but `get`: short visits to a home, and what is printed of the answers.

Standard output tells what was asked for or how the jobs are now, standard error what was refused.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import engine
from engine import RefusedError, StoreError, write_private
from gui import formatting
from gui.answers import Short
from gui.cli import details
from gui.cli.arguments import (
    AddCommand,
    ExportCommand,
    ImportCommand,
    InfoCommand,
    ListCommand,
    OrderCommand,
    ReportCommand,
)
from gui.cli.client import ComeAgainError, NoAnswerError
from gui.cli.printing import NO_KEYRING, aligned, bare, write
from gui.cli.visit import visit
from gui.problem_report import report_without_jobs
from gui.protocol import (
    Add,
    Added,
    Event,
    Export,
    Info,
    JobLine,
    List,
    Order,
    Pause,
    Refused,
    Report,
    Text,
)


def add(command: AddCommand) -> int:
    """Hand the jobs to the instance on the home, started where none runs; returns the exit code."""
    requests = [Add(spec) for spec in command.request.specs()]
    return _Errand(command.home, command.json, command.quiet).run(requests)


def list_jobs(command: ListCommand) -> int:
    """Print all jobs of the home; returns the exit code."""
    lines: list[JobLine] = []

    def take(event: Event) -> None:
        if isinstance(event, JobLine):
            lines.append(event)

    errand = _Errand(command.home, command.json)
    code = errand.run([List()], None if command.json else take)
    if code == 0 and not command.json:
        for text in _table(lines):
            write(sys.stdout, text)
    return code


def info(command: InfoCommand) -> int:
    """Print everything about jobs; returns the exit code."""
    lines: list[Event] = []
    requests = [Info(job) for job in command.jobs]
    code = _Errand(command.home, command.json).run(requests, lines.append)
    tell, between = (details.as_object, "\n") if command.json else (details.as_text, "\n\n")
    if told := [tell(about) for about in details.by_job(lines)]:
        write(sys.stdout, between.join(told))
    return code


def order(command: OrderCommand) -> int:
    """Do something with jobs, and print how they are now; returns the exit code."""
    errand = _Errand(command.home, command.json)
    code = errand.run([Order(command.deed, command.jobs)])
    if command.jobs is None and not errand.is_heard and not command.json and code == 0:
        verb = "pause" if isinstance(command.deed, Pause) else "resume"
        write(sys.stdout, f"There is nothing to {verb}.")
    return code


def export(command: ExportCommand) -> int:
    """Write the list of jobs; returns the exit code. Raises OSError where it cannot be written."""
    pieces: list[str] = []

    def take(event: Event) -> None:
        if isinstance(event, Text):
            pieces.append(event.text)

    code = _Errand(command.home, command.json).run([Export(command.whole_links)], take)
    if code == 0 and command.output is not None:
        write_private(command.output, "".join(pieces).encode())
    elif code == 0:
        write(sys.stdout, "".join(pieces).rstrip("\n"))
    return code


def report(command: ReportCommand) -> int:
    """Write what helps to find a problem; returns the exit code. Raises OSError for the file."""
    pieces: list[str] = []

    def take(event: Event) -> None:
        if isinstance(event, Text):
            pieces.append(event.text)

    try:
        if command.home.exists():
            visit(command.home, [Report()], take)
        else:
            pieces = [report_without_jobs(command.home, "none: there is no such home yet")]
    except NoAnswerError:
        # The more so.
        why = "the instance that runs does not answer"
        pieces = [report_without_jobs(command.home, f"not known: {why}")]
    except (StoreError, OSError) as failure:
        why = f"the job list cannot be used ({failure})"
        pieces = [report_without_jobs(command.home, f"not known: {why}")]
    text = "".join(pieces)
    if command.output is not None:
        write_private(command.output, text.encode())
        write(sys.stderr, f"Please read {command.output} before you send it to anybody.")
    else:
        write(sys.stdout, bare(Text(text=text)) if command.json else text.rstrip("\n"))
    return 0


def import_jobs(command: ImportCommand) -> int:
    """Add the jobs of a list; returns the exit code."""
    errand = _Errand(command.home, command.json)
    try:
        jobs = engine.read_import(command.text, folder=command.folder, note=errand.remark)
    except RefusedError as refusal:
        errand.refuse(Refused(job=None, text=f"{command.name}: {refusal}", code=None))
        return 1
    return errand.run([Add(job.spec, start=job.start and not command.paused) for job in jobs])


class _Errand:
    """One visit to a home, and what is printed of it."""

    def __init__(self, home: Path, json: bool, quiet: bool = False) -> None:
        self._home = home
        self._json = json
        self._quiet = quiet
        self._take: Callable[[Event], None] = self._print
        self._is_refused = False
        self.is_heard = False
        """Whether there was any answer but its end."""

    def run(self, requests: Sequence[Short], take: Callable[[Event], None] | None = None) -> int:
        """Have the requests answered; returns the exit code.

        `take` gets what is not refused, and nothing else is printed of it.
        """
        self._take = take or self._print
        try:
            visit(self._home, requests, self._hear)
        except ComeAgainError as refusal:
            return self._fail(str(refusal))
        except NoAnswerError:
            return self._fail(f"the instance on {self._home} does not answer")
        return 1 if self._is_refused else 0

    def remark(self, text: str) -> None:
        """Something worth knowing."""
        write(sys.stderr, text)

    def refuse(self, event: Refused) -> None:
        """Say why not: to people in any case, to programs where they look for it."""
        self._is_refused = True
        if self._json:
            write(sys.stdout, bare(event))
        job = "" if event.job is None else f"{event.job}: "
        write(sys.stderr, f"holdfast: {job}{event.text}")

    def _hear(self, event: Event) -> None:
        self.is_heard = True
        if isinstance(event, Refused):
            self.refuse(event)
        else:
            self._take(event)

    def _print(self, event: Event) -> None:
        if self._json:
            write(sys.stdout, bare(event))
        elif isinstance(event, JobLine):
            write(sys.stdout, f"{event.job}  {formatting.one_line(event.name)}: {event.words}")
        elif isinstance(event, Added) and not self._quiet:
            write(sys.stdout, f"{event.job}  {event.words}: added")
            if not event.secrets_last:
                self.remark(f"{event.words}: {NO_KEYRING}")

    def _fail(self, text: str) -> int:
        write(sys.stderr, f"holdfast: {text}")
        return 1


# --- for people ----------------------------------------------------------------------------------

_HEADINGS = ("JOB", "NAME", "DONE", "SIZE", "GIVES UP IN", "STATE")


def _table(lines: Sequence[JobLine]) -> list[str]:
    return aligned([_HEADINGS, *map(_cells, lines)]) if lines else ["There are no jobs."]


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
