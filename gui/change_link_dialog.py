"""Another link for a file whose own has expired or moved; what is here of it stays where it can."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from engine import (
    FileSnapshot,
    FileState,
    JobSnapshot,
    Probe,
    ProbeSpec,
    RefusedError,
    find_links,
    parse_link,
    redacted,
)
from gui import formatting, theme
from gui.bridge import EngineBridge
from gui.fields import hint, plain_label
from gui.formatting import Tone
from gui.link_verdict import Verdict, judge

_TYPING_MS = 400
_WIDTH = 560
_OVER = (FileState.TRANSFERRED, FileState.DELIVERED, FileState.SKIPPED)


def file_to_mend(job: JobSnapshot, number: int | None = None) -> FileSnapshot | None:
    """The file whose link is meant: the one with `number`, else the first that is in trouble, else
    the first that is not here.
    """
    open_files = [file for file in job.files if file.state not in _OVER]
    if number is not None:
        return next((file for file in open_files if file.number == number), None)
    troubled = [file for file in open_files if file.error is not None]
    return next(iter([*troubled, *open_files]), None)


class ChangeLinkDialog(QDialog):
    """Asks the new link's server before anything is changed. `chosen` carries the link."""

    chosen = Signal(str)

    def __init__(
        self,
        job: JobSnapshot,
        file: FileSnapshot,
        bridge: EngineBridge,
        appearance: theme.Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._job_id, self._file = job.id, file
        # By the job's own way: the new server must not hear of us by another one.
        self._question = ProbeSpec(
            "",
            ca_file=job.ca_file,
            proxy=job.proxy,
            allow_downgrade=job.allow_downgrade,
            pins=job.pins,
        )
        self._bridge = bridge
        self._appearance = appearance
        self._stop: Callable[[], None] | None = None
        self.setWindowTitle(self.tr("Change link and go on"))
        self._link = QLineEdit(self)
        self._link.setAccessibleName(self.tr("New link"))
        self._link.setPlaceholderText("https://…")
        self._link.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._verdict = plain_label("", self)
        self._verdict.setFont(theme.secondary_font())
        self._verdict.setAccessibleName(self.tr("What the server says"))
        self._buttons = QDialogButtonBox(self)
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._change = self._buttons.addButton(
            self.tr("Change link"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._change.setDefault(True)
        self._lay_out(job)
        self._typing = QTimer(self, interval=_TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self._ask)
        self._link.textChanged.connect(self._read)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.finished.connect(self._stop_asking)
        self._begin()

    def _lay_out(self, job: JobSnapshot) -> None:
        metrics = self.fontMetrics()
        width = theme.grown(_WIDTH) - 48
        name = plain_label(
            metrics.elidedText(
                formatting.one_line(self._file.name or job.name),
                Qt.TextElideMode.ElideMiddle,
                width,
            ),
            self,
        )
        name.setFont(theme.name_font())
        old = hint(formatting.one_line(redacted(self._file.url)), self)
        old.setWordWrap(True)
        old.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        old.setAccessibleName(self.tr("Link until now"))
        form = QFormLayout()
        form.setHorizontalSpacing(theme.PADDING)
        form.setVerticalSpacing(theme.GAP + 2)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(QLabel(self.tr("Until now"), self), old)
        label = QLabel(self.tr("&New link"), self)
        label.setBuddy(self._link)
        form.addRow(label, self._link)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(theme.GAP)
        layout.addWidget(name)
        layout.addSpacing(4)
        layout.addLayout(form)
        layout.addWidget(self._verdict)
        layout.addStretch()
        layout.addSpacing(theme.GAP)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(theme.grown(_WIDTH))

    def _begin(self) -> None:
        """With the clipboard's link, where there is one that is new."""
        links = find_links(QGuiApplication.clipboard().text())
        if links and links[0] != self._file.url:
            self._link.setText(links[0])
            self._link.selectAll()
        self._read()
        self._link.setFocus()

    @property
    def link(self) -> str:
        """What is written in the field."""
        return self._link.text().strip()

    @property
    def verdict(self) -> str:
        """What is said of it."""
        return self._verdict.text()

    # --- what happens ----------------------------------------------------------------------------

    def follow(self, _changed: Sequence[JobSnapshot], gone: Sequence[str]) -> None:
        """The job may go while the person thinks."""
        if self._job_id in gone:
            self.reject()

    def accept(self) -> None:
        if self._change.isEnabled():
            self.chosen.emit(self.link)
            super().accept()

    def _read(self) -> None:
        """The person has written something: see whether it can be a link, and ask in a moment."""
        self._stop_asking()
        self._typing.stop()
        problem = self._problem()
        self._change.setEnabled(bool(self.link) and not problem)
        self._say(Verdict(problem, Tone.GAVE_UP))
        if self._change.isEnabled():
            self._typing.start()

    def _problem(self) -> str:
        if not self.link:
            return ""
        try:
            parsed = parse_link(self.link)
        except RefusedError as refusal:
            return formatting.refusal(refusal)
        is_old = parsed.url == self._file.url
        return self.tr("That is the link it has already.") if is_old else ""

    def _ask(self) -> None:
        self._say(Verdict(self.tr("Asking the server…"), Tone.QUIET))
        question = replace(self._question, url=self.link)
        self._stop = self._bridge.probe(question, self._hear)

    def _hear(self, probe: Probe) -> None:
        self._stop = None
        self._say(judge(self._file, probe))

    def _stop_asking(self) -> None:
        if self._stop is not None:
            self._stop()
            self._stop = None

    def _say(self, verdict: Verdict) -> None:
        palette = QPalette(self._verdict.palette())
        ink = self._appearance.theme.tones[verdict.tone].text
        palette.setColor(QPalette.ColorRole.WindowText, ink)
        self._verdict.setPalette(palette)
        self._verdict.setText(verdict.sentence)
