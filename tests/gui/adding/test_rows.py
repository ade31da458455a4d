"""What the rows come to: jobs, replacements, links to go on with, and what is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine import ErrorKind, FileSpec, JobSpec, Priority, Probe
from fake_engine import MB, done, failed, make_error, make_job, paused
from gui.adding import words
from gui.adding.duplicates import Choice, Duplicate, Same
from gui.adding.judging import Wanted
from gui.adding.rows import Mould, Row, Tally, Update, orders, tally
from gui.formatting import Tone

HERE = Path("/home/ada/Downloads")
MOULD = Mould(JobSpec((), HERE, priority=Priority.HIGH), FileSpec("", checksum_file="/sums"))


def row(name="x.iso", **changes):
    url = f"https://a.example/{name}"
    return Row(Wanted(url, url), folder=HERE, **changes)


def same(job, wish=None, kind=Same.NAME, **changes):
    return row(job.name, duplicate=Duplicate(kind, job), wish=wish, **changes)


def test_every_link_becomes_a_job_in_its_folder():
    there = row("b.iso", chosen_name="c.iso")
    there.folder = Path("/srv/isos")
    result = orders([row("a.iso"), there], MOULD)
    assert [(spec.folder, spec.files, spec.priority) for spec in result.jobs] == [
        (HERE, (FileSpec("https://a.example/a.iso", None, None, "/sums"),), Priority.HIGH),
        (
            Path("/srv/isos"),
            (FileSpec("https://a.example/b.iso", "c.iso", None, "/sums"),),
            Priority.HIGH,
        ),
    ]


def test_all_links_become_one_job():
    mould = Mould(JobSpec((), HERE, name="all of it"), FileSpec(""), as_one_job=True)
    job = paused("c.iso")
    result = orders([row("a.iso"), row("b.iso"), same(job, Choice.REPLACE)], mould)
    (spec,) = result.jobs
    assert [file.url[-5:] for file in spec.files] == ["a.iso", "b.iso"]
    assert (spec.name, spec.folder) == ("all of it", HERE)
    ((job_id, other),) = result.replacements
    assert (job_id, other.name, len(other.files)) == (job.id, None, 1)


def test_each_choice_does_what_it_says():
    jobs = [failed(f"{name}.iso", size=MB) for name in "abcd"]
    rows = [same(job, choice) for job, choice in zip(jobs, Choice, strict=True)]
    result = orders(rows, MOULD)
    assert [spec.files[0].url for spec in result.jobs] == ["https://a.example/a.iso"]
    assert [job_id for job_id, _spec in result.replacements] == [jobs[1].id]
    assert result.updates == [Update(jobs[2].id, 0, "https://a.example/c.iso")]
    assert [one.job for one in result.shown] == [jobs[3]]


def test_a_job_is_replaced_or_updated_once():
    job = failed("x.iso", size=MB)
    for choice in (Choice.REPLACE, Choice.UPDATE):
        result = orders([same(job, choice), same(job, choice)], MOULD)
        assert len(result.replacements) + len(result.updates) == 1
        assert len(result.jobs) == 1


def test_a_link_with_its_sign_in_goes_to_the_engine():
    link = Wanted("https://ada:pw@a.example/x", "https://a.example/x")
    job = failed("x")
    assert orders([Row(link)], MOULD).jobs[0].files[0].url == link.text
    update = Row(link, duplicate=Duplicate(Same.NAME, job), wish=Choice.UPDATE)
    assert orders([update], MOULD).updates == [Update(job.id, 0, link.text)]


def test_a_wish_that_is_no_longer_possible_is_forgotten():
    assert same(done("x.iso"), Choice.UPDATE).choice is Choice.NUMBER


def test_the_name_is_the_persons_then_the_servers_then_the_links():
    one = row("link.iso")
    assert one.name == "link.iso"
    one.probe = Probe(one.link.url, "server.iso", 5)
    assert (one.name, one.size) == ("server.iso", 5)
    one.chosen_name = "mine.iso"
    assert one.name == "mine.iso"


def test_rows_are_counted():
    known = Probe("", "x", 3 * MB, True)
    rows = [
        row("a", probe=known),
        row("b"),
        same(paused("c.iso"), Choice.SHOW, probe=known),
        same(failed("d.iso"), Choice.UPDATE, probe=known),
    ]
    assert tally(rows) == Tally(4, 2, 1, 2, 3 * MB, 1, {HERE: 3 * MB})
    assert words.summary(tally(rows)) == (
        "4 links · 3.0 MB · 1 of unknown size · 2 are already here"
    )
    assert words.summary(tally([row("a"), row("b")])) == "2 links"


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([], "&Add links"),
        ([row()], "&Add link"),
        ([row("a"), row("b")], "&Add 2 links"),
        ([same(failed("a"), Choice.UPDATE)], "&Go on with the new link"),
        ([same(paused("a"), Choice.SHOW)], "&Show what is here"),
        ([row("b"), same(paused("a"), Choice.SHOW)], "&Add link"),
    ],
)
def test_the_button_says_what_it_does(rows, text):
    assert words.add_button(tally(rows)) == text


@pytest.mark.parametrize(
    ("one", "sentence", "tone"),
    [
        (row(), "a.example", Tone.QUIET),
        (row(is_asked=True), "Asking a.example…", Tone.QUIET),
        (row(probe=Probe("", None, 1, True)), "a.example · can be resumed", Tone.QUIET),
        (row(probe=Probe("", None, 1)), "a.example · cannot be resumed", Tone.QUIET),
        (
            row(probe=Probe("", error=make_error(ErrorKind.NOT_FOUND, "a.example"))),
            "There is no such file on a.example",
            Tone.GAVE_UP,
        ),
        (
            row(probe=Probe("", error=make_error(ErrorKind.TIMED_OUT, "a.example"))),
            "No answer from a.example",
            Tone.RETRYING,
        ),
        (same(paused("x"), kind=Same.LINK), "Already in the list: Paused", Tone.RETRYING),
        (same(paused("x")), "A job in the list has this name: Paused", Tone.RETRYING),
        (
            row(duplicate=Duplicate(Same.FILE, path=HERE / "x")),
            "The folder already has a file of this name",
            Tone.RETRYING,
        ),
    ],
)
def test_says_what_is_known(one, sentence, tone):
    assert words.sentence(one) == (sentence, tone)


@pytest.mark.parametrize(
    ("choice", "job", "size", "text"),
    [
        (Choice.NUMBER, paused(), None, "Add with a number"),
        (Choice.REPLACE, paused(), None, "Replace what is here: it begins anew"),
        (Choice.REPLACE, done(), None, "Replace what is here: its file goes to the trash"),
        (Choice.UPDATE, failed(size=5), 5, "Go on with this link: the size fits"),
        (
            Choice.UPDATE,
            failed(size=5),
            6,
            "Go on with this link: the size differs, so it may start over",
        ),
        (Choice.UPDATE, failed(), None, "Go on with this link: the job keeps what is here"),
        (Choice.SHOW, paused(), None, "Leave it out, and show what is here"),
    ],
)
def test_says_what_a_choice_means(choice, job, size, text):
    assert words.choice_in_full(choice, Duplicate(Same.NAME, job), size) == text


def test_says_how_much_fits():
    assert words.space(None, HERE, fits=True) == ""
    assert words.space(3 * MB, HERE, fits=True) == "3.0 MB free in Downloads"
    assert words.space(3 * MB, Path("/"), fits=False) == "Only 3.0 MB free in /: too little"


def test_a_job_without_files_is_no_duplicate_of_anything():
    assert Duplicate(Same.NAME, make_job(), number=7).file is None
