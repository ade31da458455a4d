"""aria2's options for a download: what each one is here, what is kept, what is refused.

Three kinds: those for which there is something of ours; those that mean nothing here, which are
kept as they are and given back; and those that would run programs, which are refused. Others are
passed over, as aria2 does. What is secret is never given back, and goes nowhere but to the engine,
which hands it to the keyring.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar
from urllib.parse import quote

from engine import (
    DEFAULT,
    Checksum,
    Default,
    JobSnapshot,
    SignIn,
    parse_checksum,
    parse_proxy,
    redacted,
)
from gui.aria2.arguments import CallRefused, plain_options
from gui.aria2.places import checked_name
from gui.aria2.status import words_of

T = TypeVar("T")

MOST_CONNECTIONS = 16
LONGEST_VALUE = 1000
"""Characters of an option that is only kept."""
_LONGEST_WAIT = 100 * 365 * 86_400
_MOST_BYTES = 1 << 50

_RUNS_PROGRAMS = re.compile(r"on-(?:bt-)?download-.*")
_SIZE = re.compile(r"([0-9]{1,15})([KM]?)", re.ASCII | re.IGNORECASE)
_HEADER = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*)", re.DOTALL)
# What the engine says itself, or what would announce a body that never comes.
_OF_THE_ENGINE = (
    *("accept-encoding", "connection", "content-length", "expect", "host", "if-range"),
    *("keep-alive", "proxy-connection", "range", "te", "trailer", "transfer-encoding", "upgrade"),
)

Plain = Mapping[str, str | list[str]]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a program wants of a job, in our words; `kept` means nothing here."""

    folder: str | None = None
    name: str | None = None
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    referer: str | None = field(default=None, repr=False)
    """"*" stands for the link itself."""
    checksum: Checksum | None = None
    connections: int | None = None
    rate_limit: int | None = None
    proxy: str | None = field(default=None, repr=False)
    login: SignIn | None = None
    give_up_after: float | Default | None = DEFAULT
    retry_delay: float | Default = DEFAULT
    is_paused: bool = False
    gid: str | None = None
    kept: Mapping[str, str] = field(default_factory=dict)


def read_options(given: Mapping[str, Any], scheme: str = "https") -> Wishes:
    """What is meant; raises `CallRefused`. `scheme` is that of the links, for proxies have one."""
    options = plain_options(given)
    refuse_programs(options)
    reader = Reader(options)
    return Wishes(
        folder=reader.read("dir", str, None) or None,
        name=reader.read("out", checked_name, None),
        headers=_headers(reader, options),
        referer=reader.read("referer", _line, None) or None,
        checksum=reader.read("checksum", parse_checksum, None),
        connections=reader.connections(),
        rate_limit=reader.read("max-download-limit", size, None),
        proxy=_proxy(reader, scheme),
        login=_login(reader),
        give_up_after=reader.give_up_after(DEFAULT),
        retry_delay=reader.retry_delay(DEFAULT),
        is_paused=reader.read("pause", truth, False),
        gid=reader.read("gid", str, None),
        kept=_kept(reader, options),
    )


def refuse_programs(options: Mapping[str, Any]) -> None:
    """Raises `CallRefused` where an option would run a program."""
    for name in options:
        if _RUNS_PROGRAMS.fullmatch(name):
            raise wrong(name, "Holdfast runs no programs for others.")


def options_of(job: JobSnapshot, kept: Mapping[str, str]) -> dict[str, str]:
    """The job's options as they are now, and what was `kept` of those that mean nothing here."""
    connections = str(job.most_connections)
    options = {
        **ALWAYS,
        **{name: value for name, value in kept.items() if name not in _CONNECTIONS},
        "dir": words_of(job.folder),
        "max-download-limit": str(job.rate_limit),
        "retry-wait": str(int(job.minimum_retry_delay)),
    }
    # As they were given, as long as they still mean what the job has.
    given = {name: kept[name] for name in _CONNECTIONS if name in kept}
    if min(map(int, given.values()), default=0) != job.most_connections:
        given = dict.fromkeys(_CONNECTIONS, connections)
    options |= {name: given.get(name, connections) for name in _CONNECTIONS}
    if job.no_progress_timeout is None:
        options["max-tries"] = "0"
    elif job.no_progress_timeout == 0:
        options["max-tries"] = "1"
    if job.proxy is not None and job.proxy != "none":
        options["all-proxy"] = job.proxy
    if len(job.files) == 1:
        (file,) = job.files
        if file.requested_name:
            options["out"] = file.requested_name
        if file.checksum is not None:
            options["checksum"] = f"{_aria2_name(file.checksum.algorithm)}={file.checksum.value}"
    return options


