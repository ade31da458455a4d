"""The seeds of the project: SetNoProgressTimeout of BITS and of Delivery Optimization.

One test for each sentence of the two documents.
"""

from __future__ import annotations

import threading
import time

import pytest

from contract_bench import BG_E_INVALID_STATE, ContractBench, eventually, refusal_of
from engine import JobEvent, JobState, NewsKind, Priority, Profile, Settings
from fault_server import Fault, FaultServer

BUSY = Fault(status=503)
DO_E_INVALID_STATE = 0x80D02013
DAY = 86_400.0
HOUR = 3600.0


async def test_the_default_is_1209600_seconds(bench: ContractBench) -> None:
    """The default is 1,209,600 seconds (14 days), whatever the priority."""
    for priority in Priority:
        job_id = await bench.add(f"/{priority}.bin", priority=priority, start=False)
        assert bench.manager.no_progress_timeout(job_id) == 1_209_600.0


async def test_what_is_set_is_what_is_got(bench: ContractBench) -> None:
    """SetNoProgressTimeout, GetNoProgressTimeout.

    Ours: None is "never give up", which is not a large number.
    """
    job_id = await bench.add(start=False)
    for seconds in (0.0, 20.0, 1_209_600.0, 1e9, None):
        bench.manager.set_no_progress_timeout(job_id, seconds)
        assert bench.manager.no_progress_timeout(job_id) == seconds
    await bench.restart()
    assert bench.manager.no_progress_timeout(job_id) is None


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(BUSY, id="busy"),
        pytest.param(Fault(hang_up=True), id="hangs up"),
        pytest.param(Fault(status=403), id="denied"),
        pytest.param(Fault(status=404), id="not found"),
        pytest.param(Fault(html=True), id="a page instead"),
    ],
)
async def test_0_is_no_retries_and_error_for_all_errors(
    bench: ContractBench, server: FaultServer, fault: Fault
) -> None:
    """0: BITS does not retry, and every error moves the job to ERROR. Also one set later on."""
    server.fault = fault
    job_id = await bench.add("/file.zip", start=False)
    bench.manager.set_no_progress_timeout(job_id, 0.0)
    bench.manager.resume(job_id)
    assert (await bench.until_quiet(job_id)).state is JobState.ERROR
    await bench.clock.advance(DAY)
    assert len(server.requests) == 1
    assert JobState.TRANSIENT_ERROR not in bench.states[job_id]
    await eventually(lambda: bench.kinds(job_id) == [NewsKind.JOB_ERROR])


@pytest.mark.parametrize("timeout", [10 * HOUR, None])
async def test_a_value_above_the_inactivity_limit_does_not_outlive_it(
    bench: ContractBench, server: FaultServer, timeout: float | None
) -> None:
    """A value above the inactivity limit: the job is cancelled after the limit."""
    bench.manager.change_settings(Settings(inactivity_limit=2 * HOUR, minimum_retry_delay=900.0))
    server.fault = BUSY
    job_id = await bench.add(no_progress_timeout=timeout)
    await bench.pass_time(job_id, 2 * HOUR - 30)
    assert bench.job(job_id).state is JobState.TRANSIENT_ERROR
    await bench.clock.advance(150)
    await bench.until(job_id, JobState.CANCELLED)
    await eventually(lambda: bench.kinds(job_id) == [NewsKind.JOB_EXPIRED])


@pytest.mark.parametrize("state", [JobState.ACKNOWLEDGED, JobState.CANCELLED])
@pytest.mark.parametrize(
    ("profile", "code"), [(Profile.BITS, BG_E_INVALID_STATE), (Profile.DO, DO_E_INVALID_STATE)]
)
async def test_a_final_job_refuses_with_the_code_of_its_profile(
    bench: ContractBench, state: JobState, profile: Profile, code: int
) -> None:
    """BG_E_INVALID_STATE (0x80200002), or DO_E_INVALID_STATE (0x80D02013), when the state of the
    job is CANCELLED or ACKNOWLEDGED; the value is left as it was.
    """
    bench.manager.change_settings(Settings(profile=profile))
    job_id = await bench.add(no_progress_timeout=77.0, start=state is JobState.ACKNOWLEDGED)
    if state is JobState.CANCELLED:
        bench.manager.cancel(job_id)
    await bench.until(job_id, state)
    assert await refusal_of(lambda: bench.manager.set_no_progress_timeout(job_id, 1.0)) == code
    assert bench.manager.no_progress_timeout(job_id) == 77.0
    # The profile is the job's own, not that of the moment.
    bench.manager.change_settings(Settings())
    assert await refusal_of(lambda: bench.manager.set_no_progress_timeout(job_id, 1.0)) == code


