"""The line of jobs, their links, their names, and what is remembered of them."""

from __future__ import annotations

import asyncio
import json
import re

import pytest
from aria2_bench import Aria2Bench, RefusedHere, urls

from engine import Priority
from fake_fetch import Try
from gui.aria2 import memory
from manager_bench import URL

pytestmark = pytest.mark.anyio

SLOW = Try(reach=300, hangs=True)


async def gids(aria2: Aria2Bench, name: str, *params) -> list[str]:
    return [one["gid"] for one in await aria2.call(name, *params, ["gid"])]


# The line.


async def test_new_jobs_go_where_they_are_told_to(aria2: Aria2Bench) -> None:
    first, second = await aria2.add(pause="true"), await aria2.add(pause="true")
    third = await aria2.call("addUri", [URL], {"pause": "true"}, 0)
    fourth = await aria2.call("addUri", [URL], {"pause": "true"}, 2)
    last = await aria2.call("addUri", [URL], {"pause": "true"}, 99)
    assert await gids(aria2, "tellWaiting", 0, 10) == [third, first, fourth, second, last]


@pytest.mark.parametrize(
    ("offset", "how", "place"),
    [
        (0, "POS_SET", 0),
        (2, "POS_SET", 2),
        (99, "POS_SET", 3),
        (-5, "POS_SET", 0),
        (1, "POS_CUR", 2),
        (-1, "POS_CUR", 0),
        (50, "POS_CUR", 3),
        (-50, "POS_CUR", 0),
        (0, "POS_END", 3),
        (-1, "POS_END", 2),
        (5, "POS_END", 3),
        (-50, "POS_END", 0),
        (0, "POS_CUR", 1),
    ],
)
async def test_a_job_is_moved_in_the_line(aria2: Aria2Bench, offset, how, place) -> None:
    line = [await aria2.add(url, pause="true") for url in urls(4)]
    moved = line[1]
    assert await aria2.call("changePosition", moved, offset, how) == place
    line.remove(moved)
    line.insert(place, moved)
    assert await gids(aria2, "tellWaiting", 0, 10) == line


async def test_a_job_does_not_leave_those_of_its_priority(aria2: Aria2Bench) -> None:
    line = [await aria2.add(url, pause="true") for url in urls(4)]
    aria2.manager.set_priority(line[3][:12], Priority.HIGH)
    aria2.manager.set_priority(line[2][:12], Priority.LOW)
    assert await gids(aria2, "tellWaiting", 0, 10) == [line[3], line[0], line[1], line[2]]
    assert await aria2.call("changePosition", line[1], 0, "POS_SET") == 1
    assert await aria2.call("changePosition", line[1], 0, "POS_END") == 2


@pytest.mark.parametrize(
    ("params", "why"),
    [
        ([], "The parameter at 1 is required but missing."),
        (["1", "POS_SET"], "The parameter at 1 has wrong type."),
        ([True, "POS_SET"], "The parameter at 1 has wrong type."),
        ([1, "POS_X"], "Illegal argument."),
    ],
)
async def test_a_move_that_makes_no_sense(aria2: Aria2Bench, params, why) -> None:
    gid = await aria2.add(pause="true")
    with pytest.raises(RefusedHere, match=re.escape(why)):
        await aria2.call("changePosition", gid, *params)


async def test_a_job_that_runs_has_no_place(aria2: Aria2Bench) -> None:
    aria2.wire.script[URL].append(SLOW)
    gid = await aria2.add()
    await aria2.until_status(gid, "active")
    with pytest.raises(RefusedHere, match=f"GID#{gid} not found in the waiting queue."):
        await aria2.call("changePosition", gid, 0, "POS_SET")


# Other links.


async def test_a_job_gets_other_links(aria2: Aria2Bench) -> None:
    gid = await aria2.add(pause="true")
    a, b, c = urls(3)

    async def links() -> list[str]:
        return [one["uri"] for one in await aria2.call("getUris", gid)]

    assert await aria2.call("changeUri", gid, 1, [], [a, "gopher://no"]) == [0, 1]
    assert await links() == [URL, a]
    assert await aria2.call("changeUri", gid, 1, [URL, "nobody"], [b], 0) == [1, 1]
    assert await links() == [b, a]
    assert await aria2.call("changeUri", gid, 1, [], [c], 1) == [0, 1]
    assert await links() == [b, c, a]
    assert await aria2.call("changeUri", gid, 1, [b, a], []) == [2, 0]
    assert await links() == [c]
    with pytest.raises(RefusedHere, match="A file needs a link"):
        await aria2.call("changeUri", gid, 1, [c], [])
    with pytest.raises(RefusedHere, match="fileIndex is out of range"):
        await aria2.call("changeUri", gid, 2, [], [a])
    with pytest.raises(RefusedHere, match="must be greater than or equal to 1"):
        await aria2.call("changeUri", gid, 0, [], [a])
    await aria2.call("unpause", gid)
    await aria2.until_status(gid, "complete")
    assert [spec.url for spec in aria2.wire.specs] == [c]
    with pytest.raises(RefusedHere, match=f"Cannot remove URIs from GID#{gid}"):
        await aria2.call("changeUri", gid, 1, [], [a])


