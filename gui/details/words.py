"""What the details say of a job: the clock of its retry window, and its facts, row by row.

Pure functions. Here, and only here in the window, stand the codes that an expert looks up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QDateTime, QLocale

from engine import (
    FileSnapshot,
    FileState,
    JobError,
    JobSnapshot,
    JobState,
    MeteredPolicy,
    Priority,
    host_of,
    redacted,
)
from gui import formatting
from gui.cli.report import error_line, shown_path
from gui.formatting import Tone, one_line
from gui.translation import translate


def _tr(text: str) -> str:
    return translate("details_words", text)


def _noop(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("details_words", text))


# --- the retry window ----------------------------------------------------------------------------


class Clock(NamedTuple):
    """The retry window as a bar: a heading, what stands at its end, and how much of it is used.

    `used` is 0 to 1, or None where it runs without an end. Only a running clock is amber.
    """

    heading: str
    remark: str
    used: float | None
    tone: Tone


def clock(job: JobSnapshot) -> Clock:
    """The job's retry window as it is now."""
    if job.state is JobState.ERROR:
        return _stopped(job)
    if is_over(job):
        return Clock(formatting.state_sentence(job), "", 0.0, formatting.tone(job))
    if job.is_held:
        return _standing(job, _tr("On hold: the clock stands still"))
    if job.state is JobState.SUSPENDED:
        return _standing(job, _tr("Paused: the clock stands still"))
    if job.without_progress is None:
        well = _tr("All is well: the clock is not running")
        waiting = _tr("It waits for its turn: the clock is not running")
        heading = waiting if job.state is JobState.QUEUED else well
        return Clock(heading, "", 0.0, Tone.QUIET)
    return _running(job, job.without_progress)


def _running(job: JobSnapshot, elapsed: float) -> Clock:
    heading = _tr("No progress for {time}").format(time=formatting.duration(elapsed))
    if job.gives_up_in is None:
        return Clock(heading, _tr("never gives up"), None, Tone.RETRYING)
    remark = _tr("gives up in {time}").format(time=formatting.countdown(job.gives_up_in))
    return Clock(heading, remark, _used(job, elapsed), Tone.RETRYING)


def _standing(job: JobSnapshot, heading: str) -> Clock:
    elapsed = job.without_progress
    if elapsed is None:
        return Clock(heading, "", 0.0, formatting.tone(job))
    if job.gives_up_in is None:
        return Clock(heading, _tr("never gives up"), None, formatting.tone(job))
    remark = _tr("{time} left").format(time=formatting.countdown(job.gives_up_in))
    return Clock(heading, remark, _used(job, elapsed), formatting.tone(job))


def _stopped(job: JobSnapshot) -> Clock:
    if not job.gave_up:
        heading = _tr("Stopped: another try by itself would not help")
        return Clock(heading, "", 0.0, Tone.GAVE_UP)
    elapsed = job.without_progress or job.no_progress_timeout
    if not elapsed or elapsed < 1:
        return Clock(_tr("Gave up at the first error, as set"), "", 1.0, Tone.GAVE_UP)
    heading = _tr("Gave up after {time} without progress")
    return Clock(heading.format(time=formatting.duration(elapsed)), "", 1.0, Tone.GAVE_UP)


def is_over(job: JobSnapshot) -> bool:
    """Whether no clock will run for the job any more."""
    return job.state.is_final or job.state is JobState.TRANSFERRED


def _used(job: JobSnapshot, elapsed: float) -> float:
    """Both ends of the clock count: a time that was changed meanwhile moves them."""
    whole = elapsed + (job.gives_up_in or 0.0)
    return min(1.0, elapsed / whole) if whole > 0 else 1.0


# --- the facts, row by row -----------------------------------------------------------------------


def next_try(job: JobSnapshot) -> str:
    """When it goes on; empty while it does not wait for another try."""
    if job.state is JobState.ERROR:
        return _tr("only when you ask for it")
    if job.state is not JobState.TRANSIENT_ERROR:
        return ""
    if job.is_held:
        return _tr("as soon as what holds it is over")
    if job.retry_in is not None:
        return _tr("in {time}").format(time=formatting.countdown(job.retry_in))
    if job.waits_for_host:
        host = one_line(host_of(job.url))
        return _tr("when another job has got through to {host}").format(host=host)
    return _tr("none before it gives up")


def waits_for_itself(job: JobSnapshot) -> bool:
    """Whether the job tries again without anybody's help."""
    return job.state is JobState.TRANSIENT_ERROR and not job.is_held


