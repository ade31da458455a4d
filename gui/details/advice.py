"""What a person can do about each kind of error, and the one deed that a button offers for it."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP

from engine import ErrorKind, JobEvent, JobSnapshot, JobState
from gui.needs import is_downgrade, need_of
from gui.translation import translate


class Deed(enum.Enum):
    """What the button under an advice does."""

    RETRY = "try again now"
    CHANGE_LINK = "give it another link"
    SHOW_FOLDER = "look at the folder"
    RUN_ANYWAY = "run on any network"
    SIGN_IN = "sign in"
    SHOW_CERTIFICATE = "look at the certificate"
    ALLOW_DOWNGRADE = "go on without encryption"
    SHOW_PROPERTIES = "change what is chosen for it"


class Advice(NamedTuple):
    """A sentence or two for the person, and the deed that goes with them, if one does."""

    text: str
    deed: Deed | None


def _noop(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("details_advice", text))


def _tr(text: str) -> str:
    return translate("details_advice", text)


_ADVICE: Mapping[ErrorKind, Advice] = {
    ErrorKind.TIMED_OUT: Advice(
        _noop("Many servers are slow for a while. If it stays so, take a link to another server."),
        Deed.RETRY,
    ),
    ErrorKind.CONNECTION_REFUSED: Advice(
        _noop("The server may be starting up or closed for a while. Check the port in the link."),
        Deed.RETRY,
    ),
    ErrorKind.CONNECTION_LOST: Advice(
        _noop("What is here is kept. If it keeps breaking, look at your network first."),
        Deed.RETRY,
    ),
    ErrorKind.NAME_NOT_RESOLVED: Advice(
        _noop("Check the name in the link, and whether other pages open in your web browser."),
        Deed.RETRY,
    ),
    ErrorKind.NETWORK_UNREACHABLE: Advice(
        _noop("Check the network of this computer, a VPN, and the firewall."), Deed.RETRY
    ),
    ErrorKind.PROXY_FAILED: Advice(
        _noop("Check the proxy in the preferences, or in the network settings of this computer."),
        Deed.RETRY,
    ),
    ErrorKind.SERVER_BUSY: Advice(
        _noop("The server has asked us to come back later. Fewer connections may help."),
        Deed.RETRY,
    ),
    ErrorKind.SERVER_ERROR: Advice(
        _noop("Something went wrong on the server. If it stays so, tell those who run it."),
        Deed.RETRY,
    ),
    ErrorKind.ANSWER_MALFORMED: Advice(
        _noop("Something between here and the server may garble the answers, such as a proxy."),
        Deed.RETRY,
    ),
    ErrorKind.FILE_CHANGED: Advice(
        _noop("There is a new version of the file; it is fetched from the beginning."), Deed.RETRY
    ),
    ErrorKind.RANGE_WRONG: Advice(
        _noop("The server does not keep to the rules. If it goes on, use a single connection."),
        Deed.RETRY,
    ),
    ErrorKind.TOO_MANY_OPEN_FILES: Advice(
        _noop("Close other programs, or let fewer jobs run at the same time."), Deed.RETRY
    ),
    ErrorKind.DISK_FULL: Advice(
        _noop("Free some space there; it then goes on by itself."), Deed.SHOW_FOLDER
    ),
    ErrorKind.DISK_AWAY: Advice(_noop("Connect the drive again; it then goes on by itself."), None),
    ErrorKind.FOLDER_NOT_WRITABLE: Advice(
        _noop("Allow writing in the folder; it then goes on by itself."), Deed.SHOW_FOLDER
    ),
    ErrorKind.OFFLINE: Advice(_noop("It goes on by itself as soon as there is a network."), None),
    ErrorKind.CAPTIVE_PORTAL: Advice(
        _noop("Open a page in your web browser and sign in; it then goes on by itself."), None
    ),
    ErrorKind.METERED: Advice(
        _noop("It goes on by itself on another network, or here if you say so."), Deed.RUN_ANYWAY
    ),
    ErrorKind.NOT_FOUND: Advice(
        _noop("The file was moved, or the link has expired. With a new link it goes on."),
        Deed.CHANGE_LINK,
    ),
    ErrorKind.ACCESS_DENIED: Advice(
        _noop("The link may have expired or be meant for somebody else. Fetch a new one."),
        Deed.CHANGE_LINK,
    ),
    ErrorKind.CREDENTIALS_NEEDED: Advice(
        _noop("Sign in with what you got from those who run the server; it then goes on."),
        Deed.SIGN_IN,
    ),
    ErrorKind.PROXY_CREDENTIALS_NEEDED: Advice(
        _noop("Sign in with what you got from those who run the proxy; it then goes on."),
        Deed.SIGN_IN,
    ),
    ErrorKind.PROXY_UNUSABLE: Advice(
        _noop("Correct the address of the proxy; nothing goes around a proxy that is set."),
        Deed.RETRY,
    ),
    ErrorKind.REQUEST_REFUSED: Advice(
        _noop("The server does not like what it was asked. See the tab “Request” for its answer."),
        Deed.RETRY,
    ),
    ErrorKind.REDIRECT_REFUSED: Advice(
        _noop("Open the link in your web browser and copy the address that it ends up with."),
        Deed.CHANGE_LINK,
    ),
    ErrorKind.CERTIFICATE_REJECTED: Advice(
        _noop("Somebody may be listening in, its certificate is too old, or your clock is wrong."),
        Deed.SHOW_CERTIFICATE,
    ),
    ErrorKind.CLIENT_CERTIFICATE_NEEDED: Advice(
        _noop("Choose a certificate that the server knows in the properties of the job."),
        Deed.SHOW_PROPERTIES,
    ),
    ErrorKind.TLS_FAILED: Advice(
        _noop("The server speaks an outdated or a foreign kind of encryption. Try another server."),
        Deed.CHANGE_LINK,
    ),
    ErrorKind.LINK_UNUSABLE: Advice(
        _noop("Correct the link; what is here is kept."), Deed.CHANGE_LINK
    ),
    ErrorKind.WEB_PAGE_INSTEAD: Advice(
        _noop("The site may want you to sign in or to wait. Copy a fresh link from its page."),
        Deed.CHANGE_LINK,
    ),
    ErrorKind.CONTENT_ENCODED: Advice(
        _noop("Another server or another link may offer the file as it is."), Deed.CHANGE_LINK
    ),
    ErrorKind.FILE_TOO_LARGE: Advice(
        _noop("Add the link again with a folder on a drive that takes files of this size."), None
    ),
    ErrorKind.CHECKSUM_MISMATCH: Advice(
        _noop("What came is not what was promised. Check the checksum, or fetch the file again."),
        Deed.RETRY,
    ),
    ErrorKind.SIZE_MISMATCH: Advice(
        _noop(
            "One of them is of another version. Fetch the Metalink anew, or the file by its link."
        ),
        Deed.RETRY,
    ),
    ErrorKind.CHECKSUM_MISSING: Advice(
        _noop("The file of checksums does not name this file. Add the link again without it."),
        Deed.RETRY,
    ),
    ErrorKind.DISK_FAILED: Advice(
        _noop("Save what matters from this drive and have it checked. Then try again."),
        Deed.RETRY,
    ),
    ErrorKind.DOWNLOAD_TIME_OVER: Advice(
        _noop("Resume it, or let it take longer in its properties."), Deed.RETRY
    ),
    ErrorKind.INACTIVE: Advice(_noop("Add the link again if you still want the file."), None),
    ErrorKind.UNEXPECTED: Advice(
        _noop("Copy the tab “Timeline” and send it with your report. Another try does no harm."),
        Deed.RETRY,
    ),
}

_LABELS: Mapping[Deed, str] = {
    Deed.RETRY: _noop("Retry now"),
    Deed.CHANGE_LINK: _noop("Change link…"),
    Deed.SHOW_FOLDER: _noop("Show the folder"),
    Deed.RUN_ANYWAY: _noop("Run anyway"),
    Deed.SIGN_IN: _noop("Sign in…"),
    Deed.SHOW_CERTIFICATE: _noop("Show certificate…"),
    Deed.ALLOW_DOWNGRADE: _noop("Allow for this job"),
    Deed.SHOW_PROPERTIES: _noop("Properties…"),
}

_DOWNGRADE = Advice(
    _noop(
        "Others on the way could read and change what comes without encryption. Allow it only if "
        "that does no harm, or if you have a checksum."
    ),
    Deed.ALLOW_DOWNGRADE,
)
# What these do makes sense only for a job that stopped.
_FOR_STOPPED = frozenset({Deed.SIGN_IN, Deed.SHOW_CERTIFICATE, Deed.ALLOW_DOWNGRADE})

_WITH_ADVICE = (JobState.ERROR, JobState.TRANSIENT_ERROR, JobState.TRANSFERRED)


def advice_for(kind: ErrorKind) -> Advice:
    """The advice for an error of this kind, in the language of the person."""
    text, deed = _ADVICE[kind]
    return Advice(_tr(text), deed)


def advice(job: JobSnapshot) -> Advice | None:
    """What the person can do about the job's error; None where nothing is amiss.

    A deed is offered only where the engine accepts it.
    """
    if job.error is None or job.state not in _WITH_ADVICE:
        return None
    text, deed = advice_for(job.error.kind)
    if is_downgrade(job.error):
        text, deed = _tr(_DOWNGRADE.text), _DOWNGRADE.deed
    is_refused = (deed is Deed.RETRY and not job.accepts(JobEvent.RETRY)) or (
        deed in _FOR_STOPPED and need_of(job) is None
    )
    return Advice(text, None if is_refused else deed)


def label(deed: Deed) -> str:
    """What stands on the button."""
    return _tr(_LABELS[deed])
