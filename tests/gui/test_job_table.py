"""The list as views read it: only what changed is announced, and rows do not wander."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from fake_engine import DAY, HOUR, MB, active, done, failed, held, make_job, paused, retrying
from gui.columns import COLUMNS, GIVES_UP_IN, NAME, PROGRESS, SIZE, SPEED, TIME_LEFT
from gui.job_table import JOB_ROLE, JobTable

Down = Qt.SortOrder.DescendingOrder


@pytest.fixture
def table(qapp):
    return JobTable()


def names(table):
    return [job.name for job in table.jobs()]


def test_keeps_the_rules_of_qt_models(table, qtmodeltester):
    table.apply([active(), retrying(), held(), paused(), failed(), done()], [])
    qtmodeltester.check(table)


def test_keeps_the_rules_of_qt_models_while_it_changes(table):
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    jobs = [make_job(f"{number}.bin", size=number) for number in range(10)]
    table.apply(jobs, [])
    table.sort(SIZE, Down)
    table.apply([replace(jobs[3], size=99)], [jobs[0].id, jobs[1].id, jobs[7].id])
    table.apply([make_job("new.bin", size=5)], [jobs[9].id])
    assert table.rowCount() == 7
    assert tester.model() is table


def test_shows_words_and_hands_out_snapshots(table):
    job = active("debian.iso", size=100 * MB, bytes_present=62 * MB, time_left=38.0)
    table.apply([job], [])
    words = [table.index(0, column).data() for column in range(len(COLUMNS))]
    assert words == ["debian.iso", "62\N{NO-BREAK SPACE}%", "100 MB", "1.0 MB/s", "38 s", ""]
    assert table.index(0, NAME).data(JOB_ROLE) is job


def test_says_nothing_about_what_is_unknown(table):
    table.apply([paused(size=None)], [])
    columns = (PROGRESS, SIZE, SPEED, TIME_LEFT, GIVES_UP_IN)
    assert [table.index(0, column).data() for column in columns] == [""] * 5


def test_a_screen_reader_hears_name_and_sentence(table):
    table.apply([paused("a.nc")], [])
    spoken = table.index(0, NAME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "a.nc, Paused"


def test_numbers_stand_right_and_so_do_their_heads(table):
    for column in (SIZE, SPEED, TIME_LEFT, GIVES_UP_IN):
        alignment = table.headerData(
            column, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        )
        assert alignment & Qt.AlignmentFlag.AlignRight


def test_announces_only_the_rows_that_changed(table):
    jobs = [make_job(f"{number}.bin") for number in range(5)]
    table.apply(jobs, [])
    changed = QSignalSpy(table.dataChanged)
    reset = QSignalSpy(table.modelReset)
    table.apply([replace(jobs[1], rate=5.0), jobs[2], replace(jobs[4], rate=7.0)], [])
    assert [changed.at(at)[0].row() for at in range(changed.count())] == [1, 4]
    assert reset.count() == 0


def test_new_jobs_come_last_and_gone_ones_leave_no_hole(table):
    jobs = [make_job(f"{number}.bin") for number in range(6)]
    table.apply(jobs, [])
    table.apply([make_job("new.bin")], [jobs[0].id, jobs[2].id, jobs[3].id, "never-was"])
    assert names(table) == ["1.bin", "4.bin", "5.bin", "new.bin"]
    assert [table.row_of(job.id) for job in table.jobs()] == [0, 1, 2, 3]
    assert table.row_of(jobs[0].id) is None


def test_sorts_by_raw_values_not_by_words(table):
    table.apply(
        [make_job("b", size=900), make_job("a", size=10 * MB), make_job("c", size=None)], []
    )
    table.sort(SIZE)
    assert names(table) == ["c", "b", "a"]
    table.sort(SIZE, Down)
    assert names(table) == ["a", "b", "c"]
    table.sort(NAME)
    assert names(table) == ["a", "b", "c"]
    table.sort(-1)
    assert names(table) == ["b", "a", "c"]


def test_the_soonest_to_give_up_come_first(table):
    table.apply([active("calm"), retrying("late", gives_up_in=DAY), retrying("soon")], [])
    table.sort(GIVES_UP_IN)
    assert names(table) == ["soon", "late", "calm"]


def test_rows_do_not_wander_while_jobs_move_on(table):
    slow, fast = active("slow", rate=1.0), active("fast", rate=9.0)
    table.apply([slow, fast], [])
    table.sort(SPEED, Down)
    table.apply([replace(slow, rate=99.0)], [])
    assert names(table) == ["fast", "slow"]


def test_a_new_job_finds_its_place_in_a_sorted_list(table):
    table.apply([make_job("a"), make_job("c")], [])
    table.sort(NAME)
    table.apply([make_job("b")], [])
    assert names(table) == ["a", "b", "c"]


def test_the_selection_follows_its_job_when_the_list_is_sorted(table):
    table.apply([make_job("b"), make_job("a")], [])
    index = QPersistentModelIndex(table.index(0, SIZE))
    table.sort(NAME)
    assert (index.row(), index.column()) == (1, SIZE)
    assert index.data(JOB_ROLE).name == "b"


def test_ten_thousand_jobs_cost_no_more_than_what_changes(table):
    """Counted, not timed: a machine under load fails no test."""
    jobs = [make_job(f"{number}.bin") for number in range(10_000)]
    table.apply(jobs, [])
    changed = QSignalSpy(table.dataChanged)
    table.apply([replace(job, rate=1.0) for job in jobs[::1000]], [])
    assert changed.count() == 10
    inserted, removed = QSignalSpy(table.rowsInserted), QSignalSpy(table.rowsRemoved)
    table.apply([make_job() for _ in range(500)], [job.id for job in jobs[100:5000]])
    assert (inserted.count(), removed.count()) == (1, 1)
    assert table.rowCount() == 5600


def test_thousands_of_scattered_jobs_leave_at_once(table):
    jobs = [make_job(f"{number}.bin") for number in range(2000)]
    table.apply(jobs, [])
    kept = QPersistentModelIndex(table.index(1001, NAME))
    removed = QSignalSpy(table.rowsRemoved)
    table.apply([], [job.id for job in jobs[::2]])
    assert removed.count() == 1
    assert names(table) == [job.name for job in jobs[1::2]]
    assert kept.data(JOB_ROLE) == jobs[1001]
    assert all(table.row_of(job.id) == row for row, job in enumerate(table.jobs()))


def test_hours_are_not_sorted_as_words(table):
    table.apply([retrying("9 h", gives_up_in=9 * HOUR), retrying("10 min", gives_up_in=600.0)], [])
    table.sort(GIVES_UP_IN)
    assert names(table) == ["10 min", "9 h"]
