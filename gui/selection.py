"""Actions on the selected jobs: made in one way, and enabled by one look at the selection.

A look must not take long with ten thousand jobs selected. What depends on the state alone is asked
of one job per state, and news that changes nothing for any action makes nobody look.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from engine import JobEvent, JobSnapshot
from gui import shortcuts
from gui.choice_menu import ChoiceMenu
from gui.icons import icon
from gui.needs import Need, needs_among
from gui.translation import without_mnemonic

Fits = Callable[[JobSnapshot], bool]
Jobs = Sequence[JobSnapshot]

# Their keys mean something else where text is written or another list is at hand.
_IN_LIST = frozenset(
    {
        *("remove", "remove_with_files", "rename", "copy_link", "select_all"),
        *("move_up", "move_down", "move_top", "move_bottom"),
    }
)


class SelectionActions(QObject):
    """Keeps the selected jobs as they are now, and the actions that are about them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._selection: dict[str, JobSnapshot] = {}
        self._by_state: list[tuple[QAction, Fits]] = []
        self._by_jobs: list[tuple[QAction, Callable[[Jobs], bool]]] = []
        self._by_need: list[tuple[QAction, Collection[Need]]] = []
        self._choices: list[tuple[ChoiceMenu, Callable[[JobSnapshot], object]]] = []
        self.for_list: list[QAction] = []
        """Those whose keys only work while the list has the keyboard."""

    @property
    def selection(self) -> list[JobSnapshot]:
        """The jobs that the actions are about."""
        return list(self._selection.values())

    def select(self, jobs: Iterable[JobSnapshot]) -> None:
        """The actions are about these jobs from now on."""
        self._selection = {job.id: job for job in jobs}
        self._look()

    def follow(self, changed: Iterable[JobSnapshot], gone: Iterable[str]) -> None:
        """The engine has news of jobs, selected or not."""
        matters = False
        for job in changed:
            before = self._selection.get(job.id)
            if before is not None:
                self._selection[job.id] = job
                matters = matters or _gist(before) != _gist(job)
        for job_id in gone:
            matters = self._selection.pop(job_id, None) is not None or matters
        if matters:
            self._look()

    def _look(self) -> None:
        """Which actions may be used, and what is ticked."""
        jobs = self.selection
        samples = list({job.state: job for job in jobs}.values())
        for action, fits in self._by_state:
            action.setEnabled(any(map(fits, samples)))
        for action, suits in self._by_jobs:
            action.setEnabled(suits(jobs))
        needed = needs_among(jobs)
        for action, needs in self._by_need:
            # What is not to be seen cannot be used either.
            action.setVisible(not needed.isdisjoint(needs))
        changeable = self._changeable()
        for menu, present in self._choices:
            menu.tick(set(map(present, changeable)))

    def _changeable(self) -> list[JobSnapshot]:
        states = {job.state: job for job in self._selection.values()}
        living = {state for state, job in states.items() if may_change(job)}
        return [job for job in self._selection.values() if job.state in living]

    # --- how actions are made --------------------------------------------------------------------

    def _action(
        self, name: str, text: str, act: Callable[[], object], picture: str = ""
    ) -> QAction:
        """What can always be done."""
        action = QAction(text, self)
        action.setObjectName(name)
        words, keys = without_mnemonic(text), shortcuts.keys(name)
        action.setIconText(words)
        action.setShortcuts(keys)
        if keys:
            key = keys[0].toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(self.tr("{command} ({key})").format(command=words, key=key))
        action.triggered.connect(lambda _checked=False: act())
        if picture:
            action.setIcon(icon(picture))
        if name in _IN_LIST:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.for_list.append(action)
        return action

    def _command(
        self, name: str, text: str, event: JobEvent, act: Callable[[str], object], picture: str
    ) -> QAction:
        """Done with each selected job for which the engine accepts the command."""

        def accepts(job: JobSnapshot) -> bool:
            return job.accepts(event)

        def act_on_selection() -> None:
            for job in filter(accepts, self.selection):
                act(job.id)

        action = self._action(name, text, act_on_selection, picture)
        action.setEnabled(False)
        self._by_state.append((action, accepts))
        return action

    def _on_selection(
        self,
        name: str,
        text: str,
        act: Callable[[list[JobSnapshot]], object],
        picture: str = "",
        suits: Callable[[Jobs], bool] = bool,
    ) -> QAction:
        """Done once, with all selected jobs, when they suit."""
        action = self._action(name, text, lambda: act(self.selection), picture)
        action.setEnabled(False)
        self._by_jobs.append((action, suits))
        return action

    def _when_needed(
        self,
        name: str,
        text: str,
        act: Callable[[list[JobSnapshot]], object],
        picture: str,
        needs: Collection[Need],
    ) -> QAction:
        """Not there at all, unless one of the selected jobs waits for it."""
        action = self._action(name, text, lambda: act(self.selection), picture)
        action.setVisible(False)
        self._by_need.append((action, needs))
        return action

    def _choice(self, menu: ChoiceMenu, present: Callable[[JobSnapshot], object]) -> None:
        """Something of the jobs that is chosen in a menu; `present` is what a job has now."""
        menu.menuAction().setEnabled(False)
        self._choices.append((menu, present))
        self._by_state.append((menu.menuAction(), may_change))


def may_change(job: JobSnapshot) -> bool:
    """Whether the engine lets anything about the job be set."""
    return job.accepts(JobEvent.CHANGE)


def delivered(job: JobSnapshot) -> Path | None:
    """Where the job's first finished file is."""
    return next((file.path for file in job.files if file.path is not None), None)


def _gist(job: JobSnapshot) -> tuple[object, ...]:
    """All of a job that actions depend on."""
    return (
        *(job.state, job.is_held, job.run_anyway, job.error and job.error.kind, len(job.files)),
        *(job.no_progress_timeout, job.priority, job.rate_limit, delivered(job)),
    )
