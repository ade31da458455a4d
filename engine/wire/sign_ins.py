"""How sign-ins stand with the servers that they were shown to: accepted, or refused how often.

What was accepted once is sent unasked from then on, so that a thousand files cost one refusal. What
was refused twice is never sent a third time: servers lock people out for less.
"""

from __future__ import annotations

import contextlib
import threading
from collections import Counter
from collections.abc import Callable, Iterator

from engine.errors import TransferStopped
from engine.sign_in import SignIn
from engine.wire.schemes import Method

MOST_REFUSALS = 2
# An accepted sign-in may be wrong for other places of a server, but not for ever so many.
_MOST_REALMS = 8
_NAP_SECONDS = 0.1


class Standing:
    """One sign-in at one origin, for all requests of the program; for use from any thread."""

    def __init__(self) -> None:
        self._turn = threading.RLock()
        self._lock = threading.Lock()
        self._method: Method | None = None
        self._is_met = False
        self._was_accepted = False
        self._refusals: Counter[str] = Counter()
        self._without_ticket = 0

    def __repr__(self) -> str:
        with self._lock:
            return f"<Standing: {self._method}, {self._refusals.total()} refusals>"

    @property
    def method(self) -> Method | None:
        """How to sign requests that nobody has asked to sign yet; None: they go out plain."""
        return self._method

    def may_try(self, realm: str) -> bool:
        """Whether the server may be shown the sign-in once more."""
        with self._lock:
            if self._refusals[realm] >= MOST_REFUSALS:
                return False
            most = _MOST_REALMS if self._was_accepted else MOST_REFUSALS
            return self._refusals.total() < most

    @property
    def may_ask_for_tickets(self) -> bool:
        """Whether a KDC may be shown the password once more; it locks people out as well."""
        return self._without_ticket < MOST_REFUSALS

    def no_ticket(self) -> None:
        """A KDC was shown the password, and did not take it."""
        with self._lock:
            self._without_ticket += 1

    def met(self) -> None:
        """The server gave what was wanted, and asked for nothing."""
        self._is_met = True

    def accepted(self, method: Method, realm: str) -> None:
        """The server gave what was wanted to somebody signed in by `method`."""
        with self._lock:
            self._refusals.pop(realm, None)
            self._is_met = self._was_accepted = True
            if not self._refusals:
                self._method = method

    def refused(self, realm: str) -> None:
        """The server was shown the sign-in, and did not take it."""
        with self._lock:
            self._refusals[realm] += 1
            # From here on it is shown only where it is known to which realm.
            self._method = None

    @contextlib.contextmanager
    def first(self, should_stop: Callable[[], bool]) -> Iterator[None]:
        """Alone, until it is known what the server says to the first one; later beside others."""
        with contextlib.ExitStack() as stack:
            if not self._is_met:
                stack.enter_context(self._alone(should_stop, lambda: self._is_met))
            yield

    @contextlib.contextmanager
    def trying(self, should_stop: Callable[[], bool]) -> Iterator[None]:
        """Alone: what one learns of the sign-in, the next one knows."""
        with self._alone(should_stop, lambda: False):
            yield

    @contextlib.contextmanager
    def _alone(
        self, should_stop: Callable[[], bool], is_enough: Callable[[], bool]
    ) -> Iterator[None]:
        while not self._turn.acquire(timeout=_NAP_SECONDS):
            if should_stop():
                raise TransferStopped
            if is_enough():
                yield
                return
        try:
            yield
        finally:
            self._turn.release()


class SignIns:
    """The standings of all sign-ins of the program; for use from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._standings: dict[tuple[object, SignIn], Standing] = {}

    def __repr__(self) -> str:
        return f"<SignIns {len(self._standings)}>"

    def standing(self, place: object, sign_in: SignIn) -> Standing:
        """Of this sign-in at `place`: an origin, or a proxy."""
        with self._lock:
            return self._standings.setdefault((place, sign_in), Standing())
