"""One action per command of the person: what it is called, its key, and when it may be used.

A command on jobs is enabled exactly when the engine accepts it for one of the selected jobs; there
is no second list of rules here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from engine import GIVE_UP_PRESETS, JobEvent, JobSnapshot
from gui import desktop
from gui.bridge import EngineBridge
from gui.give_up import PRESETS, preset_label


class Desktop(NamedTuple):
    """How files reach the desktop; tests pass their own."""

    open_file: Callable[[Path], bool] = desktop.open_file
    show_in_folder: Callable[[Path], bool] = desktop.show_in_folder


class Commands(QObject):
    """All commands, for menus, toolbar, tray and keys. What needs a dialog is only announced."""

    add_asked = Signal()
    paste_asked = Signal()
    custom_give_up_asked = Signal(list)
    remove_asked = Signal(list)
    quit_asked = Signal()
    failed = Signal(str)
    """A file could not be handed to the desktop; a sentence."""

    def __init__(
        self, bridge: EngineBridge, parent: QObject | None = None, desktop: Desktop | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._desktop = desktop or Desktop()
        self._selection: list[JobSnapshot] = []
        self._needs: list[tuple[QAction, Callable[[JobSnapshot], bool]]] = []

        self.add_links = self._action(self.tr("&Add links…"), "Ctrl+N", self.add_asked.emit)
        self.add_links.setIconText("+  " + self.tr("Add links"))
        self.paste = self._action(self.tr("&Paste links"), "Ctrl+V", self.paste_asked.emit)
        self.quit = self._action(self.tr("&Quit"), "Ctrl+Q", self.quit_asked.emit)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

        self.resume = self._command(self.tr("&Resume"), "Ctrl+R", JobEvent.RESUME, bridge.resume)
        self.pause = self._command(self.tr("&Pause"), "Ctrl+P", JobEvent.SUSPEND, bridge.suspend)
        self.retry = self._command(self.tr("Re&try now"), "F5", JobEvent.RESUME, bridge.resume)
        self.cancel = self._command(self.tr("&Cancel"), "", JobEvent.CANCEL, bridge.cancel)
        self.open = self._on_selection(self.tr("&Open"), "Ctrl+O", self._open, _is_delivered)
        self.show_in_folder = self._on_selection(
            self.tr("Show in &folder"), "Ctrl+Shift+O", self._show_in_folder
        )
        self.copy_link = self._on_selection(self.tr("Copy &link"), "Ctrl+C", self._copy_link)
        self.remove = self._on_selection(self.tr("Re&move"), "Del", self._ask_to_remove)
        self.give_up = self._give_up_menu()

    def select(self, jobs: Sequence[JobSnapshot]) -> None:
        """The commands are about these jobs from now on."""
        self._selection = list(jobs)
        for action, fits in self._needs:
            action.setEnabled(any(map(fits, jobs)))
        self._tick_give_up()

    def job_actions(self) -> list[QAction | None]:
        """What can be done with jobs, in groups; None stands between them."""
        return [
            *(self.resume, self.pause, self.retry, self.cancel, None),
            *(self.give_up.menuAction(), None),
            *(self.open, self.show_in_folder, self.copy_link, None),
            self.remove,
        ]

    # --- how they are made -----------------------------------------------------------------------

    def _action(self, text: str, key: str, act: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False: act())
        return action

    def _on_selection(
        self,
        text: str,
        key: str,
        act: Callable[[], object],
        fits: Callable[[JobSnapshot], bool] = lambda _job: True,
    ) -> QAction:
        action = self._action(text, key, act)
        action.setEnabled(False)
        self._needs.append((action, fits))
        return action

    def _command(self, text: str, key: str, event: JobEvent, act: Callable[[str], None]) -> QAction:
        def accepts(job: JobSnapshot) -> bool:
            return job.accepts(event)

        def act_on_selection() -> None:
            for job in filter(accepts, self._selection):
                act(job.id)

        return self._on_selection(text, key, act_on_selection, accepts)

    def _give_up_menu(self) -> QMenu:
        menu = QMenu(self.tr("&Give up after"))
        self._presets = QActionGroup(self)
        self._presets.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for name, seconds in GIVE_UP_PRESETS.items():
            self._add_preset(menu, preset_label(name), partial(self._set, seconds))
        menu.addSeparator()
        self._add_preset(menu, self.tr("Custom…"), self._ask_for_custom)
        self._needs.append((menu.menuAction(), _may_change))
        menu.menuAction().setEnabled(False)
        return menu

    def _add_preset(self, menu: QMenu, text: str, act: Callable[[], None]) -> None:
        action = self._action(text, "", act)
        action.setCheckable(True)
        self._presets.addAction(action)
        menu.addAction(action)

    # --- what they do ----------------------------------------------------------------------------

    def _changeable(self) -> list[JobSnapshot]:
        return [job for job in self._selection if _may_change(job)]

    def _set(self, seconds: float | None) -> None:
        for job in self._changeable():
            self._bridge.set_no_progress_timeout(job.id, seconds)
        self._tick_give_up()

    def _ask_for_custom(self) -> None:
        self.custom_give_up_asked.emit(self._changeable())
        self._tick_give_up()

    def _tick_give_up(self) -> None:
        chosen = {job.no_progress_timeout for job in self._changeable()}
        for action, seconds in zip(self._presets.actions(), (*PRESETS, ...), strict=True):
            is_custom = seconds is ... and not chosen <= set(PRESETS)
            action.setChecked(len(chosen) == 1 and (is_custom or seconds in chosen))

    def _open(self) -> None:
        for job in filter(_is_delivered, self._selection):
            self.open_job(job)

    def open_job(self, job: JobSnapshot) -> None:
        """Open the job's finished file."""
        path = _delivered(job)
        if path is not None and not self._desktop.open_file(path):
            self.failed.emit(self.tr("{path} cannot be opened.").format(path=path))

    def _show_in_folder(self) -> None:
        for job in {job.folder: job for job in self._selection}.values():
            self.show_job_in_folder(job)

    def show_job_in_folder(self, job: JobSnapshot) -> None:
        """Show where the job's files are, or will be."""
        path = _delivered(job) or job.folder
        if not self._desktop.show_in_folder(path):
            self.failed.emit(self.tr("{folder} is not there (yet).").format(folder=job.folder))

    def _copy_link(self) -> None:
        links = [file.url for job in self._selection for file in job.files]
        QGuiApplication.clipboard().setText("\n".join(links))

    def _ask_to_remove(self) -> None:
        self.remove_asked.emit(list(self._selection))


def _may_change(job: JobSnapshot) -> bool:
    return job.accepts(JobEvent.CHANGE)


def _delivered(job: JobSnapshot) -> Path | None:
    return next((file.path for file in job.files if file.path is not None), None)


def _is_delivered(job: JobSnapshot) -> bool:
    return _delivered(job) is not None
