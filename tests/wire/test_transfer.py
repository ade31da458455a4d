"""A file from its link to a whole part file: fresh starts, results, stopping, what is told."""

from __future__ import annotations

import hashlib
import threading
import time

import pytest

from engine.errors import ErrorKind, TransferFailed, TransferStopped
from engine.part import ByteRange, Checksum, KnownFile, Validator
from engine.timeline import TimelineKind
from engine.wire.limiter import Limiter
from fault_server import MODIFIED, Fault, FaultServer, some_content


def test_a_file_arrives_whole(server, transfer, recorder, content, tmp_path):
    result = transfer(server.url).run()
    assert (tmp_path / "file.bin.part").read_bytes() == content
    assert result.part.name == "file.bin"
    assert result.part.present == (ByteRange(0, len(content)),)
    assert (result.size, result.resumed_from) == (len(content), 0)
    assert (result.verified, result.unchanged, result.size_verified) == (None, False, True)
    assert result.modified == 1704067200.0
    assert result.seconds > 0
    assert server.ranges == ["bytes=0-"]


def test_the_start_is_told_once_with_its_facts(server, transfer, recorder):
    transfer(server.url).run()
    [start] = recorder.starts
    assert start.part.name == "file.bin"
    assert start.part.present == ()
    assert start.part.validator.etag == '"v1"'
    assert (start.address, start.protocol, start.tls) == ("127.0.0.1", "HTTP/1.1", None)
    assert start.last_modified == MODIFIED
    assert recorder.notes == []


def test_https_is_as_good(authority, transfer, recorder, content, tmp_path):
    context, ca_file = authority
    with FaultServer(content, tls=context) as server:
        transfer(server.url, ca_file=ca_file).run()
    assert (tmp_path / "file.bin.part").read_bytes() == content
    assert recorder.starts[0].tls == "TLSv1.3"


@pytest.mark.parametrize("size", [0, 1, 65_536, (1 << 18) - 1, 1 << 18, (1 << 20) + 1, 3_333_333])
@pytest.mark.parametrize("ranged", [True, False])
def test_every_size_arrives_whole(server, transfer, tmp_path, size, ranged):
    server.content = some_content(size)
    server.fault = Fault(ignore_range=not ranged)
    assert transfer(server.url).run().size == size
    assert (tmp_path / "file.bin.part").read_bytes() == server.content


@pytest.mark.parametrize(
    ("fault", "verified"),
    [
        (Fault(ignore_range=True), True),
        (Fault(ignore_range=True, http10=True), True),
        (Fault(ignore_range=True, chunked=True), True),
        (Fault(ignore_range=True, close_delimited=True), False),
        (Fault(ignore_range=True, close_delimited=True, http10=True), False),
        (Fault(chunked=True), True),
        (Fault(close_delimited=True), True),
    ],
)
def test_every_kind_of_body_arrives_whole(server, transfer, tmp_path, content, fault, verified):
    server.fault = fault
    result = transfer(server.url).run()
    assert (tmp_path / "file.bin.part").read_bytes() == content
    assert result.size == len(content)
    assert result.size_verified is verified


def test_bytes_beyond_the_promised_length_are_not_ours(server, transfer, tmp_path, content):
    server.fault = Fault(ignore_range=True, length_shift=-500_000)
    assert transfer(server.url).run().size == len(content) - 500_000
    assert (tmp_path / "file.bin.part").read_bytes() == content[:-500_000]


def test_bytes_beyond_the_promised_part_are_not_taken(server, transfer, tmp_path, content):
    server.faults.append(Fault(chunked=True, content_range="bytes 0-999/2000000"))
    transfer(server.url).run()
    assert (tmp_path / "file.bin.part").read_bytes() == content
    assert server.ranges == ["bytes=0-", "bytes=1000-"]


def test_short_parts_are_put_together(server, transfer, tmp_path, content):
    server.fault = Fault(longest_part=300_000)
    transfer(server.url).run()
    assert (tmp_path / "file.bin.part").read_bytes() == content
    assert server.ranges[1] == "bytes=300000-"


