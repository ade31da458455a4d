"""aria2p's own objects, made of what we answer: its library knows nothing of us."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aria2p
import pytest
from aria2_bench import SECRET, Aria2Bench

from engine import in_thread
from fake_fetch import GONE, SIZE, Try
from manager_bench import OTHER, URL, eventually

pytestmark = pytest.mark.anyio

SLOW = Try(reach=300, hangs=True)


class OverHere(aria2p.Client):
    """Posts to the dialogue of a bench instead of a server; used in a thread."""

    def __init__(self, bench: Aria2Bench) -> None:
        super().__init__(secret=SECRET)
        self._bench = bench
        self._loop = asyncio.get_running_loop()

    def post(self, payload: str) -> dict[str, Any]:
        asked = self._bench.dialogue.reply(payload.encode())
        reply = asyncio.run_coroutine_threadsafe(asked, self._loop).result(10)
        answer: dict[str, Any] = json.loads(reply.body)
        return answer


@pytest.fixture
async def api(aria2: Aria2Bench) -> aria2p.API:
    return aria2p.API(OverHere(aria2))


async def there(function: Callable[..., Any], *args: Any, **named: Any) -> Any:
    return await in_thread("aria2p", lambda: function(*args, **named))


async def test_a_download_from_the_beginning_to_the_end(aria2: Aria2Bench, api: aria2p.API) -> None:
    aria2.wire.script[URL].append(SLOW)
    options = {"dir": str(aria2.folder), "max-download-limit": "1M"}
    download = await there(api.add_uris, [URL], options=options)
    await eventually(lambda: aria2.wire.hanging[URL])
    await aria2.while_time_passes(lambda: aria2.manager.job(download.gid[:12]).bytes_present == 300)
    await there(download.update)
    assert download.is_active
    assert (download.completed_length, download.total_length) == (300, SIZE)
    assert download.name == "one.bin"
    assert download.dir == aria2.folder
    assert download.progress == 30.0
    assert download.files[0].uris[0]["uri"] == URL
    assert not download.is_torrent
    assert await there(download.pause)
    await there(download.update)
    assert download.is_paused
    assert await there(download.resume)
    await aria2.until_status(download.gid, "complete")
    await there(download.update)
    assert download.is_complete
    assert download.error_code == "0"
    assert download.files[0].path == aria2.folder / "one.bin"
    assert download.files[0].is_metadata is False
    assert await there(download.purge)
    await eventually(lambda: aria2.manager.jobs() == [])
    assert (aria2.folder / "one.bin").exists()


async def test_all_its_lists_and_numbers(aria2: Aria2Bench, api: aria2p.API) -> None:
    aria2.wire.script[URL].append(SLOW)
    aria2.wire.script[OTHER].append(Try(reach=0, error=GONE))
    running = await there(api.add_uris, [URL])
    waiting = await there(api.add_uris, [URL], options={"pause": "true", "out": "x.bin"})
    failed = await there(api.add_uris, [OTHER])
    await aria2.until_status(running.gid, "active")
    await aria2.until_status(failed.gid, "error")
    downloads = await there(api.get_downloads)
    assert [one.status for one in downloads] == ["active", "paused", "error"]
    assert downloads[2].error_code == "3"
    assert "404" in downloads[2].error_message
    stats = await there(api.get_stats)
    assert (stats.num_active, stats.num_waiting, stats.num_stopped) == (1, 1, 1)
    options = await there(api.get_global_options)
    assert options.dir == str(aria2.folder)
    assert options.max_concurrent_downloads == 4
    assert await there(api.set_global_options, {"max-overall-download-limit": "1M"})
    assert aria2.manager.settings.rate_limit == 1 << 20
    (own,) = await there(api.get_options, [waiting])
    assert (own.out, own.continue_downloads) == ("x.bin", True)
    assert await there(api.set_options, {"max-download-limit": "5K"}, [waiting]) == [True]
    # What changes an object of its own is sent as well.
    await there(setattr, own, "split", 3)
    assert aria2.manager.job(waiting.gid[:12]).most_connections == 3
    await there(api.purge)
    assert len(await there(api.get_downloads)) == 2


async def test_what_is_removed_is_gone(aria2: Aria2Bench, api: aria2p.API) -> None:
    aria2.wire.script[URL].append(SLOW)
    aria2.wire.script[OTHER].append(Try(reach=0, error=GONE))
    running = await there(api.add_uris, [URL])
    paused = await there(api.add_uris, [URL], options={"pause": "true"})
    failed = await there(api.add_uris, [OTHER])
    await aria2.until_status(running.gid, "active")
    await aria2.until_status(failed.gid, "error")
    await there(failed.update)
    assert await there(api.remove, [running, paused, failed]) == [True, True, True]
    assert await there(api.get_downloads) == []
    assert aria2.manager.jobs() == []


async def test_its_moves(aria2: Aria2Bench, api: aria2p.API) -> None:
    made = [await there(api.add_uris, [f"{URL}?{n}"], options={"pause": "true"}) for n in range(4)]

    async def order() -> list[int]:
        line = [one.gid for one in await there(api.get_downloads)]
        return [line.index(one.gid) for one in made]

    assert await there(api.move_to_top, made[2]) == 0
    assert await order() == [1, 2, 0, 3]
    assert await there(api.move_down, made[2], 2) == 2
    assert await order() == [0, 1, 2, 3]
    assert await there(api.move_to_bottom, made[0]) == 3
    assert await there(api.move_up, made[0]) == 2
    assert await there(api.move_to, made[0], 1) == 1
    placed = await there(api.add_uris, [URL], options={"pause": "true"}, position=1)
    assert (await there(api.get_downloads))[1].gid == placed.gid


async def test_all_at_once(aria2: Aria2Bench, api: aria2p.API) -> None:
    aria2.wire.script[URL] += [SLOW, SLOW]
    download = await there(api.add_uris, [URL])
    await aria2.until_status(download.gid, "active")
    assert await there(api.pause_all, force=True)
    assert (await there(api.get_download, download.gid)).is_paused
    assert await there(api.resume_all)
    await aria2.until_status(download.gid, "active")
    calls = [("aria2.getVersion", []), ("aria2.tellStatus", [download.gid, ["gid"]])]
    version, status = await there(api.client.multicall2, calls)
    assert version[0]["version"] == "1.36.0"
    assert status == [{"gid": download.gid}]
    assert await there(api.client.save_session) == "OK"
    assert await there(api.client.list_methods)
    assert await there(api.client.list_notifications)


async def test_its_metalinks(aria2: Aria2Bench, api: aria2p.API, tmp_path: Path) -> None:
    document = tmp_path / "two.metalink"
    document.write_text(
        '<metalink xmlns="urn:ietf:params:xml:ns:metalink">'
        f'<file name="one.bin"><url>{URL}</url></file>'
        f'<file name="two.bin"><url>{OTHER}</url></file></metalink>'
    )
    made = await there(api.add_metalink, document, options={"pause": "true"})
    assert [one.name for one in made] == ["one.bin", "two.bin"]


async def test_what_it_makes_of_refusals(aria2: Aria2Bench, api: aria2p.API) -> None:
    with pytest.raises(aria2p.ClientException, match="is not found") as refused:
        await there(api.get_download, "99")
    assert refused.value.code == 1
    api.client.secret = "wrong"
    with pytest.raises(aria2p.ClientException, match="Unauthorized"):
        await there(api.get_stats)
