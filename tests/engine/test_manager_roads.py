"""Jobs on the roads of their settings and their own, and what they trust, at real servers."""

from __future__ import annotations

import hashlib
import socket
import ssl
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import trustme

from engine.errors import ErrorKind, RefusedError
from engine.manager import JobManager
from engine.settings import Settings
from engine.spec import FileSpec, JobSpec
from engine.states import JobState
from engine.wire.spec import ProbeSpec
from fault_server import FaultServer, some_content
from manager_bench import eventually

CONTENT = some_content(300_000)


@pytest.fixture
async def manager(tmp_path: Path) -> AsyncIterator[JobManager]:
    manager = await JobManager.open(tmp_path / "home")
    yield manager
    await manager.close()


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer(CONTENT) as server:
        yield server


@pytest.fixture
def stranger() -> Iterator[FaultServer]:
    """A server for whom nobody vouches."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    with FaultServer(CONTENT, tls=context) as server:
        yield server


@pytest.fixture
def dead_proxy() -> Iterator[str]:
    """The address of a proxy that is down: nobody listens there, and nobody else can."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"


def through(proxy: str) -> Settings:
    return Settings(proxy_mode="manual", proxy=proxy, proxy_bypass=("<-loopback>",))


def spec(tmp_path: Path, url: str, **more) -> JobSpec:
    return JobSpec((FileSpec(url),), tmp_path / "to", minimum_retry_delay=3600.0, **more)


async def until(manager: JobManager, job_id: str, *states: JobState) -> None:
    await eventually(lambda: manager.job(job_id).state in states)


async def test_nothing_goes_around_the_proxy_of_the_settings(
    manager, server, dead_proxy, tmp_path
) -> None:
    manager.change_settings(through(dead_proxy))
    job_id = await manager.add(spec(tmp_path, server.url))
    await until(manager, job_id, JobState.TRANSIENT_ERROR, JobState.ERROR)
    error = manager.job(job_id).error
    assert error is not None
    assert (error.kind, error.subject) == (ErrorKind.PROXY_FAILED, dead_proxy)
    probe = await manager.probe(ProbeSpec(server.url))
    assert probe.error is not None
    assert probe.error.kind is ErrorKind.PROXY_FAILED
    assert not server.requests

    # Other settings count for jobs that are there already.
    manager.change_settings(Settings(proxy_mode="none"))
    manager.retry(job_id)
    await until(manager, job_id, JobState.ACKNOWLEDGED)
    assert (tmp_path / "to" / "file.bin").read_bytes() == CONTENT


async def test_a_job_may_have_a_way_of_its_own(manager, server, dead_proxy, tmp_path) -> None:
    manager.change_settings(Settings(proxy_mode="none"))
    job_id = await manager.add(spec(tmp_path, server.url, proxy=dead_proxy))
    await until(manager, job_id, JobState.TRANSIENT_ERROR, JobState.ERROR)
    error = manager.job(job_id).error
    assert error is not None
    assert error.kind is ErrorKind.PROXY_FAILED
    assert not server.requests
    manager.trust.set_proxy(job_id, "none")
    manager.retry(job_id)
    await until(manager, job_id, JobState.ACKNOWLEDGED)


async def test_settings_that_lead_nowhere_are_refused_and_change_nothing(manager) -> None:
    before = manager.settings
    for address in (None, "http://p:99999", "http://me:s3cret@p:1"):
        with pytest.raises(RefusedError):
            manager.change_settings(Settings(proxy_mode="manual", proxy=address))
    assert manager.settings == before


async def test_a_certificate_is_accepted_for_one_job_and_for_no_other(
    manager, stranger, tmp_path
) -> None:
    first = await manager.add(spec(tmp_path, stranger.url))
    second = await manager.add(spec(tmp_path, stranger.url_for("/other.bin")))
    for job_id in (first, second):
        await until(manager, job_id, JobState.ERROR)
        error = manager.job(job_id).error
        assert error is not None
        assert error.kind is ErrorKind.CERTIFICATE_REJECTED
    shown = await manager.trust.certificates(first)
    assert (shown.host, shown.port) == ("127.0.0.1", stranger.port)
    assert shown.problem == "Nobody whom this computer trusts vouches for the server."
    assert not stranger.requests

    fingerprint = hashlib.sha256(shown.chain[0]).hexdigest()
    await manager.trust.accept_certificate(first, f"{shown.host}:{shown.port}", fingerprint)
    await until(manager, first, JobState.ACKNOWLEDGED)
    assert (tmp_path / "to" / "file.bin").read_bytes() == CONTENT

    manager.resume(second)
    await until(manager, second, JobState.ERROR)
    await eventually(lambda: manager.job(second).error_count == 2)
    assert {request.path for request in stranger.requests} == {"/file.bin"}


async def test_there_are_no_certificates_where_nothing_is_encrypted(
    manager, server, tmp_path
) -> None:
    job_id = await manager.add(spec(tmp_path, server.url), start=False)
    with pytest.raises(RefusedError, match="Nothing on the way"):
        await manager.trust.certificates(job_id)