def reason(job: JobSnapshot) -> str:
    """Why it does not move, in full; empty where nothing is amiss."""
    error = shown_error(job)
    if error is None:
        return ""
    sentence = formatting.error_sentence(error, in_full=True)
    if not error.retry_after or not error.is_transient:
        return sentence
    wait = formatting.duration(error.retry_after)
    return _tr("{reason}; it asked us to wait {time}").format(reason=sentence, time=wait)


def shown_error(job: JobSnapshot) -> JobError | None:
    """The job's error, unless the job is done in spite of it."""
    return None if job.state is JobState.ACKNOWLEDGED else job.error


def codes(error: JobError | None) -> str:
    """What an expert looks up: our name for it, where it arose, the HRESULT, the raw words."""
    line = error_line(error)
    if error is None or line is None:
        return ""
    told = (line.code, line.context, line.hresult, one_line(error.detail))
    return " · ".join(part for part in told if part)


def give_up_after(job: JobSnapshot) -> str:
    """What was chosen: "1 hour without progress"."""
    timeout = job.no_progress_timeout
    if timeout is None or timeout == 0:
        return formatting.duration_in_words(timeout)
    time = formatting.duration_in_words(timeout)
    return _tr("{time} without progress").format(time=time)


def so_far(job: JobSnapshot, now: float) -> str:
    """Bytes, tries and errors, and when the last new byte came."""
    parts = [amount(job.bytes_present, job.size)]
    if job.tries > 1:
        parts.append(formatting.counted(job.tries, "1 try", "{n} tries"))
    if job.error_count:
        parts.append(formatting.counted(job.error_count, "1 error", "{n} errors"))
    if job.last_progress is not None and job.state is not JobState.ACKNOWLEDGED:
        when = moment(job.last_progress, now)
        parts.append(_tr("last new byte {time}").format(time=when))
    return formatting.listed(parts)


def amount(present: int, size: int | None) -> str:
    """ "34.5 GB of 84.1 GB"."""
    if size is None:
        return _tr("{size}, of a total that is not known yet").format(size=formatting.size(present))
    if present >= size:
        return formatting.size(size)
    return _tr("{present} of {size}").format(
        present=formatting.size(present), size=formatting.size(size)
    )


def saved_to(job: JobSnapshot) -> str:
    """The finished file, or the folder."""
    paths = [file.path for file in job.files if file.path is not None]
    only = len(job.files) == 1 and paths
    return one_line(shown_path(paths[0] if only else job.folder))


def link(job: JobSnapshot) -> str:
    """Where it comes from, without secrets; of several files the first."""
    if not job.files:
        return ""
    first = one_line(redacted(job.url))
    more = len(job.files) - 1
    if not more:
        return first
    others = formatting.counted(more, "and 1 more", "and {n} more")
    return f"{first} {others}"


def servers(job: JobSnapshot) -> str:
    """How many have the file, and which of them bring it now; empty where it is one."""
    most = max((1 + len(file.mirrors) for file in job.files), default=1)
    if most == 1:
        return ""
    if len(job.files) > 1:
        return formatting.counted(most, "1 server for each file", "up to {n} servers for each file")
    count = formatting.counted(most, "1 server has the file", "{n} servers have the file")
    if not job.servers:
        return count
    now = formatting.listed(map(one_line, job.servers))
    return formatting.joined(count, _tr("now from {hosts}").format(hosts=now))


def checked(job: JobSnapshot) -> str:
    """How it is, or was, made sure that the file is whole."""
    if len(job.files) != 1:
        done = sum(file.verified is not None for file in job.files)
        words = _tr("{n} of {total} files checked with a checksum")
        return (
            words.format(n=formatting.number(done), total=formatting.number(len(job.files)))
            if done
            else ""
        )
    file = job.files[0]
    if file.checksum is not None:
        return _promise(file)
    if file.verified:
        name = formatting.checksum_name(file.verified)
        return _tr("checked with {name}").format(name=name)
    if file.state is not FileState.DELIVERED:
        return _tr("the size, and every range")
    if file.unchanged:
        return _tr("already here, and unchanged on the server")
    if file.size_verified:
        return _tr("the size, and every range")
    return _tr("the server did not say how large it is")


def _promise(file: FileSnapshot) -> str:
    assert file.checksum is not None
    values = {
        "name": formatting.checksum_name(file.checksum.algorithm),
        "digits": file.checksum.value,
    }
    if file.verified:
        return _tr("checked with {name}: {digits}").format(**values)
    return _tr("will be checked with {name}: {digits}").format(**values)


