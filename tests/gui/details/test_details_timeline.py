"""The tab of the timeline: the story in order, followed while its end is in sight."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from standing import until

from engine import TimelineEntry, TimelineKind
from fake_engine import DAY, NOW, active, retrying
from gui.details.lists import INK_ROLE, FactList
from gui.details.timeline_table import AGO, TIME, WHAT, WHY, TimelineTable
from gui.formatting import Tone


def story(count):
    kinds = list(TimelineKind)
    return [
        TimelineEntry(NOW - count + number, kinds[number % len(kinds)], f"note {number}")
        for number in range(count)
    ]


@pytest.fixture
def table(qapp):
    return TimelineTable(qapp, clock=lambda: NOW)


def cell(table, row, column):
    return table.index(row, column).data()


# --- the model


def test_the_model_keeps_its_promises(table):
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for entries in (story(3), story(9), [], story(2)):
        table.show_entries(entries)
        assert table.rowCount() == len(entries)
    assert tester is not None


def test_says_when_and_what(table):
    table.show_entries([TimelineEntry(NOW - 300, TimelineKind.HOLD, "a note of its own")])
    assert cell(table, 0, AGO) == "5 min ago"
    assert cell(table, 0, WHY) == "a note of its own"
    assert len(cell(table, 0, TIME)) == 8
    assert table.index(0, WHAT).data(INK_ROLE) is Tone.HELD


def test_what_is_longer_ago_has_its_date(table):
    table.show_entries([TimelineEntry(NOW - 5 * DAY, TimelineKind.CREATED)])
    assert "Jan 2027" in cell(table, 0, AGO)


@pytest.mark.parametrize("kind", list(TimelineKind))
def test_every_kind_is_told(table, kind):
    table.show_entries([TimelineEntry(NOW, kind, "x")])
    assert cell(table, 0, WHAT)


def test_lines_of_a_note_stay_in_their_row(table):
    table.show_entries([TimelineEntry(NOW, TimelineKind.ERROR, "two\nlines")])
    assert "\n" not in cell(table, 0, WHY)


def test_what_goes_on_is_added_and_not_shown_anew(table):
    entries = story(5)
    table.show_entries(entries)
    resets, inserts = [], []
    table.modelReset.connect(lambda: resets.append(1))
    table.rowsInserted.connect(lambda _parent, first, last: inserts.append((first, last)))
    table.show_entries(entries)
    table.show_entries([*entries, *story(2)])
    assert (resets, inserts) == ([], [(5, 6)])
    table.show_entries(story(4))
    assert resets == [1]


def test_ten_thousand_entries_are_shown(table):
    entries = story(10_000)
    table.show_entries(entries)
    table.show_entries([*entries, *story(1)])
    assert table.rowCount() == 10_001


# --- the tab


def rows(page):
    return page.findChild(FactList)


@pytest.fixture
def job(engine):
    job = retrying()
    engine.timelines[job.id] = story(100)
    return job


async def test_shows_the_newest_at_the_end(show, job):
    page = show(job, "timeline")
    await until(lambda: rows(page).model().rowCount() == 100)
    bar = rows(page).verticalScrollBar()
    await until(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    assert page.plain_text().splitlines()[-1].endswith("note 99")


async def test_follows_while_the_end_is_in_sight(show, engine, job):
    page = show(job, "timeline")
    bar = rows(page).verticalScrollBar()
    await until(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    engine.timelines[job.id] = story(100) + story(5)
    engine.put(job)
    await until(lambda: rows(page).model().rowCount() == 105)
    await until(lambda: bar.value() == bar.maximum())


async def test_stays_where_the_person_reads(show, engine, job):
    page = show(job, "timeline")
    bar = rows(page).verticalScrollBar()
    await until(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    bar.setValue(30)
    engine.timelines[job.id] = story(100) + story(5)
    engine.put(job)
    await until(lambda: rows(page).model().rowCount() == 105)
    assert bar.value() == 30


async def test_another_job_has_another_story(show, engine, job):
    page = show(job, "timeline")
    other = active()
    engine.timelines[other.id] = story(3)
    show(other, "timeline")
    await until(lambda: rows(page).model().rowCount() == 3)


async def test_of_a_job_that_is_gone_the_next_one_is_told_all_the_same(show, engine, pane, job):
    page = show(job, "timeline")
    del engine._jobs[job.id]
    other = active()
    engine.timelines[other.id] = story(2)
    show(other, "timeline")
    await until(lambda: rows(page).model().rowCount() == 2)


async def test_a_copy_for_a_report_has_dates_and_codes(show, engine, copied):
    job = retrying()
    raw = "server-busy (REMOTE_FILE, 0x801901F7): planet.example: 503 Service Unavailable"
    engine.timelines[job.id] = [TimelineEntry(NOW, TimelineKind.ERROR, raw)]
    page = show(job, "timeline")
    await until(lambda: rows(page).model().rowCount() == 1)
    page.copy_all()
    assert "0x801901F7" in copied()
    assert "Jan 2027" in copied()


async def test_asks_again_only_when_something_happened(show, bridge, pane, job, monkeypatch):
    page = show(job, "timeline")
    await until(lambda: rows(page).model().rowCount() == 100)
    asked = []
    monkeypatch.setattr(bridge, "read_timeline", lambda job_id, _then: asked.append(job_id))
    await asyncio.sleep(0.3)
    page._is_stale = False
    page.tick()
    assert asked == []
    page.show_job(job)
    page._took = 60_000
    page.tick()
    assert asked == []
    page._took = 0
    page.tick()
    assert asked == [job.id]
