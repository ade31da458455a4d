"""Looks at jobs over a real wire: what a server tells of a link, where the bytes are, what was
said, how fast it went, when it last moved and how often it tried.
"""

from __future__ import annotations

import asyncio
import itertools
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from contract_bench import ContractBench, eventually
from engine import (
    ErrorKind,
    FileRanges,
    JobState,
    NoSuchJobError,
    Probe,
    ProbeSpec,
    RefusedError,
)
from engine import prober as probing
from fault_server import Fault, FaultServer, some_content

MIB = 1 << 20
CONTENT = some_content(8 * MIB)
SECRET = "s3cr3t-opensesame"


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer(CONTENT) as server:
        yield server


@pytest.fixture
async def bench(tmp_path: Path, server: FaultServer) -> AsyncIterator[ContractBench]:
    bench = ContractBench(tmp_path, server)
    await bench.open()
    yield bench
    await bench.manager.close()


def covered(pieces: tuple[tuple[int, int], ...]) -> int:
    return sum(stop - start for start, stop in pieces)


# Probes.


async def test_a_probe_tells_what_a_job_would_find(bench, server):
    told = await bench.manager.probe(ProbeSpec(server.url))
    assert (told.name, told.size, told.is_resumable) == ("file.bin", 8 * MIB, True)
    assert bench.manager.jobs() == []


async def test_cancelling_a_probe_cuts_its_connection(bench, server):
    server.fault = Fault(delay=60)
    probe = asyncio.create_task(bench.manager.probe(ProbeSpec(server.url)))
    await eventually(lambda: server.requests)
    probe.cancel()
    with pytest.raises(asyncio.CancelledError):
        await probe
    # Its thread, which waits for the server, can only end when the socket does.
    async with asyncio.timeout(5):
        await eventually(lambda: "wire probe" not in {one.name for one in threading.enumerate()})


async def test_a_server_that_tells_nothing_is_given_up(bench, server, monkeypatch):
    monkeypatch.setattr(probing, "LONGEST_PROBE", 0.2)
    server.fault = Fault(delay=60)
    told = await bench.manager.probe(ProbeSpec(server.url))
    assert told == Probe(server.url, error=told.error)
    assert told.error is not None
    assert told.error.kind is ErrorKind.TIMED_OUT


async def test_no_more_than_eight_probes_ask_at_once(bench, server):
    server.fault = Fault(delay=60)
    probes = [
        asyncio.create_task(bench.manager.probe(ProbeSpec(server.url_for(f"/{number}"))))
        for number in range(20)
    ]
    await eventually(lambda: len(server.requests) == 8)
    await asyncio.sleep(0.05)
    assert len(server.requests) == 8
    server.fault = Fault()
    for probe in probes[:8]:
        probe.cancel()
    told = await asyncio.gather(*probes[8:])
    assert {one.size for one in told} == {8 * MIB}


async def test_a_probe_of_what_is_no_link_is_refused(bench):
    with pytest.raises(RefusedError):
        await bench.manager.probe(ProbeSpec("nonsense"))


# Where the bytes are.


async def test_the_ranges_of_a_file_on_its_way(bench, server):
    server.fault = Fault(rate=2 * MIB)
    job_id = await bench.add()
    await bench.until_here(job_id, MIB)
    ranges = bench.manager.ranges(job_id, 0)
    assert ranges.size == 8 * MIB
    assert ranges.present[0][0] == 0
    # More than the store was promised at the last checkpoint, if that was a while ago.
    assert covered(ranges.present) >= MIB
    assert ranges.on_the_wire
    assert all(stop <= 8 * MIB and position <= stop for position, stop in ranges.on_the_wire)
    bench.manager.suspend(job_id)


async def test_the_ranges_of_several_connections(bench, server):
    server.fault = Fault(rate=MIB)
    job_id = await bench.add(connections=4)
    await bench.while_time_passes(lambda: bench.job(job_id).connections >= 3)
    ranges = bench.manager.ranges(job_id, 0)
    assert len(ranges.on_the_wire) >= 3
    # Nobody brings what is there, and each brings something else.
    pieces = sorted((*ranges.present, *ranges.on_the_wire))
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(pieces))
    bench.manager.suspend(job_id)


