"""The state of the world at the foot of the window: network, space, limit, and how fast it goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from engine import JobSnapshot, Network
from gui import formatting, theme
from gui.bridge import EngineBridge
from gui.formatting import Tone
from gui.total_limit import TotalLimitMenu

_SECONDS = 60
_GRAPH_WIDTH = 98
_GRAPH_HEIGHT = 18
_LEAST_PEAK = 1024.0


class Sparkline(QWidget):
    """The speed of the last minute as one line; its height is the fastest second."""

    def __init__(self, appearance: theme.Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._rates: Sequence[float] = ()
        self.setFixedSize(theme.grown(_GRAPH_WIDTH), theme.grown(_GRAPH_HEIGHT))
        self.setAccessibleName(self.tr("Speed of the last minute"))

    def show_rates(self, rates: Sequence[float]) -> None:
        """One for each second, the newest last."""
        rates = rates[-_SECONDS:]
        if rates != self._rates:
            self._rates = rates
            self.setAccessibleDescription(_peak_in_words(rates))
            self.update()

    def points(self) -> list[QPointF]:
        """Where the line goes; empty while nothing came."""
        peak = max(self._rates, default=0.0)
        if peak < 1:
            return []
        step = (self.width() - 2) / (_SECONDS - 1)
        first = self.width() - 1 - step * (len(self._rates) - 1)
        height = self.height() - 3
        scale = height / max(peak, _LEAST_PEAK)
        return [
            QPointF(first + step * place, 1.5 + height - rate * scale)
            for place, rate in enumerate(self._rates)
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        points = self.points()
        if len(points) > 1:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            bar = self._appearance.theme.tones[Tone.ACTIVE].bar
            painter.setPen(
                QPen(
                    bar,
                    1.75,
                    Qt.PenStyle.SolidLine,
                    Qt.PenCapStyle.RoundCap,
                    Qt.PenJoinStyle.RoundJoin,
                )
            )
            painter.drawPolyline(points)


def _peak_in_words(rates: Sequence[float]) -> str:
    return formatting.rate(max(rates, default=0.0))


class StatusBar(QStatusBar):
    """`custom_limit_asked`: the person wants to write a limit for all jobs together."""

    custom_limit_asked = Signal()

    def __init__(
        self,
        bridge: EngineBridge,
        appearance: theme.Appearance,
        network: Network | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._network = network
        self._rates: dict[str, float] = {}
        self._space = self._shown = self._chosen = ""
        self._facts = self._label(self.tr("Network and free space"))
        self._speed = self._label(self.tr("Total speed"))
        self._graph = Sparkline(appearance, self)
        self._limit = self._make_limit()
        self.setSizeGripEnabled(False)
        self.addWidget(_margin(0))
        self.addWidget(self._facts)
        self.addWidget(self._limit)
        self.addPermanentWidget(self._speed)
        self.addPermanentWidget(self._graph)
        self.addPermanentWidget(_margin(theme.PADDING - 6))
        bridge.settingsChanged.connect(self._say_limit)
        self._leave = network.subscribe(self._say_facts) if network is not None else None
        self._say_limit()
        self._say_facts()

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(theme.secondary_font())
        label.setContentsMargins(4, 0, 4, 0)
        label.setAccessibleName(name)
        return label

    def _make_limit(self) -> QToolButton:
        button = QToolButton(self)
        button.setFont(theme.secondary_font())
        button.setAutoRaise(True)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(self.tr("Speed limit for all jobs together"))
        self._choices = TotalLimitMenu(self._bridge)
        self._choices.setParent(button, self._choices.windowFlags())
        self._choices.custom_asked.connect(self.custom_limit_asked)
        button.setMenu(self._choices)
        return button

    # --- what it is told -------------------------------------------------------------------------

    def follow(self, changed: Iterable[JobSnapshot], gone: Iterable[str]) -> None:
        """Add up what comes in, by looking at those that changed only."""
        for job in changed:
            if job.state.is_running and job.rate >= 1:
                self._rates[job.id] = job.rate
            else:
                self._rates.pop(job.id, None)
        for job_id in gone:
            self._rates.pop(job_id, None)

    def say_space(self, folder: str, free: int | None) -> None:
        """How much still fits where new files go."""
        words = self.tr("{size} free in {folder}")
        self._space = (
            "" if free is None else words.format(size=formatting.size(free), folder=folder)
        )
        self._say_facts()

    def say_sleep(self, words: str) -> None:
        """Whether the computer is kept awake: for those who look closely."""
        self._facts.setToolTip(words)
        self._facts.setAccessibleDescription(words)

    def add_choice(self, button: QToolButton) -> None:
        """Something that is in force, beside the speed limit; a hidden button stays hidden."""
        is_hidden = button.isHidden()
        self.addWidget(button)
        button.setHidden(is_hidden)

    def say_shown(self, shown: int, total: int) -> None:
        """How many jobs a filter leaves in sight."""
        words = self.tr("{n} of {total} jobs shown")
        is_filtered = shown < total
        self._shown = (
            words.format(n=formatting.number(shown), total=formatting.number(total))
            if is_filtered
            else ""
        )
        self._say_facts()

    def say_selected(self, jobs: Sequence[JobSnapshot]) -> None:
        """How many are selected and how large they are together, from two on."""
        self._chosen = ""
        if len(jobs) > 1:
            count = formatting.counted(len(jobs), "1 selected", "{n} selected")
            together = sum(job.size or 0 for job in jobs)
            size = f" ({formatting.size(together)})" if together else ""
            self._chosen = count + size
        self._say_facts()

    def tick(self) -> None:
        """A second has passed."""
        together = sum(self._rates.values())
        self._speed.setText(formatting.rate(together) if together >= 1 else "")
        self._graph.show_rates(self._bridge.speed_history(None).minutes)

    def set_limit(self, rate: int) -> None:
        """At most so many bytes a second for all jobs together, from now on."""
        self._choices.set_limit(rate)

    def close_network(self) -> None:
        """Listen to the network no longer."""
        if self._leave is not None:
            self._leave()
            self._leave = None

    # --- what it says ----------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The facts on the left."""
        return self._facts.text()

    @property
    def speed(self) -> str:
        """What all jobs bring in together."""
        return self._speed.text()

    def _say_facts(self) -> None:
        parts = (self._network_in_words(), self._space, self._shown, self._chosen)
        words = "   ·   ".join(filter(None, parts))
        if words != self._facts.text():
            self._facts.setText(words)

    def _network_in_words(self) -> str:
        if self._network is None:
            return ""
        state = self._network.state
        if not state.is_online:
            return self.tr("Offline")
        if state.is_behind_portal:
            return self.tr("Behind a sign-in page")
        return self.tr("Metered network") if state.is_metered else self.tr("Online")

    def _say_limit(self) -> None:
        limit = self._bridge.settings.rate_limit
        words = self.tr("At most {rate}") if limit else self.tr("No speed limit")
        self._limit.setText(words.format(rate=formatting.rate(limit)))
        self._limit.setAccessibleName(self.tr("Speed limit for all jobs together"))
        self._limit.setAccessibleDescription(self._limit.text())


def _margin(width: int) -> QWidget:
    room = QWidget()
    room.setFixedWidth(width)
    return room
