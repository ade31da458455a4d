"""Metalinks through the command line: as files, as links, and through `kill -9`."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from disks import need_marks, quick_place
from fault_server import Fault, FaultServer, some_content
from program import Holdfast

pytestmark = pytest.mark.end_to_end

MIB = 1 << 20
CONTENT = some_content(8 * MIB)
PIECE = 256 << 10


@pytest.fixture
def place() -> Iterator[Path]:
    with quick_place() as place:
        need_marks(place)
        yield place


@pytest.fixture
def holdfast(place: Path) -> Iterator[Holdfast]:
    program = Holdfast(place / "home")
    yield program
    program.end_all()


@pytest.fixture
def to(place: Path) -> Path:
    return place / "downloads"


@pytest.fixture
def mirrors() -> Iterator[list[FaultServer]]:
    with ExitStack() as stack:
        yield [
            stack.enter_context(FaultServer(CONTENT, etag=f'"of {number}"')) for number in range(3)
        ]


def document(mirrors: list[FaultServer], *, pieces: bool = True) -> str:
    hashes = "".join(
        f"<hash>{hashlib.sha1(CONTENT[start : start + PIECE]).hexdigest()}</hash>"
        for start in range(0, len(CONTENT), PIECE)
    )
    links = "".join(f"<url>{mirror.url_for('/x/linux.iso')}</url>" for mirror in mirrors)
    return (
        '<metalink xmlns="urn:ietf:params:xml:ns:metalink"><file name="linux.iso">'
        f"<size>{len(CONTENT)}</size>"
        f'<hash type="sha-256">{hashlib.sha256(CONTENT).hexdigest()}</hash>'
        + (f'<pieces type="sha-1" length="{PIECE}">{hashes}</pieces>' if pieces else "")
        + f"{links}</file></metalink>"
    )


def test_a_metalink_file_is_fetched_from_its_mirrors(holdfast, mirrors, to, place):
    mirrors[0].fault = Fault(status=503)
    file = place / "linux.meta4"
    file.write_text(document(mirrors))
    outcome = holdfast("get", file, "--to", to, "--json")
    assert outcome.code == 0, outcome.err
    assert (to / "linux.iso").read_bytes() == CONTENT
    assert os.listdir(to) == ["linux.iso"]
    (told,) = [event for event in outcome.events if event["event"] == "file"]
    assert told["verified"] == "sha256"


def test_a_link_to_a_metalink_is_fetched_from_its_mirrors(holdfast, mirrors, to):
    with FaultServer(document(mirrors).encode()) as teller:
        teller.content_type = "application/metalink4+xml"
        link = teller.url_for("/linux.meta4")
        assert holdfast("get", link, "--to", to).code == 0
        assert (to / "linux.iso").read_bytes() == CONTENT
        assert os.listdir(to) == ["linux.iso"]
        sent = sum(mirror.bytes_sent for mirror in mirrors)
        # The same command again fetches nothing twice.
        assert holdfast("get", link, "--to", to).code == 0
        assert os.listdir(to) == ["linux.iso"]
        assert sum(mirror.bytes_sent for mirror in mirrors) == sent


def test_what_is_no_metalink_is_wrong_usage(holdfast, place):
    file = place / "bad.meta4"
    file.write_text("<!DOCTYPE m [<!ENTITY a 'a'>]><metalink>&a;</metalink>")
    outcome = holdfast("get", file)
    assert outcome.code == 2
    assert "DTD" in outcome.err


def test_a_file_that_no_mirror_has_right_is_told_and_not_delivered(holdfast, mirrors, to, place):
    for mirror in mirrors:
        mirror.content = some_content(len(CONTENT), "lie")
    file = place / "linux.meta4"
    file.write_text(document(mirrors))
    assert holdfast("get", file, "--to", to, "--give-up-after", "0").code == 1
    assert "linux.iso" not in os.listdir(to)


@pytest.mark.parametrize("pieces", [True, False])
def test_a_kill_in_the_middle_costs_little_and_loses_nothing(holdfast, mirrors, to, place, pieces):
    chance = random.Random()
    state = chance.getstate()
    for mirror in mirrors:
        mirror.choose = lambda request: Fault(rate=200_000)
    file = place / "linux.meta4"
    file.write_text(document(mirrors, pieces=pieces))
    command = ("get", file, "--to", to, "--json")
    for _ in range(3):
        run = holdfast.start(*command)
        before = [mirror.bytes_sent for mirror in mirrors]
        while any(mirror.bytes_sent <= sent for mirror, sent in zip(mirrors, before, strict=True)):
            assert run.process.poll() is None
            time.sleep(0.01)
        time.sleep(chance.uniform(0.0, 1.0))
        run.signal(signal.SIGKILL)
        run.outcome()
    for mirror in mirrors:
        # Not at full speed, or most of what is sent is only in the buffers of the connections.
        mirror.choose = lambda request: Fault(rate=2_000_000)
    outcome = holdfast(*command)
    assert outcome.code == 0, (outcome.err, state)
    assert (to / "linux.iso").read_bytes() == CONTENT
    assert os.listdir(to) == ["linux.iso"]
    sent = [mirror.bytes_sent for mirror in mirrors]
    assert all(sent), sent
    # At 200 KB/s a connection, eight connections, a second and a half each time, at the very most.
    assert sum(sent) < len(CONTENT) + 3 * 1.5 * 8 * 200_000, (sent, state)