def wrong(name: str, why: object = "") -> CallRefused:
    """The value of an option is not good; aria2's sentence, and ours behind it."""
    sentence = f"We encountered a problem while processing the option '--{name}'."
    return CallRefused(f"{sentence} {why}".rstrip())


def size(text: str) -> int:
    """Bytes, or bytes a second: `500K`, `2M`. Raises ValueError."""
    match = _SIZE.fullmatch(text.strip())
    if match is None:
        raise ValueError("Write 500K, 2M or 0.")
    number = int(match[1]) << {"": 0, "K": 10, "M": 20}[match[2].upper()]
    if number > _MOST_BYTES:
        raise ValueError("The number is too large.")
    return number


def count(most: int) -> Callable[[str], int]:
    """Reads a whole number from 1 to `most`."""

    def read(text: str) -> int:
        if not re.fullmatch("[0-9]{1,9}", text) or not 1 <= int(text) <= most:
            raise ValueError(f"Write a number from 1 to {most}.")
        return int(text)

    return read


def truth(text: str) -> bool:
    """A boolean as aria2 writes it. Raises ValueError."""
    if text not in ("true", "false"):
        raise ValueError("Write true or false.")
    return text == "true"


class Reader:
    """Reads options one by one; a value that is not good raises `CallRefused`."""

    def __init__(self, options: Plain) -> None:
        self._options = options

    def read(self, name: str, read: Callable[[str], T], otherwise: Any) -> Any:
        """The value of an option; of a list that was given the last word."""
        value = self._options.get(name)
        if isinstance(value, list):
            value = value[-1] if value else None
        if value is None:
            return otherwise
        try:
            return read(value)
        except CallRefused as refusal:
            raise wrong(name, refusal) from None
        except (ValueError, OverflowError) as mistake:
            raise wrong(name, mistake) from None

    def connections(self) -> int | None:
        """How many a file may have; aria2 counts those to all servers, and those to each."""
        wanted = (
            self.read("split", count(10_000), None),
            self.read("max-connection-per-server", count(MOST_CONNECTIONS), None),
        )
        given = [number for number in wanted if number is not None]
        return min([*given, MOST_CONNECTIONS]) if given else None

    def give_up_after(self, otherwise: T) -> float | T | None:
        """aria2 counts tries, we measure time without progress; both know "for ever" and "not a
        second time", and nothing else that either says has a meaning for the other.
        """
        tries = self.read("max-tries", _whole, None)
        if tries == 0:
            return None
        return 0.0 if tries == 1 else otherwise

    def retry_delay(self, otherwise: T) -> float | T:
        """Seconds before another try."""
        delay: float | T = self.read("retry-wait", _seconds, otherwise)
        return delay


def _headers(reader: Reader, options: Plain) -> tuple[tuple[str, str], ...]:
    given = options.get("header", [])
    # A program that was given them back as one word has lines in it.
    lines = given.splitlines() if isinstance(given, str) else given
    headers = [_header(line) for line in lines if line.strip()]
    agent = reader.read("user-agent", _line, None)
    if agent and all(name.lower() != "user-agent" for name, _ in headers):
        headers.append(("User-Agent", agent))
    return tuple(header for header in headers if header[0].lower() not in _OF_THE_ENGINE)


def _header(text: str) -> tuple[str, str]:
    match = _HEADER.fullmatch(text)
    # Not the text itself: it may hold a password.
    if match is None:
        raise wrong("header", "Write Name: value.")
    return match[1], match[2].strip()


def _line(text: str) -> str:
    if any(ord(letter) < 32 for letter in text):
        raise ValueError("There is more than a line.")
    return text


def _login(reader: Reader) -> SignIn | None:
    user, password = reader.read("http-user", str, ""), reader.read("http-passwd", str, "")
    return SignIn(user, password) if user or password else None


