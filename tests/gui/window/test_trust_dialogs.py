"""From the list to a sign-in or a certificate and back to a job that goes on."""

from __future__ import annotations

import ssl
from dataclasses import replace
from pathlib import Path

import pytest
import trustme
from hands import button, select, settled
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton
from shiboken6 import isValid

from dialog_hands import named, press
from engine import ErrorKind, JobState, KeyringState, ServerCertificates
from fake_engine import FakeEngine, active, failed, make_error
from gui.bridge import EngineBridge
from gui.certificate_dialog import CertificateDialog
from gui.commands import Commands, Desktop
from gui.main_window import MainWindow
from gui.opening import OpeningBox
from gui.sign_in_dialog import SignInDialog

HOST = "files.example.org"


def wants_sign_in(name="locked.iso", host=HOST, **changes):
    error = make_error(ErrorKind.CREDENTIALS_NEEDED, host, http_status=401, **changes)
    return failed(name, host=host, gave_up=False, error=error)


def wants_proxy(name="proxied.iso"):
    error = make_error(ErrorKind.PROXY_CREDENTIALS_NEEDED, "http://proxy.example:3128")
    return failed(name, gave_up=False, error=error)


def wants_trust(name="odd.iso"):
    error = make_error(ErrorKind.CERTIFICATE_REJECTED, HOST)
    return failed(name, host=HOST, gave_up=False, error=error)


@pytest.fixture
def opened():
    return []


@pytest.fixture
async def make(appearance, preferences, memory, qtbot, opened):
    def make(*jobs):
        engine = FakeEngine(*jobs)
        bridge = EngineBridge(engine)
        on_desktop = Desktop(lambda path: opened.append(path) or True, lambda path: True)
        commands = Commands(bridge, desktop=on_desktop)
        window = MainWindow(bridge, commands, appearance, preferences, memory)
        bridge.setParent(window)
        commands.setParent(window)
        qtbot.addWidget(window)
        window.show()
        bridge.start()
        window.engine = engine
        return window

    return make


def dialog_of(kind):
    (dialog,) = [one for one in QApplication.topLevelWidgets() if shown(one, kind)]
    return dialog


def shown(widget, kind):
    return isinstance(widget, kind) and widget.isVisible()


def state(window, job):
    return window.engine.job(job.id).state


def words(dialog):
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def fill_in(dialog, qtbot, user="ada", password="pw"):
    qtbot.keyClicks(dialog.user, user)
    qtbot.keyClicks(dialog.password.line, password)
    qtbot.keyClick(dialog.password.line, Qt.Key.Key_Return)


# --- where it is offered


async def test_it_is_the_first_thing_in_menu_toolbar_and_details(make):
    window = make(wants_sign_in(), active())
    commands = window._commands
    assert not commands.sign_in.isVisible()
    select(window, "locked.iso")
    assert commands.sign_in.isVisible()
    assert commands.sign_in.isEnabled()
    in_toolbar = button(window, "Sign in")
    await settled(in_toolbar.isVisible)
    first = next(action for action in window._menus[2].actions() if action.isVisible())
    assert first is commands.sign_in
    advice = [one for one in window.details.findChildren(QPushButton) if one.text() == "Sign in…"]
    assert [one.isVisible() for one in advice] == [True]
    select(window, "active.iso")
    assert not commands.sign_in.isVisible()
    await settled(in_toolbar.isHidden)


@pytest.mark.parametrize("way", ["enter", "advice", "action"])
async def test_enter_the_advice_and_the_command_all_ask(make, qtbot, way):
    window = make(wants_sign_in())
    select(window, "locked.iso")
    if way == "enter":
        qtbot.keyClick(window.jobs, Qt.Key.Key_Return)
    elif way == "advice":
        press(window.details, QPushButton, "Sign in…")
    else:
        window._commands.sign_in.trigger()
    dialog_of(SignInDialog).reject()


# --- signing in


