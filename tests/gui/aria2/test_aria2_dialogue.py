"""JSON-RPC as aria2 speaks it: what is no request, what is refused, what is repeated unchanged."""

from __future__ import annotations

import json

import pytest
from aria2_bench import SECRET, TOKEN, Aria2Bench, RefusedHere

from gui.aria2 import dialogue as dialogues
from gui.aria2.arguments import Arguments
from gui.aria2.dialogue import Dialogue

pytestmark = pytest.mark.anyio

INVALID, PARSE, PARAMS = (
    (400, -32600, "Invalid Request."),
    (500, -32700, "Parse error."),
    (500, -32602, "Invalid params."),
)
UNAUTHORIZED = (400, 1, "Unauthorized")


def call(name, *params, **fields):
    return {"jsonrpc": "2.0", "id": "q", "method": name, "params": list(params)} | fields


@pytest.mark.parametrize(
    ("asked", "expected", "asked_id"),
    [
        (b"", PARSE, None),
        (b"{", PARSE, None),
        (b"\xff", PARSE, None),
        (b"[" * 100_000, PARSE, None),
        (b'{"id":1,"method":"aria2.getVersion","params":["token:s"]} x', PARSE, None),
        (b'"x"', INVALID, None),
        (b"null", INVALID, None),
        (b"7", INVALID, None),
        ({}, INVALID, None),
        ({"id": 1}, INVALID, 1),
        ({"method": "aria2.getVersion"}, INVALID, None),
        (call(5), INVALID, "q"),
        (call("aria2.getVersion", params={}), PARAMS, "q"),
        (call("aria2.getVersion", params=None), PARAMS, "q"),
        (call("aria2.getVersion", params="x"), PARAMS, "q"),
        (call("aria2.getVersion"), UNAUTHORIZED, "q"),
        (call("aria2.getVersion", "token:wrong"), UNAUTHORIZED, "q"),
        (call("aria2.getVersion", f"{TOKEN} "), UNAUTHORIZED, "q"),
        (call("aria2.getVersion", SECRET), UNAUTHORIZED, "q"),
        (call("aria2.getVersion", 5, TOKEN), UNAUTHORIZED, "q"),
        (call("aria2.getVersion", "token:é"), UNAUTHORIZED, "q"),
        (call("nope"), UNAUTHORIZED, "q"),
        (call("nope", TOKEN), (400, 1, "No such method: nope"), "q"),
        (
            call("nope", TOKEN, id=[1, {"a": None}]),
            (400, 1, "No such method: nope"),
            [1, {"a": None}],
        ),
        (call("nope", TOKEN, id=True), (400, 1, "No such method: nope"), True),
        (call("nope", TOKEN, id=10**30), (400, 1, "No such method: nope"), 10**30),
        (call("system.multicall"), (400, 1, "The parameter at 0 is required but missing."), "q"),
        (call("system.multicall", TOKEN, []), (400, 1, "The parameter at 0 has wrong type."), "q"),
    ],
)
async def test_what_is_refused_says_so_in_aria2s_words(
    aria2: Aria2Bench, asked, expected, asked_id
) -> None:
    reply = await aria2.say(asked)
    status, code, message = expected
    assert reply.status == status
    assert json.loads(reply.body) == {
        "id": asked_id,
        "jsonrpc": "2.0",
        "error": {"code": code, "message": message},
    }


@pytest.mark.parametrize("asked_id", [-1, 0, None, "", "q\u00e9", 1.5, False])
async def test_an_id_is_repeated_as_it_came(aria2: Aria2Bench, asked_id) -> None:
    reply = await aria2.say(call("aria2.getVersion", TOKEN, id=asked_id))
    answer = json.loads(reply.body)
    assert (answer["id"], type(answer["id"])) == (asked_id, type(asked_id))
    assert reply.status == 200
    assert answer["result"]["version"] == "1.36.0"


async def test_the_lists_of_names_need_no_secret_and_give_no_trust(aria2: Aria2Bench) -> None:
    reply = await aria2.say(call("system.listMethods"))
    assert not reply.is_trusted
    names = json.loads(reply.body)["result"]
    assert {"aria2.addUri", "aria2.tellStatus", "system.multicall"} <= set(names)
    assert len(names) == len(set(names)) == 36
    notices = await aria2.ask("system.listNotifications", TOKEN)
    assert notices[0] == "aria2.onDownloadStart"
    assert len(notices) == 6


async def test_only_the_secret_gives_trust(aria2: Aria2Bench) -> None:
    assert (await aria2.say(call("aria2.getVersion", TOKEN))).is_trusted
    assert (await aria2.say(call("aria2.tellStatus", TOKEN, "99"))).is_trusted
    assert not (await aria2.say(call("aria2.getVersion", "token:no"))).is_trusted
    inner = {"methodName": "aria2.getVersion", "params": [TOKEN]}
    assert (await aria2.say(call("system.multicall", [inner]))).is_trusted
    assert not (await aria2.say(call("system.multicall", [{**inner, "params": ["x"]}]))).is_trusted


