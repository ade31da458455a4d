"""aria2's methods on jobs of a real engine: looked at, paused, changed, ended, cleared away."""

from __future__ import annotations

import re

import pytest
from aria2_bench import Aria2Bench, RefusedHere, urls

from engine import JobState, Priority
from fake_fetch import BUSY, FULL, GONE, SIZE, Try
from manager_bench import OTHER, URL, eventually

pytestmark = pytest.mark.anyio

SLOW = Try(reach=300, hangs=True)
REQUIRED = {
    *("gid", "status", "totalLength", "completedLength", "uploadLength", "downloadSpeed"),
    *("uploadSpeed", "connections", "numPieces", "pieceLength", "dir", "files"),
}


# A job from the beginning to the end.


async def test_a_job_is_fetched_told_and_cleared_away(aria2: Aria2Bench) -> None:
    gid = await aria2.add()
    assert re.fullmatch("[0-9a-f]{16}", gid)
    assert gid == aria2.job_id(gid).ljust(16, "0")
    struct = await aria2.until_status(gid, "complete")
    assert set(struct) >= REQUIRED
    assert struct["files"][0] == {
        "completedLength": str(SIZE),
        "index": "1",
        "length": str(SIZE),
        "path": str(aria2.folder / "one.bin"),
        "selected": "true",
        "uris": [{"status": "used", "uri": URL}],
    }
    assert (struct["errorCode"], struct["errorMessage"]) == ("0", "")
    assert (struct["bitfield"], struct["numPieces"], struct["pieceLength"]) == (
        "80",
        "1",
        "1048576",
    )
    assert "bittorrent" not in struct
    assert await aria2.call("removeDownloadResult", gid) == "OK"
    with pytest.raises(RefusedHere, match=f"GID {gid} is not found"):
        await aria2.call("tellStatus", gid)
    assert aria2.manager.jobs() == []
    assert (aria2.folder / "one.bin").exists()
    assert aria2.told == [("onDownloadStart", gid), ("onDownloadComplete", gid)]


async def test_a_job_of_the_window_is_seen_like_any_other(aria2: Aria2Bench) -> None:
    job_id = await aria2.manager.add(aria2.spec(URL, OTHER), start=False)
    (struct,) = await aria2.call("tellWaiting", 0, 10)
    assert struct["gid"] == job_id.ljust(16, "0")
    assert struct["status"] == "paused"
    assert [file["index"] for file in struct["files"]] == ["1", "2"]
    assert aria2.told == []
    aria2.manager.resume(job_id)
    await aria2.until_status(struct["gid"], "complete")
    assert [name for name, _gid in aria2.told] == ["onDownloadStart", "onDownloadComplete"]


async def test_it_is_an_ordinary_job_with_the_retry_window_of_all(aria2: Aria2Bench) -> None:
    job = aria2.manager.job(aria2.job_id(await aria2.add(pause="true")))
    assert job.no_progress_timeout == aria2.manager.settings.give_up_after()
    assert job.minimum_retry_delay == aria2.manager.settings.minimum_retry_delay
    assert (job.priority, job.auto_complete) == (Priority.NORMAL, True)


async def test_a_job_that_failed_says_how(aria2: Aria2Bench) -> None:
    aria2.wire.script[URL].append(Try(reach=0, error=GONE))
    gid = await aria2.add()
    struct = await aria2.until_status(gid, "error")
    assert struct["errorCode"] == "3"
    assert "404" in struct["errorMessage"]
    assert aria2.told[-1] == ("onDownloadError", gid)


async def test_tries_of_a_job_are_no_starts_of_it(aria2: Aria2Bench) -> None:
    aria2.wire.script[URL] += [Try(reach=10, error=BUSY), Try(reach=10, error=BUSY)]
    gid = await aria2.add()
    for tries in (1, 2):
        await aria2.while_time_passes(
            lambda tries=tries: aria2.manager.job(gid[:12]).error_count == tries
        )
        struct = await aria2.call("tellStatus", gid)
        # As in aria2, a job that waits for its own next try is one that runs.
        assert struct["status"] == "active"
        assert "errorCode" not in struct
    await aria2.while_time_passes(lambda: aria2.told[-1] == ("onDownloadComplete", gid))
    assert [name for name, _gid in aria2.told] == ["onDownloadStart", "onDownloadComplete"]