async def test_enter_signs_in_and_the_job_goes_on(make, qtbot):
    job = wants_sign_in()
    window = make(job)
    window._commands.sign_in_asked.emit([job])
    fill_in(dialog_of(SignInDialog), qtbot)
    await settled(lambda: state(window, job) is JobState.QUEUED)
    assert window.engine.commands == [("sign_in", job.id, ("ada", "pw", ""), False)]
    assert not [one for one in QApplication.topLevelWidgets() if shown(one, SignInDialog)]


async def test_a_token_instead(make, qtbot):
    job = wants_sign_in()
    window = make(job)
    window._commands.sign_in_asked.emit([job])
    dialog = dialog_of(SignInDialog)
    dialog.kind.setCurrentText("Token")
    assert not dialog.user.isVisible()
    qtbot.keyClicks(dialog.token.line, " t0k ")
    qtbot.keyClick(dialog.token.line, Qt.Key.Key_Return)
    await settled(lambda: window.engine.commands)
    assert window.engine.commands == [("sign_in", job.id, ("", "", "t0k"), False)]


async def test_several_jobs_of_one_server_have_one_dialog_and_all_go_on(make, qtbot):
    jobs = [wants_sign_in(f"{number}.iso") for number in range(3)]
    window = make(*jobs)
    window._commands.sign_in_asked.emit(jobs)
    dialog = dialog_of(SignInDialog)
    assert "3 downloads wait for it." in words(dialog)
    assert dialog.for_all.isChecked()
    fill_in(dialog, qtbot)
    await settled(lambda: {state(window, job) for job in jobs} == {JobState.QUEUED})
    assert len(window.engine.commands) == 1
    assert not [one for one in QApplication.topLevelWidgets() if shown(one, SignInDialog)]


async def test_chosen_for_these_alone_each_gets_it(make, qtbot):
    jobs = [wants_sign_in(f"{number}.iso") for number in range(2)]
    other = wants_sign_in("other.iso")
    window = make(*jobs, other)
    window._commands.sign_in_asked.emit(jobs)
    dialog = dialog_of(SignInDialog)
    dialog.for_all.setChecked(False)
    fill_in(dialog, qtbot)
    await settled(lambda: {state(window, job) for job in jobs} == {JobState.QUEUED})
    assert state(window, other) is JobState.ERROR


async def test_servers_are_asked_about_one_after_the_other(make, qtbot):
    jobs = [wants_sign_in("a.iso"), wants_sign_in("b.iso", "other.example"), wants_proxy()]
    window = make(*jobs)
    window._commands.sign_in_asked.emit(jobs)
    for host in (HOST, "other.example", "proxy.example:3128"):
        dialog = dialog_of(SignInDialog)
        assert dialog.asked.host == host
        fill_in(dialog, qtbot)
    await settled(lambda: {state(window, job) for job in jobs} == {JobState.QUEUED})
    assert window.engine.commands[2] == ("sign_in_to_proxy", jobs[2].id, ("ada", "pw", ""))


async def test_asked_again_the_same_dialog_takes_the_other_job_in(make, qtbot):
    jobs = [wants_sign_in("a.iso"), wants_sign_in("b.iso")]
    window = make(*jobs)
    for job in jobs:
        window._commands.sign_in_asked.emit([job])
    dialog = dialog_of(SignInDialog)
    dialog.for_all.setChecked(False)
    fill_in(dialog, qtbot)
    await settled(lambda: {state(window, job) for job in jobs} == {JobState.QUEUED})


async def test_goes_when_nobody_waits_for_it_any_more(make):
    job = wants_sign_in()
    window = make(job)
    window._commands.sign_in_asked.emit([job])
    dialog = dialog_of(SignInDialog)
    window.engine.put(replace(job, state=JobState.QUEUED, error=None))
    await settled(lambda: not isValid(dialog) or not dialog.isVisible())
    assert window.engine.commands == []


async def test_says_that_a_silent_keyring_keeps_nothing(make):
    job = wants_sign_in()
    window = make(job)
    window.engine.trust.keyring = KeyringState(False, "KWallet")
    window._commands.sign_in_asked.emit([job])
    dialog = dialog_of(SignInDialog)
    told = "The keyring (KWallet) gave no answer: it is kept until Holdfast ends."
    await settled(lambda: told in words(dialog))


