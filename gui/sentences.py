"""A job in words: what it is, and the sentence that says why it moves or does not.

Pure functions without widgets. What went wrong is put into words by `error_words`.
"""

from __future__ import annotations

import enum
import functools
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePath

from PySide6.QtCore import QT_TRANSLATE_NOOP, QDateTime

from engine import ErrorKind, FileState, JobError, JobSnapshot, JobState, host_of
from gui.engine_words import told
from gui.error_words import asks_about_metered, error_sentence, reason
from gui.figures import ago, countdown, counted, duration, number, rate, size
from gui.foreign_text import one_line
from gui.translation import translate

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
    return translate("sentences", text)


def _noop(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("sentences", text))


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
        return number(len(job.files)) if len(job.files) < 1000 else f"{number(999)}+"
    return badge_of_file(job.name)


def badge_of_file(name: str) -> str:
    """What kind of file has this name, in at most four letters."""
    suffixes = [suffix[1:] for suffix in PurePath(name).suffixes[-2:]]
    if len(suffixes) == 2 and suffixes[0].lower() == "tar":
        return "TAR"
    suffix = suffixes[-1] if suffixes else ""
    is_type = suffix.isascii() and suffix.isalnum() and not suffix.isdigit()
    return suffix[:_LONGEST_BADGE].upper() if is_type else _tr("FILE")


def title(job: JobSnapshot) -> str:
    """The name; for several files with how many they are."""
    name = one_line(job.name)
    if len(job.files) == 1:
        return name
    files = counted(len(job.files), "1 file", "{n} files")
    return _tr("{name} ({files})").format(name=name, files=files)


def state_sentence(job: JobSnapshot, now: float | None = None) -> str:
    """Why the job moves or does not, and until when it holds on. `now`: seconds since 1970."""
    return state_sentences(job, now)[0]


def state_sentences(job: JobSnapshot, now: float | None = None) -> Sequence[str]:
    """The sentence, and shorter ones for where there is less room: the longest first.

    What can be spared goes first: until when a job holds on, for that has a column of its own, and
    what comes last.
    """
    if now is None:
        now = QDateTime.currentMSecsSinceEpoch() / 1000
    return _SENTENCES[job.state](job, now)


def gives_up_in(job: JobSnapshot) -> str:
    """The cell of the column: "51:48", "2 h (paused clock)", or nothing while nothing is amiss."""
    if job.gives_up_in is not None and not job.state.is_final and job.state is not JobState.ERROR:
        return paused_clock(job.gives_up_in) if job.is_held else countdown(job.gives_up_in)
    waits = job.state is JobState.TRANSIENT_ERROR and not job.is_held
    return _tr("never") if waits and job.no_progress_timeout is None else ""


def paused_clock(seconds: float) -> str:
    """What is left on a clock that stands still: "2 h (paused clock)"."""
    return _tr("{time} (paused clock)").format(time=countdown(seconds))


def no_progress_so_far(elapsed: float) -> str:
    """What the retry window has measured: "8 min 12 s without progress so far"."""
    if elapsed <= 0:
        return _tr("The clock is not running at the moment.")
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


def _shrinking(*parts: str) -> Sequence[str]:
    """All of it, then without what comes last, down to the first part."""
    there = [part for part in parts if part]
    return [joined(*there[:count]) for count in range(len(there), 0, -1)]


def _holding_on(what: str, job: JobSnapshot) -> Sequence[str]:
    """What it does, until when, and why; then without until when."""
    why = reason(job.error) if job.error else ""
    return [joined(what, _until(job), why), joined(what, why)]


def _queued(job: JobSnapshot, _now: float) -> Sequence[str]:
    return _shrinking(_tr("Waiting for its turn"), _started_over(job))


def _connecting(job: JobSnapshot, _now: float) -> Sequence[str]:
    if job.gives_up_in is None:
        return _shrinking(_tr("Connecting to {host}").format(host=_host(job)), _started_over(job))
    return _holding_on(_tr("Trying {host} again").format(host=_host(job)), job)


def _transferring(job: JobSnapshot, _now: float) -> Sequence[str]:
    speed = rate(job.rate) if job.rate >= 1 else _tr("Receiving")
    source = _source(job, speed)
    if job.connections > 1:
        connections = counted(job.connections, "1 connection", "{n} connections")
        source = _tr("{source}, {connections}").format(source=source, connections=connections)
    so_far = _tr("{size} so far").format(size=size(job.bytes_present)) if job.size is None else ""
    return _shrinking(source, _started_over(job) or _resumed(job), so_far)


def _source(job: JobSnapshot, speed: str) -> str:
    """How fast, and from whom: perhaps from a mirror, or from several servers at once."""
    if len(job.servers) > 1:
        servers = counted(len(job.servers), "1 server", "{n} servers")
        return _tr("{speed} from {servers}").format(speed=speed, servers=servers)
    host = one_line(job.servers[0]) if job.servers else _host(job)
    return _tr("{speed} from {host}").format(speed=speed, host=host)


