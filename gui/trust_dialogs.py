"""Asks what jobs need of a person: sign-ins, one server after another, and trust in certificates.

What the person decides goes to the engine here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from engine import JobSnapshot, SignIn
from gui.bridge import EngineBridge
from gui.needs import Asked, Need, asked_by, need_of, needs_sign_in
from gui.shortcuts import help_key

if TYPE_CHECKING:
    from gui.certificate_dialog import CertificateDialog
    from gui.sign_in_dialog import SignInDialog


@dataclass(slots=True)
class _Question:
    """Who asks for a sign-in, and which jobs wait for it."""

    asked: Asked
    ids: dict[str, None] = field(default_factory=dict)
    are_stopped: bool = True
    """The jobs were refused; else one is to have a sign-in that nobody asked for yet."""

    @property
    def place(self) -> tuple[str, bool]:
        return self.asked.host, self.asked.is_proxy


class TrustDialogs(QObject):
    """Dialogs over `window`; of each kind one at a time."""

    help_asked = Signal(str)
    """A topic of `help_pages`."""

    def __init__(self, bridge: EngineBridge, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._window = window
        self._questions: list[_Question] = []
        self._asking: SignInDialog | None = None
        self._showing: CertificateDialog | None = None
        bridge.jobsChanged.connect(self._follow)

    # --- sign-ins --------------------------------------------------------------------------------

    def ask_sign_in(self, jobs: Iterable[JobSnapshot]) -> None:
        """A dialog for each server that refused one of these jobs; several jobs of one server have
        one.
        """
        for job in jobs:
            if needs_sign_in(job):
                self._queue(_Question(asked_by(job), {job.id: None}))
        self._ask_next()

    def offer_sign_in(self, job: JobSnapshot) -> None:
        """For a job that was not refused, or may be one day."""
        if needs_sign_in(job):
            self.ask_sign_in([job])
            return
        self._queue(_Question(asked_by(job), {job.id: None}, are_stopped=False))
        self._ask_next()

    def _queue(self, question: _Question) -> None:
        for known in self._questions:
            if known.place == question.place:
                known.ids |= question.ids
                return
        self._questions.append(question)

    def _ask_next(self) -> None:
        if self._asking is not None:
            self._asking.raise_()
            self._asking.activateWindow()
        elif self._questions:
            self._ask(self._questions[0])

    def _ask(self, question: _Question) -> None:
        from gui.sign_in_dialog import SignInDialog

        waiting = self._count_waiting(question) if question.are_stopped else 1
        dialog = SignInDialog(question.asked, waiting, self._bridge.trust, self._window)
        dialog.signed_in.connect(partial(self._sign_in, question))
        dialog.finished.connect(self._forget_asking)
        topic = "proxies#proxy-sign-in" if question.asked.is_proxy else "sign-in"
        help_key(dialog, partial(self.help_asked.emit, topic))
        self._asking = dialog
        dialog.open()

    def _count_waiting(self, question: _Question) -> int:
        """All jobs that wait for this sign-in, whoever asked about them."""
        need = Need.PROXY_SIGN_IN if question.asked.is_proxy else Need.SIGN_IN
        waiting = [job for job in self._bridge.jobs() if need_of(job) is need]
        others = (job for job in waiting if job.id not in question.ids)
        same = [job for job in others if asked_by(job)[:2] == question.place]
        return len(question.ids) + len(same)

    def _sign_in(self, question: _Question, sign_in: SignIn, for_all: bool) -> None:
        trust, ids = self._bridge.trust, list(question.ids)
        if question.asked.is_proxy:
            # All that were refused there go on with it.
            trust.sign_in_to_proxy(ids[0], sign_in)
        elif for_all:
            trust.sign_in(ids[0], sign_in, for_host=True)
        else:
            for job_id in ids:
                trust.sign_in(job_id, sign_in)

    def _forget_asking(self) -> None:
        self._asking = None
        self._questions.pop(0)
        self._ask_next()

    # --- certificates ----------------------------------------------------------------------------

    def show_certificate(self, job: JobSnapshot) -> None:
        """What the job's server shows, and what is wrong with it."""
        from gui.certificate_dialog import CertificateDialog

        if self._showing is not None:
            self._showing.reject()
        dialog = CertificateDialog(job, self._bridge, self._window)
        dialog.trusted.connect(partial(self._bridge.trust.accept_certificate, job.id))
        dialog.finished.connect(self._forget_showing)
        help_key(dialog, partial(self.help_asked.emit, "certificates#rejected"))
        self._showing = dialog
        dialog.open()

    def _forget_showing(self) -> None:
        self._showing = None

    # --- downgrades ------------------------------------------------------------------------------

    def allow_downgrade(self, jobs: Iterable[JobSnapshot]) -> None:
        """Let these jobs follow a server from https to http, and go on."""
        for job in jobs:
            if need_of(job) is Need.DOWNGRADE:
                self._bridge.trust.set_allow_downgrade(job.id, True)
                self._bridge.resume(job.id)

    # --- following the engine --------------------------------------------------------------------

    def _follow(self, changed: Sequence[JobSnapshot], gone: Sequence[str]) -> None:
        """Jobs may go on, or go, while a question about them is open."""
        if self._showing is not None:
            self._showing.follow(changed, gone)
        settled = [job.id for job in changed if not needs_sign_in(job)]
        for question in list(self._questions):
            for job_id in [*gone, *settled]:
                if question.are_stopped or job_id in gone:
                    question.ids.pop(job_id, None)
        self._drop_empty()

    def _drop_empty(self) -> None:
        if not self._questions:
            return
        first, *others = self._questions
        self._questions = [first, *(one for one in others if one.ids)]
        if self._asking is not None and not first.ids:
            self._asking.reject()