async def test_says_who_asks_and_what_is_to_be_known(make):
    detail = "HTTP 401 Unauthorized, realm “Members”: the server refused the sign-in"
    origin = "http:xn--bcher-kva.example:8080"
    job = wants_sign_in(host="xn--bcher-kva.example:8080", detail=detail, origin=origin)
    window = make(job)
    window.engine.trust.keyring = KeyringState(False)
    window._commands.sign_in_asked.emit([job])
    dialog = dialog_of(SignInDialog)
    await settled(lambda: any("no keyring" in said for said in words(dialog)))
    said = words(dialog)
    for sentence in (
        *("bücher.example:8080", "xn--bcher-kva.example:8080", "The server says: Members"),
        *("The last sign-in was refused.",),
        "The way to this server is not encrypted: others on it may read the sign-in.",
    ):
        assert sentence in said
    assert "Members" in dialog.accessibleDescription()
    dialog.reject()


async def test_nothing_is_sent_that_is_nothing(make, qtbot):
    job = wants_sign_in()
    window = make(job)
    window._commands.sign_in_asked.emit([job])
    dialog = dialog_of(SignInDialog)
    qtbot.keyClick(dialog.user, Qt.Key.Key_Return)
    assert dialog.isVisible()
    fill_in(dialog, qtbot, user="a:b")
    assert dialog.isVisible()
    assert "A user name cannot contain a colon." in words(dialog)
    dialog.reject()
    assert window.engine.commands == []


async def test_the_properties_ask_for_a_job_that_nobody_refused(make, qtbot):
    job = active()
    window = make(job)
    window.dialogs.trust.offer_sign_in(job)
    fill_in(dialog_of(SignInDialog), qtbot)
    await settled(lambda: window.engine.commands)
    assert window.engine.commands == [("sign_in", job.id, ("ada", "pw", ""), False)]


# --- certificates


@pytest.fixture(scope="module")
def chain():
    authority = trustme.CA()
    leaf = authority.issue_cert(HOST, common_name=HOST)
    pems = [leaf.cert_chain_pems[0].bytes(), authority.cert_pem.bytes()]
    return tuple(ssl.PEM_cert_to_DER_cert(pem.decode()) for pem in pems)


async def test_shows_what_the_server_shows_and_trusts_it_for_this_job(make, chain, qtbot):
    job, other = wants_trust(), wants_trust("other.iso")
    window = make(job, other)
    problem = "self-signed certificate in certificate chain"
    window.engine.trust.chains[HOST] = ServerCertificates(HOST, 443, chain, problem)
    select(window, "odd.iso")
    window._commands.show_certificate.trigger()
    dialog = dialog_of(CertificateDialog)
    await settled(lambda: dialog.sha256)
    assert "Its certificate is signed by an authority that this computer does not know." in words(
        dialog
    )
    assert named(dialog, QListWidget, "Certificates, the server's own first").count() == 2
    assert dialog.close_button.isDefault()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text().replace(":", "").lower() == dialog.sha256
    fingerprint = dialog.sha256
    dialog.trust.click()
    await settled(lambda: state(window, job) is JobState.QUEUED)
    assert window.engine.job(job.id).pins == (f"{HOST}:443 {fingerprint}",)
    assert state(window, other) is JobState.ERROR
    assert window.engine.job(other.id).pins == ()