def limits(job: JobSnapshot) -> str:
    """How hard it may pull: speed, connections, the wait between tries."""
    speed = (
        _tr("at most {rate}").format(rate=formatting.rate(job.rate_limit))
        if job.rate_limit
        else _tr("no speed limit of its own")
    )
    lines = formatting.counted(
        job.most_connections, "1 connection per file", "up to {n} connections per file"
    )
    delay = _tr("at least {time} between tries").format(
        time=formatting.duration(job.minimum_retry_delay)
    )
    parts = [speed, lines, delay]
    if job.maximum_download_time is not None:
        longest = formatting.duration(job.maximum_download_time)
        parts.append(_tr("at most {time} of downloading").format(time=longest))
    return formatting.listed(parts)


_PRIORITIES: Mapping[Priority, str] = {
    Priority.FOREGROUND: _noop("Foreground: always runs"),
    Priority.HIGH: _noop("High"),
    Priority.NORMAL: _noop("Normal"),
    Priority.LOW: _noop("Low"),
}
_METERED: Mapping[MeteredPolicy, str] = {
    MeteredPolicy.ALWAYS: _noop("runs there too"),
    MeteredPolicy.NEVER: _noop("waits for another network"),
    MeteredPolicy.ASK: _noop("asks you first"),
}


def priority(job: JobSnapshot) -> str:
    """Who runs first."""
    return _tr(_PRIORITIES[job.priority])


def metered(job: JobSnapshot) -> str:
    """What it does where bytes cost money."""
    return _tr("runs on any network") if job.run_anyway else _tr(_METERED[job.metered])


# --- times ---------------------------------------------------------------------------------------


def moment(then: float, now: float) -> str:
    """The time of day, with the date unless it is today: "14:02:11", "3 Nov 2026 14:02:11"."""
    when = QDateTime.fromSecsSinceEpoch(int(then))
    time = QLocale().toString(when.time(), "HH:mm:ss")
    if when.date() == QDateTime.fromSecsSinceEpoch(int(now)).date():
        return time
    return f"{QLocale().toString(when.date(), _tr('d MMM yyyy'))} {time}"


def time_of_day(then: float) -> str:
    """To the second: "14:02:11"."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(then)).time(), "HH:mm:ss")


def date(then: float, now: float) -> str:
    """When something was, exactly and as people say it: "14:02:11 (5 min ago)"."""
    exact, said = moment(then, now), formatting.ago(then, now)
    return _tr("{time} ({ago})").format(time=exact, ago=said) if now - then < 86_400 else exact


def wall_time() -> float:
    """Seconds since 1970, for dates that people read."""
    return QDateTime.currentMSecsSinceEpoch() / 1000


# --- requests -----------------------------------------------------------------------------------


def no_answer() -> str:
    """In the place of a status that never came."""
    return _tr("no answer")


def no_tls() -> str:
    """In the place of the kind of encryption."""
    return _tr("not encrypted")


# --- several jobs --------------------------------------------------------------------------------

_STATE_COUNTS = (
    (Tone.ACTIVE, _noop("{n} active")),
    (Tone.RETRYING, _noop("{n} retrying")),
    (Tone.HELD, _noop("{n} on hold")),
    (Tone.QUIET, _noop("{n} paused or waiting")),
    (Tone.GAVE_UP, _noop("{n} failed")),
    (Tone.DONE, _noop("{n} done")),
)


def together(jobs: Sequence[JobSnapshot]) -> Iterator[tuple[str, str]]:
    """Several jobs in rows: how many are in which state, their bytes, their speed."""
    tones = [formatting.tone(job) for job in jobs]
    counts = [
        _tr(text).format(n=formatting.number(tones.count(tone)))
        for tone, text in _STATE_COUNTS
        if tone in tones
    ]
    yield _tr("State"), formatting.listed(counts)
    sizes = [job.size for job in jobs]
    present = sum(job.bytes_present for job in jobs)
    known = None if None in sizes else sum(size or 0 for size in sizes)
    yield _tr("So far"), amount(present, known)
    speed = formatting.total_rate(jobs)
    yield _tr("Speed"), speed or _tr("nothing moves at the moment")
    ends = [
        job.gives_up_in
        for job in jobs
        if job.gives_up_in is not None and formatting.tone(job) is Tone.RETRYING
    ]
    if ends:
        first = formatting.countdown(min(ends))
        yield _tr("Gives up first"), _tr("in {time}").format(time=first)
