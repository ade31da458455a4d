"""Everything about a job: from snapshots to the lines of `info`, and from these to one text.

The text is made to be read, and to be pasted into a report of a mistake: it holds no secrets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

import msgspec

from engine import (
    FileSnapshot,
    JobSnapshot,
    JobState,
    MeteredPolicy,
    TimelineEntry,
    __version__,
    redacted,
)
from gui import formatting
from gui.cli.report import error_line, rate_now, rounded, shown_path
from gui.protocol import Event, FileLine, InfoLine, TimelineLine

_METERED = {
    MeteredPolicy.ALWAYS: "runs there too",
    MeteredPolicy.NEVER: "waits for another network",
    MeteredPolicy.ASK: "waits until you say `holdfast resume --anyway`",
}
_INDENT = "  "


# --- from snapshots to lines ---------------------------------------------------------------------


def info_line(job: JobSnapshot) -> InfoLine:
    """The job itself."""
    error = job.error if job.state is not JobState.ACKNOWLEDGED else None
    return InfoLine(
        version=__version__,
        job=job.id,
        name=job.name,
        state=job.state.name,
        gave_up=job.gave_up,
        folder=shown_path(job.folder),
        bytes=job.bytes_present,
        total=job.size,
        rate=rate_now(job),
        connections=job.connections,
        error=error_line(error),
        error_detail=error.detail or None if error else None,
        error_count=job.error_count,
        retry_in=rounded(job.retry_in),
        gives_up_in=rounded(job.gives_up_in),
        without_progress=rounded(job.without_progress),
        give_up_after=job.no_progress_timeout,
        retry_delay=job.minimum_retry_delay,
        max_time=job.maximum_download_time,
        priority=job.priority.name.lower(),
        profile=job.profile.value,
        limit=job.rate_limit,
        metered=job.metered.value,
        run_anyway=job.run_anyway,
        auto_complete=job.auto_complete,
        created=_date(job.created),
        modified=_date(job.modified),
        transferred=None if job.transferred is None else _date(job.transferred),
        words="\n".join(_about(job)),
    )


def file_line(file: FileSnapshot) -> FileLine:
    """One file of the job."""
    return FileLine(
        number=file.number + 1,
        name=file.name,
        url=redacted(file.url),
        state=file.state.value,
        bytes=file.bytes_present,
        total=file.size,
        resumed_from=file.resumed_from,
        seconds=round(file.seconds, 3),
        verified=file.verified,
        path=None if file.path is None else shown_path(file.path),
        error=error_line(file.error),
    )


def timeline_line(entry: TimelineEntry) -> TimelineLine:
    """One entry of the job's timeline."""
    return TimelineLine(at=_date(entry.at), kind=entry.kind.value, text=entry.text)


def settings_of(job: JobSnapshot) -> Iterator[tuple[str, str, str]]:
    """What can be set for the job: the option's name, what it is, and how it is now."""
    timeout = job.no_progress_timeout
    yield "give_up_after", "Gives up after", _time(timeout, "at the first error")
    yield "retry_delay", "Retry delay", _time(job.minimum_retry_delay)
    longest = job.maximum_download_time
    yield "max_time", "Longest time", "none" if longest is None else _time(longest)
    yield "priority", "Priority", job.priority.name.lower()
    yield "limit", "Speed limit", formatting.rate(job.rate_limit) if job.rate_limit else "none"
    yield "metered", "Metered networks", _METERED[job.metered]


def _about(job: JobSnapshot) -> Iterator[str]:
    """The job for people, a line for each thing."""
    yield formatting.title(job)
    yield formatting.state_sentence(job)
    yield ""
    yield from _rows(_facts(job))
    yield ""
    yield from _rows((label, value) for _name, label, value in settings_of(job))


def _facts(job: JobSnapshot) -> Iterator[tuple[str, str]]:
    yield "Job", f"{job.id} ({job.state.name})"
    yield "Folder", formatting.one_line(shown_path(job.folder))
    yield "Done", _progress(job.bytes_present, job.size)
    if job.run_anyway:
        yield "Network", "runs whatever the network is like"
    yield from _trust(job)
    if not job.auto_complete:
        yield "Completes", "when you say `holdfast complete`"
    if job.without_progress is not None:
        yield "No progress for", formatting.duration(job.without_progress)
    if job.gives_up_in is not None and not job.state.is_final:
        yield "Gives up in", formatting.countdown(job.gives_up_in)
    if job.retry_in is not None:
        yield "Next try in", formatting.countdown(job.retry_in)
    if job.error_count:
        yield "Errors so far", str(job.error_count)
    if job.error and job.state is not JobState.ACKNOWLEDGED:
        yield from _last_error(job)
    yield "Created", _clock_time(job.created)
    yield "Changed", _clock_time(job.modified)
    if job.transferred is not None:
        yield "Transferred", _clock_time(job.transferred)


