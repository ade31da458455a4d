"""Which job waits for what a browser hands over, and what proves that it is the same file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine import FileState, JobState, Validator
from fake_engine import MB, active, done, failed, make_file, paused, retrying
from gui.browsers.expired import is_proven, waiting_for
from gui.browsers.handover import Handover

LINK = "https://a.example/get/x.iso?signature=new"
DATE = "Mon, 01 Jan 2024 00:00:00 GMT"


def handed(url=LINK, **known):
    return Handover(url, first_url=url, **known)


def waits(make=failed, url="https://a.example/get/x.iso?signature=old", **file):
    job = make("x.iso")
    known = {"url": url, "name": "x.iso", "number": 0, "state": FileState.FAILED, **file}
    return replace(job, files=(make_file(**known),))


def found(jobs, given=None):
    waiting = waiting_for(given or handed(), jobs)
    return waiting and waiting.job


def test_a_job_that_failed_or_waits_is_found_by_its_link_without_the_query():
    for make in (failed, retrying, paused):
        job = waits(make, name=None)
        assert found([job]) is job


def test_a_job_is_found_by_the_name_of_its_file_anywhere():
    job = waits(url="https://old.example/1", name="x.iso")
    assert found([job], handed("https://b.example/2", name="x.iso")) is job
    assert found([job], handed("https://b.example/2", name="y.iso")) is None
    assert found([job], handed("https://b.example/2")) is None


def test_the_beginning_of_the_redirects_counts_as_well():
    job = waits(url="https://a.example/start?x", name=None)
    given = Handover("https://cdn.example/1", first_url="https://a.example/start?y")
    assert found([job], given) is job


def test_of_one_link_to_many_files_size_or_name_says_which():
    job = waits(url="https://a.example/download?id=1", name="one.zip", size=5)
    other = "https://a.example/download?id=2"
    assert found([job], handed(other, name="two.zip")) is None
    assert found([job], handed(other, name="two.zip", size=6)) is None
    assert found([job], handed(other, name="one.zip")) is job
    assert found([job], handed(other, name="one (1).zip", size=5)) is job


def test_what_runs_or_is_over_waits_for_nothing():
    for make in (active, done):
        assert found([waits(make)]) is None
    assert found([waits(state=FileState.DELIVERED)]) is None
    assert found([waits(state=FileState.SKIPPED)]) is None


@pytest.mark.parametrize(
    ("here", "there", "fits"),
    [
        ({}, {}, True),
        ({"size": 5}, {}, True),
        ({"size": 5}, {"size": 5}, True),
        ({"size": 5}, {"size": 6}, False),
        ({"size": 0}, {"size": 6}, False),
        ({"validator": Validator('"a"')}, {"etag": '"a"'}, True),
        ({"validator": Validator('"a"')}, {"etag": '"b"'}, False),
        ({"validator": Validator(None, DATE)}, {"last_modified": DATE}, True),
        ({"validator": Validator(None, DATE)}, {"last_modified": "other"}, False),
        ({"validator": Validator('"a"', DATE)}, {"etag": '"a"', "last_modified": "other"}, True),
    ],
)
def test_what_both_know_must_agree(here, there, fits):
    assert (found([waits(**here)], handed(**there)) is not None) is fits


@pytest.mark.parametrize(
    ("here", "there", "proven"),
    [
        ({"size": 5, "validator": Validator('"a"')}, {"size": 5, "etag": '"a"'}, True),
        ({"size": 5, "validator": Validator('W/"a"')}, {"size": 5, "etag": 'W/"a"'}, False),
        ({"validator": Validator('"a"')}, {"etag": '"a"'}, False),
        ({"size": 5}, {"size": 5}, False),
        ({"size": 5, "validator": Validator(None, DATE)}, {"size": 5, "last_modified": DATE}, True),
        ({"size": 5, "validator": Validator('"a"')}, {"size": 5, "last_modified": DATE}, False),
    ],
)
def test_only_size_and_validator_together_are_a_proof(here, there, proven):
    (file,) = waits(**here).files
    assert is_proven(file, handed(**there)) is proven


def test_of_several_the_proven_one_is_meant_then_one_that_failed():
    known = {"size": MB, "validator": Validator('"a"')}
    waiting, broken, proven = waits(retrying), waits(failed), waits(paused, **known)
    given = handed(size=MB, etag='"a"')
    assert found([waiting, broken, proven], given) is proven
    assert found([waiting, broken, proven], handed()) is broken
    assert waiting.state is JobState.TRANSIENT_ERROR
