"""Asks for one or many links, where their files go, and how long to hold on.

Servers are asked about the links meanwhile, but nobody waits for them: Enter adds at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from engine import JobSnapshot, JobSpec
from gui import formatting, theme
from gui.adding import words
from gui.adding.documents import Document, Documents
from gui.adding.dropped import links_of, may_have_links, metalinks_of
from gui.adding.duplicates import KnownJobs
from gui.adding.folder_looks import FolderLooks, shortage
from gui.adding.form import AddForm
from gui.adding.judging import Judge, Judged, Steps
from gui.adding.probes import Probes
from gui.adding.row_table import RowTable
from gui.adding.rows import Mould, Row, Tally, orders, tally
from gui.bridge import EngineBridge
from gui.browsers.handover import Handover
from gui.categories import Category, category_of
from gui.preferences import PreferenceKeeper

_JUDGE_MS = 150
_SLICE_SECONDS = 0.008
_TYPING_MS = 500
_NEWS_MS = 100
_ASKED_AT_ONCE = 50
_MANY_ROWS = 1000
_WIDTH = 640
_MANY = QSize(760, 720)
_SHARE_OF_SCREEN = 0.9


class Choices(NamedTuple):
    """What the dialog begins with. `jobs` are those in the list; None: the bridge is asked."""

    folders: Sequence[Path]
    """The first one is chosen, the others are offered."""
    no_progress_timeout: float | None
    jobs: Sequence[JobSnapshot] | None = None


class AddJobDialog(QDialog):
    """Each link becomes a job of its own, or all of them one job."""

    jobs_chosen = Signal(list, bool)
    """The `JobSpec`s, and whether they start at once."""
    replacement_chosen = Signal(str, object, bool)
    """A job's id, the `JobSpec` of what comes instead of it, and whether that starts at once."""
    link_change_chosen = Signal(object)
    """An `Update`."""
    show_asked = Signal(str)
    """The id of a job that the person wants to see."""
    show_in_folder_asked = Signal(object)
    """The path of a file that the person wants to see."""

    def __init__(
        self,
        bridge: EngineBridge,
        choices: Choices,
        preferences: PreferenceKeeper,
        appearance: theme.Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add links"))
        self.setAcceptDrops(True)
        self._bridge, self._preferences = bridge, preferences
        self._known = KnownJobs(bridge.jobs() if choices.jobs is None else choices.jobs)
        self._probes, self._looks = Probes(bridge, self), FolderLooks(self)
        self._documents = Documents(self)
        self._given: dict[str, Handover] = {}
        self._table = RowTable(self)
        self._judge = Judge()
        self._judged = Judged()
        self._steps: Steps | None = None
        self._is_over = False
        """Its parts go one after the other, and a field that loses the focus still speaks."""
        self._tally = Tally()
        self._stop_asking: Callable[[], None] = lambda: None
        self._has_asked_keyring = False
        self._stirred: set[str] = set()
        """Links whose rows are to be looked at again."""
        self._decision: bool | None = None
        """To start at once or not: what was decided before all lines were judged."""
        self._form = AddForm(
            self._table, choices.folders, choices.no_progress_timeout, appearance, self
        )
        self._make_buttons()
        self._make_timers()
        self._lay_out()
        self._wire()
        self._follow_preferences()
        self._form.kinds.setChecked(self._kinds_have_folders)
        self._take_judged(Judged())
        self._needed = QSize(_WIDTH, self.sizeHint().height())
        self.resize(self._fitting(self._needed))

    def offer(self, links: Sequence[str]) -> None:
        """Put these links into the text box, after those that are there; Enter then adds them."""
        if not links:
            return
        is_first = not self._form.links.toPlainText().strip()
        self._form.links.add_lines(list(links))
        self._begin_judging()
        self._asking.start(0)
        if is_first:
            self._add.setFocus()

    def take_over(self, given: Handover) -> None:
        """Put what a browser sends after the other links."""
        self._given[given.url] = given
        self.offer([given.url])

    def open_documents(self, paths: Sequence[Path]) -> None:
        """Read these Metalink files, and offer the files that they tell of."""
        self._documents.open(paths)

    @property
    def folder(self) -> Path:
        """Where the files go, as far as they have no folder for their kind."""
        return self._form.folder.folder

    # --- how it is made --------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self._buttons = QDialogButtonBox(self)
        cancel = self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        # Enter must not throw everything away while there is something wrong.
        cancel.setAutoDefault(False)
        self._pause = self._buttons.addButton(
            self.tr("Add &paused"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self._pause.setAutoDefault(False)
        self._pause.setAccessibleDescription(self.tr("They wait in the list until you resume them"))
        self._add = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._add.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._pause.clicked.connect(lambda: self._decide(start=False))

    def _make_timers(self) -> None:
        self._timers: list[QTimer] = []

        def timer(interval: int, then: Callable[[], None]) -> QTimer:
            made = QTimer(self, interval=interval, singleShot=True)
            made.timeout.connect(then)
            self._timers.append(made)
            return made

        # Judging thousands of lines at every key would make typing slow.
        self._typing = timer(_JUDGE_MS, self._begin_judging)
        self._judging = timer(0, self._judge_on)
        self._asking = timer(_TYPING_MS, self._ask)
        self._looking = timer(_JUDGE_MS, self._look_at_folders)
        self._sending = timer(_TYPING_MS, self._send_anew)
        self._settling = timer(_NEWS_MS, self._settle_some)
        self._settling_all = timer(0, self._settle)
        # Once what was shown has its size.
        self._growing = timer(0, self._grow)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self._form, 1)
        self._buttons.setContentsMargins(20, 0, 20, 16)
        layout.addWidget(self._buttons)

    def _wire(self) -> None:
        form = self._form
        # Fields take the keys themselves; anywhere else they mean links.
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self._paste)
        form.links.textChanged.connect(self._typing.start)
        form.links.add_asked.connect(self.accept)
        form.links.documents_dropped.connect(self.open_documents)
        self._documents.read.connect(self._take_document)
        form.by_number.clicked.connect(self._begin_judging)
        form.one.renamed.connect(lambda name: self._table.rename(0, name))
        form.one.chosen.connect(lambda choice: self._table.choose([0], choice))
        form.rows.scrolled.connect(lambda: self._asking.start(_NEWS_MS))
        form.as_one_job.toggled.connect(self._settle)
        form.folder.changed.connect(self._settle)
        form.folder.picked.connect(lambda: form.kinds.setChecked(False))
        form.kinds.toggled.connect(self._settle)
        form.more.changed.connect(self._follow_more)
        form.more.opened.connect(self._growing.start)
        self._table.edited.connect(self._settle)
        self._probes.changed.connect(lambda url: self._stir([url]))
        self._looks.seen.connect(self._settle)
        self._bridge.jobsChanged.connect(self._follow_jobs)
        self._preferences.changed.connect(self._follow_preferences)

    # --- the text box ----------------------------------------------------------------------------

    def _begin_judging(self) -> None:
        self._typing.stop()
        text = self._form.links.toPlainText()
        self._steps = self._judge.steps(text, self._form.by_number.isChecked())
        self._judge_on()

    def _judge_on(self) -> None:
        """A slice of the work; the window breathes before the next one."""
        if self._steps is None:
            return
        end = perf_counter() + _SLICE_SECONDS
        try:
            while perf_counter() < end:
                next(self._steps)
        except StopIteration as result:
            self._steps = None
            self._take_judged(result.value)
        else:
            self._judging.start()

    def _take_judged(self, judged: Judged) -> None:
        self._judged = judged
        form = self._form
        self._table.show_links(judged.links)
        form.problems.say("\n".join([*words.problems(judged), *self._documents.problems]))
        if judged.patterns:
            form.by_number.setText(words.patterns(judged))
        form.by_number.setVisible(bool(judged.patterns) or not form.by_number.isChecked())
        self._probes.keep({link.url for link in judged.links})
        self._asking.start()
        form.show_rows(len(judged.links))
        if len(judged.links) > _MANY_ROWS:
            # So many rows are work enough for one turn.
            self._settling_all.start()
        else:
            self._settle()
        if self._decision is not None:
            start, self._decision = self._decision, None
            self._decide(start=start)

    # --- the rows --------------------------------------------------------------------------------

    def _settle(self) -> None:
        """Look at all rows again, and at what follows from them."""
        if self._is_over:
            return
        self._settling.stop()
        self._settling_all.stop()
        self._stirred.clear()
        self._look_at(self._table.rows)
        self._table.refresh()
        self._sum_up()
        self._looking.start()

    def _settle_some(self) -> None:
        """Look again at the rows of which there is news."""
        rows = [row for url in self._stirred if (row := self._table.row(url))]
        self._look_at(rows)
        self._table.refresh(self._stirred)
        self._stirred.clear()
        self._sum_up()

    def _stir(self, urls: Iterable[str]) -> None:
        self._stirred.update(urls)
        if self._stirred and not self._settling.isActive():
            self._settling.start()

    def _look_at(self, rows: Iterable[Row]) -> None:
        """What the server told of them, where they go, what is here of them."""
        base, kinds = self.folder, self._folders_of_kinds()
        for row in rows:
            url = row.link.url
            row.told = self._documents.told.get(url)
            row.given = self._given.get(url)
            row.probe = row.given.probe if row.given else self._probes.told(url)
            row.is_asked = self._probes.is_asking(url)
            name = row.name
            kind = category_of(name, kinds) if kinds else None
            row.folder = kinds[kind] if kind else base
            look = self._looks.of(row.folder)
            waiting = row.given and self._known.waiting_for(row.given)
            names = look.names if look else None
            row.duplicate = waiting or self._known.find(url, row.folder, name, names)

    def _sum_up(self) -> None:
        form, rows = self._form, self._table.rows
        self._tally = tally(rows)
        form.rows.show_choices(self._tally.here > 0)
        form.summary.setText(words.summary(self._tally))
        form.show_for_all(self._tally.here > 1)
        form.job_name.setVisible(self._is_one_job)
        form.kinds.setEnabled(not self._is_one_job)
        if len(rows) == 1:
            form.one.show_row(rows[0])
        self._say_space()
        self._judge_all()
        self._growing.start()

    def _folders_of_kinds(self) -> dict[Category, Path]:
        """Where the files of some kinds go; empty where one folder takes them all."""
        if self._is_one_job or not self._form.kinds.isChecked():
            return {}
        kinds = self._preferences.now.categories
        return {kind: Path(kind.folder).expanduser() for kind in kinds if kind.folder}

    @property
    def _is_one_job(self) -> bool:
        return self._tally.links > 1 and self._form.as_one_job.isChecked()

    @property
    def _kinds_have_folders(self) -> bool:
        return any(kind.folder for kind in self._preferences.now.categories)

    def _say_space(self) -> None:
        short = shortage(self._tally.needs, self._looks)
        place = short or self.folder
        look = self._looks.of(place)
        text = words.space(look.free if look else None, place, fits=short is None)
        self._form.say_space(text, is_short=short is not None)

    def _judge_all(self) -> None:
        """What is wrong is said where it is; only what is truly wrong keeps from adding."""
        form, many = self._form, self._tally.links > 1
        form.more.fields.judge(many)
        wrong_folder = self._wrong_folder()
        form.folder_problem.say(wrong_folder)
        is_good = bool(self._tally.links) and not wrong_folder and not form.more.fields.problem
        self._add.setText(words.add_button(self._tally))
        self._add.setEnabled(is_good)
        self._pause.setEnabled(is_good and self._tally.added > 0)

    def _wrong_folder(self) -> str:
        if not self.folder.is_absolute():
            return self.tr("The folder needs its whole path.")
        most = self._bridge.settings.max_files_per_job
        if self._is_one_job and self._tally.added > most:
            files = formatting.counted(most, "1 file", "{n} files")
            return self.tr("One job can have {files} at most.").format(files=files)
        return ""

    # --- what is found out -----------------------------------------------------------------------

    def _ask(self) -> None:
        """The servers of the rows that are seen, and of the first ones."""
        first = [row.link for row in self._table.rows[:_ASKED_AT_ONCE]]
        links = dict.fromkeys([*self._form.rows.visible_links(), *first])
        # The browser has asked already, and some links answer only once.
        self._probes.ask([link for link in links if link.url not in self._given])

    def _send_anew(self) -> None:
        fields = self._form.more.fields
        # What is half written is no way to a server, and another one is not meant.
        if not fields.trust.problem and self._probes.send(fields.question()):
            self._settle()
            self._ask()

    def _follow_more(self) -> None:
        self._judge_all()
        self._sending.start()
        if self._form.more.fields.has_secrets and not self._has_asked_keyring:
            self._has_asked_keyring = True
            fields = self._form.more.fields
            self._stop_asking = self._bridge.trust.keyring_state(fields.say_keyring)

    def _look_at_folders(self) -> None:
        if self.folder.is_absolute():
            self._looks.want({self.folder, *(row.folder for row in self._table.rows)})

    def _follow_jobs(self, changed: list[JobSnapshot], gone: list[str]) -> None:
        is_news = bool(gone)
        for job in changed:
            is_news |= self._known.take(job)
        for job_id in gone:
            self._known.drop(job_id)
        moved = {job.id for job in changed}
        rows = self._table.rows
        if is_news:
            self._stir(row.link.url for row in rows)
        elif self._tally.here:
            self._stir(
                row.link.url
                for row in rows
                if row.duplicate and row.duplicate.job and row.duplicate.job.id in moved
            )

    def _follow_preferences(self) -> None:
        self._probes.switch(self._preferences.now.look_at_links)
        self._form.kinds.setVisible(self._kinds_have_folders)
        self._settle()
        self._asking.start()

    # --- what happens ----------------------------------------------------------------------------

    def accept(self) -> None:
        self._decide(start=True)

    def _paste(self) -> None:
        self._take_in(QGuiApplication.clipboard().mimeData())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if may_have_links(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        event.accept()
        self._take_in(event.mimeData())

    def _take_in(self, mime: QMimeData) -> None:
        self.open_documents(metalinks_of(mime))
        self.offer(links_of(mime))

    def _take_document(self, document: Document) -> None:
        """All files of one become one job, unless there were links before."""
        form = self._form
        is_first = not form.links.toPlainText().strip()
        if is_first and len(document.files) > 1:
            form.as_one_job.setChecked(True)
            form.job_name.setText(form.job_name.text() or document.name)
        self.offer([file.url for file in document.files])
        if not document.files:
            self._begin_judging()

    def done(self, result: int) -> None:
        self._is_over = True
        self._stop_asking()
        for timer in self._timers:
            timer.stop()
        self._probes.stop()
        super().done(result)

    def _decide(self, *, start: bool) -> None:
        """Add, or wait for the lines that are not judged yet and add then."""
        if self._typing.isActive():
            self._begin_judging()
        if self._steps is not None:
            self._decision = start
            return
        self._settle()
        if not self._add.isEnabled():
            return
        result = orders(self._table.rows, self._mould())
        super().accept()
        if result.jobs:
            self.jobs_chosen.emit(result.jobs, start)
        for job_id, spec in result.replacements:
            self.replacement_chosen.emit(job_id, spec, start)
        for update in result.updates:
            self.link_change_chosen.emit(update)
        for duplicate in result.shown[:1]:
            if duplicate.job is not None:
                self.show_asked.emit(duplicate.job.id)
            elif duplicate.path is not None:
                self.show_in_folder_asked.emit(duplicate.path)

    def _mould(self) -> Mould:
        form = self._form
        job = JobSpec(
            files=(),
            folder=self.folder,
            name=form.job_name.text().strip() or None if self._is_one_job else None,
            no_progress_timeout=form.give_up.seconds,
        )
        return form.more.fields.mould(job, self._is_one_job)

    # --- its size --------------------------------------------------------------------------------

    def _grow(self) -> None:
        """Room for what has come; what the person made smaller or larger stays so."""
        self._form.updateGeometry()
        wanted = self.sizeHint()
        if self._tally.links > 1:
            wanted = wanted.expandedTo(_MANY)
        if wanted.height() > self._needed.height() or wanted.width() > self._needed.width():
            self._needed = wanted
            self.resize(self._fitting(wanted.expandedTo(self.size())))

    def _fitting(self, size: QSize) -> QSize:
        """No larger than the screen has room for."""
        room = self.screen().availableSize() * _SHARE_OF_SCREEN
        return size.boundedTo(room)
