"""One file from several servers: side by side, in turn, and in spite of some of them."""

from __future__ import annotations

import hashlib
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from eager import Eager
from engine.errors import ErrorKind, TransferFailed
from engine.part import ByteRange, Checksum, Mirrors, PartState, Pieces, Validator
from engine.timeline import TimelineKind
from engine.wire import crew
from engine.wire.hosts import Hosts
from fault_server import Fault, FaultServer, Request, some_content

CONTENT = some_content(6_000_000)
LIE = some_content(len(CONTENT), "lie")
SHA256 = Checksum("sha256", hashlib.sha256(CONTENT).hexdigest(), "Metalink")
PIECE = 256 << 10
OVERLAP = 1 << 16


def pieces_of(content: bytes, length: int = PIECE) -> Pieces:
    cuts = (content[start : start + length] for start in range(0, len(content), length))
    return Pieces("sha1", length, 40, "".join(hashlib.sha1(cut).hexdigest() for cut in cuts))


PIECES = pieces_of(CONTENT)


@pytest.fixture
def servers() -> Iterator[list[FaultServer]]:
    """Three that have the file, each under an ETag of its own."""
    with ExitStack() as stack:
        yield [
            stack.enter_context(FaultServer(CONTENT, etag=f'"of {number}"')) for number in range(3)
        ]


