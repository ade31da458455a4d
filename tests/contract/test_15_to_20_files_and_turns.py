"""Contract, acceptance checks 15 to 20: changed files, turns, news, the other clocks, kills."""

from __future__ import annotations

import itertools
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from contract_bench import ContractBench, eventually
from engine import (
    ErrorKind,
    FileState,
    JobState,
    MeteredPolicy,
    News,
    NewsKind,
    Priority,
    Settings,
)
from fault_server import Fault, FaultServer, some_content

DAY = 86_400.0
HALF = 300_000
STALLED = Fault(stall_after=HALF)
BG_E_MAXDOWNLOAD_TIMEOUT = 0x80200054
TREE = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("changed", "resumed_from"), [("size", 0), ("last-modified", 0), ("nothing", HALF)]
)
async def test_15_a_changed_size_or_date_has_that_file_begin_from_0_and_leaves_finished_files(
    bench: ContractBench, server: FaultServer, changed: str, resumed_from: int
) -> None:
    """Size or Last-Modified change -> that file from 0, finished files untouched."""
    server.etag = None
    server.choose = lambda request: STALLED if request.path == "/two.bin" else None
    job_id = await bench.add("/one.bin", "/two.bin", auto_complete=False)
    old = server.content
    await bench.until_here(job_id, len(old) + HALF)
    await eventually(lambda: bench.job(job_id).files[0].state is FileState.TRANSFERRED)
    bench.manager.suspend(job_id)
    server.choose = lambda request: None
    if changed == "size":
        server.content = old + some_content(5000, "B")
    elif changed == "last-modified":
        server.content = old[:-5] + b"other"
        server.last_modified = "Tue, 02 Jan 2024 00:00:00 GMT"
    asked = len(server.requests)
    bench.manager.resume(job_id)
    job = await bench.until(job_id, JobState.TRANSFERRED)
    assert job.files[1].resumed_from == resumed_from
    assert {request.path for request in server.requests[asked:]} == {"/two.bin"}
    await bench.manager.complete(job_id)
    assert (bench.folder / "one.bin").read_bytes() == old
    assert (bench.folder / "two.bin").read_bytes() == server.content


@pytest.mark.parametrize("status", [503, 404])
async def test_16_a_higher_priority_pre_empts_and_an_error_in_a_high_job_lets_lower_ones_run(
    bench: ContractBench, server: FaultServer, hosts: str, status: int
) -> None:
    """Higher priority pre-empts; errors in a high job let lower ones run; equal priority shares.

    Ours: not one background job at a time but `max_active_jobs` (4 by default), here 1.
    """
    bench.manager.change_settings(Settings(max_active_jobs=1))
    server.faults.append(STALLED)
    low = await bench.add(hosts.format("low"), priority=Priority.LOW)
    await bench.until_here(low, HALF)
    server.faults.extend([STALLED, Fault(status=status)])
    high = await bench.add(hosts.format("high"), priority=Priority.HIGH)
    await bench.until_here(high, HALF)
    assert bench.job(low).state is JobState.QUEUED
    assert bench.job(low).bytes_present == HALF
    assert bench.job(low).error_count == 0
    bench.manager.suspend(high)
    bench.manager.resume(high)
    failed = await bench.until(high, JobState.TRANSIENT_ERROR, JobState.ERROR)
    assert failed.state is (JobState.ERROR if status == 404 else JobState.TRANSIENT_ERROR)
    job = await bench.until(low, JobState.ACKNOWLEDGED)
    assert job.files[0].resumed_from == HALF
    assert bench.job(high).state is failed.state


