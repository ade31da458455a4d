"""Who opens the engine when a second `holdfast` starts: whoever is there already, or we."""

from __future__ import annotations

import os
import time

from gui.cli.arguments import OpenWindow
from gui.cli.client import Client, NoAnswerError, RequestRefusedError
from gui.instance import Instance
from gui.protocol import Open, Raise, Yield

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
        except NoAnswerError:
            if time.monotonic() > deadline:
                raise
        time.sleep(_SECONDS_BETWEEN_TRIES)


def _others_did_it(client: Client, command: OpenWindow) -> bool:
    """Ask the instance that has the home to raise its window and take our links, or to make way."""
    try:
        if command.windowless:
            return True
        token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
        try:
            client.ask(Raise(token, quietly=command.hidden))
        except RequestRefusedError:
            client.ask(Yield())
            return False
        if command.links:
            client.ask(Open(command.links))
        return True
    finally:
        client.close()
