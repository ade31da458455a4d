"""The mirrors that a server tells in its `Link` fields (RFC 6249, RFC 8288): pure, never raising.

Only of an answer that tells a digest as well (§ 6): without one nothing could say whether they fit.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urljoin

from engine.wire.digest_fields import promised_digests
from engine.wire.links import is_inside, parse_link
from engine.wire.verdict import Head

_MOST = 100
_LONGEST = 1 << 16
_LAST = 999_999
# One link with its parameters; a comma or a semicolon may stand within < > and within quotes.
_LINK = re.compile(r'\s*<(?P<target>[^<>]*)>(?P<rest>(?:[^,"]|"(?:[^"\\]|\\.)*")*)(?:,|$)')
_PARAMETER = re.compile(
    r';\s*(?P<name>[\w!#$&+.^`|~-]+)\s*(?:=\s*(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<plain>[^\s;,"]*)))?'
)


class _Told(NamedTuple):
    priority: int
    target: str


def mirrors_told(head: Head) -> tuple[str, ...]:
    """The links that bring the same file as `head` does, the best one first."""
    field = head.fields.get("link", "")
    if not field or len(field) > _LONGEST or not promised_digests(head):
        return ()
    told = sorted(_duplicates(field), key=lambda one: one.priority)
    links = (_usable(one.target, head.url) for one in told[:_MOST])
    return tuple(dict.fromkeys(link for link in links if link and link != head.url))


def _duplicates(field: str) -> list[_Told]:
    found, at = [], 0
    while match := _LINK.match(field, at):
        at = match.end()
        parameters: dict[str, str] = {}
        for one in _PARAMETER.finditer(match["rest"]):
            # The first of each name counts (RFC 8288 § 3.3).
            value = one["quoted"] if one["quoted"] is not None else one["plain"]
            parameters.setdefault(one["name"].lower(), value or "")
        kinds = parameters.get("rel", "").lower().split()
        if "duplicate" in kinds and "anchor" not in parameters and match["target"]:
            found.append(_Told(_priority(parameters.get("pri", "")), match["target"]))
        if at >= len(field):
            break
    return found


def _priority(text: str) -> int:
    is_one = re.fullmatch("[0-9]{1,6}", text) is not None and int(text) > 0
    return int(text) if is_one else _LAST


def _usable(target: str, told_by: str) -> str | None:
    """As it may be asked for; a server from outside cannot name one in this network."""
    try:
        url = parse_link(urljoin(told_by, target)).url
    except ValueError:
        return None
    return None if is_inside(url) and not is_inside(told_by) else url
