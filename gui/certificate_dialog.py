"""Shows the certificates of a server that a job could not trust, and lets the person decide."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from engine import JobSnapshot, ServerCertificates
from gui import certificates, formatting, hosts, theme
from gui.adding.clipboard_watch import copied_by_us
from gui.bridge import EngineBridge
from gui.certificates import Certificate
from gui.fact_line import FactLine, begin_where_lines_do
from gui.fields import ProblemLabel, hint, plain_label
from gui.forms import Scrolled
from gui.needs import Need, need_of

_WIDTH = 600
_MOST_ROWS = 4
_SHARE_OF_SCREEN = 0.9


class CertificateDialog(QDialog):
    """Close is what Enter does; trust needs a click of its own, and holds for this job alone."""

    trusted = Signal(str, str)
    """The server, "host:port", and the SHA-256 of its certificate."""

    def __init__(
        self, job: JobSnapshot, bridge: EngineBridge, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Certificate"))
        self._job_id, self._pins = job.id, job.pins
        self._server = ""
        self._chain: list[Certificate] = []
        self._host = plain_label("", self)
        self._host.setFont(theme.name_font())
        begin_where_lines_do(self._host)
        self._punycode = hint("", self)
        begin_where_lines_do(self._punycode)
        self._problem = ProblemLabel(self)
        self._advice = plain_label("", self)
        self._list = self._make_list()
        self._facts = self._make_facts()
        self._make_buttons()
        self._lay_out()
        self._say_host(_host_of(job))
        self._advice.setText(self.tr("Asking the server…"))
        self._show_parts(False)
        self._stop_asking = bridge.trust.certificates(job.id, self._take, self._say_failure)

    @property
    def sha256(self) -> str:
        """The fingerprint of the server's own certificate; empty while it is not known."""
        return self._chain[0].sha256 if self._chain else ""

    def follow(self, changed: Sequence[JobSnapshot], gone: Sequence[str]) -> None:
        """The job may go on, or go, while the person thinks."""
        mine = [job for job in changed if job.id == self._job_id]
        if self._job_id in gone or any(need_of(job) is not Need.CERTIFICATE for job in mine):
            self.reject()

    def done(self, result: int) -> None:
        self._stop_asking()
        super().done(result)

    # --- how it is made --------------------------------------------------------------------------

    def _make_list(self) -> QListWidget:
        chain = QListWidget(self)
        chain.setAccessibleName(self.tr("Certificates, the server's own first"))
        chain.setTextElideMode(Qt.TextElideMode.ElideRight)
        chain.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        chain.currentRowChanged.connect(self._show)
        return chain

    def _make_facts(self) -> dict[str, FactLine]:
        font = theme.body_font()
        return {
            "subject": FactLine(self.tr("Issued to"), self, font),
            "issuer": FactLine(self.tr("Issued by"), self, font),
            "from": FactLine(self.tr("Valid from"), self, font),
            "to": FactLine(self.tr("Valid until"), self, font),
            "names": FactLine(self.tr("For the names"), self, font),
        }

    def _make_buttons(self) -> None:
        self.trust = QPushButton(self.tr("&Trust this certificate for this job"), self)
        self.trust.setAutoDefault(False)
        self.copy = QPushButton(self.tr("&Copy fingerprint"), self)
        self.copy.setAutoDefault(False)
        self._buttons = QDialogButtonBox(self)
        self._buttons.addButton(self.trust, QDialogButtonBox.ButtonRole.ActionRole)
        self.close_button = self._buttons.addButton(
            self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.close_button.setDefault(True)
        self._buttons.rejected.connect(self.reject)
        self.trust.clicked.connect(self._trust)
        self.copy.clicked.connect(self._copy)

    def _lay_out(self) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 18, 20, 4)
        column.setSpacing(theme.GAP)
        for part in (self._host, self._punycode, self._problem, self._advice):
            column.addWidget(part)
        column.addSpacing(4)
        column.addWidget(self._list)
        column.addWidget(self._make_form())
        column.addStretch(1)
        inside.setMinimumWidth(self._width)
        self._inside = Scrolled(inside, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._inside, 1)
        self._buttons.setContentsMargins(20, theme.GAP, 20, 16)
        layout.addWidget(self._buttons)
        self._problem.setFont(theme.body_font())

    def _make_form(self) -> QWidget:
        self._form = box = QWidget(self)
        form = QFormLayout(box)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(theme.PADDING + 4)
        form.setVerticalSpacing(4)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading)
        for fact in self._facts.values():
            form.addRow(self._label(fact), fact)
        self._fingerprint = self._make_fingerprint()
        form.addRow(self._label(self._fingerprint), self._fingerprint)
        form.addRow("", self.copy)
        self.copy.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._scope = hint("", box)
        form.addRow(self._scope)
        return box

    def _label(self, fact: QWidget) -> QLabel:
        label = QLabel(fact.accessibleName(), self)
        label.setBuddy(fact)
        return label

    def _make_fingerprint(self) -> QPlainTextEdit:
        """Two lines of pairs, which read from left to right everywhere."""
        box = QPlainTextEdit(self)
        box.setAccessibleName(self.tr("SHA-256"))
        box.setReadOnly(True)
        box.setTabChangesFocus(True)
        box.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        box.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPixelSize(theme.secondary_font().pixelSize())
        box.setFont(fixed)
        margins = 2 * (box.frameWidth() + int(box.document().documentMargin())) + 4
        box.setFixedHeight(box.fontMetrics().lineSpacing() * 2 + margins)
        wanted = box.fontMetrics().horizontalAdvance("00:" * 16) + margins
        box.setMinimumWidth(min(wanted, self._width // 2))
        return box

    # --- what is known ---------------------------------------------------------------------------

    def _take(self, seen: ServerCertificates) -> None:
        host = f"[{seen.host}]" if ":" in seen.host else seen.host
        self._server = f"{host}:{seen.port}"
        self._say_host(self._server)
        self._chain = [certificates.read(der) for der in seen.chain]
        if not self._chain:
            self._say_failure(self.tr("The server shows no certificate."))
            return
        differs = certificates.differs_from_pin(self._pins, self._server, self.sha256)
        self._problem.say(certificates.problem_in_words(seen.problem, differs_from_pin=differs))
        if not seen.problem:
            self._advice.setText(self.tr("Retry the job: the server may be in order again."))
        else:
            self._warn(seen.host)
        self._fill_list()
        self._show_parts(True)
        self.trust.setVisible(bool(seen.problem))
        self.close_button.setFocus()
        self._fit()

    def _warn(self, host: str) -> None:
        self._advice.setText(
            self.tr(
                "Somebody on the way may be pretending to be this server, or its certificate is "
                "in disorder. Compare the fingerprint with one that you know from elsewhere."
            )
        )
        scope = self.tr(
            "Only this job would trust it, and only this very certificate of {host}. What is "
            "transferred can be read by whoever holds its key."
        )
        self._scope.setText(scope.replace("{host}", hosts.in_letters(host)))

    def _say_failure(self, words: str) -> None:
        self._problem.say(words)
        self._advice.setText(self.tr("Retry the job: the server may be in order again."))

    def _say_host(self, host: str) -> None:
        letters, shown = hosts.in_letters(host), formatting.one_line(host)
        self._host.setText(letters)
        self._punycode.setText(shown)
        self._punycode.setVisible(letters != shown)

    def _fill_list(self) -> None:
        self._list.clear()
        # Names of any language, which keep their own direction.
        isolated = "\N{FIRST STRONG ISOLATE}{}\N{POP DIRECTIONAL ISOLATE}"
        self._list.addItems([isolated.format(one.subject) for one in self._chain])
        rows = min(len(self._chain), _MOST_ROWS)
        height = self._list.sizeHintForRow(0) * rows + 2 * self._list.frameWidth() + 2
        self._list.setFixedHeight(height)
        self._list.setCurrentRow(0)

    def _show_parts(self, is_known: bool) -> None:
        # A server that sent nothing but its own has no chain to choose from.
        self._list.setVisible(is_known and len(self._chain) > 1)
        self._form.setVisible(is_known)
        self.trust.setVisible(is_known)

    def _fit(self) -> None:
        """Room for all of it, as far as the screen goes."""
        self._inside.updateGeometry()
        room = self.screen().availableSize() * _SHARE_OF_SCREEN
        self.resize(self.sizeHint().expandedTo(self.minimumSizeHint()).boundedTo(room))

    @property
    def _width(self) -> int:
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        room = int(self.screen().availableSize().width() * _SHARE_OF_SCREEN)
        return min(theme.grown(_WIDTH), room - bar)

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._chain):
            return
        one = self._chain[row]
        self._facts["subject"].say(one.subject)
        self._facts["issuer"].say(one.issuer)
        self._facts["from"].say(certificates.date(one.valid_from))
        self._facts["to"].say(certificates.date(one.valid_to))
        self._facts["names"].say(certificates.names(one))
        self._fingerprint.setPlainText(certificates.fingerprint(one))

    # --- what happens ----------------------------------------------------------------------------

    def _trust(self) -> None:
        server, sha256 = self._server, self.sha256
        super().accept()
        self.trusted.emit(server, sha256)

    def _copy(self) -> None:
        text = self._fingerprint.toPlainText().replace("\n", ":")
        QGuiApplication.clipboard().setMimeData(copied_by_us(text))


def _host_of(job: JobSnapshot) -> str:
    return job.error.subject if job.error is not None else ""
