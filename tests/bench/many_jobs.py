"""Fills a home with thousands of jobs in mixed states, through the real store.

    many_jobs.py HOME [COUNT] [--resting]

`--resting`: none that would begin, wait or try again; nothing happens in such a home by itself.
Hosts end in `.invalid`, so that no name is ever asked of anybody.
"""

from __future__ import annotations

import argparse
import random
from concurrent.futures import Future
from pathlib import Path

from engine import ErrorContext, ErrorKind, FileState, JobError, JobState
from engine.clock import Clock
from engine.elapsed_clock import ElapsedClock
from engine.job import Job, JobFile, JobTimes, Priority
from engine.manager import DATABASE
from engine.part import ByteRange, PartState, Validator
from engine.retry import RetryPolicy
from engine.store import Store
from engine.timeline import TimelineEntry, TimelineKind

MANY = 10_000
NOON = 1_800_000_000.0

_WORDS = ("backup", "report", "photos", "lecture", "dataset", "archive", "song", "episode", "map")
_ENDINGS = ("iso", "zip", "pdf", "mp4", "flac", "tar.zst", "nc", "jpg", "deb", "epub")
_FOLDERS = ("Downloads", "Videos", "Music", "Downloads/Work", "Pictures/2026")
_HOSTS = 40

# Of a hundred jobs; what is under way is loaded as queued and begins.
_RESTING = (
    (JobState.ACKNOWLEDGED, 62),
    (JobState.SUSPENDED, 18),
    (JobState.ERROR, 14),
    (JobState.CANCELLED, 6),
)
_MIXED = (
    (JobState.ACKNOWLEDGED, 62),
    (JobState.SUSPENDED, 14),
    (JobState.ERROR, 10),
    (JobState.CANCELLED, 4),
    (JobState.QUEUED, 6),
    (JobState.TRANSIENT_ERROR, 4),
)
_FAILURES = (ErrorKind.NOT_FOUND, ErrorKind.NAME_NOT_RESOLVED, ErrorKind.ACCESS_DENIED)


def fill(home: Path, count: int = MANY, *, resting: bool = False) -> None:
    """Put `count` jobs into the store of a home that nobody has open; the same ones each time."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    dice, clock = random.Random(count), ElapsedClock()
    states, weights = zip(*(_RESTING if resting else _MIXED), strict=True)
    store = Store(home / DATABASE)
    written: Future[list[int]] | None = None
    for number in range(1, count + 1):
        (state,) = dice.choices(states, weights)
        job = _job(number, state, dice, home.parent, clock)
        story = TimelineEntry(job.times.created, TimelineKind.CREATED, "added")
        written = store.save(job, job.files, [story])
    if written is not None:
        written.result()
    store.close()


def _job(number: int, state: JobState, dice: random.Random, where: Path, clock: Clock) -> Job:
    name = f"{dice.choice(_WORDS)}-{number:05}-{dice.randrange(2015, 2027)}.{dice.choice(_ENDINGS)}"
    created = NOON - 60 * (MANY - number)
    job = Job(
        id=f"{dice.getrandbits(48):012x}",
        name=name,
        folder=where / dice.choice(_FOLDERS),
        files=[_file(name, state, dice, where)],
        times=JobTimes(created, created + 50, progress=created + 40),
        clock=clock,
        position=number,
        priority=dice.choice(list(Priority)),
        policy=RetryPolicy(dice.choice([3600.0, 14 * 86_400.0, None])),
    )
    if state in (JobState.ERROR, JobState.TRANSIENT_ERROR):
        kind = dice.choice(_FAILURES) if state is JobState.ERROR else ErrorKind.TIMED_OUT
        job.error = JobError(kind, ErrorContext.REMOTE_FILE, subject="files.example.org")
        job.error_count = dice.randrange(1, 9)
        job.gave_up = job.error.is_transient and state is JobState.ERROR
    if state is JobState.ACKNOWLEDGED:
        job.times.transferred = created + 45
    job.restore(state, 120.0 if state is JobState.TRANSIENT_ERROR else None)
    # `restore` turns what was under way into queued, as a start would.
    return job


def _file(name: str, state: JobState, dice: random.Random, where: Path) -> JobFile:
    host = f"mirror{dice.randrange(_HOSTS)}.invalid"
    size = dice.randrange(20_000, 4_000_000_000)
    file = JobFile(0, f"https://{host}/pub/{name}", size=size, seconds=12.5)
    if state is JobState.ACKNOWLEDGED:
        file.state, file.path, file.verified = FileState.DELIVERED, where / name, "sha256"
        here = size
    else:
        here = dice.choice([0, size // 3, size // 2])
    if here:
        etag = Validator(f'"{dice.getrandbits(64):x}"')
        file.part = PartState(name, size, etag, file.url, (ByteRange(0, here),))
    file.reached(here)
    return file


def main() -> None:
    """As the words say."""
    parser = argparse.ArgumentParser(description="Fill a home with jobs.")
    parser.add_argument("home", type=Path)
    parser.add_argument("count", type=int, nargs="?", default=MANY)
    parser.add_argument("--resting", action="store_true")
    options = parser.parse_args()
    fill(options.home, options.count, resting=options.resting)


if __name__ == "__main__":
    main()
