"""Headers that come with a link, and names that somebody proposes."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from contract_bench import ContractBench
from engine import FileSpec, JobSpec, JobState, RefusedError, without_secrets
from engine.credentials import Secret
from engine.wire.naming import name_for
from fault_server import Fault, FaultServer, some_content
from keyring_for_tests import FileKeyring, in_use

CONTENT = some_content(200_000)
OLD, NEW, OTHER = "pl4nt-old", "pl4nt-new", "pl4nt-other"


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer(CONTENT) as server:
        yield server


@pytest.fixture
def elsewhere() -> Iterator[FaultServer]:
    with FaultServer(CONTENT) as server:
        yield server


@pytest.fixture
def keyring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The machine's keyring is this file."""
    path = tmp_path / "keyring.json"
    monkeypatch.setenv("KEYRING_FILE", str(path))
    with in_use(FileKeyring()):
        yield path


@pytest.fixture
async def bench(tmp_path: Path, server: FaultServer, keyring: Path) -> AsyncIterator[ContractBench]:
    bench = ContractBench(tmp_path, server)
    await bench.open()
    yield bench
    await bench.manager.close()


def cookie(value: str) -> tuple[tuple[str, str], ...]:
    return (("Cookie", f"sid={value}"),)


def cookies_at(server: FaultServer) -> list[str | None]:
    return [request.fields.get("cookie") for request in server.requests]


async def test_headers_of_a_link_go_to_its_server_alone(bench, server, elsewhere):
    files = (
        FileSpec(server.url_for("/a.bin"), headers=cookie(OLD)),
        FileSpec(elsewhere.url_for("/b.bin"), headers=cookie(OTHER)),
    )
    job_id = await bench.manager.add(JobSpec(files, bench.folder))
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert set(cookies_at(server)) == {f"sid={OLD}"}
    assert set(cookies_at(elsewhere)) == {f"sid={OTHER}"}


async def test_a_file_that_comes_later_from_elsewhere_gets_none_of_them(bench, server, elsewhere):
    job_id = await bench.manager.add(
        JobSpec((FileSpec(server.url, headers=cookie(OLD)),), bench.folder), start=False
    )
    await bench.manager.add_files(job_id, [FileSpec(elsewhere.url_for("/b.bin"))])
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert set(cookies_at(server)) == {f"sid={OLD}"}
    assert set(cookies_at(elsewhere)) == {None}


async def test_a_file_that_comes_later_brings_its_own(bench, server, elsewhere):
    job_id = await bench.add(start=False, headers=(("X-Of-Job", "1"),))
    await bench.manager.add_files(job_id, [FileSpec(server.url_for("/b.bin"), headers=cookie(OLD))])
    await bench.manager.add_files(
        job_id, [FileSpec(elsewhere.url_for("/c.bin"), headers=cookie(OTHER))]
    )
    await bench.restart()
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert set(cookies_at(server)) == {f"sid={OLD}"}
    assert set(cookies_at(elsewhere)) == {f"sid={OTHER}"}
    assert {request.fields.get("x-of-job") for request in server.requests} == {"1"}


async def test_a_redirect_to_another_server_loses_them(bench, server, elsewhere):
    server.fault = Fault(redirect=elsewhere.url_for("/b.bin"))
    job_id = await bench.manager.add(
        JobSpec((FileSpec(server.url, headers=cookie(OLD)),), bench.folder)
    )
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert cookies_at(server)[0] == f"sid={OLD}"
    assert set(cookies_at(elsewhere)) == {None}


async def test_what_the_server_sets_on_the_way_goes_along_with_them(bench, server):
    """A site that lets in a session, and hands out a ticket for the download."""
    server.choose = lambda request: (
        Fault(redirect=server.url_for("/b.bin"), fields={"Set-Cookie": "ticket=1"})
        if request.path == "/start"
        else None
    )
    link = FileSpec(server.url_for("/start"), headers=cookie(OLD))
    job_id = await bench.manager.add(JobSpec((link,), bench.folder))
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert cookies_at(server)[:2] == [f"sid={OLD}", f"sid={OLD}; ticket=1"]


async def test_what_is_given_by_hand_for_the_job_goes_before_what_came_with_the_link(bench, server):
    spec = JobSpec(
        (FileSpec(server.url, headers=(*cookie(OLD), ("X-Of-Link", "1"))),),
        bench.folder,
        headers=(("cookie", "by=hand"),),
    )
    job_id = await bench.manager.add(spec)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert set(cookies_at(server)) == {"by=hand"}
    assert {request.fields.get("x-of-link") for request in server.requests} == {"1"}


async def test_no_log_tells_them(bench, server):
    told = "a page said pl4nt-of-this-test-alone"
    assert without_secrets(told) == told
    link = FileSpec(server.url, headers=cookie("pl4nt-of-this-test-alone"))
    await bench.manager.add(JobSpec((link,), bench.folder), start=False)
    assert "pl4nt" not in without_secrets(told)


async def test_a_header_that_could_be_two_is_refused(bench, server):
    for headers in ((("Cookie", "a\r\nb"),), (("A B", "x"),), (("Cookie", "a\0"),)):
        with pytest.raises(RefusedError):
            await bench.manager.add(JobSpec((FileSpec(server.url, headers=headers),), bench.folder))
    assert bench.manager.jobs() == []
    assert OLD not in repr(FileSpec(server.url, headers=cookie(OLD)))


