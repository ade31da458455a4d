"""The arithmetic of the bench, and what it keeps of a former report."""

from __future__ import annotations

from table import AT_LEAST, AT_MOST, REMARKS, Finding, Goal, Row, comparison, report, short

OURS = Row("holdfast get", 2.0, 900.0, 1.5, 80.0, is_ours=True, connections=1)
SLOW = Row("wget", 4.0, 450.0, 2.0, 5.0)
FAST = Row("curl", 3.0, 600.0, 1.0, 11.0)


def cells_of(finding: Finding, who: str) -> dict[str, str]:
    (row,) = [row for row in finding.rows if row[0].strip("*") == who]
    return dict(zip(finding.headings, row, strict=True))


def test_every_row_is_compared_with_the_fastest_that_is_not_ours():
    finding = comparison("big", [OURS, SLOW, FAST], ("MB/s", "CPU s/GiB"))
    ratios = {
        who: cells_of(finding, who)["x best peer"] for who in ("holdfast get", "wget", "curl")
    }
    assert ratios == {"holdfast get": "1.50", "wget": "0.75", "curl": "1.00"}


def test_without_a_peer_there_is_nothing_to_compare_with():
    finding = comparison("big", [OURS], ("MB/s", "CPU s/GiB"))
    assert cells_of(finding, "holdfast get")["x best peer"] == "-"


def test_a_goal_stands_in_the_row_that_has_to_reach_it_and_in_no_other():
    goal = Goal("big: holdfast get / curl", 1.5, AT_LEAST, 1.6, "x", "holdfast get")
    finding = comparison("big", [OURS, FAST], ("MB/s", "CPU s/GiB"), [goal])
    assert cells_of(finding, "holdfast get")["goal"] == "at least 1.60 x: **not reached**"
    assert cells_of(finding, "curl")["goal"] == ""


def test_a_goal_is_reached_at_its_bound_and_on_the_right_side_of_it():
    reached = [
        Goal("", measured, side, 1.0).is_reached
        for side in (AT_LEAST, AT_MOST)
        for measured in (0.9, 1.0, 1.1)
    ]
    assert reached == [False, True, True, True, True, False]


def test_figures_that_do_not_count_are_left_out():
    assert [short(number) for number in (1234.5, 123.4, 12.34, 1.234, 0.0)] == [
        "1,234",
        "123",
        "12.3",
        "1.23",
        "0.00",
    ]


def test_the_columns_of_a_table_stand_below_each_other():
    text = comparison("big", [OURS, SLOW, FAST], ("MB/s", "CPU s/GiB")).markdown()
    lines = [line for line in text.splitlines() if line.startswith("|")]
    bars = [[at for at, letter in enumerate(line) if letter == "|"] for line in lines]
    assert len(lines) == 5
    assert all(places == bars[0] for places in bars)


def test_a_report_keeps_what_a_person_wrote_below_the_former_one():
    finding = comparison("big", [OURS, FAST], ("MB/s", "CPU s/GiB"))
    former = report([finding], ["long ago"]) + "\nTLS is what takes the time.\n"
    again = report([finding], ["today"], former)
    assert report([finding], ["tomorrow"], again).endswith(
        f"{REMARKS}\n\nTLS is what takes the time.\n"
    )
    assert "long ago" not in again
