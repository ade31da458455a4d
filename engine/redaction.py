"""Takes secrets out of text: out of every line of the log, and out of reports.

Two ways: the secrets that were given to this process are known, and found however they are
written; others are recognised by what stands around them.
"""

from __future__ import annotations

import base64
import html
import json
import logging
import re
import traceback
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import quote, quote_plus

from engine.errors import JobError
from engine.sign_in import SignIn
from engine.wire.links import redacted, redacted_text

HIDDEN = "•••"

_SHORTEST_ANYWHERE = 4
"""Characters; what is shorter is hidden only where it is a word of its own."""
_SHORTEST = 2

_NAMES = (
    r"(?:proxy-)?authorization|(?:set-)?cookie2?"
    # Each of a thousand keys in one word would have the rest of it looked at again.
    r"|(?>x-[\w-]*(?:key|token|auth|secret|session))[\w-]*+"
    r"|(?:[\w-]*[_-])?(?:password|passwd|passphrase|pwd|secret|token|api[_-]?key)"
)
_QUOTED = r"""b?(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""
_FIELD = re.compile(
    rf"""(?<![\w-])(?P<name>(?:{_NAMES})(?:\\*["']\s*[:=,]|\s*[:=])\s*)(?P<value>{_QUOTED}|[^\r\n]+)""",
    re.IGNORECASE,
)
_CREDENTIALS = re.compile(
    r"\b(?P<scheme>basic|bearer|digest|negotiate|ntlm|token)\s+(?P<value>[\w+/=.~:-]{6,})",
    re.IGNORECASE,
)
_PARAMETERS = re.compile(r"(?<![^\s\"'(<])[^\s\"'(<]*\?[^\s\"'<>]+")
_ENCODED_USERINFO = re.compile(r"(%3a%2f%2f)(?:(?!%2f)\S)*?(%40)", re.IGNORECASE)
# What stands where a port would, and is none: the password has a slash or the like in it.
_BROKEN_USERINFO = re.compile(r"(://)[^/\s:@]*:(?!\d*(?:[/?#\s]|$))[^\s]*@")
# Only there it is looked for, as each of its beginnings looks at all that follows.
_UP_TO_AT = re.compile(r"(?<!\S)\S*@")


class Redaction:
    """What is known to be secret. For use from any thread."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Know nothing, as a new process does."""
        self._known: set[str] = set()
        # By its first characters: of ten thousand secrets few need be compared at any place.
        self._spellings: defaultdict[str, list[str]] = defaultdict(list)
        self._short = re.compile(r"(?!)")

    def __repr__(self) -> str:
        return f"<Redaction of {len(self._known)} words>"

    def learn(self, words: Iterable[str]) -> None:
        """Hide these from now on, also where they are encoded."""
        new = {word for word in words if len(word) >= _SHORTEST} - self._known
        self._known |= new
        for spelt in {one for word in new for one in _spellings(word)}:
            if len(spelt) >= _SHORTEST_ANYWHERE:
                # Lists only grow: another thread may be reading them.
                self._spellings[spelt[:_SHORTEST_ANYWHERE]].append(spelt)
        if any(len(word) < _SHORTEST_ANYWHERE for word in new):
            short = [re.escape(one) for one in self._known if len(one) < _SHORTEST_ANYWHERE]
            self._short = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(short, reverse=True))})(?!\w)")

    def learn_sign_in(self, sign_in: SignIn) -> None:
        """Hide the password or token, and what Basic makes of them."""
        self.learn((sign_in.password, sign_in.token))
        if sign_in.password:
            pair = f"{sign_in.user}:{sign_in.password}"
            self.learn(_in_base64(pair))

    def hide(self, text: str) -> str:
        """The text without what is known to be secret."""
        return self._short.sub(HIDDEN, self._hide_long(text) if self._spellings else text)

    def _hide_long(self, text: str) -> str:
        kept = []
        place = seen = 0
        while place <= len(text) - _SHORTEST_ANYWHERE:
            alike = self._spellings.get(text[place : place + _SHORTEST_ANYWHERE], ())
            found = max([len(one) for one in alike if text.startswith(one, place)], default=0)
            if found:
                kept += [text[seen:place], HIDDEN]
                seen = place + found
            place += found or 1
        return "".join((*kept, text[seen:]))

    def clean(self, text: str) -> str:
        """The text without anything that is secret, or looks it."""
        return without_suspects(self.hide(text))


