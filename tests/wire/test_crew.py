"""Several connections for one file: right bytes whatever becomes of any of them."""

from __future__ import annotations

import contextlib
import dataclasses
import re
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from eager import Eager
from engine.errors import ErrorContext, ErrorKind, TransferFailed, TransferStopped
from engine.part import ByteRange, PartState
from engine.timeline import TimelineKind
from engine.wire.growth import Growth
from engine.wire.hosts import Hosts
from engine.wire.limiter import Limiter
from fault_server import Fault, FaultServer, Request, some_content

MIB = 1 << 20
BIG = some_content(7 * MIB)
# What connections have in flight when they are cut.
IN_FLIGHT = 4 * MIB


@pytest.fixture
def server():
    with FaultServer(BIG, fault=Fault(rate=14 * MIB)) as server:
        yield server


@pytest.fixture
def fetch(transfer, tmp_path):
    """Fetches with four connections at once, and says what is in the part file then."""

    def fetch(url: str, **spec) -> bytes:
        result = transfer(url, growth=Eager(4), **spec).run()
        return (tmp_path / result.part.part_name).read_bytes()

    return fetch


def is_extra(request: Request) -> bool:
    """It asks for a range in the middle, as the first request does not."""
    return request.fields.get("range") != "bytes=0-"


def to_extras(fault: Fault):
    return lambda request: fault if is_extra(request) else None


def test_four_connections_bring_each_byte_once(server, fetch):
    assert fetch(server.url) == BIG
    assert server.peak == 4
    firsts = [asked.partition("=")[2].partition("-")[0] for asked in server.ranges]
    assert len(set(firsts)) == len(firsts)


def test_every_connection_makes_sure_of_the_version(server, fetch):
    fetch(server.url)
    conditions = [request.fields.get("if-range") for request in server.requests]
    assert conditions[0] is None
    assert set(conditions[1:]) == {'"v1"'}


def test_there_is_one_connection_as_long_as_the_speed_does_not_ask_for_more(server, transfer):
    server.fault = Fault(rate=60 * MIB)
    transfer(server.url).run()
    assert len(server.requests) == 1


def test_a_limited_transfer_opens_no_connections_to_share_the_limit(server, transfer):
    server.fault = Fault()
    running = transfer(server.url, limiter=Limiter(5 * MIB), growth=Growth(8))
    running.run()
    assert len(server.requests) == 1


def test_a_server_that_holds_back_each_connection_gets_more_of_them(server, transfer, tmp_path):
    server.fault = Fault(rate=4 * MIB)
    result = transfer(server.url, growth=Growth(8)).run()
    assert (tmp_path / result.part.part_name).read_bytes() == BIG
    assert server.peak >= 4


@pytest.mark.parametrize(
    ("how", "changes"),
    [
        ("weak", {"etag": 'W/"v1"'}),
        ("without validators", {"etag": None, "last_modified": None}),
        ("without ranges", {"fault": Fault(rate=14 * MIB, ignore_range=True)}),
        ("of unknown length", {"fault": Fault(rate=14 * MIB, chunked=True, ignore_range=True)}),
    ],
)
def test_what_cannot_be_compared_or_ranged_comes_over_one_connection(how, changes, fetch):
    with FaultServer(BIG, fault=Fault(rate=16 * MIB)) as server:
        for name, value in changes.items():
            setattr(server, name, value)
        if "ignore_range" in repr(changes):
            server.fault = Fault(rate=16 * MIB, ignore_range=True, fields={"Accept-Ranges": "none"})
        assert fetch(server.url) == BIG
        assert len(server.requests) == 1


def test_a_short_file_comes_over_one_connection(fetch):
    with FaultServer(BIG[: 2 * MIB - 1], fault=Fault(rate=14 * MIB)) as server:
        assert fetch(server.url) == server.content
        assert len(server.requests) == 1


def test_one_connection_is_one_connection(server, transfer):
    server.fault = Fault(rate=24 * MIB)
    transfer(server.url, connections=1).run()
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "fault",
    [
        Fault(status=403),
        Fault(status=429, fields={"Retry-After": "3600"}),
        Fault(status=503),
        Fault(status=404),
        Fault(hang_up=True),
        Fault(hang_up=True, reset=True),
        Fault(redirect="ftp://127.0.0.1/file.bin"),
    ],
    ids=lambda fault: f"{fault.status} {fault.redirect or ''}",
)
def test_a_refused_connection_never_fails_the_file(server, fetch, fault):
    server.choose = to_extras(fault)
    assert fetch(server.url) == BIG
    assert len(server.requests) <= 5, "who was refused is not asked again soon"


