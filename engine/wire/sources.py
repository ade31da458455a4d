"""The places that have one file: its own link and its mirrors, and which of them are of use.

A place that fails is dropped for the rest of the run, with a note, and another takes its turn; only
when none is left is that an error. What a place is sent, and the version that it has shown, are its
own. Any thread may ask.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from engine.errors import ErrorContext, ErrorKind, JobError, TransferFailed, TransferStopped
from engine.part import FileSource, PartState, Validator
from engine.timeline import TimelineKind
from engine.wire.http import Answer, HttpClient, Remote, remote_of
from engine.wire.line import LinePool
from engine.wire.links import host_of, origin_of, redacted
from engine.wire.spec import TransferListener, TransferSpec
from engine.wire.verdict import if_range

# These are told of our own side, and no other place would fare better.
_OURS = frozenset(
    {
        ErrorKind.TOO_MANY_OPEN_FILES,
        ErrorKind.PROXY_FAILED,
        ErrorKind.PROXY_CREDENTIALS_NEEDED,
        ErrorKind.CAPTIVE_PORTAL,
        ErrorKind.OFFLINE,
    }
)


class Source:
    """One place that has the file.

    `host` is the name by which its connections are counted. `validator` tells its version, as soon
    as it has answered, and `told_by` is the URL that did: redirects may have led there. `most` is
    how many connections it may have; None: as many as there are.
    """

    def __init__(self, remote: Remote, *, is_home: bool) -> None:
        self.remote = remote
        self.is_home = is_home
        """It is the file's own link."""
        self.validator: Validator | None = None
        self.told_by = ""
        self.most: int | None = None
        self.brought = 0
        """Bytes of this run."""
        self.failure: JobError | None = None
        """Why it was dropped."""
        self.subject = host_of(remote.url)
        """What a sentence about an error names."""

    def __repr__(self) -> str:
        return f"<Source {redacted(self.url)}{' dropped' if self.failure else ''}>"

    @property
    def url(self) -> str:
        """Its link."""
        return self.remote.url

    @property
    def host(self) -> str:
        """By which its connections are counted: its port belongs to it."""
        _, host, port = origin_of(self.url)
        return f"{host}:{port}"

    def allows(self, connections: int) -> bool:
        """Whether it may have one more beside so many; before it has answered, only the first."""
        most = 1 if self.validator is None else self.most
        return self.failure is None and (most is None or connections < most)

    def learn(self, validator: Validator, told_by: str) -> None:
        """Its version; one that cannot be told from another gets a single connection."""
        self.validator, self.told_by = validator, told_by
        if if_range(validator) is None:
            self.most = 1