@pytest.mark.parametrize(
    ("fault", "path", "name"),
    [
        (
            Fault(fields={"Content-Disposition": 'attachment; filename="told.iso"'}),
            "/x",
            "told.iso",
        ),
        (Fault(), "/folder/some%20file.iso?x=1", "some file.iso"),
    ],
)
def test_the_name_is_the_servers_or_the_links(server, transfer, fault, path, name):
    server.fault = fault
    assert transfer(server.url_for(path)).run().part.name == name


@pytest.mark.parametrize(
    ("link", "target", "name"),
    [
        ("/latest", "/file-1.2.iso", "file-1.2.iso"),
        ("/file-1.2.iso", "/blob/0123", "file-1.2.iso"),
    ],
)
def test_the_name_is_that_of_the_more_telling_address(server, transfer, link, target, name):
    server.faults.append(Fault(redirect=target))
    result = transfer(server.url_for(link)).run()
    assert result.part.name == name
    assert result.part.final_url == server.url_for(target)


def test_a_requested_name_wins_and_a_taken_one_is_numbered(server, transfer, tmp_path):
    (tmp_path / "mine.iso").touch()
    result = transfer(server.url, requested_name="mine.iso").run()
    assert result.part.name != "mine.iso"
    assert result.part.name.startswith("mine")


def test_a_matching_checksum_is_told(server, transfer, recorder, content):
    checksum = Checksum("sha256", hashlib.sha256(content).hexdigest())
    assert transfer(server.url, checksum=checksum).run().verified == "sha256"
    assert recorder.kinds == [TimelineKind.CHECKED]


def test_a_wrong_checksum_keeps_the_part_but_promises_nothing(
    server, transfer, recorder, content, tmp_path
):
    wrong = Checksum("md5", "0" * 32)
    with pytest.raises(TransferFailed) as failure:
        transfer(server.url, checksum=wrong).run()
    error = failure.value.error
    assert error.kind is ErrorKind.CHECKSUM_MISMATCH
    assert wrong.value in error.subject
    assert hashlib.md5(content).hexdigest() in error.subject
    assert (tmp_path / "file.bin.part").read_bytes() == content
    assert recorder.checkpoints[-1].present == ()


def test_after_a_wrong_checksum_the_next_run_fetches_everything(
    server, transfer, recorder, content, tmp_path
):
    right = Checksum("sha256", hashlib.sha256(content).hexdigest())
    server.content = some_content(len(content) + 1000, "damaged")
    with pytest.raises(TransferFailed):
        transfer(server.url, checksum=right).run()
    server.content = content
    result = transfer(server.url, checksum=right, part=recorder.checkpoints[-1]).run()
    assert result.part.name == "file.bin"
    assert (tmp_path / "file.bin.part").read_bytes() == content


@pytest.mark.parametrize("status", [401, 403, 404, 407, 410, 451, 500, 503])
def test_a_refusal_leaves_no_part_file(server, transfer, recorder, tmp_path, status):
    server.fault = Fault(status=status)
    with pytest.raises(TransferFailed) as failure:
        transfer(server.url).run()
    assert failure.value.error.http_status == status
    assert failure.value.error.subject == f"127.0.0.1:{server.port}"
    assert list(tmp_path.iterdir()) == []
    assert (len(server.requests), recorder.starts) == (1, [])


@pytest.mark.parametrize("fault", [Fault(drop_after=0), Fault(stall_after=0)])
def test_a_fresh_part_file_without_a_byte_is_removed(server, transfer, tmp_path, fault):
    server.fault = fault
    with pytest.raises(TransferFailed):
        transfer(server.url, stall_timeout=0.3).run()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("known", [True, False])
