"""What a new link for an unfinished file means, by what its server told of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from engine import Exchange, FileSnapshot, Probe
from gui import formatting
from gui.formatting import Tone
from gui.translation import translate


class Version(NamedTuple):
    """How a server named the version of a file: its ETag and Last-Modified, where it sent any."""

    etag: str | None = None
    last_modified: str | None = None


class Verdict(NamedTuple):
    """One sentence, and whether it is good news."""

    sentence: str
    tone: Tone


def _tr(text: str) -> str:
    return translate("link_verdict", text)


def known_version(exchanges: Iterable[Exchange], file_number: int) -> Version:
    """The version of which bytes are here, as far as its server's last good answer told."""
    for exchange in reversed(list(exchanges)):
        if exchange.file_number == file_number and exchange.status in (200, 206):
            heads = {name.lower(): value for name, value in exchange.received}
            return Version(heads.get("etag"), heads.get("last-modified"))
    return Version()


def judge(file: FileSnapshot, probe: Probe, known: Version) -> Verdict:
    """Whether what is here of the file can stay."""
    if probe.error is not None:
        words = _tr("That link does not work at the moment: {reason}.")
        return Verdict(words.format(reason=formatting.reason(probe.error)), Tone.GAVE_UP)
    if file.size is not None and probe.size is not None and probe.size != file.size:
        words = _tr("That is another file: {there} there, {here} here. It starts over.")
        sizes = {"there": formatting.size(probe.size), "here": formatting.size(file.size)}
        return Verdict(words.format(**sizes), Tone.RETRYING)
    if _is_other(known, probe):
        return Verdict(
            _tr("The server there has another version of the file. It starts over."), Tone.RETRYING
        )
    if not file.bytes_present:
        return Verdict(_tr("That link works. {size}.").format(size=_size(probe)), Tone.DONE)
    if not probe.is_resumable:
        return Verdict(
            _tr("That server cannot send the rest of a file alone. It starts over."), Tone.RETRYING
        )
    return _fits(file, probe, known)


def _fits(file: FileSnapshot, probe: Probe, known: Version) -> Verdict:
    here = formatting.size(file.bytes_present)
    if known.etag is not None and known.etag == probe.etag:
        words = _tr("The same version of the same file. It goes on at {size}.")
    elif file.size is not None and probe.size is not None:
        words = _tr("The size is the same. It goes on at {size} if it is the same version.")
    else:
        words = _tr("It goes on at {size} if it is the same version.")
    return Verdict(words.format(size=here), Tone.DONE)


def _is_other(known: Version, probe: Probe) -> bool:
    if known.etag is not None and probe.etag is not None:
        return known.etag != probe.etag
    both = known.last_modified is not None and probe.last_modified is not None
    return both and known.last_modified != probe.last_modified


def _size(probe: Probe) -> str:
    return _tr("Size unknown") if probe.size is None else formatting.size(probe.size)