class Sources:
    """All places of a file, one of which is asked first: `current`.

    `stop` ends whatever is asked of it, from any thread; the rest is as in `HttpClient`.
    """

    def __init__(
        self, spec: TransferSpec, listener: TransferListener, pool: LinePool | None = None
    ) -> None:
        self._listener = listener
        self._pool = pool
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self.is_stopped = self._stopped.is_set
        """Whether `stop` was called; a bare method, for the hot loop asks it for every chunk."""
        mirrors = spec.mirrors.links if spec.mirrors else ()
        links = dict.fromkeys((spec.url, *mirrors))
        self._all = [Source(remote_of(spec, link), is_home=link == spec.url) for link in links]
        self._client: HttpClient | None = None
        self._failures: list[JobError] = []
        # Whose answer would make us drop what is here: the last resort.
        self._set_aside: list[Source] = []
        self._is_last_resort = False
        self.is_alone = False
        """Only one is asked from now on."""
        self.current = self._all[0]

    def __repr__(self) -> str:
        return f"<Sources {self._all}>"

    # --- asking the current one ------------------------------------------------------------------

    def fetch(self, fields: Mapping[str, str]) -> Answer:
        """What the current one answers; see `HttpClient.fetch`."""
        with self._lock:
            if self._stopped.is_set():
                raise TransferStopped
            if self._client is None:
                self._client = self.new_client(self.current)
            client = self._client
        return client.fetch(fields, self.current.told_by)

    def new_client(self, source: Source) -> HttpClient:
        """For one connection to `source`."""
        return HttpClient(source.remote, self._pool, self._listener)

    def wait(self, seconds: float) -> None:
        """Let time pass; raises `TransferStopped` as soon as `stop` is called."""
        if self._stopped.wait(max(seconds, 0.0)):
            raise TransferStopped

    def stop(self) -> None:
        """Cut the connection to the current one and wake who waits; returns at once."""
        with self._lock:
            self._stopped.set()
            client = self._client
        if client:
            client.stop()

    def close(self) -> None:
        """Let go of every connection."""
        client, self._client = self._client, None
        if client:
            client.close()

    # --- which ones there are --------------------------------------------------------------------

    @property
    def several(self) -> bool:
        """There is more than one place, whatever became of them."""
        return len(self._all) > 1

    @property
    def count(self) -> int:
        """How many places there are in all."""
        return len(self._all)

    @property
    def has_others(self) -> bool:
        """Somebody else can be asked before anything that is here is dropped."""
        others = (one for one in self._all if one is not self.current and not one.failure)
        return not self._is_last_resort and any(others)

    def look(self, connections: Mapping[Source, int]) -> tuple[FileSource, ...]:
        """All of them as they are; `connections` are those that each has."""
        return tuple(
            FileSource(one.url, one.subject, connections.get(one, 0), one.brought, one.failure)
            for one in tuple(self._all)
        )

    def usable(self) -> Sequence[Source]:
        """Those that were not dropped, the current one first; it alone where nobody else counts."""
        if self.is_alone:
            return () if self.current.failure else (self.current,)
        order = (self.current, *(one for one in self._all if one is not self.current))
        return [one for one in order if not one.failure]

    def begin_with(self, part: PartState) -> None:
        """Ask whom the bytes on disk came from first, and know the version again."""
        for source in self._all:
            if source.url == part.source or (source.is_home and not part.source):
                source.validator, source.told_by = part.validator, part.final_url
                self._turn_to(source)

    def validator(self) -> Validator:
        """The version that the current one must still have; empty if it has not shown any."""
        return self.current.validator or Validator()

    def add(self, links: Iterable[str], spec: TransferSpec) -> None:
        """Places that a server told of, unless others are known already; each gets one connection
        (RFC 6249 § 7).
        """
        if self.several:
            return
        for link in dict.fromkeys(links):
            if link != spec.url:
                source = Source(remote_of(spec, link), is_home=False)
                source.most = 1
                self._all.append(source)

    # --- dropping --------------------------------------------------------------------------------

    def go_on_without(self, error: JobError, *, set_aside: bool = False) -> None:
        """The current one failed: turn to the next. Raises `TransferFailed` if there is none.

        `set_aside`: it would have us drop what is here, which it may when nobody else is left.
        """
        if not self.several or error.context is ErrorContext.LOCAL_FILE or error.kind in _OURS:
            raise TransferFailed(error)
        if set_aside:
            self._set_aside.append(self.current)
        self.drop(self.current, error)
        left = self.usable()
        if not left and self._set_aside:
            self._is_last_resort = True
            left = (self._set_aside.pop(0),)
            left[0].failure = None
        if not left or self.is_alone:
            raise TransferFailed(self._worst())
        self._turn_to(left[0])

    def drop(self, source: Source, error: JobError) -> None:
        """Use it no more in this run."""
        with self._lock:
            if source.failure:
                return
            named = replace(error, subject=error.subject or source.subject)
            source.failure = named
            self._failures.append(named)
        if self.several:
            detail = f": {error.detail}" if error.detail else ""
            self._listener.noted(
                TimelineKind.SOURCE_DROPPED,
                f"{source.subject} is used no more ({error.kind.value}){detail}",
            )

    def is_spare(self, source: Source) -> bool:
        """There are others, so that it can be dropped."""
        return any(one is not source for one in self.usable())

    def refresh(self) -> None:
        """If the current one was dropped by others, turn to one that is left."""
        left = self.usable()
        if self.current.failure and left:
            self._turn_to(left[0])

    def only_another(self) -> Source | None:
        """From now on ask just one: of those that brought nothing, or the best one; None if none is
        left that did not bring all of it.
        """
        brought = [one for one in self._all if one.brought]
        left = [one for one in self._all if not one.failure and [one] != brought]
        if self.is_alone or not self.several or not left:
            return None
        chosen = min(left, key=lambda one: one.brought > 0)
        self.is_alone = True
        chosen.validator = None
        self._turn_to(chosen)
        return chosen

    def _turn_to(self, source: Source) -> None:
        if source is not self.current:
            with self._lock:
                client, self._client = self._client, None
                self.current = source
            if client:
                client.close()

    def _worst(self) -> JobError:
        """Of all that failed, what the job is told: what may be over soon, and costs nothing."""
        return min(self._failures, key=lambda error: (not error.is_transient, _costs(error)))


def _costs(error: JobError) -> bool:
    return not error.remedy.keeps_part