def _trust(job: JobSnapshot) -> Iterator[tuple[str, str]]:
    if job.has_secrets:
        kept = "kept in the keyring" if job.secrets_last else "known until Holdfast ends"
        yield "Secrets", f"{kept}, never shown"
    if job.proxy is not None:
        yield "Proxy", formatting.one_line(job.proxy)
    if job.client_certificate is not None:
        yield "Certificate", formatting.one_line(shown_path(job.client_certificate))
    if job.allow_downgrade:
        yield "Redirects", "from https to http too"


def _last_error(job: JobSnapshot) -> Iterator[tuple[str, str]]:
    line = error_line(job.error)
    if job.error is None or line is None:
        return
    codes = [line.code, line.kind, line.context, line.hresult]
    yield "Last error", line.text
    yield "Error code", " · ".join(code for code in codes if code)
    if job.error.detail:
        yield "Error detail", formatting.one_line(job.error.detail)


# --- from lines to one text ----------------------------------------------------------------------


def by_job(lines: Iterable[Event]) -> list[list[Event]]:
    """What `info` told, each job's lines by themselves."""
    jobs: list[list[Event]] = []
    for line in lines:
        if isinstance(line, InfoLine):
            jobs.append([])
        jobs[-1].append(line)
    return jobs


def as_object(lines: Iterable[Event]) -> str:
    """All that `info` told of a job as one object on one line."""
    told: dict[str, Any] = {}
    files: list[dict[str, Any]] = []
    timeline: list[dict[str, Any]] = []
    for line in lines:
        plain = msgspec.to_builtins(line)
        match line:
            case InfoLine():
                told = plain
                del told["words"]
            case FileLine():
                del plain["event"]
                files.append(plain)
            case TimelineLine():
                del plain["event"]
                timeline.append(plain)
    return msgspec.json.encode({**told, "files": files, "timeline": timeline}).decode()


def as_text(lines: Sequence[Event]) -> str:
    """All that `info` told of a job, for people."""
    parts = [line.words for line in lines if isinstance(line, InfoLine)]
    parts += ["", "Files"]
    parts += [text for line in lines if isinstance(line, FileLine) for text in _file(line)]
    parts += ["", "Timeline"]
    parts += [_entry(line) for line in lines if isinstance(line, TimelineLine)]
    return "\n".join(parts)


def _file(line: FileLine) -> Iterator[str]:
    number = f"{_INDENT}{line.number}. "
    indent = " " * len(number)
    yield f"{number}{formatting.one_line(line.path or line.name or line.url)}"
    facts = [line.state, _progress(line.bytes, line.total)]
    if line.resumed_from:
        facts.append(f"resumed at {formatting.size(line.resumed_from)}")
    if line.verified:
        facts.append(f"checked with {line.verified}")
    yield indent + " · ".join(facts)
    if line.error:
        yield indent + line.error.text
    if line.path or line.name:
        yield indent + formatting.one_line(line.url)


def _entry(line: TimelineLine) -> str:
    when = datetime.fromisoformat(line.at).astimezone()
    text = f"{line.kind}: {formatting.one_line(line.text)}" if line.text else line.kind
    return f"{_INDENT}{when:%Y-%m-%d %H:%M:%S}  {text}"


# --- single values -------------------------------------------------------------------------------


def _rows(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"{_INDENT}{label:16}  {value}" for label, value in rows)


def _date(seconds: float) -> str:
    return datetime.fromtimestamp(seconds).astimezone().isoformat(timespec="milliseconds")


def _clock_time(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds).astimezone():%Y-%m-%d %H:%M:%S}"


def _time(seconds: float | None, at_once: str = "none") -> str:
    if seconds is None:
        return "never"
    return formatting.duration_in_words(seconds) if seconds else at_once


def _progress(count: int, total: int | None) -> str:
    here = formatting.size(count)
    if total is None:
        return f"{here} of an unknown size" if count else "nothing yet"
    share = formatting.percent(count / total if total else 1.0)
    return f"{here} of {formatting.size(total)} ({share})"
