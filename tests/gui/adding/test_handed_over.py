"""In the dialog: what a browser sends, and the job that waits for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from dialog_parts import accepted, row
from PySide6.QtTest import QSignalSpy

from engine import FileState, JobState, Validator
from fake_engine import MB, failed, paused
from gui.adding import words
from gui.adding.duplicates import Choice, Same
from gui.adding.rows import Update
from gui.browsers.handover import Handover

URL = "https://h.example/x.iso?signature=new"
COOKIE = (("Cookie", "sid=pl4nt"),)


@pytest.fixture(autouse=True)
def no_looks(preferences):
    """No server is asked, so that no loop has to run."""
    preferences.change(look_at_links=False)


def handed(url=URL, **changes):
    return Handover(url, **{"headers": COOKIE, "first_url": url, "size": MB, **changes})


def waiting(make=failed, **file):
    known = {"url": "https://h.example/x.iso?signature=old", "size": MB, "state": FileState.FAILED}
    return make("x.iso", file={**known, **file})


def take_over(dialog, given):
    dialog.take_over(given)
    while dialog._steps is not None:
        dialog._judge_on()


def test_what_the_browser_knows_is_shown_and_its_headers_go_along(dialog):
    take_over(dialog, handed("https://h.example/get?id=5", name="report.pdf"))
    one = dialog._form.one
    assert one.name.text() == "report.pdf"
    assert one.sentence.text() == "1.0 MB · h.example · sent by the browser"
    specs, start = accepted(dialog)
    (file,) = specs[0].files
    assert start
    assert (file.name, file.proposed_name, file.headers) == (None, "report.pdf", COOKIE)
    assert specs[0].headers == ()


def test_the_server_is_not_asked_again(make_dialog, preferences, engine):
    """A link that works once has worked for the browser; the next time has to be the job's."""
    preferences.change(look_at_links=True)
    dialog = make_dialog()
    take_over(dialog, handed())
    dialog._ask()
    assert not row(dialog).is_asked
    assert "waiting, 0 told" in repr(dialog._probes)
    assert repr(dialog._probes).startswith("<Probes 0 asking, 0 waiting")


def test_a_job_that_waits_is_offered_the_link_first(make_dialog, preferences):
    job = waiting()
    dialog = make_dialog([job])
    take_over(dialog, handed())
    assert row(dialog).duplicate.same is Same.WAITING
    assert row(dialog).choice is Choice.UPDATE
    choices = dialog._form.one.choices
    assert choices.currentText() == "Update the link of the waiting job and go on"
    assert choices.itemText(0) == "Add with a number"
    assert "waits for this file" in dialog._form.one.sentence.text()
    assert dialog._add.text() == "&Go on with the new link"
    told = QSignalSpy(dialog.link_change_chosen)
    dialog.accept()
    assert told.at(0) == [Update(job.id, 0, URL, COOKIE)]


def test_it_may_be_added_beside_the_job_all_the_same(make_dialog):
    dialog = make_dialog([waiting()])
    take_over(dialog, handed())
    dialog._table.choose([0], Choice.NUMBER)
    specs, _ = accepted(dialog)
    assert [file.headers for file in specs[0].files] == [COOKIE]


def test_a_job_whose_link_has_not_changed_may_get_new_headers(make_dialog):
    """Its session has ended, not its link."""
    job = waiting(url=URL)
    dialog = make_dialog([job])
    take_over(dialog, handed())
    assert (row(dialog).duplicate.same, row(dialog).choice) == (Same.WAITING, Choice.UPDATE)


def test_another_file_is_no_update(make_dialog):
    dialog = make_dialog([waiting(validator=Validator('"v1"'))])
    take_over(dialog, handed(etag='"v2"'))
    # They have the same name, no more.
    assert (row(dialog).duplicate.same, row(dialog).choice) == (Same.NAME, Choice.NUMBER)
    dialog = make_dialog([waiting()])
    take_over(dialog, handed(size=MB + 1))
    assert (row(dialog).duplicate.same, row(dialog).choice) == (Same.NAME, Choice.NUMBER)


def test_a_job_that_goes_meanwhile_waits_no_more(make_dialog, bridge):
    job = waiting(paused)
    dialog = make_dialog([job])
    take_over(dialog, handed())
    dialog._follow_jobs([], [job.id])
    dialog._settle_some()
    assert row(dialog).duplicate is None
    assert job.state is JobState.SUSPENDED


def test_a_link_that_was_typed_is_asked_about_as_ever(make_dialog):
    """It is no sign of an expired link that somebody types another one."""
    dialog = make_dialog([waiting(name="y.iso")])
    dialog.offer([URL])
    while dialog._steps is not None:
        dialog._judge_on()
    assert row(dialog).duplicate is None


def test_headers_stay_with_their_links_in_one_job(dialog):
    take_over(dialog, handed("https://a.example/1"))
    take_over(dialog, handed("https://b.example/2", headers=(("Cookie", "other=1"),)))
    dialog._form.as_one_job.setChecked(True)
    specs, _ = accepted(dialog)
    (spec,) = specs
    assert spec.headers == ()
    assert [file.headers for file in spec.files] == [COOKIE, (("Cookie", "other=1"),)]


def test_nothing_secret_is_shown(dialog):
    take_over(dialog, handed())
    shown = words.sentence(row(dialog))[0] + repr(row(dialog)) + dialog._form.links.toPlainText()
    assert "pl4nt" not in shown
    assert row(dialog).folder == Path("/home/ada/Downloads")
