"""Links as people paste them: checked, taken apart, found in text, and made fit for a log.

Stricter than httpx.URL, which accepts ports beyond 65535 and credentials without a host. What is
unusual but harmless is normalised as browsers do (WHATWG URL); what could be read in two ways is
refused.
"""

from __future__ import annotations

import functools
import html
import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

import httpx

from engine.errors import RefusedError

LONGEST_LINK = 1 << 16
"""Characters; looking at a link of megabytes takes the window's time."""
_DEFAULT_PORTS = {"http": 80, "https": 443}
_BLANKS_AROUND = "".join(map(chr, range(0x21))) + "\x7f\u00a0\u200b\u2060\ufeff"

_LINK = re.compile(
    r"(?P<scheme>https?)://(?:(?P<userinfo>[^/?#]*)@)?(?P<authority>[^/?#]*)"
    r"(?P<path>[^?#]*)(?P<query>\?[^#]*)?(?:#.*)?",
    re.IGNORECASE,
)
_OTHER_SCHEME = re.compile(r"([a-z][a-z0-9+.-]{0,20})://", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?P<host>\[.*\]|[^:]*)(?::(?P<port>[0-9]*))?")
_HOST_NAME = re.compile(r"(?=.{1,254}\Z)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?")
_NUMERIC_HOST = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)\.?")

_EMBEDDING = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("::/96"))

_VISIBLE_ASCII = frozenset(map(chr, range(0x21, 0x7F)))
_PATH_SAFE = "".join(_VISIBLE_ASCII - set('"<>^`{}?#'))
_QUERY_SAFE = "".join(_VISIBLE_ASCII - set("\"<>'#"))
"""What WHATWG leaves as it is; `%` too, so that nothing is encoded twice."""

_LINK_IN_TEXT = re.compile(
    r"""(?:href|src)\s*=\s*(?P<quote>["'])\s*(?P<attribute>https?://[\w\[][^<>]{0,8192}?)\s*(?P=quote)"""
    r"""|(?<![a-z0-9+])(?P<bare>https?://[\w\[][^\s<>"`\x00-\x1f]{0,8192})""",
    re.IGNORECASE,
)
_PUNCTUATION = ".,;:!?'*…\u2018\u2019\u201c\u201d«»‹›。，、；：！？）】」』》"
_BRACKETS = {")": "(", "]": "[", "}": "{"}

# Neither looks at a long word again from each of its letters.
_ANY_LINK = re.compile(r"[a-z][a-z0-9+.-]{0,20}://\S+", re.IGNORECASE)
_PARAMETER = re.compile(r"(?<![^&;=])([^&;=]+)=([^&;]+)")
_USERINFO = re.compile(r"^(\s*[a-z][a-z0-9+.-]*:[/\\]*)[^/?#]*@", re.IGNORECASE)
_SECRET_PARAMETER = re.compile(
    r"token|signature|secret|passw|passphrase|auth|credential|session|jwt|policy|^x-(?:amz|goog|ms)-"
    r"|(?:api|access).?key|(?:^|[^a-z])(?:key|sig|pass|pwd|pw|pin|code|sid|hmac|hash|hdnts?)(?:$|[^a-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link that can be fetched.

    `url` is what may be stored and shown: scheme and host in lower case, the host in punycode, no
    default port, no userinfo, no fragment, everything unprintable percent-encoded. `credentials`
    are the user name and the password that stood in the userinfo.
    """

    url: str
    credentials: tuple[str, str] | None


def parse_link(text: str) -> Link:
    """What a person typed or pasted; raises RefusedError, whose sentence holds no secrets."""
    if len(text) > LONGEST_LINK:
        raise RefusedError("The link is longer than any server takes.")
    unwrapped = _unwrapped(text)
    match = _LINK.fullmatch(unwrapped)
    if match is None:
        raise RefusedError(_why_no_link(unwrapped))
    scheme = match["scheme"].lower()
    path = quote(match["path"] or "/", safe=_PATH_SAFE, errors="replace")
    query = quote(match["query"] or "", safe=_QUERY_SAFE, errors="replace")
    url = f"{scheme}://{place(match['authority'], _DEFAULT_PORTS[scheme])}{path}{query}"
    return Link(url, _credentials(match["userinfo"] or ""))


def find_links(text: str) -> list[str]:
    """All http(s) links in pasted text or in the source of a page, in order, each once.

    As they stand there, less the punctuation of the sentence around them; `parse_link` judges them.
    """
    found = (
        html.unescape(match["attribute"])
        if match["attribute"]
        else _without_punctuation(match["bare"])
        for match in _LINK_IN_TEXT.finditer(text)
    )
    return list(dict.fromkeys(found))


def redacted(url: str) -> str:
    """For logs and the timeline: no userinfo, no fragment, no values of secret parameters."""
    address, mark, query = _USERINFO.sub(r"\1", url).partition("#")[0].partition("?")
    return address + mark + _PARAMETER.sub(_parameter_redacted, query)


def redacted_text(text: str) -> str:
    """A sentence whose links are `redacted`."""
    return _ANY_LINK.sub(lambda link: redacted(link[0]), text)


def secrets_of(url: str) -> list[str]:
    """The values that `redacted` hides in the query, as they stand there and decoded."""
    query = url.partition("#")[0].partition("?")[2]
    values = [match[2] for match in _PARAMETER.finditer(query) if _is_secret_parameter(match[1])]
    return [word for value in values for word in (value, unquote(value))]


@functools.lru_cache(maxsize=256)
def origin_of(url: str) -> tuple[str, str, int]:
    """Scheme, host and port of a link that `parse_link` made (RFC 6454 § 4)."""
    parts = urlsplit(url)
    return parts.scheme, parts.hostname or "", parts.port or _DEFAULT_PORTS.get(parts.scheme, 0)


def origin_key(url: str) -> str:
    """The same in one word, "scheme:host:port": by which sign-ins are kept."""
    return ":".join(map(str, origin_of(url)))


def host_of(url: str) -> str:
    """The host of a link that `parse_link` made, with its port unless that is the default."""
    return urlsplit(url).netloc.rpartition("@")[2]


def is_inside(url: str) -> bool:
    """Whether a link that `parse_link` made says that it leads into this computer or its network.

    By its letters alone: an address of the loopback, of a private network or of the link itself, or
    the name localhost. Names are not looked up.
    """
    host = (urlsplit(url).hostname or "").rstrip(".")
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        if address.is_site_local:
            return True
        # Written in IPv6, it is the same machine.
        address = address.ipv4_mapped or address.sixtofour or _embedded(address) or address
    return not address.is_global and not address.is_multicast


def _embedded(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Where a gateway leads that translates (NAT64, RFC 6052), or that an old notation means."""
    if not any(address in network for network in _EMBEDDING):
        return None
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)