def without_suspects(text: str) -> str:
    """The text without what looks like a secret by what stands around it."""
    text = _UP_TO_AT.sub(lambda found: _BROKEN_USERINFO.sub(rf"\1{HIDDEN}@", found[0]), text)
    text = _FIELD.sub(_without_value, text)
    text = _CREDENTIALS.sub(_without_credentials, text)
    text = _ENCODED_USERINFO.sub(rf"\1{HIDDEN}\2", text)
    text = _PARAMETERS.sub(lambda found: redacted(found[0]), text)
    return redacted_text(text)


class RedactingFilter(logging.Filter):
    """Cleans a record before anybody formats it: its message, its exception and its stack."""

    def __init__(self, redaction: Redaction | None = None) -> None:
        super().__init__()
        self._redaction = redaction or secrets

    def filter(self, record: logging.LogRecord) -> bool:
        """Never says no."""
        record.msg, record.args = self._redaction.clean(_message_of(record)), ()
        if record.exc_info and not record.exc_text:
            record.exc_text = "".join(traceback.format_exception(*record.exc_info)).rstrip("\n")
        if record.exc_text:
            record.exc_text = self._redaction.clean(record.exc_text)
            record.exc_info = None
        if record.stack_info:
            record.stack_info = self._redaction.clean(record.stack_info)
        return True


secrets = Redaction()
"""What this process was told."""


def without_secrets(text: str) -> str:
    """The text without what this process knows to be secret, and what looks it."""
    return secrets.clean(text)


def without_known_secrets(error: JobError) -> JobError:
    """The same, should a server have told back in its own words what it was told."""
    detail, subject = secrets.hide(error.detail), secrets.hide(error.subject)
    if (detail, subject) == (error.detail, error.subject):
        return error
    return replace(error, detail=detail, subject=subject)


def _message_of(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except Exception as failure:  # noqa: BLE001 - a line that cannot be written is told as such
        return f"{record.msg!s} {record.args!r} ({type(failure).__name__})"


def _without_value(found: re.Match[str]) -> str:
    value = found["value"]
    if found["name"].rstrip().endswith(",") and value[:1] not in ("'", '"', "b"):
        return found[0]
    quote_mark = value.lstrip("b")[:1] if re.fullmatch(_QUOTED, value) else ""
    return f"{found['name']}{quote_mark}{HIDDEN}{quote_mark}"


def _without_credentials(found: re.Match[str]) -> str:
    # "Basic authentication" is what people write.
    is_word = found["value"].isalpha() and found["value"].islower()
    return found[0] if is_word else f"{found['scheme']} {HIDDEN}"


def _spellings(word: str) -> Iterator[str]:
    """The word as it may stand in links, in JSON, in Python's own spelling, in markup."""
    lines = [line for line in word.splitlines() if len(line) >= _SHORTEST_ANYWHERE]
    for one in {word, *lines}:
        yield one
        for spelt in _in_links(one):
            yield spelt
            yield quote(spelt)
            yield quote(spelt, safe="")
        for spelt in _in_quotes(one):
            yield spelt
            yield from _in_quotes(spelt)
        yield html.escape(one)
        yield from _in_base64(one)


def _in_links(word: str) -> Iterator[str]:
    plain = word.encode(errors="surrogatepass")
    for spelt in (
        quote(plain, safe=""),
        quote(plain),
        quote(plain, safe="!$&'()*+,;=:@"),
        quote_plus(plain),
    ):
        yield spelt
        yield re.sub(r"%..", lambda code: code[0].lower(), spelt)


def _in_quotes(word: str) -> Iterator[str]:
    """Which quotes are escaped depends on those around it, which nobody knows here."""
    plain = word.encode(errors="surrogatepass")
    for spelt in (
        json.dumps(word)[1:-1].replace('\\"', '"'),
        json.dumps(word, ensure_ascii=False)[1:-1].replace('\\"', '"'),
        _without_escaped_quotes(repr(f"{word}\"'")[1:-4]),
        _without_escaped_quotes(ascii(f"{word}\"'")[1:-4]),
        _without_escaped_quotes(repr(plain + b"\"'")[2:-4]),
    ):
        double = spelt.replace('"', '\\"')
        yield from (spelt, double, spelt.replace("'", "\\'"), double.replace("'", "\\'"))


def _without_escaped_quotes(spelt: str) -> str:
    """Python's own spelling in single quotes, without the backslashes before these."""
    return spelt.replace("\\'", "'")


def _in_base64(word: str) -> Iterator[str]:
    for encoding in ("utf-8", "latin-1"):
        try:
            plain = word.encode(encoding)
        except UnicodeEncodeError:
            continue
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            yield encode(plain).decode().rstrip("=")
