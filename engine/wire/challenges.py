"""What a server that wants a sign-in asks for: `WWW-Authenticate`, read without trust in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

MOST = 32
"""Challenges in one answer, and parameters in one challenge; no honest server has more."""
_LONGEST_REALM = 100

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_EQUALS = re.compile(r"[ \t]*=[ \t]*")
# Unterminated, it goes on to the end, as browsers read it; never looked at twice.
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*+)"?')
_TOKEN68 = re.compile(r"[ \t]+([A-Za-z0-9._~+/-]+=*)[ \t]*(?=,|$)")
_BETWEEN = re.compile(r"[ \t,]+")
_JUNK = re.compile(r"[^,]*")


@dataclass(frozen=True, slots=True)
class Challenge:
    """One way to sign in that is offered (RFC 9110 § 11.3); names in lower case.

    `token` is what NTLM and Negotiate say instead of parameters.
    """

    scheme: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    token: str = ""

    @property
    def realm(self) -> str:
        """The place that is guarded, as the server calls it, in one short line for people."""
        text = "".join(letter if letter.isprintable() else " " for letter in self._raw_realm)
        words = " ".join(text.split())
        return words if len(words) <= _LONGEST_REALM else f"{words[: _LONGEST_REALM - 1]}…"

    @property
    def _raw_realm(self) -> str:
        return self.parameters.get("realm", "")

    @property
    def is_stale(self) -> bool:
        """Only the nonce was too old; the sign-in itself is right (RFC 7616 § 3.3)."""
        return self.parameters.get("stale", "").lower() == "true"

    def __str__(self) -> str:
        """As a field of its own, with every value quoted."""
        if self.token:
            return f"{self.scheme} {self.token}"
        pairs = (f'{name}="{_escaped(value)}"' for name, value in self.parameters.items())
        return f"{self.scheme} {', '.join(pairs)}".rstrip()


def parse_challenges(fields: Iterable[str]) -> list[Challenge]:
    """The challenges of all fields, in order; what cannot be read is passed over.

    One field may hold several, and a comma may end a challenge or a parameter (RFC 9110 § 11.6.1).
    """
    found = [challenge for text in fields for challenge in _challenges_in(text)]
    return found[:MOST]


def _challenges_in(text: str) -> list[Challenge]:
    found: list[Challenge] = []
    parameters: dict[str, str] = {}
    position = 0
    while position < len(text) and len(found) <= MOST:
        if between := _BETWEEN.match(text, position):
            position = between.end()
        elif (word := _TOKEN.match(text, position)) is None:
            position = _end(_JUNK, text, position) or position + 1
        elif found and (equals := _EQUALS.match(text, word.end())):
            value, position = _value(text, equals.end())
            if len(parameters) < MOST:
                parameters.setdefault(word[0].lower(), value)
        else:
            token = _TOKEN68.match(text, word.end())
            position = token.end() if token else word.end()
            parameters = {}
            found.append(Challenge(word[0].lower(), parameters, token[1] if token else ""))
    return found


def _value(text: str, position: int) -> tuple[str, int]:
    """The value of a parameter and where it ends; one that is malformed is empty."""
    if quoted := _QUOTED.match(text, position):
        return re.sub(r"\\(.)", r"\1", quoted[1]), quoted.end()
    token = _TOKEN.match(text, position)
    return (token[0], token.end()) if token else ("", _end(_JUNK, text, position))


def _end(pattern: re.Pattern[str], text: str, position: int) -> int:
    match = pattern.match(text, position)
    return match.end() if match else position


def _escaped(value: str) -> str:
    return re.sub(r'(["\\])', r"\\\1", value)
