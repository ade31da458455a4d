"""Headers and sign-ins, kept in the system's keyring; a job holds only a reference.

Where no keyring answers, secrets live as long as the program does, never in a file.
"""

from __future__ import annotations

import json
import logging
import threading
import uuid
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple, TypeAlias

import msgspec

from engine import redaction
from engine.access_keys import AccessKeys
from engine.home import write_private
from engine.keychain import Keychain, NoAnswer, StillSilent
from engine.sign_in import SignIn
from engine.spec import Headers
from engine.threads import in_thread
from engine.wire.exchanges import secret_words
from engine.wire.links import origin_key

log = logging.getLogger(__name__)

INDEX_FILE = "sign-ins.json"

Logins: TypeAlias = Mapping[str, SignIn]


@dataclass(frozen=True, slots=True)
class Secret:
    """What must not be in the store: header values, and sign-ins by link origin.

    The headers go to the servers of `origins` only; where there are none, to those of all links.
    What came with a link is for its origin alone, and gives way to those: `by_origin`.
    """

    headers: Headers = ()
    logins: Logins = field(default_factory=dict)
    origins: tuple[str, ...] = ()
    certificate_password: str = ""
    by_origin: Mapping[str, Headers] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.headers or self.logins or self.certificate_password or self.by_origin)

    def __repr__(self) -> str:
        return "<Secret>"

    def headers_for(self, url: str) -> Headers:
        """What may be sent to the server of a link."""
        key = origin_key(url)
        general = self.headers if not self.origins or key in self.origins else ()
        names = {name.lower() for name, _ in general}
        own = [field for field in self.by_origin.get(key, ()) if field[0].lower() not in names]
        return (*general, *own)

    def with_own(self, by_origin: Mapping[str, Headers]) -> Secret:
        """With these headers of further links."""
        return replace(self, by_origin={**self.by_origin, **by_origin})

    def with_headers(self, key: str, headers: Headers, others: Collection[str]) -> Secret:
        """With these headers at the origin `key`, and none that it had. `others` are the origins
        that the job goes to for the rest: what was for no other is dropped.
        """
        rest = tuple(sorted(set(others) - {key}))
        origins = tuple(one for one in rest if not self.origins or one in self.origins)
        kept = {one: self.by_origin[one] for one in rest if one in self.by_origin}
        return replace(
            self,
            headers=self.headers if origins else (),
            origins=origins if self.headers else (),
            by_origin={**kept, key: headers} if headers else kept,
        )

    def with_logins(self, logins: Logins, only: Collection[str] = ()) -> Secret:
        """With these sign-ins as well; the headers keep to the origins `only`, if any are given."""
        origins = self.origins or (tuple(sorted(only)) if self.headers else ())
        return replace(self, logins={**self.logins, **logins}, origins=origins)

    def without_logins(self, keys: Collection[str]) -> Secret:
        """Without the sign-ins of these origins."""
        kept = {key: login for key, login in self.logins.items() if key not in keys}
        return replace(self, logins=kept)


class Kept(NamedTuple):
    """Where a secret is: its reference, and whether it outlives the program."""

    reference: str
    for_good: bool


class _Index(msgspec.Struct):
    """By origin or proxy: the reference of a sign-in. No secrets."""

    servers: dict[str, str] = msgspec.field(default_factory=dict)
    proxies: dict[str, str] = msgspec.field(default_factory=dict)
    to_erase: list[str] = msgspec.field(default_factory=list)
    """What the keyring was asked to forget when it did not answer."""


