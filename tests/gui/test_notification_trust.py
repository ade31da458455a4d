"""A job that waits for a sign-in or for trust says so on the desktop, with the button for it."""

from __future__ import annotations

import asyncio
import dataclasses

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from shiboken6 import isValid

from engine import ErrorKind, JobState, NewsKind
from fake_engine import FakeEngine, failed, make_error
from gui.app import Front
from gui.certificate_dialog import CertificateDialog
from gui.notifications.note import group_of, note_of
from gui.sign_in_dialog import SignInDialog


def stopped(name, kind, subject="files.example.org", **changes):
    return failed(name, gave_up=False, error=make_error(kind, subject, **changes))


LOCKED = stopped("locked.iso", ErrorKind.CREDENTIALS_NEEDED)
TOO = stopped("too.iso", ErrorKind.CREDENTIALS_NEEDED)
ODD = stopped("odd.iso", ErrorKind.CERTIFICATE_REJECTED)
DOWN = stopped("down.iso", ErrorKind.REDIRECT_REFUSED, detail="redirect from https to http: x")
GONE = stopped("gone.iso", ErrorKind.NOT_FOUND)


@pytest.fixture
async def front(tmp_path, qapp):
    (tmp_path / "home").mkdir(mode=0o700)
    front = Front(FakeEngine(LOCKED, TOO, ODD, GONE), tmp_path / "home")
    front.begin([], hidden=False)
    yield front
    if isValid(front.window):
        front.hide()
        await front.close()
    await asyncio.sleep(0)
    QApplication.setQuitOnLastWindowClosed(True)


def note_about(job):
    return note_of(NewsKind.JOB_ERROR, job)


def dialogs(kind):
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]


@pytest.mark.parametrize(
    ("job", "keys"),
    [
        (LOCKED, ["default", "sign_in", "details"]),
        (ODD, ["default", "certificate", "details"]),
        (DOWN, ["default", "details"]),
        (GONE, ["default", "retry", "details"]),
    ],
)
def test_the_first_button_is_what_the_job_waits_for(job, keys):
    assert [key for key, _label in note_about(job).actions] == keys


def test_of_several_all_are_signed_in_or_all_are_tried_again():
    assert dict(group_of([note_about(LOCKED), note_about(TOO)]).actions)["sign_in"] == "Sign in…"
    assert dict(group_of([note_about(LOCKED), note_about(GONE)]).actions)["retry"] == "Retry all"


async def test_the_button_brings_the_window_and_asks(front):
    front.window.hide()
    front.deeds.do("sign_in", group_of([note_about(LOCKED), note_about(TOO)]))
    assert front.window.isVisible()
    (dialog,) = dialogs(SignInDialog)
    assert dialog.for_all.isChecked()
    dialog.reject()


async def test_the_line_in_the_window_has_the_button_too(front):
    front._say_in_window(note_about(LOCKED))
    buttons = front.window.messages.findChildren(QPushButton)
    (button,) = [one for one in buttons if one.text() == "Sign in…"]
    button.click()
    (dialog,) = dialogs(SignInDialog)
    dialog.reject()


async def test_the_certificate_is_shown(front):
    front.deeds.do("certificate", note_about(ODD))
    (dialog,) = dialogs(CertificateDialog)
    dialog.reject()


@pytest.mark.parametrize("action", ["sign_in", "certificate"])
async def test_of_a_job_that_goes_on_already_nothing_is_asked(front, action):
    engine = front.bridge._engine
    for job in (LOCKED, ODD):
        engine.put(dataclasses.replace(job, state=JobState.QUEUED, error=None))
    front.bridge.look_again([LOCKED.id, ODD.id])
    front.deeds.do(action, note_about(LOCKED if action == "sign_in" else ODD))
    assert not dialogs(SignInDialog)
    assert not dialogs(CertificateDialog)