async def test_16_jobs_of_equal_priority_run_side_by_side_in_order_of_arrival(
    bench: ContractBench, server: FaultServer, hosts: str
) -> None:
    """Equal priority shares.

    Ours: by running side by side, `max_active_jobs` at a time in order of arrival; BITS gives them
    time slices.
    """
    bench.manager.change_settings(Settings(max_active_jobs=2))
    server.fault = STALLED
    ids = [await bench.add(hosts.format(name)) for name in "abcd"]
    for job_id in ids[:2]:
        await bench.until_here(job_id, HALF)
    await bench.clock.advance(60)
    assert [bench.job(job_id).state for job_id in ids] == [
        JobState.TRANSFERRING,
        JobState.TRANSFERRING,
        JobState.QUEUED,
        JobState.QUEUED,
    ]
    bench.manager.cancel(ids[1])
    await bench.until_here(ids[2], HALF)
    assert bench.job(ids[0]).state is JobState.TRANSFERRING
    assert bench.job(ids[3]).state is JobState.QUEUED


async def test_16_a_foreground_job_runs_beside_all_others(
    bench: ContractBench, server: FaultServer, hosts: str
) -> None:
    """Higher priority pre-empts (but foreground jobs all run at once, as in BITS)."""
    bench.manager.change_settings(Settings(max_active_jobs=1))
    server.fault = STALLED
    high = await bench.add(hosts.format("high"), priority=Priority.HIGH)
    await bench.until_here(high, HALF)
    for name in ("one", "two"):
        job_id = await bench.add(hosts.format(name), priority=Priority.FOREGROUND)
        await bench.until_here(job_id, HALF)
    assert bench.job(high).state is JobState.TRANSFERRING


async def test_17_a_handler_that_fails_is_called_again_and_nothing_overtakes(
    bench: ContractBench,
) -> None:
    """Notification handler that fails is called again; handler registered late still gets the
    event; per-file events precede the job event.

    Ours: after 5 s, doubling up to 5 min; the later news of the same job wait meanwhile.
    """
    heard: list[NewsKind] = []

    def reluctant(news: News) -> None:
        heard.append(news.kind)
        if len(heard) <= 2:
            raise RuntimeError("not now")

    bench.manager.subscribe_news(reluctant)
    job_id = await bench.add()
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    await eventually(lambda: len(bench.kinds(job_id)) == 2)
    assert heard == [NewsKind.FILE_TRANSFERRED]
    await bench.clock.advance(60)
    await eventually(lambda: len(heard) == 4)
    assert heard == [NewsKind.FILE_TRANSFERRED] * 3 + [NewsKind.JOB_TRANSFERRED]
    await bench.clock.advance(DAY)
    assert len(heard) == 4
    assert len(bench.kinds(job_id)) == 2


@pytest.mark.parametrize("restarts", [False, True])
async def test_17_a_handler_registered_late_still_gets_the_event_and_nobody_gets_it_twice(
    bench: ContractBench, server: FaultServer, restarts: bool
) -> None:
    """Handler registered late still gets the event."""
    await bench.restart(listens=False)
    server.fault = Fault(status=404)
    job_id = await bench.add()
    await bench.until(job_id, JobState.ERROR)
    if restarts:
        await bench.restart(listens=False)
    bench.manager.subscribe_news(bench.news.append)
    await eventually(lambda: bench.kinds(job_id) == [NewsKind.JOB_ERROR])
    await bench.restart()
    await bench.clock.advance(DAY)
    assert bench.kinds(job_id) == [NewsKind.JOB_ERROR]


async def test_17_per_file_events_precede_the_job_event(
    bench: ContractBench, server: FaultServer
) -> None:
    """Per-file events precede the job event: that it is transferred, or in error."""
    paths = [f"/{number}.bin" for number in range(5)]
    job_id = await bench.add(*paths)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    await eventually(lambda: NewsKind.JOB_TRANSFERRED in bench.kinds(job_id))
    assert bench.kinds(job_id) == [NewsKind.FILE_TRANSFERRED] * 5 + [NewsKind.JOB_TRANSFERRED]
    server.choose = lambda request: Fault(status=404) if request.path == "/0.bin" else None
    job_id = await bench.add(*paths, name="one is gone")
    await bench.until(job_id, JobState.ERROR)
    await eventually(lambda: NewsKind.JOB_ERROR in bench.kinds(job_id))
    assert bench.kinds(job_id) == [NewsKind.FILE_TRANSFERRED] * 4 + [NewsKind.JOB_ERROR]