async def test_there_is_no_dialogue_without_a_secret(aria2: Aria2Bench) -> None:
    with pytest.raises(ValueError, match="secret"):
        Dialogue(aria2.methods, "")


async def test_a_batch_is_answered_call_by_call(aria2: Aria2Bench) -> None:
    asked = [call("aria2.getVersion", TOKEN, id=1), call("nope", id=2), 5, {}, "x"]
    reply = await aria2.say(asked)
    answers = json.loads(reply.body)
    assert reply.status == 200
    assert [(one["id"], one.get("error", {}).get("code")) for one in answers] == [
        (1, None),
        (2, 1),
        (None, -32600),
    ]
    assert (await aria2.say([])).body == b"[]"


async def test_a_multicall_wraps_what_went_well(aria2: Aria2Bench) -> None:
    calls = [
        5,
        {},
        {"methodName": 5},
        {"methodName": "aria2.getVersion"},
        {"methodName": "aria2.getVersion", "params": [TOKEN]},
        {"methodName": "system.multicall", "params": [[]]},
        {"methodName": "nope", "params": [TOKEN]},
        {"methodName": "aria2.pause", "params": [TOKEN]},
        {"methodName": "aria2.getVersion", "params": {}},
        {"methodName": "system.listNotifications"},
        {"methodName": "aria2.tellStatus", "params": ["token:x", "1"]},
    ]
    results = await aria2.ask("system.multicall", calls)
    assert [one["message"] if isinstance(one, dict) else len(one) for one in results] == [
        "system.multicall expected struct.",
        "Missing methodName.",
        "Missing methodName.",
        "Unauthorized",
        1,
        "Recursive system.multicall forbidden.",
        "No such method: nope",
        "The parameter at 0 is required but missing.",
        "Unauthorized",
        1,
        "Unauthorized",
    ]
    assert results[4][0]["version"] == "1.36.0"


async def test_a_batch_is_one_guess_at_the_secret(aria2: Aria2Bench) -> None:
    calls = [call("aria2.getVersion", secret) for secret in ("token:wrong", TOKEN, TOKEN)]
    reply = await aria2.say(calls)
    assert not reply.is_trusted
    assert [one["error"]["message"] for one in json.loads(reply.body)] == ["Unauthorized"] * 3
    assert (await aria2.say(calls[1:])).is_trusted


async def test_there_is_an_end_to_how_much_is_asked_at_once(aria2: Aria2Bench, monkeypatch) -> None:
    monkeypatch.setattr(dialogues, "MOST_CALLS", 3)
    assert (await aria2.say([call("nope")] * 3)).status == 200
    assert (await aria2.say([call("nope")] * 4)).status == 400
    with pytest.raises(RefusedHere, match="more than 3 calls"):
        await aria2.ask("system.multicall", [{}] * 4)
    several = [call("system.multicall", [{"methodName": "nope"}] * 2)] * 3
    answers = json.loads((await aria2.say(several)).body)
    assert ["result" in answer for answer in answers] == [True, False, False]


async def test_strangers_do_not_get_more_than_they_ask(aria2: Aria2Bench, monkeypatch) -> None:
    monkeypatch.setattr(dialogues, "MOST_OF_STRANGERS", 3)
    listing = {"methodName": "system.listMethods"}
    results = await aria2.ask("system.multicall", [listing] * 5)
    assert [isinstance(one, list) for one in results] == [True] * 3 + [False] * 2
    known = {"methodName": "aria2.getVersion", "params": [TOKEN]}
    results = await aria2.ask("system.multicall", [known, *[listing] * 5])
    assert all(isinstance(one, list) for one in results)


async def test_a_mistake_of_ours_is_told_without_what_it_says(
    aria2: Aria2Bench, monkeypatch, caplog
) -> None:
    link = "http://ada:s3cret@host/"

    async def broken(_given: Arguments) -> None:
        raise ZeroDivisionError(link)

    monkeypatch.setitem(aria2.methods._table, "aria2.getVersion", broken)
    reply = await aria2.say(call("aria2.getVersion", TOKEN))
    assert reply.status == 400
    assert json.loads(reply.body)["error"]["code"] == 1
    assert b"s3cret" not in reply.body
    assert "ZeroDivisionError" in caplog.text
    assert "s3cret" not in caplog.text


async def test_a_long_word_is_not_repeated_in_full(aria2: Aria2Bench) -> None:
    reply = await aria2.say(call("a" * 100_000, TOKEN))
    assert len(reply.body) < 1000
