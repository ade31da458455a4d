"""What a new link for an unfinished file means, by what its server told of it."""

from __future__ import annotations

from typing import NamedTuple

from engine import FileSnapshot, Probe, Validator
from gui import formatting
from gui.formatting import Tone
from gui.translation import translate


class Verdict(NamedTuple):
    """One sentence, and whether it is good news."""

    sentence: str
    tone: Tone


def _tr(text: str) -> str:
    return translate("link_verdict", text)


def judge(file: FileSnapshot, probe: Probe) -> Verdict:
    """Whether what is here of the file can stay."""
    if probe.error is not None:
        words = _tr("That link does not work at the moment: {reason}.")
        return Verdict(words.format(reason=formatting.reason(probe.error)), Tone.GAVE_UP)
    if file.size is not None and probe.size is not None and probe.size != file.size:
        words = _tr("That is another file: {there} there, {here} here. It starts over.")
        sizes = {"there": formatting.size(probe.size), "here": formatting.size(file.size)}
        return Verdict(words.format(**sizes), Tone.RETRYING)
    if is_other_version(file.validator, probe):
        return Verdict(
            _tr("The server there has another version of the file. It starts over."), Tone.RETRYING
        )
    if not file.bytes_present:
        return Verdict(_tr("That link works. {size}.").format(size=_size(probe)), Tone.DONE)
    if not probe.is_resumable:
        return Verdict(
            _tr("That server cannot send the rest of a file alone. It starts over."), Tone.RETRYING
        )
    return _fits(file, probe)


def _fits(file: FileSnapshot, probe: Probe) -> Verdict:
    here = formatting.size(file.bytes_present)
    if file.validator.etag is not None and file.validator.etag == probe.etag:
        words = _tr("The same version of the same file. It goes on at {size}.")
    elif file.size is not None and probe.size is not None:
        words = _tr("The size is the same. It goes on at {size} if it is the same version.")
    else:
        words = _tr("It goes on at {size} if it is the same version.")
    return Verdict(words.format(size=here), Tone.DONE)


def is_other_version(known: Validator, probe: Probe) -> bool:
    """Whether the server has another version than the one of which bytes are here."""
    if known.etag is not None and probe.etag is not None:
        return known.etag != probe.etag
    both = known.last_modified is not None and probe.last_modified is not None
    return both and known.last_modified != probe.last_modified


def _size(probe: Probe) -> str:
    return _tr("Size unknown") if probe.size is None else formatting.size(probe.size)