@pytest.mark.parametrize("interval", [0.5, 2.0])
async def test_18_modification_events_come_at_most_every_500_ms(
    bench: ContractBench, server: FaultServer, interval: float
) -> None:
    """Modification events at most every 500 ms; none for entering ERROR/TRANSFERRED.

    Ours: that is `subscribe_modified`, whose interval is the caller's choice; `subscribe` tells
    front ends everything at once.
    """
    heard: list[tuple[float, str]] = []
    bench.manager.subscribe_modified(
        lambda job_id: heard.append((bench.clock.now(), job_id)), interval
    )
    server.fault = STALLED
    ids = [await bench.add(path) for path in ("/one.bin", "/two.bin")]
    for job_id in ids:
        await bench.until_here(job_id, HALF)
    for step in range(100):
        for job_id in ids:
            bench.manager.set_rate_limit(job_id, 1000 + step)
        await bench.clock.advance(0.1)
    await bench.clock.advance(2 * interval)
    for job_id in ids:
        times = [at for at, about in heard if about == job_id]
        gaps = [later - earlier for earlier, later in itertools.pairwise(times)]
        assert min(gaps) >= interval - 1e-6
        assert len(times) >= 10 / interval - 2
        assert times[-1] >= bench.clock.now() - 2 * interval, "the last change is told as well"


async def test_18_the_last_of_several_changes_is_told_and_each_job_has_its_own_interval(
    bench: ContractBench,
) -> None:
    """Modification events at most every 500 ms.

    Ours: BITS may drop events under load; here the last change is told, if half a second later.
    """
    ids = [await bench.add(path, start=False) for path in ("/one.bin", "/two.bin")]
    await bench.clock.advance(1)
    heard: list[str] = []
    bench.manager.subscribe_modified(heard.append)
    for rate in (1000, 2000, 3000):
        for job_id in ids:
            bench.manager.set_rate_limit(job_id, rate)
    assert heard == ids
    await bench.clock.advance(0.4)
    assert heard == ids
    await bench.clock.advance(0.2)
    assert sorted(heard) == sorted(ids * 2)
    await bench.clock.advance(10)
    assert len(heard) == 4


@pytest.mark.parametrize(
    ("fault", "end"),
    [(Fault(), JobState.TRANSFERRED), (Fault(status=404), JobState.ERROR)],
    ids=["transferred", "error"],
)
async def test_18_no_modification_event_for_entering_error_or_transferred(
    bench: ContractBench, server: FaultServer, fault: Fault, end: JobState
) -> None:
    """Modification events: none for entering ERROR/TRANSFERRED (these have their own)."""
    gate = threading.Event()
    server.fault = replace(fault, before=lambda _: gate.wait(10) and None)
    heard: list[JobState] = []
    job_id = await bench.add(start=False, auto_complete=False)
    await bench.clock.advance(1)
    bench.manager.subscribe_modified(lambda about: heard.append(bench.job(about).state))
    bench.manager.resume(job_id)
    # All that led there has been told before the server answers.
    await bench.clock.advance(2)
    assert bench.job(job_id).state is JobState.CONNECTING
    assert heard
    heard.clear()
    gate.set()
    await bench.until(job_id, end)
    await bench.clock.advance(5)
    assert end not in heard
    bench.manager.set_priority(job_id, Priority.LOW)
    await bench.clock.advance(5)
    assert heard[-1] is end, "what changes afterwards is told"


async def test_18_who_listens_only_when_a_job_is_in_error_hears_what_changes_then(
    bench: ContractBench, server: FaultServer
) -> None:
    """Modification events: none for entering ERROR; a changed property is another matter."""
    server.fault = Fault(status=404)
    job_id = await bench.add()
    await bench.until(job_id, JobState.ERROR)
    heard: list[str] = []
    bench.manager.subscribe_modified(heard.append)
    bench.manager.set_priority(job_id, Priority.LOW)
    await bench.clock.advance(1)
    assert heard == [job_id]