def test_a_known_file_is_fetched_only_if_it_changed(server, transfer, recorder, tmp_path, known):
    etag = '"v1"' if known else '"v0"'
    file = KnownFile("/somewhere/mine.bin", len(server.content), Validator(etag))
    result = transfer(server.url, known=file).run()
    assert result.unchanged is known
    assert result.part.name == ("mine.bin" if known else "file.bin")
    assert len(list(tmp_path.iterdir())) == (0 if known else 1)
    assert len(recorder.starts) == (0 if known else 1)


def test_counters_tell_how_far_it_is(server, transfer, content):
    server.fault = Fault(stall_after=500_000)
    running = transfer(server.url)
    assert (running.bytes_present, running.total, running.connections) == (0, None, 0)
    thread = _run_in_thread(running)
    _until(lambda: running.bytes_present == 500_000)
    assert (running.total, running.connections) == (len(content), 1)
    assert repr(running) == f"<Transfer {server.url} 500000/2000000 bytes, 1 open>"
    running.stop()
    thread.join(5)
    assert running.connections == 0
    assert repr(running) == f"<Transfer {server.url} 500000/2000000 bytes, stopped>"


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("tls", [False, True])
def test_stop_acts_at_once_and_keeps_what_came(
    authority, transfer, recorder, content, tmp_path, chunked, tls
):
    context, ca_file = authority
    fault = Fault(stall_after=500_000, chunked=chunked)
    with FaultServer(content, fault=fault, tls=context if tls else None) as server:
        running = transfer(server.url, ca_file=ca_file)
        outcome = []
        thread = _run_in_thread(running, outcome)
        _until(lambda: running.bytes_present > 400_000)
        began = time.monotonic()
        running.stop()
        thread.join(5)
        assert time.monotonic() - began < 0.5
    assert isinstance(outcome[0], TransferStopped)
    [kept] = recorder.checkpoints[-1].present
    assert kept.stop == running.bytes_present
    assert (tmp_path / "file.bin.part").read_bytes()[: kept.stop] == content[: kept.stop]


def test_a_transfer_stopped_before_it_runs_asks_for_nothing(server, transfer, tmp_path):
    stopped = transfer(server.url)
    stopped.stop()
    with pytest.raises(TransferStopped):
        stopped.run()
    assert server.requests == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("fault", [Fault(), Fault(chunked=True)])
def test_a_limit_is_kept(server, transfer, content, fault):
    server.fault = fault
    result = transfer(server.url, limiter=Limiter(4_000_000)).run()
    assert 0.4 < result.seconds < 1.0


def test_a_slow_body_is_written_and_promised_while_it_comes(server, transfer, recorder):
    server.fault = Fault(rate=200_000)
    running = transfer(server.url)
    thread = _run_in_thread(running)
    _until(lambda: recorder.checkpoints, seconds=3)
    assert 50_000 < recorder.checkpoints[0].bytes_present < 600_000
    running.stop()
    thread.join(5)


def test_a_missing_folder_is_a_hold(server, transfer, tmp_path):
    with pytest.raises(TransferFailed) as failure:
        transfer(server.url, folder=tmp_path / "gone").run()
    assert failure.value.error.is_hold


def test_a_file_too_large_for_the_disk_is_a_hold_before_it_comes(server, transfer, tmp_path):
    server.fault = Fault(ignore_range=True, length_shift=1 << 60)
    with pytest.raises(TransferFailed) as failure:
        transfer(server.url).run()
    assert failure.value.error.kind is ErrorKind.DISK_FULL
    assert list(tmp_path.iterdir()) == []


def _run_in_thread(running, outcome: list | None = None) -> threading.Thread:
    def run() -> None:
        try:
            result = running.run()
        except (TransferFailed, TransferStopped) as exc:
            result = exc
        if outcome is not None:
            outcome.append(result)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return thread


def _until(claim, seconds: float = 5) -> None:
    """Wait for something that must come true."""
    deadline = time.monotonic() + seconds
    while not claim():
        assert time.monotonic() < deadline, "it never came true"
        time.sleep(0.005)