@pytest.mark.parametrize(
    "lie",
    [
        Fault(start_shift=1),
        Fault(start_shift=-1),
        Fault(total_shift=1),
        Fault(content_range=""),
        Fault(content_range="bytes 0-9/10"),
        Fault(multipart=True),
        Fault(ignore_range=True),
        Fault(html=True),
        Fault(gzip=True),
        Fault(length_shift=-1),
        Fault(length_shift=1),
        Fault(fields={"ETag": '"other"'}),
        Fault(longest_part=100_000),
        Fault(drop_after=300_000),
        Fault(drop_after=0),
        Fault(chunked=True),
        Fault(chunked=True, drop_after=300_000),
        Fault(close_delimited=True),
        Fault(http10=True),
    ],
    ids=lambda lie: re.sub(r"\w+=(None|b''|''|False|0(\.0)?|{})(, )?", "", repr(lie)),
)
def test_what_other_connections_are_told_does_not_harm_the_file(server, fetch, lie):
    server.choose = to_extras(lie)
    assert fetch(server.url) == BIG


def test_the_number_for_a_host_is_lowered_when_it_refuses(server, transfer):
    server.most_bodies = 3
    hosts = Hosts()
    transfer(server.url, growth=Eager(8), hosts=hosts, pause=0.2).run()
    assert server.peak == 3
    with hosts.connection(f"127.0.0.1:{server.port}", 8, lambda: False):
        assert [hosts.take(f"127.0.0.1:{server.port}", 8) for _ in range(3)] == [True, True, False]


def test_a_file_replaced_in_the_middle_comes_from_one_version(server, fetch, recorder):
    other = some_content(6 * MIB, "B")
    replaced = threading.Event()

    def replace(request: Request) -> Fault | None:
        if len(server.requests) == 3 and not replaced.is_set():
            replaced.set()
            server.replace(other)
        return None

    server.choose = replace
    assert fetch(server.url) in (BIG, other)
    assert replaced.is_set()


def test_a_version_that_is_gone_is_dropped_whole(server, fetch, recorder):
    """The first connection breaks after the file was replaced: nothing of the old one remains."""
    other = some_content(6 * MIB, "B")
    server.faults.append(Fault(rate=14 * MIB, drop_after=2 * MIB))

    def replace(request: Request) -> Fault | None:
        if len(server.requests) == 3:
            server.replace(other)
        return None

    server.choose = replace
    assert fetch(server.url) == other
    assert TimelineKind.STARTED_OVER in recorder.kinds


def test_a_connection_that_breaks_is_opened_again_while_others_go_on(server, fetch, recorder):
    server.faults += [Fault(rate=14 * MIB), Fault(rate=14 * MIB, drop_after=500_000)]
    assert fetch(server.url) == BIG
    assert [text for kind, text in recorder.notes if "others go on" in text]
    assert server.bytes_sent < len(BIG) + IN_FLIGHT


def test_all_break_again_and_again_and_the_file_is_whole(server, fetch):
    server.fault = Fault(rate=14 * MIB, drop_after=700_000)
    assert fetch(server.url) == BIG


def test_a_connection_that_falls_silent_does_not_hold_up_the_file(server, transfer, tmp_path):
    server.choose = lambda request: (
        Fault(stall_after=200_000) if len(server.requests) == 3 else None
    )
    began = time.monotonic()
    result = transfer(server.url, growth=Eager(4), stall_timeout=60.0).run()
    assert (tmp_path / result.part.part_name).read_bytes() == BIG
    assert time.monotonic() - began < 30, "its rest was fetched by another"


def test_a_connection_that_drips_is_replaced(server, transfer, tmp_path):
    server.choose = lambda request: Fault(rate=2000) if not is_extra(request) else None
    result = transfer(server.url, growth=Eager(4), stall_timeout=60.0).run()
    assert (tmp_path / result.part.part_name).read_bytes() == BIG


def test_when_all_fall_silent_the_error_is_told(server, transfer):
    server.fault = Fault(stall_after=100_000)
    server.choose = lambda request: Fault(hang_up=True) if len(server.requests) > 9 else None
    with pytest.raises(TransferFailed) as failed:
        transfer(server.url, growth=Eager(4), stall_timeout=0.5).run()
    assert failed.value.error.kind is ErrorKind.CONNECTION_LOST


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit")
def test_what_the_disk_refuses_ends_them_all(server, transfer):
    server.fault = Fault(rate=2 * MIB)
    running = transfer(server.url, growth=Eager(4))
    outcomes: list[object] = []
    thread = threading.Thread(target=lambda: outcomes.append(_outcome(running)))
    thread.start()
    while running.connections < 4:
        assert thread.is_alive()
    with no_file_longer_than(4 * MIB):
        thread.join(10)
    assert isinstance(outcomes[0], TransferFailed)
    error = outcomes[0].error
    assert (error.kind, error.context) == (ErrorKind.FILE_TOO_LARGE, ErrorContext.LOCAL_FILE)
    assert running.connections == 0


