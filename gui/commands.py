"""One action per command of the person: what it is called, its keys, and when it may be used.

A command on jobs is enabled exactly when the engine accepts it for one of the selected jobs; there
is no second list of rules here. What needs a dialog or a part of the window is only announced.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtGui import QAction, QGuiApplication, QPalette

from engine import ErrorKind, JobEvent, JobSnapshot, JobState, Move, Priority, host_of
from gui import curl, desktop, formatting
from gui.adding.clipboard_watch import copied_by_us
from gui.bridge import EngineBridge
from gui.choice_menu import ChoiceMenu, give_up_choices, rate_choices
from gui.hosts import in_letters
from gui.icons import icon
from gui.line_moves import steps
from gui.needs import SIGN_INS, Need, need_of, needs_sign_in
from gui.opening import RiskyFile
from gui.risky_files import Risk, risk_of
from gui.selection import Jobs, SelectionActions, delivered, may_change
from gui.tally import UNDER_WAY

_NETWORK_HOLDS = frozenset({ErrorKind.OFFLINE, ErrorKind.METERED, ErrorKind.CAPTIVE_PORTAL})


class Desktop(NamedTuple):
    """How files reach the desktop; tests pass their own."""

    open_file: Callable[[Path], bool] = desktop.open_file
    show_in_folder: Callable[[Path, Callable[[], object]], bool] = desktop.show_in_folder


class Commands(SelectionActions):
    """All commands, for menus, toolbar, tray and keys."""

    add_asked = Signal()
    paste_asked = Signal()
    preferences_asked = Signal()
    help_asked = Signal(str)
    """A topic of `help_pages`; empty for what the person is at."""
    quit_asked = Signal()
    select_all_asked = Signal()
    filter_asked = Signal()
    undo_asked = Signal()
    custom_give_up_asked = Signal(list)
    custom_limit_asked = Signal(list)
    properties_asked = Signal(list)
    rename_asked = Signal(object)
    change_link_asked = Signal(object)
    remove_asked = Signal(list, bool)
    """The jobs, and whether their delivered files go as well."""
    sign_in_asked = Signal(list)
    certificate_asked = Signal(object)
    downgrade_asked = Signal(list)
    risky_open_asked = Signal(list)
    """Files that do something by themselves once they are opened: `RiskyFile`s."""
    failed = Signal(str)
    """A file could not be handed to the desktop; a sentence."""
    unseen = Signal(object)
    """Nothing on this computer shows this path in its folder."""

    def __init__(
        self, bridge: EngineBridge, parent: QObject | None = None, desktop: Desktop | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._desktop = desktop or Desktop()
        self._risky: dict[Path, Risk] = {}
        self._asking = QTimer(self, interval=0, singleShot=True)
        self._asking.timeout.connect(self._ask_about_risky)
        self._make_needed_actions()
        self._make_program_actions()
        self._make_running_actions()
        self._make_removing_actions()
        self._make_file_actions()
        self._make_line_actions()
        self._make_choices()

    # --- how they are made -----------------------------------------------------------------------

    def _make_program_actions(self) -> None:
        make = self._action
        self.add_links = make("add_links", self.tr("&Add links…"), self.add_asked.emit)
        self.add_links.setIconText(self.tr("Add links"))
        self.stand_out(True)
        self.add_links.setIconVisibleInMenu(False)
        self.paste = make("paste", self.tr("&Paste links"), self.paste_asked.emit)
        self.preferences = make(
            "preferences", self.tr("Pr&eferences…"), self.preferences_asked.emit, "settings"
        )
        self.preferences.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.help = make(
            "help", self.tr("Holdfast &help"), lambda: self.help_asked.emit(""), "help"
        )
        self.quit = make("quit", self.tr("&Quit"), self.quit_asked.emit, "quit")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.undo = make("undo", self.tr("&Undo remove"), self.undo_asked.emit, "undo")
        self.undo.setEnabled(False)
        self.select_all = make("select_all", self.tr("&Select all"), self.select_all_asked.emit)
        self.filter = make("filter", self.tr("&Filter"), self.filter_asked.emit, "search")
        self.resume_all = make("resume_all", self.tr("Resume all &jobs"), self._resume_all)
        self.pause_all = make("pause_all", self.tr("Pause al&l jobs"), self._pause_all)

    def stand_out(self, has_accent: bool) -> None:
        """Whether the button of the first command has the accent for its ground."""
        role = QPalette.ColorRole
        self.add_links.setIcon(icon("add", role.HighlightedText if has_accent else role.ButtonText))

    def _make_running_actions(self) -> None:
        make, bridge = self._command, self._bridge
        self.resume = make("resume", self.tr("&Resume"), JobEvent.RESUME, bridge.resume, "resume")
        self.pause = make("pause", self.tr("&Pause"), JobEvent.SUSPEND, bridge.suspend, "pause")
        self.retry = make("retry", self.tr("Re&try now"), JobEvent.RETRY, bridge.retry, "retry")
        self.complete = make(
            *("complete", self.tr("&Keep finished files"), JobEvent.COMPLETE),
            *(bridge.complete, "check"),
        )
        self.cancel = make("cancel", self.tr("&Cancel"), JobEvent.CANCEL, bridge.cancel, "cancel")
        self.run_anyway = self._on_selection(
            "run_anyway", self.tr("Run any&way"), self._run_anyway, "globe", _any_is_kept
        )

    def _make_needed_actions(self) -> None:
        """What jobs that stopped wait for."""
        make = self._when_needed
        self.sign_in = make("sign_in", self.tr("Sign in…"), self._ask_sign_in, "key", SIGN_INS)
        self.show_certificate = make(
            "show_certificate",
            self.tr("S&how certificate…"),
            self._ask_certificate,
            "certificate",
            (Need.CERTIFICATE,),
        )
        self.allow_downgrade = make(
            "allow_downgrade",
            self.tr("&Allow going on without encryption"),
            self.downgrade_asked.emit,
            "globe",
            (Need.DOWNGRADE,),
        )
        self.needed = (self.sign_in, self.show_certificate, self.allow_downgrade)

    def _make_removing_actions(self) -> None:
        def ask(with_files: bool) -> Callable[[list[JobSnapshot]], None]:
            return lambda jobs: self.remove_asked.emit(jobs, with_files)

        self.remove = self._on_selection("remove", self.tr("Re&move"), ask(False), "remove")
        self.remove_with_files = self._on_selection(
            "remove_with_files", self.tr("Remove and &delete file"), ask(True), "file-remove"
        )

    def _make_file_actions(self) -> None:
        make = self._on_selection
        self.open = make("open", self.tr("&Open"), self._open, "open", _any_is_delivered)
        self.show_in_folder = make(
            "show_in_folder", self.tr("Show in &folder"), self._show_in_folder, "folder"
        )
        self.copy_link = make("copy_link", self.tr("Copy &link"), self._copy_link, "copy")
        self.copy_path = make("copy_path", self.tr("Copy p&ath"), self._copy_path)
        self.copy_curl = make("copy_curl", self.tr("Copy as c&URL"), self._copy_curl)
        self.rename = make(
            "rename", self.tr("Re&name…"), self._ask_rename, "edit", _is_one_to_rename
        )
        self.change_link = make(
            "change_link",
            self.tr("Chan&ge link and go on…"),
            self._ask_change_link,
            "link",
            _is_one_to_change,
        )
        self.properties = make(
            "properties", self.tr("Prop&erties…"), self.properties_asked.emit, "settings"
        )

    def _make_line_actions(self) -> None:
        def make(name: str, text: str, move: Move, picture: str) -> QAction:
            return self._on_selection(
                name, text, lambda jobs: self._move(jobs, move), picture, _any_is_in_line
            )

        self.move_top = make("move_top", self.tr("To the &top"), Move.TOP, "top")
        self.move_up = make("move_up", self.tr("Move &up"), Move.UP, "up")
        self.move_down = make("move_down", self.tr("Move &down"), Move.DOWN, "down")
        self.move_bottom = make("move_bottom", self.tr("To the &bottom"), Move.BOTTOM, "bottom")

    def _make_choices(self) -> None:
        bridge = self._bridge
        self.give_up = ChoiceMenu(
            self.tr("Gi&ve up after"), give_up_choices(), self.tr("Custom…"), "clock"
        )
        self.give_up.chosen.connect(lambda value: self._set(bridge.set_no_progress_timeout, value))
        self.give_up.custom_asked.connect(lambda: self._ask(self.custom_give_up_asked))
        self._choice(self.give_up, lambda job: job.no_progress_timeout)

        self.speed_limit = ChoiceMenu(
            *(self.tr("&Speed limit"), rate_choices(self.tr("No limit"))),
            *(self.tr("Custom…"), "speed"),
        )
        self.speed_limit.chosen.connect(lambda value: self._set(bridge.set_rate_limit, value))
        self.speed_limit.custom_asked.connect(lambda: self._ask(self.custom_limit_asked))
        self._choice(self.speed_limit, lambda job: job.rate_limit)

        words = (
            *(self.tr("Foreground: always runs"), self.tr("High")),
            *(self.tr("Normal"), self.tr("Low")),
        )
        self.priority = ChoiceMenu(
            self.tr("Pr&iority"), zip(words, Priority, strict=True), picture="priority"
        )
        self.priority.chosen.connect(lambda value: self._set(bridge.set_priority, value))
        self._choice(self.priority, lambda job: job.priority)

    # --- what they do ----------------------------------------------------------------------------

    def _set(self, change: Callable[[str, Any], None], value: Any) -> None:
        for job in self._changeable():
            change(job.id, value)

    def _resume_all(self) -> None:
        for job in self._bridge.jobs():
            if job.state is JobState.SUSPENDED:
                self._bridge.resume(job.id)

    def _pause_all(self) -> None:
        """Those under way; pausing what gave up would hide why."""
        for job in self._bridge.jobs():
            if job.state in UNDER_WAY:
                self._bridge.suspend(job.id)

    def _run_anyway(self, jobs: Iterable[JobSnapshot]) -> None:
        for job in filter(_is_kept_by_network, jobs):
            self._bridge.run_anyway(job.id)

    def _ask(self, asked: SignalInstance) -> None:
        """Of the jobs that can be changed; the last one may have ended while the menu was open."""
        if jobs := self._changeable():
            asked.emit(jobs)

    def _ask_rename(self, jobs: Jobs) -> None:
        self.rename_asked.emit(jobs[0])

    def _ask_change_link(self, jobs: Jobs) -> None:
        self.change_link_asked.emit(jobs[0])

    def _move(self, jobs: Iterable[JobSnapshot], move: Move) -> None:
        for job_id in steps({job.id for job in jobs}, self._bridge.jobs(), move):
            self._bridge.move(job_id, move)

    def _ask_sign_in(self, jobs: Jobs) -> None:
        self.sign_in_asked.emit([job for job in jobs if needs_sign_in(job)])

    def _ask_certificate(self, jobs: Jobs) -> None:
        self.certificate_asked.emit(next(filter(_needs_trust, jobs)))

    def do_next(self) -> None:
        """What is done with the selected jobs most: what they wait for, or their files opened."""
        # Leave to go on without encryption is given by nobody in passing.
        asking = (action for action in (self.sign_in, self.show_certificate) if action.isVisible())
        next(asking, self.open).trigger()

    def _open(self, jobs: Iterable[JobSnapshot]) -> None:
        for job in jobs:
            self.open_job(job)

    def open_job(self, job: JobSnapshot) -> None:
        """Open the job's finished file."""
        path = delivered(job)
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open one finished file of a job; one that does something by itself is asked about."""
        risk = risk_of(path)
        if risk is None:
            self.open_anyway(path)
        else:
            self._risky[path] = risk
            self._asking.start()

    def open_anyway(self, path: Path) -> None:
        """Open it, whatever that does."""
        if not self._desktop.open_file(path):
            words = self.tr("{path} cannot be opened.")
            self.failed.emit(words.format(path=formatting.one_line(str(path))))

    def _ask_about_risky(self) -> None:
        """Of all that were to be opened together."""
        risky, self._risky = self._risky, {}
        hosts = {
            file.path: in_letters(host_of(file.url))
            for job in self._bridge.jobs()
            for file in job.files
            if file.path in risky
        }
        files = [RiskyFile(path, risk, hosts.get(path, "")) for path, risk in risky.items()]
        self.risky_open_asked.emit(files)

    def _show_in_folder(self, jobs: Iterable[JobSnapshot]) -> None:
        for job in {job.folder: job for job in jobs}.values():
            self.show_job_in_folder(job)

    def show_job_in_folder(self, job: JobSnapshot) -> None:
        """Show where the job's files are, or will be."""
        self.show_path(delivered(job) or job.folder)

    def show_path(self, path: Path) -> None:
        """Show one file, or a folder."""
        if not self._desktop.show_in_folder(path, partial(self.unseen.emit, path)):
            words = self.tr("{folder} is not there (yet).")
            self.failed.emit(words.format(folder=formatting.one_line(str(path))))

    def _copy_link(self, jobs: Iterable[JobSnapshot]) -> None:
        _copy(file.url for job in jobs for file in job.files)

    def copy(self, path: Path) -> None:
        """Put a path into the clipboard."""
        _copy([str(path)])

    def _copy_path(self, jobs: Iterable[JobSnapshot]) -> None:
        _copy(
            str(file.path or job.folder / (file.name or job.name))
            for job in jobs
            for file in job.files
        )

    def _copy_curl(self, jobs: Iterable[JobSnapshot]) -> None:
        _copy(curl.command(job, file) for job in jobs for file in job.files)


