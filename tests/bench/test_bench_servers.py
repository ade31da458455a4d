"""The bench's own servers do what they are said to do."""

from __future__ import annotations

import asyncio

import httpx
import pytest

import places
import relay
from servers import own_server

SIZE = 200_000
FAST = 1_000_000_000


@pytest.fixture
def source(tmp_path):
    return places.make_file(tmp_path / "big.bin", SIZE)


@pytest.fixture
def base(source):
    with own_server("capped_server.py", source.parent, FAST) as url:
        yield url


def test_the_capped_server_sends_files_and_ranges_and_counts_both(base, source):
    content = source.read_bytes()
    with httpx.Client(base_url=base, trust_env=False) as client:
        whole = client.get("/big.bin")
        part = client.get("/big.bin", headers={"Range": "bytes=1000-1999"})
        rest = client.get("/big.bin", headers={"Range": f"bytes={SIZE - 10}-"})
        sent = int(client.get("/-/sent").text)
    assert (whole.status_code, whole.content) == (200, content)
    assert (part.status_code, part.content) == (206, content[1000:2000])
    assert part.headers["Content-Range"] == f"bytes 1000-1999/{SIZE}"
    assert rest.content == content[-10:]
    assert sent == SIZE + 1000 + 10


def test_the_capped_server_sends_the_whole_file_to_whom_has_another_version(base, source):
    with httpx.Client(base_url=base, trust_env=False) as client:
        etag = client.get("/big.bin").headers["ETag"]
        same = client.get("/big.bin", headers={"Range": "bytes=5-", "If-Range": etag})
        other = client.get("/big.bin", headers={"Range": "bytes=5-", "If-Range": '"other"'})
    assert (same.status_code, len(same.content)) == (206, SIZE - 5)
    assert (other.status_code, other.content) == (200, source.read_bytes())
    assert "Content-Range" not in other.headers


def test_the_relay_passes_everything_on(base, source):
    port = base.rpartition(":")[2]
    with own_server("relay.py", port, "--round-trip", "0.002") as far:
        got = httpx.get(f"{far}/big.bin", trust_env=False)
    assert got.content == source.read_bytes()


def test_what_is_sent_over_a_link_waits_for_what_was_sent_before():
    link = relay.Link(rate=1000, delay=0.5)
    assert link.send(100, now=10.0) == pytest.approx(10.6)
    assert link.send(100, now=10.0) == pytest.approx(10.7)
    assert link.backlog(10.0) == pytest.approx(0.2)
    assert link.send(100, now=20.0) == pytest.approx(20.6)


async def test_a_window_doubles_with_each_round_trip_until_it_is_full():
    window, sizes = relay.Window(), []
    for _ in range(9):
        room = await window.room()
        sizes.append(room)
        window.sent(room)
        window.acknowledged(room)
    first, most = relay.FIRST_WINDOW, relay.LARGEST_WINDOW
    assert sizes == [min(first * 2**n, most) for n in range(9)]


async def test_a_full_window_waits_for_an_acknowledgement():
    window = relay.Window()
    window.sent(relay.FIRST_WINDOW)
    waiting = asyncio.ensure_future(window.room())
    await asyncio.sleep(0)
    assert not waiting.done()
    window.acknowledged(1000)
    assert await waiting == 1000 + 1000