async def test_enter_trusts_nobody(make, chain, qtbot):
    job = wants_trust()
    window = make(job)
    window.engine.trust.chains[HOST] = ServerCertificates(HOST, 443, chain, "has expired")
    window._commands.certificate_asked.emit(job)
    dialog = dialog_of(CertificateDialog)
    await settled(lambda: dialog.sha256)
    chosen = named(dialog, QListWidget, "Certificates, the server's own first")
    chosen.setFocus()
    qtbot.keyClick(chosen, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert window.engine.job(job.id).pins == ()


async def test_another_certificate_than_the_accepted_one_is_said(make, chain):
    job = replace(wants_trust(), pins=(f"{HOST}:443 {'ab' * 32}",))
    window = make(job)
    window.engine.trust.chains[HOST] = ServerCertificates(HOST, 443, chain, "other")
    window._commands.certificate_asked.emit(job)
    dialog = dialog_of(CertificateDialog)
    await settled(lambda: dialog.sha256)
    assert any("not the certificate that you have trusted" in said for said in words(dialog))
    dialog.reject()


async def test_one_that_is_in_order_by_now_needs_no_trust(make, chain):
    job = wants_trust()
    window = make(job)
    window.engine.trust.chains[HOST] = ServerCertificates(HOST, 443, chain)
    window._commands.certificate_asked.emit(job)
    dialog = dialog_of(CertificateDialog)
    await settled(lambda: dialog.sha256)
    assert "Its certificate is in order now." in words(dialog)
    assert not dialog.trust.isVisible()
    dialog.reject()


async def test_a_server_that_shows_nothing_is_spoken_of(make):
    job = wants_trust()
    window = make(job)
    window._commands.certificate_asked.emit(job)
    dialog = dialog_of(CertificateDialog)
    await settled(lambda: "The server shows no certificate." in words(dialog))
    assert not dialog.trust.isVisible()
    dialog.reject()


async def test_closing_stops_the_question(make):
    job = wants_trust()
    window = make(job)
    window.engine.trust.is_silent = True
    window._commands.certificate_asked.emit(job)
    dialog = dialog_of(CertificateDialog)
    await settled(lambda: window.engine.trust.asked == [job.id])
    assert "Asking the server…" in words(dialog)
    dialog.reject()
    await settled(lambda: window.engine.trust.stopped == 1)


# --- without encryption


async def test_leave_to_go_on_unencrypted_is_for_the_job_and_given_on_purpose(make, qtbot):
    detail = "redirect from https to http: http://files.example.org/x"
    error = make_error(ErrorKind.REDIRECT_REFUSED, detail=detail)
    job = failed("down.iso", gave_up=False, error=error)
    window = make(job)
    select(window, "down.iso")
    qtbot.keyClick(window.jobs, Qt.Key.Key_Return)
    assert not window.engine.job(job.id).allow_downgrade
    press(window.details, QPushButton, "Allow for this job")
    assert window.engine.job(job.id).allow_downgrade
    assert state(window, job) is JobState.QUEUED


# --- files that run something


@pytest.fixture
def script(tmp_path):
    file = tmp_path / "run.sh"
    file.write_text("#!/bin/sh\n")
    return file


def delivered(path: Path):
    return failed(
        path.name,
        state=JobState.ACKNOWLEDGED,
        error=None,
        folder=path.parent,
        file={"path": path, "url": "https://xn--bcher-kva.example/run.sh"},
    )


async def test_a_script_is_asked_about_and_not_opened_by_enter(make, script, opened, qtbot):
    window = make(delivered(script))
    select(window, "run.sh")
    qtbot.keyClick(window.jobs, Qt.Key.Key_Return)
    await settled(lambda: [one for one in QApplication.topLevelWidgets() if shown(one, OpeningBox)])
    box = dialog_of(OpeningBox)
    assert box.text() == "Open run.sh?"
    assert "It came from bücher.example." in box.informativeText()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert not box.isVisible()
    assert opened == []


async def test_it_is_opened_by_whoever_insists(make, script, opened, qtbot):
    window = make(delivered(script))
    window._commands.open_path(script)
    await settled(lambda: [one for one in QApplication.topLevelWidgets() if shown(one, OpeningBox)])
    press(dialog_of(OpeningBox), QPushButton, "Open")
    assert opened == [script]


async def test_several_are_asked_about_once_and_pictures_are_just_shown(
    make, script, opened, tmp_path
):
    picture = tmp_path / "photo.jpg"
    picture.write_bytes(b"\xff\xd8\xff")
    other = tmp_path / "setup.exe"
    other.touch()
    window = make()
    for path in (script, picture, other):
        window._commands.open_path(path)
    assert opened == [picture]
    await settled(lambda: [one for one in QApplication.topLevelWidgets() if shown(one, OpeningBox)])
    box = dialog_of(OpeningBox)
    assert box.text() == "Open 2 files that do more than show what is in them?"
    assert "run.sh" in box.informativeText()
    box.reject()
    assert opened == [picture]
