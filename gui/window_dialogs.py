"""Everything that the window asks: one dialog at a time of each kind, none of them in the way.

What the person decides goes to the engine here. Dialogs are imported when they are first opened:
nobody waits for them at the start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from engine import JobSnapshot, JobSpec
from gui import desktop, formatting, help_pages, theme
from gui.bridge import EngineBridge
from gui.power.ending import Deed
from gui.preferences import PreferenceKeeper
from gui.shortcuts import help_key
from gui.trust_dialogs import TrustDialogs
from gui.when_done import WhenDone

if TYPE_CHECKING:
    from gui.add_job_dialog import AddJobDialog
    from gui.adding.rows import Update
    from gui.browsers.handover import Handover
    from gui.help_window import HelpWindow
    from gui.opening import RiskyFile
    from gui.preferences_dialog import PreferencesDialog
    from gui.problem_report_dialog import ProblemReportDialog
    from gui.shortcuts_window import ShortcutsWindow

_REMEMBERED_FOLDERS = 8


class Dialogs(QObject):
    """Opens dialogs over `window`. `show_asked` names a job that the person wants to see."""

    show_asked = Signal(str)
    show_in_folder_asked = Signal(object)
    """The path of a file that is here already."""
    added = Signal(str)
    """The first job of what the person has just added."""
    folder_changed = Signal()
    """New jobs go somewhere else from now on."""

    def __init__(
        self,
        bridge: EngineBridge,
        preferences: PreferenceKeeper,
        appearance: theme.Appearance,
        memory: QSettings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._preferences = preferences
        self._appearance = appearance
        self._memory = memory
        self._window = window
        self._adding: AddJobDialog | None = None
        self._choosing: PreferencesDialog | None = None
        self._keys: ShortcutsWindow | None = None
        self._reporting: ProblemReportDialog | None = None
        self._helping: HelpWindow | None = None
        self.trust = TrustDialogs(bridge, window)
        self.trust.help_asked.connect(self.show_help)
        """Sign-ins, certificates, and what else jobs wait for."""

    def _open(self, dialog: QDialog, topic: str) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_key(dialog, partial(self.show_help, topic))
        dialog.open()

    # --- adding ----------------------------------------------------------------------------------

    def add(
        self, links: Sequence[str], jobs: Sequence[JobSnapshot], documents: Sequence[Path] = ()
    ) -> None:
        """Ask where these links go, and the files that Metalink files tell of; a dialog that is
        open takes them in. `jobs` are in the list.
        """
        dialog = self._dialog_for_links(jobs)
        dialog.open_documents(documents)
        dialog.offer(links)
        dialog.activateWindow()

    @property
    def is_adding(self) -> bool:
        """Whether the dialog for links is open."""
        return self._adding is not None

    def take_over(self, given: Handover, jobs: Sequence[JobSnapshot]) -> None:
        """Ask what is to become of a browser's download. `jobs` are in the list."""
        self._dialog_for_links(jobs).take_over(given)

    def _dialog_for_links(self, jobs: Sequence[JobSnapshot]) -> AddJobDialog:
        from gui.add_job_dialog import AddJobDialog, Choices

        if self._adding is None:
            timeout = self._bridge.settings.give_up_after()
            choices = Choices(self.folders(), timeout, jobs)
            dialog = AddJobDialog(
                self._bridge, choices, self._preferences, self._appearance, self._window
            )
            dialog.jobs_chosen.connect(self._take_on)
            dialog.replacement_chosen.connect(self._replace)
            dialog.link_change_chosen.connect(self._update)
            dialog.show_asked.connect(self.show_asked)
            dialog.show_in_folder_asked.connect(self.show_in_folder_asked)
            dialog.finished.connect(self._forget_adding)
            self._adding = dialog
            self._open(dialog, "adding#dialog")
        return self._adding

    def take_in(self, links: Sequence[str]) -> bool:
        """Let the dialog for links have them, where it is open; it stays where it is."""
        if self._adding is None:
            return False
        self._adding.offer(links)
        return True

    def _forget_adding(self) -> None:
        self._adding = None

    def _take_on(self, specs: list[JobSpec], start: bool) -> None:
        self._remember_folder(specs[0].folder)
        self._bridge.add(specs, start=start, then=self.added.emit)

    def _replace(self, job_id: str, spec: JobSpec, start: bool) -> None:
        self._bridge.replace_job(job_id, spec, start=start)

    def _update(self, update: Update) -> None:
        self._bridge.go_on_with_link(*update)

    def _remember_folder(self, folder: Path) -> None:
        others = [str(known) for known in self.folders() if known != folder]
        self._memory.setValue("folders", [str(folder), *others][:_REMEMBERED_FOLDERS])
        self.folder_changed.emit()

    def folders(self) -> list[Path]:
        """Folders of earlier jobs, the latest first; at the beginning the one of the settings."""
        remembered = self._memory.value("folders") or []
        # QSettings gives a list of one back as that one.
        paths = [
            Path(folder) for folder in ([remembered] if isinstance(remembered, str) else remembered)
        ]
        default = desktop.default_folder(self._bridge.settings)
        return [*paths, default] if default not in paths else paths

    # --- about jobs ------------------------------------------------------------------------------

    def ask_give_up(self, jobs: list[JobSnapshot]) -> None:
        """After how long without progress these jobs give up."""
        from gui.give_up import GiveUpDialog

        dialog = GiveUpDialog(jobs, self._window)
        dialog.chosen.connect(self._for_each(jobs, self._bridge.set_no_progress_timeout))
        self._bridge.jobsChanged.connect(dialog.follow)
        self._open(dialog, "give-up#choices")

    def ask_limit(self, jobs: list[JobSnapshot]) -> None:
        """How fast these jobs may be."""
        from gui.small_dialogs import LimitDialog

        dialog = LimitDialog(jobs, jobs[0].rate_limit, self._window)
        dialog.chosen.connect(self._for_each(jobs, self._bridge.set_rate_limit))
        self._open(dialog, "speed#limits")

    def ask_total_limit(self, then: Callable[[int], None]) -> None:
        """How fast all jobs together may be."""
        from gui.small_dialogs import LimitDialog

        dialog = LimitDialog([], self._bridge.settings.rate_limit, self._window)
        dialog.chosen.connect(then)
        self._open(dialog, "speed#limits")

    def ask_command(self, when_done: WhenDone) -> None:
        """Which command runs when all is done; the last one is offered."""
        from gui.small_dialogs import CommandDialog

        def take(command: str) -> None:
            when_done.choose(Deed.COMMAND, command)
            try:
                self._preferences.change(command_when_done=command)
            except OSError as failure:
                when_done.failed.emit(formatting.refusal(failure))

        known = when_done.command or self._preferences.now.command_when_done
        dialog = CommandDialog(known, self._window)
        dialog.chosen.connect(take)
        self._open(dialog, "desktop#when-done")

    def ask_name(self, job: JobSnapshot) -> None:
        """What the job's file is to be called."""
        from gui.small_dialogs import RenameDialog

        file = job.files[0]
        dialog = RenameDialog(file.name or job.name, self._window)
        dialog.chosen.connect(partial(self._bridge.rename_file, job.id, file.number))
        self._open(dialog, "window#jobs")

    def ask_link(self, job: JobSnapshot, number: int | None = None) -> None:
        """Where a file of the job comes from; by itself the one that is in trouble."""
        from gui.change_link_dialog import ChangeLinkDialog, file_to_mend

        file = file_to_mend(job, number)
        if file is None:
            return
        dialog = ChangeLinkDialog(job, file, self._bridge, self._appearance, self._window)
        dialog.chosen.connect(partial(self._bridge.change_link, job.id, file.number))
        self._bridge.jobsChanged.connect(dialog.follow)
        self._open(dialog, "window#change-link")

    def show_properties(self, jobs: list[JobSnapshot]) -> None:
        """All that can be set for these jobs."""
        from gui.properties_dialog import PropertiesDialog

        dialog = PropertiesDialog(jobs, self._bridge, self._window)
        dialog.sign_in_asked.connect(self.trust.offer_sign_in)
        self._bridge.jobsChanged.connect(dialog.follow)
        self._open(dialog, "window#properties")

    def ask_open(
        self,
        files: Sequence[RiskyFile],
        open_one: Callable[[Path], None],
        show_one: Callable[[Path], None],
    ) -> None:
        """Whether files are to be opened that do something by themselves."""
        from gui.opening import OpeningBox

        def open_each(paths: list[Path]) -> None:
            for path in paths:
                open_one(path)

        box = OpeningBox(files, self._window)
        box.open_chosen.connect(open_each)
        box.show_chosen.connect(lambda paths: show_one(paths[0]))
        self._open(box, "window#opening")

    def _for_each(
        self, jobs: Iterable[JobSnapshot], change: Callable[[str, Any], None]
    ) -> Callable[[Any], None]:
        ids = [job.id for job in jobs]

        def change_each(value: Any) -> None:
            for job_id in ids:
                change(job_id, value)

        return change_each

    # --- about the program -----------------------------------------------------------------------

    def show_preferences(self, page: str = "general") -> None:
        """Come to the front with one of the pages."""
        from gui.preferences_dialog import PreferencesDialog

        if self._choosing is None:
            self._choosing = PreferencesDialog(
                self._bridge, self._preferences, self._appearance, self._window
            )
            self._choosing.finished.connect(self._forget_choosing)
            help_key(self._choosing, self._explain_choice)
        self._choosing.show_page(page)

    def _explain_choice(self) -> None:
        if self._choosing is not None:
            self.show_help(help_pages.OF_PREFERENCES[self._choosing.page])

    def _forget_choosing(self) -> None:
        self._choosing = None

    def show_keys(self, menus: Iterable[QMenu]) -> None:
        """All keys at a glance."""
        from gui.shortcuts_window import ShortcutsWindow

        if self._keys is None:
            self._keys = ShortcutsWindow(menus, self._window)
            self._keys.finished.connect(self._forget_keys)
            help_key(self._keys, partial(self.show_help, "window#keys"))
        self._keys.show()
        self._keys.raise_()
        self._keys.activateWindow()

    def _forget_keys(self) -> None:
        self._keys = None

    def report_problem(self) -> None:
        """What helps those who mend the program, to read and to take along."""
        from gui.problem_report_dialog import ProblemReportDialog

        if self._reporting is None:
            ask, folder = self._bridge.problem_report, self.folders()[0]
            self._reporting = ProblemReportDialog(ask, folder, self._window)
            self._reporting.finished.connect(self._forget_reporting)
            help_key(self._reporting, partial(self.show_help, "troubleshooting#report"))
        self._reporting.show()
        self._reporting.raise_()
        self._reporting.activateWindow()

    def _forget_reporting(self) -> None:
        self._reporting = None

    def show_help(self, topic: str = help_pages.FIRST) -> None:
        """Come to the front with this page of the help, or this part of one."""
        from gui.help_window import HelpWindow

        if self._helping is None:
            self._helping = HelpWindow(self._appearance)
            # It has no parent: a dialog that waits for an answer would shut it off.
            self._window.destroyed.connect(self._helping.deleteLater)
        self._helping.show_topic(topic)

    def hide_help(self) -> None:
        """The help goes where the window goes."""
        if self._helping is not None:
            self._helping.hide()

    def tell_about(self) -> None:
        """Which program this is."""
        from gui.small_dialogs import about_box

        self._open(about_box(self._window), help_pages.FIRST)
