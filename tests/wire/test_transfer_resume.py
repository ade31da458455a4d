"""Going on where an earlier run ended, with proof that it is the same file; or starting over."""

from __future__ import annotations

import pytest

from engine.errors import ErrorKind, TransferFailed
from engine.part import ByteRange, Validator
from engine.timeline import TimelineKind
from fault_server import Fault, some_content

HALF = 1_000_000
DATE = "Tue, 02 Jan 2024 00:00:00 GMT"
MONDAY = "Mon, 01 Jan 2024 00:00:00 GMT"
NOTHING = Validator()
WEAK = Validator('W/"v1"', MONDAY, DATE)
DATED = Validator(None, MONDAY, DATE)


def test_the_rest_is_asked_for_under_the_condition_that_nothing_changed(
    server, transfer, recorder, part, content, tmp_path
):
    result = transfer(server.url, part=part(content[:HALF])).run()
    assert (tmp_path / "file.bin.part").read_bytes() == content
    [request] = server.requests
    assert request.fields["range"] == f"bytes={HALF}-"
    assert request.fields["if-range"] == '"v1"'
    assert request.fields["accept-encoding"] == "identity"
    assert result.resumed_from == HALF
    assert recorder.starts[0].resumed_from == HALF
    assert recorder.notes == [(TimelineKind.RESUMED, f"{HALF} bytes")]
    assert server.bytes_sent == len(content) - HALF


@pytest.mark.parametrize(
    ("validator", "condition", "start"),
    [
        (DATED, MONDAY, HALF),
        (WEAK, None, HALF - 65_536),
        (NOTHING, None, HALF - 65_536),
        (Validator(None, DATE, DATE), None, HALF - 65_536),
    ],
)
def test_without_a_strong_validator_the_last_bytes_are_compared(
    server, transfer, recorder, part, content, tmp_path, validator, condition, start
):
    server.etag, server.last_modified = validator.etag, validator.last_modified
    result = transfer(server.url, part=part(content[:HALF], validator=validator)).run()
    assert (tmp_path / "file.bin.part").read_bytes() == content
    assert server.ranges == [f"bytes={start}-"]
    assert server.requests[0].fields.get("if-range") == condition
    assert result.resumed_from == HALF


@pytest.mark.parametrize("present", [1, 1000, 65_536])
def test_few_bytes_are_compared_from_the_beginning(
    server, transfer, part, content, tmp_path, present
):
    server.etag = server.last_modified = None
    result = transfer(server.url, part=part(content[:present], validator=NOTHING)).run()
    assert (tmp_path / "file.bin.part").read_bytes() == content
    assert server.ranges == ["bytes=0-"]
    assert result.resumed_from == present


def test_other_bytes_before_the_resume_point_start_over(
    server, transfer, recorder, part, content, tmp_path
):
    server.etag = server.last_modified = None
    old = some_content(HALF, "another version")
    transfer(server.url, part=part(old, validator=NOTHING)).run()
    assert (tmp_path / "file.bin.part").read_bytes() == content
    assert server.ranges == [f"bytes={HALF - 65_536}-", "bytes=0-"]
    assert recorder.kinds == [TimelineKind.STARTED_OVER]
    assert [start.resumed_from for start in recorder.starts] == [0]


@pytest.mark.parametrize(
    "fault",
    [
        Fault(),
        Fault(ignore_if_range=True),
        Fault(ignore_range=True),
        Fault(chunked=True),
    ],
)
@pytest.mark.parametrize("size", [1_500_000, 2_000_000, 2_500_000])
def test_a_changed_file_is_never_mixed(
    server, transfer, recorder, part, content, tmp_path, fault, size
):
    old = part(content[:HALF])
    server.replace(some_content(size, "B"))
    server.fault = fault
    result = transfer(server.url, part=old).run()
    assert (tmp_path / "file.bin.part").read_bytes() == server.content
    assert recorder.notes == [(TimelineKind.STARTED_OVER, "the file changed on the server")]
    assert [start.resumed_from for start in recorder.starts] == [0]
    assert result.part.validator.etag == '"v2"'
    assert result.resumed_from == 0