@pytest.mark.parametrize("state", JobState)
async def test_the_getter_works_in_every_state_and_the_setter_in_all_but_the_final_ones(
    bench: ContractBench, server: FaultServer, hosts: str, state: JobState
) -> None:
    """The getter works in every state."""
    job_id = await bring_into(bench, server, hosts, state)
    assert bench.job(job_id).state is state
    assert bench.manager.no_progress_timeout(job_id) == 1_209_600.0
    if bench.job(job_id).accepts(JobEvent.CHANGE):
        bench.manager.set_no_progress_timeout(job_id, 5000.0)
        assert bench.manager.no_progress_timeout(job_id) == 5000.0
    else:
        assert state.is_final
        assert await refusal_of(lambda: bench.manager.set_no_progress_timeout(job_id, 5000.0))
    assert bench.job(job_id).state is state


async def bring_into(bench: ContractBench, server: FaultServer, hosts: str, state: JobState) -> str:
    """A job in this state."""
    faults = {
        JobState.CONNECTING: Fault(delay=30),
        JobState.TRANSFERRING: Fault(stall_after=300_000),
        JobState.ERROR: Fault(status=404),
        JobState.TRANSIENT_ERROR: BUSY,
    }
    server.fault = faults.get(state, Fault())
    if state is JobState.QUEUED:
        bench.manager.change_settings(Settings(max_active_jobs=1))
        server.fault = Fault(stall_after=300_000)
        await bench.add(hosts.format("first"))
    job_id = await bench.add(
        start=state not in (JobState.SUSPENDED, JobState.CANCELLED),
        auto_complete=state is not JobState.TRANSFERRED,
    )
    if state is JobState.CANCELLED:
        bench.manager.cancel(job_id)
    await bench.until(job_id, state)
    return job_id


async def test_the_timer_begins_at_the_first_transient_error_not_when_the_job_begins(
    bench: ContractBench, server: FaultServer
) -> None:
    """The timer begins when the first transient error is met; progress without an error, however
    slow, is never cut.
    """
    gate = threading.Event()
    server.faults.append(Fault(stall_after=300_000))
    server.fault = Fault(status=503, before=lambda _: gate.wait(10) and None)
    job_id = await bench.add(no_progress_timeout=60.0)
    await bench.until_here(job_id, 300_000)
    await bench.clock.advance(600)
    job = bench.job(job_id)
    assert (job.state, job.gives_up_in) == (JobState.TRANSFERRING, None)
    bench.manager.suspend(job_id)
    bench.manager.resume(job_id)
    await eventually(lambda: len(server.requests) == 2)
    await bench.clock.advance(600)
    job = bench.job(job_id)
    assert (job.state, job.gives_up_in) == (JobState.CONNECTING, None)
    gate.set()
    job = await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert job.gives_up_in == 60.0


async def test_progress_resets_the_timer(bench: ContractBench, server: FaultServer) -> None:
    """The timer is reset when progress is made: a job that gets on, if ever so slowly, lives longer
    than its timeout.
    """
    server.fault = BUSY
    job_id = await bench.add(no_progress_timeout=60.0, minimum_retry_delay=40.0)
    began = bench.clock.now()
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    server.faults.append(Fault(drop_after=1))
    job = await bench.next_try(job_id)
    assert (job.state, job.bytes_present) == (JobState.TRANSIENT_ERROR, 1)
    assert job.without_progress == 0.0
    await bench.pass_time(job_id, 59.9)
    assert bench.clock.now() - began > 90
    assert bench.job(job_id).state is JobState.TRANSIENT_ERROR
    await bench.pass_time(job_id, 0.2)
    assert bench.job(job_id).state is JobState.ERROR


