"""The window: toolbar, list of jobs, a line for refusals, status bar. Layout and wiring only."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QHideEvent,
    QIcon,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QMainWindow,
    QMenu,
    QMessageBox,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from engine import JobSnapshot, JobSpec, __version__
from gui import desktop, formatting, theme
from gui.add_job_dialog import AddJobDialog, Choices, links_of
from gui.bridge import EngineBridge
from gui.commands import Commands
from gui.give_up import GiveUpDialog
from gui.job_list import JobList
from gui.job_table import COLUMNS, NAME, JobTable
from gui.menus import JobMenu
from gui.message_bar import MessageBar
from gui.style_sheet import style_sheet
from resources import icon_path

TICK_MS = 1000
_TICKS_PER_MINUTE = 60
_TICKS_PER_LOOK_AT_DISK = 10
_REMEMBERED_FOLDERS = 8


class MainWindow(QMainWindow):
    """All jobs and all commands. `closed`: the person closed it; `app` knows what follows."""

    closed = Signal()
    visibility_changed = Signal(bool)

    def __init__(
        self,
        bridge: EngineBridge,
        commands: Commands,
        appearance: theme.Appearance,
        memory: QSettings,
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._commands = commands
        self._appearance = appearance
        self._memory = memory
        self._ticks = 0
        self._add_dialog: AddJobDialog | None = None
        self.setWindowTitle("Holdfast")
        self.setAcceptDrops(True)
        self.table = JobTable(self)
        self.jobs = JobList(self.table, appearance, self)
        self.messages = MessageBar(self)
        self._count, self._speed = QLabel(self), QLabel(self)
        self._clock = QTimer(self, interval=TICK_MS)
        self._lay_out()
        self._fill_menus()
        self._wire()
        self._take_colours()
        self._restore()
        self._look_at_disk()
        self.table.apply(bridge.jobs(), [])
        self._say_status()
        self.jobs.setFocus()

    # --- how it is made --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.messages)
        layout.addWidget(self.jobs, 1)
        self.setCentralWidget(body)
        self._make_toolbar()
        self._make_status_bar()
        self.setMinimumSize(720, 360)
        self.resize(1200, 780)

    def _make_toolbar(self) -> None:
        bar = QToolBar(self.tr("Commands"), self)
        bar.setObjectName("commands")
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        commands = self._commands
        for action in (
            commands.add_links,
            commands.resume,
            commands.pause,
            commands.retry,
            commands.remove,
        ):
            bar.addAction(action)
            button = bar.widgetForAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(action.toolTip())
            button.setFixedHeight(theme.button_height())
        bar.widgetForAction(commands.add_links).setObjectName("primary")
        self.addToolBar(bar)

    def _make_status_bar(self) -> None:
        status = self.statusBar()
        status.setSizeGripEnabled(False)
        for label in (self._count, self._speed):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(theme.secondary_font())
            label.setContentsMargins(theme.PADDING - 2, 0, theme.PADDING - 2, 0)
        self._count.setAccessibleName(self.tr("Jobs and free space"))
        self._speed.setAccessibleName(self.tr("Total speed"))
        status.addWidget(self._count, 1)
        status.addPermanentWidget(self._speed)

    def _fill_menus(self) -> None:
        commands, bar = self._commands, self.menuBar()
        file = bar.addMenu(self.tr("&File"))
        file.addActions([commands.add_links, commands.paste])
        file.addSeparator()
        file.addAction(commands.quit)
        self._job_menu = JobMenu(self.tr("&Job"), commands)
        bar.addMenu(self._job_menu)
        self._fill_view_menu(bar.addMenu(self.tr("&View")))
        about = bar.addMenu(self.tr("&Help")).addAction(self.tr("&About Holdfast"))
        about.setMenuRole(QAction.MenuRole.AboutRole)
        about.triggered.connect(self._tell_about)

    def _fill_view_menu(self, menu: QMenu) -> None:
        self._column_actions: list[QAction] = []
        for column in range(NAME + 1, len(COLUMNS)):
            action = menu.addAction(self.table.headerData(column, Qt.Orientation.Horizontal))
            action.setCheckable(True)
            action.toggled.connect(
                lambda shown, column=column: self.jobs.setColumnHidden(column, not shown)
            )
            self._column_actions.append(action)

    def _wire(self) -> None:
        commands, bridge = self._commands, self._bridge
        bridge.jobsChanged.connect(self._follow)
        bridge.refused.connect(self.messages.show_message)
        commands.failed.connect(self.messages.show_message)
        commands.add_asked.connect(self._add_from_clipboard)
        commands.paste_asked.connect(self._paste)
        commands.custom_give_up_asked.connect(self._ask_give_up)
        commands.remove_asked.connect(self._remove)
        self.jobs.selectionModel().selectionChanged.connect(self._select)
        self.jobs.customContextMenuRequested.connect(self._open_context_menu)
        self.jobs.open_asked.connect(commands.open.trigger)
        self.table.rowsInserted.connect(self._say_status)
        self.table.rowsRemoved.connect(self._say_status)
        self._appearance.changed.connect(self._take_colours)
        self._clock.timeout.connect(self._tick)
        QShortcut(QKeySequence("Escape"), self, self.messages.hide)

    def _take_colours(self) -> None:
        self.setStyleSheet(style_sheet(self._appearance.theme))
        self.jobs.viewport().update()
        self.jobs.header().viewport().update()

    # --- following the engine --------------------------------------------------------------------

    def _follow(self, changed: list[JobSnapshot], gone: list[str]) -> None:
        self.table.apply(changed, gone)
        if any(self.jobs.is_selected(job.id) for job in changed):
            self._select()

    def _select(self) -> None:
        self._commands.select(self.jobs.selected_jobs())

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
        self._say_status()

    def _say_status(self) -> None:
        jobs = self.table.jobs()
        self._count.setText(formatting.status_line(jobs, self._place, self._free))
        self._speed.setText(formatting.total_rate(jobs))

    def _look_at_disk(self) -> None:
        folder = self._folders()[0]
        self._place, self._free = folder.name or str(folder), desktop.free_space(folder)

    # --- adding ----------------------------------------------------------------------------------

    def open_add_dialog(self, links: Sequence[str]) -> None:
        """Ask where these links go and how long to hold on; one dialog at a time takes them all."""
        if not self.isVisible():
            self.come_forward()
        if self._add_dialog is None:
            choices = Choices(self._folders(), self._bridge.settings.give_up_after())
            self._add_dialog = AddJobDialog(choices, self._appearance, self)
            self._add_dialog.jobs_chosen.connect(self._add)
            self._open(self._add_dialog)
            self._add_dialog.finished.connect(self._forget_add_dialog)
        self._add_dialog.offer(links)
        self._add_dialog.activateWindow()

    def _forget_add_dialog(self) -> None:
        self._add_dialog = None

    def _add(self, specs: list[JobSpec], start: bool) -> None:
        folder = specs[0].folder
        others = [str(known) for known in self._folders() if known != folder]
        self._memory.setValue("folders", [str(folder), *others][:_REMEMBERED_FOLDERS])
        self._look_at_disk()
        self._bridge.add(specs, start=start)

    def _folders(self) -> list[Path]:
        """Folders of earlier jobs, the latest first; at the beginning the one of the settings."""
        remembered = self._memory.value("folders") or []
        # QSettings gives a list of one back as that one.
        paths = [
            Path(folder) for folder in ([remembered] if isinstance(remembered, str) else remembered)
        ]
        default = desktop.default_folder(self._bridge.settings)
        return [*paths, default] if default not in paths else paths

    def _add_from_clipboard(self) -> None:
        self.open_add_dialog(links_of(QGuiApplication.clipboard().mimeData()))

    def _paste(self) -> None:
        links = links_of(QGuiApplication.clipboard().mimeData())
        if links:
            self.open_add_dialog(links)
        else:
            self.messages.show_message(self.tr("There is no link in the clipboard."))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if links_of(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        links = links_of(event.mimeData())
        if links:
            event.accept()
            self.open_add_dialog(links)

    # --- asking ----------------------------------------------------------------------------------

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _ask_give_up(self, jobs: list[JobSnapshot]) -> None:
        dialog = GiveUpDialog(jobs, self)
        ids = [job.id for job in jobs]

        def change(seconds: float | None) -> None:
            for job_id in ids:
                self._bridge.set_no_progress_timeout(job_id, seconds)

        dialog.chosen.connect(change)
        self._bridge.jobsChanged.connect(dialog.follow)
        self._open(dialog)

    def _remove(self, jobs: list[JobSnapshot], _with_files: bool) -> None:
        unfinished = [job for job in jobs if not job.state.is_final]
        if not unfinished:
            self._remove_now(jobs)
            return
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Remove"))
        box.setText(formatting.removal_question(unfinished))
        box.setInformativeText(self.tr("What has been fetched so far is deleted."))
        remove = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        remove.clicked.connect(lambda: self._remove_now(jobs))
        self._open(box)

    def _remove_now(self, jobs: Sequence[JobSnapshot]) -> None:
        for job in jobs:
            self._bridge.remove(job.id)

    def _open_context_menu(self, where: QPoint) -> None:
        if not self.jobs.selected_jobs():
            return
        menu = JobMenu("", self._commands)
        menu.setParent(self, menu.windowFlags())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.jobs.viewport().mapToGlobal(where))

    def _tell_about(self) -> None:
        box = QMessageBox(self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIconPixmap(QIcon(str(icon_path("holdfast"))).pixmap(64, 64))
        box.setWindowTitle(self.tr("About Holdfast"))
        box.setText(f"Holdfast {__version__}")
        box.setInformativeText(
            self.tr("Brings files home, and holds on while the network does not.")
        )
        self._open(box)

    # --- coming and going ------------------------------------------------------------------------

    def show_job(self, job_id: str) -> None:
        """Come to the front with this job selected."""
        self.come_forward()
        self.jobs.select_job(job_id)

    def come_forward(self) -> None:
        """Be seen, whether hidden, minimised or behind others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _restore(self) -> None:
        geometry, header = self._memory.value("geometry"), self._memory.value("header")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        if isinstance(header, QByteArray):
            self.jobs.header().restoreState(header)
        for column, action in enumerate(self._column_actions, start=NAME + 1):
            action.setChecked(not self.jobs.isColumnHidden(column))

    def remember(self) -> None:
        """Keep size, place and columns for the next start."""
        self._memory.setValue("geometry", self.saveGeometry())
        self._memory.setValue("header", self.jobs.header().saveState())
        self._memory.sync()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_at_disk()
        self._say_status()
        self._clock.start()
        self.visibility_changed.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        self._clock.stop()
        self.visibility_changed.emit(False)
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.remember()
        event.accept()
        self.closed.emit()
