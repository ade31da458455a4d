"""Never wrong: whatever a server does, in whatever order, a finished file is one whole version."""

from __future__ import annotations

import random

import pytest

from eager import Eager
from engine.errors import TransferFailed
from fault_server import Fault, some_content

SIZES = (0, 1, 1000, 70_000, 300_000, 900_000)
SHAPES = (
    {"chunked": True},
    {"close_delimited": True},
    {"ignore_range": True},
    {"ignore_if_range": True},
    {"start_shift": 100},
    {"start_shift": -100},
    {"total_shift": 100},
    {"content_range": ""},
    {"content_range": "bytes 0-0/1"},
    {"multipart": True},
    {"longest_part": 50_000},
    {"gzip": True},
    {"html": True},
    {"length_shift": 1000},
    {"http10": True},
    {"hang_up": True},
    {"status": 416},
    {"status": 503},
    {"redirect": "/elsewhere/file.bin"},
)


@pytest.mark.parametrize("seed", range(40))
def test_a_finished_file_is_one_whole_version(server, transfer, recorder, tmp_path, seed):
    dice = random.Random(seed)
    versions = [some_content(dice.choice(SIZES), f"{seed} {number}") for number in range(3)]
    _put(server, versions[0], 0, dice)
    server.faults += [_fault(dice, versions, cut=400_000) for _ in range(12)]
    _bring_in(lambda **part: transfer(server.url, **part), recorder, tmp_path, versions)


@pytest.mark.parametrize("seed", range(12))
def test_a_file_by_several_connections_is_one_whole_version(
    server, transfer, recorder, tmp_path, seed
):
    dice = random.Random(seed)
    versions = [some_content(dice.randrange(2, 7) << 20, f"{seed} {number}") for number in range(3)]
    _put(server, versions[0], 0, dice)
    server.fault = Fault(rate=32 << 20)
    server.faults += [_fault(dice, versions, cut=3 << 20) for _ in range(16)]
    _bring_in(
        lambda **part: transfer(server.url, growth=Eager(5), **part), recorder, tmp_path, versions
    )


def _bring_in(transfer, recorder, folder, versions: list[bytes]) -> None:
    part, marks = None, 0
    for _ in range(30):
        try:
            result = transfer(part=part, high_water=marks).run()
        except TransferFailed:
            part = recorder.checkpoints[-1] if recorder.checkpoints else None
            marks = max(marks, part.bytes_present if part else 0)
        else:
            assert (folder / result.part.part_name).read_bytes() in versions
            return
    pytest.fail("it never arrived, although the server behaves in the end")


def _fault(dice: random.Random, versions: list[bytes], cut: int) -> Fault:
    shape = {"rate": 32 << 20, **(dice.choice(SHAPES) if dice.random() < 0.6 else {})}
    # The end of a connection is all that ends such a body: cut, it could not be told from whole.
    if dice.random() < 0.7 and "close_delimited" not in shape:
        shape |= {"drop_after": dice.randrange(cut), "reset": dice.random() < 0.3}
    if dice.random() < 0.25:
        number = dice.randrange(len(versions))
        shape["before"] = lambda server: _put(server, versions[number], number, dice)
    return Fault(**shape)


def _put(server, content: bytes, number: int, dice: random.Random) -> None:
    """A version with strong, weak or no validators."""
    server.content = content
    server.etag = dice.choice((f'"v{number}"', f'W/"v{number}"', None))
    server.last_modified = dice.choice((f"Mon, 0{number + 1} Jan 2024 00:00:00 GMT", None))
