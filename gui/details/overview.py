"""The first tab: the clock of the retry window, what keeps the job, what to do, and its facts."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from engine import JobEvent, JobSnapshot, JobState
from gui import formatting, theme
from gui.details import advice, words
from gui.details.advice import Deed
from gui.details.facts import Facts
from gui.details.file_map import FileMap, moving_file
from gui.details.page import Page, Surroundings
from gui.details.parts import QuietButton, Scroller, Words, ground
from gui.details.window_bar import RetryWindow
from gui.help_pages import about_error

_MARGIN = 12
_MAP_ROWS = 5
_WIDE_IN_LETTERS = 110
_NARROW_IN_LETTERS = 40
_WIDEST_TEXT = 620
_WIDEST_MAP = 520


class Overview(Page):
    """Why it moves or does not, until when it holds on, and where everything is."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._job: JobSnapshot | None = None
        self._window = RetryWindow(self)
        self._advice = _AdviceLine(self)
        self._advice.button.clicked.connect(self._do)
        self._facts = Facts(self)
        self._map = FileMap(self, _MAP_ROWS)
        self._add_facts()
        self._lay_out()

    def _add_facts(self) -> None:
        retry = QuietButton(self.tr("Retry now"), self)
        retry.clicked.connect(self._retry)
        self._retry_now = retry
        learn = QuietButton(self.tr("Learn more"), self)
        learn.setAccessibleName(self.tr("Learn more about this error"))
        learn.clicked.connect(self._explain)
        change = QuietButton(self.tr("Change…"), self)
        change.setAccessibleName(self.tr("Change the time after which it gives up"))
        change.clicked.connect(self._offer_presets)
        self._change = change
        show = QuietButton(self.tr("Show"), self)
        show.setAccessibleName(self.tr("Show in folder"))
        show.clicked.connect(self._show_folder)
        link = QuietButton(self.tr("Change…"), self)
        link.setAccessibleName(self.tr("Change link"))
        link.clicked.connect(self._ask_for_link)
        self._change_link = link
        add = self._facts.add
        self._next_try, self._reason = self.tr("Next try"), self.tr("Reason")
        self._code, self._hint = self.tr("Code"), self.tr("Advice")
        self._give_up, self._so_far = self.tr("Give up after"), self.tr("So far")
        self._saved, self._added = self.tr("Saved to"), self.tr("Added")
        self._finished, self._link = self.tr("Finished"), self.tr("Link")
        self._servers, self._check = self.tr("Servers"), self.tr("Checks")
        self._priority, self._limits = self.tr("Priority"), self.tr("Limits")
        self._metered = self.tr("Metered networks")
        add(self._next_try, retry)
        add(self._reason, learn)
        add(self._give_up, change)
        add(self._so_far)
        add(self._saved, show)
        add(self._hint)
        add(self._finished)
        add(self._added)
        add(self._link, link)
        for fact in (self._servers, self._check, self._priority, self._limits, self._metered):
            add(fact)
        add(self._code, is_small=True)

    def _lay_out(self) -> None:
        inside = QWidget(self)
        ground(inside)
        texts = QWidget(inside)
        texts.setMaximumWidth(_WIDEST_TEXT * 2)
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        for part in (self._window, self._advice, self._facts):
            column.addWidget(part)
        column.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._halves.setContentsMargins(_MARGIN, theme.PADDING, _MARGIN, theme.PADDING)
        self._halves.setSpacing(3 * _MARGIN)
        self._halves.addWidget(texts, 5)
        self._halves.addWidget(self._map, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Scroller(self, inside))

    # --- what it shows ---------------------------------------------------------------------------

    def show_job(self, job: JobSnapshot) -> None:
        self._job = job
        now = words.wall_time()
        self._window.show_job(job)
        told = advice.advice(job)
        waits = words.waits_for_itself(job)
        self._advice.show_advice(None if waits else told)
        self._retry_now.setVisible(waits)
        may_change = job.accepts(JobEvent.CHANGE)
        self._change.setVisible(may_change)
        self._change_link.setVisible(may_change and len(job.files) == 1)
        say = self._facts.say
        say(self._next_try, words.next_try(job))
        say(self._reason, words.reason(job))
        say(self._code, words.codes(words.shown_error(job)))
        say(self._give_up, "" if job.state.is_final else words.give_up_after(job))
        say(self._so_far, words.so_far(job, now))
        say(self._saved, words.saved_to(job))
        say(self._hint, told.text if told is not None and waits else "")
        is_done = job.state is JobState.ACKNOWLEDGED and job.transferred is not None
        say(self._finished, words.date(job.transferred or 0.0, now) if is_done else "")
        say(self._added, words.date(job.created, now))
        say(self._link, words.link(job))
        say(self._servers, words.servers(job))
        say(self._check, words.checked(job))
        say(self._priority, words.priority(job))
        say(self._limits, words.limits(job))
        say(self._metered, words.metered(job))
        self._map.show_file(job, moving_file(job))

    def plain_text(self) -> str:
        if self._job is None:
            return ""
        heading = [formatting.title(self._job), formatting.state_sentence(self._job)]
        told = [self._window.text(), self._advice.text(), *self._facts.lines(), self._map.text()]
        return "\n".join([*heading, "", *filter(None, told)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        letter = QFontMetrics(theme.body_font()).averageCharWidth()
        is_wide = self.width() >= _WIDE_IN_LETTERS * letter
        direction = QBoxLayout.Direction
        # Left to right is the reading direction: the layout turns it round where that is needed.
        self._halves.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        is_narrow = self.width() < _NARROW_IN_LETTERS * letter
        self._facts.stack(is_narrow)
        self._advice.stack(is_narrow)
        self._map.setMaximumWidth(_WIDEST_MAP if is_wide else 16_777_215)

    # --- what it does ----------------------------------------------------------------------------

    def _do(self) -> None:
        job, deed = self._job, self._advice.deed
        if job is None:
            return
        bridge = self.around.bridge
        if deed is Deed.RETRY:
            self._retry()
        elif deed is Deed.CHANGE_LINK:
            self._ask_for_link()
        elif deed is Deed.RUN_ANYWAY:
            bridge.run_anyway(job.id)
        elif deed is Deed.SHOW_FOLDER:
            self.show_in_folder_asked.emit(job.folder)
        else:
            self._do_in_dialog(job, deed)

    def _do_in_dialog(self, job: JobSnapshot, deed: Deed | None) -> None:
        commands = self.around.commands
        if deed is Deed.SIGN_IN:
            commands.sign_in_asked.emit([job])
        elif deed is Deed.SHOW_CERTIFICATE:
            commands.certificate_asked.emit(job)
        elif deed is Deed.ALLOW_DOWNGRADE:
            commands.downgrade_asked.emit([job])
        elif deed is Deed.SHOW_PROPERTIES:
            commands.properties_asked.emit([job])

    def _retry(self) -> None:
        job, bridge = self._job, self.around.bridge
        if job is not None:
            # A new window for one that gave up, as with the command of the same name.
            (bridge.resume if job.state is JobState.ERROR else bridge.retry)(job.id)

    def _explain(self) -> None:
        error = None if self._job is None else words.shown_error(self._job)
        if error is not None:
            self.around.commands.help_asked.emit(about_error(error.kind))

    def _ask_for_link(self) -> None:
        if self._job is not None:
            failed = (file for file in self._job.files if file.error is not None)
            file = next(failed, next(iter(self._job.files), None))
            if file is not None:
                self.change_link_asked.emit(self._job, file.number)

    def _show_folder(self) -> None:
        if self._job is not None:
            paths = [file.path for file in self._job.files if file.path is not None]
            self.show_in_folder_asked.emit(paths[0] if paths else self._job.folder)

    def _offer_presets(self) -> None:
        menu = self.around.commands.give_up
        menu.popup(self._change.mapToGlobal(QPoint(0, self._change.height())))


class _AdviceLine(QWidget):
    """What a person can do, with the button for it."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.deed: Deed | None = None
        self._words = Words(self, can_be_copied=True)
        self._words.setAccessibleName(self.tr("Advice"))
        self.button = QPushButton(self)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.GAP)
        self._line.addWidget(self._words, 1)
        self._line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def stack(self, is_narrow: bool) -> None:
        """The button below the words, where both do not fit into a line."""
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        side = Qt.AlignmentFlag.AlignLeading if is_narrow else Qt.AlignmentFlag.AlignTop
        self._line.setAlignment(self.button, side)

    def show_advice(self, told: advice.Advice | None) -> None:
        self.setVisible(told is not None)
        if told is None:
            self._words.say("")
            return
        self._words.say(told.text)
        self.deed = told.deed
        self.button.setVisible(told.deed is not None)
        if told.deed is not None:
            label = advice.label(told.deed)
            if label != self.button.text():
                self.button.setText(label)

    def text(self) -> str:
        return self._words.text()
