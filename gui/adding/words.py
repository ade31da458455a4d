"""What the dialog says of links, of what is here of them already, and of what follows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP

from engine import Metalink
from gui import formatting
from gui.adding.duplicates import Choice, Duplicate, Same, fits
from gui.adding.judging import Judged, Wanted
from gui.adding.rows import Row, Tally
from gui.formatting import Tone
from gui.translation import translate


def _tr(text: str) -> str:
    return translate("adding", text)


def _noop(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("adding", text))


# --- one link ------------------------------------------------------------------------------------

_SAME: Mapping[Same, str] = {
    Same.LINK: _noop("Already in the list: {state}"),
    Same.NAME: _noop("A job in the list has this name: {state}"),
    Same.WAITING: _noop("A job in the list waits for this file: {state}"),
    Same.FILE: _noop("The folder already has a file of this name"),
}

_CHOICES: Mapping[Choice, str] = {
    Choice.NUMBER: _noop("Add with a number"),
    Choice.REPLACE: _noop("Replace what is here"),
    Choice.UPDATE: _noop("Go on with this link"),
    Choice.SHOW: _noop("Leave it out"),
}


def sentence(row: Row) -> tuple[str, Tone]:
    """What is known of a link, and the colour it is said in."""
    if not row.is_wanted:
        return _tr("Left out"), Tone.QUIET
    if row.duplicate is not None:
        return _already_here(row.duplicate), Tone.RETRYING
    if row.is_asked:
        return _tr("Asking {host}…").format(host=row.link.host_in_words), Tone.QUIET
    probe = row.probe
    if row.given is not None:
        # Whether it can be resumed, browsers do not tell.
        return formatting.joined(_places(row), _tr("sent by the browser")), Tone.QUIET
    if probe is None:
        return _places(row), Tone.QUIET
    if probe.error is not None:
        tone = Tone.RETRYING if probe.error.is_transient else Tone.GAVE_UP
        return formatting.error_sentence(probe.error), tone
    if row.metalink is not None:
        return formatting.joined(row.link.host_in_words, _about(row.metalink)), Tone.QUIET
    if probe.is_resumable:
        return formatting.joined(_places(row), _tr("can be resumed")), Tone.QUIET
    return formatting.joined(_places(row), _tr("cannot be resumed")), Tone.QUIET


def _places(row: Row) -> str:
    """Who is asked for it, and how many others have it too."""
    mirrors = len(row.told.mirrors.links) if row.told and row.told.mirrors else 0
    more = formatting.counted(mirrors, "1 more server", "{n} more servers") if mirrors else ""
    return formatting.joined(row.link.host_in_words, more)


def _about(metalink: Metalink) -> str:
    """What comes instead of a document that tells where files are, and from how many servers."""
    files = formatting.counted(
        len(metalink.files),
        "a Metalink of 1 file, which comes instead of it",
        "a Metalink of {n} files, which come instead of it",
    )
    servers = formatting.counted(metalink.most_servers, "1 server", "up to {n} servers")
    return formatting.joined(files, servers)


def size(row: Row) -> str:
    """How large the file is, where the server told it."""
    return "" if row.size is None else formatting.size(row.size)


def choice(wanted: Choice) -> str:
    """What becomes of a link of which something is here already."""
    return _tr(_CHOICES[wanted])


def choice_in_full(wanted: Choice, duplicate: Duplicate, size: int | None) -> str:
    """With what it costs or whether it fits: for the menu, where it is chosen."""
    job = duplicate.job
    if wanted is Choice.SHOW:
        return _tr("Leave it out, and show what is here")
    if wanted is Choice.REPLACE and job is not None:
        return (
            _tr("Replace what is here: its file goes to the trash")
            if job.state.is_final
            else _tr("Replace what is here: it begins anew")
        )
    if wanted is Choice.UPDATE and duplicate.same is Same.WAITING:
        return _tr("Update the link of the waiting job and go on")
    if wanted is Choice.UPDATE:
        fitting = fits(duplicate, size)
        if fitting is None:
            return _tr("Go on with this link: the job keeps what is here")
        return (
            _tr("Go on with this link: the size fits")
            if fitting
            else _tr("Go on with this link: the size differs, so it may start over")
        )
    return choice(wanted)


def _already_here(duplicate: Duplicate) -> str:
    words = _tr(_SAME[duplicate.same])
    return words.format(state=formatting.state_sentence(duplicate.job)) if duplicate.job else words


# --- the text box --------------------------------------------------------------------------------


def problems(judged: Judged) -> list[str]:
    """What is wrong with the lines: the first of it, and how much more there is."""
    lines = list(judged.problems)
    rest = judged.wrong - len(lines)
    if rest > 0:
        lines.append(formatting.counted(rest, "and one line more", "and {n} lines more"))
    if judged.is_cut:
        count = formatting.counted(len(judged.links), "1 link", "{n} links")
        lines.append(
            _tr("That is more than can be added at once: {links} are taken.").format(links=count)
        )
    return lines


def patterns(judged: Judged) -> str:
    """How many links the patterns stand for, and from where to where they lead."""
    first, last = judged.patterns[0].first, judged.patterns[-1].last
    count = formatting.counted(
        sum(pattern.count for pattern in judged.patterns), "1 link", "{n} links"
    )
    return _tr("{links} by number: {first} to {last}").format(
        links=count, first=_end(first), last=_end(last)
    )


def _end(link: str) -> str:
    """The last words of a link: there it differs from its neighbours."""
    words = formatting.one_line(Wanted(link, link).url).rstrip("/")
    name = words.rpartition("/")[2] or words
    return name if len(name) <= _LONGEST_END else "…" + name[1 - _LONGEST_END :]


_LONGEST_END = 40


# --- all of it -----------------------------------------------------------------------------------


def summary(numbers: Tally) -> str:
    """How many there are, how large they are together, how many are here already."""
    has_size = numbers.unknown < numbers.added
    return formatting.joined(
        formatting.counted(numbers.links, "1 link", "{n} links"),
        formatting.size(numbers.size) if has_size else "",
        formatting.counted(numbers.unknown, "1 of unknown size", "{n} of unknown size")
        if numbers.unknown and has_size
        else "",
        formatting.counted(numbers.here, "1 is already here", "{n} are already here")
        if numbers.here
        else "",
    )


def add_button(numbers: Tally) -> str:
    """What the button does."""
    if not numbers.links:
        return _tr("&Add links")
    if numbers.added:
        return formatting.counted(numbers.added, "&Add link", "&Add {n} links")
    return _tr("&Go on with the new link") if numbers.updates else _tr("&Show what is here")


def space(free: int | None, folder: Path, *, fits: bool) -> str:
    """How much still fits into a folder; empty while nobody knows."""
    if free is None:
        return ""
    words = (
        _tr("{free} free in {place}") if fits else _tr("Only {free} free in {place}: too little")
    )
    place = formatting.one_line(folder.name or str(folder))
    return words.format(free=formatting.size(free), place=place)