def _proxy(reader: Reader, scheme: str) -> str | None:
    """The address, with the sign-in in it that was given beside it; "none" is no word of aria2's.

    An empty one takes back what was said before, so it is as if nothing had been said.
    """
    for name in (f"{scheme}-proxy", "all-proxy"):
        address = reader.read(name, str.strip, None)
        if not address:
            continue
        proxy = reader.read(name, parse_proxy, None)
        user = reader.read(f"{name}-user", str, "")
        password = reader.read(f"{name}-passwd", str, "")
        sign_in = SignIn(user, password) if user or password else proxy.sign_in
        if sign_in is None:
            return str(proxy.address)
        before, _, server = proxy.address.partition("://")
        return f"{before}://{_quoted(sign_in.user)}:{_quoted(sign_in.password)}@{server}"
    return None


def _quoted(text: str) -> str:
    return quote(text, safe="", errors="replace")


def _whole(text: str) -> int:
    if not re.fullmatch("[0-9]{1,9}", text):
        raise ValueError("Write a number.")
    return int(text)


def _seconds(text: str) -> float:
    return float(min(_whole(text), _LONGEST_WAIT))


def _kept(reader: Reader, options: Plain) -> dict[str, str]:
    kept = {name: reader.read(name, read, "") for name, read in _KEPT.items() if name in options}
    if (agent := reader.read("user-agent", _word, "")) and len(agent) <= LONGEST_VALUE:
        kept["user-agent"] = agent
    referer = reader.read("referer", _word, "")
    # An address of a page may hold a key to it.
    if referer and redacted(referer) == referer:
        kept["referer"] = referer
    return {name: value for name, value in kept.items() if value}


def _word(text: str) -> str:
    if len(text) > LONGEST_VALUE:
        raise ValueError("It is too long.")
    return _line(text)


def _as_size(text: str) -> str:
    return str(size(text))


def _as_truth(text: str) -> str:
    return str(truth(text)).lower()


def _as_number(text: str) -> str:
    return str(_whole(text))


def _aria2_name(algorithm: str) -> str:
    return re.sub(r"^sha(?=\d)", "sha-", algorithm)


def _names(text: str) -> list[str]:
    return text.split()


_CONNECTIONS = ("split", "max-connection-per-server")

ALWAYS: Final[Mapping[str, str]] = {
    "allow-overwrite": "false",
    "auto-file-renaming": "true",
    "continue": "true",
    "remote-time": "true",
}
"""How Holdfast is in any case."""

# Those that aria2 knows for a download and that have no equivalent here, by what they hold. Nothing
# that names a file or could hold a secret is among them.
_TRUTHS = _names("""
    allow-piece-length-change always-resume async-dns bt-enable-lpd bt-force-encryption
    bt-hash-check-seed bt-load-saved-metadata bt-metadata-only bt-remove-unselected-file
    bt-require-crypto bt-save-metadata bt-seed-unverified check-integrity conditional-get
    content-disposition-default-utf8 dry-run enable-http-keep-alive enable-http-pipelining
    enable-mmap enable-peer-exchange force-save ftp-pasv ftp-reuse-connection hash-check-only
    http-accept-gzip http-auth-challenge http-no-cache metalink-enable-unique-protocol no-netrc
    parameterized-uri pause-metadata realtime-chunk-checksum remove-control-file reuse-uri
    rpc-save-upload-metadata use-head
""")
_SIZES = _names("""
    bt-request-peer-speed-limit lowest-speed-limit max-mmap-limit max-upload-limit min-split-size
    no-file-allocation-limit piece-length
""")
_NUMBERS = _names("""
    bt-max-peers bt-stop-timeout bt-tracker-connect-timeout bt-tracker-interval bt-tracker-timeout
    connect-timeout max-connection-per-server max-file-not-found max-resume-failure-tries max-tries
    split stop timeout
""")
_WORDS = _names("""
    bt-min-crypto-level file-allocation follow-metalink follow-torrent ftp-type metalink-language
    metalink-location metalink-os metalink-preferred-protocol metalink-version no-proxy
    proxy-method seed-ratio seed-time select-file stream-piece-selector uri-selector
""")
_KEPT: Final[Mapping[str, Callable[[str], str]]] = {
    **dict.fromkeys(_TRUTHS, _as_truth),
    **dict.fromkeys(_SIZES, _as_size),
    **dict.fromkeys(_NUMBERS, _as_number),
    **dict.fromkeys(_WORDS, _word),
}
