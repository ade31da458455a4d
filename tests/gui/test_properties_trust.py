"""Properties about trust: sign-in, proxy, certificates; for one job and for several."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
import trustme
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from certificate_files import pem_file
from dialog_hands import named, press, problems
from engine import SignIn
from fake_engine import active, done, failed
from gui.properties_dialog import PropertiesDialog
from gui.proxy_field import ProxyField

PIN = "files.example.org:443 " + "ab" * 32
OTHER_PIN = "other.example:8443 " + "cd" * 32


@pytest.fixture
def opened(qtbot, bridge, engine):
    # Without a window that stays, the end of the dialog would end the loop.
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def open_for(*jobs):
        for job in jobs:
            engine.put(job)
        dialog = PropertiesDialog(jobs, bridge, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        bridge.jobsChanged.connect(dialog.follow)
        dialog.show()
        return dialog

    bridge.start()
    return open_for


@pytest.fixture
def pem(tmp_path):
    return pem_file(tmp_path, trustme.CA().issue_cert("me@example.org"))


def write(dialog, name, text, qtbot):
    line = named(dialog, QLineEdit, name)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


async def settled(holds):
    async with asyncio.timeout(5):
        while not holds():
            await asyncio.sleep(0.005)


async def test_shows_how_the_job_has_it_and_leaves_it_so(opened, engine, pem):
    job = active(
        proxy="socks5://proxy.example:1080",
        client_certificate=pem,
        ca_file=Path("/no/such/file.pem"),
        allow_downgrade=True,
        pins=(PIN,),
    )
    dialog = opened(job)
    assert named(dialog, QLineEdit, "Address of the proxy").text() == job.proxy
    assert named(dialog, QLineEdit, "Client certificate").text() == str(pem)
    assert problems(dialog) == ["There is no file /no/such/file.pem."]
    named(dialog, QLineEdit, "Trust as well").clear()
    dialog.reject()
    assert engine.job(job.id) == job


async def test_what_is_touched_reaches_the_job(opened, engine, pem, qtbot):
    job = active()
    dialog = opened(job)
    dialog.findChild(ProxyField).choice.setCurrentText("Through this proxy")
    write(dialog, "Address of the proxy", "user:pw@proxy.example:3128", qtbot)
    write(dialog, "Client certificate", str(pem), qtbot)
    write(dialog, "Password of the certificate", "open", qtbot)
    write(dialog, "Trust as well", str(pem), qtbot)
    press(dialog, QPushButton, "OK")
    await settled(lambda: engine.trust.kept and engine.commands)
    seen = engine.job(job.id)
    assert (seen.proxy, seen.ca_file) == ("http://proxy.example:3128", pem)
    assert engine.commands == [("client_certificate", job.id, pem, "open")]
    assert engine.trust.kept == {"http://proxy.example:3128": (SignIn("user", "pw"), True)}


async def test_a_bad_certificate_is_said_and_not_taken(opened, tmp_path, qtbot):
    page = tmp_path / "page.pem"
    page.write_text("no certificate at all")
    dialog = opened(active())
    write(dialog, "Client certificate", str(page), qtbot)
    await settled(lambda: problems(dialog))
    assert problems(dialog) == [f"{page} holds no client certificate, neither PEM nor PKCS#12."]
    (ok,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "OK"]
    assert not ok.isEnabled()


async def test_a_certificate_whose_password_is_kept_elsewhere_is_left_alone(
    opened, tmp_path, qtbot
):
    locked = pem_file(tmp_path, trustme.CA().issue_cert("me@example.org"), "right")
    dialog = opened(active(client_certificate=locked))
    write(dialog, "Password of the certificate", "wrong", qtbot)
    await settled(lambda: problems(dialog))
    write(dialog, "Password of the certificate", "", qtbot)
    qtbot.keyClick(named(dialog, QLineEdit, "Password of the certificate"), Qt.Key.Key_Backspace)
    assert problems(dialog) == []


async def test_several_jobs_that_differ_keep_what_nobody_touched(opened, engine, pem):
    one, other = active(proxy="none", ca_file=pem), active(proxy="http://p.example:80")
    dialog = opened(one, other)
    assert named(dialog, QComboBox, "Proxy").currentText() == "different"
    assert named(dialog, QLineEdit, "Trust as well").placeholderText() == "different"
    press(dialog, QPushButton, "OK")
    assert [engine.job(job.id) for job in (one, other)] == [one, other]


async def test_a_wrong_address_is_said_and_not_taken(opened, qtbot):
    dialog = opened(active())
    dialog.findChild(ProxyField).choice.setCurrentText("Through this proxy")
    write(dialog, "Address of the proxy", "ftp://x", qtbot)
    assert problems(dialog)[0].startswith("The address of a proxy begins with")
    (ok,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "OK"]
    assert not ok.isEnabled()


async def test_the_sign_in_of_the_job_can_be_removed_and_asked_for(opened, engine):
    job = failed(has_secrets=True)
    dialog = opened(job)
    asked = QSignalSpy(dialog.sign_in_asked)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "A sign-in or headers are kept for it." in words
    press(dialog, QPushButton, "Sign in…")
    assert asked.at(0) == [job]
    remove = named(dialog, QPushButton, "Remove the sign-in of this job")
    remove.click()
    await settled(lambda: ("forget_own_sign_in", job.id) in engine.commands)
    assert not remove.isVisible()


async def test_accepted_certificates_are_listed_and_forgotten(opened, engine, bridge, qtbot):
    job = active(pins=(PIN, OTHER_PIN))
    dialog = opened(job)
    pins = named(dialog, QListWidget, "Certificates accepted for this job")
    assert pins.item(0).text().startswith("files.example.org:443   AB:AB:")
    pins.setCurrentRow(1)
    press(dialog, QPushButton, "Forget")
    assert engine.job(job.id).pins == (PIN,)
    await settled(lambda: pins.count() == 1)
    press(dialog, QPushButton, "Forget")
    await settled(lambda: not pins.isVisible())


async def test_a_job_that_is_over_shows_and_changes_nothing(opened):
    dialog = opened(done(proxy="none", pins=(PIN,)))
    for field in (named(dialog, QComboBox, "Proxy"), named(dialog, QLineEdit, "Trust as well")):
        assert not field.isEnabled()
    (forget,) = [one for one in dialog.findChildren(QPushButton) if "Forg" in one.text()]
    assert not forget.isEnabled()
