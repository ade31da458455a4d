"""What a job is called while nobody has given it a name: as its only file, or as its link."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from engine.job import Job, JobFile
from engine.wire.links import host_of


def name_in(url: str) -> str:
    """What to call a job before the server has named its file: the link's last word or host."""
    return unquote(PurePosixPath(urlsplit(url).path).name) or host_of(url)


def follow_file(job: Job, file: JobFile, before: str | None) -> None:
    """The file, which was called `before`, has another name now: perhaps the job has it as well."""
    name = file.name
    if len(job.files) != 1 or not name or name == before:
        return
    if job.name in (before, file.requested_name, name_in(file.url)):
        job.name = name
