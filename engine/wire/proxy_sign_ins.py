"""How proxies are signed in at: nothing is sent before one asks, and nothing is tried for ever.

What a proxy took once goes with every new connection to it, so that a thousand files cost one
refusal.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from engine.errors import ErrorContext, ErrorKind, JobError
from engine.sign_in import SignIn
from engine.wire.classify import WayBlocked
from engine.wire.road import SignInWanted
from engine.wire.sign_ins import SignIns

T = TypeVar("T")

_CAN = {"basic", "bearer"}


def nobody(_address: str) -> SignIn | None:
    """For whom no sign-ins are kept."""
    return None


class ProxySignIns:
    """For all connections of the program; from any thread.

    `recall` is asked what is kept for the address of a proxy, and may take a while.
    """

    def __init__(self, sign_ins: SignIns, recall: Callable[[str], SignIn | None]) -> None:
        self._sign_ins = sign_ins
        self._recall = recall
        self._lock = threading.Lock()
        self._accepted: dict[str, SignIn] = {}

    def __repr__(self) -> str:
        return f"<ProxySignIns, {len(self._accepted)} accepted>"

    def known(self, proxy: str) -> SignIn | None:
        """What the proxy took before."""
        with self._lock:
            return self._accepted.get(proxy)

    def get_in(
        self,
        proxy: str,
        sent: SignIn | None,
        wanted: SignInWanted,
        attempt: Callable[[SignIn], T],
        should_stop: Callable[[], bool],
    ) -> T:
        """What `attempt` brings with another sign-in than the one that was `sent` and refused.

        Raises `WayBlocked` when there is none, or when the proxy does not take it either.
        """
        if sent is not None:
            self._refused(proxy, sent)
        sign_in = self.known(proxy) or self._recall(proxy)
        if sign_in is None or sign_in == sent:
            raise _blocked(proxy, wanted, was_refused=sent is not None)
        if wanted.schemes and not wanted.schemes & _CAN:
            raise _blocked(proxy, wanted, was_refused=False)
        standing = self._sign_ins.standing(proxy, sign_in)
        with standing.trying(should_stop):
            if not standing.may_try(proxy):
                raise _blocked(proxy, wanted, was_refused=True)
            try:
                brought = attempt(sign_in)
            except SignInWanted as again:
                self._refused(proxy, sign_in)
                raise _blocked(proxy, again, was_refused=True) from again
            with self._lock:
                self._accepted[proxy] = sign_in
            return brought

    def _refused(self, proxy: str, sign_in: SignIn) -> None:
        self._sign_ins.standing(proxy, sign_in).refused(proxy)
        with self._lock:
            if self._accepted.get(proxy) == sign_in:
                del self._accepted[proxy]


def _blocked(proxy: str, wanted: SignInWanted, *, was_refused: bool) -> WayBlocked:
    if wanted.schemes and not wanted.schemes & _CAN:
        names = ", ".join(sorted(wanted.schemes))
        detail = f"the proxy knows no other sign-ins than {names}; only Basic can be done there"
    elif was_refused:
        detail = "the proxy refused the sign-in"
    else:
        detail = "the proxy asks for a sign-in"
    error = JobError(
        ErrorKind.PROXY_CREDENTIALS_NEEDED,
        ErrorContext.GENERAL_TRANSPORT,
        detail,
        subject=proxy,
        http_status=wanted.status,
    )
    return WayBlocked(error)
