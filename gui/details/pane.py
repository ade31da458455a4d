"""The pane itself: tabs, the page in front, and when it is refreshed.

Only the page in front is told anything, and nothing while the pane is hidden.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSettings, QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from engine import JobSnapshot
from gui import formatting, theme
from gui.bridge import EngineBridge
from gui.commands import Commands
from gui.details.connections import Connections
from gui.details.files import Files
from gui.details.overview import Overview
from gui.details.page import Page, Surroundings
from gui.details.parts import Words
from gui.details.request import Request
from gui.details.speed import SpeedPage
from gui.details.summary import Hint, Summary
from gui.details.tabs import Tabs
from gui.details.timeline import Timeline

_TAB = "details/tab"
_TICK_MS = 1000
_REST_MS = 250
"""What changes more often than this is shown this often."""
_HEIGHT, _WIDTH = 216, 380


class Details(QWidget):
    """One job in full; of several jobs what they are together."""

    open_asked = Signal(object)
    """A finished file, a Path."""
    show_in_folder_asked = Signal(object)
    """A file or a folder, a Path."""
    change_link_asked = Signal(object, int)
    """A job, and which of its files."""

    def __init__(
        self,
        bridge: EngineBridge,
        commands: Commands,
        appearance: theme.Appearance,
        memory: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._memory = memory
        self._jobs: dict[str, JobSnapshot] = {}
        self._is_stale = False
        around = Surroundings(bridge, commands, appearance, memory)
        files, connections = Files(around), Connections(around)
        files.ranges_asked.connect(self._show_ranges)
        self._connections = connections
        self._pages: dict[str, Page] = {
            "overview": Overview(around),
            "files": files,
            "connections": connections,
            "speed": SpeedPage(around),
            "timeline": Timeline(around),
            "request": Request(around),
        }
        self._hint, self._summary = Hint(around), Summary(around)
        self._tabs = Tabs(appearance, self)
        self._stack = QStackedWidget(self)
        self._fill()
        self._ticks = QTimer(self, interval=_TICK_MS)
        self._ticks.timeout.connect(self._tick)
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._catch_up)
        self._restore_tab()
        self._tabs.currentChanged.connect(self._turn_to)
        self._refresh()

    def _fill(self) -> None:
        titles = (
            self.tr("Overview"),
            self.tr("Files"),
            self.tr("Connections"),
            self.tr("Speed"),
            self.tr("Timeline"),
            self.tr("Request"),
        )
        for title, page in zip(titles, self._pages.values(), strict=True):
            self._tabs.addTab(title)
            page.setAccessibleName(title)
        for page in (*self._pages.values(), self._hint, self._summary):
            self._stack.addWidget(page)
            page.open_asked.connect(self.open_asked)
            page.show_in_folder_asked.connect(self.show_in_folder_asked)
            page.change_link_asked.connect(self.change_link_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tabs)
        layout.addWidget(self._stack, 1)
        self.setAccessibleName(self.tr("Details"))
        self.setFocusProxy(self._tabs)

    # --- which jobs ------------------------------------------------------------------------------

    def show_jobs(self, jobs: Sequence[JobSnapshot]) -> None:
        """These are selected; called again with the same ones it tells how they are now."""
        before = self._jobs
        self._jobs = {job.id: job for job in jobs}
        if before.keys() == self._jobs.keys():
            self._note()
        else:
            self._is_stale = False
            self._refresh()
            self._rest.start()

    def follow(self, changed: Sequence[JobSnapshot], gone: Sequence[str]) -> None:
        """News of the engine; only those of the jobs that are shown matter."""
        mine = [job for job in changed if job.id in self._jobs]
        lost = [job_id for job_id in gone if job_id in self._jobs]
        for job in mine:
            self._jobs[job.id] = job
        for job_id in lost:
            del self._jobs[job_id]
        if mine or lost:
            self._note()

    @property
    def _only(self) -> JobSnapshot | None:
        return next(iter(self._jobs.values())) if len(self._jobs) == 1 else None

    # --- which page ------------------------------------------------------------------------------

    @property
    def page(self) -> Page:
        """The page in front."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def show_tab(self, name: str) -> None:
        """Bring a tab to the front: "overview", "files", "connections", "speed", …"""
        self._tabs.setCurrentIndex(list(self._pages).index(name))

    @property
    def tab(self) -> str:
        """The name of the chosen tab."""
        return list(self._pages)[self._tabs.currentIndex()]

    def _restore_tab(self) -> None:
        name = str(self._memory.value(_TAB) or "")
        if name in self._pages:
            self.show_tab(name)

    def _turn_to(self) -> None:
        self._memory.setValue(_TAB, self.tab)
        self._refresh()

    def _show_ranges(self, job_id: str, number: int) -> None:
        self._connections.choose(job_id, number)
        self.show_tab("connections")

    # --- when it is refreshed --------------------------------------------------------------------

    def _note(self) -> None:
        """At once, and then not again for a moment: bytes come in ten times a second.

        Several jobs are summed up once a second: they may be ten thousand.
        """
        if self._rest.isActive() or len(self._jobs) > 1:
            self._is_stale = True
        elif self.isVisible():
            self._refresh()
            self._rest.start()

    def _catch_up(self) -> None:
        if self._is_stale and len(self._jobs) <= 1:
            self._is_stale = False
            self._note()

    def _tick(self) -> None:
        job = self._only
        if job is not None and formatting.counts_down(job):
            self._bridge.look_again([job.id])
        if self._is_stale and len(self._jobs) > 1:
            self._is_stale = False
            self._refresh()
        else:
            self.page.tick()

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        page = self._pages[self.tab]
        if (job := self._only) is not None:
            self._stack.setCurrentWidget(page)
            page.show_job(job)
            return
        fallback = self._summary if self._jobs else self._hint
        shown = page if page.FOR_MANY else fallback
        self._stack.setCurrentWidget(shown)
        shown.show_many(list(self._jobs.values()))

    # --- QWidget ---------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 2 * self._tabs.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._tabs.take_font()
            for words in self.findChildren(Words):
                words.take_font()
            for page in self._pages.values():
                page.take_colours()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
        self._ticks.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._ticks.stop()
        self._rest.stop()
        self._is_stale = False
        super().hideEvent(event)
