"""Whatever is asked: an answer of the documented kinds, nothing that nobody thought of, and for who
does not know the secret nothing at all.
"""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aria2_bench import SECRET, TOKEN, Aria2Bench, in_base64
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine import FileSpec, JobSpec

pytestmark = pytest.mark.anyio

EXAMPLES = 200
STATUSES = {200: {None}, 400: {1, -32600}, 500: {-32700, -32602}}
GIDS = ("1" * 16, "2" * 16)
METALINK = (
    b'<metalink xmlns="urn:ietf:params:xml:ns:metalink"><file name="x"><url>http://h.example/x'
    b"</url></file></metalink>"
)

NAMES = st.sampled_from(
    [
        *("addUri", "addMetalink", "addTorrent", "remove", "forceRemove", "pause", "forcePause"),
        *("pauseAll", "forcePauseAll", "unpause", "unpauseAll", "tellStatus", "tellActive"),
        *("tellWaiting", "tellStopped", "getUris", "getFiles", "getPeers", "getServers"),
        *("changePosition", "changeUri", "getOption", "changeOption", "getGlobalOption"),
        *("changeGlobalOption", "getGlobalStat", "purgeDownloadResult", "removeDownloadResult"),
        *("getVersion", "getSessionInfo", "saveSession", "shutdown", "forceShutdown", "nope"),
    ]
)
OPTION_NAMES = st.sampled_from(
    [
        *("out", "header", "referer", "user-agent", "pause", "gid", "split", "checksum"),
        *("max-connection-per-server", "max-download-limit", "all-proxy", "http-user", "max-tries"),
        *("http-passwd", "retry-wait", "timeout", "min-split-size", "on-download-start", "log"),
        *("max-concurrent-downloads", "max-overall-download-limit", "seed-ratio", "x", ""),
    ]
)
WORDS = st.one_of(
    st.sampled_from(
        [
            *(
                *GIDS,
                "1",
                "",
                "zz",
                "true",
                "false",
                "0",
                "1",
                "16",
                "-1",
                "1M",
                "0" * 16,
                "f" * 16,
            ),
            *("POS_SET", "POS_CUR", "POS_END", "gid", "status", "files", "bitfield", "a: b"),
            *("http://h.example/x", "http://ada:pw@h.example/y?token=z", "magnet:?x", "ftp://h/"),
            *("sha-256=" + "0" * 64, "127.0.0.1:9", in_base64(METALINK), "token:no"),
        ]
    ),
    st.text(max_size=20),
)
PLAIN = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(-1e300, 1e300), WORDS)
OPTIONS = st.dictionaries(OPTION_NAMES, st.one_of(PLAIN, st.lists(PLAIN, max_size=3)), max_size=4)
VALUES = st.one_of(
    PLAIN,
    WORDS,
    OPTIONS,
    st.lists(WORDS, max_size=3),
    st.integers(-3, 5),
    st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=3), max_leaves=6),
)
PARAMS = st.lists(VALUES, max_size=5)


def request(name: str, params: list[Any], token: str, asked_id: Any = 1) -> dict[str, Any]:
    shown = [token] if token else []
    return {"id": asked_id, "method": f"aria2.{name}", "params": [*shown, *params]}


def inner(call: dict[str, Any]) -> dict[str, Any]:
    return {"methodName": call["method"], "params": call["params"]}


CALLS = st.builds(request, NAMES, PARAMS, st.just(TOKEN), PLAIN)
BLIND = st.builds(
    request, NAMES, PARAMS, st.sampled_from(["", "token:", "token:x", SECRET, TOKEN.upper()])
)


def texts(calls: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[bytes]:
    """One, a batch, or a multicall of them."""
    batch = st.lists(calls, max_size=4)
    many = batch.map(
        lambda some: {"id": 1, "method": "system.multicall", "params": [[*map(inner, some)]]}
    )
    return st.one_of(calls, batch, many).map(lambda asked: json.dumps(asked).encode())


@st.composite
def nearly(draw: st.DrawFn) -> bytes:
    """A request in which a few bytes are others."""
    text = bytearray(draw(texts(CALLS)))
    for _ in range(draw(st.integers(1, 4))):
        if text:
            text[draw(st.integers(0, len(text) - 1))] = draw(st.integers(0, 255))
    return bytes(text[: draw(st.integers(0, len(text)))])


@pytest.fixture(scope="module")
async def aria2(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Aria2Bench]:
    bench = Aria2Bench(tmp_path_factory.mktemp("fuzz"))
    await bench.open()
    for gid in GIDS:
        await bench.add(gid=gid, pause="true")
    await bench.manager.add(JobSpec((FileSpec("http://h.example/mine"),), bench.folder))
    yield bench
    await bench.close()


def judge(status: int, body: bytes) -> None:
    """Only what is documented."""
    answer = json.loads(body)
    if isinstance(answer, list):
        assert status == 200
        for one in answer:
            assert one.get("error", {"code": 1})["code"] in (1, -32600, -32602)
    else:
        assert answer.keys() in ({"id", "jsonrpc", "result"}, {"id", "jsonrpc", "error"})
        assert answer.get("error", {"code": None})["code"] in STATUSES[status]
    assert b"went wrong" not in body


several = settings(
    max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@several
@given(texts(CALLS))
async def test_any_call_is_answered(aria2: Aria2Bench, caplog: Any, asked: bytes) -> None:
    caplog.clear()
    reply = await aria2.say(asked)
    judge(reply.status, reply.body)
    assert [one for one in caplog.records if one.levelno >= logging.ERROR] == []
    assert SECRET.encode() not in reply.body or SECRET.encode() in asked.replace(
        TOKEN.encode(), b""
    )


@several
@given(nearly())
async def test_what_is_nearly_a_call_is_answered(aria2: Aria2Bench, asked: bytes) -> None:
    reply = await aria2.say(asked)
    judge(reply.status, reply.body)


@several
@given(texts(BLIND))
async def test_without_the_secret_nothing_happens(aria2: Aria2Bench, asked: bytes) -> None:
    before, told = aria2.manager.jobs(), list(aria2.told)
    reply = await aria2.say(asked)
    judge(reply.status, reply.body)
    assert not reply.is_trusted
    assert aria2.manager.jobs() == before
    assert aria2.told == told
    answers = json.loads(reply.body)
    for answer in answers if isinstance(answers, list) else [answers]:
        for one in answer.get("result", [answer.get("error")]):
            assert one["message"] == "Unauthorized"


@several
@given(st.binary(max_size=200))
async def test_any_bytes_are_answered(aria2: Aria2Bench, asked: bytes) -> None:
    reply = await aria2.say(asked)
    judge(reply.status, reply.body)
    assert not reply.is_trusted


async def test_the_engine_is_as_well_as_before(aria2: Aria2Bench) -> None:
    gid = await aria2.add("http://h.example/last")
    await aria2.until_status(gid, "complete")