def test_a_file_that_shrank_below_the_resume_point_starts_over(
    server, transfer, part, content, tmp_path
):
    old = part(content[:HALF])
    server.replace(some_content(1000, "B"))
    server.fault = Fault(ignore_if_range=True)
    transfer(server.url, part=old).run()
    assert (tmp_path / "file.bin.part").read_bytes() == server.content


@pytest.mark.parametrize("fault", [Fault(), Fault(ignore_if_range=True)])
def test_a_file_that_became_empty_starts_over(
    server, transfer, recorder, part, content, tmp_path, fault
):
    old = part(content[:HALF])
    server.replace(b"")
    server.fault = fault
    assert transfer(server.url, part=old).run().size == 0
    assert (tmp_path / "file.bin.part").read_bytes() == b""
    assert recorder.kinds == [TimelineKind.STARTED_OVER]


def test_nothing_of_the_old_version_stays_on_disk(server, transfer, part, content, tmp_path):
    old = part(content[:HALF])
    server.replace(some_content(2_000_000, "B"))
    server.fault = Fault(drop_after=300_000, ignore_range=True)
    with pytest.raises(TransferFailed):
        transfer(server.url, part=old).run()
    assert (tmp_path / "file.bin.part").read_bytes() == server.content[:300_000]


def test_the_file_may_change_while_it_comes(server, transfer, recorder, tmp_path):
    other = some_content(2_000_000, "B")
    server.faults += [
        Fault(drop_after=HALF),
        Fault(before=lambda it: it.replace(other), ignore_if_range=True),
    ]
    transfer(server.url).run()
    assert (tmp_path / "file.bin.part").read_bytes() == other
    assert recorder.kinds == [TimelineKind.RECONNECTED, TimelineKind.STARTED_OVER]
    assert [start.part.validator.etag for start in recorder.starts] == ['"v1"', '"v2"']


def test_a_server_that_changes_its_mind_at_every_request_is_asked_for_the_whole(
    server, transfer, content, tmp_path
):
    def flip(it):
        it.etag = '"v1"' if it.etag == '"v2"' else '"v2"'

    server.fault = Fault(longest_part=300_000, ignore_if_range=True, before=flip)
    transfer(server.url).run()
    assert (tmp_path / "file.bin.part").read_bytes() == content
    assert server.ranges == ["bytes=0-", "bytes=300000-", "bytes=0-", "bytes=300000-", None]


def test_a_server_that_cannot_resume_starts_over(
    server, transfer, recorder, part, content, tmp_path
):
    server.fault = Fault(ignore_range=True)
    transfer(server.url, part=part(content[:HALF])).run()
    assert (tmp_path / "file.bin.part").read_bytes() == content
    assert recorder.kinds == [TimelineKind.STARTED_OVER]
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "fault",
    [
        Fault(start_shift=-1000),
        Fault(start_shift=1000),
        Fault(total_shift=5000),
        Fault(content_range=""),
        Fault(content_range="bytes 9-5/10"),
        Fault(content_range="bytes 1000000-1000000/*"),
        Fault(multipart=True),
        Fault(gzip=True),
    ],
)
def test_a_wrong_part_is_not_written_and_the_whole_is_asked_for_once(
    server, transfer, recorder, part, content, tmp_path, fault
):
    server.faults.append(fault)
    transfer(server.url, part=part(content[:HALF])).run()
    assert (tmp_path / "file.bin.part").read_bytes() == content
    assert server.ranges == [f"bytes={HALF}-", None]
    assert recorder.kinds == [TimelineKind.STARTED_OVER]


