"""Another link for a file: what is here stays if it may, and secrets stay where they belong."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from contract_bench import ContractBench, eventually, every_example_is_here
from engine import (
    ErrorKind,
    FileSpec,
    FileState,
    InvalidStateError,
    JobState,
    RefusedError,
    TimelineKind,
)
from fault_server import Fault, FaultServer, some_content

MIB = 1 << 20
CONTENT = some_content(4 * MIB)
SECRET = "s3cr3t-opensesame"
HOUR = 3600.0


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer(CONTENT) as server:
        yield server


@pytest.fixture
def mirror() -> Iterator[FaultServer]:
    """Another server with the same file."""
    with FaultServer(CONTENT) as mirror:
        yield mirror


@pytest.fixture
async def bench(tmp_path: Path, server: FaultServer) -> AsyncIterator[ContractBench]:
    bench = ContractBench(tmp_path, server)
    await bench.open()
    yield bench
    await bench.manager.close()


async def test_a_job_in_error_goes_on_from_the_new_link_with_a_new_window(bench, server, mirror):
    server.faults.append(Fault(drop_after=MIB))
    server.fault = Fault(status=404)
    job_id = await bench.add(no_progress_timeout=HOUR)
    job = await bench.until(job_id, JobState.ERROR)
    here = job.bytes_present
    assert here > 0
    mirror.faults.append(Fault(status=503))
    await bench.manager.change_link(job_id, 0, mirror.url)
    job = await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert (job.without_progress, job.url) == (0.0, mirror.url)
    await bench.while_time_passes(lambda: bench.job(job_id).state is JobState.ACKNOWLEDGED)
    assert (bench.folder / "file.bin").read_bytes() == CONTENT
    # Only what was missing, under the condition that it is the same file.
    assert mirror.requests[-1].fields["if-range"] == '"v1"'
    assert mirror.ranges[0] == f"bytes={here}-"


async def test_which_version_is_here_is_known_after_a_restart(bench, server):
    server.faults.append(Fault(drop_after=MIB))
    server.fault = Fault(status=404)
    job_id = await bench.add()
    await bench.until(job_id, JobState.ERROR)
    before = bench.job(job_id).files[0].validator
    await bench.restart()
    assert bench.manager.exchanges(job_id) == []
    assert bench.job(job_id).files[0].validator == before
    assert before.etag == '"v1"'


async def test_another_version_begins_from_zero(bench, server, mirror):
    server.faults.append(Fault(drop_after=MIB))
    server.fault = Fault(status=404)
    mirror.replace(some_content(4 * MIB, "B"))
    job_id = await bench.add()
    await bench.until(job_id, JobState.ERROR)
    await bench.manager.change_link(job_id, 0, mirror.url)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert (bench.folder / "file.bin").read_bytes() == mirror.content
    kinds = [entry.kind for entry in await bench.manager.timeline(job_id)]
    assert TimelineKind.STARTED_OVER in kinds


async def test_a_running_job_goes_over_to_the_new_link_at_once(bench, server, mirror):
    server.fault = Fault(rate=MIB)
    job_id = await bench.add(connections=1)
    await bench.until_here(job_id, MIB // 2)
    await bench.manager.change_link(job_id, 0, mirror.url)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert (bench.folder / "file.bin").read_bytes() == CONTENT
    assert len(server.requests) == 1
    assert mirror.requests[0].fields["if-range"] == '"v1"'
    assert bench.job(job_id).error_count == 0
    assert JobState.TRANSFERRED not in bench.states[job_id][:-2]


async def test_of_several_files_only_that_one_is_begun_again(bench, server, mirror):
    server.fault = Fault(rate=MIB)
    job_id = await bench.add("/one.bin", "/two.bin", connections=1)
    await bench.until_here(job_id, MIB)
    await bench.manager.change_link(job_id, 1, mirror.url_for("/two.bin"))
    await eventually(lambda: mirror.requests)
    assert bench.job(job_id).state is JobState.TRANSFERRING
    server.fault = Fault()
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert sorted(request.path for request in server.requests) == ["/one.bin", "/two.bin"]
    assert [request.path for request in mirror.requests] == ["/two.bin"]
    assert {(bench.folder / name).read_bytes() for name in ("one.bin", "two.bin")} == {CONTENT}


async def test_of_several_files_one_that_failed_is_fetched_while_others_run(bench, server, mirror):
    server.choose = lambda asked: Fault(status=404) if asked.path == "/two.bin" else Fault(rate=MIB)
    job_id = await bench.add("/one.bin", "/two.bin", connections=1)
    await bench.while_time_passes(
        lambda: (
            bench.job(job_id).files[1].state is FileState.FAILED
            and bench.job(job_id).files[0].bytes_present > 0
        )
    )
    await bench.manager.change_link(job_id, 1, mirror.url_for("/two.bin"))
    await bench.while_time_passes(lambda: bench.job(job_id).files[1].state is FileState.TRANSFERRED)
    assert bench.job(job_id).state is JobState.TRANSFERRING
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert bench.files_here() == ["one.bin", "two.bin"]


async def test_a_job_that_waits_tries_the_new_link_at_once_and_keeps_its_window(
    bench, server, mirror
):
    server.fault = Fault(status=503, fields={"Retry-After": "600"})
    job_id = await bench.add(no_progress_timeout=HOUR)
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    await bench.clock.advance(100)
    mirror.faults.append(Fault(status=503))
    await bench.manager.change_link(job_id, 0, mirror.url)
    await eventually(lambda: mirror.requests)
    job = await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert job.without_progress == 100
    await bench.while_time_passes(lambda: bench.job(job_id).state is JobState.ACKNOWLEDGED)


async def test_a_job_whose_host_lets_nobody_in_goes_to_another_one(bench, server, monkeypatch):
    """The pause of the old host must not keep it."""
    every_example_is_here(monkeypatch)
    old, new = (f"http://{host}.example:{server.port}" for host in ("old", "new"))
    server.fault = Fault(status=503)
    jobs = [await bench.add(f"{old}/{number}") for number in range(3)]
    for job_id in jobs:
        await bench.until_quiet(job_id)
    server.fault = Fault()
    await bench.manager.change_link(jobs[1], 0, f"{new}/1")
    await bench.until(jobs[1], JobState.ACKNOWLEDGED)
    for job_id in (jobs[0], jobs[2]):
        await bench.while_time_passes(
            lambda job_id=job_id: bench.job(job_id).state is JobState.ACKNOWLEDGED
        )


async def test_a_good_answer_of_another_host_opens_no_dead_one(bench, server, monkeypatch):
    """One that goes elsewhere has the next one knock at its old host, and no more than that."""
    every_example_is_here(monkeypatch)
    old, new = (f"http://{host}.example:{server.port}" for host in ("old", "new"))
    server.fault = Fault(status=503)
    jobs = [await bench.add(f"{old}/{number}") for number in range(4)]
    for job_id in jobs:
        await bench.until_quiet(job_id)
    server.faults.append(Fault(delay=60))
    await bench.while_time_passes(
        lambda: any(bench.job(job_id).state is JobState.CONNECTING for job_id in jobs)
    )
    [first] = [job_id for job_id in jobs if bench.job(job_id).state is JobState.CONNECTING]
    # All the others have waited long enough, but for their host.
    await bench.clock.advance(30)
    before = len(server.requests)
    server.choose = lambda asked: Fault() if asked.fields["host"].startswith("new") else None
    await bench.manager.change_link(first, 0, f"{new}/1")
    await bench.until(first, JobState.ACKNOWLEDGED)

    def asked() -> list[str]:
        return sorted(one.fields["host"].partition(".")[0] for one in server.requests[before:])

    await eventually(lambda: "old" in asked())
    for job_id in jobs:
        await bench.until_quiet(job_id)
    assert asked() == ["new", "old"]


async def test_a_paused_job_stays_paused_and_takes_the_new_link_later(bench, server, mirror):
    job_id = await bench.add(start=False)
    await bench.manager.change_link(job_id, 0, mirror.url)
    assert bench.job(job_id).state is JobState.SUSPENDED
    await bench.restart()
    assert bench.job(job_id).url == mirror.url
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert server.requests == []


async def test_what_cannot_have_another_link(bench, server, mirror):
    job_id = await bench.add()
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    with pytest.raises(InvalidStateError):
        await bench.manager.change_link(job_id, 0, mirror.url)
    waits = await bench.add("/other.bin", start=False)
    with pytest.raises(RefusedError):
        await bench.manager.change_link(waits, 0, "ftp://a.example/x")
    with pytest.raises(RefusedError):
        await bench.manager.change_link(waits, 7, mirror.url)
    assert bench.job(waits).url == server.url_for("/other.bin")


async def test_a_file_that_is_here_keeps_its_link(bench, server, mirror):
    job_id = await bench.add(auto_complete=False)
    await bench.until(job_id, JobState.TRANSFERRED)
    with pytest.raises(RefusedError, match="here already"):
        await bench.manager.change_link(job_id, 0, mirror.url)


async def test_a_sign_in_in_the_new_link_is_used_and_never_told(bench, server):
    with FaultServer(CONTENT, sign_in=("ada", SECRET)) as other:
        job_id = await bench.add(start=False)
        link = other.url_for(f"/file.bin?token={SECRET}").replace("//", f"//ada:{SECRET}@")
        await bench.manager.change_link(job_id, 0, link)
        bench.manager.resume(job_id)
        await bench.until(job_id, JobState.ACKNOWLEDGED)
    told = await bench.manager.timeline(job_id)
    assert any("from another link" in entry.text for entry in told)
    assert SECRET not in repr(told)
    assert f"ada:{SECRET}" not in repr(bench.job(job_id))
    assert b"ada" not in b"".join(path.read_bytes() for path in bench.home.glob("jobs.db*"))


async def test_headers_stay_with_the_hosts_that_they_were_given_for(bench, server, mirror):
    job_id = await bench.add(start=False, headers=(("X-Api-Key", SECRET),))
    await bench.manager.change_link(job_id, 0, mirror.url)
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert SECRET not in repr(mirror.requests)


async def test_a_run_under_way_keeps_to_that_too(bench, server):
    """Secrets are recalled when a run begins, and this one goes on."""
    with FaultServer(CONTENT, sign_in=("ada", SECRET)) as other:
        server.fault = Fault(rate=MIB)
        job_id = await bench.add(
            "/one.bin", "/two.bin", connections=1, headers=(("X-Api-Key", "k3y-of-the-old"),)
        )
        await bench.until_here(job_id, MIB)
        link = other.url_for("/two.bin").replace("//", f"//ada:{SECRET}@")
        await bench.manager.change_link(job_id, 1, link)
        await eventually(lambda: other.requests)
        server.fault = Fault()
        job = await bench.until(job_id, JobState.ACKNOWLEDGED)
        assert job.error_count == 0
        assert "k3y-of-the-old" not in repr(other.requests)
        assert {asked.fields["x-api-key"] for asked in server.requests} == {"k3y-of-the-old"}


async def test_headers_go_along_to_another_link_on_the_same_host(bench, server):
    job_id = await bench.add(start=False, headers=(("X-Api-Key", SECRET),))
    await bench.manager.change_link(job_id, 0, server.url_for("/new.bin"))
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert server.requests[0].fields["x-api-key"] == SECRET


async def test_the_name_follows_a_link_that_gave_it(bench, server):
    job_id = await bench.add(start=False)
    await bench.manager.change_link(job_id, 0, server.url_for("/better.iso"))
    assert bench.job(job_id).name == "better.iso"
    named = await bench.add(start=False, name="My own")
    await bench.manager.change_link(named, 0, server.url_for("/better.iso"))
    assert bench.job(named).name == "My own"


# Beside it: sign-ins that are given with a job, and more files for a job with secrets.


async def test_a_sign_in_given_with_a_job_is_used(bench):
    with FaultServer(CONTENT, sign_in=("ada", SECRET)) as other:
        job_id = await bench.add(other.url, login=("ada", SECRET))
        await bench.until(job_id, JobState.ACKNOWLEDGED)
        link = other.url_for("/two.bin").replace("//", f"//ada:{SECRET}@")
        job_id = await bench.add(link, login=("ada", "wrong"))
        await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert bench.job(job_id).has_secrets
    assert SECRET.encode() not in b"".join(
        path.read_bytes() for path in bench.home.glob("jobs.db*")
    )


async def test_more_files_leave_a_jobs_headers_alone(bench, server):
    job_id = await bench.add(start=False, headers=(("X-Api-Key", SECRET),))
    link = server.url_for("/two.bin").replace("//", "//ada:pw@")
    await bench.manager.add_files(job_id, [FileSpec(link)])
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert {request.fields.get("x-api-key") for request in server.requests} == {SECRET}


async def test_connections_may_be_changed(bench, server):
    job_id = await bench.add(start=False)
    bench.manager.set_connections(job_id, 1)
    assert bench.job(job_id).most_connections == 1
    with pytest.raises(RefusedError):
        bench.manager.set_connections(job_id, 0)
    server.fault = Fault(rate=2 * MIB)
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert server.peak == 1
    with pytest.raises(InvalidStateError):
        bench.manager.set_connections(job_id, 2)


async def test_fewer_connections_are_used_at_once(bench, server):
    server.content = some_content(16 * MIB)
    server.fault = Fault(rate=MIB)
    job_id = await bench.add(connections=4)
    await bench.while_time_passes(lambda: bench.job(job_id).connections == 4)
    bench.manager.set_connections(job_id, 2)
    await bench.while_time_passes(lambda: bench.job(job_id).connections == 2)
    assert bench.job(job_id).state is JobState.TRANSFERRING
    bench.manager.cancel(job_id)


async def test_an_error_of_the_old_link_is_forgotten(bench, server):
    server.fault = Fault(status=404)
    job_id = await bench.add()
    job = await bench.until(job_id, JobState.ERROR)
    assert job.error is not None
    assert job.error.kind is ErrorKind.NOT_FOUND
    server.fault = Fault(delay=60)
    await bench.manager.change_link(job_id, 0, server.url_for("/new.bin"))
    assert bench.job(job_id).files[0].error is None
    bench.manager.suspend(job_id)
