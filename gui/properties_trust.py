"""What the properties of jobs have about trust: sign-in, proxy, certificates.

A part of the dialog, which makes its form and calls `look` and `apply`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from engine import JobEvent, JobSnapshot, SignIn
from gui import formatting, theme
from gui.bridge import EngineBridge
from gui.certificate_looks import CertificateLook
from gui.fields import SwitchField, plain_label
from gui.file_field import FileField, problem_with_file
from gui.forms import Form
from gui.proxy_field import ProxyField, problem_with_proxy
from gui.secret_field import SecretField

_MOST_ROWS = 3
_FINGERPRINT = 16

AddProperty = Callable[[Callable[[JobSnapshot], Any], Any, Callable[[str, Any], None]], None]


class TrustSection(QObject):
    """The rows, within `form`. `sign_in_asked` carries the job."""

    sign_in_asked = Signal(object)
    learnt = Signal()
    """More is known of what was chosen: it is to be judged again."""

    def __init__(
        self, form: Form, bridge: EngineBridge, jobs: Sequence[JobSnapshot], add: AddProperty
    ) -> None:
        super().__init__(form)
        self._form, self._bridge = form, bridge
        self._is_one = len(jobs) == 1
        self._removed = False
        form.begin_section(self.tr("Sign-in and security"))
        if self._is_one:
            self._add_sign_in()
        self._had: set[Path | None] = set()
        self._certificate_look = CertificateLook(self)
        self._authorities_look = CertificateLook(self)
        self._add_proxy(add)
        self._add_files(add)
        self._password.changed.connect(self.learnt)
        for look in (self._certificate_look, self._authorities_look):
            look.known.connect(self.learnt)
        self._downgrade = SwitchField(
            self.tr("Foll&ow servers from https to http, without encryption"), form
        )
        form.add_tick(self._downgrade)
        add(lambda job: job.allow_downgrade, self._downgrade, bridge.trust.set_allow_downgrade)
        self.pins = PinList(form)
        if self._is_one:
            self._pins_label = plain_label(self.tr("Certificates accepted for this job"), form)
            form.add_wide(self._pins_label)
            form.add_wide(self.pins)
        else:
            self.pins.hide()
        self.pins.forgotten.connect(self._forget)

    def look(self, jobs: Sequence[JobSnapshot]) -> None:
        """How these jobs have it now."""
        may_change = all(job.accepts(JobEvent.CHANGE) for job in jobs)
        if self._is_one:
            self._show_sign_in(jobs[0], may_change)
            self._pins_label.setVisible(bool(jobs[0].pins))
            self.pins.show_pins(jobs[0].pins)
            self.pins.setEnabled(may_change)
        self._had = {job.client_certificate for job in jobs}
        path = self._certificate.value
        self._password.setEnabled(may_change and isinstance(path, Path))

    def judge(self) -> bool:
        """Say what is wrong beside its field; whether all is right."""
        self._password.setEnabled(isinstance(self._certificate.value, Path))
        words = (
            problem_with_proxy(self._proxy.written),
            self._problem_with_certificate(),
            self._authorities_look.problem_with_theirs(self._authorities.value),
        )
        labels = (self._proxy_problem, self._certificate_problem, self._authorities_problem)
        for label, said in zip(labels, words, strict=True):
            label.say(said)
        return not any(words)

    def _problem_with_certificate(self) -> str:
        """The one that a job has is left alone: its password is not here."""
        path, password = self._certificate.value, self._password.text
        if path in self._had and not password:
            return problem_with_file(path)
        return self._certificate_look.problem_with_ours(path, password)

    def apply(self, jobs: Sequence[JobSnapshot]) -> None:
        """Give these jobs what no field of one value can; the others are given it by the dialog."""
        sign_in = self._proxy.sign_in
        if sign_in is not None:
            self._keep_for_proxy(sign_in)
        path, password = self._certificate.value, self._password.text
        if password and isinstance(path, Path):
            for job in jobs:
                self._bridge.trust.set_client_certificate(job.id, path, password)

    # --- how it is made --------------------------------------------------------------------------

    def _add_sign_in(self) -> None:
        row = QWidget(self._form)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        self._kept = QLabel(row)
        self._kept.setWordWrap(True)
        self.sign_in = QPushButton(self.tr("S&ign in…"), row)
        self.remove = QPushButton(self.tr("Remo&ve"), row)
        self.remove.setAccessibleName(self.tr("Remove the sign-in of this job"))
        layout.addWidget(self._kept, 1)
        for button in (self.sign_in, self.remove):
            button.setAutoDefault(False)
            layout.addWidget(button)
        row.setFocusProxy(self.sign_in)
        self._form.add_field(self.tr("Sign-in"), row)
        self.sign_in.clicked.connect(lambda: self.sign_in_asked.emit(self._job))
        self.remove.clicked.connect(self._remove_sign_in)

    def _add_proxy(self, add: AddProperty) -> None:
        self._proxy = ProxyField(self.tr("Proxy"), self._form)
        self._proxy_problem = self._form.add_field(self.tr("Pro&xy"), self._proxy)
        add(lambda job: job.proxy, self._proxy, self._bridge.trust.set_proxy)

    def _add_files(self, add: AddProperty) -> None:
        form, trust = self._form, self._bridge.trust
        kinds = self.tr("Certificates (*.pem *.crt *.cer *.p12 *.pfx);;All files (*)")
        self._certificate = FileField(self.tr("Client certificate"), kinds, form)
        self._certificate_problem = form.add_field(
            self.tr("Client certi&ficate"), self._certificate
        )
        self._password = SecretField(self.tr("Password of the certificate"), form)
        form.add_field(self.tr("Its passwor&d"), self._password)
        self._authorities = FileField(self.tr("Trust as well"), kinds, form)
        self._authorities.line.setPlaceholderText(self.tr("Certificates (PEM) of more authorities"))
        self._authorities_problem = form.add_field(self.tr("&Trust as well"), self._authorities)
        add(lambda job: job.client_certificate, self._certificate, self._set_certificate)
        add(lambda job: job.ca_file, self._authorities, trust.set_ca_file)

    # --- what happens ----------------------------------------------------------------------------

    def _show_sign_in(self, job: JobSnapshot, may_change: bool) -> None:
        self._job = job
        has_secrets = job.has_secrets and not self._removed
        self._kept.setText(
            self.tr("A sign-in or headers are kept for it.")
            if has_secrets
            else self.tr("None of its own.")
        )
        self.sign_in.setEnabled(may_change)
        self.remove.setVisible(has_secrets)
        self.remove.setEnabled(may_change)

    def _remove_sign_in(self) -> None:
        self._removed = True
        self._bridge.trust.forget_own_sign_in(self._job.id)
        self._show_sign_in(self._job, may_change=True)

    def _set_certificate(self, job_id: str, path: Any) -> None:
        if not self._password.text:
            self._bridge.trust.set_client_certificate(job_id, path, "")

    def _keep_for_proxy(self, sign_in: SignIn) -> None:
        self._bridge.trust.keep_sign_in(self._proxy.value, sign_in, is_proxy=True)

    def _forget(self, pin: str) -> None:
        self._bridge.trust.forget_certificate(self._job.id, pin)


class PinList(QWidget):
    """Certificates that were accepted, and a button that forgets the chosen one."""

    forgotten = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pins: tuple[str, ...] = ()
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Certificates accepted for this job"))
        self._list.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.forget = QPushButton(self.tr("Forg&et"), self)
        self.forget.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self._list)
        layout.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignLeading)
        self.setFocusProxy(self._list)
        self._list.currentRowChanged.connect(self._follow_row)
        self.forget.clicked.connect(self._forget)
        self.show_pins(())

    def show_pins(self, pins: Sequence[str]) -> None:
        """These are accepted."""
        self.setVisible(bool(pins))
        if tuple(pins) == self._pins:
            return
        self._pins = tuple(pins)
        self._list.clear()
        for pin in pins:
            server, _, sha256 = formatting.one_line(pin).partition(" ")
            self._list.addItem(f"{server}   {_shortened(sha256)}")
            self._list.item(self._list.count() - 1).setToolTip(_in_pairs(sha256))
        rows = min(len(self._pins), _MOST_ROWS)
        self._list.setFixedHeight(self._list.sizeHintForRow(0) * rows + 6 if rows else 0)
        self._list.setCurrentRow(0)
        self._follow_row(self._list.currentRow())

    def _follow_row(self, row: int) -> None:
        self.forget.setEnabled(row >= 0)

    def _forget(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._pins):
            self.forgotten.emit(self._pins[row])


def _in_pairs(sha256: str) -> str:
    return ":".join(sha256[at : at + 2].upper() for at in range(0, len(sha256), 2))


def _shortened(sha256: str) -> str:
    return _in_pairs(sha256[:_FINGERPRINT]) + "…"
