"""The timeline of a job in plain words: the engine's notes, read and said in the window's language.

The engine writes them for a log, in English, with codes, seconds and bytes. A note that is not
known is shown as it is.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLocale

from engine import TimelineEntry, TimelineKind
from gui import engine_words, formatting
from gui.engine_words import Pattern
from gui.translation import about, translate


def _tr(text: str) -> str:
    return translate("timeline_words", text)


def _noop(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("timeline_words", text))


_KINDS: Mapping[TimelineKind, str] = {
    TimelineKind.CREATED: _noop("Added"),
    TimelineKind.STATE: _noop("State"),
    TimelineKind.CONNECTED: _noop("Connected"),
    TimelineKind.RECONNECTED: _noop("Connection broke"),
    TimelineKind.REFUSED: _noop("Connection refused"),
    TimelineKind.RESUMED: _noop("Resumed at"),
    TimelineKind.STARTED_OVER: _noop("Started over"),
    TimelineKind.ERROR: _noop("Error"),
    TimelineKind.WAIT: _noop("Waits"),
    TimelineKind.HOLD: _noop("On hold"),
    TimelineKind.SETTING: _noop("Setting changed"),
    TimelineKind.SOURCE_DROPPED: _noop("Server dropped"),
    TimelineKind.PIECE_REJECTED: _noop("Bad piece"),
    TimelineKind.METALINK: _noop("Metalink"),
    TimelineKind.CHECKED: _noop("Checked"),
    TimelineKind.FINISHED: _noop("Finished"),
    TimelineKind.DELIVERED: _noop("Delivered"),
    TimelineKind.DISCARDED: _noop("Discarded"),
}

# The engine's names for states, events, errors, places in the line and policies.
_CODES: Mapping[str, str] = {
    "queued": _noop("waiting"),
    "connecting": _noop("connecting"),
    "transferring": _noop("active"),
    "suspended": _noop("paused"),
    "error": _noop("failed"),
    "transient error": _noop("retrying"),
    "transferred": _noop("transferred"),
    "acknowledged": _noop("done"),
    "cancelled": _noop("cancelled"),
    "resume": _noop("set going"),
    "suspend": _noop("by command"),
    "cancel": _noop("by command"),
    "complete": _noop("completed"),
    "change a setting": _noop("a setting was changed"),
    "retry now": _noop("retried by command"),
    "slot granted": _noop("its turn came"),
    "pre-empted": _noop("another job goes first"),
    "connected": _noop("connected"),
    "file finished": _noop("a file is here"),
    "all files finished": _noop("all files are here"),
    "transient failure": _noop("an error that may pass"),
    "fatal failure": _noop("an error that does not pass by itself"),
    "held": _noop("put on hold"),
    "retry due": _noop("time for the next try"),
    "hold lifted": _noop("no longer on hold"),
    "no progress timed out": _noop("too long without progress"),
    "download time over": _noop("its time for downloading is used up"),
    "expired": _noop("nobody had looked after it for too long"),
    "timed-out": _noop("no answer in time"),
    "connection-refused": _noop("the connection was refused"),
    "connection-lost": _noop("the connection broke"),
    "name-not-resolved": _noop("the server's name could not be resolved"),
    "network-unreachable": _noop("no way through the network"),
    "proxy-failed": _noop("no way through the proxy"),
    "server-busy": _noop("the server was busy"),
    "server-error": _noop("the server reported an error of its own"),
    "answer-malformed": _noop("the server's answer made no sense"),
    "file-changed": _noop("the file changed on the server"),
    "range-wrong": _noop("the server sent another part of the file"),
    "too-many-open-files": _noop("too many open files"),
    "disk-full": _noop("the disk is full"),
    "disk-away": _noop("the drive is gone"),
    "folder-not-writable": _noop("no permission to write in the folder"),
    "offline": _noop("this computer is offline"),
    "captive-portal": _noop("the network wants a sign-in"),
    "metered": _noop("metered network"),
    "not-found": _noop("no such file on the server"),
    "access-denied": _noop("the server gives no access"),
    "credentials-needed": _noop("the server asks for a sign-in"),
    "proxy-credentials-needed": _noop("the proxy asks for a sign-in"),
    "proxy-unusable": _noop("the proxy cannot be used"),
    "request-refused": _noop("the server refused the request"),
    "redirect-refused": _noop("the server sent us on to a place that is not followed"),
    "certificate-rejected": _noop("the certificate cannot be trusted"),
    "client-certificate-needed": _noop("the server wants a client certificate"),
    "tls-failed": _noop("no secure connection"),
    "link-unusable": _noop("the link cannot be used"),
    "web-page-instead": _noop("a web page came instead of the file"),
    "content-encoded": _noop("the file came packed"),
    "file-too-large": _noop("the file is too large for the drive"),
    "checksum-mismatch": _noop("the checksum does not match"),
    "size-mismatch": _noop("the file is not as large as the Metalink says"),
    "checksum-missing": _noop("the checksum file does not name this file"),
    "disk-failed": _noop("the drive failed"),
    "download-time-over": _noop("its time for downloading is used up"),
    "inactive": _noop("nobody had looked after it for too long"),
    "unexpected": _noop("something unknown"),
    "up": _noop("up"),
    "down": _noop("down"),
    "top": _noop("to the top"),
    "bottom": _noop("to the bottom"),
    "foreground": _noop("foreground"),
    "high": _noop("high"),
    "normal": _noop("normal"),
    "low": _noop("low"),
    "always": _noop("runs there too"),
    "never": _noop("waits for another network"),
    "ask": _noop("asks first"),
}

# In each kind the first that fits. A gap called "text" holds a note in turn.
_NOTES: Mapping[TimelineKind, Sequence[str]] = {
    TimelineKind.CREATED: (
        _noop("{name}, no files yet, to {folder}"),
        _noop("{name}: {link} and {n} more, to {folder}"),
        _noop("{name}: {link}, to {folder}"),
    ),
    TimelineKind.STATE: (_noop("{code}: {code_why}"), "{code}"),
    TimelineKind.RECONNECTED: (
        _noop("{text}; {n} others go on"),
        _noop("the computer slept, or Holdfast stood still, for {seconds}"),
        "{code}",
    ),
    TimelineKind.REFUSED: (_noop("{text}; {n} others go on"), "{code}"),
    TimelineKind.RESUMED: ("{bytes}",),
    TimelineKind.ERROR: (
        "{code} ({code_where}, {number}): {detail}",
        "{code} ({code_where}, {number})",
        "{code} ({code_where}): {detail}",
        "{code} ({code_where})",
    ),
    TimelineKind.WAIT: (
        _noop("{text}; gives up in {seconds}"),
        "{seconds} to the next try after {code}",
        _noop("{seconds} to the next try"),
        "until the host is tried again after {code}",
        _noop("until the host is tried again"),
        "no further try after {code}: the server asks for {seconds}",
        _noop("no further try: the server asks for {seconds}"),
        "no further try after {code}: none fits before the end",
        _noop("no further try: none fits before the end"),
    ),
    TimelineKind.HOLD: ("until {code} is over", "{code} is over"),
    TimelineKind.SETTING: (
        _noop("gives up: never; at least {seconds} between tries"),
        _noop("gives up: after {seconds}; at least {seconds_between} between tries"),
        _noop("{n} more files"),
        _noop("moved: {code}"),
        _noop("moved: before {name}"),
        _noop("priority: {code}"),
        _noop("connections: {n}"),
        _noop("file {n} skipped"),
        _noop("file {n} wanted"),
        _noop("file {n} from another link: {link}"),
        "file {n} may come from {n_mirrors} mirrors",
        _noop("file {n} renamed: {name}"),
        _noop("speed limit: none"),
        _noop("speed limit: {rate}"),
        _noop("maximum download time: none"),
        _noop("maximum download time: {seconds}"),
        _noop("metered networks: {code}"),
        _noop("runs on any network"),
        _noop("no keyring: its sign-in and headers are kept until Holdfast ends"),
        _noop("no keyring gives its sign-in and headers: they were not kept"),
        _noop("trusts a certificate of {server} no longer"),
        _noop("trusts a certificate of {server}"),
        _noop("certificate authorities: the system’s"),
        _noop("certificate authorities: {path}"),
        _noop("client certificate: none"),
        _noop("client certificate: {path}"),
        _noop("proxy: none"),
        _noop("proxy: as the settings say"),
        _noop("proxy: {address}"),
        _noop("a server may lead from https to http"),
        _noop("a server must not lead from https to http"),
    ),
    TimelineKind.SOURCE_DROPPED: (
        _noop("{host} is used no more ({code}): {detail}"),
        _noop("{host} is used no more ({code})"),
    ),
    TimelineKind.PIECE_REJECTED: (_noop("{bytes} at {at} are fetched again"),),
    TimelineKind.METALINK: (
        _noop("kept as it is: {reason}"),
        _noop("it tells of {n} files"),
    ),
    TimelineKind.CHECKED: (
        _noop("{algorithm} matches the checksum that was given"),
        _noop("{algorithm} matches {source}"),
        _noop("digests of pieces that cannot be those of the file, passed over: {n}"),
    ),
    TimelineKind.FINISHED: (
        _noop("not fetched: the server still has the version that is here"),
        _noop("{text}; only the end of the connection told that this is all"),
        _noop("{text}; nothing to check it against"),
        _noop("{bytes} in {seconds}, {rate}"),
        _noop("{bytes} in {seconds}"),
    ),
    TimelineKind.DISCARDED: (_noop("{name} is in the trash"),),
}
# Notes whose codes become more than one word, or whose number may be one, and do not fit where
# they stand.
_BETTER = {
    "file {n} may come from {n_mirrors} mirrors": _noop(
        "file {n}, other servers that have it: {n_mirrors}"
    ),
    "until {code} is over": _noop("until this is over: {code}"),
    "{code} is over": _noop("over: {code}"),
    "{seconds} to the next try after {code}": _noop("{seconds} to the next try: {code}"),
    "until the host is tried again after {code}": _noop("until the host is tried again: {code}"),
    "no further try after {code}: the server asks for {seconds}": _noop(
        "no further try, because the server asks for {seconds}: {code}"
    ),
    "no further try after {code}: none fits before the end": _noop(
        "no further try, because none fits before the end: {code}"
    ),
}
_OF_ALL_KINDS = (_noop("{n} more, which are not told one by one"),)
_OF_ONE_FILE = Pattern("{name}: {text}")


def kind_word(kind: TimelineKind) -> str:
    """What happened, in a word or two."""
    return _tr(_KINDS[kind])


def told(entry: TimelineEntry) -> str:
    """What the note of the entry says."""
    return _told(entry.kind, entry.text)


def is_known(entry: TimelineEntry) -> bool:
    """Whether there are words for it, not only for parts of it."""
    return _known(entry.kind, entry.text) is not None


def _told(kind: TimelineKind, text: str) -> str:
    words = _known(kind, text)
    return formatting.one_line(text) if words is None else words


def _known(kind: TimelineKind, text: str) -> str | None:
    for pattern in _patterns(kind):
        gaps = pattern.gaps(text)
        if gaps is not None and _are_codes(gaps):
            filled = {name: _filled(kind, name, value) for name, value in gaps.items()}
            return _tr(_BETTER.get(pattern.source, pattern.source)).format_map(filled)
    if engine_words.is_known(text):
        return engine_words.told(text)
    return _of_one_file(kind, text)


def _of_one_file(kind: TimelineKind, text: str) -> str | None:
    """Where a job has several files, the one that is meant stands before the note."""
    gaps = _OF_ONE_FILE.gaps(text)
    words = _known(kind, gaps["text"]) if gaps else None
    return about(formatting.one_line(gaps["name"]), words) if gaps and words else None


@functools.cache
def _patterns(kind: TimelineKind) -> Sequence[Pattern]:
    return [Pattern(source) for source in (*_NOTES.get(kind, ()), *_OF_ALL_KINDS)]


def _are_codes(gaps: Mapping[str, str]) -> bool:
    """Where an error arose has no word of its own; all other codes have one."""
    return all(
        value in _CODES
        for name, value in gaps.items()
        if name.startswith("code") and name != "code_where"
    )


def _filled(kind: TimelineKind, name: str, value: str) -> str:
    match name.partition("_")[0]:
        case "code":
            return _tr(_CODES.get(value, value))
        case "seconds":
            return formatting.duration(float(value.removesuffix(" s")))
        case "bytes":
            return formatting.size(int(value.removesuffix(" bytes")))
        case "rate":
            return formatting.rate(int(value.removesuffix(" bytes/s")))
        case "n":
            return QLocale().toString(int(value))
        case "text":
            return _told(kind, value)
    return formatting.one_line(value)
