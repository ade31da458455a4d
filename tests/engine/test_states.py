"""The table of all transitions: complete, closed, and the only way a state changes."""

from __future__ import annotations

from pathlib import Path

import pytest

import state_diagram
from engine.job import Profile
from engine.states import (
    TRANSITIONS,
    InvalidStateError,
    JobEvent,
    JobState,
    accepts,
    next_state,
)
from jobs import make_job

PAIRS = [(state, event) for state in JobState for event in JobEvent]
ALLOWED = [(state, event) for state, event in PAIRS if event in TRANSITIONS[state]]
REFUSED = [pair for pair in PAIRS if pair not in ALLOWED]
LIVE = [state for state in JobState if state not in (JobState.ACKNOWLEDGED, JobState.CANCELLED)]


def test_every_state_has_a_row():
    assert set(TRANSITIONS) == set(JobState)


def test_the_states_are_the_nine_of_bits():
    assert {state.name for state in JobState} == {
        "QUEUED",
        "CONNECTING",
        "TRANSFERRING",
        "SUSPENDED",
        "ERROR",
        "TRANSIENT_ERROR",
        "TRANSFERRED",
        "ACKNOWLEDGED",
        "CANCELLED",
    }


def test_only_two_states_are_final():
    assert {state for state in JobState if state.is_final} == {
        JobState.ACKNOWLEDGED,
        JobState.CANCELLED,
    }


def test_every_state_is_reached_from_a_new_job():
    reached, fresh = set(), {JobState.SUSPENDED}
    while fresh:
        reached |= fresh
        fresh = {to for state in fresh for to in TRANSITIONS[state].values()} - reached
    assert reached == set(JobState)


def test_every_event_is_used():
    assert {event for _, event in ALLOWED} == set(JobEvent)


@pytest.mark.parametrize("state", LIVE)
@pytest.mark.parametrize(
    ("command", "leads_to"),
    [
        (JobEvent.SUSPEND, JobState.SUSPENDED),
        (JobEvent.CANCEL, JobState.CANCELLED),
        (JobEvent.COMPLETE, JobState.ACKNOWLEDGED),
    ],
)
def test_every_live_state_accepts(state, command, leads_to):
    assert next_state(state, command) is leads_to


@pytest.mark.parametrize("state", LIVE)
def test_a_setting_can_be_changed_in_every_live_state(state):
    assert next_state(state, JobEvent.CHANGE) is state


@pytest.mark.parametrize(
    ("state", "leads_to"),
    [
        (JobState.SUSPENDED, JobState.QUEUED),
        (JobState.QUEUED, JobState.QUEUED),
        (JobState.CONNECTING, JobState.CONNECTING),
        (JobState.TRANSFERRING, JobState.TRANSFERRING),
        (JobState.TRANSIENT_ERROR, JobState.QUEUED),
        (JobState.ERROR, JobState.QUEUED),
        (JobState.TRANSFERRED, JobState.QUEUED),
    ],
)
def test_resume_queues_what_does_not_run(state, leads_to):
    assert next_state(state, JobEvent.RESUME) is leads_to


@pytest.mark.parametrize(
    ("state", "event", "leads_to"),
    [
        (JobState.QUEUED, JobEvent.SLOT_GRANTED, JobState.CONNECTING),
        (JobState.CONNECTING, JobEvent.CONNECTED, JobState.TRANSFERRING),
        (JobState.CONNECTING, JobEvent.PREEMPTED, JobState.QUEUED),
        (JobState.TRANSFERRING, JobEvent.PREEMPTED, JobState.QUEUED),
        (JobState.TRANSFERRING, JobEvent.FILE_FINISHED, JobState.TRANSFERRING),
        (JobState.TRANSFERRING, JobEvent.ALL_FILES_FINISHED, JobState.TRANSFERRED),
        (JobState.TRANSFERRING, JobEvent.TRANSIENT_FAILURE, JobState.TRANSIENT_ERROR),
        (JobState.CONNECTING, JobEvent.FATAL_FAILURE, JobState.ERROR),
        (JobState.TRANSIENT_ERROR, JobEvent.RETRY_DUE, JobState.QUEUED),
        (JobState.TRANSIENT_ERROR, JobEvent.HOLD_LIFTED, JobState.QUEUED),
        (JobState.TRANSIENT_ERROR, JobEvent.NO_PROGRESS_TIMED_OUT, JobState.ERROR),
    ],
)
def test_what_the_engine_sees_leads_on(state, event, leads_to):
    assert next_state(state, event) is leads_to


@pytest.mark.parametrize(("state", "event"), ALLOWED)
def test_what_is_in_the_table_is_accepted(state, event):
    assert accepts(state, event)
    assert next_state(state, event) is TRANSITIONS[state][event]


@pytest.mark.parametrize(("state", "event"), REFUSED)
def test_what_is_not_in_the_table_is_refused_and_changes_nothing(state, event):
    job = make_job(state)
    before = repr(job)
    with pytest.raises(InvalidStateError) as refusal:
        job.apply(event)
    assert repr(job) == before
    assert not accepts(state, event)
    assert (refusal.value.state, refusal.value.event) == (state, event)


@pytest.mark.parametrize(
    ("profile", "code"), [(Profile.BITS, 0x80200002), (Profile.DO, 0x80D02013)]
)
def test_a_refusal_carries_the_code_of_the_jobs_contract(profile, code):
    job = make_job(JobState.CANCELLED, profile=profile)
    with pytest.raises(InvalidStateError) as refusal:
        job.apply(JobEvent.RESUME)
    assert refusal.value.code == code


def test_a_refusal_is_a_sentence():
    with pytest.raises(InvalidStateError, match=r"^cannot resume: the job is cancelled$"):
        next_state(JobState.CANCELLED, JobEvent.RESUME)


def test_the_diagram_in_the_architecture_notes_is_the_table():
    notes = (Path(__file__).parents[2] / "ARCHITECTURE.md").read_text(encoding="utf-8")
    block = notes[notes.find(state_diagram.BEGIN) : notes.find(state_diagram.END)]
    assert block + state_diagram.END == state_diagram.diagram(), (
        "print the diagram again: python tests/state_diagram.py"
    )