async def test_19_inactivity_of_90_days_cancels_and_a_property_change_resets_it(
    bench: ContractBench, server: FaultServer, monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    """Inactivity of 90 days cancels; property change resets it.

    Ours: 90 days of engine time, so a machine that is off cancels nothing; part files go to the
    trash, from where a person can take them back, and it is told (JOB_EXPIRED).
    """
    (place / "data").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(place / "data"))
    assert Settings().inactivity_limit == 90 * DAY
    server.fault = STALLED
    job_id = await bench.add()
    await bench.until_here(job_id, HALF)
    bench.manager.suspend(job_id)
    for change in (
        lambda: bench.manager.set_priority(job_id, Priority.LOW),
        lambda: bench.manager.set_rate_limit(job_id, 5),
        lambda: bench.manager.set_no_progress_timeout(job_id, None),
        lambda: bench.manager.set_minimum_retry_delay(job_id, 6.0),
        lambda: bench.manager.set_metered(job_id, MeteredPolicy.NEVER),
        lambda: bench.manager.set_maximum_download_time(job_id, 100.0),
    ):
        change()
        await bench.clock.advance(90 * DAY - 60)
        assert bench.job(job_id).state is JobState.SUSPENDED
    assert bench.kinds(job_id) == []
    assert bench.files_here() == ["file.bin.part"]
    await bench.clock.advance(3700)
    job = await bench.until(job_id, JobState.CANCELLED)
    await eventually(lambda: bench.kinds(job_id) == [NewsKind.JOB_EXPIRED])
    assert job.state is JobState.CANCELLED
    await eventually(lambda: bench.files_here() == [])
    (trashed,) = (place / "data" / "Trash" / "files").iterdir()
    assert trashed.read_bytes()[:HALF] == server.content[:HALF]


async def test_19_transfer_progress_resets_the_inactivity_clock(
    bench: ContractBench, server: FaultServer
) -> None:
    """Inactivity of 90 days cancels; property change resets it (and so does one byte).

    Ours: jobs are looked at once an hour, and more often when one is about to expire.
    """
    bench.manager.change_settings(Settings(inactivity_limit=3600.0, minimum_retry_delay=300.0))
    server.fault = Fault(status=503)
    job_id = await bench.add()
    await bench.pass_time(job_id, 900)
    server.fault = Fault(stall_after=1)
    await bench.clock.advance(bench.job(job_id).retry_in or 0)
    await bench.until_here(job_id, 1)
    await bench.clock.advance(3590)
    assert bench.job(job_id).state is JobState.TRANSFERRING
    await bench.clock.advance(12)
    assert bench.job(job_id).state is JobState.CANCELLED


async def test_19_inactivity_goes_on_after_a_restart(bench: ContractBench) -> None:
    """Inactivity of 90 days cancels."""
    job_id = await bench.add(start=False)
    await bench.clock.advance(50 * DAY)
    await bench.restart()
    await bench.clock.advance(39 * DAY)
    assert bench.job(job_id).state is JobState.SUSPENDED
    await bench.clock.advance(1.1 * DAY)
    await bench.until(job_id, JobState.CANCELLED)


