"""What the engine says in sentences of its own, in the language of the window.

The engine knows no languages: its refusals, and why a file began anew, are English. Here are all
of them as patterns; what stands in the gaps is kept, or is a sentence that is translated in turn.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.foreign_text import one_line
from gui.translation import translate

_GAP = re.compile(r"\{(\w+)\}")
# The name of a gap, up to an underscore, says what fits it; units belong to their numbers.
_FORMS = {
    "n": r"\d+",
    "seconds": r"[\d.e+]+ s",
    "bytes": r"\d+ bytes",
    "rate": r"\d+ bytes/s",
    "code": r"[\w -]+",
}


def _tr(text: str) -> str:
    return translate("engine_words", text)


def _noop(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("engine_words", text))


SENTENCES = (
    # Links.
    _noop("A link begins with http:// or https://."),
    _noop("Only http and https links can be transferred, not {scheme}."),
    _noop("The link contains control characters."),
    _noop("The link is longer than any server takes."),
    _noop("The link names no host."),
    _noop("The port in the link is not a number."),
    _noop("The port in the link is not between 1 and 65535."),
    _noop("The host in the link contains a percent sign."),
    _noop("The host in the link contains a space."),
    _noop("The host in the link contains characters that host names cannot have."),
    _noop("The host in the link is not a valid IP address."),
    # What a job may be.
    _noop("There is no link to fetch."),
    _noop("The job has no files yet."),
    _noop("The job has no file {n}."),
    _noop("The file is here already."),
    _noop("It is the last file of the job; cancel the job instead."),
    _noop("A job may have {n} files, and this one would have {n_wanted}."),
    _noop("There are {n} jobs already, as many as there may be."),
    _noop("That job stands in another line."),
    _noop("A speed limit cannot be negative."),
    _noop("A file needs one connection at least."),
    _noop("The longest time for a download must be more than 0."),
    _noop("a no-progress timeout cannot be negative"),
    _noop("A header has characters that no header can have."),
    # Checksums.
    _noop("A checksum is written ALGORITHM:DIGITS, the digits being 0-9 and a-f."),
    _noop("The checksum's algorithm is missing; write it as in sha256:DIGITS."),
    _noop("The checksum's algorithm {name} is not known; these are: {known}."),
    _noop("A {name} checksum has {n} digits, not {n_given}."),
    _noop("A crc32c checksum needs the package google-crc32c (or crc32c), which is not installed."),
    _noop("cannot read the checksum file {path}: {reason}"),
    _noop("{path} is too large to be a checksum file"),
    _noop("{path} holds no checksums that can be used"),
    # Folders and files.
    _noop("cannot make the folder {path}: {reason}"),
    _noop("cannot write to the folder {path}"),
    _noop("There are no certificates (PEM) in {path}."),
    _noop("Cannot read {path}: {reason}."),
    _noop("the job list cannot be written: {reason}"),
    _noop("These settings cannot be: {reason}."),
    _noop("There is already something called {name}."),
    _noop("{path} is no longer where it was put."),
    _noop("{name} cannot be renamed: {reason}."),
    _noop("A file needs a name."),
    _noop("The file is just being given its name; try again in a moment."),
    _noop("Its files are just being given their names; try again."),
    _noop("The trash does not take {names} and {n} more."),
    _noop("The trash does not take {names}."),
    # Sign-ins, and who may see what.
    _noop("{path} belongs to another user ({user})."),
    _noop(
        "Everybody can put another folder in the place of {path}: {folder} can be written by all."
    ),
    _noop("Others can write to {path}; `chmod go-w` takes that from them."),
    _noop("Line {line} of {path} cannot be read."),
    _noop("{path} is no text."),
    _noop("{path} belongs to another user, and its passwords are not used."),
    _noop("Others can read {path}, and its passwords are not used; `chmod 600` mends that."),
    _noop("No proxy asks this job for a sign-in."),
    _noop("This is no fingerprint of a certificate."),
    _noop("Save the sign-in for the proxy by itself, not in its address."),
    _noop("no way to sign in is known for {names}"),
    _noop("there is no way to sign in with {name}"),
    _noop("{name} cannot be answered ({reason})"),
    _noop("the token holds characters that no token can have"),
    _noop("the server does not go on with NTLM"),
    _noop('signing in with {name} needs the extra "{extra}": {order}'),
    # Proxies.
    _noop("The sign-in of a proxy belongs in the keyring, not in its address."),
    _noop("The address of the proxy is missing."),
    _noop("The address of a proxy ends with its port."),
    _noop(
        "The address of a proxy begins with http://, https://, socks5:// or socks5h://, not with "
        "{scheme}://."
    ),
    _noop("SOCKS4 proxies cannot be used; many of them speak SOCKS5 as well: socks5://."),
    _noop("The address of the proxy names no host."),
    _noop("The port in the address of the proxy is not a number."),
    _noop("The port in the address of the proxy is not between 1 and 65535."),
    _noop("The host in the address of the proxy contains a percent sign."),
    _noop("The host in the address of the proxy contains a space."),
    _noop("The host in the address of the proxy contains characters that host names cannot have."),
    _noop("The host in the address of the proxy is not a valid IP address."),
    _noop("Neither a host nor a network of hosts: {text}"),
    # Client certificates.
    _noop("The client certificate {path} cannot be read: {reason}."),
    _noop("The client certificate {path} cannot be used."),
    _noop("The client certificate {path} cannot be opened with this password."),
    _noop("The client certificate {path} cannot be opened without its password."),
    _noop("The key in {path} does not belong to the certificate in it."),
    _noop("{path} holds no client certificate, neither PEM nor PKCS#12."),
    _noop("{path} does not hold a client certificate together with its key."),
    _noop("The server cannot be looked at: {reason}"),
    _noop("Nothing on the way to the server is encrypted."),
    # Metalinks.
    _noop("The digests of the file's pieces are not whole."),
    _noop("It is larger than a Metalink may be ({n} MiB)."),
    _noop("It is no Metalink."),
    _noop("The Metalink has no file with an http or https link."),
    _noop("It has a DTD or entities, which no Metalink needs."),
    _noop("It is no well-formed XML."),
    _noop("It is built in a way that no Metalink is."),
    _noop("It has more than {n} files."),
    # Why a file began anew.
    _noop("the file is not the promised one; now from {host} alone"),
    _noop("the part file is missing or was changed"),
    _noop("the file changed on the server"),
    _noop("the server sent another range than was asked for"),
    _noop("the server sent the whole file instead of the rest"),
)


class Pattern:
    """An English sentence with gaps in braces."""

    def __init__(self, source: str) -> None:
        self.source = source
        pieces = _GAP.split(source)
        for place, name in enumerate(pieces):
            if place % 2:
                pieces[place] = f"(?P<{name}>{_FORMS.get(name.partition('_')[0], '.+?')})"
            else:
                pieces[place] = re.escape(name)
        self._form = re.compile("".join(pieces), re.DOTALL)

    def gaps(self, text: str) -> dict[str, str] | None:
        """What stands in the gaps of `text`; None for another sentence."""
        match = self._form.fullmatch(text)
        return match.groupdict() if match else None


@functools.cache
def _patterns() -> Sequence[Pattern]:
    return [Pattern(source) for source in SENTENCES]


def is_known(text: str) -> bool:
    """Whether `told` has words for it."""
    return any(pattern.gaps(text) is not None for pattern in _patterns())


def told(text: str) -> str:
    """The sentence in the window's language; as it is where it is not known. Fit to be shown."""
    if _tr(SENTENCES[0]) == SENTENCES[0]:
        return one_line(text)
    for pattern in _patterns():
        gaps = pattern.gaps(text)
        if gaps is not None:
            shown = {name: one_line(words) for name, words in gaps.items()}
            return _tr(pattern.source).format_map(shown)
    return one_line(text)
