"""Errors and refusals in plain words: one sentence for each kind, which names its subject.

Codes are not among the words; they live in the details and in `--json`.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

from engine import (
    ErrorKind,
    InvalidStateError,
    JobError,
    JobEvent,
    JobState,
    MeteredPolicy,
    NoSuchJobError,
)
from gui.engine_words import told
from gui.foreign_text import one_line
from gui.needs import is_downgrade, was_sign_in_refused
from gui.translation import about, translate

_DIGITS_SHOWN = 8


def _tr(text: str) -> str:
    return translate("error_words", text)


def _noop(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("error_words", text))


def _wish(text: str) -> str:
    """What is not possible; other languages say it otherwise than what is."""
    return str(QT_TRANSLATE_NOOP("error_words: wishes", text))


# With a subject and without one. They begin with a small letter: they also follow a colon.
_REASONS: Mapping[ErrorKind, tuple[str, str]] = {
    ErrorKind.TIMED_OUT: (
        _noop("no answer from {subject}"),
        _noop("no answer from the server"),
    ),
    ErrorKind.CONNECTION_REFUSED: (
        _noop("{subject} refused the connection"),
        _noop("the server refused the connection"),
    ),
    ErrorKind.CONNECTION_LOST: (
        _noop("the connection to {subject} broke"),
        _noop("the connection to the server broke"),
    ),
    ErrorKind.NAME_NOT_RESOLVED: (
        _noop("could not resolve {subject}"),
        _noop("could not resolve the server's name"),
    ),
    ErrorKind.NETWORK_UNREACHABLE: (
        _noop("no way through the network to {subject}"),
        _noop("no way through the network to the server"),
    ),
    ErrorKind.PROXY_FAILED: (
        _noop("could not get through the proxy {subject}"),
        _noop("could not get through the proxy"),
    ),
    ErrorKind.SERVER_BUSY: (_noop("the server is busy"), _noop("the server is busy")),
    ErrorKind.SERVER_ERROR: (
        _noop("{subject} reports an error of its own"),
        _noop("the server reports an error of its own"),
    ),
    ErrorKind.ANSWER_MALFORMED: (
        _noop("the answer of {subject} made no sense"),
        _noop("the answer of the server made no sense"),
    ),
    ErrorKind.FILE_CHANGED: (
        _noop("the file changed on the server, so it starts over"),
        _noop("the file changed on the server, so it starts over"),
    ),
    ErrorKind.RANGE_WRONG: (
        _noop("{subject} sent another part of the file than asked for, so it starts over"),
        _noop("the server sent another part of the file than asked for, so it starts over"),
    ),
    ErrorKind.TOO_MANY_OPEN_FILES: (
        _noop("too many files are open on this computer"),
        _noop("too many files are open on this computer"),
    ),
    ErrorKind.DISK_FULL: (_noop("no space left in {subject}"), _noop("no space left on the disk")),
    ErrorKind.DISK_AWAY: (
        _noop("the drive that holds {subject} is gone"),
        _noop("the drive that holds the folder is gone"),
    ),
    ErrorKind.FOLDER_NOT_WRITABLE: (
        _noop("no permission to write in {subject}"),
        _noop("no permission to write in the folder"),
    ),
    ErrorKind.OFFLINE: (_noop("this computer is offline"), _noop("this computer is offline")),
    ErrorKind.CAPTIVE_PORTAL: (
        _noop("the network wants you to sign in first, in a web browser"),
        _noop("the network wants you to sign in first, in a web browser"),
    ),
    ErrorKind.METERED: (_noop("metered network"), _noop("metered network")),
    ErrorKind.NOT_FOUND: (
        _noop("there is no such file on {subject}"),
        _noop("there is no such file on the server"),
    ),
    ErrorKind.ACCESS_DENIED: (
        _noop("{subject} does not give access to this file"),
        _noop("the server does not give access to this file"),
    ),
    ErrorKind.CREDENTIALS_NEEDED: (
        _noop("{subject} asks for a user name and a password"),
        _noop("the server asks for a user name and a password"),
    ),
    ErrorKind.PROXY_CREDENTIALS_NEEDED: (
        _noop("the proxy {subject} asks for a user name and a password"),
        _noop("the proxy asks for a user name and a password"),
    ),
    ErrorKind.PROXY_UNUSABLE: (
        _noop("the address of the proxy cannot be used: {subject}"),
        _noop("the address of the proxy cannot be used"),
    ),
    ErrorKind.REQUEST_REFUSED: (
        _noop("{subject} refused the request"),
        _noop("the server refused the request"),
    ),
    ErrorKind.REDIRECT_REFUSED: (
        _noop("the server sent us on to {subject}, which is not followed"),
        _noop("the server sent us on to a place that is not followed"),
    ),
    ErrorKind.CERTIFICATE_REJECTED: (
        _noop("the certificate of {subject} cannot be trusted"),
        _noop("the certificate of the server cannot be trusted"),
    ),
    ErrorKind.CLIENT_CERTIFICATE_NEEDED: (
        _noop("{subject} wants a client certificate"),
        _noop("the server wants a client certificate"),
    ),
    ErrorKind.TLS_FAILED: (
        _noop("no secure connection to {subject}"),
        _noop("no secure connection to the server"),
    ),
    ErrorKind.LINK_UNUSABLE: (
        _noop("this link cannot be used: {subject}"),
        _noop("this link cannot be used"),
    ),
    ErrorKind.WEB_PAGE_INSTEAD: (
        _noop("{subject} sent a web page instead of the file"),
        _noop("the server sent a web page instead of the file"),
    ),
    ErrorKind.CONTENT_ENCODED: (
        _noop("{subject} sent the file packed in a way that cannot be undone safely"),
        _noop("the server sent the file packed in a way that cannot be undone safely"),
    ),
    ErrorKind.FILE_TOO_LARGE: (
        _noop("the file is larger than the drive of {subject} can hold"),
        _noop("the file is larger than the drive can hold"),
    ),
    ErrorKind.CHECKSUM_MISMATCH: (
        _noop("the checksum does not match: {subject}"),
        _noop("the checksum does not match"),
    ),
    ErrorKind.SIZE_MISMATCH: (
        _noop("the file on {subject} is not as large as the Metalink says"),
        _noop("the file is not as large as the Metalink says"),
    ),
    ErrorKind.CHECKSUM_MISSING: (
        _noop("{subject} does not say what checksum this file has"),
        _noop("the checksum file does not say what checksum this file has"),
    ),
    ErrorKind.DISK_FAILED: (
        _noop("the drive failed to read or write {subject}"),
        _noop("the drive failed to read or write the file"),
    ),
    ErrorKind.DOWNLOAD_TIME_OVER: (
        _noop("its time for downloading is used up; Resume gives it the same time again"),
        _noop("its time for downloading is used up; Resume gives it the same time again"),
    ),
    ErrorKind.INACTIVE: (
        _noop("nobody had looked after it for too long; what was here of it is in the trash"),
        _noop("nobody had looked after it for too long; what was here of it is in the trash"),
    ),
    ErrorKind.UNEXPECTED: (
        _noop("Holdfast met something it does not know ({subject}); please report it"),
        _noop("Holdfast met something it does not know; please report it"),
    ),
}

_ASKS_ABOUT_METERED = _noop("metered network, and it asks you first")
_DOWNGRADE = _noop("the server sent us on to a link without encryption")
_SIGN_IN_REFUSED = _noop("{subject} refused the sign-in")
_PROXY_SIGN_IN_REFUSED = _noop("the proxy {subject} refused the sign-in")

_STATE_WORDS: Mapping[JobState, str] = {
    JobState.QUEUED: _noop("waiting"),
    JobState.CONNECTING: _noop("connecting"),
    JobState.TRANSFERRING: _noop("active"),
    JobState.SUSPENDED: _noop("paused"),
    JobState.ERROR: _noop("failed"),
    JobState.TRANSIENT_ERROR: _noop("retrying"),
    JobState.TRANSFERRED: _noop("transferred"),
    JobState.ACKNOWLEDGED: _noop("done"),
    JobState.CANCELLED: _noop("cancelled"),
}

_COMMANDS: Mapping[JobEvent, str] = {
    JobEvent.RESUME: _wish("resumed"),
    JobEvent.RETRY: _wish("retried"),
    JobEvent.SUSPEND: _wish("paused"),
    JobEvent.CANCEL: _wish("cancelled"),
    JobEvent.COMPLETE: _wish("completed"),
    JobEvent.CHANGE: _wish("changed"),
}


def state_word(state: JobState) -> str:
    """The state in one word."""
    return _tr(_STATE_WORDS[state])


def reason(error: JobError, *, in_full: bool = False) -> str:
    """Why, to follow a colon or a dot: "the server is busy (503)".

    Of checksums the first digits are shown, all of them `in_full`.
    """
    if asks_about_metered(error):
        return _tr(_ASKS_ABOUT_METERED)
    if is_downgrade(error):
        return _tr(_DOWNGRADE)
    named, unnamed = _REASONS[error.kind]
    if was_sign_in_refused(error):
        is_proxy = error.kind is ErrorKind.PROXY_CREDENTIALS_NEEDED
        named = _PROXY_SIGN_IN_REFUSED if is_proxy else _SIGN_IN_REFUSED
    words = _tr(unnamed)
    if error.subject:
        words = _tr(named).format(subject=_subject(error, None if in_full else _DIGITS_SHOWN))
    return f"{words} ({error.http_status})" if error.http_status is not None else words


def asks_about_metered(error: JobError) -> bool:
    """Whether the job waits for a person to say that it may use a metered network."""
    return error.kind is ErrorKind.METERED and error.detail == MeteredPolicy.ASK.value


def _subject(error: JobError, digits: int | None) -> str:
    subject = one_line(error.subject)
    wanted, blank, rest = subject.partition(" ")
    if error.kind is ErrorKind.CHECKSUM_MISMATCH and blank:
        found, _, source = rest.partition(" ")
        words = _tr("{found} instead of {wanted}").format(
            found=_first(digits, found), wanted=_first(digits, wanted)
        )
        return f"{words} ({source})" if source else words
    return subject


def _first(digits: int | None, value: str) -> str:
    return value if digits is None or len(value) <= digits else value[:digits] + "…"


def error_sentence(error: JobError, *, in_full: bool = False) -> str:
    """The error as a sentence of its own: "Could not resolve files.example.org"."""
    words = reason(error, in_full=in_full)
    begins_with_subject = error.subject and words.startswith(one_line(error.subject))
    return words if begins_with_subject else words[0].upper() + words[1:]


def refusal(error: Exception) -> str:
    """Why a command was refused, as a sentence."""
    if isinstance(error, InvalidStateError):
        state = state_word(error.state)
        wish = translate("error_words: wishes", _COMMANDS.get(error.event, _wish("changed")))
        return _tr("This job is {state} and cannot be {wish} any more.").format(
            state=state, wish=wish
        )
    if isinstance(error, NoSuchJobError):
        return _tr("This job is no longer in the list.")
    if isinstance(error, OSError) and error.strerror:
        if error.filename is None:
            return error.strerror
        return about(one_line(str(error.filename)), error.strerror)
    return told(str(error))
