"""Signing in at one server: what is sent after a refusal, and when no more is.

Nothing is sent before a server asks, unless it accepted the same sign-in before. One try is made,
with the strongest scheme that can be answered: whoever is refused there would be refused with a
weaker one, which gives more away.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from engine.sign_in import SignIn
from engine.wire.challenges import Challenge, parse_challenges
from engine.wire.schemes import CannotSignIn, Method, NoTicket, names_of, ways
from engine.wire.sign_ins import Standing

REFUSED = "the server refused the sign-in"
REFUSED_TWICE = "the server refused the sign-in twice; it is not sent again"
NO_TICKET = "Kerberos gave no ticket for this user twice; it is not asked again"
NO_WAY = "it does not say how to sign in"
# NTLM takes two signed requests; whoever goes on for longer never ends.
_LONGEST_CONVERSATION = 3


class Reply(Protocol):
    """An answer, of which only this is looked at."""

    @property
    def status(self) -> int:
        """As HTTP knows it."""

    @property
    def challenges(self) -> list[str]:
        """Its `WWW-Authenticate` fields."""


ReplyT = TypeVar("ReplyT", bound=Reply)


class Counter(Protocol[ReplyT]):
    """Where one request can be put again and again; whoever asks lets go of the last answer."""

    def ask(self, authorization: str, after: ReplyT | None) -> ReplyT:
        """On any connection; without a sign-in if `authorization` is empty."""

    def ask_bound(self, authorization: str, after: ReplyT | None, *, must_stay: bool) -> ReplyT:
        """On a connection that serves nobody but this person: that of `after`, if it stays."""

    def ask_known(self) -> ReplyT | None:
        """Without a word, on a connection that signed in before; None if there is none."""


class SigningIn(Generic[ReplyT]):
    """One request to a server that may want a sign-in."""

    def __init__(
        self,
        counter: Counter[ReplyT],
        url: str,
        sign_in: SignIn,
        standing: Standing,
        should_stop: Callable[[], bool],
    ) -> None:
        self._counter = counter
        self._url = url
        self._sign_in = sign_in
        self._standing = standing
        self._should_stop = should_stop
        self._answer: ReplyT | None = None

    def __repr__(self) -> str:
        return f"<SigningIn, {self._standing}>"

    def run(self) -> tuple[ReplyT, str]:
        """The answer; if it still is 401, why nothing more was tried. Raises as the counter does,
        and `TransferStopped` while it waits for its turn.
        """
        with self._standing.first(self._should_stop):
            method = self._begin()
            if self._succeeded(method):
                return self._last, ""
            with self._standing.trying(self._should_stop):
                why = self._try(method)
        return self._last, why

    def _begin(self) -> Method | None:
        """Ask, and say what the request was signed with."""
        method = self._standing.method
        if method:
            with contextlib.suppress(CannotSignIn):
                self._converse(method)
                return method
        self._answer = self._counter.ask("", self._answer)
        return None

    def _try(self, used: Method | None) -> str:
        """After a refusal: why it is still one, or nothing if it is none any more.

        `used` is what the refused request was signed with, if it was.
        """
        if used is None and (found := self._standing.method):
            # Somebody else was asked too, and is through already.
            with contextlib.suppress(CannotSignIn):
                self._converse(found)
                used = found
                if self._succeeded(used):
                    return ""
        challenges = parse_challenges(self._last.challenges)
        if used:
            self._standing.refused(_realm(challenges, used))
            if not _asks_otherwise(used, challenges):
                return REFUSED
        return self._try_strongest(challenges)

    def _try_strongest(self, challenges: list[Challenge]) -> str:
        whys: list[str] = []
        for challenge, make in ways(
            self._sign_in, challenges, tickets=self._standing.may_ask_for_tickets
        ):
            if not self._standing.may_try(challenge.realm):
                return REFUSED_TWICE
            try:
                method = make()
                self._converse(method)
            except CannotSignIn as failure:
                whys.append(str(failure))
                if isinstance(failure, NoTicket):
                    self._standing.no_ticket()
            else:
                if self._succeeded(method):
                    return ""
                self._standing.refused(challenge.realm)
                return REFUSED
        if not whys and not self._standing.may_ask_for_tickets:
            return NO_TICKET
        return whys[0] if whys else _no_way(challenges)

    def _succeeded(self, method: Method | None) -> bool:
        """Whether the answer is no refusal; an error says nothing of the sign-in, for a server may
        look for the file first.
        """
        status = self._last.status
        if method is None:
            if status != 401:
                self._standing.met()
        elif status < 400 or status in (412, 416):
            self._standing.accepted(method, method.challenge.realm)
        return status != 401

    def _converse(self, method: Method) -> None:
        """All that `method` has to say. Raises `CannotSignIn`."""
        if method.lasts and self._answer is None:
            self._answer = self._counter.ask_known()
            if self._answer and self._answer.status != 401:
                return
        flow, authorization = method.begin(self._url)
        for turn in range(_LONGEST_CONVERSATION):
            self._answer = self._ask(method, authorization, goes_on=turn > 0)
            goes_on = self._answer.status == 401 and method.continued_by(
                parse_challenges(self._answer.challenges)
            )
            if not goes_on:
                if method.lasts and turn == 0 and self._answer.status == 401:
                    # It was told a name at most, and no password.
                    raise CannotSignIn("the server does not go on with NTLM")
                return
            authorization = method.go_on(flow, self._url, goes_on)

    def _ask(self, method: Method, authorization: str, *, goes_on: bool) -> ReplyT:
        if method.binds:
            return self._counter.ask_bound(authorization, self._answer, must_stay=goes_on)
        return self._counter.ask(authorization, self._answer)

    @property
    def _last(self) -> ReplyT:
        assert self._answer is not None
        return self._answer


def _no_way(challenges: list[Challenge]) -> str:
    names = names_of(challenges)
    return f"it asks for {names}, with which this sign-in cannot be shown" if names else NO_WAY


def _realm(challenges: list[Challenge], method: Method) -> str:
    """Which realm refused what `method` signed."""
    same = [one for one in challenges if one.scheme == method.challenge.scheme]
    return (same or challenges or [method.challenge])[0].realm


def _asks_otherwise(used: Method, challenges: list[Challenge]) -> bool:
    """Whether a server that refused a sign-in it knew asks for something that it did not see."""
    same = [one for one in challenges if one.scheme == used.challenge.scheme]
    if not same:
        return bool(challenges)
    nonces = {one.parameters.get("nonce") for one in same if "nonce" in one.parameters}
    return bool(nonces - {used.challenge.parameters.get("nonce")})