async def test_expiry_moves_transient_error_to_error_and_raises_job_error_once(
    bench: ContractBench, server: FaultServer
) -> None:
    """When the timer expires the job goes from TRANSIENT_ERROR to ERROR, and JobError is called.

    Ours: the error is the last transient one; the job says besides that it gave up. Resume begins
    with a new window.
    """
    server.fault = BUSY
    job_id = await bench.add(no_progress_timeout=60.0)
    for times in (1, 2):
        await bench.until(job_id, JobState.TRANSIENT_ERROR)
        assert bench.job(job_id).gives_up_in == 60.0
        await bench.pass_time(job_id, 60.1)
        job = bench.job(job_id)
        assert (job.state, job.gave_up) == (JobState.ERROR, True)
        assert job.error is not None
        assert job.error.hresult == 0x801901F7
        await eventually(lambda: bench.kinds(job_id) == [NewsKind.JOB_ERROR] * times)  # noqa: B023
        assert bench.states[job_id].count(JobState.ERROR) == times
        bench.manager.resume(job_id)


@pytest.mark.parametrize(
    ("priority", "seconds"),
    [
        (Priority.FOREGROUND, 3600.0),
        (Priority.HIGH, 3600.0),
        (Priority.NORMAL, 86_400.0),
        (Priority.LOW, 86_400.0),
    ],
)
async def test_the_do_profile_gives_foreground_and_high_an_hour_and_normal_and_low_a_day(
    bench: ContractBench, server: FaultServer, priority: Priority, seconds: float
) -> None:
    """Delivery Optimization: 3,600 s for a high-priority job, 86,400 s for a low-priority one.

    Ours: that is the default by which a job is made; another priority later on changes no timeout.
    """
    bench.manager.change_settings(Settings(profile=Profile.DO))
    server.fault = BUSY
    job_id = await bench.add(priority=priority)
    assert bench.manager.no_progress_timeout(job_id) == seconds
    job = await bench.until(job_id, JobState.TRANSIENT_ERROR)
    assert job.gives_up_in == seconds
    bench.manager.set_priority(job_id, Priority.LOW)
    assert bench.manager.no_progress_timeout(job_id) == seconds
    chosen = await bench.add("/b.bin", priority=priority, no_progress_timeout=7.0, start=False)
    assert bench.manager.no_progress_timeout(chosen) == 7.0


async def test_clock_changes_move_nothing_while_we_run(
    bench: ContractBench, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change of the system clock does not affect the timer (BITS: until the service or the
    computer restarts; ours: nor then).
    """
    server.fault = BUSY
    job_id = await bench.add(no_progress_timeout=60.0)
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    true_time = time.time
    for days, left in ((30, 59.0), (-30, 58.0), (400, 57.0)):
        monkeypatch.setattr("engine.clock.time.time", lambda days=days: true_time() + days * DAY)
        await bench.clock.advance(1)
        job = bench.job(job_id)
        assert job.state is JobState.TRANSIENT_ERROR
        assert job.gives_up_in == pytest.approx(left)
    await bench.pass_time(job_id, 56.9)
    assert bench.job(job_id).state is JobState.TRANSIENT_ERROR
    await bench.pass_time(job_id, 0.2)
    assert bench.job(job_id).state is JobState.ERROR


async def test_two_jobs_have_a_timer_each(bench: ContractBench, server: FaultServer) -> None:
    """It is a property of the job."""
    server.fault = BUSY
    short = await bench.add("/short.bin", no_progress_timeout=60.0, minimum_retry_delay=50.0)
    long = await bench.add("/long.bin", no_progress_timeout=600.0, minimum_retry_delay=500.0)
    await bench.until(short, JobState.TRANSIENT_ERROR)
    await bench.until(long, JobState.TRANSIENT_ERROR)
    await bench.pass_time(short, 61)
    assert bench.job(short).state is JobState.ERROR
    assert bench.job(long).state is JobState.TRANSIENT_ERROR
    assert bench.job(long).gives_up_in == pytest.approx(539.0)