# Names.


async def test_a_name_that_is_chosen_holds_and_lasts(aria2: Aria2Bench) -> None:
    gid = await aria2.add(gid="ABCDEF0123456789", pause="true", min_split_size="2M")
    assert gid == "abcdef0123456789"
    with pytest.raises(RefusedHere, match="already used"):
        await aria2.add(gid="abcdef0123456789")
    other = await aria2.add(gid="abcdef0123400000", pause="true")
    derived = await aria2.add(pause="true")
    await aria2.open_again()
    assert await gids(aria2, "tellWaiting", 0, 10) == [gid, other, derived]
    assert (await aria2.call("tellStatus", "ABCDEF01234567", ["gid", "x"])) == {"gid": gid}
    assert (await aria2.call("getOption", gid))["min-split-size"] == "2097152"
    with pytest.raises(RefusedHere, match="GID abcdef is not unique"):
        await aria2.call("tellStatus", "abcdef")
    with pytest.raises(RefusedHere, match="Invalid GID zz"):
        await aria2.call("tellStatus", "zz")
    with pytest.raises(RefusedHere, match="Invalid GID "):
        await aria2.call("tellStatus", "")
    # Whoever is gone leaves the name free, and nothing behind.
    await aria2.call("remove", gid)
    await aria2.call("removeDownloadResult", gid)
    await aria2.open_again()
    assert "abcdef0123456789" not in (aria2.home / "aria2.json").read_text()
    assert await aria2.add(gid=gid, pause="true") == gid


async def test_two_who_want_the_same_name_at_once_do_not_both_get_it(aria2: Aria2Bench) -> None:
    asked = [aria2.add(gid="abcdef0123456789", pause="true") for _ in range(5)]
    answers = await asyncio.gather(*asked, return_exceptions=True)
    assert [isinstance(answer, str) for answer in answers] == [True, False, False, False, False]
    assert len(aria2.manager.jobs()) == 1


async def test_a_name_of_a_job_that_was_refused_is_free_again(aria2: Aria2Bench) -> None:
    gid = "abcdef0123456789"
    # It is the engine that refuses this one.
    with pytest.raises(RefusedHere, match="characters that no header can have"):
        await aria2.add(gid=gid, header=["Cookie: \x01"])
    assert await aria2.add(gid=gid, pause="true") == gid


async def test_options_are_kept_of_the_latest_jobs_only(aria2: Aria2Bench, monkeypatch) -> None:
    monkeypatch.setattr(memory, "MOST_OPTIONS", 3)
    made = [await aria2.add(url, pause="true", timeout="7") for url in urls(5)]
    await aria2.call("changeOption", made[2], {"connect-timeout": "9"})
    made.append(await aria2.add(pause="true", timeout="7"))
    await aria2.open_again()
    options = [await aria2.call("getOption", gid) for gid in made]
    assert ["timeout" in one for one in options] == [False, False, True, False, True, True]


async def test_what_went_while_nobody_was_here_is_forgotten(aria2: Aria2Bench) -> None:
    gid = await aria2.add(gid="abcdef0123456789", pause="true", timeout="7")
    job_id = aria2.job_id(gid)
    aria2.methods.close()
    await aria2.manager.remove(job_id)
    await aria2.manager.close()
    await aria2.open()
    with pytest.raises(RefusedHere, match="is not found"):
        await aria2.status(gid)
    await aria2.open_again()
    kept = json.loads((aria2.home / "aria2.json").read_bytes())
    assert kept == {"gids": {}, "options": {}}


async def test_what_cannot_be_written_is_no_reason_to_refuse_a_job(
    aria2: Aria2Bench, caplog
) -> None:
    (aria2.home / "aria2.json.new").mkdir()
    gid = await aria2.add(gid="abcdef0123456789", pause="true")
    assert await aria2.status(gid) == "paused"
    assert "aria2.json cannot be written" in caplog.text
    (aria2.home / "aria2.json.new").rmdir()


async def test_a_memory_that_cannot_be_read_is_begun_anew(aria2: Aria2Bench) -> None:
    gid = await aria2.add(gid="abcdef0123456789", pause="true")
    await aria2.close()
    (aria2.home / "aria2.json").write_bytes(b'{"gids": [')
    await aria2.open()
    (only,) = await gids(aria2, "tellWaiting", 0, 10)
    assert only != gid
    assert (aria2.home / "aria2.json").stat().st_mode & 0o077 == 0
