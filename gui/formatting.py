"""Values to words: sizes, rates, durations, and the sentence that says how a job is.

Pure functions without widgets; the command line speaks through them too. What went wrong is put
into words by `error_words`, whose functions are handed on here.
"""

from __future__ import annotations

import enum
import itertools
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePath

from PySide6.QtCore import QDateTime, QLocale

from engine import ErrorKind, FileState, JobSnapshot, JobState, host_of
from gui.error_words import error_sentence, one_line, reason, refusal, state_word
from gui.translation import translate

__all__ = [
    "Tone",
    "ago",
    "badge",
    "checksum_name",
    "countdown",
    "counted",
    "counts_down",
    "duration",
    "duration_in_words",
    "error_sentence",
    "gives_up_in",
    "no_progress_so_far",
    "one_line",
    "outcome_of_timeout",
    "percent",
    "rate",
    "reason",
    "refusal",
    "removal_question",
    "set_aside",
    "size",
    "state_sentence",
    "state_word",
    "status_line",
    "time_left",
    "title",
    "tone",
    "total_rate",
    "totals",
]

MINUTE, HOUR, DAY = 60, 3600, 86_400
_MEGABYTE = 1 << 20
_LONGEST_BADGE = 4


class Tone(enum.Enum):
    """What a job's colour says. The sentence always says it too."""

    ACTIVE = "active"
    RETRYING = "retrying"
    HELD = "on hold"
    QUIET = "paused or waiting"
    GAVE_UP = "gave up"
    DONE = "done"


def _tr(text: str) -> str:
    return translate("formatting", text)


# --- numbers -------------------------------------------------------------------------------------


def size(count: int) -> str:
    """1024-based like the rates people type for limits: "783 MB", "84.1 GB", "1.5 kB"."""
    return QLocale().formattedDataSize(
        count,
        0 if _reads_in_hundreds(count) else 1,
        QLocale.DataSizeFormat.DataSizeTraditionalFormat,
    )


def _reads_in_hundreds(count: int) -> bool:
    if count < _MEGABYTE:
        return count >= 10 * 1024
    return count / 1024.0 ** int(math.log2(count) / 10) >= 99.95


def rate(bytes_per_second: float) -> str:
    """ "24.6 MB/s"."""
    return _tr("{size}/s").format(size=size(int(bytes_per_second)))


def percent(fraction: float) -> str:
    """Rounded down, so that 100 % means all of it."""
    return (
        f"{QLocale().toString(math.floor(fraction * 100))}\N{NO-BREAK SPACE}{QLocale().percent()}"
    )


def duration(seconds: float) -> str:
    """The two largest units: "12 s", "2 min 58 s", "1 h", "13 d 22 h"."""
    left = max(0, int(seconds))
    units = ((DAY, _tr("d")), (HOUR, _tr("h")), (MINUTE, _tr("min")), (1, _tr("s")))
    for (length, name), (smaller, smaller_name) in itertools.pairwise(units):
        if left >= length:
            first = f"{left // length} {name}"
            rest = left % length // smaller
            return f"{first} {rest} {smaller_name}" if rest else first
    return f"{left} {_tr('s')}"


def countdown(seconds: float) -> str:
    """A clock that runs down: "4:10", "51:48"; from an hour on as a duration."""
    left = max(0, math.ceil(seconds))
    return f"{left // MINUTE}:{left % MINUTE:02}" if left < HOUR else duration(left)


