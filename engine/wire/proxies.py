"""Proxies: how their addresses are read, who is reached without one, what the environment says.

Rules only; nobody is asked here. An address is stored and shown as `scheme://host:port`, without
the sign-in that may stand in it.
"""

from __future__ import annotations

import contextlib
import ipaddress
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from engine.errors import ErrorContext, ErrorKind, JobError, RefusedError, TransferFailed
from engine.network import is_this_computer
from engine.sign_in import SignIn
from engine.wire.links import origin_of, place

DIRECT = "none"
"""What a job says that wants no proxy."""

_PORTS = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}
# As GNOME and others write it; names are looked up where they are connected to.
_OTHER_NAMES = {"socks": "socks5h"}
_ADDRESS = re.compile(
    r"(?:(?P<scheme>[a-z][a-z0-9+.-]*)://)?(?:(?P<userinfo>.*)@)?(?P<authority>[^/?#@]*)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)

_ENDS_WITH_PORT = re.compile(r":[0-9]+\Z")

_LOCAL_NAMES = "<local>"
_LOOPBACK_TOO = "<-loopback>"
_BETWEEN = re.compile(r"[\s,;]+")
_PATTERN = re.compile(r"(?P<host>\*|\[[0-9a-f:.]+\]|[a-z0-9*_.-]+)(?::(?P<port>[0-9]{1,5}))?")

_Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class ProxyRefusedError(RefusedError):
    """An address that is none; `shown` is as much of it as may be shown."""

    def __init__(self, text: str, address: str) -> None:
        super().__init__(text)
        words = address.rpartition("@")[2][:100]
        self.shown = "".join(filter(str.isprintable, words)) or "(empty)"


class Proxy(NamedTuple):
    """A proxy: `address` may be stored and shown, `sign_in` goes to the keyring."""

    address: str
    sign_in: SignIn | None = None


class Host(NamedTuple):
    """Where somebody listens: a name or an IP address without brackets, and a port."""

    name: str
    port: int

    def __str__(self) -> str:
        return f"[{self.name}]:{self.port}" if ":" in self.name else f"{self.name}:{self.port}"


def parse_proxy(text: str) -> Proxy:
    """What a person typed; raises `ProxyRefusedError`, whose sentence holds no secrets."""
    try:
        return _parse(text)
    except RefusedError as refused:
        raise ProxyRefusedError(str(refused), text) from None


def _parse(text: str) -> Proxy:
    match = _ADDRESS.fullmatch(text.strip())
    assert match is not None, "it takes anything"
    scheme = (match["scheme"] or "http").lower()
    scheme = _OTHER_NAMES.get(scheme, scheme)
    if scheme not in _PORTS:
        raise RefusedError(_why_not(scheme))
    if match["rest"] not in ("", "/"):
        raise RefusedError("The address of a proxy ends with its port.")
    try:
        server = place(match["authority"], _PORTS[scheme])
    except RefusedError as refused:
        words = str(refused).replace("the link", "the address of the proxy")
        raise RefusedError(words.replace("The link", "The address of the proxy")) from None
    port = "" if _ENDS_WITH_PORT.search(server) else f":{_PORTS[scheme]}"
    return Proxy(f"{scheme}://{server}{port}", _sign_in(match["userinfo"]))


def server_of(address: str) -> Host:
    """Who listens at an address that `parse_proxy` made."""
    parts = urlsplit(address)
    return Host(parts.hostname or "", parts.port or 0)


def parse_bypass(text: str) -> tuple[str, ...]:
    """A list of hosts that need no proxy, as a person typed it; raises `RefusedError`."""
    entries = tuple(filter(None, _BETWEEN.split(text.strip().lower())))
    Bypass(entries)
    return entries


class Bypass:
    """Which hosts are reached without a proxy.

    An entry is a name, a pattern with `*` (`*.example.org`; `.example.org` is the same), an IP
    address, a network (`10.0.0.0/8`), any of the first three with a port, or `<local>`: all names
    without a dot. This computer itself is always reached directly, unless `<-loopback>` is there.
    Raises `RefusedError` for what is none of that.
    """

    def __init__(self, entries: Iterable[str] = (), *, suffixes: bool = False) -> None:
        """`suffixes`: a name stands for all below it too, as in `no_proxy`."""
        self._suffixes = suffixes
        self._words: set[str] = set()
        self._networks: list[_Network] = []
        self._patterns: list[tuple[re.Pattern[str], int | None]] = []
        for entry in entries:
            self._add(entry.lower())

    def __repr__(self) -> str:
        return f"<Bypass, {len(self._networks)} networks, {len(self._patterns)} names>"

    def covers(self, host: Host) -> bool:
        """Whether the host is reached directly."""
        if is_loopback(host.name):
            return _LOOPBACK_TOO not in self._words
        return self.names(host)

    def names(self, host: Host) -> bool:
        """Whether an entry is about the host."""
        name = host.name.lower().rstrip(".")
        if _LOCAL_NAMES in self._words and not {".", ":"} & set(name):
            return True
        address = _address(name)
        if address is not None and any(address in network for network in self._networks):
            return True
        return any(
            pattern.fullmatch(name) and port in (None, host.port)
            for pattern, port in self._patterns
        )

    def _add(self, entry: str) -> None:
        if entry in (_LOCAL_NAMES, _LOOPBACK_TOO):
            self._words.add(entry)
            return
        try:
            self._networks.append(ipaddress.ip_network(entry.strip("[]"), strict=False))
        except ValueError:
            self._patterns.append(self._pattern(entry))

    def _pattern(self, entry: str) -> tuple[re.Pattern[str], int | None]:
        match = _PATTERN.fullmatch(entry)
        if match is None:
            raise RefusedError(f"Neither a host nor a network of hosts: {entry[:100]}")
        name = match["host"].strip("[]").rstrip(".")
        below = "*" if name.startswith(".") and not self._suffixes else ""
        words = re.escape(below + name.lstrip("." if self._suffixes else "")).replace(r"\*", ".*")
        expression = rf"(?:.*\.)?{words}" if self._suffixes else words
        return re.compile(expression), int(match["port"]) if match["port"] else None


def is_loopback(name: str) -> bool:
    """Whether a name or an address without brackets is this computer itself."""
    return is_this_computer(f"[{name}]" if ":" in name else name)


def find_in_environment(url: str, choice: str | None = None) -> str | None:
    """The proxy for a link where nobody set any, for somebody with a choice of his own.

    Raises `TransferFailed` when there is to be one, and its address is none.
    """
    if choice:
        return chosen(choice)
    scheme, name, port = origin_of(url)
    with proxies_usable():
        found = from_environment(scheme, Host(name, port), os.environ)
        return found.address if found else None


def chosen(choice: str) -> str | None:
    """The proxy that a job chose; None for none. Raises `TransferFailed` for what is neither."""
    if choice == DIRECT:
        return None
    with proxies_usable():
        return parse_proxy(choice).address


@contextlib.contextmanager
def proxies_usable() -> Iterator[None]:
    """A proxy that is set, and cannot be understood, is no reason to do without."""
    try:
        yield
    except RefusedError as refused:
        error = JobError(
            ErrorKind.PROXY_UNUSABLE,
            ErrorContext.GENERAL_TRANSPORT,
            detail=str(refused),
            subject=refused.shown if isinstance(refused, ProxyRefusedError) else str(refused),
        )
        raise TransferFailed(error) from refused


def is_in_environment(environ: Mapping[str, str]) -> bool:
    """Whether the environment says anything of proxies."""
    return any(_variable(environ, f"{scheme}_proxy") for scheme in ("http", "https", "all"))


def from_environment(scheme: str, host: Host, environ: Mapping[str, str]) -> Proxy | None:
    """The proxy for a server by `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy`.

    As curl reads them; this computer is no exception. Raises `RefusedError` for an address that
    is none.
    """
    text = _variable(environ, f"{scheme}_proxy") or _variable(environ, "all_proxy")
    if not text or _is_left_out(host, _variable(environ, "no_proxy")):
        return None
    return parse_proxy(text)


def _is_left_out(host: Host, no_proxy: str) -> bool:
    for entry in filter(None, _BETWEEN.split(no_proxy.strip())):
        try:
            if Bypass((entry,), suffixes=True).names(host):
                return True
        except RefusedError:
            continue  # What others put there for other programs is not ours to complain about.
    return False


def _variable(environ: Mapping[str, str], name: str) -> str:
    return (environ.get(name) or environ.get(name.upper()) or "").strip()


def _why_not(scheme: str) -> str:
    if scheme.startswith("socks4"):
        return "SOCKS4 proxies cannot be used; many of them speak SOCKS5 as well: socks5://."
    return (
        "The address of a proxy begins with http://, https://, socks5:// or socks5h://, "
        f"not with {scheme[:20]}://."
    )


def _sign_in(userinfo: str | None) -> SignIn | None:
    user, _, password = (userinfo or "").partition(":")
    return SignIn(unquote(user), unquote(password)) if user or password else None


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return None
    inner = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return inner or address
