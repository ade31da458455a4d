"""A file from several real servers at once: nginx, Apache and lighttpd, good, slow, false and gone.

What each has sent is counted by nginx itself.
"""

from __future__ import annotations

import dataclasses
import hashlib
import socket
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from eager import Eager
from engine.part import Checksum, Mirrors, Pieces
from engine.timeline import TimelineKind
from fault_server import some_content
from real_servers import KINDS, Site, serving

SIZE = 24 << 20
PIECE = 256 << 10
CONTENT, LIE = some_content(SIZE), some_content(SIZE, "lie")
SHA256 = Checksum("sha256", hashlib.sha256(CONTENT).hexdigest(), "Metalink")
PIECES = Pieces(
    "sha1",
    PIECE,
    40,
    "".join(
        hashlib.sha1(CONTENT[start : start + PIECE]).hexdigest() for start in range(0, SIZE, PIECE)
    ),
)
NGINX = dataclasses.replace(
    KINDS["nginx"],
    config=KINDS["nginx"].config.replace(
        "access_log off;", "log_format sent '$body_bytes_sent'; access_log {place}/sent sent;"
    ),
)


class Place:
    """One server with a folder of its own."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def link(self, how: str = "plain") -> str:
        return f"{self.site.url}/{how}/file.bin"

    @property
    def sent(self) -> int:
        """Bytes of all bodies; an answer counts when it is over."""
        log = self.site.errors.parent / "sent"
        return sum(map(int, log.read_text().split()))


@pytest.fixture
def open_place() -> Iterator[object]:
    """Starts a server that has the content it is given, with a date of its own."""
    with ExitStack() as stack:
        dates = iter(range(1_000_000_000, 2_000_000_000, 1000))

        def open_place(content: bytes, kind=NGINX) -> Place:
            if kind.program is None:
                pytest.skip(kind.missing)
            name = tempfile.TemporaryDirectory(prefix="holdfast-served-", dir="/tmp")
            root = Path(stack.enter_context(name))
            root.chmod(0o755)
            site = stack.enter_context(serving(kind, root))
            site.publish("file.bin", content, next(dates))
            return Place(site)

        yield open_place


@pytest.fixture
def bring(transfer, tmp_path):
    def bring(*links: str, growth=None, **spec) -> bytes:
        mirrors = Mirrors(links[1:], SIZE, spec.pop("pieces", None))
        made = transfer(links[0], mirrors=mirrors, growth=growth, checksum=SHA256, **spec)
        result = made.run()
        assert result.verified == "sha256"
        return (tmp_path / result.part.part_name).read_bytes()

    return bring


def test_one_good_one_slow_one_false_one_of_another_size_and_one_gone(open_place, bring, recorder):
    good, slow, liar = open_place(CONTENT), open_place(CONTENT), open_place(LIE)
    other = open_place(CONTENT[:-1])
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        gone = f"http://127.0.0.1:{taken.getsockname()[1]}/file.bin"
        links = (slow.link("slow"), liar.link("slow"), gone, other.link(), good.link("slow"))
        assert bring(*links, growth=Eager(8), pieces=PIECES) == CONTENT
    told = [text for kind, text in recorder.notes if kind is TimelineKind.SOURCE_DROPPED]
    for place in (liar, other):
        port = place.site.url.rpartition(":")[2]
        assert sum(text.startswith(f"127.0.0.1:{port} is used no more") for text in told) == 1
    assert any("connection-refused" in text for text in told)
    assert TimelineKind.STARTED_OVER not in recorder.kinds
    # The honest ones have sent little more than the file, and the false one not nearly all of it.
    assert slow.sent + good.sent + liar.sent >= SIZE
    assert slow.sent + good.sent < SIZE * 1.3
    assert liar.sent < SIZE / 2
    assert min(slow.sent, good.sent) > SIZE / 10


def test_servers_of_three_makers_bring_one_file(open_place, bring, recorder):
    places = [open_place(CONTENT, kind) for kind in (NGINX, KINDS["apache"], KINDS["lighttpd"])]
    links = [place.link("slow") for place in places]
    assert bring(*links, growth=Eager(6), pieces=PIECES) == CONTENT
    assert TimelineKind.SOURCE_DROPPED not in recorder.kinds
    assert PIECE < places[0].sent < SIZE


def test_without_pieces_a_false_one_costs_the_file_once_more(open_place, bring, recorder):
    liar, good = open_place(LIE), open_place(CONTENT)
    assert bring(liar.link(), good.link(), connections=1) == CONTENT
    assert TimelineKind.STARTED_OVER in recorder.kinds
    assert (liar.sent, good.sent) == (SIZE, SIZE)


def test_two_slow_servers_are_used_because_they_are_faster(open_place, bring, recorder):
    """Growth itself decides, by what it measures."""
    first, second = open_place(CONTENT), open_place(CONTENT)
    assert bring(first.link("slow"), second.link("slow")) == CONTENT
    assert first.sent > SIZE / 10
    assert second.sent > SIZE / 10
