"""News over the ends and beginnings of the engine: nothing is lost, nothing is told again."""

from __future__ import annotations

import sqlite3

from engine.manager import JobManager
from engine.news import News, NewsKind
from engine.states import JobState
from fake_fetch import GONE, Try
from manager_bench import URL, Bench, eventually

FILE, JOB = NewsKind.FILE_TRANSFERRED, NewsKind.JOB_TRANSFERRED


async def reopen(bench: Bench) -> None:
    await bench.manager.close()
    await bench.open()


def stored_news(bench: Bench) -> list[str]:
    with sqlite3.connect(bench.home / "jobs.db") as connection:
        found = connection.execute("SELECT kind FROM news ORDER BY id").fetchall()
    connection.close()
    return [kind for (kind,) in found]


async def test_a_job_that_waits_to_be_completed_is_told_of_once(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec(auto_complete=False))
    await bench.until(job_id, JobState.TRANSFERRED)
    await eventually(lambda: JOB in bench.news)
    await reopen(bench)
    await reopen(bench)
    await bench.manager.complete(job_id)
    await bench.manager.close()
    assert bench.news == [FILE, JOB]
    await bench.open()


async def test_news_that_is_told_while_the_engine_closes_is_not_told_again(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec())
    told_before = []

    def close_soon(changed: str) -> None:
        if bench.manager.job(changed).state is JobState.ACKNOWLEDGED:
            told_before.append(JOB in bench.news)

    bench.manager.subscribe(close_soon)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    await eventually(lambda: bool(told_before))
    await bench.manager.close()
    # The state is seen before the disk has it, so the news was still to come then.
    assert told_before[0] is False
    assert bench.news == [FILE, JOB]
    assert stored_news(bench) == []
    await bench.open()


async def test_what_was_refused_before_the_end_is_told_at_the_next_start(bench: Bench) -> None:
    await bench.manager.close()
    bench.manager = await JobManager.open(bench.home, clock=bench.clock, begin_fetch=bench.wire)
    offered: list[News] = []

    def refuse(news: News) -> None:
        offered.append(news)
        raise RuntimeError("not now")

    bench.manager.subscribe_news(refuse)
    bench.wire.script[URL].append(Try(reach=0, error=GONE))
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.ERROR)
    await eventually(lambda: bool(offered))
    await reopen(bench)
    assert bench.news == [NewsKind.JOB_ERROR]
    await reopen(bench)
    assert bench.news == [NewsKind.JOB_ERROR]


async def test_news_of_a_kind_from_a_newer_version_breaks_no_start_and_stays(bench: Bench) -> None:
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    await bench.manager.close()
    with sqlite3.connect(bench.home / "jobs.db") as connection:
        connection.execute(
            "INSERT INTO news (job_id, kind) VALUES (?, 'JOB_SUBLIMATED')", (job_id,)
        )
    connection.close()
    await bench.open()
    assert bench.news == [FILE, JOB]
    assert stored_news(bench) == ["JOB_SUBLIMATED"]


async def test_news_of_a_job_that_is_not_the_handlers_waits_in_the_store(bench: Bench) -> None:
    await bench.manager.close()
    bench.manager = await JobManager.open(bench.home, clock=bench.clock, begin_fetch=bench.wire)
    taken: list[News] = []
    bench.manager.subscribe_news(taken.append, lambda job_id: False)
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    await reopen(bench)
    assert taken == []
    assert bench.news == [FILE, JOB]
