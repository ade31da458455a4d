"""The fields of "More" that are about trust: as whom to come, by which way, and whom to believe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from engine import ClientCertificate, JobSpec, ProbeSpec, SignIn, default_netrc
from gui import formatting
from gui.certificate_looks import CertificateLook
from gui.fields import ProblemLabel, SwitchField
from gui.file_field import FileField, problem_with_file
from gui.proxy_field import ProxyField, problem_with_proxy
from gui.secret_field import SecretField
from gui.sign_in_dialog import wrong_user

Row = tuple[str, QWidget, ProblemLabel | None]
"""A label, its field, and where to say what is wrong with it."""


class TrustFields(QObject):
    """Made within `parent`, which lays the rows out among its own."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.user = QLineEdit(parent)
        self.user.setAccessibleName(self.tr("User name"))
        self.password = SecretField(self.tr("Password"), parent)
        self.token = SecretField(self.tr("Token"), parent)
        self.netrc = SwitchField(self.tr("Take the sign-in from the file .netrc"), parent)
        self.netrc.setToolTip(formatting.one_line(str(default_netrc())))
        self.proxy = ProxyField(self.tr("Proxy"), parent)
        kinds = self.tr("Certificates (*.pem *.crt *.cer *.p12 *.pfx);;All files (*)")
        self.certificate = FileField(self.tr("Client certificate"), kinds, parent)
        self.certificate_password = SecretField(self.tr("Password of the certificate"), parent)
        self.authorities = FileField(self.tr("Trust as well"), kinds, parent)
        self.authorities.line.setPlaceholderText(self.tr("Certificates (PEM) of more authorities"))
        self.downgrade = SwitchField(
            self.tr("Follow servers from https to http, without encryption"), parent
        )
        self._certificate_look = CertificateLook(self)
        self._authorities_look = CertificateLook(self)
        self._user_problem = ProblemLabel(parent)
        self._token_problem = ProblemLabel(parent)
        self._netrc_problem = ProblemLabel(parent)
        self._proxy_problem = ProblemLabel(parent)
        self._certificate_problem = ProblemLabel(parent)
        self._authorities_problem = ProblemLabel(parent)
        self._wire()
        self._follow_certificate()

    @property
    def sign_in_rows(self) -> Sequence[Row]:
        """As whom to come."""
        return (
            (self.tr("&User name"), self.user, self._user_problem),
            (self.tr("Pass&word"), self.password, None),
            (self.tr("To&ken"), self.token, self._token_problem),
            ("", self.netrc, self._netrc_problem),
        )

    @property
    def way_rows(self) -> Sequence[Row]:
        """By which way, and whom to believe."""
        return (
            (self.tr("Pro&xy"), self.proxy, self._proxy_problem),
            (self.tr("Client certi&ficate"), self.certificate, self._certificate_problem),
            (self.tr("Its passwor&d"), self.certificate_password, None),
            (self.tr("Trust as well"), self.authorities, self._authorities_problem),
            ("", self.downgrade, None),
        )

    # --- what is chosen --------------------------------------------------------------------------

    @property
    def sign_in(self) -> SignIn | None:
        """A user name and a password, or a token."""
        token = self.token.text.strip()
        if token:
            return SignIn(token=token)
        user, password = self.user.text(), self.password.text
        return SignIn(user, password) if user or password else None

    @property
    def has_secrets(self) -> bool:
        """Whether there is anything that a keyring has to keep."""
        return self.sign_in is not None or bool(self.certificate_password.text)

    @property
    def problem(self) -> str:
        """The first thing that is wrong; empty when nothing is."""
        return next(filter(None, self._problems()), "")

    def judge(self) -> None:
        """Say beside each field what is wrong with it."""
        labels = (
            *(self._user_problem, self._token_problem, self._netrc_problem),
            *(self._proxy_problem, self._certificate_problem, self._authorities_problem),
        )
        for label, words in zip(labels, self._problems(), strict=True):
            label.say(words)

    def chosen(self, job: JobSpec) -> JobSpec:
        """`job` with what is chosen here."""
        certificate = self._file(self.certificate)
        return replace(
            job,
            login=self.sign_in,
            netrc=default_netrc() if self.netrc.isChecked() else None,
            proxy=self.proxy.written,
            client_certificate=certificate,
            client_certificate_password=self.certificate_password.text if certificate else "",
            ca_file=self._file(self.authorities),
            allow_downgrade=self.downgrade.isChecked(),
        )

    def question(self) -> ProbeSpec:
        """How servers are asked before there is a job; without a link."""
        path, password = self._file(self.certificate), self.certificate_password.text
        certificate = ClientCertificate(path, password) if path else None
        return ProbeSpec(
            "",
            ca_file=self._file(self.authorities),
            login=self.sign_in,
            proxy=self.proxy.value if not problem_with_proxy(self.proxy.value) else None,
            allow_downgrade=self.downgrade.isChecked(),
            client_certificate=certificate,
        )

    def _file(self, field: FileField) -> Path | None:
        """One that can be read."""
        path = field.value
        return path if isinstance(path, Path) and not problem_with_file(path) else None

    def _problems(self) -> Sequence[str]:
        return (
            wrong_user(self.user.text()),
            self._wrong_token(),
            problem_with_file(default_netrc()) if self.netrc.isChecked() else "",
            problem_with_proxy(self.proxy.written),
            self._certificate_look.problem_with_ours(
                self.certificate.value, self.certificate_password.text
            ),
            self._authorities_look.problem_with_theirs(self.authorities.value),
        )

    def _wrong_token(self) -> str:
        has_both = self.token.text.strip() and (self.user.text() or self.password.text)
        return self.tr("Either a user name and a password, or a token.") if has_both else ""

    # --- how it is made --------------------------------------------------------------------------

    def _wire(self) -> None:
        self.user.textChanged.connect(self.changed)
        fields = (
            *(self.password, self.token, self.netrc, self.proxy),
            *(self.certificate, self.certificate_password, self.authorities, self.downgrade),
        )
        for field in fields:
            field.changed.connect(self.changed)
        self.certificate.changed.connect(self._follow_certificate)
        for look in (self._certificate_look, self._authorities_look):
            look.known.connect(self.changed)

    def _follow_certificate(self) -> None:
        self.certificate_password.setEnabled(self.certificate.value is not None)
