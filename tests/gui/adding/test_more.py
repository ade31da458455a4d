"""The fields for the few: what they come to, and what is said of wrong values."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox

from engine import DEFAULT, FileSpec, JobSpec, MeteredPolicy, Priority, SignIn
from gui.adding.more import More
from gui.fields import ProblemLabel
from gui.secret_field import SecretField

SHA = "sha256:" + "a" * 64
JOB = JobSpec((), Path("/srv"))


@pytest.fixture
def more(qtbot):
    more = More()
    qtbot.addWidget(more)
    more.show()
    more.button.click()
    return more


def problems(more):
    return [label.text() for label in more.findChildren(ProblemLabel) if label.isVisible()]


def test_is_closed_at_first_and_tells_when_it_opens(qtbot):
    more = More()
    qtbot.addWidget(more)
    more.show()
    assert not more.fields.isVisible()
    with qtbot.waitSignal(more.opened):
        more.button.click()
    assert more.fields.isVisible()
    more.button.click()
    assert not more.fields.isVisible()


def test_leaves_everything_as_it_is_at_first(more):
    mould = more.fields.mould(JOB, as_one_job=False)
    assert (mould.job, mould.file, mould.as_one_job) == (JOB, FileSpec(""), False)
    assert more.fields.problem == ""


def test_what_is_chosen_becomes_part_of_the_job(more):
    fields = more.fields
    fields.rate.set_value(2 << 20)
    fields.connections.set_value(3)
    fields.priority.set_value(Priority.LOW)
    fields.delay.set_value(120)
    fields.metered.set_value(MeteredPolicy.NEVER)
    fields.checksum.setText(SHA)
    fields.trust.user.setText("ada")
    fields.trust.password.line.setText("pw:d")
    fields.headers.setPlainText("Referer: https://a.example\n\nX-Y:  z ")
    job, file, is_one = fields.mould(JOB, as_one_job=True)
    assert (job.rate_limit, job.connections, job.priority) == (2 << 20, 3, Priority.LOW)
    assert (job.minimum_retry_delay, job.metered) == (120.0, MeteredPolicy.NEVER)
    assert job.headers == (("Referer", "https://a.example"), ("X-Y", "z"))
    assert (job.login, is_one) == (SignIn("ada", "pw:d"), True)
    assert file.checksum.value == "a" * 64
    assert JOB.minimum_retry_delay is DEFAULT


def test_a_list_of_checksums_may_be_a_link_or_a_file(more, tmp_path):
    fields = more.fields
    fields.checksum.setText("https://a.example/SHA256SUMS")
    assert fields.mould(JOB, False).file.checksum_file == "https://a.example/SHA256SUMS"
    sums = tmp_path / "SHA256SUMS"
    sums.touch()
    fields.checksum.setText(str(sums))
    assert fields.mould(JOB, False).file.checksum_file == str(sums)
    fields.judge(many=True)
    assert problems(more) == []


@pytest.mark.parametrize(
    ("field", "text", "problem"),
    [
        ("checksum", "md5:123", "A md5 checksum has 32 digits, not 3."),
        ("checksum", "ftp://a.example/sums", "Only http and https links can be transferred, not"),
        ("checksum", "/no/such/file", "There is no file /no/such/file."),
        ("checksum", "~nobody-of-this-name/x", ""),
    ],
)
def test_says_beside_the_field_what_is_wrong(more, field, text, problem):
    getattr(more.fields, field).setText(text)
    more.fields.judge(many=False)
    (said,) = problems(more)
    assert said.startswith(problem)
    assert more.fields.problem == said


def test_says_which_header_is_none_without_repeating_it(more):
    more.fields.headers.setPlainText("Referer: x\nhunter2\nalso: \x7f")
    more.fields.judge(many=False)
    assert problems(more) == ["Line 2 is not a header: write Name: value."]


def test_one_checksum_cannot_be_that_of_many_files(more):
    more.fields.checksum.setText(SHA)
    more.fields.judge(many=False)
    assert problems(more) == []
    more.fields.judge(many=True)
    assert "SHA256SUMS" in problems(more)[0]


def test_every_field_has_a_name_and_the_password_is_hidden(more):
    kinds = (QComboBox, QSpinBox, QLineEdit, QPlainTextEdit)
    fields = [field for kind in kinds for field in more.fields.findChildren(kind)]
    named = [field for field in fields if not field.objectName().startswith("qt_spinbox")]
    assert all(field.accessibleName() for field in named)
    for secret in more.findChildren(SecretField):
        assert secret.line.echoMode() is QLineEdit.EchoMode.Password
