"""Checksums through the front door: a real transfer from a real server, to the job's last state."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from engine.errors import ErrorKind, RefusedError
from engine.job import FileState
from engine.manager import JobManager
from engine.part import Checksum
from engine.snapshot import JobSnapshot
from engine.spec import FileSpec, JobSpec
from engine.states import JobState
from engine.timeline import TimelineKind
from fakes import FakeClock
from fault_server import Fault, FaultServer, some_content
from manager_bench import eventually

CONTENT = some_content(300_000)
SHA256 = hashlib.sha256(CONTENT).hexdigest()
WRONG = Checksum("sha256", "0" * 64)


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer(CONTENT) as server:
        server.scenes = {"sums": Fault(status=200, page=f"{SHA256}  file.bin\n".encode())}
        yield server


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def manager(tmp_path: Path, clock: FakeClock) -> AsyncIterator[JobManager]:
    manager = await JobManager.open(tmp_path / "home", clock=clock)
    yield manager
    await manager.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "downloads"


@pytest.fixture
def sums(tmp_path: Path) -> Path:
    path = tmp_path / "SHA256SUMS"
    path.write_text(f"{SHA256}  file.bin\n")
    return path


def spec_for(url: str, folder: Path, **facts: object) -> JobSpec:
    return JobSpec((FileSpec(url, **facts),), folder)  # type: ignore[arg-type]


async def ended(manager: JobManager, job_id: str, state: JobState) -> JobSnapshot:
    await eventually(lambda: manager.job(job_id).state is state)
    return manager.job(job_id)


async def checks(manager: JobManager, job_id: str) -> list[str]:
    timeline = await manager.timeline(job_id)
    return [entry.text for entry in timeline if entry.kind is TimelineKind.CHECKED]


async def test_a_wrong_file_is_an_error_and_stays_beside_until_it_is_fetched_again(
    manager: JobManager, server: FaultServer, folder: Path
) -> None:
    server.content = some_content(300_000, "damaged")
    job_id = await manager.add(spec_for(server.url, folder, checksum=Checksum("sha256", SHA256)))
    job = await ended(manager, job_id, JobState.ERROR)
    assert job.error is not None
    assert job.error.kind is ErrorKind.CHECKSUM_MISMATCH
    assert SHA256 in job.error.detail
    assert hashlib.sha256(server.content).hexdigest() in job.error.detail
    assert (folder / "file.bin.part").read_bytes() == server.content
    assert not (folder / "file.bin").exists()

    server.content = CONTENT
    manager.resume(job_id)
    job = await ended(manager, job_id, JobState.ACKNOWLEDGED)
    assert job.files[0].verified == "sha256"
    assert (folder / "file.bin").read_bytes() == CONTENT
    assert not (folder / "file.bin.part").exists()
    assert server.ranges == ["bytes=0-", "bytes=0-"]


async def test_the_servers_own_digest_verifies_a_file_and_the_timeline_says_so(
    manager: JobManager, server: FaultServer, folder: Path
) -> None:
    field = f"sha-256=:{base64.b64encode(bytes.fromhex(SHA256)).decode()}:"
    server.fault = Fault(fields={"Repr-Digest": field})
    job_id = await manager.add(spec_for(server.url, folder))
    job = await ended(manager, job_id, JobState.ACKNOWLEDGED)
    assert job.files[0].verified == "sha256"
    assert await checks(manager, job_id) == ["sha256 matches Repr-Digest"]


async def test_a_linked_checksum_file_that_is_away_is_asked_for_again_and_nothing_else(
    manager: JobManager, server: FaultServer, folder: Path, clock: FakeClock
) -> None:
    right = server.scenes
    server.scenes = {"sums": Fault(status=503)}
    link = server.url_for("/sums/SHA256SUMS")
    job_id = await manager.add(spec_for(server.url, folder, checksum_file=link))
    job = await ended(manager, job_id, JobState.TRANSIENT_ERROR)
    assert job.bytes_present == len(CONTENT)
    server.scenes = right
    # The shortest wait before another try is 5 s, and up to a fifth more.
    await clock.advance(10)
    await ended(manager, job_id, JobState.ACKNOWLEDGED)
    assert await checks(manager, job_id) == ["sha256 matches SHA256SUMS"]
    paths = [request.path for request in server.requests]
    assert paths == ["/file.bin", "/sums/SHA256SUMS", "/sums/SHA256SUMS"]


async def test_a_file_without_a_line_can_be_mended_without_fetching_it_again(
    manager: JobManager, server: FaultServer, folder: Path, sums: Path
) -> None:
    sums.write_text(f"{SHA256}  other.bin\n")
    job_id = await manager.add(spec_for(server.url, folder, checksum_file=str(sums)))
    job = await ended(manager, job_id, JobState.ERROR)
    assert job.error is not None
    assert job.error.kind is ErrorKind.CHECKSUM_MISSING
    sums.write_text(f"{SHA256}  file.bin\n")
    manager.resume(job_id)
    await ended(manager, job_id, JobState.ACKNOWLEDGED)
    assert len(server.requests) == 1


async def test_a_local_checksum_file_is_read_when_the_job_is_made(
    manager: JobManager, server: FaultServer, folder: Path, sums: Path
) -> None:
    spec = spec_for(server.url, folder, checksum_file=str(sums))
    job_id = await manager.add(spec, start=False)
    sums.unlink()
    manager.resume(job_id)
    await ended(manager, job_id, JobState.ACKNOWLEDGED)
    assert await checks(manager, job_id) == ["sha256 matches SHA256SUMS"]


@pytest.mark.parametrize(
    ("text", "why"),
    [(None, "cannot read the checksum file"), ("nothing", "holds no checksums")],
)
async def test_an_unusable_checksum_file_refuses_the_job(
    manager: JobManager, server: FaultServer, folder: Path, sums: Path, text: str | None, why: str
) -> None:
    sums.unlink() if text is None else sums.write_text(text)
    with pytest.raises(RefusedError, match=why):
        await manager.add(spec_for(server.url, folder, checksum_file=str(sums)))
    assert manager.jobs() == []
    assert not folder.exists()


async def test_a_link_to_a_checksum_file_that_cannot_be_used_refuses_the_job(
    manager: JobManager, server: FaultServer, folder: Path
) -> None:
    with pytest.raises(RefusedError):
        await manager.add(spec_for(server.url, folder, checksum_file="ftp://h/SHA256SUMS"))
    assert manager.jobs() == []


async def test_the_sign_in_of_a_checksum_files_link_is_used_and_not_stored(
    manager: JobManager, server: FaultServer, folder: Path, tmp_path: Path
) -> None:
    with FaultServer(sign_in=("me", "hidden")) as other:
        other.content = f"{SHA256}  file.bin\n".encode()
        link = other.url_for("/SHA256SUMS").replace("//", "//me:hidden@")
        job_id = await manager.add(spec_for(server.url, folder, checksum_file=link))
        await ended(manager, job_id, JobState.ACKNOWLEDGED)
    assert await checks(manager, job_id) == ["sha256 matches SHA256SUMS"]
    stored = b"".join(path.read_bytes() for path in (tmp_path / "home").glob("jobs.db*"))
    assert b"SHA256SUMS" in stored
    assert b"hidden" not in stored


async def test_the_files_of_one_job_find_a_line_each(
    manager: JobManager, server: FaultServer, folder: Path, sums: Path
) -> None:
    sums.write_text(f"{SHA256}  one.bin\n{WRONG.value}  two.bin\n")
    links = [server.url_for("/one.bin"), server.url_for("/two.bin")]
    spec = JobSpec(tuple(FileSpec(link, checksum_file=str(sums)) for link in links), folder)
    job_id = await manager.add(spec)
    job = await ended(manager, job_id, JobState.ERROR)
    assert [file.state for file in job.files] == [FileState.TRANSFERRED, FileState.FAILED]
    assert job.files[0].verified == "sha256"


async def test_the_same_command_with_another_checksum_takes_that_one(
    manager: JobManager, server: FaultServer, folder: Path, sums: Path
) -> None:
    spec = spec_for(server.url, folder, checksum=WRONG)
    job_id = await manager.add_or_resume(spec)
    await ended(manager, job_id, JobState.ERROR)
    right = replace(spec.files[0], checksum=None, checksum_file=str(sums))
    assert await manager.add_or_resume(replace(spec, files=(right,))) == job_id
    job = await ended(manager, job_id, JobState.ACKNOWLEDGED)
    assert job.files[0].verified == "sha256"


async def test_the_same_command_without_a_checksum_keeps_the_one_it_had(
    manager: JobManager, server: FaultServer, folder: Path
) -> None:
    spec = spec_for(server.url, folder, checksum=WRONG)
    job_id = await manager.add_or_resume(spec)
    await ended(manager, job_id, JobState.ERROR)
    await manager.add_or_resume(spec_for(server.url, folder))
    await eventually(lambda: len(server.requests) == 2)
    job = await ended(manager, job_id, JobState.ERROR)
    assert job.error is not None
    assert job.error.kind is ErrorKind.CHECKSUM_MISMATCH
