"""Mirrors that servers tell in `Link` fields: what is taken of them, and that they are used."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eager import Eager
from engine.wire.link_fields import mirrors_told
from engine.wire.verdict import Head
from fault_server import Fault, FaultServer, some_content

CASES = Path(__file__).parents[2].parent / "shared" / "data" / "link_duplicate.json"
DIGEST = ("Repr-Digest", f"sha-256=:{base64.b64encode(bytes(32)).decode()}:")


def told(*links: str, url: str = "http://o.example/d/x", digest: bool = True) -> list[str]:
    fields = [("Link", link) for link in links] + ([DIGEST] if digest else [])
    return list(mirrors_told(Head(200, httpx.Headers(fields), url)))


def test_the_best_one_comes_first():
    links = (
        "<http://a.example/f>; rel=duplicate; pri=0",
        '<http://b.example/x,y>; rel="alternate duplicate"; title="a, b; c", '
        "<http://c.example/z>; REL=Duplicate; pri=5; geo=gb",
    )
    assert told(*links) == ["http://c.example/z", "http://a.example/f", "http://b.example/x,y"]


@pytest.mark.parametrize(
    "link",
    [
        "<http://o.example/d/x>; rel=duplicate",
        "<http://a.example/f>; rel=next; rel=duplicate",
        '<http://a.example/f>; rel=duplicate; anchor="#foo"',
        "<ftp://a.example/f>; rel=duplicate",
        "<file:///etc/passwd>; rel=duplicate",
        "<http://127.0.0.1:631/>; rel=duplicate",
        "<http://[>; rel=duplicate",
        "<http://xn--zzzz/>; rel=duplicate",
        "<http://a.example/f; rel=duplicate",
        "http://a.example/f; rel=duplicate",
        "<>; rel=duplicate",
        ";;;,",
        "<http://a.example/f.meta4>; rel=describedby; type=application/metalink4+xml",
    ],
)
def test_what_is_no_mirror_is_passed_over(link):
    assert told(link) == []


def test_one_inside_may_name_one_inside_and_a_relative_one_is_resolved():
    assert told("<../f>; rel=duplicate", url="http://10.0.0.1/d/x") == ["http://10.0.0.1/f"]


def test_without_a_digest_none_is_taken():
    assert told("<http://a.example/f>; rel=duplicate", digest=False) == []


@given(st.text(st.sampled_from('<>;,="\\ relduplicate:/htp.a'), max_size=60))
def test_nothing_is_raised_whatever_stands_there(field):
    assert isinstance(
        mirrors_told(Head(200, {"link": field, "repr-digest": DIGEST[1]}, "http://o/")), tuple
    )


@pytest.mark.skipif(not CASES.is_file(), reason="the collected cases are not here")
def test_the_collected_cases():
    for case in json.loads(CASES.read_text())["cases"]:
        url = case.get("request_url", "http://o.example/d/x")
        expect = case["expect"]
        duplicates = [one[0] for one in expect.get("duplicates", []) if isinstance(one, list)]
        expected = expect.get("order") or duplicates
        wanted = [one for one in expected if one.startswith("http") and "127.0.0.1" not in one]
        assert told(*case["headers"], url=url, digest=case.get("digest", "") is not None) == wanted


CONTENT = some_content(6_000_000)


@pytest.fixture
def teller(server: FaultServer):
    """A server that tells the digest of its file, and the link of `server`."""
    server.replace(CONTENT, '"of the mirror"')
    digest = base64.b64encode(hashlib.sha256(CONTENT).digest()).decode()
    fields = {"Repr-Digest": f"sha-256=:{digest}:", "Link": f"<{server.url}>; rel=duplicate"}
    with FaultServer(CONTENT) as teller:
        teller.fault = Fault(fields=fields, rate=1_000_000)
        yield teller


def test_mirrors_that_a_server_tells_are_used_with_one_connection(
    server, teller, transfer, tmp_path
):
    server.fault = Fault(rate=1_000_000)
    result = transfer(teller.url, growth=Eager(8)).run()
    assert result.verified == "sha256"
    assert (tmp_path / result.part.part_name).read_bytes() == CONTENT
    assert server.bytes_sent > 0
    assert server.peak == 1
