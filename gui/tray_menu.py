"""The menu of the tray: the window, adding, all jobs at once, the limit, and what came last."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QMenu

from engine import JobSnapshot
from gui import formatting, theme
from gui.bridge import EngineBridge
from gui.commands import Commands
from gui.menus import fill
from gui.tally import MOST_RECENT, Tally
from gui.total_limit import TotalLimitMenu

_WIDEST_NAME = 240
_WIDEST_SENTENCE = 320


class TrayMenu(QMenu):
    """`toggle_asked`: show the window, or hide it. `job_asked` carries a job's id."""

    toggle_asked = Signal()
    job_asked = Signal(str)

    def __init__(self, bridge: EngineBridge, commands: Commands, tally: Tally) -> None:
        super().__init__()
        self._tally = tally
        self._commands = commands
        self._toggle = QAction(self.tr("&Hide window"), self)
        self._toggle.triggered.connect(lambda _checked=False: self.toggle_asked.emit())
        self.limit = TotalLimitMenu(bridge)
        # Looks are handed down.
        self.limit.setParent(self, self.limit.windowFlags())
        self._jobs = [self._make_job(place) for place in range(MOST_RECENT)]
        self._shown: list[JobSnapshot] = []
        usual = (
            *(self._toggle, None, commands.add_links, None),
            *(commands.pause_all, commands.resume_all, self.limit, None),
        )
        fill(self, [*usual, *self._jobs])
        for action in (commands.add_links, commands.pause_all, commands.resume_all, commands.quit):
            # Here they would promise to work while another program has the keyboard.
            action.setShortcutVisibleInContextMenu(False)
        self._end_of_jobs = self.addSeparator()
        self.addAction(commands.quit)
        self.aboutToShow.connect(self.look)
        self.look()

    def _make_job(self, place: int) -> QAction:
        action = QAction(self)
        action.triggered.connect(lambda _checked=False: self._ask_for_job(place))
        return action

    def _ask_for_job(self, place: int) -> None:
        if place < len(self._shown):
            self.job_asked.emit(self._shown[place].id)

    def say_what_toggling_does(self, is_shown: bool) -> None:
        """The first entry hides the window, or shows it."""
        self._toggle.setText(self.tr("&Hide window") if is_shown else self.tr("Sho&w window"))

    def look(self) -> None:
        """Say how things are now. What is said already costs nothing."""
        self._commands.pause_all.setEnabled(self._tally.under_way > 0)
        self._commands.resume_all.setEnabled(self._tally.paused > 0)
        self._shown = self._tally.recent
        for place, action in enumerate(self._jobs):
            is_there = place < len(self._shown)
            if is_there:
                action.setText(_in_one_line(self._shown[place]))
            action.setVisible(is_there)
        self._end_of_jobs.setVisible(bool(self._shown))


def _in_one_line(job: JobSnapshot) -> str:
    """Name and sentence; a host draws the menu with a font of its own, so the widths are about."""
    metrics = QFontMetrics(theme.body_font())
    name = metrics.elidedText(
        formatting.title(job), Qt.TextElideMode.ElideMiddle, theme.grown(_WIDEST_NAME)
    )
    sentence = metrics.elidedText(
        formatting.state_sentence(job), Qt.TextElideMode.ElideRight, theme.grown(_WIDEST_SENTENCE)
    )
    return formatting.joined(name, sentence).replace("&", "&&")
