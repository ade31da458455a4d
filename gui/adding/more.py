"""What few links need: limits, checksum, sign-in, headers, proxy. Closed at first; not remembered.

What is wrong is said beside its field. Secrets stay here until the engine puts them into the
keyring.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine import (
    DEFAULT,
    Default,
    FileSpec,
    JobSpec,
    KeyringState,
    MeteredPolicy,
    Priority,
    ProbeSpec,
    RefusedError,
    parse_checksum,
    parse_link,
)
from gui import engine_words, formatting, theme
from gui.adding.more_trust import Row, TrustFields
from gui.adding.rows import Mould
from gui.fields import (
    AmountField,
    ChoiceField,
    Option,
    ProblemLabel,
    RateField,
    Unit,
    hint,
    time_units,
)
from gui.forms import FieldLabel
from gui.header_fields import read_header

MOST_CONNECTIONS = 32
_CONNECTIONS_AT_FIRST = 8
_DELAY_AT_FIRST = 60
_HEADER_LINES = 3


class More(QWidget):
    """A button that opens the fields below it."""

    changed = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QToolButton(self)
        self.button.setText(self.tr("&More"))
        self.button.setAccessibleName(self.tr("More options"))
        self.button.setAccessibleDescription(
            self.tr("Speed, connections, priority, checksum, sign-in, headers, proxy, certificates")
        )
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setArrowType(self._closed_arrow)
        self.fields = MoreFields(self)
        self.fields.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self.fields)
        self.button.toggled.connect(self._open)
        self.fields.changed.connect(self.changed)

    def _open(self, on: bool) -> None:
        arrow = Qt.ArrowType.DownArrow if on else self._closed_arrow
        self.button.setArrowType(arrow)
        self.fields.setVisible(on)
        if on:
            self.opened.emit()

    @property
    def _closed_arrow(self) -> Qt.ArrowType:
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return Qt.ArrowType.LeftArrow if is_rtl else Qt.ArrowType.RightArrow


class Proof(NamedTuple):
    """What files are compared with, or what is wrong with what was written."""

    file: FileSpec = FileSpec("")
    problem: str = ""


class MoreFields(QWidget):
    """The fields."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._many = False
        preferences = self.tr("As in Preferences")
        self.rate = RateField(self.tr("Speed limit"), parent=self)
        self.connections = AmountField(
            self.tr("Connections"),
            (Unit("", 1),),
            (Option(preferences, None),),
            self.tr("At most"),
            self,
        )
        self.connections.set_most(MOST_CONNECTIONS)
        self.connections.suggest(_CONNECTIONS_AT_FIRST)
        self.priority = self._make_priority()
        self.delay = AmountField(
            self.tr("Wait between tries"),
            time_units(),
            (Option(preferences, None),),
            self.tr("At least"),
            self,
        )
        self.delay.suggest(_DELAY_AT_FIRST)
        self.metered = self._make_metered(preferences)
        self.checksum = self._line(self.tr("Checksum"), self.tr("sha256:… or the link of a list"))
        self.trust = TrustFields(self)
        self.headers = self._make_headers()
        self._checksum_problem = ProblemLabel(self)
        self._headers_problem = ProblemLabel(self)
        self._keeping = hint(self.tr("Secrets among them are kept in the keyring."), self)
        self._lay_out()
        self._wire()

    def say_keyring(self, state: KeyringState) -> None:
        """Where secrets are kept on this computer."""
        if not state.is_there:
            words = self.tr(
                "There is no keyring on this computer: secrets last until Holdfast ends."
            )
            self._keeping.setText(words)

    # --- what is chosen --------------------------------------------------------------------------

    @property
    def header_fields(self) -> tuple[tuple[str, str], ...]:
        """The headers that can be read."""
        return self._read_headers()[0]

    @property
    def problem(self) -> str:
        """The first thing that is wrong; empty when nothing is."""
        return self._proof().problem or self._read_headers()[1] or self.trust.problem

    @property
    def has_secrets(self) -> bool:
        """Whether there is anything that a keyring has to keep."""
        return bool(self.header_fields) or self.trust.has_secrets

    def judge(self, many: bool) -> None:
        """Say beside each field what is wrong with it; `many`: it is for several links."""
        self._many = many
        self._checksum_problem.say(self._proof().problem)
        self.trust.judge()
        self._headers_problem.say(self._read_headers()[1])

    def mould(self, job: JobSpec, as_one_job: bool) -> Mould:
        """`job` with what is chosen here."""
        delay: float | Default = DEFAULT
        if isinstance(self.delay.value, float | int):
            delay = float(self.delay.value)
        connections = self.connections.value
        job = replace(
            job,
            minimum_retry_delay=delay,
            priority=self.priority.value,
            connections=int(connections) if isinstance(connections, float | int) else None,
            rate_limit=self.rate.rate,
            headers=self.header_fields,
            metered=self.metered.value,
        )
        return Mould(self.trust.chosen(job), self._proof().file, as_one_job)

    def question(self) -> ProbeSpec:
        """How servers are asked before there is a job; without a link."""
        return replace(self.trust.question(), headers=self.header_fields)

    def _proof(self) -> Proof:
        text = self.checksum.text().strip()
        if not text:
            return Proof()
        try:
            if "://" in text:
                parse_link(text)
                return Proof(FileSpec("", checksum_file=text))
            path = Path(text).expanduser()
            if path.is_absolute():
                return self._proof_in(path)
            checksum = parse_checksum(text)
        except (RefusedError, ValueError, RuntimeError) as mistake:
            return Proof(problem=engine_words.told(str(mistake)))
        if self._many:
            return Proof(
                problem=self.tr(
                    "A checksum is that of one file. For several, give the link of a list of "
                    "checksums, such as SHA256SUMS."
                )
            )
        return Proof(FileSpec("", checksum=checksum))

    def _proof_in(self, path: Path) -> Proof:
        # What is too long for a name, or cannot be looked at, is no file either.
        with contextlib.suppress(OSError, ValueError):
            if path.is_file():
                return Proof(FileSpec("", checksum_file=str(path)))
        missing = self.tr("There is no file {path}.").format(path=formatting.one_line(str(path)))
        return Proof(problem=missing)

    def _read_headers(self) -> tuple[tuple[tuple[str, str], ...], str]:
        headers, problem = [], ""
        for number, line in enumerate(self.headers.toPlainText().splitlines(), start=1):
            if not line.strip():
                continue
            try:
                headers.append(read_header(line.strip()))
            except ValueError:
                words = self.tr("Line {n} is not a header: write Name: value.")
                problem = problem or words.format(n=formatting.number(number))
        return tuple(headers), problem

    # --- how it is made --------------------------------------------------------------------------

    def _make_priority(self) -> ChoiceField:
        field = ChoiceField(
            self.tr("Priority"),
            (
                Option(self.tr("Foreground: always runs"), Priority.FOREGROUND),
                Option(self.tr("High"), Priority.HIGH),
                Option(self.tr("Normal"), Priority.NORMAL),
                Option(self.tr("Low"), Priority.LOW),
            ),
            self,
        )
        field.set_value(Priority.NORMAL)
        return field

    def _make_metered(self, preferences: str) -> ChoiceField:
        return ChoiceField(
            self.tr("On a metered network"),
            (
                Option(preferences, None),
                Option(self.tr("Run there too"), MeteredPolicy.ALWAYS),
                Option(self.tr("Wait for another network"), MeteredPolicy.NEVER),
                Option(self.tr("Ask first"), MeteredPolicy.ASK),
            ),
            self,
        )

    def _line(self, name: str, placeholder: str = "") -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        line.setPlaceholderText(placeholder)
        return line

    def _make_headers(self) -> QPlainTextEdit:
        box = QPlainTextEdit(self)
        box.setAccessibleName(self.tr("Headers, one per line"))
        box.setPlaceholderText(self.tr("Referer: https://…"))
        box.setTabChangesFocus(True)
        box.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        margins = 2 * (box.frameWidth() + int(box.document().documentMargin())) + 4
        box.setFixedHeight(box.fontMetrics().lineSpacing() * _HEADER_LINES + margins)
        return box

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(theme.PADDING)
        form.setVerticalSpacing(theme.GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows: tuple[Row, ...] = (
            (self.tr("S&peed limit"), self.rate, None),
            (self.tr("&Connections"), self.connections, None),
            (self.tr("P&riority"), self.priority, None),
            (self.tr("&Wait between tries"), self.delay, None),
            (self.tr("On a me&tered network"), self.metered, None),
            (self.tr("Chec&ksum"), self.checksum, self._checksum_problem),
            *self.trust.sign_in_rows,
            (self.tr("&Headers"), self.headers, self._headers_problem),
            *self.trust.way_rows,
        )
        for text, field, problem in rows:
            column = QVBoxLayout()
            column.setSpacing(theme.GAP // 2)
            column.addWidget(field)
            if problem is not None:
                column.addWidget(problem)
            label = FieldLabel(text, field, self) if text else QLabel(self)
            form.addRow(label, column)
        form.addRow("", self._keeping)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _wire(self) -> None:
        for field in (self.rate, self.connections, self.priority, self.delay, self.metered):
            field.changed.connect(self.changed)
        self.checksum.textChanged.connect(self.changed)
        self.trust.changed.connect(self.changed)
        self.headers.textChanged.connect(self.changed)
