"""What is about no single job: settings, the session, the end; multicalls and Metalinks."""

from __future__ import annotations

import re

import pytest
from aria2_bench import SECRET, TOKEN, Aria2Bench, RefusedHere, in_base64

from engine import RefusedError
from manager_bench import URL

pytestmark = pytest.mark.anyio


async def gids(aria2: Aria2Bench, name: str, *params) -> list[str]:
    return [one["gid"] for one in await aria2.call(name, *params, ["gid"])]


# The whole.


async def test_global_options_are_our_settings(aria2: Aria2Bench) -> None:
    place = aria2.folder / "new"
    changes = {
        "max-concurrent-downloads": "2",
        "max-overall-download-limit": "1M",
        "max-connection-per-server": "3",
        "dir": str(place),
        "retry-wait": "60",
        "max-tries": "0",
        "all-proxy": "http://ada:s3cret@127.0.0.1:3128",
        "rpc-secret": "x",
    }
    assert await aria2.call("changeGlobalOption", changes) == "OK"
    settings = aria2.manager.settings
    assert (settings.max_active_jobs, settings.rate_limit, settings.connections) == (2, 1 << 20, 3)
    assert (settings.folder, settings.minimum_retry_delay) == (str(place), 60.0)
    assert (settings.no_progress_timeout, settings.proxy_mode) == (None, "manual")
    options = await aria2.call("getGlobalOption")
    assert (
        options.items()
        >= {
            "max-concurrent-downloads": "2",
            "max-overall-download-limit": "1048576",
            "split": "3",
            "max-tries": "0",
            "all-proxy": "http://127.0.0.1:3128",
        }.items()
    )
    assert not [value for value in options.values() if "s3cret" in value or SECRET in value]
    await aria2.call("changeGlobalOption", {"all-proxy": ""})
    assert aria2.manager.settings.proxy_mode == "system"


@pytest.mark.parametrize(
    "options",
    [
        {"max-concurrent-downloads": "0"},
        {"max-overall-download-limit": "-1"},
        {"dir": "here"},
        {"dir": "/etc"},
        {"log": "/tmp/log"},
        {"save-session": "/tmp/x"},
        {"on-download-complete": "/bin/true"},
        {"all-proxy": "gopher://no"},
    ],
)
async def test_settings_that_are_refused_change_nothing(aria2: Aria2Bench, options) -> None:
    before = aria2.manager.settings
    with pytest.raises(RefusedHere, match="problem while processing the option"):
        await aria2.call("changeGlobalOption", {"all-proxy": "http://a:b@h.example:1", **options})
    assert aria2.manager.settings == before
    assert aria2.manager.trust.saved() == []


async def test_what_is_there_to_ask_for_besides(aria2: Aria2Bench) -> None:
    gid = await aria2.add(pause="true")
    assert await aria2.call("getPeers", gid) == []
    assert await aria2.call("saveSession") == "OK"
    session = (await aria2.call("getSessionInfo"))["sessionId"]
    assert re.fullmatch("[0-9a-f]{40}", session)
    assert (await aria2.call("getVersion"))["enabledFeatures"]
    with pytest.raises(RefusedHere, match="BitTorrent"):
        await aria2.call("addTorrent", "AAAA")
    with pytest.raises(RefusedHere, match=f"No active download for GID#{gid}"):
        await aria2.call("getServers", gid)
    stat = await aria2.call("getGlobalStat", "more")
    assert stat == {
        "downloadSpeed": "0",
        "uploadSpeed": "0",
        "numActive": "0",
        "numWaiting": "1",
        "numStopped": "0",
        "numStoppedTotal": "0",
    }


async def test_the_owner_may_refuse_to_end(aria2: Aria2Bench) -> None:
    assert await aria2.call("shutdown") == "OK"
    assert aria2.asked_to_end == 1

    def refuse() -> None:
        raise RefusedError("Not now.")

    aria2.methods._shut_down = refuse
    with pytest.raises(RefusedHere, match=r"Not now\."):
        await aria2.call("forceShutdown")
    aria2.methods._shut_down = None
    with pytest.raises(RefusedHere, match="not ended by other programs"):
        await aria2.call("shutdown")


async def test_a_multicall_makes_its_calls_one_after_the_other(aria2: Aria2Bench) -> None:
    gid = "abcdef0123456789"
    calls = [
        {"methodName": "aria2.addUri", "params": [TOKEN, [URL], {"gid": gid, "pause": "true"}]},
        {"methodName": "aria2.tellStatus", "params": [TOKEN, gid, ["status"]]},
        {"methodName": "aria2.getOption", "params": [TOKEN, gid]},
        {"methodName": "aria2.remove", "params": [TOKEN, gid]},
        {"methodName": "aria2.removeDownloadResult", "params": [TOKEN, gid]},
    ]
    added, status, options, removed, cleared = await aria2.ask("system.multicall", calls)
    assert (added, status, removed, cleared) == ([gid], [{"status": "paused"}], [gid], ["OK"])
    assert options[0]["dir"] == str(aria2.folder)


# Metalink.

METALINK = """<?xml version="1.0" encoding="UTF-8"?>
<metalink xmlns="urn:ietf:params:xml:ns:metalink">
  <file name="one.bin"><size>1000</size>
    <url priority="1">http://files.example/one.bin</url>
    <url priority="2">http://other.example/one.bin</url></file>
  <file name="two.bin"><url>http://files.example/two.bin</url></file>
</metalink>"""


async def test_a_metalink_is_a_job_for_each_of_its_files(aria2: Aria2Bench) -> None:
    before = await aria2.add(pause="true")
    content = in_base64(METALINK.encode())
    options = {"pause": "true", "dir": str(aria2.folder), "gid": "abcdef0123456789"}
    made = await aria2.call("addMetalink", content, options, 0)
    assert await gids(aria2, "tellWaiting", 0, 10) == [*made, before]
    first, second = [aria2.manager.job(gid[:12]) for gid in made]
    assert first.files[0].mirrors == ("http://other.example/one.bin",)
    assert (first.files[0].requested_name, second.files[0].requested_name) == ("one.bin", "two.bin")
    for bad in ("!!", "AAAA", in_base64(b"<metalink/>"), ""):
        with pytest.raises(RefusedHere, match="Could not parse Metalink XML document"):
            await aria2.call("addMetalink", bad)
    assert len(aria2.manager.jobs()) == 3