class Credentials:
    """Secrets by reference; the keyring is asked in a thread, because it may block on a prompt.

    What is recalled for a server or a proxy is asked for on wire threads.
    """

    def __init__(self, home: Path, keychain: Keychain | None = None) -> None:
        self._home = home
        self._keychain = keychain or Keychain()
        self.access_keys = AccessKeys(home, self._keychain)
        self._session: dict[str, Secret] = {}
        self._only_here: set[str] = set()
        # References that the keyring knew nothing of; it is not asked again.
        self._unknown: set[str] = set()
        self._index = _load_index(home)
        # The servers and proxies for which something is kept, in the index or only in this run.
        self._servers = dict(self._index.servers)
        self._proxies = dict(self._index.proxies)
        self._erasing: set[str] = set()
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"<Credentials: {len(self._servers)} servers, {len(self._proxies)} proxies>"

    # Of a job.

    async def remember(self, secret: Secret, reference: str | None = None) -> Kept:
        """Keep `secret` under the reference (a new one unless given)."""
        reference = reference or uuid.uuid4().hex
        return Kept(reference, await in_thread("keyring", self._keep, secret, reference))

    async def recall(self, reference: str) -> Secret | None:
        """The secret, or None where the keyring does not have it or does not answer."""
        return self._session.get(reference) or await in_thread("keyring", self._find, reference)

    async def forget(self, reference: str) -> None:
        """Delete the secret; as soon as the keyring answers, if it does not now."""
        await in_thread("keyring", self._erase, reference)

    # Of a server or a proxy.

    async def keep_for(self, address: str, sign_in: SignIn, *, is_proxy: bool) -> Kept:
        """Keep a sign-in for the origin, or for the proxy with this address."""
        places = self._proxies if is_proxy else self._servers
        kept = await self.remember(Secret(logins={address: sign_in}), places.get(address))
        places[address] = kept.reference
        await in_thread("keyring", self._write_index)
        return kept

    async def forget_for(self, address: str, *, is_proxy: bool) -> None:
        """Keep it no longer."""
        reference = (self._proxies if is_proxy else self._servers).pop(address, None)
        if reference is not None:
            await self.forget(reference)
            await in_thread("keyring", self._write_index)

    def places(self, *, is_proxy: bool) -> dict[str, SignIn | None]:
        """For which addresses there are sign-ins, and those that are known without asking."""
        places = self._proxies if is_proxy else self._servers
        return {address: self._known(address, places[address]) for address in sorted(places)}

    def for_server(self, url: str) -> SignIn | None:
        """The sign-in for every job of the link's server. Blocks."""
        return self._sign_in(origin_key(url), self._servers)

    def knows(self, url: str) -> bool:
        """Whether `for_server` has anything to look for."""
        return origin_key(url) in self._servers

    def for_proxy(self, address: str) -> SignIn | None:
        """The sign-in for a proxy. Blocks."""
        return self._sign_in(address, self._proxies)

    # The keyring itself.

    def keyring_name(self) -> str:
        """What people call the keyring; empty where there is none. Blocks for a moment."""
        return self._keychain.name()

    @property
    def keyring_is_silent(self) -> bool:
        """Whether the keyring is there and does not answer, so that nothing is kept in it now."""
        return self._keychain.is_silent

    async def clear_up(self) -> None:
        """Erase what could not be erased when it was to be."""
        if self._index.to_erase:
            await in_thread("keyring", self._erase_the_rest)

    def close(self) -> None:
        """What the keyring has not yet erased, it is to erase next time."""
        if self._erasing:
            self._erase_later(sorted(self._erasing))

    # Inside; all of these block.

    def _keep(self, secret: Secret, reference: str) -> bool:
        learn(secret)
        self._session[reference] = secret
        self._unknown.discard(reference)
        try:
            self._keychain.write(reference, _packed(secret))
        except NoAnswer as why:
            _tell("no keyring keeps what a job was given; it lasts until we end", why)
            self._only_here.add(reference)
            return False
        self._only_here.discard(reference)
        return True

    def _find(self, reference: str) -> Secret | None:
        if reference in self._session or reference in self._unknown:
            return self._session.get(reference)
        try:
            text = self._keychain.read(reference)
            secret = msgspec.json.decode(text, type=Secret) if text is not None else None
        except (NoAnswer, msgspec.MsgspecError) as why:
            _tell("the keyring does not give what it keeps for a job", why)
            return None
        if secret is None:
            self._unknown.add(reference)
            return None
        learn(secret)
        return self._session.setdefault(reference, secret)

    def _erase(self, reference: str) -> None:
        self._session.pop(reference, None)
        if reference in self._only_here:
            self._only_here.discard(reference)
            return
        self._erasing.add(reference)
        try:
            self._keychain.erase(reference)
        except NoAnswer:
            self._erase_later({reference})
        self._erasing.discard(reference)

    def _erase_later(self, references: Iterable[str]) -> None:
        with self._lock:
            self._index.to_erase += references
        self._write_index()

    def _erase_the_rest(self) -> None:
        for reference in list(self._index.to_erase):
            try:
                self._keychain.erase(reference)
            except NoAnswer:
                break
            with self._lock:
                self._index.to_erase.remove(reference)
        self._write_index()

    def _sign_in(self, address: str, places: Mapping[str, str]) -> SignIn | None:
        reference = places.get(address)
        secret = self._find(reference) if reference else None
        return secret.logins.get(address) if secret else None

    def _known(self, address: str, reference: str) -> SignIn | None:
        secret = self._session.get(reference)
        return secret.logins.get(address) if secret else None

    def _write_index(self) -> None:
        """What is kept only in this run is not in it."""
        with self._lock:
            index = _Index(
                self._for_good(self._servers), self._for_good(self._proxies), self._index.to_erase
            )
            self._index = index
            try:
                content = msgspec.json.format(msgspec.json.encode(index))
                write_private(self._home / INDEX_FILE, content)
            except OSError as failure:
                log.warning("cannot write %s: %s", INDEX_FILE, failure.strerror)

    def _for_good(self, places: Mapping[str, str]) -> dict[str, str]:
        # All at once: the main thread may change it meanwhile.
        entries = list(places.items())
        return {address: one for address, one in entries if one not in self._only_here}


def learn(secret: Secret) -> None:
    """Have no log tell it."""
    fields = [*secret.headers, *chain.from_iterable(secret.by_origin.values())]
    words = [word for name, value in fields for word in secret_words(name.lower(), value)]
    redaction.secrets.learn((*words, secret.certificate_password))
    for sign_in in secret.logins.values():
        redaction.secrets.learn_sign_in(sign_in)


def _tell(what: str, why: Exception) -> None:
    """Once, not for each of thousands of files. What the keyring said may hold anything."""
    if not isinstance(why, StillSilent):
        log.warning("%s: %s", what, why if isinstance(why, NoAnswer) else type(why).__name__)


def _packed(secret: Secret) -> str:
    """ASCII, whose length is known in every encoding."""
    return json.dumps(msgspec.to_builtins(secret), separators=(",", ":"))


def _load_index(home: Path) -> _Index:
    try:
        return msgspec.json.decode((home / INDEX_FILE).read_bytes(), type=_Index)
    except FileNotFoundError:
        return _Index()
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as why:
        log.warning("cannot read %s: %s", INDEX_FILE, type(why).__name__)
        return _Index()
