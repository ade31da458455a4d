"""Which jobs are shown: every word must be found somewhere in what a person sees of the job."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from engine import ErrorKind
from fake_engine import active, failed, held, make_error, make_job, paused, retrying
from gui.job_filter import Entry, JobFilter
from gui.job_groups import Group


def passes(job, kind=None, **wanted):
    return JobFilter(**wanted).test()(Entry(job, kind))


JOB = retrying(
    "Debian 13.1 NetInst.iso",
    host="cdimage.example",
    folder=Path("/srv/Images"),
    error=make_error(ErrorKind.NAME_NOT_RESOLVED, "cdimage.example"),
)


@pytest.mark.parametrize(
    "words",
    [
        "debian",
        "NETINST",
        "13.1 deb",
        "cdimage",
        "srv/images",
        "retrying",
        "could not resolve",
        "debian images resolve",
        "  debian  ",
        "",
    ],
)
def test_words_are_found_in_name_link_folder_and_state(words):
    assert passes(JOB, words=words)


@pytest.mark.parametrize("words", ["fedora", "debian fedora", "paused", "51:48"])
def test_one_word_that_is_nowhere_is_enough_to_fail(words):
    assert not passes(JOB, words=words)


def test_words_are_not_looked_for_in_the_secrets_of_a_link():
    job = make_job(file={"url": "https://a.example/x.iso?signature=abcdef"})
    assert passes(job, words="a.example x.iso")
    assert not passes(job, words="abcdef")


def test_sharp_s_and_capitals_do_not_matter():
    assert passes(make_job("Straße.pdf"), words="STRASSE")


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        ({"group": Group.RETRYING}, True),
        ({"group": Group.HELD}, False),
        ({"category": "Disk images"}, True),
        ({"category": "Music"}, False),
        ({"folder": Path("/srv/Images")}, True),
        ({"folder": Path("/srv")}, False),
        ({"group": Group.RETRYING, "category": "Disk images", "words": "debian"}, True),
        ({"group": Group.ACTIVE, "category": "Disk images", "words": "debian"}, False),
    ],
)
def test_all_that_is_wanted_must_hold(wanted, fits):
    assert passes(JOB, "Disk images", **wanted) is fits


def test_a_job_that_was_renamed_is_found_by_its_new_name():
    entry = Entry(active("old.bin"), None)
    assert JobFilter(words="old").test()(entry)
    entry.replace(replace(entry.job, name="new.bin", files=()))
    assert not JobFilter(words="old").test()(entry)
    assert JobFilter(words="new").test()(entry)


def test_one_test_serves_jobs_that_change_their_state():
    passing = JobFilter(words="paused").test()
    entry = Entry(active(), None)
    assert not passing(entry)
    entry.replace(paused())
    assert passing(entry)


def test_only_a_filter_without_wishes_shows_all():
    assert JobFilter().shows_all
    assert JobFilter(words="  ").shows_all
    assert not JobFilter(words="a").shows_all
    assert not JobFilter(group=Group.DONE).shows_all
    assert JobFilter(group=Group.DONE).with_words("a") == JobFilter(group=Group.DONE, words="a")


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (JobFilter(words=" one two "), "No job matches “one two”"),
        (JobFilter(group=Group.RETRYING), "No job is retrying"),
        (JobFilter(group=Group.FAILED), "No job has failed"),
        (JobFilter(group=Group.FAILED, words="x"), "No job matches “x”"),
        (JobFilter(folder=Path("/srv")), "There is no such job any more"),
        (JobFilter(words="a\u202eb"), "No job matches “a�b”"),
    ],
)
def test_says_what_it_looked_for_when_there_is_nothing(wanted, sentence):
    assert wanted.nothing_found() == sentence


def test_held_jobs_are_found_by_what_holds_them():
    assert passes(held(), words="on hold space")
    assert passes(failed(), words="failed")
