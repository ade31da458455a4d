"""The fields of trust in "More": what they come to, and what is said of wrong values."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import trustme

from certificate_files import pem_file, pkcs12_file
from engine import ClientCertificate, JobSpec, ProbeSpec, SignIn
from gui.adding.more import More
from gui.fields import ProblemLabel

JOB = JobSpec((), Path("/srv"))


@pytest.fixture
def fields(qtbot):
    more = More()
    qtbot.addWidget(more)
    more.show()
    more.button.click()
    yield more.fields
    more.close()


@pytest.fixture
def pem(tmp_path):
    return pem_file(tmp_path, trustme.CA().issue_cert("me@example.org"))


def made(fields):
    return fields.mould(JOB, as_one_job=False).job


def problems(fields):
    fields.judge(many=False)
    return [label.text() for label in fields.findChildren(ProblemLabel) if label.isVisible()]


def test_a_token_goes_instead_of_a_password(fields):
    fields.trust.token.line.setText(" t0k ")
    assert made(fields).login == SignIn(token="t0k")
    assert problems(fields) == []
    fields.trust.user.setText("ada")
    assert problems(fields) == ["Either a user name and a password, or a token."]
    assert fields.problem


def test_a_user_name_has_no_colon(fields):
    fields.trust.user.setText("a:b")
    assert problems(fields) == ["A user name cannot contain a colon."]


def test_a_way_and_certificates_of_its_own(fields, pem):
    trust = fields.trust
    trust.proxy.set_value("socks5h://user:pw@proxy.example:1080")
    trust.certificate.line.setText(str(pem))
    trust.certificate_password.line.setText("open")
    trust.authorities.line.setText(str(pem))
    trust.downgrade.setChecked(True)
    assert made(fields) == replace(
        JOB,
        proxy="socks5h://user:pw@proxy.example:1080",
        client_certificate=pem,
        client_certificate_password="open",
        ca_file=pem,
        allow_downgrade=True,
    )
    assert fields.question() == ProbeSpec(
        "",
        ca_file=pem,
        proxy="socks5h://proxy.example:1080",
        allow_downgrade=True,
        client_certificate=ClientCertificate(pem, "open"),
    )


def test_no_proxy_is_a_way_too(fields):
    fields.trust.proxy.set_value("none")
    assert made(fields).proxy == "none"
    assert problems(fields) == []


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("", "Write the address of the proxy"),
        ("ftp://proxy.example", "The address of a proxy begins with http://"),
        ("http://proxy.example:99999", "The port in"),
    ],
)
def test_a_proxy_needs_an_address(fields, address, problem):
    fields.trust.proxy.set_value("http://x.example")
    fields.trust.proxy.line.setText(address)
    (said,) = problems(fields)
    assert said.startswith(problem)


def test_files_are_looked_for_where_they_are_named(fields, pem):
    fields.trust.certificate.line.setText("/no/such/file")
    fields.trust.authorities.line.setText("~nobody-of-this-name/x")
    assert problems(fields)[0] == "There is no file /no/such/file."
    assert len(problems(fields)) == 2
    assert made(fields) == JOB


def test_what_is_no_certificate_is_refused_where_it_is_named(fields, tmp_path, pem, qtbot):
    page = tmp_path / "page.pem"
    page.write_text("no certificate at all")
    fields.trust.certificate.line.setText(str(page))
    fields.trust.authorities.line.setText(str(page))
    qtbot.waitUntil(lambda: len(problems(fields)) == 2)
    assert problems(fields) == [
        f"{page} holds no client certificate, neither PEM nor PKCS#12.",
        f"There are no certificates (PEM) in {page}.",
    ]
    assert fields.problem
    fields.trust.certificate.line.setText(str(pem))
    fields.trust.authorities.line.setText(str(pem))
    assert problems(fields) == []


def test_a_certificate_that_its_password_does_not_open_is_refused_there(fields, tmp_path, qtbot):
    locked = pkcs12_file(tmp_path, trustme.CA().issue_cert("me@example.org"), "right")
    fields.trust.certificate.line.setText(str(locked))
    begin = f"The client certificate {locked} cannot be opened"
    qtbot.waitUntil(lambda: problems(fields) == [f"{begin} without its password."])
    fields.trust.certificate_password.line.setText("wrong")
    assert problems(fields) == []
    qtbot.waitUntil(lambda: problems(fields) == [f"{begin} with this password."])
    fields.trust.certificate_password.line.setText("right")
    assert problems(fields) == []
    assert made(fields).client_certificate == locked


def test_its_password_can_be_written_once_there_is_a_certificate(fields, pem, qtbot):
    assert not fields.trust.certificate_password.isEnabled()
    qtbot.keyClicks(fields.trust.certificate.line, str(pem))
    assert fields.trust.certificate_password.isEnabled()


def test_netrc_is_read_only_on_request(fields, tmp_path, monkeypatch):
    monkeypatch.setenv("NETRC", str(tmp_path / "secrets"))
    assert made(fields).netrc is None
    fields.trust.netrc.setChecked(True)
    assert problems(fields) == [f"There is no file {tmp_path / 'secrets'}."]
    (tmp_path / "secrets").touch()
    assert problems(fields) == []
    assert made(fields).netrc == tmp_path / "secrets"


def test_secrets_are_shown_only_on_request_and_not_for_ever(fields):
    secret = fields.trust.password
    secret.line.setText("pw")
    secret.reveal.click()
    assert secret.line.echoMode() is secret.line.EchoMode.Normal
    secret.clear()
    assert secret.line.echoMode() is secret.line.EchoMode.Password
