"""Links that lead to Metalinks become the files that these tell of, through the engine's face."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from contract_bench import ContractBench
from engine import (
    ErrorKind,
    FileSpec,
    JobSpec,
    JobState,
    RefusedError,
    TimelineKind,
    metalink_specs,
    parse_checksum,
    read_metalink,
)
from fault_server import Fault, FaultServer, some_content

CONTENT = some_content(3_000_000)
SHA256 = hashlib.sha256(CONTENT).hexdigest()


def document(*files: tuple[str, str, list[str]]) -> bytes:
    """Files by name, digest and links."""
    inside = "".join(
        f'<file name="{name}"><size>{len(CONTENT)}</size><hash type="sha-256">{digest}</hash>'
        + "".join(f"<url>{link}</url>" for link in links)
        + "</file>"
        for name, digest, links in files
    )
    return f'<metalink xmlns="urn:ietf:params:xml:ns:metalink">{inside}</metalink>'.encode()


@pytest.fixture
def servers() -> Iterator[list[FaultServer]]:
    with ExitStack() as stack:
        yield [
            stack.enter_context(FaultServer(CONTENT, etag=f'"of {number}"')) for number in range(2)
        ]


@pytest.fixture
def teller(servers: list[FaultServer]) -> Iterator[FaultServer]:
    """Serves a Metalink of two files."""
    one, two = (server.url_for("/b.iso") for server in servers)
    content = document(("a.iso", SHA256, [one, two]), ("b.iso", SHA256, [two, one]))
    with FaultServer(content, etag='"m"') as teller:
        teller.content_type = "application/metalink4+xml"
        yield teller


@pytest.fixture
async def bench(tmp_path: Path, teller: FaultServer) -> AsyncIterator[ContractBench]:
    bench = ContractBench(tmp_path, teller)
    await bench.open()
    yield bench
    await bench.manager.close()


async def test_a_link_to_a_metalink_becomes_its_files(bench, servers):
    job_id = await bench.add("/both.meta4")
    job = await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert bench.files_here() == ["a.iso", "b.iso"]
    assert all((bench.folder / name).read_bytes() == CONTENT for name in bench.files_here())
    assert [file.verified for file in job.files] == ["sha256", "sha256"]
    assert job.name == "both"
    told = {(entry.kind, entry.text) for entry in await bench.manager.timeline(job_id)}
    assert (TimelineKind.METALINK, "it tells of 2 files") in told


async def test_it_is_told_who_has_a_file_and_why_some_are_used_no_more(bench, servers):
    servers[0].fault = Fault(status=404)
    specs = metalink_specs(read_metalink(_written(bench)))[:1]
    job_id = await bench.manager.add(JobSpec(specs, bench.folder), start=False)
    told = bench.manager.sources(job_id, 0)
    assert [one.url for one in told] == [specs[0].url, *specs[0].mirrors.links]
    assert not any(one.failure or one.connections or one.brought for one in told)
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    gone, *others = bench.manager.sources(job_id, 0)
    assert gone.failure is not None
    assert (gone.failure.kind, gone.brought) == (ErrorKind.NOT_FOUND, 0)
    assert sum(one.brought for one in others) == len(CONTENT)
    assert not any(one.failure or one.connections for one in others)
    assert bench.manager.job(job_id).servers == ()


async def test_the_same_link_again_goes_on_with_the_same_job(bench, servers):
    for server in servers:
        server.fault = Fault(status=503)
    spec = bench.spec("/both.meta4")
    job_id = await bench.manager.add_or_resume(spec)
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    for server in servers:
        server.fault = Fault()
    assert await bench.manager.add_or_resume(spec) == job_id
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert len(bench.server.requests) == 1
    sent = sum(server.bytes_sent for server in servers)
    again = await bench.manager.add_or_resume(spec)
    await bench.until(again, JobState.ACKNOWLEDGED)
    assert bench.files_here() == ["a.iso", "b.iso"]
    assert sum(server.bytes_sent for server in servers) == sent


async def test_the_files_and_their_mirrors_survive_a_restart(bench, servers):
    for server in servers:
        server.fault = Fault(status=503)
    job_id = await bench.add("/both.meta4")
    await bench.until(job_id, JobState.TRANSIENT_ERROR)
    await bench.restart()
    # The first link of the first file is dead from now on.
    servers[0].fault, servers[1].fault = Fault(status=404), Fault()
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert bench.files_here() == ["a.iso", "b.iso"]
    assert len(bench.server.requests) == 1


async def test_what_is_called_a_metalink_and_is_none_is_a_file(bench):
    bench.server.content = b"<metalink>"
    job_id = await bench.add("/broken.meta4")
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert bench.files_here() == ["broken.meta4"]
    told = await bench.manager.timeline(job_id)
    assert any(one.kind is TimelineKind.METALINK and "kept as it is" in one.text for one in told)


@pytest.mark.parametrize("how", ["checksum", "name"])
async def test_whoever_wants_the_document_itself_gets_it(bench, how):
    content = bench.server.content
    digest = parse_checksum(hashlib.sha256(content).hexdigest())
    wanted = {"checksum": {"checksum": digest}, "name": {"name": "kept.meta4"}}[how]
    file = FileSpec(bench.server.url_for("/kept.meta4"), **wanted)
    job_id = await bench.manager.add(JobSpec((file,), bench.folder))
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert (bench.folder / "kept.meta4").read_bytes() == content


async def test_a_chosen_name_is_that_of_a_single_file(bench, servers):
    bench.server.content = document(("a.iso", SHA256, [servers[0].url]))
    file = FileSpec(bench.server.url_for("/one.meta4"), "mine.iso")
    await bench.until(
        await bench.manager.add(JobSpec((file,), bench.folder)), JobState.ACKNOWLEDGED
    )
    assert bench.files_here() == ["mine.iso"]


async def test_headers_go_to_the_server_of_the_link_only(bench, servers):
    spec = replace(bench.spec("/both.meta4"), headers=(("X-Key", "s3cret"),))
    await bench.until(await bench.manager.add(spec), JobState.ACKNOWLEDGED)
    assert all("x-key" in request.fields for request in bench.server.requests)
    assert not any("x-key" in request.fields for server in servers for request in server.requests)


async def test_a_document_that_tells_of_documents_is_read_once(bench, servers):
    link = bench.server.url_for("/again.meta4")
    bench.server.content = document(("next.meta4", "", [link]))
    bench.server.content = bench.server.content.replace(b"<size>3000000</size>", b"")
    await bench.until(await bench.add("/first.meta4"), JobState.ACKNOWLEDGED)
    assert bench.files_here() == ["next.meta4"]
    assert len(bench.server.requests) == 2


async def test_a_file_that_is_here_is_read_and_its_files_fetched(bench, servers, tmp_path):
    place = tmp_path / "x.meta4"
    place.write_bytes(bench.server.content)
    specs = metalink_specs(read_metalink(place))
    assert [(spec.name, spec.checksum and spec.checksum.value) for spec in specs] == [
        ("a.iso", SHA256),
        ("b.iso", SHA256),
    ]
    job_id = await bench.manager.add(JobSpec(specs, bench.folder))
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert bench.files_here() == ["a.iso", "b.iso"]
    # And the same file again is the same job.
    again = await bench.manager.add_or_resume(JobSpec(specs, bench.folder))
    await bench.until(again, JobState.ACKNOWLEDGED)
    assert bench.files_here() == ["a.iso", "b.iso"]


async def test_a_document_from_outside_leads_to_nobody_inside(bench, servers, monkeypatch):
    """By a name that is not this computer's, though it leads there."""
    from engine.wire import links

    monkeypatch.setattr("engine.wire.metalink.is_inside", lambda url: "metalink" not in url)
    assert links.is_inside(servers[0].url)
    job_id = await bench.add("/metalink.meta4")
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert bench.files_here() == ["metalink.meta4"]
    assert not any(server.requests for server in servers)


def test_a_file_that_cannot_be_read_is_refused(tmp_path):
    for place in (tmp_path / "none.meta4", tmp_path):
        with pytest.raises(RefusedError, match="Cannot read"):
            read_metalink(place)


async def test_mirrors_that_make_no_sense_are_refused(bench, servers):
    specs = metalink_specs(read_metalink(_written(bench)))
    bad = replace(specs[0], mirrors=replace(specs[0].mirrors, links=("ftp://a/b",)))
    with pytest.raises(RefusedError):
        await bench.manager.add(JobSpec((bad,), bench.folder))


def _written(bench: ContractBench) -> Path:
    bench.folder.mkdir(exist_ok=True)
    place = bench.folder / "x.meta4"
    place.write_bytes(bench.server.content)
    return place
