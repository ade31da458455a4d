"""Who opens the engine when a second `holdfast` starts: whoever is there already, or we."""

from __future__ import annotations

import os
import time

from gui.cli.arguments import OpenWindow
from gui.cli.client import (
    SECONDS_TO_CARRY_OUT,
    Client,
    NoAnswerError,
    RequestRefusedError,
    SilentError,
)
from gui.instance import Instance
from gui.protocol import LONGEST_TOKEN, Open, Raise, Yield

LONGEST_WAIT = 15.0
"""Seconds until the holder of the home must have answered, or made way."""
_SECONDS_BETWEEN_TRIES = 0.05


def take_home(command: OpenWindow) -> Instance | None:
    """The home, for us; None when the instance that has it did what we were started for.

    An engine without a window makes way for one. Raises OSError when the home cannot be used,
    `NoAnswerError` when somebody has it and does nothing, `RequestRefusedError` for a link.
    """
    deadline = time.monotonic() + LONGEST_WAIT
    while True:
        if (instance := Instance.acquire(command.home)) is not None:
            return instance
        try:
            if _others_did_it(Client(command.home), command):
                return None
        except SilentError:
            # It hangs. Asked again, it may add our links twice when it comes round.
            raise
        except NoAnswerError:
            if time.monotonic() > deadline:
                raise
        time.sleep(_SECONDS_BETWEEN_TRIES)


def _others_did_it(client: Client, command: OpenWindow) -> bool:
    """Ask the instance that has the home to raise its window and take our links, or to make way."""
    try:
        if not command.windowless and not _is_raised(client, command):
            client.ask(Yield())
            return False
        if command.links:
            client.ask(Open(command.links), SECONDS_TO_CARRY_OUT)
        if command.offer is not None:
            client.ask(command.offer)
        return True
    finally:
        client.close()


def _is_raised(client: Client, command: OpenWindow) -> bool:
    """Whether there is a window, in front now unless we were to start hidden."""
    try:
        client.ask(Raise(token(), quietly=command.hidden))
    except RequestRefusedError:
        return False
    return True


def token() -> str:
    """The desktop's leave to take the focus, if it is one that can be handed on."""
    found = os.environ.get("XDG_ACTIVATION_TOKEN", "")
    is_fine = len(found) <= LONGEST_TOKEN and found.isascii() and found.isprintable()
    return found if is_fine and " " not in found else ""
