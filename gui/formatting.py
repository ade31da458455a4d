"""Values to words: the one door for all who speak to the person.

Pure functions without widgets; the command line speaks through them too. Numbers are put into words
by `figures`, jobs by `sentences`, what went wrong by `error_words`; here stands what is said of
several jobs together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from engine import JobSnapshot
from gui.error_words import error_sentence, reason, refusal, state_word
from gui.figures import (
    DAY,
    HOUR,
    MINUTE,
    ago,
    countdown,
    counted,
    date,
    duration,
    duration_in_words,
    number,
    percent,
    rate,
    size,
    time_left,
)
from gui.foreign_text import one_line
from gui.sentences import (
    Tone,
    badge,
    checksum_name,
    counts_down,
    gives_up_in,
    joined,
    listed,
    no_progress_so_far,
    outcome_of_timeout,
    paused_clock,
    state_sentence,
    state_sentences,
    title,
    tone,
)
from gui.translation import translate

__all__ = [
    "DAY",
    "HOUR",
    "MINUTE",
    "Tone",
    "ago",
    "badge",
    "checksum_name",
    "countdown",
    "counted",
    "counts_down",
    "date",
    "duration",
    "duration_in_words",
    "error_sentence",
    "gives_up_in",
    "joined",
    "listed",
    "no_progress_so_far",
    "number",
    "one_line",
    "outcome_of_timeout",
    "paused_clock",
    "percent",
    "rate",
    "reason",
    "refusal",
    "set_aside",
    "size",
    "state_sentence",
    "state_sentences",
    "state_word",
    "time_left",
    "title",
    "tone",
    "total_rate",
    "totals",
]


def _tr(text: str) -> str:
    return translate("formatting", text)


def total_rate(jobs: Iterable[JobSnapshot]) -> str:
    """What all jobs bring in together; nothing while nothing comes."""
    together = sum(job.rate for job in jobs if job.state.is_running)
    return rate(together) if together >= 1 else ""


def totals(counts: Mapping[Tone, int], fraction: float | None, together: float) -> str:
    """The state of things in two lines at most, for the tray; `together` is in bytes a second."""
    words = (
        (Tone.ACTIVE, _tr("{n} active")),
        (Tone.RETRYING, _tr("{n} retrying")),
        (Tone.HELD, _tr("{n} on hold")),
        (Tone.GAVE_UP, _tr("{n} failed")),
    )
    parts = [text.format(n=number(n)) for kind, text in words if (n := counts.get(kind, 0))]
    if fraction is not None:
        parts.append(percent(fraction))
    if together >= 1:
        parts.append(rate(together))
    return "\n".join(filter(None, ("Holdfast", joined(*parts))))


def set_aside(names: Sequence[str]) -> str:
    """Told at the start: jobs whose records could not be read."""
    what = counted(len(names), "1 job", "{n} jobs")
    return _tr("{what} could not be read and stay untouched on the disk: {names}").format(
        what=what, names=listed(map(one_line, names))
    )
