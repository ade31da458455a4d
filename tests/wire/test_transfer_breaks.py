"""Connections that break and disks that fail: what is kept, what is tried again, what is told."""

from __future__ import annotations

import errno
import threading
import time

import pytest

from engine.errors import ErrorKind, TransferFailed, TransferStopped
from engine.part import ByteRange
from engine.timeline import TimelineKind
from engine.wire.part_file import PartFile
from fault_server import Fault, FaultServer

HALF = 1_000_000


@pytest.mark.parametrize(
    "fault",
    [
        Fault(drop_after=200_000),
        Fault(drop_after=700_000),
        Fault(drop_after=200_000, reset=True),
        Fault(drop_after=200_000, chunked=True),
        Fault(drop_after=400_000, close_delimited=True),
    ],
)
def test_a_connection_that_breaks_after_new_bytes_is_opened_again(
    server, transfer, recorder, content, tmp_path, fault
):
    server.fault = fault
    result = transfer(server.url).run()
    assert (tmp_path / "file.bin.part").read_bytes() == content
    assert result.resumed_from == 0
    assert set(recorder.kinds) == {TimelineKind.RECONNECTED}
    assert len(recorder.kinds) == len(server.requests) - 1
    assert len(recorder.starts) == 1


def test_a_part_shorter_than_it_says_is_a_broken_connection(
    server, transfer, recorder, content, tmp_path
):
    server.faults.append(
        Fault(chunked=True, longest_part=1000, content_range="bytes 0-1999999/2000000")
    )
    transfer(server.url).run()
    assert (tmp_path / "file.bin.part").read_bytes() == content
    assert recorder.kinds == [TimelineKind.RECONNECTED]


def test_a_silent_connection_is_opened_again_after_new_bytes(server, transfer, content, tmp_path):
    server.faults.append(Fault(stall_after=HALF))
    transfer(server.url, stall_timeout=0.3).run()
    assert (tmp_path / "file.bin.part").read_bytes() == content
    assert server.ranges[1] == f"bytes={HALF}-"


def test_a_try_that_brings_nothing_new_fails(server, transfer, recorder, content):
    server.faults += [Fault(drop_after=HALF), Fault(drop_after=0)]
    with pytest.raises(TransferFailed) as failure:
        transfer(server.url).run()
    assert failure.value.error.kind is ErrorKind.CONNECTION_LOST
    assert len(server.requests) == 2
    assert recorder.checkpoints[-1].present == (ByteRange(0, HALF),)


def test_bytes_below_the_high_water_mark_are_nothing_new(server, transfer, recorder):
    server.fault = Fault(drop_after=HALF)
    with pytest.raises(TransferFailed):
        transfer(server.url, high_water=HALF).run()
    assert len(server.requests) == 1
    assert recorder.checkpoints[-1].present == (ByteRange(0, HALF),)


def test_a_server_that_drops_and_cannot_resume_makes_no_progress(server, transfer):
    server.fault = Fault(drop_after=HALF, ignore_range=True)
    with pytest.raises(TransferFailed):
        transfer(server.url).run()
    assert len(server.requests) == 2


def test_a_busy_server_after_new_bytes_is_no_reason_to_storm(server, transfer):
    server.faults.append(Fault(drop_after=HALF))
    server.fault = Fault(status=503, fields={"Retry-After": "7"})
    with pytest.raises(TransferFailed) as failure:
        transfer(server.url).run()
    assert failure.value.error.retry_after == 7
    assert len(server.requests) == 2


def test_reconnects_keep_their_pace(server, transfer):
    server.fault = Fault(drop_after=700_000)
    began = time.monotonic()
    transfer(server.url, pause=0.2).run()
    assert len(server.requests) == 3
    assert 0.4 <= time.monotonic() - began < 1.5


def test_the_pause_before_a_reconnect_ends_with_stop(server, transfer, recorder):
    server.faults.append(Fault(drop_after=HALF))
    running = transfer(server.url, pause=60)
    threading.Timer(0.3, running.stop).start()
    began = time.monotonic()
    with pytest.raises(TransferStopped):
        running.run()
    assert time.monotonic() - began < 1
    assert recorder.checkpoints[-1].present == (ByteRange(0, HALF),)


@pytest.mark.parametrize(
    "fault",
    [
        Fault(ignore_range=True, length_shift=1000),
        Fault(chunked=True, drop_after=HALF, ignore_range=True),
        Fault(close_delimited=True, drop_after=HALF, ignore_range=True, reset=True),
    ],
)
def test_a_body_that_ends_early_is_never_whole(server, transfer, recorder, fault):
    server.fault = fault
    with pytest.raises(TransferFailed) as failure:
        transfer(server.url).run()
    assert failure.value.error.is_transient


def test_tls_that_is_cut_is_not_the_end_of_a_body(authority, transfer, content):
    context, ca_file = authority
    fault = Fault(close_delimited=True, ignore_range=True)
    with FaultServer(content, fault=fault, tls=context) as server:
        with pytest.raises(TransferFailed) as failure:
            transfer(server.url, ca_file=ca_file).run()
        assert failure.value.error.kind is ErrorKind.CONNECTION_LOST


def test_a_server_that_hangs_up_is_asked_once(server, transfer):
    server.fault = Fault(hang_up=True)
    with pytest.raises(TransferFailed) as failure:
        transfer(server.url).run()
    assert failure.value.error.kind is ErrorKind.CONNECTION_LOST
    assert len(server.requests) == 1


def test_a_full_disk_is_a_hold_that_keeps_everything(
    server, transfer, recorder, content, tmp_path, monkeypatch
):
    write = PartFile.write

    def write_while_there_is_room(self, data, offset):
        if offset + len(data) > 1_500_000:
            raise OSError(errno.ENOSPC, "No space left on device")
        write(self, data, offset)

    monkeypatch.setattr(PartFile, "write", write_while_there_is_room)
    with pytest.raises(TransferFailed) as failure:
        transfer(server.url).run()
    assert failure.value.error.kind is ErrorKind.DISK_FULL
    assert failure.value.error.subject == str(tmp_path)
    [kept] = recorder.checkpoints[-1].present
    assert kept.start == 0
    assert (tmp_path / "file.bin.part").read_bytes()[: kept.stop] == content[: kept.stop]


def test_bytes_that_could_not_be_synced_are_never_promised(server, transfer, recorder, monkeypatch):
    def fail(self):
        monkeypatch.undo()
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(PartFile, "sync", fail)
    with pytest.raises(TransferFailed) as failure:
        transfer(server.url).run()
    assert failure.value.error.kind is ErrorKind.DISK_FAILED
    assert recorder.checkpoints == []


def test_only_what_was_written_before_the_sync_is_promised(
    server, transfer, recorder, content, tmp_path, monkeypatch
):
    sync, promised = PartFile.sync, []

    def slow_sync(self):
        written = running.bytes_present
        time.sleep(0.05)
        sync(self)
        promised.append(written)

    monkeypatch.setattr(PartFile, "sync", slow_sync)
    server.fault = Fault(rate=1_000_000)
    running = transfer(server.url)
    running.run()
    assert len(promised) >= 2
    # The last one made true what `run` returned.
    for part, written in zip(recorder.checkpoints, promised[:-1], strict=True):
        assert part.bytes_present <= written
