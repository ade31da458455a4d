"""Numbers about all jobs, kept up to date by what changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from heapq import nlargest

from hypothesis import given, settings
from hypothesis import strategies as st

from engine import JobState
from fake_engine import MB, active, done, failed, held, make_job, paused, retrying
from gui import formatting
from gui.formatting import Tone
from gui.tally import UNDER_WAY, Tally


def tally_of(*jobs):
    tally = Tally()
    tally.follow(jobs, [])
    return tally


def half(name="half.iso"):
    return active(name, size=100 * MB, bytes_present=50 * MB)


def test_progress_is_that_of_all_that_is_under_way():
    tally = tally_of(half(), make_job(size=100 * MB), paused(size=900 * MB), done())
    assert tally.progress == 0.25
    assert (tally.under_way, tally.paused) == (2, 1)


def test_progress_does_not_fall_back_when_one_is_done():
    first, second = half("a"), half("b")
    tally = tally_of(first, second)
    finished = replace(first, state=JobState.ACKNOWLEDGED, bytes_present=100 * MB, rate=0.0)
    tally.follow([finished], [])
    assert tally.progress == 0.75


def test_the_next_batch_begins_at_zero():
    job = half()
    tally = tally_of(job)
    tally.follow([replace(job, state=JobState.ACKNOWLEDGED)], [])
    assert tally.progress is None
    tally.follow([active(size=100 * MB, bytes_present=0)], [])
    assert tally.progress == 0.0


def test_there_is_no_progress_while_nothing_runs_or_no_size_is_known():
    assert tally_of(make_job(), retrying(), failed()).progress is None
    assert tally_of(active(size=None)).progress is None
    assert Tally().progress is None


def test_more_than_was_announced_is_no_more_than_all():
    assert tally_of(active(size=MB, bytes_present=2 * MB)).progress == 1.0


KINDS = (active, half, retrying, held, paused, failed, done, make_job)
STEPS = st.lists(st.tuples(st.integers(0, 11), st.sampled_from([*KINDS, None])), max_size=60)


@settings(max_examples=100, deadline=None)
@given(STEPS)
def test_it_always_says_what_a_walk_over_all_jobs_would_say(steps):
    tally, jobs = Tally(), {}
    for number, kind in steps:
        job_id = f"job-{number}"
        if kind is None:
            jobs.pop(job_id, None)
            tally.follow([], [job_id])
        else:
            job = replace(kind(), id=job_id, created=float(number % 7), position=number)
            jobs[job_id] = job
            tally.follow([job], [])
        tones = Counter(formatting.tone(job) for job in jobs.values())
        assert all(tally.of_tone(tone) == tones[tone] for tone in Tone)
        assert tally.under_way == sum(job.state in UNDER_WAY for job in jobs.values())
        running = [job.rate for job in jobs.values() if job.state.is_running]
        assert tally.rate == sum(running)
        assert tally.progress is None or 0 <= tally.progress <= 1
        newest = nlargest(5, jobs.values(), key=lambda job: (job.created, job.position))
        assert tally.recent == newest
