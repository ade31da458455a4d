"""The window: what is where, and who hears of what. Layout and wiring only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QHideEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStyle, QVBoxLayout, QWidget

from engine import JobSnapshot, Network
from gui import desktop, formatting, help_pages, theme
from gui.adding.dropped import links_of, may_have_links, metalinks_of
from gui.bridge import EngineBridge
from gui.browsers.handover import Handover
from gui.commands import Commands
from gui.details import Details
from gui.details.words import shown_error
from gui.drag_out import DragOut
from gui.drop_frame import DropFrame
from gui.filter_box import FilterBox
from gui.job_filter import JobFilter
from gui.job_list import JobList
from gui.job_table import JobTable
from gui.menus import DensitySwitch, JobMenu, fill, fill_menu_bar
from gui.message_bar import MessageBar
from gui.offer_bar import OfferBar
from gui.opening import RiskyFile
from gui.panes import Panes
from gui.preferences import PreferenceKeeper
from gui.removal import Removals
from gui.sidebar import Sidebar
from gui.status_bar import StatusBar
from gui.style_sheet import style_sheet
from gui.toolbar import Toolbar
from gui.undo_bar import UndoBar
from gui.when_done import WhenDone
from gui.when_done_menu import WhenDoneButton, WhenDoneMenu
from gui.window_dialogs import Dialogs

TICK_MS = 1000
_TICKS_PER_MINUTE = 60
_TICKS_PER_LOOK_AT_DISK = 10
_AT_FIRST = QSize(1280, 800)


class MainWindow(QMainWindow):
    """All jobs and all commands. `may_close` is asked when the person closes it; `app` knows."""

    visibility_changed = Signal(bool)

    def __init__(
        self,
        bridge: EngineBridge,
        commands: Commands,
        appearance: theme.Appearance,
        preferences: PreferenceKeeper,
        memory: QSettings,
        network: Network | None = None,
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._commands = commands
        self._appearance = appearance
        self._preferences = preferences
        self._memory = memory
        self._ticks = 0
        self._menus: list[QMenu] = []
        self.may_close: Callable[[], bool] = lambda: True
        self.setWindowTitle("Holdfast")
        self.setAcceptDrops(True)
        self._make_parts(network)
        self._clock = QTimer(self, interval=TICK_MS)
        self._lay_out()
        self._fill_menus()
        self._wire_engine()
        self._wire_commands()
        self._wire_parts()
        self._take_colours()
        self._restore()
        self.table.apply(bridge.jobs(), [])
        self.status.follow(bridge.jobs(), [])
        self.jobs.setFocus()

    # --- how it is made --------------------------------------------------------------------------

    def _make_parts(self, network: Network | None) -> None:
        bridge, appearance = self._bridge, self._appearance
        preferences, memory = self._preferences, self._memory
        self.table = JobTable(lambda: preferences.now.categories, self)
        self.jobs = JobList(self.table, appearance, preferences, self)
        self.sidebar = Sidebar(self.table, preferences, appearance, self)
        self.details = Details(bridge, self._commands, appearance, memory, self)
        self.removals = Removals(bridge, parent=self)
        self.dialogs = Dialogs(bridge, preferences, appearance, memory, self)
        self.messages = MessageBar(self)
        self.offers = OfferBar(self)
        self.filter_box = FilterBox(self)
        self.status = StatusBar(bridge, appearance, network, self)
        self.panes = Panes(self.sidebar, self.jobs, self.details, memory, self)
        self._undo_bar = UndoBar(self.removals, appearance, self.jobs)
        self._drag_out = DragOut(self.jobs, appearance)
        self._drop_frame = DropFrame(appearance, self.panes)

    def _lay_out(self) -> None:
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.panes, 1)
        # Below: what comes there moves no row under the pointer.
        layout.addWidget(self.messages)
        layout.addWidget(self.offers)
        self.setCentralWidget(body)
        commands = self._commands
        usual = (
            *(commands.add_links, commands.resume, commands.pause, commands.retry),
            *(commands.remove, commands.sign_in, commands.show_certificate),
        )
        self.addToolBar(Toolbar(self.tr("Commands"), usual, self.filter_box))
        self.setStatusBar(self.status)
        self.setMinimumSize(720, 360)
        # The frame, which nobody knows before it is there, is seen as well.
        frame = QSize(0, self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight))
        self.resize(_AT_FIRST.boundedTo(self.screen().availableSize() - frame))
        QWidget.setTabOrder(self.filter_box, self.sidebar)
        QWidget.setTabOrder(self.sidebar, self.jobs)
        QWidget.setTabOrder(self.jobs, self.details)

    def _fill_menus(self) -> None:
        keys = QAction(self.tr("&Keyboard shortcuts"), self)
        keys.triggered.connect(lambda _checked=False: self.dialogs.show_keys(self._menus))
        report = QAction(self.tr("&Report a problem…"), self)
        report.triggered.connect(lambda _checked=False: self.dialogs.report_problem())
        about = QAction(self.tr("&About Holdfast"), self)
        about.setMenuRole(QAction.MenuRole.AboutRole)
        about.triggered.connect(lambda _checked=False: self.dialogs.tell_about())
        self._compact = DensitySwitch(self._preferences, self)
        self._compact.failed.connect(self.messages.show_message)
        columns = QMenu(self.tr("&Columns"))
        fill(columns, self.jobs.column_actions())
        view = [*self.panes.actions_of_view, None, self._compact, columns]
        self._menus = fill_menu_bar(
            self.menuBar(),
            self._commands,
            view,
            [self._commands.help, keys, None, report, None, about],
        )
        choices = (self._commands.give_up, self._commands.speed_limit, self._commands.priority)
        # Looks are handed down.
        for menu in (*self._menus, columns, *choices):
            menu.setParent(self, menu.windowFlags())
        self.jobs.addActions(self._commands.for_list)

    def offer_endings(self, when_done: WhenDone) -> None:
        """Let the person choose what is done when all is done."""
        menu = WhenDoneMenu(when_done)
        menu.setParent(self, menu.windowFlags())
        menu.custom_asked.connect(lambda: self.dialogs.ask_command(when_done))
        file = self._menus[0]
        file.insertAction(self._commands.quit, menu.menuAction())
        file.insertSeparator(self._commands.quit)
        self.status.add_choice(WhenDoneButton(when_done, menu, self.status))
        when_done.failed.connect(self.messages.show_message)

    def _wire_engine(self) -> None:
        self._bridge.jobsChanged.connect(self._follow)
        self._bridge.jobsChanged.connect(self.messages.follow)
        self._bridge.refused.connect(self.messages.show_message)
        self._bridge.trust.unkept.connect(self._say_unkept)
        self.messages.left.connect(self.jobs.setFocus)
        self._clock.timeout.connect(self._tick)

    def _wire_commands(self) -> None:
        commands, dialogs = self._commands, self.dialogs
        commands.failed.connect(self.messages.show_message)
        commands.unseen.connect(self._say_where)
        commands.add_asked.connect(self._add_from_clipboard)
        commands.paste_asked.connect(self._paste)
        commands.select_all_asked.connect(self.jobs.selectAll)
        commands.filter_asked.connect(self.filter_box.begin)
        commands.undo_asked.connect(self.removals.undo)
        commands.remove_asked.connect(self.removals.remove)
        commands.custom_give_up_asked.connect(dialogs.ask_give_up)
        commands.custom_limit_asked.connect(dialogs.ask_limit)
        commands.rename_asked.connect(dialogs.ask_name)
        commands.change_link_asked.connect(dialogs.ask_link)
        commands.properties_asked.connect(dialogs.show_properties)
        commands.sign_in_asked.connect(dialogs.trust.ask_sign_in)
        commands.certificate_asked.connect(dialogs.trust.show_certificate)
        commands.downgrade_asked.connect(dialogs.trust.allow_downgrade)
        commands.risky_open_asked.connect(self._ask_about_risky)
        commands.preferences_asked.connect(dialogs.show_preferences)
        commands.help_asked.connect(self._show_help)

    def _wire_parts(self) -> None:
        self.jobs.selectionModel().selectionChanged.connect(self._select)
        self.jobs.customContextMenuRequested.connect(self._open_context_menu)
        self.jobs.open_asked.connect(self._commands.do_next)
        self.jobs.all_asked.connect(self._show_all)
        self.jobs.add_asked.connect(self._commands.add_links.trigger)
        self.sidebar.chosen.connect(self._narrow)
        self.filter_box.words_changed.connect(self._look_for)
        self.filter_box.left.connect(self.jobs.setFocus)
        self.details.change_link_asked.connect(self.dialogs.ask_link)
        self.details.open_asked.connect(self._commands.open_path)
        self.details.show_in_folder_asked.connect(self._commands.show_path)
        self.removals.left.connect(self._take_away)
        self.removals.returned.connect(self._bring_back)
        self.removals.changed.connect(self._look_at_removals)
        self.dialogs.show_asked.connect(self.show_job)
        self.dialogs.added.connect(self.jobs.select_when_it_comes)
        self.dialogs.show_in_folder_asked.connect(self._commands.show_path)
        self.dialogs.folder_changed.connect(self._look_at_disk)
        self._bridge.settingsChanged.connect(self._look_at_disk)
        self.status.custom_limit_asked.connect(
            lambda: self.dialogs.ask_total_limit(self.status.set_limit)
        )
        for news in (self.table.countsChanged, self.table.filterChanged):
            news.connect(self._say_shown)
        self._appearance.changed.connect(self._take_colours)
        self.offers.taken.connect(self.open_add_dialog)
        QShortcut(QKeySequence("Escape"), self, self._clear_messages)

    def _take_colours(self) -> None:
        self.setStyleSheet(style_sheet(self._appearance.theme))
        self._commands.stand_out(not self._appearance.theme.is_native)
        self.jobs.viewport().update()
        self.jobs.header().viewport().update()

    # --- following the engine --------------------------------------------------------------------

    def _follow(self, changed: list[JobSnapshot], gone: list[str]) -> None:
        in_sight = self.removals.in_sight(changed, gone)
        self.table.apply(in_sight, gone)
        self.status.follow(in_sight, gone)
        self._commands.follow(in_sight, gone)
        self.details.follow(in_sight, gone)

    def _take_away(self, ids: list[str]) -> None:
        self.table.apply([], ids)
        self.status.follow([], ids)

    def _bring_back(self, jobs: list[JobSnapshot]) -> None:
        self.table.apply(jobs, [])
        self.status.follow(jobs, [])

    def _look_at_removals(self) -> None:
        self._commands.undo.setEnabled(self.removals.latest is not None)

    def _tick(self) -> None:
        """A second has passed: clocks on the screen run on, though no job changed."""
        self._ticks += 1
        self._bridge.look_again(
            job.id for job in self.jobs.visible_jobs() if formatting.counts_down(job)
        )
        if self._ticks % _TICKS_PER_MINUTE == 0:
            self.jobs.viewport().update()
        if self._ticks % _TICKS_PER_LOOK_AT_DISK == 0:
            self._look_at_disk()
        self.status.tick()

    def _look_at_disk(self) -> None:
        folder = self.dialogs.folders()[0]
        name = formatting.one_line(folder.name or str(folder))
        self.status.say_space(name, desktop.free_space(folder))

    # --- what is shown ---------------------------------------------------------------------------

    def _select(self) -> None:
        jobs = self.jobs.selected_jobs()
        self._commands.select(jobs)
        self.details.show_jobs(jobs)
        self.status.say_selected(jobs)

    def _narrow(self, wanted: JobFilter) -> None:
        self.table.set_filter(wanted.with_words(self.table.filter.words))

    def _look_for(self, words: str) -> None:
        self.table.set_filter(self.table.filter.with_words(words))

    def _show_all(self) -> None:
        self.filter_box.clear()
        self.table.set_filter(JobFilter())
        self.sidebar.select_all()

    def _say_shown(self) -> None:
        has_words = bool(self.table.filter.words)
        total = self.table.counts.total
        self.status.say_shown(self.table.rowCount() if has_words else total, total)

    def _open_context_menu(self, where: QPoint) -> None:
        if not self._commands.selection:
            return
        menu = JobMenu("", self._commands)
        menu.setParent(self, menu.windowFlags())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.jobs.viewport().mapToGlobal(where))

    def _ask_about_risky(self, files: list[RiskyFile]) -> None:
        """Where the person can see the question: a notification may have asked for it."""
        if not self.isActiveWindow():
            self.come_forward()
        self.dialogs.ask_open(files, self._commands.open_anyway, self._commands.show_path)

    def _say_unkept(self, keyring: str) -> None:
        words = self.tr(
            "The keyring ({keyring}) gave no answer: what it was to keep lasts until Holdfast ends."
        )
        self.messages.show_message(words.replace("{keyring}", formatting.one_line(keyring)))

    def _say_where(self, path: Path) -> None:
        """A notification may have asked to see it: then the window is not in front."""
        if not self.isActiveWindow():
            self.come_forward()
        words = self.tr("No program on this computer shows folders. The path is {path}")
        deeds = [(self.tr("Copy path"), partial(self._commands.copy, path))]
        self.messages.show_message(words.format(path=formatting.one_line(str(path))), deeds)

    def _show_help(self, topic: str) -> None:
        self.dialogs.show_help(topic or self._topic())

    def _topic(self) -> str:
        """What the person is at: an error in the details, the details, or the list."""
        focus = QApplication.focusWidget()
        if focus is not None and self.details.isAncestorOf(focus):
            jobs = self._commands.selection
            error = shown_error(jobs[0]) if len(jobs) == 1 else None
            return "window#details" if error is None else help_pages.about_error(error.kind)
        return help_pages.LIST if self.table.jobs() else help_pages.FIRST

    def _clear_messages(self) -> None:
        self.messages.hide()
        self.offers.dismiss()

    # --- adding ----------------------------------------------------------------------------------

    def open_add_dialog(self, links: Sequence[str], documents: Sequence[Path] = ()) -> None:
        """Ask where these links go, and the files of these Metalinks, and how long to hold on."""
        if not self.isVisible():
            self.come_forward()
        self.dialogs.add(links, self.table.jobs(), documents)

    def take_over(self, given: Handover) -> None:
        """Ask what is to become of a browser's download."""
        # Once: a page that sends one link after the other must not pull it forward each time.
        if not (self.isVisible() and self.dialogs.is_adding):
            self.come_forward()
        self.dialogs.take_over(given, self.table.jobs())

    def offer_links(self, links: Sequence[str]) -> None:
        """Offer what was copied elsewhere, without coming to the front."""
        if not self.dialogs.take_in(links):
            self.offers.offer(links)

    def _add_from_clipboard(self) -> None:
        mime = QGuiApplication.clipboard().mimeData()
        self.open_add_dialog(links_of(mime), metalinks_of(mime))

    def _paste(self) -> None:
        mime = QGuiApplication.clipboard().mimeData()
        links, documents = links_of(mime), metalinks_of(mime)
        if links or documents:
            self.open_add_dialog(links, documents)
        else:
            self.messages.show_message(self.tr("There is no link in the clipboard."))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # Files that are dragged out of the list are no links to add.
        if event.source() is None and may_have_links(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._drop_frame.show_invitation()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_frame.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_frame.hide()
        links, documents = links_of(event.mimeData()), metalinks_of(event.mimeData())
        if links or documents:
            event.accept()
            self.open_add_dialog(links, documents)
        else:
            self.messages.show_message(self.tr("There is no link in what was dropped."))

    # --- coming and going ------------------------------------------------------------------------

    def show_job(self, job_id: str) -> None:
        """Come to the front with this job selected, whatever was filtered."""
        self.come_forward()
        if self.table.row_of(job_id) is None:
            self._show_all()
        self.jobs.select_job(job_id)

    def come_forward(self) -> None:
        """Be seen, whether hidden, minimised or behind others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _restore(self) -> None:
        geometry = self._memory.value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        self.jobs.restore(self._memory)

    def remember(self) -> None:
        """Keep size, place, panes and columns for the next start."""
        self._memory.setValue("geometry", self.saveGeometry())
        self.panes.remember()
        self.jobs.remember(self._memory)
        self._memory.sync()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_at_disk()
        self.status.tick()
        self._clock.start()
        self.visibility_changed.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            # Not when it is only minimised.
            self.dialogs.hide_help()
        self._clock.stop()
        self.visibility_changed.emit(False)
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.remember()
        event.setAccepted(self.may_close())
