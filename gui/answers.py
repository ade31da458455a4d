"""Short requests: what is asked or ordered, carried out on a manager and told line by line.

The control socket answers with them; a command line that finds no instance on a home does so
itself, with an engine that leaves the stored jobs alone.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Iterator
from typing import TypeAlias

import msgspec
from msgspec import UNSET

import engine
from engine import (
    ErrorKind,
    InvalidStateError,
    JobEvent,
    JobManager,
    JobSnapshot,
    JobState,
    NoSuchJobError,
    RefusedError,
)
from gui import formatting
from gui.cli import details
from gui.cli.report import added_event, error_line, job_line, refused_event
from gui.problem_report import problem_report
from gui.protocol import (
    Add,
    Answered,
    Cancel,
    Complete,
    Deed,
    Event,
    Export,
    Info,
    JobLine,
    List,
    MoveTo,
    Order,
    Pause,
    Refused,
    Report,
    Resume,
    Retry,
    Set,
    SignInTo,
    Skip,
    Text,
)
from gui.translation import translate

Short: TypeAlias = Add | List | Info | Export | Report | Order

SHORTEST_ID = 4
MOST_NAMED = 5
"""Of jobs that are meant by the same beginning of an id, so many are named."""
TEXT_PIECE = 64 * 1024
"""Characters."""
JOBS_AT_ONCE = 250
"""So many are looked at before others get their turn."""

# What "all" means: only jobs that the command makes a difference to, and none that failed.
_ALL_OF: dict[type[Deed], frozenset[JobState]] = {
    Pause: frozenset(
        {JobState.QUEUED, JobState.CONNECTING, JobState.TRANSFERRING, JobState.TRANSIENT_ERROR}
    ),
    Resume: frozenset({JobState.SUSPENDED}),
}


def _tr(text: str) -> str:
    """Browsers ask as well, and what they show is for people."""
    return translate("answers", text)


async def answers(manager: JobManager, request: Short) -> AsyncGenerator[Event, None]:
    """Carry the request out and tell it; whoever reads may take their time between two lines.

    A job that is added is the last line, refused or not; all other answers end with `Answered`.
    """
    match request:
        case Add():
            yield await _add(manager, request)
            return
        case List():
            for job in _jobs(manager):
                yield job_line(job)
        case Info():
            async for event in _info(manager, request.job):
                yield event
        case Export() | Report():
            async for piece in _document(manager, request):
                yield piece
        case Order():
            async for word in _named(manager, request):
                yield await _carry_out(manager, word, request.deed)
    yield Answered()


def may_set_going(request: Short) -> bool:
    """Whether jobs may run because of such a request."""
    if isinstance(request, Add):
        return request.start
    return isinstance(request, Order) and isinstance(request.deed, Resume | Retry | Skip | SignInTo)


def sets_going(manager: JobManager, request: Short) -> bool:
    """Whether a job would run after the request, so that an engine is needed that goes on."""
    if not isinstance(request, Order) or not may_set_going(request):
        return may_set_going(request)
    deed, words = request.deed, request.jobs
    if words is None:
        return any(_is_meant(job, deed) for job in _jobs(manager))
    return any(_would_run(manager, word, deed) for word in words)


def find(manager: JobManager, word: str) -> str:
    """The id of the job that is meant by the id or its beginning.

    Raises `NoSuchJobError`, and `RefusedError` where it is not clear.
    """
    with contextlib.suppress(NoSuchJobError):
        return manager.job(word).id
    start = word.lower()
    if len(start) < SHORTEST_ID:
        raise RefusedError(f"This is too short: at least {SHORTEST_ID} characters of the id.")
    meant = [job_id for job_id in manager.job_ids() if job_id.startswith(start)]
    if not meant:
        raise NoSuchJobError(word)
    if len(meant) > 1:
        more = "" if len(meant) <= MOST_NAMED else f" and {len(meant) - MOST_NAMED} more"
        names = ", ".join(meant[:MOST_NAMED])
        raise RefusedError(f"Several jobs begin with {word}: {names}{more}.")
    return meant[0]


def _jobs(manager: JobManager) -> Iterator[JobSnapshot]:
    """All jobs, one by one: thousands of them take a while, and some may go in the meantime."""
    for job_id in manager.job_ids():
        with contextlib.suppress(NoSuchJobError):
            yield manager.job(job_id)


async def _in_turns(manager: JobManager) -> AsyncGenerator[JobSnapshot, None]:
    """All jobs, and between them others get their turn."""
    for count, job in enumerate(_jobs(manager)):
        if count % JOBS_AT_ONCE == 0:
            await asyncio.sleep(0)
        yield job


async def _named(manager: JobManager, order: Order) -> AsyncGenerator[str, None]:
    """The jobs of the order; those that are meant by "all" are settled before the first is told."""
    words = order.jobs
    if words is None:
        words = tuple([job.id async for job in _in_turns(manager) if _is_meant(job, order.deed)])
    for word in words:
        yield word


def _is_meant(job: JobSnapshot, deed: Deed) -> bool:
    """Whether the job is among all jobs, where none is named."""
    return job.state in _ALL_OF.get(type(deed), ())


def _would_run(manager: JobManager, word: str, deed: Deed) -> bool:
    try:
        job = manager.job(find(manager, word))
    except (NoSuchJobError, RefusedError):
        return False
    match deed:
        case Retry(file=None):
            return job.accepts(JobEvent.RETRY)
        case Retry():
            return job.accepts(JobEvent.RESUME) and job.state is not JobState.SUSPENDED
        case SignInTo():
            return job.state in (JobState.ERROR, JobState.TRANSIENT_ERROR)
        case Skip():
            # Without the file that failed, the job may have all that it wants.
            return job.state is JobState.ERROR
        case _:
            return job.accepts(JobEvent.RESUME)


async def _add(manager: JobManager, request: Add) -> Event:
    try:
        job_id = await manager.add(request.spec, start=request.start)
    except RefusedError as refusal:
        return refused_event(refusal)
    return added_event(manager.job(job_id))


async def _info(manager: JobManager, word: str) -> AsyncGenerator[Event, None]:
    try:
        job = manager.job(find(manager, word))
        timeline = await manager.timeline(job.id)
    except (NoSuchJobError, RefusedError) as refusal:
        yield _refusal(word, refusal)
        return
    yield details.info_line(job)
    for file in job.files:
        yield details.file_line(file)
    for entry in timeline:
        yield details.timeline_line(entry)


async def _document(manager: JobManager, request: Export | Report) -> AsyncGenerator[Event, None]:
    jobs = [job async for job in _in_turns(manager)]
    text = await (
        _export(jobs, request) if isinstance(request, Export) else problem_report(manager, jobs)
    )
    for start in range(0, len(text), TEXT_PIECE):
        yield Text(text=text[start : start + TEXT_PIECE])


async def _export(jobs: list[JobSnapshot], request: Export) -> str:
    # Snapshots never change, so that another thread may take its time over them.
    whole_links = request.whole_links
    return await engine.in_thread("export", engine.export_jobs, jobs, whole_links=whole_links)


# --- orders --------------------------------------------------------------------------------------


async def _carry_out(manager: JobManager, word: str, deed: Deed) -> JobLine | Refused:
    """Do it, and tell how the job is now."""
    try:
        job_id = find(manager, word)
        await _do(manager, job_id, deed)
        job = manager.job(job_id)
    except (NoSuchJobError, RefusedError, InvalidStateError) as refusal:
        return _refusal(word, refusal)
    if isinstance(deed, Complete) and job.state is JobState.TRANSFERRED and job.error:
        error = error_line(job.error)
        code = error.hresult if error else None
        return Refused(job=job.id, text=formatting.state_sentence(job), code=code)
    line = job_line(job)
    if isinstance(deed, Set):
        line = msgspec.structs.replace(line, words=f"{line.words} · {_settings(job, deed)}")
    return line


def _refusal(word: str, refusal: Exception) -> Refused:
    if isinstance(refusal, NoSuchJobError):
        # The window, which says that it is no longer in the list, has shown it before.
        return Refused(job=word, text=_tr("There is no such job."), code=f"0x{refusal.code:08X}")
    refused = refused_event(refusal, word)
    if isinstance(refusal, InvalidStateError) and refusal.event is JobEvent.RETRY:
        # Unlike other commands this one may be allowed again later.
        words = _tr("This job is {state}: there is nothing to retry.").format(
            state=formatting.state_word(refusal.state)
        )
        return msgspec.structs.replace(refused, text=words)
    return refused


async def _do(manager: JobManager, job_id: str, deed: Deed) -> None:
    match deed:
        case Pause():
            manager.suspend(job_id)
        case Resume():
            if deed.anyway:
                manager.run_anyway(job_id)
            manager.resume(job_id)
        case Cancel():
            manager.cancel(job_id)
        case Complete():
            await manager.complete(job_id)
        case MoveTo():
            manager.move(job_id, deed.place)
        case Set():
            _set(manager, job_id, deed)
        case SignInTo():
            await _sign_in(manager, job_id, deed)
        case Retry() | Skip():
            _do_with_files(manager, job_id, deed)


async def _sign_in(manager: JobManager, job_id: str, deed: SignInTo) -> None:
    error = manager.job(job_id).error
    if error is not None and error.kind is ErrorKind.PROXY_CREDENTIALS_NEEDED:
        await manager.trust.sign_in_to_proxy(job_id, deed.sign_in)
    else:
        await manager.trust.sign_in(job_id, deed.sign_in, for_host=deed.for_host)


def _do_with_files(manager: JobManager, job_id: str, deed: Retry | Skip) -> None:
    if isinstance(deed, Skip):
        for number in [_file(manager, job_id, number) for number in deed.files]:
            manager.skip_file(job_id, number)
    elif deed.file is not None:
        manager.retry_file(job_id, _file(manager, job_id, deed.file))
    else:
        manager.retry(job_id)


def _file(manager: JobManager, job_id: str, number: int) -> int:
    """The engine's number of the file that `info` shows as `number`; raises `RefusedError`."""
    files = manager.job(job_id).files
    if number > len(files):
        what = formatting.counted(len(files), "1 file", "{n} files")
        raise RefusedError(f"There is no file {number}: the job has {what}.")
    return number - 1


def _set(manager: JobManager, job_id: str, deed: Set) -> None:
    if deed.give_up_after is not UNSET:
        manager.set_no_progress_timeout(job_id, deed.give_up_after)
    if deed.retry_delay is not UNSET:
        manager.set_minimum_retry_delay(job_id, deed.retry_delay)
    if deed.priority is not UNSET:
        manager.set_priority(job_id, deed.priority)
    if deed.limit is not UNSET:
        manager.set_rate_limit(job_id, deed.limit)
    if deed.max_time is not UNSET:
        manager.set_maximum_download_time(job_id, deed.max_time)
    if deed.metered is not UNSET:
        manager.set_metered(job_id, deed.metered)


def _settings(job: JobSnapshot, deed: Set) -> str:
    """What was changed, as it is now: the engine may have rounded it."""
    changed = {name for name in deed.__struct_fields__ if getattr(deed, name) is not UNSET}
    return " · ".join(
        f"{label.lower()}: {value}"
        for name, label, value in details.settings_of(job)
        if name in changed
    )
