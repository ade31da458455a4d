"""Certificates in words: whose they are, who vouches for them, until when, and what is wrong.

Pure functions. Names in a certificate are whatever its maker wrote: they come out fit to be shown.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QDateTime, QLocale
from PySide6.QtNetwork import QSsl, QSslCertificate

from gui.foreign_text import one_line
from gui.translation import translate

_PAIRS_A_LINE = 16
_MOST_NAMES = 12
_LONGEST_NAME = 200


def _noop(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("certificates", text))


def _tr(text: str) -> str:
    return translate("certificates", text)


class Certificate(NamedTuple):
    """One certificate of a chain. `sha256` is in hex, small letters, without gaps."""

    subject: str
    issuer: str
    valid_from: QDateTime
    valid_to: QDateTime
    names: tuple[str, ...]
    sha256: str
    is_readable: bool = True


def read(der: bytes) -> Certificate:
    """The certificate; one that cannot be read has its fingerprint at least."""
    sha256 = hashlib.sha256(der).hexdigest()
    seen = QSslCertificate(der, QSsl.EncodingFormat.Der)
    if seen.isNull():
        empty = QDateTime()
        return Certificate(_tr("not readable"), "", empty, empty, (), sha256, is_readable=False)
    subject, issuer = _in_full(seen, of_issuer=False), _in_full(seen, of_issuer=True)
    return Certificate(
        subject,
        _tr("itself") if seen.isSelfSigned() else issuer,
        seen.effectiveDate(),
        seen.expiryDate(),
        _names(seen),
        sha256,
    )


def date(moment: QDateTime) -> str:
    """Day and minute, as the person writes them; the year in full."""
    if not moment.isValid():
        return ""
    here, locale = moment.toLocalTime(), QLocale()
    day = locale.toString(here.date(), _tr("d MMM yyyy"))
    return f"{day} {locale.toString(here.time(), QLocale.FormatType.ShortFormat)}"


def names(certificate: Certificate) -> str:
    """The names it is for; of very many the first."""
    shown = list(certificate.names[:_MOST_NAMES])
    if len(certificate.names) > _MOST_NAMES:
        shown.append("…")
    return ", ".join(shown)


def fingerprint(certificate: Certificate) -> str:
    """In pairs, two lines of them: as other programs show it, so that it can be compared."""
    pairs = [certificate.sha256[at : at + 2].upper() for at in range(0, 64, 2)]
    lines = [pairs[at : at + _PAIRS_A_LINE] for at in range(0, len(pairs), _PAIRS_A_LINE)]
    return "\n".join(":".join(line) for line in lines)


# --- what is wrong -------------------------------------------------------------------------------

_OTHER_THAN_BEFORE = _noop(
    "This is not the certificate that you have trusted for this job: the server shows another one."
)
_UNKNOWN = _noop("Its certificate cannot be trusted.")
_IN_ORDER = _noop("Its certificate is in order now.")
# By the words of the engine and of OpenSSL, in the order in which they are looked for.
_PROBLEMS: Mapping[str, str] = {
    r"another certificate": _OTHER_THAN_BEFORE,
    r"has expired": _noop("Its certificate has expired."),
    r"not yet valid|not valid yet": _noop(
        "Its certificate is not valid yet. Is the clock of this computer right?"
    ),
    r"self.signed certificate in": _noop(
        "Its certificate is signed by an authority that this computer does not know."
    ),
    r"self.signed|vouches for itself": _noop(
        "It has made its certificate itself: nobody else vouches for it."
    ),
    r"another name|another address|mismatch|not valid for|doesn.t match": _noop(
        "Its certificate is for another name than that of the server."
    ),
    r"nobody whom|unable to get|local issuer|unknown ca|untrusted": _noop(
        "Its certificate is signed by an authority that this computer does not know."
    ),
    r"no secure connection": _noop("No secure connection comes about, whatever is trusted."),
    r"revoked": _noop("Its certificate has been revoked by the authority that signed it."),
    r"too weak|md too|key too|small": _noop(
        "Its certificate is made in an outdated way that can be forged."
    ),
}


def problem_in_words(problem: str, *, differs_from_pin: bool = False) -> str:
    """Why the certificate is not trusted, in a sentence; `problem` is what the engine was told."""
    if not problem:
        return _tr(_IN_ORDER)
    if differs_from_pin:
        return _tr(_OTHER_THAN_BEFORE)
    for words, sentence in _PROBLEMS.items():
        if re.search(words, problem, re.IGNORECASE):
            return _tr(sentence)
    return _tr(_UNKNOWN)


def differs_from_pin(pins: Sequence[str], server: str, sha256: str) -> bool:
    """Whether another certificate of `server` ("host:port") is trusted than this one."""
    of_server = [pin.partition(" ")[2] for pin in pins if pin.partition(" ")[0] == server]
    return bool(of_server) and sha256 not in of_server


# --- inside --------------------------------------------------------------------------------------

_Info = QSslCertificate.SubjectInfo


def _in_full(seen: QSslCertificate, *, of_issuer: bool) -> str:
    """The name and the organisation, as far as there are any."""
    look = seen.issuerInfo if of_issuer else seen.subjectInfo
    parts = [*look(_Info.CommonName), *look(_Info.Organization)]
    if not parts:
        parts = [*look(_Info.OrganizationalUnitName), *look(_Info.CountryName)]
    shown = dict.fromkeys(one_line(part)[:_LONGEST_NAME] for part in parts if part.strip())
    return ", ".join(shown) or _tr("without a name")


def _names(seen: QSslCertificate) -> tuple[str, ...]:
    found = seen.subjectAlternativeNames()
    kinds = (QSsl.AlternativeNameEntryType.DnsEntry, QSsl.AlternativeNameEntryType.IpAddressEntry)
    listed = [name for kind in kinds for name in found.get(kind, ())]
    return tuple(one_line(name)[:_LONGEST_NAME] for name in listed)
