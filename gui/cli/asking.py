"""Asks for what must not be seen: neither on the screen nor in the list of processes."""

from __future__ import annotations

import getpass
import os
import sys
import warnings

from gui.cli.parser import UsageError


def ask(program: str, what: str) -> str:
    """What a person types at the terminal, unseen; raises `UsageError` where there is none."""
    if not _has_terminal():
        raise UsageError(f"{program}: there is no terminal to ask for the {what} at")
    with warnings.catch_warnings():
        # It would rather show what is typed than not ask.
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(f"{what[0].upper()}{what[1:]}: ")
        except (EOFError, getpass.GetPassWarning):
            raise UsageError(f"{program}: no {what} was given") from None


def _has_terminal() -> bool:
    if sys.platform == "win32":
        return sys.stdin is not None and sys.stdin.isatty()
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True