def _unwrapped(text: str) -> str:
    """Without the blanks around it and the line breaks that a mail or a terminal put into it."""
    link = re.sub(r"[\t\r\n]", "", text.strip(_BLANKS_AROUND))
    if any(unicodedata.category(character) == "Cc" for character in link):
        raise RefusedError("The link contains control characters.")
    # Browsers take a backslash for a slash; as part of the userinfo it would hide the host.
    address, *query = re.split(r"(?=[?#])", link, maxsplit=1)
    return "".join((address.replace("\\", "/"), *query))


def _why_no_link(text: str) -> str:
    other = _OTHER_SCHEME.match(text)
    if other:
        return f"Only http and https links can be transferred, not {other[1].lower()}."
    return "A link begins with http:// or https://."


def place(authority: str, default_port: int) -> str:
    """host[:port], normalised (RFC 3986 § 3.2)."""
    match = _AUTHORITY.fullmatch(authority)
    if match is None:
        raise RefusedError("The port in the link is not a number.")
    port = int(match["port"] or default_port)
    if not 0 < port < 65536:
        raise RefusedError("The port in the link is not between 1 and 65535.")
    host = _host(match["host"])
    return host if port == default_port else f"{host}:{port}"


def _host(text: str) -> str:
    if not text:
        raise RefusedError("The link names no host.")
    if "%" in text:
        # It could smuggle in a slash, an @ or a second host.
        raise RefusedError("The host in the link contains a percent sign.")
    if any(map(str.isspace, text)):
        raise RefusedError("The host in the link contains a space.")
    if text.startswith("["):
        return f"[{_address(text[1:-1], ipaddress.IPv6Address)}]"
    host = _ascii_host(unicodedata.normalize("NFKC", text))
    if not _HOST_NAME.fullmatch(host):
        raise RefusedError("The host in the link contains characters that host names cannot have.")
    return _address(host, ipaddress.IPv4Address) if _NUMERIC_HOST.fullmatch(host) else host


def _ascii_host(host: str) -> str:
    """In punycode (RFC 5891), lower case; empty when there is no such form."""
    host = host.lower()
    if host.isascii() and "xn--" not in host:
        return host
    try:
        url = httpx.URL(scheme="http", host=host)
        # What cannot be read back, as xn--zzzz cannot, makes every request for it fail.
        return url.raw_host.decode() if url.host else ""
    except (httpx.InvalidURL, UnicodeError):
        return ""


def _address(text: str, kind: type[ipaddress.IPv4Address | ipaddress.IPv6Address]) -> str:
    """A host of digits must be a whole address: 127.1 and 0x7f000001 would be read as one, too."""
    try:
        return str(kind(text))
    except ValueError:
        raise RefusedError("The host in the link is not a valid IP address.") from None


def _credentials(userinfo: str) -> tuple[str, str] | None:
    user, _, password = userinfo.partition(":")
    return (unquote(user), unquote(password)) if user or password else None


def _without_punctuation(link: str) -> str:
    """The full stop of a sentence is no part of a link, nor is a bracket opened before the link."""
    while link[-1] in _PUNCTUATION or _closes_too_much(link):
        link = link[:-1]
    return link


def _closes_too_much(link: str) -> bool:
    opening = _BRACKETS.get(link[-1])
    return opening is not None and link.count(link[-1]) > link.count(opening)


def _parameter_redacted(match: re.Match[str]) -> str:
    return f"{match[1]}=…" if _is_secret_parameter(match[1]) else match[0]


def _is_secret_parameter(name: str) -> bool:
    return bool(_SECRET_PARAMETER.search(unquote(name)))
