"""Contract, acceptance checks 21 to 26: what BITS leaves open, decided here."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from contract_bench import ContractBench, eventually
from engine import ElapsedClock, ErrorKind, JobState, MeteredPolicy, NewsKind, Settings
from fault_server import Fault, FaultServer, some_content

BUSY = Fault(status=503)
DAY = 86_400.0
HALF = 300_000
STALLED = Fault(stall_after=HALF)


async def test_21_the_window_stands_still_while_offline_and_goes_on_from_there(
    bench: ContractBench, server: FaultServer, hosts: str
) -> None:
    """Window frozen while offline/held (default) or strict.

    Ours: frozen, and there is no strict mode. The error count does not rise, nothing is told as an
    error, no timer tries again.
    """
    server.fault = BUSY
    job_id = await bench.add(hosts.format("a"), no_progress_timeout=60.0)
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    await bench.clock.advance(3)
    bench.network.become(is_online=False)
    for seconds in (0, 3600):
        await bench.clock.advance(seconds)
        job = bench.job(job_id)
        assert job.state is JobState.TRANSIENT_ERROR
        assert job.error is not None
        assert (job.error.kind, job.is_held) == (ErrorKind.OFFLINE, True)
        assert job.without_progress == pytest.approx(3.0)
        assert (job.retry_in, job.error_count) == (None, 1)
    assert len(server.requests) == 1
    bench.network.become(is_online=True)
    await bench.clock.advance(5)
    await eventually(lambda: len(server.requests) == 2)
    job = await bench.until_quiet(job_id)
    assert job.state is JobState.TRANSIENT_ERROR
    assert not job.is_held
    assert 3.0 <= (job.without_progress or 0) <= 8.0
    assert job.error_count == 2
    await bench.pass_time(job_id, 57.1)
    assert bench.job(job_id).state is JobState.ERROR
    await eventually(lambda: bench.kinds(job_id) == [NewsKind.JOB_ERROR])


async def test_21_going_offline_in_the_middle_is_a_hold_and_loses_no_byte(
    bench: ContractBench, server: FaultServer, hosts: str
) -> None:
    """Window frozen while offline/held.

    As in BITS a running job that goes offline becomes TRANSIENT_ERROR and is queued by itself when
    the network is back. Ours: no window opens for that.
    """
    server.faults.append(STALLED)
    job_id = await bench.add(hosts.format("a"), no_progress_timeout=1.0)
    await bench.until_here(job_id, HALF)
    bench.network.become(is_online=False)
    job = await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert (job.is_held, job.gives_up_in, job.error_count) == (True, None, 0)
    await bench.clock.advance(3600)
    bench.network.become(is_online=True)
    await bench.clock.advance(5)
    job = await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert job.files[0].resumed_from == HALF
    assert NewsKind.JOB_ERROR not in bench.kinds(job_id)


async def test_21_bytes_that_come_in_the_last_moment_do_not_hide_the_hold(
    bench: ContractBench, server: FaultServer, hosts: str
) -> None:
    """Window frozen while offline/held: the reason stays, and with it the way out."""
    server.faults.append(STALLED)
    job_id = await bench.add(hosts.format("a"), no_progress_timeout=10.0)
    await bench.until(job_id, JobState.TRANSFERRING)
    await bench.until_on_disk(HALF)
    bench.manager.set_metered(job_id, MeteredPolicy.NEVER)
    bench.network.become(is_metered=True)
    await eventually(lambda: bench.job(job_id).bytes_present == HALF)
    await bench.clock.advance(60)
    job = bench.job(job_id)
    assert (job.state, job.is_held) == (JobState.TRANSIENT_ERROR, True)
    assert job.error is not None
    assert job.error.kind is ErrorKind.METERED
    bench.network.become(is_metered=False)
    await bench.clock.advance(5)
    await bench.until(job_id, JobState.ACKNOWLEDGED)


async def test_21_the_window_stands_still_while_a_disk_is_away(
    bench: ContractBench, server: FaultServer
) -> None:
    """Window frozen while offline/held: a hold of the disk is lifted by itself, too."""
    server.faults.append(BUSY)
    job_id = await bench.add(no_progress_timeout=10.0)
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    await bench.clock.advance(3)
    away = bench.folder.rename(bench.folder.with_name("away"))
    bench.manager.resume(job_id)
    job = await bench.until_quiet(job_id)
    assert (job.state, job.is_held) == (JobState.TRANSIENT_ERROR, True)
    await bench.clock.advance(600)
    job = bench.job(job_id)
    assert job.state is JobState.TRANSIENT_ERROR
    assert job.without_progress == pytest.approx(3.0)
    assert (job.retry_in, job.error_count) == (None, 1)
    away.rename(bench.folder)
    await bench.clock.advance(5)
    await bench.until(job_id, JobState.ACKNOWLEDGED)


async def test_22_the_windows_remainder_is_kept_across_a_restart(
    bench: ContractBench, server: FaultServer
) -> None:
    """Window remainder persisted across restart.

    Ours: a job that waited tries at once after the start; that failing, the window goes on.
    """
    server.fault = BUSY
    job_id = await bench.add(no_progress_timeout=600.0, minimum_retry_delay=500.0)
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    await bench.clock.advance(100)
    await bench.restart()
    job = await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert len(server.requests) == 2
    assert job.without_progress == pytest.approx(100.0)
    assert job.gives_up_in == pytest.approx(500.0)
    assert job.error_count == 2
    await bench.clock.advance(499)
    assert bench.job(job_id).state is JobState.TRANSIENT_ERROR
    await bench.pass_time(job_id, 2)
    assert bench.job(job_id).state is JobState.ERROR


async def test_22_a_crash_costs_the_window_two_seconds_or_a_hundredth_at_most(
    bench: ContractBench, server: FaultServer, place: Path
) -> None:
    """Window remainder persisted across restart; here with nobody there to save it."""
    server.fault = BUSY
    job_id = await bench.add(no_progress_timeout=6000.0, minimum_retry_delay=5000.0)
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    await bench.clock.advance(1000)
    # The store's thread has nothing left to write when this comes back.
    await bench.manager.timeline(job_id)
    shutil.copytree(bench.home, place / "after the crash")
    after = ContractBench(place, server)
    after.home = place / "after the crash"
    await after.open()
    try:
        job = await after.until(job_id, JobState.TRANSIENT_ERROR)
        assert 990.0 <= (job.without_progress or 0) <= 1000.0
    finally:
        await after.manager.close()


@pytest.mark.parametrize("gap", [60.0, 8 * 3600.0, 30 * DAY])
async def test_23_sleep_and_a_stopped_process_count_for_two_seconds_at_most_on_every_system(
    bench: ContractBench, server: FaultServer, monkeypatch: pytest.MonkeyPatch, gap: float
) -> None:
    """Sleep policy stated per OS.

    Ours: the same on all, since whether their timers run in sleep differs: a gap between two beats
    of the engine counts for at most 2 s. Waking time counts in full.
    """
    timer = SystemTimer()
    monkeypatch.setattr("engine.elapsed_clock.QElapsedTimer", lambda: timer)
    await bench.manager.close()
    await bench.open(clock=ElapsedClock())
    server.fault = BUSY
    job_id = await bench.add(no_progress_timeout=3600.0, minimum_retry_delay=1000.0)
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    for _ in range(20):
        timer.seconds += 1.0
        assert bench.job(job_id).state is JobState.TRANSIENT_ERROR
    assert bench.job(job_id).gives_up_in == pytest.approx(3580.0)
    timer.seconds += gap
    job = bench.job(job_id)
    assert job.gives_up_in == pytest.approx(3578.0)
    assert job.state is JobState.TRANSIENT_ERROR


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("is_date", [False, True], ids=["seconds", "date"])
async def test_24_429_and_503_honour_retry_after_and_429_is_transient(
    bench: ContractBench, server: FaultServer, status: int, is_date: bool
) -> None:
    """429 and 503 honour Retry-After; 429 treated as transient.

    Ours: it can only lengthen a wait; a date is by the server's own clock.
    """
    wish = "90"
    fields = {}
    if is_date:
        now = datetime(1999, 12, 31, 23, 59, tzinfo=UTC)
        fields["Date"] = format_datetime(now, usegmt=True)
        wish = format_datetime(now + timedelta(seconds=90), usegmt=True)
    server.faults.append(Fault(status=status, fields={**fields, "Retry-After": wish}))
    job_id = await bench.add()
    job = await bench.until_quiet(job_id)
    assert job.state is JobState.TRANSIENT_ERROR
    assert job.retry_in is not None
    assert 90.0 <= job.retry_in <= 108.0
    await bench.clock.advance(89.9)
    assert len(server.requests) == 1
    await bench.clock.advance(18.1)
    await bench.until(job_id, JobState.ACKNOWLEDGED)


async def test_24_retry_after_never_shortens_a_wait(
    bench: ContractBench, server: FaultServer
) -> None:
    """429 and 503 honour Retry-After."""
    server.faults.append(Fault(status=503, fields={"Retry-After": "1"}))
    job_id = await bench.add(minimum_retry_delay=60.0)
    job = await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert (job.retry_in or 0) >= 60.0


async def test_24_retry_after_beyond_the_window_is_shown_and_nothing_is_tried_before_giving_up(
    bench: ContractBench, server: FaultServer
) -> None:
    """429 and 503 honour Retry-After.

    Ours: no try fits any more; the job waits its window out, for a person may lengthen it.
    """
    server.fault = Fault(status=429, fields={"Retry-After": "1000"})
    job_id = await bench.add(no_progress_timeout=600.0)
    job = await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert (job.asked_to_wait_longer, job.retry_in) == (True, None)
    assert job.gives_up_in == pytest.approx(600.0)
    await bench.clock.advance(599)
    bench.manager.set_no_progress_timeout(job_id, 2000.0)
    job = bench.job(job_id)
    assert not job.asked_to_wait_longer
    assert 401.0 <= (job.retry_in or 0) <= 601.0
    bench.manager.set_no_progress_timeout(job_id, 600.0)
    await bench.clock.advance(1.1)
    assert bench.job(job_id).state is JobState.ERROR
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("etag", "date", "if_range"),
    [
        ('"v1"', "Mon, 01 Jan 2024 00:00:00 GMT", '"v1"'),
        (None, "Mon, 01 Jan 2024 00:00:00 GMT", "Mon, 01 Jan 2024 00:00:00 GMT"),
        ('W/"v1"', None, None),
        (None, None, None),
    ],
    ids=["etag", "date", "weak etag", "size"],
)
@pytest.mark.parametrize("changes", [False, True], ids=["same", "changed"])
async def test_25_etag_with_if_range_where_offered_else_last_modified_else_size(
    bench: ContractBench,
    server: FaultServer,
    etag: str | None,
    date: str | None,
    if_range: str | None,
    changes: bool,
) -> None:
    """ETag with If-Range where offered, else Last-Modified, else size.

    Ours: where none of the first two is there (a weak ETag is none), the last 64 KiB are fetched
    again and compared, so that a changed file of the same size is seen as well.
    """
    server.etag, server.last_modified = etag, date
    server.faults.append(STALLED)
    job_id = await bench.add()
    await bench.until_here(job_id, HALF)
    bench.manager.suspend(job_id)
    await eventually(lambda: bench.job(job_id).connections == 0)
    if changes:
        server.content = some_content(len(server.content), "B")
        server.etag = etag and etag.replace("v1", "v2")
        server.last_modified = date and date.replace("2024", "2025")
    bench.manager.resume(job_id)
    job = await bench.until(job_id, JobState.ACKNOWLEDGED)
    asked = server.requests[1]
    start = HALF if if_range else HALF - 65_536
    assert asked.fields["range"] == f"bytes={start}-"
    assert asked.fields.get("if-range") == if_range
    assert job.files[0].resumed_from == (0 if changes else HALF)
    assert (bench.folder / "file.bin").read_bytes() == server.content


async def test_25_another_size_is_another_file(bench: ContractBench, server: FaultServer) -> None:
    """Else size: what has grown begins from 0, though its first bytes are the same."""
    server.etag = server.last_modified = None
    server.faults.append(STALLED)
    job_id = await bench.add()
    await bench.until_here(job_id, HALF)
    bench.manager.suspend(job_id)
    server.content += b"and more"
    bench.manager.resume(job_id)
    job = await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert job.files[0].resumed_from == 0
    assert (bench.folder / "file.bin").read_bytes() == server.content


async def test_26_the_remaining_window_and_the_next_retry_are_visible_and_editable_while_running(
    bench: ContractBench, server: FaultServer
) -> None:
    """The remaining window and the next retry time are visible for each job, and editable while
    running.
    """
    server.fault = BUSY
    job_id = await bench.add(no_progress_timeout=600.0, minimum_retry_delay=100.0)
    other = await bench.add("/other.bin", no_progress_timeout=None, start=False)
    before = await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert before.retry_in is not None
    await bench.clock.advance(30)
    job = bench.job(job_id)
    assert job.retry_in == pytest.approx(before.retry_in - 30)
    assert (job.without_progress, job.gives_up_in) == (30.0, 570.0)
    bench.manager.set_no_progress_timeout(job_id, 7200.0)
    assert bench.job(job_id).gives_up_in == pytest.approx(7170.0)
    bench.manager.set_minimum_retry_delay(job_id, 50.0)
    assert bench.job(job_id).retry_in == pytest.approx(before.retry_in / 2 - 30)
    bench.manager.set_no_progress_timeout(job_id, None)
    assert bench.job(job_id).gives_up_in is None
    assert bench.job(other).gives_up_in is None
    assert bench.job(other).retry_in is None
    await bench.clock.advance(30)
    await eventually(lambda: len(server.requests) == 2)


async def test_26_a_timeout_shorter_than_what_has_elapsed_ends_the_job_at_once(
    bench: ContractBench, server: FaultServer
) -> None:
    """Editable while running."""
    server.fault = BUSY
    bench.manager.change_settings(Settings(minimum_retry_delay=500.0))
    job_id = await bench.add(no_progress_timeout=3600.0)
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    await bench.clock.advance(30)
    bench.manager.set_no_progress_timeout(job_id, 20.0)
    assert bench.job(job_id).state is JobState.ERROR
    await eventually(lambda: bench.kinds(job_id) == [NewsKind.JOB_ERROR])
    await bench.clock.advance(DAY)
    assert bench.kinds(job_id) == [NewsKind.JOB_ERROR]
    assert len(server.requests) == 1


class SystemTimer:
    """The system's elapsed timer, standing where it is told to."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def start(self) -> None:
        """It runs all the time."""

    def nsecsElapsed(self) -> int:
        return round(self.seconds * 1e9)