@pytest.mark.parametrize(
    "fault",
    [Fault(status=206), Fault(status=416), Fault(status=206, fields={"Content-Range": "x"})],
)
def test_a_server_without_sense_is_given_up_after_few_requests(
    server, transfer, recorder, part, content, tmp_path, fault
):
    server.fault = fault
    with pytest.raises(TransferFailed) as failure:
        transfer(server.url, part=part(content[:HALF])).run()
    assert failure.value.error.kind in (ErrorKind.RANGE_WRONG, ErrorKind.FILE_CHANGED)
    assert len(server.requests) <= 3
    assert (tmp_path / "file.bin.part").read_bytes() == content[:HALF]
    assert recorder.checkpoints[-1].present == ()


def test_a_sign_in_page_keeps_the_part(server, transfer, recorder, part, content, tmp_path):
    server.fault = Fault(html=True)
    with pytest.raises(TransferFailed) as failure:
        transfer(server.url, part=part(content[:HALF])).run()
    assert failure.value.error.kind is ErrorKind.WEB_PAGE_INSTEAD
    assert (tmp_path / "file.bin.part").read_bytes() == content[:HALF]
    assert recorder.checkpoints[-1].present == (ByteRange(0, HALF),)
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", [403, 404, 503])
def test_a_refusal_keeps_the_part(server, transfer, recorder, part, content, tmp_path, status):
    server.fault = Fault(status=status)
    with pytest.raises(TransferFailed):
        transfer(server.url, part=part(content[:HALF])).run()
    assert (tmp_path / "file.bin.part").read_bytes() == content[:HALF]
    assert recorder.checkpoints[-1].present == (ByteRange(0, HALF),)


def test_a_missing_part_file_starts_over_and_says_so(
    server, transfer, recorder, part, content, tmp_path
):
    state = part(content[:HALF])
    (tmp_path / "file.bin.part").unlink()
    transfer(server.url, part=state).run()
    assert (tmp_path / "file.bin.part").read_bytes() == content
    assert recorder.kinds == [TimelineKind.STARTED_OVER]
    assert server.ranges == ["bytes=0-"]


def test_bytes_that_were_never_promised_are_fetched_again(
    server, transfer, part, content, tmp_path
):
    state = part(content[:HALF])
    with (tmp_path / "file.bin.part").open("ab") as file:
        file.write(bytes(3_000_000))
    transfer(server.url, part=state).run()
    assert (tmp_path / "file.bin.part").read_bytes() == content


def test_a_part_that_is_whole_needs_no_server(server, transfer, recorder, part, content):
    result = transfer(server.url, part=part(content)).run()
    assert (result.size, result.resumed_from) == (len(content), len(content))
    assert server.requests == []
    assert recorder.starts[0].address == ""


def test_the_end_of_a_file_of_unknown_size_is_proven_by_its_etag(
    server, transfer, part, content, tmp_path
):
    result = transfer(server.url, part=part(content, size=None)).run()
    assert result.size == len(content)
    assert server.ranges == [f"bytes={len(content)}-"]


def test_a_whole_part_of_another_version_is_not_taken_for_the_file(
    server, transfer, part, content, tmp_path
):
    old = part(content, size=None)
    server.replace(some_content(len(content), "B"))
    transfer(server.url, part=old).run()
    assert (tmp_path / "file.bin.part").read_bytes() == server.content


def test_gaps_are_filled_one_after_the_other(server, transfer, part, content, tmp_path):
    state = part(content[:100_000] + bytes(1_400_000) + content[1_500_000:])
    pieces = (ByteRange(0, 100_000), ByteRange(700_000, 700_010), ByteRange(1_500_000, 2_000_000))
    with (tmp_path / "file.bin.part").open("r+b") as file:
        file.seek(700_000)
        file.write(content[700_000:700_010])
    state = type(state)(state.name, state.size, state.validator, "", pieces)
    transfer(server.url, part=state).run()
    assert (tmp_path / "file.bin.part").read_bytes() == content
    assert server.ranges == ["bytes=700010-1499999", "bytes=100000-699999"]
