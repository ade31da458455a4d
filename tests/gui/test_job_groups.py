"""Every job is in one group, but for cancelled ones, which are in none."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine import JobState
from fake_engine import active, done, failed, held, make_job, paused, retrying
from gui.job_groups import TONES, Counts, Group, group_of, group_title, nothing_in


@pytest.mark.parametrize(
    ("job", "group"),
    [
        (active(), Group.ACTIVE),
        (make_job(state=JobState.CONNECTING), Group.ACTIVE),
        (make_job(), Group.WAITING),
        (retrying(), Group.RETRYING),
        (held(), Group.HELD),
        (paused(), Group.PAUSED),
        (done(), Group.DONE),
        (make_job(state=JobState.TRANSFERRED), Group.DONE),
        (failed(), Group.FAILED),
        (make_job(state=JobState.CANCELLED), None),
    ],
)
def test_where_a_job_belongs(job, group):
    assert group_of(job) is group


@pytest.mark.parametrize("state", JobState)
def test_every_state_is_in_a_group_or_ended_by_a_person(state):
    assert group_of(make_job(state=state)) is not None or state is JobState.CANCELLED


@pytest.mark.parametrize("group", [None, *Group])
def test_every_group_has_its_words(group):
    assert group_title(group)
    assert nothing_in(group)
    assert group is None or TONES[group]


def test_what_nobody_is_in_any_more_is_not_counted():
    counts, folder = Counts(), Path("/srv")
    counts.note(1, Group.ACTIVE, "Music", folder)
    counts.note(1, None, None, folder)
    assert (counts.total, counts.folders) == (2, {folder: 2})
    counts.note(-1, Group.ACTIVE, "Music", folder)
    counts.note(-1, None, None, folder)
    assert counts == Counts()
