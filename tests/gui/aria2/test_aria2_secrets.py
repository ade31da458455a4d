"""What a program gives in secret goes to the keyring, and is found nowhere else."""

from __future__ import annotations

import json
import logging

import pytest
from aria2_bench import SECRET, TOKEN, Aria2Bench, RefusedHere

from fake_fetch import GONE, Try
from manager_bench import URL

pytestmark = pytest.mark.anyio

WORDS = (
    "cookie-w0rd",
    "bearer-w0rd",
    "user-w0rd",
    "pass-w0rd",
    "proxy-w0rd",
    "page-w0rd",
    "x-w0rd",
)
OPTIONS = {
    "header": ["Cookie: a=cookie-w0rd", "Authorization: Bearer bearer-w0rd", "X-Own: x-w0rd"],
    "http-user": "user-w0rd",
    "http-passwd": "pass-w0rd",
    "ftp-passwd": "pass-w0rd",
    "all-proxy": "http://127.0.0.1:9",
    "all-proxy-user": "ada",
    "all-proxy-passwd": "proxy-w0rd",
    "referer": "http://page.example/?token=page-w0rd",
    "user-agent": "Browser/1",
    "min-split-size": "1M",
    "load-cookies": "/pass-w0rd",
}
LOOKS = ("tellActive", "getGlobalStat", "getGlobalOption", "getVersion", "getSessionInfo")


async def everything_told(aria2: Aria2Bench, gid: str) -> str:
    answers = [await aria2.call(name) for name in LOOKS]
    answers += [await aria2.call(name, 0, 99) for name in ("tellWaiting", "tellStopped")]
    for name in ("tellStatus", "getOption", "getFiles"):
        answers.append(await aria2.call(name, gid))
    return json.dumps(answers)


async def test_secrets_are_sent_and_found_nowhere(aria2: Aria2Bench, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    aria2.wire.script[URL].append(Try(reach=10, error=GONE))
    gid = await aria2.call("addUri", [URL], OPTIONS)
    await aria2.until_status(gid, "error")
    (spec,) = aria2.wire.specs
    assert dict(spec.headers) == {
        "Cookie": "a=cookie-w0rd",
        "Authorization": "Bearer bearer-w0rd",
        "X-Own": "x-w0rd",
        "Referer": "http://page.example/?token=page-w0rd",
        "User-Agent": "Browser/1",
    }
    assert (spec.credentials.user, spec.credentials.password) == ("user-w0rd", "pass-w0rd")
    assert spec.proxy == "http://127.0.0.1:9"
    told = await everything_told(aria2, gid)
    options = await aria2.call("getOption", gid)
    assert options.items() >= {"user-agent": "Browser/1", "min-split-size": "1048576"}.items()
    assert not {"header", "referer", "http-user", "load-cookies"} & options.keys()
    await aria2.open_again()
    told += await everything_told(aria2, gid)
    stored = b"".join(path.read_bytes() for path in aria2.home.rglob("*") if path.is_file())
    for word in (*WORDS, SECRET):
        assert word not in told
        assert word.encode() not in stored
        assert word not in caplog.text
    assert b"Browser/1" in stored


async def test_no_refusal_repeats_a_secret(aria2: Aria2Bench, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    for options in (
        {"header": ["cookie-w0rd"]},
        {"header": ["Cookie: a=cookie-w0rd", "Bad\x00: x"]},
        {"all-proxy": "http://ada:proxy-w0rd@:bad"},
        {"http-passwd": "pass-w0rd", "split": "x"},
        {"referer": "page-w0rd\n"},
    ):
        with pytest.raises(RefusedHere) as refused:
            await aria2.call("addUri", ["http://ada:pass-w0rd@files.example/x"], options)
        assert not [word for word in WORDS if word in str(refused.value) or word in caplog.text]
    with pytest.raises(RefusedHere) as refused:
        await aria2.call("addUri", ["http://ada:pass-w0rd@[bad/"])
    assert "w0rd" not in str(refused.value)


async def test_the_secret_of_the_door_is_repeated_nowhere(aria2: Aria2Bench, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    for asked in (
        {"id": 1, "method": "nope", "params": [TOKEN]},
        {"id": 1, "method": "aria2.tellStatus", "params": [TOKEN, 5]},
        {"id": 1, "method": "system.multicall", "params": [TOKEN]},
        {"id": 1, "method": "aria2.getVersion", "params": [TOKEN + "x"]},
    ):
        assert SECRET.encode() not in (await aria2.say(asked)).body
    assert SECRET not in caplog.text
    assert SECRET not in repr(aria2.dialogue)