def _needs_trust(job: JobSnapshot) -> bool:
    return need_of(job) is Need.CERTIFICATE


def _any_is_delivered(jobs: Jobs) -> bool:
    return any(file.path is not None for job in jobs for file in job.files)


def _any_is_in_line(jobs: Jobs) -> bool:
    return any(map(may_change, jobs))


def _is_one_to_change(jobs: Jobs) -> bool:
    return len(jobs) == 1 and may_change(jobs[0])


def _is_one_to_rename(jobs: Jobs) -> bool:
    """A file can get another name while it is fetched, and once it is here."""
    return _has_one_file(jobs) and (may_change(jobs[0]) or _any_is_delivered(jobs))


def _has_one_file(jobs: Jobs) -> bool:
    return len(jobs) == 1 and len(jobs[0].files) == 1


def _any_is_kept(jobs: Jobs) -> bool:
    return any(job.is_held and _is_kept_by_network(job) for job in jobs)


def _is_kept_by_network(job: JobSnapshot) -> bool:
    is_kept = job.is_held and job.error is not None and job.error.kind in _NETWORK_HOLDS
    return is_kept and not job.run_anyway and may_change(job)


def _copy(lines: Iterable[str]) -> None:
    QGuiApplication.clipboard().setMimeData(copied_by_us("\n".join(lines)))