def test_stop_is_immediate_and_the_next_run_fetches_only_the_gaps(
    server, transfer, recorder, tmp_path
):
    running = transfer(server.url, growth=Eager(4))
    stopped = []
    thread = threading.Thread(target=lambda: stopped.append(_outcome(running)))
    thread.start()
    while running.bytes_present < 3 * MIB:
        assert thread.is_alive()
    began = time.monotonic()
    running.stop()
    thread.join(10)
    assert isinstance(stopped[0], TransferStopped)
    assert time.monotonic() - began < 2
    part = recorder.checkpoints[-1]
    assert len(part.present) > 1
    sent = server.bytes_sent
    transfer(server.url, growth=Eager(4), part=part).run()
    assert (tmp_path / part.part_name).read_bytes() == BIG
    assert server.bytes_sent - sent < len(BIG) - part.bytes_present + IN_FLIGHT
    conditions = [request.fields.get("if-range") for request in server.requests]
    assert conditions.count(None) == 1, "only the very first request does not know the version"


def test_a_missing_beginning_is_not_filled_from_another_version(server, transfer, tmp_path, part):
    """A gap at the very start is asked for with as much care as one in the middle."""
    (tmp_path / "file.bin.part").write_bytes(bytes(3 * MIB) + BIG[3 * MIB :])
    whole = part(BIG, size=len(BIG))
    (tmp_path / "file.bin.part").write_bytes(bytes(3 * MIB) + BIG[3 * MIB :])
    state = PartState("file.bin", len(BIG), whole.validator, "", (ByteRange(3 * MIB, len(BIG)),))
    other = some_content(len(BIG), "B")
    server.replace(other)
    transfer(server.url, part=state).run()
    assert (tmp_path / "file.bin.part").read_bytes() == other


def test_a_missing_beginning_is_all_that_is_fetched(server, transfer, tmp_path, part):
    whole = part(bytes(3 * MIB) + BIG[3 * MIB :], size=len(BIG))
    state = dataclasses.replace(whole, present=(ByteRange(3 * MIB, len(BIG)),))
    transfer(server.url, part=state).run()
    assert (tmp_path / "file.bin.part").read_bytes() == BIG
    assert server.bytes_sent <= 3 * MIB


def test_no_connection_fills_the_beginning_from_another_version(server, transfer, tmp_path, part):
    whole = part(bytes(2 * MIB) + BIG[2 * MIB : 3 * MIB], size=len(BIG))
    state = dataclasses.replace(whole, present=(ByteRange(2 * MIB, 3 * MIB),))
    other = some_content(len(BIG), "B")

    def replace(request: Request) -> Fault | None:
        if not request.fields["range"].startswith("bytes=0-") or server.content == other:
            return None
        return Fault(before=lambda server: server.replace(other))

    server.choose = replace
    transfer(server.url, growth=Eager(4), part=state).run()
    assert (tmp_path / "file.bin.part").read_bytes() == other


def test_all_transfers_together_keep_to_the_number_for_a_host(server, tmp_path, transfer):
    hosts = Hosts(4)
    folders = [tmp_path / name for name in "abc"]
    for folder in folders:
        folder.mkdir()
    running = [
        transfer(server.url, growth=Eager(4), hosts=hosts, connections=4, folder=folder)
        for folder in folders
    ]
    threads = [threading.Thread(target=one.run) for one in running]
    for thread in threads:
        thread.start()
    counts = []
    while any(thread.is_alive() for thread in threads):
        counts.append(sum(one.connections for one in running))
        threads[0].join(0.01)
    assert max(counts) == 4
    assert [(folder / "file.bin.part").read_bytes() == BIG for folder in folders] == [True] * 3


def test_a_transfer_gives_up_a_connection_for_one_that_waits_for_its_first(
    server, tmp_path, transfer
):
    hosts = Hosts(4)
    server.fault = Fault(rate=MIB // 2)
    large = transfer(server.url, growth=Eager(8), hosts=hosts, connections=4)
    thread = threading.Thread(target=_outcome, args=(large,))
    thread.start()
    while large.connections < 4:
        assert thread.is_alive()
    second = tmp_path / "second"
    second.mkdir()
    waiting = transfer(server.url, hosts=hosts, folder=second, connections=1)
    other = threading.Thread(target=_outcome, args=(waiting,))
    other.start()
    while waiting.connections < 1:
        assert thread.is_alive()
    large.stop()
    waiting.stop()
    thread.join(10)
    other.join(10)


@contextlib.contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _outcome(transfer) -> object:
    try:
        return transfer.run()
    except (TransferFailed, TransferStopped) as outcome:
        return outcome