@pytest.fixture
def dead() -> Iterator[str]:
    """A link that leads to a closed port."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}/file.bin"


@pytest.fixture
def bring(transfer, tmp_path):
    """Fetches the first link with the others as mirrors; returns what is on disk then."""

    def bring(*links: str, many: bool = False, size=None, pieces=None, **spec) -> bytes:
        mirrors = Mirrors(links[1:], size, pieces)
        growth = Eager(spec.get("connections", 8)) if many else None
        fetch = transfer(links[0], mirrors=mirrors, growth=growth, **spec)
        result = fetch.run()
        return (tmp_path / result.part.part_name).read_bytes()

    return bring


def slowly(request: Request) -> Fault:
    """So that nobody has brought all of it before the others have begun."""
    return Fault(rate=2_000_000)


def dropped(recorder) -> list[str]:
    return [text for kind, text in recorder.notes if kind is TimelineKind.SOURCE_DROPPED]


def conditions(server: FaultServer) -> set[str | None]:
    return {request.fields.get("if-range") for request in server.requests}


# --- side by side --------------------------------------------------------------------------------


@pytest.mark.parametrize("proof", [{"checksum": SHA256}, {"pieces": PIECES}])
def test_several_servers_bring_the_file_together_and_each_byte_once(servers, bring, proof):
    for server in servers:
        server.choose = slowly
    assert bring(*(server.url for server in servers), many=True, **proof) == CONTENT
    sent = [server.bytes_sent for server in servers]
    assert all(sent), "each has brought something"
    # What was under way when half of a rest was taken over comes twice.
    assert sum(sent) < len(CONTENT) * 1.3


def test_each_server_is_asked_for_the_version_that_it_has_shown(servers, bring):
    for server in servers:
        server.choose = slowly
    bring(*(server.url for server in servers), many=True, checksum=SHA256)
    for server in servers:
        assert conditions(server) <= {None, server.etag}


def test_a_mirror_shows_itself_with_one_connection_before_it_gets_more(servers, bring):
    first, mirror, _ = servers
    first.choose = lambda request: Fault(rate=200_000)
    mirror.choose = lambda request: Fault(delay=0.3, rate=1_000_000)
    assert bring(first.url, mirror.url, many=True, checksum=SHA256) == CONTENT
    assert conditions(mirror) == {None, mirror.etag}
    firsts = [request for request in mirror.requests if "if-range" not in request.fields]
    assert len(firsts) == 1


def test_without_a_digest_only_one_server_brings_bytes(servers, bring):
    for server in servers:
        server.choose = slowly
    assert bring(*(server.url for server in servers), many=True) == CONTENT
    assert [server.bytes_sent > 0 for server in servers] == [True, False, False]


def test_a_server_without_validators_gets_one_connection_beside_the_others(servers, bring):
    first, mirror, _ = servers
    first.etag = first.last_modified = None
    for server in servers:
        server.choose = slowly
    assert bring(first.url, mirror.url, many=True, checksum=SHA256) == CONTENT
    assert first.peak == 1
    assert mirror.bytes_sent > 0


def test_a_host_that_has_no_room_is_left_alone(servers, bring):
    first, mirror, _ = servers
    for server in servers:
        server.choose = slowly
    hosts = Hosts(1)
    assert hosts.take(f"127.0.0.1:{mirror.port}", 1)
    spec = {"hosts": hosts, "connections": 1, "checksum": SHA256}
    assert bring(first.url, mirror.url, many=True, **spec) == CONTENT
    assert (first.peak, mirror.requests) == (1, [])


def test_every_slot_is_given_back(servers, bring):
    hosts = Hosts(2)
    links = [server.url for server in servers]
    for server in servers:
        server.choose = slowly
    assert bring(*links, many=True, hosts=hosts, checksum=SHA256, connections=2) == CONTENT
    assert repr(hosts) == "<Hosts {}>"


# --- those that are of no use --------------------------------------------------------------------


BAD = {
    "another size": lambda server: server.replace(LIE[:-1]),
    "a page": lambda server: setattr(server, "fault", Fault(html=True)),
    "the whole file": lambda server: setattr(server, "fault", Fault(ignore_range=True)),
    "other ranges": lambda server: setattr(server, "fault", Fault(start_shift=5)),
    "no size": lambda server: setattr(server, "fault", Fault(content_range="bytes 0-1/*")),
    "not found": lambda server: setattr(server, "fault", Fault(status=404)),
    "busy": lambda server: setattr(server, "fault", Fault(status=503)),
    "hangs up": lambda server: setattr(server, "fault", Fault(hang_up=True)),
    "a redirect to nowhere": lambda server: setattr(server, "fault", Fault(redirect="ftp://a/b")),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD.keys())
def test_a_mirror_that_is_of_no_use_is_dropped_with_a_note(servers, bring, recorder, bad):
    first, mirror, other = servers
    first.choose = other.choose = slowly
    bad(mirror)
    links = (first.url, mirror.url, other.url)
    assert bring(*links, many=True, checksum=SHA256, size=len(CONTENT)) == CONTENT
    (note,) = dropped(recorder)
    assert note.startswith(f"127.0.0.1:{mirror.port} is used no more (")
    assert len(mirror.requests) <= 2
    assert TimelineKind.STARTED_OVER not in recorder.kinds


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD.keys())
def test_the_first_request_walks_down_the_list(servers, bring, recorder, bad):
    first, mirror, other = servers
    bad(first)
    first.choose = lambda request: None
    bring_it = {"checksum": SHA256, "size": len(CONTENT), "requested_name": "file.bin"}
    if bad in (BAD["the whole file"], BAD["other ranges"], BAD["no size"]):
        # One that cannot be asked for ranges can still bring the whole.
        assert bring(first.url, mirror.url, **bring_it) == CONTENT
        return
    assert bring(first.url, mirror.url, other.url, **bring_it) == CONTENT
    assert len(dropped(recorder)) == 1
    assert (mirror.bytes_sent > 0, other.bytes_sent) == (True, 0)


def test_a_dead_server_costs_nothing_but_a_note(servers, bring, recorder, dead):
    assert bring(dead, servers[0].url) == CONTENT
    assert len(dropped(recorder)) == 1
    assert "connection-refused" in dropped(recorder)[0]


def test_when_all_fail_and_one_may_be_back_the_job_waits(servers, bring, dead):
    servers[0].fault = Fault(status=404)
    with pytest.raises(TransferFailed) as failed:
        bring(servers[0].url, dead)
    assert failed.value.error.kind is ErrorKind.CONNECTION_REFUSED


def test_when_all_fail_for_good_the_job_fails(servers, bring):
    servers[0].fault, servers[1].fault = Fault(status=404), Fault(status=403)
    with pytest.raises(TransferFailed) as failed:
        bring(servers[0].url, servers[1].url)
    assert failed.value.error.kind is ErrorKind.NOT_FOUND
    assert failed.value.error.subject == f"127.0.0.1:{servers[0].port}"


def test_a_server_that_goes_away_in_the_middle_is_replaced(servers, bring, recorder):
    first, mirror, _ = servers
    first.faults.append(Fault(drop_after=2_000_000))
    first.fault = Fault(status=503)
    assert bring(first.url, mirror.url, connections=1) == CONTENT
    # The version is another one by its ETag: what stands before is compared instead.
    assert mirror.ranges == [f"bytes={2_000_000 - OVERLAP}-"]
    assert conditions(mirror) == {None}


def test_a_replacement_whose_bytes_differ_is_dropped_for_one_whose_do_not(servers, bring, recorder):
    first, liar, mirror = servers
    first.faults.append(Fault(drop_after=2_000_000))
    first.fault = Fault(status=503)
    liar.content = LIE
    assert bring(first.url, liar.url, mirror.url, connections=1) == CONTENT
    assert TimelineKind.STARTED_OVER not in recorder.kinds
    assert liar.bytes_sent > 0


def test_what_nobody_can_go_on_with_is_begun_anew_by_whoever_is_left(servers, bring, recorder):
    first, mirror, _ = servers
    first.faults.append(Fault(drop_after=2_000_000))
    first.fault = Fault(status=404)
    mirror.fault = Fault(ignore_range=True)
    assert bring(first.url, mirror.url, connections=1) == CONTENT
    assert TimelineKind.STARTED_OVER in recorder.kinds


def test_whoever_was_set_aside_is_the_last_resort(servers, bring, recorder):
    first, whole, gone = servers
    first.faults.append(Fault(drop_after=2_000_000))
    first.fault = gone.fault = Fault(status=404)
    whole.fault = Fault(ignore_range=True)
    assert bring(first.url, whole.url, gone.url, connections=1) == CONTENT
    assert len(gone.requests) == 1
    assert TimelineKind.STARTED_OVER in recorder.kinds


def test_a_slow_server_is_dropped(servers, bring, recorder, monkeypatch):
    monkeypatch.setattr(crew, "_SLOW_AFTER", 0.6)
    first, drip, mirror = servers
    drip.fault = Fault(rate=2_000)
    first.fault = mirror.fault = Fault(rate=1_000_000)
    links = (first.url, drip.url, mirror.url)
    assert bring(*links, many=True, checksum=SHA256, connections=3) == CONTENT
    assert [note.split()[0] for note in dropped(recorder)] == [f"127.0.0.1:{drip.port}"]


def test_a_server_that_falls_silent_is_dropped(servers, bring, recorder, monkeypatch):
    monkeypatch.setattr(crew, "_SLOW_AFTER", 0.6)
    first, silent, _ = servers
    silent.fault = Fault(stall_after=300_000)
    first.fault = Fault(rate=2_000_000)
    assert bring(first.url, silent.url, many=True, checksum=SHA256, connections=2) == CONTENT
    assert [note.split()[0] for note in dropped(recorder)] == [f"127.0.0.1:{silent.port}"]


# --- those that lie ------------------------------------------------------------------------------


def test_of_a_liar_only_its_pieces_are_fetched_again(servers, bring, recorder):
    first, liar, mirror = servers
    liar.content = LIE
    for server in servers:
        server.choose = slowly
    links = (first.url, liar.url, mirror.url)
    assert bring(*links, many=True, pieces=PIECES, checksum=SHA256) == CONTENT
    (note,) = dropped(recorder)
    assert note.startswith(f"127.0.0.1:{liar.port} is used no more (checksum-mismatch)")
    assert TimelineKind.PIECE_REJECTED in recorder.kinds
    assert TimelineKind.STARTED_OVER not in recorder.kinds
    # What was good was fetched once.
    assert first.bytes_sent + mirror.bytes_sent < len(CONTENT) * 1.3


def test_one_wrong_byte_costs_one_piece(servers, bring, recorder):
    first, mirror, _ = servers
    spoiled = bytearray(CONTENT)
    spoiled[1_000_000] ^= 1
    first.content = bytes(spoiled)
    assert bring(first.url, mirror.url, pieces=PIECES, connections=1) == CONTENT
    assert mirror.bytes_sent == PIECE
    assert first.bytes_sent == len(CONTENT)
    assert TimelineKind.PIECE_REJECTED in recorder.kinds


def test_a_piece_that_nobody_has_right_is_an_error(servers, bring):
    for server in servers:
        server.content = LIE
    with pytest.raises(TransferFailed) as failed:
        bring(*(server.url for server in servers), pieces=PIECES)
    assert failed.value.error.kind is ErrorKind.CHECKSUM_MISMATCH


def test_a_single_server_may_bring_a_bad_piece_better_the_next_time(servers, bring):
    (server, *_) = servers
    spoiled = bytearray(CONTENT)
    spoiled[-1] ^= 1
    server.content = bytes(spoiled)

    def mend(_server: FaultServer) -> None:
        server.content = CONTENT

    server.choose = lambda request: Fault(before=mend) if len(server.requests) > 1 else None
    assert bring(server.url, pieces=PIECES, connections=1) == CONTENT
    assert server.bytes_sent == len(CONTENT) + len(CONTENT) % PIECE


def test_a_wrong_whole_is_fetched_once_more_from_one_other(servers, bring, recorder):
    liar, mirror, _ = servers
    liar.content = LIE
    assert bring(liar.url, mirror.url, checksum=SHA256, connections=1) == CONTENT
    assert (liar.bytes_sent, mirror.bytes_sent) == (len(CONTENT), len(CONTENT))
    assert TimelineKind.STARTED_OVER in recorder.kinds


def test_a_liar_among_several_is_found_by_asking_one_alone(servers, bring):
    liar = servers[-1]
    liar.content = LIE
    for server in servers:
        server.choose = slowly
    links = [server.url for server in servers]
    # The best link is the one that is asked alone.
    assert bring(*links, many=True, checksum=SHA256) == CONTENT


def test_nobody_is_asked_a_third_time(servers, bring):
    for server in servers:
        server.content = LIE
    with pytest.raises(TransferFailed) as failed:
        bring(*(server.url for server in servers), checksum=SHA256, connections=1)
    assert failed.value.error.kind is ErrorKind.CHECKSUM_MISMATCH
    assert sum(server.bytes_sent for server in servers) == 2 * len(CONTENT)


def test_a_file_of_another_size_than_promised_is_not_begun(servers, bring, recorder):
    first, mirror, _ = servers
    first.replace(LIE[:5_000_000], '"shorter"')
    assert bring(first.url, mirror.url, size=len(CONTENT)) == CONTENT
    assert "5000000 bytes, where 6000000 were promised" in dropped(recorder)[0]
    assert TimelineKind.STARTED_OVER not in recorder.kinds


def test_a_file_whose_size_shows_only_at_its_end_is_fetched_elsewhere(servers, bring, recorder):
    first, mirror, _ = servers
    first.content, first.fault = LIE[:300_000], Fault(chunked=True, ignore_range=True)
    assert bring(first.url, mirror.url, size=len(CONTENT), connections=1) == CONTENT


# --- what is sent to whom ------------------------------------------------------------------------


def test_headers_and_sign_ins_go_to_their_own_server_only(servers, bring):
    first, mirror, _ = servers
    for server in servers:
        server.choose = slowly
    spec = {"headers": (("X-Key", "s3cret"),), "checksum": SHA256}
    first.sign_in = ("u", "p4ss")
    assert bring(first.url, mirror.url, many=True, credentials=("u", "p4ss"), **spec) == CONTENT
    assert any("x-key" in request.fields for request in first.requests)
    for request in mirror.requests:
        assert not {"x-key", "authorization", "cookie", "referer"} & set(request.fields)


# --- the next run --------------------------------------------------------------------------------


def left_over(tmp_path: Path, present: list[ByteRange], source: str, etag: str) -> PartState:
    content = bytearray(len(CONTENT))
    for one in present:
        content[one.start : one.stop] = CONTENT[one.start : one.stop]
    (tmp_path / "file.bin.part").write_bytes(content)
    validator = Validator(etag)
    return PartState("file.bin", len(CONTENT), validator, "", tuple(present), source=source)


PRESENT = [ByteRange(0, 1_000_000), ByteRange(2_000_000, 4_000_000)]


def test_the_next_run_begins_with_whom_the_bytes_are_from(servers, bring, tmp_path):
    first, mirror, _ = servers
    part = left_over(tmp_path, PRESENT, mirror.url, mirror.etag or "")
    assert bring(first.url, mirror.url, part=part, checksum=SHA256, connections=1) == CONTENT
    assert (first.bytes_sent, mirror.bytes_sent) == (0, 3_000_000)
    assert conditions(mirror) == {mirror.etag}


def test_the_next_run_goes_on_from_another_when_that_one_is_gone(servers, bring, tmp_path):
    first, mirror, _ = servers
    part = left_over(tmp_path, PRESENT, "", first.etag or "")
    first.fault = Fault(status=503)
    assert bring(first.url, mirror.url, part=part, checksum=SHA256, connections=1) == CONTENT
    assert mirror.bytes_sent < 3_000_000 + 3 * OVERLAP


def test_bytes_from_whoever_is_no_mirror_any_more_are_compared(servers, bring, tmp_path):
    first, mirror, _ = servers
    part = left_over(tmp_path, PRESENT, "http://gone.example/file.bin", '"gone"')
    assert bring(first.url, mirror.url, part=part, checksum=SHA256, connections=1) == CONTENT
    assert first.bytes_sent < 3_000_000 + 3 * OVERLAP


def test_a_bad_piece_of_an_earlier_run_is_found(servers, bring, tmp_path, recorder):
    first, mirror, _ = servers
    part = left_over(tmp_path, PRESENT, "", first.etag or "")
    with (tmp_path / "file.bin.part").open("r+b") as file:
        file.seek(600_000)
        file.write(b"spoiled")
    links = (first.url, mirror.url)
    assert bring(*links, part=part, pieces=PIECES, connections=1) == CONTENT
    assert first.bytes_sent + mirror.bytes_sent <= 3_000_000 + PIECE
    assert TimelineKind.PIECE_REJECTED in recorder.kinds


def test_the_promise_of_a_bad_piece_is_taken_back(servers, bring, recorder, tmp_path):
    """Whatever is stored at any moment holds: a kill then costs a piece and never the whole."""
    first, liar, _ = servers
    liar.content = LIE
    for server in servers:
        server.choose = slowly
    assert bring(first.url, liar.url, many=True, pieces=PIECES) == CONTENT
    at = next(
        number for number, kind in enumerate(recorder.kinds) if kind is TimelineKind.PIECE_REJECTED
    )
    assert at >= 0
    last = recorder.checkpoints[-1]
    assert last.present == (ByteRange(0, len(CONTENT)),) or last.bytes_present < len(CONTENT)


PASSED_OVER = (
    TimelineKind.CHECKED,
    "digests of pieces that cannot be those of the file, passed over: 50000",
)


@pytest.mark.parametrize("knows_size", [True, False])
def test_digests_of_pieces_that_are_not_of_this_file_are_passed_over_with_a_note(
    servers, bring, recorder, knows_size
):
    bogus = Pieces("sha1", 1 << 18, 40, "ab" * 20 * 50_000)
    size = len(CONTENT) if knows_size else None
    assert bring(servers[0].url, servers[1].url, size=size, pieces=bogus) == CONTENT
    assert recorder.notes.count(PASSED_OVER) == 1


def test_those_that_were_no_digests_at_all_are_told_too(servers, transfer, recorder):
    transfer(servers[0].url, mirrors=Mirrors(passed_over=50_000)).run()
    assert recorder.notes.count(PASSED_OVER) == 1


def test_pieces_that_are_checked_are_no_matter_for_a_note(servers, bring, recorder):
    bring(servers[0].url, servers[1].url, pieces=PIECES)
    assert TimelineKind.CHECKED not in recorder.kinds


def test_another_size_than_the_metalink_says_is_told_as_that(servers, bring):
    with pytest.raises(TransferFailed) as failed:
        bring(servers[0].url, servers[1].url, size=1000)
    error = failed.value.error
    assert (error.kind, error.subject) == (
        ErrorKind.SIZE_MISMATCH,
        f"127.0.0.1:{servers[0].port}",
    )
    assert error.detail == f"{len(CONTENT)} bytes, where 1000 were promised"
    # Nobody brought a byte, and nobody is asked again for nothing.
    assert sum(len(server.requests) for server in servers) == 2
    assert not error.is_transient


def test_the_part_tells_whose_version_it_is(servers, bring, recorder, dead):
    bring(dead, servers[1].url)
    assert recorder.starts[-1].part.source == servers[1].url
    assert recorder.starts[-1].part.validator.etag == servers[1].etag
    bring(servers[2].url, servers[1].url)
    assert recorder.starts[-1].part.source == ""