def _resumed(job: JobSnapshot) -> str:
    resumed = sum(file.resumed_from for file in job.files)
    if not resumed:
        return ""
    if any(file.after_restart for file in job.files):
        return _tr("resumed at {size} after a restart").format(size=size(resumed))
    return _tr("resumed at {size}").format(size=size(resumed))


def _started_over(job: JobSnapshot) -> str:
    """Why the bar is further back than it was."""
    why = next((file.started_over for file in job.files if file.started_over), "")
    if not why:
        return ""
    return _tr("started over: {reason}").format(reason=told(why))


def _suspended(job: JobSnapshot, _now: float) -> Sequence[str]:
    return _shrinking(_tr("Paused"), _started_over(job))


def _transient_error(job: JobSnapshot, _now: float) -> Sequence[str]:
    why = reason(job.error) if job.error else ""
    if job.is_held:
        return _shrinking(_tr("On hold: {reason}").format(reason=why), _what_lifts(job.error))
    if job.retry_in is not None:
        return _holding_on(_tr("Retry in {time}").format(time=countdown(job.retry_in)), job)
    if job.waits_for_host:
        turn = _tr("Waits while another job tries {host}").format(host=_host(job))
        return _holding_on(turn, job)
    until = _until(job)
    until = until[:1].upper() + until[1:]
    if job.asked_to_wait_longer and job.error and job.error.retry_after:
        wait = duration(job.error.retry_after)
        asked = _tr("{host} asked us to wait {time}, which is longer").format(
            host=_host(job), time=wait
        )
        return [joined(until, asked)]
    return [joined(until, _tr("no further try before"), why)]


_LIFTS: Mapping[ErrorKind, str] = {
    ErrorKind.DISK_FULL: _noop("goes on when there is room"),
    ErrorKind.DISK_AWAY: _noop("goes on when it is back"),
    ErrorKind.FOLDER_NOT_WRITABLE: _noop("goes on when it may write there"),
    ErrorKind.OFFLINE: _noop("goes on when the network is back"),
    ErrorKind.METERED: _noop("goes on in another one, or with Run anyway"),
}


def _what_lifts(error: JobError | None) -> str:
    if error is None:
        return ""
    if asks_about_metered(error):
        return _tr("Run anyway allows it")
    return _tr(_LIFTS[error.kind]) if error.kind in _LIFTS else ""


def _error(job: JobSnapshot, _now: float) -> Sequence[str]:
    if job.error is None:
        return [_tr("Failed, and the reason was lost; Resume tries again")]
    if not job.gave_up:
        return [error_sentence(job.error)]
    why = reason(job.error)
    spent = job.without_progress if job.without_progress is not None else job.no_progress_timeout
    if not spent or spent < 1:
        return [_tr("Gave up at the first error, as set: {reason}").format(reason=why)]
    known = {"time": duration(spent), "reason": why}
    return [
        _tr("Gave up after {time} without progress: {reason}").format(**known),
        _tr("Gave up after {time}: {reason}").format(**known),
    ]


def _transferred(job: JobSnapshot, _now: float) -> Sequence[str]:
    if job.error:
        why = reason(job.error)
        return [_tr("All here, but cannot be named yet: {reason}").format(reason=why)]
    return [_tr("All here, kept as part files until it is completed")]


def _acknowledged(job: JobSnapshot, now: float) -> Sequence[str]:
    when = ago(job.transferred if job.transferred is not None else job.modified, now)
    return _shrinking(_tr("Done {when}").format(when=when), _how_done(job))


def _how_done(job: JobSnapshot) -> str:
    delivered = [file for file in job.files if file.state is FileState.DELIVERED]
    if len(delivered) < len(job.files):
        return _tr("{n} of {files} kept").format(
            n=number(len(delivered)), files=counted(len(job.files), "1 file", "{n} files")
        )
    if all(file.unchanged for file in job.files):
        return _tr("already here, and unchanged on the server")
    verified = {file.verified for file in job.files}
    if len(verified) == 1 and (algorithm := verified.pop()):
        return _tr("checked with {name}").format(name=checksum_name(algorithm))
    if not all(file.size_verified for file in delivered):
        return _tr("the server did not say how large it is")
    return _tr("size checked")


def _cancelled(job: JobSnapshot, _now: float) -> Sequence[str]:
    if job.error is not None and job.error.kind is ErrorKind.INACTIVE:
        return [_tr("Ended: {reason}").format(reason=reason(job.error))]
    return [_tr("Cancelled")]


_SENTENCES: Mapping[JobState, Callable[[JobSnapshot, float], Sequence[str]]] = {
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


def joined(*parts: str) -> str:
    """What there is of `parts`, with a dot between them."""
    return " · ".join(part for part in parts if part)


def listed(parts: Iterable[str]) -> str:
    """What there is of `parts`, one after the other, with the comma of the language."""
    there = [part for part in parts if part]
    both = _tr("{one}, {other}")
    return functools.reduce(lambda one, other: both.format(one=one, other=other), there or [""])
