"""The list as views read it: only what changed is announced, and rows do not wander."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from engine import JobSnapshot, JobState
from fake_engine import DAY, HOUR, MB, active, done, failed, held, make_job, paused, retrying
from gui.categories import DEFAULT_CATEGORIES, Category, category_of_job
from gui.columns import ADDED, COLUMNS, GIVES_UP_IN, NAME, PROGRESS, SIZE, SPEED, TIME_LEFT
from gui.job_filter import JobFilter
from gui.job_groups import Counts, Group, group_of
from gui.job_table import JOB_ROLE, JobTable

Up, Down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
Spoken = Qt.ItemDataRole.AccessibleTextRole
Described = Qt.ItemDataRole.AccessibleDescriptionRole


@pytest.fixture
def table(qapp):
    return JobTable()


def names(table):
    return [job.name for job in table.shown_jobs()]


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
    table.set_filter(JobFilter(words="bin"))
    table.set_filter(JobFilter(group=Group.WAITING))
    table.apply([replace(jobs[4], state=JobState.SUSPENDED)], [jobs[5].id])
    assert table.rowCount() == 5
    table.apply([replace(jobs[4], state=JobState.QUEUED)], [])
    table.set_filter(JobFilter(words="nothing"))
    assert table.rowCount() == 0
    table.set_filter(JobFilter())
    assert names(table) == ["3.bin", "8.bin", "6.bin", "new.bin", "4.bin", "2.bin"]
    assert tester.model() is table


def test_keeps_the_rules_of_qt_models_in_a_long_storm(table):
    """Rows come, go, change group and are sorted, in an order that only a seed knows."""
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    chance = random.Random(7)
    filters = [
        JobFilter(),
        JobFilter(group=Group.PAUSED),
        JobFilter(words="1"),
        JobFilter(category="Disk images"),
    ]
    there: dict[str, JobSnapshot] = {}
    for _ in range(80):
        endings = chance.choices(("iso", "bin"), k=3)
        new = [make_job(f"{chance.random()}.{ending}") for ending in endings]
        some = chance.sample(sorted(there), min(len(there), 12))
        changed = [
            replace(there[job_id], state=chance.choice(list(JobState)), rate=chance.random())
            for job_id in some[:9]
        ]
        there |= {job.id: job for job in (*new, *changed)}
        gone = some[9:]
        for job_id in gone:
            del there[job_id]
        table.apply([*new, *changed], gone)
        if chance.random() < 0.2:
            table.sort(chance.randrange(-1, len(COLUMNS)), chance.choice((Up, Down)))
        if chance.random() < 0.2:
            table.set_filter(chance.choice(filters))
        shown = table.shown_jobs()
        assert [table.row_of(job.id) for job in shown] == list(range(len(shown)))
        assert {job.id: job for job in table.jobs()} == there
        assert table.counts == counted_anew(there.values())
    assert tester.model() is table


def counted_anew(jobs):
    counts = Counts()
    for job in jobs:
        kind = category_of_job(job, DEFAULT_CATEGORIES)
        counts.note(1, group_of(job), kind and kind.title, job.folder)
    return counts


def test_shows_words_and_hands_out_snapshots(table):
    job = active("debian.iso", size=100 * MB, bytes_present=62 * MB, time_left=38.0)
    table.apply([job], [])
    words = [table.index(0, column).data() for column in range(ADDED)]
    assert words == ["debian.iso", "62\N{NO-BREAK SPACE}%", "100 MB", "1.0 MB/s", "38 s", ""]
    assert table.index(0, NAME).data(JOB_ROLE) is job


def test_says_nothing_about_what_is_unknown(table):
    table.apply([paused(size=None)], [])
    columns = (PROGRESS, SIZE, SPEED, TIME_LEFT, GIVES_UP_IN)
    assert [table.index(0, column).data() for column in columns] == [""] * 5


def test_a_screen_reader_hears_name_share_and_sentence(table):
    table.apply([paused("a.nc", size=100, bytes_present=9)], [])
    name, size = table.index(0, NAME), table.index(0, SIZE)
    assert name.data(Spoken) == "a.nc, 9\N{NO-BREAK SPACE}%, Paused"
    assert name.data(Described) == "In /home/ada/Downloads"
    assert (size.data(Spoken), size.data(Described)) == ("100 bytes", "Size")


def test_numbers_stand_right_and_so_do_their_heads(table):
    for column in (SIZE, SPEED, TIME_LEFT, GIVES_UP_IN):
        alignment = table.headerData(
            column, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        )
        assert alignment & Qt.AlignmentFlag.AlignRight


def rows_told(changed):
    """The first and the last row of each announcement."""
    return [(changed.at(at)[0].row(), changed.at(at)[1].row()) for at in range(changed.count())]


def test_announces_only_the_rows_that_changed(table):
    jobs = [make_job(f"{number}.bin") for number in range(5)]
    table.apply(jobs, [])
    changed = QSignalSpy(table.dataChanged)
    reset = QSignalSpy(table.modelReset)
    table.apply([replace(jobs[1], rate=5.0), jobs[2], replace(jobs[4], rate=7.0)], [])
    assert rows_told(changed) == [(1, 1), (4, 4)]
    assert reset.count() == 0


def test_neighbours_are_announced_together_whatever_their_order(table):
    jobs = [make_job(f"{number}.bin") for number in range(8)]
    table.apply(jobs, [])
    changed = QSignalSpy(table.dataChanged)
    table.apply([replace(jobs[row], rate=5.0) for row in (6, 2, 3, 1)], [])
    assert rows_told(changed) == [(1, 3), (6, 6)]


def test_new_jobs_come_last_and_gone_ones_leave_no_hole(table):
    jobs = [make_job(f"{number}.bin") for number in range(6)]
    table.apply(jobs, [])
    table.apply([make_job("new.bin")], [jobs[0].id, jobs[2].id, jobs[3].id, "never-was"])
    assert names(table) == ["1.bin", "4.bin", "5.bin", "new.bin"]
    assert [table.row_of(job.id) for job in table.shown_jobs()] == [0, 1, 2, 3]
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
    assert all(table.row_of(job.id) == row for row, job in enumerate(table.shown_jobs()))


def test_hours_are_not_sorted_as_words(table):
    table.apply([retrying("9 h", gives_up_in=9 * HOUR), retrying("10 min", gives_up_in=600.0)], [])
    table.sort(GIVES_UP_IN)
    assert names(table) == ["10 min", "9 h"]


# --- the line


def test_jobs_that_are_moved_in_the_line_move_in_the_unsorted_list(table):
    first, second, third = make_job("first"), make_job("second"), make_job("third")
    table.apply([first, second, third], [])
    exchanged = [
        replace(first, position=second.position),
        replace(second, position=first.position),
    ]
    table.apply([*exchanged, replace(third, rate=1.0)], [])
    assert names(table) == ["second", "first", "third"]


def test_a_move_in_the_line_does_not_disturb_a_sorted_list(table):
    first, second = make_job("a"), make_job("b")
    table.apply([first, second], [])
    table.sort(NAME)
    table.apply([replace(first, position=second.position + 1)], [])
    assert names(table) == ["a", "b"]
    table.sort(-1)
    assert names(table) == ["b", "a"]


def test_what_is_alike_stays_in_the_lines_order_both_ways(table):
    table.apply([make_job(name, size=5) for name in ("c", "a", "b")], [])
    table.sort(SIZE)
    assert names(table) == ["c", "a", "b"]
    table.sort(SIZE, Down)
    assert names(table) == ["c", "a", "b"]
    table.apply([make_job("d", size=5)], [])
    assert names(table) == ["c", "a", "b", "d"]


def test_a_new_job_does_not_put_the_others_in_order_again(table):
    slow, fast = active("slow", rate=1.0), active("fast", rate=9.0)
    table.apply([slow, fast], [])
    table.sort(SPEED, Down)
    table.apply([replace(slow, rate=99.0)], [])
    table.apply([active("middling", rate=5.0)], [])
    assert names(table) == ["fast", "middling", "slow"]


# --- filters


def test_a_filter_leaves_rows_for_what_passes_and_keeps_all_jobs(table):
    table.apply([active("a"), paused("p"), retrying("r")], [])
    table.set_filter(JobFilter(group=Group.RETRYING))
    assert names(table) == ["r"]
    assert [job.name for job in table.jobs()] == ["a", "p", "r"]
    table.set_filter(JobFilter())
    assert names(table) == ["a", "p", "r"]


def test_a_job_comes_and_goes_as_its_group_changes(table):
    jobs = [active(f"{number}.bin") for number in range(5)]
    table.apply(jobs, [])
    table.set_filter(JobFilter(group=Group.ACTIVE))
    removed, inserted = QSignalSpy(table.rowsRemoved), QSignalSpy(table.rowsInserted)
    gone = replace(jobs[2], state=JobState.SUSPENDED)
    table.apply([gone], [])
    assert names(table) == ["0.bin", "1.bin", "3.bin", "4.bin"]
    assert removed.at(0)[1:] == [2, 2]
    assert table.row_of(gone.id) is None
    assert table.job(gone.id) is gone
    table.apply([replace(gone, state=JobState.CONNECTING)], [])
    assert names(table) == ["0.bin", "1.bin", "2.bin", "3.bin", "4.bin"]
    assert inserted.at(0)[1:] == [2, 2]
    assert (removed.count(), inserted.count()) == (1, 1)


def test_a_job_that_does_not_pass_may_change_and_go_without_a_sound(table):
    hidden = paused("p")
    table.apply([active("a"), hidden], [])
    table.set_filter(JobFilter(group=Group.ACTIVE))
    spies = [QSignalSpy(table.dataChanged), QSignalSpy(table.rowsRemoved)]
    table.apply([replace(hidden, bytes_present=9)], [])
    assert table.job(hidden.id).bytes_present == 9
    table.apply([], [hidden.id])
    assert [spy.count() for spy in spies] == [0, 0]
    assert table.job(hidden.id) is None


def test_what_stays_through_a_filter_stays_where_it_is_held(table):
    table.apply(
        [make_job(f"{number}.iso" if number % 3 else f"{number}.zip") for number in range(60)], []
    )
    kept = QPersistentModelIndex(table.index(31, SIZE))
    lost = QPersistentModelIndex(table.index(33, SIZE))
    table.set_filter(JobFilter(words=".iso"))
    assert kept.data(JOB_ROLE).name == "31.iso"
    assert not lost.isValid()
    table.set_filter(JobFilter())
    assert (kept.row(), kept.data(JOB_ROLE).name) == (31, "31.iso")


def test_the_same_filter_again_is_no_news(table):
    table.apply([active()], [])
    told = QSignalSpy(table.filterChanged)
    table.set_filter(JobFilter(words="a"))
    table.set_filter(JobFilter(words="a"))
    assert told.count() == 1


def test_a_job_told_twice_has_one_row(table):
    job = make_job("a")
    table.apply([job, replace(job, rate=1.0)], [])
    assert table.rowCount() == 1
    assert table.counts.total == 1


# --- counts


def test_counts_follow_what_comes_changes_and_goes(table):
    told = QSignalSpy(table.countsChanged)
    iso = active("a.iso", folder=Path("/srv"))
    table.apply([iso, retrying("b.zip"), held("c.zip"), failed("d")], [])
    assert table.counts.total == 4
    assert table.counts.groups == {
        Group.ACTIVE: 1,
        Group.RETRYING: 1,
        Group.HELD: 1,
        Group.FAILED: 1,
    }
    assert table.counts.kinds == {"Disk images": 1, "Archives": 2}
    assert table.counts.folders == {Path("/srv"): 1, Path("/home/ada/Downloads"): 3}
    table.apply([replace(iso, state=JobState.SUSPENDED, name="a.zip", files=())], [])
    assert table.counts.groups[Group.PAUSED] == 1
    assert Group.ACTIVE not in table.counts.groups
    assert table.counts.kinds == {"Archives": 3}
    table.apply([replace(iso, folder=Path("/mnt"))], [])
    assert table.counts.folders == {Path("/mnt"): 1, Path("/home/ada/Downloads"): 3}
    table.apply([], [iso.id])
    assert Path("/mnt") not in table.counts.folders
    assert told.count() == 4


def test_a_job_that_moves_on_changes_no_count(table):
    job = active("a.iso")
    table.apply([job], [])
    told = QSignalSpy(table.countsChanged)
    table.apply([replace(job, rate=7.0, bytes_present=3)], [])
    assert told.count() == 0


def test_other_kinds_are_looked_at_anew_on_demand(qapp):
    kinds = [Category("Pictures of disks", ("iso",))]
    table = JobTable(lambda: kinds)
    table.apply([active("a.iso"), active("b.tune")], [])
    table.set_filter(JobFilter(category="Pictures of disks"))
    kinds[:] = [Category("Tunes", ("tune",))]
    table.look_at_kinds()
    assert table.counts.kinds == {"Tunes": 1}
    assert table.rowCount() == 0


# --- what is announced


def test_a_view_hears_only_of_the_rows_it_has_on_the_screen(table):
    jobs = [active(f"{number}.bin") for number in range(100)]
    table.apply(jobs, [])
    table.watch(lambda: range(10, 20))
    changed = QSignalSpy(table.dataChanged)
    table.apply([replace(job, rate=3.0) for job in jobs], [])
    assert rows_told(changed) == [(10, 19)]
    assert table.job_at(50).rate == 3.0


def test_a_burst_of_ten_thousand_changes_announces_a_screenful(table):
    jobs = [active(f"{number}.bin") for number in range(10_000)]
    table.apply(jobs, [])
    table.watch(lambda: range(30))
    table.set_filter(JobFilter(group=Group.ACTIVE))
    spies = [
        QSignalSpy(signal) for signal in (table.dataChanged, table.rowsRemoved, table.layoutChanged)
    ]
    table.apply([replace(job, rate=3.0) for job in jobs], [])
    assert rows_told(spies[0]) == [(0, 29)]
    assert [spy.count() for spy in spies] == [1, 0, 0]
    table.apply([replace(job, state=JobState.SUSPENDED) for job in jobs[::2]], [])
    assert [spy.count() for spy in spies] == [1, 1, 1]
    assert table.rowCount() == 5000
