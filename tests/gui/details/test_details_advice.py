"""Every error has its advice, and a button only where the engine will obey."""

from __future__ import annotations

import re

import pytest

from engine import Act, ErrorKind, JobState
from engine.errors import REMEDIES
from fake_engine import active, done, failed, held, make_error, retrying
from gui.details.advice import Deed, advice, advice_for, label

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("kind", list(ErrorKind))
def test_every_kind_of_error_has_advice_in_whole_sentences(kind):
    text, deed = advice_for(kind)
    assert text[0].isupper()
    assert text.endswith(".")
    assert not re.search(r"0x|\bHTTP\b|\b\d{3}\b", text)
    assert deed is None or label(deed)


def test_no_two_kinds_have_the_same_advice():
    texts = [advice_for(kind).text for kind in ErrorKind]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("kind", [kind for kind in ErrorKind if REMEDIES[kind].act is Act.RETRY])
def test_what_is_retried_anyway_can_be_retried_now(kind):
    assert advice_for(kind).deed is Deed.RETRY


def test_a_job_without_an_error_needs_no_advice():
    assert advice(active()) is None
    assert advice(done(error=make_error(ErrorKind.SERVER_BUSY))) is None
    assert advice(active(error=make_error(ErrorKind.SERVER_BUSY))) is None


def test_the_deed_fits_the_error():
    def deed(job):
        return advice(job).deed

    assert deed(retrying()) is Deed.RETRY
    assert deed(failed()) is Deed.RETRY
    assert deed(failed(error=make_error(ErrorKind.NOT_FOUND))) is Deed.CHANGE_LINK
    assert deed(held(error=make_error(ErrorKind.METERED))) is Deed.RUN_ANYWAY
    assert deed(held()) is Deed.SHOW_FOLDER
    assert deed(held(error=make_error(ErrorKind.OFFLINE))) is None
    assert deed(failed(error=make_error(ErrorKind.CREDENTIALS_NEEDED))) is Deed.SIGN_IN
    assert deed(failed(error=make_error(ErrorKind.CERTIFICATE_REJECTED))) is Deed.SHOW_CERTIFICATE


def test_what_only_helps_a_job_that_stopped_is_offered_to_no_other():
    for kind in (ErrorKind.CREDENTIALS_NEEDED, ErrorKind.CERTIFICATE_REJECTED):
        assert advice(retrying(error=make_error(kind))).deed is None


def test_leave_is_asked_for_where_a_server_gives_up_encryption_and_nowhere_else():
    down = make_error(ErrorKind.REDIRECT_REFUSED, detail="redirect from https to http: http://h/")
    assert advice(failed(error=down)).deed is Deed.ALLOW_DOWNGRADE
    elsewhere = make_error(ErrorKind.REDIRECT_REFUSED, detail="redirect to ftp://h/")
    assert advice(failed(error=elsewhere)).deed is Deed.CHANGE_LINK


def test_what_is_all_here_is_not_fetched_again():
    job = failed(state=JobState.TRANSFERRED, error=make_error(ErrorKind.DISK_FAILED))
    assert advice(job).deed is None