async def test_a_job_that_is_held_waits(aria2: Aria2Bench) -> None:
    aria2.wire.script[URL].append(Try(reach=10, error=FULL))
    gid = await aria2.add()
    await aria2.until(gid[:12], JobState.TRANSIENT_ERROR)
    assert await aria2.status(gid) == "waiting"
    assert (await aria2.call("getGlobalStat"))["numWaiting"] == "1"
    assert aria2.told == [("onDownloadStart", gid)]


# Several links, options.


async def test_several_links_are_places_of_one_file(aria2: Aria2Bench) -> None:
    aria2.wire.script[URL].append(SLOW)
    gid = await aria2.call("addUri", [URL, "gopher://no", OTHER, URL])
    await eventually(lambda: bool(aria2.wire.hanging[URL]))
    assert await aria2.call("getUris", gid) == [
        {"status": "used", "uri": URL},
        {"status": "waiting", "uri": OTHER},
    ]
    (servers,) = await aria2.call("getServers", gid)
    assert servers["servers"][0]["currentUri"] == URL
    assert aria2.wire.specs[0].mirrors.links == (OTHER,)
    assert len(await aria2.call("getFiles", gid)) == 1


@pytest.mark.parametrize(
    ("params", "why"),
    [
        ([], "The parameter at 0 is required but missing."),
        ([5], "The parameter at 0 has wrong type."),
        ([[]], "URI is not provided."),
        ([[5]], "URI is not provided."),
        ([["foo"]], "No URI to download."),
        ([["magnet:?xt=urn:btih:1"]], "No URI to download."),
        ([["ftp://host/x"]], "No URI to download. Only http and https links"),
        ([[URL], 5], "The parameter at 1 has wrong type."),
        ([[URL], {}, -1], "Position must be greater than or equal to 0."),
        ([[URL], {}, "x"], "The parameter at 2 has wrong type."),
        ([[URL], {"gid": "zz"}], "Invalid GID zz"),
        ([[URL], {"gid": "0" * 16}], "Invalid GID"),
        ([[URL], {"max-tries": "x"}], "problem while processing the option '--max-tries'."),
        ([[URL], {"dir": "here"}], "problem while processing the option '--dir'."),
        ([[URL], {"on-download-complete": "/bin/true"}], "'--on-download-complete'."),
    ],
)
async def test_no_job_is_made_of_what_is_refused(aria2: Aria2Bench, params, why) -> None:
    with pytest.raises(RefusedHere, match=re.escape(why)) as refused:
        await aria2.call("addUri", *params)
    assert refused.value.code == 1
    assert aria2.manager.jobs() == []


async def test_options_that_mean_something_here_are_followed(aria2: Aria2Bench) -> None:
    place = aria2.folder / "deeper"
    gid = await aria2.add(
        dir=str(place),
        out="x.bin",
        split="16",
        max_connection_per_server="4",
        max_download_limit="1M",
        retry_wait="30",
        max_tries="0",
        checksum="sha-256=" + "0A" * 32,
        all_proxy="127.0.0.1:3128",
        pause="true",
        timeout="20",
        nonsense="x",
    )
    job = aria2.manager.job(aria2.job_id(gid))
    assert (job.folder, job.files[0].requested_name) == (place, "x.bin")
    assert (job.most_connections, job.rate_limit, job.minimum_retry_delay) == (4, 1 << 20, 30.0)
    assert job.no_progress_timeout is None
    assert str(job.files[0].checksum) == "sha256:" + "0a" * 32
    assert job.proxy == "http://127.0.0.1:3128"
    assert await aria2.call("getOption", gid) == {
        "all-proxy": "http://127.0.0.1:3128",
        "allow-overwrite": "false",
        "auto-file-renaming": "true",
        "checksum": "sha-256=" + "0a" * 32,
        "continue": "true",
        "dir": str(place),
        "max-connection-per-server": "4",
        "max-download-limit": "1048576",
        "max-tries": "0",
        "out": "x.bin",
        "remote-time": "true",
        "retry-wait": "30",
        "split": "16",
        "timeout": "20",
    }


