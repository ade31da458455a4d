"""Headers and sign-ins of a job, kept in the system's keyring; a job holds only a reference.

Where no keyring answers, secrets live as long as the program does, never in a file.
"""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import msgspec

from engine.threads import in_thread
from engine.wire.links import origin_of

log = logging.getLogger(__name__)

SERVICE = "holdfast"
# A locked keyring may ask the person and wait for ever.
LONGEST_WAIT = 30.0


Logins: TypeAlias = Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Secret:
    """What must not be in the store: header values, and (user, password) by link origin.

    The headers go to the servers of `origins` only; where there are none, to those of all links.
    """

    headers: tuple[tuple[str, str], ...] = ()
    logins: Logins = field(default_factory=dict)
    origins: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.headers or self.logins)

    def __repr__(self) -> str:
        return "<Secret>"

    def headers_for(self, url: str) -> tuple[tuple[str, str], ...]:
        """What may be sent to the server of a link."""
        return self.headers if not self.origins or login_key(url) in self.origins else ()

    def with_logins(self, logins: Logins, only: Collection[str] = ()) -> Secret:
        """With these sign-ins as well; the headers keep to the origins `only`, if any are given."""
        origins = self.origins or (tuple(sorted(only)) if self.headers else ())
        return Secret(self.headers, {**self.logins, **logins}, origins)


def login_key(url: str) -> str:
    """The origin of a link, as `Secret.logins` names it."""
    return ":".join(map(str, origin_of(url)))


class Credentials:
    """Secrets by reference; the keyring is asked in a thread, because it may block on a prompt."""

    def __init__(self) -> None:
        self._session: dict[str, Secret] = {}

    async def remember(self, secret: Secret, reference: str | None = None) -> str:
        """Keep `secret` and return its reference (a new one unless given)."""
        reference = reference or uuid.uuid4().hex
        self._session[reference] = secret
        text = msgspec.json.encode(secret).decode()
        if not await self._ask(_set, reference, text):
            log.warning("no keyring: the headers and sign-in of a job last only until we end")
        return reference

    async def recall(self, reference: str) -> Secret | None:
        """The secret, or None where the keyring does not have it or does not answer."""
        if reference not in self._session:
            text = await self._ask(_get, reference)
            if isinstance(text, str):
                self._session[reference] = msgspec.json.decode(text, type=Secret)
        return self._session.get(reference)

    async def forget(self, reference: str) -> None:
        """Delete the secret."""
        self._session.pop(reference, None)
        await self._ask(_delete, reference)

    async def _ask(self, question: object, *words: str) -> object:
        assert callable(question)
        try:
            async with asyncio.timeout(LONGEST_WAIT):
                return await in_thread("keyring", question, *words)
        except Exception as failure:  # noqa: BLE001 - backends raise what they like
            log.info("the keyring did not answer: %s", type(failure).__name__)
            return None


# keyring looks for its backends when it is imported, which takes 50 ms: only jobs with secrets pay
# for it.
def _set(reference: str, text: str) -> bool:
    import keyring

    keyring.set_password(SERVICE, reference, text)
    return True


def _get(reference: str) -> str | None:
    import keyring

    return keyring.get_password(SERVICE, reference)


def _delete(reference: str) -> bool:
    import keyring

    keyring.delete_password(SERVICE, reference)
    return True
