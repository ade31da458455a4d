"""What is here already of a link, and what may be done then."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from engine import ErrorKind, JobState, Probe
from fake_engine import MB, active, done, failed, make_error, make_file, make_job, paused
from gui.adding.duplicates import (
    Choice,
    Duplicate,
    KnownJobs,
    Same,
    fits,
    possible,
    suggested,
)

HERE, THERE = Path("/home/ada/Downloads"), Path("/mnt/archive")
NOTHING = frozenset()


def find(jobs, url, name="x.iso", folder=HERE, names=NOTHING):
    return KnownJobs(jobs).find(url, folder, name, names)


def test_the_same_link_is_found_in_every_folder():
    job = paused("x.iso", host="a.example")
    found = find([job], "https://a.example/x.iso", "other.iso", THERE)
    assert (found.same, found.job) == (Same.LINK, job)


def test_the_same_name_counts_in_its_folder_only():
    job = failed("x.iso", host="old.example")
    assert find([job], "https://new.example/x.iso").same is Same.NAME
    assert find([job], "https://new.example/x.iso", folder=THERE) is None
    assert find([job], "https://new.example/y.iso", "y.iso") is None


def test_a_job_that_was_never_answered_has_the_name_of_its_link():
    job = failed("x.iso", host="old.example", file={"name": None})
    assert find([job], "https://new.example/x.iso").job is job


def test_a_finished_job_whose_file_is_gone_takes_no_name():
    job = done("x.iso", host="old.example")
    url = "https://new.example/x.iso"
    assert find([job], url) is None
    assert find([job], url, names={"x.iso"}).job is job
    assert find([job], url, names=None).job is job


def test_a_file_that_no_job_knows_is_found():
    found = find([], "https://a.example/x.iso", names={"x.iso"})
    assert found == Duplicate(Same.FILE, path=HERE / "x.iso")
    assert find([], "https://a.example/x.iso", names=None) is None


def test_cancelled_jobs_do_not_count():
    job = make_job("x.iso", host="a.example", state=JobState.CANCELLED)
    assert find([job], "https://a.example/x.iso") is None


def test_of_several_the_one_that_can_go_on_is_meant():
    old, new = paused("x.iso", host="a.example"), done("x.iso", host="a.example")
    assert find([old, new], "https://a.example/x.iso").job is old


def test_a_file_among_others_is_found_by_its_number():
    files = tuple(
        make_file(url=f"https://a.example/{n}", name=f"{n}.bin", number=n) for n in range(3)
    )
    job = replace(paused("many"), files=files)
    found = find([job], "https://a.example/2")
    assert (found.number, found.file) == (2, files[2])


def test_follows_jobs_as_they_change():
    job = paused("x.iso", host="a.example")
    known = KnownJobs()
    assert known.take(job)
    assert not known.take(replace(job, bytes_present=5))
    assert known.find(job.url, HERE, "x.iso", NOTHING).job.bytes_present == 5
    renamed = replace(job, files=(replace(job.files[0], name="y.iso"),))
    assert known.take(renamed)
    assert known.find("https://b.example/", HERE, "y.iso", NOTHING)
    assert known.find("https://b.example/", HERE, "x.iso", NOTHING) is None
    assert known.take(replace(renamed, state=JobState.ACKNOWLEDGED))
    known.drop(job.id)
    known.drop(job.id)
    assert known.find(job.url, HERE, "x.iso", NOTHING) is None
    assert repr(known).startswith("<KnownJobs 0 jobs")


def duplicate(same, job, number=0):
    return Duplicate(same, job, number)


@pytest.mark.parametrize(
    ("found", "choices"),
    [
        (duplicate(Same.NAME, paused()), "NUMBER REPLACE UPDATE SHOW"),
        (duplicate(Same.NAME, failed()), "NUMBER REPLACE UPDATE SHOW"),
        (duplicate(Same.LINK, paused()), "NUMBER REPLACE SHOW"),
        (duplicate(Same.NAME, done()), "NUMBER REPLACE SHOW"),
        (duplicate(Same.LINK, done()), "NUMBER REPLACE SHOW"),
        (
            duplicate(Same.NAME, replace(paused(), files=(make_file(), make_file(number=1)))),
            "NUMBER UPDATE SHOW",
        ),
        (Duplicate(Same.FILE, path=HERE / "x"), "NUMBER SHOW"),
    ],
)
def test_what_may_be_chosen(found, choices):
    assert [choice.name for choice in possible(found)] == choices.split()


def told(size, **changes):
    return Probe("https://new.example/x", "x", size, True, **changes)


BROKEN = told(None, error=make_error(ErrorKind.NOT_FOUND))


@pytest.mark.parametrize(
    ("found", "probe", "choice"),
    [
        (duplicate(Same.LINK, active()), None, Choice.SHOW),
        (duplicate(Same.LINK, done()), None, Choice.NUMBER),
        (duplicate(Same.NAME, paused(size=MB)), told(MB), Choice.UPDATE),
        (duplicate(Same.NAME, paused(size=MB)), told(MB + 1), Choice.NUMBER),
        (duplicate(Same.NAME, paused(size=MB)), told(None), Choice.NUMBER),
        (duplicate(Same.NAME, paused(size=MB)), None, Choice.NUMBER),
        (duplicate(Same.NAME, failed(size=None)), told(MB), Choice.UPDATE),
        (duplicate(Same.NAME, failed(size=None)), told(None), Choice.UPDATE),
        (duplicate(Same.NAME, failed(size=MB)), told(MB + 1), Choice.NUMBER),
        (duplicate(Same.NAME, failed(size=None)), BROKEN, Choice.NUMBER),
        (duplicate(Same.NAME, done(size=MB)), told(MB), Choice.NUMBER),
        (Duplicate(Same.FILE, path=HERE / "x"), told(MB), Choice.NUMBER),
    ],
)
def test_what_is_suggested_costs_no_bytes(found, probe, choice):
    assert suggested(found, probe) is choice
    assert choice in possible(found)
    assert choice is not Choice.REPLACE


def test_whether_a_link_fits_is_known_by_its_size():
    found = duplicate(Same.NAME, failed(size=MB))
    assert fits(found, MB) is True
    assert fits(found, 5) is False
    assert fits(found, None) is None
    assert fits(Duplicate(Same.FILE, path=HERE / "x"), MB) is None


def test_each_of_ten_thousand_jobs_is_found_by_its_name():
    """Were all jobs looked through for each link, this would take minutes."""
    jobs = [paused(f"{number}.iso", folder=HERE) for number in range(10_000)]
    known = KnownJobs(jobs)
    for number, job in enumerate(jobs):
        found = known.find(f"https://x.example/{number}", HERE, f"{number}.iso", NOTHING)
        assert found is not None
        assert found.job is job
