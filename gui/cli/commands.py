"""`add` and `list`: short visits to the instance that runs."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from engine import JobManager
from gui import background, formatting
from gui.cli.arguments import AddCommand, ListCommand
from gui.cli.client import Client, NoAnswerError, RequestRefusedError
from gui.cli.printing import printer
from gui.cli.report import job_line
from gui.instance import Instance
from gui.protocol import Add, JobLine, List, to_line

SECONDS_TO_START = 15.0
_SECONDS_BETWEEN_TRIES = 0.05


def add(command: AddCommand) -> int:
    """Hand the jobs to the instance on the home, started where none runs; returns the exit code."""
    out = printer(json=command.json, quiet=command.quiet)
    refused = 0
    try:
        client = _connect_or_start(command.home)
        for spec in command.request.specs():
            try:
                added = client.ask(Add(spec))
            except RequestRefusedError as refusal:
                out.complain(str(refusal))
                refused += 1
            else:
                out.show(added)
                if not command.json:
                    out.remark(f"Added {added.words}.")
    except NoAnswerError:
        out.complain(f"the instance on {command.home} does not answer")
        return 1
    return 1 if refused else 0
