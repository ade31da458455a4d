"""The same is asked of aria2c and of us, and the answers are compared: aria2 is the measure."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from aria2_bench import TOKEN, Aria2Bench
from aria2c import PROGRAM, START, Aria2c, Said, aria2c

from engine import in_thread
from fake_fetch import GONE, Try
from manager_bench import eventually

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(
        PROGRAM is None, reason="NO aria2c HERE, SO NOTHING COMPARES OUR ANSWERS WITH ITS OWN"
    ),
]

DONE, FAILED, SLOW, PAUSED, OTHER = (digit * 16 for digit in "12345")
NOBODY = "9" * 16


class Pair:
    """aria2c, and us; both hear every word."""

    def __init__(self, theirs: Aria2c, ours: Aria2Bench) -> None:
        self.theirs = theirs
        self.ours = ours

    async def say(self, asked: bytes) -> tuple[Said, Said]:
        theirs = await in_thread("aria2c", self.theirs.say, asked)
        reply = await self.ours.say(asked)
        return theirs, Said(reply.status, json.loads(reply.body))

    async def call(self, name: str, *params: Any) -> tuple[Said, Said]:
        given = list(params) if name.startswith("system.") else [TOKEN, *params]
        return await self.say(json.dumps({"id": "q", "method": name, "params": given}).encode())

    async def add(self, gid: str, name: str, **options: str) -> None:
        link = f"{self.theirs.site}/{name}"
        for said in await self.call("aria2.addUri", [link], {"gid": gid, **options}):
            assert said == (200, {"id": "q", "jsonrpc": "2.0", "result": gid})

    async def until(self, gid: str, status: str) -> None:
        async def both() -> set[str]:
            said = await self.call("aria2.tellStatus", gid, ["status", "completedLength"])
            return {one.answer["result"]["status"] for one in said}

        for _ in range(2000):
            if await both() == {status}:
                return
        raise AssertionError(f"{gid} is not {status} with both")


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Aria2c]:
    with aria2c(tmp_path_factory.mktemp("aria2c")) as program:
        yield program


@pytest.fixture(scope="module")
async def pair(theirs: Aria2c, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Pair]:
    """With a job of each kind, called alike by both."""
    ours = Aria2Bench(tmp_path_factory.mktemp("ours"))
    await ours.open()
    ours.wire.script[f"{theirs.site}/gone.bin"].append(Try(reach=0, error=GONE))
    ours.wire.script[f"{theirs.site}/slow.bin"].append(Try(reach=START, hangs=True))
    pair = Pair(theirs, ours)
    await pair.add(DONE, "done.bin")
    await pair.until(DONE, "complete")
    await pair.add(FAILED, "gone.bin")
    await pair.until(FAILED, "error")
    await pair.add(SLOW, "slow.bin")
    await pair.until(SLOW, "active")
    link = f"{theirs.site}/slow.bin"
    await eventually(lambda: bool(ours.wire.hanging[link]))
    await pair.add(PAUSED, "paused.bin", pause="true", out="chosen.bin")
    await pair.add(OTHER, "other.bin", pause="true")
    yield pair
    await ours.close()


def shape(value: Any) -> Any:
    """What kinds of values stand where."""
    if isinstance(value, dict):
        return {key: shape(one) for key, one in value.items()}
    if isinstance(value, list):
        return [shape(one) for one in value[:1]]
    return type(value).__name__


# aria2c takes two seconds over a wrong secret, so hardly any is wrong here.
FRAMES = [
    *(b"", b"{", b"\xff", b"[" * 2000, b'"x"', b"null", b"{}", b"[]", b"[1]", b'{"id":1}'),
    b'{"method":"aria2.getVersion"}',
    b'{"id":null,"method":"system.listNotifications"}',
    b'{"id":[1],"method":"system.listNotifications"}',
    b'{"id":-1,"method":5,"params":[]}',
    b'{"id":1,"method":"aria2.getVersion","params":{}}',
    b'{"id":1,"method":"aria2.getVersion","params":null}',
    b'{"id":1,"method":"aria2.getVersion","params":"x"}',
    b'{"id":1,"method":"nope"}',
    b'{"id":1,"method":"nope","params":["token:open sesame"]}',
    b'{"id":"\\ud800","method":"nope"}',
    b'[{"id":1,"method":"system.listNotifications"},{"id":2,"method":5},5,{}]',
]


@pytest.mark.parametrize("asked", FRAMES)
async def test_a_frame_gets_the_same_answer(pair: Pair, asked: bytes) -> None:
    theirs, ours = await pair.say(asked)
    assert ours == theirs


SAME: list[tuple[Any, ...]] = [
    ("system.listNotifications",),
    ("system.multicall",),
    ("system.multicall", 5),
    ("system.multicall", TOKEN, []),
    ("system.multicall", []),
    (
        "system.multicall",
        [
            5,
            {},
            {"methodName": 5},
            {"methodName": "system.multicall", "params": [[]]},
            {"methodName": "nope", "params": [TOKEN]},
            {"methodName": "aria2.pause", "params": [TOKEN]},
            {"methodName": "aria2.tellStatus", "params": [TOKEN, "1", ["gid"]]},
        ],
    ),
    ("aria2.addUri",),
    ("aria2.addUri", 5),
    ("aria2.addUri", []),
    ("aria2.addUri", [5]),
    ("aria2.addUri", ["http://h/"], 5),
    ("aria2.addUri", ["http://h/"], {}, -1),
    ("aria2.addUri", ["http://h/"], {}, "x"),
    ("aria2.addTorrent",),
    ("aria2.addTorrent", 5),
    ("aria2.addMetalink",),
    ("aria2.addMetalink", 5),
    *((f"aria2.{name}",) for name in ("tellStatus", "getOption", "getUris", "getFiles", "remove")),
    *((f"aria2.{name}", 5) for name in ("tellStatus", "pause", "unpause", "removeDownloadResult")),
    *(("aria2.tellStatus", word) for word in ("zz", "", NOBODY, "1" * 17, "7", "1 ")),
    *((f"aria2.{name}", NOBODY) for name in ("pause", "unpause", "remove", "getOption", "getUris")),
    *(("aria2.tellStatus", gid, ["gid", "status", "nonsense"]) for gid in (DONE, FAILED, SLOW)),
    ("aria2.tellStatus", "1" * 5, ["status", "errorCode", "errorMessage", "totalLength"]),
    ("aria2.tellStatus", "2", ["status", "errorCode"]),
    ("aria2.tellStatus", DONE, ["completedLength", "bitfield", "numPieces", "pieceLength"]),
    ("aria2.tellStatus", DONE, ["x"]),
    ("aria2.tellStatus", DONE, "gid"),
    ("aria2.tellStatus", DONE, [5, "gid"]),
    ("aria2.tellActive", ["gid", "status", "totalLength"]),
    ("aria2.tellActive", 5),
    *(
        ("aria2.tellWaiting", offset, count, ["gid", "status"])
        for offset in (0, 1, 5, -1, -2, -5)
        for count in (0, 1, 2, 99)
    ),
    *(
        ("aria2.tellStopped", offset, count, ["gid", "status", "errorCode"])
        for offset in (0, 1, 5, -1, -2, -5)
        for count in (0, 1, 2, 99)
    ),
    ("aria2.tellWaiting", 0, -1),
    ("aria2.tellWaiting", 0),
    ("aria2.tellWaiting",),
    ("aria2.tellWaiting", "0", "5"),
    ("aria2.tellWaiting", 0, 5, "gid"),
    *(("aria2.getUris", gid) for gid in (DONE, FAILED, PAUSED)),
    *(("aria2.getPeers", gid) for gid in (DONE, PAUSED)),
    *(("aria2.getServers", gid) for gid in (DONE, PAUSED)),
    *((f"aria2.{name}", DONE) for name in ("pause", "forcePause", "unpause", "remove")),
    *((f"aria2.{name}", FAILED) for name in ("pause", "unpause", "forceRemove")),
    ("aria2.pause", PAUSED),
    ("aria2.unpause", SLOW),
    ("aria2.changePosition", PAUSED),
    ("aria2.changePosition", PAUSED, "1", "POS_SET"),
    ("aria2.changePosition", PAUSED, 1, "POS_X"),
    ("aria2.changePosition", SLOW, 0, "POS_SET"),
    ("aria2.changePosition", DONE, 0, "POS_SET"),
    *(
        ("aria2.changePosition", PAUSED, offset, how)
        for how in ("POS_SET", "POS_CUR", "POS_END")
        for offset in (0, 1, -1, 99, -99)
    ),
    ("aria2.tellWaiting", 0, 99, ["gid"]),
    ("aria2.changeOption", PAUSED),
    ("aria2.changeOption", PAUSED, 5),
    ("aria2.changeOption", PAUSED, {}),
    ("aria2.changeOption", PAUSED, {"nonsense": "x"}),
    ("aria2.changeOption", DONE, {"split": "2"}),
    ("aria2.changeUri", PAUSED),
    ("aria2.changeUri", PAUSED, 2, [], []),
    ("aria2.changeUri", PAUSED, 0, [], []),
    ("aria2.changeUri", PAUSED, 1, ["nope"], ["foo", 5]),
    ("aria2.changeUri", PAUSED, 1, [], ["http://h.example/x"]),
    ("aria2.changeUri", PAUSED, 1, ["http://h.example/x"], ["http://h.example/y"], 0),
    ("aria2.changeUri", PAUSED, 1, ["http://h.example/y"], []),
    ("aria2.changeUri", DONE, 1, [], []),
    ("aria2.removeDownloadResult", PAUSED),
    ("aria2.removeDownloadResult", NOBODY),
    ("aria2.changeGlobalOption",),
    ("aria2.changeGlobalOption", {"nonsense": "x"}),
    ("aria2.getGlobalStat", "more"),
]


@pytest.mark.parametrize("call", SAME, ids=lambda call: " ".join(map(str, call))[:60])
async def test_a_call_gets_the_same_answer(pair: Pair, call: tuple[Any, ...]) -> None:
    theirs, ours = await pair.call(*call)
    if call[0] == "aria2.getGlobalStat":
        for said in (theirs, ours):
            said.answer["result"].pop("downloadSpeed")
    assert ours == theirs


BAD_OPTIONS = [
    ("max-tries", "x"),
    ("max-tries", "-1"),
    ("split", "0"),
    ("max-connection-per-server", "17"),
    ("max-download-limit", "-1"),
    ("max-download-limit", "1G"),
    ("checksum", "bogus=1"),
    ("checksum", "sha-256=00"),
    ("pause", "maybe"),
    ("retry-wait", "x"),
    ("min-split-size", "x"),
    ("check-integrity", "x"),
]


@pytest.mark.parametrize(("name", "value"), BAD_OPTIONS)
async def test_the_same_options_are_refused(pair: Pair, name: str, value: str) -> None:
    options = {name: value}
    for call in (
        ("aria2.addUri", ["http://h.example/"], options),
        ("aria2.changeOption", PAUSED, options),
    ):
        if call[0] == "aria2.changeOption" and name in ("checksum", "pause"):
            continue
        theirs, ours = await pair.call(*call)
        assert (ours.status, theirs.status) == (400, 400)
        # We add why.
        sentence = theirs.answer["error"]["message"]
        assert ours.answer["error"]["message"].startswith(sentence)
        assert ours.answer["error"]["code"] == theirs.answer["error"]["code"]


@pytest.mark.parametrize("word", ["foo", "foo:bar", "magnet:?xt=1"])
async def test_the_same_links_are_none(pair: Pair, word: str) -> None:
    theirs, ours = await pair.call("aria2.addUri", [word])
    assert ours.answer["error"]["message"].startswith(theirs.answer["error"]["message"])
    assert ours.status == theirs.status


@pytest.mark.parametrize("gid", [DONE, FAILED, SLOW, PAUSED, OTHER])
async def test_a_struct_has_the_same_shape(pair: Pair, gid: str) -> None:
    for name in ("tellStatus", "getFiles"):
        theirs, ours = await pair.call(f"aria2.{name}", gid)
        if gid == FAILED and name == "tellStatus":
            # Our fake wire tells a size before it fails.
            ours.answer["result"].pop("bitfield")
        assert shape(ours.answer) == shape(theirs.answer)
    theirs, ours = await pair.call("aria2.tellStatus", gid, ["files"])
    paths = [Path(said.answer["result"]["files"][0]["path"]).name for said in (theirs, ours)]
    # Before the name is known there is none.
    assert paths[0] == paths[1]


@pytest.mark.parametrize(
    "call",
    [
        ("aria2.getGlobalStat",),
        ("aria2.getSessionInfo",),
        ("aria2.getVersion",),
        ("aria2.tellActive",),
        ("aria2.getServers", SLOW),
        ("aria2.getUris", SLOW),
    ],
)
async def test_an_answer_has_the_same_shape(pair: Pair, call: tuple[Any, ...]) -> None:
    theirs, ours = await pair.call(*call)
    assert shape(ours.answer) == shape(theirs.answer)
    assert ours.status == theirs.status


async def test_there_are_the_same_methods(pair: Pair) -> None:
    theirs, ours = await pair.call("system.listMethods")
    assert set(ours.answer["result"]) == set(theirs.answer["result"])


async def test_our_options_are_among_aria2s(pair: Pair) -> None:
    for call in (("aria2.getOption", PAUSED), ("aria2.getGlobalOption",)):
        theirs, ours = await pair.call(*call)
        assert set(ours.answer["result"]) <= set(theirs.answer["result"])
        assert {type(value) for value in ours.answer["result"].values()} == {str}


async def test_what_is_cleared_away_is_gone_with_both(pair: Pair) -> None:
    await pair.add("6" * 16, "six.bin")
    await pair.until("6" * 16, "complete")
    for call in (
        ("aria2.removeDownloadResult", "6" * 16),
        ("aria2.removeDownloadResult", "6" * 16),
        ("aria2.tellStatus", "6" * 16),
    ):
        theirs, ours = await pair.call(*call)
        assert ours == theirs