async def test_the_ranges_of_a_file_at_rest_are_those_on_disk(bench, server):
    server.fault = Fault(rate=2 * MIB)
    job_id = await bench.add(connections=1)
    await bench.until_here(job_id, MIB)
    bench.manager.suspend(job_id)
    await eventually(lambda: bench.job(job_id).connections == 0)
    ranges = bench.manager.ranges(job_id, 0)
    assert ranges == FileRanges(8 * MIB, ((0, bench.job(job_id).bytes_present),))


async def test_the_ranges_before_and_after(bench):
    job_id = await bench.add(start=False)
    assert bench.manager.ranges(job_id, 0) == FileRanges()
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert bench.manager.ranges(job_id, 0) == FileRanges(8 * MIB, ((0, 8 * MIB),))
    with pytest.raises(RefusedError):
        bench.manager.ranges(job_id, 1)
    with pytest.raises(NoSuchJobError):
        bench.manager.ranges("gone", 0)


# What was said.


async def test_the_exchanges_of_a_job(bench, server):
    server.faults.append(Fault(redirect="/real.bin"))
    job_id = await bench.add(connections=1)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    told = bench.manager.exchanges(job_id)
    assert [(one.file_number, one.status) for one in told] == [(0, 302), (0, 206)]
    assert told[1].url == server.url_for("/real.bin")


async def test_exchanges_name_their_file_and_the_last_twenty_are_kept(bench, server):
    server.content = some_content(1000)
    job_id = await bench.add(*(f"/{number}.bin" for number in range(30)))
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    told = bench.manager.exchanges(job_id)
    assert len(told) == 20
    assert {one.url for one in told} == {server.url_for(f"/{one.file_number}.bin") for one in told}


async def test_no_secret_of_a_job_is_in_what_is_told_of_it(bench, server):
    with FaultServer(CONTENT, sign_in=("ada", SECRET)) as other:
        link = other.url_for(f"/file.bin?token={SECRET}").replace("//", f"//ada:{SECRET}@")
        server.faults.append(Fault(status=503, fields={"X-Echo": SECRET}))
        jobs = [
            await bench.add(link),
            await bench.add(headers=(("X-Api-Key", SECRET), ("Cookie", f"a={SECRET}"))),
        ]
        for job_id in jobs:
            await bench.until_quiet(job_id)
            assert bench.manager.exchanges(job_id)
            assert SECRET not in repr(bench.manager.exchanges(job_id))


async def test_a_job_that_has_not_asked_anything_has_no_exchanges(bench):
    job_id = await bench.add(start=False)
    assert bench.manager.exchanges(job_id) == []
    with pytest.raises(NoSuchJobError):
        bench.manager.exchanges("gone")


# How fast.


async def test_the_speed_of_a_job_and_of_all(bench, server):
    server.fault = Fault(rate=2 * MIB)
    job_id = await bench.add()
    await bench.until_here(job_id, 2 * MIB)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    await bench.clock.advance(2)
    history = bench.manager.speed_history(job_id)
    assert sum(history.minutes) == pytest.approx(8 * MIB)
    assert bench.manager.speed_history(None) == history
    await bench.manager.remove(job_id)
    assert sum(bench.manager.speed_history(None).minutes) == pytest.approx(8 * MIB)
    with pytest.raises(NoSuchJobError):
        bench.manager.speed_history(job_id)


# When it last moved, and how often it tried.


async def test_tries_and_the_last_progress_survive_a_restart(bench, server):
    server.faults += [Fault(status=503)] * 2
    job_id = await bench.add()
    job = await bench.until_quiet(job_id)
    assert (job.tries, job.last_progress) == (1, None)
    await bench.next_try(job_id)
    assert bench.job(job_id).tries == 2
    await bench.next_try(job_id)
    done = await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert done.tries == 3
    assert done.last_progress is not None
    assert done.last_progress >= done.created
    await bench.restart()
    again = bench.job(job_id)
    assert (again.tries, again.last_progress) == (3, done.last_progress)