async def test_options_can_be_changed_later(aria2: Aria2Bench) -> None:
    gid = await aria2.add(pause="true", timeout="20")
    changes = {
        "max-download-limit": "5K",
        "split": "3",
        "out": "other.bin",
        "max-tries": "1",
        "retry-wait": "9",
        "all-proxy": "http://ada:s3cret@127.0.0.1:3128",
        "connect-timeout": "7",
        "dir": str(aria2.folder),
    }
    assert await aria2.call("changeOption", gid, changes) == "OK"
    options = await aria2.call("getOption", gid)
    assert (
        options.items()
        >= {
            "max-download-limit": "5120",
            "split": "3",
            "max-connection-per-server": "3",
            "out": "other.bin",
            "max-tries": "1",
            "retry-wait": "9",
            "all-proxy": "http://127.0.0.1:3128",
            "timeout": "20",
            "connect-timeout": "7",
        }.items()
    )
    saved = [(one.address, one.is_proxy) for one in aria2.manager.trust.saved()]
    assert saved == [("http://127.0.0.1:3128", True)]
    await aria2.call("changeOption", gid, {"all-proxy": "", "max-tries": "0"})
    job = aria2.manager.job(aria2.job_id(gid))
    assert (job.proxy, job.no_progress_timeout) == (None, None)


@pytest.mark.parametrize(
    "options",
    [
        {"max-download-limit": "x"},
        {"max-download-limit": "1K", "split": "0"},
        {"max-download-limit": "1K", "dir": "/media"},
        {"max-download-limit": "1K", "header": "A: b"},
        {"max-download-limit": "1K", "checksum": "md5=" + "0" * 32},
        {"max-download-limit": "1K", "on-download-stop": "x"},
    ],
)
async def test_of_options_that_are_refused_none_is_changed(aria2: Aria2Bench, options) -> None:
    gid = await aria2.add(pause="true")
    before = await aria2.call("getOption", gid)
    with pytest.raises(RefusedHere, match="problem while processing the option"):
        await aria2.call("changeOption", gid, options)
    assert await aria2.call("getOption", gid) == before


async def test_a_job_that_is_over_keeps_its_options(aria2: Aria2Bench) -> None:
    gid = await aria2.add()
    await aria2.until_status(gid, "complete")
    with pytest.raises(RefusedHere, match=f"Cannot change option for GID#{gid}"):
        await aria2.call("changeOption", gid, {"split": "2"})


# Pause, go on, end.


async def test_pause_and_go_on(aria2: Aria2Bench) -> None:
    aria2.wire.script[URL].append(SLOW)
    gid = await aria2.add()
    await eventually(lambda: bool(aria2.wire.hanging[URL]))
    assert await aria2.call("pause", gid) == gid
    assert await aria2.status(gid) == "paused"
    with pytest.raises(RefusedHere, match=f"GID#{gid} cannot be paused now"):
        await aria2.call("forcePause", gid)
    assert await aria2.call("unpause", gid[:12].upper()) == gid
    with pytest.raises(RefusedHere, match=f"GID#{gid} cannot be unpaused now"):
        await aria2.call("unpause", gid)
    await aria2.until_status(gid, "complete")
    assert [name for name, _gid in aria2.told] == [
        "onDownloadStart",
        "onDownloadPause",
        "onDownloadStart",
        "onDownloadComplete",
    ]
    with pytest.raises(RefusedHere, match="cannot be paused now"):
        await aria2.call("pause", gid)


async def test_what_is_ended_is_seen_as_removed_at_once(aria2: Aria2Bench) -> None:
    aria2.wire.script[URL].append(SLOW)
    running, waits = await aria2.add(), await aria2.add(OTHER, pause="true")
    await aria2.until_status(running, "active")
    for gid in (running, waits):
        assert await aria2.call("remove", gid) == gid
        struct = await aria2.call("tellStatus", gid)
        assert (struct["status"], struct["errorCode"]) == ("removed", "31")
        with pytest.raises(RefusedHere, match=f"Active Download not found for GID#{gid}"):
            await aria2.call("forceRemove", gid)
        assert await aria2.call("removeDownloadResult", gid) == "OK"
    assert aria2.told[1:] == [("onDownloadStop", running), ("onDownloadStop", waits)]
    assert aria2.manager.jobs() == []
    assert list(aria2.folder.iterdir()) == []


async def test_only_what_is_over_is_cleared_away(aria2: Aria2Bench) -> None:
    gid = await aria2.add(pause="true")
    with pytest.raises(RefusedHere, match=f"Could not remove download result of GID#{gid}"):
        await aria2.call("removeDownloadResult", gid)


