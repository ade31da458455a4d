"""`holdfast serve`: the engine without a window, which other programs can ask; it stays."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TextIO

from engine import AccessKeys, JobManager, KeyringSilentError, RefusedError, stored_choices
from gui import crashes
from gui.aria2 import listening
from gui.aria2.given_secret import given
from gui.aria2.service import KEY, Service, address
from gui.cli.client import Client, NoAnswerError, RequestRefusedError
from gui.cli.serve_arguments import ServeCommand
from gui.instance import Instance
from gui.network import system_network
from gui.preferences import FILE_NAME, Preferences
from gui.protocol import Raise

_SECONDS_TO_TAKE = 3.0
"""For the window that asked for the home; it looks twenty times a second."""
_SECONDS_BETWEEN_LOOKS = 1.0
"""At the home, while a window has it."""
_LOOKS_AT_PORT = 30
"""For a port that a window is about to leave."""


class Place(NamedTuple):
    """Where it listens, and to which pages."""

    port: int
    origins: tuple[str, ...]


Say = Callable[[dict[str, object], str], None]
"""Tells an event, for programs, or the words for people."""


def say_to(output: TextIO, *, in_json: bool) -> Say:
    """Has lines written there at once: whoever waits for one may read a pipe."""

    def say(event: dict[str, object], words: str) -> None:
        output.write(f"{json.dumps(event) if in_json else words}\n")
        output.flush()

    return say


def show_secret(command: ServeCommand) -> None:
    """Print the keyring's; raises `RefusedError`."""
    secret = _kept_secret(command.home)
    say_to(sys.stdout, in_json=command.json)({"event": "secret", "secret": secret}, secret)


def _kept_secret(home: Path) -> str:
    try:
        secret = AccessKeys(home).kept(KEY)
    except KeyringSilentError:
        raise RefusedError("The keyring does not answer.") from None
    if secret is None:
        raise RefusedError(
            "No secret is kept yet: the first `holdfast serve` makes one, or Preferences, "
            "Other programs."
        )
    return secret


def in_the_way(home: Path) -> str:
    """Who has the home, for people; nobody can say more while it does not answer."""
    try:
        client = Client(home)
        try:
            client.ask(Raise(quietly=True))
        finally:
            client.close()
    except RequestRefusedError:
        return f"another holdfast without a window has {home} open; end that one first"
    except NoAnswerError:
        return f"another holdfast has {home} open and does not answer"
    return (
        f"the window of Holdfast has {home} open; quit it first, or let it hear other programs: "
        "Preferences, Other programs"
    )


async def run(instance: Instance, command: ServeCommand) -> int:
    """Serve until the task is cancelled, which is how it is meant to end; returns the exit code.

    Raises `RefusedError` where no secret is to be had, or somebody else listens at the port, and
    OSError or `StoreError` when the home cannot be used.
    """
    say = say_to(sys.stdout, in_json=command.json)
    host = _Host(instance.home, command, say)
    try:
        is_back = False
        while True:
            with instance, crashes.recorded(host.home):
                await host.serve(instance, is_back=is_back)
            say({"event": "aside"}, "A window has the jobs; waiting until it is closed.")
            instance = await _home_again(host.home)
            is_back = True
    except asyncio.CancelledError:
        return 0


async def _home_again(home: Path) -> Instance:
    await asyncio.sleep(_SECONDS_TO_TAKE)
    while (instance := Instance.acquire(home)) is None:  # noqa: ASYNC110 - a lock tells nobody
        await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)
    return instance


class _Host:
    """What outlives a window that has the home in between: the secret above all."""

    def __init__(self, home: Path, command: ServeCommand, say: Say) -> None:
        self.home = home
        self._command = command
        self._say = say
        self._secret = given(command.secret_file, os.environ)
        self._must_renew = command.is_new_secret

    async def serve(self, instance: Instance, *, is_back: bool) -> None:
        """Until a window asks for the home."""
        place = self._place()
        await self._until_port_is_free(place.port, 1 + is_back * _LOOKS_AT_PORT)
        make_way = asyncio.Event()
        async with system_network() as network:
            manager = await JobManager.open(self.home, network=network)
            service: Service | None = None
            try:
                secret = await self._secret_of(manager)
                service = await _opened(manager, secret, place)
                instance.serve(manager, make_way=make_way.set)
                where = address(service.port)
                self._say(
                    {"event": "serving", "address": where}, f"Other programs are heard at {where}"
                )
                await make_way.wait()
            finally:
                await instance.finish_answers()
                if service is not None:
                    await service.close()
                instance.stop_serving()
                await manager.close()

    def _place(self) -> Place:
        """As the command says, else the preferences of the home."""
        kept = stored_choices(self.home / FILE_NAME, Preferences).choices
        port = self._command.port or kept.programs_port
        return Place(port, self._command.origins or kept.programs_origins)

    async def _until_port_is_free(self, port: int, looks: int) -> None:
        """Before any job is touched."""
        while True:
            looks -= 1
            try:
                for listener in listening.sockets_at(port):
                    listener.close()
            except OSError as failure:
                if not looks:
                    raise RefusedError(listening.refusal(port, failure)) from failure
                await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)
            else:
                return

    async def _secret_of(self, manager: JobManager) -> str:
        keys = manager.trust.access_keys
        if self._secret is not None:
            keys.use(KEY, self._secret)
            return self._secret
        try:
            key = await (keys.renew(KEY) if self._must_renew else keys.get(KEY))
        except KeyringSilentError:
            raise RefusedError(
                "The keyring does not answer, and it has the secret. Unlock it, or give another "
                "one with --secret-file."
            ) from None
        self._must_renew = False
        if not key.lasts:
            self._tell_once(key.text)
            self._secret = key.text
        return key.text

    def _tell_once(self, secret: str) -> None:
        if not sys.stdout.isatty():
            raise RefusedError(
                "There is no keyring to keep a secret, and no terminal to show one at: give it "
                "with --secret-file."
            )
        self._say(
            {"event": "secret", "secret": secret},
            f"There is no keyring. The secret of this run: {secret}",
        )


async def _opened(manager: JobManager, secret: str, place: Place) -> Service:
    try:
        return await Service.open(manager, secret, place.port, place.origins)
    except OSError as failure:
        raise RefusedError(listening.refusal(place.port, failure)) from failure