def time_left(seconds: float) -> str:
    """An estimate, so no finer than it can be: "a few seconds", "12 s", "2 min 58 s", "41 min"."""
    if seconds < 5:
        return _tr("a few seconds")
    if seconds >= 10 * MINUTE:
        return duration(seconds // MINUTE * MINUTE)
    return duration(seconds)


def duration_in_words(seconds: float | None) -> str:
    """For choices: "10 minutes", "1 hour", "14 days"; what has no whole unit as `duration`."""
    if seconds is None:
        return _tr("Never give up")
    if seconds == 0:
        return _tr("Don't retry")
    units: tuple[tuple[int, Callable[[int], str]], ...] = (
        (DAY, lambda n: counted(n, "1 day", "{n} days")),
        (HOUR, lambda n: counted(n, "1 hour", "{n} hours")),
        (MINUTE, lambda n: counted(n, "1 minute", "{n} minutes")),
        (1, lambda n: counted(n, "1 second", "{n} seconds")),
    )
    for length, words in units:
        if seconds % length == 0 and seconds // length in range(1, 100):
            return words(int(seconds // length))
    return duration(seconds)


def counted(number: int, one: str, many: str) -> str:
    """`one` for one, else `many` with its {n}: English, and translated here.

    A language may have up to six forms; its catalogue has them under `many` (context "counted").
    """
    translated = translate("counted", many, number)
    if translated == many and number == 1:
        translated = one
    return translated.replace("{n}", QLocale().toString(number))


def ago(then: float, now: float) -> str:
    """When something was, as a person would say it: "5 min ago", "yesterday", "3 Nov 2026"."""
    passed = max(0.0, now - then)
    if passed < MINUTE:
        return _tr("just now")
    if passed < HOUR:
        return _tr("{minutes} min ago").format(minutes=int(passed // MINUTE))
    day = QDateTime.fromSecsSinceEpoch(int(then)).date()
    days = day.daysTo(QDateTime.fromSecsSinceEpoch(int(now)).date())
    if days == 0 or passed < 6 * HOUR:
        return _tr("{hours} h ago").format(hours=int(passed // HOUR))
    return _tr("yesterday") if days == 1 else QLocale().toString(day, "d MMM yyyy")


# --- jobs ----------------------------------------------------------------------------------------

_TONES: Mapping[JobState, Tone] = {
    JobState.QUEUED: Tone.QUIET,
    JobState.CONNECTING: Tone.ACTIVE,
    JobState.TRANSFERRING: Tone.ACTIVE,
    JobState.SUSPENDED: Tone.QUIET,
    JobState.ERROR: Tone.GAVE_UP,
    JobState.TRANSIENT_ERROR: Tone.RETRYING,
    JobState.TRANSFERRED: Tone.DONE,
    JobState.ACKNOWLEDGED: Tone.DONE,
    JobState.CANCELLED: Tone.QUIET,
}


def tone(job: JobSnapshot) -> Tone:
    """Which colour the job has."""
    return Tone.HELD if job.is_held else _TONES[job.state]


def badge(job: JobSnapshot) -> str:
    """What kind of file it is, in at most four letters; for several files how many they are."""
    if len(job.files) > 1:
        return str(len(job.files)) if len(job.files) < 1000 else "999+"
    suffixes = [suffix[1:] for suffix in PurePath(job.name).suffixes[-2:]]
    if len(suffixes) == 2 and suffixes[0].lower() == "tar":
        return "TAR"
    suffix = suffixes[-1] if suffixes else ""
    is_type = suffix.isascii() and suffix.isalnum() and not suffix.isdigit()
    return suffix[:_LONGEST_BADGE].upper() if is_type else _tr("FILE")


def title(job: JobSnapshot) -> str:
    """The name; for several files with how many they are."""
    name = one_line(job.name)
    return (
        name
        if len(job.files) == 1
        else _tr("{name} ({n} files)").format(name=name, n=len(job.files))
    )


def state_sentence(job: JobSnapshot, now: float | None = None) -> str:
    """Why the job moves or does not, and until when it holds on. `now`: seconds since 1970."""
    if now is None:
        now = QDateTime.currentMSecsSinceEpoch() / 1000
    return _SENTENCES[job.state](job, now)


def gives_up_in(job: JobSnapshot) -> str:
    """The cell of the column: "51:48", "2 h (paused clock)", or nothing while nothing is amiss."""
    if job.gives_up_in is not None and not job.state.is_final and job.state is not JobState.ERROR:
        left = countdown(job.gives_up_in)
        return _tr("{time} (paused clock)").format(time=left) if job.is_held else left
    waits = job.state is JobState.TRANSIENT_ERROR and not job.is_held
    return _tr("never") if waits and job.no_progress_timeout is None else ""


def no_progress_so_far(elapsed: float) -> str:
    """What the retry window has measured: "8 min 12 s without progress so far"."""
    if elapsed <= 0:
        return _tr("All is well at the moment: the clock is not running.")
    return _tr("{time} without progress so far").format(time=duration(elapsed))


def outcome_of_timeout(seconds: float | None, elapsed: float) -> str:
    """What a choice of "give up after" means when so much of it has elapsed."""
    if seconds is None:
        return _tr("It keeps trying for as long as it takes.")
    if seconds == 0:
        return _tr("The first error ends the job.")
    if elapsed <= 0:
        return _tr("The clock starts at the next error and stops with every new byte.")
    if seconds <= elapsed:
        return _tr("That time has already passed: it gives up at once.")
    return _tr("It then gives up in {time}.").format(time=countdown(seconds - elapsed))


def counts_down(job: JobSnapshot) -> bool:
    """Whether what is shown of the job changes with every second."""
    return (job.retry_in is not None or job.gives_up_in is not None) and tone(job) in (
        Tone.RETRYING,
        Tone.ACTIVE,
    )


def _queued(_job: JobSnapshot, _now: float) -> str:
    return _tr("Waiting for its turn")


def _connecting(job: JobSnapshot, _now: float) -> str:
    if job.gives_up_in is None:
        return _tr("Connecting to {host}").format(host=_host(job))
    parts = [_tr("Trying {host} again").format(host=_host(job)), _until(job)]
    return _joined(*parts, reason(job.error) if job.error else "")


def _transferring(job: JobSnapshot, _now: float) -> str:
    speed = rate(job.rate) if job.rate >= 1 else _tr("Receiving")
    source = _tr("{speed} from {host}").format(speed=speed, host=_host(job))
    if job.connections > 1:
        source = _tr("{source}, {n} connections").format(source=source, n=job.connections)
    resumed = sum(file.resumed_from for file in job.files)
    so_far = _tr("{size} so far").format(size=size(job.bytes_present)) if job.size is None else ""
    return _joined(
        source, _tr("resumed at {size}").format(size=size(resumed)) if resumed else "", so_far
    )


def _suspended(_job: JobSnapshot, _now: float) -> str:
    return _tr("Paused")


def _transient_error(job: JobSnapshot, _now: float) -> str:
    why = reason(job.error) if job.error else ""
    if job.is_held:
        return _tr("On hold: {reason}").format(reason=why)
    if job.retry_in is not None:
        soon = _tr("Retry in {time}").format(time=countdown(job.retry_in))
        return _joined(soon, _until(job), why)
    if job.waits_for_host:
        turn = _tr("Waits while another job tries {host}").format(host=_host(job))
        return _joined(turn, _until(job), why)
    until = _until(job)
    until = until[:1].upper() + until[1:]
    if job.asked_to_wait_longer and job.error and job.error.retry_after:
        wait = duration(job.error.retry_after)
        asked = _tr("{host} asked us to wait {time}, which is longer").format(
            host=_host(job), time=wait
        )
        return _joined(until, asked)
    return _joined(until, _tr("no further try before"), why)


def _error(job: JobSnapshot, _now: float) -> str:
    if job.error is None:
        return _tr("Failed, and the reason was lost; Resume tries again")
    if not job.gave_up:
        return error_sentence(job.error)
    why = reason(job.error)
    spent = job.without_progress if job.without_progress is not None else job.no_progress_timeout
    if not spent or spent < 1:
        return _tr("Gave up at the first error, as set: {reason}").format(reason=why)
    return _tr("Gave up after {time} without progress: {reason}").format(
        time=duration(spent), reason=why
    )


def _transferred(job: JobSnapshot, _now: float) -> str:
    if job.error:
        return _tr("All here, but cannot be named yet: {reason}").format(reason=reason(job.error))
    return _tr("All here, kept as part files until it is completed")


def _acknowledged(job: JobSnapshot, now: float) -> str:
    when = ago(job.transferred if job.transferred is not None else job.modified, now)
    done = _tr("Done {when}").format(when=when)
    delivered = [file for file in job.files if file.state is FileState.DELIVERED]
    if len(delivered) < len(job.files):
        return _joined(
            done, _tr("{n} of {total} files kept").format(n=len(delivered), total=len(job.files))
        )
    if all(file.unchanged for file in job.files):
        return _joined(done, _tr("already here, and unchanged on the server"))
    verified = {file.verified for file in job.files}
    if len(verified) == 1 and (algorithm := verified.pop()):
        return _joined(done, _tr("checked with {name}").format(name=checksum_name(algorithm)))
    if not all(file.size_verified for file in delivered):
        return _joined(done, _tr("the server did not say how large it is"))
    return _joined(done, _tr("size checked"))


def _cancelled(job: JobSnapshot, _now: float) -> str:
    if job.error is not None and job.error.kind is ErrorKind.INACTIVE:
        return _tr("Ended: {reason}").format(reason=reason(job.error))
    return _tr("Cancelled")


_SENTENCES: Mapping[JobState, Callable[[JobSnapshot, float], str]] = {
    JobState.QUEUED: _queued,
    JobState.CONNECTING: _connecting,
    JobState.TRANSFERRING: _transferring,
    JobState.SUSPENDED: _suspended,
    JobState.TRANSIENT_ERROR: _transient_error,
    JobState.ERROR: _error,
    JobState.TRANSFERRED: _transferred,
    JobState.ACKNOWLEDGED: _acknowledged,
    JobState.CANCELLED: _cancelled,
}


def _until(job: JobSnapshot) -> str:
    if job.gives_up_in is None:
        return _tr("never gives up")
    return _tr("gives up in {time}").format(time=countdown(job.gives_up_in))


def _host(job: JobSnapshot) -> str:
    return one_line(host_of(job.url))


def checksum_name(algorithm: str) -> str:
    """hashlib's name as people write it: "SHA-256", "MD5", "SHA3-256"."""
    return re.sub(r"^SHA(?=\d{3})|^SHA(?=1$)", "SHA-", algorithm.upper().replace("_", "-"))


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


# --- all jobs together ---------------------------------------------------------------------------


def status_line(jobs: Sequence[JobSnapshot], folder: str, free: int | None) -> str:
    """How many jobs there are, how many move, and how much still fits."""
    active = sum(job.state.is_running for job in jobs)
    count = counted(len(jobs), "1 job", "{n} jobs") if jobs else _tr("No jobs")
    space = "" if free is None else _tr("{size} free in {folder}")
    return _joined(
        count,
        _tr("{n} active").format(n=active) if active else "",
        space.format(size=size(free or 0), folder=one_line(folder)),
    )


def total_rate(jobs: Iterable[JobSnapshot]) -> str:
    """What all jobs bring in together; nothing while nothing comes."""
    together = sum(job.rate for job in jobs if job.state.is_running)
    return rate(together) if together >= 1 else ""


def totals(jobs: Sequence[JobSnapshot]) -> str:
    """The state of things in two lines at most, for the tray."""
    tones = [tone(job) for job in jobs]
    words = (
        (Tone.ACTIVE, _tr("{n} active")),
        (Tone.RETRYING, _tr("{n} retrying")),
        (Tone.HELD, _tr("{n} on hold")),
        (Tone.GAVE_UP, _tr("{n} failed")),
    )
    counts = [text.format(n=tones.count(kind)) for kind, text in words if kind in tones]
    return "\n".join(filter(None, ("Holdfast", _joined(*counts, total_rate(jobs)))))


def set_aside(names: Sequence[str]) -> str:
    """Told at the start: jobs whose records could not be read."""
    what = counted(len(names), "1 job", "{n} jobs")
    return _tr("{what} could not be read and stay untouched on the disk: {names}").format(
        what=what, names=one_line(", ".join(names))
    )


def removal_question(unfinished: Sequence[JobSnapshot]) -> str:
    """Asked before jobs that are not finished leave the list."""
    if len(unfinished) == 1:
        return _tr("Remove {name}, which is not finished?").format(name=title(unfinished[0]))
    return _tr("Remove {n} jobs that are not finished?").format(n=len(unfinished))