async def test_all_at_once(aria2: Aria2Bench) -> None:
    for url in urls(8):
        aria2.wire.script[url].append(SLOW)
    all_gids = [await aria2.add(url) for url in urls(8)]
    await eventually(lambda: len(aria2.wire.running) == 4)
    assert await aria2.call("pauseAll") == "OK"
    assert [await aria2.status(gid) for gid in all_gids] == ["paused"] * 8
    assert await aria2.call("forcePauseAll") == "OK"
    assert await aria2.call("unpauseAll") == "OK"
    await eventually(lambda: all(aria2.wire.hanging[url] for url in urls(8)))
    for url in urls(8):
        aria2.wire.release(url)
    for gid in all_gids:
        await aria2.until_status(gid, "complete")


async def test_a_transferred_job_that_waits_for_a_word_is_paused_until_it_comes(
    aria2: Aria2Bench,
) -> None:
    job_id = await aria2.manager.add(aria2.spec(auto_complete=False))
    await aria2.until(job_id, JobState.TRANSFERRED)
    gid = job_id.ljust(16, "0")
    assert await aria2.status(gid) == "paused"
    await aria2.call("unpauseAll")
    assert await aria2.status(gid) == "paused"
    assert await aria2.call("unpause", gid) == gid
    assert await aria2.status(gid) == "complete"
    assert (aria2.folder / "one.bin").exists()


async def test_a_purge_clears_away_all_that_is_over_and_loses_no_bytes(aria2: Aria2Bench) -> None:
    broken, gone = urls(2)
    aria2.wire.script[broken].append(Try(reach=300, error=GONE))
    aria2.wire.script[gone].append(Try(reach=0, error=GONE))
    made = [await aria2.add(url) for url in (URL, broken, gone)]
    removed, waits = await aria2.add(OTHER, pause="true"), await aria2.add(OTHER, pause="true")
    await aria2.call("remove", removed)
    for gid, status in zip(made, ("complete", "error", "error"), strict=True):
        await aria2.until_status(gid, status)
    assert await aria2.call("purgeDownloadResult") == "OK"
    assert await aria2.call("tellStopped", 0, 10) == []
    assert (await aria2.call("getGlobalStat"))["numStopped"] == "0"
    with pytest.raises(RefusedHere, match="is not found"):
        await aria2.call("tellStatus", made[1])
    await eventually(lambda: len(aria2.manager.jobs()) == 2)
    kept, other = aria2.manager.jobs()
    assert (kept.url, kept.bytes_present) == (broken, 300)
    assert other.id == waits[:12]
    # Whoever asks for it again goes on with it.
    assert await aria2.add(broken) == made[1]
    assert not aria2.methods._lists.is_hidden(kept.id)
    await aria2.until_status(made[1], "complete")
    assert aria2.wire.specs[-1].part.bytes_present == 300


async def test_a_job_that_goes_on_before_it_was_cleared_away_stays(aria2: Aria2Bench) -> None:
    aria2.wire.script[URL].append(Try(reach=0, error=GONE))
    gid = await aria2.add()
    await aria2.until_status(gid, "error")
    await aria2.call("purgeDownloadResult")
    aria2.manager.resume(gid[:12])
    await aria2.until_status(gid, "complete")
    assert [job.id for job in aria2.manager.jobs()] == [gid[:12]]


async def test_a_link_that_is_added_after_it_failed_goes_on_with_its_job(aria2: Aria2Bench) -> None:
    aria2.wire.script[URL].append(Try(reach=300, error=GONE))
    gid = await aria2.add(header=["Cookie: a=b"])
    await aria2.until_status(gid, "error")
    others = [
        await aria2.add(dir=str(aria2.folder / "other")),
        await aria2.add(out="other.bin"),
        await aria2.add(checksum="md5=" + "0" * 32),
        await aria2.add(http_user="ada"),
        await aria2.add(gid="abcdef0123456789", pause="true"),
        await aria2.add(pause="true"),
        await aria2.add(OTHER),
    ]
    assert len({gid, *others}) == 8
    assert await aria2.status(gid) == "error"
    again = await aria2.add(max_download_limit="1K")
    assert again == gid
    await aria2.until_status(gid, "complete")
    again_asked = [spec for spec in aria2.wire.specs if spec.owner == f"{gid[:12]}/0"][-1]
    assert again_asked.headers == (("Cookie", "a=b"),)
    assert again_asked.part.bytes_present == 300
    assert aria2.manager.job(gid[:12]).rate_limit == 1024