async def test_a_new_link_brings_new_headers_and_the_old_ones_are_gone_everywhere(
    bench, server, keyring
):
    server.fault = Fault(status=403)
    spec = JobSpec((FileSpec(server.url_for("/file.bin?old"), headers=cookie(OLD)),), bench.folder)
    job_id = await bench.manager.add(spec)
    await bench.until(job_id, JobState.ERROR)
    assert OLD in keyring.read_text()
    server.fault = Fault()
    await bench.manager.change_link(job_id, 0, server.url_for("/file.bin?new"), cookie(NEW))
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert cookies_at(server)[-1] == f"sid={NEW}"
    told = repr(await bench.manager.timeline(job_id)) + repr(bench.job(job_id))
    stored = b"".join(path.read_bytes() for path in bench.home.rglob("*") if path.is_file())
    for secret in (OLD, NEW):
        assert secret not in told
        assert secret.encode() not in stored
    kept = json.dumps(json.loads(keyring.read_text()) if keyring.exists() else {})
    assert OLD not in kept


async def test_new_headers_are_there_after_a_restart(bench, server, keyring):
    spec = JobSpec((FileSpec(server.url, headers=cookie(OLD)),), bench.folder)
    job_id = await bench.manager.add(spec, start=False)
    await bench.manager.change_link(job_id, 0, server.url, cookie(NEW))
    await bench.restart()
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert set(cookies_at(server)) == {f"sid={NEW}"}
    assert OLD not in keyring.read_text()


async def test_a_link_that_brings_none_leaves_none(bench, server, keyring):
    spec = JobSpec((FileSpec(server.url, headers=cookie(OLD)),), bench.folder)
    job_id = await bench.manager.add(spec, start=False)
    await bench.manager.change_link(job_id, 0, server.url, ())
    assert not bench.job(job_id).has_secrets
    assert OLD not in (keyring.read_text() if keyring.exists() else "")
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert set(cookies_at(server)) == {None}


async def test_a_link_elsewhere_takes_the_headers_of_the_old_server_from_nobody_else(
    bench, server, elsewhere
):
    """The other file still needs them."""
    files = (FileSpec(server.url_for("/a.bin")), FileSpec(server.url_for("/b.bin")))
    job_id = await bench.manager.add(JobSpec(files, bench.folder, headers=cookie(OLD)), start=False)
    await bench.manager.change_link(job_id, 1, elsewhere.url_for("/b.bin"), cookie(NEW))
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert set(cookies_at(server)) == {f"sid={OLD}"}
    assert set(cookies_at(elsewhere)) == {f"sid={NEW}"}


async def test_new_headers_that_are_none_change_nothing(bench, server):
    job_id = await bench.add(start=False)
    link = bench.job(job_id).url
    with pytest.raises(RefusedError):
        await bench.manager.change_link(job_id, 0, server.url_for("/x"), (("Cookie", "a\nb"),))
    assert (bench.job(job_id).url, bench.job(job_id).has_secrets) == (link, False)


def test_what_a_secret_sends_to_whom():
    secret = Secret(headers=(("A", "1"),)).with_headers("http:h:80", (("B", "2"),), ["http:o:80"])
    assert secret.headers_for("http://h/") == (("B", "2"),)
    assert secret.headers_for("http://o/") == (("A", "1"),)
    assert secret.headers_for("http://other/") == ()
    again = secret.with_headers("http:h:80", (), [])
    assert not again
    assert secret.with_headers("http:o:80", (), ["http:h:80"]).headers_for("http://o/") == ()
    assert "2" not in repr(secret)


# --- names


@pytest.mark.parametrize(
    ("chosen", "disposition", "proposed", "name"),
    [
        (None, None, "report.pdf", "report.pdf"),
        (None, 'attachment; filename="server.pdf"', "report.pdf", "server.pdf"),
        ("mine.pdf", 'attachment; filename="server.pdf"', "report.pdf", "mine.pdf"),
        (None, "inline", "report.pdf", "report.pdf"),
        (None, None, "  ", "get"),
        (None, None, None, "get"),
        (None, None, "../../.bashrc", "bashrc"),
        (None, None, "picture", "picture.png"),
    ],
)
def test_a_proposal_counts_where_the_server_gives_no_name(chosen, disposition, proposed, name):
    content_type = "image/png" if proposed == "picture" else "application/octet-stream"
    found = name_for(
        requested=chosen,
        content_disposition=disposition,
        url="http://h/get",
        content_type=content_type,
        proposed=proposed,
    )
    assert found == name


@pytest.mark.parametrize("restarts", [False, True])
async def test_a_proposed_name_is_remembered(bench, server, restarts):
    link = server.url_for("/get?id=5")
    job_id = await bench.manager.add(
        JobSpec((FileSpec(link, proposed_name="report.pdf"),), bench.folder), start=False
    )
    assert (bench.job(job_id).name, bench.job(job_id).files[0].name) == ("report.pdf", "report.pdf")
    assert bench.job(job_id).files[0].requested_name is None
    if restarts:
        await bench.restart()
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert bench.files_here() == ["report.pdf"]


async def test_the_server_knows_better(bench, server):
    server.fault = Fault(fields={"Content-Disposition": 'attachment; filename="right.pdf"'})
    spec = JobSpec((FileSpec(server.url, proposed_name="report.pdf"),), bench.folder)
    job_id = await bench.manager.add(spec)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert bench.files_here() == ["right.pdf"]