async def test_19_the_max_download_clock_counts_only_connecting_and_transferring(
    bench: ContractBench, server: FaultServer, hosts: str
) -> None:
    """Max-download clock counts only CONNECTING + TRANSFERRING.

    Ours: there is none unless a person wants one (BITS: 90 days). Resume resets it, as in BITS.
    """
    assert Settings().maximum_download_time is None
    bench.manager.change_settings(Settings(max_active_jobs=1))
    server.faults.append(Fault(status=503))
    server.fault = STALLED
    job_id = await bench.add(
        hosts.format("low"), maximum_download_time=100.0, minimum_retry_delay=600.0
    )
    job = await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert (job.retry_in or 0) >= 600.0
    await bench.clock.advance(job.retry_in or 0)
    began = bench.clock.now()
    await bench.until_here(job_id, HALF)
    await bench.clock.advance(60 - (bench.clock.now() - began))
    assert bench.job(job_id).state is JobState.TRANSFERRING
    high = await bench.add(hosts.format("high"), priority=Priority.HIGH)
    await bench.until(high, JobState.TRANSFERRING)
    await bench.clock.advance(600)
    assert bench.job(job_id).state is JobState.QUEUED
    bench.manager.cancel(high)
    await bench.until(job_id, JobState.CONNECTING, JobState.TRANSFERRING)
    await bench.clock.advance(39)
    assert bench.job(job_id).state.is_running
    await bench.clock.advance(2)
    job = await bench.until(job_id, JobState.ERROR)
    assert job.error is not None
    assert job.error.kind is ErrorKind.DOWNLOAD_TIME_OVER
    assert job.error.hresult == BG_E_MAXDOWNLOAD_TIMEOUT
    await eventually(lambda: bench.kinds(job_id) == [NewsKind.JOB_ERROR])
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.CONNECTING, JobState.TRANSFERRING)
    await bench.clock.advance(99)
    assert bench.job(job_id).state.is_running
    await bench.clock.advance(2)
    assert bench.job(job_id).state is JobState.ERROR


async def test_19_bytes_that_come_in_the_last_moment_do_not_hide_why_the_job_was_stopped(
    bench: ContractBench, server: FaultServer
) -> None:
    """Max-download clock: the job goes to ERROR with BG_E_MAXDOWNLOAD_TIMEOUT."""
    server.fault = STALLED
    job_id = await bench.add(maximum_download_time=100.0)
    await bench.until(job_id, JobState.TRANSFERRING)
    await bench.until_on_disk(HALF)
    # Less than the quarter of a second after which the counters are looked at.
    await bench.clock.advance(0.1)
    bench.manager.set_maximum_download_time(job_id, 0.05)
    job = await bench.until(job_id, JobState.ERROR)
    await eventually(lambda: bench.job(job_id).bytes_present == HALF)
    job = bench.job(job_id)
    assert job.error is not None
    assert job.error.kind is ErrorKind.DOWNLOAD_TIME_OVER


PROGRAM = """
import asyncio, sys
from pathlib import Path
from engine import FileSpec, JobManager, JobSpec

async def main(home, folder, url):
    manager = await JobManager.open(Path(home))
    print(await manager.add(JobSpec((FileSpec(url),), Path(folder))), flush=True)
    await asyncio.Event().wait()

asyncio.run(main(*sys.argv[1:]))
"""


async def test_20_after_kill_9_in_the_middle_the_job_resumes_from_the_saved_offset(
    server: FaultServer, place: Path
) -> None:
    """Kill -9 mid-transfer: on restart the job resumes from the saved offset.

    Ours: at most about a second of data is fetched again, for data is synced before it is promised.
    """
    bench = ContractBench(place, server)
    server.fault = Fault(rate=300_000)
    command = [sys.executable, "-c", PROGRAM, bench.home, bench.folder, server.url]
    with subprocess.Popen(command, cwd=TREE, stdout=subprocess.PIPE, text=True) as program:
        await eventually(lambda: server.bytes_sent >= 800_000)
        program.send_signal(signal.SIGKILL)
        job_id = program.communicate()[0].strip()
    sent = server.bytes_sent
    server.fault = Fault()
    await bench.open()
    try:
        job = await bench.until(job_id, JobState.ACKNOWLEDGED)
    finally:
        await bench.manager.close()
    saved = job.files[0].resumed_from
    assert 0 < saved <= sent
    assert server.ranges[1] == f"bytes={saved}-"
    assert (bench.folder / "file.bin").read_bytes() == server.content
